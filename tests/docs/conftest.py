"""The documents as they lie in the repository, and the command line in a home of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from credlens.cli.main import run

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """``cli("gap", "--ads", path)``, in the folder; ``--home`` and ``--as-of`` are added."""

    def call(*arguments: object) -> Outcome:
        words = [str(a) for a in arguments]
        code = run([*words, "--home", str(folder / "home"), "--as-of", TODAY])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
