"""What can happen to a plan: one file for each kind, and one line in this table.

A member is a function (progress, event, followed) -> progress. It changes how far the person is; the problem follows from that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed
from credlens.registry import Registry

Apply = Callable[[Progress, Event, Followed], Progress]

EVENTS: Registry[Apply] = Registry(
    "event",
    {
        "finished": "credlens.plan.replanning.events.finished:apply",
        "failed": "credlens.plan.replanning.events.failed:apply",
        "did": "credlens.plan.replanning.events.did:apply",
        "price": "credlens.plan.replanning.events.price:apply",
        "dropped": "credlens.plan.replanning.events.dropped:apply",
        "pause": "credlens.plan.replanning.events.pause:apply",
        "interviews": "credlens.plan.replanning.events.interviews:apply",
        "log": "credlens.plan.replanning.events.log:apply",
        "new_ads": "credlens.plan.replanning.events.new_ads:apply",
    },
)


def happened(progress: Progress, events: Iterable[Event], followed: Followed) -> Progress:
    """The progress after these events, in the order they were told."""
    for event in events:
        progress = EVENTS[event.kind.value](progress, event, followed)
    return progress
