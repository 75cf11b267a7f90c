"""Every folder that the program makes below a home is known, with whose it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import credlens
from credlens.app.keeping.words import HOLDS
from credlens.io import keys, market, registries, taxonomies
from credlens.io.places import PERSONAL, PUBLIC, cleared, lying
from credlens.io.store import SQLITE_FILE
from credlens.io.store import tables as t

PACKAGE = Path(credlens.__file__).parent
BELOW_HOME = re.compile(r'\b_?home / (?:"(?P<text>[^"{]+)"|(?P<name>[A-Z_]+)\b)')
CONSTANTS = {
    "SQLITE_FILE": SQLITE_FILE,
    "KEYS": keys.KEYS,
    "LISTS": keys.LISTS,
    "REGISTRIES": registries.REGISTRIES,
}
FOLDERS = {market.__name__: market.FOLDER, taxonomies.__name__: taxonomies.FOLDER}


def named(text: str, module: str) -> set[str]:
    """What a module puts directly below a home."""
    found = set()
    for match in BELOW_HOME.finditer(text):
        constants = CONSTANTS | {"FOLDER": FOLDERS.get(module.rpartition(".")[0], "a folder that nobody knows")}
        found.add(match["text"] or constants.get(match["name"], f"{match['name']}, which nobody knows"))
    return found


def test_every_folder_that_the_program_makes_is_in_the_table() -> None:
    known = {p.folder for p in (*PERSONAL, *PUBLIC)} | {SQLITE_FILE}
    made = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in named(path.read_text("utf-8"), ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    }
    assert made - known == set()
    assert {p.folder for p in PERSONAL} <= made


@pytest.mark.parametrize("line", ['path = ports.home / "diary" / "x"', "self._home / DIARY"])
def test_a_new_folder_is_caught(line: str) -> None:
    assert named(line, "credlens.io.diary") - {p.folder for p in (*PERSONAL, *PUBLIC)}


def test_every_table_is_told_of_in_words() -> None:
    owned = {table.name for table in t.metadata.sorted_tables if "person" in table.c}
    assert owned - set(HOLDS) == set()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in (
        "keys/club.pem",
        "keys/.club.pem.x7",  # left half-written by a crash
        "lists/0a.jsonl",
        "registries/a.list",
        "registries/a.key",
        "reports/demo-maria.html",
        "reports/my-own.html",
        "market/meta.json",
        "market/data-1/cells.parquet",
        "market/work-1/pile/x",
        "taxonomies/esco-1/meta.json",
        "letters/to-ada.txt",
        "export.zip",
        "credlens.sqlite",
        "credlens.sqlite-journal",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_what_lies_there_is_told_by_whose_it_is(home: Path) -> None:
    personal, public, strange = lying(home)
    assert [(h.where, h.count) for h in personal] == [
        ("keys/", 2),
        ("lists/", 1),
        ("registries/", 2),
        ("reports/", 1),
        ("market/", 3),
    ]
    assert [(h.where, h.count) for h in public] == [("taxonomies/", 1)]
    assert strange == ("export.zip", "letters", "reports/my-own.html")


def test_only_what_the_program_made_is_removed(home: Path) -> None:
    cleared(home)
    left = sorted(p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file())
    assert left == [
        "credlens.sqlite",
        "credlens.sqlite-journal",
        "export.zip",
        "letters/to-ada.txt",
        "reports/my-own.html",
        "taxonomies/esco-1/meta.json",
    ]
    assert not (home / "keys").exists()
    assert lying(home)[0] == ()
    cleared(home)


def test_links_are_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_text("x")
    (tmp_path / "home" / "market").mkdir(parents=True)
    (tmp_path / "home" / "market" / "data-1").symlink_to(tmp_path / "elsewhere")

    cleared(tmp_path / "home")

    assert (tmp_path / "elsewhere" / "kept.txt").exists()
    assert not (tmp_path / "home" / "market").exists()


def test_nothing_lies_in_a_home_that_is_not_there(tmp_path: Path) -> None:
    assert lying(tmp_path / "none") == ((), (), ())
    cleared(tmp_path / "none")
    assert not (tmp_path / "none").exists()
