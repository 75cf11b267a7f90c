from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from credlens.plan.building.build import build
from credlens.plan.solve import solve
from credlens.plan.supplements import supplements


def named(world: Any, *beside: Any, gap: Any = "sql python", **limits: Any) -> Any:
    core = world.credential("core", "sql core", 20)
    problem = build(
        world.gap(gap), world.person(), world.catalog(core, *beside), {}, world.limits(max_credentials=1, **limits)
    )
    (plan,) = solve(problem, alternatives=1)
    assert [s.credential for s in plan.steps] == ["core"]
    return [(s.skill, s.credential, s.free, s.cost and int(s.cost.amount), s.hours, s.fits) for s in plan.supplements]


def test_two_free_and_one_paid_for_each_open_skill_free_ones_first(world: Any) -> None:
    paid = [world.cost("one_off", 10)]
    found = named(
        world,
        world.credential("a", "python part", 9),
        world.credential("b", "python part", 8),
        world.credential("c", "python part", 7),
        world.credential("d", "python part", 7, paid),
        world.credential("e", "python part", 6, paid),
        world.credential("f", "python touched", 1),
    )
    assert found == [
        ("python", "c", True, 0, 7, True),
        ("python", "b", True, 0, 8, True),
        ("python", "e", False, 10, 6, True),
    ]


def test_what_no_longer_fits_before_the_deadline_is_named_as_such_and_comes_last(world: Any) -> None:
    late = [world.credential("a", "python part", 40), world.credential("b", "python part", 5)]
    found = named(world, *late, deadline=date(2026, 1, 30))  # ten days are left after the plan
    assert [(f[1], f[-1]) for f in found] == [("b", True), ("a", False)]


def test_unknown_price_and_hours_stay_unknown(world: Any) -> None:
    assert named(world, world.credential("a", "python core", world.unknown, [])) == [
        ("python", "a", False, None, None, False)
    ]


def test_an_audit_without_the_certificate_is_free(world: Any) -> None:
    audit = [world.cost("free_audit_paid_cert", 49, what="certificate")]
    assert named(world, world.credential("a", "python part", 5, audit), budget=0)[0][2:4] == (True, 0)


def test_what_asks_for_something_the_plan_does_not_give_is_not_named(world: Any) -> None:
    assert named(world, world.credential("a", "python part", needs=[["other"]]), world.credential("other", "")) == []
    assert len(named(world, world.credential("a", "python part", needs=[["core"]]))) == 1


def chain(world: Any, *beside: Any, gap: Any = "sql python r", **limits: Any) -> Any:
    core = world.credential("core", "sql core, r touched", 20)
    given = world.limits(max_credentials=1, **limits)
    problem = build(world.gap(gap), world.person(), world.catalog(core, *beside), {}, given, fixed=("core",))
    (plan,) = solve(problem, alternatives=1)
    assert [s.credential for s in plan.steps] == ["core"]
    return [(s.credential, s.skills, s.fits) for s in plan.supplements]


def test_what_helps_with_several_open_skills_is_named_once_with_all_of_them(world: Any) -> None:
    wide = world.credential("wide", "python part, r part", 9)
    assert chain(world, wide) == [("wide", ("python", "r"), True)]


def test_what_is_said_to_fit_fits_together_in_the_order_named(world: Any) -> None:
    both = [world.credential("a", "python part", 8), world.credential("b", "python part", 9)]
    late = date(2026, 1, 30)  # ten days are left after the plan: seven hours a day would do for both, one hour for one
    assert chain(world, *both, deadline=late) == [("a", ("python",), True), ("b", ("python",), False)]


def test_what_is_covered_in_part_counts_less_than_what_is_not_covered_at_all(world: Any) -> None:
    beside = [world.credential("for-r", "r part", 5), world.credential("for-python", "python part", 9)]
    assert [name for name, *_ in chain(world, *beside)] == ["for-python", "for-r"]


def test_paid_ones_fit_only_into_what_is_left_of_the_budget_all_together(world: Any) -> None:
    paid = [
        world.credential("a", "python part", 5, [world.cost("one_off", 60)]),
        world.credential("b", "r part", 5, [world.cost("one_off", 60)]),
    ]
    assert chain(world, *paid, budget=100) == [("a", ("python",), True), ("b", ("r",), False)]


def test_an_equivalent_of_what_is_named_is_not_named_beside_it(world: Any) -> None:
    core = world.credential("core", "sql core", 20)
    beside = [world.credential("a", "python part", 5), world.credential("b", "python part", 6)]
    given = world.limits(max_credentials=1)
    problem = build(world.gap("sql python"), world.person(), world.catalog(core, *beside), {}, given, fixed=("core",))
    (plan,) = solve(problem, alternatives=1)
    named = [[s.credential for s in supplements(p, plan)] for p in (problem, replace(problem, rivals=(("a", "b"),)))]
    assert named == [["a", "b"], ["a"]]
