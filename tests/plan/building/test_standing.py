from __future__ import annotations

from typing import Any

from credlens.plan.building.relations import relations_of


def test_equivalents_are_a_group_whoever_states_it(world: Any, related: Any) -> None:
    a, b = related(world.credential("a"), equivalent="b"), related(world.credential("b"), equivalent="c nowhere")
    equals = relations_of(world.catalog(a, b, world.credential("c"))).equals
    assert equals == {"a": {"b", "c"}, "b": {"a", "c"}, "c": {"a", "b"}}


def test_who_holds_an_equivalent_holds_it(world: Any, made: Any, related: Any) -> None:
    a = related(world.credential("a", "sql core"), equivalent="b")
    goal = world.credential("goal", "python core", needs=[["a"]])
    found = made(a, world.credential("b", "sql core"), goal, person=world.person(holds=["b"]))
    assert [(o.credential, o.needs) for o in found.offers] == [("goal", ())]
    assert found.excluded == (
        ("a", "held already as b, which is equivalent"),
        ("b", "held already and still valid"),
    )


def test_equivalents_are_rivals_and_either_opens_what_asks_for_one(world: Any, made: Any, related: Any) -> None:
    a = related(world.credential("a", "sql core"), equivalent="b x")
    goal = world.credential("goal", "python core", needs=[["a"]])
    found = made(a, world.credential("b", "sql core"), world.credential("x", "sql core"), goal, exclude=["x"])
    assert found.rivals == (("a", "b"),)
    assert [n.by for o in found.offers for n in o.needs] == [("a", "b")]
