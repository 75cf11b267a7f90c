"""The wallet in the store's database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, insert, select

from credlens.app.wallet.ports import StoredBadge, StoredCopy
from credlens.io.store import owned
from credlens.io.store import tables as t
from credlens.io.store.sql import ME
from credlens.io.store.transactions import opened


class SqlWallet:
    """One person's badges in one database.

    Args:
        engine: the database; its schema is brought up to date on opening.
        place: what to call it in messages.
        owner: whose badges.
    """

    def __init__(self, engine: Engine, place: str, owner: str = ME) -> None:
        self._owner = owner
        self._transactions = opened(engine, place)

    def badges(self) -> tuple[StoredBadge, ...]:
        """All of them, in the order they were put in."""
        query = select(t.badge).where(t.badge.c.person == self._owner).order_by(t.badge.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredBadge(r.id, r.name, r.data, r.added, r.verified, r.report) for r in db.execute(query))

    def copies(self, badge: str) -> tuple[StoredCopy, ...]:
        """What a badge refers to, in the order it was asked for."""
        mine = (t.badge_copy.c.person == self._owner, t.badge_copy.c.badge == badge)
        query = select(t.badge_copy).where(*mine).order_by(t.badge_copy.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredCopy(r.url, r.kind, r.data, r.content_type, r.got) for r in db.execute(query))

    def keep(self, badge: StoredBadge, copies: Sequence[StoredCopy]) -> None:
        """Keep a badge with its copies, instead of what was kept under its id."""
        with self._transactions.writing() as db:
            owned.know(db, self._owner)
            position = owned.place(db, t.badge, self._owner, badge.id)
            self._forget(db, badge.id)
            db.execute(
                insert(t.badge).values(
                    person=self._owner,
                    id=badge.id,
                    position=position,
                    name=badge.name,
                    data=badge.data,
                    added=badge.added,
                    verified=badge.verified,
                    report=badge.report,
                )
            )
            rows = [
                {
                    "person": self._owner,
                    "badge": badge.id,
                    "position": i,
                    "url": c.url,
                    "kind": c.kind,
                    "data": c.data,
                    "content_type": c.content_type,
                    "got": c.got,
                }
                for i, c in enumerate(copies)
            ]
            if rows:
                db.execute(insert(t.badge_copy), rows)

    def remove(self, badge: str) -> None:
        """Forget a badge and its copies."""
        with self._transactions.writing() as db:
            self._forget(db, badge)

    def _forget(self, db: Connection, badge: str) -> None:
        owned.forget(db, t.badge_copy, self._owner, {"badge": badge})
        owned.forget(db, t.badge, self._owner, {"id": badge})
