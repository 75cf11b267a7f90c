"""Everything that is a person's below one home folder: in the database and in folders beside it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from credlens.app.keeping.ports import FILED, KEYS, LISTS, REGISTRIES, Found, Held, Row, State
from credlens.app.keeping.words import HOLDS
from credlens.io import places
from credlens.io.disk import safe, told
from credlens.model.errors import InputError, OutsideError, Problem, UserError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from credlens.io.store.personal import SqlPersonal

_NAMES = {
    KEYS: re.compile(r"[a-z0-9][a-z0-9-]*\.(?:pem|did\.json)"),
    LISTS: re.compile(r"[0-9a-f]{32}\.jsonl"),
    REGISTRIES: re.compile(r"[a-z0-9][a-z0-9-]*\.(?:list|key)"),
}


class DiskKeeping:
    """A home folder.

    Args:
        home: the folder.
        file: the database in it, which may not be there.
        engine: opens the database, and makes it when it is not there.
    """

    def __init__(self, home: Path, file: Path, engine: Callable[[], Engine]) -> None:
        self._home = home
        self._file = file
        self._engine = engine

    def found(self) -> Found:
        """What is there; see :class:`credlens.app.keeping.ports.KeepingStore`."""
        personal, public, strange = places.lying(self._home)
        if self._file.exists():
            rows = self._rows()
            held = (Held(HOLDS[name], name, count) for name, count in rows.counts().items())
            personal = (*held, *personal)
            if count := rows.published():
                public = (Held("what published catalogs say", "catalog_statement", count), *public)
        return Found(personal, public, strange)

    def state(self) -> State:
        """Rows by kind.

        Raises:
            OutsideError: a file or the database cannot be read.
        """
        found: dict[str, Sequence[Row]] = dict(self._rows().state()) if self._file.exists() else {}
        for kind in FILED:
            if rows := self._files(kind):
                found[kind] = rows
        return found

    def check(self, state: State) -> None:
        """See that the program can work with it, by keeping it in memory and reading it as every command does.

        Raises:
            InputError: it cannot.
        """
        from credlens.io.store.rehearsing import rehearsed

        try:
            for kind in FILED:
                for row in state.get(kind, ()):
                    _file_of(kind, row)
            rehearsed({kind: rows for kind, rows in state.items() if kind not in FILED})
        except (ValueError, TypeError, KeyError, OutsideError) as error:
            reason = error.message if isinstance(error, OutsideError) else str(error)
            message = f"What is in it is damaged, or was changed: {reason.rstrip('.')}."
            raise InputError([Problem("data", message, "Use another copy.")]) from error

    def restore(self, state: State, *, replace: bool) -> None:
        """Keep this state; see :class:`credlens.app.keeping.ports.KeepingStore`.

        Files come before the database and are taken away after it: whoever is stopped in between finds the state as it was, or as it shall be,
        with at most some files too many.

        Raises:
            UserError: something is in the way.
            OutsideError: the disk refuses.
        """
        files = {kind: dict(_file_of(kind, row) for row in state.get(kind, ())) for kind in FILED}
        there = {kind: dict(_file_of(kind, row) for row in self._files(kind)) for kind in FILED}
        others = {name for name, data in there[REGISTRIES].items() if files[REGISTRIES].get(name) != data}
        if not replace and (others or (self._file.exists() and self._rows().counts())):
            raise _in_the_way(self._home)
        joined = {
            **{(KEYS, name): _same_key(name, data, there[KEYS].get(name)) for name, data in files[KEYS].items()},
            **{(LISTS, name): _longer(name, data, there[LISTS].get(name)) for name, data in files[LISTS].items()},
            **{(REGISTRIES, name): data for name, data in files[REGISTRIES].items()},
        }
        with told("Your data", self._home):
            for (kind, name), data in joined.items():
                if there[kind].get(name) != data:
                    _write(self._home / kind / safe(name), data)
        if not self._rows().restore(state, replace=replace):
            raise _in_the_way(self._home)
        with told("Your data", self._home):
            for name in set(there[REGISTRIES]) - set(files[REGISTRIES]):
                (self._home / REGISTRIES / name).unlink(missing_ok=True)

    def erase(self, renamed: Mapping[str, str]) -> None:
        """Remove every trace; see :class:`credlens.app.keeping.ports.KeepingStore`. A database that holds nothing public goes as a whole.

        Raises:
            OutsideError: the disk refuses, or another program uses the database.
        """
        with _removing(self._home):
            places.cleared(self._home)
        if not self._file.exists():
            return
        rows = self._rows()
        rows.erase(renamed)
        if rows.published():
            return
        self._engine().dispose()
        with _removing(self._home):
            for name in reversed(places.STATE_FILES):
                (self._home / name).unlink(missing_ok=True)

    def _rows(self) -> SqlPersonal:
        from credlens.io.store.personal import SqlPersonal

        return SqlPersonal(self._engine(), str(self._file))

    def _files(self, kind: str) -> list[Row]:
        """The files of a folder, those that were half-written left out."""
        place = next(p for p in places.PERSONAL if p.folder == kind)
        try:
            return [
                {"name": path.name, "data": path.read_bytes()}
                for path in places.inside(self._home, place)
                if _NAMES[kind].fullmatch(path.name) and path.is_file()
            ]
        except OSError as error:
            raise OutsideError(
                f"Your data cannot be read: {error.strerror or error}.",
                where=str(self._home / kind),
                what_to_do="Check who may read it.",
            ) from error


@contextmanager
def _removing(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutsideError(
            f"Not everything could be removed: {error.strerror or error}.",
            where=str(error.filename or home),
            what_to_do="See who may write there and whether another program uses it, and erase again.",
        ) from error


def _file_of(kind: str, row: Row) -> tuple[str, bytes]:
    """(name, content) of a file.

    Raises:
        ValueError: no file of this kind has such a name.
    """
    name, data = row["name"], row["data"]
    if not isinstance(name, str) or not isinstance(data, bytes) or not _NAMES[kind].fullmatch(name):
        raise ValueError(f"{name!r} is no file of the {kind}")
    return name, data


def _same_key(name: str, data: bytes, there: bytes | None) -> bytes:
    """The key; of what is published with keys, what is there."""
    if there is None or there == data or not name.endswith(".pem"):
        return data if there is None else there
    raise UserError(
        f"There is another key {name.removesuffix('.pem')!r}. It is not replaced: badges that it signed would lose it.",
        where=name,
        what_to_do="Move that key to another place first, or import into another --home.",
    )


def _longer(name: str, data: bytes, there: bytes | None) -> bytes:
    """The notes on a list that know more: nothing that was revoked may come back."""
    if there is None or data.startswith(there):
        return data
    if there.startswith(data):
        return there
    raise UserError(
        "The notes on a list of revoked badges went on in two places, and neither knows what the other does.",
        where=name,
        what_to_do="Import into another --home.",
    )


def _write(path: Path, data: bytes) -> None:
    """In one step, for its owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(half).replace(path)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise


def _in_the_way(home: Path) -> UserError:
    return UserError(
        "There is something of yours already, and it would be mixed with what is imported.",
        where=str(home),
        what_to_do="Add --replace to have what is imported instead, or import into another --home.",
    )
