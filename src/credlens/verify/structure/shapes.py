"""A small language for the shapes that standards demand of JSON: a rule takes a value and its place, and notes flaws.

A table of a class is a :class:`Shape`: its properties with a rule for each, those that must be there, and the type it must have. Properties that
no table knows are left alone: the standards allow extensions, and whether their terms are defined is another check. Rules never fail on any
JSON, never change it and stop to write after :data:`MOST` flaws.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

MOST = 20
"""Flaws that are told of one document."""

Place: TypeAlias = "tuple[Place, str | int] | None"
"""Where a value is: the place of what holds it, and its key or index there; None for the document. Made into a pointer only for a flaw."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as the standard demands; ``where`` is a JSON Pointer (RFC 6901)."""

    where: str
    words: str


class Flaws:
    """Collects flaws, at most :data:`MOST`."""

    def __init__(self) -> None:
        self.found: list[Flaw] = []

    def add(self, place: Place, words: str) -> None:
        """Note a flaw; words are a sentence."""
        if len(self.found) < MOST:
            self.found.append(Flaw(pointer(place), words))


Rule: TypeAlias = Callable[[Any, Place, Flaws], None]


def pointer(place: Place) -> str:
    """A place as JSON Pointer."""
    parts: list[str] = []
    while place is not None:
        place, key = place
        parts.append(str(key).replace("~", "~0").replace("/", "~1"))
    return "".join(f"/{p}" for p in reversed(parts))


@dataclass(frozen=True)
class Shape:
    """The table of one class.

    Attributes:
        name: in words, with its article: "An achievement".
        properties: a rule for each property that is known.
        required: those that must be there.
        types: one of them must be among its types; empty when the class needs none.
        more: rules over several properties at once.
        one_of: at least one of these must be there; empty for no such rule.
    """

    name: str
    properties: Mapping[str, Rule]
    required: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    one_of: tuple[str, ...] = ()
    more: tuple[Rule, ...] = field(default=())

    def __call__(self, value: Any, place: Place, flaws: Flaws) -> None:
        """Hold an object against the table."""
        if not isinstance(value, dict):
            flaws.add(place, f"{self.name} has to be an object here, not {kind(value)}.")
            return
        for key in self.required:
            if key not in value:
                flaws.add(place, f"{self.name} lacks {key!r}.")
        if self.one_of and not any(value.get(k) not in (None, [], "") for k in self.one_of):
            flaws.add(place, f"{self.name} needs {' or '.join(map(repr, self.one_of))}.")
        properties = self.properties
        for key, inner in value.items():
            rule = properties.get(key)
            if rule is not None:
                rule(inner, (place, key), flaws)
        if self.types and "type" in value and self.types.isdisjoint(types_of(value)):
            wanted = " or ".join(sorted(self.types))
            flaws.add((place, "type"), f"{self.name} has to be of type {wanted}.")
        for rule in self.more:
            rule(value, place, flaws)


class Later:
    """A rule that is named before it is made, for classes that hold their own kind."""

    def __init__(self) -> None:
        self.rule: Rule | None = None

    def __call__(self, value: Any, place: Place, flaws: Flaws) -> None:
        """Follow the rule."""
        assert self.rule is not None  # noqa: S101  (the tables set it when they are made)
        self.rule(value, place, flaws)


def kind(value: Any) -> str:
    """What a JSON value is, in words with an article."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    for python, words in ((str, "a text"), (dict, "an object"), (list, "a list")):
        if isinstance(value, python):
            return words
    return "a number"


def listed(value: Any) -> tuple[Any, ...]:
    """One or many as many: JSON-LD takes a single value and a list of it for the same."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def types_of(value: Any) -> tuple[str, ...]:
    """The types of an object; empty when it has none."""
    if not isinstance(value, dict):
        return ()
    types = value.get("type")
    if isinstance(types, str):
        return (types,)
    return tuple(t for t in types if isinstance(t, str)) if isinstance(types, list) else ()


def many(rule: Rule, *, least: int = 0) -> Rule:
    """One value or a list of them.

    Args:
        least: how many there must be.
    """

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        if not isinstance(value, list):
            rule(value, place, flaws)
            return
        if len(value) < least:
            flaws.add(place, "This list is empty.")
        for index, inner in enumerate(value):
            rule(inner, (place, index), flaws)

    return check


def either(text: Rule, thing: Rule) -> Rule:
    """An object for which ``thing`` counts, or anything else for which ``text`` does."""

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        (thing if isinstance(value, dict) else text)(value, place, flaws)

    return check
