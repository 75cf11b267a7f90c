"""A plan written by hand that keeps every rule, and one broken rule in each test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import Prerequisite, Status
from credlens.model.occupation import DegreeLevel
from credlens.model.plan import Coverage, Payment, Plan, PlanStatus, Step, Supplement
from credlens.model.quantity import Hours, Money
from credlens.plan.checker import check

GAP = {"sql": 60, "python": 40}


def usd(amount: Any) -> Any:
    return Money(Decimal(str(amount)))


@pytest.fixture
def case(world: Any) -> Any:
    """a (10 h, a month of "plus"), then b (31 h, the rest of that month and another), b asks for a; one hour a day."""
    plus = [world.cost("per_month", 49, subscription="plus")]
    a = world.credential("a", "sql core", 10, plus)
    b = world.credential("b", "python part", 31, [*plus, world.cost("per_attempt", 99, what="exam")], needs=[["a"]])
    steps = (
        Step(
            "a",
            "standard",
            date(2026, 1, 1),
            date(2026, 1, 10),
            10,
            (Payment(date(2026, 1, 1), usd(49), "tuition"),),
            ("sql",),
        ),
        Step(
            "b",
            "standard",
            date(2026, 1, 11),
            date(2026, 2, 10),
            31,
            (Payment(date(2026, 2, 1), usd(49), "tuition"), Payment(date(2026, 2, 10), usd(99), "exam")),
            ("python",),
        ),
    )
    plan = Plan(
        "by hand",
        steps,
        usd(197),
        41,
        date(2026, 2, 10),
        0.6 * 0.56 + 0.4 * 0.35,
        (Coverage("sql", 0.56), Coverage("python", 0.35)),
        ("python",),
        PlanStatus.OPTIMAL,
        0.0,
    )
    return {
        "plan": plan,
        "catalog": world.catalog(a, b),
        "person": world.person(),
        "limits": world.limits(200, 7, deadline=date(2026, 2, 10), max_credentials=2),
        "gap": world.gap(GAP),
        "scorecards": {},
    }


def found(case: Any, **changed: Any) -> Any:
    given = case | changed
    return check(given.pop("plan"), **given)


def with_step(case: Any, place: Any, **changed: Any) -> Any:
    plan = case["plan"]
    steps = list(plan.steps)
    steps[place] = replace(steps[place], **changed)
    return replace(plan, steps=tuple(steps))


def with_facts(case: Any, name: Any, **changed: Any) -> Any:
    catalog = case["catalog"]
    return type(catalog)({**catalog.credentials, name: replace(catalog[name], **changed)})


def test_the_plan_by_hand_is_accepted(case: Any) -> None:
    assert found(case) == ()


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"budget": usd(196)}, "costs 197, the budget is 196"),
        ({"deadline": date(2026, 2, 9)}, "b: finishes on 2026-02-10, after the deadline, 2026-02-09"),
        ({"start": date(2026, 1, 2)}, "a: starts on 2026-01-01, before the first day, 2026-01-02"),
        ({"max_credentials": 1}, "2 credentials, at most 1 are allowed"),
        ({"hours_per_week": 6.9}, "a: 10 h do not fit into its days, which hold 9.85714 h"),
        ({"hours_per_week": 0}, "a: 10 h do not fit into its days, which hold 0 h"),
    ],
)
def test_a_broken_limit_is_named(case: Any, limits: Any, says: Any) -> None:
    assert says in found(case, limits=replace(case["limits"], **limits))


@pytest.mark.parametrize(
    ("place", "changes", "says"),
    [
        (1, {"start": date(2026, 1, 10)}, "b: starts on 2026-01-10, while a runs until 2026-01-10"),
        (1, {"finish": date(2026, 1, 5)}, "b: finishes on 2026-01-05, before it starts"),
        (0, {"hours": 8}, "a: planned with 8 h, 10 h are left to do"),
        (0, {"credential": "b"}, "b: more than once in the plan"),
        (0, {"credential": "nowhere"}, "nowhere: not in the catalog"),
        (0, {"option": "other"}, "a: has no cost option 'other'"),
        (0, {"skills": ("python",)}, "a: said to teach python, which it does not"),
        (0, {"payments": ()}, "a: pays nothing, owed is 49 on 2026-01-01"),
        (
            0,
            {"payments": (Payment(date(2026, 1, 1), usd(39), ""),)},
            "a: pays 39 on 2026-01-01, owed is 49 on 2026-01-01",
        ),
        (
            0,
            {"payments": (Payment(date(2026, 1, 2), usd(49), ""),)},
            "a: pays 49 on 2026-01-02, owed is 49 on 2026-01-01",
        ),
        (
            1,
            {"payments": (Payment(date(2026, 2, 10), usd(99), ""),)},
            "b: pays 99 on 2026-02-10, owed is 49 on 2026-02-01, 99 on 2026-02-10",
        ),
        (
            0,
            {"payments": (Payment(date(2026, 1, 1), Money(Decimal(49), "EUR"), ""),)},
            "money in another currency than the budget's, USD",
        ),
    ],
)
def test_a_false_step_is_named(case: Any, place: Any, changes: Any, says: Any) -> None:
    assert says in found(case, plan=with_step(case, place, **changes))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"cost": usd(150)}, "the cost is said to be 150, the payments add up to 197"),
        ({"hours": 30}, "the hours are said to be 30, the steps add up to 41"),
        ({"finish": date(2026, 2, 1)}, "the finish is said to be 2026-02-01, the last step ends on 2026-02-10"),
        ({"coverage": 0.9}, "coverage said to be 0.900, the skills add up to 0.476"),
        (
            {"by_skill": (Coverage("sql", 0.57), Coverage("python", 0.35))},
            "sql: evidence said to be 0.570, at most 0.560 is taught",
        ),
        (
            {"by_skill": (Coverage("sql", 0.56),)},
            "the skills whose evidence is stated are not the skills of the gap that can be learned",
        ),
        ({"uncovered": ()}, "said to leave open nothing, open are python"),
        ({"gap": 0.1}, "status optimal with a gap of 0.1"),
        (
            {"supplements": (Supplement("python", "a", free=True, cost=None, hours=None, fits=True),)},
            "supplement a: is a step of the plan already",
        ),
        (
            {"supplements": (Supplement("python", "x", free=True, cost=None, hours=None, fits=True),)},
            "supplement x: does not teach python",
        ),
    ],
)
def test_a_false_claim_is_named(case: Any, changes: Any, says: Any) -> None:
    assert says in found(case, plan=replace(case["plan"], **changes))


def test_a_supplement_with_a_price_is_not_free(case: Any, world: Any) -> None:
    paid = world.credential("x", "python part", 5, [world.cost("one_off", 5)])
    catalog = type(case["catalog"])({**case["catalog"].credentials, "x": paid})
    extra = Supplement("python", "x", free=True, cost=usd(0), hours=5, fits=True)
    plan = replace(case["plan"], supplements=(extra,))
    assert found(case, plan=plan, catalog=catalog) == ("supplement x: said to be free, but has a price",)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"ends": date(2026, 1, 9)}, "a: withdrawn on 2026-01-09, finished only on 2026-01-10"),
        ({"status": Status.CEASED}, "a: no longer on offer"),
        ({"open_to_public": False}, "a: not open to the public"),
        ({"hours": Hours(10, 12)}, "a: planned with 10 h, 11 h are left to do"),
        ({"hours": None}, "a: its workload is unknown"),
        ({"costs": "euro"}, "a: priced in EUR, the budget is in USD"),
        ({"costs": None}, "a: the price of the tuition is unknown"),
        ({"prerequisites": {"degree": DegreeLevel.MASTER}}, "a: asks for a degree (master), shown is unstated"),
        ({"prerequisites": {"experience_years": 2.0}}, "a: asks for 2 years of experience, shown are 0"),
        ({"prerequisites": {"text": "sponsorship"}}, "a: asks for sponsorship"),
        ({"prerequisites": {"skills": ("git",)}}, "a: asks for git first"),
    ],
)
def test_a_fact_that_speaks_against_a_step_is_named(case: Any, world: Any, facts: Any, says: Any) -> None:
    ((field, value),) = facts.items()
    if field == "costs":
        amount = world.unknown if value is None else 49
        value = (world.cost("one_off", amount, currency="USD" if value is None else "EUR"),)
    elif field == "prerequisites":
        value = (Prerequisite(hard=True, sources=(), **value),)
    else:
        value = world.unknown if value is None else world.fact(value)
    assert says in found(case, catalog=with_facts(case, "a", **{field: value}))


def test_what_the_person_decided_on_is_not_held_to_degree_or_experience(case: Any) -> None:
    wants = (Prerequisite(hard=True, sources=(), degree=DegreeLevel.MASTER),)
    assert found(case, catalog=with_facts(case, "a", prerequisites=wants), fixed=["a"]) == ()


def test_a_prerequisite_has_to_come_before(case: Any) -> None:
    plan = case["plan"]
    turned = replace(plan, steps=plan.steps[::-1])
    assert "b: asks for a first" in found(case, plan=turned)


def test_a_prerequisite_may_be_held_already(case: Any, world: Any) -> None:
    alone = with_step(case, 0, credential="c", skills=())
    catalog = type(case["catalog"])({**case["catalog"].credentials, "c": world.credential("c", "", 10)})
    assert "b: asks for a first" in found(case, plan=alone, catalog=catalog)
    assert "b: asks for a first" not in found(case, plan=alone, catalog=catalog, person=world.person(holds=["a"]))


def test_a_skill_asked_for_is_met_by_an_earlier_step_or_by_the_person(case: Any, world: Any) -> None:
    def asking_for(skill: str) -> Any:
        return with_facts(case, "b", prerequisites=(Prerequisite(hard=True, sources=(), skills=(skill,)),))

    assert found(case, catalog=asking_for("sql")) == ()
    assert found(case, catalog=asking_for("git")) == ("b: asks for git first",)
    assert found(case, catalog=asking_for("git"), person=world.person("git beginner")) == ()
    assert found(case, catalog=asking_for("git"), person=world.person("git beginner", refused=("git",))) != ()


def test_what_is_held_is_not_earned_again(case: Any, world: Any) -> None:
    assert "a: held already" in found(case, person=world.person(holds=["a"]))


def test_a_skill_outside_the_gap_is_no_skill_of_the_gap(case: Any, world: Any) -> None:
    plan = with_step(case, 0, skills=("sql", "r"))
    catalog = with_facts(case, "a", skills=world.credential("a", "sql core, r core").skills)
    assert found(case, plan=plan, catalog=catalog) == ("a: r is not a skill of the gap",)


def test_hours_known_already_may_be_left_out_only_where_modules_can_be_skipped(case: Any, world: Any) -> None:
    person = world.person("sql advanced")
    plan = replace(with_step(case, 0, hours=3), hours=34)
    skippable = with_facts(case, "a", modules_skippable=world.fact(value=True))
    assert found(case, plan=plan, person=person, catalog=skippable) == ()
    assert "a: planned with 3 h, 6.5 h are left to do" in found(case, plan=plan, person=person)


def test_without_scorecards_evidence_is_held_to_the_best_there_could_be(case: Any) -> None:
    best = replace(case["plan"], by_skill=(Coverage("sql", 0.8), Coverage("python", 0.5)), uncovered=())
    assert found(case, plan=best, scorecards=None) == ()
    more = replace(best, by_skill=(Coverage("sql", 0.81), Coverage("python", 0.5)))
    assert found(case, plan=more, scorecards=None) == ("sql: evidence said to be 0.810, at most 0.800 is taught",)


@pytest.mark.parametrize(
    ("start", "finish", "days"),
    [
        ("2026-01-31", "2026-03-30", ["2026-01-31", "2026-02-28"]),
        ("2028-01-31", "2028-02-29", ["2028-01-31", "2028-02-29"]),
    ],
)
def test_months_are_counted_on_the_calendar(case: Any, world: Any, start: Any, finish: Any, days: Any) -> None:
    month = [world.cost("per_month", 49)]
    first, last = date.fromisoformat(start), date.fromisoformat(finish)
    paid = tuple(Payment(date.fromisoformat(d), usd(49), "tuition") for d in days)
    step = Step("a", "standard", first, last, 10, paid, ("sql",))
    plan = replace(case["plan"], steps=(step,), cost=usd(98), hours=10, finish=last, uncovered=("python",))
    plan = replace(plan, by_skill=(Coverage("sql", 0.56), Coverage("python", 0)), coverage=0.336)
    given = {
        "catalog": world.catalog(world.credential("a", "sql core", 10, month)),
        "limits": world.limits(98, deadline=date(2029, 1, 1)),
    }
    assert found(case, plan=plan, **given) == ()
    shorter = replace(plan, steps=(replace(step, payments=paid[:1]),), cost=usd(49))
    assert found(case, plan=shorter, **given)[0].startswith("a: pays 49 on")


def test_the_checker_shares_no_code_with_the_rest_of_the_room() -> None:
    from credlens.plan import checker

    rooms = {getattr(v, "__module__", "") for v in vars(checker).values()}
    assert {m for m in rooms if m.startswith("credlens.plan")} == {"credlens.plan.checker"}
