from __future__ import annotations

import csv
from math import isfinite, log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.market import term_counts
from credlens.market.trends import half_life, trends
from credlens.model.market import QuarterCount, Trend, Verdict, quarter_name

HN = Path(__file__).parents[3] / "shared" / "data" / "postings" / "hn_terms_2011-04_2021-12.csv"
START = 2019 * 4 + 1  # 2019-Q2


def counts(ks: list[int], n: int = 1000, source: str = "board", start: int = START) -> list[QuarterCount]:
    return [QuarterCount(source, start + i, k, n) for i, k in enumerate(ks)]


def on_a_line(share: float, slope: float, quarters: int = 16, n: int = 100_000, **more: object) -> list[QuarterCount]:
    """Counts of so many ads that they lie on the logistic curve."""
    t = np.arange(quarters) / 4
    p = 1 / (1 + np.exp(-(np.log(share / (1 - share)) + slope * t)))
    return counts([round(n * x) for x in p], n, **more)  # type: ignore[arg-type]


def only(of: list[QuarterCount], **more: object) -> Trend:
    return trends({"skill": of}, {}, **more)[0]  # type: ignore[arg-type]


def test_a_share_that_falls_along_a_logistic_curve_is_declining_with_its_slope_and_half_life() -> None:
    found = only(on_a_line(0.05, -0.35))

    assert found.verdict is Verdict.DECLINING
    assert found.slope == pytest.approx(-0.35, abs=0.005)
    assert found.low is not None
    assert found.high is not None
    assert found.low < -0.35 < found.high < 0
    assert (found.quarters, found.n, found.first, found.last) == (16, 1_600_000, "2019-Q2", "2023-Q1")
    assert found.share_first == pytest.approx(0.05, rel=0.01)
    assert found.half_life_years == pytest.approx(log(2) / 0.35, rel=0.03)
    assert found.half_life_interval is not None
    assert found.half_life_interval[0] < found.half_life_years < found.half_life_interval[1]
    assert found.words.startswith("declining: half as often in 2.0 years if it goes on so")


def test_a_rising_share_is_growing_and_has_no_half_life() -> None:
    found = only(on_a_line(0.05, 0.3))

    assert (found.verdict, found.half_life_years, found.words) == (Verdict.GROWING, None, "growing")


def test_a_share_that_stays_gives_no_decline_detectable() -> None:
    found = only(counts([50, 47, 52, 55, 46, 49, 53, 50, 51, 48]))

    assert found.verdict is Verdict.NO_DECLINE_DETECTABLE
    assert found.words == "no decline detectable"
    assert found.half_life_years is None
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0 < found.high


@given(st.floats(0.001, 0.95), st.floats(-3, -0.01))
def test_after_its_half_life_the_share_on_the_logistic_curve_is_half(share: float, slope: float) -> None:
    later = log(share / (1 - share)) + slope * half_life(share, slope)

    assert 1 / (1 + np.exp(-later)) == pytest.approx(share / 2)


def test_a_change_in_the_mix_of_sources_is_no_trend() -> None:
    # Each board names it as often as ever, 30 % and 3 %, but the first shrinks as the second grows.
    first = [QuarterCount("a", START + q, 3 * (100 - 8 * q), 10 * (100 - 8 * q)) for q in range(12)]
    second = [QuarterCount("b", START + q, 3 * (10 + 8 * q), 100 * (10 + 8 * q)) for q in range(12)]
    together = [QuarterCount("both", x.quarter, x.k + y.k, x.n + y.n) for x, y in zip(first, second, strict=True)]

    apart = only([*first, *second])

    assert only(together).verdict is Verdict.DECLINING
    assert apart.verdict is Verdict.NO_DECLINE_DETECTABLE
    assert apart.slope == pytest.approx(0.0, abs=0.01)
    assert apart.share_first == pytest.approx(apart.share_last, rel=0.01)


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (counts([50] * 7), "ads of 7 quarters; a trend needs 8"),
        (counts([50] * 7) + counts([0], n=0, start=START + 7), "ads of 7 quarters"),
        (counts([0] * 12), "named in 0 of 12000 ads"),
        (counts([0] * 11 + [9]), "named in 9 of 12000 ads; a trend needs 10 that name it"),
        (
            counts([0] * 5 + [40] + [0] * 6),
            "hardly named but in 2020-Q3 (40 of 1,000 ads), and one quarter is no trend",
        ),
        (counts([1000] * 12), "a trend needs 10 that do not name it"),
        ([c for i in range(9) for c in counts([50], source=str(i), start=START + i)], "no source covers enough"),
        ([], "ads of 0 quarters"),
    ],
)
def test_too_little_is_unknown_and_says_why(of: list[QuarterCount], why: str) -> None:
    found = only(of)

    assert found.verdict is Verdict.UNKNOWN
    assert why in found.words
    assert (found.slope, found.low, found.high, found.share_last, found.half_life_years) == (None,) * 5


def test_named_only_in_the_last_quarters_is_growing_with_finite_numbers() -> None:
    found = only(counts([0] * 10 + [40, 60]))

    assert found.verdict is Verdict.GROWING
    assert found.slope is not None
    assert found.high is not None
    assert 0 < found.slope < found.high < 20


