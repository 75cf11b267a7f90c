"""READMEs of strangers: what they say is kept, what they would do is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from credlens.present.portfolio.markup import LONGEST
from credlens.present.portfolio.readme import LONGEST_SUMMARY, LONGEST_TITLE, inside_path, read_readme, to_html

GITHUB = """<h1 align="center">Shop <b>dashboard</b></h1>
<p align="center"><img src="img/logo.png" alt="Logo"><br><a href="https://shop.example">See it</a></p>

[![CI](https://shields.example/ci.svg)](https://ci.example)

Two years of sales of an *invented* shop, in `SQL`.

![Sales](./img/../img/sales.png?raw=true) ![Map](https://maps.example/a.png)
"""

HOSTILE = """# Work <script>alert(1)</script>

<script>alert(2)</script>
<svg onload="alert(3)"><script>alert(4)</script></svg>
<iframe src="https://evil.example"></iframe>
<p onclick="alert(5)" style="position:fixed">Words <a href="javascript:alert(6)">press</a> <a href="data:text/html,x">here</a></p>

[one](javascript:alert(7)) [two](http://plain.example) [three](../../etc/passwd) [four](file:///etc/passwd) [five](mailto:me@home.example)
[six](https://ok.example/"onmouseover="alert(8)) <img src=x onerror=alert(9)> <b onclick="alert(10)">bold</b>

![](data:image/png;base64,AAAA) ![up](../../secret.png) ![abs](/etc/x.png) ![win](c:\\\\x.png) ![drive](C:/x.png) ![net](//evil.example/x.png)

<style>body { display: none }</style>
<meta http-equiv="refresh" content="0;url=https://evil.example">
<!-- a remark -->
"""


def test_a_readme_in_the_manner_of_github_says_what_it_is() -> None:
    found = read_readme(GITHUB)
    assert (found.title, found.summary) == ("Shop dashboard", "Two years of sales of an invented shop, in SQL.")
    assert found.pictures == ("img/logo.png", "img/sales.png")
    assert found.elsewhere == ("https://shields.example/ci.svg", "https://maps.example/a.png")
    assert "SQL" in found.words
    assert "shields.example" not in found.words


def test_pictures_that_were_kept_are_shown_and_others_are_links() -> None:
    page = LexborHTMLParser(to_html(GITHUB, {"img/sales.png": "../pictures/a/1.png"}, "Shop dashboard"))
    assert [(i.attributes["src"], i.attributes["alt"]) for i in page.css("img")] == [("../pictures/a/1.png", "Sales")]
    assert [(a.text(), a.attributes["href"]) for a in page.css("a")] == [
        ("See it", "https://shop.example"),
        ("CI", "https://ci.example"),
        ("Picture: Map", "https://maps.example/a.png"),
    ]
    assert "Picture: Logo" in page.text()


@pytest.mark.parametrize("source", [HOSTILE, HOSTILE.replace("\n\n", "\n"), "> " + HOSTILE.replace("\n", "\n> ")])
def test_nothing_of_a_readme_runs_loads_or_leads_anywhere_but_https(source: str) -> None:
    page = LexborHTMLParser(to_html(source, {}))
    assert page.css("script, style, svg, iframe, meta, img, object, form, base, link[rel]") == []
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        assert re.match("https://[a-z]", node.attributes.get("href") or "https://a")
    links = [a.attributes["href"] for a in page.css("a")]
    assert links in ([], ["https://ok.example/%22onmouseover=%22alert(8)"])  # in one block of HTML, Markdown is words
    assert "bold" in page.text()


@given(st.text(alphabet="<>[]()!`*_#|-\n \"'=&;:/abscripthrefonload%.", max_size=80))
def test_whatever_is_written_only_known_tags_and_attributes_come_out(source: str) -> None:
    made = to_html(source, {"a": "../pictures/a.png"})
    for tag in LexborHTMLParser(made).css("body *"):
        assert tag.tag not in {"script", "style", "iframe", "svg"}
        assert set(tag.attributes) <= {
            "href",
            "rel",
            "src",
            "alt",
            "loading",
            "title",
            "class",
            "dir",
            "role",
            "scope",
            "data-label",
            "start",
        }


def test_headings_begin_below_the_pages_own_and_skip_no_level() -> None:
    made = to_html("# Shop\n\n#### A\n\n###### B\n\n## C\n\n# \n\n### D\n", {}, "Shop")
    assert re.findall(r"<(h\d)[^>]*>(\w+)", made) == [("h2", "A"), ("h3", "B"), ("h2", "C"), ("h3", "D")]


def test_tables_tell_on_a_phone_which_column_a_cell_is_in() -> None:
    page = LexborHTMLParser(to_html("| | Before |\n|-|:-:|\n| Errors | 7 |\n", {}))
    assert [(c.text(), c.attributes["data-label"]) for c in page.css("tbody td")] == [("Errors", ""), ("7", "Before")]
    assert [h.text() for h in page.css("th")] == ["Before"]  # an empty corner heads nothing


def test_a_link_without_words_is_left_out_and_its_picture_gets_a_name() -> None:
    assert "<a" not in to_html("[](https://a.example) [ ](https://b.example)", {})
    page = LexborHTMLParser(to_html("[![](img/a.png)](https://c.example)", {"img/a.png": "1.png"}))
    assert [i.attributes["alt"] for i in page.css("a img")] == ["a.png"]


def test_long_words_are_cut_and_nothing_at_all_is_nothing() -> None:
    found = read_readme(f"# {'word ' * 100}\n\n{'word ' * 200}")
    assert len(found.title) <= LONGEST_TITLE
    assert len(found.summary) <= LONGEST_SUMMARY
    assert found.title.endswith("word…")
    empty = read_readme("```\n# code\n```")
    assert (empty.title, empty.summary, empty.pictures, empty.words) == ("", "", (), "")


def test_a_block_of_html_that_is_too_long_to_read_is_left_out() -> None:
    assert to_html(f"<div>{'<div>' * LONGEST}words", {}) == ""
    assert "words" in to_html(f"<div>{'<div>' * 2000}words", {})  # deeper than Python's own stack


def test_words_of_any_script_are_kept_in_their_own_direction() -> None:
    found = read_readme("# لوحة 📊\n\nتحليل المبيعات باستخدام SQL.\n")
    assert found.title == "لوحة 📊"
    assert '<p dir="auto">تحليل' in to_html("تحليل", {})


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("img/a.png", "img/a.png"),
        ("./img/b/../a.png", "img/a.png"),
        ("/img/a.png", "img/a.png"),
        ("a%20b.png?raw=true#x", "a b.png"),
        ("../a.png", ""),
        ("img/../../a.png", ""),
        ("%2e%2e/a.png", ""),
        ("..\\a.png", ""),
        ("https://a.example/a.png", ""),
        ("//a.example/a.png", ""),
        ("C:/a.png", ""),
        ("data:image/png;base64,AA", ""),
        ("a\0.png", ""),
        ("https://[", ""),
        ("", ""),
        (".", ""),
    ],
)
def test_only_what_lies_below_the_readme_is_a_path(address: str, path: str) -> None:
    assert inside_path(address) == path
