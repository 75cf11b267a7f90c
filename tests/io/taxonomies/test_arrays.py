from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from credlens.io import disk
from credlens.io.taxonomies import arrays as module
from credlens.io.taxonomies.arrays import DiskArrays
from credlens.model.errors import OutsideError

ONE = {"vectors": np.arange(6, dtype=np.float32).reshape(2, 3), "ids": np.array([3, 1], dtype=np.int32)}


def _files(home: Path) -> list[str]:
    return sorted(str(p.relative_to(home)) for p in home.rglob("*") if p.is_file()) if home.exists() else []


def test_arrays_come_back_memory_mapped_and_read_only(tmp_path: Path) -> None:
    DiskArrays(tmp_path / "home").save_arrays("ranking", "abc", ONE)
    found = DiskArrays(tmp_path / "home").load_arrays("ranking", "abc")
    assert found is not None
    assert list(found) == ["vectors", "ids"]
    for name, array in ONE.items():
        assert isinstance(found[name], np.memmap)
        assert found[name].dtype == array.dtype
        assert (found[name] == array).all()
    with pytest.raises(ValueError, match="read-only"):
        found["ids"][0] = 7


def test_arrays_computed_from_something_else_are_never_used(tmp_path: Path) -> None:
    store = DiskArrays(tmp_path)
    assert store.load_arrays("ranking", "abc") is None
    store.save_arrays("ranking", "abc", ONE)
    assert store.load_arrays("ranking", "abd") is None
    assert store.load_arrays("other", "abc") is None


def test_what_is_saved_anew_replaces_the_old_and_leaves_others_alone(tmp_path: Path) -> None:
    store = DiskArrays(tmp_path)
    store.save_arrays("other", "x", {"a": np.zeros(1)})
    store.save_arrays("ranking", "abc", ONE)
    store.save_arrays("ranking", "abd", {"ids": np.array([9])})
    found = store.load_arrays("ranking", "abd")
    assert found is not None
    assert found["ids"].tolist() == [9]
    assert store.load_arrays("ranking", "abc") is None
    assert store.load_arrays("other", "x") is not None
    assert len([f for f in _files(tmp_path) if f.endswith(".npy")]) == 2


def test_damaged_arrays_have_to_be_computed_again(tmp_path: Path) -> None:
    store = DiskArrays(tmp_path)
    store.save_arrays("ranking", "abc", ONE)
    (vectors,) = tmp_path.rglob("vectors.npy")
    vectors.write_bytes(vectors.read_bytes()[:60])
    assert store.load_arrays("ranking", "abc") is None
    vectors.unlink()
    assert store.load_arrays("ranking", "abc") is None
    (pointer,) = tmp_path.rglob("ranking.json")
    pointer.write_text('{"format": 1, "digest": "abc"}')
    assert store.load_arrays("ranking", "abc") is None


def test_another_format_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DiskArrays(tmp_path)
    store.save_arrays("ranking", "abc", ONE)
    monkeypatch.setattr(module, "FORMAT", 2)
    assert store.load_arrays("ranking", "abc") is None


def test_objects_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Object arrays"):
        DiskArrays(tmp_path / "home").save_arrays("ranking", "abc", {"a": np.array([{}], dtype=object)})
    assert _files(tmp_path / "home") == []


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".x", "a..b", "A"])
def test_a_name_that_is_no_folder_below_is_a_defect(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        DiskArrays(tmp_path).save_arrays(name, "abc", ONE)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_when_any_write_fails_the_old_arrays_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: Callable[[int], Any], k: int
) -> None:
    store = DiskArrays(tmp_path)
    store.save_arrays("ranking", "abc", ONE)
    before = _files(tmp_path)
    monkeypatch.setattr(module, "written", failing(k))
    monkeypatch.setattr(disk, "written", module.written)
    with pytest.raises(OutsideError):
        store.save_arrays("ranking", "abd", ONE)
    assert store.load_arrays("ranking", "abc") is not None
    assert _files(tmp_path) == before
