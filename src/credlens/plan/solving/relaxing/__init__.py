"""A bound on every plan, and which offers can still be part of a better one: a linear relaxation with its columns priced in.

**Relaxation.** Each offer may be taken in part. Kept are the budget, the days of study, the cap on the number of credentials, the periods
of shared payments, also of each single user, credentials asked for, one option per credential, bundles and awards. Prerequisites are
dropped.

**Worth.** The worth f of a target's evidence is concave, so it is bounded by its chords through neighbouring integers k and k + 1, of slope
s and intercept c. A chord alone treats half of a credential that proves a as evidence a / 2, which is worth more than half of what that
credential is worth. So chords are *lifted*: worth <= c + sum of g(a_i) x_i, where g(a) = s a for a <= k and g(a) = f(a) - c beyond. This
holds for every set of pieces: without a piece beyond k it is the chord; the first piece a > k alone is exact, c + g(a) = f(a); and
whatever else joins evidence e >= k adds at most s b when b <= k, since f grows by at most s a unit there, and f(e + b) - f(e) <=
f(k + b) - f(k) <= f(b) - c when b > k, the last because f grows by at most s a unit beyond b, too. Compared with plain chords it takes
about half of the gap away (decision 0018). Chords are added where the relaxed solution claims the most (cutting planes, Kelley 1960,
J. SIAM 8, 703-712).

**Bound.** Whatever the linear solver returns, its prices y >= 0 give the bound y.b + the sum of positive reduced values over *all* offers
(weak duality; Neumaier and Shcherbina 2004, Math. Programming 99, 283-296), so offers that were never priced in cannot make it wrong;
one part in 10^7 is added for the rounding of floating-point sums. An offer whose reduced value is below minus the distance between the
bound and a plan at hand is part of no better plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from credlens.plan.solving.columns import Columns
from credlens.plan.solving.relaxing.chords import WORTHS, Floats, most_violated
from credlens.plan.solving.relaxing.programme import Aim, Programme
from credlens.plan.value import FULL, TOP

__all__ = ["Aim", "Relaxed", "relax"]

FIRST = 200  # offers in the programme from the beginning
MORE = 150  # offers priced in at once, at most
ROUNDS = 40  # linear programmes, at most
AT_FIRST = (0, 20, 50, 100, 180)  # chords of each target from the beginning; others come where they are needed
ENOUGH = 2e-4  # share of the bound that a round of chords has to gain to be worth another one
SAFETY = 1e-7  # share of the bound added for rounding


@dataclass(frozen=True)
class Relaxed:
    """What the relaxation says.

    Attributes:
        bound: no set that keeps the limits has a larger value of the aim.
        reduced: for each offer, what taking it adds to the bound; below zero for unattractive ones.
        chords: (target, k) of the chords that count.
    """

    bound: float
    reduced: Floats
    chords: tuple[tuple[int, int], ...]

    def can_reach(self, value: float) -> NDArray[np.bool_]:
        """Which offers can be part of a set with at least this value."""
        return np.asarray(self.reduced >= value - self.bound)


def relax(table: Columns, aim: Aim | None = None) -> Relaxed:
    """Bound and reduced values for an aim, by default the most worth."""
    return _Relaxation(table, aim or Aim()).run()


class _Relaxation:
    def __init__(self, table: Columns, aim: Aim) -> None:
        self.table, self.aim, self.problem = table, aim, table.problem
        self.weights = np.array(self.problem.weights, dtype=np.float64)
        order = np.argsort(table.targets, kind="stable")
        rows, pulls = table.rows[order], table.pulls[order]
        ends = np.searchsorted(table.targets[order], np.arange(len(self.weights) + 1))
        self.by_target = [(rows[a:b], pulls[a:b]) for a, b in pairwise(ends)]
        self.chords = [(t, k) for t in range(len(self.weights)) for k in AT_FIRST]
        self.in_pool = np.zeros(len(table.days), dtype=np.bool_)
        self._admit(self._asked())
        self._admit(np.argsort(-self._density(), kind="stable")[:FIRST].tolist())

    def _asked(self) -> list[int]:
        """Offers of credentials that rows name: asked for, or members of bundles and awards."""
        named = {*self.problem.fixed}
        named |= {m for b in self.problem.bundles for m in b.members} | {
            m for a in self.problem.awards for m in a.members
        }
        return [i for credential in sorted(named) for i in self.table.options.get(credential, ())]

    def _density(self) -> Floats:
        """Worth alone for what it takes of every limit."""
        table = self.table
        alone = np.zeros(len(table.days))
        np.add.at(alone, table.rows, self.weights[table.targets] * WORTHS[np.minimum(table.pulls, TOP)])
        takes = table.cents / max(1, table.budget) + table.days / max(1, self.problem.horizon)
        takes = takes + 1 / max(1, self.problem.limits.max_credentials)
        return np.where(table.fits, alone / takes, -1.0)

    def _admit(self, offers: list[int]) -> None:
        """Take offers into the programme, with every other option of their credentials."""
        for i in offers:
            self.in_pool[self.table.options[self.problem.offers[i].credential]] = True

    def run(self) -> Relaxed:
        """Solve, price in, cut, until nothing is gained."""
        best = Relaxed(float("inf"), np.zeros(len(self.table.days)), ())
        last = float("inf")
        for _ in range(ROUNDS):
            pool = np.flatnonzero(self.in_pool)
            solved = self._solve(pool)
            if solved is None:
                break
            found, values = solved
            best = found if found.bound < best.bound else best
            new = np.flatnonzero((found.reduced > SAFETY * abs(found.bound)) & ~self.in_pool)
            if len(new):
                self._admit(new[np.argsort(-found.reduced[new], kind="stable")[:MORE]].tolist())
            elif last - found.bound < ENOUGH * abs(found.bound) or not self._cut(pool, values):
                break
            else:
                last = found.bound
        return best

    def _solve(self, pool: NDArray[np.int64]) -> tuple[Relaxed, Floats] | None:
        """One linear programme; None when the solver finds no answer, and then nothing can be said."""
        programme = Programme(self.table, self.aim, pool, self.chords)
        box = np.column_stack([np.zeros(programme.width), programme.most])
        answer = linprog(programme.costs, programme.matrix, programme.right, bounds=box, method="highs-ds")
        if answer.x is None:
            return None
        prices = np.maximum(0.0, -answer.ineqlin.marginals)
        reduced = programme.reduced(prices, self.by_target)
        reduced[~self.table.fits] = -np.inf
        bound = programme.bound(prices, reduced)
        used = tuple(c for c, p in zip(self.chords, prices, strict=False) if p > 0)
        return Relaxed(bound + abs(bound) * SAFETY, reduced, used), answer.x

    def _cut(self, pool: NDArray[np.int64], values: Floats) -> bool:
        """For each target the chord that the relaxed solution violates most; False when it violates none."""
        share = np.zeros(len(self.table.days))
        share[pool] = values[: len(pool)]
        have, before = set(self.chords), len(self.chords)
        for t, (offers, pulls) in enumerate(self.by_target):
            taken = share[offers] > 1e-9
            if not taken.any():
                continue
            k, allowed = most_violated(pulls[taken], share[offers[taken]])
            claimed = values[len(pool) + t] * FULL
            if allowed < claimed - 1 and (t, k) not in have:
                self.chords.append((t, k))
        return len(self.chords) > before
