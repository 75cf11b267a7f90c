"""The reports of three example persons, in a real Chromium. Pages are opened as files; nothing comes from the network."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, Request, sync_playwright

from credlens.app import demo
from credlens.io.home import open_home

TODAY = date(2026, 11, 22)
PERSONS = ("maria", "nurse", "expired")  # plans; closed gates and no plan; credentials that are held
INSTALLED = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Choose = Callable[[Path | None, dict[str, str]], Path]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def choose() -> Choose:
    """The rule: without a Chromium these tests are skipped on a laptop, and fail where ``CI=true`` promises one."""

    def rule(found: Path | None, environment: dict[str, str]) -> Path:
        if found is not None:
            return found
        reason = f"no Chromium: neither playwright's own nor {', '.join(INSTALLED)} on the PATH"
        if environment.get("CI", "").casefold() == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)

    return rule


@pytest.fixture(scope="session")
def browser(choose: Choose) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = choose(_chromium(playwright), dict(os.environ))
        running = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield running
        running.close()


def _chromium(playwright: Playwright) -> Path | None:
    own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    return next((Path(path) for name in INSTALLED if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of each person, made once."""
    ports = open_home(tmp_path_factory.mktemp("home"), today=TODAY)
    made = {person: demo.run(ports, person).report for person in PERSONS}
    return {person: path for person, path in made.items() if path is not None}


@pytest.fixture
def open_report(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """``open_report("maria", theme="dark", width=390)`` -> its page. A path instead of a name opens that file.

    ``asked`` collects everything the page asks for, also what its policy refuses. Further options are the browser context's.
    """
    with ExitStack() as stack:

        def call(
            report: str | Path,
            *,
            theme: str = "light",
            width: int = 1280,
            asked: list[Request] | None = None,
            **options: Any,
        ) -> Page:
            path = report if isinstance(report, Path) else request.getfixturevalue("reports")[report]
            context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}, **options)
            stack.callback(context.close)
            context.route(re.compile("^https?:"), lambda route: route.abort())  # nothing leaves, whatever is planted
            page = context.new_page()
            if asked is not None:
                page.on("request", partial(_note, asked))
            page.goto(path.as_uri())
            return page

        yield call


def _note(asked: list[Request], request: Request) -> None:
    asked.append(request)
