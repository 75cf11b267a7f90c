"""What a node states, one statement at a time; which of it the fields took; and the node again out of fields and the rest.

A statement is a property with one value. A field takes one wholly when writing the field gives the very same statement. When the value says
more than the fields hold ("a price, and where it is explained") the whole of it is kept, marked with what the fields write in its place:
going out, it stands for exactly that. A kept statement whose fields have changed since says something else than the record, and stays behind.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from credlens.catalog.ctdl.names import Node, is_language_map
from credlens.catalog.values.reading import Reading
from credlens.model.fact import Source

Statement: TypeAlias = tuple[str, Any]
Kept: TypeAlias = dict[str, list[Any]]

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
STANDS_FOR, AS = "credlens:for", "credlens:as"
# Properties with one value: written without a list around it.
_SINGLE = frozenset(
    [
        "@id",
        "@type",
        "ceterms:ctid",
        "ceterms:subjectWebpage",
        "ceterms:credentialStatusType",
        "ceterms:lifeCycleStatusType",
        "ceterms:expirationDate",
        "ceterms:supersededBy",
        "ceterms:renewalFrequency",
        "ceterms:isNonCredit",
        "ceterms:isProctored",
        "ceterms:dateEffective",
        "ceterms:codedNotation",
        "ceterms:versionCode",
        "ceterms:image",
        "ceterms:latestVersion",
        "ceterms:previousVersion",
        "ceterms:nextVersion",
        "ceterms:supersedes",
        "ceterms:hasGroupParticipation",
        "ceterms:hasGroupEvaluation",
        "ceterms:processStandards",
        "ceterms:credentialId",
        "ceterms:inCatalog",
    ]
)
_TEXT_LISTS = frozenset({"ceterms:alternateName", "ceterms:keyword", "ceterms:condition"})


@dataclass(frozen=True, slots=True)
class Style:
    """What the writers of a record have to know of the whole of it.

    Attributes:
        language: the tag of its texts.
        learning: whether it is a course or programme; ``exam``: an assessment by itself.
        own: what ``@id`` and its page name it by, as ``scheme:value``.
    """

    language: str = "en"
    learning: bool = False
    exam: bool = False
    own: frozenset[str] = frozenset()

    def text(self, words: str) -> dict[str, str]:
        """A text in the record's language."""
        return {self.language: words}


@dataclass(frozen=True, slots=True)
class Context:
    """One node being read.

    Attributes:
        node: all of it, with what it refers to put in its place.
    """

    reading: Reading
    node: Node
    style: Style

    @property
    def source(self) -> Source:
        """Who says what the node says."""
        return self.reading.source


@dataclass(frozen=True, slots=True)
class Part:
    """What a reader found for a field.

    Attributes:
        field: of :class:`~credlens.model.credential.Credential`.
        value: a member of a list, or the value of a fact (or the fact itself).
        at: which of the property's values say so.
        source: who says so, when that is not the node.
    """

    field: str
    value: Any
    at: tuple[int, ...]
    note: str = ""
    source: Source | None = None


Reader: TypeAlias = Callable[[Context, str, list[Any]], Iterator[Part]]
Writer: TypeAlias = Callable[[Any, Style], Iterable[Statement]]


@dataclass(slots=True)
class Tally:
    """How many statements of a node the fields took wholly, took with more around, and left."""

    taken: int = 0
    partly: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """One value of a property: the marks of what the fields write in its place, and whether that is the very same."""

    value: Any
    marks: tuple[str, ...]
    wholly: bool


@dataclass(slots=True)
class Rest:
    """What of a node is kept."""

    tally: Tally
    _said: dict[str, list[_Said]] = field(default_factory=dict)

    def settle(self, name: str, values: list[Any], stands: Mapping[int, list[str]]) -> None:
        """Take in what the fields made of a property.

        Args:
            stands: for each value that was read, the marks of what its fields write.
        """
        for place, value in enumerate(values):
            marks = tuple(dict.fromkeys(stands.get(place, ())))
            wholly = len(marks) == 1 and marks[0] == mark((name, value))
            self.tally.taken += wholly
            self.tally.partly += bool(marks) and not wholly
            self.tally.left += not marks
            self._said.setdefault(name, []).append(_Said(value, marks, wholly))

    def kept(self) -> Kept:
        """The properties that the fields would not write as they came, each with all of its values in their order."""
        shared = {m for values in self._said.values() for v in values if not v.wholly for m in v.marks}
        return {
            name: [{STANDS_FOR: list(v.marks), AS: v.value} if v.marks else v.value for v in values]
            for name, values in self._said.items()
            if not all(v.wholly and v.marks[0] not in shared for v in values)
        }


