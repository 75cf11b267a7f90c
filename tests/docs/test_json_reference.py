"""The JSON page names every key that the commands really print, each under its command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
MARIA = ROOT / "src" / "credlens" / "data" / "demo" / "maria"

#: Keys below these are no names of the format but data: labels of skills, methods, fields, ways of reading.
DATA = (
    "options", "by_method", "by_pattern", "known_share", "lanes", "levels", "sourced", "imported", "by_lack", "old", "points",
    "weights", "verdicts", "rows", "documents", "notes",
)  # fmt: skip
#: And below these are such keys with such keys below them.
DATA_TWICE = ("facets", "ways")

#: Every command, in an order in which each has what it needs, with the heading it is described under.
RUNS = {
    ("gap", "--ads", "nowhere"): "error",
    ("evaluate", "no-such-credential"): "error",
    ("profile", "import", str(MARIA / "resume.md")): "credlens profile",
    ("profile", "forget", "mail merge"): "credlens profile",
    ("gap", "--ads", str(MARIA / "ads"), "--ads", "broken.jsonl"): "credlens gap",
    ("gap", "--with", "SQL,Tableau"): "credlens gap",
    ("options", "SQL"): "credlens options",
    ("options", "Welding"): "credlens options",
    ("evaluate", "google-data-analytics"): "credlens evaluate",
    ("compare", "google-data-analytics", "ms-pl-300"): "credlens evaluate",
    ("evaluate", "--answers", "fog.yaml", "--keep"): "credlens evaluate",
    ("evaluate", "--questions"): "credlens evaluate",
    ("catalog", "mend", "pier-school-fog-signals", "hours=33"): "credlens catalog",
    ("catalog", "remove", "pier-school-fog-signals"): "credlens catalog",
    ("weights", "show"): "credlens weights",
    ("weights", "presets"): "credlens weights",
    ("weights", "use", "survey"): "credlens weights",
    ("weights", "ask", "--ranking", "--answers", "ranking.json"): "credlens weights",
    ("plan", "--budget", "400", "--hours", "10", "--max", "2"): "credlens plan",
    ("replan", "--interviews", "1"): "credlens replan",
    ("replan", "--list"): "credlens replan",
    ("replan", "--undo"): "credlens replan",
    ("plan", "--budget", "0", "--hours", "1", "--deadline", "2026-12-01"): "credlens plan",
    ("plan", "--problem", "problem.json"): "credlens plan",
    ("plan", "--problem", "poor.json"): "credlens plan",
    ("plan", "check", "--problem", "problem.json", "--plan", "plan.json"): "credlens plan",
    ("demo",): "credlens demo",
    ("profile", "show"): "credlens profile",
    ("profile", "set", "hours=6"): "credlens profile",
    ("profile", "review"): "credlens profile",
    ("catalog", "columns", "table.csv"): "credlens catalog",
    ("catalog", "import", "csv", "table.csv"): "credlens catalog",
    ("catalog", "search", "sql"): "credlens catalog",
    ("catalog", "show", "isc2-cissp"): "credlens catalog",
    ("catalog", "show", "harbour-school-fog-signals-ashore"): "credlens catalog",
    ("catalog", "stats"): "credlens catalog",
    ("catalog", "check", "broken.yaml"): "credlens catalog",
    ("catalog", "check"): "credlens catalog",
    ("catalog", "import", "yaml", "own.yaml"): "credlens catalog",
    ("catalog", "export", "csv", "out.csv", "delf-b2"): "credlens catalog",
    ("catalog", "apart", "delf-b2", "harbour-school-fog-signals-ashore"): "credlens catalog",
    ("read", str(MARIA / "resume.md")): "credlens read",
    ("taxonomy", "import", "rsd", "own.csv"): "credlens taxonomy",
    ("taxonomy", "list"): "credlens taxonomy",
    ("market", "build", str(MARIA / "ads"), "broken.jsonl"): "credlens market",
    ("market", "show"): "credlens market",
    ("market", "demand", "Data Analyst"): "credlens market",
    ("market", "trend", "SQL"): "credlens market",
    ("market", "recognition", "CISSP", "--occupation", "Data Analyst"): "credlens market",
    ("badge", "key", "club", "--did-web", "https://chess.example.org"): "credlens badge",
    ("badge", "issue", "--key", "club", "--file", "award.yaml", "--out", "badge.json"): "credlens badge",
    (
        "badge",
        "endorse",
        "--key",
        "club",
        "--about",
        "urn:x",
        "--comment",
        "Sound.",
        "--out",
        "word.json",
    ): "credlens badge",
    ("badge", "revoke", "--key", "club", "--list", "https://a.example/l", "7", "--out", "list.json"): "credlens badge",
    ("verify", "badge.json", "--documents", "documents.json"): "credlens verify",
    ("verify", "badge.json", "--scorecard"): "credlens verify",
    ("verify", "badges"): "credlens verify",
    ("wallet", "add", "badge.json", "picture.png", "--documents", "documents.json"): "credlens wallet",
    ("wallet", "list"): "credlens wallet",
    ("wallet", "verify"): "credlens wallet",
    ("portfolio", "add", "README.md"): "credlens portfolio",
    ("portfolio", "ask", "lamps", "--key", "club", "--out", "ask.json"): "credlens portfolio",
    ("portfolio", "review", "word.json"): "credlens portfolio",
    ("portfolio", "--out", "site"): "credlens portfolio",
    ("brief", "google-data-analytics"): "credlens brief",
    ("linkedin",): "credlens linkedin",
    ("share", "github"): "credlens share",
    ("resume", "--leave-off", "lamps"): "credlens resume",
    ("calendar",): "credlens calendar",
    ("journal",): "credlens journal",
    (
        "log",
        "application",
        "--ad",
        str(MARIA / "ads" / "02-data-analyst-cobalt-finch.md"),
        "--not-shown",
        "cfa",
    ): "credlens log",
    (
        "log",
        "application",
        "--employer",
        "Pier",
        "--on",
        "2026-01-05",
        "--shown",
        "google-data-analytics",
    ): "credlens log",
    ("log", "interview", "Nowhere Ltd"): "credlens log",
    ("log", "skill", "SQL"): "credlens log",
    ("log", "import", "tracker.csv"): "credlens log",
    ("log", "review"): "credlens log",
    ("log", "coin", "google-data-analytics"): "error",
    ("log", "give", "--out", "mine.json", "--agree"): "credlens log",
    ("pool", "google-data-analytics", "mine.json"): "credlens pool",
    ("funnel",): "credlens funnel",
    ("helped", "google-data-analytics"): "credlens helped",
    ("next",): "credlens next",
    ("export", "all.zip"): "credlens export",
    ("import", "all.zip", "--replace"): "credlens import",
    ("trust", "add", "issuers.yaml"): "credlens trust",
    ("trust", "list"): "credlens trust",
    ("trust", "remove", "issuers"): "credlens trust",
    ("bench", "verify", "--repeat", "1", "--mutations", "4", "--many", "2"): "credlens bench",
    ("doctor",): "credlens doctor",
    ("erase", "me", "--yes"): "credlens erase",
}


def section(page: str, heading: str) -> str:
    """What stands below a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"the page has no heading {heading!r}"
    return found[1]


