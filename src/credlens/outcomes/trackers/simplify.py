"""The table of tracked jobs that Simplify exports.

Its headers as a program that reads such tables names them: https://github.com/Vin916/Job-tracker (README, read 2026-11-23).
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

TRACKER = Tracker(
    name="Simplify",
    known_by=("Job Title", "Company Name", "Job URL", "Applied Date", "Status", "Status Date"),
    columns={
        "employer": ("Company Name",),
        "title": ("Job Title",),
        "applied": ("Applied Date",),
        "status": ("Status",),
        "status_day": ("Status Date",),
    },
)
