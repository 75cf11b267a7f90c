"""What a set of credentials covers of an occupation's work, what it leaves out, and towards which degrees it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.credential import Depth
from credlens.model.fact import Source
from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Share
from credlens.model.skill import Alias

DEPTHS = (None, Depth.TOUCHED, Depth.PART, Depth.CORE)
"""How deep an area can be covered, from not at all."""


def reaches(depth: Depth | None, wanted: Depth) -> bool:
    """Whether a depth is at least the wanted one; None is not at all."""
    return DEPTHS.index(depth) >= DEPTHS.index(wanted)


@dataclass(frozen=True, slots=True)
class KnowledgeArea:
    """One area of knowledge that an occupation is built on.

    Attributes:
        id: unique in its occupation.
        skills: ids of the taxonomy, each of which is the area in one form ("python" or "r" for programming).
        parts: ids of which each is a piece of it only.
        by_course: False for what work teaches and a certificate hardly proves.
        why: what it is needed for, in our own words.
        sources: the published frameworks that name it, or our memory of them.
    """

    id: str
    label: str
    skills: tuple[str, ...]
    why: str
    sources: tuple[Source, ...]
    parts: tuple[str, ...] = ()
    by_course: bool = True


@dataclass(frozen=True, slots=True)
class Foundation:
    """What an occupation is built on, whatever the ads of a day name.

    Attributes:
        title: the occupation in the singular, lower case but for names ("data analyst").
        titles: how ads and people name it, the title among them.
        onet_soc, isco08: codes of the same occupation elsewhere; None when not known.
    """

    id: str
    title: str
    titles: tuple[Alias, ...]
    areas: tuple[KnowledgeArea, ...]
    onet_soc: str | None = None
    isco08: str | None = None


class WantedBy(StrEnum):
    """Who says that an area belongs to the work."""

    ADS = "ads"  # the ads given
    MARKET = "market"  # ads of the same occupation in the market that was built before
    PROFILE = "profile"  # an imported taxonomy, of the occupation
    FOUNDATION = "foundation"  # the starter facts on what the occupation is built on


class Proof(StrEnum):
    """Who says that a holder has learnt what a credential covers, weakest first."""

    UNKNOWN = "unknown"  # how it is assessed is not known
    TAUGHT = "taught"  # taught, with quizzes that a machine marks, or marked by other learners, or not at all
    EXAMINED = "examined"  # an exam of its own, marked by a machine or nobody says by whom
    JUDGED = "judged"  # a project, a paper or an exam that a person judged


PROOFS = tuple(Proof)


@dataclass(frozen=True, slots=True)
class Cover:
    """How one credential covers one area.

    Attributes:
        depth: how deep, by its strongest statement.
        proof: how what it teaches is assessed; it says nothing of this area alone.
        through: ids of the skills by which it covers the area, most of it first.
    """

    credential: str
    depth: Depth
    proof: Proof
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One skill of an area that ads ask for by name, and how deep the set covers this very skill."""

    skill: str
    share: Share
    depth: Depth | None


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the target's work, and how deep the set covers it.

    Attributes:
        skills: ids of the skills that are the area; ``parts``: of those that are a piece of it.
        asked: the skills of it that ads name, most often named first: an area may be covered without the tool that the ads want.
        wanted_by: who says that it belongs to the work.
        share: ads that name it, of all ads; None when no ads were given.
        expected: the best estimate of its share of ads in [0, 1], with what was known before; None when nobody counted.
        covers: by which credentials, deepest first.
        held: the person can show it already; then nothing has to cover it.
        by_course: False for what a certificate hardly proves, such as teamwork; then nothing is counted as left out.
        why: what it is needed for; empty for an area that only ads name.
    """

    id: str
    label: str
    skills: tuple[str, ...]
    parts: tuple[str, ...]
    asked: tuple[Asked, ...]
    wanted_by: tuple[WantedBy, ...]
    share: Share | None
    expected: float | None
    covers: tuple[Cover, ...]
    held: bool
    by_course: bool
    why: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def depth(self) -> Depth | None:
        """How deep the set covers it; None when it does not."""
        return self.covers[0].depth if self.covers else None

    @property
    def proof(self) -> Proof | None:
        """The strongest assessment among the credentials that cover it as deep as any; None when none does."""
        best = [c.proof for c in self.covers if c.depth is self.depth]
        return max(best, key=PROOFS.index, default=None)

    @property
    def counts(self) -> bool:
        """Whether a credential is needed for it: a course can teach it, and the person cannot show it yet."""
        return self.by_course and not self.held

    @property
    def left_out(self) -> bool:
        """Whether a credential is needed for it and none of the set has at least a unit on it."""
        return self.counts and not reaches(self.depth, Depth.PART)


@dataclass(frozen=True, slots=True)
class Needed:
    """How many more credentials of the catalog it takes to cover what is missing.

    The least number is a set cover, which nobody can compute fast for a large catalog; so it is given between two bounds.

    Attributes:
        depth: how deep each missing area has to be covered, by one credential.
        areas: ids of the areas that are missing and that some credential of the catalog covers so deep.
        out_of_reach: ids of those that none covers so deep.
        low: no fewer do; ``low_because`` says why.
        credentials: ids of so many that do, found greedily, the one that adds most first.
        looked_at: credentials of the catalog that were looked at: all hand-written ones, and of imported ones those best known for each
            skill.
    """

    depth: Depth
    areas: tuple[str, ...]
    out_of_reach: tuple[str, ...]
    low: int
    low_because: str
    credentials: tuple[str, ...]
    looked_at: int

    @property
    def high(self) -> int:
        """So many do."""
        return len(self.credentials)

    @property
    def exact(self) -> bool:
        """Whether the bounds meet."""
        return self.low == self.high


class Confirmer(StrEnum):
    """Who says that a credential counts, weakest first."""

    UNSTATED = "unstated"
    PROVIDER = "provider"  # the one who sells it
    RECOMMENDER = "recommender"  # a body that recommends credit to universities (ACE, NCCRS, a reviewer of ECTS)
    RECEIVER = "receiver"  # the university or body that has to accept it


@dataclass(frozen=True, slots=True)
class DegreePart:
    """How much of a degree an amount of credit is.

    Attributes:
        level: of the degree; None when only its size is named.
        share: in [0, 1].
        of: credits of the degree in ``system``.
        usual: whether that is a usual degree of the level; else the degree that is named, whose text states its size.
    """

    level: DegreeLevel | None
    share: float
    of: float
    system: str
    sources: tuple[Source, ...]
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Route:
    """A way on which a credential counts towards a degree or a larger credential.

    Attributes:
        kind: the fact behind it: ``credit``, ``stacks_into``, ``advanced_standing_for``, ``part_of`` or ``recognition``.
        towards: what it counts towards, in words; empty for credit that names none.
        target: id in the catalog of what it counts towards; None when it is not there.
        academic: whether it leads towards a degree; False for a larger credential of a professional body.
        level: the degree; None when nobody says.
        system, amount: the credit ("ECTS", 7); None when no amount is stated.
        parts: how much of usual degrees the amount is; empty when it is not stated or the system is no academic one.
        confirmed_by: who says so; ``confirmer`` their name, which may be empty.
        condition: when it holds, in words.
        until: last day of it; None when nobody says. ``over``: that day is past.
        says: the amount, who says so and how much of a degree it is, in words.
    """

    credential: str
    kind: str
    towards: str
    academic: bool
    confirmed_by: Confirmer
    sources: tuple[Source, ...]
    target: str | None = None
    level: DegreeLevel | None = None
    system: str = ""
    amount: float | None = None
    parts: tuple[DegreePart, ...] = ()
    confirmer: str = ""
    condition: str = ""
    until: date | None = None
    over: bool = False
    says: str = ""


@dataclass(frozen=True)
class Together:
    """What a set of credentials covers together.

    Attributes:
        credentials: ids, as they were named.
        target: the goal in words; empty without one.
        occupation: the title of the foundation that was taken for it; empty when none matched.
        n: ads counted.
        areas: the target's areas: what is left out first, most wanted first; empty when there is neither target nor foundation.
        needed: how many more credentials for what is left out, for each depth from a unit to the core; empty when nothing is missing.
        says: the answer in words, the conclusion first.
        routes: towards degrees and larger credentials, degrees first, the best confirmed first.
        degree_remark: what the routes mean for a degree that the target asks for, and that a recommendation is no acceptance; empty when
            no degree is asked for and nobody recommends credit.
    """

    credentials: tuple[str, ...]
    target: str
    occupation: str
    n: int
    areas: tuple[Area, ...]
    needed: tuple[Needed, ...]
    says: tuple[str, ...]
    routes: tuple[Route, ...] = ()
    degree_remark: str = ""

    @property
    def known(self) -> bool:
        """Whether there is a target to compare with."""
        return bool(self.areas)

    @property
    def wanted(self) -> tuple[Area, ...]:
        """The areas for which a credential is needed."""
        return tuple(a for a in self.areas if a.counts)

    @property
    def left_out(self) -> tuple[Area, ...]:
        """What no credential of the set has a unit on, most wanted first."""
        return tuple(a for a in self.areas if a.left_out)

    @property
    def counts(self) -> Mapping[str, int]:
        """Areas by what becomes of them: ``core``, ``part``, ``touched``, ``not_covered`` of those wanted; ``held``, ``beyond_courses``."""
        depths = [a.depth for a in self.wanted]
        return {
            "core": depths.count(Depth.CORE),
            "part": depths.count(Depth.PART),
            "touched": depths.count(Depth.TOUCHED),
            "not_covered": depths.count(None),
            "held": sum(a.held for a in self.areas),
            "beyond_courses": sum(not a.by_course and not a.held for a in self.areas),
        }
