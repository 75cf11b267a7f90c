from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.market.turnover import turnover
from credlens.model.market import Turnover
from credlens.model.quantity import Share


def sure(found: Turnover | None) -> Turnover:
    assert found is not None
    return found


def test_half_of_all_mentions_exchanged_in_two_years_is_a_quarter_a_year() -> None:
    n = 1_000_000
    found = sure(turnover((n, {"cobol": n // 2, "sql": n // 2}), (n, {"python": n // 2, "sql": n // 2}), years=2.0))

    assert found.raw == pytest.approx(0.25)
    assert found.net == pytest.approx(0.25, abs=0.003)
    assert found.low < 0.25 < found.high
    assert found.skill_change == pytest.approx(1.0), "as Deming and Noray add up: half the ads lost one, half won one"
    assert [c.skill for c in found.entering] == ["python"]
    assert [(c.skill, c.before, c.after) for c in found.leaving] == [("cobol", Share(n // 2, n), Share(0, n))]


def test_what_two_samples_of_one_market_differ_by_is_taken_out() -> None:
    # 100 skills, each named in 20 of 400 ads, plus or minus one standard error and less.
    before = {str(i): 20 + (i % 5 - 2) * 2 for i in range(100)}
    after = {str(i): 20 + (i % 4 - 1) * 2 for i in range(100)}

    found = sure(turnover((400, before), (400, after), years=1.0))

    assert found.raw > 0.05
    assert found.by_chance > found.raw
    assert found.low == 0
    assert found.net < 0.02
    assert found.entering == found.leaving == ()


def test_longer_ads_are_no_turnover() -> None:
    found = sure(turnover((5000, {"a": 500, "b": 250}), (5000, {"a": 1000, "b": 500}), years=1.0))

    assert found.raw == pytest.approx(0)
    assert found.skill_change == pytest.approx(0.15)
    assert [c.skill for c in found.entering] == ["a", "b"], "though more ads ask for both"


def test_only_sure_changes_are_listed_surest_first() -> None:
    steady = {f"s{i}": 100 for i in range(40)}

    found = sure(
        turnover(
            (1000, {**steady, "new": 0, "more": 50}), (1000, {**steady, "new": 90, "more": 90, "s0": 101}), years=1.0
        )
    )

    assert [c.skill for c in found.entering] == ["new", "more"]
    assert found.entering[0].p_value < found.entering[1].p_value < 0.01
    assert found.leaving == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [((0, {}), (10, {"a": 1})), ((10, {"a": 1}), (10, {})), ((10, {"a": 0}), (10, {"a": 1}))],
)
def test_without_ads_or_mentions_there_is_no_turnover(
    before: tuple[int, dict[str, int]], after: tuple[int, dict[str, int]]
) -> None:
    assert turnover(before, after, years=1.0) is None


def test_no_time_between_periods_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 0"):
        turnover((10, {"a": 1}), (10, {"a": 1}), years=0.0)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1),
    st.integers(50, 10**6),
)
def test_every_number_is_finite_and_in_order(counts: dict[str, tuple[int, int]], n: int) -> None:
    before, after = ({s: c[i] for s, c in counts.items()} for i in (0, 1))

    found = turnover((50, before), (n, after), years=0.5)

    if found is not None:
        assert all(isfinite(x) for x in (found.raw, found.by_chance, found.net, found.low, found.high))
        assert 0 <= found.raw <= 2.000001
        assert 0 <= found.low <= found.net <= found.high
        assert turnover((50, dict(reversed(before.items()))), (n, after), years=0.5) == found
