"""A badge, checked: one HTML page for an employer, that needs no network, no script and no second file."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.verification import NamedSkill, Report
from credlens.present.html import fill
from credlens.present.views.verification import verification


def render(report: Report, file: str, skills: Sequence[NamedSkill] | None = None) -> str:
    """The page of a report as HTML. See :func:`credlens.present.html.fill`.

    Args:
        report: what came of verifying.
        file: what the badge was called.
        skills: those it names, in terms of the taxonomy; None when nobody looked.
    """
    return fill("verification.html.j2", verification(report, file, skills))
