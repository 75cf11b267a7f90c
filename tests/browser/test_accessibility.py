"""axe-core finds nothing to object to (WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Open = Callable[..., Page]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DROP_FOLDED = "document.querySelectorAll('details > :not(summary)').forEach(e => e.remove())"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"


def violations(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("person", ["maria", "nurse", "expired"])
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])  # colours do not change with the width
def test_no_violation(open_report: Open, person: str, theme: str, width: int) -> None:
    page = open_report(person, theme=theme, width=width, bypass_csp=True)
    page.evaluate(DROP_FOLDED)  # what is folded away is not looked at anyhow, and takes axe three times as long
    assert violations(page) == []


@pytest.mark.parametrize(
    ("person", "left_away", "theme", "width"),
    [
        ("nurse", [], "light", 1280),
        ("expired", ["#options"], "dark", 390),  # long, and made like the nurse's
    ],
    ids=["nurse", "expired"],
)
def test_no_violation_when_unfolded(
    open_report: Open, person: str, left_away: list[str], theme: str, width: int
) -> None:
    page = open_report(person, theme=theme, width=width, bypass_csp=True)
    for part in left_away:
        page.locator(f"{part} details.block").evaluate_all("found => found.forEach(e => e.remove())")
    page.evaluate(OPEN_ALL)
    assert violations(page) == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("document.querySelector('.answer').style.color = '#bbbbbb'", "color-contrast"),
        ("document.querySelector('h2').outerHTML = '<h5>Gates</h5>'", "heading-order"),
    ],
    ids=["contrast", "headings"],
)
def test_a_planted_violation_is_found(open_report: Open, planted: str, rule: str) -> None:
    page = open_report("nurse", bypass_csp=True)
    page.evaluate(DROP_FOLDED)
    page.evaluate(planted)
    assert [found for found in violations(page) if found.startswith(f"{rule}:")]
