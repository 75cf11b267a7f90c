"""What each way of charging owes, and on which day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Payment, PaymentKind
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Paid


def days(text: str) -> list[date]:
    """``01-31 02-28`` as days of 2026."""
    return [date.fromisoformat(f"2026-{d}") for d in text.split()]


def uses(text: str) -> list[tuple[date, date]]:
    """``01-01/01-10`` as first and last day."""
    return [(days(u.split("/")[0])[0], days(u.split("/")[1])[0]) for u in text.split()]


def pays(amount: Any, *dates: str) -> list[list[Payment]]:
    return [[Payment(d, Money(Decimal(str(amount))), "x") for d in days(each)] for each in dates]


@pytest.mark.parametrize(
    ("pattern", "use", "due"),
    [
        ("per_month", "01-31/03-30", "01-31 02-28"),
        ("per_month", "01-31/03-31", "01-31 02-28 03-31"),
        ("per_year", "01-31/03-30", "01-31"),
        ("membership", "01-31/03-30", "01-31"),
        ("one_off", "01-31/03-30", "01-31"),
        ("per_attempt", "01-31/03-30", "03-30"),
        ("free_audit_paid_cert", "01-31/03-30", "03-30"),
        ("free", "01-31/03-30", ""),
    ],
)
def test_one_use(alone: Any, pattern: str, use: str, due: str) -> None:
    charge = Charge(CostPattern(pattern), Decimal(49), "USD")
    assert alone(charge, uses(use), pays(49, due)) == ()
    if due:
        assert alone(charge, uses(use), pays(49, "")) != ()


@pytest.mark.parametrize(
    ("pattern", "use", "due"),
    [
        ("per_month", "01-01/01-10 01-11/01-20 01-21/02-05", ["01-01", "", "02-01"]),  # no break
        ("per_month", "01-01/01-10 03-05/03-06", ["01-01", "03-05"]),  # cancelled over the gap
        ("per_month", "01-01/01-10 02-05/02-06", ["01-01 02-01", ""]),  # the same price: kept on
        ("per_month", "01-01/01-10 01-20/02-10 04-01/04-02", ["01-01", "02-01", "04-01"]),
        (
            "per_month",
            "01-01/01-10 01-31/02-10",
            ["01-01", "01-31"],
        ),  # cancelled: the second run holds until 28 February
        ("one_off", "01-01/01-10 03-05/03-06", ["01-01", ""]),
        ("per_attempt", "01-01/01-10 03-05/03-06", ["01-10", "03-06"]),  # never shared
    ],
)
def test_a_shared_subscription(alone: Any, pattern: str, use: str, due: list[str]) -> None:
    charge = Charge(CostPattern(pattern), Decimal(49), "USD", subscription="plus")
    if use.endswith("01-31/02-10"):  # two payments either way: fewer runs win
        due = ["01-01", "02-01"]
    assert alone(charge, uses(use), pays(49, *due)) == ()


@pytest.mark.parametrize(
    ("until", "use", "due"),
    [
        (None, "01-01/01-10 03-05/03-06", ["", ""]),  # for good
        ("12-31", "01-01/01-10 03-05/03-06", ["", ""]),
        ("01-05", "01-01/01-10 03-05/03-06", ["01-06", "03-05"]),  # runs on, is cancelled, begun again
        ("01-05", "01-01/01-05 01-10/02-05", ["01-06", ""]),  # kept on at the same price
        ("01-20", "01-01/01-05 01-25/02-22", ["", "01-25"]),  # kept on it would be two months
        ("01-10", "01-01/01-10 01-11/01-12", ["", "01-11"]),
    ],
)
def test_what_is_paid_already(alone: Any, until: str | None, use: str, due: list[str]) -> None:
    charge = Charge(CostPattern.PER_MONTH, Decimal(49), "USD", subscription="plus")
    paid = (Paid("plus", days(until)[0] if until else None), Paid("other", None))
    assert alone(charge, uses(use), pays(49, *due), paid=paid) == ()
    assert alone(charge, uses(use), pays(49, *due)) != ()


@pytest.mark.parametrize(
    ("until", "due"),
    [
        (date(2025, 12, 30), ["", "01-20"]),  # over before the plan begins
        (date(2025, 12, 31), ["", "01-01"]),  # at the same price it is kept on, from the first day
        (date.max, ["", ""]),
    ],
)
def test_what_was_paid_until_the_plan_begins_may_be_kept_on(alone: Any, until: date, due: list[str]) -> None:
    """The first use pays for something else; the second is from 20 to 25 January: a payment either way."""
    charge = Charge(CostPattern.PER_MONTH, Decimal(49), "USD", subscription="plus")
    free = Charge(CostPattern.FREE, Decimal(0), "USD")
    paid = (Paid("plus", until),)
    assert alone([free, charge], uses("01-01/01-05 01-20/01-25"), pays(49, *due), paid=paid) == ()


def test_only_what_is_paid_for_good_spares_a_single_payment(alone: Any) -> None:
    charge = Charge(CostPattern.ONE_OFF, Decimal(49), "USD", subscription="plus")
    for paid, due in ((Paid("plus", None), ""), (Paid("plus", date(2026, 12, 31)), "01-01")):
        assert alone(charge, uses("01-01/01-10"), pays(49, due), paid=(paid,)) == ()


@pytest.mark.parametrize(
    ("rate", "attempts", "aside"),
    [
        (0.7, 2, "30"),  # 100 x 0.3
        (0.7, 3, "39"),  # + 100 x 0.09
        (0.7, None, "39"),
        (0.7, 0, "39"),
        (0.667, 3, "44.39"),  # 33.3 + 11.0889, rounded up
        (0.7, 1, None),
        (1.0, 3, None),
        (None, 3, None),
    ],
)
def test_what_is_set_aside_for_another_attempt(alone: Any, rate: Any, attempts: Any, aside: Any) -> None:
    charge = Charge(CostPattern.PER_ATTEMPT, Decimal(100), "USD", "exam", pass_rate=rate, attempts=attempts)
    ((exam,),) = pays(100, "01-10")
    more = [Payment(exam.day, Money(Decimal(aside)), "x", PaymentKind.SET_ASIDE)] if aside else []
    assert alone(charge, uses("01-01/01-10"), [[exam, *more]]) == ()
    assert charge.set_aside == Decimal(aside or 0)  # the two agree, who share nothing


def test_renewals_come_back_until_the_credential_may_lapse(case: Any) -> None:
    """c expires on 21 May and is renewed for two months each time; it has to hold until 1 September."""
    assert case.limits(keep_until=date(2026, 9, 21)) == ()  # 21 September is not before it
    owed = "60 on 2026-03-02, 15 on 2026-05-21 (renewal), 15 on 2026-07-21 (renewal), 15 on 2026-09-21 (renewal)"
    assert any(v.endswith(owed) for v in case.limits(keep_until=date(2026, 9, 22)))
    until_the_deadline = "60 on 2026-03-02, 15 on 2026-05-21 (renewal)"
    assert any(v.endswith(f"owed is {until_the_deadline}") for v in case.limits(keep_until=None))
    assert any(v.endswith("owed is 60 on 2026-03-02") for v in case.offer("c", renewal=Decimal(0)))


def test_a_bundle_pays_back_when_its_last_member_is_begun(case: Any) -> None:
    assert any("owed is 49 on 2026-04-20" in v for v in case.wrong(bundles=()))
    (bundle,) = case.problem.bundles
    changed = type(bundle)("all", ("b", "d", "e"), bundle.saves)  # e is not in the plan
    assert any("owed is 49 on 2026-04-20" in v for v in case.wrong(bundles=(changed,)))
