"""A plan as the store keeps it: what is shown of it, and beside that what it takes to plan on from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.app.loop import Wishes
from credlens.app.ports import Ports, StoredPlan
from credlens.model.errors import OutsideError
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.progress import Begun, Event, EventKind, Failed, Finished, NewPrice, Progress, Spent
from credlens.model.quantity import Money
from credlens.model.serial import plain

Json = dict[str, Any]
BESIDE = "kept"  # the key beside what is shown
TOLD_WITH = "told_with"  # the key of a command's number, beside an event's own keys and in what is kept of a plan


@dataclass(frozen=True)
class KeptPlan:
    """A plan to go on from.

    Attributes:
        made: the day it was made; ``position``: its place among the kept ones.
        target: what it was made for, in words.
        plans: all that were shown; the first one is followed when nobody says otherwise.
        limits: in all, as they were said: not less what was paid since.
        wishes: what the person wanted of their plans.
        progress: how far they were when it was made.
        again: whether it came out of replanning.
        after: position of the plan it was planned on from; ``number``: of the command that made it, as its events have it. None for a
            plan that begins anew.
    """

    made: date
    position: int
    target: str
    plans: tuple[Plan, ...]
    limits: Limits
    wishes: Wishes
    progress: Progress
    again: bool
    after: int | None = None
    number: int | None = None


def to_text(
    shown: Json,
    limits: Limits,
    wishes: Wishes,
    progress: Progress | None = None,
    after: int | None = None,
    number: int | None = None,
) -> str:
    """What the store keeps of a plan; ``progress``, ``after`` and ``number`` are None for one that begins anew."""
    kept = {
        "limits": _limits_json(limits),
        "wishes": {f.name: list(v) for f in fields(Wishes) if isinstance(v := getattr(wishes, f.name), tuple)},
        "progress": None if progress is None else _exact(progress),
        "after": after,
        TOLD_WITH: number,
    }
    return json.dumps({**shown, BESIDE: kept}, ensure_ascii=False)


def from_stored(stored: StoredPlan) -> KeptPlan:
    """The plan that was kept.

    Raises:
        OutsideError: it was kept by a version that did not write down enough to go on from.
    """
    found = json.loads(stored.content)
    if BESIDE not in found:
        raise OutsideError(
            "The last plan was kept by an older version of credlens and cannot be planned on from.",
            what_to_do="Make it again: credlens plan.",
        )
    kept = found[BESIDE]
    progress = kept["progress"]
    return KeptPlan(
        made=stored.made,
        position=stored.position,
        target=found["target"],
        plans=tuple(_plan(p) for p in found["plans"]),
        limits=_limits(kept["limits"]),
        wishes=replace(Wishes(), **_named(kept["wishes"])),
        progress=Progress() if progress is None else _progress(progress),
        again=progress is not None,
        after=kept.get("after"),
        number=kept.get(TOLD_WITH),
    )


def last_kept(ports: Ports) -> KeptPlan | None:
    """The last plan that there is something to follow in: a try that found nothing changes nothing about it; None when there is none.

    Raises:
        OutsideError: it was kept by a version that did not write down enough to go on from.
    """
    found = (from_stored(p) for p in reversed(ports.store().plans())) if ports.has_state() else ()
    return next((k for k in found if k.plans), None)


def event_text(event: Event, told_with: int) -> str:
    """What the store keeps of an event; ``told_with`` is the same number for all that was told in one command."""
    return json.dumps({**_exact(event), TOLD_WITH: told_with}, ensure_ascii=False)


def told_with(text: str) -> int | None:
    """The number of the command in which a kept event was told; None for one of a version that did not write it down."""
    number = json.loads(text).get(TOLD_WITH)
    return None if number is None else int(number)


def event_of(text: str) -> Event:
    """The event that was kept."""
    found = json.loads(text)
    return Event(
        kind=EventKind(found["kind"]),
        day=date.fromisoformat(found["day"]),
        credential=found["credential"],
        hours=found["hours"],
        share=found["share"],
        amount=None if found["amount"] is None else Decimal(found["amount"]),
        option=found["option"],
        until=_day(found["until"]),
        count=found["count"],
    )


def _exact(value: Any) -> Any:
    """Plain JSON types; amounts as texts, so that they come back as they were."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [_exact(v) for v in value]
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        return {f.name: _exact(getattr(value, f.name)) for f in fields(value)}
    return value if isinstance(value, float) else plain(value)


