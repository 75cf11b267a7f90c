"""Reading JSON-LD as it is found: one value or a list of them, a text or a map of languages, ``@id`` or ``id``.

Nothing is expanded against a context: contexts cannot be fetched here, and published records keep to the short names of their standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from credlens.catalog.values.text import plain

_TAG = re.compile(r"(?!url$)[a-z]{2,3}(?:-\w+)*", re.IGNORECASE)  # of a language, in a map of languages


def many(value: Any) -> list[Any]:
    """The values there are: none for None, one for anything that is no list."""
    if value is None:
        return []
    if not isinstance(value, list):
        return [value]
    return [v for v in value if v is not None]


def nodes(value: Any) -> list[dict[str, Any]]:
    """The objects among the values."""
    return [v for v in many(value) if isinstance(v, dict)]


def node(value: Any) -> dict[str, Any]:
    """The first object among the values; empty when there is none."""
    return next(iter(nodes(value)), {})


def types(record: dict[str, Any]) -> tuple[str, ...]:
    """The types of an object, without prefix or address ("schema:Course", "http://schema.org/Course" -> "Course")."""
    found = many(record.get("@type", record.get("type")))
    return tuple(re.split(r"[:/#]", t.strip())[-1] for t in found if isinstance(t, str))


def address_of(value: Any) -> str:
    """What an object is called, or what a plain reference refers to; empty when nothing."""
    if isinstance(value, dict):
        value = value.get("@id", value.get("id"))
    return value.strip() if isinstance(value, str) else ""


def words(value: Any, language: str = "en") -> str:
    """The text of a value: a string, a number, ``{"@value": ...}``, ``{"en": "..."}``, ``{"en": ["..."]}``, or a list of those.

    Args:
        language: which one is preferred when there are several; else the first.
    """
    if isinstance(value, str):
        return plain(value)
    return next((text for text in _texts(value, language) if text), "") if value is not None else ""


def all_words(value: Any, language: str = "en") -> list[str]:
    """The texts of all values, in the preferred language where a value has several; empty ones and repetitions left out."""
    found = [text for v in many(value) for text in _texts(v, language) if text]
    return list(dict.fromkeys(found))


def _texts(value: Any, language: str) -> Iterator[str]:
    if isinstance(value, list):
        tagged = [v for v in value if isinstance(v, dict) and _is(v.get("@language"), language)]
        for v in (*tagged, *(v for v in value if v not in tagged)):
            yield from _texts(v, language)
    elif not isinstance(value, dict):
        yield plain(value)
    elif "@value" in value:
        yield plain(value["@value"])
    elif value and all(_TAG.fullmatch(k) for k in value):
        chosen = next((v for k, v in value.items() if _is(k, language)), next(iter(value.values())))
        yield from _texts(chosen, language)


def _is(tag: Any, language: str) -> bool:
    return isinstance(tag, str) and (tag.casefold() == language or tag.casefold().startswith(f"{language}-"))
