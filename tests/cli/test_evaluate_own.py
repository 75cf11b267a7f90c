"""``credlens evaluate`` on what the catalog does not have: answers, badges, pages, keeping and removing."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest
from pypdf import PdfWriter

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.signing import as_jwt
from credlens.app.bench.badges.world import ACADEMY, academy_key
from credlens.issue.baking import bake

FOG = """
title: Fog Signals Ashore
provider: Harbour School
skills: [SQL, dashboards]
assessment: [project]
grader: tutor
hours: 30-50
price: per_month
price_amount: 49 USD
recognition: none
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "fog.yaml"
    path.write_text(FOG, encoding="utf-8")
    return path


def test_keep_then_show_and_remove(cli: Cli, answers: Path) -> None:
    kept = cli("compare", "google-data-analytics", "--answers", answers, "--keep", "--json").json
    (own,) = kept["own"]
    assert (own["id"], own["from"], own["kept"]) == ("harbour-school-fog-signals-ashore", "interview", True)
    assert {c["id"] for c in kept["credentials"]} == {"google-data-analytics", own["id"]}
    assert "a record of your own" in cli("catalog", "show", own["id"]).out
    removed = cli("catalog", "remove", own["id"])
    assert removed.code == 0
    assert "Removed: Fog Signals Ashore" in removed.out
    assert "0 records of your own left" in " ".join(removed.out.split())


def test_the_review_says_field_value_and_where_it_comes_from(cli: Cli, answers: Path) -> None:
    outcome = cli("evaluate", "--answers", answers)
    assert outcome.code == 0
    review = outcome.out[outcome.out.index("What you said, judged as") :]
    assert "USD 49 a month, tuition" in review
    assert "project (marked by: tutor)" in review
    assert "said by you" in review
    assert "supervision" in review[review.index("Still unknown") :]
    assert "with --keep" in " ".join(review.split())


def test_all_questions_can_be_listed_for_writing_a_file(cli: Cli) -> None:
    words = cli("evaluate", "--questions")
    assert words.code == 0
    assert "only when assessment is quiz or assignment or project" in " ".join(words.out.split())
    assert max(map(len, words.out.splitlines())) <= 80
    listed = cli("evaluate", "--questions", "--json").json
    assert [q["id"] for q in listed["questions"]][:3] == ["title", "address", "provider"]
    assert listed["next"] == "title"


def test_bad_answers_name_their_questions(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"titel": "Fog", "hours": "long"}), encoding="utf-8")
    outcome = cli("evaluate", "--answers", path, "--json")
    assert outcome.code == 3
    name = path.as_posix()
    assert {p["where"] for p in outcome.json["error"]["problems"]} == {
        f"{name}: titel",
        f"{name}: hours",
        f"{name}: title",
    }
    assert all(outcome.err.count(p["message"]) == 1 for p in outcome.json["error"]["problems"])


def test_the_very_credential_that_is_named_is_shown_beside_and_not_ranked(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    said = {"title": "Google Data Analytics Professional Certificate", "provider": "Google", "kind": "completion"}
    path.write_text(json.dumps(said), encoding="utf-8")
    words = cli("compare", "google-data-analytics", "--answers", path)
    assert "It is surely the same as google-data-analytics" in " ".join(words.out.split())
    found = cli("compare", "google-data-analytics", "google-it-support", "--answers", path, "--json").json
    (own,) = found["own"]
    assert (own["known_as"]["id"], own["same_as"]) == ("google-data-analytics", "google-data-analytics")
    cards = {c["id"]: c for c in found["credentials"]}
    assert "surely the same" in cards[own["id"]]["unranked"]
    assert cards[own["id"]]["p_best"] is None
    same = "is not ranked: it is surely the same as google-data-analytics, which is judged as well."
    assert same in found["says"]["answer"]
    assert "Too little is known" not in found["says"]["answer"]
    assert cards["google-data-analytics"]["p_best"] is not None


def test_answers_about_a_page_are_no_second_credential(cli: Cli, tmp_path: Path) -> None:
    page, rest = tmp_path / "fog.txt", tmp_path / "rest.yaml"
    page.write_text("Fog Signals Certificate\n\nDuration: 40 hours.\n", encoding="utf-8")
    rest.write_text("about: page\nhours: 50\n", encoding="utf-8")
    (own,) = cli("evaluate", "--page", page, "--answers", rest, "--json").json["own"]
    (hours,) = [f for f in own["facts"] if f["field"] == "hours"]
    assert (own["title"], hours["value"]["max"]) == ("Fog Signals Certificate", 50)
    alone = cli("compare", "--page", page, "--answers", rest)
    assert (alone.code, "nothing to compare" in alone.err) == (2, True)


def test_a_corrected_answer_is_kept_in_place_and_that_is_said(cli: Cli, answers: Path) -> None:
    cli("evaluate", "--answers", answers, "--keep")
    answers.write_text(FOG.replace("30-50", "60"), encoding="utf-8")
    words = cli("evaluate", "--answers", answers, "--keep").out
    assert "It replaced your record of 2" in " ".join(words.split())
    assert "60 h" in cli("catalog", "show", "harbour-school-fog-signals-ashore").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["evaluate"], "nothing to judge"),
        (["evaluate", "delf-b2", "--keep"], "nothing to keep"),
        (["compare", "delf-b2"], "nothing to compare"),
        (["evaluate", "--interview", "--answers", "fog.yaml"], "answered twice"),
    ],
)
def test_too_little_to_do_is_a_usage_error(cli: Cli, words: list[str], says: str) -> None:
    outcome = cli(*words)
    assert outcome.code == 2
    assert says in outcome.err


PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def as_svg(token: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="https://purl.imsglobal.org/ob/v3p0">'
        f'<ob:credential verify="{token}"/></svg>'
    ).encode()


def as_pdf(token: str) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("badge.jwt", token.encode())
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "made"),
    [("b.jwt", str.encode), ("b.png", lambda token: bake(PIXEL, token)), ("b.svg", as_svg), ("b.pdf", as_pdf)],
    ids=["jwt", "png", "svg", "pdf"],
)
def test_a_badge_is_judged_in_whatever_it_comes(
    cli: Cli, tmp_path: Path, name: str, made: Callable[[str], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(made(as_jwt(open_badge(ACADEMY), *academy_key("ed"))))
    found = cli("evaluate", "--badge", path, "--json").json
    (own,) = found["own"]
    assert (own["title"], own["from"], own["where"]) == ("SQL for analysts", "badge", path.as_posix())
    (verification,) = [f for f in own["facts"] if f["field"] == "verification"]
    assert verification["value"]["format"] == "open_badge_3"


def test_a_judged_badge_is_not_verified_and_that_is_said(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "b.jwt"
    path.write_text(as_jwt(open_badge(ACADEMY), *academy_key("ed")))
    words = " ".join(cli("evaluate", "--badge", path).out.split())
    assert "read and not verified" in words
    assert "credlens verify" in words


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("bare.png", PIXEL, "holds no badge"),
        ("cut.png", PIXEL[:20], "damaged or cut off"),
        ("notes.txt", b"no badge at all", "no kind of file that badges come in"),
        ("two.jwt", b"eyJhbGciOiJub25lIn0.e30.", "not signed at all"),
        ("old.svg", b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="https://host.example/1"/></svg>', "only the address"),
    ],
)  # fmt: skip
def test_a_file_without_a_badge_is_named_with_the_reason(
    cli: Cli, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = cli("evaluate", "--badge", path)
    assert outcome.code == 3
    assert says in outcome.err
    assert name in outcome.err


def test_a_saved_page_is_judged_and_its_facts_carry_their_quotes(cli: Cli, tmp_path: Path) -> None:
    page = tmp_path / "fog.html"
    page.write_text(
        "<html><head><title>Fog Signals Certificate</title></head><body><h1>Fog Signals Certificate</h1>"
        "<p>Duration: 40 hours.</p><p>You will learn SQL.</p></body></html>",
        encoding="utf-8",
    )
    (own,) = cli("evaluate", "--page", page, "--json").json["own"]
    assert (own["title"], own["from"], own["where"]) == ("Fog Signals Certificate", "page", page.as_posix())
    hours = next(f for f in own["facts"] if f["field"] == "hours")
    assert hours["value"]["max"] == 40
    assert "40 hours" in hours["sources"][0]["note"]
    assert "SQL" in [f["value"]["skill"]["label"] for f in own["facts"] if f["field"] == "skills"]
