"""A plain text file: one ad, its first line the title."""

from __future__ import annotations

from credlens.market.adfile import AdFile, collecting
from credlens.market.fields import Columns, posting
from credlens.model.errors import Problem
from credlens.skills.decode import decode

_LONGEST_TITLE = 120  # characters


@collecting
def read(data: bytes, where: str) -> AdFile:
    """The ad in a text file."""
    text, notes = decode(data, where)
    return one({"text": text.strip()}, where, first_line(text), notes)


def one(record: dict[str, object], where: str, title: str, notes: tuple[str, ...]) -> AdFile:
    """A file with one ad, given as a record of the fields' own names."""
    columns = Columns(("text",), "title", "employer", "place", "posted", "url", "example")
    found = posting(record, columns, where, title)
    return AdFile(problems=(found,), notes=notes) if isinstance(found, Problem) else AdFile((found,), (), notes)


def first_line(text: str) -> str:
    """The first heading or line, without its marks; empty when it is too long for a title."""
    line = next((words for words in text.splitlines() if words.strip()), "").strip().strip("#*_= ").strip()
    return line if len(line) <= _LONGEST_TITLE else ""
