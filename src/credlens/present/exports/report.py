"""The report of one loop: a single HTML page that needs no network, no script and no second file."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from credlens.model.loop import Loop
from credlens.present import words
from credlens.present.views.page import page

STYLE = "report.css"
LOADER = PackageLoader("credlens.present")


def render(loop: Loop) -> str:
    """The report of a loop as HTML. The same loop always gives the same text.

    The page forbids itself to load anything (Content-Security-Policy), so that opening it tells nobody that it was opened.
    """
    style = stylesheet()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return environment().get_template("report.html.j2").render(page=page(loop), style=style, style_digest=digest)


@cache
def environment() -> Environment:
    """The templates of this package; every value is escaped, and a name that does not exist is an error."""
    found = Environment(
        loader=LOADER,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["count"] = words.count
    return found


def stylesheet() -> str:
    """The page's style sheet, read through the templates' loader since it ships with them."""
    return LOADER.get_source(environment(), STYLE)[0]
