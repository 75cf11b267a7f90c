"""The brief as a document: one sheet of paper, one page for a phone, one text; in each the same, and no word of a stranger runs."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pypdf
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.brief import Brief, Uncovered
from credlens.model.quantity import Share
from credlens.present.exports import EXPORTS
from credlens.present.exports.brief import render as render_html
from credlens.present.exports.brief_md import render as render_md
from credlens.present.exports.brief_pdf import render as render_pdf

HOSTILE = '\u202e<script>alert("x")</script>#import "@preview/x:1.0.0" $x$ [y](javascript:z) ' + "W" * 300


def html_text(brief: Brief) -> str:
    return plain(HTMLParser(render_html(brief, qr=True)).css_first("body").text(separator=" "))


def pdf_text(brief: Brief) -> str:
    return plain(" ".join(p.extract_text() for p in pdf(brief).pages))


def md_text(brief: Brief) -> str:
    return plain(render_md(brief).replace("\\", ""))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def pdf(brief: Brief) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(brief, qr=True)))


@pytest.mark.parametrize("text_of", [html_text, pdf_text, md_text], ids=["html", "pdf", "md"])
def test_everything_an_interview_needs_is_there(text_of: Callable[[Brief], str], rich_brief: Brief) -> None:
    text = text_of(rich_brief)
    for words in (
        "SQL Certificate",
        "Assessed certificate from Example Academy. You hold it, by a badge: issued 2026-03-04.",
        "What it demanded",
        "Spreadsheets (advised)",
        "no supervision, no identity check",
        "Accredited programme",
        "3 of 41 ads",
        "credlens verify sql.json --online",
        "not taught; asked for by 49",
        "nothing to show for it yet",
        "Shop report",
        "How do we know that it was you who did it?",
        "A report of sales by week.",
        "Why this one, and not another?",
        "--note hardest='...'",
        "provider.example/programme",
        "23 Nov 2026",
    ):
        assert words in text, words


def test_names_are_in_the_table_of_documents(rich_brief: Brief) -> None:
    assert EXPORTS["brief_md"](rich_brief) == render_md(rich_brief)
    assert EXPORTS["brief"] is render_html
    assert EXPORTS["brief_pdf"] is render_pdf


def test_a_rich_and_a_poor_one_fit_on_one_accessible_sheet(rich_brief: Brief, poor_brief: Brief) -> None:
    for brief in (rich_brief, poor_brief):
        found = pdf(brief)
        assert len(found.pages) == 1
        assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert found.trailer["/Root"]["/Lang"] == "en"
        assert found.metadata is not None
        assert found.metadata.title == f"Interview brief: {brief.title}"


def test_the_longest_words_of_a_stranger_stay_words_on_one_sheet(rich_brief: Brief) -> None:
    assert rich_brief.held is not None
    assert rich_brief.badge is not None
    achievement = replace(rich_brief.badge.achievement, criteria=HOSTILE * 9, description=HOSTILE * 9, name=HOSTILE)
    claims = replace(rich_brief.badge.report.claims, achievements=(achievement,))
    hostile = replace(
        rich_brief,
        title=HOSTILE,
        held=replace(rich_brief.held, number=HOSTILE, link=f"https://x.example/{'y' * 900}"),
        badge=replace(
            rich_brief.badge, report=replace(rich_brief.badge.report, claims=claims), achievement=achievement
        ),
        notes=dict.fromkeys(("built", "closed", "hardest", "identity", "used"), HOSTILE * 2),
        uncovered=tuple(Uncovered(f"skill {n}", Share(20, 41)) for n in range(30)),
    )
    html = render_html(hostile, qr=True)
    assert HTMLParser(html).css("script") == []
    assert "\u202e" not in html
    assert HTMLParser(MarkdownIt().render(render_md(hostile))).css("script, a") == []
    found = pdf(hostile)
    assert len(found.pages) == 1
    assert "#import" in plain(found.pages[0].extract_text())  # as text


def test_the_page_loads_nothing_and_keeps_its_footnotes(rich_brief: Brief) -> None:
    tree = HTMLParser(render_html(rich_brief, qr=True))
    assert "default-src 'none'" in render_html(rich_brief)
    assert tree.css("img, script, link, iframe") == []
    targets = {a.attributes["href"] for a in tree.css("sup.refs a")}
    there = {f"#{li.attributes['id']}" for li in tree.css("ol.sources li")}
    assert targets == there
    box = tree.css_first(".qr-box")
    assert box.attributes["aria-label"] == "QR code of https://badges.example/7"


def test_unknown_is_drawn_as_unknown(poor_brief: Brief) -> None:
    tree = HTMLParser(render_html(poor_brief))
    assert len(tree.css(".unknown")) >= 5


def test_the_same_brief_gives_the_same_bytes(rich_brief: Brief) -> None:
    assert render_html(rich_brief, qr=True) == render_html(rich_brief, qr=True)
    assert render_pdf(rich_brief, qr=True) == render_pdf(rich_brief, qr=True)
