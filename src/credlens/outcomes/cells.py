"""A person's applications as the cells that the model of :mod:`credlens.outcomes.effect` counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import sqrt

from credlens.model.application import Application
from credlens.model.belief import Arm
from credlens.outcomes.effect import Cell
from credlens.outcomes.window import WINDOW, counts, interviewed

MATCH_STEP = 0.05  # the share of an ad's skills that a person shows is not known more exactly
MOST_YEARS = 10  # of experience; more ask for nothing else

_COVARIATES: dict[str, Callable[[Application], float | None]] = {
    "match": lambda a: None if a.match is None else round(a.match / MATCH_STEP) * MATCH_STEP,
    "referral": lambda a: None if a.referral is None else float(a.referral),
    "years": lambda a: None if a.years is None else float(min(MOST_YEARS, round(a.years))),
}
"""What else is known of an application, rounded so that alike ones are counted together."""


def settled(
    applications: Iterable[Application], credential: str, today: date, days: int = WINDOW
) -> tuple[Application, ...]:
    """Those that count, and of which it is known whether they showed the credential."""
    return tuple(a for a in applications if a.showed(credential) is not None and counts(a, today, days))


def arms(applications: Iterable[Application], credential: str, days: int = WINDOW) -> tuple[Arm, Arm]:
    """(shown, not shown) of settled applications."""
    table = Counter((bool(a.showed(credential)), interviewed(a, days)) for a in applications)
    shown, hidden = (Arm(table[s, True] + table[s, False], table[s, True]) for s in (True, False))
    return shown, hidden


def covariates(applications: Sequence[Application]) -> tuple[str, ...]:
    """Names of what else is known of them and not the same for all."""
    return tuple(name for name, of in _COVARIATES.items() if len({of(a) for a in applications} - {None}) > 1)


def cells(
    applications: Sequence[Application], shown: Callable[[Application], bool], names: Sequence[str], days: int = WINDOW
) -> tuple[Cell, ...]:
    """Settled applications as cells; covariates have mean 0 and standard deviation 1, and what is not known counts as the mean.

    Args:
        applications: settled ones.
        shown: whether one showed the credential, or was to show it.
        names: of the covariates.
        days: the window.
    """
    columns = [_standard([_COVARIATES[name](a) for a in applications]) for name in names]
    n: Counter[tuple[bool, tuple[float, ...]]] = Counter()
    k: Counter[tuple[bool, tuple[float, ...]]] = Counter()
    for i, application in enumerate(applications):
        key = (shown(application), tuple(column[i] for column in columns))
        n[key] += 1
        k[key] += interviewed(application, days)
    return tuple(Cell(key[0], n[key], k[key], key[1]) for key in sorted(n))


def _standard(values: Sequence[float | None]) -> list[float]:
    known = [v for v in values if v is not None]
    mean = sum(known) / len(known)
    sd = sqrt(sum((v - mean) ** 2 for v in known) / len(known)) or 1.0
    return [0.0 if v is None else (v - mean) / sd for v in values]
