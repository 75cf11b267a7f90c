"""Pages: templates filled with what the use cases gave, in the language of the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from credlens.app import showing
from credlens.app.catalog.telling.words import value_words
from credlens.model.errors import CredlensError, InputError, NetworkNotAllowedError, OutsideError
from credlens.model.naming import harmless
from credlens.web import language
from credlens.web.commands import for_page
from credlens.web.desk import ME, Desk
from credlens.web.words import named

#: The way through, in order: (page below the person, its name).
STEPS = (
    ("profile", "Me"),
    ("goal", "Goal"),
    ("gap", "Gap"),
    ("options", "Options"),
    ("plan", "Plan"),
    ("proof", "Proof"),
    ("progress", "Progress"),
)
BESIDES = (("questions", "Questions"), ("catalog", "Catalog"), ("data", "My data"))


@dataclass(frozen=True)
class Frame:
    """What stands around every page.

    Attributes:
        who: whose page; ``name``: of an example person, empty for the person's own.
        here: the step that is shown; empty beside the way.
        note: what was just done, with the number to take it back by; None for nothing.
        address: of the page, to come back to after another language was chosen.
    """

    who: str
    name: str
    here: str
    note: tuple[int, Any] | None
    address: str


@cache
def environment() -> Environment:
    """The templates: every value escaped, an unknown name an error, words translated when they are shown."""
    found = Environment(
        loader=PackageLoader("credlens.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    found.install_gettext_callables(language.say, language.say_many, newstyle=True)  # type: ignore[attr-defined]
    found.globals.update(
        languages=language.LANGUAGES,
        language=language.current,
        direction=language.direction,
        steps=STEPS,
        besides=BESIDES,
        icons=showing.icons,
        share=showing.share,
        interval=showing.interval,
        bar=showing.bar,
        odds=showing.odds,
        exp=exp,
    )
    found.filters["for_page"] = for_page
    found.filters["capitals"] = lambda names: [(name, name.capitalize()) for name in names]
    found.filters["said"] = (
        language.say
    )  # for words that a template does not spell out: _() would take them for harmless
    found.filters["named"] = named
    found.filters["spoken"] = lambda names: [(name, named(name)) for name in names]
    found.filters["label"] = lambda name, labels: labels.get(name, name)
    found.filters["words"] = value_words
    found.filters["percent"] = lambda value: f"{value * 100:.0f}\N{NO-BREAK SPACE}%"
    return found


def page(
    request: Request, template: str, desk: Desk | None, here: str = "", *, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page.

    Args:
        request: what was asked for.
        template: its file name.
        desk: whose page; None for nobody's.
        here: the step that it belongs to.
        status: of HTTP.
        values: what the template calls by name.
    """
    return HTMLResponse(text(request, template, desk, here, **values), status)


def text(request: Request, template: str, desk: Desk | None, here: str = "", **values: Any) -> str:
    """The same as text, or a piece of a page."""
    who = desk.who if desk else ME
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    noted = desk.noted(request.query_params.get("note")) if desk else None
    frame = Frame(who, who.capitalize() if who != ME else "", here, noted, address)
    return harmless(environment().get_template(template).render(frame=frame, **values))


def go(desk: Desk, place: str, words: str = "", undo: Any = None, **query: Any) -> RedirectResponse:
    """On to a page of the same person, with what was done and how to take it back."""
    if words:
        query["note"] = desk.note(words, undo)
    tail = f"?{urlencode(query, doseq=True)}" if query else ""
    head, mark, anchor = place.partition("#")
    return RedirectResponse(f"/{desk.who}/{head}{tail}{mark}{anchor}", 303)


def failed(request: Request, desk: Desk | None, failure: CredlensError, here: str = "") -> Response:
    """The page for what could not be done: what, where, and what to do."""
    return page(request, "failure.html.j2", desk, here, status=status_of(failure), failure=told(failure))


def told(failure: CredlensError) -> Mapping[str, Any]:
    """A failure in the words of a page."""
    problems = failure.problems if isinstance(failure, InputError) else ()
    where = "" if (failure.where or "").startswith("--") or (failure.where or "").isupper() else failure.where or ""
    return {
        "message": failure.message,
        "where": where,
        "what_to_do": failure.what_to_do or "",
        "problems": problems if len(problems) > 1 else (),
    }


def defect(failure: BaseException) -> Mapping[str, Any]:
    """What nobody foresaw, said without what was in it, which may be anybody's words; the terminal has the rest."""
    message = language.say("This is a defect of credlens, and nothing was changed by it.")
    return {
        "message": f"{message} ({type(failure).__name__})",
        "where": "",
        "what_to_do": language.say("The terminal says more; please report it."),
        "problems": (),
    }


def status_of(failure: CredlensError) -> int:
    """The status of HTTP for a failure."""
    if isinstance(failure, OutsideError):
        return 503
    return 403 if isinstance(failure, NetworkNotAllowedError) else 422


def safe_place(address: str) -> str:
    """A place on this site to go back to; the first page for anything else."""
    fine = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if fine and "\\" not in address else "/"


def lang_part(found: Markup) -> Markup:
    """A piece that is English in any language, marked so."""
    return found if language.current() == language.USUAL else Markup('<div lang="en" dir="ltr">{}</div>').format(found)


def english(words: str | Markup) -> str | Markup:
    """The same for a sentence."""
    return (
        words if language.current() == language.USUAL else Markup('<span lang="en" dir="ltr">{}</span>').format(words)
    )
