"""Why the obvious rival is out: the best plan that has to contain it, or why there is none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from credlens.model.plan import Plan
from credlens.model.plan_reasons import Rival
from credlens.model.quantity import Money
from credlens.plan.conflicts.conflict import conflict
from credlens.plan.explaining.again import EFFORT, Solver, chosen, unproven
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem

MOST = 6  # judgement: so many are worth reading, and each costs a solve


def why_rivals(
    problem: Problem,
    plan: Plan,
    solver: Solver,
    *,
    considering: Collection[str] = (),
    most: int = MOST,
    effort: float = EFFORT,
) -> tuple[Rival, ...]:
    """What the person asked about first, then for each step the credential outside the plan that proves its main skill furthest.

    Args:
        problem: what the plan was made for.
        plan: which one.
        solver: plans again.
        considering: credentials the person asked about; those in the plan are no rivals.
        most: so many solves at most.
        effort: deterministic seconds for each.
    """
    taken = {s.credential for s in plan.steps}
    asked = [Rival(c, None, None, 0.0, 0.0) for c in dict.fromkeys(considering) if c not in taken]
    known = {r.credential for r in asked}
    found: list[Rival] = []
    for i in chosen(problem, plan):
        rival = _nearest(problem, problem.offers[i], taken | known)
        if rival is not None:
            found.append(rival)
            known.add(rival.credential)
    return tuple(_forced(problem, plan, r, solver, effort) for r in [*asked, *found][:most])


def _nearest(problem: Problem, step: Offer, without: Collection[str]) -> Rival | None:
    """The furthest proof of the step's main skill outside the plan; None when nothing else proves it.

    The main skill is the one for which this step adds most to what is wanted: weight x proof.
    """
    weight = dict(problem.targets)
    wanted = [(weight.get(s, 0.0) * p, s) for s, p in step.proofs if p > 0]
    if not wanted:
        return None
    skill = min(wanted, key=lambda w: (-w[0], w[1]))[1]
    others = [o for o in problem.offers if o.credential not in without and o.proves(skill) > 0]
    if not others:
        return None
    best = min(others, key=lambda o: (-o.proves(skill), -o.quality, o.name))
    return Rival(best.credential, skill, step.credential, best.proves(skill), step.proves(skill))


def _forced(problem: Problem, plan: Plan, rival: Rival, solver: Solver, effort: float) -> Rival:
    offered = {o.credential for o in problem.offers}
    if rival.credential not in offered:
        why = dict(problem.excluded).get(rival.credential, "it teaches none of the skills the plan is for")
        return replace(rival, because=why)
    must = replace(problem, fixed=tuple(sorted({*problem.fixed, rival.credential})))
    other = solver(must, effort=effort)
    if other is None:
        clashes = conflict(must, solver, effort=effort, ways_out=False).clashes
        return replace(rival, against=tuple(c.words for c in clashes if c.value != rival.credential))
    loses = plan.coverage - other.coverage
    return replace(
        rival,
        steps=tuple(s.credential for s in other.steps),
        loses=loses,
        costs_more=Money(other.cost.amount - plan.cost.amount, plan.cost.currency),
        days_more=(other.finish - plan.finish).days,
        unsure=abs(loses) <= _doubt((plan, other)),
    )


def _doubt(plans: Sequence[Plan]) -> float:
    return max(unproven(p) for p in plans) or -1.0  # nothing is unsure between two proven plans
