"""The local engine's readers: pieces are shared out, and one that dies is started again."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pytest

from credlens.io.market import local
from credlens.io.market.local import LocalEngine
from credlens.io.market.work import DiskWork
from credlens.model.errors import OutsideError

TEXTS = pa.table({"text": ["t"], "body": ["an ad"]})

# Answers like the real reader, without reading; what it is to do wrong stands in front.
READER = """
import pathlib, sys
folder = pathlib.Path(sys.argv[2])
for line in sys.stdin:
    name = line.strip()
    {fault}
    number = name.partition("-")[2]
    (folder / f"mentions-{{number}}.parquet").touch()
    print(name, flush=True)
"""


def _engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pieces: int, fault: str = "") -> LocalEngine:
    work = DiskWork(tmp_path / "work")
    for number in range(1, pieces + 1):
        work.put(f"texts-{number:06}", TEXTS)
    monkeypatch.setattr(local, "READER", (sys.executable, "-c", READER.format(fault=fault)))
    return LocalEngine(tmp_path, work)


def _mentions(tmp_path: Path) -> list[str]:
    return sorted(p.name for p in (tmp_path / "work").glob("mentions-*"))


def test_every_piece_is_read_once_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []

    _engine(tmp_path, monkeypatch, 5).read(0, lambda _, done, total: told.append((done, total)))

    assert len(_mentions(tmp_path)) == 5
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_pieces_that_were_read_before_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = _engine(tmp_path, monkeypatch, 2, 'assert name != "texts-000001"')
    (tmp_path / "work" / "mentions-000001.parquet").touch()

    engine.read(0, lambda *_: None)

    assert len(_mentions(tmp_path)) == 2


def test_a_reader_that_dies_once_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = 'died = folder / "died"; first = not died.exists(); died.touch(); first and sys.exit(9)'

    _engine(tmp_path, monkeypatch, 3, fault).read(0, lambda *_: None)

    assert len(_mentions(tmp_path)) == 3


def test_a_reader_that_dies_again_is_told_and_the_other_pieces_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = _engine(tmp_path, monkeypatch, 1, "sys.exit(9)")

    with pytest.raises(OutsideError, match="stopped from outside") as caught:
        engine.read(0, lambda *_: None)

    assert caught.value.where == "texts-000001"
    assert DiskWork(tmp_path / "work").names("texts-") == ("texts-000001",)


def test_nothing_to_read_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "READER", ("/no/such/program",))

    LocalEngine(tmp_path, DiskWork(tmp_path / "work")).read(0, lambda *_: None)
