"""A saved web page: JSON-LD of schema.org's JobPosting when there is any, else the visible text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from selectolax.lexbor import LexborHTMLParser

from credlens.market.adfile import AdEvent, Note, collecting, whole
from credlens.market.formats.text import one
from credlens.market.records import read_records
from credlens.model.errors import Problem
from credlens.model.posting import Posting
from credlens.skills.decode import decode
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
    title = next((words for tag in ("h1", "title") if (words := _first(tree, tag))), "")
    yield from one({"text": html_to_text(html), "title": title}, where, "", notes)


def _first(tree: LexborHTMLParser, tag: str) -> str:
    node = tree.css_first(tag)
    return " ".join(node.text().split()) if node else ""


def _structured(tree: LexborHTMLParser, where: str) -> tuple[list[tuple[str, dict[str, Any]]], tuple[Problem, ...]]:
    """(place, record) of every JobPosting in the page's JSON-LD, and what could not be parsed."""
    found: list[tuple[str, dict[str, Any]]] = []
    problems: list[Problem] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError) as error:
            problems.append(
                Problem(where, f"The page's JSON-LD data cannot be parsed: {error}.", "The visible text is read.")
            )
            continue
        found += ((where, record) for record in _postings(value))
    places = len(found)
    return [(f"{w}:JobPosting {i}" if places > 1 else w, r) for i, (w, r) in enumerate(found, start=1)], tuple(problems)


def _postings(value: Any) -> Iterator[dict[str, Any]]:
    stack = [value]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            stack += reversed(here)
        elif isinstance(here, dict):
            kind = here.get("@type")
            if "JobPosting" in (kind if isinstance(kind, list) else [kind]):
                yield here
            else:
                stack += reversed([v for k, v in here.items() if isinstance(v, list | dict)])
