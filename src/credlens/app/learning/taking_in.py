"""Use case: take applications out of a tracker's table or a mailbox into the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from credlens.app.learning.found import alike, logged, plainly
from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.app.progress import Progress
from credlens.model.application import Application, Proposal
from credlens.model.errors import InputError, Problem
from credlens.model.serial import plain
from credlens.outcomes.mail.mailbox import is_mail, is_mailbox
from credlens.outcomes.mail.matching import match
from credlens.outcomes.mail.reading import read_mailbox
from credlens.outcomes.steps import with_steps
from credlens.outcomes.trackers.reading import NotSent, Ready, read_table
from credlens.outcomes.trackers.status_words import is_unknown

_PEEK = 16 * 1024  # bytes by which a file is recognised
_TOLD_EVERY = 1024 * 1024  # bytes between two words about the progress
_MAILBOXES = frozenset({".mbox", ".mbx"})
_ARCHIVE = b"PK\x03\x04"  # of zip archives, which .xlsx and .ods are as well


@dataclass(frozen=True)
class TakenIn:
    """What a file brought.

    Attributes:
        read_as: what the file was read as, in words.
        logged: applications that are new in the log, or got a step that was not known.
        known: how many entries of the file the log had already.
        review: what waits to be looked at, new from this file.
        not_sent: jobs that were only noted, and not applied for.
        counts: what else was counted, by name.
        unread: headers of columns that say nothing here.
        problems: what could not be read.
    """

    read_as: str
    logged: tuple[Application, ...]
    known: int
    review: tuple[Proposal, ...]
    not_sent: tuple[NotSent, ...]
    counts: Mapping[str, int]
    unread: tuple[str, ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"read_as", "logged", "known", "review", "not_sent", "counts", "columns_not_read", "problems"}``."""
        return {
            "read_as": self.read_as,
            "logged": plain(self.logged),
            "known": self.known,
            "review": plain(self.review),
            "not_sent": plain(self.not_sent),
            "counts": dict(self.counts),
            "columns_not_read": list(self.unread),
            "problems": plain(self.problems),
        }


def take_in(ports: Ports, path: Path, *, columns: Mapping[str, str] | None = None) -> TakenIn:
    """Take in a table (CSV), a mailbox (mbox) or a mail (eml). Taking in the same file again changes nothing.

    What is clear in a table is logged. What is not clear, and all that a mailbox says, waits to be looked at.

    Args:
        ports: the doors.
        path: the file.
        columns: for a table, field -> header where the headers are not known, and "dates" -> "dmy" or "mdy".

    Raises:
        InputError: the file cannot be read, or the columns of a table are not known; the message names them.
    """
    with ports.files.open(path) as opened:
        beginning = opened.read(_PEEK)
        stream = cast("BinaryIO", _Watched(opened, beginning, ports.progress, ports.files.size(path)))
        if beginning.startswith(_ARCHIVE):
            advice = "Unpack the archive, or export the table as CSV."
            raise InputError([Problem(str(path), "This is an archive or a spreadsheet program's own file.", advice)])
        box = is_mailbox(beginning) or path.suffix.lower() in _MAILBOXES
        if box or path.suffix.lower() == ".eml" or is_mail(beginning):
            return _mailbox(ports, stream, path.name, single=not box)
        return _table(ports, stream, path.name, columns)


def _table(ports: Ports, stream: BinaryIO, where: str, columns: Mapping[str, str] | None) -> TakenIn:
    table = read_table(stream, where, ports.today, columns)
    before = {a.id: a for a in logged(ports)}
    waiting = _waiting(ports)
    taken = {a.source[-9:-1] for a in before.values()} | _rejected(ports)
    named: dict[tuple[str, str], list[Application]] = defaultdict(list)
    for each in before.values():
        named[plainly(each.employer), plainly(each.title)].append(each)
    changed: list[Application] = []
    proposals: list[Proposal] = []
    settled: list[str] = []
    known = 0
    for row in table.found:
        made = row if isinstance(row, Proposal) else _against(row, named, before)
        if isinstance(made, Proposal) and (made.id in taken or _adds_nothing(made, before)):
            known += 1  # it was looked at before
        elif isinstance(made, Proposal):
            proposals.append(made)
        else:
            if row.id in waiting:
                settled.append(row.id)
            if made is None:
                known += 1
            else:
                changed.append(made)
    new = [p for p in proposals if p.id not in waiting]
    _save(ports, changed, new, settled)
    counts = {
        "rows": table.rows,
        "logged": sum(a.id not in before for a in changed),
        "got_steps": sum(a.id in before for a in changed),
        "said_twice": len(table.merged),
        "not_sent": len(table.not_sent),
        "waiting_already": len(proposals) - len(new),
    }
    return TakenIn(
        f"a table of {table.tracker}" if table.tracker != "a spreadsheet" else table.tracker,
        tuple(changed),
        known,
        tuple(new),
        table.not_sent,
        counts,
        table.unread,
        table.problems,
    )


