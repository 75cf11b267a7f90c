"""The interview brief as one HTML page that needs no network, no script and no second file."""

from __future__ import annotations

from credlens.model.brief import Brief
from credlens.present.html import fill
from credlens.present.views.brief import brief_page


def render(brief: Brief, *, qr: bool = False) -> str:
    """The page. See :func:`credlens.present.html.fill`.

    Args:
        brief: the facts.
        qr: whether to draw where it can be checked as a QR code.
    """
    return fill("brief.html.j2", brief_page(brief, qr=qr), "brief.css")
