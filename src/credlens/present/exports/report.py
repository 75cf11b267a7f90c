"""The report of one loop: a single HTML page that needs no network, no script and no second file."""

from __future__ import annotations

from credlens.model.loop import Loop
from credlens.present.html import fill
from credlens.present.views.page import page


def render(loop: Loop) -> str:
    """The report of a loop as HTML. The same loop always gives the same text; see :func:`credlens.present.html.fill`."""
    return fill("report.html.j2", page(loop))
