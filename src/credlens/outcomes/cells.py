"""A person's applications as the cells that the model of :mod:`credlens.outcomes.effect` counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from credlens.model.application import Application, StepKind
from credlens.model.belief import Arm
from credlens.outcomes.effect import Cell, Floats
from credlens.outcomes.window import INTERVIEWED

MATCH_STEP = 0.05  # the share of an ad's skills that a person shows is not known more exactly
MOST_YEARS = 10  # of experience; more ask for nothing else

COVARIATES = ("match", "referral", "years")
_UNKNOWN = -1  # the code of a covariate that is not known; others are whole numbers from 0 on
_CODES = 32  # more than any covariate has
_NEVER = 10**9


@dataclass(frozen=True)
class Log:
    """Applications as columns, one row each; those of which nobody said whether they showed the credential are left out.

    Attributes:
        shown: whether it showed the credential.
        age: days since it was sent.
        delay: days until the first interview; 0 where its day is not known, and very many where there was none.
        withdrawn: whether the person withdrew.
        codes: (rows, covariates) as whole numbers; -1 where one is not known.
    """

    shown: NDArray[np.bool_]
    age: NDArray[np.int64]
    delay: NDArray[np.int64]
    withdrawn: NDArray[np.bool_]
    codes: NDArray[np.int64]

    def settled(self, days: int) -> NDArray[np.bool_]:
        """Which rows count, as :func:`credlens.outcomes.window.counts` has it."""
        counted: NDArray[np.bool_] = (self.age >= days) & (~self.withdrawn | (self.delay <= days))
        return counted

    def arms(self, days: int) -> tuple[Arm, Arm]:
        """(shown, not shown) of the rows that count."""
        counted, talked = self.settled(days), self.delay <= days
        shown, hidden = (
            Arm(int((counted & arm).sum()), int((counted & arm & talked).sum())) for arm in (self.shown, ~self.shown)
        )
        return shown, hidden

    def covariates(self, days: int) -> tuple[str, ...]:
        """Names of what else is known of the rows that count and not the same for all."""
        codes = self.codes[self.settled(days)]
        return tuple(name for i, name in enumerate(COVARIATES) if len(set(codes[:, i].tolist()) - {_UNKNOWN}) > 1)

    def cells(self, days: int, names: Sequence[str]) -> tuple[Cell, ...]:
        """The rows that count, alike ones together. Covariates have mean 0 and standard deviation 1; what is not known counts as the mean."""
        counted = self.settled(days)
        columns = [COVARIATES.index(name) for name in names]
        codes = self.codes[counted][:, columns]
        key = self.shown[counted].astype(np.int64)
        for column in codes.T:
            key = key * _CODES + column + 1
        keys, where, of = np.unique(key, return_index=True, return_inverse=True)
        n = np.bincount(of, minlength=len(keys))
        k = np.bincount(of, weights=(self.delay[counted] <= days), minlength=len(keys))
        x = np.column_stack([_standard(column) for column in codes.T]) if columns else np.zeros((len(key), 0))
        shown = self.shown[counted]
        return tuple(
            Cell(bool(shown[row]), int(n[i]), int(k[i]), tuple(x[row].tolist())) for i, row in enumerate(where.tolist())
        )


def columns(applications: Sequence[Application], credential: str, today: date) -> Log:
    """Applications as columns."""
    day = today.toordinal()
    rows = [_row(a, shown, day) for a in applications if (shown := a.showed(credential)) is not None]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 4 + len(COVARIATES))
    return Log(table[:, 0].astype(bool), table[:, 1], table[:, 2], table[:, 3].astype(bool), table[:, 4:])


def _row(a: Application, shown: bool, today: int) -> tuple[int, ...]:
    sent = a.applied.toordinal()
    delay, withdrawn = _NEVER, False
    for step in a.steps:
        if step.kind in INTERVIEWED:
            delay = min(delay, 0 if step.day is None else step.day.toordinal() - sent)
        elif step.kind is StepKind.WITHDRAWN:
            withdrawn = True
    return (
        shown,
        today - sent,
        delay,
        withdrawn,
        _UNKNOWN if a.match is None else round(a.match / MATCH_STEP),
        _UNKNOWN if a.referral is None else int(a.referral),
        _UNKNOWN if a.years is None else min(MOST_YEARS, max(0, round(a.years))),
    )


def _standard(codes: NDArray[np.int64]) -> Floats:
    known = codes[codes != _UNKNOWN]
    scaled: Floats = np.where(codes == _UNKNOWN, 0.0, (codes - known.mean()) / (known.std() or 1.0))
    return scaled
