"""Weights by an order of importance: drawn evenly from all weights that keep to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from credlens.evaluate.streams import Floats, stream
from credlens.evaluate.weights.extensions import Extensions, masks
from credlens.model.errors import UserError

MOST = 14  # classes: work and memory double with each; the twelve criteria that there are need at most nine

Pair = tuple[str, str]


@dataclass(frozen=True)
class Order:
    """Weights of some criteria of a group that satisfy a partial order, every such weight as probable as any other.

    Ordinal information says that some criteria matter at least as much as others, and nothing else (Sarabando & Dias 2010, Computers
    & Operations Research 37, 2239-2247; simulated so by Butler, Jia & Dyer 1997, EJOR 103, 531-546). The part of the simplex
    that agrees consists of one simplex for each complete order that agrees, all of the same volume, since one becomes another by
    renaming the criteria. So: draw one of the complete orders, all equally probable, then a point of its simplex. Normalised exponentials
    are uniform on the whole simplex, and sorting them brings each into the simplex of its order; without ties the draws are exactly uniform. The
    mean of a complete order is then the rank order centroid, (1/k) times the sum of 1/j over j >= rank (Barron & Barrett 1996, Management
    Science 42, 1515-1523), and of no order at all 1/k.

    Criteria that matter equally form one class, which draws one weight for each of them as a single criterion would. That is not uniform
    on the weights with that tie, on purpose: those would take weight away from whatever is tied (of three criteria, two of them tied, 1/4,
    1/4, 1/2 on average), which nobody means who calls two things equal.

    Attributes:
        group: its name; the draws of two groups do not repeat each other.
        classes: criteria that matter equally, together; every criterion once.
        extensions: the complete orders of the classes.
    """

    group: str
    classes: tuple[tuple[str, ...], ...]
    extensions: Extensions

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """Expected weights by criterion, adding up to 1: exact, not simulated."""
        means = self.extensions.means()
        return {name: float(mean) for names, mean in zip(self.classes, means, strict=True) for name in names}

    def draw(self, seed: int, draws: int) -> Mapping[str, Floats]:
        """Drawn weights by criterion, each of shape (draws,), adding up to 1 in each draw.

        They depend on the seed and the order alone, not on what is compared.
        """
        drawn = self.extensions.draw(stream(seed, f"order {self.group}"), draws)
        return {name: weights for names, weights in zip(self.classes, drawn, strict=True) for name in names}


def order(above: Iterable[Pair], alike: Iterable[Sequence[str]], names: Iterable[str], group: str) -> Order:
    """An order of criteria of a group.

    Args:
        above: (more important, less important) criteria of the group.
        alike: criteria of the group that matter equally.
        names: the criteria to deal weights to, ordered or not.
        group: its name.

    Raises:
        UserError: the order contradicts itself (the cycle is named), or there are too many criteria.
    """
    classes = _classes(alike, names)
    if len(classes) > MOST:
        raise UserError(
            f"An order of {len(classes)} criteria is too large to reckon with; {MOST} are possible.",
            where=f"weights: {group}",
            what_to_do="Give points instead.",
        )
    place = {name: at for at, members in enumerate(classes) for name in members}
    pairs = []
    for more, less in above:
        _not_itself(more, less, place)
        pairs.append((place[more], place[less]))
    before = masks(pairs, len(classes))
    cycle = _cycle(before)
    if cycle:
        raise UserError(
            f"The order contradicts itself: {' > '.join(' = '.join(classes[at]) for at in cycle)}.",
            where=f"weights: {group}",
            what_to_do="Take one of these relations out, or turn it round.",
        )
    return Order(group, classes, Extensions(tuple(len(members) for members in classes), before))


def _classes(alike: Iterable[Sequence[str]], names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Criteria that matter equally, together, in the order of ``names``."""
    of = {name: name for name in names}
    for same in alike:
        joined = {of[name] for name in same}
        of = {name: min(joined) if of[name] in joined else of[name] for name in of}
    together: dict[str, list[str]] = {}
    for name, head in of.items():
        together.setdefault(head, []).append(name)
    return tuple(tuple(members) for members in together.values())


def _not_itself(more: str, less: str, place: Mapping[str, int]) -> None:
    if more == less:
        raise UserError(
            f"{more} cannot matter more than itself.", where=f"weights: {more}", what_to_do="Take that relation out."
        )
    if place[more] == place[less]:
        raise UserError(
            f"{more} and {less} are said to matter equally, and {more} to matter more.",
            where=f"weights: {more}",
            what_to_do="Keep one of the two.",
        )


def _cycle(before: Sequence[int]) -> list[int]:
    """A cycle, its first class again at the end, each class above the next; empty when there is none."""
    left = set(range(len(before)))
    while free := {at for at in left if not any(before[at] >> other & 1 for other in left)}:
        left -= free
    if not left:
        return []
    path = [min(left)]  # everybody who is left has somebody left above: going up must come back
    while path[-1] not in path[:-1]:
        path.append(next(other for other in sorted(left) if before[path[-1]] >> other & 1))
    return path[path.index(path[-1]) :][::-1]
