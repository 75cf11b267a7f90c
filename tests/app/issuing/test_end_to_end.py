"""What is issued here holds before our own verifier, in its strict mode, without the network; and what was done to it since shows."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from credlens.app.bench.badges.driving import verified
from credlens.app.issuing.revoking import revoke
from credlens.app.issuing.signers import make_key
from credlens.app.issuing.signing import endorse, issue
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.verification import Outcome, Report, Verdict

WORK = "https://ada.example.com/games.pgn"
SITE = "https://chess.example.org"
KINDS = ("ed25519", "p256")


@dataclass
class Club:
    """A club with keys, and what it has published."""

    ports: Ports
    folder: Path
    award: Path
    address: str
    published: dict[str, bytes] = field(default_factory=dict)

    def key(self, name: str, kind: str, site: str | None = None) -> str:
        """A new key; its document is published."""
        made = make_key(self.ports, name, kind, site)
        if made.document:
            self.published[made.publish_at] = made.document.read_bytes()
        return name

    def without_status(self) -> None:
        """From now on awards name no list."""
        self.award.write_text(self.award.read_text("utf-8").partition("status:")[0], "utf-8")

    def suspending(self) -> None:
        """From now on awards name a list of suspensions."""
        self.award.write_text(self.award.read_text("utf-8") + "  purpose: suspension\n", "utf-8")

    def issue(self, key: str, picture: Path | None = None, proof: str | None = None) -> bytes:
        """A badge."""
        return issue(
            self.ports, self.award, self.folder / "badge", key=key, picture=picture, proof=proof
        ).file.read_bytes()

    def publish(
        self, key: str, *places: int, undo: bool = False, suspend: bool = False, proof: str | None = None
    ) -> None:
        """The list, with these places changed."""
        made = revoke(
            self.ports, self.address, places, self.folder / "list", key=key, undo=undo, suspend=suspend, proof=proof
        )
        self.published[self.address] = made.file.read_bytes()

    def verified(self, badge: bytes) -> Report:
        """What our verifier says, given what is published."""
        return verified(badge, self.published)


@pytest.fixture
def club(ports: Ports, tmp_path: Path, award: Path, list_address: str) -> Club:
    return Club(ports, tmp_path, award, list_address)


def why(report: Report) -> list[str]:
    """What stands against it, for whoever reads a failed test."""
    bad = (Outcome.FAILED, Outcome.NOT_CHECKED)
    return [f"{c.id} {c.outcome}: {c.reason} {c.where}" for c in report.all_checks() if c.outcome in bad]


@pytest.mark.parametrize("site", [None, SITE, f"{SITE}/badges"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_is_verified(club: Club, kind: str, site: str | None) -> None:
    club.without_status()
    report = club.verified(club.issue(club.key("club", kind, site)))
    assert report.verdict is Verdict.VERIFIED, why(report)
    assert report.format == "ob3"
    assert report.claims.issuer.name == "Chess Club of Example"
    assert report.claims.achievement.skills[0].url == "https://skills.example.org/7"


def test_an_ed25519_key_signs_tokens_as_well(club: Club) -> None:
    club.without_status()
    report = club.verified(club.issue(club.key("club", "ed25519", SITE), proof="jwt"))
    assert report.verdict is Verdict.VERIFIED, why(report)
    assert report.proofs == ("EdDSA",)


@pytest.mark.parametrize("container", ["png", "svg"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_baked_badge_is_verified(club: Club, pictures: dict[str, Path], kind: str, container: str) -> None:
    club.without_status()
    report = club.verified(club.issue(club.key("club", kind), pictures[container]))
    assert report.verdict is Verdict.VERIFIED, why(report)
    assert report.container == container


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_of_a_website_that_does_not_show_its_key_is_not_verified(club: Club, kind: str) -> None:
    club.without_status()
    badge = club.issue(club.key("club", kind, SITE))
    club.published.clear()
    assert club.verified(badge).verdict is Verdict.COULD_NOT_CHECK


def test_a_badge_outlives_the_change_of_its_issuers_key(club: Club) -> None:
    club.without_status()
    badge = club.issue(club.key("first", "ed25519", SITE))
    club.key("second", "p256", SITE)
    assert club.verified(badge).verdict is Verdict.VERIFIED


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_is_revoked_and_taken_back(club: Club, kind: str) -> None:
    key = club.key("club", kind)
    badge = club.issue(key)
    assert club.verified(badge).verdict is Verdict.COULD_NOT_CHECK  # nothing is published yet
    verdicts = []
    for places, undo in (((), False), ((4710, 4712), False), ((4711,), False), ((), False), ((4711,), True)):
        club.publish(key, *places, undo=undo)
        verdicts.append(club.verified(badge).verdict)
    fine = Verdict.VERIFIED
    assert verdicts == [fine, fine, Verdict.REVOKED, Verdict.REVOKED, fine], why(club.verified(badge))


def test_a_badge_is_suspended_and_counts_again(club: Club) -> None:
    key = club.key("club", "p256", SITE)
    club.suspending()
    badge = club.issue(key)
    club.publish(key, 4711, suspend=True)
    assert club.verified(badge).verdict is Verdict.SUSPENDED, why(club.verified(badge))
    club.publish(key, 4711, suspend=True, undo=True)
    assert club.verified(badge).verdict is Verdict.VERIFIED, why(club.verified(badge))


def test_a_list_that_somebody_else_signed_clears_nobody(club: Club, tmp_path: Path) -> None:
    key = club.key("club", "ed25519")
    badge = club.issue(key)
    club.publish(key, 4711)
    elsewhere = open_home(tmp_path / "elsewhere", today=club.ports.today)
    make_key(elsewhere, "stranger")
    forged = revoke(elsewhere, club.address, (), tmp_path / "forged", key="stranger")
    club.published[club.address] = forged.file.read_bytes()
    assert club.verified(badge).verdict is not Verdict.VERIFIED


@pytest.mark.parametrize(
    ("said", "instead"),
    [("Endgames", "Endgamez"), ("Won ten", "Won two"), ("2029-12-31", "2039-12-31"), ("skills.example.org/7", "skills.example.org/8")],
)  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_one_letter_that_was_changed_makes_it_invalid(club: Club, kind: str, said: str, instead: str) -> None:
    club.without_status()
    badge = club.issue(club.key("club", kind)).decode()
    if kind == "p256":
        header, payload, signature = badge.split(".")
        text = urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
        assert said in text
        changed = urlsafe_b64encode(text.replace(said, instead).encode()).rstrip(b"=").decode()
        badge = f"{header}.{changed}.{signature}"
    else:
        assert said in badge
        badge = badge.replace(said, instead)
    assert club.verified(badge.encode()).verdict is Verdict.INVALID


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", [None, SITE])
def test_a_review_is_verified_and_counts_for_one_version_of_the_work(
    club: Club, tmp_path: Path, kind: str, site: str | None
) -> None:
    work = tmp_path / "games.pgn"
    work.write_bytes(b"1. e4")
    key = club.key("bo", kind, site)
    word = endorse(club.ports, WORK, "Sound play.", tmp_path / "word", key=key, content=work).file.read_bytes()
    club.published[WORK] = b"1. e4"
    report = club.verified(word)
    assert report.verdict is Verdict.VERIFIED, why(report)
    related = report.check("related")
    assert related is not None
    assert related.outcome is Outcome.PASSED
    club.published[WORK] = b"1. d4"
    assert club.verified(word).verdict is Verdict.INVALID


def test_a_review_that_was_changed_is_invalid(club: Club, tmp_path: Path) -> None:
    word = endorse(club.ports, WORK, "Sound play.", tmp_path / "word", key=club.key("bo", "ed25519")).file.read_text(
        "utf-8"
    )
    assert json.loads(word)["credentialSubject"]["endorsementComment"] == "Sound play."
    assert club.verified(word.replace("Sound", "Poor").encode()).verdict is Verdict.INVALID
