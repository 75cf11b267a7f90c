"""When to subscribe, and until when to cancel."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.credential import Catalog, CostPattern
from credlens.model.plan import Limits, Step
from credlens.model.quantity import Money
from credlens.plan.money.billing import Terms, Work, bill
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer, Paid
from credlens.plan.problem import Problem
from credlens.plan.schedule.subscriptions import subscriptions

LIMITS = Limits(Money(Decimal(500)), 7, date(2026, 1, 1), date(2027, 12, 31))
OWN = Charge(CostPattern.PER_MONTH, Decimal(49), "USD")
PLUS = Charge(CostPattern.PER_MONTH, Decimal(59), "USD", subscription="plus")
YEAR = Charge(CostPattern.PER_YEAR, Decimal(200), "USD", subscription="year")
ONCE = Charge(CostPattern.ONE_OFF, Decimal(90), "USD")


def planned(*work: tuple[str, Charge, date, date], paid: tuple[Paid, ...] = ()) -> tuple[list[Step], Problem, Catalog]:
    """Steps with the payments that the planner's own billing gives them."""
    bills = bill([Work((c,), a, b) for _, c, a, b in work], Terms.under(LIMITS, paid=paid))
    steps = [Step(n, "o", a, b, 10, p, ()) for (n, _, a, b), p in zip(work, bills, strict=True)]
    offers = tuple(Offer(n, "o", 10, (c,), ()) for n, c, _, _ in work)
    return steps, Problem(LIMITS, (), offers, paid=paid), Catalog({})


def test_cancel_before_the_next_payment_and_after_the_last_use() -> None:
    (found,) = subscriptions(*planned(("sql", OWN, date(2026, 1, 31), date(2026, 3, 5))))
    assert (found.subscribe, found.payments, found.cost) == (date(2026, 1, 31), 2, Money(Decimal(98)))
    assert (found.last_use, found.cancel_by, found.remind) == (date(2026, 3, 5), date(2026, 3, 30), date(2026, 3, 28))
    assert (found.name, found.title, found.credentials) == ("sql", "sql", ("sql",))


def test_a_shared_one_that_pauses_is_two_runs() -> None:
    steps, problem, catalog = planned(
        ("a", PLUS, date(2026, 1, 1), date(2026, 1, 20)),
        ("b", ONCE, date(2026, 1, 21), date(2026, 4, 30)),
        ("c", PLUS, date(2026, 5, 3), date(2026, 6, 10)),
    )
    first, second = subscriptions(steps, problem, catalog)
    assert (first.subscribe, first.cancel_by, first.credentials) == (date(2026, 1, 1), date(2026, 1, 31), ("a",))
    assert (second.subscribe, second.cancel_by, second.credentials) == (date(2026, 5, 3), date(2026, 7, 2), ("c",))
    assert (second.name, second.title, second.payments) == ("plus", "c", 2)


def test_a_shared_one_that_is_kept_on_is_one_run() -> None:
    steps, problem, catalog = planned(
        ("a", YEAR, date(2026, 1, 1), date(2026, 2, 1)), ("b", YEAR, date(2026, 9, 1), date(2026, 9, 9))
    )
    (found,) = subscriptions(steps, problem, catalog)
    assert (found.months, found.payments, found.credentials) == (12, 1, ("a", "b"))
    assert found.title == "Year, for a and b"
    assert (found.last_use, found.cancel_by) == (date(2026, 9, 9), date(2026, 12, 31))


def test_what_is_paid_already_has_no_first_day() -> None:
    steps, problem, catalog = planned(
        ("a", PLUS, date(2026, 1, 1), date(2026, 1, 20)), paid=(Paid("plus", date(2026, 1, 24)), Paid("year", None))
    )
    assert steps[0].payments == ()
    (found,) = subscriptions(steps, problem, catalog)
    assert (found.subscribe, found.payments, found.cost) == (None, 0, Money(Decimal(0)))
    assert (found.last_use, found.cancel_by, found.remind) == (date(2026, 1, 20), date(2026, 1, 24), date(2026, 1, 22))


def test_what_runs_already_and_is_kept_on_is_not_subscribed_to_again() -> None:
    steps, problem, catalog = planned(
        ("a", PLUS, date(2026, 1, 1), date(2026, 1, 20)),
        ("b", PLUS, date(2026, 1, 21), date(2026, 3, 1)),
        paid=(Paid("plus", date(2026, 1, 24)),),
    )
    (found,) = subscriptions(steps, problem, catalog)
    assert (found.subscribe, found.payments, found.credentials) == (None, 2, ("a", "b"))
    assert (found.last_use, found.cancel_by) == (date(2026, 3, 1), date(2026, 3, 24))


def test_nothing_recurs_in_a_plan_paid_once() -> None:
    assert subscriptions(*planned(("a", ONCE, date(2026, 1, 1), date(2026, 1, 20)))) == ()


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 70), st.sampled_from([PLUS, YEAR, OWN])), max_size=5))
@settings(max_examples=80, deadline=None)
def test_every_payment_lies_in_one_run_that_ends_after_its_last_use(work: list[tuple[int, int, Charge]]) -> None:
    day, made = LIMITS.start, []
    for k, (wait, length, charge) in enumerate(work):
        start = day + timedelta(days=wait)
        made.append((f"c{k}", charge, start, start + timedelta(days=length - 1)))
        day = start + timedelta(days=length)
    steps, problem, catalog = planned(*made)
    runs = subscriptions(steps, problem, catalog)
    assert sum(r.payments for r in runs) == sum(len(s.payments) for s in steps)
    assert sum((r.cost.amount for r in runs), Decimal(0)) == sum(
        (p.amount.amount for s in steps for p in s.payments), Decimal(0)
    )
    for run in runs:
        assert run.subscribe is not None
        assert run.subscribe <= run.last_use <= run.cancel_by
        assert run.subscribe <= run.remind <= run.cancel_by
        # each step of the run is in use on days that a payment of this run stands for
        assert all(run.subscribe <= s.finish <= run.cancel_by for s in steps if s.credential in run.credentials)
    used = {c for r in runs for c in r.credentials}
    assert used == {s.credential for s in steps}
