"""A person's weights as they write them down: points, an order in words, or the name of a preset."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from credlens.evaluate.weights.groups import group_weights
from credlens.evaluate.weights.points import is_weight
from credlens.evaluate.weights.presets import preset
from credlens.evaluate.weights.words import Places, criterion, pairs, places, ties
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.weighting import Weighting
from credlens.yamltree import Lined

EXAMPLE = (
    'Write {"recognition": 60, "durability": 40}, {"order": ["recognition > durability"]} or {"preset": "survey"}.'
)
PARTS = ("preset", "points", "order")
SHOWN = 40  # characters of a value that is no weight

_EXPONENT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,3}")  # which our YAML leaves a text


def weighting(found: object, place: str) -> Weighting:
    """A weighting out of a parsed file.

    Forms: ``{criterion: number}``; ``{"points": {criterion: number}}``, which may stand beside ``{"order": ["a > b = c", ...]}`` for the other
    group; ``{"preset": name}``. Lines of an order add up to one partial order.

    Args:
        found: what the file holds, parsed.
        place: what messages call the file.

    Raises:
        InputError: every problem, with its place in the file.
    """
    if not isinstance(found, Mapping) or not found:
        raise InputError([Problem(place, "Weights are numbers by criterion, an order, or a preset.", EXAMPLE)])
    reader = _Reader(place)
    read = reader.parts(found) if any(name in found for name in PARTS) else Weighting(reader.points(found, ""))
    if not reader.problems:
        reader.makes_sense(read)
    if reader.problems:
        raise InputError(reader.problems)
    return read if read.origin != Weighting.origin or "preset" in found else _named(read)


def _named(read: Weighting) -> Weighting:
    said = [words for words, there in (("your points", read.points), ("your order", read.above or read.alike)) if there]
    return Weighting(read.points, read.above, read.alike, " and ".join(said))


class _Reader:
    """Reads the parts of a file, and notes what is wrong with them."""

    def __init__(self, place: str) -> None:
        self._place = place
        self.problems: list[Problem] = []

    def parts(self, found: Mapping[str, object]) -> Weighting:
        """A weighting out of named parts."""
        self.twice(found, "")
        for key in found:
            if key not in PARTS:
                self._note(str(key), f"`{key}` is none of: {', '.join(PARTS)}.", "Put criteria below `points`.")
        if "preset" not in found:
            listed = self._order(found["order"]) if "order" in found else []
            return Weighting(
                self.points(found["points"], "points.") if "points" in found else {},
                tuple(pair for line in listed for pair in pairs(line)),
                tuple(same for line in listed for same in ties(line)),
            )
        if len(found) > 1:
            self._note("preset", "A preset stands alone.", "Take out the rest, or the preset.")
        try:
            return preset(str(found["preset"])).weighting
        except UserError as error:
            self._tell("preset", error)
            return Weighting()

    def points(self, found: object, path: str) -> dict[str, float]:
        """Points by criterion."""
        if not isinstance(found, Mapping) or not found:
            self._note(path.rstrip("."), "Points are numbers by criterion.", 'Write {"recognition": 40, "cost": 30}.')
            return {}
        self.twice(found, path)
        read: dict[str, float] = {}
        for key, value in found.items():
            try:
                name = criterion(str(key))
            except UserError as error:
                self._tell(f"{path}{key}", error)
                continue
            if name in read:
                self._note(f"{path}{key}", f"{name} is there twice.", "Keep one of them.")
            read[name] = self._number(f"{path}{key}", value)
        return read

    def twice(self, found: Mapping[str, object], path: str) -> None:
        """Note keys that the file gives more than once."""
        for key in dict.fromkeys(key for key, _ in found.twice) if isinstance(found, Lined) else ():
            self._note(f"{path}{key}", f"`{key}` is given more than once.", "Keep one of them.")

    def makes_sense(self, read: Weighting) -> None:
        """Note what contradicts itself."""
        try:
            group_weights(read)
        except UserError as error:
            self._tell("order" if read.above or read.alike else "", error)

    def _order(self, found: object) -> list[Places]:
        lines = [found] if isinstance(found, str) else found
        if not isinstance(lines, Sequence) or not lines:
            self._note("order", "An order is a list of lines.", 'Write ["recognition > supervision", "cost = time"].')
            return []
        read = []
        for at, line in enumerate(lines):
            try:
                read.append(places(str(line)))
            except UserError as error:
                self._tell(f"order[{at}]", error)
        return read

    def _number(self, path: str, value: object) -> float:
        if isinstance(value, Decimal) or (isinstance(value, str) and _EXPONENT.fullmatch(value)):
            value = float(value)
        if is_weight(value):
            return float(value)
        self._note(path, f"A weight is a number of 0 or more, not {_shown(value)}.", "Give more to what matters more.")
        return 0.0

    def _tell(self, path: str, error: UserError) -> None:
        self._note(path, error.message, error.what_to_do or "")

    def _note(self, path: str, message: str, what_to_do: str) -> None:
        self.problems.append(Problem(f"{self._place}: {path}" if path else self._place, message, what_to_do))


def _shown(value: object) -> str:
    """A value in a message: a long one is cut."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
