"""What a plan and the credentials one holds put into a calendar: the same thing has the same key, whichever file it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from credlens.model.expiring import Expiring
from credlens.model.fact import Fact, Method, Unknown
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, Step
from credlens.present import words
from credlens.present.ical import BEFORE_EXPIRY, Entry, numbered, stretches

REAL = frozenset({PaymentKind.PAID, PaymentKind.RENEWAL})  # what leaves the account on that day for sure


def study(step: Step, title: str, number: int, days: tuple[date, date], more: Iterable[str] = ()) -> Entry:
    """A stretch of a step's days; ``number`` counts its stretches, ``more`` are further lines."""
    about = f"{step.hours:.0f} h in all, {words.day(step.start)} to {words.day(step.finish)}."
    return Entry(("study", step.credential, str(number)), *days, f"Study: {title}", "\n".join([about, *more]))


def payment(paid: Payment, credential: str, title: str, number: int) -> Entry:
    """Something to pay; ``number`` counts payments of the same kind for the same thing."""
    key = ("payment", credential, paid.kind.value, paid.what, str(number))
    return Entry(key, paid.day, paid.day, f"Pay {paid.amount} ({paid.what})", f"For {title}: {paid.what}.")


def expires(credential: str, day: date, title: str, text: str) -> Entry:
    """The last day on which a credential holds, with reminders."""
    return Entry(("expiry", credential), day, day, f"Last day it holds: {title}", text, BEFORE_EXPIRY)


def of_plan(plan: Plan, limits: Limits, titles: dict[str, str]) -> Iterator[Entry]:
    """The milestones of a plan as it was kept: its steps, what is paid, and the deadline.

    Args:
        plan: the plan that is followed.
        limits: it was made under; its days off cut steps.
        titles: what its credentials are called.
    """
    for step in plan.steps:
        for number, days in enumerate(stretches(step.start, step.finish, limits.off)):
            yield study(step, titles[step.credential], number, days)
    dues = [(step.credential, p) for step in plan.steps for p in step.payments if p.kind in REAL]
    dues.sort(key=lambda due: due[1].day)
    for number, (credential, paid) in numbered(dues, lambda due: (due[0], due[1].kind, due[1].what)):
        yield payment(paid, credential, titles[credential], number)
    text = f"The day you set for your plan. Its last step ends on {words.day(plan.finish)}."
    yield Entry(("deadline",), limits.deadline, limits.deadline, "Deadline of your plan", text, (7,))


def of_held(held: Expiring) -> Entry:
    """The last day of a credential one holds, and what its renewal takes."""
    return expires(held.about, held.day, held.name, "\n".join(filter(None, _lines(held))))


def _lines(held: Expiring) -> Iterator[str]:
    if held.issuer:
        yield f"From {held.issuer}."
    if held.months is not None:
        yield f"Reckoned: issued {words.partial(held.issued)}, holds {held.months} months by the catalog. Look up the day itself."
    elif len(held.said) == len("2024"):
        yield f"Only the year is known, {held.said}; this is its last day. Look up the day itself."
    elif len(held.said) == len("2024-03"):
        yield "Only the month is known; this is its last day. Look up the day itself."
    yield _renewal(held)
    yield f"Where to look: {held.page}" if held.page else ""
    yield f"Where it is checked: {held.link}" if held.link and held.link != held.page else ""


def _renewal(held: Expiring) -> str:
    value = held.renewal.value
    if isinstance(value, Unknown):
        return "How it is renewed, and what that costs, is not known here."
    steps = f"Renewal: {value}{_condition(held.renewal)}."
    missing = [name for name, part in (("cost", value.cost), ("hours", value.hours)) if part is None]
    unknown = f" Not known: {words.listing(missing)}." if missing else ""
    return f"{steps}{unknown} {_source(held.renewal)}".rstrip()


def _condition(fact: Fact[Any]) -> str:
    said = "; ".join(p for p in (fact.condition, fact.note) if p)
    return f" ({said})" if said else ""


def _source(fact: Fact[Any]) -> str:
    """Where a fact is from, as a calendar can show it."""
    if not fact.sources:
        return ""
    source = fact.sources[0]
    seen = f", {words.day(source.date)}" if source.date else ""
    if source.method is Method.RECALLED:
        return f"From memory{seen}: check it."
    return f"Source: {source.address or source.note}{seen}."


def is_over(held: Expiring, today: date) -> bool:
    """Whether its last day lies behind."""
    return held.day < today
