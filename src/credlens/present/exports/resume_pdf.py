"""A resume as PDF: PDF/UA-1 and PDF/A-2a in one, without the network."""

from __future__ import annotations

from credlens.model.cv import Cv
from credlens.present.pdf import ARCHIVED, fill
from credlens.present.views.resume import resume_page


def render(cv: Cv, style: str = "plain", *, qr: bool = False) -> bytes:
    """The document; see :func:`credlens.present.pdf.fill` for letters that no font has.

    Args:
        cv: what it shows.
        style: "plain", or "modern" with a coloured head; both have one column in reading order.
        qr: whether a QR code stands beside each address where a credential can be checked.
    """
    return fill("resume", resume_page(cv, style, qr=qr), ARCHIVED)
