"""Occupations that the law, or an authority's rule, keeps for people with a degree or a licence."""

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
