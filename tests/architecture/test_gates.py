"""Every gate of the house catches a planted violation. A gate that catches nothing would pass for ever."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package and its settings, to plant violations in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(house: Path, module: str, line: str) -> None:
    path = house / "src" / "credlens" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {"PYTHONPATH": str(house / "src"), "PATH": str(Path(sys.executable).parent), "HOME": str(house)}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=house, env=env, capture_output=True, text=True, check=False
    )


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    env = {"PYTHONPATH": str(house / "src"), "PATH": "", "HOME": str(house)}
    return subprocess.run(command, cwd=house, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/fact.py", "from credlens.registry import Registry", "One way through"),
        ("app/gap.py", "import credlens.io.files", "One way through"),
        ("gap/find.py", "def late() -> None:\n    import credlens.plan.value", "Rooms never import each other"),
        ("gap/find.py", "import socket", "Rooms are pure"),
        ("evaluate/score.py", "import random", "Rooms are pure"),
        ("market/demand.py", "from pathlib import Path", "Rooms are pure"),
        ("app/gap.py", "import sqlalchemy", "Use cases go through ports"),
        ("cli/common.py", "import credlens.plan.solve", "Faces call use cases"),
        ("cli/common.py", "import credlens.io.store.sqlite", "Faces call use cases"),
    ],
)
def test_import_contracts_catch(house: Path, module: str, line: str, contract: str) -> None:
    plant(house, module, line)
    result = lint_imports(house)
    assert result.returncode == 1, result.stdout + result.stderr
    broken = [row for row in result.stdout.splitlines() if "BROKEN" in row]
    assert any(contract in row for row in broken), broken


def test_import_contracts_hold_on_the_house_itself(house: Path) -> None:
    result = lint_imports(house)
    assert result.returncode == 0, result.stdout


def test_mypy_catches_an_untyped_function(house: Path) -> None:
    plant(house, "model/quantity.py", "def untyped(x):\n    return x")
    result = run(
        house, "mypy", "--follow-imports=skip", "src/credlens/model/quantity.py"
    )  # the file alone: seconds, not a quarter minute
    assert result.returncode == 1
    assert "no-untyped-def" in result.stdout


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("import os", "F401"),
        ("def undocumented() -> None:\n    pass", "D103"),
        ("print('hello')", "T201"),
        ("def shout(x: list[int] = []) -> list[int]:\n    '''Docstring.'''\n    return x", "B006"),
    ],
)
def test_ruff_catches(house: Path, line: str, rule: str) -> None:
    plant(house, "model/quantity.py", line)
    result = run(house, "ruff", "check", "src/credlens/model/quantity.py")
    assert result.returncode == 1
    assert rule in result.stdout
