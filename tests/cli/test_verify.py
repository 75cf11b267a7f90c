"""``credlens verify`` and ``credlens wallet``, with badges of the made-up world, in child processes as for anybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import jws, key
from credlens.app.bench.badges.signing import with_proof
from credlens.app.bench.badges.world import (
    ACADEMY,
    PAUSED,
    REVOKED_AT,
    STATUS,
    SUSPENDED_AT,
    academy_key,
    dumps,
    shared,
    status_entry,
)

Cli = Callable[..., Any]
AT = ("--at", "2026-11-23")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """The world's documents as files, and their map."""
    named = {}
    for number, (url, data) in enumerate(shared().documents.items()):
        (tmp_path / f"{number}.doc").write_bytes(data)
        named[url] = f"{number}.doc"
    (tmp_path / "map.json").write_text(json.dumps(named))
    return tmp_path / "map.json"


def signed(tmp_path: Path, **changes: Any) -> Path:
    signer, method = academy_key("ed")
    path = tmp_path / "badge.json"
    path.write_bytes(dumps(with_proof(open_badge(ACADEMY, 1, **changes), "eddsa-rdfc-2022", signer, method)))
    return path


def test_a_badge_of_the_kind_that_large_platforms_issue_is_verified(cli: Cli, tmp_path: Path, documents: Path) -> None:
    found = cli(
        "verify", signed(tmp_path), "--documents", documents, *AT, "--recipient", "kim@learner.example", "--json"
    )
    assert found.code == 0
    assert found.json["verdict"] == "VERIFIED"
    assert found.json["mode"] == "strict"
    assert found.json["format"] == "ob3"
    assert found.json["issuer"] == {"id": ACADEMY, "name": "Academia Ñandú · 学院", "url": "", "email": ""}
    assert found.json["achievement"]["name"] == "SQL for analysts"
    assert {c["result"] for c in found.json["checks"]} <= {"passed", "not_applicable", "warning"}
    assert [f["how"] for f in found.json["fetched"]] == ["given"]


def test_in_words_the_answer_comes_first(cli: Cli, tmp_path: Path, documents: Path) -> None:
    out = cli("verify", signed(tmp_path), "--documents", documents, *AT).out
    assert out.split("\n")[1].startswith("Verified: SQL for analysts")


def test_what_passed_is_told_in_short_and_in_full_when_asked(cli: Cli, tmp_path: Path, documents: Path) -> None:
    words = ("verify", signed(tmp_path), "--documents", documents, *AT)
    short, full = cli(*words).out, cli(*words, "--all").out
    assert "✓ Who says so: signed," in short
    assert "--all" in short
    assert "Does the key belong to the issuer?" not in short
    assert "Does the key belong to the issuer?" in full
    assert "What was looked at" in full
    assert len(short.splitlines()) < 25


def test_what_did_not_pass_is_told_with_reason_and_next_step(cli: Cli, tmp_path: Path) -> None:
    words = " ".join(cli("verify", signed(tmp_path), *AT).out.split())
    assert "1 ? Can the issuer's key be found, and is it sound? The document with the issuer's key" in words
    assert words.count("Next: Run it again with --online") == 2


def test_the_skills_it_names_are_told_in_terms_of_the_taxonomy(cli: Cli, tmp_path: Path, documents: Path) -> None:
    badge = open_badge(ACADEMY)
    achievement = badge["credentialSubject"]["achievement"]
    achievement["description"] = "Dashboards in Power BI."
    achievement["alignment"].append({"type": ["Alignment"], "targetName": "Fog signalling", "targetUrl": "https://f.example/fog"})  # fmt: skip
    path = signed(tmp_path, credentialSubject=badge["credentialSubject"])
    found = cli("verify", path, "--documents", documents, *AT, "--json").json
    sql = "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742"
    assert found["skills"][:2] == [
        {"named": "SQL", "skill": "sql", "label": "SQL", "uri": sql, "how": "address"},
        {"named": "Fog signalling", "skill": None, "label": None, "uri": None, "how": "unknown"},
    ]
    assert ("Power BI", "text") in [(s["label"], s["how"]) for s in found["skills"]]
    assert [s["skill"] for s in found["achievement"]["skills"]] == ["sql", ""]
    words = cli("verify", path, "--documents", documents, *AT).out
    assert "SQL; Fog signalling (no skill that is known here)" in words
    assert "Power BI" in words


