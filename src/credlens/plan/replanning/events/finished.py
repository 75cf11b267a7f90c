"""Finished: its evidence counts, and what is due at its end was paid on that day."""

from __future__ import annotations

from dataclasses import replace

from credlens.model.progress import Event, Finished, Progress
from credlens.plan.replanning.followed import Followed, coming_renewals, forget, with_end, without_end


def apply(progress: Progress, event: Event, followed: Followed) -> Progress:
    """Finished on ``event.day``: earlier, later or as planned. What the plan pays for it after that day is not paid."""
    name, step = event.credential, followed.step(event.credential)
    failures = progress.failures(name)
    new = without_end(progress, name, followed)
    new = replace(new, spent=tuple(s for s in new.spent if s.credential != name or s.day <= event.day))
    new = with_end(new, name, event.day, 1 + failures, followed)
    new = forget(new, name)
    renewals = coming_renewals(step, followed) if step else ()
    over = Finished(name, event.day, told=True, failures=failures)
    return replace(new, finished=(*new.finished, over), due=(*new.due, *renewals))
