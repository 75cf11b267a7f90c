"""Files that were sent stay in memory, by names that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.io.memory import MemoryFiles, plain_name
from credlens.model.errors import InputError


def test_what_was_sent_is_read() -> None:
    files = MemoryFiles([("a.txt", b"1\n2\n"), ("a.txt", b"3"), ("b/a.txt", b"4")])
    assert [str(p) for p in files.sent] == ["a.txt", "a-2.txt", "a-3.txt"]
    assert [files.read(p).data for p in files.sent] == [b"1\n2\n", b"3", b"4"]
    assert [bytes(line) for line in files.lines(files.sent[0])] == [b"1\n", b"2\n"]
    assert (files.size(files.sent[0]), files.size(Path("none"))) == (4, 0)
    with files.open(files.sent[1]) as opened:
        assert opened.read() == b"3"
    found, problems = files.walk([*files.sent, Path("none")], lambda _: True)
    assert (len(found), len(problems)) == (3, 1)


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.txt", "none"])
def test_nothing_else_is_read(path: str) -> None:
    files = MemoryFiles([("a.txt", b"1")])
    with pytest.raises(InputError, match="No such file was sent"):
        files.read(Path(path))
    assert not files.is_folder(Path(path))


def test_what_is_written_is_handed_back_and_touches_no_disk(tmp_path: Path) -> None:
    files = MemoryFiles()
    files.place(tmp_path / "a.txt", "--out")
    files.write(tmp_path / "a.txt", "caf\u00e9")
    files.place_folder(tmp_path / "site", "--out", "marker")
    files.write_folder(tmp_path / "site", {"index.html": b"x"}, "marker")
    assert files.written == {tmp_path / "a.txt": "caf\u00e9".encode(), tmp_path / "site" / "index.html": b"x"}
    assert files.is_folder(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("resume.pdf", "resume.pdf"),
        ("../../evil.txt", "evil.txt"),
        ("C:\\Users\\me\\resume.docx", "resume.docx"),
        ("/etc/passwd", "passwd"),
        ("a\x00b\u202e.txt", "ab.txt"),
        ("..", "file"),
        ("", "file"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
        ("Lebenslauf \u00fc.pdf", "Lebenslauf \u00fc.pdf"),
    ],
)
def test_a_name_is_only_a_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain
