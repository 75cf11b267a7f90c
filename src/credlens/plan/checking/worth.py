"""Whether targets and proofs follow from the gap, the catalog and the scorecards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from credlens.model.credential import CostPattern, Depth, EvidenceClass
from credlens.model.offer import RelationKind
from credlens.plan.checking.facts import LET_LAPSE, holds

if TYPE_CHECKING:
    from credlens.model.credential import Credential
    from credlens.model.gap import Gap
    from credlens.plan.checking.facts import Facts
    from credlens.plan.offer import Award, Offer

NEAR = 1e-9
FACTOR = {Depth.CORE: 0.8, Depth.PART: 0.5, Depth.TOUCHED: 0.15}
LEVELS = ("unknown", "beginner", "intermediate", "advanced", "expert")
FEWEST = 2  # parts: of one alone nobody knows what else the larger credential asks for
FULL_DOSE = 25  # hours: a shorter course counts in proportion to them; an exam counts in full


def targets(said: Iterable[tuple[str, float]], gap: Gap) -> Iterator[str]:
    """Demand x missing x firmness; umbrella skills a quarter; only what can be learned, is missing, and is not seldom."""
    weights = dict(said)
    true = _weights(gap)
    yield from (f"{s}: is no skill of the gap that can be learned" for s in sorted(weights.keys() - true.keys()))
    yield from (f"{s}: is missing among the skills to learn" for s in sorted(true.keys() - weights.keys()))
    for skill in sorted(weights.keys() & true.keys()):
        if not abs(weights[skill] - true[skill]) <= NEAR:
            yield f"{skill}: counted with a weight of {weights[skill]:.3f}, it has {true[skill]:.3f}"


def _weights(gap: Gap) -> dict[str, float]:
    weights = {}
    for item in gap.items:
        if item.rank is None or item.seldom or not item.learnable:
            continue
        asked = item.demand.required
        firm = 0.5 + asked.k / asked.n / 2 if asked.n else 0.75
        weight = item.demand.expected * item.missing * firm / (4 if item.umbrella else 1)
        if weight > 0:
            weights[item.skill] = weight
    return weights


def proofs(offer: Offer, credential: Credential, facts: Facts) -> Iterator[str]:
    """No skill is proven further than probability x depth x strength x dose x share of the ads that the level is enough for."""
    if offer.option.endswith(LET_LAPSE) and offer.proofs:
        yield "proves nothing once it has lapsed"
    quality = _quality(credential.id, facts)
    if quality is not None and not abs(offer.quality - quality) <= NEAR:
        yield f"counted with a quality of {offer.quality:.3f}, it has {quality:.3f}"
    yield from _too_much(offer.proofs, credential, facts)


def _too_much(said: Iterable[tuple[str, float]], credential: Credential, facts: Facts) -> Iterator[str]:
    for skill, proof in said:
        most = _most(credential, skill, facts)
        if not proof <= most + NEAR:
            yield f"said to prove {skill} by {proof:.3f}, at most {most:.3f} is taught"


def _quality(name: str, facts: Facts) -> float | None:
    """Of the scorecard, middling where there is none; None when scorecards are not known at all."""
    if facts.scorecards is None:
        return None
    card = facts.scorecards.get(name)
    return 0.5 if card is None else card.quality.median


def _most(credential: Credential, skill: str, facts: Facts) -> float:
    """The most that one credential can prove of a skill; without scorecards at the best quality there could be."""
    depths = [FACTOR[t.depth] * t.probability for t in credential.skills if t.skill == skill]
    quality = _quality(credential.id, facts)
    strength = 1.0 if quality is None else 0.4 + 0.6 * quality
    return max(depths, default=0.0) * strength * _dose(credential) * _content(credential, skill, facts.gap)


def _dose(credential: Credential) -> float:
    exam = credential.evidence_class.value in (EvidenceClass.CERTIFICATION, EvidenceClass.LICENCE)
    stated = credential.hours.candidates()
    if exam or not stated:
        return 1.0
    return min(max(h.mode if h.mode is not None else (h.min + h.max) / 2 for h in stated) / FULL_DOSE, 1.0)


def _content(credential: Credential, skill: str, gap: Gap) -> float:
    """Share of the ads naming a skill that ask for no higher level than the credential's; all when its level is unknown."""
    level = credential.level.get(None)
    item = next((i for i in gap.items if i.skill == skill), None)
    if level is None or item is None:
        return 1.0
    ads = max(sum(n for _, n in item.demand.levels), item.demand.share.k)
    higher = [n for asked, n in item.demand.levels if LEVELS.index(asked.value) > LEVELS.index(level.value)]
    return 1 - sum(higher) / ads if ads else 1.0


def award(said: Award, facts: Facts) -> Iterator[str]:
    """A larger credential comes by itself only when all its parts are done or held, and it asks for nothing more."""
    if said.credential not in facts.catalog:
        yield "not in the catalog"
        return
    larger = facts.catalog[said.credential]
    needed = facts.ties.parts(larger.id) | facts.ties.counting(larger.id)
    unknown = {r.target for r in larger.relations if r.kind is RelationKind.HAS_PART and r.target not in facts.catalog}
    missing = sorted(unknown | {n for n in needed - set(said.members) if not holds(facts, n)})
    if len(needed) < FEWEST or missing:
        yield f"does not come by itself: {', '.join(missing) or 'a second part'} would be missing"
    free = all(i.pattern is CostPattern.FREE or set(i.amount.candidates()) == {0} for i in larger.costs)
    asks = any(p.hard and needed.isdisjoint(p.credentials) for p in larger.prerequisites)
    if not free or asks or any(h.max for h in larger.hours.candidates()):
        yield "does not come by itself: it takes money, hours or conditions of its own"
    if holds(facts, larger.id):
        yield "held already"
    yield from _too_much(said.proofs, larger, facts)
