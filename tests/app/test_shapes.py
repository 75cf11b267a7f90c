"""The JSON that other programs read: the documented names, types and words. More may be added; these stay put."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.app import shapes
from credlens.app.demo import DemoResult
from credlens.app.evaluate import evaluate
from credlens.app.gap import find_gap
from credlens.app.limits import limits
from credlens.app.options import find_options
from credlens.app.plan import make_plan
from credlens.app.ports import NamedBytes, Ports
from credlens.app.read import read_text
from credlens.io.home import open_home
from credlens.model.errors import CredlensError, InputError, NetworkNotAllowedError, OutsideError, Problem, UserError

DemoOf = Callable[[str], DemoResult]

# A shape is a type, a pattern, a set of words, None, a list of one shape, a dict of the keys that must be there, or a tuple of alternatives.
Shape = Any

NUMBER: Shape = (int, float)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SKILL = {"uri": re.compile(r"(http://data\.europa\.eu/esco/skill/|urn:credlens:skill:).+"), "label": str}
SHARE = {"share": (int, float, None), "ci95": [NUMBER], "n": int}
ESTIMATE = {"median": NUMBER, "ci90": [NUMBER]}
EVIDENCE = {"statement": str, "source": {"method": str}, "date": (DAY, None)}
GATE = {
    "kind": {"degree", "licence"},
    "by": {"law", "ads"},
    "state": {"open", "closed", "cannot_tell"},
    "blocks": bool,
    "requirement": str,
    "opens_with": str,
    "jurisdiction": (str, None),
    "evidence": [EVIDENCE],
}
PROBLEM = {"where": str, "message": str, "what_to_do": str}
GAP_ITEM = {
    "skill": SKILL,
    "demand": SHARE,
    "required_share": (int, float, None),
    "held": (
        None,
        {"evidence": [{"kind": str, "where": str, "quote": str, "years": (int, float, None)}], "level": str},
    ),
    "missing": NUMBER,
    "rank": (int, None),
}
GAP = {"target": str, "postings": int, "gates": [GATE], "gap": [GAP_ITEM], "shown": [SKILL], "first": [SKILL]}
OPTION = {
    "credential": str,
    "title": str,
    "cost": (int, float, None),
    "currency": (str, None),
    "hours": (int, float, None),
    "because": str,
    "flags": [{"id": str, "state": {"fires"}, "because": str}],
}
SCORECARD = {
    "id": str,
    "quality": ESTIMATE,
    "suitability": ESTIMATE,
    "criteria": [{"id": str, "value": [NUMBER], "weight": NUMBER, "evidence": [EVIDENCE]}],
    "flags": [{"id": str, "state": {"fires", "clear", "cannot_tell"}, "because": str}],
    "p_best": (int, float, None),
    "p_top3": (int, float, None),
}
LOOK_UP = [{"credential": str, "criterion": str}]
STEP = {
    "credential": str,
    "start": DAY,
    "finish": DAY,
    "hours": NUMBER,
    "cost": [{"day": DAY, "amount": NUMBER, "currency": str, "what": str}],
    "skills": [SKILL],
}
PLAN = {
    "name": str,
    "steps": [STEP],
    "cost": NUMBER,
    "hours": NUMBER,
    "finish": DAY,
    "coverage": NUMBER,
    "uncovered": [SKILL],
    "supplements": [{"skill": SKILL, "credential": str, "free": bool, "cost": (int, float, None), "fits": bool}],
    "projects": [{"id": str, "title": str, "skills": [SKILL], "persons_from": [str]}],
    "status": {"optimal", "within_gap"},
    "gap": NUMBER,
}
ELSEWHERE = [{"currency": str, "credentials": int}]
PLANS = {"priced_elsewhere": ELSEWHERE, "plans": [PLAN], "gates": [GATE]}
NO_PLAN = {"priced_elsewhere": ELSEWHERE, "plans": [], "gates": [GATE], "because": [str]}
READ = {
    "skills": [
        {
            **SKILL,
            "probability": NUMBER,
            "spans": [[int]],
            "requirement": {"required", "preferred", "unclear"},
            "lanes": dict,
        }
    ],
    "requirements": {
        "degree": {
            "level": {"none", "secondary", "associate", "bachelor", "master", "doctorate", "professional", "unstated"},
            "required": (bool, None),
            "experience_substitutes": (bool, None),
            "fields": [str],
            "quote": str,
        },
        "licences": [{"name": str, "required": (bool, None), "quote": str}],
        "credentials": [{"id": str, "name": str, "required": (bool, None), "quote": str}],
        "experience": [{"min_years": (int, float, None), "max_years": (int, float, None), "of": str, "quote": str}],
    },
}


def differences(value: Any, shape: Shape, at: str = "$") -> list[str]:
    """Where a value is not of this shape; keys that the shape does not name are allowed."""
    if isinstance(shape, tuple):
        tried = [differences(value, s, at) for s in shape]
        return [] if [] in tried else [f"{at}: {value!r:.60} is none of {len(shape)} alternatives", *tried[-1]]
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{at}: {value!r:.60} is no object"]
        missing = [f"{at}.{key}: missing" for key in shape if key not in value]
        return missing + [
            d for key, s in shape.items() if key in value for d in differences(value[key], s, f"{at}.{key}")
        ]
    if isinstance(shape, list):
        if not isinstance(value, list) or (not shape and value):
            return [f"{at}: {value!r:.60} is no such list"]
        return [d for i, v in enumerate(value) for d in differences(v, shape[0], f"{at}[{i}]")]
    if isinstance(shape, set):
        return [] if value in shape else [f"{at}: {value!r} is not one of {sorted(shape)}"]
    if isinstance(shape, re.Pattern):
        return [] if isinstance(value, str) and shape.fullmatch(value) else [f"{at}: {value!r} is not {shape.pattern}"]
    if shape is None:
        return [] if value is None else [f"{at}: {value!r:.60} is not null"]
    fits = isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
    return [] if fits else [f"{at}: {value!r:.60} is no {shape.__name__}"]


def conforms(data: Any, shape: Shape) -> None:
    text = json.dumps(data, allow_nan=False)
    assert json.loads(text) == data, "only what JSON has: no tuples, no dates, no keys that are not words"
    assert differences(data, shape)[:5] == []


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """A home with a resume and two ads in it."""
    folder = tmp_path_factory.mktemp("own")
    ports = open_home(folder / "home", today=date(2026, 11, 22))
    (folder / "resume.md").write_text(
        "# Ann Example\n\n## Experience\n\nAnalyst, Some Shop, 2020 - 2024: weekly reports in Excel.\n"
    )
    for name, skill in (("one.txt", "SQL"), ("two.txt", "Python")):
        (folder / name).write_text(
            f"Data analyst\n\nRequirements:\n- Bachelor's degree required\n- {skill} and Excel are a must\n- SQL\n"
        )
    find_gap(ports, ads=[folder / "one.txt", folder / "two.txt"], resume=[folder / "resume.md"])
    return ports


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_demo(demo_of: DemoOf, person: str) -> None:
    data = demo_of(person).to_json()
    shape = {
        "person": {"id": {person}, "name": str, "story": str, "example": bool},
        "gap": GAP,
        "options": dict,
        "considering": [SCORECARD],
        "plan": NO_PLAN if person == "nurse" else PLANS,
        "look_up_next": LOOK_UP,
        "report": None,
    }
    conforms(data, shape)
    conforms(list(data["options"].values()), [[OPTION]])
    labels = {i["skill"]["label"] for i in data["gap"]["gap"]}
    assert set(data["options"]) <= labels
    assert len(data["gap"]["first"]) == 3


def test_gap(own: Ports) -> None:
    data = find_gap(own).to_json()
    conforms(data, {**GAP, "ads_read": int, "notes": [str], "problems": [PROBLEM]})
    assert data["postings"] == 2
    assert [(i["skill"]["label"], i["rank"], i["held"] is None) for i in data["gap"]] == [
        ("SQL", 1, True),
        ("Python", 2, True),
        ("Excel", None, False),
    ]
    assert [s["label"] for s in data["shown"]] == ["Excel"]
    assert all(low <= item["demand"]["share"] <= high for item in data["gap"] for low, high in [item["demand"]["ci95"]])


def test_options(own: Ports) -> None:
    data = find_options(own, "SQL", minimum=3).to_json()
    conforms(data, {"skill": SKILL, "options": [OPTION], "found": int, "enough": bool, "postings": int})
    assert data["enough"]
    assert data["found"] == len(data["options"]) >= 3
    few = find_options(own, "SQL", minimum=1000)
    assert few.to_json()["enough"] is False


def test_evaluate(own: Ports) -> None:
    ids = ["google-data-analytics", "dasca-abda"]
    data = evaluate(own, ids).to_json()
    conforms(data, {"credentials": [SCORECARD], "look_up_next": LOOK_UP, "postings": int})
    assert [c["id"] for c in data["credentials"]] == ids
    for card in data["credentials"]:
        assert all(0 <= low <= high <= 1 for c in card["criteria"] for low, high in [c["value"]])
        for group in ("quality", "suitability"):
            assert sum(c["weight"] for c in card["criteria"] if c["group"] == group) == pytest.approx(1, abs=1e-5)
    assert sum(c["p_best"] for c in data["credentials"]) == pytest.approx(1, abs=1e-5)
    assert evaluate(own, ids[:1]).to_json()["credentials"][0]["p_best"] is None


def test_plan(own: Ports) -> None:
    spend = limits(own.today, budget=Decimal(300), hours_per_week=10)
    data = make_plan(own, spend).to_json()
    conforms(data, {**PLANS, "target": str, "left_out": [{"credential": str, "reason": str}], "problems": [PROBLEM]})
    assert data["plans"]
    assert "because" not in data
    for plan in data["plans"]:
        assert sum(p["amount"] for s in plan["steps"] for p in s["cost"]) == pytest.approx(plan["cost"])
        assert 0 <= plan["coverage"] <= 1


def test_no_plan_fits(own: Ports) -> None:
    nothing = limits(own.today, budget=Decimal(0), hours_per_week=1, deadline=date(2026, 11, 24))
    data = make_plan(own, nothing).to_json()
    conforms(data, NO_PLAN)
    assert data["because"]


@pytest.mark.parametrize(
    "text",
    [
        "Registered nurse. A nursing license is required, bachelor's degree preferred, 2+ years of experience in ICU.",
        "You must know SQL; PMP is a plus. Bachelor's degree or equivalent experience.",
    ],
)
def test_read(own: Ports, text: str) -> None:
    data = read_text(own, NamedBytes("text", text.encode())).to_json()
    conforms(data, READ)
    assert all(0 <= start < end <= len(text) for s in data["skills"] for start, end in s["spans"])


@pytest.mark.parametrize("text", ["You know SQL.", "\u00e9\U0001f600 You know SQL.", "One\r\nYou know SQL.\r\n"])
def test_offsets_count_the_text_as_it_was_given(own: Ports, text: str) -> None:
    found = read_text(own, NamedBytes("text", text.encode())).to_json()["skills"]
    assert [text[start:end] for s in found for start, end in s["spans"]] == ["SQL"]


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (UserError("No.", where="--budget", what_to_do="Give 0 or more."), "usage"),
        (UserError("No."), "usage"),
        (InputError([Problem("ads.csv:3", "No text.", "Add some."), Problem("b.csv", "Empty.")]), "input"),
        (OutsideError("The disk is full."), "outside"),
        (NetworkNotAllowedError("Not allowed."), "network"),
    ],
)
def test_errors(failure: CredlensError, kind: str) -> None:
    data = shapes.error(failure)
    error = {"kind": {kind}, "message": str, "where": (str, None), "what_to_do": (str, None)}
    conforms(data, {"error": {**error, "problems": [PROBLEM]} if kind == "input" else error})
    if kind == "input":
        assert [p["where"] for p in data["error"]["problems"]] == ["ads.csv:3", "b.csv"]


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"uri": "urn:credlens:skill:sql"}, "$.label: missing"),
        ({"uri": "urn:credlens:skill:sql", "label": 3}, "$.label: 3 is no str"),
        ({"uri": "sql", "label": "SQL"}, "$.uri: 'sql' is not"),
        ([], "$: [] is no object"),
    ],
)
def test_a_wrong_shape_is_noticed(value: Any, where: str) -> None:
    assert [d for d in differences(value, SKILL) if d.startswith(where)]


@pytest.mark.parametrize(("shape", "fits"), [(NUMBER, False), (int, False), ({"n": int}, False), (bool, True)])
def test_a_truth_value_is_no_number(shape: Shape, *, fits: bool) -> None:
    value: Any = {"n": True} if isinstance(shape, dict) else True
    assert (differences(value, shape) == []) is fits


def test_what_json_cannot_hold_is_noticed() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        conforms({"share": float("nan")}, SHARE)
    with pytest.raises(AssertionError, match="only what JSON has"):
        conforms({"ci90": (0.1, 0.2), "median": 0.1}, ESTIMATE)
