"""Pieces of a build: each whole or not there."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from credlens.io.market.work import DiskWork
from credlens.model.errors import OutsideError

TABLE = pa.table({"a": [1, 2], "b": ["x", "y"]})


def test_a_piece_comes_back_as_it_was_or_some_of_its_columns(tmp_path: Path) -> None:
    work = DiskWork(tmp_path / "work")
    work.put("texts-000001", TABLE)

    assert work.get("texts-000001") == TABLE
    assert work.get("texts-000001", ["b"]).to_pydict() == {"b": ["x", "y"]}


def test_pieces_are_listed_by_how_their_names_begin(tmp_path: Path) -> None:
    work = DiskWork(tmp_path)
    for name in ("texts-000002", "mentions-000001", "texts-000001"):
        work.put(name, TABLE)

    assert work.names("texts-") == ("texts-000001", "texts-000002")
    assert DiskWork(tmp_path / "nowhere").names("texts-") == ()


def test_a_piece_that_was_being_written_is_not_there(tmp_path: Path) -> None:
    (tmp_path / ".new-texts-000001").write_bytes(b"half")

    assert DiskWork(tmp_path).names("texts-") == ()


def test_a_damaged_piece_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "texts-000001.parquet").write_bytes(b"no parquet")

    with pytest.raises(OutsideError, match="lost or damaged") as caught:
        DiskWork(tmp_path).get("texts-000001")

    assert caught.value.what_to_do == "Run the command with --again, which begins anew."


def test_what_is_done_is_noted_and_replaced(tmp_path: Path) -> None:
    work = DiskWork(tmp_path / "work")
    assert work.noted() == {}

    work.note({"intake": 1})
    work.note({"intake": 1, "order": 2})

    assert DiskWork(tmp_path / "work").noted() == {"intake": 1, "order": 2}


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(OutsideError, match="The market cannot be stored"):
        DiskWork(tmp_path / "file").put("texts-000001", TABLE)
