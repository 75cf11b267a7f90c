from __future__ import annotations

import json
import zlib
from datetime import date
from pathlib import Path

import pytest

from credlens.app.catalog.ports import Batch, Statement
from credlens.catalog import codec
from credlens.io.catalog.store import open_catalog
from credlens.io.store.said_where import file_in, shortened
from credlens.io.store.sqlite import file_engine

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("where", "folders", "name"),
    [
        ("/data/ann.b/courses.csv:17", "/data/ann.b/", "courses.csv"),
        ("lists/graph.json: /@graph/3", "lists/", "graph.json"),
        ("C:/Users/Ann/x.jsonld", "C:/Users/Ann/", "x.jsonld"),
        ("courses.csv:17", "", "courses.csv"),
        ("/courses.csv", "/", "courses.csv"),
        ("/data/ann/no ending", "/data/ann/", "no ending"),
        ("", "", ""),
    ],
)
def test_the_folders_before_a_file_are_told_from_what_comes_behind_it(where: str, folders: str, name: str) -> None:
    assert file_in(where) == (folders, name)


@pytest.mark.parametrize("folders", ['/data/änne "x"/', "/", "a/"])
def test_records_say_the_file_and_no_folder(tmp_path: Path, folders: str) -> None:
    catalog, engine = open_catalog(file_engine(tmp_path), "home"), file_engine(tmp_path)
    says = {"note": f"{folders}x.csv:2", "address": "https://a.example/b"}
    data = codec.packed(json.dumps(says, ensure_ascii=False))
    catalog.save(Batch([Statement("csv", "1", "one", data, "d", f"{folders}x.csv:2", DAY)]))
    catalog.save(Batch([Statement("csv", "2", "two", codec.packed("{}"), "d", "x.csv:3", DAY)]))

    with engine.begin() as db:
        shortened(db)

    one, two = (catalog.current([i])[i][0] for i in ("one", "two"))
    assert one.file == "x.csv:2"
    assert json.loads(zlib.decompress(one.data)) == says | {"note": "x.csv:2"}
    assert (two.file, two.data) == ("x.csv:3", codec.packed("{}"))
