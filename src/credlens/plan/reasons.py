"""Why no plan fits, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from credlens.model.quantity import Money
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.sequencer import Schedule, sequence

ENDLESS = Decimal(10) ** 12  # a budget that never binds
SHOWN = 8  # left-out credentials named one by one


def why_nothing(problem: Problem) -> tuple[str, ...]:
    """Reasons why :func:`~credlens.plan.solve.solve` finds no plan, the nearest first; meant for an empty answer."""
    limits = problem.limits
    if problem.horizon <= 0:
        return (f"The deadline, {limits.deadline}, lies before the start, {limits.start}.",)
    if limits.hours_per_week <= 0:
        return ("With 0 hours a week there is no time for any credential.",)
    if limits.max_credentials <= 0:
        return ("At most 0 credentials are allowed, so there is nothing to plan.",)
    if not problem.targets:
        return (
            "No skill of the gap can be learned through a credential: nothing is missing, or only what no certificate proves.",
        )
    useful = [o for o in problem.offers if o.proofs]
    fixed = _fixed(problem)
    if fixed or not useful:
        return (*fixed, *_left_out(problem))
    return (*_what_it_takes(problem, useful), *_left_out(problem))


def _fixed(problem: Problem) -> tuple[str, ...]:
    offered = {o.credential for o in problem.offers}
    why = dict(problem.excluded)
    lines = [
        f"{c} was asked for, but: {why.get(c, 'it cannot be offered')}." for c in problem.fixed if c not in offered
    ]
    if len(problem.fixed) > problem.limits.max_credentials:
        lines.append(
            f"{len(problem.fixed)} credentials were asked for, at most {problem.limits.max_credentials} are allowed."
        )
    return tuple(lines)


def _what_it_takes(problem: Problem, useful: list[Offer]) -> tuple[str, ...]:
    """What the nearest useful credential needs, its prerequisites included, against what there is."""
    if problem.fixed:
        return ("The credentials asked for cannot all be done within the budget, the hours and the deadline.",)
    limits = problem.limits
    needs = [n for o in useful if (n := _need(problem, o)) is not None]
    if not needs:
        return (
            "Every useful credential asks for more credentials first than a plan may have, or is withdrawn too soon.",
        )
    cheapest = min(needs, key=lambda n: (n.cost, n.days, n.what))
    shortest = min(needs, key=lambda n: (n.days, n.cost, n.what))
    lines = []
    if cheapest.cost > limits.budget.amount:
        price = Money(cheapest.cost, limits.budget.currency)
        lines.append(
            f"The budget of {limits.budget} is too small: the cheapest useful credential, {cheapest.what}, costs {price}."
        )
    if shortest.days > problem.horizon:
        lines.append(
            f"At {limits.hours_per_week:g} hours a week the shortest useful credential, {shortest.what}, takes {shortest.days} days; "
            f"until the deadline, {limits.deadline}, there are {problem.horizon}."
        )
    if lines:
        return tuple(lines)
    in_time = min((n for n in needs if n.days <= problem.horizon), key=lambda n: (n.cost, n.days, n.what))
    affordable = min((n for n in needs if n.cost <= limits.budget.amount), key=lambda n: (n.days, n.cost, n.what))
    price = Money(in_time.cost, limits.budget.currency)
    lines = [
        f"Nothing useful is both affordable and short enough: in time for {limits.deadline} the cheapest is {in_time.what}, for {price}."
    ]
    lines.append(
        f"For at most {limits.budget} the shortest is {affordable.what}: {affordable.days} days of {problem.horizon}."
    )
    return tuple(lines)


@dataclass(frozen=True)
class _Takes:
    what: str
    cost: Decimal
    days: int


def _need(problem: Problem, offer: Offer) -> _Takes | None:
    """Money and days for one offer with the cheapest way to its prerequisites; None when there is no order even without limits."""
    index = {o.name: i for i, o in enumerate(problem.offers)}
    chain = _chain(problem, offer)
    free = replace(problem.limits, budget=Money(ENDLESS, problem.limits.budget.currency), deadline=date.max)
    order = sequence(replace(problem, limits=free), tuple(sorted(index[o.name] for o in chain)))
    if not isinstance(order, Schedule) or len(chain) > problem.limits.max_credentials:
        return None
    first = [o.credential for o in chain if o is not offer]
    what = offer.credential + (f" (with {', '.join(first)} before it)" if first else "")
    return _Takes(what, order.cost, sum(problem.work_days(o.hours) for o in chain))


def _chain(problem: Problem, offer: Offer) -> list[Offer]:
    """The offer and, for each prerequisite still open, the cheapest offer that meets it, and so on."""
    chain, todo = [offer], [offer]
    while todo:
        for need in todo.pop().needs:
            if {o.credential for o in chain} & set(need.by):
                continue
            ways = [o for o in problem.offers if o.credential in need.by]
            way = min(ways, key=lambda o: (sum(c.amount for c in o.charges), o.hours, o.name))
            chain.append(way)
            todo.append(way)
    return chain


def _left_out(problem: Problem) -> tuple[str, ...]:
    lines = [f"{credential} is left out: {why}." for credential, why in problem.excluded[:SHOWN]]
    if len(problem.excluded) > SHOWN:
        lines.append(f"{len(problem.excluded) - SHOWN} more are left out for reasons like these.")
    if not problem.offers and not problem.excluded:
        lines.append("No credential in the catalog teaches a skill of the gap.")
    return tuple(lines)
