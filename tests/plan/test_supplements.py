from __future__ import annotations

from datetime import date
from typing import Any

from credlens.plan.building.build import build
from credlens.plan.solve import solve


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
