"""Time passes: how far a person is by the plan itself, before they say anything.

The plan is taken at its word: its payments before today were made, its days of study were used, and a step whose days are over is
finished. Days without study that were said later push the rest back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from credlens.model.plan import PaymentKind, Step
from credlens.model.progress import Begun, Finished, Progress, Spent
from credlens.plan.replanning.followed import Followed, coming_renewals, forget, spent, without_end

Span = tuple[date, date]


def passed(progress: Progress, followed: Followed) -> Progress:
    """The progress up to the day before today, by the plan; ``progress`` is what was known when the plan was made."""
    new = replace(
        progress,
        spent=(*progress.spent, *_payments(followed)),
        due=tuple(d for d in progress.due if d.day >= followed.today),
    )
    new = replace(new, spent=(*new.spent, *(d for d in progress.due if d.day < followed.today)))
    after = followed.plan.steps[0].start if followed.plan.steps else followed.today
    for step in followed.plan.steps:
        end, done, whole = _worked(step, max(step.start, after), followed.off, progress.off, followed.today)
        if end is not None:
            after = end + timedelta(days=1)
            new = _over(new, step, end, followed)
        elif done:
            new = _running(new, step, done / whole, followed)
            break
        else:
            break
    return new


def _payments(followed: Followed) -> tuple[Spent, ...]:
    return tuple(
        spent(p, s, followed)
        for s in followed.plan.steps
        for p in s.payments
        if p.day < followed.today and p.kind is not PaymentKind.SET_ASIDE
    )


def _worked(
    step: Step, begin: date, old: tuple[Span, ...], new: tuple[Span, ...], today: date
) -> tuple[date | None, int, int]:
    """Its last day when that is before today, else None; days of work done before today, and in all."""
    whole = max(
        1, sum(not _within(step.start + timedelta(days=k), old) for k in range((step.finish - step.start).days + 1))
    )
    done, day = 0, begin
    while day < today:
        if not _within(day, old) and not _within(day, new):
            done += 1
            if done == whole:
                return max(day, step.finish), done, whole
        day += timedelta(days=1)
    return None, done, whole


def _over(progress: Progress, step: Step, end: date, followed: Followed) -> Progress:
    renewals = coming_renewals(step, followed)
    over = Finished(step.credential, end, told=False, failures=progress.failures(step.credential))
    new = forget(progress, step.credential)
    return replace(new, finished=(*new.finished, over), due=(*new.due, *renewals))


def _running(progress: Progress, step: Step, part: float, followed: Followed) -> Progress:
    """In progress: of what was left when the plan was made, this part is done."""
    was = progress.running(step.credential)
    share = was.share if was else 0.0
    now = Begun(
        step.credential,
        was.day if was else step.start,
        share + (1 - share) * part,
        was.factor if was else 1.0,
        told=False,
    )
    others = tuple(b for b in progress.begun if b.credential != step.credential)
    new = replace(progress, begun=(*others, now))
    return without_end(new, step.credential, followed) if step.finish < followed.today else new


def _within(day: date, spans: tuple[Span, ...]) -> bool:
    return any(first <= day <= last for first, last in spans)
