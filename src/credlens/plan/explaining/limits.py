"""Which limit binds, and what a little more of each would buy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from credlens.model.plan import Limits, Plan
from credlens.model.plan_reasons import Change
from credlens.model.quantity import Money
from credlens.plan.explaining.again import EFFORT, Solver, changed, unproven, worth
from credlens.plan.problem import Problem

HOUR = 1.0
WEEKS = 2  # judgement: as much as one asks an employer for
MONEY = Decimal(50)  # judgement: about one exam or a month or two of a platform in USD or EUR
SMALLEST = Decimal("0.05")  # judgement: of the budget; a currency of small units asks for more of them


@dataclass(frozen=True)
class Relaxed:
    """One limit moved: what of ``Limits`` changes, and how to say it."""

    limit: str
    was: str
    now: str
    more: str
    changes: dict[str, Any]


def what_if(problem: Problem, plan: Plan, solver: Solver, *, effort: float = EFFORT) -> tuple[Change, ...]:
    """One answer for each limit there is, those that bind first; a plan with more coverage is taken wherever it exists.

    Args:
        problem: what the plan was made for.
        plan: the strongest one.
        solver: plans again.
        effort: deterministic seconds for each limit.
    """
    found = []
    for move in moves(problem.limits, len({o.credential for o in problem.offers})):
        other = solver(changed(problem, **move.changes), effort=effort)
        if other is None or worth(problem, other) < worth(problem, plan):
            other = plan  # what fits still fits: a search that ended early found less
        found.append(_change(problem, plan, other, move))
    return tuple(sorted(found, key=lambda c: (not c.binds, c.unsure, -c.gains)))


def moves(limits: Limits, credentials: int) -> Iterator[Relaxed]:
    """What can be moved, in the order of the limits; ``credentials``: how many there are to choose from."""
    hours = limits.hours_per_week
    yield Relaxed(
        "hours_per_week",
        f"{hours:g} h a week",
        f"{hours + HOUR:g} h a week",
        f"{HOUR:g} more hour a week",
        {"hours_per_week": hours + HOUR},
    )
    more = Money(step_of(limits.budget.amount), limits.budget.currency)
    dearer = limits.budget + more
    yield Relaxed("budget", str(limits.budget), str(dearer), f"{more} more", {"budget": dearer})
    if limits.deadline <= date.max - timedelta(weeks=WEEKS):
        later = limits.deadline + timedelta(weeks=WEEKS)
        yield Relaxed("deadline", str(limits.deadline), str(later), f"{WEEKS} weeks more", {"deadline": later})
    most = limits.max_credentials
    if most < credentials:
        yield Relaxed("max_credentials", str(most), str(most + 1), "one more credential", {"max_credentials": most + 1})
    if limits.budget_per_month is not None:
        monthly = str(limits.budget_per_month)
        yield Relaxed("budget_per_month", monthly, "none", "no limit on a month", {"budget_per_month": None})
    if limits.off:
        yield Relaxed("off", f"{len(limits.off)} times off", "none", "no time off", {"off": ()})


def step_of(budget: Decimal) -> Decimal:
    """How much more of a budget to ask about: 50 units; 500, 5,000 and so on where 50 is less than a twentieth of the budget."""
    step = MONEY
    while step < SMALLEST * budget:
        step *= 10
    return step


def _change(problem: Problem, plan: Plan, other: Plan, move: Relaxed) -> Change:
    gains = other.coverage - plan.coverage
    more = worth(problem, other) - worth(problem, plan)
    saves = plan.cost.amount - other.cost.amount
    doubt = max(unproven(plan), unproven(other))
    return Change(
        limit=move.limit,
        was=move.was,
        now=move.now,
        more=move.more,
        binds=more > 0 or (more == 0 and saves > 0),
        gains=gains,
        saves=Money(saves, plan.cost.currency),
        days_earlier=(plan.finish - other.finish).days,
        steps=tuple(s.credential for s in other.steps),
        same={s.credential for s in other.steps} == {s.credential for s in plan.steps},
        unsure=abs(gains) <= doubt if doubt and more else False,
    )
