"""``Job Applications.csv`` of the copy of one's data that LinkedIn gives.

Its headers and its way to write days ("11/20/24, 8:15 AM", the month first) as tests of public programs that read it have them
(read 2026-11-23). The table has no status: every row was sent.
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

TRACKER = Tracker(
    name="LinkedIn",
    known_by=("Application Date", "Company Name", "Job Title", "Job Url", "Resume Name"),
    columns={
        "employer": ("Company Name",),
        "title": ("Job Title",),
        "applied": ("Application Date",),
        "resume": ("Resume Name",),
    },
    month_first=True,
)
