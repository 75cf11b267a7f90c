"""A Markdown file: one ad; front matter in YAML may give title, employer, place, posted, url and example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from credlens.market.adfile import AdEvent, collecting, whole
from credlens.market.fields import as_words, recognise
from credlens.market.formats.text import first_line, one
from credlens.model.errors import Problem
from credlens.skills.decode import decode
from credlens.yamltree import Lined, TreeError, parse

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*?)[# \t]*$", re.MULTILINE)


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ad in a Markdown file. Front matter that is no YAML mapping is a problem; the ad is read all the same."""
    text, notes = decode(whole(stream, where), where)
    front: dict[str, object] = {}
    found = _FRONT.match(text)
    if found:
        text = text[found.end() :]
        try:
            loaded = parse(
                found[1].encode()
            )  # bounded: a stranger's file can neither nest nor repeat itself without end
            front = dict(loaded) if isinstance(loaded, Lined) else {}
            fault = "" if front or loaded is None else "it is no list of `key: value` lines."
        except TreeError as error:
            fault = error.message
        if fault:
            yield Problem(where, f"The front matter cannot be read: {fault}", "Quote values that hold a colon.")
    heading = _HEADING.search(text)
    title = heading[1] if heading and len(heading[1]) <= 120 else first_line(text)
    yield from one(_record(front, text), where, title.strip("*_ "), notes)


def _record(front: dict[str, object], text: str) -> dict[str, object]:
    columns = recognise(front)
    roles = ("title", "employer", "place", "posted", "url", "example")
    named = {role: front[name] for role in roles if (name := getattr(columns, role))}
    if "title" in named:
        named["title"] = as_words(named["title"])
    return {**named, "text": text.strip()}
