"""Files in memory, for a face whose files come over a wire: what was sent is read, what is written is handed back.

The names that a sender chose stay names: nothing is looked for, read or written on this machine's disk by them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from credlens.app.ports import NamedBytes
from credlens.io.files import cut_lines
from credlens.model.errors import InputError, Problem


class MemoryFiles:
    """Implements :class:`credlens.app.ports.Files` over what was sent.

    Args:
        sent: (name, content); of files with one name the first gets it, the others a number.

    Attributes:
        written: what was written, by the path it was written to.
    """

    def __init__(self, sent: Iterable[tuple[str, bytes]] = ()) -> None:
        self._sent: dict[Path, NamedBytes] = {}
        self.written: dict[Path, bytes] = {}
        for name, data in sent:
            self._put(plain_name(name), data)

    @property
    def sent(self) -> list[Path]:
        """The paths by which a use case reads what was sent, in order."""
        return list(self._sent)

    def read(self, path: Path) -> NamedBytes:
        """What was sent under this path."""
        if path in self._sent:
            return self._sent[path]
        raise InputError([Problem(str(path), "No such file was sent.", "Choose the file again.")])

    def lines(self, path: Path) -> Iterator[bytes]:
        """Its lines, one at a time."""
        yield from cut_lines(io.BytesIO(self.read(path).data))

    def size(self, path: Path) -> int:
        """Its size in bytes; 0 when it was not sent."""
        return len(self._sent[path].data) if path in self._sent else 0

    def stamp(self, path: Path) -> tuple[int, int]:
        """Nobody knows when it changed."""
        return (self.size(path), 0)

    @contextmanager
    def open(self, path: Path) -> Iterator[BinaryIO]:
        """Opened for reading."""
        yield io.BytesIO(self.read(path).data)

    def paths(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[Path], list[Problem]]:  # noqa: ARG002 - a named file is always taken
        """All that are named; there are no folders."""
        return list(paths), []

    def walk(self, paths: Sequence[Path], wanted: Callable[[str], bool]) -> tuple[list[NamedBytes], list[Problem]]:  # noqa: ARG002 - as above
        """All that are named."""
        found: list[NamedBytes] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                found.append(self.read(path))
            except InputError as error:
                problems += error.problems
        return found, problems

    def place(self, path: Path, option: str) -> None:
        """Anything can be written anywhere: it stays in memory."""

    def write(self, path: Path, content: str | bytes) -> Path:
        """Keep it in :attr:`written`."""
        self.written[path] = content.encode() if isinstance(content, str) else content
        return path

    def is_folder(self, path: Path) -> bool:
        """Whether something was sent or written below it."""
        return any(path in other.parents for other in (*self._sent, *self.written))

    def read_inside(self, folder: Path, name: str, most: int) -> NamedBytes | None:  # noqa: ARG002 - what was sent is small
        """What was sent under a name in a folder; None when nothing was."""
        return self._sent.get(folder / name)

    def place_folder(self, path: Path, option: str, marker: str) -> None:
        """As :meth:`place`."""

    def write_folder(self, path: Path, files: Mapping[str, bytes], marker: str) -> Path:  # noqa: ARG002 - nothing was there before
        """Keep each file in :attr:`written`."""
        for name, content in files.items():
            self.written[path / name] = content
        return path

    def _put(self, name: str, data: bytes) -> None:
        path = Path(name)
        number = 2
        while path in self._sent:
            path = Path(f"{Path(name).stem}-{number}{Path(name).suffix}")
            number += 1
        self._sent[path] = NamedBytes(str(path), data)


def plain_name(name: str) -> str:
    """The last part of a name that a sender chose, whatever separators it uses; never empty, and no more than 120 characters."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(c for c in last if c.isprintable()).strip().strip(".")[-120:]
    return shown or "file"
