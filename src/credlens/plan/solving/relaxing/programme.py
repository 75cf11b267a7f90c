"""One linear programme of the relaxation: rows over a pool of offers, and what their prices say about all offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from credlens.plan.solving.columns import Columns
from credlens.plan.solving.relaxing.chords import INTERCEPTS, Floats, Ints, lifted
from credlens.plan.value import FULL

ByTarget = Sequence[tuple[Ints, Ints]]  # for each target: offers that prove it, and how much


@dataclass(frozen=True)
class Aim:
    """What is made as large as it can be: ``worth`` x integer worth - ``cents`` x money - ``days`` x days of study.

    Attributes:
        floor: least integer worth.
    """

    worth: float = 1.0
    cents: float = 0.0
    days: float = 0.0
    floor: int = 0


class Programme:
    """Rows of the form ``matrix @ values <= right`` over offers of the pool, worths of targets, periods, bundles and awards.

    Worth is counted in units of :data:`~credlens.plan.value.FULL` inside, so that the solver's tolerances fit.
    """

    def __init__(self, table: Columns, aim: Aim, pool: Ints, chords: Sequence[tuple[int, int]]) -> None:
        self.table = table
        self.aim = aim
        self.pool = pool
        self.chords = chords
        self.problem = table.problem
        self.unit = float(FULL) if aim.worth else 1.0
        self.place = {int(i): k for k, i in enumerate(pool)}
        offers, targets = len(pool), len(self.problem.targets)
        groups, bundles, awards = len(table.shared), len(self.problem.bundles), len(self.problem.awards)
        self.at = np.cumsum([0, offers, targets, groups, bundles, awards])
        self.rows: list[Ints] = []
        self.columns: list[Ints] = []
        self.factors: list[Floats] = []
        self.right_sides: list[float] = []
        self._objective()
        self._chords()
        self._limits()
        self._periods()
        self._sets()
        shape = (len(self.right_sides), self.width)
        entries = np.concatenate(self.factors), (np.concatenate(self.rows), np.concatenate(self.columns))
        self.matrix = sp.csr_matrix(entries, shape=shape)
        self.right: Floats = np.array(self.right_sides)

    @property
    def width(self) -> int:
        """Number of variables."""
        return int(self.at[-1])

    def _objective(self) -> None:
        aim, table = self.aim, self.table
        weights = np.array(self.problem.weights, dtype=np.float64)
        price = np.array([s.cents for s in table.shared], dtype=np.float64)
        per_cent = aim.cents / self.unit
        offers = per_cent * table.cents[self.pool] + aim.days / self.unit * table.days[self.pool]
        worths = -weights * (aim.worth * FULL / self.unit)
        bundles = -per_cent * np.array(table.discounts, dtype=np.float64)
        self.costs: Floats = np.concatenate(
            [offers, worths, per_cent * price, bundles, np.zeros(len(self.problem.awards))]
        )
        most = [1 if s.period is None else 1 + self._longest() // s.period for s in table.shared]
        ones = len(self.problem.bundles) + len(self.problem.awards)
        self.most: Floats = np.concatenate([np.ones(len(self.pool)), np.ones(len(weights)), most, np.ones(ones)])

    def _longest(self) -> int:
        return max(self.problem.horizon, int(self.table.days.max(initial=1)))

    def _row(self, columns: Ints | Sequence[int], factors: Floats | Sequence[float], right: float) -> int:
        """One more row; its number."""
        row = len(self.right_sides)
        self.columns.append(np.asarray(columns, dtype=np.int64))
        self.factors.append(np.asarray(factors, dtype=np.float64))
        self.rows.append(np.full(len(columns), row))
        self.right_sides.append(right)
        return row

    def _limits(self) -> None:
        """Four rows: budget, days, number, floor."""
        table, limits, at = self.table, self.problem.limits, self.at
        offers = np.arange(len(self.pool))
        price = [float(s.cents) for s in table.shared]
        saved = [-float(d) for d in table.discounts]
        paid = np.concatenate([offers, np.arange(at[2], at[4])])
        self.first = self._row(paid, [*table.cents[self.pool], *price, *saved], table.budget)
        self._row(offers, table.days[self.pool].astype(np.float64), self.problem.horizon)
        self._row(offers, np.ones(len(offers)), limits.max_credentials)
        self._row(np.arange(at[1], at[2]), [-float(w) for w in self.problem.weights], -self.aim.floor / FULL)

    def _periods(self) -> None:
        """Rows of shared payments: one for all users together, and one for each user in the pool."""
        self.group_rows: list[int | None] = []
        self.user_rows: list[tuple[int, int, float]] = []  # row, offer, factor
        for g, shared in enumerate(self.table.shared):
            inside = [(i, int(d)) for i, d in zip(shared.users.tolist(), shared.needs, strict=True) if i in self.place]
            period = int(self.at[2]) + g
            if shared.period is None:
                self.group_rows.append(None)
            else:
                used, days = [self.place[i] for i, _ in inside], [float(d) for _, d in inside]
                self.group_rows.append(self._row([*used, period], [*days, -float(shared.period)], shared.free_days))
            for i, d in inside:
                if times := shared.periods(d):
                    self.user_rows.append((self._row([self.place[i], period], [times, -1.0], 0.0), i, float(times)))

    def _sets(self) -> None:
        """Rows of credentials: asked for, several options, members of bundles and awards."""
        self.set_rows: list[tuple[int, list[int], float]] = []  # row, offers, factor
        for credential in self.problem.fixed:
            self._set([i for i in self.table.options.get(credential, ()) if i in self.place], -1.0, (), -1.0)
        for several in self.table.options.values():
            if len(several) > 1 and several[0] in self.place:
                self._set(several, 1.0, (), 1.0)
        bundles = [(3, k, b.members) for k, b in enumerate(self.problem.bundles)]
        for section, k, members in (*bundles, *((4, k, a.members) for k, a in enumerate(self.problem.awards))):
            for member in members:
                self._set(self.table.options.get(member, []), -1.0, [int(self.at[section]) + k], 0.0)

    def _set(self, offers: Sequence[int], factor: float, others: Sequence[int], right: float) -> None:
        columns = [*(self.place[i] for i in offers), *others]
        row = self._row(columns, [factor] * len(offers) + [1.0] * len(others), right)
        self.set_rows.append((row, list(offers), factor))

    def _chords(self) -> None:
        """The first rows: worth - sum of what each piece counts <= intercept."""
        table = self.table
        inside = np.full(len(table.days), -1)
        inside[self.pool] = np.arange(len(self.pool))
        some = np.flatnonzero(inside[table.rows] >= 0)
        some = some[np.argsort(table.targets[some], kind="stable")]
        ends = np.searchsorted(table.targets[some], np.arange(len(self.problem.targets) + 1))
        for t, k in self.chords:
            here = some[ends[t] : ends[t + 1]]
            awards = [a for a, pulls in enumerate(self.problem.award_pulls) if t in pulls]
            given = np.array([self.problem.award_pulls[a][t] for a in awards], dtype=np.int64)
            pulls = np.concatenate([table.pulls[here], given])
            columns = [inside[table.rows[here]], self.at[4] + np.array(awards, dtype=np.int64), [self.at[1] + t]]
            self._row(np.concatenate(columns), [*(-lifted(k, pulls) / FULL), 1.0], INTERCEPTS[k] / FULL)

    def reduced(self, prices: Floats, by_target: ByTarget) -> Floats:
        """For every offer, what taking it adds to the bound at these prices, in the aim's unit."""
        table, y = self.table, prices
        limits = y[self.first : self.first + 3]
        values = -(self.aim.cents / self.unit + limits[0]) * table.cents - limits[2]
        values -= (self.aim.days / self.unit + limits[1]) * table.days
        for (t, k), price in zip(self.chords, prices[: self.first], strict=True):
            if price > 0:
                offers, pulls = by_target[t]
                values[offers] += price * lifted(k, pulls) / FULL
        for shared, row in zip(table.shared, self.group_rows, strict=True):
            if row is not None and y[row] > 0:
                values[shared.users] -= y[row] * shared.needs
        for row, offer, times in self.user_rows:
            values[offer] -= y[row] * times
        for row, named, factor in self.set_rows:
            values[named] -= y[row] * factor
        return np.asarray(values * self.unit, dtype=np.float64)

    def bound(self, prices: Floats, reduced: Floats) -> float:
        """No set of offers has a larger value, by weak duality."""
        others = -(self.costs + self.matrix.T @ prices)[len(self.pool) :]
        rest = float(np.maximum(0.0, others) @ self.most[len(self.pool) :])
        return float(prices @ self.right + rest) * self.unit + float(
            np.maximum(0.0, reduced[np.isfinite(reduced)]).sum()
        )
