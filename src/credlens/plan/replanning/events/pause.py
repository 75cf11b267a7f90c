"""A pause: days without study, before today or after."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed


def apply(progress: Progress, event: Event, _followed: Followed) -> Progress:
    """The days are added to those without study. Days before today count in :mod:`credlens.plan.replanning.passed`."""
    span = (event.day, event.until or event.day)
    return progress if span in progress.off else replace(progress, off=tuple(sorted((*progress.off, span))))
