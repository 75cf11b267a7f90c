"""The portfolio is written as a whole, with what the person shows and nothing that they left off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from credlens.app.ports import Ports, StoredDocument
from credlens.app.presenting import projects
from credlens.app.presenting.portfolio import MARKER, portfolio
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.io.home import open_home
from credlens.model.cv import Contact, Cv
from credlens.model.errors import UserError
from credlens.model.verification import AchievementClaim, Check, Claims, Mode, Outcome, Party, Report, Verdict
from credlens.present.exports import EXPORTS

RESUME = """# Robin Example
robin@example.org

## Experience

### Analyst, Harbour Office
January 2020 - Present

- Reports in SQL
"""
HIDDEN = {"type": "IdentityObject", "hashed": True, "identityHash": "sha256$00", "salt": "x"}


@dataclass
class Says:
    """A verifier that finds a good badge in whatever it is given."""

    container: str = "json"
    checks: tuple[Check, ...] = ()

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            claims = Claims(
                issuer=Party("did:web:lamp.example", "Lamp School"),
                achievements=(AchievementClaim(name="Lamp Keeping"),),
                issued=datetime(2026, 3, 4, tzinfo=UTC),
            )
            at = datetime(2026, 11, 22, tzinfo=UTC)
            report = Report(Verdict.VERIFIED, "as told", Mode.STRICT, at, container=self.container, claims=claims)
            yield job, replace(report, checks=self.checks)


def credential(subject: object) -> bytes:
    return json.dumps({"issuer": {"email": "school@lamp.example"}, "credentialSubject": subject}).encode()


@pytest.fixture
def ports(ports: Ports, tmp_path: Path) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    (tmp_path / "README.md").write_text("# Tide tables\n\nTides of an invented harbour, in Python.\n")
    projects.add(ports, tmp_path / "README.md")
    return ports


@pytest.fixture
def with_badge(ports: Ports, tmp_path: Path) -> Callable[..., Ports]:
    def call(data: bytes, says: Says | None = None) -> Ports:
        told = replace(ports, verifier=says or Says())
        (tmp_path / "robins-private-folder.json").write_bytes(data)
        add(told, [str(tmp_path / "robins-private-folder.json")])
        return told

    return call


def everything(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_a_folder_is_written_with_all_that_is_shown(with_badge: Callable[..., Ports], tmp_path: Path) -> None:
    out = tmp_path / "site"
    made = portfolio(with_badge(credential({"identifier": [HIDDEN]})), out)
    (badge,) = made.badges
    assert made.projects == ("tide-tables",)
    assert made.page == out.resolve() / "index.html"
    assert (out / MARKER).is_file()
    assert (out / "badges" / badge / "badge.json").read_bytes() == credential({"identifier": [HIDDEN]})
    text = everything(out)
    assert b"robin@example.org" not in text
    assert b"private-folder" not in text
    assert b"Lamp Keeping" in text
    assert made.problems == ()
    assert not made.contact


def test_a_second_run_gives_the_same_bytes(ports: Ports, tmp_path: Path) -> None:
    portfolio(ports, tmp_path / "site")
    before = everything(tmp_path / "site")
    portfolio(ports, tmp_path / "site")
    assert everything(tmp_path / "site") == before


@pytest.mark.parametrize(
    "data",
    [
        credential({"id": "mailto:robin@example.org"}),
        credential({"identifier": [{"hashed": False, "identityHash": "robin@example.org"}]}),
        json.dumps({"recipient": {"type": "email", "hashed": False, "identity": "robin@example.org"}}).encode(),
        json.dumps({"verifiableCredential": [{"credentialSubject": {"email": "robin@example.org"}}]}).encode(),
    ],
)
def test_a_badge_that_shows_an_address_is_not_handed_out_unasked(
    with_badge: Callable[..., Ports], tmp_path: Path, data: bytes
) -> None:
    ports = with_badge(data)
    closed = portfolio(ports, tmp_path / "site")
    assert "e-mail address" in closed.problems[0].message
    assert b"robin@example.org" not in everything(tmp_path / "site")
    opened = portfolio(ports, tmp_path / "site", contact=True)
    assert opened.problems == ()
    assert data in everything(tmp_path / "site")


def test_a_picture_with_a_program_in_it_is_not_handed_out(with_badge: Callable[..., Ports], tmp_path: Path) -> None:
    for data, kept in ((b"<svg><path/></svg>", True), (b"<svg onload='x()'/>", False), (b"<svg><SCRIPT>", False)):
        told = with_badge(data, Says("svg"))
        made = portfolio(told, tmp_path / "site", contact=True)
        assert (data in everything(tmp_path / "site")) is kept
        assert ["program" in p.message for p in made.problems] == [True] * (not kept)
        for badge in told.wallet().badges():
            told.wallet().remove(badge.id)


def test_a_badge_in_a_name_that_looks_like_anothers_gets_no_page(
    with_badge: Callable[..., Ports], tmp_path: Path
) -> None:
    odd = Check("issuer_name", Outcome.WARNING, "It looks like Google.")
    made = portfolio(with_badge(credential({}), Says(checks=(odd,))), tmp_path / "site")
    assert made.badges == ()
    assert "odd" in made.problems[0].message


def test_what_is_left_off_the_resume_is_left_off_here(ports: Ports, tmp_path: Path) -> None:
    ports.showcase().show("tide-tables", False)
    made = portfolio(ports, tmp_path / "site")
    assert made.projects == ()
    assert [e.card for e in made.left_off] == ["tide-tables"]
    assert b"Tide tables" not in everything(tmp_path / "site")


def test_the_resume_beside_it_says_no_more_than_the_pages(
    ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Contact] = []

    def render(cv: Cv, *_: Any) -> bytes:
        asked.append(cv.contact)
        return b"%PDF-"

    exports = {"portfolio": EXPORTS["portfolio"], "resume_pdf": render}
    monkeypatch.setattr("credlens.app.presenting.portfolio.EXPORTS", exports)
    for contact in (False, True):
        assert portfolio(ports, tmp_path / "site", with_resume=True, contact=contact).resume
    assert [c.email for c in asked] == ["", "robin@example.org"]
    assert (tmp_path / "site" / "resume.pdf").read_bytes() == b"%PDF-"


def test_with_nothing_to_show_nothing_is_written(tmp_path: Path) -> None:
    empty = open_home(tmp_path / "empty")
    with pytest.raises(UserError, match="nothing to show"):
        portfolio(empty, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert not empty.has_state()


def test_a_folder_with_other_things_in_it_is_left_alone(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="left alone"):
        portfolio(ports, tmp_path)
