"""``credlens badge``: what a club, a teacher or a reviewer does at a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

LIST = "https://chess.example.org/revoked.json"
AWARD = f"""\
issuer: {{name: Chess Club of Example}}
achievement: {{name: Endgames, description: Plays them., criteria: Ten won.}}
recipient: {{email: ada@example.com}}
status: {{list: "{LIST}", index: 7}}
"""


@pytest.fixture
def award(tmp_path: Path) -> Path:
    path = tmp_path / "award.yaml"
    path.write_text(AWARD, "utf-8")
    return path


def words(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def test_a_key_says_what_it_is_and_what_to_keep(cli: Cli, home: Path) -> None:
    outcome = cli("badge", "key", "club")
    assert outcome.code == 0
    assert "did:key:z6Mk" in outcome.out
    assert "whoever has it can sign in your name" in words(outcome.out)
    assert str(home / "keys" / "club.pem") in outcome.out
    assert "PRIVATE KEY" not in outcome.out
    again = cli("badge", "key", "club", "--json")
    assert again.code == 2
    assert "not replaced" in again.json["error"]["message"]


def test_a_key_of_a_website_says_what_to_publish_and_where(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "did.json"
    outcome = cli("badge", "key", "club", "--kind", "p256", "--did-web", "https://chess.example.org", "--out", out)
    assert outcome.code == 0
    assert "https://chess.example.org/.well-known/did.json" in outcome.out
    assert json.loads(out.read_text("utf-8"))["id"] == "did:web:chess.example.org"
    second = cli("badge", "key", "second", "--did-web", "https://chess.example.org")
    assert "club, second" in words(second.out)


def test_a_badge_is_issued_and_revoked(cli: Cli, tmp_path: Path, award: Path) -> None:
    cli("badge", "key", "club")
    made = cli("badge", "issue", "--key", "club", "--file", award, "--out", tmp_path / "badge.json")
    assert made.code == 0
    assert str(tmp_path / "badge.json") in made.out
    assert f"credlens badge revoke --key club --list {LIST} --out list.json" in made.out
    revoked = cli("badge", "revoke", "--key", "club", "--list", LIST, "7", "9", "--out", tmp_path / "list.json")
    assert revoked.code == 0
    assert "do not count any more: 7, 9." in words(revoked.out)
    assert "No badge issued from here has place 9" in words(revoked.out)
    assert LIST in revoked.out
    back = cli(
        "badge", "revoke", "--key", "club", "--list", LIST, "9", "--undo", "--out", tmp_path / "list.json", "--json"
    )
    assert (back.json["off"], back.json["changed"], back.json["taken_back"]) == ([7], [9], True)
    same = cli("badge", "revoke", "--key", "club", "--list", LIST, "--out", tmp_path / "list.json")
    assert "Nothing changed" in same.out


def test_a_piece_of_work_is_endorsed(cli: Cli, tmp_path: Path) -> None:
    cli("badge", "key", "bo")
    work = tmp_path / "work.txt"
    work.write_text("1. e4", "utf-8")
    asked = ("--about", "https://ada.example.com/games", "--comment", "Sound play.", "--content", work, "--name", "Bo")
    outcome = cli("badge", "endorse", "--key", "bo", *asked, "--out", tmp_path / "word.json", "--json")
    assert outcome.code == 0
    assert outcome.json["about"] == "https://ada.example.com/games"
    assert json.loads((tmp_path / "word.json").read_text("utf-8"))["issuer"]["name"] == "Bo"
    said = cli("badge", "endorse", "--key", "bo", *asked, "--out", tmp_path / "word.json").out
    assert said.split() == ["Signed", "and", "written:", str(tmp_path / "word.json")]


def test_mistakes_in_an_award_are_named_with_their_lines(cli: Cli, tmp_path: Path, award: Path) -> None:
    cli("badge", "key", "club")
    award.write_text(AWARD.replace("criteria", "criterion"), "utf-8")
    asked = ("badge", "issue", "--key", "club", "--file", award, "--out", tmp_path / "badge.json")
    outcome = cli(*asked)
    assert outcome.code == 3
    assert "award.yaml:2: achievement.criterion" in outcome.err
    assert outcome.out == ""
    assert {p["where"].rpartition(": ")[2] for p in cli(*asked, "--json").json["error"]["problems"]} == {
        "achievement.criteria",
        "achievement.criterion",
    }


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("key", "Club"), 2),
        (("key", "club", "--did-web", "http://chess.example.org"), 2),
        (("issue", "--key", "nobody", "--file", "award.yaml", "--out", "badge.json"), 2),
        (("endorse", "--key", "nobody", "--about", "urn:x", "--comment", "x", "--out", "word.json"), 2),
        (("revoke", "--key", "nobody", "--list", LIST, "seven", "--out", "list.json"), 2),
        (("issue", "--key", "nobody"), 2),
    ],
)
def test_what_cannot_be_done_ends_with_the_code_for_it(cli: Cli, asked: tuple[str, ...], code: int) -> None:
    assert cli("badge", *asked).code == code


@pytest.mark.parametrize("proof", ["json", "jwt"])
def test_what_was_issued_is_verified_for_whoever_earned_it(cli: Cli, tmp_path: Path, award: Path, proof: str) -> None:
    cli("badge", "key", "club")
    badge, listed, documents = tmp_path / "badge", tmp_path / "list.json", tmp_path / "map.json"
    cli("badge", "issue", "--key", "club", "--file", award, "--out", badge, "--proof", proof)
    cli("badge", "revoke", "--key", "club", "--list", LIST, "--out", listed)
    documents.write_text(json.dumps({LIST: "list.json"}), "utf-8")
    asked = ("verify", badge, "--documents", documents, "--json", "--recipient")
    found = cli(*asked, "ada@EXAMPLE.com")
    assert (found.code, found.json["verdict"]) == (0, "VERIFIED")
    other = cli(*asked, "bo@example.com")
    assert (other.code, other.json["verdict"]) == (1, "INVALID")
