"""A saved web page: JSON-LD of schema.org's JobPosting when there is any, else the visible text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from selectolax.lexbor import LexborHTMLParser

from credlens.market.adfile import AdEvent, Note, collecting, whole
from credlens.market.formats.text import one
from credlens.market.records import read_records
from credlens.model.errors import Problem
from credlens.model.posting import Posting
from credlens.skills.decode import decode
from credlens.skills.html_page import first_words, json_ld, objects
from credlens.skills.html_text import html_to_text


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a page."""
    html, notes = decode(whole(stream, where), where)
    tree = LexborHTMLParser(html)
    found, problems = _structured(tree, where)
    yield from problems
    if found:
        ads = list(read_records(found, where, "field"))
        if any(isinstance(event, Posting) for event in ads):
            yield from map(Note, (*notes, f"{where}: read the page's own JobPosting data"))
            yield from ads
            return
    title = next((words for tag in ("h1", "title") if (words := first_words(tree, tag))), "")
    yield from one({"text": html_to_text(html), "title": title}, where, "", notes)


def _structured(tree: LexborHTMLParser, where: str) -> tuple[list[tuple[str, dict[str, Any]]], tuple[Problem, ...]]:
    """(place, record) of every JobPosting in the page's JSON-LD, and what could not be parsed."""
    values, broken = json_ld(tree)
    problems = tuple(
        Problem(where, f"The page's JSON-LD data cannot be parsed: {error}.", "The visible text is read.")
        for error in broken
    )
    found = list(objects(values, {"JobPosting"}))
    return [(f"{where}:JobPosting {i}" if len(found) > 1 else where, r) for i, r in enumerate(found, start=1)], problems
