"""Pages: templates filled with views, as single HTML files that need no network, no script and no second file."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from credlens.model.naming import harmless
from credlens.present import words

STYLE = "report.css"
LOADER = PackageLoader("credlens.present")


def fill(template: str, page: Any, *more: str) -> str:
    """A template filled with a page's view. The same view always gives the same text.

    The page forbids itself to load anything (Content-Security-Policy), so that opening it tells nobody that it was opened. Characters
    that would turn the direction of writing are made visible.

    Args:
        template: its file name.
        page: what the template calls ``page``.
        more: file names of style sheets beside the usual one.
    """
    style = stylesheet(*more)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return harmless(environment().get_template(template).render(page=page, style=style, style_digest=digest))


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


def stylesheet(*more: str) -> str:
    """The pages' style sheet and further ones, read through the templates' loader since they ship with them."""
    return "".join(LOADER.get_source(environment(), name)[0] for name in (STYLE, *more))
