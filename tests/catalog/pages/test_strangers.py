"""Pages come from strangers: whatever is in them, reading ends soon, and gives a record or says why not."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.pages import read_page
from credlens.catalog.pages.page import LARGEST
from credlens.model.errors import InputError

TODAY = date(2026, 11, 22)
PAGES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.suffix in {".html", ".txt"})
TEXTS = [p.read_bytes() for p in PAGES]
START = b"<html><body><h1>Some Course</h1>"


def read(data: bytes) -> str | None:
    """The title, or None when there is no page in it."""
    try:
        return read_page(data, "page.html", TODAY).credential.title
    except InputError:
        return None


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(TEXTS), st.floats(0, 1), st.booleans())
def test_a_page_that_is_cut_anywhere_still_has_a_title_or_is_none(page: bytes, at: float, front: bool) -> None:
    place = int(at * len(page))
    title = read(page[place:] if front else page[:place])
    assert title is None or title.strip()


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(TEXTS),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.sampled_from(
                [b"<", b">", b"</div>", b"\xff", b"<table>", b'"', b"&#0;", b"<h2>", b"</h1>", b"\xe2\x80"]
            ),
        ),
        max_size=12,
    ),
)
def test_a_page_with_broken_tags_and_bytes_can_be_read(page: bytes, wounds: list[tuple[float, bytes]]) -> None:
    for at, wound in wounds:
        place = int(at * len(page))
        page = page[:place] + wound + page[place:]
    title = read(page)
    assert title is None or title.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_with_and_without_a_mark_say_the_same(encoding: str) -> None:
    page = "<html><h1>Gestión básica</h1><p>Precio: 90 €</p></html>".encode(encoding)
    credential = read_page(page, "page.html", TODAY).credential
    assert (credential.title, [str(c.amount.value) for c in credential.costs]) == ("Gestión básica", ["90"])


@pytest.mark.parametrize(
    "rest",
    [
        b"<div>" * 100_000,
        b"<div></b>" * 50_000,
        b"<b><p>" * 50_000,
        b"<h2>You may also like</h2>" * 3_000,
        b"<table>" * 3_000,
        b"<p>" + b"no exam accredited by A of " * 50_000,
        b"<p>" + b"$1 " * 100_000,
        b"<p>Is it? Yes. No." * 3_000,
        b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>",
        b"<div itemscope itemprop=x>" * 900 + b"y" * 300_000,
        b"<" * 1_000_000,
        b"<p>by A" + b"a" * 400 + b"!<p>by " + b"A-" * 200 + b"!",
        b"<p hidden>x</p>" * 20_000,
        b"<p>" + b"12 payments of 1 or " * 5_000,
        b"<p>You should know a " + b"good or basic " * 5_000,
    ],
    ids=[
        "deep",
        "never closed",
        "open marks",
        "headings",
        "tables",
        "denials",
        "amounts",
        "questions",
        "deep data",
        "deep items",
        "signs",
        "names",
        "hidden",
        "payments",
        "conditions",
    ],
)
def test_hostile_pages_end_soon(rest: bytes) -> None:
    begun = time.process_time()
    assert read(START + rest) == "Some Course"
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x00\x01\x02", "binary"),
        (b"<html><body><script>render()</script></body></html>", "Nothing can be seen"),
        (b"x" * (LARGEST + 1), "larger than 5 MiB"),
    ],
)
def test_what_is_no_page_is_refused_in_words(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_page(data, "page.html", TODAY)


COOKIES = "<p>We use cookies to improve the site.</p><button>Accept all cookies</button>"


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (
            "<title>Just a moment...</title><h1>walls.example</h1><p>Enable JavaScript and cookies to continue</p>",
            "a bot check",
        ),
        ("<title>Stone Walls</title><h1>Are you a robot?</h1>", "a bot check"),
        (
            "<title>Stone Walls</title><noscript>You need to enable JavaScript to run this app.</noscript>",
            "a bot check",
        ),
        (
            "<title>Access denied</title><p>You don't have permission to view this page. Reference 18.2</p>",
            "an error page",
        ),
        ("<title>404 - Page not found | Wall School</title><h1>Oops</h1><a href=/>Home</a>", "an error page"),
        ("<title>Stone Walls Course</title><h1>Sign in to continue</h1><p>E-mail</p><p>Password</p>", "a login"),
        ("<title>Wall School</title><p>Please log in to see this course.</p>", "a login"),
        ("<title>Wall School</title>" + COOKIES, "a question about cookies"),
    ],
)
def test_a_page_in_front_of_the_page_is_refused_with_its_name(html: str, what: str) -> None:
    with pytest.raises(InputError, match=f"not the page itself but {what}") as refused:
        read_page(f"<html><body>{html}</body></html>".encode(), "page.html", TODAY)
    assert "save it again" in refused.value.problems[0].what_to_do


@pytest.mark.parametrize(
    "html",
    [
        "<title>Stone Walls Course</title><h1>Stone Walls</h1><p>Price: EUR 90</p>" + COOKIES,
        "<title>404 Advanced Stone Walls</title><h1>404 Advanced Stone Walls</h1><p>12 hours</p>",
        "<title>Log in</title><h1>Stone Walls Course</h1><p>Price: EUR 90. Duration: 12 hours.</p>",
        "<title>Stone Walls</title><h1>Stone Walls Course</h1><h2>Log in</h2><p>Level: Beginner</p>",
    ],
)
def test_a_page_that_says_something_of_its_course_is_no_wall(html: str) -> None:
    assert "Stone Walls" in str(read(f"<html><body>{html}</body></html>".encode()))
