"""A review counts when it verifies, is about a project of the person's, and was signed by somebody else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.issuing.signers import make_key
from credlens.app.issuing.signing import endorse
from credlens.app.ports import Ports
from credlens.app.presenting import projects
from credlens.app.presenting.reviews import Asked, add, ask, remove
from credlens.app.verifying.verify import verify
from credlens.io.home import open_home
from credlens.model.errors import InputError, OutsideError, UserError
from credlens.model.verification import Verdict

README = "# Shop dashboard\n\nI asked an invented shop what it sells.\n"


@pytest.fixture
def mine(ports: Ports, tmp_path: Path) -> Ports:
    (tmp_path / "README.md").write_text(README)
    projects.add(ports, tmp_path / "README.md", link="https://shop.example")
    make_key(ports, "me")
    return ports


@pytest.fixture
def theirs(tmp_path: Path) -> Ports:
    other = open_home(tmp_path / "other", today=date(2026, 11, 22))  # signed later, it would not count yet
    make_key(other, "robin")
    make_key(other, "token", "p256")
    return other


@pytest.fixture
def asked(mine: Ports, tmp_path: Path) -> Asked:
    return ask(mine, "shop-dashboard", tmp_path / "request.json", key="me", name="Maria", message="Is it clear?")


def review(theirs: Ports, about: str, tmp_path: Path, *, key: str = "robin", content: Path | None = None) -> Path:
    return endorse(
        theirs, about, "Clear charts.", tmp_path / f"{key}.review", key=key, name="Robin", content=content
    ).file


def test_a_request_verifies_and_says_what_it_is_about(mine: Ports, asked: Asked) -> None:
    report = verify(mine, str(asked.file)).badges[0].report
    assert (report.verdict, report.claims.issuer.id) == (Verdict.VERIFIED, asked.issuer)
    subject = json.loads(asked.file.read_text())["credentialSubject"]
    assert subject["id"] == asked.about
    assert (subject["headline"], subject["workUrl"], subject["abstract"]) == (
        "Shop dashboard",
        "https://shop.example",
        "Is it clear?",
    )
    text = asked.text.read_text()
    assert asked.command in text
    for said in (
        "Maria asks you",
        "Shop dashboard",
        "https://shop.example",
        "Is it clear?",
        asked.digest,
        asked.issuer,
    ):
        assert said in text


def test_the_answer_to_a_request_is_kept_and_shown(mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path) -> None:
    found = add(mine, [review(theirs, asked.about, tmp_path, content=tmp_path / "README.md")])
    (kept,) = found.reviews
    assert (kept.project, kept.by, kept.comment) == ("shop-dashboard", "Robin", "Clear charts.")
    assert kept.by_id.startswith("did:key:")
    assert (kept.verdict, kept.same_version) == (Verdict.VERIFIED, True)
    assert projects.show(mine).projects[0].reviews == (kept,)


def test_a_review_of_another_version_says_so(mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path) -> None:
    add(mine, [review(theirs, asked.about, tmp_path, content=tmp_path / "README.md")])
    (tmp_path / "README.md").write_text(README + "\nNow with costs.\n")
    (shown,) = projects.add(mine, tmp_path / "README.md").projects[0].reviews
    assert shown.same_version is False


def test_a_token_that_names_no_version_says_nothing_of_it(
    mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path
) -> None:
    (kept,) = add(mine, [review(theirs, asked.about, tmp_path, key="token")]).reviews
    assert (kept.comment, kept.same_version) == ("Clear charts.", None)


def test_ones_own_word_is_no_review(mine: Ports, asked: Asked, tmp_path: Path) -> None:
    own = review(mine, asked.about, tmp_path, key="me")
    found = add(mine, [own])
    assert found.reviews == ()
    assert "key of your own" in found.refused[0].message


def test_a_review_of_something_else_a_changed_one_and_a_request_are_refused(
    mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path
) -> None:
    other = review(theirs, "urn:uuid:00000000-0000-4000-8000-000000000000", tmp_path)
    changed = tmp_path / "changed.json"
    good = review(theirs, asked.about, tmp_path, key="robin").read_text()
    changed.write_text(good.replace("Clear charts.", "The best charts."))
    other = endorse(theirs, "urn:uuid:00000000-0000-4000-8000-000000000000", "x", tmp_path / "o.json", key="robin").file
    found = add(mine, [other, changed, asked.file])
    assert found.reviews == ()
    assert ["none of your projects" in p.message for p in found.refused] == [True, False, False]
    assert "no review" in found.refused[2].message
    assert all(p.what_to_do for p in found.refused)
    assert projects.show(mine).projects[0].reviews == ()


def test_a_review_whose_end_has_come_is_no_longer_called_verified(
    mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path
) -> None:
    add(mine, [review(theirs, asked.about, tmp_path)])
    (stored,) = mine.showcase().reviews()
    record = json.loads(stored.report)
    record["report"]["claims"]["expires"] = "2027-01-01T00:00:00+00:00"
    mine.showcase().keep_reviews([replace(stored, report=json.dumps(record))])
    later = replace(mine, today=date(2027, 1, 2))
    assert projects.show(later).projects[0].reviews[0].verdict is Verdict.AUTHENTIC_BUT_EXPIRED


def test_a_review_taken_out_is_gone_and_so_are_those_of_a_project(
    mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path
) -> None:
    file = review(theirs, asked.about, tmp_path)
    (kept,) = add(mine, [file]).reviews
    with pytest.raises(UserError, match="no review"):
        remove(mine, "zzz")
    assert remove(mine, kept.id[:5]).removed == (kept.id,)
    assert projects.show(mine).projects[0].reviews == ()
    add(mine, [file])
    projects.remove(mine, "shop-dashboard")
    assert mine.showcase().reviews() == ()


def test_what_cannot_be_asked_or_read_is_told(mine: Ports, theirs: Ports, asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no project"):
        ask(mine, "nothing", tmp_path / "r.json", key="me")
    with pytest.raises(UserError, match="no key"):
        ask(mine, "shop-dashboard", tmp_path / "r.json", key="nobody")
    with pytest.raises(UserError, match="JSON or a token"):
        ask(mine, "shop-dashboard", tmp_path / "r.txt", key="me")
    with pytest.raises(InputError, match="no such file"):
        add(mine, [tmp_path / "nothing.json"])
    add(mine, [review(theirs, asked.about, tmp_path)])
    (stored,) = mine.showcase().reviews()
    mine.showcase().keep_reviews([replace(stored, report="{}")])
    with pytest.raises(OutsideError, match="cannot be read"):
        projects.show(mine)
