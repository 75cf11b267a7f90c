"""Jobs of a Greenhouse job board: the text is HTML, written as text once more (``&lt;p&gt;``)."""

from __future__ import annotations

import html

from credlens.market.shapes.base import Record, Shape, board, inner, members, words


def _fits(record: Record) -> bool:
    known = {"absolute_url", "internal_job_id", "first_published", "updated_at", "requisition_id"} & record.keys()
    return isinstance(record.get("content"), str) and "title" in record and len(known) >= 2


def _plain(record: Record) -> Record:
    place = words(inner(record, "location").get("name"))
    offices = [words(o.get("location")) or words(o.get("name")) for o in members(record.get("offices"))]
    return {
        "title": record.get("title"),
        "employer": words(record.get("company_name")) or board(record.get("absolute_url")),
        "location": place or [office for office in offices if office],
        "posted": record.get("first_published") or record.get("updated_at"),
        "url": record.get("absolute_url"),
        "description": html.unescape(words(record.get("content"))),
    }


SHAPE = Shape("jobs of a Greenhouse board", _fits, _plain)
