"""What is different between the plan that was followed and the new one, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from credlens.model.plan import Plan, Step
from credlens.model.progress import Event, Progress
from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.replanning.now import ATTEMPTS
from credlens.plan.replanning.words import and_, days, said, sentence

SAME = Decimal("0.01")  # less money than this is no difference


class What(StrEnum):
    """What became of a step."""

    FINISHED = "finished"
    SECOND_ATTEMPT = "second attempt"
    THIRD_ATTEMPT = "third attempt"
    FOURTH_ATTEMPT = "fourth attempt"
    FURTHER_ATTEMPT = "further attempt"
    KEPT = "kept"
    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one credential; ``start`` and ``finish`` are its days in the new plan, None when it has none."""

    credential: str
    what: What
    because: str
    start: date | None = None
    finish: date | None = None


@dataclass(frozen=True)
class Replanned:
    """Everything that says what is different.

    Attributes:
        old, new: the plan followed, and the one of today; None when nothing fits any more.
        before, progress: how far the person was when the old plan was made, and is now.
        problem: the one that the new plan solves.
        events: what was told since the old plan was made.
        still: the best plan out of the old steps alone; None when there is none.
        why_dropped: credential -> why its step is in the new plan no more, as ``dropping.why_dropped`` found out.
        no_wait: credentials of which nobody says how long one waits before another attempt.
        titles: of credentials.
        limited: whether the limits were changed, too.
    """

    old: Plan
    new: Plan | None
    before: Progress
    progress: Progress
    problem: Problem
    events: tuple[Event, ...]
    still: Plan | None
    titles: Mapping[str, str]
    limited: bool = False
    why_dropped: Mapping[str, str] = field(default_factory=dict)
    no_wait: frozenset[str] = frozenset()

    @property
    def open(self) -> tuple[Step, ...]:
        """Steps of the old plan that are not over."""
        return tuple(s for s in self.old.steps if not self.progress.is_over(s.credential))

    @property
    def currency(self) -> str:
        """Of the budget."""
        return self.problem.limits.budget.currency

    def title(self, credential: str) -> str:
        """What a credential is called."""
        return self.titles.get(credential, credential)


def changes(found: Replanned) -> tuple[Change, ...]:
    """One for each step of either plan: what is over, then the new plan's order, then what was dropped."""
    steps = found.new.steps if found.new else ()
    now = {s.credential for s in steps}
    return (
        *_over(found),
        *(_step(s, found) for s in steps),
        *(Change(s.credential, What.DROPPED, _why_dropped(s, found)) for s in found.open if s.credential not in now),
    )


def because(found: Replanned) -> tuple[str, ...]:
    """What changes and why, in sentences: what happened, then the end, the money and what the plan is worth."""
    lines = [sentence(said(e, found.title(e.credential), found.currency)) for e in found.events]
    lines += _asked(found)
    paid = Money(found.progress.paid, found.currency)
    left = found.problem.limits.budget
    lines.append(f"{paid if found.progress.paid else 'Nothing'} was paid so far; {left} is left to plan with.")
    if found.progress.due:
        lines.append(f"{Money(found.progress.owed, found.currency)} is kept back to renew what is finished.")
    if found.new is not None:
        lines += [line for line in (_end(found), _money(found), _worth(found)) if line]
    return tuple(lines)


def same(found: Replanned) -> bool:
    """Whether nothing changes: every open step stays where it was."""
    return all(c.what in {What.KEPT, What.FINISHED} for c in changes(found))


def _over(found: Replanned) -> Iterator[Change]:
    for each in found.progress.finished:
        if found.before.is_over(each.credential):
            continue
        words = f"finished on {each.day}" if each.told else f"by the plan it was finished on {each.day}"
        yield Change(each.credential, What.FINISHED, words)


def _step(step: Step, found: Replanned) -> Change:
    name, old = step.credential, next((s for s in found.old.steps if s.credential == step.credential), None)
    failed_since = found.progress.failures(name) > found.before.failures(name)
    if step.option in ATTEMPTS and (old is None or old.option != step.option or failed_since):
        return Change(name, What(step.option), _again(step, found), step.start, step.finish)
    if old is None:
        return Change(name, What.ADDED, _why_added(found), step.start, step.finish)
    begun = found.progress.running(name) is not None and old.start < found.problem.limits.start
    later = (step.finish - old.finish).days
    moved = later != 0 or (not begun and step.start != old.start) or step.option != old.option
    if not moved:
        return Change(name, What.KEPT, "nothing changes", step.start, step.finish)
    return Change(name, What.MOVED, _why_moved(step, old, later, found), step.start, step.finish)


def _again(step: Step, found: Replanned) -> str:
    cost = sum((p.amount.amount for p in step.payments), Decimal(0))
    price = f"costs {Money(cost, found.currency)}" if cost else "costs nothing more"
    end = found.new.finish if found.new else step.finish
    later = (end - found.old.finish).days
    moves = f"moves the end by {days(later)}" if later > 0 else "does not move the end"
    return f"The exam of {found.title(step.credential)} is repeated on {step.finish}, which {price} and {moves}."


