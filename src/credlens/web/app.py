"""The pages put together: routes, the guard in front of them, and what is said when something goes wrong."""

from __future__ import annotations

import threading
import traceback
from importlib import import_module
from importlib.resources import files

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credlens.app import showing
from credlens.model.errors import CredlensError
from credlens.web import language, render
from credlens.web.desk import Desk, Desks
from credlens.web.guard import TOO_LARGE, Guard, Keys, TooLargeError
from credlens.web.words import mark

#: Each part of the journey is one file with a ``router``.
FIRST = ("start",)
PAGES = (
    *FIRST, "profile", "goal", "gap", "options", "compare", "plan", "proof", "documents", "progress", "catalog",
    "questions", "data",
    "works", "undo",
)  # fmt: skip
_STATIC = {
    "app.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_EARLY = ("/static/", "/language/", "/example")
_MISSING = (mark("There is no such page."), mark("Choose one of those above."))


def create_app(desks: Desks, port: int, keys: Keys) -> FastAPI:
    """The application.

    Args:
        desks: whose pages.
        port: that is listened on.
        keys: token and secret of this run.
    """
    app = FastAPI(title="credlens", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desks = desks
    for name in FIRST:
        app.include_router(import_module(f"credlens.web.pages.{name}").router)
    app.add_route(
        "/static/{name}", _static
    )  # without what FastAPI does for parameters: it would load more than the first page needs
    app.add_route("/language/{code}", _language)
    app.add_exception_handler(CredlensError, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(TooLargeError, _too_large)
    app.add_middleware(_Rest, pages=app)  # what is added last stands in front
    app.add_middleware(_Caught)
    app.add_middleware(Guard, port=port, keys=keys, refuse=_refused)
    app.add_middleware(_Speaking)
    return app


class _Speaking:
    """ASGI middleware: the language of the browser for everything behind it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            language.choose(language.best(request.cookies.get(language.COOKIE), request.headers.get("accept-language")))
        await self._app(scope, receive, send)


class _Rest:
    """ASGI middleware: loads the other pages when the first one was answered, so that the program starts quickly.

    They need the whole program behind them, which takes longer to load than the first page takes to read.
    """

    def __init__(self, app: ASGIApp, pages: FastAPI) -> None:
        self._app, self._pages = app, pages
        self._lock, self._there = threading.Lock(), False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        first = scope["type"] == "http" and (scope["path"] == "/" or scope["path"].startswith(_EARLY))
        if not first and not self._there:
            await to_thread.run_sync(self._load)
        await self._app(scope, receive, send)
        if first and not self._there:
            threading.Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        with self._lock:
            if not self._there:
                for name in PAGES[len(FIRST) :]:
                    self._pages.include_router(import_module(f"credlens.web.pages.{name}").router)
                self._there = True


class _Caught:
    """ASGI middleware: what nobody foresaw becomes a page like any other, behind the guard that seals it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception as failure:
            if started:
                raise
            traceback.print_exc()
            answer = _defect(Request(scope), failure)
            await answer(scope, receive, send)


def _static(request: Request) -> Response:
    """Style, script and picture."""
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    data = (files("credlens.web") / "static" / name).read_text(encoding="utf-8")
    head = showing.style() if name == "app.css" else ""
    return Response(head + data, media_type=_STATIC[name])


def _language(request: Request) -> Response:
    """Speak another language from now on."""
    code = request.path_params["code"]
    answer = RedirectResponse(render.safe_place(request.query_params.get("back", "/")), 303)
    if code in language.LANGUAGES:
        answer.set_cookie(language.COOKIE, code, httponly=True, samesite="strict", path="/", max_age=365 * 86_400)
    return answer


def _desk(request: Request) -> Desk | None:
    desks: Desks = request.app.state.desks
    try:
        return desks[request.path_params.get("who", "me")]
    except KeyError:
        return None


async def _failed(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, CredlensError)  # noqa: S101 - what it is registered for
    return render.failed(request, _desk(request), failure)


async def _invalid(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, RequestValidationError)  # noqa: S101 - what it is registered for
    places = ", ".join(sorted({str(e["loc"][-1]) for e in failure.errors()}))
    message = language.say("This cannot be understood: %s.") % places
    said = {"message": message, "where": "", "what_to_do": language.say("Go back and choose again."), "problems": ()}
    return render.page(request, "failure.html.j2", _desk(request), status=422, failure=said)


async def _http(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, HTTPException)  # noqa: S101 - what it is registered for
    onward = (failure.headers or {}).get("location")
    if onward is not None:
        return RedirectResponse(onward, failure.status_code)
    message, what_to_do = _MISSING if failure.status_code == 404 else (str(failure.detail), "")
    said = {
        "message": language.say(message),
        "where": "",
        "what_to_do": language.say(what_to_do) if what_to_do else "",
        "problems": (),
    }
    return render.page(request, "failure.html.j2", _desk(request), status=failure.status_code, failure=said)


def _defect(request: Request, failure: Exception) -> Response:
    return render.page(request, "failure.html.j2", _desk(request), status=500, failure=render.defect(failure))


async def _too_large(request: Request, failure: Exception) -> Response:  # noqa: ARG001 - as handlers are called
    return _refused(413, *TOO_LARGE)


def _refused(status: int, wrong: str, what_to_do: str) -> Response:
    return Response(
        render.environment()
        .get_template("refused.html.j2")
        .render(wrong=language.say(wrong), what_to_do=language.say(what_to_do)),
        status,
        media_type="text/html; charset=utf-8",
    )
