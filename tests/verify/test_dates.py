from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.verification import Claims, Outcome, Report
from credlens.verify.content import Content
from credlens.verify.dates import check_dates, moment
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Steps

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _never(_found: Any, _where: str, _inquiry: Inquiry) -> Steps[Report]:
    raise AssertionError("no badge is inside another here")
    yield


def _outcomes(content: Content, *, early: bool = False) -> dict[str, Outcome]:
    inquiry = Inquiry(Desk(Settings(NOON), _never))
    check_dates(content, inquiry, early=early)
    return {c.id: c.outcome for c in inquiry.checks}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T12:00:00Z", NOON),
        ("2026-11-23T24:00:00+14:00", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-22T24:00:00.0Z", datetime(2026, 11, 23, tzinfo=UTC)),
        ("9999-12-31T23:59:59-05:00", datetime.max.replace(tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:00", datetime.min.replace(tzinfo=UTC)),
        ("2026-11-23T13:30:00+01:30", NOON),
        ("2026-11-23T12:00:00.000001999Z", NOON + timedelta(microseconds=1)),
        ("2026-11-23T12:00:00.5Z", NOON + timedelta(milliseconds=500)),
        ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_the_standard_writes_it(text: str, expected: datetime) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T12:00:00",  # no zone: nobody knows when that is
        "2026-11-23",
        "2026-11-23 12:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-23T24:00:01Z",
        "2026-11-23T12:00:00+25:00",
        "+12026-11-23T12:00:00Z",
        "٢٠٢٦-11-23T12:00:00Z",
        "2026-11-23t12:00:00z",
        "2026-11-23T12:00:00z",
        "2026-11-23T12:00:00+14:01",
        "",
        None,
        1795435200,
        True,
        ["2026-11-23T12:00:00Z"],
    ],
)
def test_what_is_no_moment_is_none(text: Any) -> None:
    assert moment(text) is None


def test_badges_before_3_have_days_and_seconds_since_1970() -> None:
    assert moment("2026-11-23", early=True) == datetime(2026, 11, 23, tzinfo=UTC)
    assert moment("2026-11-23", early=True, last=True) == datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC)
    assert moment("2026-11-23T12:00:00", early=True) == NOON
    assert moment(1795435200, early=True) == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert moment(-1, early=True) is None
    assert moment(10**18, early=True) is None


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(9990, 1, 1)),  # noqa: DTZ001 - the zone comes below
    st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
def test_any_moment_written_by_the_standard_is_read_back(when: datetime, zone: timezone) -> None:
    written = when.replace(tzinfo=zone)
    assert moment(written.isoformat(timespec="microseconds")) == written


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none(), st.lists(st.integers(), max_size=2)))
def test_anything_else_is_none_or_a_moment_and_never_fails(value: Any) -> None:
    for early in (False, True):
        found = moment(value, early=early)
        assert found is None or found.tzinfo is UTC


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, {"valid_from": Outcome.NOT_APPLICABLE, "valid_until": Outcome.NOT_APPLICABLE}),
        ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z", {"valid_from": Outcome.PASSED, "valid_until": Outcome.PASSED}),
        ("2026-11-23T12:00:01Z", None, {"valid_from": Outcome.FAILED, "valid_until": Outcome.NOT_APPLICABLE}),
        ("2020-01-01T00:00:00Z", "2026-11-23T11:59:59Z", {"valid_from": Outcome.PASSED, "valid_until": Outcome.FAILED}),
        (
            "2020-01-01T00:00:00Z",
            "tomorrow",
            {"valid_from": Outcome.PASSED, "valid_until": Outcome.FAILED, "structure": Outcome.FAILED},
        ),
        (
            "2020-01-01T00:00:00Z",
            "2019-01-01T00:00:00Z",
            {"valid_from": Outcome.PASSED, "valid_until": Outcome.FAILED, "structure": Outcome.FAILED},
        ),
    ],
)
def test_a_badge_counts_from_its_first_to_its_last_moment(since: Any, until: Any, expected: dict[str, Outcome]) -> None:
    assert _outcomes(Content(Claims(), valid_from=since, valid_until=until)) == expected


def test_a_day_as_the_end_of_an_early_badge_is_counted_whole() -> None:
    content = Content(Claims(), valid_from="2026-01-01", valid_until="2026-11-23")
    assert _outcomes(content, early=True) == {"valid_from": Outcome.PASSED, "valid_until": Outcome.PASSED}
    assert _outcomes(content)["valid_until"] is Outcome.FAILED  # Open Badges 3.0 has no days


def test_a_moment_without_zone_is_one_in_utc_where_the_standard_needs_none() -> None:
    assert moment("2026-11-23T12:00:00", zoneless=True) == NOON
    assert moment("2026-11-23t12:00:00", zoneless=True) is None


def test_dates_of_version_1_need_no_zone() -> None:
    old = Content(
        Claims(),
        valid_from="2020-01-01T00:00:00",
        valid_from_at="/issuanceDate",
        valid_until="2027-01-01T00:00:00",
        valid_until_at="/expirationDate",
    )
    assert _outcomes(old) == {"valid_from": Outcome.PASSED, "valid_until": Outcome.PASSED}


def test_a_date_that_cannot_be_read_is_a_flaw_of_structure() -> None:
    assert _outcomes(Content(Claims(), valid_from="soon"))["structure"] is Outcome.FAILED
    assert _outcomes(Content(Claims(), valid_until="never"))["structure"] is Outcome.FAILED
