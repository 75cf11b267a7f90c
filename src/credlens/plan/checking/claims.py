"""What a plan says it is worth: evidence for each wanted skill, coverage, what stays open, how far from the best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import fsum, prod
from typing import TYPE_CHECKING

from credlens.model.plan import PlanStatus

if TYPE_CHECKING:
    from credlens.model.plan import Plan
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem

NEAR = 1e-6
COVERED = 0.5  # docs of model.plan.Coverage: evidence of this much and more counts as covered


def claims(plan: Plan, problem: Problem, offers: Sequence[Offer | None]) -> Iterator[str]:
    """Which claims are not borne out by the problem's data."""
    known = [o for o in offers if o is not None]
    for step, offer in zip(plan.steps, offers, strict=True):
        proven = {s for s, p in offer.proofs if p > 0} if offer is not None else set(step.skills)
        yield from (f"{step.credential}: said to teach {s}, which it does not" for s in step.skills if s not in proven)
        wanted = {s for s, _ in problem.targets}
        strange = [s for s in step.skills if s in proven and s not in wanted]
        yield from (f"{step.credential}: {s} is not a skill of the gap" for s in strange)
        if len(set(step.skills)) < len(step.skills):
            yield f"{step.credential}: names a skill twice"
    yield from _evidence(plan, problem, known)
    if not 0 <= plan.gap <= 1 or (plan.status is PlanStatus.OPTIMAL) != (plan.gap == 0):
        yield f"status {plan.status} with a gap of {plan.gap:g}"


def _evidence(plan: Plan, problem: Problem, offers: Iterable[Offer]) -> Iterator[str]:
    weights = dict(problem.targets)
    stated = {c.skill: c.evidence for c in plan.by_skill}
    if set(stated) != set(weights) or len(plan.by_skill) != len(stated):
        yield "the skills whose evidence is stated are not the skills of the gap that can be learned"
        return
    shown = _shown(problem, offers)
    true = {s: 1 - prod(1 - proofs.get(s, 0.0) for proofs in shown) for s in weights}
    for skill, evidence in stated.items():
        if not abs(evidence - true[skill]) <= NEAR:
            yield f"{skill}: evidence said to be {evidence:.3f}, {true[skill]:.3f} is built"
    total = fsum(weights.values())
    coverage = fsum(weights[s] * true[s] for s in weights) / total if total else 0.0
    if not abs(plan.coverage - coverage) <= NEAR:
        yield f"coverage said to be {plan.coverage:.3f}, the skills add up to {coverage:.3f}"
    least = {s for s, e in true.items() if e < COVERED - NEAR}
    most = {s for s, e in true.items() if e < COVERED + NEAR}
    claimed = set(plan.uncovered)
    if not least <= claimed <= most or len(claimed) != len(plan.uncovered):
        yield f"said to leave open {', '.join(sorted(plan.uncovered)) or 'nothing'}, open are {', '.join(sorted(least)) or 'none'}"


def _shown(problem: Problem, offers: Iterable[Offer]) -> list[dict[str, float]]:
    """What each step proves, and what each larger credential proves that comes with having all its members."""
    chosen = list(offers)
    done = {o.credential for o in chosen}
    awards = [a.proofs for a in problem.awards if done.issuperset(a.members)]
    return [dict(proofs) for proofs in (*(o.proofs for o in chosen), *awards)]
