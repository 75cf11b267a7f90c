"""What is signed says what was written down, shows no address, and goes where it was asked to go."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from hashlib import sha256, sha384
from pathlib import Path
from typing import Any

import pytest

from credlens.app.issuing.lists import note_changed, state_of
from credlens.app.issuing.signers import make_key, signer
from credlens.app.issuing.signing import endorse, issue
from credlens.app.ports import Ports
from credlens.model.errors import InputError, UserError
from credlens.verify.containers import CONTAINERS
from credlens.verify.limits import LIMITS

WORK = "https://ada.example.com/games.pgn"


def payload(token: str) -> Any:
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@pytest.fixture
def club(ports: Ports) -> Ports:
    """A home with a key of each kind."""
    make_key(ports, "club")
    make_key(ports, "tokens", "p256")
    return ports


def test_a_badge_says_what_was_written_down(club: Ports, award: Path, tmp_path: Path, list_address: str) -> None:
    made = issue(club, award, tmp_path / "badge.json", key="club")
    badge = json.loads(made.file.read_text("utf-8"))
    assert (made.form, made.id, made.issuer) == ("json", badge["id"], badge["issuer"]["id"])
    assert badge["issuer"]["name"] == "Chess Club of Example"
    assert badge["validFrom"] == "2026-11-22T23:59:59Z"
    assert badge["validUntil"] == "2029-12-31T23:59:59Z"
    assert made.valid_until == datetime(2029, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert badge["credentialSubject"]["achievement"]["alignment"][0]["targetCode"] == "7"
    assert badge["credentialStatus"]["statusListCredential"] == list_address
    assert badge["credentialStatus"]["statusListIndex"] == "4711"
    assert badge["proof"]["verificationMethod"] == made.method
    assert made.to_json()["status"] == {"list": list_address, "index": 4711, "purpose": "revocation"}


def test_the_address_of_whoever_earned_it_is_hashed_with_chance(club: Ports, award: Path, tmp_path: Path) -> None:
    salts = set()
    for name in ("one", "two"):
        text = issue(club, award, tmp_path / name, key="club").file.read_text("utf-8")
        assert "ada@" not in text.lower()
        who = json.loads(text)["credentialSubject"]["identifier"][0]
        assert who["identityHash"] == "sha256$" + sha256(f"ada@example.com{who['salt']}".encode()).hexdigest()
        salts.add(who["salt"])
    assert len(salts) == 2


def test_badges_for_the_same_have_ids_of_their_own_and_one_achievement(
    club: Ports, award: Path, tmp_path: Path
) -> None:
    one, other = (issue(club, award, tmp_path / name, key="club") for name in ("one", "other"))
    assert one.id != other.id
    assert one.about == other.about
    assert one.about.startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("key", "proof", "form"), [("club", None, "json"), ("tokens", None, "jwt"), ("club", "jwt", "jwt")]
)
def test_the_kind_of_the_key_decides_how_it_is_signed_unless_somebody_says(
    club: Ports, award: Path, tmp_path: Path, key: str, proof: str | None, form: str
) -> None:
    made = issue(club, award, tmp_path / "badge", key=key, proof=proof)
    assert made.form == form
    text = made.file.read_text("utf-8")
    said = payload(text) if form == "jwt" else json.loads(text)
    assert said["id"] == made.id


@pytest.mark.parametrize("kind", ["png", "svg"])
@pytest.mark.parametrize("key", ["club", "tokens"])
def test_a_badge_is_baked_into_a_picture(
    club: Ports, award: Path, tmp_path: Path, pictures: dict[str, Path], kind: str, key: str
) -> None:
    made = issue(club, award, tmp_path / f"badge.{kind}", key=key, picture=pictures[kind])
    assert made.form == kind
    assert CONTAINERS[kind].open(made.file.read_bytes(), LIMITS) is not None


def test_a_place_is_drawn_when_none_is_named_and_is_never_given_twice(
    club: Ports, award: Path, tmp_path: Path, list_address: str
) -> None:
    award.write_text(award.read_text("utf-8").replace("  index: 4711\n", ""), "utf-8")
    made = [issue(club, award, tmp_path / f"{n}.json", key="club") for n in range(5)]
    places = [m.status.index for m in made if m.status]
    assert len(set(places)) == 5
    assert places != sorted(places) or places[-1] - places[0] > 5
    assert state_of(club, list_address).given == {m.status.index: (m.id,) for m in made if m.status}


def test_a_place_that_another_badge_has_is_told(club: Ports, award: Path, tmp_path: Path) -> None:
    first = issue(club, award, tmp_path / "one.json", key="club")
    assert first.remarks == ()
    assert first.next_step.startswith("credlens badge revoke --key club --list https://chess.example.org/revoked.json")
    assert "Another badge has place 4711" in issue(club, award, tmp_path / "two.json", key="club").remarks[0]


def test_a_list_of_another_issuer_is_refused(club: Ports, award: Path, tmp_path: Path) -> None:
    issue(club, award, tmp_path / "one.json", key="club")
    with pytest.raises(UserError, match="another issuer"):
        issue(club, award, tmp_path / "two.json", key="tokens")
    assert not (tmp_path / "two.json").exists()


def test_a_list_of_another_purpose_is_refused(club: Ports, award: Path, tmp_path: Path) -> None:
    issue(club, award, tmp_path / "one.json", key="club")
    award.write_text(award.read_text("utf-8") + "  purpose: suspension\n", "utf-8")
    with pytest.raises(UserError, match="one of revocation"):
        issue(club, award, tmp_path / "two.json", key="club")


def test_a_list_that_is_full_is_told(club: Ports, award: Path, tmp_path: Path, list_address: str) -> None:
    award.write_text(award.read_text("utf-8").replace("  index: 4711\n", ""), "utf-8")
    state = state_of(club, list_address)
    note_changed(club, state, signer(club, "club").did, "revocation", range(131072), off=True)
    with pytest.raises(UserError, match="is taken"):
        issue(club, award, tmp_path / "badge.json", key="club")


def test_the_command_for_a_list_of_suspensions_says_so(club: Ports, award: Path, tmp_path: Path) -> None:
    award.write_text(award.read_text("utf-8") + "  purpose: suspension\n", "utf-8")
    assert "revoked.json --suspend --out" in issue(club, award, tmp_path / "badge.json", key="club").next_step


def test_what_cannot_be_signed_leaves_no_file_and_takes_no_place(
    club: Ports, award: Path, tmp_path: Path, list_address: str
) -> None:
    with pytest.raises(UserError, match="Ed25519"):
        issue(club, award, tmp_path / "badge.json", key="tokens", proof="json")
    with pytest.raises(UserError, match="no proof"):
        issue(club, award, tmp_path / "badge.json", key="club", proof="wax")
    with pytest.raises(UserError, match="PNG or SVG"):
        issue(club, award, tmp_path / "badge.json", key="club", picture=award)
    with pytest.raises(UserError, match="is not there"):
        issue(club, award, tmp_path / "nowhere" / "badge.json", key="club")
    assert not (tmp_path / "badge.json").exists()
    assert state_of(club, list_address).given == {}


def test_a_review_is_about_one_version_of_a_piece_of_work(club: Ports, tmp_path: Path) -> None:
    work = tmp_path / "games.pgn"
    work.write_bytes(b"1. e4")
    made = endorse(club, WORK, "Sound play.", tmp_path / "word.json", key="club", name="Bo", content=work)
    word = json.loads(made.file.read_text("utf-8"))
    assert word["issuer"]["name"] == "Bo"
    assert word["credentialSubject"]["id"] == made.about == WORK
    assert word["credentialSubject"]["endorsementComment"] == "Sound play."
    digest = base64.b64encode(sha384(b"1. e4").digest()).decode()
    assert word["relatedResource"] == [{"id": WORK, "digestSRI": f"sha384-{digest}"}]


def test_a_review_needs_words_a_whole_address_and_its_file(club: Ports, tmp_path: Path) -> None:
    out = tmp_path / "word.jwt"
    assert endorse(club, WORK, "Sound.", out, key="tokens").form == "jwt"
    assert payload(out.read_text("utf-8"))["issuer"]["name"] == "tokens"
    with pytest.raises(UserError, match="words"):
        endorse(club, WORK, " ", out, key="club")
    with pytest.raises(UserError, match="whole address"):
        endorse(club, "games.pgn", "Sound.", out, key="club")
    with pytest.raises(InputError):
        endorse(club, WORK, "Sound.", out, key="club", content=tmp_path / "missing")
