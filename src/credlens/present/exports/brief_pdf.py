"""The interview brief as one page of PDF."""

from __future__ import annotations

from credlens.model.brief import Brief
from credlens.present.pdf import fill
from credlens.present.views.brief import brief_page


def render(brief: Brief, *, qr: bool = False) -> bytes:
    """The document as PDF/UA-1. See :func:`credlens.present.pdf.fill`.

    Args:
        brief: the facts.
        qr: whether to draw where it can be checked as a QR code.
    """
    return fill("brief", brief_page(brief, qr=qr))
