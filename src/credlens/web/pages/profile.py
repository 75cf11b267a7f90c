"""Me: what was read in my documents, for me to look at and correct; what I know besides."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from credlens.app import profile, review, undoing
from credlens.io.memory import MemoryFiles
from credlens.model.errors import CredlensError, UserError
from credlens.model.skill import SkillLevel
from credlens.web import render
from credlens.web.at import At, Sent, work
from credlens.web.desk import Desk
from credlens.web.language import say
from credlens.web.limits import MOST_RESUME

router = APIRouter()
FEW = 12  # cards shown at once; the others on demand


@router.get("/{who}/profile")
def show(request: Request, desk: At, every: bool = False) -> Response:
    """What was read and waits to be looked at, the least sure first; with ``every`` all of it."""
    return _page(request, desk, every=every)


@router.post("/{who}/profile/documents")
def documents(request: Request, desk: At, form: Sent) -> Response:
    """Read documents, or a text that was pasted, as the profile; the earlier ones are replaced, which can be taken back."""
    pasted = form.text("text")
    try:
        sent = form.sent("files", MOST_RESUME)
        if pasted:
            sent.append(("resume.txt", pasted.encode()))
        if not sent:
            raise UserError(
                say("No resume was given."), what_to_do=say("Choose a file, or paste the text of your resume.")
            )
    except CredlensError as failure:
        return _page(request, desk, failure=failure, pasted=pasted)

    def job() -> str:
        files = MemoryFiles(sent)
        with desk.open(files) as ports:
            back = undoing.replaced_documents(ports)
            found = profile.import_documents(ports, files.sent)
        number = desk.note(say("Your resume was read: %s.") % ", ".join(found.documents), back)
        return f"/{desk.who}/profile?note={number}"

    return work(desk, say("Reading your resume"), f"/{desk.who}/profile", job)


@router.post("/{who}/profile/card")
def card(request: Request, desk: At, form: Sent) -> Response:
    """Say that a card was read right or wrong, or what it should say."""
    name, verdict, value = form.text("card"), form.text("verdict"), form.text("value")
    try:
        with desk.open() as ports:
            if verdict == "drop":
                undo = undoing.dropped_card(ports, name)
                return render.go(desk, "profile#cards", say("It is left out from now on."), undo)
            if verdict == "correct":
                review.correct(ports, name, value)
                return render.go(desk, "profile#cards", say("It is corrected."))
            review.keep(ports, [name])
            return render.go(desk, "profile#cards", say("It was read right."))
    except CredlensError as failure:
        return _page(request, desk, failure=failure)


@router.post("/{who}/profile/skill")
def skill(request: Request, desk: At, form: Sent) -> Response:
    """Say that you have a skill, or that you do not."""
    name, place = form.text("skill"), form.text("back")
    level = form.text("level", "unknown")
    try:
        with desk.open() as ports:
            known = form.text("known", "yes") != "no"
            undo = undoing.claimed_skill(ports, name, SkillLevel(level) if level in _LEVELS else None, known=known)
        words = say("You have %s. It counts everywhere.") if known else say("You do not have %s.")
        return render.go(desk, place if place in {"profile", "gap"} else "profile", words % name, undo)
    except CredlensError as failure:
        return _page(request, desk, failure=failure)


_LEVELS = tuple(level.value for level in SkillLevel)


def _page(
    request: Request,
    desk: Desk,
    *,
    every: bool = False,
    failure: CredlensError | None = None,
    pasted: str = "",
) -> Response:
    with desk.open() as ports:
        shown = profile.show(ports)
        cards = review.review(ports, every=every)
    return render.page(
        request,
        "profile.html.j2",
        desk,
        "profile",
        status=render.status_of(failure) if failure else 200,
        shown=shown,
        cards=replace(cards, cards=cards.cards if every else cards.cards[:FEW]),
        more=0 if every else len(cards.cards) - FEW,
        every=every,
        levels=_LEVELS,
        failure=render.told(failure) if failure else None,
        pasted=pasted,
    )
