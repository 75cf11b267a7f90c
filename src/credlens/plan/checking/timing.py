"""When: one step at a time, inside the limits, on the days the offers allow, and what has to come first does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from credlens.plan.checking.days import later

if TYPE_CHECKING:
    from credlens.model.plan import Limits, Plan, Step
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem


def finished_before(plan: Plan, step: Step) -> frozenset[str]:
    """Credentials that are finished before the day on which a step begins."""
    return frozenset(s.credential for s in plan.steps if s is not step and s.start <= s.finish < step.start)


def orderly(plan: Plan, limits: Limits) -> bool:
    """Whether the steps are few enough, one after the other, and inside the limits: else nothing is owed for them."""
    turned = any(s.finish < s.start or s.start < limits.start or s.finish > limits.deadline for s in plan.steps)
    overlap = any(after.start <= before.finish for before, after in pairwise(plan.steps))
    twice = len({s.credential for s in plan.steps}) < len(plan.steps)
    return not (turned or overlap or twice or len(plan.steps) > limits.max_credentials)


def timing(plan: Plan, problem: Problem, offers: Sequence[Offer | None]) -> Iterator[str]:
    """What is wrong with the dates of the steps."""
    limits = problem.limits
    for before, after in pairwise(plan.steps):
        if after.start <= before.finish:
            yield f"{after.credential}: starts on {after.start}, while {before.credential} runs until {before.finish}"
    for step, offer in zip(plan.steps, offers, strict=True):
        name = step.credential
        if step.finish < step.start:
            yield f"{name}: finishes on {step.finish}, before it starts"
        if step.start < limits.start:
            yield f"{name}: starts on {step.start}, before the first day, {limits.start}"
        if step.finish > limits.deadline:
            yield f"{name}: finishes on {step.finish}, after the deadline, {limits.deadline}"
        if offer is not None:
            yield from _windows(step, offer)
            done = finished_before(plan, step)
            yield from (f"{name}: asks for {n.says} first" for n in offer.needs if done.isdisjoint(n.by))
            yield from _expiry(step, offer)
    yield from _finish(plan, limits)


def _windows(step: Step, offer: Offer) -> Iterator[str]:
    name = step.credential
    if offer.starts and step.start not in offer.starts:
        yield f"{name}: starts on {step.start}, which is none of the days on which it begins"
    if offer.first_day is not None and step.start < offer.first_day:
        yield f"{name}: starts on {step.start}, and can be begun only on {offer.first_day}"
    if offer.last_day is not None and step.finish > offer.last_day:
        yield f"{name}: finishes on {step.finish}, and is offered only until {offer.last_day}"
    for charge in offer.charges:
        if charge.valid_from is not None and step.start < charge.valid_from:
            yield f"{name}: starts on {step.start}, its price for the {charge.what} holds only from {charge.valid_from}"
        if charge.valid_until is not None and step.start > charge.valid_until:
            yield f"{name}: starts on {step.start}, its price for the {charge.what} holds only until {charge.valid_until}"


def _expiry(step: Step, offer: Offer) -> Iterator[str]:
    expires = None if not offer.valid_months else later(step.finish, offer.valid_months)
    if step.expires != expires:
        yield f"{step.credential}: said to expire {_on(step.expires)}, it expires {_on(expires)}"


def _on(day: date | None) -> str:
    return "never" if day is None else f"on {day}"


def _finish(plan: Plan, limits: Limits) -> Iterator[str]:
    if plan.steps:
        last = max(s.finish for s in plan.steps)
        if plan.finish != last:
            yield f"the finish is said to be {plan.finish}, the last step ends on {last}"
    elif plan.finish >= limits.start:
        yield f"the finish is said to be {plan.finish}, and there are no steps"
