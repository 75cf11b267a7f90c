"""One credential, many people: what their logs say together, without anybody's base rate and without anybody standing out.

Each person's two by two table enters by its conditional likelihood (Fisher's non-central hypergeometric distribution): given how many of their
applications brought an interview in all, how many of these showed the credential depends on the odds ratio alone. A person without interviews, or
without both arms, says nothing of it and drops out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.special import gammaln, logsumexp

from credlens.model.belief import Arm, EffectPrior
from credlens.model.pool import FLOOR, Pool, Table
from credlens.outcomes.effect import PHI, Floats, after


def pool(tables: Iterable[Table], prior: EffectPrior, *, tossed: bool) -> Pool:
    """The pool of those tables for which a coin chose, or of all others.

    Args:
        tables: one for each person and kind of choice.
        prior: of the effect, and of the bias where the people chose; a bias is taken to be the same for all.
        tossed: which of them.
    """
    mine = [t for t in tables if t.tossed is tossed and t.shown.n + t.hidden.n]
    if len(mine) < FLOOR:
        return Pool(None, None, None, None, tossed)
    telling = [t for t in mine if t.tells]
    belief = after(conditional(telling), prior) if len(telling) >= FLOOR else None
    arms = _shown_counts(mine)
    return Pool(len(mine), *arms, belief, tossed)


def conditional(tables: Sequence[Table]) -> Floats:
    """Sum of the tables' conditional log likelihoods at each phi of :data:`~credlens.outcomes.effect.PHI`."""
    total = np.zeros_like(PHI)
    for table in tables:
        n1, n0 = table.shown.n, table.hidden.n
        k = table.shown.interviews + table.hidden.interviews
        y = np.arange(max(0, k - n0), min(n1, k) + 1)
        weights = _log_choose(n1, y) + _log_choose(n0, k - y)
        total += PHI * table.shown.interviews - logsumexp(weights[:, None] + np.outer(y, PHI), axis=0)
    return total


def _shown_counts(tables: Sequence[Table]) -> tuple[Arm | None, Arm | None]:
    """Both arms in all, when each of the four numbers comes from enough people: one alone would give away the others."""
    behind = (
        sum(bool(arm.interviews if brought else arm.n - arm.interviews) for arm in arms)
        for arms in ([t.shown for t in tables], [t.hidden for t in tables])
        for brought in (True, False)
    )
    if min(behind) < FLOOR:
        return None, None
    return (
        Arm(sum(t.shown.n for t in tables), sum(t.shown.interviews for t in tables)),
        Arm(sum(t.hidden.n for t in tables), sum(t.hidden.interviews for t in tables)),
    )


def _log_choose(n: int, k: np.ndarray) -> Floats:
    chosen: Floats = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return chosen
