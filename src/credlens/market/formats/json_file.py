"""A JSON file: one ad, a list of ads, or an object that holds such a list. A large one is read piece by piece."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, BinaryIO

import ijson

from credlens.market.adfile import AdEvent, Note, collecting
from credlens.market.fields import no_text
from credlens.market.records import Item, read_records
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import decode
from credlens.skills.decode_stream import TextStream, up_to
from credlens.skills.json_stream import TOO_LONG, Utf8Json, bounded, in_words

HELD = 16 * 1024 * 1024  # bytes; a larger file is read piece by piece
_LISTS = (
    "jobs",
    "Jobs",
    "results",
    "data",
    "postings",
    "job_postings",
    "jobPostings",
    "items",
    "ads",
    "listings",
    "records",
    "hits",
    "@graph",
    "jobs_results",
    "SearchResult",
    "SearchResultItems",
)
_DEPTH = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
_DEEPEST = 500  # levels; json.loads gives up at about a thousand
_DEEP = "The JSON is nested too deeply to be read."


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a JSON file."""
    head = up_to(HELD + 1, stream)
    if len(head) > HELD:
        yield from _large(head, stream, where)
        return
    text, notes = decode(head, where)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        lines = (
            "It looks like one object a line: name the file .jsonl." if error.msg == "Extra data" else "Mend it there."
        )
        raise InputError([Problem(place, f"This is not JSON: {error.msg}.", lines)]) from None
    except RecursionError:
        raise InputError([Problem(where, _DEEP)]) from None
    except ValueError:  # an integer of thousands of digits
        raise InputError([Problem(where, TOO_LONG)]) from None
    path, found = _list(value)
    if found is None:
        raise InputError([Problem(where, f"A file of ads holds objects, not {type(value).__name__}.")])
    records = ((f"{where}:{path}[{i}]" if path is not None else where, r) for i, r in enumerate(found))
    header = value if isinstance(value, Mapping) and path is not None else {}
    yield from read_records(records, where, "field", header)
    yield from map(Note, notes)


def _list(value: Any) -> tuple[str | None, list[Any] | None]:
    """(name of the list, its members); the name is None for a single object."""
    if isinstance(value, list):
        return "", value
    if not isinstance(value, dict):
        return None, None
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and any(isinstance(v, dict) for v in inner):
            return name, inner
        if isinstance(inner, dict):
            path, found = _list(inner)
            if path:
                return f"{name}.{path}", found
    return None, [value]


def _large(head: bytes, stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a file too large to be held."""
    text = TextStream(_Joined(head, stream), where)  # type: ignore[arg-type]  # it reads, which is all that is asked of it
    walk = _Walk(Utf8Json(text, where), where)
    try:
        found = walk.find()
    except ijson.JSONError as error:
        raise InputError([Problem(where, f"This is not JSON: {in_words(error)}.", "Mend it there.")]) from None
    if not found:
        yield no_text(list(walk.header), where, "field")
        return
    yield from read_records(walk.members(), where, "field", walk.header)
    yield from map(Note, text.notes)


class _Walk:
    """A way through a JSON text from event to event.

    Attributes:
        path: of the list of ads, once it is found.
        header: what stands on the first level before it.
    """

    def __init__(self, source: Utf8Json, where: str) -> None:
        self._events = bounded(source, where, _DEEPEST)
        self._where = where
        self.path = ""
        self.header: dict[str, Any] = {}

    def find(self) -> bool:
        """Go to the first member of the first list of objects under a known name; False when there is no such list."""
        keys: list[str | None] = []  # of the objects around, innermost last; None for a list
        path = None
        for event, value in self._events:
            if path is not None and event == "start_map":
                self.path = path
                return True
            path = None
            if event == "start_array":
                path = ".".join(k for k in keys if k) if all(key in _LISTS for key in keys) else None
            self._enter(keys, event, value)
        return False

    def members(self) -> Iterator[Item]:
        """The list's members, after :meth:`find`."""
        number = 0
        try:
            for record in self._built():
                yield f"{self._where}:{self.path}[{number}]", record
                number += 1
        except ijson.JSONError as error:
            place, what_to_do = (
                f"{self._where}:{self.path}[{number}]",
                f"Mend it there; the {number} before it are read.",
            )
            yield Problem(place, f"From here on this is not JSON: {in_words(error)}.", what_to_do)

    def _built(self) -> Iterator[Any]:
        builder, depth = ijson.ObjectBuilder(), 0
        for event, value in chain([("start_map", None)], self._events):
            if event == "end_array" and depth == 0:
                return
            builder.event(event, value)
            depth += _DEPTH.get(event, 0)
            if depth == 0:
                yield builder.value
                builder = ijson.ObjectBuilder()

    def _enter(self, keys: list[str | None], event: str, value: Any) -> None:
        step = _DEPTH.get(event, 0)
        if step > 0:
            keys.append(None if event == "start_array" else "")
        elif step < 0:
            keys.pop()
        elif event == "map_key":
            keys[-1] = value
            if len(keys) == 1:
                self.header.setdefault(value)
        elif len(keys) == 1 and keys[0]:
            self.header[keys[0]] = value


class _Joined:
    """Bytes already read, and the stream they came from."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head: io.BytesIO | None = io.BytesIO(head)
        self._stream = stream

    def read(self, size: int) -> bytes:
        """The next bytes."""
        if self._head is not None:
            if data := self._head.read(size):
                return data
            self._head = None
        return self._stream.read(size)