def elements(value: Any) -> list[Any]:
    """The values of a property, one by one: lists opened, a text in several languages taken apart, ``@value`` and bare ``@id`` made plain."""
    if value is None:
        return []
    if isinstance(value, list):
        return [e for v in value for e in elements(v)]
    if is_language_map(value):
        return [{tag: text} for tag, texts in value.items() for text in (texts if isinstance(texts, list) else [texts])]
    if not isinstance(value, dict):
        return [value]
    if "@list" in value or "@set" in value:
        return elements(value.get("@list", value.get("@set")))
    if "@value" in value:
        tag = value.get("@language")
        return (
            [{tag: value["@value"]}]
            if isinstance(tag, str) and isinstance(value["@value"], str)
            else elements(value["@value"])
        )
    if set(value) == {"@id"}:
        return elements(value["@id"])
    return [value] if value else []


def mark(statement: Statement) -> str:
    """A short name of a statement, the same for two writings of it."""
    return hashlib.sha256(canonical_json([statement[0], statement[1]]).encode("utf-8", "replace")).hexdigest()[:12]


def canonical_json(value: Any) -> str:
    """One text for all writings of a value: a list of one is its member, 3.0 is 3, the order of names does not count."""
    return _ENCODER.encode(_simple(value))


def _simple(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _simple(v) for k, v in value.items()} if set(value) != {"@id"} else _simple(value["@id"])
    if isinstance(value, list):
        return _simple(value[0]) if len(value) == 1 else [_simple(v) for v in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def put_back(written: list[Statement], kept: Kept) -> list[Statement]:
    """What the fields write, with the kept statements in the place of those that they stand for, and the others behind them.

    The kept values of a property stay together and in their order.
    """
    places = {mark(statement): place for place, statement in reversed(list(enumerate(written)))}
    instead: dict[int, list[Statement]] = {}
    covered: set[str] = set()
    for name, values in kept.items():
        block: list[Statement] = []
        first = len(written)
        for value in values:
            marks = value.get(STANDS_FOR) if isinstance(value, dict) else None
            if not isinstance(marks, list) or not marks:
                block.append((name, value))
            elif all(isinstance(m, str) and m in places for m in marks):
                covered.update(marks)
                first = min(first, *(places[m] for m in marks))
                block.append((name, value.get(AS)))
        instead.setdefault(first, []).extend(block)
    out: list[Statement] = []
    for place, statement in enumerate(written):
        out += instead.get(place, [])
        if mark(statement) not in covered:
            out.append(statement)
    return out + instead.get(len(written), [])


def as_node(statements: Iterable[Statement]) -> Node:
    """The statements as one JSON object; none of them twice."""
    values: dict[str, dict[str, Any]] = {}
    for name, value in statements:
        values.setdefault(name, {}).setdefault(canonical_json(value), value)
    return {name: _joined(name, list(found.values())) for name, found in values.items()}


def _joined(name: str, values: list[Any]) -> Any:
    """The values as one; texts in one map of languages, unless that would put them into another order."""
    if all(is_language_map(v) for v in values):
        texts: dict[str, list[str]] = {}
        for tag, text in (item for value in values for item in value.items()):
            texts.setdefault(tag, []).extend(text if isinstance(text, list) else [text])
        one = {tag: t if name in _TEXT_LISTS or len(t) > 1 else t[0] for tag, t in texts.items()}
        if elements(one) == elements(values):
            return one
    return values[0] if name in _SINGLE and len(values) == 1 else values


def each(read: Callable[[Context, str, Any], Iterable[tuple[str, Any]]]) -> Reader:
    """A reader of a property out of one that reads a single value of it, as (field, value) pairs."""

    def reader(context: Context, name: str, values: list[Any]) -> Iterator[Part]:
        for place, value in enumerate(values):
            for field_name, found in read(context, name, value):
                yield Part(field_name, found, (place,))

    return reader
