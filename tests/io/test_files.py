from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from credlens.app.ports import NamedBytes
from credlens.io import files
from credlens.io.files import DiskFiles
from credlens.model.errors import InputError, OutsideError, Problem, UserError

DISK = DiskFiles()


def _anything(_name: str) -> bool:
    return True


def _put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())


def _only_problem(error: InputError) -> Problem:
    assert len(error.problems) == 1
    return error.problems[0]


def test_a_file_comes_back_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "ad.md"
    file.write_bytes(b"caf\xc3\xa9\r\n\x00")

    assert DISK.read(file) == NamedBytes(str(file), b"caf\xc3\xa9\r\n\x00")


def test_a_missing_file_is_an_input_mistake_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        DISK.read(tmp_path / "gone.md")

    problem = _only_problem(caught.value)
    assert problem.where == str(tmp_path / "gone.md")
    assert problem.message == "There is no such file or folder."
    assert "spelling" in problem.what_to_do


def test_a_folder_where_a_file_is_needed_is_an_input_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="This is a folder; a file is needed here"):
        DISK.read(tmp_path)


@pytest.mark.parametrize("asked", ["open", "exists"])
def test_a_file_that_may_not_be_read_is_an_input_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    _put(tmp_path, "ad.md")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, asked, refuse)
    with pytest.raises(InputError) as caught:
        DISK.read(tmp_path / "ad.md")

    problem = _only_problem(caught.value)
    assert (problem.where, problem.message) == (
        str(tmp_path / "ad.md"),
        "The file cannot be read: Permission denied.",
    )


def test_a_name_too_long_for_the_disk_is_an_input_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        DISK.read(tmp_path / ("x" * 5000))


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2 * 1024 * 1024)
    (tmp_path / "just").write_bytes(b"x" * files.MAX_BYTES)
    (tmp_path / "over").write_bytes(b"x" * (files.MAX_BYTES + 1))

    assert len(DISK.read(tmp_path / "just").data) == files.MAX_BYTES
    with pytest.raises(InputError, match="larger than 2 MiB"):
        DISK.read(tmp_path / "over")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a system without endless files")
def test_a_file_without_an_end_is_refused_and_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2 * 1024 * 1024)

    with pytest.raises(InputError, match="larger than 2 MiB"):
        DISK.read(Path("/dev/zero"))


def test_lines_come_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "ads.jsonl"
    file.write_bytes(b"one\r\n\ntwo\xff\nthree")

    assert list(DISK.lines(file)) == [b"one\r\n", b"\n", b"two\xff\n", b"three"]
    assert DISK.size(file) == file.stat().st_size
    assert DISK.size(tmp_path / "gone") == DISK.size(files.STANDARD_INPUT) == 0


def test_lines_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a\nb")))

    assert list(DISK.lines(files.STANDARD_INPUT)) == [b"a\n", b"b"]


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 3)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert DISK.read(files.STANDARD_INPUT) == NamedBytes("standard input", b"abc")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abcd")))
    with pytest.raises(InputError, match="larger"):
        DISK.read(files.STANDARD_INPUT)


def test_a_line_that_is_too_long_is_cut_and_the_next_one_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_LINE", 5)
    monkeypatch.setattr(files, "CHUNK", 3)

    found = list(files.cut_lines(io.BytesIO(b"12345\n123456789012\n12\n1234567")))

    assert found == [b"12345\n", b"123456", b"12\n", b"123456"]


def test_lines_of_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="This is a folder"):
        list(DISK.lines(tmp_path))
    with pytest.raises(InputError, match="No such file"):
        list(DISK.lines(tmp_path / "gone"))


def test_a_file_is_opened_without_being_read(tmp_path: Path) -> None:
    _put(tmp_path, "ads.csv")

    with DISK.open(tmp_path / "ads.csv") as stream:
        assert stream.seekable()
        assert (stream.read(3), stream.tell()) == (b"ads", 3)
    assert stream.closed


def test_what_cannot_be_opened_is_an_input_mistake_with_its_place(tmp_path: Path) -> None:
    _put(tmp_path, "ads.csv")

    with pytest.raises(InputError, match="no such file"), DISK.open(tmp_path / "gone.csv"):
        pytest.fail("it is not there")
    with pytest.raises(InputError, match="This is a folder"), DISK.open(tmp_path):
        pytest.fail("it is a folder")
    with pytest.raises(InputError) as caught, DISK.open(tmp_path / "ads.csv"):
        raise OSError(5, "Input/output error")
    assert _only_problem(caught.value).where == str(tmp_path / "ads.csv")
    assert "Input/output error" in caught.value.message


def test_wanted_files_are_listed_unread_and_named_ones_always(tmp_path: Path) -> None:
    _put(tmp_path, "ads/b.md", "ads/a.md", "ads/c.png")
    (tmp_path / "none").mkdir()

    found, problems = DISK.paths(
        [tmp_path / "ads", tmp_path / "gone.md", tmp_path / "none"], lambda n: n.endswith(".md")
    )

    assert found == [tmp_path / "ads/a.md", tmp_path / "ads/b.md", tmp_path / "gone.md"]
    assert [p.where for p in problems] == [str(tmp_path / "none")]


