"""Expiry, renewal and plan as one iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from credlens.present.ical import Entry, calendar

PRODID = "-//credlens//calendar//EN"
NAME = "Credentials"


def render(entries: Iterable[Entry], made: date) -> str:
    """The text of the file; see :func:`credlens.present.ical.calendar`.

    Args:
        entries: see :mod:`credlens.present.milestones`.
        made: the day of the file.
    """
    return calendar(entries, made, NAME, PRODID)
