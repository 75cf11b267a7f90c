"""The clock and the memory are doors, so that what the bench says of them can be checked."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from credlens.app import knowledge
from credlens.app.bench.read import PEERS, ReadBench, Speed, _fresh, read
from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.model.errors import InputError, UserError
from credlens.skills import forms, sections
from credlens.skills.reader import Reader

ADS = [
    "You must know SQL and Excel, and you write clear reports for the sales team every week.",
    "We need Python for our services, which answer a million questions a day. SQL is a plus, too.",
]


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    file = tmp_path / "ads.jsonl"
    file.write_text("".join(json.dumps({"id": n, "title": "x", "text": text}) + "\n" for n, text in enumerate(ADS)))
    return file


def measured(tmp_path: Path, ads: Path, **chosen: object) -> ReadBench:
    """A bench whose clock goes on by half a second each time it is asked."""
    ticks = count()
    ports = replace(open_home(tmp_path / "home"), cpu_seconds=lambda: next(ticks) / 2, peak_memory=lambda: 5_000_000)
    return read(ports, [ads], **{"tiers": [0], "repeat": 2, **chosen})  # type: ignore[arg-type]


def test_figures(tmp_path: Path, ads: Path) -> None:
    found = measured(tmp_path, ads).to_json()
    assert found["ads"] == 2
    assert found["characters"] == sum(map(len, ADS))
    assert found["names"] > 5000
    two_in_half_a_second = {"median": 4.0, "lowest": 4.0, "highest": 4.0, "runs": [4.0, 4.0]}
    assert found["tiers"] == {"0": dict.fromkeys(("skills", "skills_again", "everything"), two_in_half_a_second)}
    assert found["peak_memory_mb"] == 5.0
    assert list(found["peers"]) == list(PEERS)
    plain = found["peers"]["aho_corasick"]
    assert plain["ads_per_second"] == two_in_half_a_second
    assert plain["ratio"] == 1.0
    assert plain["places_per_ad"] >= 2


def test_without_the_others(tmp_path: Path, ads: Path) -> None:
    assert measured(tmp_path, ads, peers=False).to_json()["peers"] == {}


def test_what_is_not_installed_is_said(tmp_path: Path, ads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "flashtext", None)
    assert measured(tmp_path, ads).to_json()["peers"]["flashtext"] == {"not_checked": "flashtext is not installed"}


def test_a_tier_is_measured_once(tmp_path: Path, ads: Path) -> None:
    assert list(measured(tmp_path, ads, tiers=[0, 0], repeat=1).tiers) == [0]


def test_memory_that_nobody_knows() -> None:
    unknown = ReadBench(1, 1, "x", 1, {0: {"skills": Speed((1.0, 3.0))}}, None)
    assert unknown.to_json()["peak_memory_mb"] is None
    assert unknown.to_json()["tiers"]["0"]["skills"]["median"] == 2.0


@pytest.mark.parametrize(("chosen", "where"), [({"repeat": 0}, "--repeat"), ({"tiers": [9]}, "--tier")])
def test_what_cannot_be_measured(tmp_path: Path, ads: Path, chosen: dict[str, object], where: str) -> None:
    with pytest.raises(UserError) as caught:
        measured(tmp_path, ads, **chosen)
    assert caught.value.where == where


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(InputError):
        measured(tmp_path, tmp_path / "empty.jsonl")


def test_a_run_remembers_nothing_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knowledge, "Reader", Reader)  # as the program has it, not the one that all tests share
    ports = open_home(tmp_path / "home")
    reader = Knowledge(ports).reader
    text = "- You must have experience with SQL, and Tableau is a plus.\n"
    reader.read(text)
    assert sections._judged.cache_info().currsize
    assert forms.stem.cache_info().currsize
    fresh = _fresh(ports).reader
    assert fresh is not reader
    assert len(fresh._skills._memory) == 0
    assert len(sections._ANSWERS) == 0
