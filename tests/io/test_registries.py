"""Lists of issuers on the disk."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest

from credlens.app.verifying.ports import StoredRegistry
from credlens.io.registries import REGISTRIES, DiskRegistries
from credlens.model.errors import InputError, OutsideError

PLAIN = StoredRegistry("schools", b"issuers:\r\n- {id: 'did:web:a.example'}\n\xff")
SIGNED = StoredRegistry("pilots", b"a.b.c", "did:key:z6MkExample")
POSIX = sys.platform != "win32"


def test_nothing_is_there_before_the_first_list(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert DiskRegistries(home).all() == ()
    assert not DiskRegistries(home).remove("schools")
    assert not home.exists()


def test_lists_come_back_as_they_were_given_in_the_order_of_their_names(tmp_path: Path) -> None:
    store = DiskRegistries(tmp_path)
    store.keep(PLAIN)
    store.keep(SIGNED)
    assert DiskRegistries(tmp_path).all() == (SIGNED, PLAIN)
    names = sorted(path.name for path in (tmp_path / REGISTRIES).iterdir())
    assert names == ["pilots.key", "pilots.list", "schools.list"]


@pytest.mark.skipif(not POSIX, reason="modes of POSIX")
def test_only_the_person_may_look_into_the_folder(tmp_path: Path) -> None:
    DiskRegistries(tmp_path).keep(PLAIN)
    assert (tmp_path / REGISTRIES).stat().st_mode & 0o077 == 0


def test_one_that_is_taken_out_leaves_nothing_behind_nor_takes_others_along(tmp_path: Path) -> None:
    store = DiskRegistries(tmp_path)
    store.keep(PLAIN)
    store.keep(SIGNED)
    assert store.remove("pilots")
    assert not store.remove("pilots")
    assert store.all() == (PLAIN,)
    assert [path.name for path in (tmp_path / REGISTRIES).iterdir()] == ["schools.list"]


def test_what_was_interrupted_is_no_list(tmp_path: Path) -> None:
    store = DiskRegistries(tmp_path)
    store.keep(PLAIN)
    (tmp_path / REGISTRIES / "half.new").write_bytes(b"issu")
    (tmp_path / REGISTRIES / "half.key").write_bytes(b"did:key:z6Mk")
    assert store.all() == (PLAIN,)
    store.keep(StoredRegistry("half", b"whole"))
    assert StoredRegistry("half", b"whole") in store.all()


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "a/b", "..", ""])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    with suppress(OSError, ValueError, OutsideError):
        DiskRegistries(home).keep(StoredRegistry(name, b"x"))
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and (home / REGISTRIES) not in p.parents]
    assert outside == []


def test_one_that_cannot_be_read_is_named_with_what_to_do(tmp_path: Path) -> None:
    store = DiskRegistries(tmp_path)
    store.keep(SIGNED)
    (tmp_path / REGISTRIES / "pilots.key").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="cannot be read") as caught:
        store.all()
    assert caught.value.problems[0].what_to_do.endswith("credlens trust remove pilots")


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / REGISTRIES).write_text("a file where the folder should be")
    with pytest.raises(OutsideError):
        DiskRegistries(tmp_path).keep(PLAIN)
