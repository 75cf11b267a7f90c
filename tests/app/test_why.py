"""Why a plan is as it is: from the loop to JSON and to the terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from credlens.app import demo, loop
from credlens.app.knowledge import Knowledge
from credlens.app.why_shapes import conflict_json, why_json
from credlens.cli.show.plan_why import show_why
from credlens.io.home import open_home
from credlens.model.loop import Loop
from credlens.model.quantity import Money

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def expert(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Loop]:
    """The expert's loop explained, and with a budget and a wish that no plan can keep."""
    home: Path = tmp_path_factory.mktemp("why")
    ports = open_home(home, today=TODAY)
    who, here, read = demo.placed(ports, Knowledge(ports, own=False), "expert")
    wishes = loop.Wishes(considering=who.considering, explain=True)
    explained = loop.run(here, read, who.limits, wishes)
    step = explained.plans[0].steps[0].credential
    poor = replace(who.limits, budget=Money(Decimal(0)), languages=("en",))
    none = loop.run(here, read, poor, loop.Wishes(exclude=(step,), fixed=(step,)))
    plain = loop.run(here, read, who.limits, loop.Wishes(alternatives=1))
    foreign = loop.run(here, read, replace(who.limits, budget=Money(Decimal(300), "XTS")), loop.Wishes())
    return {"explained": explained, "none": none, "plain": plain, "foreign": foreign}


def test_every_reason_has_a_sentence(expert: dict[str, Loop]) -> None:
    run = expert["explained"]
    shown = why_json(run)
    assert [s["credential"] for s in shown["why"]["steps"]] == [s.credential for s in run.plans[0].steps]
    assert shown["why"]["rivals"][0]["credential"] == run.considering[0]
    assert {c["limit"] for c in shown["why"]["limits"]} == {
        "hours_per_week", "budget", "deadline", "max_credentials",
    }  # fmt: skip
    assert all(r["says"].endswith(".") for part in ("steps", "rivals", "limits") for r in shown["why"][part])
    assert run.catalog[run.plans[0].steps[0].credential].title in shown["why"]["steps"][0]["says"]


def test_the_named_plans_lie_on_the_front(expert: dict[str, Loop]) -> None:
    run = expert["explained"]
    names = {n for p in why_json(run)["front"] for n in p["names"]}
    assert {"strongest", "cheapest", "fastest"} <= names
    costs = [p["cost"] for p in why_json(run)["front"]]
    assert costs == sorted(costs)


def test_nobody_asked(expert: dict[str, Loop]) -> None:
    assert why_json(expert["plain"]) == {"why": None, "front": []}
    assert conflict_json(expert["plain"].conflict) == []


def test_what_is_wanted_and_not_wanted_cannot_hold_together(expert: dict[str, Loop]) -> None:
    run = expert["none"]
    assert run.plans == ()
    found = conflict_json(run.conflict)
    assert {c["limit"] for c in found} in ({"fixed", "exclude"}, {"budget", "fixed"})
    title = run.catalog[found[-1]["value"]].title
    assert any(title in line for line in run.why_no_plan)


def test_a_budget_in_a_currency_that_nobody_asks_for_is_the_conflict(expert: dict[str, Loop]) -> None:
    run = expert["foreign"]
    assert run.plans == ()
    [found] = conflict_json(run.conflict)
    assert (found["limit"], found["value"]) == ("currency", "XTS")
    assert (
        found["instead"] == f"Give the budget in {run.priced_elsewhere[0][0]}: --currency {run.priced_elsewhere[0][0]}."
    )
    assert run.why_no_plan[0].startswith("A budget of XTS 300 can buy nothing here: ")
    assert sum(n for _, n in run.priced_elsewhere) == sum("priced in" in why for _, why in run.left_out)


def test_the_terminal_says_the_same(expert: dict[str, Loop]) -> None:
    page = Console(file=io.StringIO(), width=100, color_system=None)
    show_why(page, expert["explained"])
    said = page.file.getvalue()  # type: ignore[attr-defined]
    for title in (
        "plan has these steps",
        "Why others are not in it",
        "What a little more would buy",
        "What money and time buy",
    ):
        assert title in said
    assert "strongest" in said
    empty = Console(file=io.StringIO(), width=100)
    show_why(empty, expert["plain"])
    assert empty.file.getvalue() == ""  # type: ignore[attr-defined]
