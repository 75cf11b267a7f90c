"""The parts of a brief, in the order in which they are read; each is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable

from credlens.model.brief import Brief
from credlens.present.briefs.section import Section
from credlens.present.notes import Notes
from credlens.registry import Registry

#: Each says what is known for its part, and what is not; None where the part makes no sense for a credential.
SECTIONS: Registry[Callable[[Brief, Notes], Section | None]] = Registry(
    "brief_section",
    {
        "certifies": "credlens.present.briefs.sections.certifies:section",
        "demanded": "credlens.present.briefs.sections.demanded:section",
        "assessed": "credlens.present.briefs.sections.assessed:section",
        "behind": "credlens.present.briefs.sections.behind:section",
        "recognised": "credlens.present.briefs.sections.recognised:section",
        "validity": "credlens.present.briefs.sections.validity:section",
        "check": "credlens.present.briefs.sections.check:section",
        "uncovered": "credlens.present.briefs.sections.uncovered:section",
        "projects": "credlens.present.briefs.sections.projects:section",
    },
)
