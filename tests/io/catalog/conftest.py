"""Entries and statements in a line, and stores to put them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.catalog.ports import Statement
from credlens.catalog.entry import Entry
from credlens.io.catalog.store import SqlCatalog, open_catalog, open_memory_catalog
from credlens.io.store import SQLITE_FILE
from credlens.io.store.sqlite import file_engine

DAY = date(2026, 11, 22)


def made(name: str, title: str = "", **more: Any) -> Entry:
    """An entry of which little is known."""
    unknown: dict[str, Any] = {
        "names": "", "organisations": "", "skills": "", "description": "", "quality": 500, "facets": {}, "hours": None,
        "prices": (), "taught": (), "key": "", "issuers": (), "identifiers": (),
    }  # fmt: skip
    return Entry(id=name, title=title or name, **{**unknown, **more})


def said(credential: str, *, key: str = "", source: str = "shop", digest: str = "1", day: date = DAY) -> Statement:
    """A statement about a credential."""
    data = f"{source} {digest}".encode()
    return Statement(source, key or credential, credential, data, digest, f"{source}.json", day)


@pytest.fixture
def store() -> SqlCatalog:
    return open_memory_catalog()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty store: migrations take longer than most tests."""
    home = tmp_path_factory.mktemp("empty")
    open_catalog(file_engine(home), "here")
    return home / SQLITE_FILE


@pytest.fixture
def home(tmp_path: Path, empty_file: Path) -> Path:
    """A folder with an empty store."""
    shutil.copy(empty_file, tmp_path)
    return tmp_path


@pytest.fixture(params=["memory", "file"])
def each_store(request: pytest.FixtureRequest, home: Path) -> SqlCatalog:
    opened: dict[str, Callable[[], SqlCatalog]] = {
        "memory": open_memory_catalog,
        "file": lambda: open_catalog(file_engine(home), "here"),
    }
    return opened[request.param]()
