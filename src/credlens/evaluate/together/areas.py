"""The areas of a target's work: what its occupation is built on, joined with what its ads ask for most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from credlens.evaluate.breadth import TOP
from credlens.model.demand import Demand, DemandSource, SkillDemand
from credlens.model.fact import Source
from credlens.model.quantity import Share
from credlens.model.skill import Reuse, Skill, SkillKind, Taxonomy
from credlens.model.together import Foundation, WantedBy

SELDOM = 0.1  # what fewer than a tenth of the ads name is left to the gap
COMMON = 0.2  # what a fifth of the ads name is an area of the work, also where no foundation knows it: a judgement

_SAYS = {
    DemandSource.ADS: WantedBy.ADS,
    DemandSource.MARKET: WantedBy.MARKET,
    DemandSource.PROFILE: WantedBy.PROFILE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One area as it is asked for, before anybody's credentials are looked at.

    Attributes:
        named: the skills of it that ads ask for.
        share: ads that name one of them; None without ads.
        by_course: False for what work teaches: where the foundation says so, and transversal skills (but knowledge, such as a language,
            can be learnt and proved).
    """

    id: str
    label: str
    skills: tuple[str, ...]
    parts: tuple[str, ...]
    named: tuple[SkillDemand, ...]
    share: Share | None
    expected: float | None
    wanted_by: tuple[WantedBy, ...]
    by_course: bool
    why: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(slots=True)
class _Draft:
    id: str
    label: str
    skills: tuple[str, ...]
    parts: tuple[str, ...] = ()
    why: str = ""
    sources: tuple[Source, ...] = ()
    by_course: bool = True
    founded: bool = False
    named: list[SkillDemand] = field(default_factory=list)


def areas(
    demand: Demand, taxonomy: Taxonomy, foundation: Foundation | None, ads: Sequence[Collection[str]] = ()
) -> tuple[Wanted, ...]:
    """The areas of the foundation in its order, then one for each of the most wanted skills that belongs to none of them.

    A skill belongs to the area that names it, else to the one that names something broader; where there is neither, it is an area when at
    least :data:`COMMON` of the ads name it. The name of a whole field of work makes no area
    of its own beside a foundation, which says what the field consists of.

    Args:
        demand: what the ads ask for; ``n`` may be 0.
        taxonomy: the skills spoken of.
        foundation: of the target's occupation; None when there is none.
        ads: the skills that each distinct ad names, to count the ads that name an area; without, the most named skill of it counts.
    """
    drafts = [
        _Draft(a.id, a.label, a.skills, a.parts, a.why, a.sources, by_course=a.by_course, founded=True)
        for a in (foundation.areas if foundation else ())
    ]
    for asked in _most_wanted(demand, taxonomy):
        home = _home(asked.skill, drafts, taxonomy)
        if home is None and asked.expected >= COMMON and not (foundation and taxonomy[asked.skill].whole_field):
            skill = taxonomy[asked.skill]
            home = _Draft(skill.id, skill.label, (skill.id,), by_course=_learnt_in_courses(skill))
            drafts.append(home)
        if home is not None:
            home.named.append(asked)
    return tuple(_wanted(d, drafts, demand, taxonomy, ads) for d in drafts)


def _learnt_in_courses(skill: Skill) -> bool:
    return skill.reuse is not Reuse.TRANSVERSAL or skill.kind is SkillKind.KNOWLEDGE


def _most_wanted(demand: Demand, taxonomy: Taxonomy) -> list[SkillDemand]:
    known = (d for d in demand.skills.values() if d.skill in taxonomy and d.expected >= SELDOM)
    return sorted(known, key=lambda d: (-d.expected, -d.share.k, d.skill))[:TOP]


def _home(skill: str, drafts: Iterable[_Draft], taxonomy: Taxonomy) -> _Draft | None:
    founded = [d for d in drafts if d.founded]
    named = next((d for d in founded if skill in d.skills or skill in d.parts), None)
    if named is not None:
        return named
    broader = set(taxonomy[skill].broader)
    return next((d for d in founded if broader & {*d.skills, *d.parts}), None)


def _wanted(
    draft: _Draft, drafts: Sequence[_Draft], demand: Demand, taxonomy: Taxonomy, ads: Sequence[Collection[str]]
) -> Wanted:
    share = _share(draft, drafts, demand, taxonomy, ads)
    return Wanted(
        id=draft.id,
        label=draft.label,
        skills=draft.skills,
        parts=draft.parts,
        named=tuple(draft.named),
        share=share,
        expected=_expected(draft, share, demand),
        wanted_by=_says(draft),
        by_course=draft.by_course,
        why=draft.why,
        sources=draft.sources,
    )


def _expected(draft: _Draft, share: Share | None, demand: Demand) -> float | None:
    """As counted, unless something was known of its skills before: then no less than the most expected of them."""
    if not demand.skills:
        return None
    if share is not None and all(d.blend is None for d in draft.named):
        return share.value
    return max((d.expected for d in draft.named), default=0.0)


def _share(
    draft: _Draft, drafts: Sequence[_Draft], demand: Demand, taxonomy: Taxonomy, ads: Sequence[Collection[str]]
) -> Share | None:
    if not demand.n:
        return None
    if len(ads) != demand.n:
        return Share(max((d.share.k for d in draft.named), default=0), demand.n)
    own = _own(draft, drafts, {s for ad in ads for s in ad}, taxonomy)
    return Share(sum(not own.isdisjoint(ad) for ad in ads), demand.n)


def _own(draft: _Draft, drafts: Sequence[_Draft], skills: Iterable[str], taxonomy: Taxonomy) -> set[str]:
    """Which of the skills belong to an area, seldom named ones among them."""
    if not draft.founded:
        return set(draft.skills)
    return {s for s in skills if s in taxonomy and _home(s, drafts, taxonomy) is draft}


def _says(draft: _Draft) -> tuple[WantedBy, ...]:
    said: Mapping[WantedBy, None] = {
        by: None
        for d in draft.named
        for by in ([_SAYS[p.source] for p in d.blend.parts] if d.blend else [WantedBy.ADS])
        if by is not WantedBy.ADS or d.share.k
    }
    return tuple(by for by in WantedBy if by in said or (by is WantedBy.FOUNDATION and draft.founded))
