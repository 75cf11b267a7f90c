"""The command line, run in this process, with a home of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from credlens.cli.main import run

TODAY = "2026-11-22"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON: it must hold nothing else."""
        return json.loads(self.out)


Cli = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """``cli("gap", "--ads", path)``; ``--home`` and ``--as-of`` are added."""

    def call(*arguments: object, bare: bool = False) -> Outcome:
        words = [str(a) for a in arguments]
        extra = [] if bare else ["--home", str(home), "--as-of", TODAY]
        code = run(words + extra)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
