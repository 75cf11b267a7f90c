from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.profile.dates import Span, find_period, find_span, merged_years

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("March 2019 - present", date(2019, 3, 1), None),
        ("Jan 2020 \u2013 Dec 2021", date(2020, 1, 1), date(2021, 12, 31)),
        ("2018-03 to 2021-05", date(2018, 3, 1), date(2021, 5, 31)),
        ("(03/2018 - 05/2021)", date(2018, 3, 1), date(2021, 5, 31)),
        ("2016 - 2019", date(2016, 7, 1), date(2019, 6, 30)),
        ("2016\u20132019", date(2016, 7, 1), date(2019, 6, 30)),
        ("2019 - 2019", date(2019, 7, 1), date(2019, 12, 31)),
        ("2013-12-01 until 2014-12-05", date(2013, 12, 1), date(2014, 12, 5)),
        ("since Sept. 2020", date(2020, 9, 1), None),
    ],
)
def test_spans_as_resumes_write_them(text: str, start: date, end: date | None) -> None:
    span = find_span(f"Clerk, Bramble, {text}")
    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize("text", ["555-0142", "180,000 subscribers", "from 11 % to 14 %", "2 to 4 years", "room 2019"])
def test_other_numbers_are_no_spans(text: str) -> None:
    assert find_span(text) is None


def test_a_month_has_its_first_and_last_day() -> None:
    found = find_period("issued Feb 2024")
    assert found is not None
    assert (found[0].first, found[0].last) == (date(2024, 2, 1), date(2024, 2, 29))


def test_overlaps_count_once_and_the_future_not_at_all() -> None:
    spans = [Span(date(2020, 1, 1), date(2021, 12, 31), (0, 0)), Span(date(2021, 1, 1), date(2022, 12, 31), (0, 0))]
    assert merged_years(spans, TODAY) == 3.0
    assert merged_years([Span(date(2025, 11, 23), None, (0, 0))], TODAY) == 1.0
    assert merged_years([Span(date(2025, 11, 23), date(2040, 1, 1), (0, 0))], TODAY) == 1.0
    assert merged_years([], TODAY) is None


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), TODAY), st.dates(date(1990, 1, 1), TODAY)), min_size=1))
def test_together_no_longer_than_the_sum_and_no_shorter_than_the_longest(pairs: list[tuple[date, date]]) -> None:
    spans = [Span(min(p), max(p), (0, 0)) for p in pairs]
    total = merged_years(spans, TODAY)
    alone = [merged_years([s], TODAY) or 0 for s in spans]
    assert total is not None
    assert max(alone) - 0.01 <= total <= sum(alone) + 0.01 * len(alone)
    assert merged_years(list(reversed(spans)), TODAY) == total


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("März 2019 \u2013 heute", date(2019, 3, 1), None),
        ("03/2019 \u2013 08/2021", date(2019, 3, 1), date(2021, 8, 31)),
        ("01.03.2019 \u2013 31.08.2021", date(2019, 3, 1), date(2021, 8, 31)),
        ("seit 03/2020", date(2020, 3, 1), None),
        ("Okt. 2018 bis laufend", date(2018, 10, 1), None),
        ("enero de 2019 - actualidad", date(2019, 1, 1), None),
        ("de janv. 2019 à mars 2020", date(2019, 1, 1), date(2020, 3, 31)),
        ("depuis août 2020", date(2020, 8, 1), None),
        ("2016 bis heute", date(2016, 7, 1), None),
        ("15 March 2020 - 3 May 2021", date(2020, 3, 1), date(2021, 5, 31)),
    ],
)
def test_spans_in_other_languages(text: str, start: date, end: date | None) -> None:
    span = find_span(text)
    assert span is not None
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["Jan 2020", "janv. 2020", "ene 2020", "enero de 2020", "01/2020", "gen 2020", "1. Januar 2020"]
)
def test_a_month_in_any_language_is_that_month(text: str) -> None:
    found = find_period(text)
    assert found is not None
    assert (found[0].first, found[0].last) == (date(2020, 1, 1), date(2020, 1, 31))


def test_words_that_are_months_elsewhere_stay_words() -> None:
    found = find_period("rolled out 2020 plans")
    assert found is not None
    assert found[0].whole_year
    portuguese = find_period("out. de 2020")
    assert portuguese is not None
    assert portuguese[0].first == date(2020, 10, 1)
