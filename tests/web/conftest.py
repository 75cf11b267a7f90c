"""A site for each test, or with an example person for all tests that only look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.site import Site, served


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Site]:
    """An empty home, and a browser that was not let in."""
    with served(tmp_path / "home") as site:
        yield site


@pytest.fixture
def site(outside: Site) -> Site:
    """An empty home, and the person's browser."""
    outside.enter()
    return outside


@pytest.fixture(scope="session")
def maria(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The example person's pages, for tests that only look."""
    with served(tmp_path_factory.mktemp("web") / "home") as site:
        site.enter()
        assert site.post("/example", {"person": "maria"}).path == "/maria/gap"
        yield site