def test_a_scorecard_of_what_can_be_earned_stands_under_the_report(cli: Cli, tmp_path: Path, documents: Path) -> None:
    path = signed(tmp_path)
    found = cli("verify", path, "--documents", documents, *AT, "--scorecard", "--json")
    alone = cli("evaluate", "--badge", path, "--json").json
    assert (found.code, found.json["verdict"]) == (0, "VERIFIED")
    assert found.json["scorecard"] == alone
    words = cli("verify", path, "--documents", documents, *AT, "--scorecard").out
    assert (
        words.index("Verified: SQL") < words.index("What can be earned according to it") < words.index("Scores from 0")
    )


def test_without_the_option_there_is_no_scorecard(cli: Cli, tmp_path: Path, documents: Path) -> None:
    found = cli("verify", signed(tmp_path), "--documents", documents, *AT, "--json").json
    assert (found["scorecard"], found["problems"]) == (None, [])


def test_what_was_looked_up_for_a_badge_is_judged_with_it(cli: Cli, tmp_path: Path, documents: Path) -> None:
    path = tmp_path / "hosted.json"
    path.write_bytes(next(s.data for s in shared().samples if s.name == "hosted"))
    found = cli("verify", path, "--documents", documents, *AT, "--scorecard", "--json").json
    assert found["verdict"] == "VERIFIED"
    (own,) = found["scorecard"]["own"]
    assert own["title"] == "SQL for analysts"
    assert "Example Academy" in [f["value"]["name"] for f in own["facts"] if f["field"] == "issuer"]
    bare = cli("verify", path, *AT, "--scorecard", "--json")
    assert (bare.code, bare.json["scorecard"]) == (3, None)
    assert "only names the address" in bare.json["problems"][0]["message"]
    assert "only names the address" in " ".join(cli("verify", path, *AT, "--scorecard").out.split())


def test_an_address_is_judged_by_what_lies_there(cli: Cli, documents: Path) -> None:
    hosted = "https://academy.example/ob2/assertions/1"
    found = cli("verify", hosted, "--documents", documents, *AT, "--scorecard", "--json").json
    assert [own["title"] for own in found["scorecard"]["own"]] == ["SQL for analysts"]


def test_offline_nothing_is_looked_up_and_the_next_step_is_named(cli: Cli, tmp_path: Path) -> None:
    found = cli("verify", signed(tmp_path), *AT, "--json")
    assert (found.code, found.json["verdict"]) == (1, "COULD_NOT_CHECK")
    assert "--online" in found.json["next_step"]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"validUntil": "2026-02-01T00:00:00Z"}, "AUTHENTIC_BUT_EXPIRED"),
        ({"credentialStatus": status_entry(STATUS, REVOKED_AT)}, "REVOKED"),
        ({"credentialStatus": status_entry(PAUSED, SUSPENDED_AT, "suspension")}, "SUSPENDED"),
    ],
)
def test_one_that_no_longer_counts_is_told(
    cli: Cli, tmp_path: Path, documents: Path, changes: Any, verdict: str
) -> None:
    found = cli("verify", signed(tmp_path, **changes), "--documents", documents, *AT, "--json")
    assert (found.code, found.json["verdict"]) == (1, verdict)


@pytest.mark.parametrize("online", [False, True])
def test_forged_keys_that_a_badge_brings_itself_are_not_the_issuers(
    cli: Cli, tmp_path: Path, documents: Path, online: bool
) -> None:
    evil = key("evil")
    fragment = tmp_path / "fragment.json"
    fragment.write_bytes(dumps(with_proof(open_badge(ACADEMY), "eddsa-rdfc-2022", evil, f"{ACADEMY}#{evil.multibase}")))
    header = tmp_path / "header.jwt"
    header.write_text(jws({**open_badge(ACADEMY), "iss": ACADEMY}, evil, {"jwk": evil.jwk}))
    given = ("--documents", documents) if online else ()
    for forged in (fragment, header):
        found = cli("verify", forged, *given, *AT, "--json")
        assert (found.code, found.json["verdict"]) == (1, "ISSUER_NOT_BOUND")
        assert next(c for c in found.json["checks"] if c["id"] == "signature")["result"] == "passed"


