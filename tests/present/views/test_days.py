"""Days to keep in mind, hours by week, payments that are set aside or come later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from credlens.model.loop import Loop
from credlens.model.plan import Payment, PaymentKind
from credlens.model.quantity import Money
from credlens.plan.schedule.weeks import weeks as planned_weeks
from credlens.present.context import Context
from credlens.present.views.days import days, weeks
from credlens.present.views.payments import payments
from credlens.present.views.plan import plans

GOOGLE = "Google Data Analytics Professional Certificate"


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def usd(amount: int) -> Money:
    return Money(Decimal(amount))


def test_days_come_in_order_and_say_what_to_do(loop: Loop) -> None:
    found = [(plain(d.day), d.what, d.title) for d in days(Context(loop), loop.timetables["strongest"])]
    assert found == [
        ("23 Nov 2026", "Subscribe", GOOGLE),
        ("22 Mar 2027", "Cancel by", GOOGLE),
        ("9 May 2029", "Valid until", "Python for Everybody"),
    ]
    exam = [(plain(d.day), d.what) for d in days(Context(loop), loop.timetables["fastest"])]
    assert exam == [("3 Jan 2027", "Exam by"), ("17 Jan 2027", "Second attempt from"), ("3 Jan 2030", "Valid until")]


def test_notes_say_what_goes_with_a_day(loop: Loop) -> None:
    notes = [plain(d.note) for d in days(Context(loop), loop.timetables["strongest"])]
    assert notes == [
        "4 months of USD 49, USD 196 in all",
        "last day of use: 21 Mar 2027; a day later USD 49 would be due again",
        "no paid renewal is in this plan",
    ]
    times = loop.timetables["fastest"]
    sat = replace(times.exams[0], second=None, set_aside=usd(40))
    kept = replace(times.expiries[0], renewals=(Payment(date(2030, 1, 3), usd(150), "renewal 1", PaymentKind.RENEWAL),))
    changed = replace(times, exams=(sat,), expiries=(kept,))
    assert [plain(d.note) for d in days(Context(loop), changed)] == [
        "nobody says how long you wait before a second attempt; USD 40 set aside for it",
        "renewal planned: USD 150 on 3 Jan 2030",
    ]


def test_what_runs_already_is_only_cancelled(loop: Loop) -> None:
    times = loop.timetables["strongest"]
    running = replace(times, subscriptions=(replace(times.subscriptions[0], subscribe=None),), expiries=())
    (end,) = days(Context(loop), running)
    assert (end.what, end.note.startswith("it runs already; last day of use")) == ("Cancel by", True)


def test_every_week_is_listed_and_a_week_off_says_so(loop: Loop) -> None:
    off = ((date(2026, 11, 30), date(2026, 12, 8)),)
    limits = replace(loop.limits, off=off)
    times = replace(loop.timetables["strongest"], weeks=planned_weeks(loop.plans[0].steps, limits))
    found = weeks(Context(loop), times)
    assert [(plain(w.week), w.study) for w in found[1:2]] == [("30 Nov 2026", "off")]
    assert found[1].hours == "none"
    assert plain(found[2].study).endswith("; 2 days off")
    assert len(found) == 24


def test_a_plan_shows_its_days_off_exams_and_other_paces(loop: Loop) -> None:
    away = replace(loop, limits=replace(loop.limits, off=((date(2026, 12, 1), date(2026, 12, 8)),)))
    strongest, _, fastest = plans(Context(away)).plans
    assert strongest.away
    assert not plans(Context(loop)).plans[0].away
    assert (strongest.sat, fastest.sat) == (False, True)
    assert strongest.other_paces == (loop.timetables["strongest"].other_paces[0].says,)
    bare = plans(Context(replace(loop, timetables={}))).plans[0]
    assert bare.days == bare.by_week == bare.other_paces == ()


def test_what_is_set_aside_is_told_apart_and_a_renewal_is_a_month_of_its_own(loop: Loop) -> None:
    step = loop.plans[2].steps[0]
    more = (
        Payment(date(2027, 1, 3), usd(54), "another attempt", PaymentKind.SET_ASIDE),
        Payment(date(2030, 1, 3), usd(150), "renewal 1", PaymentKind.RENEWAL),
    )
    found = payments(Context(loop), replace(loop.plans[2], steps=(replace(step, payments=(*step.payments, *more)),)))
    assert [(plain(m.month), plain(m.amount), plain(m.aside)) for m in found] == [
        ("Jan 2027", "USD 300", "USD 54"),
        ("Jan 2030", "USD 150", ""),
    ]
    assert "hatched" in found[0].bar
    assert "hatched" not in found[1].bar
