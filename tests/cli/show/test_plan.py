"""Plans as the terminal shows them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from rich.console import Console

from credlens.cli.show.plan import show_plans
from credlens.model.credential import Catalog, Credential
from credlens.model.demand import Demand
from credlens.model.gap import Gap
from credlens.model.loop import Loop
from credlens.model.person import Person
from credlens.model.plan import Coverage, Limits, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.model.schedule import Exam, Expiry, OtherPace, Subscription, Timetable
from credlens.model.scorecard import Comparison
from credlens.model.skill import Reuse, Skill, SkillKind, Taxonomy
from credlens.plan.schedule.weeks import months, weeks

START = date(2026, 1, 5)


def usd(amount: str) -> Money:
    return Money(Decimal(amount))


SQL = Step(
    "sql",
    "o",
    START,
    date(2026, 2, 1),
    30,
    (
        Payment(START, usd("49"), "tuition, month 1"),
        Payment(date(2026, 2, 1), usd("165"), "exam"),
        Payment(date(2026, 2, 1), usd("33.10"), "another attempt", PaymentKind.SET_ASIDE),
        Payment(date(2029, 2, 1), usd("20"), "fee", PaymentKind.RENEWAL),
    ),
    ("sql",),
)
FREE = Step("free", "o", date(2026, 2, 2), date(2026, 2, 8), 5, (), ("r",))
LIMITS = Limits(usd("400"), 10, START, date(2026, 6, 30), off=((date(2026, 1, 12), date(2026, 1, 18)),))
COVERED = (Coverage("sql", 0.8), Coverage("r", 0.34), Coverage("viz", 0.0), Coverage("etl", 0.004))
STRONG = Plan(
    "strongest", (SQL, FREE), usd("267.10"), 35, FREE.finish, 0.44, COVERED, ("r", "viz", "etl"), PlanStatus.OPTIMAL, 0
)
CHEAP = Plan(
    "cheapest",
    (FREE,),
    usd("0"),
    5,
    FREE.finish,
    0.1,
    COVERED[1:],
    ("r", "viz", "etl"),
    PlanStatus.WITHIN_GAP,
    0.031,
    gives_up=("SQL stays open",),
)
TIMES = Timetable(
    weeks(STRONG.steps, LIMITS),
    months(STRONG.steps, LIMITS),
    (
        Subscription(
            "sql", "SQL Basics", "tuition", 1, ("sql",), START, date(2026, 2, 1), date(2026, 2, 4), date(2026, 2, 2),
            1, usd("49"), usd("49"),
        ),
    ),
    (Exam("sql", date(2026, 2, 1), date(2026, 2, 15), usd("33.10")), Exam("free", FREE.finish, None, usd("0"))),
    (Expiry("sql", date(2029, 2, 1), SQL.payments[3:]), Expiry("free", date(2027, 2, 8), ())),
    (OtherPace(5, date(2026, 4, 1), usd("316.10"), usd("49"), (("sql", 1),), True, True, "At 5 h a week it is dearer."),),
)  # fmt: skip


@pytest.fixture
def loop() -> Loop:
    labels = {"sql": "SQL", "r": "R", "viz": "Charts", "etl": "ETL"}
    skills = {k: Skill(k, v, (), SkillKind.SKILL, Reuse.CROSS_SECTOR, "data", ()) for k, v in labels.items()}
    return Loop(
        made=START,
        person=Person("Somebody", {}),
        demand=Demand(0, 0, 0, {}, {}, {}, {}, ()),
        gap=Gap("analyst", 0, (), (), ()),
        limits=LIMITS,
        taxonomy=Taxonomy("t", "1", "", skills),
        catalog=Catalog({"sql": Credential("sql", "SQL Basics"), "free": Credential("free", "R for [all]")}),
        options={},
        comparison=Comparison((), ()),
        plans=(STRONG, CHEAP),
        timetables={"strongest": TIMES},
    )


def said(loop: Loop) -> str:
    page = Console(file=io.StringIO(), width=110, no_color=True, highlight=False)
    show_plans(page, loop)
    assert isinstance(page.file, io.StringIO)
    return page.file.getvalue()


def flat(loop: Loop) -> str:
    """In one line, so that a line break is no matter."""
    return " ".join(said(loop).split())


def row(loop: Loop, start: str) -> str:
    return next(line for line in said(loop).splitlines() if line.startswith(start))


def test_plans_stand_side_by_side_with_what_each_gives_up(loop: Loop) -> None:
    assert row(loop, "strongest").split("  ")[-1].strip() in {"", "-"}
    cheap = row(loop, "cheapest")
    assert "0 of 3 skills, 10 % weighted" in cheap
    assert "free" in cheap
    assert cheap.rstrip().endswith("SQL stays open")
    assert "gives up" not in said(replace(loop, plans=(STRONG,)))


def test_it_says_how_good_a_plan_is_known_to_be(loop: Loop) -> None:
    text = flat(loop)
    assert "(proven best)" in text
    assert "(at most 3.1 % below the best possible)" in text


def test_covered_in_part_is_not_called_uncovered(loop: Loop) -> None:
    text = said(loop)
    assert "Covered in part: R (34 %)." in text
    assert "Not covered: Charts, ETL." in text
    assert "Stays uncovered" not in text


def test_the_timeline_shows_study_and_the_week_off(loop: Loop) -> None:
    lines = [line for line in said(loop).splitlines() if "█" in line or "~" in line]
    assert any(line.startswith("█~██· ") and line.rstrip().endswith("SQL Basics") for line in lines)
    assert any(line.startswith("·~··█ ") and line.rstrip().endswith("R for [all]") for line in lines)
    assert "~ week off; a column is 1 week" in flat(loop)


def test_payments_by_month_keep_certain_money_apart(loop: Loop) -> None:
    assert row(loop, "2026-01 ").split()[-6:] == ["49", "SQL", "Basics:", "tuition,", "month", "1"]
    assert "198.10" in row(loop, "2026-02 ")
    text = flat(loop)
    assert "Of this, USD 33.10 is set aside for second attempts" in text
    assert "USD 20 keeps credentials valid after the plan." in text
    assert "SQL Basics: another attempt (set aside), 33.10" in text


def test_days_to_keep_in_mind(loop: Loop) -> None:
    text = flat(loop)
    for sentence in (
        "SQL Basics: subscribe on 2026-01-05, cancel by 2026-02-04; 1 month of USD 49, USD 49 in all.",
        "SQL Basics: exam by 2026-02-01; second attempt not before 2026-02-15.",
        "R for [all]: exam by 2026-02-08; how long a second attempt waits is unknown.",
        "SQL Basics: holds until 2029-02-01; renewal planned: USD 20 on 2029-02-01.",
        "R for [all]: holds until 2027-02-08; no paid renewal is in the plan.",
        "At 5 h a week it is dearer.",
    ):
        assert sentence in text
    paid = replace(TIMES.subscriptions[0], subscribe=None, payments=0)
    running = replace(loop, timetables={"strongest": replace(TIMES, subscriptions=(paid,))})
    assert "SQL Basics: runs already, paid; last use 2026-02-01, cancel by 2026-02-04." in flat(running)


def test_it_says_first_how_many_are_priced_in_other_currencies(loop: Loop) -> None:
    told = flat(replace(loop, priced_elsewhere=(("GBP", 3), ("USD", 1))))
    words = "4 credentials are left out: priced in GBP (3), USD (1), and there is no exchange rate offline."
    assert -1 < told.find(words) < told.find("Strongest")
    one = flat(replace(loop, priced_elsewhere=(("GBP", 1),)))
    assert "1 credential is left out: priced in GBP, and there is no exchange rate offline." in one
    assert "exchange rate" not in flat(loop)


def test_no_plan_has_reasons(loop: Loop) -> None:
    text = flat(replace(loop, plans=(), timetables={}, why_no_plan=("The budget is too small.",)))
    assert "No plan is shown, and here is why: - The budget is too small." in text


def test_the_share_that_is_told_is_the_planners() -> None:
    from credlens.cli.show.plan import LEAST
    from credlens.plan.solve import ENOUGH

    assert LEAST / 100 == ENOUGH
