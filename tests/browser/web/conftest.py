"""The pages of a running program in a real Chromium: an example person with a plan, a badge and a log, and persons who begin."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.web.site import Site, served

AD = "Data Analyst at {0} (invented)\n\nRequirements\n- SQL and Microsoft Excel every day\n- Tableau dashboards\n- Python is a must\n- Statistics is a plus\n"
ADS = "\n---\n".join(AD.format(n) for n in ("Harbour Shop", "Kite Works", "Fog Ltd", "Quay Foods", "Tide Bank"))
RESUME = "# Noa Lind (invented)\n\nnoa@example.org\n\n## Experience\n\nOffice assistant, Pier Goods, 2021 - 2025\n- Kept stock lists in Microsoft Excel.\n\n## Certifications\n\n- Google Data Analytics Professional Certificate, Google, 2024\n"
BADGE = {
    "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://badges.example.org/1",
    "badge": {"type": "BadgeClass", "id": "https://badges.example.org/b", "name": "Knots", "description": "Ties knots.",
              "issuer": {"type": "Issuer", "id": "https://badges.example.org/i", "name": "Pier School (invented)"}},
    "recipient": {"type": "email", "hashed": False, "identity": "noa@example.org"}, "issuedOn": "2026-01-02T00:00:00Z",
    "verification": {"type": "hosted"},
}  # fmt: skip

View = Callable[..., Page]


@pytest.fixture(scope="session")
def maria(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Her pages after she kept a plan, a badge and a log."""
    with served(tmp_path_factory.mktemp("web") / "home") as site:
        site.enter()
        site.post("/example", {"person": "maria"})
        site.post("/maria/plan", {"budget": "300", "hours": "10", "deadline": "2027-05-23", "most": "3"})
        checked = site.post("/maria/proof/check", files=[("knots.json", json.dumps(BADGE).encode())])
        site.post("/maria/proof/keep", {"number": checked.path.rpartition("/")[2]})
        for n, day in enumerate(("2026-08-01", "2026-08-20", "2026-11-10")):
            site.post("/maria/progress/application", {"employer": f"Kite {n}", "title": "Data Analyst", "day": day})
        yield site


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Site]:
    """Somebody who begins, in a home of their own."""
    with served(tmp_path / "home") as site:
        site.enter()
        yield site


@pytest.fixture
def view(browser: Browser) -> Iterator[View]:
    """``view(site, "/maria/gap", theme="dark", width=390)`` -> its page, in a browser that was let in.

    ``asked`` collects what is asked for, ``told`` what the console says. Further options are the browser context's.
    """
    with ExitStack() as stack:

        def call(
            site: Site,
            path: str = "/",
            *,
            theme: str = "light",
            width: int = 1280,
            asked: list[Request] | None = None,
            told: list[str] | None = None,
            **options: Any,
        ) -> Page:
            context = browser.new_context(
                color_scheme=theme, viewport={"width": width, "height": 900}, base_url=site.address, **options
            )
            stack.callback(context.close)
            context.add_cookies([{"name": k, "value": v, "url": site.address} for k, v in site.cookies.items()])
            context.set_default_timeout(60_000)
            page = context.new_page()
            if asked is not None:
                page.on("request", partial(_note, asked))
            if told is not None:
                page.on("console", lambda message: told.append(message.text))
                page.on("pageerror", lambda error: told.append(str(error)))
                page.on("dialog", lambda dialog: (told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.goto(path)
            page.wait_for_url(lambda url: "/doing/" not in url)
            return page

        yield call


def _note(asked: list[Request], request: Request) -> None:
    asked.append(request)
