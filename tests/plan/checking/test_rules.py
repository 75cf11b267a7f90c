"""The plan by hand is accepted; every single change of it, and of what it is held to, is rejected in words that name the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from credlens.model.plan import Coverage, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money

DAY = timedelta(days=1)
Changed = tuple[str, str, Plan]  # what was changed, a word that has to be said, the changed plan


def test_the_plan_by_hand_is_accepted(case: Any) -> None:
    assert case.wrong() == ()


def put(plan: Plan, place: int, **changed: Any) -> Plan:
    """The plan with one step changed; its sums are adapted, so that only the step can be what is found."""
    steps = list(plan.steps)
    steps[place] = replace(steps[place], **changed)
    return summed(replace(plan, steps=tuple(steps)))


def summed(plan: Plan) -> Plan:
    payments = [p for s in plan.steps for p in s.payments]
    currency = payments[0].amount.currency if payments else "USD"
    return replace(
        plan,
        cost=Money(sum((p.amount.amount for p in payments), Decimal(0)), currency),
        hours=sum(s.hours for s in plan.steps),
        finish=max((s.finish for s in plan.steps), default=plan.finish),
    )


def dates(plan: Plan) -> Iterator[Changed]:
    for i, step in enumerate(plan.steps):
        for days in (-30, -1, 1, 30):
            moved = timedelta(days=days)
            yield f"{step.credential} starts {days}", step.credential, put(plan, i, start=step.start + moved)
            yield f"{step.credential} ends {days}", step.credential, put(plan, i, finish=step.finish + moved)
            both = put(plan, i, start=step.start + moved, finish=step.finish + moved)
            yield f"{step.credential} is moved {days}", step.credential, both
            if step.expires:
                yield f"{step.credential} expires {days}", step.credential, put(plan, i, expires=step.expires + moved)
        other = None if step.expires else step.finish + DAY
        yield f"{step.credential} expires {other}", step.credential, put(plan, i, expires=other)


def amounts(plan: Plan) -> Iterator[Changed]:
    for i, step in enumerate(plan.steps):
        for k, payment in enumerate(step.payments):
            about = f"{step.credential}, payment {k + 1}"
            others = step.payments[:k] + step.payments[k + 1 :]
            for changed in variants(payment):
                yield f"{about}: {changed}", step.credential, put(plan, i, payments=(*others, changed))
            yield f"{about} is dropped", step.credential, put(plan, i, payments=others)
            yield f"{about} is doubled", step.credential, put(plan, i, payments=(*step.payments, payment))
            for j in range(len(plan.steps)):
                if j != i:
                    moved = put(put(plan, i, payments=others), j, payments=(*plan.steps[j].payments, payment))
                    yield f"{about} is charged to another", step.credential, moved
        more = (*step.payments, Payment(step.start, Money(Decimal(1)), "fee"))
        yield f"{step.credential} pays a fee", step.credential, put(plan, i, payments=more)


def variants(payment: Payment) -> Iterator[Payment]:
    amount = payment.amount.amount
    for other in (amount + Decimal("0.01"), amount - Decimal("0.01"), -amount, amount * 2):
        yield replace(payment, amount=Money(other))
    for days in (-31, -1, 1, 31):
        yield replace(payment, day=payment.day + timedelta(days=days))
    for kind in PaymentKind:
        if kind is not payment.kind:
            yield replace(payment, kind=kind)


def steps_(plan: Plan) -> Iterator[Changed]:
    for i, step in enumerate(plan.steps):
        name = step.credential
        for hours in (step.hours - 1, step.hours + 1, step.hours + 0.01, 0.0, -step.hours, float("nan"), float("inf")):
            yield f"{name} takes {hours}", name, put(plan, i, hours=hours)
        yield f"{name} under another option", name, put(plan, i, option="other")
        yield f"{name} becomes a stranger", "stranger", put(plan, i, credential="stranger")
        yield f"{name} has another role", name, put(plan, i, role="decoration")
        for skill in ("sql", "python", "nothing"):
            if skill not in step.skills:
                yield f"{name} teaches {skill}", skill, put(plan, i, skills=(*step.skills, skill))
        yield f"{name} teaches twice", name, put(plan, i, skills=(*step.skills, *step.skills))
        dropped = summed(replace(plan, steps=plan.steps[:i] + plan.steps[i + 1 :]))
        yield f"{name} is dropped", "said to be", dropped
        yield f"{name} is there twice", name, summed(replace(plan, steps=(*plan.steps, step)))
        yield f"{name} becomes e", "e:", put(plan, i, credential="e")
    for i, j in combinations(range(len(plan.steps)), 2):
        turned = list(plan.steps)
        turned[i], turned[j] = turned[j], turned[i]
        yield f"steps {i} and {j} change places", turned[j].credential, replace(plan, steps=tuple(turned))
        first, second = plan.steps[i], plan.steps[j]
        swapped = put(plan, i, credential=second.credential, option=second.option)
        swapped = put(swapped, j, credential=first.credential, option=first.option)
        yield f"steps {i} and {j} change names", first.credential, swapped


def claims(plan: Plan) -> Iterator[Changed]:
    for cents in ("0.01", "-0.01", "-345.70"):
        yield f"cost {cents}", "cost", replace(plan, cost=Money(plan.cost.amount + Decimal(cents)))
    yield "cost in euro", "USD", replace(plan, cost=Money(plan.cost.amount, "EUR"))
    for more in (0.1, -0.1, float("nan"), float("inf")):
        yield f"hours {more}", "hours", replace(plan, hours=plan.hours + more)
        yield f"coverage {more}", "coverage", replace(plan, coverage=plan.coverage + more)
        yield f"gap {more}", "gap", replace(plan, gap=plan.gap + more)
    yield "only within a gap", "gap", replace(plan, status=PlanStatus.WITHIN_GAP)
    yield "a gap above one", "gap", replace(plan, status=PlanStatus.WITHIN_GAP, gap=1.5)
    for days in (-1, 1):
        yield f"finish {days}", "finish", replace(plan, finish=plan.finish + days * DAY)
    for k, part in enumerate(plan.by_skill):
        rest = plan.by_skill[:k] + plan.by_skill[k + 1 :]
        yield f"no evidence for {part.skill}", "skills", replace(plan, by_skill=rest)
        yield f"{part.skill} twice", "skills", replace(plan, by_skill=(*plan.by_skill, part))
        yield "another skill", "skills", replace(plan, by_skill=(*rest, Coverage("other", part.evidence)))
        for more in (0.001, -0.001, float("nan"), 1.0):
            changed = (*rest, Coverage(part.skill, part.evidence + more))
            yield f"{part.skill} {more}", part.skill, replace(plan, by_skill=changed)
    for open_ in ((), ("sql",), ("python", "sql"), ("python", "python"), ("other",)):
        yield f"open {open_}", "leave open", replace(plan, uncovered=open_)


def beside(plan: Plan) -> Iterator[Changed]:
    (named,) = plan.supplements
    (project,) = plan.projects
    for changed in (
        {"skill": "sql"},
        {"credential": "a"},
        {"credential": "stranger"},
        {"free": False},
        {"cost": None},
        {"cost": Money(Decimal(1))},
        {"hours": 4},
        {"hours": None},
    ):
        yield f"supplement {changed}", "supplement", replace(plan, supplements=(replace(named, **changed),))
    for shown in ({"skills": ()}, {"skills": ("other",)}, {"hours_min": 11}, {"hours_min": -1}):
        yield f"project {shown}", "project p", replace(plan, projects=(replace(project, **shown),))


@pytest.mark.parametrize("family", [dates, amounts, steps_, claims, beside])
def test_every_change_of_the_plan_is_rejected_and_named(case: Any, family: Any) -> None:
    tried = list(family(case.plan))
    assert len(tried) > 10
    for about, word, plan in tried:
        assert plan != case.plan, about
        said = case.wrong(plan)
        assert said, f"accepted: {about}"
        assert any(word in violation for violation in said), (about, said)


def test_what_promises_less_is_no_broken_rule(case: Any) -> None:
    plan = case.plan
    for harmless in (
        replace(plan, name="another name"),
        replace(plan, supplements=(), projects=()),
        replace(plan, supplements=(replace(plan.supplements[0], fits=False),)),
        replace(plan, by_skill=plan.by_skill[::-1]),
        case.with_step(0, skills=()),
        case.with_step(1, payments=plan.steps[1].payments[::-1]),
        case.with_step(0, payments=(*plan.steps[0].payments, Payment(date(2026, 1, 1), Money(Decimal(0)), "nothing"))),
    ):
        assert harmless != plan
        assert case.wrong(harmless) == ()


def absurd(plan: Plan) -> Iterator[Plan]:
    step = plan.steps[0]
    ends = (date.min, date.max)
    for start in ends:
        for finish in ends:
            for expires in (None, *ends):
                yield put(plan, 0, start=start, finish=finish, expires=expires)
                yield put(plan, 3, start=start, finish=finish, expires=expires)
    yield replace(plan, steps=plan.steps * 50)
    yield replace(plan, steps=(step,) * 200)
    yield replace(plan, steps=())
    yield replace(
        plan, steps=(Step("", "", date.max, date.min, float("nan"), (), ("",)),), by_skill=(), coverage=float("nan")
    )
    yield put(plan, 0, payments=tuple(Payment(d, Money(Decimal("-1e300"), "XXX"), "") for d in ends))


def test_an_absurd_plan_is_answered_in_words(case: Any) -> None:
    for plan in absurd(case.plan):
        assert case.wrong(plan)


def test_absurd_limits_are_answered_in_words(case: Any) -> None:
    for changed in (
        {"hours_per_week": 0},
        {"hours_per_week": -1},
        {"hours_per_week": float("nan")},
        {"hours_per_week": 1e-300},
        {"max_credentials": -1},
        {"start": date.max},
        {"deadline": date.min},
        {"off": ((date.min, date.max),)},
        {"budget": Money(Decimal(10**6), "EUR")},
        {"budget_per_month": Money(Decimal(10**6), "EUR")},
        {"keep_until": date.max},
    ):
        assert case.limits(**changed), changed


def test_no_plan_at_all_is_accepted_when_it_claims_nothing(case: Any) -> None:
    nothing = replace(
        case.plan,
        steps=(),
        cost=Money(Decimal(0)),
        hours=0.0,
        finish=date(2025, 12, 31),
        coverage=0.0,
        by_skill=(Coverage("sql", 0.0), Coverage("python", 0.0)),
        uncovered=("python", "sql"),
        supplements=(),
    )
    assert case.wrong(nothing, fixed=()) == ()
    assert case.wrong(nothing) == ("a: has to be in the plan, and is not",)
    assert case.wrong(replace(nothing, finish=date(2026, 1, 1)), fixed=()) == (
        "the finish is said to be 2026-01-01, and there are no steps",
    )
