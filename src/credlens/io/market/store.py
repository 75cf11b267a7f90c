"""The built market: one folder of tables, replaced in one step.

``market/meta.json`` says what was counted and which folder beside it holds the tables. A build fills a folder of its own first (``work-...``),
piece by piece; at the end its tables become a new folder and ``meta.json`` is replaced: whoever is stopped in between loses nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.app.market.ports import Engine, Work
from credlens.io.disk import cleared, json_of, new_folder, replaced, safe, told
from credlens.io.market import ENGINES, FOLDER
from credlens.model.errors import OutsideError

if TYPE_CHECKING:
    from credlens.io.market.work import DiskWork

META = "meta.json"
_WORK = "work-"


class DiskMarket:
    """The market below a home folder; nothing is made there before the first build.

    Args:
        home: the folder that holds a person's state.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._folder = home / FOLDER

    def work(self, digest: str, *, anew: bool = False) -> DiskWork:
        """The build of these inputs, as far as it came; builds of other inputs that were stopped are given up.

        Args:
            digest: of everything that the result follows from.
            anew: forget what was done already.
        """
        from credlens.io.market.work import DiskWork

        mine = self._folder / f"{_WORK}{digest[:16]}"
        for folder in self._folder.glob(f"{_WORK}*"):
            if anew or folder != mine:
                shutil.rmtree(folder, ignore_errors=True)
        return DiskWork(mine)

    def engine(self, name: str, work: Work) -> Engine:
        """The engine of that name for a build. Raises UserError when there is none."""
        return ENGINES[name](self._home, work)

    def finish(self, work: Work, tables: Sequence[str], about: Mapping[str, Any]) -> None:
        """Make the tables of a build the market, in one step; the one before it goes.

        Raises:
            OutsideError: the disk refuses; then the market before it stays.
        """
        with told("The market", self._folder), new_folder(self._home, self._folder) as data:
            for name in tables:
                work.path(name).replace(data / work.path(name).name)
            replaced(self._folder / META, {**about, "data": data.name})
        cleared(self._folder, {data.name})
        shutil.rmtree(work.folder, ignore_errors=True)

    def about(self) -> Mapping[str, Any] | None:
        """What was built; None when nothing was, or by a version whose tables are another shape.

        Raises:
            OutsideError: the market is damaged.
        """
        if not (self._folder / META).exists():
            return None
        found = json_of(self._folder / META)
        if not isinstance(found.get("data"), str) or not (self._folder / safe(found["data"])).is_dir():
            raise self._damaged("its description is damaged")
        return found

    def table(self, name: str, **equal: str) -> Any:
        """The rows of a table whose columns have these values, as an Arrow table.

        Raises:
            OutsideError: there is no market, or the table is damaged.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        about = self.about()
        if about is None:
            raise self._damaged("it is not there")
        path = self._folder / safe(about["data"]) / f"{safe(name)}.parquet"
        try:
            return pq.read_table(path, filters=[(column, "=", value) for column, value in equal.items()] or None)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise self._damaged(f"its table of {name} is lost or damaged") from error

    def copy(self, to: Path) -> None:
        """Copy the tables and what is said of them into a folder. Raises OutsideError when the disk refuses."""
        about = self.about()
        if about is None:
            raise self._damaged("it is not there")
        with told("The copy of the market", to):
            to.mkdir(parents=True, exist_ok=True)
            for path in sorted((self._folder / safe(about["data"])).glob("*.parquet")):
                shutil.copyfile(path, to / path.name)
            replaced(to / META, {k: v for k, v in about.items() if k != "data"})

    def _damaged(self, why: str) -> OutsideError:
        return OutsideError(
            f"The market cannot be read: {why}.",
            where=str(self._folder),
            what_to_do="Build it again: credlens market build PATH.",
        )
