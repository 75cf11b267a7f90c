"""A person gone: first the right one, then all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from credlens.app.catalog.importing import import_records
from credlens.app.catalog.searching import search
from credlens.app.keeping.erasing import erase
from credlens.app.ports import Ports
from credlens.model.errors import UserError

Home = Callable[[Path], Ports]


def test_erasing_asks_for_the_right_person_first(tmp_path: Path, fill: Home) -> None:
    ports = fill(tmp_path / "one")
    before = ports.keeping.state()
    with pytest.raises(UserError, match="Nobody here is called 'Bob'") as caught:
        erase(ports, "Bob", sure=True)
    assert caught.value.what_to_do is not None
    assert "What matches: me or 'Ada" in caught.value.what_to_do
    told = erase(ports, "me")
    assert (told.done, {h.where for h in told.gone} >= {"document", "badge", "keys/"}) == (False, True)
    assert ports.keeping.state() == before


def test_erasing_leaves_nothing_and_again_is_no_harm(tmp_path: Path, fill: Home, home: Home) -> None:
    ports = fill(tmp_path / "one")
    gone = erase(ports, "me", sure=True)
    assert gone.done
    assert list((tmp_path / "one").iterdir()) == []
    assert gone.to_json()["unreached"]
    again = erase(home(tmp_path / "one"), "me", sure=True)
    assert (again.done, again.gone) == (True, ())
    with pytest.raises(UserError, match="Nobody here"):
        erase(home(tmp_path / "one"), "Ada", sure=True)


OWN = """
id: harbour-own
title: Harbour Course
aliases: [qqjalias]
sources:
  page: {method: read, address: "https://example.org/harbour", date: 2026-11-22}
kind: {is: Certificate, from: page}
status: {is: active, from: page}
issuer: {is: {name: Harbour Academy, kind: other}, from: page}
provider: {is: {name: Harbour Academy, kind: other}, from: page}
skills:
  - {skill: sql, depth: core, from: page}
costs:
  - {pattern: one_off, amount: 180, currency: USD, what: tuition, from: page}
"""
PUBLISHED = "title,provider,url\nHarbour Course,Harbour Academy,https://example.org/harbour\nOther Course,Other,https://example.org/o\n"


def raw(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_own_records_leave_the_catalog_and_what_is_published_stays_findable(tmp_path: Path, home: Home) -> None:
    ports, folder = home(tmp_path / "home"), tmp_path / "qqjfolder"
    folder.mkdir()
    (folder / "own.yaml").write_text(OWN)
    (folder / "list.csv").write_text(PUBLISHED)
    assert import_records(ports, "yaml", [folder / "own.yaml"]).new == 1
    joined = import_records(ports, "csv", [folder / "list.csv"]).joined
    assert [j.credential for j in joined] == ["harbour-own"]
    assert search(ports, "qqjalias").found.total == 1
    assert b"qqj" in raw(ports.home)

    gone = erase(ports, "me", sure=True)

    assert [h.where for h in gone.stays] == ["catalog_statement"]
    assert b"qqj" not in raw(ports.home)
    assert b"harbour-own" not in raw(ports.home)
    after = home(tmp_path / "home")
    assert search(after, "qqjalias").found.total == 0
    assert [c.id for c in search(after, "harbour course").credentials][:1] == ["harbour-academy-harbour-course"]
    assert [c.title for c in search(after, "other course").credentials][:1] == ["Other Course"]
