"""Records out of a JSON file: a list somewhere in it, a single object, or one object a line. Large files are read piece by piece."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import ijson

from credlens.catalog.offer import SourceFile
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import decode
from credlens.skills.decode_stream import TextStream, up_to
from credlens.skills.json_stream import TOO_LONG, Utf8Json, bounded, has_long_number, in_words

HELD = 16 * 1024 * 1024  # bytes; a larger file is read piece by piece
WHOLE = 64 * 1024 * 1024  # bytes that :func:`whole` reads at most
DEEPEST = 100  # levels of nesting; what walks over a record later must not run out of stack
_MEND = "Mend it there, or download the file again."
_LINES = (".jsonl", ".ndjson", ".jl")

Placed: TypeAlias = tuple[str, dict[str, Any]]
"""(where it stands, the record)."""


def records(file: SourceFile, *paths: str) -> Iterator[Placed | Problem]:
    """The records of a JSON file, one at a time.

    Args:
        paths: where the records may be, as :mod:`ijson` writes it ("item", "results.item", "linked.courses.v1.item"). Of those that the
            file has, the first in the order given is read. A list at the top is always read; an object at the top in which no path is
            found is itself the one record.

    Yields:
        A record with its place, or a problem: a member that is no object, JSON that breaks off (what stands before it is read), letters
        that are not in the encoding the file says.
    """
    try:
        with file.open() as stream:
            head = up_to(HELD + 1, stream)
        if file.name.casefold().endswith(_LINES) or _is_lines(head, file.name):
            yield from _by_line(file, paths)
        elif len(head) > HELD:
            yield from _large(file, paths)
        else:
            yield from _held(head, file.name, paths)
    except InputError as error:
        yield from error.problems


def whole(file: SourceFile) -> Any | Problem:
    """What a JSON file of at most 64 MB holds, or the problem with it."""
    with file.open() as stream:
        data = up_to(WHOLE + 1, stream)
    if len(data) > WHOLE:
        return Problem(file.name, f"The file is larger than {WHOLE // 2**20} MB.", "Split it.")
    try:
        text, _ = decode(data, file.name)
    except InputError as error:
        return error.problems[0]
    value = _parsed(text, file.name)
    if isinstance(value, Problem):
        return value
    return value if _settle(value) else Problem(file.name, _TOO_DEEP)


_TOO_DEEP = f"The JSON is nested more than {DEEPEST} levels deep."


def _held(data: bytes, name: str, paths: tuple[str, ...]) -> Iterator[Placed | Problem]:
    text, notes = decode(data, name)
    value = _parsed(text, name)
    if isinstance(value, Problem):
        yield from _before_the_break(text, name, paths)
        yield value
    else:
        for number, member in enumerate(_selected(value, paths), start=1):
            yield _record(f"{name}: record {number}" if member is not value else name, member)
    yield from (_lost(name, note) for note in notes)


def _large(file: SourceFile, paths: tuple[str, ...]) -> Iterator[Placed | Problem]:
    with file.open() as stream:
        path = _existing(Utf8Json(TextStream(stream, file.name), file.name), file.name, paths)
    if path is None:
        known = ", ".join(p.removesuffix(".item") for p in paths if p != "item")
        what_to_do = f"The records are looked for at the top or under: {known}." if known else ""
        yield Problem(file.name, "There is no list of records in the file.", what_to_do)
        return
    with file.open() as stream:
        text = TextStream(stream, file.name)
        number = 0
        try:
            for number, member in enumerate(_items(Utf8Json(text, file.name), file.name, path), start=1):
                yield _record(f"{file.name}: record {number}", member)
        except ijson.JSONError as error:
            message = f"After record {number} this is not JSON: {in_words(error)}."
            yield Problem(file.name, message, f"{_MEND} What stands before it is read.")
        yield from (_lost(file.name, note) for note in text.notes)


def _by_line(file: SourceFile, paths: tuple[str, ...]) -> Iterator[Placed | Problem]:
    with file.open() as stream:
        text = TextStream(stream, file.name)
        for number, line in enumerate(text.lines(), start=1):
            if not line.strip():
                continue
            place = f"{file.name}: line {number}"
            value = _parsed(line, place, number)
            if isinstance(value, Problem):
                yield value
                continue
            for member in _selected(value, paths):
                yield _record(place, member)
        yield from (_lost(file.name, note) for note in text.notes)


def _record(place: str, value: Any) -> Placed | Problem:
    if not isinstance(value, dict):
        return Problem(place, f"This is {_KIND.get(type(value), 'no object')}, where an object was expected.")
    return (place, value) if _settle(value) else Problem(place, _TOO_DEEP)


_KIND = {list: "a list", str: "a text", bool: "a truth value", int: "a number", float: "a number", Decimal: "a number", type(None): "null"}  # fmt: skip


def _lost(name: str, note: str) -> Problem:
    return Problem(
        name, f"The file was {note.removeprefix(f'{name}: ')}.", "Letters with accents may be wrong: save it as UTF-8."
    )


def _parsed(text: str, place: str, line: int | None = None) -> Any | Problem:
    """The value of a JSON text; for one ``line`` of a file, its number counts in messages."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {line or error.lineno}, column {error.colno}"
        return Problem(place, f"This is not JSON at {at}: {error.msg}.", _MEND)
    except RecursionError:
        return Problem(place, _TOO_DEEP)
    except ValueError:  # an integer of thousands of digits
        return Problem(place, TOO_LONG, _MEND)


