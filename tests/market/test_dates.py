from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.dates import DayColumn, Order, days_ago, read_date

MARCH = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-10-14", date(2026, 10, 14)),
        ("2026-10-14T21:34:00.000Z", date(2026, 10, 14)),
        ("2026-03-04T00:00:00.000", MARCH),
        ("2026-03-04 08:00:00+01:00", MARCH),
        ("2026/3/4", MARCH),
        (date(2026, 1, 2), date(2026, 1, 2)),
        (datetime(2026, 1, 2, 3, 4), date(2026, 1, 2)),  # noqa: DTZ001 - as a table gives it
        ("10/14/2026", date(2026, 10, 14)),
        ("14/10/2026", date(2026, 10, 14)),
        ("14-10-2026", date(2026, 10, 14)),
        ("03/03/2026", date(2026, 3, 3)),
        ("03/04/2026", None),
        ("04.03.2026", MARCH),
        ("4.3.2026 08:00", MARCH),
        ("10.14.2026", date(2026, 10, 14)),
        ("Oct 14, 2026", date(2026, 10, 14)),
        ("March 4, 2026", MARCH),
        ("Wednesday, March 4, 2026", MARCH),
        ("Wed, 04 Mar 2026 09:00:00 GMT", MARCH),
        ("4 Mar 2026", MARCH),
        ("4th of March 2026", None),
        ("14 October 2026", date(2026, 10, 14)),
        (1772582400, MARCH),
        (1772582400000, MARCH),
        ("1772582400", MARCH),
        ("1772582400000", MARCH),
        (1772582400.5, MARCH),
        ("2026-13-40", None),
        ("32.13.2026", None),
        ("3 days ago", None),
        (20261014, None),
        (5, None),
        (float("inf"), None),
        (True, None),
        (None, None),
        ("", None),
        ([2026, 3, 4], None),
    ],
)
def test_days_are_read_when_they_are_unambiguous(value: object, day: date | None) -> None:
    assert read_date(value) == day


@given(st.dates(date(1996, 1, 1), date(2099, 12, 30)))
def test_every_way_of_writing_names_the_same_day(day: date) -> None:
    seconds = (day - date(1970, 1, 1)).days * 86400
    ways = [day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%B %d, %Y}", f"{day:%d %b %Y}", seconds, seconds * 1000]
    assert {read_date(way) for way in ways} == {day}
    assert read_date(f"{day:%m/%d/%Y}", Order.MONTH) == day
    assert read_date(f"{day:%d/%m/%Y}", Order.DAY) == day


def column(*values: object, **more: object) -> tuple[list[date | None], list[str]]:
    days = DayColumn("posted", values, **more)
    return [days({"posted": value}) for value in values], days.notes()


def test_a_value_that_shows_its_order_settles_the_column_and_that_is_said() -> None:
    found, notes = column("03/04/2026", "12/31/2026", "05/05/2026")
    assert found == [MARCH, date(2026, 12, 31), date(2026, 5, 5)]
    assert notes == [
        "dates such as '03/04/2026' are read with the month first, as '12/31/2026' in the same column shows"
    ]
    assert column("04/03/2026", "31/12/2026")[0] == [MARCH, date(2026, 12, 31)]


def test_a_column_that_shows_nothing_or_both_stays_unknown_and_that_is_said() -> None:
    assert column("03/04/2026", "05/05/2026", None, "") == (
        [None, date(2026, 5, 5), None, None],
        ["1 of 2 dates could not be read and stay unknown, such as '03/04/2026'"],
    )
    assert column("03/04/2026", "12/31/2026", "31/12/2026")[0][0] is None
    assert column("03/04/2026", "31.12.2026")[0][0] is None, "another way of writing shows nothing"


def test_a_column_of_plain_days_needs_no_note() -> None:
    assert column("2026-03-04", 1772582400, "4 Mar 2026") == ([MARCH] * 3, [])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Posted 3 days ago", date(2026, 3, 1)),
        ("2 weeks ago", date(2026, 2, 18)),
        ("5h ago", MARCH),
        ("Just posted", MARCH),
        ("yesterday", date(2026, 3, 3)),
        ("30+ days ago", None),
        ("Posted 30+ days ago", None),
        ("2 months ago", None),
    ],
)
def test_days_ago_are_counted_from_the_day_of_collection(words: str, day: date | None) -> None:
    assert days_ago(words, MARCH) == day
    assert days_ago(words, None) is None


def test_the_day_of_collection_stands_in_the_record_or_once_in_the_file() -> None:
    days = DayColumn("posted", (), "scraped", date(2026, 1, 31))
    assert days({"posted": "1 day ago", "scraped": "2026-03-05T10:00:00"}) == MARCH
    assert days({"posted": "1 day ago"}) == date(2026, 1, 30)
    assert column("1 day ago")[0] == [None]
