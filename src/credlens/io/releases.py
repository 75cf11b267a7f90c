"""The files of a published release: out of a folder, a zip archive or a single file, never more than a machine can bear.

Archives are read where they are and never unpacked onto the disk, so a name inside one can lead nowhere; names that try are refused all
the same, since such an archive is not what it says it is.
"""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol

from credlens.io.files import DiskFiles
from credlens.model.errors import InputError, Problem
from credlens.skills.taxonomies.tables import File, Release

MAX_UNPACKED = (
    512 * 1024 * 1024
)  # bytes of one release; O*NET's largest is about 100 MiB, ESCO's in one language about 60 MiB
MAX_MEMBERS = 2_000  # entries of one archive; a release has some dozens
MAX_RATIO = 100  # unpacked to packed; tables of addresses reach about 20, archives made to fill a disk reach 1,000
FREE_RATIO = 1024 * 1024  # bytes below which the ratio does not matter: small files of one letter pack well
CHUNK = 1024 * 1024  # unpacked at once

_AGAIN = "Download it again from its publisher."
_Wanted = Callable[[str], bool]


def read_release(path: Path, wanted: _Wanted) -> Release:
    """The wanted files of a folder, a zip archive or one file (which may be gzipped).

    Args:
        path: folder, archive or file.
        wanted: says by a file's path inside the release whether it is needed; a file named outright is always taken.

    Raises:
        InputError: nothing is there, it is damaged, or it is too large or not safe to unpack.
    """
    budget = _Budget(path)
    if _is_folder(path):
        return _folder(path, wanted, budget)
    named = DiskFiles().read(path)
    if named.data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(path, named.data, wanted, budget)
    data = _ungzip(path.name, named.data, budget) if named.data.startswith(b"\x1f\x8b") else named.data
    return Release(str(path), _labels(path), (File(path.name, data),))


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Budget:
    """How many bytes may still be unpacked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = MAX_UNPACKED

    def read(self, name: str, stream: _Stream, packed: int) -> bytes:
        """All of a stream, as long as it stays within the limits."""
        parts = []
        size = 0
        while part := stream.read(CHUNK):
            size += len(part)
            self._left -= len(part)
            if self._left < 0:
                limit = f"{MAX_UNPACKED // 2**20} MiB"
                raise _refused(f"{self._path}: {name}", f"Unpacked, the release is larger than {limit}.")
            if size > FREE_RATIO and size > MAX_RATIO * max(packed, 1):
                raise _refused(
                    f"{self._path}: {name}", f"It unpacks to more than {MAX_RATIO} times its size, as no release does."
                )
            parts.append(part)
        return b"".join(parts)


def _folder(path: Path, wanted: _Wanted, budget: _Budget) -> Release:
    files, others = [], []
    try:
        inside = sorted(p for p in path.rglob("*") if p.is_file())
    except OSError as error:
        raise InputError(
            [Problem(str(path), f"The folder cannot be read: {error.strerror or error}.", "Check who may read it.")]
        ) from error
    for file in inside:
        name = file.relative_to(path).as_posix()
        if _hidden(name):
            continue
        if not wanted(name):
            others.append(name)
            continue
        data = DiskFiles().read(file).data
        if data.startswith(b"\x1f\x8b"):
            data = _ungzip(name, data, budget)
        files.append(File(name, data))
    return Release(str(path), _labels(path), tuple(files), tuple(others))


def _archive(path: Path, packed: bytes, wanted: _Wanted, budget: _Budget) -> Release:
    files: list[File] = []
    others: list[str] = []
    inside: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            _check(path, members)
            for member in sorted(members, key=lambda m: m.filename):
                name = member.filename
                if _hidden(name):
                    continue
                inside += PurePosixPath(name).parts[:-1]
                if not wanted(name):
                    others.append(name)
                    continue
                with archive.open(member) as stream:
                    data = budget.read(name, stream, member.compress_size)
                if data.startswith(b"\x1f\x8b"):
                    data = _ungzip(name, data, budget)
                files.append(File(name, data))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        OSError,
    ) as error:  # RuntimeError: packed in an unknown way
        message = f"The archive is damaged or cut short ({error})."
        raise InputError([Problem(str(path), message, _AGAIN)]) from error
    return Release(str(path), tuple(dict.fromkeys((*_labels(path), *inside))), tuple(files), tuple(others))


def _check(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that is not what a release looks like, before anything of it is unpacked."""
    if len(members) > MAX_MEMBERS:
        raise _refused(str(path), f"The archive has {len(members)} entries; a release has at most {MAX_MEMBERS}.")
    names: set[str] = set()
    for member in members:
        name, where = member.filename, f"{path}: {member.filename}"
        windows = PureWindowsPath(name)
        if ".." in windows.parts or windows.drive or windows.root:
            raise _refused(where, "The archive names a file outside itself.")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise _refused(where, "The archive holds a link instead of a file.")
        if member.flag_bits & 0x1:  # encrypted
            raise InputError([Problem(where, "The archive asks for a password.", "Unpack it, and name the folder.")])
        if name in names:
            raise _refused(where, "The archive holds two files of this name.")
        names.add(name)


def _ungzip(name: str, data: bytes, budget: _Budget) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return budget.read(name, stream, len(data))
    except (OSError, EOFError, zlib.error) as error:
        message = f"The compressed file is damaged or cut short ({error})."
        raise InputError([Problem(name, message, _AGAIN)]) from error


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the disk: reading it says so
        return False


def _labels(path: Path) -> tuple[str, ...]:
    """The path's own name, and the folder's that it lies in: either may say the version."""
    full = path.resolve()
    return tuple(dict.fromkeys(filter(None, (full.name, full.parent.name))))


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _refused(where: str, message: str) -> InputError:
    return InputError([Problem(where, message, _AGAIN)])
