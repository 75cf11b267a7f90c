"""What to look up next: the unknowns whose answers tell most about who is first, each by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from credlens.evaluate.runner import Runner, expected
from credlens.evaluate.smaa import common_fate, place, score_draws
from credlens.evaluate.streams import Floats
from credlens.model.scorecard import LookUp

LOOK_UP = 5  # so many unknowns are proposed for looking up
NOTICEABLE = 0.01  # of what is open about the first place; an answer that settles less is not worth anybody's time
PARTS = 10  # of an unknown's interval that are told apart
APART = (
    0.0  # an answer is weighed for what it says itself, not for what it lets one guess of the record's other unknowns
)


def telling(
    runners: Sequence[Runner], shares: Mapping[str, float], weights: Mapping[str, Floats], seed: int
) -> tuple[LookUp, ...]:
    """The unknowns whose answers tell most about who is first, at most :data:`LOOK_UP`, most first.

    How much an answer tells is the mutual information of the unknown and the winner, over the winner's entropy (Cover & Thomas 2006,
    chapter 2), estimated from draws with Miller and Madow's correction for their number. Whether it changes the leader is exact: by expected
    scores, over all answers.

    Args:
        runners: those that may be first; no two of one id.
        shares: expected weights by criterion.
        weights: drawn weights by criterion, each of shape (draws,).
        seed: of the draws.
    """
    if len(runners) < 2:
        return ()
    intervals = [{c: (r.findings[c].low, r.findings[c].high) for c in weights} for r in runners]
    scores = np.array([score_draws(r.id, own, weights, seed, APART) for r, own in zip(runners, intervals, strict=True)])
    winner = np.asarray(np.argmax(scores, axis=0))
    found = [_answer(runners, r, c, shares, winner, seed) for r in runners for c in weights if r.look_up.get(c)]
    worth = [f for tells, f in found if tells >= NOTICEABLE]
    return tuple(sorted(worth, key=lambda f: (-(f.tells or 0.0), f.credential, f.criterion))[:LOOK_UP])


def widest(runners: Sequence[Runner], shares: Mapping[str, float]) -> tuple[LookUp, ...]:
    """The unknowns that leave most open, at most :data:`LOOK_UP`: what to look up where nobody is ranked."""
    found = [
        LookUp(r.id, c, r.look_up[c], _span(r, c, shares))
        for r in runners
        for c in shares
        if shares[c] > 0 and r.look_up.get(c)
    ]
    return tuple(sorted(found, key=lambda f: (-f.narrows, f.credential, f.criterion))[:LOOK_UP])


def _answer(
    runners: Sequence[Runner],
    runner: Runner,
    criterion: str,
    shares: Mapping[str, float],
    winner: NDArray[np.int64],
    seed: int,
) -> tuple[float, LookUp]:
    where = place(runner.id, criterion, common_fate(runner.id, len(winner), seed), seed, APART)
    part = np.minimum((where * PARTS).astype(int), PARTS - 1)
    table = np.bincount(part * len(runners) + winner, minlength=PARTS * len(runners)).reshape(PARTS, len(runners))
    span, tells = _span(runner, criterion, shares), _told(table)
    changes = _changes(runners, runner, span, shares)
    return tells, LookUp(runner.id, criterion, runner.look_up[criterion], span, tells, changes)


def _span(runner: Runner, criterion: str, shares: Mapping[str, float]) -> float:
    finding = runner.findings[criterion]
    return shares[criterion] * (finding.high - finding.low)


def _changes(runners: Sequence[Runner], runner: Runner, span: float, shares: Mapping[str, float]) -> float:
    """Chance that somebody else leads by expected score once an unknown that moves one by ``span`` is known.

    The answer lies anywhere in its interval, evenly; what it has to overcome is the lead, or what is behind the leader.
    """
    own = expected(runner.findings, shares)
    others = max(expected(r.findings, shares) for r in runners if r is not runner)
    return max(0.0, 0.5 - abs(own - others) / span) if span > 0 else 0.0


def _told(table: NDArray[np.int64]) -> float:
    """Mutual information of rows and columns over the columns' entropy, in [0, 1], from counts."""
    n, rows, columns = table.sum(), table.sum(axis=1), table.sum(axis=0)
    open_ = _spread(n) - _spread(
        columns
    )  # n times the entropy of the columns, in nats; likewise what is left in each row
    if not open_:
        return 0.0
    rest = _spread(rows) - _spread(table)
    by_chance = (np.count_nonzero(rows) - 1) * (np.count_nonzero(columns) - 1) / 2
    return float(min(1.0, max(0.0, (open_ - rest - by_chance) / open_)))


def _spread(counts: NDArray[np.int64] | np.int64) -> float:
    """Sum of count times its logarithm; nothing for a count of zero."""
    return float((counts * np.log(np.maximum(counts, 1))).sum())
