"""Tables that people keep of their applications; a new one is one file here and one line in the table."""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker
from credlens.registry import Registry

TRACKERS: Registry[Tracker] = Registry(
    "tracker",
    {
        "linkedin": "credlens.outcomes.trackers.linkedin:TRACKER",
        "huntr": "credlens.outcomes.trackers.huntr:TRACKER",
        "simplify": "credlens.outcomes.trackers.simplify:TRACKER",
        "jobsync": "credlens.outcomes.trackers.jobsync:TRACKER",
        "teal": "credlens.outcomes.trackers.teal:TRACKER",
        "generic": "credlens.outcomes.trackers.generic:TRACKER",
    },
)


def for_header(header: tuple[str, ...]) -> Tracker:
    """The tracker whose tables have this header row; the generic one when none of the others does."""
    return next((t for t in TRACKERS.values() if t.fits(header)), TRACKERS["generic"])
