"""What to do next, and what that changes in the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from credlens.app.events import undo
from credlens.app.learning.next_step import find_next
from credlens.app.ports import Ports
from credlens.app.replan import replan
from credlens.model.errors import UserError
from credlens.model.next_step import NextKind, PlanAdvice
from credlens.model.progress import EventKind
from tests.app.learning.logs import fill

C = "google-data-analytics"
TODAY = date(2026, 10, 30)
Home = Callable[[date], Ports]


def test_every_kind_of_choice_has_its_worth_and_what_it_rests_on(planned: Home) -> None:
    ports = planned(TODAY)
    fill(ports, C, (20, 3), (15, 2), last=TODAY)
    page = find_next(ports)
    found = page.found
    kinds = {w.choice.kind for w in found.found}
    assert kinds >= {NextKind.APPLY_MORE, NextKind.CREDENTIAL, NextKind.PROJECT, NextKind.NETWORKING}
    answer = page.to_json()
    assert [c["credential"] for c in answer["shelf_life"]["credentials"]] == [C]
    for choice in answer["choices"]:
        low, high = choice["extra_interviews"]["ci90"]
        assert low <= choice["extra_interviews"]["mean"] <= high
        assert choice["because"]
    assert {a["name"] for a in answer["assumptions"]} >= {"weeks ahead", "free hours a week", "suitable ads a week"}
    assert all(a["source"] for a in answer["assumptions"])
    assert answer["because"][0].startswith("Your log: 35 applications")


def test_the_log_makes_the_plan_leave_what_is_not_worth_its_hours_now(planned: Home) -> None:
    ports = planned(TODAY)
    fill(ports, C, (26, 4), (14, 2), last=date(2026, 9, 14))
    said = find_next(ports).found
    waiting = set(said.planned) - set(said.worthwhile)
    assert said.plan in (PlanAdvice.FEWER, PlanAdvice.PAUSE)
    assert waiting
    made = replan(ports)
    assert {c.credential for c in made.changes if c.what.value == "dropped"} == waiting
    assert all("by your log" in c.because for c in made.changes if c.credential in waiting)
    assert any("your log" in line.lower() for line in made.because)
    told = [e for e in made.found.events if e.kind is EventKind.LOG]
    assert told[0].option == said.instead.choice.title
    assert {e.credential for e in told[1:]} == set(said.worthwhile)
    again = replan(ports)
    assert (again.unchanged, again.kept) == (True, False)  # the log says nothing new
    undo(ports)
    assert {s.credential for s in replan(ports).found.old.steps} >= waiting


def test_few_settled_applications_change_no_plan(planned: Home) -> None:
    ports = planned(TODAY)
    fill(ports, C, (10, 0), (9, 0), last=TODAY - timedelta(days=45))
    said = find_next(ports).found
    assert (said.plan, said.worthwhile) == (PlanAdvice.CONTINUE, said.planned)
    assert not [e for e in replan(ports).found.events if e.kind is EventKind.LOG]


def test_without_a_plan_and_a_log_options_for_the_first_skill_are_looked_at(maria: Home) -> None:
    found = find_next(maria(TODAY)).found
    assert found.plan is PlanAdvice.NO_PLAN
    assert any(w.choice.kind is NextKind.CREDENTIAL for w in found.found)
    assert "Nothing is logged yet" in found.because[0]


def test_a_stranger_gets_an_answer_and_no_home(ports: Ports) -> None:
    found = find_next(ports).found
    assert {w.choice.kind for w in found.found} >= {NextKind.APPLY_MORE, NextKind.NETWORKING}
    assert not ports.has_state()


@pytest.mark.parametrize(
    "wrong", [{"weeks": 0.0}, {"hours": -1.0}, {"hours": float("nan")}, {"application_hours": 0.0}]
)
def test_numbers_that_make_no_sense_are_refused(ports: Ports, wrong: dict[str, float]) -> None:
    with pytest.raises(UserError, match="makes no sense"):
        find_next(ports, **wrong)  # type: ignore[arg-type]
