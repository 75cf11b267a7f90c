"""Everything that can be used can be used without a mouse, and one sees where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]

LISTEN = "window.reached = []; document.addEventListener('focusin', e => window.reached.push(e.target))"
STOPS = (
    "[...document.querySelectorAll('a[href], summary')].filter(e => e.checkVisibility({contentVisibilityAuto: true}))"
)
NOT_REACHED = f"{STOPS}.filter(e => !window.reached.includes(e)).map(e => e.textContent)"
FOCUS = "document.activeElement"
IN_SIGHT = f"(r => r.left >= 0 && r.top >= 0 && r.width > 0)({FOCUS}.getBoundingClientRect())"


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_tab_reaches_the_skip_link_first(open_report: Open, person: str) -> None:
    page = open_report(person)
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUS}.className") == "skip"
    assert page.evaluate(IN_SIGHT)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('main').contains({FOCUS})")


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
def test_tab_reaches_every_link_and_every_folded_part(open_report: Open, person: str) -> None:
    page = open_report(person)
    stops = page.evaluate(f"{STOPS}.length")
    assert page.locator("summary").count() > 10
    page.evaluate(LISTEN)
    for _ in range(stops):
        page.keyboard.press("Tab")
    assert page.evaluate(NOT_REACHED) == []
    assert page.evaluate("window.reached.length") == stops


def test_a_folded_part_opens_and_closes_by_key_and_its_focus_is_seen(open_report: Open) -> None:
    page = open_report("nurse")
    page.evaluate("document.querySelector('#gap details.block > summary').focus()")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(f"getComputedStyle({FOCUS}).outlineStyle") == "solid"
    opened = f"{FOCUS}.parentElement.open"
    for key, expected in [("Enter", True), ("Enter", False), ("Space", True)]:
        page.keyboard.press(key)
        assert page.evaluate(opened) is expected
