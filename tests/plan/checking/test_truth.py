"""Whether the problem says the truth: a problem from the builder does, and each record that reads otherwise is noticed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Supplement
from credlens.model.quantity import Money
from credlens.plan.building.build import build
from credlens.plan.checking import check_facts
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Saving
from credlens.plan.solve import solve


def test_the_builders_problem_is_true(facts: Any) -> None:
    assert facts.wrong() == ()


FALSE = [
    ("a", {"hours": 9.0}, None),  # the hours of the step are looked at, not those of the offer
    ("a", {"quality": 0.6}, "a: counted with a quality of 0.600, it has 0.500"),
    ("a", {"proofs": (("sql", 0.57),)}, "a: said to prove sql by 0.570, at most 0.560 is taught"),
    ("a", {"proofs": (("python", 0.1),)}, "a: said to prove python by 0.100, at most 0.000 is taught"),
    ("a", {"proofs": (("sql", float("nan")),)}, "a: said to prove sql by nan, at most 0.560 is taught"),
    ("a", {"valid_months": 12}, "a: said to hold for 12 months, it holds for good"),
    ("a", {"charges": ()}, "a: a charge of 49 tuition (per_month for plus) is missing"),
    (
        "a",
        {"charges": (Charge(CostPattern.PER_MONTH, Decimal(48), "USD", subscription="plus"),)},
        "a: a charge of 48 tuition (per_month for plus) is in no record",
    ),
    ("a", {"charges": (Charge(CostPattern.PER_MONTH, Decimal(49), "EUR"),)}, "a: priced in EUR, the budget is in USD"),
]


@pytest.mark.parametrize(("name", "changed", "says"), FALSE)
def test_what_an_offer_says_falsely(facts: Any, name: Any, changed: Any, says: Any) -> None:
    said = facts.offer(name, **changed)
    assert (says in said) if says else said == ()


def test_less_than_could_be_counted_is_no_falsehood(facts: Any) -> None:
    assert facts.offer("a", proofs=(("sql", 0.3),)) == ()
    assert facts.with_step(0, hours=20) == ()


def test_the_frame_of_the_problem(facts: Any) -> None:
    assert facts.wrong(limits=replace(facts.limits, hours_per_week=8)) == (
        "the problem has other limits than the person",
    )
    assert facts.wrong(fixed=("a",)) == ("a: decided on by the person, and not in the problem",)
    none = replace(facts.problem, targets=())
    assert "sql: is missing among the skills to learn" in facts.wrong(problem=none)


def test_what_is_not_in_the_catalog(facts: Any, world: Any) -> None:
    assert "b: not in the catalog" in facts.wrong(catalog=world.catalog(facts.catalog["a"]))


def test_a_step_that_is_none_of_the_problems_offers_is_the_other_questions_affair(facts: Any) -> None:
    assert facts.with_step(0, option="other") == ()


def test_equivalents_are_not_both_earned(facts: Any, world: Any) -> None:
    catalog = facts.changed("a", relations=(world.relation("equivalent", "b"),))
    assert "b: equivalent to a" in facts.wrong(catalog=catalog)


def test_supplements_are_what_the_catalog_says(facts: Any, world: Any) -> None:
    paid = world.credential("x", "python part", 5, [world.cost("one_off", 5)])
    catalog = world.catalog(*facts.catalog.credentials.values(), paid)
    for extra, says in (
        (
            Supplement("python", "x", free=True, cost=None, hours=5, fits=True),
            ("supplement x: said to be free, but has a price",),
        ),
        (Supplement("python", "x", free=False, cost=Money(Decimal(5)), hours=5, fits=True), ()),
        (Supplement("sql", "x", free=False, cost=None, hours=5, fits=True), ("supplement x: does not teach sql",)),
        (Supplement("sql", "y", free=False, cost=None, hours=5, fits=True), ("supplement y: does not teach sql",)),
    ):
        assert facts.wrong(plan=replace(facts.plan, supplements=(extra,)), catalog=catalog) == says


def test_hours_that_nothing_saves(facts: Any) -> None:
    """The problem says that a saves 5 h of b; nothing in the catalog does."""
    offers = tuple(replace(o, savings=(Saving(("a",), 5, "a"),)) for o in facts.problem.offers)
    steps = (facts.plan.steps[0], replace(facts.plan.steps[1], hours=26))
    said = facts.wrong(problem=replace(facts.problem, offers=offers), plan=replace(facts.plan, steps=steps))
    assert said == ("b: planned with 26 h, 31 h are left to do",)


def test_plans_for_random_catalogs_are_true(world: Any) -> None:
    planned = 0
    for seed in range(12):
        r = random.Random(seed)
        catalog, gap, cards = world.random(seed, r.randint(2, 6), r.randint(1, 5))
        limits = world.limits(
            r.choice([50, 150, 500]), r.choice([3.5, 7, 10]), deadline=date(2026, r.randint(2, 9), 28)
        )
        person = world.person("s0 intermediate" if seed % 3 == 0 else "")
        problem = build(gap, person, catalog, cards, limits)
        for plan in solve(problem):
            planned += 1
            kept = {"catalog": catalog, "person": person, "limits": limits, "gap": gap}
            assert check_facts(plan, problem, scorecards=cards, **kept) == (), seed
            assert check_facts(plan, problem, **kept) == (), seed
    assert planned > 10
