"""Postings of Lever: ``text`` is the title, the text lies in several fields (github.com/lever/postings-api, read 2026-11-22)."""

from __future__ import annotations

import html

from credlens.market.shapes.base import Record, Shape, board, inner, members, paragraphs, words


def _fits(record: Record) -> bool:
    body = {"description", "descriptionPlain", "lists"} & record.keys()
    return isinstance(record.get("text"), str) and bool(body) and bool({"categories", "hostedUrl"} & record.keys())


def _plain(record: Record) -> Record:
    categories = inner(record, "categories")
    return {
        "title": record.get("text"),
        "employer": board(record.get("hostedUrl")),
        "location": categories.get("allLocations") or categories.get("location"),
        "posted": record.get("createdAt"),
        "url": record.get("hostedUrl"),
        "description": "\n".join(part for part in _parts(record) if part),
    }


def _parts(record: Record) -> list[str]:
    lists = [
        f"<h2>{html.escape(words(part.get('text')))}</h2><ul>{words(part.get('content'))}</ul>"
        for part in members(record.get("lists"))
    ]
    return [_html(record, "description"), *lists, _html(record, "additional")]


def _html(record: Record, name: str) -> str:
    return words(record.get(name)) or paragraphs(words(record.get(f"{name}Plain")))


SHAPE = Shape("postings of Lever", _fits, _plain)
