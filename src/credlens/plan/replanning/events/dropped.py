"""Dropped: the person does not want it any more."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Progress
from credlens.plan.replanning.followed import Followed, forget, without_end


def apply(progress: Progress, event: Event, followed: Followed) -> Progress:
    """No plan uses it; what was paid for it stays paid, an exam that was not taken is not."""
    name = event.credential
    new = forget(without_end(progress, name, followed), name)
    return replace(new, dropped=tuple(sorted({*new.dropped, name})))
