from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.blend import ENOUGH, JUDGED, USUAL, blend, calibrate, heterogeneity
from credlens.model.demand import Blend, DemandPart, DemandSource
from credlens.model.quantity import Share


def sure(found: Blend | None) -> Blend:
    assert found is not None
    return found


def test_a_few_ads_move_the_share_of_the_market_a_little() -> None:
    found = sure(blend(Share(4, 5), Share(300, 1000), None))

    assert 0.3 < found.value < 0.5
    assert found.low < found.value < found.high
    assert [p.source for p in found.parts] == [DemandSource.ADS, DemandSource.MARKET]
    ads, market = found.parts
    assert (ads.share, ads.weight, market.share) == (0.8, 5.0, 0.3)
    assert market.weight == pytest.approx(USUAL, rel=0.05)
    assert market.note == "1,000 ads of the same occupation"


def test_without_own_ads_it_is_what_was_known_before() -> None:
    found = sure(blend(Share(0, 0), Share(300, 1000), JUDGED["essential"]))

    assert found.value == pytest.approx(0.3, abs=0.01)
    assert [p.source for p in found.parts] == [DemandSource.MARKET, DemandSource.PROFILE], "no ads are no part"


def test_the_profile_helps_where_there_is_no_market_and_gives_way_to_one() -> None:
    without = sure(blend(Share(0, 3), None, JUDGED["essential"]))
    within = sure(blend(Share(0, 3), Share(50, 5000), JUDGED["essential"]))

    assert [p.source for p in without.parts] == [DemandSource.ADS, DemandSource.PROFILE]
    assert 0.1 < without.value < 0.25
    assert within.value == pytest.approx(0.01, abs=0.005)
    assert within.parts[2].weight < 0.05


def test_with_nothing_known_a_single_ad_says_little() -> None:
    found = sure(blend(Share(1, 1), None, None))

    assert found.low < 0.2
    assert found.high > 0.99
    assert len(found.parts) == 1


def test_from_enough_ads_on_they_speak_for_themselves() -> None:
    assert blend(Share(20, ENOUGH), Share(900, 1000), None) is None
    almost = sure(blend(Share(20, ENOUGH - 1), Share(900, 1000), None))
    assert almost.value == pytest.approx(0.19, abs=0.01)


def test_a_market_unlike_ones_own_ads_counts_less() -> None:
    like, unlike = (sure(blend(Share(0, 10), Share(500, 1000), None, heterogeneity=m)).value for m in (100.0, 3.0))

    assert unlike < like
    with pytest.raises(ValueError, match="more than 0"):
        blend(Share(0, 10), None, None, heterogeneity=0.0)


@given(st.integers(0, 150), st.integers(0, 49), st.integers(0, 2000), st.floats(1, 500))
def test_one_more_ad_that_asks_for_it_never_lowers_the_estimate(k: int, rest: int, market: int, m: float) -> None:
    known = Share(market // 3, market)

    less, more = (sure(blend(Share(x, k + rest), known, None, heterogeneity=m)) for x in (max(0, k - 1), k))

    assert less.value <= more.value
    assert less.low <= more.low
    assert less.high <= more.high
    assert 0 <= more.low <= more.value <= more.high <= 1


def test_heterogeneity_is_high_for_parts_alike_and_low_for_parts_that_differ() -> None:
    alike = [[(3 + (i + s) % 2, 10) for i in range(40)] for s in range(10)]
    apart = [[(10 * ((i + s) % 3 == 0), 10) for i in range(40)] for s in range(10)]

    assert heterogeneity(alike) > 100
    assert heterogeneity(apart) < 1.2
    assert heterogeneity([]) == pytest.approx(USUAL)


def test_relations_of_a_profile_are_calibrated_on_a_market() -> None:
    shares = [("essential", Share(k, 1000)) for k in (100, 300, 500, 200, 400, 150, 350, 250, 450, 300)]
    shares += [("optional", Share(10, 1000))] * 9

    found = calibrate(shares)

    assert found["essential"].share == pytest.approx(0.3)
    # Variance of the shares 0.015 / 9 * 10, of sampling 0.0002: 0.21 / 0.01647 - 1 pseudo-ads.
    assert found["essential"].weight == pytest.approx(11.75, abs=0.05)
    assert found["essential"].note == "essential in the profile; such skills are in 30 % of 1,000 ads (10 skills)"
    assert found["optional"] == JUDGED["optional"], "nine are too few"


def test_judgements_say_that_they_are() -> None:
    assert all("judgement" in part.note and part.source is DemandSource.PROFILE for part in JUDGED.values())
    assert isinstance(JUDGED["hot technology"], DemandPart)
