"""Targets from the gap, proofs from what is taught."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.model.credential import CredentialLevel, EvidenceClass, Prerequisite
from credlens.model.demand import SkillDemand
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel
from credlens.plan.offer import Award


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"umbrella": True}, "sql: counted with a weight of 0.450, it has 0.112"),
        ({"missing": 0.5}, "sql: counted with a weight of 0.450, it has 0.225"),
        ({"missing": 0.0}, "sql: is no skill of the gap that can be learned"),
        ({"learnable": False}, "sql: is no skill of the gap that can be learned"),
        ({"seldom": True}, "sql: is no skill of the gap that can be learned"),
        ({"rank": None}, "sql: is no skill of the gap that can be learned"),
        ({"required": Share(30, 30)}, "sql: counted with a weight of 0.450, it has 0.600"),
    ],
)
def test_weights_follow_from_the_gap(facts: Any, world: Any, changed: Any, says: Any) -> None:
    gap = world.gap({"sql": 60, "python": 40}, sql=world.item("sql", 60, **changed))
    assert says in facts.wrong(gap=gap)


def test_a_better_scorecard_proves_more(facts: Any, world: Any) -> None:
    worse = facts.wrong(scorecards={"a": world.card("a", 0.25)})
    assert worse == (
        "a: counted with a quality of 0.500, it has 0.250",
        "a: said to prove sql by 0.560, at most 0.440 is taught",
    )
    assert facts.wrong(scorecards=None) == ()  # held to the best there could be


def test_a_short_course_proves_less_than_an_exam(facts: Any, world: Any) -> None:
    course = world.fact(EvidenceClass.COMPLETION)
    assert facts.with_facts("a", evidence_class=course) == ("a: said to prove sql by 0.560, at most 0.224 is taught",)
    assert facts.with_facts("b", evidence_class=course) == ()  # more than 25 h


def test_the_level_has_to_be_enough_for_the_ads(facts: Any, world: Any) -> None:
    levels = ((SkillLevel.BEGINNER, 10), (SkillLevel.ADVANCED, 15))
    demand = SkillDemand("sql", Share(60, 100), Share(0, 0), 1, levels=levels)
    gap = world.gap({"sql": 60, "python": 40}, sql=replace(world.item("sql", 60), demand=demand))
    assert facts.wrong(gap=gap) == ()  # nobody knows its level
    beginners = facts.changed("a", level=world.fact(CredentialLevel.BEGINNER))
    assert facts.wrong(gap=gap, catalog=beginners) == ("a: said to prove sql by 0.560, at most 0.420 is taught",)
    assert facts.wrong(gap=gap, catalog=facts.changed("a", level=world.fact(CredentialLevel.ADVANCED))) == ()


def test_a_larger_credential_comes_only_with_all_its_parts(facts: Any, world: Any) -> None:
    relations = (world.relation("has_part", "a"), world.relation("has_part", "b"))
    larger = replace(world.credential("ab", "sql core", world.unknown, []), relations=relations)
    problem = replace(facts.problem, awards=(Award("ab", ("a", "b"), (("sql", 0.5),)),))

    def said(**changed: Any) -> Any:
        return facts.wrong(
            problem=problem, catalog=world.catalog(*facts.catalog.credentials.values(), replace(larger, **changed))
        )

    assert said() == ()
    assert said(relations=()) == ("ab: does not come by itself: a second part would be missing",)
    third = world.catalog(
        *facts.catalog.credentials.values(),
        world.credential("c"),
        replace(larger, relations=(*relations, world.relation("has_part", "c"))),
    )
    assert facts.wrong(problem=problem, catalog=third) == ("ab: does not come by itself: c would be missing",)
    assert facts.wrong(problem=problem, catalog=third, person=world.person(holds=["c"])) == ()
    assert said(costs=(world.cost("one_off", 5),)) == (
        "ab: does not come by itself: it takes money, hours or conditions of its own",
    )
    assert said(skills=()) == ("ab: said to prove sql by 0.500, at most 0.000 is taught",)
    assert facts.wrong(problem=problem) == ("ab: not in the catalog",)
    outside = (*relations, world.relation("has_part", "elsewhere"))
    assert said(relations=outside) == ("ab: does not come by itself: elsewhere would be missing",)
    asks = (Prerequisite(hard=True, sources=(), text="a viva"),)
    assert said(prerequisites=asks) == ("ab: does not come by itself: it takes money, hours or conditions of its own",)
    held = facts.wrong(
        problem=problem,
        catalog=world.catalog(*facts.catalog.credentials.values(), larger),
        person=world.person(holds=["ab"]),
    )
    assert held == ("ab: held already",)
    partly = replace(facts.plan, steps=facts.plan.steps[:1])
    assert facts.wrong(problem=problem, plan=partly) == ()  # it is not had
