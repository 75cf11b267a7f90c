"""What a set of credentials covers of the target's work, what it leaves out, and how many more it would take at least."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import fsum

from credlens.evaluate.together import words
from credlens.evaluate.together.areas import Wanted, areas
from credlens.evaluate.together.covering import Extent, amount, covers, depth_of, extent, narrower_of
from credlens.evaluate.together.needed import apart, greedy, least_by_size
from credlens.evaluate.together.routes import degree_remark, routes
from credlens.model.credential import Catalog, Credential, Depth, Status
from credlens.model.demand import Demand
from credlens.model.gap import Gap
from credlens.model.person import EvidenceKind, Person
from credlens.model.skill import Taxonomy
from credlens.model.together import Area, Asked, Foundation, Needed, Together, reaches

NEEDED = (Depth.PART, Depth.CORE)  # at least a unit on each area; each area in depth
SOLID = frozenset({EvidenceKind.STATED, EvidenceKind.CERTIFIED, EvidenceKind.USED, EvidenceKind.PROJECT})


def together(
    credentials: Sequence[Credential],
    demand: Demand,
    gap: Gap,
    taxonomy: Taxonomy,
    foundation: Foundation | None,
    catalog: Catalog,
    person: Person,
    *,
    today: date,
    ads: Sequence[Collection[str]] = (),
) -> Together:
    """What these credentials cover together.

    Areas come from the occupation's foundation and from the most wanted skills of the ads (:mod:`credlens.evaluate.together.areas`); how deep each is
    covered follows :mod:`credlens.evaluate.together.covering`; what the person can show already is marked, and nothing has to cover it.

    Args:
        credentials: one or more, each once; their order changes nothing but the order in which they are named.
        demand: what the ads ask for; ``n`` may be 0.
        gap: what of it the person can show.
        foundation: of the target's occupation (:func:`credlens.evaluate.foundations.recognise`); None when none is known.
        catalog: where the credentials come from that would cover the rest.
        today: the day of the judgement.
        ads: the skills that each distinct ad names; the shares of areas are then exact.
    """
    wanted = areas(demand, taxonomy, foundation, ads)
    narrower = narrower_of(taxonomy)
    extents = {w.id: extent(w.skills, w.parts, narrower) for w in wanted}
    own = {d.skill: extent((d.skill,), (), narrower) for w in wanted for d in w.named}
    found = sorted(
        (_area(w, extents[w.id], own, credentials, taxonomy, gap, person) for w in wanted),
        key=lambda a: (not a.left_out, a.held, not a.by_course, -(a.expected or 0.0)),
    )
    # Where the law keeps the work for others, no number of credentials opens it.
    missing = () if gap.blocked else _needed(found, extents, credentials, taxonomy, catalog, person, today)
    ways = routes(credentials, catalog, today)
    made = Together(
        credentials=tuple(c.id for c in credentials),
        target=gap.target if demand.n or demand.skills else "",
        occupation=foundation.title if foundation else "",
        n=demand.n,
        areas=tuple(found),
        needed=missing,
        says=(),
        routes=ways,
        degree_remark=degree_remark(ways, gap, credentials),
    )
    return words.said(made, catalog, taxonomy, gap)


def _area(
    wanted: Wanted,
    area: Extent,
    own: Mapping[str, Extent],
    credentials: Sequence[Credential],
    taxonomy: Taxonomy,
    gap: Gap,
    person: Person,
) -> Area:
    def alone(skill: str) -> Depth | None:
        found = covers(credentials, own[skill], taxonomy)
        return found[0].depth if found else None

    return Area(
        id=wanted.id,
        label=wanted.label,
        skills=wanted.skills,
        parts=wanted.parts,
        asked=tuple(Asked(d.skill, d.share, alone(d.skill)) for d in wanted.named),
        wanted_by=wanted.wanted_by,
        share=wanted.share,
        expected=wanted.expected,
        covers=covers(credentials, area, taxonomy),
        held=any(_held(skill, gap, person) for skill in wanted.skills),
        by_course=wanted.by_course,
        why=wanted.why,
        sources=wanted.sources,
    )


def _held(skill: str, gap: Gap, person: Person) -> bool:
    """Whether the person shows it: as far as the ads ask for it, or on solid evidence where no ad does."""
    item = gap.item(skill)
    if item is not None:
        return item.rank is None
    held = person.skills.get(skill)
    return held is not None and skill not in person.refused and any(e.kind in SOLID for e in held.evidence)


def _needed(
    found: Sequence[Area],
    extents: Mapping[str, Extent],
    credentials: Sequence[Credential],
    taxonomy: Taxonomy,
    catalog: Catalog,
    person: Person,
    today: date,
) -> tuple[Needed, ...]:
    missing = [a for a in found if a.counts and not reaches(a.depth, NEEDED[-1])]
    if not missing:
        return ()
    taken = {c.id for c in credentials} | {h.credential for h in person.credentials}
    # Imported taxonomies have thousands of narrower skills and no fields of work: those of the starter are looked for.
    skills = {s for a in missing for s in extents[a.id].whole | extents[a.id].pieces if _filed(s, taxonomy)}
    pool = {c.id: c for s in sorted(skills) for c in catalog.teaching(s) if c.id not in taken and offered(c, today)}
    gives = {
        c.id: {a.id: amount(c, extents[a.id], taxonomy) for a in found if a.by_course} for c in pool.values()
    }  # credential -> area -> how much of it
    return tuple(n for depth in NEEDED if (n := _for_depth(depth, missing, gives)) is not None)


def _filed(skill: str, taxonomy: Taxonomy) -> bool:
    return skill in taxonomy and bool(taxonomy[skill].field)


def _for_depth(depth: Depth, missing: Iterable[Area], gives: Mapping[str, Mapping[str, float]]) -> Needed | None:
    lacking = [a for a in missing if not reaches(a.depth, depth)]
    if not lacking:
        return None
    ids = {a.id for a in lacking}
    adds = {k: frozenset(a for a in ids if reaches(depth_of(of[a]), depth)) for k, of in gives.items()}
    fit = {key: round(fsum(of.values()), 9) for key, of in gives.items()}  # suits the occupation as a whole
    possible = frozenset(a for found in adds.values() for a in found)
    reach = [a for a in lacking if a.id in possible]
    by_size, alone = least_by_size(adds, possible), apart(adds, [a.id for a in reach])
    most = max((len(found) for found in adds.values()), default=0)
    if len(alone) > by_size:
        because = words.none_shared([a.label for a in reach if a.id in alone])
    else:
        because = words.largest(most, len(reach))
    return Needed(
        depth=depth,
        areas=tuple(a.id for a in reach),
        out_of_reach=tuple(a.id for a in lacking if a.id not in possible),
        low=max(by_size, len(alone)),
        low_because=because,
        credentials=greedy(adds, possible, fit),
        looked_at=len(gives),
    )


def offered(credential: Credential, today: date) -> bool:
    """Whether anybody may still take it up, as far as is known."""
    ends = credential.ends.get(None)
    if credential.status.get(None) is Status.CEASED or (ends is not None and ends < today):
        return False
    return credential.open_to_public.get(True)
