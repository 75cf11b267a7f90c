"""Work in progress, told as it goes on: a page that grows until the work is done, and then leads on. It needs no script."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response, StreamingResponse

from credlens.model.errors import CredlensError
from credlens.web import language, render
from credlens.web.at import At
from credlens.web.desk import Desk
from credlens.web.work import Work

router = APIRouter()
_END = "<!--end-->"  # where the page is cut: what comes before is sent at once


@router.get("/{who}/doing/{number}")
def show(request: Request, desk: At, number: str) -> Response:
    """How a piece of work goes on; where it led, when it is over."""
    work = desk.works.find(number)
    if work is None:
        raise HTTPException(404)
    if work.over.is_set() and work.failure is None:
        return RedirectResponse(work.place, 303)
    head, _, tail = render.text(request, "work.html.j2", desk, work=work).partition(_END)
    spoken = language.current()
    answer = StreamingResponse(_growing(request, desk, work, head, tail, spoken), media_type="text/html")
    answer.headers["x-accel-buffering"] = "no"
    return answer


def _growing(request: Request, desk: Desk, work: Work, head: str, tail: str, spoken: str) -> Iterator[str]:
    yield head
    for what, done, total in work.steps():
        language.choose(spoken)
        yield render.text(request, "work_step.html.j2", desk, what=what, done=done, total=total)
    language.choose(spoken)
    failure = work.failure
    if isinstance(failure, CredlensError):
        yield render.text(request, "work_failure.html.j2", desk, failure=render.told(failure), back=work.back)
    elif failure is not None:
        yield render.text(request, "work_failure.html.j2", desk, failure=render.defect(failure), back=work.back)
    else:
        yield render.text(request, "work_done.html.j2", desk, place=work.place)
    yield tail
