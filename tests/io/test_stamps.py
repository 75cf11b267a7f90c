"""The stamp of a home changes with whatever lies in it."""

from __future__ import annotations

import os
from pathlib import Path

from credlens.io.stamps import stamp


def test_a_home_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert stamp(tmp_path / "home") == ()


def test_every_change_changes_it(tmp_path: Path) -> None:
    seen = [stamp(tmp_path)]

    def changed() -> bool:
        seen.append(stamp(tmp_path))
        return seen[-1] not in seen[:-1]

    (tmp_path / "credlens.db").write_bytes(b"1")
    assert changed()
    (tmp_path / "credlens.db").write_bytes(b"22")
    assert changed()
    os.utime(tmp_path / "credlens.db", ns=(1, 1))  # as long as before, at another time
    assert changed()
    (tmp_path / "taxonomies").mkdir()
    assert changed()
    (tmp_path / "taxonomies" / "esco").mkdir()
    assert changed()
    (tmp_path / "credlens.db-wal").write_bytes(b"1")  # what was written and not yet moved into the database
    assert changed()


def test_reading_does_not_change_it(tmp_path: Path) -> None:
    (tmp_path / "credlens.db").write_bytes(b"1")
    before = stamp(tmp_path)
    (tmp_path / "credlens.db-shm").write_bytes(b"1")
    (tmp_path / "credlens.db-journal").write_bytes(b"1")
    (tmp_path / "credlens.db").read_bytes()
    assert stamp(tmp_path) == before
