"""What the solver has to beat: best gain first, one credential after the other, never looking back."""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal

from credlens.model.credential import CostPattern
from credlens.plan.money.charge import Key
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence
from credlens.plan.value import TOP, WORTH

TRIES = 100  # judgement: offers that are tried for one place, best gain first, before it ends; almost always one of the first few fits


def best_gain(problem: Problem) -> tuple[tuple[int, ...], int]:
    """The offers chosen, in the order they were added, and their integer worth.

    Each time the offer is added that gains most and can be put in order with the ones there are. What awards prove is not foreseen.
    """
    chosen: tuple[int, ...] = ()
    total = [0] * len(problem.targets)
    while len(chosen) < problem.limits.max_credentials:
        for i in _candidates(problem, chosen, total):
            if isinstance(sequence(problem, tuple(sorted((*chosen, i)))), Schedule):
                break
        else:
            break
        chosen = (*chosen, i)
        for t, amount in problem.pulls[i].items():
            total[t] += amount
    return chosen, problem.worth(chosen)


def _least(problem: Problem, chosen: tuple[int, ...], running: Set[Key] = frozenset()) -> Decimal:
    """What these cost at least, as if every subscription were paid once, and those that run already not at all."""
    charges = [c for i in chosen for c in problem.offers[i].charges if c.pattern is not CostPattern.FREE]
    once = {c.key: c.amount for c in charges if c.key is not None and c.key not in running}
    return sum((c.amount + c.set_aside for c in charges if c.key is None), sum(once.values(), Decimal(0)))


def _candidates(problem: Problem, chosen: tuple[int, ...], total: list[int]) -> Iterator[int]:
    """Offers that could still be added, most gain first; without those that a glance rules out."""
    limits, offers = problem.limits, problem.offers
    done = {offers[i].credential for i in chosen}
    running = {c.key for i in chosen for c in offers[i].charges if c.key is not None}
    money = limits.budget.amount + sum(b.saves for b in problem.bundles) - _least(problem, chosen)
    room = problem.horizon - sum(problem.days[i] for i in chosen)
    worth = [WORTH[min(TOP, e)] for e in total]
    gains: list[tuple[int, tuple[str, str], int]] = []
    for i, offer in enumerate(offers):
        if offer.credential in done or problem.work_days(offer.hours_after(done)) > room:
            continue
        if not all(done.intersection(n.by) for n in offer.needs):
            continue
        if not problem.paid and _least(problem, (i,), running) > money:
            continue
        gain = sum(
            problem.weights[t] * (WORTH[min(TOP, total[t] + amount)] - worth[t])
            for t, amount in problem.pulls[i].items()
        )
        if gain > 0:
            gains.append((-gain, offer.name, i))
    return (i for _, _, i in sorted(gains)[:TRIES])
