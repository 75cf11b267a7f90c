"""Plan: the best set and order for your money, hours and deadline; why it is as it is; and what happened since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from credlens.app.constraints import constraints, limits_of, set_constraints
from credlens.app.events import events, undo
from credlens.app.limit_words import amount, day
from credlens.app.loop import Wishes
from credlens.app.plan import make_plan
from credlens.app.plan_kept import last_kept
from credlens.app.plan_quick import QuickPlan, quick_plan
from credlens.app.ports import Ports
from credlens.app.replan import replan
from credlens.app.showing import loop_parts
from credlens.model.errors import CredlensError, UserError
from credlens.model.plan import Limits
from credlens.model.progress import Event, EventKind
from credlens.web import render
from credlens.web.at import At, Sent, warmed, work
from credlens.web.desk import Desk
from credlens.web.language import say

router = APIRouter()
USUAL = {"budget": "300", "hours": "10", "most": "4"}  # where the sliders stand until you say something
USUAL_WEEKS = 26
MOST_BUDGET, MOST_HOURS = 2000, 40  # where the sliders end; a number beside them may be larger


@dataclass(frozen=True)
class Wanted:
    """What stands in the address or the form, in words; ``said`` when any of it was given there or before."""

    budget: str
    hours: str
    deadline: str
    most: str
    said: bool

    def limits(self, ports: Ports) -> Limits:
        """The limits that the words mean.

        Raises:
            UserError: one of them makes no sense.
        """
        most = self.most.strip()
        if not most.isdecimal():
            raise UserError(say("%s is no number of credentials.") % repr(most[:20]), where=say("At most"))
        hours = self.hours.strip().replace(",", ".")
        if not hours.replace(".", "", 1).isdecimal():
            raise UserError(say("%s is no number of hours.") % repr(hours[:20]), where=say("Hours a week"))
        return limits_of(
            ports,
            budget=amount(self.budget.strip(), say("Budget")),
            hours_per_week=float(hours),
            deadline=day(self.deadline.strip(), say("Deadline")) if self.deadline.strip() else None,
            max_credentials=int(most),
        )

    def query(self) -> str:
        """As the address says it."""
        return urlencode({"budget": self.budget, "hours": self.hours, "deadline": self.deadline, "most": self.most})


def _wanted(ports: Ports, given: Any) -> Wanted:
    kept = constraints(ports)
    usual = {
        "budget": "" if kept.budget is None else f"{kept.budget:f}",
        "hours": "" if kept.hours is None else f"{kept.hours:g}",
        "deadline": "" if kept.deadline is None else kept.deadline.isoformat(),
    }
    deadline = (ports.today + timedelta(weeks=USUAL_WEEKS)).isoformat()
    named = {name: given.get(name) or usual.get(name) or USUAL.get(name, deadline) for name in (*USUAL, "deadline")}
    said = any(given.get(name) for name in named) or bool(usual["budget"] and usual["hours"])
    return Wanted(named["budget"], named["hours"], named["deadline"], named["most"], said)


@router.get("/{who}/plan")
def show(request: Request, desk: At, why: bool = False) -> Response:
    """The plans for the limits in the address, or those that were said before; with ``why`` also the reasons."""
    slow = warmed(request, desk)
    if slow is not None:
        return slow
    with desk.open() as ports:
        if not (ports.has_state() and ports.store().standing().target):
            return render.page(request, "no_goal.html.j2", desk, "plan")
        wanted = _wanted(ports, request.query_params)
    try:
        return _page(request, desk, wanted, why=why)
    except CredlensError as failure:
        return _page(request, desk, wanted, failure=failure)


@router.get("/{who}/plan/quick")
def quick(request: Request, desk: At, sure: bool = False) -> Response:
    """What these limits lead to, while a slider moves; ``sure`` when it rests."""
    with desk.open() as ports:
        found = quick_plan(ports, _wanted(ports, request.query_params).limits(ports), sure=sure)
    return render.page(request, "plan_quick.html.j2", desk, "plan", quick=found)


@router.post("/{who}/plan")
def keep(request: Request, desk: At, form: Sent) -> Response:
    """Make the plan and keep it, with the limits as what you can spend."""
    with desk.open() as ports:
        wanted = _wanted(ports, dict(form.texts))
        try:
            wanted.limits(ports)
        except CredlensError as failure:
            return _page(request, desk, wanted, failure=failure)

    def job() -> str:
        with desk.open() as ports:
            said = {"budget": wanted.budget, "hours": wanted.hours, "deadline": wanted.deadline}
            set_constraints(ports, said)
            made = make_plan(ports, wanted.limits(ports))
        words = (
            say("The plan is kept. It is the one that is followed from now on.")
            if made.loop.plans
            else say("No plan fits, so none is kept.")
        )
        return f"/{desk.who}/plan?{wanted.query()}&note={desk.note(words)}"

    return work(desk, say("Looking for the best plan"), f"/{desk.who}/plan?{wanted.query()}", job)


@router.post("/{who}/plan/why")
def reasons(desk: At, form: Sent) -> Response:
    """Look for the reasons, which takes a few seconds."""
    with desk.open() as ports:
        wanted = _wanted(ports, dict(form.texts))

    def job() -> str:
        with desk.open() as ports:
            make_plan(ports, wanted.limits(ports), Wishes(explain=True), kept=False)
        return f"/{desk.who}/plan?{wanted.query()}&why=true#why"

    return work(desk, say("Planning again with one thing changed at a time"), f"/{desk.who}/plan?{wanted.query()}", job)


@router.post("/{who}/plan/event")
def happened(request: Request, desk: At, form: Sent) -> Response:
    """Say what happened since the plan was made, and plan again from today."""
    try:
        told = _event(form.text("kind"), form.text("credential"), form.text("day"), form.text("amount"), desk)
        with desk.open() as ports:
            found = replan(ports, [told] if told else [])
    except CredlensError as failure:
        with desk.open() as ports:
            wanted = _wanted(ports, {})
        return _page(request, desk, wanted, failure=failure)
    words = " ".join(found.because) or say("Nothing changes.")
    return render.go(desk, "plan#since", words, lambda: _undo(desk) if told else None)


def _undo(desk: Desk) -> None:
    with desk.open() as ports:
        undo(ports)


def _event(kind: str, credential: str, when: str, paid: str, desk: Desk) -> Event | None:
    if not kind:
        return None
    if kind not in _KINDS:
        raise UserError(say("There is no such event."), where=kind[:40])
    with desk.look() as ports:
        on = day(when, say("Day")) if when else ports.today
    money = amount(paid, say("Amount")) if paid and kind == EventKind.PRICE else None
    return Event(EventKind(kind), on, credential, amount=money)


_KINDS = ("finished", "failed", "dropped", "price", "interviews")


def _page(
    request: Request, desk: Desk, wanted: Wanted, *, why: bool = False, failure: CredlensError | None = None
) -> Response:
    made = drawn = None
    with desk.open() as ports:
        if wanted.said and failure is None:
            made = make_plan(ports, wanted.limits(ports), Wishes(explain=why), kept=False)
            parts = ("gates",) if made.loop.gap.blocked else ()
            drawn = render.lang_part(loop_parts(made.loop, *parts, "plan", *(("why",) if why else ())))
        quick = None
        if made is not None:
            plan = made.loop.plans[0] if made.loop.plans else None
            quick = QuickPlan(plan, made.loop.catalog, made.loop.taxonomy, blocked=made.loop.gap.blocked)
        elif failure is None:
            quick = quick_plan(ports, wanted.limits(ports), sure=True)
        followed = last_kept(ports)
        since = events(ports).events if followed else ()
        catalog = quick.catalog if quick else None
        today: date = ports.today
    names = {}
    if followed and catalog is not None:
        ids = dict.fromkeys(s.credential for p in followed.plans[:1] for s in p.steps)
        names = {i: catalog[i].title if i in catalog else i for i in ids}
    return render.page(
        request,
        "plan.html.j2",
        desk,
        "plan",
        status=render.status_of(failure) if failure else 200,
        wanted=wanted,
        made=made,
        drawn=drawn,
        quick=quick,
        why=why,
        followed=followed,
        names=names,
        since=since,
        kinds=[k for k in _KINDS if k in {e.value for e in EventKind}],
        today=today,
        ends={"budget": MOST_BUDGET, "hours": MOST_HOURS},
        failure=render.told(failure) if failure else None,
    )
