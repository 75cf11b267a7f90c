"""A state as files, and back: one JSON file for each kind of rows, and one file for each document, badge, picture or key in them.

In the JSON, what is a file of its own is ``{"member": path}``; a text that is JSON itself is ``{"json": ...}``, so that people and programs can
read it. Everything else is as it is kept.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.app.keeping.ports import Row, State, Value
from credlens.catalog import codec

DATA, ORIGINALS = "data", "originals"
MEMBER, JSON, PACKED = "member", "json", "packed"

_USUAL = "data"  # the column that holds a file
_SUFFIX = re.compile(
    r"\.(?:md|txt|pdf|docx|odt|json|jsonld|jwt|xml|zip|yaml|yml|csv|png|svg|jpg|jpeg|gif|webp|list|key|pem|jsonl)",
)
_BY_CONTENT = (("json", ".json"), ("png", ".png"), ("svg", ".svg"), ("text/", ".txt"))


@dataclass(frozen=True, slots=True)
class Members:
    """Files by path, and what they were called where they came from."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def to_members(state: State) -> Members:
    """A state as files."""
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for kind, rows in state.items():
        shown = []
        for number, row in enumerate(rows, start=1):
            called = row.get("name") or row.get("url")
            shown.append({name: _shown(name, value, f"{kind}-{number:04}", row, files) for name, value in row.items()})
            own = [v[MEMBER] for v in shown[-1].values() if isinstance(v, dict) and MEMBER in v]
            names |= {path: str(called) for path in own if called}
        files[f"{DATA}/{kind}.json"] = (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()
    return Members(files, names)


def from_members(files: Mapping[str, bytes]) -> State:
    """The state that :func:`to_members` made these of; other files are passed over.

    Raises:
        ValueError: they are of no state.
    """
    state = {}
    for path, data in files.items():
        folder, _, name = path.partition("/")
        if folder == DATA:
            state[name.removesuffix(".json")] = _rows(path, data, files)
    return state


def _rows(path: str, data: bytes, files: Mapping[str, bytes]) -> list[Row]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is no JSON") from error
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise ValueError(f"{path} is no list of rows")
    return [{str(name): _value(value, path, files) for name, value in row.items()} for row in found]


def _shown(name: str, value: Value, at: str, row: Row, files: dict[str, bytes]) -> Any:
    if isinstance(value, bytes):
        text = _unpacked(value) if codec.is_packed(value) else None
        path = f"{ORIGINALS}/{at}{'' if name == _USUAL else f'-{name}'}{_suffix(row) if text is None else '.json'}"
        files[path] = value if text is None else text.encode()
        return {MEMBER: path} if text is None else {MEMBER: path, PACKED: True}
    if isinstance(value, str) and value[:1] in ("{", "["):
        return _readable(value)
    return value


def _value(value: Any, path: str, files: Mapping[str, bytes]) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    if not isinstance(value, dict):
        raise ValueError(f"{path} holds a list where there is none")  # noqa: TRY004 - a file's fault, not a caller's
    if set(value) == {JSON}:
        return json.dumps(value[JSON], ensure_ascii=False)
    member = value.get(MEMBER)
    if not isinstance(member, str) or set(value) - {MEMBER, PACKED}:
        raise ValueError(f"{path} holds an object that is none of a state")
    if member not in files:
        raise ValueError(f"{path} names {member!r}, which is not there")
    return codec.packed(files[member].decode()) if value.get(PACKED) else files[member]


def _unpacked(data: bytes) -> str | None:
    """The text of a packed record, when packing it again gives the same."""
    try:
        text = zlib.decompress(data).decode()
    except (zlib.error, UnicodeDecodeError):
        return None
    return text if codec.packed(text) == data else None


def _readable(text: str) -> Any:
    """A text in JSON as what it says, when it comes back the same letter by letter."""
    try:
        found = json.loads(text)
        same = json.dumps(found, ensure_ascii=False, allow_nan=False) == text
    except (ValueError, RecursionError):
        return text
    return {JSON: found} if same else text


def _suffix(row: Row) -> str:
    """The ending of a file by its name or kind, when it is one that does no harm."""
    called = str(row.get("name") or row.get("url") or "").lower()
    ending = "." + called.rpartition(".")[2]
    if _SUFFIX.fullmatch(ending):
        return ending
    kind = str(row.get("content_type") or "")
    return next((suffix for part, suffix in _BY_CONTENT if part in kind), ".bin")
