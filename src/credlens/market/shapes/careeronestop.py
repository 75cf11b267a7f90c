"""Jobs of CareerOneStop (api.careeronestop.org, list of jobs and details of a job; read 2026-11-22).

A list has no descriptions, or only their first words, unless they were asked for.
"""

from __future__ import annotations

from credlens.market.shapes.base import Record, Shape

_DATES = ("AccquisitionDate", "AcquisitionDate", "DatePosted")  # the first is their spelling
_TEXTS = ("Description", "JobDescription", "DescriptionSnippet", "JobDescriptionSnippet")


def _fits(record: Record) -> bool:
    return "JobTitle" in record and ("JvId" in record or _DATES[0] in record)


def _plain(record: Record) -> Record:
    text = next((name for name in _TEXTS if record.get(name)), None)
    return {
        "title": record.get("JobTitle"),
        "employer": record.get("Company"),
        "location": record.get("Location"),
        "posted": next((record[name] for name in _DATES if record.get(name)), None),
        "url": record.get("URL"),
        **({"description": record[text]} if text else {}),
    }


SHAPE = Shape("jobs of CareerOneStop", _fits, _plain)
