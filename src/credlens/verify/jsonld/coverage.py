"""What a signature over RDF does not cover, or covers under another name (Data Integrity 1.0 sections 2.4.1 and 5.2).

Such a signature is over the statements that a document makes, and people, as this program, read its JSON. Where the two can differ, something
could be added, hidden or moved without breaking the signature: a term without a meaning makes no statement; ``validUntil`` written out as its
IRI makes the same statement, and nobody who looks for ``validUntil`` finds it; what is said of the badge may stand at another place under its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.jsonld.rdf import expanded
from credlens.verify.limits import Limits

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*", re.ASCII)
_PLAIN_KEYWORDS = frozenset({"@context", "@value", "@language", "@direction"})
"""Keywords that may be written out: what they say is read, or changes no statement. VC contexts have ``id`` and ``type`` for the others."""
_NOT_COVERED = "so the signature does not cover it."


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Something the signature does not cover.

    Attributes:
        where: JSON Pointer to it, as nearly as it can be told.
        reason: why, in a sentence.
    """

    where: str
    reason: str


def uncovered(document: Mapping[str, Any], limits: Limits) -> tuple[Uncovered, ...]:
    """Everything in a JSON-LD document that a signature over its RDF would not cover, in the order of the document.

    Raises:
        UnknownContextError, TermError, TooMuchWorkError: as :func:`credlens.verify.jsonld.rdf.canonical`.
    """
    found = list(_written_oddly(document))
    dropped: dict[str, None] = {}
    tree = expanded(document, limits, lambda name: dropped.setdefault(str(name)))
    for name in dropped:
        reason = f"{name!r} has no meaning in the terms that it names, {_NOT_COVERED}"
        found += [Uncovered(place, reason) for place in _places(document, name)]
    found += [
        Uncovered(_place_of(document, value), f"{value[:80]!r} {reason}") for value, reason in _without_statement(tree)
    ]
    found += _said_elsewhere(tree)
    return tuple(dict.fromkeys(found))


def _written_oddly(value: Any, where: str = "") -> Iterator[Uncovered]:
    """Names that mean something else than they seem to, or hide what they mean."""
    if isinstance(value, dict):
        for name, inner in value.items():
            place = f"{where}/{_escaped(name)}"
            if name.startswith("@") and name not in _PLAIN_KEYWORDS:
                yield Uncovered(
                    place, f"{name} is not written out in badges; what stands there may be read in two ways."
                )
            elif ":" in name:
                yield Uncovered(
                    place, f"{name[:80]!r} is written as an address and not by its name, where it is overlooked."
                )
            if name in {"id", "@id"} and isinstance(inner, str) and inner.startswith("_:"):
                yield Uncovered(place, "It is named by a word that has no meaning outside of it.")
            if name != "@context":
                yield from _written_oddly(inner, place)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _written_oddly(inner, f"{where}/{number}")


def _without_statement(tree: Any) -> Iterator[tuple[str, str]]:
    """Values of the expanded form that make no statement in RDF, with the reason."""
    if isinstance(tree, list):
        for inner in tree:
            yield from _without_statement(inner)
    if not isinstance(tree, dict) or "@value" in tree:
        return
    name = tree.get("@id", "_:")
    if not isinstance(name, str) or not (_IRI.fullmatch(name) or name.startswith("_:")):
        yield str(name), f"is no absolute address, {_NOT_COVERED}"
    for kind in tree.get("@type", ()):
        if not isinstance(kind, str) or not _IRI.fullmatch(kind):
            yield str(kind), f"is a type without a meaning in the terms that it names, {_NOT_COVERED}"
    for prop, inner in tree.items():
        if prop.startswith("_:"):
            yield prop, f"is a name without a meaning, {_NOT_COVERED}"
        if prop == "@index":
            yield str(inner), f"is a label that makes no statement, {_NOT_COVERED}"
        elif prop not in {"@id", "@type"}:
            yield from _without_statement(inner)


def _said_elsewhere(tree: list[Any]) -> list[Uncovered]:
    """What is said of the document itself at another place of it: there nobody looks for it."""
    if len(tree) != 1:
        return [Uncovered("", "It holds several things side by side, or nothing.")] if tree else []
    top = tree[0]
    name = top.get("@id") if isinstance(top, dict) else None
    if not isinstance(name, str):
        return []
    again = any(inner.get("@id") == name and len(inner) > 1 for inner in _nodes(list(top.values())))
    return [Uncovered("", "Something is said of it at another place than where it is looked for.")] if again else []


def _nodes(values: Any) -> Iterator[dict[str, Any]]:
    """Every node below, but for those of graphs of their own: credentials inside, proofs."""
    if isinstance(values, list):
        for value in values:
            yield from _nodes(value)
    elif isinstance(values, dict) and "@graph" not in values and "@value" not in values:
        yield values
        yield from _nodes(list(values.values()))


def _places(value: Any, name: str, where: str = "") -> Iterator[str]:
    """Where a name stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            place = f"{where}/{_escaped(key)}"
            if key == name:
                yield place
            if key != "@context":
                yield from _places(inner, name, place)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, name, f"{where}/{number}")


def _place_of(value: Any, wanted: str, where: str = "") -> str:
    """Where a text stands first; the whole when it stands nowhere as such."""
    if value == wanted:
        return where
    if isinstance(value, dict):
        pairs: Iterator[tuple[Any, Any]] = ((k, v) for k, v in value.items() if k != "@context")
    else:
        pairs = iter(enumerate(value)) if isinstance(value, list) else iter(())
    for key, inner in pairs:
        found = _place_of(inner, wanted, f"{where}/{_escaped(str(key))}")
        if found:
            return found
    return ""


def _escaped(name: str) -> str:
    """A name in a JSON Pointer (RFC 6901 section 3)."""
    return name.replace("~", "~0").replace("/", "~1")
