"""Who is first among those that are compared: chances, dominance, what would change it, and whether it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from credlens.evaluate.look_up import telling
from credlens.evaluate.runner import Runner, expected
from credlens.evaluate.smaa import Simulation
from credlens.model.scorecard import Dominance, Favour, LookUp, Sensitivity, Shift

PAIRS_AMONG = 30  # of the best: nobody reads more duels
CENTRAL = 0.02  # by so much a weight differs from its mean before it is named
EVER = 0.01  # of the draws; one that is first less often than that is as good as never first
FACTORS = (0.5, 1.5)  # of a weight


@dataclass(frozen=True)
class Race:
    """Alternatives, in the order of the simulation's rows, and what the draws say.

    Attributes:
        shares: expected weights by criterion, adding up to 1.
    """

    runners: Sequence[Runner]
    shares: Mapping[str, float]
    drawn: Simulation
    seed: int

    def chances(self) -> dict[str, tuple[float, float]]:
        """(P(best), P(among the best three)) by alternative."""
        best, top = self.drawn.p_best, self.drawn.p_top(3)
        return {r.id: (float(best[row]), float(top[row])) for row, r in enumerate(self.runners)}

    def favours(self) -> dict[str, Favour]:
        """The weights under which each comes first, for those that do in :data:`EVER` of the draws."""
        usual = {c: float(w.mean()) for c, w in self.drawn.weights.items()}
        best = self.drawn.p_best
        found = {r.id: self.drawn.central(row) for row, r in enumerate(self.runners) if best[row] >= EVER}
        return {
            name: _favour(central, usual, leads=self._first(central)[0] == name)
            for name, central in found.items()
            if central is not None
        }

    def wins(self) -> dict[tuple[str, str], float]:
        """Duels among the best, both ways."""
        return {
            (self.runners[a].id, self.runners[b].id): self.drawn.wins(a, b) for a, b in permutations(self._leading(), 2)
        }

    def dominated(self) -> tuple[Dominance, ...]:
        """Who is at least as good as whom on every criterion that has weight, among the best; in the order of their ids."""
        ids = sorted((self.runners[row] for row in self._leading()), key=lambda r: r.id)
        pairs = ((a, b) for a, b in permutations(ids, 2))
        return tuple(found for a, b in pairs if (found := self._dominance(a, b)))

    def _dominance(self, better: Runner, worse: Runner) -> Dominance | None:
        both = [(better.findings[c], worse.findings[c]) for c, share in self.shares.items() if share > 0]
        if any(b.low < w.low or b.high < w.high for b, w in both):
            return None
        if all((b.low, b.high) == (w.low, w.high) for b, w in both):
            return None
        return Dominance(better.id, worse.id, surely=all(b.low >= w.high for b, w in both))

    def look_ups(self) -> tuple[LookUp, ...]:
        """The unknowns whose answers tell most about who is first; see :func:`credlens.evaluate.look_up.telling`."""
        best = self.drawn.p_best
        ever = [r for row, r in enumerate(self.runners) if best[row] >= EVER]
        return telling(ever, self.shares, self.drawn.weights, self.seed)

    def sensitivity(self) -> Sensitivity | None:
        """Whether the best expected score stays the best when one weight is halved or half as much again; None for fewer than two."""
        if len(self.runners) < 2:
            return None
        first, lead = self._first(self.shares)
        shifts = tuple(
            Shift(criterion, factor, *self._first(_shifted(self.shares, criterion, factor)))
            for criterion, share in self.shares.items()
            if 0 < share < 1
            for factor in FACTORS
        )
        return Sensitivity(first, lead, shifts)

    def _first(self, shares: Mapping[str, float]) -> tuple[str, float]:
        ranked = sorted((-expected(r.findings, shares), r.id) for r in self.runners)
        return ranked[0][1], ranked[1][0] - ranked[0][0]

    def _leading(self) -> list[int]:
        """Rows of the best by expected score."""
        ranked = sorted(
            range(len(self.runners)),
            key=lambda row: (-expected(self.runners[row].findings, self.shares), self.runners[row].id),
        )
        return ranked[:PAIRS_AMONG]


def _favour(central: Mapping[str, float], usual: Mapping[str, float], *, leads: bool) -> Favour:
    apart = sorted((central[c] - usual[c], c) for c in usual)
    more = tuple(c for d, c in reversed(apart) if d >= CENTRAL)
    return Favour(central, more, tuple(c for d, c in apart if d <= -CENTRAL), leads)


def _shifted(shares: Mapping[str, float], criterion: str, factor: float) -> dict[str, float]:
    moved = {c: s * (factor if c == criterion else 1.0) for c, s in shares.items()}
    total = sum(moved.values())
    return {c: s / total for c, s in moved.items()}
