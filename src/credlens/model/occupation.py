"""Occupations: as ESCO and O*NET describe them, and those that a law or rule keeps for people with a degree or a licence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.fact import Source
from credlens.model.skill import Alias


class DegreeLevel(StrEnum):
    """Levels of formal education, lowest first in :data:`DEGREE_ORDER`."""

    NONE = "none"
    SECONDARY = "secondary"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"
    PROFESSIONAL = "professional"
    UNSTATED = "unstated"


DEGREE_ORDER = (
    DegreeLevel.NONE,
    DegreeLevel.SECONDARY,
    DegreeLevel.ASSOCIATE,
    DegreeLevel.BACHELOR,
    DegreeLevel.MASTER,
    DegreeLevel.DOCTORATE,
    DegreeLevel.PROFESSIONAL,
)


def at_least(held: DegreeLevel, wanted: DegreeLevel) -> bool | None:
    """Whether one level satisfies another; None when one of them is unstated.

    A professional degree (JD, MD) is asked for by name: a doctorate does not stand in for it.
    """
    if DegreeLevel.UNSTATED in (held, wanted):
        return None
    if wanted is DegreeLevel.PROFESSIONAL:
        return held is DegreeLevel.PROFESSIONAL
    return DEGREE_ORDER.index(held) >= DEGREE_ORDER.index(wanted)


@dataclass(frozen=True, slots=True)
class RegulatedOccupation:
    """An occupation that nobody may work in without the named degree, licence, or both.

    Attributes:
        titles: how ads name the occupation.
        onet_soc, isco08: codes; None when not known.
        jurisdiction: ISO 3166 code of the state whose rule it is; ``jurisdiction_label`` in words.
        degree: least level the rule names; None when the rule names none or we do not know it.
        licence: the licence in words; ``licence_names``: words in an ad or resume that name it.
        opens_with: what does open the way, in words.
    """

    id: str
    title: str
    titles: tuple[Alias, ...]
    onet_soc: str | None
    isco08: str | None
    jurisdiction: str
    jurisdiction_label: str
    needs_degree: bool
    needs_licence: bool
    degree: DegreeLevel | None
    degree_note: str
    licence: str
    licence_names: tuple[Alias, ...]
    authority: str
    opens_with: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LawReach:
    """How far the table of regulated occupations reaches for one target.

    Attributes:
        table: whose rules the table has at all, in words; empty when nobody looked into one.
        occupation: a regulated occupation that the target is, where no rule of the person's place is known; else empty.
        elsewhere: whose rules of it are known, in words.
        place: ISO 3166 code of where the person wants to work; empty when they did not say.
    """

    table: tuple[str, ...] = ()
    occupation: str = ""
    elsewhere: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class TechnologyUse:
    """O*NET: an occupation uses a piece of software or equipment.

    Attributes:
        skill: id of the technology among the taxonomy's skills.
        hot: O*NET's "hot technology": employers ask for it often, over all occupations.
        in_demand: employers ask for it often in this occupation.
    """

    skill: str
    hot: bool
    in_demand: bool


@dataclass(frozen=True, slots=True)
class ElementRating:
    """O*NET: how much of a content-model element (a skill, a field of knowledge) an occupation needs, as rated.

    Attributes:
        skill: id of the element among the taxonomy's skills.
        scale: ``IM`` (importance, 1 to 5) or ``LV`` (level, 0 to 7).
        n: raters behind the mean; None when it is not stated.
        ci95: the 95 % interval O*NET gives; None when it gives none.
        month: when it was rated, as ``2023-08``; empty when it is not stated.
        suppress: O*NET advises against using it, for its low precision.
        relevant: False when raters called the element not relevant, so that its level says little.
        source: who rated (incumbents, analysts).
    """

    skill: str
    scale: str
    value: float
    n: int | None
    ci95: tuple[float, float] | None
    month: str
    suppress: bool
    relevant: bool
    source: str


@dataclass(frozen=True, slots=True)
class Task:
    """O*NET: something people in the occupation do. ``core`` is None when O*NET has not decided."""

    id: str
    text: str
    core: bool | None
    n: int | None
    month: str


@dataclass(frozen=True, slots=True)
class EducationShare:
    """O*NET: share of raters, in percent, who say that a new hire needs this level of education.

    ``level`` is in O*NET's words; ``suppress`` as in :class:`ElementRating`.
    """

    level: str
    percent: float
    n: int | None
    month: str
    suppress: bool


@dataclass(frozen=True, slots=True)
class Occupation:
    """A kind of job in a taxonomy of occupations.

    Attributes:
        id: ESCO's UUID, or the O*NET-SOC code.
        titles: other names of it, the label not among them.
        code: ESCO's code ("2654.1.7") or the O*NET-SOC code.
        isco08, onet_soc: codes; None when the taxonomy does not give them.
        broader: addresses of the occupations and groups directly above it.
        regulated: whether the taxonomy calls it a regulated profession; None when it does not say.
        essential, optional: ids of skills, in ESCO's sense; empty in O*NET, which rates instead.
        job_zone: O*NET's 1 (little preparation) to 5 (extensive preparation); None when not given.
    """

    id: str
    uri: str
    label: str
    titles: tuple[str, ...] = ()
    description: str = ""
    code: str = ""
    isco08: str | None = None
    onet_soc: str | None = None
    broader: tuple[str, ...] = ()
    regulated: bool | None = None
    essential: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    technologies: tuple[TechnologyUse, ...] = ()
    elements: tuple[ElementRating, ...] = ()
    tasks: tuple[Task, ...] = ()
    education: tuple[EducationShare, ...] = ()
    job_zone: int | None = None


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """The occupation that a job ad's title names.

    Attributes:
        occupation: its id.
        probability: that the title means this occupation, in [0, 1].
        title: the name of the occupation that reads like the title.
    """

    occupation: str
    probability: float
    title: str


@dataclass(frozen=True, slots=True)
class OccupationMatch:
    """A line of a crosswalk between ESCO's and O*NET's occupations.

    Attributes:
        esco: ESCO's address of the occupation, or of the ISCO group.
        onet_soc: the O*NET-SOC code.
        match: SKOS kind of match (``exactMatch``, ``closeMatch``, ``broadMatch``, ``narrowMatch``); empty when the crosswalk has none.
        similarity, confidence: the crosswalk's own figures; None when it has none.
    """

    esco: str
    onet_soc: str
    match: str = ""
    similarity: float | None = None
    confidence: float | None = None
