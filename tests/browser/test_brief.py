"""The page that explains a credential: accessible, on a phone and in the dark, without script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from credlens.app.presenting.brief import brief
from credlens.io.home import open_home

Open = Callable[..., Page]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTH = "document.scrollingElement.scrollWidth"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    made = brief(
        open_home(folder / "home", today=date(2026, 11, 22)),
        "google-data-analytics",
        out=folder / "brief.html",
        qr=True,
    )
    assert made.file is not None
    return made.file


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_it_is_accessible_and_fits(open_report: Open, page_file: Path, theme: str, width: int) -> None:
    asked: list[Request] = []
    page = open_report(page_file, theme=theme, width=width, asked=asked)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate(WIDTH) <= width
    assert [r.url for r in asked if not r.url.startswith("file:")] == []
