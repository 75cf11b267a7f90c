"""Keys and notes on the disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from credlens.io.keys import DiskIssuer
from credlens.model.errors import InputError, OutsideError, UserError


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path / "home")
    assert issuer.key_names() == ()
    assert issuer.notes("https://example.org/list") == ()
    assert not (tmp_path / "home").exists()


def test_chance_is_as_long_as_asked_for_and_never_the_same(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path)
    assert len({issuer.chance(32) for _ in range(20)}) == 20
    assert len(issuer.chance(7)) == 7


@pytest.mark.skipif(os.name != "posix", reason="only these systems tell who may read a file")
def test_what_is_kept_is_for_its_owner_alone_whatever_the_mask_is(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path / "home")
    before = os.umask(0)
    try:
        path = issuer.keep_key("club", b"key")
        issuer.note("https://example.org/list", "note")
    finally:
        os.umask(before)
    assert issuer.key("club") == b"key"
    modes = {p.relative_to(tmp_path).parts[1]: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "home").glob("*/*")}
    assert modes == {"keys": 0o600, "lists": 0o600}
    assert {stat.S_IMODE(p.stat().st_mode) for p in (path.parent, path.parents[1])} == {0o700}


def test_a_key_is_written_once(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path)
    issuer.keep_key("club", b"one")
    with pytest.raises(UserError, match="not replaced"):
        issuer.keep_key("club", b"other")
    assert issuer.key("club") == b"one"


def test_a_key_that_cannot_be_written_as_a_whole_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    issuer = DiskIssuer(tmp_path)
    with pytest.raises(OutsideError, match="No space left"):
        issuer.keep_key("club", b"key")
    assert issuer.key_names() == ()


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        DiskIssuer(tmp_path).key("club")


def test_notes_come_back_in_order_and_lists_do_not_mix(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path)
    for line in ("one", "two"):
        issuer.note("https://example.org/list", line)
    issuer.note("https://example.org/other", "three")
    assert issuer.notes("https://example.org/list") == ("one", "two")
    assert issuer.notes("https://example.org/other") == ("three",)


def test_notes_that_are_no_text_are_told(tmp_path: Path) -> None:
    issuer = DiskIssuer(tmp_path)
    issuer.note("https://example.org/list", "one")
    next((tmp_path / "lists").iterdir()).write_bytes(b"\xff")
    with pytest.raises(InputError, match="notes"):
        issuer.notes("https://example.org/list")


def test_a_name_that_leads_elsewhere_is_a_defect(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a name"):
        DiskIssuer(tmp_path).key("../x")
