"""What sources say and said about credentials. The row of a source's current word stays the same one; what it replaces is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, update

from credlens.app.catalog.ports import Statement
from credlens.io.catalog.rows import chunks
from credlens.io.store import tables as t

_FIELDS = tuple(f.name for f in fields(Statement))
_T = t.catalog_statement
_CURRENT = _T.c.until.is_(None)


def put(db: Connection, statements: Sequence[Statement]) -> None:
    """Make these the current ones; an earlier one of the same source and key stays as history when its digest differs."""
    ids = _current_ids(db, statements)
    now = _known(db, statements)
    history: list[Statement] = []
    for new in statements:
        old = now.get((new.source, new.key))
        if old is not None and old.digest != new.digest:
            history.append(replace(old, until=new.seen))
        now[new.source, new.key] = replace(new, until=None)
    changed = {(s.source, s.key): now[s.source, s.key] for s in statements}
    fresh = [_row(s) for key, s in changed.items() if key not in ids]
    rows = [{"row": ids[key], **_row(s)} for key, s in changed.items() if key in ids]
    if rows:
        db.execute(update(_T).where(_T.c.id == bindparam("row")).values({n: bindparam(n) for n in _FIELDS}), rows)
    if fresh or history:
        db.execute(insert(_T), [*fresh, *map(_row, history)])


def _by_source(statements: Iterable[Statement]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for s in statements:
        found.setdefault(s.source, []).append(s.key)
    return found


def _current_ids(db: Connection, statements: Sequence[Statement]) -> dict[tuple[str, str], int]:
    query = select(_T.c.id, _T.c.source, _T.c.key)
    return {
        (row.source, row.key): row.id
        for source, keys in _by_source(statements).items()
        for part in chunks(keys)
        for row in db.execute(query.where(_T.c.source == source, _T.c.key.in_(part), _CURRENT))
    }


def _known(db: Connection, statements: Sequence[Statement]) -> dict[tuple[str, str], Statement]:
    return {
        (source, key): statement
        for source, keys in _by_source(statements).items()
        for key, statement in known(db, source, keys).items()
    }


def known(db: Connection, source: str, keys: Sequence[str]) -> dict[str, Statement]:
    """The current statements of a source by their keys."""
    return {s.key: s for part in chunks(keys) for s in _select(db, _T.c.source == source, _T.c.key.in_(part), _CURRENT)}


def current(db: Connection, credentials: Sequence[str]) -> dict[str, tuple[Statement, ...]]:
    """The current statements about credentials; the source that spoke first comes first, however often it changed its word since."""
    found: dict[str, list[Statement]] = {}
    for part in chunks(credentials):
        for s in _select(db, _T.c.credential.in_(part), _CURRENT):
            found.setdefault(s.credential, []).append(s)
    return {credential: tuple(said) for credential, said in found.items()}


def history(db: Connection, credential: str) -> tuple[Statement, ...]:
    """Every statement about a credential, oldest first; of one day's those that were replaced come before those that stayed."""
    query = _all().where(_T.c.credential == credential).order_by(_T.c.seen, _CURRENT, _T.c.id)
    return tuple(Statement(*row) for row in db.execute(query))


def ids(db: Connection) -> list[str]:
    """Every credential with a current statement, in order."""
    return list(db.execute(select(_T.c.credential).where(_CURRENT).distinct().order_by(_T.c.credential)).scalars())


def count(db: Connection) -> int:
    """How many there are."""
    return db.execute(select(func.count(_T.c.credential.distinct())).where(_CURRENT)).scalar_one()


def by_source(db: Connection) -> dict[str, int]:
    """Current statements by source, in order."""
    query = select(_T.c.source, func.count().label("n")).where(_CURRENT).group_by(_T.c.source).order_by(_T.c.source)
    return {row.source: row.n for row in db.execute(query)}


def _all() -> Any:
    return select(*(_T.c[name] for name in _FIELDS))


def _select(db: Connection, *where: ColumnElement[bool]) -> list[Statement]:
    return [Statement(*row) for row in db.execute(_all().where(*where).order_by(_T.c.id))]


def _row(statement: Statement) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in _FIELDS}
