"""What the routes share: whose desk is asked for, the form that was sent, and pages for work that takes a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from credlens.web import language
from credlens.web.desk import Desk, Desks
from credlens.web.forms import Form, form_of


def desk_of(request: Request, who: str) -> Desk:
    """The desk named in the address. An example person whose desk was cleared is found on the first page."""
    desks: Desks = request.app.state.desks
    try:
        return desks[who]
    except KeyError:
        if who in desks.examples():
            raise HTTPException(303, headers={"location": "/"}) from None
        raise HTTPException(404) from None


def desks_of(request: Request) -> Desks:
    """All of them."""
    desks: Desks = request.app.state.desks
    return desks


At = Annotated[Desk, Depends(desk_of)]
All = Annotated[Desks, Depends(desks_of)]
Sent = Annotated[Form, Depends(form_of)]


def read(desk: Desk) -> None:
    """Read the ads and documents of a desk, so that its pages come at once."""
    from credlens.app.knowledge import Knowledge
    from credlens.app.target import kept_situation

    with desk.open() as ports:
        kept_situation(ports, Knowledge.of(ports))


def work(desk: Desk, title: str, back: str, job: Callable[[], str]) -> Response:
    """Start something that takes a while, and show how it goes on.

    Args:
        desk: whose.
        title: what is done.
        back: address to go back to when it fails.
        job: does it, in a thread of its own and in the same language; returns the address of the page with what came of it.
    """
    spoken = language.current()

    def speaking() -> str:
        language.choose(spoken)
        return job()

    begun = desk.works.begin(title, back, speaking)
    return RedirectResponse(f"/{desk.who}/doing/{begun.number}", 303)


def warmed(request: Request, desk: Desk) -> Response | None:
    """A page that tells how the ads and documents are read, which then leads back here; None when they were read already.

    Only a page that would otherwise keep somebody waiting without a word needs it.
    """
    with desk.open() as ports:
        if desk.warm(ports) or not ports.has_state() or not ports.store().standing().target:
            return None
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")

    def job() -> str:
        read(desk)
        return here

    return work(desk, language.say("Reading your job ads"), "/", job)
