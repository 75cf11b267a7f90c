"""Announcements of USAJOBS, as its search gives them (developer.usajobs.gov, GET /api/search; read 2026-11-22)."""

from __future__ import annotations

from credlens.market.shapes.base import Record, Shape, inner, members, words

_DESCRIPTOR = "MatchedObjectDescriptor"


def _fits(record: Record) -> bool:
    known = {"PositionTitle", "QualificationSummary", "PositionLocation", "OrganizationName"} & _announcement(
        record
    ).keys()
    return len(known) >= 2


def _plain(record: Record) -> Record:
    announcement = _announcement(record)
    details = inner(announcement, "UserArea", "Details")
    places = [words(place.get("LocationName")) for place in members(announcement.get("PositionLocation"))]
    return {
        "title": announcement.get("PositionTitle"),
        "employer": announcement.get("OrganizationName") or announcement.get("DepartmentName"),
        "location": places or announcement.get("PositionLocationDisplay"),
        "posted": announcement.get("PublicationStartDate"),
        "url": announcement.get("PositionURI"),
        "summary": details.get("JobSummary"),
        "duties": details.get("MajorDuties"),
        "requirements": details.get("Requirements"),
        "qualifications": announcement.get("QualificationSummary"),
        "education requirements": details.get("Education"),
    }


def _announcement(record: Record) -> Record:
    return inner(record, _DESCRIPTOR) or record


SHAPE = Shape("announcements of USAJOBS", _fits, _plain)
