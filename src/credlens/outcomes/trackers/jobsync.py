"""The table of jobs that JobSync exports.

Its headers as its source writes them: https://github.com/Gsync/jobsync, src/app/api/jobs/export/route.ts (read 2026-11-23); what is not known
is "N/A" there.
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

TRACKER = Tracker(
    name="JobSync",
    known_by=("applied", "appliedDate", "Company", "JobTitle", "JobSource", "Status"),
    columns={
        "employer": ("Company",),
        "title": ("JobTitle",),
        "applied": ("appliedDate",),
        "added": ("createdAt",),
        "sent": ("applied",),
        "status": ("Status",),
    },
)
