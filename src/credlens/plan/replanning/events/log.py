"""The log of applications says that something else is worth more than another credential, or that nothing is any more."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed


def apply(progress: Progress, event: Event, _followed: Followed) -> Progress:
    """While something else is worth more, nothing new is begun but what is worth its hours all the same; what runs is finished."""
    if event.credential:
        return replace(progress, worthwhile=tuple(sorted({*progress.worthwhile, event.credential})))
    return replace(progress, instead=event.option, worthwhile=())
