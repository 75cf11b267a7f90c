"""Progress: the log of applications, how far they come, whether a credential helped, and what to do next."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from credlens.app import undoing
from credlens.app.knowledge import Knowledge
from credlens.app.learning import applying, coin, following, reviewing, taking_in
from credlens.app.learning.funnel import find_funnel
from credlens.app.learning.helped import PRIOR_SOURCE, helped
from credlens.app.learning.next_step import find_next
from credlens.app.limit_words import day
from credlens.app.plan_kept import last_kept
from credlens.app.ports import NamedBytes
from credlens.app.presenting.holdings import holdings
from credlens.io.memory import MemoryFiles
from credlens.model.application import StepKind
from credlens.model.errors import CredlensError, UserError
from credlens.web import render
from credlens.web.at import At, Sent, warmed
from credlens.web.desk import Desk
from credlens.web.language import say
from credlens.web.limits import MOST_BODY

router = APIRouter()
RECENT = 30  # applications shown at once


@router.get("/{who}/progress")
def show(request: Request, desk: At, every: bool = False) -> Response:
    """The log with the funnel, and what to do next."""
    return warmed(request, desk) or _page(request, desk, every=every)


@router.post("/{who}/progress/application")
def application(request: Request, desk: At, form: Sent) -> Response:
    """Log an application that was sent."""
    text = form.text("ad")
    referral = {"yes": True, "no": False}.get(form.text("referral"))
    try:
        with desk.open() as ports:
            said = applying.Said(
                ad=NamedBytes(say("pasted-ad"), text.encode()) if text else None,
                employer=form.text("employer") or None,
                title=form.text("title") or None,
                applied=day(form.text("day"), say("Day")) if form.text("day") else None,
                shown=tuple(form.many("shown")) if form.text("said") else None,
                resume=form.text("resume"),
                referral=referral,
                coin=form.text("coin") or None,
            )
            made = applying.log_application(ports, said, again=form.text("again") == "yes")
    except CredlensError as failure:
        return _page(request, desk, failure=failure, typed=dict(form.texts))

    def undo() -> None:
        with desk.open() as ports:
            following.remove(ports, made.application.id)

    told = [say("The application is logged.")]
    if made.tossed is not None:
        told.append(say("The coin says: show it.") if made.tossed.toss.shown else say("The coin says: leave it off."))
    return render.go(desk, "progress#log", " ".join((*told, *made.words)), undo)


@router.post("/{who}/progress/step")
def step(request: Request, desk: At, form: Sent) -> Response:
    """Log what came of an application."""
    kind = form.text("kind")
    try:
        if kind not in {k.value for k in StepKind}:
            raise UserError(say("There is no such step."), where=kind[:40])
        with desk.open() as ports:
            on = day(form.text("day"), say("Day")) if form.text("day") else None
            found = following.log_step(ports, form.text("about"), StepKind(kind), day=on, note=form.text("note"))
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return render.go(desk, "progress#log", " ".join(found.words) or say("It is logged."))


@router.post("/{who}/progress/remove")
def remove(request: Request, desk: At, form: Sent) -> Response:
    """Forget an application."""
    try:
        with desk.open() as ports:
            undo = undoing.removed_application(ports, form.text("about"))
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return render.go(desk, "progress#log", say("The application is forgotten."), undo)


@router.post("/{who}/progress/import")
def take_in(request: Request, desk: At, form: Sent) -> Response:
    """Take in a tracker's table or a mailbox; what is not sure waits to be looked at."""
    try:
        sent = form.sent("files", MOST_BODY)
        if not sent:
            raise UserError(
                say("No file was given."), what_to_do=say("Choose a CSV of a tracker, or a mailbox (.mbox, .eml).")
            )
        files = MemoryFiles(sent[:1])
        with desk.open(files) as ports:
            found = taking_in.take_in(ports, files.sent[0])
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    words = say("%(logged)d logged, %(waiting)d wait to be looked at.") % {
        "logged": len(found.logged),
        "waiting": len(found.review),
    }
    return render.go(desk, "progress#waiting" if found.review else "progress#log", words)