def _is_lines(head: bytes, name: str) -> bool:
    """Whether the first line is an object of its own, and another object follows."""
    first = next(TextStream(io.BytesIO(head), name).pieces(), "").lstrip()
    line, _, rest = first.partition("\n")
    return line.startswith("{") and rest.lstrip().startswith("{") and isinstance(_parsed(line, name), dict)


def _before_the_break(text: str, name: str, paths: tuple[str, ...]) -> Iterator[Placed | Problem]:
    if has_long_number(text):
        return
    data = text.encode("utf-8", "replace")
    try:
        path = _existing(io.BytesIO(data), name, paths)
        for number, member in enumerate(_items(io.BytesIO(data), name, path) if path is not None else (), start=1):
            yield _record(f"{name}: record {number}", member)
    except (ijson.JSONError, InputError):
        return  # the caller tells why


def _items(source: Any, name: str, path: str) -> Iterator[Any]:
    found: Iterator[Any] = ijson.items(ijson.parse(bounded(source, name, DEEPEST)), path)
    return found


def _selected(value: Any, paths: tuple[str, ...]) -> list[Any]:
    for path in paths:
        found = _find(value, path)
        if found is not None:
            return found
    return value if isinstance(value, list) else [value]


def _find(value: Any, path: str) -> list[Any] | None:
    """What stands under a path; None when the value has no such place. Names may have dots in them."""
    if not path:
        return [value]
    if isinstance(value, list):
        if path != "item" and not path.startswith("item."):
            return None
        inner = [_find(member, path[5:]) for member in value]
        return [m for found in inner if found is not None for m in found] if any(inner) or not value else None
    if not isinstance(value, dict):
        return None
    for key, member in value.items():
        if path == key and member is not None:
            return [member]
        if path.startswith(f"{key}.") and (found := _find(member, path[len(key) + 1 :])) is not None:
            return found
    return None


def _existing(source: Any, name: str, paths: tuple[str, ...]) -> str | None:
    """The first of the paths that a JSON text has, in the order given; as far as it can be read."""
    found: set[str] = set()
    possible: list[str] = []
    try:
        for prefix, event, _ in ijson.parse(bounded(source, name, DEEPEST)):
            if not possible:  # the first event: a list has items, an object has names
                top = event == "start_array"
                possible = [p for p in paths if (p == "item" or p.startswith("item.")) is top] + ["item"] * top
                if not possible:
                    return None
            if event in {"start_array", "start_map"}:
                found |= {
                    p
                    for p in possible
                    if prefix == (p.removesuffix("item").rstrip(".") if event == "start_array" else p)
                }
                if possible[0] in found:
                    break
    except ijson.JSONError:
        pass
    return next((p for p in possible if p in found), None)


def _settle(value: Any) -> bool:
    """Put plain numbers in the place of ijson's decimals; whether it is nested no deeper than it may be."""
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for container in level:
            places = (
                container.items()
                if isinstance(container, dict)
                else enumerate(container)
                if isinstance(container, list)
                else ()
            )
            for key, member in places:
                if isinstance(member, Decimal):
                    container[key] = float(member)
                elif isinstance(member, dict | list):
                    inner.append(member)
        if not inner:
            return True
        level = inner
    return False
