"""Why no plan fits: held against every plan of small problems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from credlens.app.bench.plan_cases import random_problem
from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.plan_reasons import LimitKind
from credlens.model.quantity import Money
from credlens.plan.brute_force import plans
from credlens.plan.building.build import build
from credlens.plan.conflicts import giving_up
from credlens.plan.conflicts.conflict import conflict, why_nothing
from credlens.plan.conflicts.giving_up import Wider, given, keeping
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Need, Offer
from credlens.plan.problem import Problem
from credlens.plan.solve import solve


def offer(name: str, price: int = 0, hours: float = 10, needs: Any = (), proves: Any = "sql", **more: Any) -> Offer:
    charges = (Charge(CostPattern.ONE_OFF, Decimal(price), "USD"),) if price else ()
    wanted = tuple(Need((n,), n) for n in needs)
    return Offer(name, "standard", hours, charges, ((proves, 0.5),) if proves else (), wanted, **more)


def problem(*offers: Offer, **given_limits: Any) -> Problem:
    """A week has seven hours, so that hours are days."""
    rest = {k: given_limits.pop(k) for k in ("fixed", "excluded", "targets", "rivals") if k in given_limits}
    limits = {"budget": 100, "hours_per_week": 7.0, "start": date(2026, 1, 1), "deadline": date(2026, 3, 1)}
    limits |= given_limits
    limits["budget"] = Money(Decimal(limits["budget"]))
    return Problem(Limits(**limits), rest.pop("targets", (("sql", 1.0),)), tuple(offers), **rest)


def kinds(found: Any) -> Any:
    return [c.limit.value for c in found.clashes]


def test_nothing_is_both_affordable_and_in_time(exact: Any) -> None:
    found = conflict(problem(offer("quick", 49), offer("slow", 0, 40), budget=20, deadline=date(2026, 1, 20)), exact)
    assert found.because == (
        "These cannot hold together: a budget of USD 20; 7 hours a week; finished by 2026-01-20.",
        "Give one of them up.",
        "With USD 49 instead of USD 20 there is a plan: quick.",
        "With 14 hours a week instead of 7 there is a plan: slow, done by 2026-01-20. Hours were tried in steps of half an hour.",
        "With time until 2026-02-09 instead of 2026-01-20 there is a plan: slow.",
    )
    assert [(c.limit, c.value) for c in found.clashes] == [
        (LimitKind.BUDGET, "20"),
        (LimitKind.HOURS, "7"),
        (LimitKind.DEADLINE, "2026-01-20"),
    ]


@pytest.mark.parametrize(
    ("limits", "clash", "says"),
    [
        (
            {"hours_per_week": 0.0},
            "hours_per_week",
            ["0 hours a week.", "With 1.5 hours a week instead of 0 there is a plan: a, done by 2026-02-16. Hours were tried in steps of half an hour."],
        ),
        (
            {"deadline": date(2025, 12, 31)},
            "deadline",
            ["finished by 2025-12-31, which lies before the start, 2026-01-01.", "With time until 2026-01-10"],
        ),
        (
            {"max_credentials": 0},
            "max_credentials",
            ["at most 0 credentials.", "With 1 credential instead of 0 there is a plan: a."],
        ),
        ({"budget": 9}, "budget", ["a budget of USD 9.", "With USD 30 instead of USD 9 there is a plan: a."]),
        (
            {"budget_per_month": Money(Decimal(9))},
            "budget_per_month",
            ["at most USD 9 in any month.", "With USD 30 in a month instead of USD 9 there is a plan: a, done by 2026-01-10."],
        ),
        (
            {"off": ((date(2026, 1, 1), date(2026, 3, 1)),), "hours_per_week": 168.0},
            "off",
            ["no study from 2026-01-01 to 2026-03-01.", "With study on those days, too, there is a plan: a, for USD 30"],
        ),
        (
            {"fixed": ("gone",), "excluded": (("gone", "price not looked up"),)},
            "fixed",
            ["gone in every plan.", "gone was asked for, but: price not looked up.", "Without gone there is a plan: a"],
        ),
    ],
)  # fmt: skip
def test_one_limit_alone_leaves_nothing(exact: Any, limits: Any, clash: Any, says: Any) -> None:
    deadline = {"deadline": date(2026, 3, 1)} | limits
    short = problem(offer("a", 30), **deadline)
    if clash in {"off", "deadline"}:  # with time enough a deadline is no part of it
        assert clash in kinds(conflict(short, exact))
    else:
        assert kinds(conflict(short, exact)) == [clash]
        assert conflict(short, exact).because[0] == f"No plan can keep this: {says[0]}"
    for line in says[1:]:
        assert any(line in b for b in conflict(short, exact).because), conflict(short, exact).because


def test_more_is_fixed_than_allowed(exact: Any) -> None:
    found = conflict(problem(*(offer(n) for n in "abc"), fixed=("a", "b", "c"), max_credentials=2), exact)
    assert found.because[:3] == (
        "These cannot hold together: at most 2 credentials; a in every plan; b in every plan; c in every plan.",
        "Give one of them up.",
        "With 3 credentials instead of 2 there is a plan: a, then b, then c.",
    )


def test_a_pace_that_nobody_keeps_is_called_so(exact: Any) -> None:
    found = conflict(problem(offer("a", 0, 100), deadline=date(2026, 1, 7)), exact)
    assert (
        "With 100 hours a week instead of 7 there is a plan: a, done by 2026-01-07. Hours were tried in steps of half an hour. That is more than most people can study."
        in (found.because)
    )


def test_what_has_to_be_kept_valid_for_long(exact: Any) -> None:
    short = offer("a", 30, valid_months=12, renewal=Decimal(20))
    found = conflict(problem(short, budget=40, keep_until=date(2030, 1, 1)), exact)
    assert [(c.limit.value, c.value) for c in found.clashes] == [("budget", "40"), ("keep_until", "2030-01-01")]
    assert found.because == (
        "These cannot hold together: a budget of USD 40; everything kept valid until 2030-01-01.",
        "Give one of them up.",
        "With USD 90 instead of USD 40 there is a plan: a.",
        "With nothing renewed after the deadline there is a plan: a, for USD 30, done by 2026-01-10.",
    )


def test_nothing_is_left_without_what_was_asked_for(exact: Any) -> None:
    found = conflict(problem(offer("a", proves=""), fixed=("b",)), exact)
    assert found.because == (
        "No plan can keep this: b in every plan.",
        "b was asked for, but: it cannot be offered.",
        "Giving up only this is not enough.",
        "Without this one, b in every plan, nothing useful is left to plan, whatever the limits.",
    )


def test_two_that_count_as_the_same_are_fixed(exact: Any) -> None:
    found = conflict(problem(offer("a"), offer("b"), fixed=("a", "b"), rivals=(("a", "b"),)), exact)
    assert kinds(found) == ["fixed", "fixed"]
    assert found.because[1] == "a and b count as one and the same: no plan has both."


def test_fixed_and_excluded(exact: Any) -> None:
    all_ = problem(offer("a"), offer("b"), fixed=("a",))
    here = replace(all_, offers=all_.offers[1:], excluded=(("a", "left out as asked"),))
    found = conflict(here, exact, wider=Wider(all_, ("a",)))
    assert found.because == (
        "These cannot hold together: a in every plan; a in no plan.",
        "Give one of them up.",
        "Without a there is a plan: b, for USD 0, done by 2026-01-10.",
        "With a allowed there is a plan: a, then b, for USD 0, done by 2026-01-20.",
    )


def test_everything_useful_is_excluded_or_in_another_language(exact: Any) -> None:
    all_ = problem(offer("a"), offer("deutsch"), languages=("en",))
    without = replace(all_, offers=())
    found = conflict(without, exact, wider=Wider(all_, ("a",)))
    assert [(c.limit.value, c.value) for c in found.clashes] == [("exclude", "a"), ("languages", "en")]
    assert "With courses in other languages, too, there is a plan: deutsch" in found.because[-1]


def test_giving_one_thing_up_may_not_be_enough(exact: Any) -> None:
    found = conflict(problem(offer("a", 500, 10), offer("b", 0, 5000), budget=0, max_credentials=1), exact)
    assert kinds(found) == ["budget", "deadline"]
    dear = conflict(problem(offer("a", 500, 5000, first_day=date(2040, 1, 1)), budget=0), exact)
    assert dear.clashes
    assert "Giving up only this is not enough." in dear.because
    assert dear.because[-1].startswith("Without this one, ")


def test_no_limit_is_to_blame(exact: Any) -> None:
    assert conflict(problem(targets=()), exact).because == (
        "No skill of the gap can be learned through a credential: nothing is missing, or only what no certificate proves.",
    )
    assert why_nothing(problem()) == ("No credential in the catalog teaches a skill of the gap.",)
    circle = problem(offer("a", needs=["b"]), offer("b", needs=["a"]), excluded=(("z", "is not open to the public"),))
    assert conflict(circle, exact).because == (
        "Whatever the limits, no credential that teaches a skill of the gap can be planned.",
        "a asks for b first, which asks for a: a circle.",
        "b asks for a first, which asks for b: a circle.",
        "z is left out: is not open to the public.",
    )
    many = problem(excluded=tuple((f"c{k}", "price not looked up") for k in range(10)))
    assert why_nothing(many)[-1] == "2 more are left out for reasons like these."


def test_prices_in_another_currency_are_named(exact: Any) -> None:
    foreign = tuple((f"c{k}", "priced in EUR; no exchange rate offline") for k in range(3))
    found = conflict(problem(excluded=foreign), exact)
    assert [(c.limit.value, c.value) for c in found.clashes] == [("currency", "USD")]
    assert found.because[:3] == (
        "No plan can keep this: a budget of USD 100.",
        "Nothing here is free, and the 3 credentials that could be bought are priced in EUR, for which there is no exchange rate offline.",
        "Give a budget in EUR: --currency EUR.",
    )


def test_a_problem_with_a_plan_has_no_conflict(exact: Any) -> None:
    found = conflict(problem(offer("a")), exact)
    assert (found.clashes, len(found.because)) == ((), 1)


@pytest.mark.parametrize(
    ("limits", "clashes", "says"),
    [
        ({"budget": 20}, ["budget"], "With USD 49 instead of USD 20 there is a plan: a."),
        ({"hours": 0}, ["hours_per_week"], "With 1.5 hours a week instead of 0 there is a plan: "),
        ({"hours": 1}, ["hours_per_week", "deadline"], "With 1.5 hours a week instead of 1 there is a plan: "),
        (
            {"deadline": date(2025, 12, 31)},
            ["deadline"],
            "With time until 2026-01-30 instead of 2025-12-31 there is a plan: b.",
        ),
        ({"max_credentials": 0}, ["max_credentials"], "With 1 credential instead of 0 there is a plan: a."),
        (
            {"deadline": date(2026, 1, 31), "budget": 50},
            ["budget", "hours_per_week", "deadline"],
            "With USD 90 instead of USD 50 there is a plan: b.",
        ),
    ],
)
def test_with_the_real_solver(world: Any, limits: Any, clashes: Any, says: Any) -> None:
    slow = world.credential("a", "sql core", 40, [world.cost("one_off", 49)])
    quick = world.credential("b", "sql core", 30, [world.cost("one_off", 90)])
    case = build(world.gap("sql"), world.person(), world.catalog(slow, quick), {}, world.limits(**limits))
    assert solve(case) == []
    found = conflict(case)
    assert kinds(found) == clashes
    assert any(b.startswith(says) for b in found.because), found.because


def test_a_prerequisite_is_part_of_the_least_budget(world: Any) -> None:
    chain = [
        world.credential("a", "sql core", 10, [world.cost("one_off", 30)], needs=[["b", "c"]]),
        world.credential("b", "", 10, [world.cost("one_off", 30)]),
        world.credential("c", "", 10, [world.cost("one_off", 25)]),
    ]
    case = build(world.gap("sql"), world.person(), world.catalog(*chain), {}, world.limits(40))
    assert solve(case) == []
    assert conflict(case).because[-1] == "With USD 55 instead of USD 40 there is a plan: c, then a."


def test_a_catalog_with_a_circle_and_one_without_prices(world: Any) -> None:
    circle = [world.credential("a", "sql core", needs=[["b"]]), world.credential("b", "sql core", needs=[["a"]])]
    for catalog in (world.catalog(*circle), world.catalog(world.credential("a", "sql core", costs=[]))):
        case = build(world.gap("sql"), world.person(), catalog, {}, world.limits())
        assert solve(case) == []
        found = conflict(case)
        assert found.clashes == ()
        assert found.because[1].startswith("a is left out: ")


def test_in_random_problems_no_limit_of_a_conflict_can_be_spared(exact: Any, monkeypatch: Any) -> None:
    """Every plan is tried. A limit that is given up is worth a year here, so that this ends."""
    monkeypatch.setattr(giving_up, "LONG", timedelta(days=250))
    sizes = []
    kinds_met = set()
    for seed in range(400):
        case = random_problem(seed)
        limits = replace(case.limits, budget=Money(case.limits.budget.amount / 4))
        few = replace(case, limits=limits, offers=case.offers[:4])
        if few.limits.max_credentials > 3 or any(True for _ in plans_of(few)):
            continue
        found = conflict(few, exact)
        limits_ = given(few)
        core = [g for g in limits_ if (g.kind, g.value) in {(c.limit, c.value) for c in found.clashes}]
        assert len(core) == len(found.clashes)
        if not core:
            assert not any(True for _ in plans_of(keeping(few, ())))
            continue
        sizes.append(len(core))
        kinds_met |= set(kinds(found))
        assert not any(True for _ in plans_of(keeping(few, core))), seed
        for fewer in combinations(core, len(core) - 1):
            assert fewer == () or any(True for _ in plans_of(keeping(few, fewer))), seed
    assert len(sizes) > 8
    assert max(sizes) > 1
    assert kinds_met >= {"budget", "budget_per_month", "fixed"}


def plans_of(case: Problem) -> Any:
    """Those that prove something, or hold what is fixed."""
    place = {o.name: i for i, o in enumerate(case.offers)}
    return (p for p in plans(case) if case.fixed or case.worth(tuple(place[s.offer.name] for s in p)) > 0)
