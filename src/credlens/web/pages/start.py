"""The first page: where you are, and how to begin."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from credlens.app.standing import standing
from credlens.web import render
from credlens.web.at import All, Sent, read, work
from credlens.web.desk import ME
from credlens.web.language import say

router = APIRouter()


@router.get("/")
def start(request: Request, desks: All) -> Response:
    """What this is, how far you are, and the next step. Quick however much is stored: nothing is read but counts."""
    desk = desks[ME]
    with desk.look() as ports:
        now = standing(ports)
        names = desks.examples()
    done = {
        "profile": now.documents > 0,
        "goal": bool(now.target),
        "plan": now.plans > 0,
        "proof": now.badges > 0,
        "progress": now.applications > 0,
    }
    following = next(
        (step for step in ("profile", "goal") if not done[step]), "plan" if not done["plan"] else "progress"
    )
    return render.page(request, "start.html.j2", desk, "start", now=now, done=done, following=following, examples=names)


@router.post("/example")
def example(desks: All, form: Sent) -> Response:
    """Look at an example person: one click, and nothing of yours is touched."""
    who = form.text("person", "maria")
    if who not in desks.examples():
        return RedirectResponse("/", 303)

    def job() -> str:
        read(desks.example(who))
        return f"/{who}/gap"

    return work(desks[ME], say("Reading the example's resume and job ads"), "/", job)
