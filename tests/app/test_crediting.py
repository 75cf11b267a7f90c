"""What a plan adds up to: credentials with their credit in each test, and the sentences beside them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from credlens.app.crediting import crediting
from credlens.model.credential import Catalog, Credential, CreditValue, Stack
from credlens.model.crediting import Crediting
from credlens.model.fact import Method, Source
from credlens.model.plan import Limits, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.offer import Award
from credlens.plan.problem import Problem

SOURCE = (Source(Method.READ, "https://example.org", date(2026, 1, 2)),)
LIMITS = Limits(Money(Decimal(0)), 5, date(2026, 1, 1), date(2026, 12, 31))
END = date(2026, 3, 1)


def credit(system: str, amount: float | None, **more: Any) -> CreditValue:
    return CreditValue(system, amount, SOURCE, **more)


def made(*credentials: Credential, awards: tuple[Award, ...] = ()) -> Crediting:
    steps = tuple(Step(c.id, "o", date(2026, 1, 1), END, 9, (), ()) for c in credentials)
    plan = Plan("strongest", steps, Money(Decimal(0)), 9, END, 0.5, (), (), PlanStatus.OPTIMAL, 0)
    return crediting(plan, Problem(LIMITS, (), (), awards=awards), Catalog({c.id: c for c in credentials}))


def test_credit_of_one_system_from_one_body_is_added_up_and_nothing_else() -> None:
    by = {"by": "ACE", "condition": "recommended"}
    a = Credential(
        "a", "A", credit=(credit("US semester hours", 6, **by), credit("ECTS", 7, by="FIBAA", condition="recommended"))
    )
    b = Credential("b", "B", credit=(credit("US semester hours", 3, **by),))
    found = made(a, b)
    assert {(s.system, s.amount, s.by, s.credentials) for s in found.sums} == {
        ("US semester hours", 9, "ACE", ("a", "b")),
        ("ECTS", 7, "FIBAA", ("a",)),
    }
    assert "9 US semester hours for A and B (recommended by ACE; recommended)." in found.told


def test_two_amounts_of_one_credential_stay_apart() -> None:
    either = Credential(
        "a",
        "A",
        credit=(
            credit("UK credits", 15, condition="postgraduate"),
            credit("UK credits", 10, condition="undergraduate"),
        ),
    )
    assert sorted(s.amount or 0 for s in made(either).sums) == [10, 15]


def test_an_amount_that_is_not_stated_makes_no_sum() -> None:
    a, b = (Credential(n, n, credit=(credit("ECTS", amount),)) for n, amount in (("a", 5), ("b", None)))
    (found,) = made(a, b).sums
    assert (found.amount, found.credentials) == (None, ("a", "b"))


def test_what_ends_before_the_step_is_finished_is_left_out_and_a_later_end_is_told() -> None:
    gone = Credential("a", "A", credit=(credit("ECTS", 5, until=date(2026, 2, 28)),))
    assert made(gone) == Crediting()
    (kept,) = made(Credential("a", "A", credit=(credit("ECTS", 5, until=END),))).sums
    assert kept.until == END
    assert "ends 2026-03-01" in kept.says


def test_larger_credentials_that_steps_count_towards_or_give_together() -> None:
    a = Credential("a", "A", stacks_into=(Stack("Diploma of Fog", "receiver", SOURCE, "all four"),))
    b = Credential("b", "B")
    found = made(a, b, awards=(Award("whole", ("a", "b"), ()), Award("else", ("a", "c"), ())))
    assert [(t.target, t.credentials, t.given) for t in found.towards] == [
        ("whole", ("a", "b"), True),
        (None, ("a",), False),
    ]
    assert found.told[1] == "A counts towards Diploma of Fog (confirmed by the receiver; all four)."
