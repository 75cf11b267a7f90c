"""Relations, whichever of the two records states them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.model.credential import Stack
from credlens.plan.checking.ties import Ties


@pytest.mark.parametrize(
    ("here", "kind", "there", "asked", "of", "found"),
    [
        ("a", "has_part", "b", "parts", "a", {"b"}),
        ("a", "part_of", "b", "parts", "b", {"a"}),
        ("a", "has_part", "elsewhere", "parts", "a", set()),
        ("a", "has_part", "a", "parts", "a", set()),
        ("a", "advanced_standing_from", "b", "standing", "a", {"b"}),
        ("a", "advanced_standing_for", "b", "standing", "b", {"a"}),
        ("a", "prepares_for", "b", "standing", "b", set()),
        ("a", "equivalent", "b", "equivalents", "b", {"a", "b"}),
        ("a", "equivalent", "b", "equivalents", "c", {"c"}),
    ],
)
def test_a_relation_is_read_from_both_ends(
    world: Any, here: Any, kind: Any, there: Any, asked: Any, of: Any, found: Any
) -> None:
    known = [world.credential(n) for n in "abc"]
    catalog = world.catalog(
        *(replace(c, relations=(world.relation(kind, there),)) if c.id == here else c for c in known)
    )
    assert getattr(Ties(catalog), asked)(of) == found


def test_equivalents_reach_over_several_steps(world: Any) -> None:
    chain = [replace(world.credential(a), relations=(world.relation("equivalent", b),)) for a, b in ("ab", "cb", "dc")]
    assert Ties(world.catalog(*chain, world.credential("b"))).equivalents("d") == set("abcd")


def test_only_a_confirmed_stack_counts(world: Any) -> None:
    stacks = [Stack("big", by, ()) for by in ("provider", "")]
    a, b = (replace(world.credential(n), stacks_into=(s,)) for n, s in zip("ab", stacks, strict=True))
    assert Ties(world.catalog(a, b, world.credential("big"))).counting("big") == {"a"}
