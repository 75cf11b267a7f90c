"""A home in which every table that can hold something of a person does, each text of it a word that stands nowhere else."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, Float, Integer, LargeBinary, Table, insert

from credlens.app.catalog.ports import Batch, Statement
from credlens.catalog.entry import Entry
from credlens.io.catalog.store import open_catalog
from credlens.io.store import tables as t
from credlens.io.store.sql import ME, SqlStore
from credlens.io.store.sqlite import file_engine
from credlens.model.credential import Depth
from credlens.model.offer import Identifier

DAY = date(2026, 11, 23)
OWN, PUBLISHED = "qzrownrecord", "qzrpublished"
BIG = 3_000_000  # bytes: more than SQLite keeps in memory, so that a transaction that is killed was on the disk already


def canary(table: str, column: str) -> str:
    """A word of letters alone, so that the index of words keeps it as one."""
    return "qzr" + f"{table}x{column}".replace("_", "")


def entry(name: str, word: str) -> Entry:
    identifier = Identifier(f"{word}scheme", f"{word}identifier")
    return Entry(
        id=name,
        title=f"{word[::-1]}title",  # begins as no other word: what the index keeps of a word is what the one before it has not
        names=f"{word}names",
        organisations=f"{word}organisations",
        skills=f"{word}skills",
        description=f"{word}description",
        quality=5,
        facets={"field": (f"{word}facet",)},
        hours=7.0,
        prices=(),
        taught=((f"{word}taught", Depth.CORE, 0.5),),
        key=f"{word}key",
        issuers=(f"{word}issuer",),
        identifiers=(identifier,),
    )


def row(table: Table) -> dict[str, Any]:
    """A row with a canary in each column that can hold one."""
    values: dict[str, Any] = {}
    for column in table.columns:
        word = canary(table.name, column.name)
        kinds = ((Boolean, True), (Integer, 0), (Float, 0.5), (Date, DAY), (LargeBinary, word.encode()))
        values[column.name] = next((value for kind, value in kinds if isinstance(column.type, kind)), word)
    return values | ({"person": ME} if "person" in values else {})


@pytest.fixture
def fill() -> Callable[..., list[bytes]]:
    """``fill(home)`` makes the home, and returns every canary in it: bytes that no file may hold when the person is gone."""

    def fill(home: Path, *, published: bool = True) -> list[bytes]:
        engine = file_engine(home)
        store, catalog = SqlStore(engine, "home"), open_catalog(engine, "home")
        owned = [table for table in t.metadata.sorted_tables if "person" in table.c]
        packed = zlib.compress(b"qzrpacked" * 9, 6)
        with engine.begin() as db:
            db.execute(insert(t.person).values(id=ME))
            for table in owned:
                db.execute(insert(table).values(**row(table)))
            db.execute(insert(t.document).values(person=ME, position=1, name="big", data=b"qzrbig" * (BIG // 6)))
            db.execute(insert(t.catalog_record).values(name=OWN, data=packed))
            db.execute(insert(t.catalog_doubt).values(**(row(t.catalog_doubt) | {"same": True})))
            db.execute(insert(t.catalog_doubt).values(one=OWN, other="theirs", probability=0.5, because="qzrbecause"))
        entries = [entry(OWN, "qzrown"), *([entry(PUBLISHED, "public")] if published else [])]
        said = Statement(
            "csv",
            "1",
            PUBLISHED,
            zlib.compress(b'{"note":"/qzrfolder/list.csv:2"}', 6),
            "d",
            "/qzrfolder/list.csv:2",
            DAY,
        )
        catalog.save(Batch([said] if published else [], entries))
        catalog.set_mark("curated-ids", f'["{OWN}", "starter"]')
        catalog.set_mark("curated", "digest")
        assert len(store.documents()) == 2
        engine.dispose()
        words = [
            canary(table.name, c.name)
            for table in owned
            for c in table.columns
            if isinstance(row(table)[c.name], str | bytes)
        ]
        own = [f"qzrown{part}" for part in ("key", "issuer", "scheme", "identifier", "facet", "taught")]
        found = {word.encode() for word in [*words, *own, "nworzq", OWN, "qzrbecause", "qzrbig"]} - {
            canary(x.name, "person").encode() for x in owned
        }
        return [*sorted(found), packed[:20], *([b"/qzrfolder"] if published else [])]

    return fill
