from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from credlens.io import releases
from credlens.io.releases import read_release
from credlens.model.errors import InputError
from credlens.skills.taxonomies.tables import File

Wanted = Callable[[str], bool]


def _csv(name: str) -> bool:
    return name.endswith((".csv", ".csv.gz"))


def _zipped(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return path


def _refused(path: Path, wanted: Wanted = _csv) -> InputError:
    with pytest.raises(InputError) as caught:
        read_release(path, wanted)
    assert caught.value.where
    assert caught.value.what_to_do
    return caught.value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "esco-9.1.0"
    (place / "inside").mkdir(parents=True)
    (place / "a.csv").write_bytes(b"a")
    (place / "inside" / "b.csv.gz").write_bytes(gzip.compress(b"b", mtime=0))
    (place / "notes.pdf").write_bytes(b"%PDF")
    (place / ".hidden.csv").write_bytes(b"x")
    return place


def test_a_folder_gives_its_wanted_files_in_order_unpacked(folder: Path) -> None:
    release = read_release(folder, _csv)
    assert release.files == (File("a.csv", b"a"), File("inside/b.csv.gz", b"b"))
    assert release.others == ("notes.pdf",)
    assert release.labels == ("esco-9.1.0", folder.parent.name)
    assert release.name == str(folder)


def test_the_same_in_an_archive(folder: Path, tmp_path: Path) -> None:
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    archive = _zipped(tmp_path / "ESCO dataset - v9.1.0.zip", files)
    release = read_release(archive, _csv)
    assert (release.files, release.others) == (read_release(folder, _csv).files, ("notes.pdf",))
    assert release.labels[0] == "ESCO dataset - v9.1.0.zip"
    assert "inside" in release.labels


def test_one_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(b"x")
    (tmp_path / "list.gz").write_bytes(gzip.compress(b"y"))
    assert read_release(tmp_path / "list.txt", _csv).files == (File("list.txt", b"x"),)
    assert read_release(tmp_path / "list.gz", _csv).files == (File("list.gz", b"y"),)


def test_a_folder_named_by_a_dot_still_has_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert read_release(Path(), _csv).labels[0] == "esco-9.1.0"


def test_nothing_there(tmp_path: Path) -> None:
    assert "no such file" in _refused(tmp_path / "gone").message
    assert "cannot be read" in _refused(tmp_path / ("x" * 5000)).message


@pytest.mark.parametrize("cut", [0.02, 0.5, 0.9, 0.999])
def test_an_archive_cut_short_is_refused(tmp_path: Path, cut: float) -> None:
    whole = _zipped(tmp_path / "x.zip", {"a.csv": os.urandom(2000), "b.csv": os.urandom(2000)})
    data = whole.read_bytes()
    whole.write_bytes(data[: int(len(data) * cut)])
    assert "damaged or cut short" in _refused(whole).message


def test_an_archive_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"a" * 500}, zipfile.ZIP_STORED)
    archive.write_bytes(archive.read_bytes().replace(b"aaaa", b"aaab", 1))
    assert "damaged" in _refused(archive).message


def test_a_gzip_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv.gz").write_bytes(gzip.compress(os.urandom(1000))[:500])
    assert "damaged or cut short" in _refused(tmp_path / "x.csv.gz").message


@pytest.mark.parametrize(
    "name",
    ["../a.csv", "a/../../b.csv", "/etc/a.csv", "C:/a.csv", "C:a.csv", "..\\a.csv", "\\\\host\\share\\a.csv", "a/..\\b.csv"],
)  # fmt: skip
def test_a_name_that_leads_outside_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, b"a")
    (tmp_path / "x.zip").write_bytes(buffer.getvalue())
    assert "outside itself" in _refused(tmp_path / "x.zip").message
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.zip"]


def test_links_in_an_archive_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        link = zipfile.ZipInfo("a.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "a link" in _refused(tmp_path / "x.zip").message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.csv", "one")
        archive.writestr("a.csv", "two")
    assert "two files of this name" in _refused(tmp_path / "x.zip").message


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"a"}, zipfile.ZIP_STORED)
    data = bytearray(archive.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # "encrypted", in the central directory
    archive.write_bytes(data)
    assert "password" in _refused(archive).message


def test_an_archive_that_unpacks_beyond_all_proportion_is_refused(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"0" * (2 * releases.FREE_RATIO)})
    assert "more than 100 times its size" in _refused(archive).message
    (tmp_path / "x.csv.gz").write_bytes(gzip.compress(b"0" * (2 * releases.FREE_RATIO)))
    assert "more than 100 times its size" in _refused(tmp_path / "x.csv.gz").message


def test_small_files_may_pack_well(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"0" * releases.FREE_RATIO})
    assert len(read_release(archive, _csv).files[0].data) == releases.FREE_RATIO


def test_a_release_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "MAX_UNPACKED", 3 * 1024 * 1024)
    just = {"a.csv": os.urandom(2 * 1024 * 1024), "b.csv": os.urandom(1024 * 1024)}
    assert len(read_release(_zipped(tmp_path / "x.zip", just), _csv).files) == 2
    more = just | {"c.csv": b"1"}
    assert "larger than 3 MiB" in _refused(_zipped(tmp_path / "y.zip", more)).message


def test_what_an_archive_says_of_its_sizes_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "MAX_UNPACKED", 1024 * 1024)
    archive = _zipped(tmp_path / "x.zip", {"a.csv": os.urandom(2 * 1024 * 1024)})
    data = archive.read_bytes()
    size = (2 * 1024 * 1024).to_bytes(4, "little")
    place = data.index(b"PK\x01\x02") + 24  # the size unpacked, in the central directory
    assert data[place : place + 4] == size
    archive.write_bytes(data[:place] + (10).to_bytes(4, "little") + data[place + 4 :])
    error = _refused(archive)
    assert "larger than" in error.message or "damaged" in error.message


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "MAX_MEMBERS", 3)
    assert len(read_release(_zipped(tmp_path / "x.zip", {f"{n}.csv": b"" for n in range(3)}), _csv).files) == 3
    error = _refused(_zipped(tmp_path / "y.zip", {f"{n}.csv": b"" for n in range(4)}))
    assert "4 entries" in error.message


def test_what_is_not_wanted_is_not_unpacked(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"a", "huge.bin": b"0" * (4 * releases.FREE_RATIO)})
    release = read_release(archive, _csv)
    assert (release.files, release.others) == ((File("a.csv", b"a"),), ("huge.bin",))


def test_a_folder_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rglob", refuse)
    assert "Permission denied" in _refused(folder).message


def test_an_archive_packed_in_an_unknown_way_is_refused(tmp_path: Path) -> None:
    archive = _zipped(tmp_path / "x.zip", {"a.csv": b"a"}, zipfile.ZIP_STORED)
    data = bytearray(archive.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 99  # the method of packing, in both places that say it
    archive.write_bytes(data)
    assert "damaged" in _refused(archive).message
