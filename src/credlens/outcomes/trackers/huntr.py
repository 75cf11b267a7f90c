"""The table of a job board that Huntr exports.

Its headers as in https://github.com/keenlychuang/huntr-to-notion, data/sample_data/test_data_multiple_entry.csv (read 2026-11-23). It says when
a job was put on the board and when it was last moved, not when the application was sent; what is not known is "-" there.
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

TRACKER = Tracker(
    name="Huntr",
    known_by=("createdAt", "title", "listName", "companyName"),
    columns={
        "employer": ("companyName",),
        "title": ("title",),
        "applied": ("appliedAt", "dateApplied", "applyDate"),
        "added": ("createdAt",),
        "status": ("listName",),
        "status_day": ("lastMovedAt",),
    },
)
