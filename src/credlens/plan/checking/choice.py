"""What is chosen: known credentials under one of their options, each once, no two equivalents, and all the person decided on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from credlens.model.plan import Plan
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem

ROLES = ("credential", "supplement")


def offers_of(plan: Plan, problem: Problem) -> tuple[Offer | None, ...]:
    """The offer behind each step; None where the problem has no such credential or option."""
    taken = {s.credential for s in plan.steps}
    known = {(o.credential, o.option): o for o in problem.offers if o.credential in taken}
    return tuple(known.get((s.credential, s.option)) for s in plan.steps)


def choice(plan: Plan, problem: Problem) -> Iterator[str]:
    """What is wrong with the set of steps."""
    most = problem.limits.max_credentials
    if len(plan.steps) > most:
        yield f"{len(plan.steps)} credentials, at most {most} are allowed"
    counted = Counter(s.credential for s in plan.steps)
    yield from (f"{name}: more than once in the plan" for name in sorted(counted) if counted[name] > 1)
    yield from (f"{name}: has to be in the plan, and is not" for name in problem.fixed if name not in counted)
    for group in problem.rivals:
        both = sorted(counted.keys() & set(group))
        if len(both) > 1:
            yield f"{' and '.join(both)}: are equivalent, one of them is enough"
    yield from _options(plan, problem)


def _options(plan: Plan, problem: Problem) -> Iterator[str]:
    options: dict[str, list[str]] = {}
    taken = {s.credential for s in plan.steps}
    for offer in problem.offers:
        if offer.credential in taken:
            options.setdefault(offer.credential, []).append(offer.option)
    for step in plan.steps:
        name = step.credential
        if name not in options:
            yield f"{name}: cannot be chosen here"
        elif step.option not in options[name]:
            yield f"{name}: has no option {step.option!r}"
        elif options[name].count(step.option) > 1:
            yield f"{name}: the problem has its option {step.option!r} twice"
        if step.role not in ROLES:
            yield f"{name}: has no role {step.role!r}"
