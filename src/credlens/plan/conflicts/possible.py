"""Whether any plan keeps the limits: small ones are looked for first, the solver has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from credlens.plan.explaining.again import EFFORT, Solver, worth
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence

NEAR = 60  # judgement: the so many cheapest and the so many shortest useful offers are tried by themselves
TRIED = 400  # sets for one answer before the solver is asked


def possible(problem: Problem, solver: Solver, *, effort: float = EFFORT) -> bool:
    """Whether an executable plan exists: one with everything that is fixed, or else one that is worth anything.

    Args:
        problem: offers and limits.
        solver: asked only when none of the smallest plans will do: adding a step can make a plan possible (a discount, hours saved).
        effort: deterministic seconds for it.
    """
    if not startable(problem):
        return False
    if smallest(problem) is not None:
        return True
    plan = solver(problem, floor=floor(problem), effort=effort)
    return plan is not None and worth(problem, plan) >= floor(problem)


def startable(problem: Problem) -> bool:
    """Whether there is any day, hour, place and offer to plan with at all."""
    limits = problem.limits
    enough = limits.hours_per_week > 0 and limits.max_credentials > 0 and problem.horizon > 0
    return enough and {o.credential for o in problem.offers}.issuperset(problem.fixed) and bool(problem.offers)


def floor(problem: Problem) -> int:
    """The least worth of a plan: what the person fixed may be worth nothing."""
    return 0 if problem.fixed else 1


def smallest(problem: Problem) -> Schedule | None:
    """A plan of what is fixed, or of one useful credential, with no more than its prerequisites; None when none of those tried is one."""
    near = _near(problem)
    for few in islice(_sets(near), TRIED):
        if near.clash({near.offers[i].credential for i in few}):
            continue
        found = sequence(near, few)
        if isinstance(found, Schedule):
            return found
    return None


def _near(problem: Problem) -> Problem:
    """The problem with the cheapest and the shortest useful offers, what is fixed, and what these ask for first."""
    useful = [o for o in problem.offers if o.proofs]
    kept = {o.name for o in sorted(useful, key=_price)[:NEAR]} | {o.name for o in sorted(useful, key=_length)[:NEAR]}
    wanted = set(problem.fixed) | {c for c, _ in kept}
    by_credential: dict[str, list[Offer]] = {}
    for offer in problem.offers:
        by_credential.setdefault(offer.credential, []).append(offer)
    waiting = sorted(wanted)
    while waiting:
        for offer in by_credential.get(waiting.pop(), []):
            more = {c for n in offer.needs for c in n.by} - wanted
            wanted |= more
            waiting += sorted(more)
    return replace(problem, offers=tuple(o for o in problem.offers if o.credential in wanted))


def _sets(problem: Problem) -> Iterator[tuple[int, ...]]:
    """Sets of offers with their prerequisites, each with no more steps than allowed."""
    options: dict[str, list[int]] = {}
    for i, offer in enumerate(problem.offers):
        options.setdefault(offer.credential, []).append(i)
    if problem.fixed:
        starts: Iterator[tuple[int, ...]] = product(*(options.get(c, []) for c in problem.fixed))
    else:
        ranked = [
            sorted((i for i, o in enumerate(problem.offers) if o.proofs), key=lambda i: k(problem.offers[i]))
            for k in (_price, _length)
        ]
        starts = ((i,) for i in dict.fromkeys(i for pair in zip(*ranked, strict=True) for i in pair))
    for start in starts:
        yield from _closed(problem, options, start)


def _closed(problem: Problem, options: dict[str, list[int]], chosen: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if len(chosen) > problem.limits.max_credentials:
        return
    taken = {problem.offers[i].credential for i in chosen}
    if problem.clash(taken):
        return
    unmet = next((n for i in chosen for n in problem.offers[i].needs if taken.isdisjoint(n.by)), None)
    if unmet is None:
        yield tuple(sorted(chosen))
        return
    for i in sorted((i for c in unmet.by for i in options.get(c, [])), key=lambda i: _price(problem.offers[i])):
        yield from _closed(problem, options, (*chosen, i))


def _price(offer: Offer) -> tuple[float, float, tuple[str, str]]:
    return (float(sum(c.amount for c in offer.charges)), offer.hours, offer.name)


def _length(offer: Offer) -> tuple[float, float, tuple[str, str]]:
    price, hours, name = _price(offer)
    return (hours, price, name)
