"""Who is first among those that are compared: chances, dominance, what would change it, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from credlens.evaluate.criteria.base import Finding
from credlens.evaluate.smaa import Simulation, common_fate, place
from credlens.evaluate.streams import Floats
from credlens.model.scorecard import Dominance, Favour, LookUp, Sensitivity, Shift

PAIRS_AMONG = 30  # of the best: nobody reads more duels
LOOK_UP = 5  # so many unknowns are proposed for looking up
NOTICEABLE = 0.01  # of what is open about the first place; an answer that settles less is not worth anybody's time
PARTS = 10  # of an unknown's interval that are told apart
CENTRAL = 0.02  # by so much a weight differs from its mean before it is named
EVER = 0.01  # of the draws; one that is first less often than that is as good as never first
FACTORS = (0.5, 1.5)  # of a weight


@dataclass(frozen=True)
class Runner:
    """One alternative: its findings by criterion, and by criterion the fields whose answer would narrow them."""

    id: str
    findings: Mapping[str, Finding]
    look_up: Mapping[str, tuple[str, ...]]


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
        """The unknowns whose answers tell most about who is first, at most :data:`LOOK_UP`.

        How much an answer tells is the mutual information of the unknown and the winner, over the winner's entropy (Cover & Thomas 2006,
        chapter 2), estimated from the draws with Miller and Madow's correction for their number.
        """
        winner = np.asarray(np.argmax(self.drawn.scores, axis=0))
        wins = np.bincount(winner, minlength=len(self.runners))
        if np.count_nonzero(wins) < 2:
            return ()
        found = [self._answer(row, c, where, winner, wins) for row, c, where in self._open()]
        worth = [(tells, f) for f in found if (tells := f.tells or 0.0) >= NOTICEABLE]
        return tuple(f for _, f in sorted(worth, key=lambda pair: (-pair[0], pair[1].credential, pair[1].criterion)))[
            :LOOK_UP
        ]

    def _open(self) -> Iterator[tuple[int, str, Floats]]:
        """(row, criterion, where the draws place the unknown) of everything that somebody could look up."""
        for row, runner in enumerate(self.runners):
            common = common_fate(runner.id, self.drawn.scores.shape[1], self.seed)
            for criterion in self.drawn.weights:
                if runner.look_up.get(criterion):
                    yield row, criterion, place(runner.id, criterion, common, self.seed)

    def _answer(
        self, row: int, criterion: str, where: Floats, winner: NDArray[np.int64], wins: NDArray[np.int64]
    ) -> LookUp:
        n = len(self.runners)
        part = np.minimum((where * PARTS).astype(int), PARTS - 1)
        table = np.bincount(part * n + winner, minlength=PARTS * n).reshape(PARTS, n)
        leader = int(np.argmax(wins))
        changes = float(table.sum(axis=1)[table.argmax(axis=1) != leader].sum() / len(winner))
        runner = self.runners[row]
        return replace(_unknown(runner, criterion, self.shares), tells=_told(table), changes=changes)

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


def widest(runners: Sequence[Runner], shares: Mapping[str, float]) -> tuple[LookUp, ...]:
    """The unknowns that leave most open, at most :data:`LOOK_UP`: what to look up where nobody is ranked."""
    found = [_unknown(r, c, shares) for r in runners for c in shares if shares[c] > 0 and r.look_up.get(c)]
    return tuple(sorted(found, key=lambda f: (-f.narrows, f.credential, f.criterion))[:LOOK_UP])


def _unknown(runner: Runner, criterion: str, shares: Mapping[str, float]) -> LookUp:
    finding = runner.findings[criterion]
    narrows = shares[criterion] * (finding.high - finding.low)
    return LookUp(runner.id, criterion, runner.look_up[criterion], narrows)


def expected(findings: Mapping[str, Finding], shares: Mapping[str, float]) -> float:
    """The expected score: exact, while the draws are chance."""
    return sum(share * (findings[c].low + findings[c].high) / 2 for c, share in shares.items())


def _favour(central: Mapping[str, float], usual: Mapping[str, float], *, leads: bool) -> Favour:
    apart = sorted((central[c] - usual[c], c) for c in usual)
    more = tuple(c for d, c in reversed(apart) if d >= CENTRAL)
    return Favour(central, more, tuple(c for d, c in apart if d <= -CENTRAL), leads)


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


def _shifted(shares: Mapping[str, float], criterion: str, factor: float) -> dict[str, float]:
    moved = {c: s * (factor if c == criterion else 1.0) for c, s in shares.items()}
    total = sum(moved.values())
    return {c: s / total for c, s in moved.items()}