def test_the_lenient_mode_says_that_it_is_one(cli: Cli, tmp_path: Path) -> None:
    evil = key("evil")
    forged = tmp_path / "forged.json"
    forged.write_bytes(dumps(with_proof(open_badge(ACADEMY), "eddsa-rdfc-2022", evil, f"{ACADEMY}#{evil.multibase}")))
    found = cli("verify", forged, "--mode", "1edtech", *AT)
    assert found.code == 0
    assert "public validator" in found.out


def test_a_folder_is_summed_up_and_one_bad_file_stops_nothing(cli: Cli, tmp_path: Path, documents: Path) -> None:
    folder = tmp_path / "badges"
    folder.mkdir()
    for number, sample in enumerate(shared().samples[:6]):
        (folder / f"{number}.json").write_bytes(sample.data)
    (folder / "bad.json").write_bytes(b"{")
    (folder / "documents.json").write_bytes(b"{}")
    (folder / "notes.txt").write_bytes(b"no badge at all")
    found = cli("verify", folder, "--documents", documents, *AT, "--json")
    assert found.code == 1
    assert found.json["summary"] == {"VERIFIED": 6, "INVALID": 1}
    assert [b["file"] for b in found.json["badges"]] == [
        "0.json",
        "1.json",
        "2.json",
        "3.json",
        "4.json",
        "5.json",
        "bad.json",
    ]
    assert found.json["others"] == ["documents.json"]
    assert all("skills" not in b for b in found.json["badges"])
    said = cli("verify", folder, "--documents", documents, *AT).out
    assert "6 of 7 badges" in said
    assert "No badges: documents.json." in said
    for each in folder.iterdir():
        each.unlink()
    (folder / "documents.json").write_bytes(b"{}")
    assert "There is no badge in" in cli("verify", folder, *AT).out
    assert cli("verify", folder, "--scorecard", *AT).code == 2


def test_an_address_is_fetched_only_when_that_is_allowed(cli: Cli) -> None:
    found = cli("verify", "https://issuer.example/badges/1", "--json")
    assert found.code == 4
    assert found.json["error"]["kind"] == "network"


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_is_not_there_and_a_folder_without_badges(cli: Cli, tmp_path: Path, name: str) -> None:
    assert cli("verify", tmp_path / name, "--json").code in {1, 3}


def test_pages_for_an_employer(cli: Cli, tmp_path: Path, documents: Path) -> None:
    html, pdf = tmp_path / "out.html", tmp_path / "out.pdf"
    found = cli("verify", signed(tmp_path), "--documents", documents, *AT, "--html", html, "--pdf", pdf)
    assert found.code == 0
    assert "SQL for analysts" in html.read_text(encoding="utf-8")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert cli("verify", tmp_path, "--html", html, *AT).code == 2


def test_the_wallet_keeps_shows_and_forgets(cli: Cli, tmp_path: Path, documents: Path) -> None:
    added = cli("wallet", "add", signed(tmp_path), "--documents", documents, *AT, "--json")
    assert added.code == 0
    kept = added.json["badges"][0]
    assert (kept["verdict"], kept["copies"]) == ("VERIFIED", ["https://academy.example/.well-known/did.json"])
    assert kept["id"] in cli("wallet", "list").out
    assert (
        cli("wallet", "show", kept["id"], "--json").json["badges"][0]["report"]["achievement"]["name"]
        == "SQL for analysts"
    )
    assert cli("wallet", "verify").code == 0  # the kept DID document is enough
    assert cli("wallet", "remove", kept["id"]).code == 0
    assert "empty" in cli("wallet", "list").out
    assert cli("wallet", "show", kept["id"]).code == 2


def test_what_is_not_valid_does_not_come_into_the_wallet(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"{")
    found = cli("wallet", "add", tmp_path / "bad.json", "--json")
    assert found.code == 1
    assert found.json["badges"] == []
    assert "not kept" in found.json["refused"][0]["message"]


def test_a_verified_badge_shows_its_skills_in_the_profile(cli: Cli, tmp_path: Path, documents: Path) -> None:
    assert not [s for s in cli("profile", "show", "--json").json["skills"] if s["skill"]["label"] == "SQL"]
    cli("wallet", "add", signed(tmp_path), "--documents", documents, *AT)
    held = [s for s in cli("profile", "show", "--json").json["skills"] if s["skill"]["label"] == "SQL"]
    assert held[0]["evidence"][0]["kind"] == "certified"
    assert "wallet" in held[0]["evidence"][0]["where"]
