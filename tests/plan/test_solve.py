from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from credlens.model.plan import PlanStatus
from credlens.plan.building.build import build
from credlens.plan.checking import check_facts, check_problem
from credlens.plan.solve import solve


def plans(
    world: Any,
    *credentials: Any,
    gap: Any = "sql python r",
    alternatives: Any = 3,
    cards: Any = (),
    fixed: Any = (),
    **limits: Any,
) -> Any:
    scorecards = {c.credential: c for c in cards}
    given = world.limits(**limits)
    catalog = world.catalog(*credentials)
    problem = build(world.gap(gap), world.person(), catalog, scorecards, given, fixed=fixed)
    found = solve(problem, alternatives=alternatives)
    facts = {
        "catalog": catalog,
        "person": world.person(),
        "limits": given,
        "gap": world.gap(gap),
        "scorecards": scorecards,
    }
    for plan in found:
        assert check_problem(plan, problem) == ()
        assert check_facts(plan, problem, fixed=fixed, **facts) == ()
    return found


def steps(plan: Any) -> Any:
    return [s.credential for s in plan.steps]


def test_a_plan_says_all_of_itself(world: Any) -> None:
    costs = [world.cost("one_off", 30), world.cost("per_attempt", 99, what="exam")]
    one = world.credential("a", "sql core, python touched", 10, costs)
    (plan,) = plans(world, one, gap={"sql": 60, "python": 30, "r": 10}, cards=[world.card("a", 1.0)])
    assert plan.name == "strongest and cheapest and fastest"
    (step,) = plan.steps
    assert (step.start, step.finish, step.hours, step.skills) == (date(2026, 1, 1), date(2026, 1, 10), 10, ("sql",))
    assert [(p.day.day, p.amount.amount, p.what) for p in step.payments] == [(1, 30, "tuition"), (10, 99, "exam")]
    assert (plan.cost.amount, plan.hours, plan.finish) == (129, 10, date(2026, 1, 10))
    assert plan.coverage == pytest.approx(0.6 * 0.8 + 0.3 * 0.15)
    assert [(c.skill, round(c.evidence, 3)) for c in plan.by_skill] == [("sql", 0.8), ("python", 0.15), ("r", 0)]
    assert (plan.uncovered, plan.status, plan.gap) == (("python", "r"), PlanStatus.OPTIMAL, 0)


def test_when_no_round_is_left_a_plan_is_put_together_step_by_step_and_says_so(world: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("credlens.plan.solving.searching.ROUNDS", 0)
    credentials = [
        world.credential("b", "python core", needs=[["a"]]),
        world.credential("a", "sql core"),
        world.credential("dear", "r core", 10, [world.cost("one_off", 900)]),
    ]
    (plan,) = plans(world, *credentials)
    assert steps(plan) == ["a", "b"]
    assert plan.status is PlanStatus.WITHIN_GAP
    assert 0 < plan.gap <= 1
    assert plans(world, *credentials, fixed=["dear"], budget=1000, max_credentials=1)[0].steps[0].credential == "dear"
    assert plans(world, *credentials, fixed=["dear"]) == []


def test_three_plans_for_three_wishes(world: Any) -> None:
    found = plans(
        world,
        world.credential("long", "sql core, python core, r core", 100, [world.cost("one_off", 300)]),
        world.credential("slow", "sql core, python core", 90),
        world.credential("quick", "sql core, python core", 10, [world.cost("one_off", 200)]),
        max_credentials=1,
    )
    assert [(p.name, steps(p)) for p in found] == [
        ("strongest", ["long"]),
        ("cheapest", ["slow"]),
        ("fastest", ["quick"]),
    ]


@pytest.mark.parametrize(("alternatives", "names"), [(1, ["strongest"]), (2, ["strongest", "cheapest"]), (0, [])])
def test_only_as_many_as_asked_for(world: Any, alternatives: Any, names: Any) -> None:
    credentials = [
        world.credential("long", "sql core, python core, r core", 100, [world.cost("one_off", 300)]),
        world.credential("slow", "sql core, python core", 90),
    ]
    assert [p.name for p in plans(world, *credentials, alternatives=alternatives, max_credentials=1)] == names


def test_without_money_what_is_free_is_planned(world: Any) -> None:
    free, paid = world.credential("a", "sql part"), world.credential("b", "sql core", 10, [world.cost("one_off", 1)])
    (plan,) = plans(world, free, paid, budget=0)
    assert (steps(plan), plan.cost.amount) == (["a"], 0)


def test_credentials_that_support_each_other_in_a_circle_are_never_chosen(world: Any) -> None:
    circle = [
        world.credential("a", "sql core, python core", 5, needs=[["b", "z"]]),
        world.credential("b", "r core", 5, needs=[["a", "z"]]),
        world.credential("z", "", 5),
        world.credential("modest", "sql part", 5),
    ]
    (plan,) = plans(world, *circle, max_credentials=2)
    assert steps(plan) == ["z", "a"]
    plan = plans(world, *circle, max_credentials=3)[0]
    assert steps(plan)[0] == "z"
    assert sorted(steps(plan)) == ["a", "b", "z"]


def test_a_fixed_credential_is_in_every_plan(world: Any) -> None:
    credentials = [
        world.credential("a", "sql core"),
        world.credential("b", ""),
        world.credential("c", "python part", 300),
    ]
    assert all("b" in steps(p) for p in plans(world, *credentials, fixed=["b"]))
    assert [steps(p) for p in plans(world, *credentials, fixed=["b"], max_credentials=1)] == [["b"]]


def test_what_is_fixed_is_planned_even_when_the_gap_is_empty(world: Any) -> None:
    (plan,) = plans(world, world.credential("b", "sql core"), gap={}, fixed=["b"])
    assert (steps(plan), plan.coverage, plan.gap) == (["b"], 0, 0)


def test_a_month_that_the_lower_bound_misses_is_found_on_the_calendar(world: Any) -> None:
    month = [world.cost("per_month", 49, subscription="plus")]
    half = [world.credential("a", "sql core", 30, month), world.credential("b", "python core", 31, month)]
    both = plans(world, *half, budget=98, start=date(2026, 7, 1), deadline=date(2026, 12, 31))  # July, August: 62 days
    assert sorted(steps(both[0])) == ["a", "b"]
    one = plans(
        world, *half, budget=98, start=date(2026, 2, 1), deadline=date(2026, 12, 31)
    )  # February, March: 59 days
    assert len(one[0].steps) == 1


def test_two_runs_and_shuffled_input_give_the_same_plans(world: Any) -> None:
    catalog, gap, cards = world.random(11, 25, 8)
    first = solve(build(gap, world.person(), catalog, cards, world.limits()))
    names = list(catalog.credentials)
    random.Random(5).shuffle(names)
    turned = type(catalog)({n: catalog[n] for n in names})
    items = type(gap)(gap.target, gap.n, gap.items[::-1], (), gap.first)
    assert first == solve(build(gap, world.person(), catalog, cards, world.limits()))
    assert first == solve(build(items, world.person(), turned, dict(reversed(cards.items())), world.limits()))
    assert len(first) == 3


def test_sixty_offers_and_twenty_five_skills_are_planned_to_the_end(world: Any) -> None:
    catalog, gap, cards = world.random(2, 60, 25)
    limits = world.limits(400, 8, deadline=date(2026, 8, 31))
    problem = build(gap, world.person(), catalog, cards, limits)
    found = solve(problem)
    assert all(p.status is PlanStatus.OPTIMAL for p in found)
    assert all(check_problem(p, problem) == () for p in found)