def _against(
    row: Ready, named: Mapping[tuple[str, str], Sequence[Application]], before: Mapping[str, Application]
) -> Application | Proposal | None:
    """A clear row beside what is logged: what to log, or what to look at first; None when it adds nothing."""
    there = before.get(row.application.id)
    if there is not None:
        made = with_steps(there, row.application.steps)
        return None if made is there else made
    new = row.application
    same = named.get((plainly(new.employer), plainly(new.title)), ())
    like = alike(same, new.employer, new.title, new.applied)
    if like is None:
        return new
    because = (
        f"It looks like the application of {like.applied}, logged as {like.id}. Accept it if it is another one, "
        f"reject it if it is the same, or add what came of it there with --about {like.id}."
    )
    quote = f"{new.title or 'no title'} at {new.employer or 'no employer'}, sent on {new.applied}"
    place = new.source.rpartition(" (")[0]
    return Proposal(row.id, place, quote, because, replace(new, steps=()), steps=new.steps)


def _adds_nothing(proposal: Proposal, before: Mapping[str, Application]) -> bool:
    """Whether the application of a row that is not clear is logged with everything that the row says."""
    there = before.get(proposal.application.id) if proposal.application is not None else None
    return there is not None and not is_unknown(proposal.because) and with_steps(there, proposal.steps) is there


def _mailbox(ports: Ports, stream: BinaryIO, where: str, *, single: bool) -> TakenIn:
    box = read_mailbox(stream, where, ports.today, single=single)
    waiting = _waiting(ports)
    ahead = [p.application for p in waiting.values() if p.application is not None and not p.about]
    rejected = _rejected(ports)
    letters = [letter for letter in box.letters if letter.id not in waiting and letter.id not in rejected]
    found = match(letters, logged(ports), ahead, ports.today)
    _save(ports, (), found.proposals, ())
    counts = {
        "mails": box.mails,
        "say_nothing": box.nothing + found.doubtful,
        "alerts_and_newsletters": box.alerts,
        "duplicates": box.duplicates,
        "unreadable": box.unreadable,
        "waiting_already": sum(letter.id in waiting for letter in box.letters),
    }
    known = found.known + sum(letter.id in rejected for letter in box.letters)
    return TakenIn("a mail" if single else "a mailbox", (), known, found.proposals, (), counts, (), tuple(box.problems))


def _waiting(ports: Ports) -> dict[str, Proposal]:
    return {p.id: p for p in ports.log().proposals()} if ports.has_state() else {}


def _rejected(ports: Ports) -> frozenset[str]:
    return ports.log().rejected() if ports.has_state() else frozenset()


def _save(
    ports: Ports, applications: Sequence[Application], proposals: Sequence[Proposal], settled: Sequence[str]
) -> None:
    if applications or proposals or settled:
        ports.store()  # makes the place where everything is kept
        ports.log().save(LogChange(tuple(applications), proposals=tuple(proposals), settled=tuple(settled)))


class _Watched:
    """A file that tells how much of it was read.

    Args:
        stream: the file, of which the beginning was read already.
        beginning: that, to be read again.
        progress: who is told.
        total: bytes of the file; 0 when nobody knows.
    """

    def __init__(self, stream: BinaryIO, beginning: bytes, progress: Progress, total: int) -> None:
        self._stream = stream
        self._beginning = beginning
        self._progress = progress
        self._total = total
        self._done = 0
        self._told = 0

    def read(self, size: int) -> bytes:
        """At most so many bytes; fewer only at the end of the file."""
        part = self._beginning[:size]
        self._beginning = self._beginning[size:]
        part += self._stream.read(size - len(part))
        self._done += len(part)
        if self._done - self._told >= _TOLD_EVERY:
            self._told = self._done
            self._progress("bytes", self._done, max(self._total, self._done))
        return part
