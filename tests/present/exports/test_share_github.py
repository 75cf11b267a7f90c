"""The section for GitHub: Markdown that shows the words and nothing else, put in without touching the rest of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.cv import Cv, CvCertificate, CvEntry
from credlens.present.exports.share_github import END, START, escaped, put_into, render
from credlens.present.shares.parts import line

READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
CV = Cv(
    "Robin Example",
    certificates=(
        CvCertificate("c1", "SQL & Data", "Example Academy", "2024-05", link="https://badges.example/1"),
        CvCertificate("c2", "First Aid", issued="2023", expires="2025"),
    ),
    projects=(
        CvEntry("p1", "Ferry times", lines=("Counts ferries.",), end="2026-03", link="https://robin.example/ferry"),
    ),
)
HOSTILE = (
    "](https://evil.example) <img src=x onerror=alert(1)> **b** `c` ~~d~~ $e$ @f <!-- credlens:end -->\n# Heading\u202e"
)


def seen(markdown: str) -> tuple[str, list[str]]:
    """Text and elements of a page as a reader of Markdown sees it."""
    (body,) = HTMLParser(READER.render(markdown)).css("body")
    return body.text(), [node.tag or "" for node in body.css("*")][1:]


def test_projects_and_certifications_stand_between_the_comments() -> None:
    assert render(CV) == (
        f"{START}\n\n"
        "## Projects\n\n- [Ferry times](<https://robin.example/ferry>) (Mar 2026): Counts ferries.\n\n"
        "## Certifications\n\n- [SQL \\& Data](<https://badges.example/1>), Example Academy, May 2024\n"
        "- **First Aid**, 2023, until 2025\n\n"
        f"{END}\n"
    )


def test_what_there_is_none_of_has_no_heading() -> None:
    assert render(Cv("Robin Example")) == f"{START}\n\n{END}\n"


@given(st.text(max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    found, elements = seen(f"- x {escaped(text)} y")
    assert found.strip("\n") == f"x {line(text)} y"
    assert set(elements) == {"ul", "li"}


def test_a_hostile_name_stays_a_name() -> None:
    section = render(Cv("R", certificates=(CvCertificate("c", HOSTILE, HOSTILE, link="https://a.example/)[x](y"),)))
    assert (section.count(START), section.count(END)) == (1, 1)
    found, elements = seen(section)
    assert sorted(set(elements)) == ["a", "h2", "li", "ul"]
    assert elements.count("a") == 1
    assert "](https://evil.example) <img" in found  # as words


@pytest.mark.parametrize(
    ("name", "written"),
    [("https://evil.example", "https\\://evil.example"), ("see www.evil.example", "see www\\.evil.example")],
)
def test_a_name_that_is_an_address_becomes_no_link_at_github(name: str, written: str) -> None:
    assert escaped(name) == written


def test_a_second_run_replaces_just_the_section() -> None:
    page = "# Hello\n\nMine.\n\n" + render(CV) + "\nAlso mine.\n"
    again = put_into(render(Cv("R", projects=CV.projects)), page)
    assert again.startswith("# Hello\n\nMine.\n\n" + START)
    assert again.endswith(END + "\n\nAlso mine.\n")
    assert "First Aid" not in again
    assert put_into(render(CV), again) == page


def test_a_page_without_the_section_gets_it_at_its_end_in_its_own_line_ends() -> None:
    assert put_into(render(CV), "# Hello\r\n") == "# Hello\r\n\r\n" + render(CV).replace("\n", "\r\n")
    assert put_into(render(CV), "") == render(CV)


@pytest.mark.parametrize("page", [START, END, f"{END}{START}", f"{START}{START}{END}", f"{START}{END}{END}"])
def test_a_page_whose_comments_do_not_fit_is_left_alone(page: str) -> None:
    with pytest.raises(ValueError, match="two comments"):
        put_into(render(CV), page)
