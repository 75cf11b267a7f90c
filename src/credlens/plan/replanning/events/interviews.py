"""Interviews: applying works, so that the time is better spent there."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed


def apply(progress: Progress, event: Event, _followed: Followed) -> Progress:
    """Counted; from the first on nothing new is planned but what runs already and what still opens ads."""
    return replace(progress, interviews=progress.interviews + event.count)
