"""Catalog: search credentials, see every fact with its source, mend one, and the work list of what nobody knows."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from credlens.app import undoing
from credlens.app.catalog.checking import check
from credlens.app.catalog.mending import mend, mendable
from credlens.app.catalog.offered import FACETS
from credlens.app.catalog.searching import search
from credlens.app.catalog.showing import show as show_credential
from credlens.app.catalog.telling.sections import disagreements, overruled, sections, unknown_fields
from credlens.app.catalog.telling.words import field_words, source_line
from credlens.app.limit_words import day
from credlens.app.showing import safe_link
from credlens.model.errors import CredlensError, InputError, Problem
from credlens.web import render
from credlens.web.at import At, Sent
from credlens.web.desk import Desk
from credlens.web.language import say

router = APIRouter()
PAGE = 20
VALUES = 8  # of each facet that are shown: the most frequent
TASKS = 40  # of the work list on one page

Words = Annotated[str, Query(alias="q")]


@router.get("/{who}/catalog")
def find(
    request: Request,
    desk: At,
    words: Words = "",
    skill: str = "",
    most_cost: str = "",
    most_hours: str = "",
    first: int = 0,
) -> Response:
    """Search by words and facets; the facets stand in the address under their own names."""
    wanted = {f: [v for v in request.query_params.getlist(f) if v] for f in FACETS}
    try:
        with desk.open() as ports:
            found = search(
                ports,
                words,
                wanted=wanted,
                skill=skill or None,
                most_cost=_number(most_cost, say("At most so much money")),
                most_hours=_number(most_hours, say("At most so many hours")),
                first=max(0, first),
                count=PAGE,
            )
    except CredlensError as failure:
        return render.failed(request, desk, failure, "catalog")
    said = {"words": words, "skill": skill, "most_cost": most_cost, "most_hours": most_hours, **wanted}
    return render.page(
        request,
        "catalog.html.j2",
        desk,
        "catalog",
        found=found,
        said=said,
        wanted=wanted,
        first=max(0, first),
        count=PAGE,
        values=VALUES,
        field_words=field_words,
        more=_query(request, first=first + PAGE),
        less=_query(request, first=max(0, first - PAGE)),
    )


def _query(request: Request, *, first: int) -> str:
    return str(request.url.include_query_params(first=first).query)


def _number(text: str, where: str) -> float | None:
    if not text.strip():
        return None
    if not text.strip().replace(".", "", 1).isdecimal():
        raise InputError([Problem(where, say("%s is no number.") % repr(text[:20]), say("Write it like 300."))])
    return float(text)


@router.get("/{who}/catalog-unknowns")
def unknowns(request: Request, desk: At, first: int = 0, lack: str = "") -> Response:
    """What somebody should look up, with the pages to look at."""
    with desk.open() as ports:
        found = check(ports)
        titles = {}
        tasks = [t for t in found.tasks if not lack or t.lack.value == lack]
        shown = tasks[max(0, first) : max(0, first) + TASKS]
        for task in shown:
            if task.credential not in titles:
                titles[task.credential] = show_credential(ports, task.credential).credential.title
    return render.page(
        request,
        "catalog_unknowns.html.j2",
        desk,
        "catalog",
        found=found,
        tasks=shown,
        total=len(tasks),
        first=max(0, first),
        count=TASKS,
        lack=lack,
        titles=titles,
        field_words=field_words,
        safe_link=safe_link,
    )


@router.get("/{who}/catalog/{credential}")
def look(request: Request, desk: At, credential: str) -> Response:
    """Everything known of one credential, with who says so."""
    return _credential(request, desk, credential)


@router.post("/{who}/catalog/{credential}")
def mended(request: Request, desk: At, credential: str, form: Sent) -> Response:
    """Say what a fact really is, with where it can be seen."""
    names = {q.id for q in mendable()}
    answers: dict[str, object] = {}
    for name, value in form.texts:
        if name in names and value.strip():
            before = answers.get(name)
            answers[name] = f"{before}, {value.strip()}" if before else value.strip()
    try:
        with desk.open() as ports:
            kept = [r for r in ports.store().records() if r.name == credential] if ports.has_state() else []
            seen = day(form.text("source_seen"), say("Seen on")) if form.text("source_seen") else None
            address = form.text("source_address") or None
            made = mend(ports, credential, answers, address=address, seen=seen, note=form.text("source_note"))
    except CredlensError as failure:
        return _credential(request, desk, credential, failure=failure, typed=dict(form.texts))

    def undo() -> None:
        with desk.open() as ports:
            back = undoing.removed_record(ports, made.credential.id)
            if kept:
                back()
                ports.store().save_records(kept)

    told = ", ".join(field_words(name) for name in made.fields)
    return render.go(desk, f"catalog/{made.credential.id}", say("Changed: %s.") % told, undo)


@router.post("/{who}/catalog-remove")
def removed(request: Request, desk: At, form: Sent) -> Response:
    """Forget a record of your own; what other catalogs say comes back."""
    try:
        with desk.open() as ports:
            undo = undoing.removed_record(ports, form.text("credential"))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "catalog")
    return render.go(desk, "catalog", say("Your own record is forgotten."), undo)


def _credential(
    request: Request,
    desk: Desk,
    name: str,
    *,
    failure: CredlensError | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    try:
        with desk.open() as ports:
            found = show_credential(ports, name)
            today = ports.today
    except CredlensError as missing:
        return render.failed(request, desk, missing, "catalog")
    return render.page(
        request,
        "credential.html.j2",
        desk,
        "catalog",
        status=render.status_of(failure) if failure else 200,
        found=found,
        sections=sections(found),
        unknown=unknown_fields(found),
        disputed=disagreements(found.credential),
        given_up=overruled(found.credential),
        old=[field_words(n) for n in found.old],
        questions=mendable(),
        source_line=source_line,
        safe_link=safe_link,
        typed=typed or {},
        today=today,
        failure=render.told(failure) if failure else None,
    )
