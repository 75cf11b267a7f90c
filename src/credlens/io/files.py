"""Files on this machine: read with a size limit, walked in a fixed order, written in one step."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from credlens.app.ports import NamedBytes
from credlens.io import folders
from credlens.model.errors import InputError, OutsideError, Problem, UserError

MAX_BYTES = 512 * 1024 * 1024  # one file; far above any export of ads, well below what fills a laptop's memory
STANDARD_INPUT = Path("-")
CHUNK = 1024 * 1024  # read at once
MAX_LINE = 64 * 1024 * 1024  # of a file that is read line by line; a hundred times a long book


class DiskFiles:
    """Files named by the person."""

    def read(self, path: Path) -> NamedBytes:
        """One file's content, or that of standard input for ``-``, which has a name without an ending.

        Raises:
            InputError: it is not there, is a folder, cannot be read, or is larger than :data:`MAX_BYTES`.
        """
        try:
            if path == STANDARD_INPUT:
                path = Path("standard input")
                data = _read_up_to(MAX_BYTES + 1, sys.stdin.buffer)
            else:
                _must_be_file(path)
                with path.open("rb") as stream:
                    data = _read_up_to(MAX_BYTES + 1, stream)
        except OSError as error:
            raise _unusable(
                path, f"The file cannot be read: {error.strerror or error}.", "Check who may read it."
            ) from error
        if len(data) > MAX_BYTES:
            raise _unusable(path, f"The file is larger than {MAX_BYTES // 2**20} MiB.", "Split it into smaller files.")
        return NamedBytes(str(path), data)

    def lines(self, path: Path) -> Iterator[bytes]:
        """A file's lines, or those of standard input for ``-``; see :class:`credlens.app.ports.Files`."""
        if path == STANDARD_INPUT:
            yield from cut_lines(sys.stdin.buffer)
            return
        if path.is_dir():
            raise _unusable(path, "This is a folder; a file is needed here.", "Name one file.")
        try:
            with path.open("rb") as stream:
                yield from cut_lines(stream)
        except OSError as error:
            raise _unusable(
                path, f"The file cannot be read: {error.strerror or error}.", "Check the spelling, and who may read it."
            ) from error

    def size(self, path: Path) -> int:
        """How many bytes a file has; 0 when nobody knows."""
        return path.stat().st_size if path.is_file() else 0

    def stamp(self, path: Path) -> tuple[int, int]:
        """Size and time of the last change; see :class:`credlens.app.ports.Files`."""
        if not path.is_file():
            return (0, 0)
        known = path.stat()
        return (known.st_size, known.st_mtime_ns)

    @contextmanager
    def open(self, path: Path) -> Iterator[BinaryIO]:
        """A file opened for reading; see :class:`credlens.app.ports.Files`."""
        _must_be_file(path)
        try:
            with path.open("rb") as stream:
                yield stream
        except OSError as error:
            raise _unusable(
                path, f"The file cannot be read: {error.strerror or error}.", "Check who may read it."
            ) from error

    def paths(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[Path], list[Problem]]:
        """Every wanted file in these files and folders, in name order, unread; see :class:`credlens.app.ports.Files`."""
        found: list[Path] = []
        problems: list[Problem] = []
        for path in paths:
            if not path.is_dir():
                found.append(path)
                continue
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path) and wanted(p.name))
            if not inside:
                problems.append(
                    Problem(
                        str(path),
                        "The folder holds no file that can be read here.",
                        "Put files of that kind into it, or name another.",
                    )
                )
            found += inside
        return found, problems

    def walk(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[NamedBytes], list[Problem]]:
        """Every wanted file in these files and folders, in name order; see :class:`credlens.app.ports.Files`."""
        inside, problems = self.paths(paths, wanted)
        found: list[NamedBytes] = []
        for file in inside:
            try:
                found.append(self.read(file))
            except InputError as error:
                problems += error.problems
        return found, problems

    def place(self, path: Path, option: str) -> None:
        """See that a text file can lie there; see :class:`credlens.app.ports.Files`.

        Raises:
            UserError: it is a folder, or its folder is not there or may not be written to.
        """
        folder = path.absolute().parent
        if path.is_dir():
            raise UserError(
                f"{path} is a folder; {option} needs the name of a file.",
                where=option,
                what_to_do=f"Name a file in it, as in {option} {path / 'page.html'}.",
            )
        if not folder.is_dir():
            raise UserError(
                f"The folder {folder} is not there.",
                where=option,
                what_to_do="Make the folder first, or name a file in one that is there.",
            )
        if not os.access(folder, os.W_OK):
            raise UserError(
                f"The folder {folder} may not be written to.",
                where=option,
                what_to_do="Name a file in a folder of your own.",
            )

    def write(self, path: Path, content: str | bytes) -> Path:
        """Write a file in one step, text as UTF-8, so that a crash leaves the old file or the new one, never half of one.

        Raises:
            OutsideError: the disk refuses.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(content.encode() if isinstance(content, str) else content)
                    stream.flush()
                    os.fsync(stream.fileno())  # else a power cut could leave the new name with nothing behind it
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise OutsideError(
                f"The file cannot be written: {error.strerror or error}.",
                where=str(path),
                what_to_do="Choose another place with --home.",
            ) from error
        return path.resolve()

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder of that name."""
        return path.is_dir()

    def read_inside(self, folder: Path, name: str, most: int) -> NamedBytes | None:
        """A file below a folder; see :class:`credlens.app.ports.Files`."""
        return folders.read_inside(folder, name, most)

    def place_folder(self, path: Path, option: str, marker: str) -> None:
        """See that a folder can be written there; see :class:`credlens.app.ports.Files`."""
        folders.place_folder(path, option, marker)

    def write_folder(self, path: Path, files: Mapping[str, bytes], marker: str) -> Path:
        """Write a folder in one step; see :class:`credlens.app.ports.Files`.

        Raises:
            OutsideError: the disk refuses.
        """
        return folders.write_folder(path, files, marker)


def cut_lines(stream: BinaryIO) -> Iterator[bytes]:
    """A stream's lines, each at most :data:`MAX_LINE` bytes and one; what goes beyond is passed over."""
    while line := stream.readline(MAX_LINE + 1):
        whole = line.endswith(b"\n") or len(line) <= MAX_LINE
        while not whole:
            more = stream.readline(CHUNK)
            whole = not more or more.endswith(b"\n")
        yield line


def _must_be_file(path: Path) -> None:
    if not path.exists():
        raise _unusable(path, "There is no such file or folder.", "Check the spelling, or give the full path.")
    if path.is_dir():
        raise _unusable(path, "This is a folder; a file is needed here.", "Name one file.")


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(top).parts)


def _read_up_to(most: int, stream: BinaryIO) -> bytes:
    """At most so many bytes. The size a file states is not asked: a device states none, and files grow."""
    parts, left = [], most
    while left and (part := stream.read(min(left, CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _unusable(path: Path, message: str, what_to_do: str) -> InputError:
    return InputError([Problem(str(path), message, what_to_do)])
