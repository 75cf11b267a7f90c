from __future__ import annotations

from datetime import date

import pytest

from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up

PAGE = Source(Method.READ, "https://example.org/price", date(2026, 11, 22))
OTHER = Source(Method.RECALLED)


@pytest.mark.parametrize("address", [None, ""])
def test_what_was_read_needs_its_address(address: str | None) -> None:
    with pytest.raises(ValueError, match="needs its address"):
        Source(Method.READ, address)


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.READ])
def test_every_other_way_of_knowing_does_without_an_address(method: Method) -> None:
    assert Source(method).address is None


def test_a_source_says_how_where_when_and_on_how_many() -> None:
    assert str(Source(Method.READ, "https://example.org", date(2026, 11, 22), "a note", 44)) == (
        "read, https://example.org, 2026-11-22, n = 44"
    )
    assert str(Source(Method.COMPUTED, n=0)) == "computed, n = 0"
    assert str(OTHER) == "recalled"


@pytest.mark.parametrize("why", [w for w in WhyUnknown if w is not WhyUnknown.CONFLICTING])
def test_only_a_conflict_carries_values(why: WhyUnknown) -> None:
    assert Unknown(why).values == ()
    with pytest.raises(ValueError, match="exactly the conflicting"):
        Unknown(why, (39, 49))


def test_a_conflict_carries_its_values() -> None:
    assert Unknown(WhyUnknown.CONFLICTING, (39, 49)).values == (39, 49)
    with pytest.raises(ValueError, match="exactly the conflicting"):
        Unknown(WhyUnknown.CONFLICTING)


def test_a_known_fact_gives_its_value() -> None:
    fact = Fact(49, (PAGE,))

    assert fact.known
    assert fact.get(0) == 49
    assert fact.candidates() == (49,)


def test_a_known_fact_may_be_zero_false_or_empty() -> None:
    assert Fact(0, (PAGE,)).known
    assert Fact(0, (PAGE,)).get(7) == 0
    assert Fact(False, (PAGE,)).get(True) is False
    assert Fact("", (PAGE,)).candidates() == ("",)


@pytest.mark.parametrize("why", [w for w in WhyUnknown if w is not WhyUnknown.CONFLICTING])
def test_an_unknown_fact_gives_the_callers_default_and_no_candidate(why: WhyUnknown) -> None:
    fact: Fact[int] = Fact(Unknown(why), (PAGE,))

    assert not fact.known
    assert fact.get(7) == 7
    assert fact.candidates() == ()


def test_a_conflict_keeps_every_value_and_chooses_none() -> None:
    fact: Fact[int] = Fact(Unknown(WhyUnknown.CONFLICTING, (39, 49)), (PAGE, OTHER))

    assert not fact.known
    assert fact.get(None) is None
    assert fact.candidates() == (39, 49)
    assert str(fact.value) == "sources disagree: 39 / 49"


def test_nobody_looked_is_the_beginning_of_every_fact() -> None:
    assert not_looked_up() == Fact(Unknown(WhyUnknown.NOT_LOOKED_UP))
    assert str(not_looked_up().value) == "not looked up"
