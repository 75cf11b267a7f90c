"""Giving to a pool takes a yes, and what a pool shows comes from ten people or more."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from credlens.app.learning.pooled import give, pooled
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.belief import Arm
from credlens.model.errors import InputError, UserError
from credlens.model.pool import Table
from credlens.outcomes.contribution import Contribution, write
from tests.app.learning.logs import fill

C = "google-data-analytics"


def test_nothing_is_given_without_a_yes_and_then_only_counts(ports: Ports, tmp_path: Path) -> None:
    fill(ports, C, (12, 3), (10, 1), last=date(2026, 9, 1))
    out = tmp_path / "mine.json"
    with pytest.raises(UserError) as refused:
        give(ports, out, agreed=False)
    assert "--agree" in str(refused.value.what_to_do)
    assert not out.exists()
    give(ports, out, agreed=True)
    given = json.loads(out.read_text())
    assert given["tables"] == [
        {"credential": C, "tossed": False, "shown": {"n": 12, "interviews": 3}, "not_shown": {"n": 10, "interviews": 1}}
    ]
    assert set(given) == {"format", "member", "agreed", "tables"}  # what the terms name, and no more
    assert "Employer" not in out.read_text()
    member = given["member"]
    give(ports, out, agreed=True)
    assert json.loads(out.read_text())["member"] == member


def test_who_has_no_settled_application_has_nothing_to_give(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to give"):
        give(ports, tmp_path / "mine.json", agreed=True)


def test_a_pool_of_nine_shows_nothing_and_one_of_ten_does(ports: Ports, tmp_path: Path) -> None:
    folder = tmp_path / "pool"
    folder.mkdir()
    table = Table(Arm(20, 4), Arm(20, 2), tossed=True)
    for i in range(9):
        (folder / f"{i}.json").write_text(write(Contribution(f"m{i}", date(2026, 5, 1), ((C, table),))))
    (folder / "again.json").write_text(
        write(Contribution("m0", date(2026, 6, 1), ((C, table),)))
    )  # one who gave twice is one
    (folder / "broken.json").write_text("{}")
    found = pooled(ports, C, [folder])
    assert found.tossed.people is None
    assert [Path(p.where).name for p in found.problems] == ["broken.json"]
    (folder / "tenth.json").write_text(write(Contribution("m9", date(2026, 5, 1), ((C, table),))))
    found = pooled(ports, C, [folder])
    assert (found.tossed.people, found.tossed.shown, found.chosen.people) == (10, Arm(200, 40), None)
    assert found.tossed.belief is not None


def test_a_folder_without_a_contribution_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError):
        pooled(open_home(tmp_path / "home"), C, [empty])
