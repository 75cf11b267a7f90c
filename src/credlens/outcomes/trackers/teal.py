"""The table of tracked jobs from Teal.

Its headers are second hand, from the test of a public program that reads such tables (read 2026-11-23); where they are others, the generic table
reads them, or the person names them.
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

TRACKER = Tracker(
    name="Teal",
    known_by=("Company", "Role", "Status", "Date Saved", "Date Applied", "Excitement"),
    columns={
        "employer": ("Company",),
        "title": ("Role",),
        "applied": ("Date Applied",),
        "added": ("Date Saved",),
        "status": ("Status",),
    },
)
