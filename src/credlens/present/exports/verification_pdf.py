"""A badge, checked: one page of PDF for an employer."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.verification import NamedSkill, Report
from credlens.present.pdf import fill
from credlens.present.views.verification import verification


def render(report: Report, file: str, skills: Sequence[NamedSkill] | None = None) -> bytes:
    """The document of a report as PDF/UA-1. See :func:`credlens.present.pdf.fill`.

    Args:
        report: what came of verifying.
        file: what the badge was called.
        skills: those it names, in terms of the taxonomy; None when nobody looked.
    """
    return fill("verification", verification(report, file, skills))
