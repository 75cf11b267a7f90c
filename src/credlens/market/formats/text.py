"""A plain text file: one ad, its first line the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from credlens.market.adfile import AdEvent, Note, collecting, whole
from credlens.market.fields import Columns, posting
from credlens.skills.decode import decode

_LONGEST_TITLE = 120  # characters


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ad in a text file."""
    text, notes = decode(whole(stream, where), where)
    yield from one({"text": text.strip()}, where, first_line(text), notes)


def one(record: dict[str, object], where: str, title: str, notes: Iterable[str]) -> Iterator[AdEvent]:
    """A file with one ad, given as a record of the fields' own names."""
    columns = Columns(("text",), "title", "employer", "place", "posted", "url", "example")
    yield posting(record, columns, where, title)
    yield from map(Note, notes)


def first_line(text: str) -> str:
    """The first heading or line, without its marks; empty when it is too long for a title."""
    line = next((words for words in text.splitlines() if words.strip()), "").strip().strip("#*_= ").strip()
    return line if len(line) <= _LONGEST_TITLE else ""
