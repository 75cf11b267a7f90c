"""Every rule of a plan on a problem small enough to do by hand; then the solver, the sequencer and the bill against all plans there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest

from credlens.app.bench.plan_agreement import held_against
from credlens.app.bench.plan_cases import random_problem
from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.brute_force import NAMES, bill, brute_force, plans
from credlens.plan.money.billing import Terms, Work
from credlens.plan.money.billing import bill as reference
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Award, Bundle, Need, Offer, Paid, Saving
from credlens.plan.problem import Problem
from credlens.plan.solve import solve

CASES, CHUNK = 200, 50
ONCE, MONTH, YEAR = "one_off", "per_month", "per_year"


@pytest.mark.parametrize("first", range(0, CASES, CHUNK))
def test_every_plan_is_the_best_of_its_kind_and_passes_the_checker(first: int) -> None:
    outcomes = []
    for seed in range(first, first + CHUNK):
        problem = random_problem(seed)
        outcomes.append(held_against(problem, solve(problem), brute_force(problem), seed))
    assert [(o.seed, o.different) for o in outcomes if o.different] == []
    assert [(o.seed, o.refused) for o in outcomes if o.refused] == []
    assert [o.seed for o in outcomes if o.circular] == []
    assert [o.seed for o in outcomes if not o.proven] == []
    assert sum(o.plans > 0 for o in outcomes) > CHUNK / 2


@pytest.mark.parametrize("seed", range(40))
def test_two_bills_written_apart_agree(seed: int) -> None:
    problem = random_problem(seed)
    terms = Terms.under(problem.limits, problem.bundles, problem.paid)
    for steps in islice(plans(problem), 0, 200, 5):
        works = [Work.of(s.offer, s.start, s.finish) for s in steps]
        expected = sorted((p.day, p.amount.amount) for step in reference(works, terms) for p in step)
        assert sorted(bill(problem, steps)) == expected


def charge(pattern: str, amount: int, **more: Any) -> Charge:
    return Charge(CostPattern(pattern), Decimal(amount), "USD", **more)


def offer(name: str, hours: float = 7, *charges: Charge, proves: float = 0.5, **more: Any) -> Offer:
    """At seven hours a week, hours are days of study."""
    return Offer(name, "a", hours, charges, ((f"skill {name}", proves),), **more)


def problem(offers: Sequence[Offer], *, budget: int = 100, days: int = 30, most: int = 4, **more: Any) -> Problem:
    names = {"budget_per_month", "off", "keep_until"}
    start = more.pop("start", date(2026, 1, 1))
    limits = Limits(
        Money(Decimal(budget)),
        more.pop("pace", 7.0),
        start,
        date.fromordinal(start.toordinal() + days - 1),
        most,
        **{k: more.pop(k) for k in names & set(more)},
    )
    return Problem(limits, tuple((f"skill {o.credential}", 1.0) for o in offers), tuple(offers), **more)


def strongest(of: Problem) -> tuple[str, Decimal, date] | None:
    """Credentials in order, cost, finish."""
    found = brute_force(of)
    if found is None:
        return None
    best = found["strongest"]
    return " ".join(s.offer.credential for s in best.steps), best.cost, best.finish


def test_as_many_as_fit_into_days_and_credentials() -> None:
    three = [offer("x", 10), offer("y", 10), offer("z", 10)]
    full = brute_force(problem(three))
    assert full is not None
    assert len(full["strongest"].steps) == 3
    assert len(full["fastest"].steps) == 2, "six tenths of the worth"
    assert full["fastest"].finish == date(2026, 1, 20)
    fewer = brute_force(problem(three, days=29))
    assert fewer is not None
    assert len(fewer["strongest"].steps) == 2
    assert strongest(problem(three[:2], most=1)) == ("x", 0, date(2026, 1, 10))
    assert list(full) == list(NAMES)


def test_nothing_fits() -> None:
    assert brute_force(problem([offer("x", 31)])) is None
    assert brute_force(problem([offer("x", 7, charge(ONCE, 101))])) is None
    assert brute_force(problem([offer("x")], pace=0.0)) is None
    assert brute_force(problem([offer("x")], days=0)) is None
    assert brute_force(problem([offer("x")], fixed=("gone",))) is None
    assert (
        brute_force(problem([offer("x", needs=(Need(("y",), "y"),)), offer("y", needs=(Need(("x",), "x"),))])) is None
    )


def test_prerequisites_come_before_and_savings_only_after() -> None:
    pair = [offer("x", 10, needs=(Need(("y",), "y"),)), offer("y", 10)]
    assert strongest(problem(pair)) == ("y x", 0, date(2026, 1, 20))
    saving = [offer("x", 10, savings=(Saving(("y",), 4.0, "y"),)), offer("y", 10)]
    assert strongest(problem(saving)) == ("y x", 0, date(2026, 1, 16))


def test_days_off_cohorts_windows_and_least_days() -> None:
    off = ((date(2026, 1, 3), date(2026, 1, 5)),)
    assert strongest(problem([offer("x", 4)], off=off)) == ("x", 0, date(2026, 1, 7))
    cohort = offer("x", 4, starts=(date(2025, 12, 31), date(2026, 1, 4), date(2026, 1, 9)))
    assert strongest(problem([cohort], off=off)) == ("x", 0, date(2026, 1, 9)), (
        "begun on a day off, counted from the 6th"
    )
    assert strongest(problem([offer("x", 4, first_day=date(2026, 1, 10))])) == ("x", 0, date(2026, 1, 13))
    assert strongest(problem([offer("x", 4, last_day=date(2026, 1, 3))])) is None
    assert strongest(problem([offer("x", 4, least_days=20)])) == ("x", 0, date(2026, 1, 20))
    ends = [offer("x", 4, charge(ONCE, 1, valid_until=date(2026, 1, 1))), offer("y", 4)]
    assert strongest(problem(ends)) == ("x y", 1, date(2026, 1, 8))


def test_a_subscription_is_shared_kept_or_begun_again() -> None:
    month = charge(MONTH, 20, subscription="p")
    assert strongest(problem([offer("x", 10, month), offer("y", 21, month)], days=31)) == ("x y", 20, date(2026, 1, 31))
    assert strongest(problem([offer("x", 32, month)], days=32)) == ("x", 40, date(2026, 2, 1))
    apart = [
        offer("x", 10, month),
        offer("y", 50, needs=(Need(("x",), "x"),)),
        offer("z", 10, month, needs=(Need(("y",), "y"),)),
    ]
    assert strongest(problem(apart, days=80)) == ("x y z", 40, date(2026, 3, 11)), "cancelled in between"
    year = charge(YEAR, 90, subscription="p")
    assert strongest(problem([offer("x", 10, year), offer("y", 10, replace(year, amount=Decimal(5)))], days=80)) == (
        "x y", 95, date(2026, 1, 20),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("until", "days"), [(None, []), (date(2026, 2, 1), []), (date(2026, 1, 10), [11]), (date(2025, 12, 31), [1])]
)
def test_paid_already(until: date | None, days: list[int]) -> None:
    of = problem([offer("x", 20, charge(MONTH, 20, subscription="p"))], paid=(Paid("p", until),))
    steps = next(plans(of))
    assert bill(of, steps) == [(date(2026, 1, d), Decimal(20)) for d in days]


def test_exams_certificates_renewals_bundles_and_awards() -> None:
    exam = charge("per_attempt", 40, pass_rate=0.5, attempts=2)
    assert strongest(problem([offer("x", 7, exam)])) == ("x", 60, date(2026, 1, 7))
    valid = offer("x", 7, charge("free_audit_paid_cert", 10), valid_months=1, renewal=Decimal(5))
    of = problem([valid], keep_until=date(2026, 3, 8))
    assert sorted(bill(of, next(plans(of)))) == [
        (date(2026, 1, 7), 10), (date(2026, 2, 7), 5), (date(2026, 3, 7), 5),
    ]  # fmt: skip
    assert strongest(problem([valid], keep_until=date(2026, 2, 7))) == ("x", 10, date(2026, 1, 7)), "valid on that day"
    pair = [offer("x", 7, charge(ONCE, 60)), offer("y", 7, charge(ONCE, 60))]
    assert strongest(problem(pair)) == ("x", 60, date(2026, 1, 7))
    assert strongest(problem(pair, bundles=(Bundle("b", ("x", "y"), Decimal(20)),))) == ("x y", 100, date(2026, 1, 14))
    award = Award("a", ("x", "y"), (("skill x", 0.9),))
    without, with_it = (brute_force(problem(pair, budget=120, awards=a)) for a in ((), (award,)))
    assert without is not None
    assert with_it is not None
    assert with_it["strongest"].worth > without["strongest"].worth


def test_a_budget_by_the_month_puts_steps_off() -> None:
    pair = [offer("x", 7, charge(ONCE, 30)), offer("y", 7, charge(ONCE, 30))]
    month = Money(Decimal(40))
    assert strongest(problem(pair, days=60)) == ("x y", 60, date(2026, 1, 14))
    assert strongest(problem(pair, days=60, budget_per_month=month)) == ("x y", 60, date(2026, 2, 7))
    assert strongest(problem(pair, days=30, budget_per_month=month)) == ("x", 30, date(2026, 1, 7))
    valid = offer("x", 7, valid_months=1, renewal=Decimal(50))
    assert strongest(problem([valid], budget_per_month=month, keep_until=date(2026, 2, 8))) == (
        "x", 50, date(2026, 1, 7),
    ), "a renewal is held by no month"  # fmt: skip


def test_what_is_fixed_is_in_and_one_option_is_enough() -> None:
    cheap, dear = offer("x", 7, charge(ONCE, 10)), replace(offer("x", 3, charge(ONCE, 20)), option="b")
    other = offer("y", 7, charge(ONCE, 95))
    found = brute_force(problem([cheap, dear, other], fixed=("x",)))
    assert found is not None
    assert [found[n].steps[0].offer.option for n in NAMES] == ["a", "a", "b"]
    assert all(len(found[n].steps) == 1 for n in NAMES)
    useless = replace(cheap, proofs=())
    assert strongest(problem([useless])) is None
    assert strongest(problem([useless], fixed=("x",))) == ("x", 10, date(2026, 1, 7))
