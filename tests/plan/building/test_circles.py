from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credlens.plan.building.circles import obtainable
from credlens.plan.offer import Need, Offer


def offers(graph: dict[str, str]) -> list[Offer]:
    """``{"a": "bc"}``: a needs b, and needs c."""
    return [Offer(name, "x", 1.0, (), (), tuple(Need((c,), c) for c in needs)) for name, needs in graph.items()]


def test_a_circle_is_named_also_for_what_leads_into_it() -> None:
    _, why = obtainable(offers({"a": "b", "b": "c", "c": "b", "d": ""}))
    assert why == {
        "a": "asks for b first, which asks for c, which asks for b: a circle",
        "b": "asks for c first, which asks for b: a circle",
        "c": "asks for b first, which asks for c: a circle",
    }


def test_what_asks_for_something_nobody_offers_says_so() -> None:
    open_, why = obtainable(offers({"a": "bz", "b": ""}))
    assert ([o.credential for o in open_], why) == (["b"], {"a": "asks for z first, which cannot be had here"})


def test_a_circle_with_a_way_in_is_no_circle() -> None:
    free = Offer("a", "renewal", 1.0, (), ())
    open_, why = obtainable([*offers({"a": "b", "b": "a"}), free])
    assert ({o.name for o in open_}, why) == ({("a", "renewal"), ("a", "x"), ("b", "x")}, {})


@given(st.dictionaries(st.sampled_from("abcdef"), st.text("abcdef", max_size=3), min_size=1))
def test_every_credential_can_be_begun_or_says_why_not(graph: dict[str, str]) -> None:
    open_, why = obtainable(offers(graph))
    done: set[str] = set()
    for _ in graph:  # do everything that can be begun, again and again
        done |= {n for n, needs in graph.items() if set(needs) <= done}
    assert {o.credential for o in open_} == done
    assert set(why) == set(graph) - done
