"""What a person needs to explain one credential in an interview: the facts side by side, before anything is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.credential import Credential, Depth
from credlens.model.demand import NamedCredential
from credlens.model.person import EvidenceKind, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.scorecard import Flag, FlagState, Scorecard
from credlens.model.verification import AchievementClaim, Report, Verdict
from credlens.model.work_sample import WorkSample


@dataclass(frozen=True, slots=True)
class HeldAs:
    """How the person holds it.

    Attributes:
        card: id of its review card.
        issuer, number, link: by the badge or the document; empty when nobody says.
        issued, expires: days as far as they were named (ISO 8601); empty when they were not.
        until: last day it holds; None when unknown or never.
        where, quote: the line or badge it was read from.
    """

    card: str
    issuer: str = ""
    issued: str = ""
    expires: str = ""
    until: date | None = None
    number: str = ""
    link: str = ""
    where: str = ""
    quote: str = ""

    @property
    def by_badge(self) -> bool:
        """Whether a badge in the wallet shows it, and not a document alone."""
        return self.where.startswith("wallet ")


@dataclass(frozen=True, slots=True)
class BriefBadge:
    """Its badge in the wallet.

    Attributes:
        verified: the day of the report; ``verdict``: what came of it, and whether it has expired since.
        achievement: what it was awarded for, of one inside another the right one.
    """

    id: str
    file: str
    verified: date
    verdict: Verdict
    report: Report
    achievement: AchievementClaim

    @property
    def claimed(self) -> Report:
        """The report on the part of it that this credential is."""
        return next((r for r in _with_parts(self.report) if self.achievement in r.claims.achievements), self.report)

    @property
    def odd_name(self) -> str:
        """What is odd about the issuer's name, in a sentence; empty when nothing is."""
        return self.report.odd_name

    @property
    def holds(self) -> bool:
        """Whether it was found to hold, and nothing is odd about the issuer's name."""
        return self.verdict is Verdict.VERIFIED and not self.odd_name


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A skill that the target's ads ask for and that it does not teach, or hardly.

    Attributes:
        share: ads that name it.
        depth: how much of it is taught all the same; None for nothing.
        through: the narrower skill by which alone it is touched; empty else.
        shown: what the person can show of it apart from this credential, strongest first.
        projects: titles of projects of theirs that show it.
    """

    skill: str
    share: Share
    depth: Depth | None = None
    through: str = ""
    shown: tuple[SkillEvidence, ...] = ()
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """What the person aims at, and what its ads say of the credential.

    Attributes:
        postings: distinct ads; ``last``: the day of the newest; ``examples``: whether they are invented examples.
        named: how many name it; None when nobody searched them for its name.
    """

    name: str
    postings: int
    last: date | None = None
    examples: bool = False
    named: NamedCredential | None = None


@dataclass(frozen=True)
class Brief:
    """One credential, to be explained.

    Attributes:
        id: what the person calls it: its id in the catalog, else of its badge, else of its card.
        made: the day it was put together.
        credential: what the catalog knows; None when it does not know it.
        held: None when it is only planned, or held by nobody's word.
        taught: ids of skills it is about: by the catalog, else by the badge.
        evidence: what else the person can show of these, strongest first, by skill.
        uncovered: most asked for first; None when there is no target, or nobody knows what it teaches.
        card: its scorecard for this person; None when the catalog does not know it.
        projects: work of the person's own that shows it, what was made for it first.
        notes: the person's own words, by the name of the question.
        vendors: whose product a skill is about, for those it is about that are bound to one.
        skills: labels of all skills in it; ``titles``: of other credentials it names.
    """

    id: str
    title: str
    made: date
    credential: Credential | None = None
    held: HeldAs | None = None
    badge: BriefBadge | None = None
    taught: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[SkillEvidence, ...]] = field(default_factory=dict)
    aim: Aim | None = None
    uncovered: tuple[Uncovered, ...] | None = None
    card: Scorecard | None = None
    projects: tuple[WorkSample, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    vendors: Mapping[str, str] = field(default_factory=dict)
    skills: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def known(self) -> Credential:
        """What the catalog knows of it; where it knows nothing, a record in which everything is unknown."""
        return self.credential or Credential(self.id, self.title)

    @property
    def expired(self) -> bool:
        """Whether the one held is known to have lapsed."""
        until = self.held.until if self.held else None
        return until is not None and until < self.made

    def fires(self, flag: str) -> Flag | None:
        """The red flag of that name, when it warns."""
        found = self.card.flags if self.card else ()
        return next((f for f in found if f.id == flag and f.state is FlagState.FIRES), None)

    def used(self) -> tuple[SkillEvidence, ...]:
        """Work that names what it teaches, each line once."""
        found = {
            (e.where, e.quote): e for s in self.taught for e in self.evidence.get(s, ()) if e.kind is EvidenceKind.USED
        }
        return tuple(found.values())


def _with_parts(report: Report) -> tuple[Report, ...]:
    return (report, *(inner for part in report.parts for inner in _with_parts(part)))
