"""Proof: drop a badge and see what it is worth; keep your badges; make what you show others."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from credlens.app import undoing
from credlens.app.knowledge import Knowledge
from credlens.app.presenting.holdings import holdings
from credlens.app.presenting.linkedin import linkedin
from credlens.app.showing import verification_parts
from credlens.app.undoing import Undo
from credlens.app.verifying.asking import Asked
from credlens.app.verifying.verify import verify
from credlens.app.wallet import badges
from credlens.io.memory import MemoryFiles
from credlens.model.errors import CredlensError, UserError
from credlens.model.verification import Verdict
from credlens.web import render
from credlens.web.at import At, Sent, work
from credlens.web.desk import Checked, Desk
from credlens.web.language import say, say_many
from credlens.web.limits import MOST_BADGE

router = APIRouter()


@router.get("/{who}/proof")
def show(request: Request, desk: At) -> Response:
    """Badges and what can be made of them."""
    return _page(request, desk)


@router.post("/{who}/proof/check")
def check(request: Request, desk: At, form: Sent) -> Response:
    """Check a badge on this machine; on the network only what the person allows."""
    try:
        sent = form.sent("files", MOST_BADGE)
        if not sent:
            raise UserError(say("No badge was given."), what_to_do=say("Choose its file: JSON, JWT, PNG, SVG or PDF."))
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    asked = Asked(form.text("recipient") or None, online=form.text("online") == "yes")

    def job() -> str:
        files = MemoryFiles(sent[:1])
        with desk.open(files) as ports:
            found = verify(ports, str(files.sent[0]), asked)
        return f"/{desk.who}/proof/report/{desk.checked(Checked(*sent[0], found))}"

    return work(desk, say("Checking the badge"), f"/{desk.who}/proof", job)


@router.get("/{who}/proof/report/{number}")
def report(request: Request, desk: At, number: str) -> Response:
    """What came of checking a badge."""
    found = desk.report(number)
    if found is None:
        raise HTTPException(404)
    badge = found.result.badges[0]
    drawn = render.lang_part(verification_parts(badge.report, badge.file, badge.skills))
    keepable = badge.report.verdict is not Verdict.INVALID
    return render.page(
        request,
        "badge.html.j2",
        desk,
        "proof",
        report=badge.report,
        name=badge.file,
        drawn=drawn,
        number=number,
        keepable=keepable,
        kept=None,
    )


@router.post("/{who}/proof/keep")
def keep(request: Request, desk: At, form: Sent) -> Response:
    """Put a badge that was checked into the wallet."""
    found = desk.report(form.text("number"))
    if found is None:
        return render.failed(
            request, desk, UserError(say("This was checked too long ago."), what_to_do=say("Check it again.")), "proof"
        )
    files = MemoryFiles([(found.name, found.data)])
    with desk.open(files) as ports:
        added = badges.add(ports, [str(files.sent[0])])
    if not added.badges:
        return _page(request, desk, failure=UserError(added.refused[0].message, what_to_do=added.refused[0].what_to_do))
    undo = _out(desk, added.badges[0].id)
    return render.go(desk, "proof", say("The badge is in your wallet. What it shows counts everywhere."), undo)


def _out(desk: Desk, badge: str) -> Undo:
    def undo() -> None:
        with desk.open() as ports:
            badges.remove(ports, [badge])

    return undo


@router.get("/{who}/proof/badge/{badge}")
def kept(request: Request, desk: At, badge: str) -> Response:
    """A badge in the wallet, with its report."""
    try:
        with desk.open() as ports:
            found = badges.show(ports, [badge]).badges[0]
    except CredlensError as failure:
        return render.failed(request, desk, failure, "proof")
    drawn = render.lang_part(verification_parts(found.report, found.file))
    return render.page(
        request,
        "badge.html.j2",
        desk,
        "proof",
        report=found.report,
        name=found.file,
        drawn=drawn,
        number="",
        keepable=False,
        kept=found,
    )


@router.post("/{who}/proof/remove")
def remove(request: Request, desk: At, form: Sent) -> Response:
    """Take a badge out of the wallet."""
    try:
        with desk.open() as ports:
            undo = undoing.removed_badge(ports, form.text("badge"))
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return render.go(desk, "proof", say("The badge is out of your wallet."), undo)


@router.post("/{who}/proof/again")
def again(desk: At, form: Sent) -> Response:
    """Check every badge of the wallet anew."""
    asked = Asked(online=form.text("online") == "yes")

    def job() -> str:
        with desk.open() as ports:
            found = badges.verify_again(ports, (), asked)
        n = len(found.badges)
        words = say_many("%d badge was checked again.", "%d badges were checked again.", n) % n
        return f"/{desk.who}/proof?note={desk.note(words)}"

    return work(desk, say("Checking your badges"), f"/{desk.who}/proof", job)


def _page(request: Request, desk: Desk, *, failure: CredlensError | None = None) -> Response:
    with desk.open() as ports:
        wallet = badges.show(ports).badges
        held = holdings(ports, Knowledge.of(ports)) if ports.has_state() else ()
        links = linkedin(ports).entries if held else ()
    return render.page(
        request,
        "proof.html.j2",
        desk,
        "proof",
        status=render.status_of(failure) if failure else 200,
        wallet=wallet,
        held=held,
        links=links,
        failure=render.told(failure) if failure else None,
    )
