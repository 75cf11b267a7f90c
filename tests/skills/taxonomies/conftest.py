"""Invented releases out of ``tests/fixtures``, whole or with a file changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from credlens.skills.taxonomies.tables import File, Release

FIXTURES = Path(__file__).parents[2] / "fixtures" / "taxonomies"

Changed = Callable[..., Release]


def _release(folder: str, changes: Mapping[str, bytes | None]) -> Release:
    there = {p.name: p.read_bytes() for p in sorted((FIXTURES / folder).iterdir())}
    files = {name: data for name, data in (there | changes).items() if data is not None}
    return Release(folder, (folder,), tuple(File(name, data) for name, data in files.items()))


@pytest.fixture
def esco() -> Changed:
    """``esco()``, or ``esco({"skills_en.csv": b"..."})``; None takes a file away."""
    return lambda changes=None: _release("esco-9.1.0", changes or {})


@pytest.fixture
def onet() -> Changed:
    """The same for O*NET's."""
    return lambda changes=None: _release("onet-91.2", changes or {})


@pytest.fixture
def rsd() -> Callable[[str], Release]:
    """``rsd("osmt-export.csv")``: a release of one file."""
    return lambda name: Release(name, (name,), (File(name, (FIXTURES / "rsd" / name).read_bytes()),))
