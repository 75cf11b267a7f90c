"""JobPosting of schema.org (JSON-LD), as web pages hold it and crawlers collect it."""

from __future__ import annotations

from typing import Any

from credlens.market.shapes.base import Record, Shape

_REMOTE = "TELECOMMUTE"


def _fits(record: Record) -> bool:
    kind = record.get("@type")
    return any(
        isinstance(k, str) and k.rpartition("/")[2].rpartition(":")[2] == "JobPosting"
        for k in (kind if isinstance(kind, list) else [kind])
    )


def _plain(record: Record) -> Record:
    named = {name.removeprefix("schema:"): value for name, value in record.items() if not name.startswith("@")}
    return {**named, "location": _places(named)}


def _places(record: Record) -> Any:
    """Where the work is; for work from home, which of the applicants' countries."""
    if record.get("jobLocation"):
        return record["jobLocation"]
    needed = record.get("applicantLocationRequirements")
    each = needed if isinstance(needed, list) else [needed]
    names = [name for e in each if (name := e.get("name") if isinstance(e, dict) else e)]
    remote = record.get("jobLocationType") == _REMOTE
    return [f"Remote, {name}" for name in names if isinstance(name, str)] or ("Remote" if remote else None)


SHAPE = Shape("JobPosting of schema.org", _fits, _plain)
