"""A source of catalogs for tests (JSON Lines whose fields are the test's own words), and a small world to take them into."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from credlens.app.ports import NamedBytes, Ports, Starter
from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.values.facts import imported, known
from credlens.catalog.values.organisations import organisation
from credlens.io.home import open_home
from credlens.io.store import SQLITE_FILE
from credlens.model.credential import CostItem, CostPattern, Credential, Prerequisite
from credlens.model.errors import Problem
from credlens.model.fact import Fact
from credlens.model.offer import Identifier, Relation, RelationKind, StatedSkill


def _read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    for file in files:
        yield Note(f"{file.name}: read as invented records")
        with file.open() as stream:
            for number, line in enumerate(stream, start=1):
                where = f"{file.name}:{number}"
                try:
                    yield _offer(json.loads(line), where, settings)
                except (ValueError, KeyError) as error:
                    yield Problem(where, f"This is no record: {error}.", "Mend the line.")


def _offer(record: dict[str, Any], where: str, settings: Settings) -> Offer:
    source = imported(record.get("url"), settings.as_of, where)
    price = record.get("price")
    costs = (
        (CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal(price), (source,)), "USD", "tuition"),) if price else ()
    )
    credential = Credential(
        record["key"],
        record["title"],
        identifiers=tuple(Identifier(*name.split(":", 1)) for name in record.get("names", ())),
        kind=known(record.get("kind"), source),
        issuer=known(organisation(record.get("issuer", "")), source),
        description=known(record.get("text"), source),
        stated=tuple(StatedSkill(s, (source,)) for s in record.get("skills", ())),
        costs=costs,
        prerequisites=tuple(
            Prerequisite(hard=True, sources=(source,), credentials=(name,)) for name in record.get("needs", ())
        ),
        relations=tuple(Relation(RelationKind.PART_OF, name, (source,)) for name in record.get("part_of", ())),
    )
    return Offer(record["key"], credential, record.get("text", ""), where)


@pytest.fixture(autouse=True)
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """``one`` and ``two``: the same format, as two publishers."""
    for name in ("one", "two"):
        shape = CatalogSource(f"invented {name}", (".jsonl",), _read)
        monkeypatch.setitem(SOURCES._table, name, "never:imported")
        monkeypatch.setitem(SOURCES._loaded, name, shape)


SKILLS = """
field: data
label: Data
sources: {memory: {method: recalled, date: 2026-11-22}}
from: memory
skills:
  - {id: sql, label: SQL, kind: tool, reuse: cross-sector}
  - {id: python, label: Python, kind: tool, reuse: cross-sector}
"""
ANALYTICS = """
id: google-data-analytics
title: Google Data Analytics Professional Certificate
sources: {memory: {method: recalled, date: 2026-11-22}}
kind: {is: ProfessionalCertificate, from: memory}
issuer: {is: {name: Google, kind: corporation}, from: memory}
skills: [{skill: sql, depth: core, from: memory}]
"""


@dataclass(frozen=True)
class SmallStarter:
    """Two skills and one credential, and the rest as it comes with the program."""

    real: Starter

    def files(self, folder: str) -> list[NamedBytes]:
        """The small ones instead of the real ones."""
        small = {
            "skills": [NamedBytes("skills/data.yaml", SKILLS.encode())],
            "credentials": [NamedBytes("credentials/google-data-analytics.yaml", ANALYTICS.encode())],
            "credential-names": [],
            "occupations": [],
            "foundations": [],
        }
        return small[folder] if folder in small else self.real.files(folder)

    def folders(self, folder: str) -> list[str]:
        """The real ones."""
        return self.real.folders(folder)


@pytest.fixture(scope="session")
def empty_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was made and holds nothing: making one takes longer than a test."""
    home = tmp_path_factory.mktemp("empty")
    open_home(home).store()
    return home / SQLITE_FILE


@pytest.fixture
def fresh(tmp_path: Path) -> Ports:
    """A home without any state."""
    found = open_home(tmp_path / "home", today=date(2026, 11, 22))
    return replace(found, starter=SmallStarter(found.starter))


@pytest.fixture
def ports(fresh: Ports, empty_state: Path) -> Ports:
    """A home with an empty store."""
    fresh.home.mkdir()
    shutil.copy(empty_state, fresh.home / SQLITE_FILE)
    return fresh


class Written:
    """Writes records into a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, *records: dict[str, Any] | str, name: str = "catalog.jsonl") -> Path:
        path = self._folder / name
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), encoding="utf-8")
        return path


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)
