from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.durations import Workload, ects, validity, weekly, workload
from credlens.model.credential import Validity
from credlens.model.quantity import Hours, Months


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("PT40H", 40, 40),
        ("pt90m", 1.5, 1.5),
        ("Approx. 40 hours", 40, 40),
        ("1,200 clock hours", 1200, 1200),
        ("1.200 horas", 1200, 1200),
        ("1.5 hours", 1.5, 1.5),
        ("2 hours 30 minutes", 2.5, 2.5),
        (" Less Than 2 Hours", 0, 2),
        ("5-8 Stunden", 5, 8),
        ("de 10 a 20 horas", 10, 20),
        ("40 heures", 40, 40),
        ("90 minutos", 1.5, 1.5),
        ("10 \u2013 15 hours to complete", 10, 15),
        ("12h", 12, 12),
        ("5h 30m", 5.5, 5.5),
        ("10 h 15 m", 10.25, 10.25),
        ("5h30", 5.5, 5.5),
        ("1 hour and a half", 1.5, 1.5),
        ("1 1/2 - 2\u00bd hours", 1.5, 2.5),
        ("P0DT2H", 2, 2),
    ],
)
def test_hours(text: str, low: float, high: float) -> None:
    found = workload(text)
    assert found.hours == Hours(low, high)
    assert found.months is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("P3M", 3, 3),
        ("P1Y6M", 18, 18),
        ("P6W", 1.38, 1.38),  # 6 x 12 / 52
        ("3 - 6 Months", 3, 6),
        ("1 - 4 Weeks", 0.23, 0.92),
        ("18 a 24 meses", 18, 24),
        ("24 meses.", 24, 24),
        ("1.5 \u2013 3 years", 18, 36),
        ("2 or 3 years", 24, 36),
        ("1 week to 2 months", 0.23, 2),
        ("1 year and 6 months", 18, 18),
        ("24 to 60 months", 24, 60),
        ("4-6 months to complete", 4, 6),
        ("2 to 4 years depending on beginning credits and course load", 24, 48),
        ("1 à 3 mois", 1, 3),
        ("6 Wochen", 1.38, 1.38),
        ("2 anos", 24, 24),
        ("1 mês", 1, 1),
        ("8-week", 1.85, 1.85),
        ("2 semanas y media", 0.58, 0.58),
        ("2\u00bd weeks", 0.58, 0.58),
        ("2 1/2 weeks", 0.58, 0.58),
        ("2 and a half weeks", 0.58, 0.58),
        ("\u00bd year", 6, 6),
        ("P1DT2H", 0.03, 0.03),  # how much of the day is work is not said
    ],
)
def test_months_and_no_hours_out_of_them(text: str, low: float, high: float) -> None:
    assert workload(text) == Workload(None, Months(low, high), "")


@pytest.mark.parametrize(
    ("text", "hours", "how"),
    [
        ("4 weeks, 5-8 hours per week", Hours(20, 32), "4 weeks x 5-8 h/week"),
        ("3 meses a 10 horas por semana", Hours(130, 130), "3 months x 10 h/week"),
        ("6 Wochen, 3 Stunden pro Woche", Hours(18, 18), "6 weeks x 3 h/week"),
        ("10-12 weeks | 6h per week", Hours(60, 72), "10-12 weeks x 6 h/week"),
        ("1 week of study, 3-5 hours/week", Hours(3, 5), "1 week x 3-5 h/week"),
    ],
)
def test_weeks_times_hours_a_week_with_the_derivation(text: str, hours: Hours, how: str) -> None:
    found = workload(text)
    assert (found.hours, found.how) == (hours, how)
    assert found.months is not None


def test_the_whole_and_the_pace_the_whole_counts() -> None:
    assert workload("40 hours (4 weeks, 12 hours a week)").hours == Hours(40, 40)


def test_an_open_end_is_said() -> None:
    assert workload("40+ hours") == Workload(Hours(40, 40), None, "at least 40 hours; no upper end is given")


@pytest.mark.parametrize(
    "text",
    [
        "", None, "N/A", "self-paced", "100", "P", "PT", "-P3M", "5 hours a course",
        "3 credit hours", "0 hours", "99999999 hours", 40,
    ],
)  # fmt: skip
def test_what_is_not_understood_stays_unknown(text: object) -> None:
    assert workload(text) == Workload(None, None, "")


def test_a_pace_without_weeks_is_no_workload() -> None:
    assert workload("4-8 hours/week") == Workload(None, None, "", pace=Hours(4, 8))
    assert workload("15+ hours of study/wk per course").hours is None
    assert workload("4 weeks, 5-8 hours per week").pace is None


@pytest.mark.parametrize(
    "text",
    [
        "5 horas a la semana", "5 Stunden in der Woche", "5 Stunden die Woche", "5 heures par semaine", "5 hours a week",
        "5 horas semanais",
    ],
)  # fmt: skip
def test_a_pace_in_five_languages(text: str) -> None:
    assert workload(text) == Workload(None, None, "", pace=Hours(5, 5))


def test_hours_and_minutes_a_week_are_one_pace() -> None:
    assert workload("10 h 30 m / semana").pace == Hours(10.5, 10.5)
    assert workload("40 hours, 30 minutes a week").hours == Hours(40, 40)


def test_weeks_and_points() -> None:
    assert weekly((6, 6), (5, 8)) == Workload(Hours(30, 48), Months(1.38, 1.38), "6 weeks x 5-8 h/week")
    assert weekly((8, 6), (8, 5)).hours == Hours(30, 64)
    assert weekly((0, 0), (5, 8)) == Workload(None, None, "")
    assert weekly((6, 6), (0, 0)) == Workload(None, Months(1.38, 1.38), "")
    assert ects(5) == Workload(Hours(125, 150), None, "5 ECTS x 25-30 h")
    assert ects(0) == ects(-3) == Workload(None, None, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("P3Y", Validity(36)),
        ("P24M", Validity(24)),
        ("3 years", Validity(36)),
        ("24 meses", Validity(24)),
        ("Does not expire", Validity(None)),
        ("never expires", Validity(None)),
        ("unbefristet", Validity(None)),
        ("36", None),
        ("Lifetime access; valid for 12 months", None),
        ("2-3 years", None),
        ("P1D", None),
        ("PT3H", None),
        ("", None),
    ],
)
def test_validity(text: str, found: Validity | None) -> None:
    assert validity(text) == found


NUMBERS = st.integers(min_value=0, max_value=3000)
UNITS = st.sampled_from(["hours", "weeks", "Months", "horas", "meses", "Jahre", "hours/week", "minutes", "", "ECTS"])


@given(
    st.lists(st.tuples(NUMBERS, st.sampled_from([" - ", "-", " to ", " a ", ", ", " + "]), NUMBERS, UNITS), max_size=4)
)
def test_least_is_never_more_than_most(parts: list[tuple[int, str, int, str]]) -> None:
    found = workload(
        "; ".join(f"{low}{by}{high} {unit}" for low, by, high, unit in parts)
    )  # Hours and Months check it themselves
    assert found.hours is None or 0 <= found.hours.min <= found.hours.max
    assert found.months is None or 0 <= found.months.min <= found.months.max


@given(NUMBERS, NUMBERS, st.sampled_from(["weeks", "months", "years", "meses", "semaines", "Wochen", "días"]))
def test_no_hours_out_of_the_calendar_alone(low: int, high: int, unit: str) -> None:
    assert workload(f"{low} - {high} {unit}").hours is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    workload(text)
    validity(text)
