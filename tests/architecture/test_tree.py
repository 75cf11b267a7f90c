"""The tree itself: tests mirror the source, files stay readable, nothing private or foreign is in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "credlens"
LONGEST = 450  # lines: beyond that a file is usually two rooms
FORBIDDEN = {
    "a package registry's address": re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.com|deb\.debian\.org"
    ),
    "a path of somebody's machine": re.compile(r"(?<![\w.~])/(?:root|work|home/\w+)/"),
}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX)\b|NotImplementedError|assert True\b")


def tracked() -> list[Path]:
    """Files that git would hand to others."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout: there is no list of files to look at")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def foreign(text: str) -> list[str]:
    """What must not be in the project, by name."""
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]


def long_files(files: list[Path]) -> list[str]:
    """Python files over the limit."""
    return [f.name for f in files if f.suffix == ".py" and len(f.read_text(encoding="utf-8").splitlines()) > LONGEST]


def untested(package: Path, tests: Path) -> list[str]:
    """Folders of the package without a folder of tests."""
    rooms = [d for d in sorted(package.iterdir()) if d.is_dir() and len(list(d.glob("*.py"))) > 1]
    return [d.name for d in rooms if not list((tests / d.name).glob("test_*.py"))]


def test_every_room_has_tests() -> None:
    assert untested(PACKAGE, ROOT / "tests") == []


def test_a_room_without_tests_is_caught(tmp_path: Path) -> None:
    (tmp_path / "src" / "attic").mkdir(parents=True)
    for name in ("__init__.py", "chest.py"):
        (tmp_path / "src" / "attic" / name).write_text("")
    assert untested(tmp_path / "src", tmp_path / "tests") == ["attic"]


def test_no_file_is_too_long(tmp_path: Path) -> None:
    assert long_files(sorted(PACKAGE.rglob("*.py"))) == []
    planted = tmp_path / "god.py"
    planted.write_text("x = 1\n" * (LONGEST + 1))
    assert long_files([planted]) == ["god.py"]


def test_nothing_foreign_is_in_the_tree() -> None:
    texts = {f: f.read_text(encoding="utf-8", errors="ignore") for f in tracked() if f != Path(__file__)}
    assert {str(f.relative_to(ROOT)): foreign(t) for f, t in texts.items() if foreign(t)} == {}
    assert "uv.lock" not in {f.name for f in texts}


# Put together here, so that this file itself names none of them.
@pytest.mark.parametrize(
    "planted", ["see https://pypi" + ".org/x", "open('" + "/ro" + "ot/x')", "/wo" + "rk/src", "/ho" + "me/ann/notes"]
)
def test_a_foreign_line_is_caught(planted: str) -> None:
    assert foreign(planted)


def test_nothing_is_left_unfinished() -> None:
    texts = {f: f.read_text(encoding="utf-8") for f in sorted(PACKAGE.rglob("*.py"))}
    assert [str(f) for f, text in texts.items() if UNFINISHED.search(text)] == []
    assert UNFINISHED.search("x = 1  # TODO later")
