"""``credlens log``, ``funnel``, ``helped``, ``next`` and ``pool`` on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

import credlens

ADS = Path(credlens.__file__).parent / "data" / "demo" / "maria" / "ads"
AD = ADS / "02-data-analyst-cobalt-finch.md"
C = "google-data-analytics"


def flat(text: str) -> str:
    return " ".join(text.split())


def log_some(cli: Cli, n: int) -> None:
    """So many applications whose time is over; every second one shows the credential, every fourth brings an interview."""
    for i in range(n):
        shown = ("--shown", C) if i % 2 else ("--nothing-shown",)
        cli("log", "application", "--employer", f"House {i:02}", "--title", "Analyst", "--on", "2026-08-01", *shown)
        if not i % 4:
            cli("log", "interview", f"House {i:02}", "--on", "2026-08-20")


def test_from_the_application_to_the_interview(cli: Cli) -> None:
    made = cli("log", "application", "--ad", AD, "--shown", C, "--resume", "v2")
    assert made.code == 0
    assert "Logged as" in made.out
    assert "Cobalt Finch Insurance" in made.out
    id_ = cli("log", "list", "--json").json["applications"][0]["id"]

    assert "interview 2026-11-22" in cli("log", "interview", id_).out
    assert "offer 2026-11-22" in cli("log", "offer", "cobalt finch").out
    kinds = [s["kind"] for s in cli("log", "list", "--json").json["applications"][0]["steps"]]
    assert kinds == ["interview", "offer"]


def test_the_ad_may_come_from_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(b"Data Analyst\n\nYou write SQL. A PMP is required.\n"))
    )
    made = cli("log", "application", "--ad", "-", "--employer", "Gull", "--nothing-shown", "--json").json["application"]
    assert (made["employer"], made["required"]) == ("Gull", ["pmi-pmp"])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b" ")))
    assert "standard input" in cli("log", "application", "--ad", "-").err


def test_correcting_and_forgetting(cli: Cli) -> None:
    cli("log", "application", "--employer", "Gull", "--on", "2026-08-01")
    changed = cli("log", "change", "gull", "--title", "Analyst", "--applied", "2026-08-02", "--not-shown", C, "--json")
    (application,) = changed.json["applications"]
    assert (application["title"], application["applied"], application["hidden"]) == ("Analyst", "2026-08-02", [C])

    assert cli("log", "remove", "gull").code == 0
    assert cli("log", "list", "--json").json["applications"] == []


@pytest.mark.parametrize(
    ("words", "place", "what_to_do"),
    [
        (("log", "application"), "--employer", "credlens log application --ad FILE"),
        (("log", "application", "--employer", "X", "--on", "2027-01-01"), "--on", "Log it when it has happened."),
        (("log", "application", "--employer", "X", "--shown", C, "--nothing-shown"), "--nothing-shown", "one of them"),
        (("log", "application", "--employer", "X", "--shown", "no-such"), "--shown", "credlens"),
        (("log", "skill", "Wellding"), "SKILL", "Welding"),
        (("log", "coin", C), "CREDENTIAL", "credlens profile import FILE"),
        (("log", "coin", C, "--end", "--seed", "1"), "--seed", "one of them"),
        (("log", "give", "--out", "out.json"), "--agree", "add --agree"),
        (("log", "settle"), "ID", "credlens log review"),
        (("log", "import", "there-is-none.csv"), "there-is-none.csv", "spelling"),
        (("next", "--hours", "-1"), "--hours", "From 0 to 168."),
        (("helped", "no-such-credential"), "ID", "Did you mean"),
    ],
)
def test_what_makes_no_sense_is_said_with_its_place_and_what_to_do(
    cli: Cli, words: tuple[str, ...], place: str, what_to_do: str
) -> None:
    outcome = cli(*words)
    assert outcome.code in (2, 3)
    assert place in outcome.err
    assert what_to_do in outcome.err
    assert "Traceback" not in outcome.err
    assert cli("log", "list", "--json").json["applications"] == []


def test_an_interview_without_an_application_waits_until_it_is_settled(cli: Cli) -> None:
    said = cli("log", "interview", "Nowhere", "--on", "2026-09-01")
    assert "waits" in said.out
    (waiting,) = cli("log", "review", "--json").json["waiting"]

    settled = cli("log", "settle", waiting["id"], "--applied", "2026-08-15", "--json")
    (application,) = settled.json["logged"]
    assert (application["applied"], application["employer"]) == ("2026-08-15", "Nowhere")
    assert application["steps"] == [{"kind": "interview", "day": "2026-09-01", "note": ""}]
    assert cli("log", "review", "--json").json["waiting"] == []


def test_a_tracker_is_taken_in_twice_and_logged_once(cli: Cli, tmp_path: Path) -> None:
    table = tmp_path / "tracker.csv"
    table.write_text(
        "Firma,Stelle,Beworben am,Stand\nGull Ltd,Analyst,2026-08-01,Interview\nPier Ltd,Clerk,2026-08-02,Rejected\n",
        "utf-8",
    )
    columns = [f"--column={pair}" for pair in ("employer=Firma", "title=Stelle", "applied=Beworben am", "status=Stand")]
    assert len(cli("log", "import", table, *columns, "--json").json["logged"]) == 2
    again = cli("log", "import", table, *columns, "--json").json
    assert (again["logged"], again["known"]) == ([], 2)


def test_the_funnel_has_its_n_and_leaves_out_what_is_pending(cli: Cli) -> None:
    assert "No application is logged yet" in cli("funnel").out
    log_some(cli, 8)
    cli("log", "application", "--employer", "Young", "--on", "2026-11-20")
    out = flat(cli("funnel").out)
    assert "9 applications: 8 count, 1 pending, which are no failures." in out
    assert "2 of 8" in out
    assert f"By credential: {C}" in out


def test_young_applications_alone_draw_nothing(cli: Cli) -> None:
    cli("log", "application", "--employer", "Young", "--on", "2026-11-20")
    out = cli("funnel").out
    assert "none counts yet" in out
    assert "●" not in out


def test_did_it_help_says_first_that_it_cannot_tell(cli: Cli) -> None:
    log_some(cli, 20)
    out = flat(cli("helped", C).out)
    assert "20 applications (10 with it, 10 without) cannot tell" in out
    assert out.index("cannot tell") < out.index("Interviews within 45 days: 0 of 10 with it, 5 of 10 without.")
    assert "helped you" not in out
    assert "Sharing Coursera" in out  # what the prior rests on


def test_next_says_what_it_rests_on(cli: Cli) -> None:
    out = flat(cli("next", "--weeks", "12", "--hours", "6").out)
    assert out.startswith("Next: ")
    assert "Nothing is logged yet" in out
    assert "weeks ahead: 12 (you)" in out
    assert "Shelf life" in out


def test_what_is_given_to_a_pool_is_counts_and_a_pool_of_one_says_nothing(cli: Cli, tmp_path: Path) -> None:
    log_some(cli, 8)
    mine = tmp_path / "mine.json"
    assert cli("log", "give", "--out", mine, "--agree").code == 0
    assert "House" not in mine.read_text("utf-8")
    assert "2026-08" not in mine.read_text("utf-8")

    out = flat(cli("pool", C, mine).out)
    assert "10" in out
    found = cli("pool", C, mine, "--json").json
    assert found["chosen_by_people"]["people"] is None
    assert found["chosen_by_people"]["posterior"] is None


def test_a_pool_of_twelve_shows_a_number_and_names_what_is_no_contribution(cli: Cli, tmp_path: Path) -> None:
    log_some(cli, 8)
    mine = tmp_path / "mine.json"
    cli("log", "give", "--out", mine, "--agree")
    content = json.loads(mine.read_text("utf-8"))
    files = []
    for number in range(12):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps({**content, "member": f"{number:032x}"}), "utf-8")
        files.append(path)
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")

    outcome = cli("pool", C, *files, broken, "--json")
    found = outcome.json
    assert found["chosen_by_people"]["people"] == 12
    assert found["chosen_by_people"]["posterior"]["odds_ratio"] < 1
    assert "broken.json" in str(found["problems"])
    assert outcome.code == 3
