"""Use cases: look at what waits to be logged, and accept or reject it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from credlens.app.learning.days import follows, happened
from credlens.app.learning.found import logged, meant
from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.model.errors import UserError
from credlens.model.serial import plain
from credlens.outcomes.ids import application_id
from credlens.outcomes.steps import with_steps
from credlens.outcomes.trackers.status_words import is_unknown

ALL = "all"
_NOT_WITH_ALL = "Its status has to be looked at: name it by its id."


@dataclass(frozen=True)
class Review:
    """What waits, and what was settled now.

    Attributes:
        waiting: in the order it came in.
        needs: id of a waiting one -> what has to be said before it can be accepted; those that need nothing are not in it.
        logged: applications that are new or changed.
        rejected: ids.
        words: what there is to say, in sentences.
    """

    waiting: tuple[Proposal, ...]
    needs: Mapping[str, str]
    logged: tuple[Application, ...] = ()
    rejected: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``{"waiting", "logged", "rejected", "words"}``; each that waits has ``needs``, null when it can be accepted as it is."""
        return {
            "waiting": [{**plain(p), "needs": self.needs.get(p.id)} for p in self.waiting],
            "logged": plain(self.logged),
            "rejected": list(self.rejected),
            "words": list(self.words),
        }


@dataclass(frozen=True, slots=True)
class _Details:
    """What the person says of what they accept."""

    applied: date | None = None
    employer: str | None = None
    title: str | None = None
    about: str | None = None
    kind: StepKind | None = None


_AS_IT_IS = _Details()


def review(ports: Ports) -> Review:
    """What waits to be looked at."""
    waiting = ports.log().proposals() if ports.has_state() else ()
    words = () if waiting else ("Nothing waits to be looked at.",)
    return Review(waiting, _needs(waiting, logged(ports), ports.today), words=words)


def settle(
    ports: Ports,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    *,
    applied: date | None = None,
    employer: str | None = None,
    title: str | None = None,
    about: str | None = None,
    kind: StepKind | None = None,
) -> Review:
    """Log what is accepted, and forget what is rejected.

    Args:
        ports: the doors.
        accept: ids, or "all" for every one that needs nothing more.
        reject: ids, or "all" for every one that is not accepted.
        applied, employer, title: of the application, where the file does not say it or says it wrong.
        about: the application that it is about, when that is logged: its id or employer.
        kind: what came of it, where that is not clear.

    Raises:
        UserError: nothing of that id waits, something is missing, or an id is both accepted and rejected.
    """
    waiting = {p.id: p for p in (ports.log().proposals() if ports.has_state() else ())}
    details = _Details(applied, employer, title, about, kind)
    if ALL in accept and details != _AS_IT_IS:
        raise UserError(
            "What is missing has to be said of each by its id.",
            where="ID",
            what_to_do="Accept all without it, or one by its id.",
        )
    _check(waiting, accept, reject)
    accepted, rejected = frozenset(accept), frozenset(reject)
    log = {a.id: a for a in logged(ports)}
    done: set[str] = set()
    changed: dict[str, Application] = {}
    # New applications first: what came of them may be accepted with them.
    for proposal in sorted(waiting.values(), key=lambda p: bool(p.about)):
        named = proposal.id in accepted
        if not named and (ALL not in accepted or proposal.id in rejected or is_unknown(proposal.because)):
            continue
        try:
            made = _accepted(proposal, log, details, ports.today)
        except UserError:
            if named:
                raise
            continue
        log[made.id] = changed[made.id] = made
        done.add(proposal.id)
    refused = tuple(i for i in waiting if i not in done and (i in rejected or ALL in rejected))
    if done or refused:
        ports.log().save(LogChange(tuple(changed.values()), settled=tuple(sorted(done)), rejected=refused))
    gone = {*done, *refused}
    left = tuple(p for i, p in waiting.items() if i not in gone)
    return Review(left, _needs(left, tuple(log.values()), ports.today), tuple(changed.values()), refused)


def _check(waiting: Mapping[str, Proposal], accept: Sequence[str], reject: Sequence[str]) -> None:
    for each in (*accept, *reject):
        if each != ALL and each not in waiting:
            raise UserError(
                f"Nothing called {each!r} waits to be looked at.",
                where="ID",
                what_to_do="See what waits: credlens log review",
            )
    if both := [i for i in accept if i in reject and i != ALL]:
        raise UserError(f"{both[0]} cannot be accepted and rejected.", where="ID", what_to_do="Say one of them.")


def _needs(waiting: Sequence[Proposal], log: Sequence[Application], today: date) -> dict[str, str]:
    """What each that waits needs, when those that need nothing are accepted with it."""
    known = {a.id: a for a in log}
    needs: dict[str, str] = {}
    for proposal in sorted(waiting, key=lambda p: bool(p.about)):
        if is_unknown(proposal.because):
            needs[proposal.id] = _NOT_WITH_ALL
            continue
        try:
            made = _accepted(proposal, known, _AS_IT_IS, today)
            known[made.id] = made
        except UserError as error:
            needs[proposal.id] = " ".join(filter(None, (error.message, error.what_to_do)))
    return needs


def _accepted(proposal: Proposal, log: Mapping[str, Application], said: _Details, today: date) -> Application:
    """The application as it is to be logged.

    Raises:
        UserError: something is missing.
    """
    steps = _steps(proposal, said.kind)
    if said.about is not None or proposal.about:
        made = meant(log.values(), said.about) if said.about is not None else log.get(proposal.about)
        if made is None:
            raise UserError(
                f"The application {proposal.about} that it is about is not logged.",
                where=proposal.id,
                what_to_do="Accept that one first, or say which with --about.",
            )
        made = _corrected(made, said, today)
    else:
        made = _new(proposal, said, today)
        made = log.get(made.id, made)
    made = with_steps(made, steps)
    follows(made, proposal.id, "Say when you applied: --applied DATE")
    return made


def _corrected(application: Application, said: _Details, today: date) -> Application:
    """A logged application with what the person says of it; its id stays."""
    if said.applied is not None:
        happened(said.applied, today, "--applied")
    return replace(
        application,
        applied=said.applied or application.applied,
        employer=said.employer or application.employer,
        title=said.title or application.title,
    )


def _new(proposal: Proposal, said: _Details, today: date) -> Application:
    """A new application. One without an id is one of which the day is not known."""
    base = proposal.application
    day = said.applied or (base.applied if base is not None and base.id else None)
    employer = said.employer or (base.employer if base is not None else "")
    title = said.title or (base.title if base is not None else "")
    if day is None:
        raise UserError("It is not known when you applied.", where=proposal.id, what_to_do="Say it: --applied DATE")
    happened(day, today, "--applied")
    if not (employer or title):
        advice = "Say it: --employer NAME or --title TEXT"
        raise UserError("It is not known whom you applied to, or as what.", where=proposal.id, what_to_do=advice)
    name = application_id(employer, title, day)
    if base is None:
        return Application(name, day, employer, title, source=f"{proposal.source} ({proposal.id})")
    return replace(base, id=name, applied=day, employer=employer, title=title)


def _steps(proposal: Proposal, kind: StepKind | None) -> tuple[Step, ...]:
    """What came of it, with the kind that the person says in place of one that was guessed, or beside what columns say."""
    if kind is None:
        return proposal.steps
    if len(proposal.steps) == 1 and not is_unknown(proposal.because):
        return (replace(proposal.steps[0], kind=kind),)
    return (*proposal.steps, Step(kind, None))
