"""A draft says what was done and no more; what only the person can say is a marked gap."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from credlens.model.journal import Deed, Happening
from credlens.present.exports.journal import render
from credlens.present.journal import post

BADGE = Happening(
    Deed.BADGE,
    date(2026, 5, 4),
    "d2855a27ba39",
    "SQL for Analysts",
    "Harbour School (invented)",
    facts=("Meant to take 40 h",),
    link="https://badges.example/7",
)


def test_a_badge_is_told_in_two_lengths() -> None:
    draft = post(BADGE)
    assert draft.short == "I hold the badge “SQL for Analysts”, Harbour School (invented). https://badges.example/7"
    assert draft.long.splitlines() == [
        "## SQL for Analysts",
        "",
        "*4\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026*",
        "",
        "I hold the badge “SQL for Analysts”, Harbour School (invented).",
        "",
        "- Meant to take 40 h",
        "",
        "[your words: what did you learn that you did not know before?]",
        "",
        "[your words: what was hardest?]",
        "",
        "[your words: where have you used it?]",
        "",
        "<https://badges.example/7>",
    ]


def test_their_own_words_fill_the_gaps() -> None:
    draft = post(replace(BADGE, words={"hardest": "Window functions.", "effort": "not asked for here"}))
    assert "Window functions." in draft.long
    assert "what was hardest" not in draft.long
    assert "not asked for" not in draft.long


@pytest.mark.parametrize("deed", list(Deed))
def test_every_deed_can_be_told_with_little_known_and_without_praise(deed: Deed) -> None:
    draft = post(Happening(deed, date(2026, 5, 4), "x", "Fog Signalling", quote="Clear."))
    assert "Fog Signalling" in draft.short
    assert not re.search(r"!|\b(?:proud|excited|thrilled|happy|amazing|great|honou?red)\b", draft.long, re.IGNORECASE)


def test_a_failed_exam_is_not_called_anything_else() -> None:
    assert "did not pass" in post(replace(BADGE, deed=Deed.FAILED)).short


def test_a_name_cannot_become_markup() -> None:
    draft = post(replace(BADGE, title="# [x](javascript:y) <script>\n# *z*"))
    assert draft.long.splitlines()[0] == r"## \# \[x\](javascript:y) \<script\> # \*z\*"


def test_the_file_has_every_draft_with_its_short_form() -> None:
    text = render([post(BADGE), post(replace(BADGE, title="Other"))])
    assert text.count("```text\nI hold the badge") == 2
    assert text.index("SQL for Analysts") < text.index("Other")


def test_the_short_form_in_the_file_is_no_markup_either() -> None:
    name = "```\n![t](https://evil.example/p.png) <img src=x>"
    shown = MarkdownIt("commonmark").render(render([post(replace(BADGE, title=name))]))
    assert "<img" not in shown
    assert "<a" in shown, "only its own link"


@pytest.mark.parametrize("link", ["https://a.example/>x", "https://a.example/\n\n# x", "http://a.example/"])
def test_a_link_that_is_not_plain_https_is_only_text(link: str) -> None:
    last = post(replace(BADGE, link=link)).long.splitlines()[-1]
    assert last.startswith("http")
    assert "\n#" not in post(replace(BADGE, link=link)).long.split("[your words")[-1]
