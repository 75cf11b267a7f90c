"""Why each step is in: what the plan would be without it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from credlens.model.plan import Plan
from credlens.model.plan_reasons import Shared, StepReason
from credlens.model.quantity import Money
from credlens.plan.explaining.again import chosen
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence


def why_steps(problem: Problem, plan: Plan) -> tuple[StepReason, ...]:
    """One reason for each step, in the plan's order.

    A step's part in the coverage is not a share of the whole: evidence has diminishing returns, so what the steps lose one by one adds
    up to less than what the plan has.
    """
    order = chosen(problem, plan)
    return tuple(_reason(problem, plan, order, i) for i in order)


def _reason(problem: Problem, plan: Plan, order: tuple[int, ...], i: int) -> StepReason:
    offer = problem.offers[i]
    rest = _startable(problem, tuple(j for j in order if j != i))
    others = tuple(problem.offers[j] for j in order if j != i)
    remaining = tuple(problem.offers[j] for j in rest)
    coverage, by_skill = problem.coverage(remaining)
    after = sequence(problem, tuple(sorted(rest))) if rest else Schedule((), Decimal(0))
    ordered = after if isinstance(after, Schedule) else None
    taught = _proven_skills(plan, dict(by_skill))
    names = {o.credential for o in remaining}
    return StepReason(
        credential=offer.credential,
        loses=max(0.0, plan.coverage - coverage),
        alone=tuple(s for s in taught if offer.proves(s) and not any(o.proves(s) for o in others)),
        strengthens=tuple(s for s in taught if offer.proves(s) and any(o.proves(s) for o in others)),
        opens=tuple(problem.offers[j].credential for j in order if j != i and j not in rest),
        awards=_awards(problem, {*(o.credential for o in others), offer.credential}, names),
        shares=_shares(problem, plan, offer, others),
        fixed=offer.credential in problem.fixed,
        frees=None if ordered is None else Money(plan.cost.amount - ordered.cost, plan.cost.currency),
        frees_hours=_hours(problem, order) - _hours(problem, [v.offer for v in ordered.visits] if ordered else rest),
        frees_days=None if ordered is None else (plan.finish - _finish(problem, ordered)).days,
    )


def _startable(problem: Problem, rest: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the steps, still in order, whose prerequisites what remains meets."""
    done: set[str] = set()
    kept: list[int] = []
    waiting = list(rest)
    while ready := [j for j in waiting if all(done & set(n.by) for n in problem.offers[j].needs)]:
        kept += ready
        done |= {problem.offers[j].credential for j in ready}
        waiting = [j for j in waiting if j not in ready]
    return tuple(j for j in rest if j in kept)


def _proven_skills(plan: Plan, without: dict[str, float]) -> tuple[str, ...]:
    """Skills for which the plan has more evidence than what remains, most wanted first."""
    return tuple(c.skill for c in plan.by_skill if c.evidence - without.get(c.skill, 0.0) > 1e-9)  # rounding


def _awards(problem: Problem, before: set[str], after: set[str]) -> tuple[str, ...]:
    lost = set(problem.awarded(before)) - set(problem.awarded(after))
    return tuple(problem.awards[k].credential for k in sorted(lost))


def _shares(problem: Problem, plan: Plan, offer: Offer, others: tuple[Offer, ...]) -> tuple[Shared, ...]:
    names = {o.credential for o in others}
    found: list[Shared] = []
    for charge in dict.fromkeys(offer.charges):
        users = tuple(
            o.credential for o in others if charge.key is not None and charge.key in {c.key for c in o.charges}
        )
        if users:
            found.append(Shared("subscription", charge.subscription or "", users))
    for bundle in problem.bundles:
        mates = tuple(m for m in bundle.members if m != offer.credential)
        if offer.credential in bundle.members and names.issuperset(mates):
            found.append(Shared("bundle", bundle.name, mates, Money(bundle.saves, plan.cost.currency)))
    place = [s.credential for s in plan.steps]
    later = set(place[place.index(offer.credential) + 1 :])
    for other in others:
        done = set(place[: place.index(other.credential)])
        hours = other.hours_after(done - {offer.credential}) - other.hours_after(done)
        if other.credential in later and hours > 0:
            found.append(Shared("hours", "", (other.credential,), hours=hours))
    return tuple(found)


def _hours(problem: Problem, order: list[int] | tuple[int, ...]) -> float:
    done: set[str] = set()
    total = 0.0
    for i in order:
        total += problem.offers[i].hours_after(done)
        done.add(problem.offers[i].credential)
    return total


def _finish(problem: Problem, schedule: Schedule) -> date:
    """Last day of the last step; the day before the start when there is none."""
    return max((v.finish for v in schedule.visits), default=problem.limits.start - timedelta(days=1))
