"""Faster or slower: hours really spent on a credential, and how far that went."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from credlens.model.progress import Begun, Event, Progress
from credlens.plan.replanning.followed import Followed, forget, kept_running, without_end

SLOWEST = 3.0  # judgement: a small share done says little, so that nobody is taken to need more than so many times the hours planned
FASTEST = 1 / SLOWEST  # judgement: and for the same reason not less than this part of them
ALMOST = 0.95  # judgement: who has not said that it is finished has at least a twentieth of it left


def apply(progress: Progress, event: Event, followed: Followed) -> Progress:
    """So many hours of work went into it; without a share done, they went as far as planned.

    The factor is hours spent / (planned hours x share done). It holds for the rest of this credential and for no other: a slow course
    says more about the course than about the next one. No hours at all mean that it was not begun, and that nothing was paid for it.
    """
    name = event.credential
    hours = event.hours or 0.0
    if not hours and not event.share:
        new = forget(progress, name)
        return replace(new, spent=tuple(s for s in new.spent if s.credential != name))
    offer, step, was = followed.offer(name), followed.step(name), progress.running(name)
    planned = offer.hours if offer else step.hours if step else hours
    share = min(ALMOST, event.share or (hours / planned if planned else ALMOST))
    factor = hours / (planned * share) if event.share and planned else 1.0
    day = was.day if was else step.start if step and step.start < followed.today else followed.today - timedelta(days=1)
    new = without_end(progress, name, followed)
    new = forget(new, name)
    now = Begun(name, day, share, min(SLOWEST, max(FASTEST, factor)), told=True)
    return kept_running(replace(new, begun=(*new.begun, now)), name, followed)
