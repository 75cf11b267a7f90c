"""``credlens profile``: what a person sees and types. What the program knows is loaded once for all tests here."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home

RESUME = """# Ann Sample

## Experience

**Office Assistant**, Some Shop (invented)
January 2022 - present

- Weekly sales reports in Excel

## Projects

### Club numbers
2023-01 to 2023-06
- A dashboard in Tableau

## Skills

- SQL (basic)
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge(open_home(tmp_path_factory.mktemp("shared"), today=date(2026, 11, 22)), own=False)


@pytest.fixture(autouse=True)
def known(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Knowledge, "of", lambda _ports: knowledge)


@pytest.fixture
def imported(cli: Cli, tmp_path: Path) -> str:
    path = tmp_path / "resume.md"
    path.write_text(RESUME, encoding="utf-8")
    outcome = cli("profile", "import", path)
    assert outcome.code == 0
    return str(outcome.out)


def words(text: str) -> str:
    return " ".join(text.split())


def test_import_says_what_was_found_and_what_to_look_at(imported: str) -> None:
    assert "Found: 1 name, 1 job, " in words(imported)
    assert "things to look at; the least sure:" in words(imported)
    assert "credlens profile review" in words(imported)


def test_show_groups_skills_by_what_stands_behind_them(cli: Cli, imported: str) -> None:
    assert imported
    out = words(cli("profile", "show").out)
    places = [out.index(group) for group in ("Used in work", "Used in projects", "Only listed")]
    assert places == sorted(places)
    assert "Excel advanced 4.9 2026-11 resume.md:8" in out
    assert "Tableau beginner 0.5 2023-06" in out
    assert "SQL beginner" in out
    assert "Job: Office Assistant, Some Shop, 2022-01 to now (resume.md:5)" in out


def test_review_keep_drop_and_correct(cli: Cli, imported: str) -> None:
    assert imported
    cards = cli("profile", "review", "--json").json["cards"]
    by_value = {card["value"]: card["id"] for card in cards}
    assert "not looked at yet" in words(cli("profile", "review").out)
    kept = cli("profile", "keep", by_value["Excel"], by_value["SQL"], "--json").json
    assert [card["verdict"] for card in kept["cards"]] == ["keep", "keep"]
    assert kept["waiting"] == kept["of"] - 2
    assert "drop" in cli("profile", "drop", by_value["Tableau"]).out
    fixed = cli("profile", "correct", by_value["SQL"], "SQL: advanced", "--json").json["cards"][0]
    assert (fixed["verdict"], fixed["corrected"]) == ("correct", "SQL: advanced")
    skills = {s["skill"]["label"]: s["level"] for s in cli("profile", "show", "--json").json["skills"]}
    assert skills["SQL"] == "advanced"
    assert "Tableau" not in skills
    assert "correct: SQL: advanced" in words(cli("profile", "review", "--all").out)
    for card in by_value.values():
        cli("profile", "keep", card)
    assert "You have looked at all of it." in cli("profile", "review").out


def test_know_takes_a_level(cli: Cli) -> None:
    held = cli("profile", "know", "SQL", "--level", "advanced", "--json").json["skills"]
    assert {s["skill"]["label"]: s["level"] for s in held}["SQL"] == "advanced"
    assert cli("profile", "know", "SQL", "--level", "brilliant").code == 2


def test_constraints_are_set_shown_and_used(cli: Cli, tmp_path: Path) -> None:
    out = cli("profile", "set", "hours=6", "budget=0", "place=US-NY").out
    assert "You said: hours 6, budget 0, place US-NY." in words(out)
    assert cli("profile", "show", "--json").json["constraints"]["place"] == "US-NY"
    ad = tmp_path / "ad.txt"
    ad.write_text("Analyst\n\nRequirements:\nYou must know SQL and Excel, and write clear reports every week.\n")
    cli("gap", "--ads", ad)
    limits = cli("plan", "--json").json["limits"]
    assert (limits["budget"], limits["hours_per_week"], limits["currency"]) == (0, 6, "USD")
    assert cli("plan", "--hours", "8", "--json").json["limits"]["hours_per_week"] == 8


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("set", "hours"), "hours=6"),
        (("set", "hours=many"), "Write it like 6"),
        (("set", "colour=blue"), "hours, budget, budget_per_month, currency, deadline"),
        (("keep", "skill-0"), "credlens profile review --all"),
        (("correct", "skill-0", "SQL"), "credlens profile review --all"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_next_step(cli: Cli, arguments: tuple[str, ...], hint: str) -> None:
    outcome = cli("profile", *arguments)
    assert outcome.code == 2
    assert hint in words(outcome.err)


def test_an_empty_profile_says_how_to_begin(cli: Cli) -> None:
    for command in ("show", "review"):
        assert "credlens profile import" in cli("profile", command).out


def test_a_zip_that_is_no_linkedin_export_says_how_to_get_one(cli: Cli, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("Kontakte.csv", "Vorname\nAnna\n")
    path = tmp_path / "export.zip"
    path.write_bytes(packed.getvalue())
    outcome = cli("profile", "import", path)
    assert outcome.code == 3
    assert "Kontakte.csv" in outcome.err
    assert "set to English" in words(outcome.err)
