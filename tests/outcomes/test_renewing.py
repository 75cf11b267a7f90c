"""Renew or let go: worked cases, and the laws that the verdicts keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import expm1

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.market import Trend, Verdict
from credlens.model.quantity import Money, Share
from credlens.outcomes.renewing import (
    HeldTerm,
    RenewalWay,
    RenewVerdict,
    SkillVerdict,
    SoleSkill,
    renewing,
    skill_term,
)

TODAY = date(2026, 11, 22)
WAY = RenewalWay("ceu", Money(Decimal(150)), 50.0)  # 150 / 25 + 50 = 56 hours: worth it from 5.6 % of the ads on
HELD = HeldTerm("Lamp Keeping", TODAY, date(2027, 1, 31), ways=(WAY,), named=Share(0, 100), months=36)


def test_what_many_ads_name_is_renewed_with_its_counts() -> None:
    found = renewing(replace(HELD, named=Share(40, 100), required=12))
    assert (found.verdict, found.n) == (RenewVerdict.RENEW, 100)
    assert found.because[0].startswith("40 of 100 ads (32 to 48 %) name it, 12 require it")
    assert found.worth_from == pytest.approx((0.056, 0.056))
    assert "for the next 36 months: ceu: USD 150 and 50 h" in found.because[-1]


def test_what_nobody_asks_for_is_let_go_with_what_is_saved_and_the_record_stays() -> None:
    found = renewing(HELD)
    assert found.verdict is RenewVerdict.LET_GO
    assert "You save USD 150 and 50 h." in found.because
    assert "the record stays" in found.because[-1]


def test_a_wanted_skill_that_nothing_else_shows_keeps_it() -> None:
    found = renewing(replace(HELD, sole=(SoleSkill("lighthouses", Share(30, 100)),)))
    assert found.verdict is RenewVerdict.RENEW
    assert any("30 of 100 ads (23 to 38 %) name lighthouses" in line for line in found.because)


def test_few_ads_cannot_tell_and_say_how_many_would() -> None:
    found = renewing(replace(HELD, named=Share(0, 12)))
    assert found.verdict is RenewVerdict.CANNOT_TELL
    assert any(line.startswith("12 ads are few: give at least 30") for line in found.because)


def test_without_a_target_it_cannot_be_told() -> None:
    found = renewing(replace(HELD, named=None))
    assert (found.verdict, found.n, found.needed) == (RenewVerdict.CANNOT_TELL, 0, (0.0, 1.0))
    assert found.because[-1].startswith("Give job ads")


def test_the_law_is_obeyed_whatever_it_costs() -> None:
    found = renewing(replace(HELD, law="harbour pilots need it"))
    assert found.verdict is RenewVerdict.RENEW
    assert found.because[0] == "The law demands it: harbour pilots need it."


def test_an_expired_one_says_what_it_would_take() -> None:
    found = renewing(replace(HELD, last_day=date(2026, 1, 31)))
    assert found.because[0].startswith("It expired on 2026-01-31. Renewing took ceu: USD 150 and 50 h; after")
    assert "not known" in renewing(replace(HELD, last_day=date(2026, 1, 31), ways=())).because[0]


def test_nothing_is_to_be_done_long_before_its_last_day() -> None:
    found = renewing(replace(HELD, last_day=TODAY + timedelta(days=181)))
    assert (found.verdict, found.decide_on) == (RenewVerdict.NOT_NEEDED_YET, TODAY + timedelta(days=1))
    assert renewing(replace(HELD, last_day=TODAY + timedelta(days=180))).verdict is RenewVerdict.LET_GO


def test_a_long_renewal_is_decided_earlier() -> None:
    found = renewing(replace(HELD, last_day=date(2028, 3, 1), ways=(RenewalWay("ceu", None, 120.0),)))
    assert found.decide_on == date(2028, 3, 1) - timedelta(days=420)  # 120 hours, 2 a week


def test_what_never_expires_needs_nothing_and_what_nobody_knows_cannot_be_told() -> None:
    assert renewing(replace(HELD, last_day=None, lasting=True)).verdict is RenewVerdict.NOT_NEEDED_YET
    unknown = renewing(replace(HELD, last_day=None))
    assert unknown.verdict is RenewVerdict.CANNOT_TELL
    assert unknown.because[0].startswith("Whether or when it expires is not known")


@pytest.mark.parametrize(
    ("way", "worth_from"),
    [
        (RenewalWay("ceu", None, 20.0), (0.02, 0.1)),  # no price: it may be high
        (RenewalWay("ceu", Money(Decimal(250), "EUR"), 20.0), (0.02, 0.1)),  # no rate offline
        (RenewalWay("ceu", Money(Decimal(250)), None), (0.01, 0.1)),
        (RenewalWay("retest", Money(Decimal(0), "EUR"), 0.0), (0.01, 0.01)),  # nothing is nothing in any currency
    ],
)
def test_what_is_unknown_of_the_price_is_never_taken_for_nothing(
    way: RenewalWay, worth_from: tuple[float, float]
) -> None:
    assert renewing(replace(HELD, ways=(way,))).worth_from == pytest.approx(worth_from)


def test_ads_that_may_require_it_do_not_let_it_go() -> None:
    rare = replace(HELD, named=Share(1, 1000))
    assert renewing(rare).verdict is RenewVerdict.LET_GO
    assert renewing(replace(rare, required=None)).verdict is RenewVerdict.CANNOT_TELL
    assert renewing(replace(rare, required=1)).verdict is RenewVerdict.CANNOT_TELL


shares = st.integers(1, 400).flatmap(lambda n: st.builds(Share, st.integers(0, n), st.just(n)))
ways = st.builds(
    RenewalWay,
    st.sampled_from(["ceu", "retest", "fee"]),
    st.none() | st.builds(Money, st.integers(0, 3000).map(Decimal), st.sampled_from(["USD", "EUR"])),
    st.none() | st.floats(0, 300),
)
held_terms = st.builds(
    HeldTerm,
    name=st.just("It"),
    today=st.just(TODAY),
    last_day=st.none() | st.integers(-400, 400).map(lambda d: TODAY + timedelta(days=d)),
    lasting=st.booleans(),
    ways=st.lists(ways, max_size=3).map(tuple),
    named=st.none() | shares,
    required=st.none() | st.integers(0, 3),
    law=st.sampled_from(["", "a law"]),
    sole=st.lists(st.builds(SoleSkill, st.just("a skill"), shares), max_size=2).map(tuple),
)


@given(held_terms, st.integers(1, 400), shares)
@settings(max_examples=150)
def test_more_demand_never_turns_renew_into_let_go(held: HeldTerm, more: int, skill: Share) -> None:
    before = renewing(held).verdict
    named = held.named and Share(min(held.named.n, held.named.k + more), held.named.n)
    for asked in (replace(held, named=named), replace(held, sole=(*held.sole, SoleSkill("another", skill)))):
        if before is RenewVerdict.RENEW:
            assert renewing(asked).verdict is RenewVerdict.RENEW
        assert renewing(asked).needed[0] >= renewing(held).needed[0]


@given(held_terms, st.integers(1, 3000), st.floats(0, 300))
@settings(max_examples=150)
def test_a_higher_price_never_turns_let_go_into_renew(held: HeldTerm, more: int, hours: float) -> None:
    dearer = tuple(
        replace(
            w,
            cost=None if w.cost is None else Money(w.cost.amount + more, w.cost.currency),
            hours=None if w.hours is None else w.hours + hours,
        )
        for w in held.ways
    )
    if renewing(held).verdict is RenewVerdict.LET_GO:
        assert renewing(replace(held, ways=dearer)).verdict is RenewVerdict.LET_GO
    before, after = renewing(held).worth_from, renewing(replace(held, ways=dearer)).worth_from
    assert after[0] >= before[0] - 1e-12
    assert after[1] >= before[1] - 1e-12


@given(held_terms)
@settings(max_examples=150)
def test_what_is_required_is_never_let_go(held: HeldTerm) -> None:
    found = renewing(held)
    if held.law or held.required:
        assert found.verdict is not RenewVerdict.LET_GO
    assert found.because
    assert 0 <= found.needed[0] <= found.needed[1] <= 1


def trend(low: float, slope: float, high: float, *, quarters: int = 12, half: float | None = None) -> Trend:
    verdict = Verdict.DECLINING if high < 0 else Verdict.GROWING if low > 0 else Verdict.NO_DECLINE_DETECTABLE
    return Trend("it", "", quarters, 900, 90, "2024-Q1", "2026-Q4", verdict, "words", 0.1, 0.1, slope, low, high, half)


def test_a_skill_falls_only_when_the_whole_interval_does() -> None:
    falling = skill_term(trend(-0.5, -0.35, -0.2, half=2.0))
    assert (falling.verdict, falling.half_life_years) == (SkillVerdict.FALLING, 2.0)
    assert falling.change_per_year == pytest.approx(expm1(-0.35))
    assert falling.ci90 == pytest.approx((expm1(-0.5), expm1(-0.2)))
    steady = skill_term(trend(-0.5, -0.2, 0.1, half=3.0))
    assert (steady.verdict, steady.half_life_years) == (SkillVerdict.STEADY, None)
    assert skill_term(trend(0.1, 0.2, 0.3)).verdict is SkillVerdict.RISING


def test_too_few_quarters_a_bend_and_no_market_are_unknown() -> None:
    short = skill_term(trend(-0.5, -0.35, -0.2, quarters=7, half=2.0))
    assert (short.verdict, short.change_per_year, short.n_quarters) == (SkillVerdict.UNKNOWN, None, 7)
    assert skill_term(replace(trend(-0.5, -0.35, -0.2), bent=True)).verdict is SkillVerdict.UNKNOWN
    assert skill_term(None).because == "Unknown: no market was built."
