"""New ads: the target was read anew."""

from __future__ import annotations

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed


def apply(progress: Progress, _event: Event, _followed: Followed) -> Progress:
    """What is missing is found anew from the ads every time; how far the person is stays the same."""
    return progress
