"""The store on any SQL database; SQLite in one file by default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text

from credlens.app.ports import NamedBytes, Standing, StoredClaim, StoredDocument, StoredEvent, StoredPlan, Target
from credlens.io.store import owned
from credlens.io.store import tables as t
from credlens.io.store.transactions import opened
from credlens.model.card import Correction, Verdict
from credlens.model.posting import Posting
from credlens.model.skill import SkillLevel

ME = "me"  # the one person of a local store; a server has many


class SqlStore:
    """One person's state in one database.

    Args:
        engine: the database; its schema is brought up to date on opening.
        place: what to call it in messages.
        owner: whose state.
    """

    def __init__(self, engine: Engine, place: str, owner: str = ME) -> None:
        self._engine = engine
        self._place = place
        self._owner = owner
        self._transactions = opened(engine, place)

    @property
    def place(self) -> str:
        """Where the state lives, in words."""
        return self._place

    def documents(self) -> tuple[StoredDocument, ...]:
        """The person's documents, oldest first."""
        query = select(t.document).where(t.document.c.person == self._owner).order_by(t.document.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredDocument(r.name, r.data, r.opened) for r in db.execute(query))

    def replace_documents(self, documents: Sequence[StoredDocument]) -> None:
        """Keep these documents instead of the ones there were."""
        rows = [
            {"person": self._owner, "position": i, "name": d.name, "data": d.data, "opened": d.opened}
            for i, d in enumerate(documents)
        ]
        with self._transactions.writing() as db:
            self._replace(db, t.document, rows)

    def claims(self) -> tuple[StoredClaim, ...]:
        """The person's own words about skills, by skill id."""
        query = select(t.claim).where(t.claim.c.person == self._owner).order_by(t.claim.c.skill)
        with self._transactions.reading() as db:
            return tuple(StoredClaim(r.skill, r.known, SkillLevel(r.level)) for r in db.execute(query))

    def claim(self, claim: StoredClaim) -> None:
        """Remember one; the newest about a skill counts."""
        with self._transactions.writing() as db:
            row = {"known": claim.known, "level": claim.level.value}
            owned.put(db, t.claim, self._owner, {"skill": claim.skill}, row)

    def forget_claim(self, skill: str) -> None:
        """The person has said nothing of a skill."""
        with self._transactions.writing() as db:
            owned.forget(db, t.claim, self._owner, {"skill": skill})

    def corrections(self) -> tuple[Correction, ...]:
        """The person's verdicts on review cards, by card id."""
        query = select(t.correction).where(t.correction.c.person == self._owner).order_by(t.correction.c.card)
        with self._transactions.reading() as db:
            return tuple(Correction(r.card, Verdict(r.verdict), r.value) for r in db.execute(query))

    def correct(self, correction: Correction) -> None:
        """Remember one; the newest on a card counts."""
        with self._transactions.writing() as db:
            row = {"verdict": correction.verdict.value, "value": correction.value}
            owned.put(db, t.correction, self._owner, {"card": correction.card}, row)

    def forget_correction(self, card: str) -> None:
        """The person has said nothing of a card."""
        with self._transactions.writing() as db:
            owned.forget(db, t.correction, self._owner, {"card": card})

    def preferences(self) -> Mapping[str, str]:
        """What the person can spend, where they want to work and what matters to them, as they said it, by name."""
        query = select(t.preference).where(t.preference.c.person == self._owner).order_by(t.preference.c.name)
        with self._transactions.reading() as db:
            return {r.name: r.value for r in db.execute(query)}

    def prefer(self, name: str, value: str | None) -> None:
        """Remember one; None forgets it."""
        with self._transactions.writing() as db:
            if value is None:
                owned.forget(db, t.preference, self._owner, {"name": name})
            else:
                owned.put(db, t.preference, self._owner, {"name": name}, {"value": value})

    def target(self) -> Target | None:
        """The current target; None when there is none yet."""
        postings = select(t.posting).where(t.posting.c.person == self._owner).order_by(t.posting.c.position)
        with self._transactions.reading() as db:
            row = db.execute(select(t.target).where(t.target.c.person == self._owner)).one_or_none()
            if row is None:
                return None
            found = tuple(
                Posting(r.id, r.title, r.text, r.found_at, r.employer, r.place, r.posted, r.url, r.example)
                for r in db.execute(postings)
            )
            return Target(row.name, found, row.read, row.occupation, row.jurisdiction)

    def save_target(self, target: Target) -> None:
        """Make this the current target."""
        head = {
            "person": self._owner,
            "name": target.name,
            "read": target.read,
            "occupation": target.occupation,
            "jurisdiction": target.jurisdiction,
        }
        rows = [
            {
                "person": self._owner,
                "position": i,
                "id": p.id,
                "title": p.title,
                "text": p.text,
                "found_at": p.where,
                "employer": p.employer,
                "place": p.place,
                "posted": p.posted,
                "url": p.url,
                "example": p.example,
            }
            for i, p in enumerate(target.postings)
        ]
        with self._transactions.writing() as db:
            self._replace(db, t.target, [head])
            self._replace(db, t.posting, rows)

    def records(self) -> tuple[NamedBytes, ...]:
        """Catalog records the person imported, by name."""
        with self._transactions.reading() as db:
            rows = db.execute(select(t.catalog_record).order_by(t.catalog_record.c.name))
            return tuple(NamedBytes(r.name, r.data) for r in rows)

    def save_records(self, records: Iterable[NamedBytes]) -> None:
        """Add or replace catalog records by name."""
        kept = tuple(records)  # read before the lock is taken
        with self._transactions.writing() as db:
            for record in kept:
                db.execute(delete(t.catalog_record).where(t.catalog_record.c.name == record.name))
                db.execute(insert(t.catalog_record).values(name=record.name, data=record.data))

    def remove_record(self, name: str) -> None:
        """Forget the catalog record of this name."""
        with self._transactions.writing() as db:
            db.execute(delete(t.catalog_record).where(t.catalog_record.c.name == name))

    def save_plan(self, made: date, content: str) -> None:
        """Keep a plan (JSON) with the day it was made, after the earlier ones."""
        with self._transactions.writing() as db:
            owned.know(db, self._owner)
            self._append_plan(db, made, content)

    def plans(self) -> tuple[StoredPlan, ...]:
        """Every plan that was kept, oldest first."""
        query = select(t.plan).where(t.plan.c.person == self._owner).order_by(t.plan.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredPlan(r.position, r.made, r.content) for r in db.execute(query))

    def events(self) -> tuple[StoredEvent, ...]:
        """What happened to plans, in the order it was told."""
        query = select(t.plan_event).where(t.plan_event.c.person == self._owner).order_by(t.plan_event.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredEvent(r.after, r.told, r.content) for r in db.execute(query))

    def save_replanned(self, made: date, events: Sequence[str], content: str | None, after: int) -> None:
        """Keep what happened since the plan in place ``after``, and the plan made from it unless None."""
        with self._transactions.writing() as db:
            owned.know(db, self._owner)
            first = self._next(db, t.plan_event)
            rows = [
                {"person": self._owner, "position": first + i, "after": after, "told": made, "content": event}
                for i, event in enumerate(events)
            ]
            if rows:
                db.execute(insert(t.plan_event), rows)
            if content is not None:
                self._append_plan(db, made, content)

    def take_back(self, events: int, after: int) -> None:
        """Forget so many events, those told last, and every plan after the one in place ``after``: all of it or nothing."""
        mine = t.plan_event.c.person == self._owner
        with self._transactions.writing() as db:
            last = select(t.plan_event.c.position).where(mine).order_by(t.plan_event.c.position.desc()).limit(events)
            positions = [r.position for r in db.execute(last)]
            db.execute(delete(t.plan_event).where(mine, t.plan_event.c.position.in_(positions)))
            db.execute(delete(t.plan).where(t.plan.c.person == self._owner, t.plan.c.position > after))

    def standing(self) -> Standing:
        """How far the person has come."""
        with self._transactions.reading() as db:
            row = db.execute(select(t.target.c.name).where(t.target.c.person == self._owner)).one_or_none()

            def many(table: Table) -> int:
                return db.execute(select(func.count()).where(table.c.person == self._owner)).scalar_one()

            return Standing(
                row.name if row else "",
                many(t.posting) if row else 0,
                many(t.document),
                many(t.plan),
                many(t.badge),
                many(t.application),
            )

    def check(self) -> tuple[str, ...]:
        """What is wrong with the store, in words; empty when nothing is."""
        with self._transactions.reading() as db:
            if self._engine.dialect.name != "sqlite":
                return ()
            found = [str(r[0]) for r in db.execute(text("PRAGMA integrity_check"))]
            found += [f"a row of {r[0]} points to nothing" for r in db.execute(text("PRAGMA foreign_key_check"))]
            return tuple(f for f in found if f != "ok")

    def _append_plan(self, db: Connection, made: date, content: str) -> None:
        db.execute(
            insert(t.plan).values(person=self._owner, position=self._next(db, t.plan), made=made, content=content)
        )

    def _next(self, db: Connection, table: Table) -> int:
        """The first free position of the person's rows."""
        last = db.execute(select(func.max(table.c.position)).where(table.c.person == self._owner)).scalar()
        return 0 if last is None else last + 1

    def _replace(self, db: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        owned.know(db, self._owner)
        db.execute(delete(table).where(table.c.person == self._owner))
        if rows:
            db.execute(insert(table), rows)
