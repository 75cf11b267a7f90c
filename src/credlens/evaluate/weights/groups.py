"""Weights of both groups out of what a person said: points, an order, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY
from credlens.evaluate.streams import Floats
from credlens.evaluate.weights.bent import Bent
from credlens.evaluate.weights.order import Order, order
from credlens.evaluate.weights.points import Points, points, shares
from credlens.model.errors import UserError
from credlens.model.weighting import Weighting

GROUPS = (QUALITY, SUITABILITY)


class GroupWeights(Protocol):
    """The weights of one group of criteria, as a distribution."""

    @property
    def shares(self) -> Mapping[str, float]:
        """Expected weights by criterion, adding up to 1; 0 leaves a criterion out."""
        ...

    def draw(self, seed: int, draws: int) -> Mapping[str, Floats]:
        """Drawn weights by criterion, each of shape (draws,), adding up to 1 in each draw; those that are left out are missing.

        The same seed gives the same draws.
        """
        ...


def default_weights() -> dict[str, dict[str, float]]:
    """The criteria's own default weights by group, each group adding up to 1. Expert judgements, to be overruled."""
    return {g: shares({name: c.default_weight for name, c in CRITERIA.items() if c.group == g}) for g in GROUPS}


def group_weights(said: Weighting) -> dict[str, GroupWeights]:
    """Weights by group: points as they are, an order among the criteria that it names, defaults for everything else.

    Raises:
        UserError: unknown criterion, weights that make no sense, an order that contradicts itself or crosses the groups.
    """
    defaults = default_weights()
    known = [n for names in defaults.values() for n in names]
    for name in _named(said):
        if name not in known:
            raise UserError(
                f"There is no criterion called {name!r}.",
                where=f"weights: {name}",
                what_to_do=f"Use one of: {', '.join(known)}.",
            )
    for together in (*said.above, *said.alike):
        _in_one_group(together, defaults)
    return {group: _of(group, names, said) for group, names in defaults.items()}


def _named(said: Weighting) -> Iterable[str]:
    return (*said.points, *(n for pair in said.above for n in pair), *(n for same in said.alike for n in same))


def _in_one_group(together: Sequence[str], groups: Mapping[str, Mapping[str, float]]) -> None:
    for one, other in pairwise(together):
        if not any(one in names and other in names for names in groups.values()):
            raise UserError(
                f"{one} and {other} cannot be held against each other: {QUALITY} and {SUITABILITY} are weighted apart.",
                where=f"weights: {one}",
                what_to_do="Order each group for itself.",
            )


def _of(group: str, defaults: Mapping[str, float], said: Weighting) -> GroupWeights:
    above = [pair for pair in said.above if pair[0] in defaults]
    alike = [same for same in said.alike if any(name in defaults for name in same)]
    if not any(name in said.points for name in defaults):
        return _bent(order(above, alike, _mentioned(above, alike, defaults), group), defaults)
    if above or alike:
        raise UserError(
            f"There are both points and an order for {group}.",
            where=f"weights: {group}",
            what_to_do="Keep one of the two: points say more than an order.",
        )
    return points(said.points, defaults, group)


def _mentioned(above: Iterable[Sequence[str]], alike: Iterable[Sequence[str]], names: Iterable[str]) -> list[str]:
    found = {name for together in (*above, *alike) for name in together}
    return [name for name in names if name in found]


def _bent(ordered: Order, defaults: Mapping[str, float]) -> GroupWeights:
    """An order of no criterion, of some, or of all of a group."""
    named = sum(map(len, ordered.classes))
    return ordered if named == len(defaults) else Bent(Points(defaults), ordered) if named else Points(defaults)
