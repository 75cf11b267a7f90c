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
        return self.folder / f"{safe(name)}{_ENDING}"

    def names(self, prefix: str) -> tuple[str, ...]:
        """The pieces whose names begin so, in order."""
        return tuple(sorted(p.name.removesuffix(_ENDING) for p in self.folder.glob(f"{prefix}*{_ENDING}")))

    def put(self, name: str, table: pa.Table) -> None:
        """Keep a piece; it is there as a whole or not at all.

        Raises:
            OutsideError: the disk refuses.
        """
        with told("The market", self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self.folder / f"{_NEW}{safe(name)}"
            pq.write_table(table, new, compression="zstd")
            new.replace(self.path(name))

    def get(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A piece, or some of its columns.

        Raises:
            OutsideError: it is lost or damaged.
        """
        try:
            return pq.read_table(self.path(name), columns=None if columns is None else list(columns))
        except (OSError, ValueError, pa.ArrowException) as error:
            raise OutsideError(
                "A piece of the market that was being built is lost or damaged.",
                where=str(self.path(name)),
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
