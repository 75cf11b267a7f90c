"""What building and asking a market needs from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

    from credlens.app.progress import Progress


class Work(Protocol):
    """A build under way: named pieces, each whole or not there, so that a build goes on where it was stopped."""

    @property
    def folder(self) -> Path:
        """Where the pieces are."""
        ...

    def path(self, name: str) -> Path:
        """Where a piece of that name is, or would be."""
        ...

    def names(self, prefix: str) -> tuple[str, ...]:
        """The pieces whose names begin so, in order."""
        ...

    def put(self, name: str, table: pa.Table, *, mapped: bool = False) -> None:
        """Keep a piece; a ``mapped`` one so that single rows can be read. Raises OutsideError when the disk refuses."""
        ...

    def get(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A piece, or some of its columns. Raises OutsideError when it is lost or damaged."""
        ...

    def note(self, about: Mapping[str, Any]) -> None:
        """Remember what is done (plain JSON types)."""
        ...

    def noted(self) -> Mapping[str, Any]:
        """What was noted; nothing when nothing was."""
        ...


class Engine(Protocol):
    """Reads and counts the ads of a build."""

    def read(self, tier: int, progress: Progress) -> None:
        """Turn every piece ``texts-...`` that was not read into ``mentions-...`` and ``signatures-...``.

        Raises OutsideError when that is not possible.
        """
        ...

    def count(self, steps: Mapping[str, str], tables: Mapping[str, str]) -> None:
        """Count tables by queries over the pieces ``ads``, ``days`` and ``mentions-...``; each becomes a piece of its name.

        ``steps`` are helping tables, made first and in order. Raises OutsideError when that is not possible.
        """
        ...


class MarketStore(Protocol):
    """The one built market of a home, and the builds that lead to the next."""

    def work(self, digest: str, *, anew: bool = False) -> Work:
        """The build of the inputs with this digest, as far as it came; with ``anew`` from the beginning."""
        ...

    def engine(self, name: str, work: Work) -> Engine:
        """The engine of that name. Raises UserError when there is none."""
        ...

    def finish(self, work: Work, tables: Sequence[str], about: Mapping[str, Any]) -> None:
        """Make these pieces of a build the market, in one step. Raises OutsideError when the disk refuses."""
        ...

    def about(self) -> Mapping[str, Any] | None:
        """What was built; None when nothing was. Raises OutsideError when it is damaged."""
        ...

    def table(self, name: str, **equal: str) -> pa.Table:
        """The rows of a table whose columns have these values. Raises OutsideError when it cannot be read."""
        ...

    def copy(self, to: Path) -> None:
        """Copy tables and description into a folder. Raises OutsideError when the disk refuses."""
        ...
