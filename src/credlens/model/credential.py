"""A credential: what can be earned (OB3 Achievement, CTDL Credential), each field a fact.

What a person holds is another record: :class:`~credlens.model.person.HeldCredential`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from credlens.model.fact import Fact, Source, not_looked_up
from credlens.model.occupation import DegreeLevel
from credlens.model.offer import (
    Absent,
    Classification,
    DeliveryMode,
    Identifier,
    Kept,
    OutcomeFigure,
    Rating,
    Relation,
    Schedule,
    StatedSkill,
)
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias


class EvidenceClass(StrEnum):
    """What a credential proves at most, weakest first."""

    PARTICIPATION = "participation"
    COMPLETION = "completion"
    ASSESSED_CERTIFICATE = "assessed_certificate"
    CERTIFICATION = "certification"
    LICENCE = "licence"


class Status(StrEnum):
    """CTDL credential status."""

    ACTIVE = "active"
    DEPRECATED = "deprecated"
    CEASED = "ceased"


class CredentialLevel(StrEnum):
    """For whom it is made, in the provider's words."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


class OrganisationKind(StrEnum):
    """What sort of organisation stands behind a credential."""

    UNIVERSITY = "university"
    PLATFORM = "platform"
    CORPORATION = "corporation"
    PROFESSIONAL_BODY = "professional_body"
    GOVERNMENT = "government"
    NONPROFIT = "nonprofit"
    EMPLOYER = "employer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who; the role (issuer, provider or platform) is the field that holds it."""

    name: str
    kind: OrganisationKind

    def __str__(self) -> str:
        return self.name


class Depth(StrEnum):
    """How much of a credential is about one skill. A judgement, made by hand or by a reader."""

    CORE = "core"
    PART = "part"
    TOUCHED = "touched"


@dataclass(frozen=True, slots=True)
class TaughtSkill:
    """A skill that a credential teaches or examines.

    Attributes:
        probability: that it does, for one that a program read out of a description; 1 where somebody states it.
    """

    skill: str
    depth: Depth
    sources: tuple[Source, ...]
    probability: float = 1.0


class CostPattern(StrEnum):
    """How a price is charged."""

    FREE = "free"
    FREE_AUDIT_PAID_CERT = "free_audit_paid_cert"
    ONE_OFF = "one_off"
    PER_MONTH = "per_month"
    PER_YEAR = "per_year"
    PER_ATTEMPT = "per_attempt"
    MEMBERSHIP = "membership"


@dataclass(frozen=True, slots=True)
class CostItem:
    """One thing to pay.

    Attributes:
        option: items of one option add up; different options are alternatives.
        amount: in ``currency``; for a pattern with a period, for one period.
        subscription: key shared by credentials that one subscription pays for; None when it pays for one thing only.
        what: tuition, exam, certificate, application, membership or materials.
        valid_from, valid_until: the days between which the price holds; None when nobody says.
    """

    option: str
    pattern: CostPattern
    amount: Fact[Decimal]
    currency: str
    what: str
    subscription: str | None = None
    condition: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


class AssessmentType(StrEnum):
    """How learning is assessed: the European Learning Model's assessment types, by their English names."""

    ATTENDANCE = "attendance"
    QUIZ = "quiz"
    SELF_ASSESSMENT = "self_assessment"
    GUIDED_SELF_ASSESSMENT = "guided_self_assessment"
    PEER_ASSESSMENT = "peer_assessment"
    PEER_REVIEW = "peer_review"
    MARKED_ASSIGNMENT = "marked_assignment"
    CONTINUOUS = "continuous"
    GROUP_PERFORMANCE = "group_performance"
    PRESENTATION = "presentation"
    PROBLEM_BASED = "problem_based"
    WRITTEN_EXAM = "written_exam"
    PROJECT = "project"
    PORTFOLIO = "portfolio"
    ARTEFACT = "artefact"
    PRACTICAL = "practical"
    ORAL_EXAM = "oral_exam"


