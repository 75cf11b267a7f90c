"""What was found out about a badge: a verdict, the checks behind it, and what the badge says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from credlens.model.serial import plain


class Verdict(StrEnum):
    """The answer in one word, best first."""

    VERIFIED = "VERIFIED"
    AUTHENTIC_BUT_EXPIRED = "AUTHENTIC_BUT_EXPIRED"
    COULD_NOT_CHECK = "COULD_NOT_CHECK"  # something that has to be known is not; the report says what
    SUSPENDED = "SUSPENDED"
    REVOKED = "REVOKED"
    ISSUER_NOT_BOUND = "ISSUER_NOT_BOUND"  # the signature is consistent, but nothing ties its key to the issuer
    INVALID = "INVALID"


class Outcome(StrEnum):
    """What came of one check. What was not checked is never called passed."""

    PASSED = "passed"
    FAILED = "failed"
    WARNING = "warning"
    NOT_CHECKED = "not_checked"
    NOT_APPLICABLE = "not_applicable"


class Mode(StrEnum):
    """Whose rules decide."""

    STRICT = "strict"
    ONE_EDTECH = "1edtech"  # as 1EdTech's public validator decides, its weak points included


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        id: a name of :data:`credlens.verify.checks.CHECKS`.
        title: what was asked, in plain words.
        reason: what was found; for ``not_checked``, why it was not.
        reference: the part of the standard that asks for it; empty for rules of our own.
        where: place in the document (JSON Pointer, RFC 6901) or address it is about; empty for the whole.
        next_step: what the person can do; empty when nothing needs to be done.
    """

    id: str
    outcome: Outcome
    title: str
    reason: str = ""
    reference: str = ""
    where: str = ""
    next_step: str = ""

    def to_json(self) -> dict[str, Any]:
        """With ``result`` for the outcome."""
        return {
            "id": self.id,
            "result": self.outcome.value,
            "title": self.title,
            "reason": self.reason,
            "reference": self.reference,
            "where": self.where,
            "next_step": self.next_step,
        }


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a badge names: who issued it, created the achievement, or holds it. Empty where it says nothing."""

    id: str = ""
    name: str = ""
    url: str = ""
    email: str = ""

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {"id": self.id, "name": self.name, "url": self.url, "email": self.email}


@dataclass(frozen=True, slots=True)
class AlignedSkill:
    """A skill or standard that an achievement says it is aligned to (OB 3.0 Alignment).

    Attributes:
        skill: id in the taxonomy, when it is one that the program knows; empty else.
    """

    name: str
    url: str = ""
    framework: str = ""
    code: str = ""
    kind: str = ""
    skill: str = ""


class NamedBy(StrEnum):
    """By what a skill in a badge was recognised."""

    ADDRESS = "address"  # the alignment's address (ESCO, O*NET, a published skill description)
    CODE = "code"  # the alignment's code
    NAME = "name"  # the alignment's name
    TAG = "tag"
    TITLE = "title"
    TEXT = "text"  # the description or the criteria
    UNKNOWN = "unknown"  # an alignment that the taxonomy has no skill for


BESIDES = frozenset({NamedBy.TAG, NamedBy.TITLE, NamedBy.TEXT})
"""How skills are recognised that a badge names and is not aligned with."""


@dataclass(frozen=True, slots=True)
class NamedSkill:
    """A skill that a badge names, in terms of the taxonomy.

    Attributes:
        named: in the badge's words.
        how: by what it was recognised.
        skill: id in the taxonomy; empty when it is not known there. ``label`` and ``uri``: of that skill.
    """

    named: str
    how: NamedBy
    skill: str = ""
    label: str = ""
    uri: str = ""

    def to_json(self) -> dict[str, Any]:
        """Its fields, None for what is not known."""
        return {
            "named": self.named,
            "how": self.how.value,
            "skill": self.skill or None,
            "label": self.label or None,
            "uri": self.uri or None,
        }


@dataclass(frozen=True, slots=True)
class EvidenceClaim:
    """Evidence a badge refers to (OB 3.0 Evidence)."""

    url: str = ""
    name: str = ""
    narrative: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class ResultClaim:
    """A result of the person who holds the badge (OB 3.0 Result), with what it is a result of."""

    name: str = ""
    value: str = ""
    kind: str = ""
    most: str = ""  # the best there is, when the description says it


@dataclass(frozen=True, slots=True)
class AchievementClaim:
    """What the badge was awarded for (OB 3.0 Achievement, OB 2.0 BadgeClass)."""

    id: str = ""
    name: str = ""
    description: str = ""
    kind: str = ""  # achievementType
    criteria: str = ""
    criteria_url: str = ""
    tags: tuple[str, ...] = ()
    skills: tuple[AlignedSkill, ...] = ()
    code: str = ""  # humanCode
    credits: str = ""
    field: str = ""  # fieldOfStudy
    assessment: str = ""  # in words, from the assessment extension
    creator: Party = Party()


@dataclass(frozen=True, slots=True)
class Claims:
    """What a badge says. The verdict tells whether its issuer said it; nobody here checks that it is so.

    Attributes:
        id: of the badge itself.
        achievements: one, but for comprehensive learner records and odd ones.
        subjects: ids of whom it is about.
        issued, expires: with their zone; None when it does not say or it cannot be read.
    """

    id: str = ""
    name: str = ""
    issuer: Party = Party()
    achievements: tuple[AchievementClaim, ...] = ()
    subjects: tuple[str, ...] = ()
    issued: datetime | None = None
    expires: datetime | None = None
    evidence: tuple[EvidenceClaim, ...] = ()
    results: tuple[ResultClaim, ...] = ()

    @property
    def achievement(self) -> AchievementClaim:
        """The first; an empty one when there is none."""
        return self.achievements[0] if self.achievements else AchievementClaim()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document the badge refers to, as it was used.

    Attributes:
        kind: what it was needed as ("issuer", "status_list" ...).
        how: ``fetched``, ``given`` (by the person), ``kept`` (in the wallet), or ``missing``.
        sha256: of its bytes, in hex; empty when missing.
        reason: why it is missing.
    """

    url: str
    kind: str
    how: str
    bytes: int = 0
    sha256: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """What came of verifying one badge, with those inside it.

    Attributes:
        because: the verdict in one plain sentence.
        next_step: the one thing to do; empty when nothing needs to be done.
        format: machine name of the format ("ob3"), ``title`` its name for people; empty when it was not recognised.
        container: how it came: json, jwt, png, svg, pdf.
        proofs: how each was secured ("RS256", "eddsa-rdfc-2022", "hosted").
        parts: reports on the credentials inside (CLR, presentation), ``endorsements`` on those about it.
        part_of: where it was found in the one around it; empty for the outermost.
    """

    verdict: Verdict
    because: str
    mode: Mode
    at: datetime
    format: str = ""
    title: str = ""
    container: str = ""
    proofs: tuple[str, ...] = ()
    claims: Claims = field(default_factory=Claims)
    checks: tuple[Check, ...] = ()
    parts: tuple[Report, ...] = ()
    endorsements: tuple[Report, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    next_step: str = ""
    part_of: str = ""

    def all_checks(self) -> Iterator[Check]:
        """Its own and those of the parts and endorsements."""
        yield from self.checks
        for inner in (*self.parts, *self.endorsements):
            yield from inner.all_checks()

    @property
    def odd_name(self) -> str:
        """What is odd about the name of the issuer, or of one inside it, in a sentence; empty when nothing is.

        Anybody can issue a badge in a well-known name with a key of their own, and whoever reads "verified" beside that name would believe
        that it is the issuer's. Whoever endorses a badge speaks for themselves.
        """
        named = self.check("issuer_name")
        if named is not None and named.outcome is Outcome.WARNING:
            return named.reason or named.title
        return next((odd for part in self.parts if (odd := part.odd_name)), "")

    def check(self, id: str) -> Check | None:  # noqa: A002 - the name it has in JSON
        """Its first own check of that name."""
        return next((c for c in self.checks if c.id == id), None)

    def to_json(self) -> dict[str, Any]:
        """As ``credlens verify --json`` prints it."""
        claims = self.claims
        return {
            "verdict": self.verdict.value,
            "because": self.because,
            "next_step": self.next_step,
            "mode": self.mode.value,
            "at": self.at.isoformat(),
            "format": self.format,
            "title": self.title,
            "container": self.container,
            "proofs": list(self.proofs),
            "part_of": self.part_of,
            "id": claims.id,
            "name": claims.name,
            "issuer": claims.issuer.to_json(),
            "achievement": plain(claims.achievement),
            "achievements": [plain(a) for a in claims.achievements],
            "subjects": list(claims.subjects),
            "issued": claims.issued.isoformat() if claims.issued else None,
            "expires": claims.expires.isoformat() if claims.expires else None,
            "evidence": [plain(e) for e in claims.evidence],
            "results": [plain(r) for r in claims.results],
            "checks": [c.to_json() for c in self.checks],
            "parts": [p.to_json() for p in self.parts],
            "endorsements": [e.to_json() for e in self.endorsements],
            "fetched": [plain(f) for f in self.fetched],
        }
