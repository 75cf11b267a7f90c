"""My data: everything out in one file, back in, and gone."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from credlens.app.keeping.erasing import UNREACHED, erase
from credlens.app.keeping.exporting import export_everything
from credlens.app.keeping.importing import import_everything
from credlens.io.memory import MemoryFiles
from credlens.model.errors import CredlensError, UserError
from credlens.web import render
from credlens.web.at import At, Sent
from credlens.web.desk import Desk
from credlens.web.language import say
from credlens.web.limits import MOST_BODY

router = APIRouter()
ERASE = "ERASE"  # what is typed so that nobody erases by a slip


@router.get("/{who}/data")
def show(request: Request, desk: At) -> Response:
    """What is kept, and what you can do with it."""
    return _page(request, desk)


@router.get("/{who}/download/credlens.zip")
def out(request: Request, desk: At) -> Response:
    """Everything of yours in one file."""
    files = MemoryFiles()
    try:
        with desk.open(files) as ports:
            export_everything(ports, Path("credlens.zip"))
    except CredlensError as failure:
        return render.failed(request, desk, failure, "data")
    (data,) = files.written.values()
    return Response(
        data, media_type="application/zip", headers={"content-disposition": 'attachment; filename="credlens.zip"'}
    )


@router.post("/{who}/data/import")
def back(request: Request, desk: At, form: Sent) -> Response:
    """Everything back from such a file."""
    try:
        sent = form.sent("files", MOST_BODY)
        if not sent:
            raise UserError(say("No file was given."), what_to_do=say("Choose the zip file that was exported."))
        files = MemoryFiles(sent[:1])
        with desk.open(files) as ports:
            found = import_everything(ports, files.sent[0], replace=form.text("replace") == "yes")
        desk.forget()
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return render.go(desk, "data", say("Everything is back, as it was on %s.") % found.made)


@router.post("/{who}/data/erase")
def gone(request: Request, desk: At, form: Sent) -> Response:
    """Everything of yours gone, also from the raw bytes. This cannot be taken back, so a word has to be typed."""
    try:
        if form.text("sure") != ERASE:
            raise UserError(
                say("Nothing was erased."), what_to_do=say("Type %s in capitals to erase everything.") % ERASE
            )
        with desk.open() as ports:
            erase(ports, "me", sure=True)
        desk.forget()
    except CredlensError as failure:
        return _page(request, desk, failure=failure)
    return RedirectResponse("/", 303)


def _page(request: Request, desk: Desk, *, failure: CredlensError | None = None) -> Response:
    with desk.open() as ports:
        found = erase(ports, "me")
    return render.page(
        request,
        "data.html.j2",
        desk,
        "data",
        status=render.status_of(failure) if failure else 200,
        found=found,
        unreached=UNREACHED,
        word=ERASE,
        failure=render.told(failure) if failure else None,
    )
