"""What comes back is what went out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from credlens.app.keeping.archive import pack
from credlens.app.keeping.exporting import export_everything
from credlens.app.keeping.importing import import_everything
from credlens.app.ports import Ports, StoredClaim
from credlens.model.errors import InputError, UserError

Home = Callable[[Path], Ports]


@pytest.mark.usefixtures("bare")
def test_everything_comes_back_so_that_the_next_export_is_the_same_file(tmp_path: Path, fill: Home, home: Home) -> None:
    one, two = fill(tmp_path / "one"), home(tmp_path / "two")
    first = export_everything(one, tmp_path / "first.zip", with_keys=True)
    assert first.keys
    assert first.rows == {
        "application": 1,
        "application_ad": 1,
        "application_step": 1,
        "proposal": 2,
        "toss": 1,
        "trial": 1,
        "used_skill": 1,
        "badge": 1,
        "claim": 1,
        "correction": 1,
        "document": 1,
        "note": 1,
        "plan": 1,
        "posting": 1,
        "preference": 1,
        "project": 1,
        "project_file": 2,
        "shown": 1,
        "target": 1,
        "catalog_record": 1,
        "keys": 1,
    }

    back = import_everything(two, tmp_path / "first.zip")
    assert (back.rows, back.lowered, back.judged, back.replaced) == (first.rows, (), 1, False)
    assert (back.made, back.to_json()["confirmed"]) == ("2026-11-23", 1)

    export_everything(two, tmp_path / "second.zip", with_keys=True)
    assert (tmp_path / "second.zip").read_bytes() == (tmp_path / "first.zip").read_bytes()

    with pytest.raises(UserError, match="mixed"):
        import_everything(two, tmp_path / "first.zip")
    two.store().claim(StoredClaim("excel", known=True))
    assert import_everything(two, tmp_path / "first.zip", replace=True).replaced
    assert two.keeping.state() == one.keeping.state()


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("claim", [{"skill": "sql", "known": "yes"}]),
        ("plan", [{"position": 0, "made": "2026-11-23", "content": "damaged"}]),
        ("plan", [{"position": 0, "made": "2026-11-23", "content": '{"kept": {}}'}]),
        ("plan", [{"position": 0, "made": "2026-11-23", "content": "[]"}]),
        ("plan_event", [{"position": 0, "after": 0, "told": "2026-11-23", "content": "{}"}]),
        ("application", [{"id": "a", "position": 0, "applied": "2026-11-23", "content": "{"}]),
        ("application_step", [{"application": "a", "position": 0, "kind": "sigh", "day": None, "note": ""}]),
        ("application_ad", [{"application": "a", "ad": "1", "content": "[]"}]),
        ("proposal", [{"id": "a", "position": 0, "rejected": False, "content": "7"}]),
        ("diary", [{"day": "2026-11-23"}]),
        ("badge", [{"id": "a"}]),
        ("document", [{"position": 0, "name": "x", "data": {"member": "originals/none"}, "opened": None}]),
    ],
)
def test_a_state_that_no_command_could_read_changes_nothing(
    tmp_path: Path, home: Home, kind: str, rows: list[Any]
) -> None:
    (tmp_path / "in.zip").write_bytes(pack({}, {f"data/{kind}.json": json.dumps(rows).encode()}, {}))
    with pytest.raises(InputError, match="damaged, or was changed"):
        import_everything(home(tmp_path / "home"), tmp_path / "in.zip")
    assert not (tmp_path / "home").exists()
