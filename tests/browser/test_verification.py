"""The page of a verified badge: one file for an employer, accessible, on a phone and in the dark, without script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from credlens.model.verification import (
    AchievementClaim,
    AlignedSkill,
    Check,
    Claims,
    EvidenceClaim,
    Fetched,
    Mode,
    NamedBy,
    NamedSkill,
    Outcome,
    Party,
    Report,
    Verdict,
)
from credlens.present.exports.verification import render

Open = Callable[..., Page]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTH = "document.scrollingElement.scrollWidth"
LONG = "https://academy.example/" + "issuers-and-keys" * 12
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
SKILLS = (
    NamedSkill("SQL", NamedBy.ADDRESS, "sql", "SQL", "http://data.europa.eu/esco/skill/1"),
    NamedSkill("Fog signalling", NamedBy.UNKNOWN),
    NamedSkill("Power BI", NamedBy.TEXT, "power-bi", "Power BI", ""),
)


def check(id: str, outcome: Outcome, reason: str, next_step: str = "") -> Check:  # noqa: A002
    return Check(id, outcome, f"What about the {id}?", reason, LONG, "/proof", next_step)


VERIFIED = Report(
    Verdict.VERIFIED,
    "Example Academy issued it, nothing in it was changed, and it was not revoked.",
    Mode.STRICT,
    AT,
    "ob3",
    "Open Badge 3.0",
    "json",
    ("eddsa-jcs-2022",),
    Claims(
        issuer=Party(f"did:web:{'academy' * 12}.example", "Example Academy"),
        achievements=(
            AchievementClaim(
                name="SQL for analysts",
                description="Dashboards in Power BI.",
                criteria="A supervised exam.",
                skills=(AlignedSkill("SQL", framework="ESCO"), AlignedSkill("Fog signalling")),
            ),
        ),
        evidence=(EvidenceClaim(LONG, "Shop data"),),
        issued=AT,
    ),
    (
        check("signature", Outcome.PASSED, f"Found at {LONG}"),
        check("issuer", Outcome.WARNING, "On no list.", "Add one."),
    ),
    fetched=(Fetched(LONG, "did_document", "given", 9, "ab"),),
)
FORGED = replace(
    VERIFIED,
    verdict=Verdict.ISSUER_NOT_BOUND,
    because="Nothing ties the key to the issuer.",
    next_step="Ask the issuer whether it issued this badge.",
    checks=(
        *VERIFIED.checks,
        check("binding", Outcome.FAILED, LONG, "Ask."),
        check("status", Outcome.NOT_CHECKED, "Offline."),
    ),
    endorsements=(replace(VERIFIED, part_of="/endorsement/0"),),
)
REPORTS = {"verified": VERIFIED, "forged": FORGED}


@pytest.fixture
def page_of(open_report: Open, tmp_path: Path) -> Open:
    """``page_of("forged", theme="dark", width=390)`` -> the page of a badge."""

    def call(name: str, **options: object) -> Page:
        path = tmp_path / f"{name}.html"
        path.write_text(render(REPORTS[name], "badge.json", SKILLS), encoding="utf-8")
        return open_report(path, **options)

    return call


def test_only_the_file_itself_is_asked_for(page_of: Open, tmp_path: Path) -> None:
    asked: list[Request] = []
    page_of("verified", asked=asked).wait_for_load_state("networkidle")
    assert [request.url for request in asked] == [(tmp_path / "verified.html").as_uri()]


@pytest.mark.parametrize("name", ["verified", "forged"])
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_no_violation(page_of: Open, name: str, theme: str, width: int) -> None:
    page = page_of(name, theme=theme, width=width, bypass_csp=True)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    assert [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found for n in v["nodes"]] == []


@pytest.mark.parametrize("name", ["verified", "forged"])
@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_never_scrolls_sideways(page_of: Open, name: str, width: int) -> None:
    assert page_of(name, width=width).evaluate(WIDTH) <= width


def test_the_theme_is_the_readers(page_of: Open) -> None:
    paper = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    light, dark = (page_of("forged", theme=theme).evaluate(paper) for theme in ("light", "dark"))
    assert light > 600
    assert dark < 150


def test_everything_is_there_without_javascript_and_the_answer_comes_first(page_of: Open) -> None:
    page = page_of("forged", java_script_enabled=False)
    assert page.locator("script").count() == 0
    assert page.locator(".answer").inner_text() == "Nothing shows that the issuer made it"
    parts = (".answer", ".gate", "#says", "#checks", "#endorsements", "#looked-at", "#again")
    tops = [box["y"] for part in parts if (box := page.locator(part).first.bounding_box())]
    assert len(tops) == len(parts)
    assert tops == sorted(tops)


def test_what_failed_is_read_before_what_passed(page_of: Open) -> None:
    words = page_of("forged").locator("#checks li .badge").all_inner_texts()
    assert words == ["failed", "not checked", "warning", "passed"]


def test_a_badge_that_does_not_hold_certifies_nothing(page_of: Open) -> None:
    assert page_of("verified").locator("#says-title").inner_text() == "What it certifies"
    assert page_of("forged").locator("#says-title").inner_text() == "What it claims"


def test_skills_are_told_in_terms_of_the_taxonomy(page_of: Open) -> None:
    told = " ".join(page_of("verified").locator("#says").inner_text().split())
    assert "SQL ESCO · known as SQL, by its address" in told
    assert "Fog signalling no skill that credlens knows" in told
    assert "Skills named in its title, tags or text Power BI" in told


def test_print_keeps_every_check_and_leaves_the_skip_link_away(page_of: Open) -> None:
    page = page_of("verified", theme="dark")
    page.emulate_media(media="print")
    assert page.locator("#checks li").last.is_visible()
    assert not page.locator("a.skip").evaluate("e => e.checkVisibility()")
