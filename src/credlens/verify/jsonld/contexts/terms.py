"""A short way to write JSON-LD contexts down: one line a term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Terms = Mapping[str, "str | Terms"]
"""Names with what they mean.

- ``"name": "IRI"``; ``"IRI type"`` for values of a type (``@id``: addresses). At the end: ``[]`` a set of values, ``{}`` a graph,
  ``+`` none of these, but written as an object.
- ``"Name IRI": {...}``: names that count only in things of the type Name.
- ``"@protected": "yes"``: what the context says may not be said otherwise later.

An IRI may begin with one of the prefixes given to :func:`context`.
"""


def context(terms: Terms, prefixes: Mapping[str, str]) -> dict[str, Any]:
    """The context that a table of terms stands for (JSON-LD 1.1 section 4.1).

    Args:
        terms: the table.
        prefixes: beginnings of IRIs by the name that stands for them in the table. They are not part of the context.
    """
    return {"@context": _object(terms, prefixes)}


def _object(terms: Terms, prefixes: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, meaning in terms.items():
        if name == "@protected":
            found[name] = True
        elif name == "@vocab" or meaning in ("@id", "@type"):
            found[name] = meaning
        elif isinstance(meaning, str):
            found[name] = _term(meaning, prefixes)
        else:
            own, _, words = name.partition(" ")
            definition = _term(words, prefixes)
            inner = definition if isinstance(definition, dict) else {"@id": definition}
            found[own] = {**inner, "@context": _object(meaning, prefixes)}
    return found


def _term(words: str, prefixes: Mapping[str, str]) -> str | dict[str, str]:
    iri, *more = words.split()
    definition = {"@id": _iri(iri, prefixes)}
    for word in more:
        if word == "[]":
            definition["@container"] = "@set"
        elif word == "{}":
            definition["@container"] = "@graph"
        elif word != "+":
            definition["@type"] = _iri(word, prefixes)
    return definition if more else definition["@id"]


def _iri(short: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, name = short.partition(":")
    return prefixes[prefix] + name if colon and prefix in prefixes else short
