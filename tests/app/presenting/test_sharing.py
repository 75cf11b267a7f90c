"""Sharing: the document in the place it was asked for, nothing else touched, and no place for what there is none of."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from credlens.app.ports import Ports
from credlens.app.presenting import sharing
from credlens.app.presenting.sharing import share
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.model.cv import Cv, CvCertificate, CvEntry, LeftOff, WhyLeftOff
from credlens.model.errors import InputError, UserError
from credlens.model.verification import AchievementClaim, Claims, Mode, Report, Verdict
from credlens.present.exports.share_github import END, START

CV = Cv(
    "Robin Example",
    certificates=(CvCertificate("c1", "SQL", "Academy", "2024-05", credential="google-data-analytics"),),
    projects=(CvEntry("p1", "Ferry times", link="https://robin.example/ferry"),),
    left_off=(LeftOff("c2", "First Aid", WhyLeftOff.EXPIRED, "It expired in 2025."),),
)


@dataclass
class Says:
    """A verifier that finds a badge for whatever its bytes say."""

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            claims = Claims(achievements=(AchievementClaim(name=job.data.decode()),))
            at = datetime(2026, 11, 22, tzinfo=UTC)
            yield job, Report(Verdict.REVOKED, "as told", Mode.STRICT, at, container="json", claims=claims)


@pytest.fixture
def ports(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> Ports:
    monkeypatch.setattr(sharing, "cv_of", lambda _ports, _knowledge: CV)
    return ports


@pytest.fixture
def wallet(ports: Ports, tmp_path: Path) -> Ports:
    told = replace(ports, verifier=Says())
    (tmp_path / "badge.json").write_text("Knots")
    add(told, [str(tmp_path / "badge.json")])
    return told


def test_without_a_place_nothing_is_written(ports: Ports) -> None:
    shared = share(ports, "github")
    assert shared.written == ()
    assert "SQL" in shared.documents["section.md"]
    assert shared.to_json()["left_off"] == [
        {"card": "c2", "name": "First Aid", "why": "expired", "because": "It expired in 2025."}
    ]


def test_a_section_goes_into_a_page_and_the_rest_of_it_stays(ports: Ports, tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_bytes(f"# Robin\r\n\r\n{START}\r\nold\r\n{END}\r\n\r\nbye".encode())
    shared = share(ports, "github", into=page)
    assert shared.written == (page.resolve(),)
    found = page.read_bytes().decode()
    assert found.startswith(f"# Robin\r\n\r\n{START}\r\n\r\n## Projects")
    assert found.endswith(f"{END}\r\n\r\nbye")
    assert "old" not in found


@pytest.mark.parametrize("data", [START.encode(), b"\xff\xfe"])
def test_a_page_that_does_not_fit_is_left_alone(ports: Ports, tmp_path: Path, data: bytes) -> None:
    page = tmp_path / "README.md"
    page.write_bytes(data)
    with pytest.raises(InputError, match="cannot be put in"):
        share(ports, "github", into=page)
    assert page.read_bytes() == data


def test_a_signature_is_written_as_asked(ports: Ports, tmp_path: Path) -> None:
    both = share(ports, "signature", tmp_path)
    assert [p.name for p in both.written] == ["signature.txt", "signature.html"]
    share(ports, "signature", tmp_path / "s.txt")
    share(ports, "signature", tmp_path / "s.htm")
    assert (tmp_path / "s.txt").read_text() == both.documents["signature.txt"]
    assert (tmp_path / "s.htm").read_text() == both.documents["signature.html"]


def test_what_is_held_says_the_skills_that_the_catalog_knows(ports: Ports, tmp_path: Path) -> None:
    share(ports, "elm", tmp_path / "held.jsonld")
    (claim,) = json.loads((tmp_path / "held.jsonld").read_text())["hasClaim"]
    outcomes = claim["specifiedBy"]["learningOutcome"]
    assert any("relatedESCOSkill" in o for o in outcomes)


def test_every_badge_is_packed_as_it_came_whatever_came_of_it(wallet: Ports, tmp_path: Path) -> None:
    shared = share(wallet, "backpack", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        (listed,) = json.loads(archive.read("manifest.json"))["badges"]
        assert archive.read(listed["file"]) == b"Knots"
    assert (shared.badges, listed["verdict"], listed["name"]) == (1, "REVOKED", "Knots")
    share(wallet, "backpack", tmp_path / "folder")
    assert (tmp_path / "folder" / listed["file"]).read_bytes() == b"Knots"


@pytest.mark.parametrize(
    ("kind", "out", "into", "words"),
    [
        ("letter", None, None, "nothing called 'letter'"),
        ("backpack", None, None, "needs a place"),
        ("backpack", "all.zip", None, "wallet is empty"),
        ("elm", None, "README.md", "Only the section for GitHub"),
        ("elm", "nowhere/x.jsonld", None, "is not there"),
    ],
)
def test_what_cannot_be_made_is_said(
    ports: Ports, tmp_path: Path, kind: str, out: str | None, into: str | None, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        share(ports, kind, tmp_path / out if out else None, tmp_path / into if into else None)


@pytest.mark.parametrize(
    ("kind", "words"), [("github", "to show yet"), ("signature", "name"), ("elm", "no credential")]
)
def test_nothing_is_made_of_nothing(ports: Ports, monkeypatch: pytest.MonkeyPatch, kind: str, words: str) -> None:
    monkeypatch.setattr(sharing, "cv_of", lambda _ports, _knowledge: Cv(""))
    with pytest.raises(UserError, match=words):
        share(ports, kind)
