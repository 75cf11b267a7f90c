"""A badge, checked: one HTML page for an employer, that needs no network, no script and no second file."""

from __future__ import annotations

from credlens.model.verification import Report
from credlens.present.html import fill
from credlens.present.views.verification import verification


def render(report: Report, file: str) -> str:
    """The page of a report as HTML; ``file`` is what the badge was called. See :func:`credlens.present.html.fill`."""
    return fill("verification.html.j2", verification(report, file))
