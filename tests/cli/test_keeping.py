"""``credlens export``, ``import`` and ``erase``."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

RESUME = """# Ada Invented

## Experience

**Analyst**, Harbour Club, January 2020 to March 2024

- Wrote SQL reports
"""


@pytest.fixture
def ada(cli: Cli, tmp_path: Path) -> Path:
    (tmp_path / "ada.md").write_text(RESUME)
    assert cli("profile", "import", tmp_path / "ada.md").code == 0
    return tmp_path / "out.zip"


def test_everything_goes_out_comes_back_and_is_gone(cli: Cli, ada: Path, home: Path, tmp_path: Path) -> None:
    out = cli("export", ada)
    assert out.code == 0
    assert "calendar.ics: Nothing of yours has a day to come." in " ".join(out.out.split())
    assert "It is not protected: whoever has it can read it." in out.out
    with zipfile.ZipFile(ada) as archive:
        assert archive.read("originals/document-0001.md").decode() == RESUME
        assert "SQL" in archive.read("tables/skills.csv").decode()
        assert "Harbour Club" in archive.read("documents/resume.md").decode()

    again = cli("import", ada)
    assert (again.code, "Add --replace" in again.err) == (2, True)
    told = cli("erase", "ada invented", "--list")
    assert told.code == 0
    assert 'Nothing is gone yet. To do it: credlens erase "ada invented" --yes' in " ".join(told.out.split())
    gone = cli("erase", "ada", "--json")
    assert (gone.code, gone.json["done"], list(home.iterdir())) == (0, True, [])

    back = cli("import", ada, "--json")
    assert (back.code, back.json["rows"], back.json["replaced"]) == (0, {"document": 1}, False)
    assert cli("export", tmp_path / "second.zip", "--json").json["keys"] is False
    assert (tmp_path / "second.zip").read_bytes() == ada.read_bytes()
    assert "is back" in cli("import", ada, "--replace").out


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1)])
def test_on_a_terminal_a_person_is_asked(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch, *, answer: bool, code: int
) -> None:
    cli("profile", "know", "sql")
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": staticmethod(lambda: True)}))
    monkeypatch.setattr("click.confirm", lambda *_, **__: answer)
    assert cli("erase", "me").code == code
    assert any(home.iterdir()) != answer
