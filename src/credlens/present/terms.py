"""What the model's words are called on paper."""

from __future__ import annotations

from credlens.model import naming
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    Depth,
    Grader,
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

DEPTHS = {
    Depth.CORE: "a main subject",
    Depth.PART: "one unit among several",
    Depth.TOUCHED: "touched, little more",
}

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

_SUPERVISION = {
    Supervision.UNSUPERVISED_NO_ID: "no supervision, no identity check",
    Supervision.SUPERVISED_NO_ID: "supervised, no identity check",
    Supervision.UNSUPERVISED_WITH_ID: "identity checked, no supervision",
    Supervision.SUPERVISED_WITH_ID: "supervised, identity checked",
}

_ASSESSMENT = {
    AssessmentType.QUIZ: "quizzes",
    AssessmentType.ATTENDANCE: "attendance only",
    AssessmentType.PEER_ASSESSMENT: "assessment by peers",
    AssessmentType.PEER_REVIEW: "review by peers",
}

_GRADERS = {
    Grader.AUTO: "marked by machine",
    Grader.PEER: "marked by other learners",
    Grader.TUTOR: "marked by a tutor",
    Grader.EXTERNAL_EXPERT: "marked by an outside expert",
    Grader.PSYCHOMETRIC: "under a psychometric scheme",
}

_VERIFICATION = {
    "none": "no: nothing to check",
    "pdf": "no: a PDF alone cannot be checked",
    "login_page": "only behind a login",
    "public_page": "yes, on a public page",
    "open_badge_2": "yes, an Open Badge 2",
    "open_badge_3": "yes, a signed Open Badge 3",
    "credly": "yes, a Credly badge",
}

_RENEWAL = {
    "retest": "sitting the exam again",
    "continuing_education": "proof of continuing education",
    "fee": "paying a fee",
    "free_assessment": "passing a free assessment",
    "higher_exam": "passing a higher exam",
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
    return _SUPERVISION[value]


def validity(value: Validity) -> str:
    """For how long it holds."""
    return "never" if value.months is None else f"after {words.count(value.months, 'month')}"


def verification(value: Verification) -> str:
    """Whether somebody else can check it."""
    known = _VERIFICATION.get(value.format, plain(value.format))
    return f"{known} ({value.host})" if value.host else known


def renewal(value: Renewal) -> str:
    """What renewing takes; unknown parts are called unknown."""
    how = _RENEWAL.get(value.method, plain(value.method))
    cost = "cost unknown" if value.cost is None else words.money(Money(value.cost, value.currency))
    time = "hours unknown" if value.hours is None else f"{value.hours:g}{words.NBSP}h"
    return f"{how} ({cost}, {time})"


def assessment(value: Assessment) -> str:
    """One part of an assessment: kind, who marks it, attempts, pass mark."""
    parts = [_ASSESSMENT.get(value.type, plain(value.type.value))]
    parts += [_GRADERS[value.grader]] if value.grader else []
    if value.attempts is not None:
        parts.append("unlimited attempts" if value.attempts == 0 else words.count(value.attempts, "attempt"))
    parts += [f"pass mark {value.pass_mark:g}{words.NBSP}%"] if value.pass_mark is not None else []
    parts += [f"{value.minutes:g}{words.NBSP}min"] if value.minutes is not None else []
    return ", ".join(parts)