def named(text: str) -> set[str]:
    """The names in backticks outside the examples; also those inside a shape such as `{"uri", "label"}`."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {word for span in re.findall(r"`([^`\n]+)`", prose) for word in re.findall(r"\w+", span)}


def keys(value: Any) -> Iterator[str]:
    """Every key of the format, at any depth."""
    if isinstance(value, list):
        for part in value:
            yield from keys(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            if name in DATA_TWICE:
                continue
            below = part.values() if name in DATA and isinstance(part, dict) else [part]
            for inner in below:
                yield from keys(inner)


@pytest.fixture
def outputs(folder: Path, cli: Callable[..., Any]) -> dict[tuple[str, ...], Any]:
    (folder / "broken.jsonl").write_text("{broken\n", "utf-8")
    (folder / "ranking.json").write_text('{"suitability": "cost, time, gap_coverage"}', "utf-8")
    (folder / "fog.yaml").write_text(
        "title: Fog Signals\nprovider: Pier School\nskills: fog reading\nopen: no\nopen_to: staff\nverification: open_badge\n"
        "assessment: project\nrecognition: none\nprice: per_month\nprice_amount: 5 EUR\nhours: 4\n",
        "utf-8",
    )
    (folder / "broken.yaml").write_text("id: broken\ntitle: Broken\nlevel: beginner\n", "utf-8")
    (folder / "own.csv").write_text(
        "Skill Name,Skill Statement\nFog reading,Tell how thick fog is.\n,\nNo statement,\n", "utf-8"
    )
    (folder / "table.csv").write_text(
        "Course name,Provider,Link,Price in USD,Hours\n"
        "Google Data Analytics,Google,https://example.org/gda,39,181\n"
        "Fog Signals Ashore,Harbour School,https://example.org/fog-1,120,30\n"
        "Fog Signals Ashore,Harbour School,https://example.org/fog-2,90,12\n"
        ",Harbour School,https://example.org/none,1,1\n",
        "utf-8",
    )
    limits = {"budget": 9, "hours_per_week": 7, "start": "2026-01-01", "deadline": "2026-12-31"}
    problem = {
        "format": "credlens-problem/1",
        "limits": limits,
        "targets": [{"skill": "sql", "weight": 1}],
        "credentials": [{"id": "a", "hours": 9, "proves": {"sql": 0.6}}],
        "excluded": [{"id": "b", "because": "too far"}],
    }
    (folder / "problem.json").write_text(json.dumps(problem), "utf-8")
    (folder / "poor.json").write_text(json.dumps({**problem, "limits": {**limits, "hours_per_week": 0}}), "utf-8")
    step = {"credential": "a", "start": "2026-01-01", "finish": "2026-01-02", "hours": 9}
    (folder / "plan.json").write_text(json.dumps({"steps": [step]}), "utf-8")
    (folder / "award.yaml").write_text(
        "issuer: {name: Chess Club}\nachievement: {name: Endgames, description: Plays them., criteria: Ten won.}\n"
        "recipient: {email: ada@example.com}\nstatus: {list: 'https://a.example/l', index: 7}\n",
        "utf-8",
    )
    (folder / "README.md").write_text("# Lamps\n\nWhich lamps burn, in SQL.\n", "utf-8")
    (folder / "own.yaml").write_text("id: own\ntitle: Own\nsources: {}\n", "utf-8")
    (folder / "tracker.csv").write_text(
        "Company,Position,Date applied,Status,Mood\nAcme,Analyst,2026-02-03,Interview,good\nBeta,Clerk,someday,Applied,\nGamma,Clerk,,Wishlist,\n",
        "utf-8",
    )
    badges(folder)
    return {words: json.loads(cli(*words, "--json").out) for words in RUNS}


def badges(folder: Path) -> None:
    """What the commands on badges need, beside the badge that they issue themselves."""
    (folder / "documents.json").write_text(
        '{"https://chess.example.org/.well-known/did.json": "home/keys/club.did.json", "https://a.example/l": "list.json"}',
        "utf-8",
    )
    (folder / "issuers.yaml").write_text("issuers: [{id: 'did:web:chess.example.org', name: Chess Club}]\n", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "badges").mkdir()
    (folder / "badges" / "none.json").write_text("{}", "utf-8")


def test_every_key_is_named_on_the_page(outputs: dict[tuple[str, ...], Any]) -> None:
    everywhere = named(PAGE)
    for words, heading in RUNS.items():
        here = named(section(PAGE, heading))
        assert set(outputs[words]) - here == set(), f"top-level keys of {words} missing under {heading!r}"
        assert set(keys(outputs[words])) - everywhere == set(), f"keys of {words} missing on the page"


def test_a_key_that_nobody_describes_would_be_found() -> None:
    output = {"target": "x", "gap": [{"planted": 1}], "options": {"SQL": [{"unseen": 1}]}}
    assert set(keys(output)) - named(PAGE) == {"planted", "unseen"}
    assert "planted" not in named('```json\n{"planted": 1}\n```')
    with pytest.raises(AssertionError, match="no heading"):
        section(PAGE, "credlens planted")


def test_the_examples_are_json() -> None:
    examples = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(examples) > 10
    for example in examples:
        assert isinstance(json.loads(example), dict)
