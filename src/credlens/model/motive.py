"""A motive: how the organisations behind a credential earn by it, and what to check because of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.credential import OrganisationKind
from credlens.model.gap import Evidence


class Earning(StrEnum):
    """A way in which a credential is worth something to the organisation behind it."""

    ENROLMENT = "enrolment"  # paid for by those who learn or who want the certificate
    SUBSCRIPTION = "subscription"  # paid as long as somebody stays
    EXAM_FEES = "exam_fees"  # paid for each attempt
    RENEWAL = "renewal"  # paid, or earned again, to keep it
    MEMBERSHIP = "membership"  # comes with dues
    OWN_TOOLS = "own_tools"  # it teaches what the organisation sells
    TALENT_PIPELINE = "talent_pipeline"  # people who can be hired, by it or its customers
    STUDY_PROGRAMMES = "study_programmes"  # learners may go on to paid degrees
    UPGRADE = "upgrade"  # free in part, the rest paid
    PUBLIC_PURPOSE = "public_purpose"  # paid for by taxes, dues or gifts


@dataclass(frozen=True, slots=True)
class Motive:
    """Why a credential is offered, as far as its facts tell.

    Attributes:
        provider: who teaches or examines, or else who issues or carries it; empty when nobody says.
        kind: what sort of organisation that is; None when unknown.
        earns: the ways in which it is worth something to the organisations behind it, in the order of ``words``.
        words: the same in one to three plain sentences.
        watch: what to check because of it, in plain words.
    """

    provider: str
    kind: OrganisationKind | None
    earns: tuple[Earning, ...]
    words: str
    watch: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def who(self) -> str:
        """Who, and what kind of organisation that is."""
        if not self.provider:
            return "provider unknown"
        return f"{self.provider} ({_KINDS[self.kind] if self.kind else 'kind unknown'})"


_KINDS = {
    OrganisationKind.UNIVERSITY: "university",
    OrganisationKind.PLATFORM: "learning platform",
    OrganisationKind.CORPORATION: "company",
    OrganisationKind.PROFESSIONAL_BODY: "professional body",
    OrganisationKind.GOVERNMENT: "government",
    OrganisationKind.NONPROFIT: "non-profit",
    OrganisationKind.EMPLOYER: "employer",
    OrganisationKind.OTHER: "other kind of provider",
}
