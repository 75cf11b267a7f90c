"""Gap: what the ads ask for, what you can show, what is missing; and what if you learnt some of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from credlens.app.gap import GapResult, find_gap
from credlens.app.showing import loop_parts
from credlens.app.unplanned import gap_alone
from credlens.model.errors import CredlensError
from credlens.web import render
from credlens.web.at import At, warmed
from credlens.web.desk import Desk

router = APIRouter()
OFFERED = 12  # missing skills to try out

Skills = Annotated[list[str], Query(alias="with")]


@router.get("/{who}/gap")
def show(request: Request, desk: At, learn: Skills = []) -> Response:  # noqa: B006 - FastAPI copies it
    """The gap, gates first; ``with`` names skills of which you ask what if you learnt them."""
    slow = warmed(request, desk)
    if slow is not None:
        return slow
    try:
        with desk.open() as ports:
            found = find_gap(ports, learn=learn)
            drawn = loop_parts(gap_alone(ports), "gates", "gap")
    except CredlensError as failure:
        if not _aimed(desk):
            return render.page(request, "no_goal.html.j2", desk, "gap")
        return render.failed(request, desk, failure, "gap")
    return render.page(request, "gap.html.j2", desk, "gap", drawn=render.lang_part(drawn), **_what_if(found, learn))


@router.get("/{who}/gap/what-if")
def what_if(request: Request, desk: At, learn: Skills = []) -> Response:  # noqa: B006 - as above
    """The answer alone, while boxes are ticked."""
    with desk.open() as ports:
        found = find_gap(ports, learn=learn)
    return render.page(request, "gap_what_if.html.j2", desk, "gap", **_what_if(found, learn))


def _what_if(found: GapResult, learn: list[str]) -> dict[str, Any]:
    here = found.here
    taxonomy = here.knowledge.taxonomy
    missing = [(i.skill, taxonomy[i.skill].label) for i in here.gap.core[:OFFERED]]
    return {
        "gap": here.gap,
        "held": sum(1 for i in here.gap.items if not i.seldom and i.rank is None),
        "often": sum(1 for i in here.gap.items if not i.seldom),
        "missing": missing,
        "first": [(s, taxonomy[s].label) for s in here.gap.first],
        "learn": learn,
        "learnt": found.learnt,
        "labels": {s: taxonomy[s].label for s in learn if s in taxonomy},
        "notes": found.notes,
    }


def _aimed(desk: Desk) -> bool:
    with desk.look() as ports:
        return ports.has_state() and bool(ports.store().standing().target)
