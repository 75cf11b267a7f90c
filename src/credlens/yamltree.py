"""One YAML document as plain values whose mappings remember their lines.

Only what hand-written data need: mappings with text keys, lists, and scalars. Anchors, aliases and tags are refused (a few lines of
aliases can stand for gigabytes, tags for code), keys are taken as written (``no:`` is the key "no"), and numbers keep their digits
(``1.10`` stays 1.10, ``0110`` stays a text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

MAX_DEPTH = 40  # mappings and lists inside one another; hand-written data need six

_TRUE = {w for t in ("true", "yes", "on") for w in (t, t.capitalize(), t.upper())}
_FALSE = {w for t in ("false", "no", "off") for w in (t, t.capitalize(), t.upper())}
_NULL = {"", "~", "null", "Null", "NULL"}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Lined(dict[str, Any]):
    """A mapping that remembers where it was written (1 is the first line).

    Attributes:
        line: the line it began on.
        lines: the line of each key.
        twice: keys given again, with the line; the first value counts.
    """

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.twice: list[tuple[str, int]] = []

    def add(self, key: str, line: int, value: Any) -> None:
        """Add a pair, or note that the key is there already."""
        if key in self:
            self.twice.append((key, line))
        else:
            self[key] = value
            self.lines[key] = line


class TreeError(Exception):
    """The document cannot be read from this line on; ``line`` is None when there is no place."""

    def __init__(self, line: int | None, message: str, what_to_do: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.what_to_do = what_to_do


def parse(data: bytes) -> Any:
    """The one document in ``data``: :class:`Lined`, list, str, int, Decimal, bool, date, or None when it is empty.

    Raises:
        TreeError: it is no such document.
    """
    text = _decode(data)
    try:
        return _build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "it cannot be read"
        # At the end of the file the parser names the line behind the last one.
        line = min(mark.line, text.rstrip("\n").count("\n")) + 1 if mark else None
        raise TreeError(line, f"This is not valid YAML: {what}.", _advice(text, line)) from error


def as_day(text: str) -> date | None:
    """The day that YYYY-MM-DD names; None for anything else."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TreeError(line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise TreeError(line, f"There is a control character (U+{ord(control[0]):04X}).", "Take it out.")
    return text


def _advice(text: str, line: int | None) -> str:
    lines = text.split("\n")
    # The parser often notices a tab on the line after it.
    near = lines[max(0, line - 2) : line] if line else []
    if any("\t" in found[: len(found) - len(found.lstrip())] for found in near):
        return "Indent with spaces: YAML does not take tabs there."
    return "Mend that line; mind indents, colons and quotes."


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet; of a mapping, the key that waits for its value, with its line."""

    value: Lined | list[Any]
    key: tuple[str, int] | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, Lined) and self.key is None

    def add(self, value: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is not None:
            self.value.add(*self.key, value)
            self.key = None


def _build(events: Iterator[yaml.Event]) -> Any:
    """The tree, made without recursion, so that no nesting can exhaust the stack."""
    documents: list[Any] = []
    stack = [_Open(documents)]
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 0
        _refuse(event, line)
        top = stack[-1]
        if isinstance(event, yaml.ScalarEvent) and top.wants_key:
            top.key = (event.value, line)
        elif isinstance(event, yaml.ScalarEvent):
            top.add(_scalar(event.value) if event.implicit[0] else event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            if top.wants_key:
                raise TreeError(line, "A key has to be a text.", "Put the key in quotes.")
            opened: Lined | list[Any] = Lined(line) if isinstance(event, yaml.MappingStartEvent) else []
            top.add(opened)
            stack.append(_Open(opened))
            if len(stack) > MAX_DEPTH:
                raise TreeError(
                    line, f"More than {MAX_DEPTH} lists or mappings stand inside one another.", "Close some."
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and documents:
            raise TreeError(line, "A second document begins here (`---`).", "Keep one document in a file.")
    return documents[0] if documents else None


def _refuse(event: yaml.Event, line: int) -> None:
    if getattr(event, "anchor", None):
        raise TreeError(
            line, "Anchors (&) and aliases (*) are not used here.", "Write the value out, or quote the text."
        )
    tag = getattr(event, "tag", None)
    if tag:
        raise TreeError(line, f"The tag {tag} is not used here.", "Leave it out, or quote the text.")


def _scalar(text: str) -> Any:
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    day = as_day(text)
    return text if day is None else day
