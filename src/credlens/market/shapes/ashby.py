"""Jobs of an Ashby job board (developers.ashbyhq.com, job postings API; read 2026-11-22)."""

from __future__ import annotations

from typing import Any

from credlens.market.shapes.base import Record, Shape, board, inner, members, words


def _fits(record: Record) -> bool:
    body = {"descriptionHtml", "descriptionPlain"} & record.keys()
    known = {"jobUrl", "publishedAt", "isListed", "secondaryLocations", "employmentType"} & record.keys()
    return "title" in record and bool(body) and len(known) >= 2


def _plain(record: Record) -> Record:
    return {
        "title": record.get("title"),
        "employer": board(record.get("jobUrl")),
        "location": [_place(part) for part in (record, *members(record.get("secondaryLocations")))],
        "posted": record.get("publishedAt"),
        "url": record.get("jobUrl"),
        "description": words(record.get("descriptionHtml")) or words(record.get("descriptionPlain")),
    }


def _place(part: Record) -> Any:
    """The address, which names the country, when there is one; else the place's own name ("Berlin office")."""
    address = inner(part, "address", "postalAddress")
    return address if address.get("addressCountry") else words(part.get("location"))


SHAPE = Shape("jobs of an Ashby board", _fits, _plain)
