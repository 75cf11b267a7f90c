"""A badge baked into an SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.limits import LIMITS

SVG = 'xmlns="http://www.w3.org/2000/svg"'
OB3 = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'
OB2 = 'xmlns:openbadges="http://openbadges.org"'
TOKEN = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"  # noqa: S105
ADDRESS = "https://badges.example.org/1"


def svg(inside: str, before: str = "") -> bytes:
    return f'{before}<svg {SVG} {OB3} {OB2}><rect width="1"/><g>{inside}</g><title>x</title></svg>'.encode()


@pytest.mark.parametrize(
    ("inside", "what", "value"),
    [
        (f'<ob:credential verify="{TOKEN}"/>', "token", TOKEN),
        (f'<ob:credential verify=" {TOKEN}\n"></ob:credential>', "token", TOKEN),
        ('<ob:credential>{"a": "&lt;b&gt;"}</ob:credential>', "document", {"a": "<b>"}),
        ('<ob:credential>\n<![CDATA[{"a": "<b>"}]]>\n</ob:credential>', "document", {"a": "<b>"}),
        ('<ob:credential>{"a": <!-- between -->1}</ob:credential>', "document", {"a": 1}),
        ('<x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0">{"a": 1}</x:credential>', "document", {"a": 1}),
        ('<credential xmlns="https://purl.imsglobal.org/ob/v3p0">{"a": 1}</credential>', "document", {"a": 1}),
        (f'<openbadges:assertion verify="{TOKEN}"/>', "token", TOKEN),
        (f'<openbadges:assertion verify="{ADDRESS}"/>', "address", ADDRESS),
        ('<openbadges:assertion>{"a": 1}</openbadges:assertion>', "document", {"a": 1}),
        (f'<openbadges:assertion verify="{ADDRESS}">{{"id": "{ADDRESS}"}}</openbadges:assertion>', "document", {"id": ADDRESS}),
        (f'<openbadges:assertion verify="{ADDRESS}">{{"verify": {{"url": "{ADDRESS}"}}}}</openbadges:assertion>', "document", {"verify": {"url": ADDRESS}}),
    ],
)  # fmt: skip
def test_a_badge_is_found_by_its_namespace(opened: Any, inside: str, what: str, value: Any) -> None:
    badge = opened(svg(inside)).badge
    assert getattr(badge, what) == value
    assert badge.container == "svg"


@pytest.mark.parametrize(
    ("before", "encoding"),
    [
        ("<?xml version='1.0' encoding='UTF-8'?>\n", "utf-8"),
        ("\ufeff<?xml version='1.0'?><!-- drawn by hand -->", "utf-8"),
        ("\n  ", "utf-8"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1"),
        ("<?xml version='1.0' encoding='UTF-16'?>", "utf-16"),
        ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">', "utf-8"),
        ("<!DOCTYPE svg>", "utf-8"),
    ],
)
def test_usual_beginnings_of_pictures_are_read(opened: Any, before: str, encoding: str) -> None:
    text = svg('<ob:credential>{"a": "\N{LATIN SMALL LETTER E WITH ACUTE}"}</ob:credential>').decode()
    assert opened((before + text).encode(encoding)).badge.document == {"a": "\N{LATIN SMALL LETTER E WITH ACUTE}"}


@pytest.mark.parametrize(
    ("inside", "part"),
    [
        ("", "holds no badge"),
        (f'<credential verify="{TOKEN}"/>', "holds no badge"),
        (f'<ob:assertion verify="{TOKEN}"/>', "holds no badge"),
        (f'<openbadges:credential verify="{TOKEN}"/>', "holds no badge"),
        (f'<x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0/" verify="{TOKEN}"/>', "holds no badge"),
        (f'<ob:credential verify="{TOKEN}"/><ob:credential verify="{TOKEN}"/>', "more than one badge"),
        (f'<ob:credential verify="{TOKEN}"/><openbadges:assertion verify="{TOKEN}"/>', "more than one badge"),
        ('<ob:credential><ob:credential>{"a": 1}</ob:credential></ob:credential>', "only text belongs"),
        ('<ob:credential>{"a": <b xmlns="urn:x">1</b>}</ob:credential>', "only text belongs"),
        (f'<ob:credential verify="{TOKEN}">{{"a": 1}}</ob:credential>', "different badges"),
        (f'<openbadges:assertion verify="{ADDRESS}">{{"id": "{ADDRESS}/2"}}</openbadges:assertion>', "different badges"),
        (f'<openbadges:assertion verify="{ADDRESS}">{{"verify": "{ADDRESS}"}}</openbadges:assertion>', "different badges"),
        (f'<openbadges:assertion verify="{ADDRESS}">{TOKEN}</openbadges:assertion>', "different badges"),
        (f'<ob:credential verify="{ADDRESS}"/>', "is none"),
        ('<ob:credential verify="javascript:alert(1)"/>', "is none"),
        ('<ob:credential verify=""/>', "empty"),
        ("<ob:credential/>", "empty"),
        ("<ob:credential> \n </ob:credential>", "empty"),
        ("<ob:credential>nonsense</ob:credential>", "is none"),
        ('<undeclared:credential verify="x"/>', "not sound XML"),
        ("<ob:credential>", "not sound XML"),
        (f'<ob:credential verify="{TOKEN}" verify="{TOKEN}"/>', "not sound XML"),
        ("<ob:credential>&unknown;</ob:credential>", "not sound XML"),
        ("<ob:credential>\0</ob:credential>", "not sound XML"),
    ],
)  # fmt: skip
def test_what_is_not_one_badge_is_refused(opened: Any, inside: str, part: str) -> None:
    failed = opened(svg(inside)).failed
    assert failed.id == "container"
    assert part in failed.reason


def test_a_flaw_of_the_json_in_it_is_one_of_the_json(opened: Any) -> None:
    assert opened(svg('<ob:credential>{"a": 1, "a": 2}</ob:credential>')).failed.id == "json"


@pytest.mark.parametrize(
    "declarations",
    [
        "".join([*['<!ENTITY a0 "ha">'], *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]),
        f'<!ENTITY a "{"x" * 50_000}">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a SYSTEM "https://badges.example.org/x">',
        '<!ENTITY % a SYSTEM "https://badges.example.org/x.dtd"> %a;',
        f'<!ATTLIST ob:credential verify CDATA "{TOKEN}">',
        '<!NOTATION n SYSTEM "x"><!ENTITY a SYSTEM "x" NDATA n>',
        "",
    ],
)
def test_documents_with_definitions_of_their_own_are_refused(opened: Any, declarations: str) -> None:
    use = "&a9;" if "a9" in declarations else "&a;"
    for inside in (f"<ob:credential>{use}</ob:credential>", "<ob:credential/>"):
        failed = opened(svg(inside, f"<!DOCTYPE svg [{declarations}]>")).failed
        assert failed.id == "container"
        assert "definitions of its own" in failed.reason


def test_nothing_is_included(opened: Any) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    badge = '<ob:credential>{"a": 1}</ob:credential>'
    assert opened(svg(include + badge)).badge.document == {"a": 1}
    assert "only text belongs" in opened(svg(f"<ob:credential>{include}</ob:credential>")).failed.reason
    style = '<?xml-stylesheet href="https://badges.example.org/x.xsl" type="text/xsl"?>'
    assert opened(svg(badge, style)).badge.document == {"a": 1}


def test_scripts_and_links_are_passed_over_unused(opened: Any) -> None:
    active = '<script>steal()</script><image href="https://badges.example.org/x.png" onload="steal()"/><foreignObject/>'
    assert opened(svg(active + '<ob:credential>{"a": 1}</ob:credential>')).badge.document == {"a": 1}


@pytest.mark.parametrize("data", [b"<html/>", b"<plist/>", b"<a:svg xmlns:a='urn:other'/>", b"<", b"<<", b"<?xml?>", b"<?xml version='1.0' encoding='x'?><svg/>", b"<?xml version='1.0' encoding='shift_jis'?><svg/>", b"\xff\xfe<\x00"])  # fmt: skip
def test_other_xml_is_refused(opened: Any, data: bytes) -> None:
    assert opened(data).failed.id == "container"


def test_a_picture_may_have_as_many_elements_as_their_bound(opened: Any) -> None:
    limits = replace(LIMITS, elements=10)
    badge = '<ob:credential>{"a": 1}</ob:credential>'
    for count in (4, 5):  # beside the five that are always there
        assert opened(svg("<a/>" * count + badge), limits).badge
    assert opened(svg("<a/>" * 6 + badge), limits).failed.id == "work"
    assert opened(b"<svg>" + b"<a>" * 60_000).failed.id == "work"


def test_a_long_namespace_is_not_repeated_for_each_element(opened: Any) -> None:
    for declared in ('xmlns="{}"', 'xmlns:p="{}"'):
        picture = f"<svg {SVG}><g {declared.format('n' * 1_000_000)}>" + "<p:a/>" * 40_000
        assert "very long" in opened(picture.encode()).failed.reason


@pytest.mark.parametrize(
    "inside", ["<ob:credential>{}</ob:credential>", '<openbadges:assertion verify="{}"/>'], ids=["text", "attribute"]
)
def test_a_badge_may_be_as_long_as_its_bound(opened: Any, inside: str) -> None:
    limits = replace(LIMITS, inflated=100)
    long = "eyJhbGciOiJFUzI1NiJ9.e30."
    for length in (99, 100):
        assert opened(svg(inside.format(long.ljust(length, "a"))), limits).badge
    assert opened(svg(inside.format(long.ljust(101, "a"))), limits).failed.id == "work"


@given(st.text(alphabet="<>/&;!?[]\"'=: abcredntialsvgo\0", max_size=60))
def test_any_text_in_a_picture_is_opened_or_refused(opened: Any, inside: str) -> None:
    opened(svg(inside))
    opened(svg(f"<ob:credential {inside}>"))
