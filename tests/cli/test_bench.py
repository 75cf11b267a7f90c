from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app.bench import BENCHES
from credlens.app.bench.search import SearchBench, Times
from credlens.app.ports import Ports
from credlens.cli.commands.bench import TABLE


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    file = tmp_path / "ads.jsonl"
    text = "You must know SQL and Excel, and you write clear reports for the sales team every week."
    file.write_text(json.dumps({"id": 1, "title": "x", "text": text}) + "\n")
    return file


def test_the_group_names_every_bench_that_is_a_command(cli: Cli) -> None:
    outcome = cli("bench", "--help", bare=True)
    assert outcome.code == 0
    for name in TABLE:
        assert f"  {name} " in outcome.out
        assert name in BENCHES
        assert cli("bench", name, "--help", bare=True).code == 0


def test_the_speed_of_reading(cli: Cli, ads: Path) -> None:
    outcome = cli("bench", "read", "--ads", ads, "--tier", "0", "--repeat", "1", "--json")
    assert outcome.code == 0
    assert outcome.json["ads"] == 1
    assert outcome.json["tiers"]["0"]["skills"]["median"] > 0
    assert set(outcome.json["peers"]) == {"aho_corasick", "flashtext"}
    words = cli("bench", "read", "--ads", ads, "--tier", "0", "--repeat", "1", "--no-peers")
    assert words.code == 0
    assert "skills" in words.out
    assert "flashtext" not in words.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["bench"], 2, "Usage"),
        (["bench", "nonsense"], 2, "nonsense"),
        (["bench", "read"], 2, "--ads"),
        (["bench", "read", "--ads", "gone.jsonl"], 3, "gone.jsonl"),
    ],
)
def test_wrong_use(cli: Cli, words: list[str], code: int, says: str) -> None:
    outcome = cli(*words, bare=True)
    assert outcome.code == code
    assert says in outcome.err + outcome.out


@pytest.mark.parametrize("words", [["--tier", "7"], ["--repeat", "0"]])
def test_what_cannot_be_measured(cli: Cli, ads: Path, words: list[str]) -> None:
    outcome = cli("bench", "read", "--ads", ads, *words, "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["where"] == words[0]


def test_its_help_needs_no_heavy_library() -> None:
    code = (
        "import sys; from credlens.cli.main import run; run(['bench', '--help']); "
        "print([m for m in ('ortools', 'sklearn', 'sqlalchemy', 'jinja2', 'pandas', 'flashtext') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_the_speed_of_searching_is_measured_beside_the_persons_own_data(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = SearchBench(9, 1.5, 2_000_000, 3.0, {"rare_word": Times((1.0, 2.0))}, {"rare_word": 4.0}, None)
    seen: list[Path] = []

    def search(ports: Ports, *, size: int, each: int, peers: dict[str, Any]) -> SearchBench:
        seen.append(ports.home)
        assert (size, each, list(peers)) == (9, 2, ["ranking_all_finds"])
        return replace(measured, peers={name: {"rare_word": Times((4.0,))} for name in peers})

    monkeypatch.setattr("credlens.cli.commands.bench.BENCHES", {"search": search})
    outcome = cli("bench", "search", "--size", "9", "--each", "2", "--json")
    assert outcome.json["kinds"]["rare_word"] == {"n": 2, "p50_ms": 2.0, "p99_ms": 2.0, "max_ms": 2.0, "finds": 4.0}
    assert outcome.json["peers"]["ranking_all_finds"]["rare_word"]["ratio"] == 2.0
    shown = cli("bench", "search", "--size", "9", "--each", "2")
    assert "rare word" in shown.out
    assert "4 (ranking all finds)" in shown.out
    assert all(folder != home and not folder.parent.exists() for folder in seen), "the passing folder is gone"
