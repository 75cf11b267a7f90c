"""Maria (invented) with one certificate more and her ads, and the same with a plan, made once; each test has a copy of her home."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import credlens
from credlens.app.ports import Ports
from credlens.io.home import open_home

DEMO = Path(credlens.__file__).parent / "data" / "demo" / "maria"
PLANNED = date(2026, 10, 6)
C = "google-data-analytics"


@pytest.fixture(scope="session")
def _maria(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("maria") / "home"
    resume = tmp_path_factory.mktemp("resume") / "resume.md"
    held = "\n\n## Certifications\n\n- Google Data Analytics Professional Certificate, Google, April 2026\n"
    resume.write_text((DEMO / "resume.md").read_text(encoding="utf-8") + held, encoding="utf-8")
    credlens.import_profile(resume, home=home, today=PLANNED)
    credlens.find_gap(ads=[DEMO / "ads"], home=home, today=PLANNED)
    return home


@pytest.fixture(scope="session")
def _planned(_maria: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Path(shutil.copytree(_maria, tmp_path_factory.mktemp("planned") / "home"))
    credlens.make_plan(Decimal(400), 10, deadline=date(2026, 12, 11), home=home, today=PLANNED)
    return home


@pytest.fixture
def planned(_planned: Path, tmp_path: Path) -> Callable[[date], Ports]:
    """The same with a plan."""
    home = Path(shutil.copytree(_planned, tmp_path / "planned"))
    return lambda day: open_home(home, today=day)


@pytest.fixture
def maria(_maria: Path, tmp_path: Path) -> Callable[[date], Ports]:
    """``maria(day)``: her doors on that day; always the same home within a test."""
    home = Path(shutil.copytree(_maria, tmp_path / "maria"))
    return lambda day: open_home(home, today=day)


@pytest.fixture
def ad() -> Path:
    """An ad that names no credential as required."""
    return DEMO / "ads" / "02-data-analyst-cobalt-finch.md"
