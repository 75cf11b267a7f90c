"""Pairs of credentials that may be one, and what persons said of them. A pair is kept once, the id that comes first in order first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from credlens.catalog.identity import Doubt
from credlens.io.catalog.rows import chunks
from credlens.io.store import tables as t

_T = t.catalog_doubt
_OPEN = _T.c.same.is_(None)


def put(db: Connection, doubts: Sequence[Doubt]) -> None:
    """Remember pairs; those that a person has judged stay as judged."""
    pairs = {_pair(d.one, d.other): d for d in doubts}
    settled = judged(db, [name for pair in pairs for name in pair])
    rows = []
    for (one, other), doubt in pairs.items():
        if frozenset((one, other)) not in settled:
            db.execute(delete(_T).where(_T.c.one == one, _T.c.other == other))
            rows.append({"one": one, "other": other, "probability": doubt.probability, "because": doubt.because})
    if rows:
        db.execute(insert(_T), rows)


def forget(db: Connection, ids: Sequence[str]) -> None:
    """Nobody needs to be asked any more about credentials that are gone."""
    for part in chunks(ids):
        db.execute(delete(_T).where(_OPEN, or_(_T.c.one.in_(part), _T.c.other.in_(part))))


def unjudged(db: Connection) -> tuple[Doubt, ...]:
    """Pairs that nobody has judged, likeliest first."""
    query = select(_T).where(_OPEN).order_by(_T.c.probability.desc(), _T.c.one, _T.c.other)
    return tuple(Doubt(row.one, row.other, row.probability, row.because) for row in db.execute(query))


def judge(db: Connection, one: str, other: str, *, same: bool) -> None:
    """Remember a person's word; the newest counts."""
    first, second = _pair(one, other)
    where = (_T.c.one == first, _T.c.other == second)
    if db.execute(update(_T).where(*where).values(same=same)).rowcount == 0:
        db.execute(
            insert(_T).values(one=first, other=second, probability=float(same), because="a person's word", same=same)
        )


def judged(db: Connection, ids: Sequence[str]) -> dict[frozenset[str], bool]:
    """What persons said of pairs with any of these ids."""
    return {
        frozenset((row.one, row.other)): row.same
        for part in chunks(ids)
        for row in db.execute(select(_T).where(_T.c.same.is_not(None), or_(_T.c.one.in_(part), _T.c.other.in_(part))))
    }


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
