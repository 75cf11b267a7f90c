"""Plans as a file: what the command prints is read again, little has to be said, every mistake is named with its place."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.errors import InputError
from credlens.model.plan import Coverage, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.files.plan_file import read_plans

STEP = {"credential": "a", "start": "2026-01-01", "finish": "2026-01-09", "hours": 9}
PAYMENT = {"day": "2026-01-01", "amount": 49.5, "what": "tuition"}


def read(value: Any, **more: Any) -> tuple[Plan, ...]:
    return read_plans(json.dumps(value).encode(), "plan.json", "EUR", **more)


def test_a_plan_by_hand_says_little() -> None:
    (plan,) = read({"steps": [STEP | {"cost": [PAYMENT, PAYMENT | {"amount": "-5", "kind": "discount"}]}]})
    payments = (
        Payment(date(2026, 1, 1), Money(Decimal("49.5"), "EUR"), "tuition"),
        Payment(date(2026, 1, 1), Money(Decimal(-5), "EUR"), "tuition", PaymentKind.DISCOUNT),
    )
    assert plan == Plan(
        "plan",
        (Step("a", "standard", date(2026, 1, 1), date(2026, 1, 9), 9.0, payments, ()),),
        Money(Decimal("44.5"), "EUR"),
        9.0,
        date(2026, 1, 9),
        0.0,
        (),
        (),
        PlanStatus.WITHIN_GAP,
        1.0,
    )


def test_everything_that_is_said_is_read_and_the_rest_left_alone() -> None:
    sql = {"uri": "urn:x", "label": "SQL"}
    said = {
        "name": "strongest",
        "steps": [STEP | {"option": "once", "skills": [sql, "python"], "expires": "2029-01-09", "role": "supplement"}],
        "cost": 40,
        "currency": "USD",
        "hours": 9.5,
        "finish": "2026-01-10",
        "coverage": 0.4,
        "by_skill": [{"skill": sql, "evidence": 0.6}],
        "uncovered": ["python"],
        "status": "optimal",
        "gap": 0,
        "gives_up": ["nothing"],
        "schedule": {"of": "a later version"},
    }
    (plan,) = read({"plans": [said], "gates": [], "limits": {}}, skills={"urn:x": "sql"})
    assert plan.steps[0].skills == ("sql", "python")
    assert (plan.steps[0].option, plan.steps[0].expires, plan.steps[0].role) == ("once", date(2029, 1, 9), "supplement")
    assert (plan.cost, plan.hours, plan.finish) == (Money(Decimal(40)), 9.5, date(2026, 1, 10))
    assert (plan.by_skill, plan.uncovered) == ((Coverage("sql", 0.6),), ("python",))
    assert (plan.status, plan.gap, plan.gives_up) == (PlanStatus.OPTIMAL, 0, ("nothing",))


@pytest.mark.parametrize(
    ("value", "where", "words"),
    [
        ([], "plan.json", "a list"),
        ({}, "plan.json", "neither"),
        ({"plans": []}, "plan.json: plans", "no plan"),
        ({"plans": {}}, "plan.json: plans", "a list"),
        ({"plans": ["x"]}, "plan.json: plans[0]", "an object"),
        ({"plans": [{}]}, "plan.json: plans[0].steps", "missing"),
        ({"plans": [{"steps": []}] * 101}, "plan.json: plans", "101 members"),
        ({"steps": [{**STEP, "start": None}]}, "plan.json: steps[0].start", "missing"),
        ({"steps": [{**STEP, "finish": "soon"}]}, "plan.json: steps[0].finish", "a day"),
        ({"steps": [{**STEP, "hours": -1}]}, "plan.json: steps[0].hours", "0 or more"),
        ({"steps": [{**STEP, "hours": float("inf")}]}, "plan.json: steps[0].hours", "not inf"),
        ({"steps": [{**STEP, "cost": [{**PAYMENT, "amount": "much"}]}]}, "plan.json: steps[0].cost[0].amount", "much"),
        ({"steps": [{**STEP, "cost": [{**PAYMENT, "kind": "gift"}]}]}, "plan.json: steps[0].cost[0].kind", "not one of"),
        ({"steps": [{**STEP, "skills": [{"label": "SQL"}]}]}, "plan.json: steps[0].skills[0]", "without `uri`"),
        ({"steps": [], "status": "perfect"}, "plan.json: status", "not one of"),
        ({"steps": [], "by_skill": [{"skill": "sql", "evidence": 2}]}, "plan.json: by_skill[0].evidence", "at most 1"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(value: Any, where: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(value)
    assert [p.where for p in caught.value.problems] == [where]
    assert words in caught.value.problems[0].message
