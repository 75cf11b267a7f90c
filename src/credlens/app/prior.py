"""What is known of an occupation before a person's own ads are counted: the built market, and the profiles of imported taxonomies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.demand import Demand, DemandPart, SkillDemand
from credlens.model.errors import UserError
from credlens.model.occupation import Occupation
from credlens.model.quantity import Share

USUAL = 0.05  # what a market names less often is no part of the occupation, unless one's own ads name it
ENOUGH_TO_CALIBRATE = 200  # from here on the market, and no judgement, says how often ads name what a profile lists

NOTHING = Share(0, 0)


@dataclass(frozen=True)
class Prior:
    """What is known before.

    Attributes:
        occupation: the one that was taken for the person's goal, in words.
        market: skill id -> its share of the market's ads for it.
        profile: skill id -> its relation to the occupation ("essential") and the taxonomy that says so.
        heterogeneity: how many ads of one's own the market counts as; None for the usual number.
    """

    occupation: str
    market: Mapping[str, Share] = field(default_factory=dict)
    ads: int = 0
    profile: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    heterogeneity: float | None = None


def nothing_known(title: str) -> UserError:
    """What to say of a goal without ads that neither the market nor a taxonomy knows."""
    return UserError(
        f"Nothing is known of {title!r}, and there are no ads for it.",
        where="--occupation",
        what_to_do="Give ads for it (--ads), build a market (credlens market build), or import ESCO (credlens taxonomy import).",
    )


def prior(ports: Ports, knowledge: Knowledge, title: str) -> Prior | None:
    """What is known of the occupation that a title names; None when nothing is, or the person's own data are not to be used."""
    if not (ports.market.about() or any(i.counts.get("occupations") for i in knowledge.imported)) or not knowledge.own:
        return None
    market, ads, likeness = _market(ports, knowledge, title)
    label, profile = _profile(knowledge, title)
    if not ads and not profile:
        return None
    return Prior(label or title, market, ads, profile, likeness)


def blended(demand: Demand, known: Prior | None) -> Demand:
    """The demand with each share estimated together with what was known before; unchanged when nothing was, or the ads suffice.

    Skills that no ad given names come in when the market or a profile speaks of them, with 0 of n.
    """
    if known is None:
        return demand
    from credlens.market.blend import JUDGED, blend, calibrate
    from credlens.market.blend import USUAL as ORDINARY

    relations = JUDGED
    if known.ads >= ENOUGH_TO_CALIBRATE:
        relations = calibrate((r, known.market.get(s, Share(0, known.ads))) for s, (r, _) in known.profile.items())
    more = [s for s, share in known.market.items() if share.value >= USUAL]
    skills: dict[str, SkillDemand] = {}
    for skill in dict.fromkeys((*demand.skills, *more, *known.profile)):
        counted = demand.skills.get(skill) or SkillDemand(skill, Share(0, demand.n), NOTHING, 0)
        share = known.market.get(skill, Share(0, known.ads)) if known.ads else None
        found = blend(
            counted.share,
            share,
            _part(relations, known.profile.get(skill)),
            heterogeneity=known.heterogeneity or ORDINARY,
        )
        if found is None:
            return demand
        skills[skill] = replace(counted, blend=found)
    ordered = sorted(skills.values(), key=lambda s: (-s.expected, s.skill))
    return replace(demand, skills={s.skill: s for s in ordered})


def _part(relations: Mapping[str, DemandPart], said: tuple[str, str] | None) -> DemandPart | None:
    if said is None or said[0] not in relations:
        return None
    part = relations[said[0]]
    return replace(part, note=f"{said[1]}: {part.note}")


def _market(ports: Ports, knowledge: Knowledge, title: str) -> tuple[Mapping[str, Share], int, float | None]:
    """(shares, ads, heterogeneity) of the market's occupation that a title names; nothing when there is none."""
    from credlens.app.market.built import Built

    built = Built.find(ports, knowledge)
    where = built.named(title) if built else None
    if built is None or where is None:
        return {}, 0, None
    from credlens.app.market.demand import by_employer
    from credlens.market.blend import heterogeneity
    from credlens.market.tables import ALL

    (cell,) = built.rows("cells_whole", occupation=where.id, region=ALL)
    rows = built.rows("skills_whole", occupation=where.id, region=ALL)
    shares = {r["skill"]: Share(r["ads"], cell["ads"]) for r in sorted(rows, key=lambda r: (-r["ads"], r["skill"]))}
    return shares, cell["ads"], heterogeneity(by_employer(built, where, list(shares)[:30]).values())


def _profile(knowledge: Knowledge, title: str) -> tuple[str, Mapping[str, tuple[str, str]]]:
    """(label of the occupation, skill id -> (relation, taxonomy)); the strongest relation of each skill counts."""
    label, found = "", dict[str, tuple[str, str]]()
    for name in ("esco", "onet"):
        published, titles = knowledge.published(name), knowledge.titles(name)
        match = titles.match(title) if titles else None
        if published is None or match is None:
            continue
        job = published.occupations[match.occupation]
        label = label or job.label
        ids = knowledge.union.ids[published.name]
        for relation, skills in _relations(job).items():
            for skill in skills:
                if skill in ids:
                    found.setdefault(ids[skill], (relation, f"{published.name.upper()}, {job.label}"))
    return label, found


def _relations(job: Occupation) -> dict[str, list[str]]:
    """What a profile says of skills, strongest first: ESCO's relations, and O*NET's technologies that employers ask for."""
    return {
        "essential": list(job.essential),
        "hot technology": [t.skill for t in job.technologies if t.hot or t.in_demand],
        "optional": list(job.optional),
    }