def _limits_json(limits: Limits) -> Json:
    return {f.name: _exact(getattr(limits, f.name)) for f in fields(Limits)}


def _limits(found: Mapping[str, Any]) -> Limits:
    month = found["budget_per_month"]
    return Limits(
        budget=_money(found["budget"]),
        hours_per_week=found["hours_per_week"],
        start=date.fromisoformat(found["start"]),
        deadline=date.fromisoformat(found["deadline"]),
        max_credentials=found["max_credentials"],
        budget_per_month=None if month is None else _money(month),
        off=tuple(_span(s) for s in found["off"]),
        languages=tuple(found["languages"]),
        keep_until=_day(found["keep_until"]),
    )


def _plan(found: Mapping[str, Any]) -> Plan:
    """A plan with its steps, days and money; what it proves of each skill is found anew when it is asked for."""
    return Plan(
        name=found["name"],
        steps=tuple(_step(s) for s in found["steps"]),
        cost=Money(Decimal(str(found["cost"])), found["currency"]),
        hours=found["hours"],
        finish=date.fromisoformat(found["finish"]),
        coverage=found["coverage"],
        by_skill=(),
        uncovered=(),
        status=PlanStatus(found["status"]),
        gap=found["gap"],
    )


def _step(found: Mapping[str, Any]) -> Step:
    payments = tuple(
        Payment(
            date.fromisoformat(p["day"]),
            Money(Decimal(str(p["amount"])), p["currency"]),
            p["what"],
            PaymentKind(p.get("kind", PaymentKind.PAID)),
        )
        for p in found["cost"]
    )
    start, finish = date.fromisoformat(found["start"]), date.fromisoformat(found["finish"])
    return Step(found["credential"], found["option"], start, finish, found["hours"], payments, ())


def _progress(found: Mapping[str, Any]) -> Progress:
    return Progress(
        spent=tuple(_spent(s) for s in found["spent"]),
        due=tuple(_spent(s) for s in found["due"]),
        finished=tuple(Finished(**_dated(f)) for f in found["finished"]),
        failed=tuple(Failed(**_dated(f)) for f in found["failed"]),
        begun=tuple(Begun(**_dated(b)) for b in found["begun"]),
        dropped=tuple(found["dropped"]),
        prices=tuple(NewPrice(p["credential"], Decimal(p["amount"]), p["option"]) for p in found["prices"]),
        off=tuple(_span(s) for s in found["off"]),
        interviews=found["interviews"],
        instead=found.get("instead", ""),  # plans that were kept before there was a log have neither
        worthwhile=tuple(found.get("worthwhile", ())),
    )


def _named(found: Mapping[str, list[str]]) -> Json:
    return {name: tuple(value) for name, value in found.items()}


def _dated(found: Mapping[str, Any]) -> Json:
    return {**found, "day": date.fromisoformat(found["day"])}


def _spent(found: Mapping[str, Any]) -> Spent:
    given = _dated(found)
    return Spent(**{**given, "amount": Decimal(found["amount"]), "until": _day(found["until"])})


def _money(found: Mapping[str, Any]) -> Money:
    return Money(Decimal(found["amount"]), found["currency"])


def _span(found: list[str]) -> tuple[date, date]:
    return date.fromisoformat(found[0]), date.fromisoformat(found[1])


def _day(found: str | None) -> date | None:
    return None if found is None else date.fromisoformat(found)
