"""The built market: replaced in one step, and what is left of builds that were stopped."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from credlens.io.market.local import LocalEngine
from credlens.io.market.store import DiskMarket
from credlens.io.market.work import DiskWork
from credlens.model.errors import OutsideError, UserError

CELLS = pa.table({"occupation": ["analyst", "nurse"], "region": ["*", "*"], "ads": [3, 1]})


def _built(home: Path, digest: str = "a" * 64, table: pa.Table = CELLS) -> DiskMarket:
    market = DiskMarket(home)
    work = market.work(digest)
    work.put("cells", table)
    market.finish(work, ["cells"], {"format": 1, "read": 4})
    return market


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    market = DiskMarket(tmp_path / "home")
    market.work("a" * 64)

    assert market.about() is None
    assert not (tmp_path / "home").exists()


def test_a_finished_build_is_the_market_and_its_workplace_is_gone(tmp_path: Path) -> None:
    market = _built(tmp_path)

    about = market.about()
    assert about is not None
    assert about["read"] == 4
    assert market.table("cells", occupation="nurse").to_pylist() == [{"occupation": "nurse", "region": "*", "ads": 1}]
    assert market.table("cells", occupation="pilot").num_rows == 0
    assert [p.name for p in (tmp_path / "market").iterdir() if p.name.startswith("work-")] == []


def test_the_next_build_replaces_it_and_leaves_one_folder(tmp_path: Path) -> None:
    _built(tmp_path)
    market = _built(tmp_path, "b" * 64, CELLS.slice(0, 1))

    assert market.table("cells").num_rows == 1
    assert len(list((tmp_path / "market").glob("data-*"))) == 1


def test_a_build_that_fails_leaves_the_market_before_it(tmp_path: Path) -> None:
    market = _built(tmp_path)
    work = market.work("b" * 64)
    work.put("cells", CELLS.slice(0, 1))

    with pytest.raises(OutsideError, match="The market cannot be stored"):
        market.finish(work, ["cells", "a-table-that-was-never-made"], {"format": 1})

    assert market.table("cells").num_rows == 2


def test_a_stopped_build_goes_on_with_the_same_inputs_only(tmp_path: Path) -> None:
    market = DiskMarket(tmp_path)
    market.work("a" * 64).put("texts-000001", CELLS)

    assert market.work("a" * 64).names("texts-") == ("texts-000001",)
    assert market.work("a" * 64, anew=True).names("texts-") == ()
    market.work("a" * 64).put("texts-000001", CELLS)
    assert market.work("b" * 64).names("texts-") == ()
    assert market.work("a" * 64).names("texts-") == ()  # given up when other inputs were begun


def test_a_damaged_market_is_told_with_what_to_do(tmp_path: Path) -> None:
    market = _built(tmp_path)
    (path,) = (tmp_path / "market").glob("data-*/cells.parquet")
    path.write_bytes(b"no parquet")

    with pytest.raises(OutsideError, match="its table of cells is lost or damaged") as caught:
        market.table("cells")
    assert caught.value.what_to_do == "Build it again: credlens market build PATH."

    (tmp_path / "market" / "meta.json").write_text('{"data": 7}', encoding="utf-8")
    with pytest.raises(OutsideError, match="its description is damaged"):
        market.about()


def test_the_tables_can_be_copied_with_what_is_said_of_them(tmp_path: Path) -> None:
    _built(tmp_path).copy(tmp_path / "out")

    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["cells.parquet", "meta.json"]


def test_there_is_nothing_to_copy_or_ask_without_a_market(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="it is not there"):
        DiskMarket(tmp_path).table("cells")
    with pytest.raises(OutsideError, match="it is not there"):
        DiskMarket(tmp_path).copy(tmp_path / "out")


def test_an_engine_is_found_by_name(tmp_path: Path) -> None:
    market = DiskMarket(tmp_path)

    assert isinstance(market.engine("local", DiskWork(tmp_path)), LocalEngine)
    with pytest.raises(UserError, match="There is no engine called 'steam'"):
        market.engine("steam", DiskWork(tmp_path))