@pytest.mark.parametrize("at", [0, 5, 11])
@pytest.mark.parametrize("k", [0, 200, 990])
def test_one_quarter_far_off_the_line_is_left_out_and_named(at: int, k: int) -> None:
    calm = [50, 47, 52, 55, 46, 49, 53, 50, 51, 48, 52, 50]
    found, usual = only(counts([*calm[:at], k, *calm[at + 1 :]])), only(counts(calm))

    assert found.verdict is Verdict.NO_DECLINE_DETECTABLE
    assert found.stray == quarter_name(START + at)
    assert f"({k} of 1,000 ads) is far off the line and was left out" in found.words
    assert found.slope == pytest.approx(usual.slope, abs=0.02)
    assert usual.stray is None


def test_counts_that_scatter_more_than_chance_make_a_wider_interval() -> None:
    calm = only(counts([50, 52, 48, 51, 49, 50, 53, 47, 50, 51]))
    wild = only(counts([50, 90, 20, 80, 30, 50, 85, 15, 50, 60]))

    assert wild.high - wild.low > 2 * (calm.high - calm.low)  # type: ignore[operator]


def test_a_rise_and_fall_is_said_to_be_no_line() -> None:
    found = only(counts([10, 30, 60, 90, 120, 140, 150, 150, 140, 120, 90, 60, 30, 10]))

    assert found.bent
    assert "look at the last years by themselves" in found.words
    assert not only(on_a_line(0.05, -0.35, n=1000)).bent


def test_only_the_last_quarters_can_be_asked_for() -> None:
    up_and_down = [20, 40, 60, 80, 100, 120, 140, 160, 160, 140, 120, 100, 80, 60, 40, 20]

    found = only(counts(up_and_down), last=8)

    assert only(counts(up_and_down)).verdict is Verdict.NO_DECLINE_DETECTABLE
    assert (found.verdict, found.quarters, found.first) == (Verdict.DECLINING, 8, "2021-Q2")


def test_a_skill_of_few_mentions_is_drawn_towards_its_family_and_not_to_another() -> None:
    falling = {f"old-{i}": on_a_line(0.05, -0.4 - 0.01 * i, n=2000) for i in range(6)}
    rising = {f"new-{i}": on_a_line(0.05, 0.4 + 0.01 * i, n=2000) for i in range(6)}
    weak = counts([2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], n=300)
    families = {**dict.fromkeys(falling, "old"), **dict.fromkeys(rising, "new")}

    def slope(family: str) -> float:
        found = trends({"weak": weak, **falling, **rising}, {**families, "weak": family})[0]
        assert found.family == family
        assert found.slope is not None
        return found.slope

    assert slope("old") < -0.2
    assert slope("new") > 0.2
    assert -0.2 < slope("of its own") < 0.2  # fewer than five: drawn towards all, which go both ways


def test_a_single_skill_is_drawn_towards_no_change_only_weakly() -> None:
    sure, unsure = only(on_a_line(0.05, -0.4, n=5000)), only(on_a_line(0.05, -0.4, n=150))

    assert sure.slope == pytest.approx(-0.4, abs=0.02)
    assert unsure.slope is not None
    assert -0.42 < unsure.slope < -0.2


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=8, max_size=14),
        min_size=1,
        max_size=7,
    ),
    st.booleans(),
)
def test_whatever_the_counts_every_number_is_finite(tables: list[list[tuple[int, int]]], two: bool) -> None:
    given_counts = {
        str(i): [
            QuarterCount("ab"[two and q % 2], START + q, min(k, n), max(k, n) if q else n)
            for q, (k, n) in enumerate(rows)
            if q or k <= n
        ]
        for i, rows in enumerate(tables)
    }

    for found in trends(given_counts, {}):
        numbers = [found.slope, found.low, found.high, found.share_first, found.share_last, found.half_life_years]
        assert all(x is None or isfinite(x) for x in [*numbers, *(found.half_life_interval or ())])
        if found.slope is not None and found.low is not None and found.high is not None:
            assert found.low <= found.slope <= found.high


def test_the_order_of_counts_does_not_matter_and_the_order_of_skills_is_kept() -> None:
    some = {f"s{i}": counts([40 + (i * q) % 7 for q in range(10)], source="a") for i in range(6)}
    turned = {skill: of[::-1] for skill, of in some.items()}

    assert trends(turned, {}) == trends(some, {})
    assert [t.skill for t in trends(dict(reversed(some.items())), {})] == ["s5", "s4", "s3", "s2", "s1", "s0"]


@pytest.mark.skipif(not HN.exists(), reason=f"optional public data is not there: {HN}")
def test_in_ads_of_a_decade_jquery_and_hadoop_decline_and_react_grows() -> None:
    with HN.open(encoding="utf-8") as file:
        found, problems = term_counts.read(csv.DictReader(file), HN.name)

    verdicts = {t.skill: t.verdict for t in trends(term_counts.quarters(found, HN.name), {}, last=20)}

    assert not problems
    assert (len(verdicts), verdicts["jQuery"], verdicts["Hadoop"]) == (261, Verdict.DECLINING, Verdict.DECLINING)
    assert verdicts["React"] is Verdict.GROWING
    assert verdicts["Python"] is Verdict.NO_DECLINE_DETECTABLE
