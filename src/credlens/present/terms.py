"""What the model's words are called on paper."""

from __future__ import annotations

from credlens.model import naming
from credlens.model.credential import (
    Assessment,
    Organisation,
    OrganisationKind,
    Renewal,
    Supervision,
    Validity,
    Verification,
)
from credlens.model.fact import Method, Unknown, WhyUnknown
from credlens.model.occupation import DegreeLevel
from credlens.model.person import EvidenceKind
from credlens.model.quantity import Money
from credlens.model.skill import SkillLevel
from credlens.present import words

DEPTHS = naming.DEPTHS

EVIDENCE = {
    EvidenceKind.IMPLIED: "shown in part, through a narrower skill",
    EvidenceKind.LISTED: "only listed",
    EvidenceKind.COURSE: "named in a course",
    EvidenceKind.PROJECT: "used in a project",
    EvidenceKind.USED: "used in work",
    EvidenceKind.CERTIFIED: "certified",
    EvidenceKind.STATED: "you said so",
}

LEVELS = {
    SkillLevel.UNKNOWN: "level unknown",
    SkillLevel.BEGINNER: "beginner",
    SkillLevel.INTERMEDIATE: "intermediate",
    SkillLevel.ADVANCED: "advanced",
    SkillLevel.EXPERT: "expert",
}

DEGREES = {
    DegreeLevel.NONE: "no degree",
    DegreeLevel.SECONDARY: "secondary-school diploma",
    DegreeLevel.ASSOCIATE: "associate degree",
    DegreeLevel.BACHELOR: "bachelor's degree",
    DegreeLevel.MASTER: "master's degree",
    DegreeLevel.DOCTORATE: "doctorate",
    DegreeLevel.PROFESSIONAL: "professional degree",
    DegreeLevel.UNSTATED: "degree not stated",
}

METHODS = {
    Method.READ: ("read", "somebody saw it at the address, on the date given"),
    Method.RECALLED: ("recalled", "written down from memory: check it before you pay for it"),
    Method.STATED: ("stated", "you, or the person described, said it"),
    Method.IMPORTED: ("imported", "a published catalog says so; nobody has looked at the page behind it"),
    Method.PARSED: ("parsed", "the program read it out of a text; you may correct it"),
    Method.COMPUTED: ("computed", "it follows from other values"),
}

_WHY = {
    WhyUnknown.NOT_STATED: "the source does not say",
    WhyUnknown.NOT_LOOKED_UP: "nobody has looked it up yet",
    WhyUnknown.CONFLICTING: "sources disagree",
}

_ORGANISATIONS = {
    OrganisationKind.PLATFORM: "learning platform",
    OrganisationKind.CORPORATION: "company",
    OrganisationKind.NONPROFIT: "non-profit",
    OrganisationKind.OTHER: "other kind of provider",
}


def plain(identifier: str) -> str:
    """An identifier as words: "gap_coverage" becomes "gap coverage"."""
    return naming.plain(identifier)


def unknown(value: Unknown[str]) -> str:
    """Why there is no value, after the word "unknown"; a question that makes no sense is not unknown."""
    if value.why is WhyUnknown.NOT_APPLICABLE:
        return "does not apply"
    if value.values:
        return f"unknown: {_WHY[value.why]} ({words.listing(value.values, 'or')})"
    return f"unknown: {_WHY[value.why]}"


def credential_kind(value: str) -> str:
    """A CTDL type as words: "ProfessionalCertificate" becomes "professional certificate"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in value).strip()


def criterion(identifier: str) -> str:
    """What a criterion is called, at the front of a line."""
    return words.upper_first(naming.criterion(identifier))


def organisation_kind(kind: OrganisationKind) -> str:
    """A kind of provider."""
    return _ORGANISATIONS.get(kind, plain(kind.value))


def organisation(value: Organisation) -> str:
    """Who, and what kind of provider they are."""
    return f"{value.name} ({organisation_kind(value.kind)})"


def supervision(value: Supervision) -> str:
    """Supervision and identity check."""
    return naming.SUPERVISION[value]


def validity(value: Validity) -> str:
    """For how long it holds."""
    return "never" if value.months is None else f"after {words.count(value.months, 'month')}"


def verification(value: Verification) -> str:
    """Whether somebody else can check it."""
    return naming.verification(value)


def renewal(value: Renewal) -> str:
    """What renewing takes; unknown parts are called unknown."""
    cost = "cost unknown" if value.cost is None else words.money(Money(value.cost, value.currency))
    time = "hours unknown" if value.hours is None else f"{value.hours:g}{words.NBSP}h"
    return f"{naming.renewal(value.method)} ({cost}, {time})"


def assessment(value: Assessment) -> str:
    """One part of an assessment: kind, who marks it, attempts, pass mark."""
    parts = [naming.assessment(value.type)]
    parts += [naming.GRADERS[value.grader]] if value.grader else []
    if value.attempts is not None:
        parts.append("unlimited attempts" if value.attempts == 0 else words.count(value.attempts, "attempt"))
    parts += [f"pass mark {value.pass_mark:g}{words.NBSP}%"] if value.pass_mark is not None else []
    parts += [f"{value.minutes:g}{words.NBSP}min"] if value.minutes is not None else []
    return ", ".join(parts)