class Grader(StrEnum):
    """Who decides whether the assessment is passed."""

    AUTO = "auto"
    PEER = "peer"
    TUTOR = "tutor"
    EXTERNAL_EXPERT = "external_expert"
    PSYCHOMETRIC = "psychometric"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One required part of the assessment; unknown parts are None.

    Attributes:
        attempts: how often it may be tried; 0 means without limit.
        pass_mark: in percent.
        pass_rate: share in [0, 1] of those who tried.
        retake_days: to wait before the next attempt.
        group: whether it is taken in a group.
        condition: when it is taken so ("at a test centre").
    """

    type: AssessmentType
    sources: tuple[Source, ...]
    grader: Grader | None = None
    attempts: int | None = None
    pass_mark: float | None = None
    minutes: float | None = None
    questions: int | None = None
    pass_rate: float | None = None
    retake_days: float | None = None
    group: bool | None = None
    condition: str = ""


class Supervision(StrEnum):
    """Supervision and identity check during assessment (EU Recommendation 2022/C 243/02, Annex I)."""

    UNSUPERVISED_NO_ID = "unsupervised_no_id"
    SUPERVISED_NO_ID = "supervised_no_id"
    UNSUPERVISED_WITH_ID = "unsupervised_with_id"
    SUPERVISED_WITH_ID = "supervised_with_id"


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """One condition; ``credentials`` and ``skills`` are alternatives among themselves (any one satisfies it).

    Attributes:
        either: conditions with the same word here are alternatives: one of them is enough ("a degree, or four years of work").
    """

    hard: bool
    sources: tuple[Source, ...]
    credentials: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    experience_years: float | None = None
    experience_of: str = ""
    degree: DegreeLevel | None = None
    text: str = ""
    either: str = ""


@dataclass(frozen=True, slots=True)
class Accreditation:
    """``what`` is institution, programme or scheme: three different facts, never merged.

    Attributes:
        report: address of the decision or the entry in the accreditor's list.
    """

    what: str
    standard: str
    body: str
    sources: tuple[Source, ...]
    since: date | None = None
    until: date | None = None
    report: str = ""


@dataclass(frozen=True, slots=True)
class RecognitionClaim:
    """A named third party that recognises it: endorsement, credit, hiring, approved_list or regulator."""

    by: str
    kind: str
    sources: tuple[Source, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CreditValue:
    """Academic or continuing-education credit, with the condition under which it is given.

    Attributes:
        by: who gives or recommends it; empty when nobody says.
        level: of study ("lower division").
        until: last day of the recommendation, which may end before the credential does.
    """

    system: str
    amount: float | None
    sources: tuple[Source, ...]
    condition: str = ""
    by: str = ""
    level: str = ""
    subject: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Stack:
    """A larger credential it counts towards; ``confirmed_by`` provider or receiver."""

    into: str
    confirmed_by: str
    sources: tuple[Source, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Validity:
    """How long it holds: ``months``, or None for ever."""

    months: int | None

    def __str__(self) -> str:
        return "does not expire" if self.months is None else f"{self.months} months"


@dataclass(frozen=True, slots=True)
class Renewal:
    """How it is kept alive; unknown parts are None."""

    method: str
    cost: Decimal | None = None
    currency: str = "USD"
    hours: float | None = None

    def __str__(self) -> str:
        cost = f", {self.currency} {self.cost:,f}" if self.cost is not None else ""
        hours = f", {self.hours:g} h" if self.hours is not None else ""
        return f"{self.method.replace('_', ' ')}{cost}{hours}"


@dataclass(frozen=True, slots=True)
class Verification:
    """How somebody else can check it: none, pdf, login_page, public_page, open_badge_2, open_badge_3 or credly.

    Attributes:
        status_list: whether a signed one names a list of what was revoked; None when nobody says.
    """

    format: str
    host: str = ""
    status_list: bool | None = None

    def __str__(self) -> str:
        return self.format.replace("_", " ") + (f" at {self.host}" if self.host else "")


@dataclass(frozen=True)
class Credential:
    """One credential. Fields nobody has looked up are unknown, and stay visible as such.

    Attributes:
        identifiers: its names elsewhere, by which two sources are known to speak of the same thing.
        hours: the whole workload of somebody who starts from nothing in it; ``note`` says how it was derived.
        duration: calendar months at the provider's pace, where that is stated; no workload follows from it alone.
        stated: skills in the sources' words; ``skills`` are those that the taxonomy knows.
        absent: lists that somebody looked for and found empty.
        kept: what the sources say beyond these fields.
    """

    id: str
    title: str
    aliases: tuple[Alias, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    description: Fact[str] = field(default_factory=not_looked_up)
    version: Fact[str] = field(default_factory=not_looked_up)
    kind: Fact[str] = field(default_factory=not_looked_up)
    evidence_class: Fact[EvidenceClass] = field(default_factory=not_looked_up)
    status: Fact[Status] = field(default_factory=not_looked_up)
    ends: Fact[date] = field(default_factory=not_looked_up)
    superseded_by: Fact[str] = field(default_factory=not_looked_up)
    issuer: Fact[Organisation] = field(default_factory=not_looked_up)
    provider: Fact[Organisation] = field(default_factory=not_looked_up)
    platform: Fact[Organisation] = field(default_factory=not_looked_up)
    official_url: Fact[str] = field(default_factory=not_looked_up)
    jurisdictions: Fact[tuple[str, ...]] = field(default_factory=not_looked_up)
    level: Fact[CredentialLevel] = field(default_factory=not_looked_up)
    eqf: Fact[int] = field(default_factory=not_looked_up)
    languages: Fact[tuple[str, ...]] = field(default_factory=not_looked_up)
    hours: Fact[Hours] = field(default_factory=not_looked_up)
    duration: Fact[Months] = field(default_factory=not_looked_up)
    schedule: Fact[Schedule] = field(default_factory=not_looked_up)
    mode: Fact[DeliveryMode] = field(default_factory=not_looked_up)
    modules_skippable: Fact[bool] = field(default_factory=not_looked_up)
    prior_learning: Fact[str] = field(default_factory=not_looked_up)
    stated: tuple[StatedSkill, ...] = ()
    skills: tuple[TaughtSkill, ...] = ()
    costs: tuple[CostItem, ...] = ()
    assessment: tuple[Assessment, ...] = ()
    supervision: Fact[Supervision] = field(default_factory=not_looked_up)
    prerequisites: tuple[Prerequisite, ...] = ()
    accreditation: tuple[Accreditation, ...] = ()
    recognition: tuple[RecognitionClaim, ...] = ()
    credit: tuple[CreditValue, ...] = ()
    stacks_into: tuple[Stack, ...] = ()
    relations: tuple[Relation, ...] = ()
    classifications: tuple[Classification, ...] = ()
    outcomes: tuple[OutcomeFigure, ...] = ()
    rating: Fact[Rating] = field(default_factory=not_looked_up)
    validity: Fact[Validity] = field(default_factory=not_looked_up)
    renewal: Fact[Renewal] = field(default_factory=not_looked_up)
    verification: Fact[Verification] = field(default_factory=not_looked_up)
    open_to_public: Fact[bool] = field(default_factory=not_looked_up)
    free_aid: Fact[str] = field(default_factory=not_looked_up)
    absent: tuple[Absent, ...] = ()
    kept: tuple[Kept, ...] = ()

    def teaches(self, skill_id: str) -> TaughtSkill | None:
        """How it teaches this skill; None when it is not known to."""
        return next((t for t in self.skills if t.skill == skill_id), None)

    def cost_options(self) -> Mapping[str, tuple[CostItem, ...]]:
        """Cost items by option, in the order written."""
        options: dict[str, list[CostItem]] = {}
        for item in self.costs:
            options.setdefault(item.option, []).append(item)
        return {name: tuple(items) for name, items in options.items()}


@dataclass(frozen=True)
class Catalog:
    """Credentials by id, with where they come from."""

    credentials: Mapping[str, Credential]
    origin: str = "starter"

    def __getitem__(self, credential_id: str) -> Credential:
        return self.credentials[credential_id]

    def __contains__(self, credential_id: object) -> bool:
        return credential_id in self.credentials

    def __len__(self) -> int:
        return len(self.credentials)

    def teaching(self, skill_id: str) -> tuple[Credential, ...]:
        """Credentials known to teach a skill, in catalog order."""
        return tuple(c for c in self.credentials.values() if c.teaches(skill_id))
