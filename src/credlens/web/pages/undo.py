"""Taking back what was just done."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from credlens.web import render
from credlens.web.at import At, Sent
from credlens.web.language import say

router = APIRouter()


@router.post("/{who}/undo")
def undo(desk: At, form: Sent) -> Response:
    """Put everything where it was, and go back to the page."""
    words = desk.take_back(form.text("note"))
    number = desk.note(say("Taken back: %s") % words)
    place = render.safe_place(form.text("place")).partition("?")[0]
    return RedirectResponse(f"{place}?note={number}", 303)
