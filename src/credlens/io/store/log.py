"""The log of applications, in the store's database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Engine, Table, insert, select, update

from credlens.app.learning.kept import (
    application_of,
    application_text,
    posting_of,
    posting_text,
    proposal_of,
    proposal_text,
)
from credlens.app.learning.ports import LogChange, Trial
from credlens.io.store import owned
from credlens.io.store import tables as t
from credlens.io.store.sql import ME
from credlens.io.store.transactions import opened
from credlens.model.application import Application, Proposal, Step, StepKind, Toss, UsedSkill
from credlens.model.posting import Posting


class SqlLog:
    """One person's log in one database.

    Args:
        engine: the database; its schema is brought up to date on opening.
        place: what to call it in messages.
        owner: whose.
    """

    def __init__(self, engine: Engine, place: str, owner: str = ME) -> None:
        self._owner = owner
        self._transactions = opened(engine, place)

    def applications(self) -> tuple[Application, ...]:
        """All of them with their steps, in the order of the days they were sent, then as they were logged."""
        query = select(t.application).where(t.application.c.person == self._owner)
        steps = select(t.application_step).where(t.application_step.c.person == self._owner)
        with self._transactions.reading() as db:
            of: dict[str, list[Step]] = defaultdict(list)
            for r in db.execute(steps.order_by(t.application_step.c.position)):
                of[r.application].append(Step(StepKind(r.kind), r.day, r.note))
            rows = db.execute(query.order_by(t.application.c.applied, t.application.c.position))
            return tuple(application_of(r.id, r.applied, r.content, of.get(r.id, ())) for r in rows)

    def ad(self, application: str) -> Posting | None:
        """The ad that was kept with an application; None when there is none."""
        mine = t.application_ad.c.person == self._owner
        query = select(t.application_ad.c.content).where(mine, t.application_ad.c.application == application)
        with self._transactions.reading() as db:
            found = db.execute(query).scalar()
            return None if found is None else posting_of(found)

    def ads(self) -> Mapping[str, str]:
        """Id of the ad by application, where one was kept."""
        query = select(t.application_ad.c.application, t.application_ad.c.ad)
        with self._transactions.reading() as db:
            return {r.application: r.ad for r in db.execute(query.where(t.application_ad.c.person == self._owner))}

    def tosses(self) -> tuple[Toss, ...]:
        """All of them, in the order of credentials, blocks and numbers."""
        order = t.toss.c.credential, t.toss.c.block, t.toss.c.number
        query = select(t.toss).where(t.toss.c.person == self._owner).order_by(*order)
        with self._transactions.reading() as db:
            return tuple(
                Toss(r.credential, r.shown, r.block, r.number, r.application, r.day) for r in db.execute(query)
            )

    def used(self) -> tuple[UsedSkill, ...]:
        """Skills used at work, in order of time."""
        query = select(t.used_skill).where(t.used_skill.c.person == self._owner)
        with self._transactions.reading() as db:
            rows = db.execute(query.order_by(t.used_skill.c.day, t.used_skill.c.skill))
            return tuple(UsedSkill(r.skill, r.day, r.note) for r in rows)

    def trials(self) -> tuple[Trial, ...]:
        """All of them, by credential."""
        query = select(t.trial).where(t.trial.c.person == self._owner).order_by(t.trial.c.credential)
        with self._transactions.reading() as db:
            return tuple(Trial(r.credential, r.seed, r.begun, r.ended) for r in db.execute(query))

    def proposals(self) -> tuple[Proposal, ...]:
        """What waits to be looked at, in the order it came in."""
        mine = t.proposal.c.person == self._owner
        query = select(t.proposal).where(mine, t.proposal.c.rejected.is_(False)).order_by(t.proposal.c.position)
        with self._transactions.reading() as db:
            return tuple(proposal_of(r.id, r.content) for r in db.execute(query))

    def rejected(self) -> frozenset[str]:
        """Ids of what the person looked at and rejected."""
        mine = t.proposal.c.person == self._owner
        with self._transactions.reading() as db:
            return frozenset(db.execute(select(t.proposal.c.id).where(mine, t.proposal.c.rejected)).scalars())

    def save(self, change: LogChange) -> None:
        """Keep a change: all of it or nothing."""
        with self._transactions.writing() as db:
            owned.know(db, self._owner)
            for gone in change.removed:
                for table, column in ((t.application_step, "application"), (t.application_ad, "application")):
                    owned.forget(db, table, self._owner, {column: gone})
                owned.forget(db, t.application, self._owner, {"id": gone})
            self._keep_applications(db, change.applications)
            for application, ad in (change.ads or {}).items():
                row = {"ad": ad.id, "content": posting_text(ad)}
                owned.put(db, t.application_ad, self._owner, {"application": application}, row)
            for toss in change.tosses:
                key = {"credential": toss.credential, "block": toss.block, "number": toss.number}
                said = {"shown": toss.shown, "application": toss.application, "day": toss.day}
                db.execute(insert(t.toss).values(person=self._owner, **key, **said))  # never instead of another one
            for each in change.unused:
                owned.forget(db, t.used_skill, self._owner, {"skill": each.skill, "day": each.day})
            for each in change.used:
                key = {"skill": each.skill, "day": each.day}
                owned.put(db, t.used_skill, self._owner, key, {"note": each.note})
            for trial in change.trials:
                drawn = {"seed": trial.seed, "begun": trial.begun, "ended": trial.ended}
                owned.put(db, t.trial, self._owner, {"credential": trial.credential}, drawn)
            self._keep_proposals(db, change.proposals, change.settled)
            for refused in change.rejected:
                mine = (t.proposal.c.person == self._owner) & (t.proposal.c.id == refused)
                db.execute(update(t.proposal).where(mine).values(rejected=True))

    def _keep_applications(self, db: Connection, applications: Sequence[Application]) -> None:
        places = _places(db, t.application, self._owner)
        following = max(places.values(), default=-1) + 1
        for each in applications:
            if each.id in places:
                owned.forget(db, t.application_step, self._owner, {"application": each.id})
                owned.forget(db, t.application, self._owner, {"id": each.id})
            else:
                places[each.id], following = following, following + 1
        mine = {"person": self._owner}
        rows = [
            {"id": a.id, "position": places[a.id], "applied": a.applied, "content": application_text(a)}
            for a in applications
        ]
        steps = [
            {"application": a.id, "position": i, "kind": s.kind.value, "day": s.day, "note": s.note}
            for a in applications
            for i, s in enumerate(a.steps)
        ]
        for table, found in ((t.application, rows), (t.application_step, steps)):
            if found:
                db.execute(insert(table), [{**mine, **row} for row in found])

    def _keep_proposals(self, db: Connection, proposals: Sequence[Proposal], settled: Sequence[str]) -> None:
        for gone in settled:
            owned.forget(db, t.proposal, self._owner, {"id": gone})
        places = _places(db, t.proposal, self._owner)
        following = max(places.values(), default=-1) + 1
        rows = []
        for each in proposals:
            if each.id in places:
                owned.forget(db, t.proposal, self._owner, {"id": each.id})
            else:
                places[each.id], following = following, following + 1
            rows.append(
                {
                    "person": self._owner,
                    "id": each.id,
                    "position": places[each.id],
                    "rejected": False,
                    "content": proposal_text(each),
                }
            )
        if rows:
            db.execute(insert(t.proposal), rows)


def _places(db: Connection, table: Table, owner: str) -> dict[str, int]:
    """Position by id."""
    query = select(table.c.id, table.c.position).where(table.c.person == owner)
    return {r.id: r.position for r in db.execute(query)}
