"""What goes into a calendar says how sure its day is, and has the same key whichever file it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar

from credlens.model.credential import Renewal
from credlens.model.expiring import Expiring
from credlens.model.fact import Fact, Method, Source, not_looked_up
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.present.exports.calendar import render
from credlens.present.milestones import is_over, of_held, of_plan

PAGE = Source(Method.READ, "https://comptia.example/renew", date(2026, 5, 1))
HELD = Expiring(
    about="security-plus",
    name="Security+",
    issuer="CompTIA",
    day=date(2027, 12, 31),
    said="2027-12-31",
    issued="2024-12-31",
    months=None,
    renewal=Fact(Renewal("continuing_education", Decimal(150), "USD", 50.0), (PAGE,)),
    page="https://comptia.example/security",
    link="https://badges.example/7",
)


def test_the_last_day_comes_with_three_reminders_and_all_that_renewal_takes() -> None:
    entry = of_held(HELD)
    assert (entry.first, entry.last, entry.alarms) == (date(2027, 12, 31), date(2027, 12, 31), (90, 30, 7))
    assert entry.text.splitlines() == [
        "From CompTIA.",
        "Renewal: continuing education, USD 150, 50 h. Source: https://comptia.example/renew, 1\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026.",
        "Where to look: https://comptia.example/security",
        "Where it is checked: https://badges.example/7",
    ]


def test_what_is_not_known_of_a_renewal_is_said() -> None:
    assert "not known here" in of_held(replace(HELD, renewal=not_looked_up())).text
    told = replace(HELD, renewal=Fact(Renewal("retest"), (Source(Method.RECALLED),)))
    assert "Renewal: retest. Not known: cost and hours. From memory: check it." in of_held(told).text


@pytest.mark.parametrize(
    ("said", "months", "words"),
    [
        ("2027-12-31", None, ""),
        ("2027-12", None, "Only the month is known"),
        ("2027", None, "Only the year is known, 2027"),
        ("", 36, "holds 36 months by the catalog"),
    ],
)
def test_a_day_that_is_not_known_exactly_says_so(said: str, months: int | None, words: str) -> None:
    text = of_held(replace(HELD, said=said, months=months)).text
    assert words in text
    assert ("Look up the day itself" in text) == bool(words)


def test_a_renewed_credential_is_the_same_event() -> None:
    assert of_held(HELD).key == of_held(replace(HELD, day=date(2030, 12, 31))).key


def test_it_is_over_on_the_day_after_its_last() -> None:
    assert not is_over(HELD, HELD.day)
    assert is_over(HELD, date(2028, 1, 1))


def usd(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


def test_a_plan_has_its_steps_without_days_off_what_leaves_the_account_and_the_deadline() -> None:
    payments = (
        Payment(date(2027, 2, 1), usd(49), "tuition", PaymentKind.PAID),
        Payment(date(2027, 1, 1), usd(49), "tuition", PaymentKind.PAID),
        Payment(date(2027, 2, 1), usd(60), "exam", PaymentKind.SET_ASIDE),
    )
    step = Step("sql", "monthly", date(2027, 1, 1), date(2027, 1, 10), 20.0, payments, ())
    plan = Plan("strongest", (step,), usd(98), 20.0, date(2027, 1, 10), 0.5, (), (), PlanStatus.OPTIMAL, 0.0)
    away = ((date(2027, 1, 4), date(2027, 1, 5)),)
    limits = Limits(usd(400), 10.0, date(2027, 1, 1), date(2027, 6, 30), off=away)
    found = [(e.key, e.first.day, e.last.day) for e in of_plan(plan, limits, {"sql": "SQL"})]
    assert found == [
        (("study", "sql", "0"), 1, 3),
        (("study", "sql", "1"), 6, 10),
        (("payment", "sql", "paid", "tuition", "0"), 1, 1),
        (("payment", "sql", "paid", "tuition", "1"), 1, 1),
        (("deadline",), 30, 30),
    ]


def test_a_badge_that_ends_on_the_last_day_there_is_has_an_event_of_one_day() -> None:
    entry = of_held(replace(HELD, day=date.max, said="9999-12-31"))
    (event,) = Calendar.from_ical(render([entry], date(2026, 5, 1))).events
    assert (event.start, event["duration"].dt) == (date.max, timedelta(days=1))
    assert not is_over(replace(HELD, day=date.max), date.max)
