"""Credentials side by side: a single HTML page that needs no network, no script and no second file."""

from __future__ import annotations

from credlens.model.evaluation import Evaluation
from credlens.present.html import fill
from credlens.present.views.comparison import page


def render(evaluation: Evaluation) -> str:
    """The page of an evaluation as HTML. The same evaluation always gives the same text; see :func:`credlens.present.html.fill`."""
    return fill("comparison.html.j2", page(evaluation))
