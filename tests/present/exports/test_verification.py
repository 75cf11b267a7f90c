"""The pages of a verified badge: what an employer reads, as HTML and as PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

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
    ResultClaim,
    Verdict,
)
from credlens.present.exports import EXPORTS
from credlens.present.exports.verification import render
from credlens.present.exports.verification_pdf import render as render_pdf

HOSTILE = '\u202e<script>alert("x")</script>#import "@preview/x:1.0.0" $x$ ' + "W" * 300


def check(id: str, outcome: Outcome, reason: str = "", next_step: str = "") -> Check:  # noqa: A002
    return Check(id, outcome, f"Title of {id}?", reason, "https://standard.example/#part", "", next_step)


@pytest.fixture
def report() -> Report:
    achievement = AchievementClaim(
        name="SQL for Analysts",
        description="Queries a real data set.",
        criteria="Pass a supervised exam.",
        skills=(AlignedSkill("SQL", framework="ESCO", code="S1"),),
        assessment="Exam",
    )
    claims = Claims(
        issuer=Party("did:web:academy.example", "Example Academy"),
        achievements=(achievement,),
        issued=datetime(2026, 5, 1, tzinfo=UTC),
        evidence=(EvidenceClaim("https://person.example/work", "Shop data"),),
        results=(ResultClaim("Exam", "86"),),
    )
    inner = Report(
        Verdict.REVOKED, "It was taken back.", Mode.STRICT, datetime(2026, 11, 23, tzinfo=UTC), part_of="/x/0"
    )
    return Report(
        Verdict.VERIFIED,
        "Example Academy issued it.",
        Mode.STRICT,
        datetime(2026, 11, 23, 12, tzinfo=UTC),
        "ob3",
        "Open Badges 3.0",
        "png",
        ("EdDSA",),
        claims,
        (
            check("signature", Outcome.PASSED, "EdDSA"),
            check("issuer_known", Outcome.WARNING, "It is on none of your lists.", "Add a list."),
            check("recipient", Outcome.NOT_APPLICABLE),
            check("schema", Outcome.NOT_CHECKED, "Nothing is looked up."),
        ),
        endorsements=(inner,),
        fetched=(Fetched("https://academy.example/did.json", "did_document", "given", 900, "ab"),),
    )


def html_text(report: Report) -> str:
    text = HTMLParser(render(report, "badge.png")).css_first("body").text(separator=" ")
    return re.sub(r"\s+", " ", text)


def pdf_text(report: Report) -> str:
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(report, "badge.png"))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("text_of", [html_text, pdf_text], ids=["html", "pdf"])
def test_an_employer_reads_the_answer_who_what_and_every_check(
    text_of: Callable[[Report], str], report: Report
) -> None:
    text = text_of(report)
    for words in (
        "SQL for Analysts",
        "Verified",
        "Example Academy issued it.",
        "did:web:academy.example",
        "2026-05-01",
        "It states no end",
        "Pass a supervised exam.",
        "Exam: 86",
        "passed",
        "Title of signature?",
        "It is on none of your lists.",
        "not checked",
        "Revoked by its issuer",
        "credlens verify",
        "badge.png",
        "2026-11-23 12:00 UTC",
    ):
        assert words in text, words
    assert "they do not show that it is true" in text


def test_checks_that_make_no_sense_are_named_and_not_called_passed(report: Report) -> None:
    assert "Nothing to check: Title of recipient?" in html_text(report)


@pytest.mark.parametrize("text_of", [html_text, pdf_text], ids=["html", "pdf"])
def test_a_verdict_of_the_lenient_mode_says_so(text_of: Callable[[Report], str], report: Report) -> None:
    assert "trusts a key that the badge itself carries" not in text_of(report)
    assert "trusts a key that the badge itself carries" in text_of(replace(report, mode=Mode.ONE_EDTECH))


def test_words_of_a_stranger_stay_words(report: Report) -> None:
    claims = replace(
        report.claims, achievements=(AchievementClaim(name=HOSTILE, criteria=HOSTILE, description=HOSTILE),)
    )
    hostile = replace(report, claims=claims, because=HOSTILE)
    html = render(hostile, HOSTILE)
    assert HTMLParser(html).css("script") == []
    assert "\u202e" not in html
    assert "#import" in pdf_text(hostile)  # as text


def test_the_usual_badge_fits_on_one_accessible_page(report: Report) -> None:
    many = replace(report, checks=report.checks * 6)
    found = pypdf.PdfReader(io.BytesIO(render_pdf(many, "badge.png")))
    assert len(found.pages) == 1
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert found.trailer["/Root"]["/Lang"] == "en"
    assert found.metadata is not None
    assert found.metadata.title == "Verified: SQL for Analysts"


def test_a_name_in_any_letters_still_makes_a_document(report: Report) -> None:
    claims = replace(report.claims, achievements=(AchievementClaim(name="学院 \U00013080 مدرسة 🏅"),))
    document = render_pdf(replace(report, claims=claims), "badge.png")
    assert len(pypdf.PdfReader(io.BytesIO(document)).pages) == 1


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert EXPORTS["verification"](report, "badge.png") == render(report, "badge.png")
    assert EXPORTS["verification_pdf"](report, "badge.png") == render_pdf(report, "badge.png")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_page(report: Report, verdict: Verdict) -> None:
    found = replace(report, verdict=verdict, claims=Claims(), checks=(), endorsements=(), fetched=(), next_step="Ask.")
    assert "Ask." in html_text(found)
    assert "Ask." in pdf_text(found)


SKILLS = (
    NamedSkill("SQL", NamedBy.CODE, "sql", "SQL queries", ""),
    NamedSkill("Fog signalling", NamedBy.UNKNOWN),
    NamedSkill("dashboards", NamedBy.TEXT, "dashboards", "Dashboards", ""),
)


def test_skills_are_told_in_terms_of_the_taxonomy(report: Report) -> None:
    html = HTMLParser(render(report, "badge.png", SKILLS)).css_first("#says").text(separator=" ")
    document = pypdf.PdfReader(io.BytesIO(render_pdf(report, "badge.png", SKILLS))).pages[0].extract_text()
    for text in (html, document):
        words = re.sub(r"\s+", " ", text)
        assert "ESCO · S1" in words
        assert "known as SQL queries, by its code" in words
        assert "no skill that credlens knows" in words
        assert "Dashboards" in words


def test_without_a_taxonomy_skills_are_told_as_the_badge_has_them(report: Report) -> None:
    assert "ESCO · S1" in html_text(report)
    assert "no skill that credlens knows" not in html_text(report)


@pytest.mark.parametrize("text_of", [html_text, pdf_text], ids=["html", "pdf"])
def test_what_did_not_pass_comes_first(text_of: Callable[[Report], str], report: Report) -> None:
    text = text_of(report)
    assert text.index("Title of schema?") < text.index("Title of issuer_known?") < text.index("Title of signature?")


@pytest.mark.parametrize("text_of", [html_text, pdf_text], ids=["html", "pdf"])
def test_a_badge_that_does_not_hold_certifies_nothing(text_of: Callable[[Report], str], report: Report) -> None:
    assert "What it certifies" in text_of(report)
    assert "What it claims" in text_of(replace(report, verdict=Verdict.REVOKED))
