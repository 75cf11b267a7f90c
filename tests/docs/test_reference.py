"""The pages made from the code are the ones the code makes now."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from credlens.cli.main import COMMANDS
from credlens.evaluate import CRITERIA, FLAGS

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_is_fresh(maker: ModuleType) -> None:
    assert maker.stale(PAGES) == [], "run: python docs/make_reference.py"
    assert maker.main(["--check"]) == 0


def test_a_stale_page_and_a_missing_page_are_caught(
    maker: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "reference"
    shutil.copytree(PAGES, copy)
    flags = copy / "flags.md"
    flags.write_text(flags.read_text("utf-8").replace("Is it gone", "Was it gone"), "utf-8")
    (copy / "limits.md").unlink()
    assert maker.main(["--check", "--into", str(copy)]) == 1
    assert "Stale: flags.md, limits.md." in capsys.readouterr().err
    assert maker.main(["--into", str(copy)]) == 0
    assert maker.main(["--check", "--into", str(copy)]) == 0


def test_every_command_criterion_and_flag_has_its_heading() -> None:
    def headings(page: str) -> set[str]:
        lines = (PAGES / page).read_text("utf-8").splitlines()
        return {line.lstrip("# ") for line in lines if line.startswith("##")}

    assert set(CRITERIA) <= headings("criteria.md")
    assert set(FLAGS) <= headings("flags.md")
    described = {heading.split()[1] for heading in headings("commands.md")}
    assert described == set(COMMANDS)


def test_the_reason_of_a_limit_is_the_comment_beside_it(maker: ModuleType) -> None:
    source = "A = 1  # not this one\nB: int = (\n    2  # the reason,\n)  # in two parts\nC = 3\n"
    assert maker.comment(source, "B") == "the reason, in two parts"
    assert maker.comment(source, "C") == ""
    with pytest.raises(KeyError):
        maker.comment(source, "D")


def test_a_limit_without_a_reason_is_refused(maker: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = {"Planted": (("credlens.cli.failure:EXIT_USAGE", "an exit code"),)}
    monkeypatch.setattr(maker, "LIMITS", planted)
    with pytest.raises(SystemExit, match="EXIT_USAGE has no comment"):
        maker.limits()
