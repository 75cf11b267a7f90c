"""The page fits a phone, follows the reader's theme, and prints with everything open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]

OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"
WIDTH = "document.scrollingElement.scrollWidth"
FOLDED = """kind => [...document.querySelectorAll(kind + ' > :not(summary)')]
    .map(e => e.checkVisibility() && e.getBoundingClientRect().height > 0)"""
SHOWN = "e => e.checkVisibility()"


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_a_phone_never_scrolls_sideways(open_report: Open, person: str) -> None:
    page = open_report(person, width=390)
    assert page.evaluate(WIDTH) <= 390
    page.evaluate(OPEN_ALL)
    for width in (390, 320):  # 320 is what 400 % of enlargement leave of a laptop's 1280 (WCAG 1.4.10)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDTH) <= width


def test_a_wide_line_is_noticed(open_report: Open) -> None:
    page = open_report("nurse", width=390)
    page.evaluate("document.querySelector('.answer').style.whiteSpace = 'nowrap'")
    assert page.evaluate(WIDTH) > 390


def test_the_theme_is_the_readers(open_report: Open) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = (open_report("nurse", theme=theme).evaluate(paper) for theme in ("light", "dark"))
    assert brightness(light) > 200
    assert brightness(dark) < 50


def brightness(colour: str) -> float:
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return (red + green + blue) / 3


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_print_opens_the_story_and_leaves_asides_folded(open_report: Open, person: str) -> None:
    page = open_report(person)
    assert not any(page.evaluate(FOLDED, "details"))
    page.emulate_media(media="print")
    story = page.evaluate(FOLDED, "details:not(.aside)")
    assert story
    assert all(story)
    assert not any(page.evaluate(FOLDED, "details.aside"))  # dozens of pages of what nobody prints a report for


def test_print_leaves_controls_away_and_keeps_the_sources(open_report: Open) -> None:
    page = open_report("maria", theme="dark")
    page.emulate_media(media="print")
    assert not page.locator("nav.contents").evaluate(SHOWN)
    assert not page.locator("a.skip").evaluate(SHOWN)
    assert page.locator("#sources li").first.evaluate(SHOWN)
    assert "http" in page.locator("#sources").inner_text()
