"""Complete orders that keep to a partial one, over its down-sets: draws of them, and what they come to on average.

A complete order is built from the most important class down. What is placed so far is a set that holds, with each class, all that
must come before it. Such a set is a bit mask, and of 12 classes there are at most 2^12, so that everything here is exact. For large orders
there is no short way: Brightwell & Winkler 1991, "Counting linear extensions", Order 8, 225-242.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from credlens.evaluate.streams import Floats

NODES = 32  # of the quadrature in `means`: its error is far below what a float can show

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Extensions:
    """The complete orders of k classes of criteria, all equally probable.

    Attributes:
        sizes: how many criteria each class has.
        before: for each class, the bit mask of the classes that must come before it; without a cycle.
    """

    sizes: tuple[int, ...]
    before: tuple[int, ...]

    def draw(self, chance: np.random.Generator, draws: int) -> Floats:
        """Drawn weights of one criterion of each class; shape (k, draws).

        Sorted exponentials x, dealt to the classes along a drawn complete order and brought to add up to 1 over all criteria. Sorting is
        saved: the j-th largest of k exponentials is the sum of e_i / i over i >= j (Renyi 1953), with fresh exponentials e.
        """
        places, sets = self._walk(chance, draws)
        steps = chance.standard_exponential((len(self.sizes), draws)) / np.arange(1, len(self.sizes) + 1)[:, None]
        steps /= np.sum(steps * self._criteria[sets], axis=0)
        falling = np.cumsum(steps[::-1], axis=0)[::-1]
        found: Floats = np.empty_like(falling)
        np.put_along_axis(found, places, falling, axis=0)
        return found

    def means(self) -> Floats:
        """Expected weight of one criterion of each class; shape (k,).

        The mean of x / S is the integral of E(x exp(-t S)) over t > 0. Along a complete order that is a product with one factor for each set,
        1 / (1 + t N / j) where N criteria are in its j classes, so that the sum over all orders runs over the sets once for each t. With
        t = u / (1 - u), Gauss and Legendre's rule takes it over 0 < u < 1; without ties it is a polynomial, and the rule is exact.
        """
        nodes, weights = np.polynomial.legendre.leggauss(NODES)
        t = (1 + nodes) / (1 - nodes)
        each = np.maximum(self._classes, 1)[:, None]
        factor = 1.0 / (1.0 + t * self._criteria[:, None] / each)
        factor[0] = 1.0
        reached, onward = self._flow(factor)
        passed = (reached * onward * factor / each) @ (weights * (1 + t) ** 2 / 2)
        passed /= self._counts[1][0, 0]
        passed[0] = 0.0
        found: Floats = self._members.T @ passed
        return found

    def precede(self) -> Floats:
        """Share of the complete orders in which class i comes before class j; shape (k, k). Exactly 0 where the order forbids it."""
        reached, onward = (flow[:, 0] for flow in self._counts)
        steps = self._allowed * reached[:, None] * onward[self._after] / onward[0]
        found: Floats = steps.T @ (1.0 - self._members)
        np.fill_diagonal(found, 0.0)
        return found

    def _walk(self, chance: np.random.Generator, draws: int) -> tuple[Ints, Ints]:
        """Complete orders: the class in each place, and the set up to there; each of shape (k, draws)."""
        ladder = np.cumsum(self._allowed * self._counts[1][:, 0][self._after], axis=1)
        ladder /= np.maximum(ladder[:, -1:], 1.0)
        places, sets = np.empty((2, len(self.sizes), draws), dtype=np.int64)
        state: Ints = np.zeros(draws, dtype=np.int64)
        for place, at in enumerate(chance.random((len(self.sizes), draws))):
            places[place] = np.sum(ladder[state] <= at[:, None], axis=1)
            state = self._after[state, places[place]]
            sets[place] = state
        return places, sets

    @cached_property
    def _members(self) -> Floats:
        """1 where a set holds a class; shape (2^k, k)."""
        found: Floats = ((np.arange(1 << len(self.sizes))[:, None] >> np.arange(len(self.sizes))) & 1).astype(float)
        return found

    @cached_property
    def _classes(self) -> Floats:
        """How many classes each set holds; shape (2^k,)."""
        found: Floats = np.sum(self._members, axis=1)
        return found

    @cached_property
    def _criteria(self) -> Floats:
        """How many criteria the classes of each set have; shape (2^k,)."""
        found: Floats = self._members @ np.array(self.sizes, dtype=float)
        return found

    @cached_property
    def _allowed(self) -> Bools:
        """Whether a class may follow on a set; shape (2^k, k)."""
        sets, before = np.arange(1 << len(self.sizes))[:, None], np.array(self.before, dtype=np.int64)
        found: Bools = (self._members == 0) & ((sets & before) == before)
        return found

    @cached_property
    def _after(self) -> Ints:
        """The set with a class; shape (2^k, k)."""
        found: Ints = np.arange(1 << len(self.sizes))[:, None] | (1 << np.arange(len(self.sizes)))
        return found

    @cached_property
    def _counts(self) -> tuple[Floats, Floats]:
        """How many ways lead to each set, and from it to the whole: at most 12!, which a float holds exactly; each (2^k, 1)."""
        return self._flow(np.ones((1 << len(self.sizes), 1)))

    def _flow(self, factor: Floats) -> tuple[Floats, Floats]:
        """Sums of products of factors over all ways to each set, itself among them, and from it to the whole.

        Args:
            factor: of each set, for several cases at once; shape (2^k, cases).

        Returns:
            Two arrays of that shape.
        """
        levels = [np.flatnonzero(self._classes == n) for n in range(len(self.sizes))]
        reached, onward = np.zeros_like(factor), np.zeros_like(factor)
        reached[0] = onward[-1] = 1.0
        for rows in reversed(levels):
            after = self._after[rows]
            onward[rows] = np.einsum("sk,skc->sc", self._allowed[rows], factor[after] * onward[after])
        for rows in levels:
            for one in range(len(self.sizes)):
                able = rows[self._allowed[rows, one]]
                into = self._after[able, one]
                reached[into] += reached[able] * factor[into]
        return reached, onward


def masks(pairs: Sequence[tuple[int, int]], k: int) -> tuple[int, ...]:
    """For each of k classes the bit mask of those that pairs (first, later) put before it."""
    found = [0] * k
    for first, later in pairs:
        found[later] |= 1 << first
    return tuple(found)
