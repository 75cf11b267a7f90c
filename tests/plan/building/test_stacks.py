from __future__ import annotations

from dataclasses import replace
from typing import Any

from credlens.model.credential import Stack


def larger(world: Any, related: Any, parts: str, **facts: Any) -> Any:
    given = {"hours": world.unknown, "costs": []} | facts
    return related(world.credential("big", "sql core", **given), has_part=parts)


def test_a_whole_without_price_and_hours_of_its_own_comes_with_its_parts(world: Any, made: Any, related: Any) -> None:
    parts = [world.credential("a", "python part"), world.credential("b", "")]
    found = made(larger(world, related, "a b"), *parts, cards=[world.card("big", 1.0)])
    assert [(w.credential, w.members, w.proofs) for w in found.awards] == [("big", ("a", "b"), (("sql", 0.8),))]
    assert [o.credential for o in found.offers] == ["a", "b"]
    assert found.excluded == (("big", "takes no work of its own: it comes with a and b"),)


def test_parts_that_are_held_are_not_done_again(world: Any, made: Any, related: Any) -> None:
    parts = [world.credential("a", "python part"), world.credential("b", "")]
    found = made(larger(world, related, "a b"), *parts, person=world.person(holds=["b"]))
    assert [w.members for w in found.awards] == [("a",)]


def test_who_wants_the_whole_has_to_take_its_parts(world: Any, made: Any, related: Any) -> None:
    parts = [world.credential("a", "python part"), world.credential("b", "")]
    found = made(larger(world, related, "a b"), *parts, fixed=["big"], cards=[world.card("a", flags=["retired"])])
    assert (found.fixed, [o.credential for o in found.offers]) == (("a", "b"), ["a", "b"])


def test_what_costs_or_takes_hours_or_lacks_a_part_does_not_come_by_itself(world: Any, made: Any, related: Any) -> None:
    parts = [world.credential("a", "python part"), world.credential("b", "")]
    priced = larger(world, related, "a b", costs=[world.cost("one_off", 10)])
    long = larger(world, related, "a b", hours=30)
    elsewhere = larger(world, related, "a b ctid:x")
    single = larger(world, related, "a")
    assert [made(big, *parts).awards for big in (priced, long, elsewhere, single)] == [()] * 4
    gone = larger(world, related, "a b")
    assert made(gone, *parts, exclude=["b"]).awards == ()


def test_a_stack_counts_where_somebody_confirms_it(world: Any, made: Any) -> None:
    def counting(name: str, by: str) -> Any:
        return replace(world.credential(name, "python part"), stacks_into=(Stack("big", by, (world.source,)),))

    big = world.credential("big", "sql core", world.unknown, [])
    sure = made(big, counting("a", "provider"), counting("b", "receiver"))
    assert [w.members for w in sure.awards] == [("a", "b")]
    assert made(big, counting("a", "provider"), counting("b", "")).awards == ()
