"""Entries and statements in a line, and stores to put them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.app.catalog.ports import Statement
from credlens.catalog.entry import Entry
from credlens.io.catalog.store import SqlCatalog, open_catalog, open_memory_catalog
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


@pytest.fixture(params=["memory", "file"])
def each_store(request: pytest.FixtureRequest, tmp_path: Path) -> SqlCatalog:
    opened: dict[str, Callable[[], SqlCatalog]] = {
        "memory": open_memory_catalog,
        "file": lambda: open_catalog(file_engine(tmp_path), "here"),
    }
    return opened[request.param]()
