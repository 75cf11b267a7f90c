"""What a set of credentials is worth for a gap: strength of evidence, weight of a skill, coverage with diminishing returns."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, prod

from credlens.model.credential import Credential, Depth, EvidenceClass
from credlens.model.gap import GapItem
from credlens.model.scorecard import Scorecard

DEPTH_FACTOR = {
    Depth.CORE: 0.8,
    Depth.PART: 0.5,
    Depth.TOUCHED: 0.15,
}  # judgement: no certificate proves a skill for certain
UNJUDGED_QUALITY = 0.5  # judgement: gives strength 0.7 where nobody has made a scorecard
FULL_DOSE = 25.0  # hours: the least that one ECTS credit stands for (ECTS Users' Guide 2015); judgement: a shorter course proves less
UMBRELLA = 0.25  # judgement: mostly the sum of narrower skills, which are wanted by themselves

NAT = 100  # integer evidence per unit of -ln(1 - p)
TOP = 600  # evidence beyond 1 - e^-6 = 0.9975 is worth nothing more
SHARE = 10_000  # all weights together
FULL = 1_000_000  # the worth of certainty, per unit of weight


def quality_of(card: Scorecard | None) -> float:
    """The scorecard's median quality in [0, 1]; the middle when there is none."""
    return UNJUDGED_QUALITY if card is None else card.quality.median


def proof(depth: Depth, quality: float) -> float:
    """How far one credential proves one skill, in [0, 1): depth factor x (0.4 + 0.6 x quality). A judgement."""
    return DEPTH_FACTOR[depth] * (0.4 + 0.6 * quality)


def dose(credential: Credential) -> float:
    """How much of a full dose of learning a course is, in (0, 1]: hours / 25 for a shorter one.

    An exam counts in full: it proves what was learnt before, however short its preparation. So does a workload nobody knows.
    """
    hours = [h.typical for h in credential.hours.candidates()]
    examined = credential.evidence_class.get(None) in (EvidenceClass.CERTIFICATION, EvidenceClass.LICENCE)
    return 1.0 if examined or not hours else min(1.0, max(hours) / FULL_DOSE)


def evidence_for(credential: Credential, skill_id: str, card: Scorecard | None) -> float:
    """How far a credential would prove one skill, in [0, 1); 0 when it is not known to teach it."""
    quality = quality_of(card)
    proofs = (t.probability * proof(t.depth, quality) for t in credential.skills if t.skill == skill_id)
    return dose(credential) * max(proofs, default=0.0)


def weight_of(item: GapItem) -> float:
    """What a plan counts for closing one skill: the gap item's worth, a quarter of it for umbrella skills; 0 for what cannot be learned."""
    if not item.learnable:
        return 0.0
    return item.worth * (UMBRELLA if item.umbrella else 1.0)


def evidence(proofs: Iterable[float]) -> float:
    """Evidence of several credentials for one skill, in [0, 1): 1 - product of (1 - p), a noisy-OR."""
    return 1 - prod(1 - p for p in proofs)


def pull(p: float) -> int:
    """A proof as an integer that adds up: 100 x -ln(1 - p), rounded."""
    return round(-NAT * log(1 - p))


def integer_weights(weights: Iterable[float]) -> tuple[int, ...]:
    """Weights scaled to about :data:`SHARE` in all, each at least 1, so that the solver counts exactly."""
    given = tuple(weights)
    return tuple(max(1, round(SHARE * w / sum(given))) for w in given)


def _worth_table() -> tuple[int, ...]:
    """Worth of 0..TOP units of integer evidence.

    The steps are rounded, not the sums: steps that never grow keep the table concave, on which the solver's cuts rely. It differs
    from FULL x (1 - e^(-k / NAT)) by at most half a unit for each step, 0.03 % of FULL in all.
    """
    table = [0]
    for k in range(TOP):
        table.append(table[-1] + round(FULL * (exp(-k / NAT) - exp(-(k + 1) / NAT))))
    return tuple(table)


WORTH = _worth_table()
