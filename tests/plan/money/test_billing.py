from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import CostPattern
from credlens.model.plan import PaymentKind
from credlens.plan.money.billing import Terms, Work, bill, expires
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Bundle, Offer, Paid


def charge(pattern: Any, amount: Any, subscription: Any = None, **more: Any) -> Any:
    return Charge(CostPattern(pattern), Decimal(str(amount)), "USD", subscription=subscription, **more)


def work(charges: Any, start: Any, finish: Any) -> Any:
    return Work(tuple(charges), date.fromisoformat(start), date.fromisoformat(finish))


def days(paid: Any) -> Any:
    return [[p.day.isoformat() for p in step] for step in paid]


def test_two_steps_on_one_subscription_pay_the_month_they_share_once() -> None:
    plus = charge("per_month", 49, subscription="plus")
    paid = bill([work([plus], "2026-01-01", "2026-01-20"), work([plus], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01"], ["2026-02-01"]]


def test_two_subscriptions_without_a_key_are_paid_one_by_one() -> None:
    own = charge("per_month", 49)
    paid = bill([work([own], "2026-01-01", "2026-01-20"), work([own], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01"], ["2026-01-21"]]


@pytest.mark.parametrize(
    ("again", "first", "third"),
    [
        ("2026-01-25", ["2026-01-01"], []),  # within the month that is paid
        (
            "2026-02-20",
            ["2026-01-01", "2026-02-01"],
            [],
        ),  # one more month either way: kept, charged to the step before the gap
        ("2026-03-05", ["2026-01-01"], ["2026-03-05"]),  # two more months, or one when it is begun again
    ],
)
def test_over_a_gap_a_subscription_is_cancelled_only_when_that_is_cheaper(again: Any, first: Any, third: Any) -> None:
    plus, free = charge("per_month", 49, subscription="plus"), charge("free", 0)
    between = (date.fromisoformat(again) - timedelta(days=1)).isoformat()
    steps = [work([plus], "2026-01-01", "2026-01-10"), work([free], "2026-01-11", between), work([plus], again, again)]
    assert days(bill(steps)) == [first, [], third]


def test_a_bundle_bought_once_serves_every_step_and_each_exam_is_paid() -> None:
    bundle, exam = (
        charge("one_off", 200, subscription="bundle"),
        charge("per_attempt", 99, subscription="bundle"),
    )
    paid = bill([work([bundle, exam], "2026-01-01", "2026-01-20"), work([bundle, exam], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01", "2026-01-20"], ["2026-02-10"]]


def test_one_key_at_two_prices_is_two_subscriptions() -> None:
    cheap, dear = (charge("per_month", a, subscription="plus") for a in (39, 49))
    paid = bill([work([cheap], "2026-01-01", "2026-01-05"), work([dear], "2026-01-06", "2026-01-09")])
    assert days(paid) == [["2026-01-01"], ["2026-01-06"]]


def test_a_subscription_named_twice_in_one_step_is_paid_once() -> None:
    plus = charge("per_month", 49, subscription="plus")
    assert days(bill([work([plus, plus], "2026-01-01", "2026-01-05")])) == [["2026-01-01"]]


def test_an_amount_of_zero_is_no_payment() -> None:
    assert bill([work([charge("one_off", 0)], "2026-01-01", "2026-01-05")]) == ((),)


def terms(**more: Any) -> Any:
    given_terms = {"currency": "USD", "start": date(2026, 1, 1), "keep_until": date(2026, 6, 30)} | more
    return Terms(**given_terms)


def paid_until(day: Any) -> Any:
    return terms(paid=(Paid("plus", date.fromisoformat(day) if day else None),))


@pytest.mark.parametrize(
    ("until", "uses", "due"),
    [
        ("2026-01-31", [("2026-01-01", "2026-01-31")], [[]]),  # that day included
        ("2026-01-20", [("2026-01-01", "2026-01-31")], [["2026-01-21"]]),  # the run goes on from the day after
        ("2026-01-20", [("2026-01-25", "2026-02-22")], [["2026-01-25"]]),  # kept on it would be two months
        ("2026-01-20", [("2026-01-25", "2026-02-20")], [["2026-01-21"]]),  # the same price: kept on
        ("2026-01-20", [("2026-01-01", "2026-01-05"), ("2026-04-01", "2026-04-05")], [[], ["2026-04-01"]]),
        ("2025-12-31", [("2026-01-10", "2026-01-12")], [["2026-01-01"]]),  # until the day before the plan
        ("2025-12-30", [("2026-01-10", "2026-01-12")], [["2026-01-10"]]),  # over before the plan begins
        (None, [("2026-01-10", "2026-09-12")], [[]]),
    ],
)
def test_days_paid_already_cost_nothing(until: Any, uses: Any, due: Any) -> None:
    plus = charge("per_month", 49, "plus")
    assert days(bill([work([plus], *u) for u in uses], paid_until(until))) == due


def test_what_is_paid_for_a_while_pays_no_course_for_good_and_nothing_under_another_name() -> None:
    once, other = charge("one_off", 90, "plus"), charge("per_month", 10, "more")
    steps = [work([once, other], "2026-01-01", "2026-01-05")]
    assert days(bill(steps, paid_until("2026-05-01"))) == [["2026-01-01", "2026-01-01"]]
    assert days(bill(steps, paid_until(None))) == [["2026-01-01"]]


def step(name: Any, start: Any, finish: Any, **more: Any) -> Any:
    offer = Offer(name, "o", 5, (charge("one_off", 100),), (), **more)
    return Work.of(offer, date.fromisoformat(start), date.fromisoformat(finish))


def test_a_bundle_pays_back_on_the_day_its_last_member_is_begun() -> None:
    pair = terms(bundles=(Bundle("pair", ("a", "b"), Decimal(30)), Bundle("other", ("c", "d"), Decimal(9))))
    steps = [
        step("b", "2026-01-01", "2026-01-05"),
        step("c", "2026-01-06", "2026-01-09"),
        step("a", "2026-02-01", "2026-02-05"),
    ]
    _, middle, last = bill(steps, pair)
    assert [(p.amount.amount, p.kind) for p in middle] == [(100, PaymentKind.PAID)]
    assert [(p.day.isoformat(), p.amount.amount, p.kind) for p in last] == [
        ("2026-02-01", -30, PaymentKind.DISCOUNT),
        ("2026-02-01", 100, PaymentKind.PAID),
    ]


@pytest.mark.parametrize(
    ("keep_until", "renewals"),
    [
        ("2026-02-28", []),  # valid on its last day
        ("2026-03-01", ["2026-02-28"]),
        ("2026-05-01", ["2026-02-28", "2026-03-31", "2026-04-30"]),  # counted from the last day of work, not chained
    ],
)
def test_what_expires_too_soon_is_renewed(keep_until: Any, renewals: Any) -> None:
    short = step("a", "2026-01-10", "2026-01-31", valid_months=1, renewal=Decimal(20))
    (paid,) = bill([short], terms(keep_until=date.fromisoformat(keep_until)))
    assert [p.day.isoformat() for p in paid if p.kind is PaymentKind.RENEWAL] == renewals
    assert [p.day.isoformat() for p in paid if p.kind is not PaymentKind.RENEWAL] == ["2026-01-10"]


def test_a_renewal_for_nothing_is_not_listed_and_what_never_expires_has_no_last_day() -> None:
    assert days(bill([step("a", "2026-01-10", "2026-01-31", valid_months=1)], terms())) == [["2026-01-10"]]
    assert (expires(None, date(2026, 1, 31)), expires(1, date(2026, 1, 31))) == (None, date(2026, 2, 28))
    assert expires(12, date(9999, 5, 1)) is None


def test_an_exam_that_many_fail_sets_money_aside_on_its_last_day() -> None:
    exam = charge("per_attempt", 100, pass_rate=0.8, attempts=2)
    (paid,) = bill([work([exam], "2026-01-01", "2026-01-05")])
    assert [(p.day.day, p.amount.amount, p.kind) for p in paid] == [
        (5, 100, PaymentKind.PAID),
        (5, Decimal("20.00"), PaymentKind.SET_ASIDE),
    ]


SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), min_size=1, max_size=4)


def spread(spans: Any) -> Any:
    found, day = [], date(2026, 1, 1)
    for gap, length in spans:
        found.append((day + timedelta(days=gap), day + timedelta(days=gap + length)))
        day = found[-1][1] + timedelta(days=1)
    return found


def total(uses: Any, until: Any = None) -> Any:
    plus = charge("per_month", 49, "plus")
    steps = [Work((plus,), *u) for u in uses]
    known = terms(paid=(Paid("plus", until),)) if until else None
    return sum(p.amount.amount for paid in bill(steps, known) for p in paid)


@given(SPANS, st.integers(1, 40))
def test_a_longer_use_never_costs_less_and_one_use_fewer_never_more(spans: Any, longer: Any) -> None:
    uses = spread(spans)
    assert total([*uses[:-1], (uses[-1][0], uses[-1][1] + timedelta(days=longer))]) >= total(uses)
    assert total(uses[:-1]) <= total(uses)


@given(SPANS, st.dates(date(2026, 1, 1), date(2026, 6, 1)), st.integers(1, 40))
def test_more_days_paid_already_never_cost_more(spans: Any, until: Any, longer: Any) -> None:
    uses = spread(spans)
    assert total(uses, until + timedelta(days=longer)) <= total(uses, until) <= total(uses)
