"""Prerequisites, by the record, against what the person shows and what comes before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.model.credential import Prerequisite
from credlens.model.occupation import DegreeLevel


def hard(**wants: Any) -> Prerequisite:
    return Prerequisite(hard=True, sources=(), **wants)


@pytest.mark.parametrize(
    ("wants", "says"),
    [
        ({"degree": DegreeLevel.MASTER}, "a: asks for a degree (master), shown is unstated"),
        ({"experience_years": 2.0}, "a: asks for 2 years of experience, shown are 0"),
        ({"text": "sponsorship"}, "a: asks for sponsorship"),
        ({"skills": ("git",)}, "a: asks for git first"),
        ({"credentials": ("z", "b")}, "a: asks for z or b first"),  # b comes later
    ],
)
def test_a_condition_that_nobody_meets(facts: Any, wants: Any, says: Any) -> None:
    assert facts.with_facts("a", prerequisites=(hard(**wants),)) == (says,)


def test_of_alternatives_one_is_enough(facts: Any, world: Any) -> None:
    either = (hard(degree=DegreeLevel.MASTER, either="way in"), hard(skills=("git",), either="way in"))
    assert facts.with_facts("a", prerequisites=either) == (
        "a: asks for a degree (master), shown is unstated or asks for git first",
    )
    catalog = facts.changed("a", prerequisites=either)
    assert facts.wrong(catalog=catalog, person=world.person("git beginner")) == ()


def test_what_the_person_decided_on_is_held_to_what_a_plan_can_give(facts: Any) -> None:
    def decided(*wants: Prerequisite) -> Any:
        problem = replace(facts.problem, fixed=("b",))
        return facts.wrong(catalog=facts.changed("b", prerequisites=wants), fixed=("b",), problem=problem)

    assert decided(hard(degree=DegreeLevel.MASTER), hard(text="sponsorship"), hard(skills=("git",))) == ()
    assert decided(hard(skills=("sql",))) == ()  # a teaches it


def test_a_prerequisite_has_to_come_before(facts: Any) -> None:
    first, second = facts.plan.steps
    alone = replace(facts.plan, steps=(second,))
    assert "b: asks for a first" in facts.wrong(plan=alone)
    later = replace(first, start=second.finish, finish=second.finish)
    assert "b: asks for a first" in facts.wrong(plan=replace(facts.plan, steps=(second, later)))


def test_a_skill_is_met_by_an_earlier_step_that_does_more_than_touch_it(facts: Any, world: Any) -> None:
    assert facts.with_facts("b", prerequisites=(hard(skills=("sql",)),)) == ()
    touched = world.credential("a", "sql touched").skills
    catalog = facts.changed("b", prerequisites=(hard(skills=("sql",)),))
    catalog = type(catalog)({**catalog.credentials, "a": replace(catalog["a"], skills=touched)})
    assert "b: asks for sql first" in facts.wrong(catalog=catalog)


def test_an_equivalent_meets_a_prerequisite(facts: Any, world: Any) -> None:
    z = replace(world.credential("z"), relations=(world.relation("equivalent", "a"),))
    catalog = facts.changed("b", prerequisites=(hard(credentials=("z",)),))
    assert facts.wrong(catalog=type(catalog)({**catalog.credentials, "z": z})) == ()
    assert facts.wrong(catalog=catalog) == ("b: asks for z first",)


def test_what_the_person_shows_is_met(facts: Any, world: Any) -> None:
    catalog = facts.changed("a", prerequisites=(hard(skills=("git",)),))
    assert facts.wrong(catalog=catalog, person=world.person("git beginner")) == ()
    refused = world.person("git beginner", refused=("git",))
    assert facts.wrong(catalog=catalog, person=refused) == ("a: asks for git first",)
    held = facts.changed("a", prerequisites=(hard(credentials=("elsewhere",)),))
    assert facts.wrong(catalog=held, person=world.person(holds=["elsewhere"])) == ()
