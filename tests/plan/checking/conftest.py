"""A problem with one of everything, and a plan for it that was worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Coverage, Limits, Payment, PaymentKind, Plan, PlanStatus, Project, Step, Supplement
from credlens.model.quantity import Money
from credlens.plan.building.build import build
from credlens.plan.checking.rules import check_problem
from credlens.plan.checking.truth import check_facts
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Award, Bundle, Extra, Need, Offer, Saving
from credlens.plan.problem import Problem


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def usd(amount: Any) -> Money:
    return Money(Decimal(str(amount)))


def pay(when: date, amount: Any, kind: PaymentKind = PaymentKind.PAID) -> Payment:
    return Payment(when, usd(amount), "words nobody checks", kind)


@dataclass(frozen=True)
class Case:
    """A problem, and a plan that keeps every rule of it."""

    problem: Problem
    plan: Plan

    def wrong(self, plan: Plan | None = None, **problem: Any) -> tuple[str, ...]:
        """What is said of a changed plan, or of the plan under a changed problem."""
        return check_problem(plan or self.plan, replace(self.problem, **problem))

    def with_step(self, place: int, **changed: Any) -> Plan:
        steps = list(self.plan.steps)
        steps[place] = replace(steps[place], **changed)
        return replace(self.plan, steps=tuple(steps))

    def limits(self, **changed: Any) -> tuple[str, ...]:
        return self.wrong(limits=replace(self.problem.limits, **changed))

    def offer(self, credential: str, **changed: Any) -> tuple[str, ...]:
        offers = tuple(replace(o, **changed) if o.credential == credential else o for o in self.problem.offers)
        return self.wrong(offers=offers)


MONTH = Charge(CostPattern.PER_MONTH, Decimal(49), "USD", "tuition", "plus")
EXAM = Charge(CostPattern.PER_ATTEMPT, Decimal(99), "USD", "exam", pass_rate=0.7, attempts=2)
SPRING = Charge(CostPattern.ONE_OFF, Decimal(60), "USD", valid_from=day(3, 1), valid_until=day(3, 31))


def one_of_everything() -> Case:
    """One hour a day, no study from 5 to 7 January, 49 a month for what a, b and d share.

    a: 10 h, 1 to 13 January. b: 31 h, five of them saved by a, 14 January to 8 February; the exam is passed by 70 %. c: 7 h, begins
    on 2 March only, lasts 20 days; holds two months. d: 7 h; it waits until 20 April, so that the subscription ends in between:
    1 January, 1 February, 20 April. b and d are cheaper together. a and b together are worth the larger credential "ab".
    """
    problem = Problem(
        limits=Limits(
            usd("421.70"),
            7,
            day(1, 1),
            day(6, 30),
            max_credentials=4,
            budget_per_month=usd("177.70"),
            off=((day(1, 5), day(1, 7)),),
            keep_until=day(9, 1),
        ),
        targets=(("python", 0.4), ("sql", 0.6)),
        offers=(
            Offer("a", "standard", 10, (MONTH,), (("sql", 0.56),)),
            Offer(
                "b",
                "standard",
                31,
                (MONTH, EXAM),
                (("python", 0.35),),
                needs=(Need(("a", "z"), "a or z"),),
                savings=(Saving(("a",), 5, "a is recommended"),),
                last_day=day(2, 10),
            ),
            Offer(
                "c",
                "spring",
                7,
                (SPRING,),
                (("sql", 0.1),),
                starts=(day(3, 2), day(9, 1)),
                least_days=20,
                valid_months=2,
                renewal=Decimal(15),
            ),
            Offer("d", "standard", 7, (MONTH,), (("python", 0.2),), first_day=day(3, 25)),
            Offer("e", "standard", 7, (), (("python", 0.1),)),
        ),
        fixed=("a",),
        bundles=(Bundle("b and d", ("b", "d"), Decimal(20)),),
        awards=(Award("ab", ("a", "b"), (("sql", 0.3),)),),
        extras=(Extra("x", (("python", 0.4),), True, usd(0), 5, (Need(("b",), "b"),), day(5, 1)),),
    )
    steps = (
        Step("a", "standard", day(1, 1), day(1, 13), 10, (pay(day(1, 1), 49),), ("sql",)),
        Step(
            "b",
            "standard",
            day(1, 14),
            day(2, 8),
            26,
            (pay(day(2, 1), 49), pay(day(2, 8), 99), pay(day(2, 8), "29.70", PaymentKind.SET_ASIDE)),
            ("python",),
        ),
        Step(
            "c",
            "spring",
            day(3, 2),
            day(3, 21),
            7,
            (
                pay(day(3, 2), 60),
                pay(day(5, 21), 15, PaymentKind.RENEWAL),
                pay(day(7, 21), 15, PaymentKind.RENEWAL),
            ),
            ("sql",),
            expires=day(5, 21),
        ),
        Step(
            "d",
            "standard",
            day(4, 20),
            day(4, 26),
            7,
            (pay(day(4, 20), 49), pay(day(4, 20), -20, PaymentKind.DISCOUNT)),
            ("python",),
        ),
    )
    sql, python = 1 - 0.44 * 0.9 * 0.7, 1 - 0.65 * 0.8
    plan = Plan(
        "by hand",
        steps,
        usd("345.70"),
        50,
        day(4, 26),
        0.6 * sql + 0.4 * python,
        (Coverage("sql", sql), Coverage("python", python)),
        ("python",),
        PlanStatus.OPTIMAL,
        0.0,
        (Supplement("python", "x", free=True, cost=usd(0), hours=5, fits=True),),
        (Project("p", "Title", ("python",), (), "", "", 5, 10, "", ""),),
    )
    return Case(problem, plan)


@pytest.fixture
def case() -> Case:
    return one_of_everything()


@pytest.fixture
def alone() -> Callable[..., tuple[str, ...]]:
    """A plan of one step, or several, each with one charge: what is said when it pays on these days."""

    def said(
        charge: Charge | list[Charge], uses: list[tuple[date, date]], pays: list[list[Payment]], **problem: Any
    ) -> tuple[str, ...]:
        hours = [(last - first).days + 1.0 for first, last in uses]
        each = charge if isinstance(charge, list) else [charge] * len(uses)
        offers = tuple(Offer(f"c{i}", "standard", h, (each[i],), ()) for i, h in enumerate(hours))
        steps = tuple(
            Step(o.credential, "standard", *use, o.hours, tuple(p), ())
            for o, use, p in zip(offers, uses, pays, strict=True)
        )
        total = sum((p.amount.amount for each in pays for p in each), Decimal(0))
        limits = Limits(usd(10**6), 7, uses[0][0], date(2030, 12, 31), max_credentials=9)
        plan = Plan("x", steps, usd(total), sum(hours), uses[-1][1], 0.0, (), (), PlanStatus.OPTIMAL, 0.0)
        return check_problem(plan, replace(Problem(limits, (), offers), **problem))

    return said


@dataclass(frozen=True)
class Facts:
    """A plan, its problem, and the facts behind both."""

    plan: Plan
    problem: Problem
    catalog: Any
    person: Any
    limits: Limits
    gap: Any
    scorecards: Any
    fixed: tuple[str, ...] = ()

    def wrong(self, **changed: Any) -> tuple[str, ...]:
        """What is said when some of it is replaced."""
        return check_facts(**(vars(self) | changed))

    def with_facts(self, name: str, **changed: Any) -> tuple[str, ...]:
        """What is said when the record of a credential reads otherwise, and the problem does not know."""
        return self.wrong(catalog=self.changed(name, **changed))

    def changed(self, name: str, **changed: Any) -> Any:
        known = self.catalog.credentials
        return type(self.catalog)({**known, name: replace(known[name], **changed)})

    def offer(self, name: str, **changed: Any) -> tuple[str, ...]:
        """What is said when the problem says otherwise of a credential."""
        offers = tuple(replace(o, **changed) if o.credential == name else o for o in self.problem.offers)
        return self.wrong(problem=replace(self.problem, offers=offers))

    def with_step(self, place: int, **changed: Any) -> tuple[str, ...]:
        steps = list(self.plan.steps)
        steps[place] = replace(steps[place], **changed)
        return self.wrong(plan=replace(self.plan, steps=tuple(steps)))


@pytest.fixture
def facts(world: Any) -> Facts:
    """a (10 h, a month of "plus"), then b (31 h, the same subscription and an exam), which asks for a; one hour a day."""
    month = [world.cost("per_month", 49, subscription="plus")]
    a = world.credential("a", "sql core", 10, month)
    b = world.credential("b", "python part", 31, [*month, world.cost("per_attempt", 99, what="exam")], needs=[["a"]])
    gap, limits, person = world.gap({"sql": 60, "python": 40}), world.limits(200), world.person()
    catalog = world.catalog(a, b)
    problem = build(gap, person, catalog, {}, limits)
    steps = (
        Step("a", "standard", day(1, 1), day(1, 10), 10, (), ("sql",)),
        Step("b", "standard", day(1, 11), day(2, 10), 31, (), ("python",)),
    )
    plan = Plan("by hand", steps, usd(197), 41, day(2, 10), 0, (), (), PlanStatus.OPTIMAL, 0.0)
    return Facts(plan, problem, catalog, person, limits, gap, {})