@router.post("/{who}/progress/settle")
def settle(request: Request, desk: At, form: Sent) -> Response:
    """Accept or reject what waits."""
    name = form.text("entry")
    accepted = form.text("verdict") == "accept"
    try:
        with desk.open() as ports:
            on = day(form.text("applied"), say("Day")) if form.text("applied") else None
            reviewing.settle(ports, [name] if accepted else [], [] if accepted else [name], applied=on)
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return render.go(desk, "progress#waiting", say("It is logged.") if accepted else say("It is rejected."))


@router.post("/{who}/progress/coin")
def toss(request: Request, desk: At, form: Sent) -> Response:
    """Let a coin decide which applications show a credential, or end it."""
    name = form.text("credential")
    try:
        with desk.open() as ports:
            (coin.end if form.text("end") else coin.begin)(ports, name)
    except CredlensError as failure:
        return render.failed(request, desk, failure, "progress")
    words = (
        say("The coin decides no more.")
        if form.text("end")
        else say("A coin decides from now on. Choose it when you log an application.")
    )
    return render.go(desk, "helped", words, id=name)


@router.get("/{who}/helped")
def did_it_help(request: Request, desk: At, id: str) -> Response:  # noqa: A002 - the name it has everywhere
    """Did showing a credential help?"""
    try:
        with desk.open() as ports:
            found = helped(ports, id)
    except CredlensError as failure:
        return render.failed(request, desk, failure, "progress")
    return render.page(request, "helped.html.j2", desk, "progress", found=found, prior_source=PRIOR_SOURCE)


@router.get("/{who}/next")
def what_next(request: Request, desk: At, weeks: str = "", hours: str = "") -> Response:
    """What to do next with your hours."""
    try:
        with desk.open() as ports:
            found = find_next(ports, weeks=_number(weeks), hours=_number(hours))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "progress")
    top = max(1.0, *(w.high for w in found.found.found))
    return render.page(
        request, "next.html.j2", desk, "progress", found=found.found, have=found.have, top=top, weeks=weeks, hours=hours
    )


def _number(text: str) -> float | None:
    return float(text) if text.strip().replace(".", "", 1).isdecimal() else None


def _page(
    request: Request,
    desk: Desk,
    *,
    every: bool = False,
    failure: CredlensError | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    values: dict[str, Any] = {}
    with desk.open() as ports:
        log = following.show(ports)
        values["funnel"] = find_funnel(ports)
        values["waiting"] = reviewing.review(ports)
        knowledge = Knowledge.of(ports)
        held = holdings(ports, knowledge) if ports.has_state() else ()
        plan = last_kept(ports) if ports.has_state() else None
        ids = {h.credential.id: h.name for h in held if h.credential}
        ids |= {c: c for a in log.applications for c in (*a.shown, *a.hidden)}
        ids |= {s.credential: s.credential for p in (plan.plans[:1] if plan else ()) for s in p.steps}
        values["credentials"] = [
            (i, knowledge.catalog[i].title if i in knowledge.catalog else n) for i, n in sorted(ids.items())
        ]
        values["showable"] = [(h.credential.id, h.name) for h in held if h.credential]
        values["coins"] = [t.credential for t in ports.log().trials() if t.ended is None] if ports.has_state() else []
        values["today"] = ports.today
    applications = log.applications[::-1]
    return render.page(
        request,
        "progress.html.j2",
        desk,
        "progress",
        status=render.status_of(failure) if failure else 200,
        applications=applications if every else applications[:RECENT],
        more=0 if every else max(0, len(applications) - RECENT),
        used=log.used,
        kinds=[k.value for k in StepKind],
        typed=typed or {},
        failure=render.told(failure) if failure else None,
        **values,
    )
