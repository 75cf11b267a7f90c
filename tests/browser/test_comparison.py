"""The page of a comparison in a real Chromium, with one title that somebody made to break it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from credlens.app.evaluate import evaluate
from credlens.app.explaining import write_page
from credlens.io.home import open_home
from credlens.model.credential import Catalog
from credlens.model.evaluation import Evaluation
from credlens.model.scorecard import Statement

Open = Callable[..., Page]

IDS = ("google-data-analytics", "harvardx-data-science", "ms-pl-300")
HOSTILE = '\u202e<script>document.title = "owned"</script>' + "W" * 300
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DROP_FOLDED = "document.querySelectorAll('details > :not(summary)').forEach(e => e.remove())"
UNFOLD = "document.querySelectorAll('details').forEach(d => d.open = true)"
WIDTH = "document.scrollingElement.scrollWidth"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Evaluation, Path]:
    ports = open_home(tmp_path_factory.mktemp("home"))
    found = evaluate(ports, IDS).told
    odd = {**found.catalog.credentials, IDS[0]: replace(found.catalog[IDS[0]], title=HOSTILE)}
    found = replace(found, catalog=Catalog(odd, found.catalog.origin))
    return found, write_page(ports, found, ports.home / "comparison.html")


def violations(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation(open_report: Open, told: tuple[Evaluation, Path], theme: str, width: int) -> None:
    page = open_report(told[1], theme=theme, width=width, bypass_csp=True)
    if (theme, width) == ("dark", 390):
        page.evaluate("document.querySelectorAll('#why-2, #why-3, #sources details').forEach(e => e.remove())")
        page.evaluate(UNFOLD)
    else:
        page.evaluate(DROP_FOLDED)  # what is folded away is not looked at anyhow
    assert violations(page) == []


def nodes(tree: Statement) -> Iterator[str]:
    yield tree.text
    for part in tree.parts:
        yield from nodes(part)


def test_a_phone_never_scrolls_sideways_and_reads_the_whole_tree(
    open_report: Open, told: tuple[Evaluation, Path]
) -> None:
    evaluation, path = told
    asked: list[Request] = []
    page = open_report(path, width=390, asked=asked)
    assert page.evaluate(WIDTH) <= 390
    page.evaluate(UNFOLD)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDTH) <= width
    card = evaluation.comparison.cards[1]
    shown = re.sub(r"\s+", " ", page.locator("#why-2").inner_text())
    for text in nodes(evaluation.why[card.credential]):
        assert re.sub(r"\s+", " ", text) in shown
    assert [request.url for request in asked] == [path.as_uri()]
    assert page.title().startswith("Worth of credentials")  # and not what the planted script would have made of it
    assert "<script>" in page.locator("#scores").inner_text()
