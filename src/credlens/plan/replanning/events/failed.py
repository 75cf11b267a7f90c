"""Failed: its exam has to be taken again, after some revision."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Failed, Progress
from credlens.plan.replanning.followed import Followed, forget, with_end, without_end


def apply(progress: Progress, event: Event, followed: Followed) -> Progress:
    """One attempt more is spent; what was set aside for another one is now planned with."""
    name = event.credential
    times = 1 + progress.failures(name)
    new = with_end(without_end(progress, name, followed), name, event.day, times, followed)
    new = forget(new, name)
    return replace(new, failed=(*new.failed, Failed(name, event.day, times)))