def _why_moved(step: Step, old: Step, later: int, found: Replanned) -> str:
    if step.option != old.option:
        return f"paid as {step.option} instead of {old.option}"
    first = (step.start - old.start).days
    what = f"ends {days(abs(later))} {'later' if later > 0 else 'earlier'}, on {step.finish}" if later else ""
    if not what:
        what = f"begins {days(abs(first))} {'later' if first > 0 else 'earlier'}, on {step.start}"
    before = {s.credential for s in found.open if s.start < old.start}
    steps = found.new.steps if found.new else ()
    if before != {s.credential for s in steps if s.start < step.start}:
        return f"{what}, since other steps come before it now"
    return f"{what}: {_cause(found)}"


def _cause(found: Replanned) -> str:
    told = [said(e, found.title(e.credential), found.currency) for e in found.events]
    if found.limited:
        told.append("the limits changed")
    return and_(told) if told else "facts of the catalog or of your profile changed since"


def _why_added(found: Replanned) -> str:
    assert found.new is not None  # noqa: S101 - it has a step
    if found.still is None:
        return f"the old steps alone make no plan any more: {_cause(found)}"
    return (
        f"with it the plan builds evidence for {found.new.coverage:.0%} of what is missing, "
        f"with the old steps alone for {found.still.coverage:.0%}"
    )


def _why_dropped(step: Step, found: Replanned) -> str:
    said_why = dict(found.problem.excluded).get(step.credential)
    if said_why:
        return said_why
    return found.why_dropped.get(step.credential, f"is left out: {_cause(found)}")


def _asked(found: Replanned) -> Iterator[str]:
    """What is only taken to be, and how to say that it is not so."""
    for each in found.progress.finished:
        if not each.told and not found.before.is_over(each.credential):
            yield (
                f"By the plan {found.title(each.credential)} should be finished since {each.day}: "
                f"say --finished {each.credential} or --did {each.credential}=HOURS."
            )
    for begun in found.progress.begun:
        if not begun.told:
            yield (
                f"{found.title(begun.credential)} is taken to be {begun.share:.0%} done, as planned: "
                f"say --did {begun.credential}=HOURS if that is wrong."
            )
    now = {s.credential for s in found.new.steps} if found.new else set()
    for failed in found.progress.failed:
        if failed.credential in found.no_wait & now:
            yield (
                f"Nobody says how long to wait before another attempt at {found.title(failed.credential)}: "
                "one day is reckoned with, ask the provider."
            )


def _end(found: Replanned) -> str:
    assert found.new is not None  # noqa: S101 - asked for a plan
    if not found.new.steps:
        return "Nothing is left to do."
    later = (found.new.finish - found.old.finish).days
    if not later:
        return f"The plan ends on {found.new.finish}, as before."
    return f"The plan ends on {found.new.finish}, {days(abs(later))} {'later' if later > 0 else 'earlier'} than before."


def _money(found: Replanned) -> str:
    assert found.new is not None  # noqa: S101 - asked for a plan
    total = found.progress.paid + found.progress.owed + found.new.cost.amount
    more = total - found.before.paid - found.before.owed - found.old.cost.amount
    coming = found.new.cost if found.new.cost.amount else "nothing"
    in_all = f"It costs {Money(total, found.currency)} in all, {coming} of it from today"
    if abs(more) < SAME:
        return f"{in_all}: as before."
    return f"{in_all}: {Money(abs(more), found.currency)} {'more' if more > 0 else 'less'} than before."


def _worth(found: Replanned) -> str:
    assert found.new is not None  # noqa: S101 - asked for a plan
    old, new = f"{found.old.coverage:.0%}", f"{found.new.coverage:.0%}"
    if old == new:
        return ""
    return f"With what is finished it builds evidence for {new} of what is missing; the plan before said {old}."


def due(found: Replanned) -> tuple[Decimal, Decimal, Decimal]:
    """What is due from today in all, what of it for steps begun before, and what of it to renew what is finished.

    A step counts as begun when it runs, or when an exam of it was not passed yet. The first number is the new plan's cost and the third.
    """
    renewals = found.progress.owed
    if found.new is None:
        return renewals, Decimal(0), renewals
    begun = {b.credential for b in found.progress.begun} | {f.credential for f in found.progress.failed}
    theirs = (p.amount.amount for s in found.new.steps if s.credential in begun for p in s.payments)
    return found.new.cost.amount + renewals, sum(theirs, Decimal(0)), renewals


def kept_credentials(old: Sequence[Step], progress: Progress) -> frozenset[str]:
    """Credentials of the old plan that are still open."""
    return frozenset(
        s.credential for s in old if not progress.is_over(s.credential) and s.credential not in progress.dropped
    )
