"""Goal: the job ads that say what is asked for, or an occupation."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from credlens.app import undoing
from credlens.app.constraints import constraints
from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.standing import standing
from credlens.app.target import kept_situation
from credlens.io.memory import MemoryFiles
from credlens.model.errors import CredlensError, Problem, UserError
from credlens.web import render
from credlens.web.at import At, Sent, read, warmed, work
from credlens.web.desk import Desk
from credlens.web.language import say, say_many
from credlens.web.limits import MOST_BODY

router = APIRouter()
_BETWEEN = re.compile(r"^\s*[-=_*]{3,}\s*$", re.MULTILINE)  # a line of dashes stands between two ads that were pasted


@router.get("/{who}/goal")
def show(request: Request, desk: At) -> Response:
    """What you aim at, and how to say it."""
    return warmed(request, desk) or _page(request, desk)


@router.post("/{who}/goal")
def aim(request: Request, desk: At, form: Sent) -> Response:
    """Take ads and an occupation as the goal; the earlier one is replaced, which can be taken back."""
    said = {name: form.text(name) for name in ("text", "occupation", "place")}
    try:
        sent = form.sent("files", MOST_BODY)
        pasted = [part.strip() for part in _BETWEEN.split(said["text"]) if part.strip()]
        sent += [(say("pasted-ad") + f"-{n}.txt", part.encode()) for n, part in enumerate(pasted, 1)]
        if not sent and not said["occupation"]:
            raise UserError(
                say("No job ads were given."),
                what_to_do=say("Paste the text of one or more ads, choose files, or name an occupation."),
            )
    except CredlensError as failure:
        return _page(request, desk, failure=failure, said=said)

    def job() -> str:
        files = MemoryFiles(sent)
        with desk.open(files) as ports:
            back = undoing.replaced_target(ports)
            found = find_gap(
                ports,
                ads=files.sent,
                occupation=said["occupation"] or None,
                jurisdiction=said["place"] or None,
            )
        read(desk)
        many = found.here.demand.read
        words = say_many("%(read)d ad was read for %(goal)s.", "%(read)d ads were read for %(goal)s.", many)
        words = words % {"read": many, "goal": found.here.gap.target}
        return f"/{desk.who}/gap?note={desk.note(' '.join((words, *_left(found.problems))), back)}"

    return work(desk, say("Reading your job ads"), f"/{desk.who}/goal", job)


def _left(problems: tuple[Problem, ...]) -> list[str]:
    if not problems:
        return []
    named = "; ".join(f"{p.where}: {p.message}" for p in problems[:3])
    return [say("%(n)s could not be read: %(which)s") % {"n": len(problems), "which": named}]


def _page(
    request: Request, desk: Desk, *, failure: CredlensError | None = None, said: dict[str, str] | None = None
) -> Response:
    with desk.open() as ports:
        knowledge = Knowledge.of(ports)
        now = standing(ports)
        here = kept_situation(ports, knowledge) if now.target else None
        occupations = [(o.id, o.title) for o in knowledge.occupations]
        place = constraints(ports).place or ""
    return render.page(
        request,
        "goal.html.j2",
        desk,
        "goal",
        status=render.status_of(failure) if failure else 200,
        now=now,
        situation=here,
        occupations=occupations,
        said=said or {"text": "", "occupation": "", "place": place},
        failure=render.told(failure) if failure else None,
    )
