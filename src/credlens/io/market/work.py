"""A market that is being built: every piece is a file that is whole or not there, so that a build goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from credlens.io.disk import json_of, replaced, safe, told
from credlens.model.errors import OutsideError

_ABOUT = "work.json"
_ENDING = ".parquet"
_MAPPED = ".arrow"
_NEW = ".new-"


class DiskWork:
    """The pieces of one build in one folder.

    Args:
        folder: made when the first piece is put there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where a piece of that name is, or would be."""
        mapped = self.folder / f"{safe(name)}{_MAPPED}"
        return mapped if mapped.exists() else self.folder / f"{name}{_ENDING}"

    def names(self, prefix: str) -> tuple[str, ...]:
        """The pieces whose names begin so, in order."""
        found = self.folder.glob(f"{prefix}*")
        return tuple(sorted(p.stem for p in found if p.suffix in {_ENDING, _MAPPED}))

    def put(self, name: str, table: pa.Table, *, mapped: bool = False) -> None:
        """Keep a piece; it is there as a whole or not at all.

        Args:
            mapped: keep it uncompressed, so that a row anywhere in it is read without the others.

        Raises:
            OutsideError: the disk refuses.
        """
        with told("The market", self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self.folder / f"{_NEW}{safe(name)}"
            if mapped:
                with pa.OSFile(str(new), "wb") as stream, pa.ipc.new_file(stream, table.schema) as writer:
                    writer.write_table(table)
            else:
                pq.write_table(table, new, compression="zstd")
            new.replace(self.folder / f"{name}{_MAPPED if mapped else _ENDING}")

    def get(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A piece, or some of its columns.

        Raises:
            OutsideError: it is lost or damaged.
        """
        path = self.path(name)
        try:
            if path.suffix == _MAPPED:
                table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
                return table if columns is None else table.select(list(columns))
            return pq.read_table(path, columns=None if columns is None else list(columns))
        except (OSError, ValueError, pa.ArrowException) as error:
            raise OutsideError(
                "A piece of the market that was being built is lost or damaged.",
                where=str(path),
                what_to_do="Run the command with --again, which begins anew.",
            ) from error

    def note(self, about: Mapping[str, Any]) -> None:
        """Remember what is done; replaces what was noted before."""
        with told("The market", self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replaced(self.folder / _ABOUT, dict(about))

    def noted(self) -> dict[str, Any]:
        """What was noted; nothing when nothing was."""
        return json_of(self.folder / _ABOUT)
