"""A file in a folder has no way out of it; a folder is written as a whole, and what others put there stays."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from credlens.io.files import DiskFiles
from credlens.model.errors import InputError, OutsideError, UserError

MARKER = ".ours"
FILES = DiskFiles()


def tree(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_file_below_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("words")
    found = FILES.read_inside(tmp_path, "a/b.txt", 5)
    assert found is not None
    assert found.data == b"words"
    assert FILES.read_inside(tmp_path, "a/c.txt", 5) is None


def test_no_name_and_no_link_leads_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "out").symlink_to("../secret")
    (inside / "up").symlink_to("..")
    (inside / "own").write_text("mine")
    (inside / "same").symlink_to("own")
    for name in ("../secret", "out", "up/secret", str(tmp_path / "secret")):
        with pytest.raises(InputError, match="outside"):
            FILES.read_inside(inside, name, 9)
    same = FILES.read_inside(inside, "same", 9)
    assert same is not None
    assert same.data == b"mine"


@pytest.mark.parametrize("name", ["pipe", "folder", "ring", "large", "nul\0"])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "ring").symlink_to("ring")
    (tmp_path / "large").write_text("123456")
    with pytest.raises(InputError):
        FILES.read_inside(tmp_path, name, 5)


def test_a_folder_is_written_anew_and_what_is_gone_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    FILES.write_folder(out, {"index.html": b"one", "a/b.html": b"two"}, MARKER)
    assert FILES.write_folder(out, {"index.html": b"three"}, MARKER) == out.resolve()
    assert tree(out) == {"index.html": "three", MARKER: "index.html\n"}
    assert os.listdir(tmp_path) == ["site"]
    assert out.stat().st_mode & 0o077 == (tmp_path / "site").stat().st_mode & 0o077 != 0  # a web server may read it


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    FILES.write_folder(out, {"index.html": b"one", "a/b.html": b"two"}, MARKER)
    (out / "CNAME").write_text("maria.example")
    (out / ".git" / "refs").mkdir(parents=True)
    (out / "a" / "own.html").write_text("mine")
    (out / "link").symlink_to("CNAME")
    FILES.write_folder(out, {"index.html": b"three"}, MARKER)
    assert (out / "CNAME").read_text() == "maria.example"
    assert (out / ".git" / "refs").is_dir()
    assert (out / "a" / "own.html").read_text() == "mine"
    assert not (out / "a" / "b.html").exists()
    assert (out / "link").is_symlink()


def test_what_somebody_else_put_there_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    FILES.write_folder(out, {"index.html": b"one"}, MARKER)
    (out / "new.html").write_text("mine")
    before = tree(out)
    with pytest.raises(OutsideError, match=r"new\.html"):
        FILES.write_folder(out, {"index.html": b"two", "new.html": b"x"}, MARKER)
    assert tree(out) == before
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.rename"])
def test_a_run_that_fails_leaves_the_old_folder_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    out = tmp_path / "site"
    FILES.write_folder(out, {"index.html": b"one"}, MARKER)
    before = tree(out)
    real = Path.rename

    def fails(*given: Any) -> Any:
        if broken == "os.fsync" or given[0].name == "new":
            raise OSError(28, "No space left on device")
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(broken, fails)
        with pytest.raises(OutsideError, match="No space"):
            FILES.write_folder(out, {"index.html": b"two"}, MARKER)
    assert tree(out) == before
    assert os.listdir(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    FILES.place_folder(tmp_path / "new" / "deep", "--out", MARKER)
    (tmp_path / "empty").mkdir()
    FILES.place_folder(tmp_path / "empty", "--out", MARKER)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.doc").write_text("years")
    with pytest.raises(UserError, match="left alone"):
        FILES.place_folder(tmp_path / "full", "--out", MARKER)
    (tmp_path / "full" / MARKER).write_text("")
    FILES.place_folder(tmp_path / "full", "--out", MARKER)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="is a file"):
        FILES.place_folder(tmp_path / "file", "--out", MARKER)


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert FILES.write_folder(tmp_path / "link", {"a": b"x"}, MARKER) == (tmp_path / "real").resolve()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "link" / "a").read_bytes() == b"x"
