"""A badge, checked: one page of PDF for an employer."""

from __future__ import annotations

from credlens.model.verification import Report
from credlens.present.pdf import fill
from credlens.present.views.verification import verification


def render(report: Report, file: str) -> bytes:
    """The document of a report as PDF/UA-1; ``file`` is what the badge was called. See :func:`credlens.present.pdf.fill`."""
    return fill("verification", verification(report, file))
