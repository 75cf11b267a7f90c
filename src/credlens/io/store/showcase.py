"""What a person shows of themselves, in the store's database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine, insert, select

from credlens.app.presenting.ports import StoredFile, StoredNote, StoredProject, StoredReview
from credlens.io.store import owned
from credlens.io.store import tables as t
from credlens.io.store.sql import ME
from credlens.io.store.transactions import opened


class SqlShowcase:
    """One person's projects, reviews, notes and decisions in one database.

    Args:
        engine: the database; its schema is brought up to date on opening.
        place: what to call it in messages.
        owner: whose.
    """

    def __init__(self, engine: Engine, place: str, owner: str = ME) -> None:
        self._owner = owner
        self._transactions = opened(engine, place)

    def shown(self) -> Mapping[str, bool]:
        """What the person decided about entries, by card."""
        query = select(t.shown).where(t.shown.c.person == self._owner).order_by(t.shown.c.card)
        with self._transactions.reading() as db:
            return {r.card: r.shown for r in db.execute(query)}

    def show(self, card: str, shown: bool | None) -> None:
        """Remember one decision; None leaves it to the program again."""
        with self._transactions.writing() as db:
            if shown is None:
                owned.forget(db, t.shown, self._owner, {"card": card})
            else:
                owned.put(db, t.shown, self._owner, {"card": card}, {"shown": shown})

    def notes(self) -> tuple[StoredNote, ...]:
        """Every note, in the order of what they are about, then of the questions."""
        query = select(t.note).where(t.note.c.person == self._owner).order_by(t.note.c.about, t.note.c.question)
        with self._transactions.reading() as db:
            return tuple(StoredNote(r.about, r.question, r.content) for r in db.execute(query))

    def note(self, about: str, question: str, text: str | None) -> None:
        """Remember one; None forgets it."""
        key = {"about": about, "question": question}
        with self._transactions.writing() as db:
            if text is None:
                owned.forget(db, t.note, self._owner, key)
            else:
                owned.put(db, t.note, self._owner, key, {"content": text})

    def projects(self) -> tuple[StoredProject, ...]:
        """All of them, in the order they were put in."""
        query = select(t.project).where(t.project.c.person == self._owner).order_by(t.project.c.position)
        files = select(t.project_file).where(t.project_file.c.person == self._owner)
        with self._transactions.reading() as db:
            found: dict[str, list[StoredFile]] = {}
            for r in db.execute(files.order_by(t.project_file.c.position)):
                found.setdefault(r.project, []).append(StoredFile(r.name, r.data))
            return tuple(StoredProject(r.id, r.content, tuple(found.get(r.id, ()))) for r in db.execute(query))

    def keep_project(self, project: StoredProject) -> None:
        """Keep a project, instead of what was kept under its id."""
        with self._transactions.writing() as db:
            position = owned.place(db, t.project, self._owner, project.id)
            owned.put(
                db, t.project, self._owner, {"id": project.id}, {"position": position, "content": project.content}
            )
            owned.forget(db, t.project_file, self._owner, {"project": project.id})
            for i, file in enumerate(project.files):
                row = {"person": self._owner, "project": project.id, "position": i, "name": file.name}
                db.execute(insert(t.project_file).values(**row, data=file.data))

    def remove_project(self, project: str) -> None:
        """Forget a project with its files, its reviews and the notes about it."""
        with self._transactions.writing() as db:
            owned.forget(db, t.project_file, self._owner, {"project": project})
            owned.forget(db, t.review, self._owner, {"project": project})
            owned.forget(db, t.note, self._owner, {"about": project})
            owned.forget(db, t.project, self._owner, {"id": project})

    def reviews(self) -> tuple[StoredReview, ...]:
        """All of them, in the order they were put in."""
        query = select(t.review).where(t.review.c.person == self._owner).order_by(t.review.c.position)
        with self._transactions.reading() as db:
            return tuple(StoredReview(r.id, r.project, r.name, r.data, r.verified, r.report) for r in db.execute(query))

    def keep_reviews(self, reviews: Sequence[StoredReview]) -> None:
        """Keep reviews, each instead of what was kept under its id."""
        with self._transactions.writing() as db:
            for review in reviews:
                row = {
                    "position": owned.place(db, t.review, self._owner, review.id),
                    "project": review.project,
                    "name": review.name,
                    "data": review.data,
                    "verified": review.verified,
                    "report": review.report,
                }
                owned.put(db, t.review, self._owner, {"id": review.id}, row)

    def remove_review(self, review: str) -> None:
        """Forget one."""
        with self._transactions.writing() as db:
            owned.forget(db, t.review, self._owner, {"id": review})