def test_a_folder_is_walked_in_name_order_all_the_way_down(tmp_path: Path) -> None:
    _put(tmp_path, "b.md", "a/z.md", "a/b/c.md", "c.md", "a.md")

    found, problems = DISK.walk([tmp_path], _anything)

    assert [f.data.decode() for f in found] == ["a/b/c.md", "a/z.md", "a.md", "b.md", "c.md"]
    assert problems == []


def test_paths_are_walked_in_the_order_given(tmp_path: Path) -> None:
    _put(tmp_path, "one/b.md", "two/a.md", "c.md")

    found, _ = DISK.walk([tmp_path / "two", tmp_path / "c.md", tmp_path / "one"], _anything)

    assert [f.data.decode() for f in found] == ["two/a.md", "c.md", "one/b.md"]


def test_in_a_folder_only_wanted_files_count_and_a_named_one_always(tmp_path: Path) -> None:
    _put(tmp_path, "ads/a.md", "ads/picture.png", "notes.odd")

    found, problems = DISK.walk([tmp_path / "ads", tmp_path / "notes.odd"], lambda name: name.endswith(".md"))

    assert [f.data.decode() for f in found] == ["ads/a.md", "notes.odd"]
    assert problems == []


def test_hidden_files_and_folders_are_passed_over_unless_they_are_named(tmp_path: Path) -> None:
    _put(tmp_path, ".hidden/.git/config.md", ".hidden/.secret.md", ".hidden/ad.md")

    inside, _ = DISK.walk([tmp_path / ".hidden"], _anything)
    named, _ = DISK.walk([tmp_path / ".hidden/.secret.md"], _anything)

    assert [f.data.decode() for f in inside] == [".hidden/ad.md"]
    assert [f.data.decode() for f in named] == [".hidden/.secret.md"]


def test_a_folder_with_nothing_to_read_is_a_problem_and_not_silence(tmp_path: Path) -> None:
    _put(tmp_path, "picture.png", ".hidden.md")

    found, problems = DISK.walk([tmp_path], lambda name: name.endswith(".md"))

    assert found == []
    assert [(p.where, p.message) for p in problems] == [
        (str(tmp_path), "The folder holds no file that can be read here.")
    ]


def test_what_cannot_be_read_is_listed_and_the_others_are_read(tmp_path: Path) -> None:
    _put(tmp_path, "a.md", "b.md")

    found, problems = DISK.walk([tmp_path / "a.md", tmp_path / "gone.md", tmp_path / "b.md"], _anything)

    assert [f.data.decode() for f in found] == ["a.md", "b.md"]
    assert [p.where for p in problems] == [str(tmp_path / "gone.md")]


def test_a_link_that_goes_round_in_a_circle_is_walked_once(tmp_path: Path) -> None:
    _put(tmp_path, "ads/a.md")
    (tmp_path / "ads/again").symlink_to(tmp_path / "ads", target_is_directory=True)
    (tmp_path / "ads/nowhere.md").symlink_to(tmp_path / "gone.md")

    found, problems = DISK.walk([tmp_path / "ads"], _anything)

    assert [f.data for f in found] == [b"ads/a.md"]
    assert problems == []


def test_writing_makes_the_folders_and_keeps_every_character(tmp_path: Path) -> None:
    text = "é\r\n\u2028日本\n\x00"
    place = DISK.write(tmp_path / "reports" / "demo" / "r.html", text)

    assert place == (tmp_path / "reports/demo/r.html").resolve()
    assert place.read_bytes() == text.encode()


def test_writing_again_replaces_the_whole_file(tmp_path: Path) -> None:
    DISK.write(tmp_path / "r.html", "a long first version")
    DISK.write(tmp_path / "r.html", "second")

    assert (tmp_path / "r.html").read_text() == "second"
    assert os.listdir(tmp_path) == ["r.html"]


class _Stopped(BaseException):
    """As when the person presses Ctrl-C."""


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), _Stopped()])
@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    DISK.write(tmp_path / "r.html", "old")

    def fail(*_args: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        if step == "replace":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(os, "fsync", fail)
        with pytest.raises((OutsideError, _Stopped)) as caught:
            DISK.write(tmp_path / "r.html", "new")

    assert (tmp_path / "r.html").read_text() == "old"
    assert os.listdir(tmp_path) == ["r.html"]
    if isinstance(caught.value, OutsideError):
        assert caught.value.message == "The file cannot be written: No space left on device."
        assert caught.value.where == str(tmp_path / "r.html")
        assert caught.value.what_to_do


def test_a_place_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    _put(tmp_path, "file", "folder/x")

    with pytest.raises(OutsideError, match="cannot be written"):
        DISK.write(tmp_path / "file" / "r.html", "x")
    with pytest.raises(OutsideError, match="cannot be written"):
        DISK.write(tmp_path / "folder", "x")
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_where_a_file_cannot_lie_is_said_before_it_is_made(tmp_path: Path) -> None:
    DISK.place(tmp_path / "page.html", "--html")
    for place, says in ((tmp_path, "is a folder; --html needs"), (tmp_path / "no" / "page.html", "is not there")):
        with pytest.raises(UserError, match=says) as caught:
            DISK.place(place, "--html")
        assert caught.value.where == "--html"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nobody_may_write_to_is_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # who runs as root may write everywhere
    with pytest.raises(UserError, match="may not be written to"):
        DISK.place(tmp_path / "page.html", "--html")
