"""Problems in files are solved without catalog or profile, and plans are checked against them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.plan_problem import check_plan, plan_problem, problem_schema
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.errors import InputError
from credlens.model.plan import PlanStatus
from credlens.plan import solve as planner
from credlens.plan.files.problem_file import read

MONTHLY = {"pattern": "per_month", "amount": "49.50", "subscription": "platform"}
PROBLEM: dict[str, Any] = {
    "format": "credlens-problem/1",
    "currency": "EUR",
    "limits": {"budget": 300, "hours_per_week": 7, "start": "2026-01-01", "deadline": "2026-12-31"},
    "targets": [{"skill": "sql", "label": "SQL", "uri": "urn:sql", "weight": 2}, {"skill": "python", "weight": 1}],
    "credentials": [
        {"id": "a", "title": "Course A", "hours": 20, "proves": {"sql": 0.6}, "options": [{"charges": [MONTHLY]}]},
        {
            "id": "b", "hours": 30, "proves": {"python": 0.5}, "needs": [{"by": ["a"]}],
            "options": [{"name": "monthly", "charges": [MONTHLY]}, {"name": "once", "charges": [{"pattern": "one_off", "amount": 40}]}],
        },
    ],
    "excluded": [{"id": "c", "because": "in Klingon"}],
}  # fmt: skip


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return open_home(tmp_path / "home", today=date(2026, 11, 22))


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, value: Any) -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(value), "utf-8")
        return path

    return write


def test_a_problem_is_solved_and_its_plans_are_accepted(ports: Ports, file: Callable[..., Path]) -> None:
    problem = file("problem.json", PROBLEM)
    found = plan_problem(ports, problem)
    said = json.loads(json.dumps(found.to_json(), allow_nan=False))
    first = said["plans"][0]
    # b pays 40 once: a second month, begun on 1 February, would be 49.50 more.
    assert [(s["title"], s["option"], s["finish"]) for s in first["steps"]] == [
        ("Course A", "standard", "2026-01-20"),
        ("b", "once", "2026-02-19"),
    ]
    assert (first["cost"], first["currency"]) == (89.5, "EUR")
    assert found.plans[0].status is PlanStatus.OPTIMAL
    assert first["steps"][0]["skills"] == [{"uri": "urn:sql", "label": "SQL"}]
    assert first["steps"][1]["skills"] == [{"uri": "python", "label": "python"}]
    assert said["left_out"] == [{"credential": "c", "reason": "in Klingon"}]
    assert (said["limits"]["start"], "because" in said) == ("2026-01-01", False)
    checked = check_plan(ports, problem, file("plan.json", said))
    assert checked.to_json() == {
        "accepted": True,
        "plans": [{"name": p["name"], "violations": []} for p in said["plans"]],
    }
    assert not ports.home.exists()  # nothing is kept


def test_a_budget_that_can_buy_nothing(ports: Ports, file: Callable[..., Path]) -> None:
    """Free courses would fit. Whoever has money to spend is told why it buys nothing, and plans are made for a budget of 0."""
    free = {"id": "free", "hours": 10, "proves": {"sql": 0.6}, "options": [{"charges": []}]}
    foreign = [{"id": "x", "because": "priced in USD; no exchange rate offline"}]
    case = {**PROBLEM, "credentials": [free], "excluded": foreign, "bundles": [], "awards": []}
    for budget, plans in ((300, 0), (0, 1)):
        limits = {**PROBLEM["limits"], "budget": budget}
        said = plan_problem(ports, file("p.json", {**case, "limits": limits}), 1).to_json()
        assert (len(said["plans"]), said["priced_elsewhere"]) == (plans, [{"currency": "USD", "credentials": 1}])
        assert plans or said["because"][0].startswith("A budget of EUR 300 can buy nothing here: the 1 credential")


def test_so_many_plans_as_are_asked_for(ports: Ports, file: Callable[..., Path]) -> None:
    assert len(plan_problem(ports, file("p.json", PROBLEM), alternatives=1).plans) == 1


@pytest.mark.parametrize(
    "limits", [{"hours_per_week": 0}, {"deadline": "2025-12-31"}, {"max_credentials": 0}, {"deadline": "2026-01-02"}]
)
def test_nothing_fits_and_that_is_said(ports: Ports, file: Callable[..., Path], limits: dict[str, Any]) -> None:
    found = plan_problem(ports, file("p.json", {**PROBLEM, "limits": {**PROBLEM["limits"], **limits}}))
    said = found.to_json()
    assert said["plans"] == []
    assert said["because"]
    assert all(isinstance(words, str) and words for words in said["because"])


@pytest.mark.parametrize(
    "change",
    [{"cost": 5}, {"finish": "2026-01-19"}, {"steps": []}],
)
def test_a_plan_that_was_tampered_with_is_rejected(
    ports: Ports, file: Callable[..., Path], change: dict[str, Any]
) -> None:
    problem = file("problem.json", PROBLEM)
    said = json.loads(json.dumps(plan_problem(ports, problem, alternatives=1).to_json()))
    good = said["plans"][0]
    checked = check_plan(ports, problem, file("plan.json", {"plans": [good, {**good, **change, "name": "forged"}]}))
    assert not checked.accepted
    assert [(name, bool(wrong)) for name, wrong in checked.plans] == [(good["name"], False), ("forged", True)]


def test_a_plan_the_checker_rejects_is_never_shown(
    ports: Ports, file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = planner.solve
    dear = {**PROBLEM, "limits": {**PROBLEM["limits"], "budget": 60}}

    def cheating(_problem: Any, **more: Any) -> Any:
        return real(read(json.dumps(PROBLEM).encode(), "other").problem, **more)

    monkeypatch.setattr(planner, "solve", cheating)
    with pytest.raises(RuntimeError, match="the checker rejects the plan 'strongest"):
        plan_problem(ports, file("p.json", dear))


def test_files_that_cannot_be_read(ports: Ports, file: Callable[..., Path], tmp_path: Path) -> None:
    problem = file("problem.json", PROBLEM)
    with pytest.raises(InputError) as caught:
        plan_problem(ports, tmp_path / "none.json")
    assert caught.value.where == str(tmp_path / "none.json")
    with pytest.raises(InputError) as caught:
        check_plan(ports, problem, file("plan.json", {"steps": [{}]}))
    assert caught.value.where == f"{tmp_path / 'plan.json'}: steps[0].start"


def test_the_schema_is_one_of_the_named_draft(ports: Ports) -> None:
    made = json.loads(json.dumps(problem_schema(ports).to_json()))
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["properties"]["format"]["const"] == PROBLEM["format"]
