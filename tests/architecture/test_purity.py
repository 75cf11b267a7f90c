"""What import contracts cannot see: rooms that open files, ask the clock, or draw chance without a seed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "credlens"
ROOMS = (
    "model",
    "skills",
    "market",
    "profile",
    "gap",
    "catalog",
    "evaluate",
    "plan",
    "verify",
    "issue",
    "present",
    "outcomes",
)
PACKAGE_DATA = {"verify/jsonld/contexts/__init__.py"}  # contexts that installed packages carry
CALLS = {"open", "input", "eval", "exec", "breakpoint"}
METHODS = {"today", "now", "utcnow", "urlopen", "read_text", "read_bytes", "write_text", "write_bytes"}
MODULES = {"urllib.request", "importlib.resources"}


def impurities(source: str) -> list[str]:
    """Calls and imports that reach outside, as "line: what"."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in CALLS:
                found.append(f"{node.lineno}: {node.func.id}()")
            if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
                found.append(f"{node.lineno}: .{node.func.attr}()")
            if isinstance(node.func, ast.Attribute) and node.func.attr == "default_rng" and not node.args:
                found.append(f"{node.lineno}: chance without a seed")
        if isinstance(node, ast.Import) and any(a.name in MODULES for a in node.names):
            found.append(f"{node.lineno}: import")
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            found.append(f"{node.lineno}: import from {node.module}")
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_room_reaches_outside_nowhere(room: str) -> None:
    files = sorted((PACKAGE / room).rglob("*.py"))
    assert files
    found = {f.relative_to(PACKAGE).as_posix(): impurities(f.read_text(encoding="utf-8")) for f in files}
    assert {name: what for name, what in found.items() if what and name not in PACKAGE_DATA} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "x = open('f').read()",
        "from datetime import date\nd = date.today()",
        "from datetime import datetime\nd = datetime.now()",
        "import numpy as np\nr = np.random.default_rng()",
        "from urllib.request import urlopen",
        "import urllib.request",
        "def f(p):\n    return p.read_text()",
    ],
)
def test_planted_impurity_is_caught(planted: str) -> None:
    assert impurities(planted)


def test_a_pure_line_is_not_caught() -> None:
    assert impurities("import numpy as np\nr = np.random.default_rng(7)\nx = reopen(1)") == []
