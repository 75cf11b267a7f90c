"""``credlens trust``."""

from __future__ import annotations

from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app.bench.badges.keys import jws, key

PUBLISHER = key("publisher")
SCHOOL = "did:web:school.example"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "schools.yaml"
    path.write_text(f"issuers:\n  - {{id: '{SCHOOL}', name: School}}\n")
    return path


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "pilots.jwt"
    path.write_text(jws({"issuers": [{"id": SCHOOL}]}, PUBLISHER))
    return path


def test_lists_are_kept_shown_and_taken_out(cli: Cli, own: Path, signed: Path) -> None:
    assert "no list of issuers" in cli("trust", "list").out
    added = cli("trust", "add", own)
    assert added.code == 0
    assert "Kept as schools: 1 issuer, not signed." in added.out
    assert (
        cli("trust", "add", signed, "--key", PUBLISHER.did_key, "--name", "p", "--json").json["registries"][0]["name"]
        == "p"
    )
    shown = cli("trust", "list")
    assert shown.code == 0
    assert "schools" in shown.out
    assert "not signed" in shown.out
    listed = cli("trust", "list", "--json").json
    assert [(r["name"], r["key"], r["issuers"][0]["id"]) for r in listed["registries"]] == [
        ("p", PUBLISHER.did_key, SCHOOL),
        ("schools", None, SCHOOL),
    ]
    assert "Taken out: schools." in cli("trust", "remove", "schools").out
    assert cli("trust", "remove", "p", "--json").json["removed"] == ["p"]
    assert cli("trust", "list", "--json").json["registries"] == []


def test_a_list_that_counts_no_more_says_why_and_ends_with_a_no(cli: Cli, signed: Path, home: Path) -> None:
    cli("trust", "add", signed, "--key", PUBLISHER.did_key)
    (home / "registries" / "pilots.list").write_text("not what was signed")
    shown = cli("trust", "list")
    assert shown.code == 1
    assert "does not count" in shown.out
    assert cli("trust", "list", "--json").json["registries"][0]["problem"]["message"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("add", "{signed}"), 3, "no key is named"),
        (("add", "{signed}", "--key", key("evil").did_key), 3, "not signed with the key"),
        (("add", "{own}", "--key", PUBLISHER.did_key), 3, "not signed"),
        (("add", "{own}", "--key", "z6Mk"), 3, "no did:key"),
        (("add", "{own}", "--name", "My List"), 2, "no name for a list"),
        (("add", "gone.yaml"), 3, "gone.yaml"),
        (("remove", "nobody"), 2, "no list"),
    ],
)
def test_what_is_refused(cli: Cli, own: Path, signed: Path, words: tuple[str, ...], code: int, says: str) -> None:
    outcome = cli("trust", *(word.format(own=own, signed=signed) for word in words))
    assert outcome.code == code, outcome.out + outcome.err
    assert says in " ".join(outcome.err.split())
    assert "Traceback" not in outcome.err


def test_letters_that_steer_the_terminal_are_not_printed(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text('{"issuers": [{"id": "did:web:a.example", "name": "\\u001b[2Jgone"}]}')
    assert cli("trust", "add", path).code == 0
    assert "\x1b[2J" not in cli("trust", "list").out
