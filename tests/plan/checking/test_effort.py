"""Hours that are left to do, by the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.model.credential import Prerequisite, Renewal
from credlens.model.quantity import Hours
from credlens.plan.checking.effort import hours_to_do, renewal_hours
from credlens.plan.checking.facts import Facts


def facts_of(world: Any, *credentials: Any, skills: str = "") -> Facts:
    return Facts(world.catalog(*credentials), world.person(skills), world.limits(), world.gap("sql"), {}, ())


@pytest.mark.parametrize(
    ("hours", "skippable", "left"),
    [
        (Hours(10, 30), None, 18.0),  # the middle from 6 to 30
        (Hours(10, 30, 14), None, 11.2),  # the middle from 8.4 to 14
        (Hours(10, 30), True, 12.0),
        (Hours(10, 30), False, 20.0),
        (None, True, None),
    ],
)
def test_what_is_known_is_left_out_where_it_can_be(world: Any, hours: Any, skippable: Any, left: Any) -> None:
    """The person knows 4 of 7 points: 40 % of the hours fall away where modules can be skipped."""
    more = {} if skippable is None else {"modules_skippable": skippable}
    c = world.credential("c", "sql core, git touched, python core", world.unknown if hours is None else hours, **more)
    knows = facts_of(world, c, skills="sql advanced, git intermediate")
    assert hours_to_do(c, (), knows) == (left and pytest.approx(left))
    assert hours_to_do(c, (), facts_of(world, c, skills="sql beginner, git unknown")) == (hours and hours.typical)


def test_whoever_lacks_what_is_recommended_takes_a_quarter_longer(world: Any) -> None:
    soft = [Prerequisite(hard=False, sources=(), credentials=(n,)) for n in ("a", "b")]
    degree = Prerequisite(hard=False, sources=(), text="a quiet room")
    c = world.credential("c", "", 40, prerequisites=(*soft, degree))
    facts = facts_of(world, c, world.credential("a"), world.credential("b"))
    assert [hours_to_do(c, done, facts) for done in ((), ("a",), ("a", "b"))] == [50, 45, 40]
    assert hours_to_do(c, (), replace(facts, person=world.person(holds=["a"]))) == 50
    assert hours_to_do(c, (), replace(facts, person=world.person(holds=["a", "b"]))) == 40


def test_parts_save_their_own_hours_up_to_seventy_percent(world: Any) -> None:
    parts = [world.credential(n, "", 20) for n in ("a", "b")]
    relations = (world.relation("has_part", "a"), world.relation("advanced_standing_from", "b"))
    c = replace(world.credential("c", "", 40), relations=relations)
    facts = facts_of(world, c, *parts)
    assert [hours_to_do(c, done, facts) for done in ((), ("a",), ("a", "b"))] == [40, 26, 12]
    fixed = replace(c, modules_skippable=world.fact(value=False))  # the provider still grants the standing
    facts = facts_of(world, fixed, *parts)
    assert [hours_to_do(fixed, done, facts) for done in ((), ("a",), ("a", "b"))] == [40, 40, 20]


@pytest.mark.parametrize(
    ("renewal", "hours"),
    [(Renewal("fee"), 0), (Renewal("fee", hours=4), 4), (Renewal("retest"), 10), (None, 10)],
)
def test_hours_to_renew(world: Any, renewal: Any, hours: Any) -> None:
    c = world.credential("c", "", 40, **({"renewal": renewal} if renewal else {}))
    assert renewal_hours(c, world.person()) == hours


def test_an_unknown_workload(facts: Any, world: Any) -> None:
    assert facts.with_facts("a", hours=world.unknown) == ("a: its workload is unknown",)
    assert facts.with_facts("a", hours=world.fact(Hours(10, 12))) == ("a: planned with 10 h, 11 h are left to do",)


def test_a_recommended_condition_may_be_met_by_years_of_work_instead(world: Any) -> None:
    course = Prerequisite(hard=False, sources=(), credentials=("a",), either="ready")
    work = Prerequisite(hard=False, sources=(), experience_years=2.0, either="ready")
    c = world.credential("c", "", 40, prerequisites=(course, work))
    facts = facts_of(world, c, world.credential("a"))
    assert hours_to_do(c, (), facts) == 50
    assert hours_to_do(c, (), replace(facts, person=world.person(years=2.0))) == 40
