from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.market import ClusteredShare, CredentialCount, QuarterCount, quarter_name, quarter_of


def test_quarters_have_names() -> None:
    assert quarter_name(quarter_of(date(2019, 4, 1))) == "2019-Q2"
    assert quarter_name(quarter_of(date(2019, 12, 31))) == "2019-Q4"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_quarters_follow_each_other(day: date) -> None:
    assert quarter_of(day + timedelta(days=92)) - quarter_of(day) in {1, 2}
    assert quarter_of(day.replace(year=day.year + 1, day=1)) == quarter_of(day) + 4


def test_more_than_all_cannot_name_it() -> None:
    with pytest.raises(ValueError, match="2 of 1"):
        QuarterCount("board", 8000, 2, 1)
    with pytest.raises(ValueError, match="-1 of 1"):
        CredentialCount("c", -1, 1, 0, 0)


def test_a_share_of_no_ads_has_no_value_to_divide() -> None:
    assert ClusteredShare(0, 0, None, 0.0, (0.0, 1.0), 0.9).value == 0
    assert ClusteredShare(1, 4, 2, 3.0, (0.0, 1.0), 0.9).value == 0.25
