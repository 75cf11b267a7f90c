"""What you show others: resume, brief, portfolio, calendar and shares, to look at and to download."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from credlens.app.ports import Ports
from credlens.app.presenting.brief import brief
from credlens.app.presenting.calendar import calendar
from credlens.app.presenting.deciding import decide
from credlens.app.presenting.journal import journal
from credlens.app.presenting.portfolio import portfolio
from credlens.app.presenting.resume import FORMATS, STYLES, resume
from credlens.app.presenting.sharing import share
from credlens.app.showing import report_page
from credlens.app.unplanned import with_options
from credlens.io.memory import MemoryFiles
from credlens.model.errors import CredlensError
from credlens.web import render
from credlens.web.at import At, Sent
from credlens.web.language import say

router = APIRouter()
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "xml": "application/xml",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "zip": "application/zip",
}
#: What a document of ours that is a page by itself may do when it is looked at: show itself.
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups"
_OUT = Path("out")


@router.get("/{who}/resume")
def show(request: Request, desk: At) -> Response:
    """The resume as it would be, what is left off and why."""
    with desk.open() as ports:
        found = resume(ports)
    return render.page(request, "resume.html.j2", desk, "proof", cv=found.cv, formats=list(FORMATS), styles=STYLES)


@router.post("/{who}/resume/entry")
def entry(request: Request, desk: At, form: Sent) -> Response:
    """Say whether an entry is on the resume."""
    said = {"show": True, "leave-off": False}.get(form.text("shown"))
    try:
        with desk.open() as ports:
            made = decide(ports, form.text("card"), said)
    except CredlensError as failure:
        return render.failed(request, desk, failure, "proof")

    def undo() -> None:
        with desk.open() as ports:
            decide(ports, made.card, None)

    words = say("%s is on your resume.") if made.now else say("%s is left off your resume.")
    return render.go(desk, "resume", words % made.name, None if said is None else undo)


@router.get("/{who}/brief")
def look(request: Request, desk: At, id: str) -> Response:  # noqa: A002 - the name it has everywhere
    """One page to explain a credential in an interview."""
    return _document(
        request,
        desk,
        "html",
        f"brief-{PurePosixPath(id).name}.html",
        lambda p, o: brief(p, id, format="html", out=o),
        shown=True,
    )


@router.get("/{who}/report")
def whole(request: Request, desk: At) -> Response:
    """Gap and options as one file that can be sent or printed."""
    try:
        with desk.open() as ports:
            page = report_page(with_options(ports))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "gap")
    return _answer(page.encode(), "html", "report.html", shown=False)


@router.get("/{who}/download/resume.{ending}")
def resume_file(request: Request, desk: At, ending: str, style: str = STYLES[0]) -> Response:
    """The resume as a document."""
    format_ = next((name for name, known in FORMATS.items() if known == ending), None)
    if format_ is None:
        raise HTTPException(404)
    return _document(
        request, desk, ending, f"resume.{ending}", lambda p, o: resume(p, format=format_, out=o, style=style)
    )


@router.get("/{who}/download/brief.{ending}")
def brief_file(request: Request, desk: At, ending: str, id: str) -> Response:  # noqa: A002 - as above
    """The brief as a document."""
    if ending not in {"html", "pdf", "md"}:
        raise HTTPException(404)
    return _document(request, desk, ending, f"brief.{ending}", lambda p, o: brief(p, id, format=ending, out=o))


@router.get("/{who}/download/calendar.ics")
def calendar_file(request: Request, desk: At) -> Response:
    """Expiry, renewal and plan for a calendar."""
    return _document(request, desk, "ics", "credlens.ics", calendar)


@router.get("/{who}/download/portfolio.zip")
def portfolio_file(request: Request, desk: At, contact: bool = False) -> Response:
    """The portfolio as a website in a zip."""
    return _document(request, desk, "zip", "portfolio.zip", lambda p, o: portfolio(p, o, contact=contact))


@router.get("/{who}/download/journal.md")
def journal_file(request: Request, desk: At) -> Response:
    """Posts drafted from what was done."""
    return _document(request, desk, "md", "journal.md", lambda p, o: journal(p, None, o, every=True))


_SHARES = {"github": "md", "signature": "html", "elm": "json", "backpack": "zip"}


@router.get("/{who}/download/share-{kind}")
def share_file(request: Request, desk: At, kind: str) -> Response:
    """A section for GitHub, a signature, European Learning Model, or a backpack of badges."""
    if kind not in _SHARES:
        raise HTTPException(404)
    ending = _SHARES[kind]
    return _document(request, desk, ending, f"{kind}.{ending}", lambda p, o: share(p, kind, o))


def _document(
    request: Request, desk: At, ending: str, name: str, make: Callable[[Ports, Path], object], *, shown: bool = False
) -> Response:
    """What a use case writes, handed out; several files as a zip."""
    files = MemoryFiles()
    try:
        with desk.open(files) as ports:
            make(ports, _OUT.with_suffix(f".{ending}"))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "proof")
    written = files.written
    if len(written) == 1:
        return _answer(next(iter(written.values())), ending, name, shown=shown)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(written.items()):
            archive.writestr(str(PurePosixPath(*path.parts[1:])) if len(path.parts) > 1 else path.name, data)
    return _answer(packed.getvalue(), "zip", f"{name.rpartition('.')[0]}.zip", shown=False)


def _answer(data: bytes, ending: str, name: str, *, shown: bool) -> Response:
    how = "inline" if shown else "attachment"
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in name)
    headers = {"content-disposition": f'{how}; filename="{plain}"', "content-security-policy": _ALONE}
    return Response(data, media_type=_TYPES[ending], headers=headers)
