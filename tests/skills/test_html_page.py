from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from credlens.skills.html_page import canonical_address, first_words, has_type, json_ld, microdata, objects


def _tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def _block(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_every_block_is_read_and_a_broken_one_says_why() -> None:
    values, broken = json_ld(_tree(_block('{"a": 1}') + _block('{"a": ') + _block("[2]") + "<script>{}</script>"))

    assert values == [{"a": 1}, [2]]
    assert len(broken) == 1
    assert "Expecting value" in broken[0]


def test_a_line_break_in_a_text_is_no_mistake_as_far_as_pages_go() -> None:
    assert json_ld(_tree(_block('{"a": "two\nlines"}'))) == ([{"a": "two\nlines"}], [])


def test_a_block_nested_too_deep_is_broken() -> None:
    values, broken = json_ld(_tree(_block("[" * 100_000)))

    assert (values, len(broken)) == ([], 1)


def test_the_outermost_objects_of_a_type_in_the_order_written() -> None:
    inner = {"@type": "Course", "n": 2}
    value = {"@graph": [{"@type": ["Thing", "Course"], "n": 1, "part": inner}, {"x": [inner]}, "Course", 3, None]}

    assert [o["n"] for o in objects(value, {"Course"})] == [1, 2]
    assert list(objects([], {"Course"})) == []


@pytest.mark.parametrize(
    "stated",
    ["Course", "schema:Course", "http://schema.org/Course", ["Thing", "https://schema.org/Course"], "x#Course"],
)
def test_a_type_counts_without_its_prefix(stated: object) -> None:
    assert has_type({"@type": stated}, {"Course"})


@pytest.mark.parametrize("stated", [None, 3, "CourseInstance", [], [None], {"@id": "Course"}])
def test_other_types_do_not(stated: object) -> None:
    assert not has_type({"@type": stated}, {"Course"})


def test_microdata_becomes_objects_within_objects() -> None:
    page = """
    <div itemscope itemtype="https://schema.org/Course https://schema.org/Thing">
      <h1 itemprop="name">Bread <b>I</b></h1><time itemprop="startDate" datetime="2027-01-01">soon</time>
      <p><span itemprop="provider" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Example School</i></span></p>
      <b itemprop="teaches">a</b><b itemprop="teaches">b</b><b itemprop="teaches">c</b><b itemprop="empty"></b>
      <a itemprop="url https://schema.org/sameAs" href="/bread">x</a>
    </div>
    <p itemprop="name">of nothing</p>
    <div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Invented</b></div>"""

    assert microdata(_tree(page)) == [
        {
            "@type": "https://schema.org/Course",
            "name": "Bread I",
            "startDate": "2027-01-01",
            "provider": {"@type": "https://schema.org/Organization", "name": "Example School"},
            "teaches": ["a", "b", "c"],
            "url": "/bread",
            "sameAs": "/bread",
        },
        {"@type": "https://schema.org/Person", "name": "Invented"},
    ]
    assert microdata(_tree("<p>plain</p>")) == []


def test_the_pages_own_address() -> None:
    link = '<link rel="canonical" href=" https://example.org/a ">'
    meta = '<meta property="og:url" content="https://example.org/b">'

    assert canonical_address(_tree(meta + link)) == "https://example.org/a"
    assert canonical_address(_tree(f'<link rel="canonical" href="">{meta}')) == "https://example.org/b"
    assert canonical_address(_tree("<p>x</p>")) == ""


def test_the_first_element_of_a_tag() -> None:
    assert first_words(_tree("<h1>Two\n <b>words</b></h1><h1>x</h1>"), "h1") == "Two words"
    assert first_words(_tree("<p>x</p>"), "h1") == ""
