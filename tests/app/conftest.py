"""A home of its own for each test, and the loop of each example person, run once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from credlens.app import demo
from credlens.app.demo import DemoResult
from credlens.app.ports import Ports
from credlens.io.home import open_home

TODAY = date(2026, 11, 22)


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return open_home(tmp_path / "home", today=TODAY)


@pytest.fixture(scope="session")
def demo_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], DemoResult]:
    """``demo_of("maria")``: their loop on the data that comes with the program."""
    shared = open_home(tmp_path_factory.mktemp("demo"), today=TODAY)
    return cache(lambda person: demo.run(shared, person, report=False))
