"""A table of applications as applications, and as proposals where a row is not clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import BinaryIO

from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.model.errors import Problem
from credlens.model.naming import harmless
from credlens.outcomes.ids import application_id
from credlens.outcomes.steps import in_order, with_steps
from credlens.outcomes.trackers.columns import Columns, find_columns
from credlens.outcomes.trackers.days import Said, order, read_day
from credlens.outcomes.trackers.status_words import Sent, because_unknown, status_of, truth_of
from credlens.outcomes.trackers.text import Row, read_rows

_LONGEST = 200  # characters kept of an employer, a title or a resume's name; judgement
_QUOTE = 300  # characters of a row shown for review; judgement
_EMPTY = frozenset({"", "-", "--", "n/a", "na", "none", "null", "?", "unknown"})
_DAYS = ("applied", "added", "status_day", "reply", "interview", "offer", "rejection", "withdrawn")
_STEPS = {
    "reply": StepKind.REPLY,
    "interview": StepKind.INTERVIEW,
    "offer": StepKind.OFFER,
    "rejection": StepKind.REJECTION,
    "withdrawn": StepKind.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class NotSent:
    """A row of a job that was not applied for yet."""

    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that says all that is needed; ``id`` is the one that it would have as a proposal."""

    id: str
    application: Application


@dataclass(frozen=True, slots=True)
class TrackerTable:
    """A table as it was read.

    Attributes:
        tracker: what it is one of, as messages call it.
        rows: how many it has below its header.
        found: each application once, in the order of the table.
        not_sent: rows of jobs that were only noted.
        merged: places of rows that say again what one before them says.
        unread: headers of the columns that were not read.
        problems: what could not be read.
    """

    tracker: str
    rows: int
    found: tuple[Ready | Proposal, ...]
    not_sent: tuple[NotSent, ...]
    merged: tuple[str, ...]
    unread: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_table(stream: BinaryIO, where: str, today: date, columns: Mapping[str, str] | None = None) -> TrackerTable:
    """Read a table with a header row, as trackers export it and spreadsheets write it.

    Args:
        stream: the file.
        where: what messages call it.
        today: the day on which nothing later can have happened.
        columns: see :func:`find_columns`.

    Raises:
        InputError: it cannot be read, or its columns are not known; the message names them.
    """
    rows, problems = read_rows(stream, where)
    known = find_columns(rows, where, columns)
    reading = _Reading(known, where, today, rows[1:])
    found: dict[str, Ready | Proposal] = {}
    not_sent: list[NotSent] = []
    merged: list[str] = []
    for row in rows[1:]:
        made = reading.row(row)
        if isinstance(made, NotSent):
            not_sent.append(made)
            continue
        name = made.application.id if isinstance(made, Ready) else made.id
        if name in found:
            merged.append(f"{where}:{row.line}")
            found[name] = _merged(found[name], made)
        else:
            found[name] = made
    if not reading.rows:
        problems.append(Problem(where, "The table has a header and no rows.", "Export the table again."))
    return TrackerTable(
        known.tracker.name,
        len(reading.rows),
        tuple(found.values()),
        tuple(not_sent),
        tuple(merged),
        tuple(harmless(name) for name in known.unread),
        tuple(problems),
    )


def _merged(first: Ready | Proposal, again: Ready | Proposal) -> Ready | Proposal:
    """Two rows of the same application: the first one, with the steps of both."""
    if not (isinstance(first, Ready) and isinstance(again, Ready)):
        return first
    return replace(first, application=with_steps(first.application, again.application.steps))


class _Reading:
    """Reads rows.

    Args:
        columns: which column says what.
        where: what messages call the file.
        today: nothing happened later.
        rows: all of them; they decide about the order of day and month.
    """

    def __init__(self, columns: Columns, where: str, today: date, rows: Sequence[Row]) -> None:
        self._columns = columns
        self._where = where
        self._today = today
        self.rows = rows
        self._month_first = {f: self._order(f) for f in _DAYS if f in columns.place}

    def row(self, row: Row) -> Ready | Proposal | NotSent:
        """What one row says."""
        place = f"{self._where}:{row.line}"
        quote = _clean(" | ".join(c.strip() for c in row.cells if c.strip()), _QUOTE)
        status_said = self._cell(row, "status")
        status = status_of(status_said) if status_said else None
        if status is Sent.NOT_YET or truth_of(self._cell(row, "sent")) is False:
            return NotSent(place, quote)
        doubts: list[str] = []
        day = self._applied(row, doubts)
        employer, title = self._cell(row, "employer"), self._cell(row, "title")
        if not (employer or title):
            doubts.append("It names neither an employer nor a title.")
        if status_said and status is None:
            doubts.append(because_unknown(status_said))
        digest = sha256("\n".join(row.cells).encode("utf-8", "replace")).hexdigest()[:8]
        steps = in_order(self._steps(row, status, day, doubts))
        application = Application(
            # A day that is not known makes no id; the rest is what is known.
            id=application_id(employer, title, day) if day is not None else "",
            applied=day or self._today,
            employer=employer,
            title=title,
            resume=self._cell(row, "resume"),
            referral=truth_of(self._cell(row, "referral")),
            source=f"{place} ({digest})",
        )
        if not doubts:
            return Ready(digest, replace(application, steps=steps))
        return Proposal(digest, place, quote, " ".join(doubts), application, steps=steps)

    def _order(self, field: str) -> bool | None:
        """Whether the month stands first in a column; None when nothing shows it, or values show both."""
        if self._columns.month_first is not None:
            return self._columns.month_first
        day_first, month_first = order(self._cell(row, field) for row in self.rows)
        if day_first != month_first:
            return month_first
        return None if day_first else self._columns.tracker.month_first

    def _cell(self, row: Row, field: str) -> str:
        number = self._columns.place.get(field)
        if number is None or number >= len(row.cells):
            return ""
        text = _clean(row.cells[number], _LONGEST)
        return "" if text.casefold() in _EMPTY else text

    def _said(self, row: Row, field: str) -> Said | None:
        cell = self._cell(row, field)
        return read_day(cell, month_first=self._month_first[field]) if cell else None

    def _applied(self, row: Row, doubts: list[str]) -> date | None:
        """The day on which it was sent; None, with why, when it is not known."""
        said = self._said(row, "applied")
        if said is None:
            return self._instead(row, doubts)
        if said.day is None:
            doubts.append(_unread(self._cell(row, "applied"), said, "the day it was sent"))
        elif said.day > self._today:
            doubts.append(f"The day it was sent, {said.day}, is still to come: say the right one with --applied.")
            return None
        return said.day

    def _instead(self, row: Row, doubts: list[str]) -> date | None:
        """The day it was put into the tracker, which is not the day it was sent."""
        for field, words in (("added", "put into the table"), ("status_day", "last changed there")):
            said = self._said(row, field)
            if said is not None and said.day is not None and said.day <= self._today:
                doubts.append(f"It does not say when it was sent: {said.day} is when it was {words}.")
                return said.day
        doubts.append("It does not say when it was sent: say it with --applied.")
        return None

    def _steps(
        self, row: Row, status: StepKind | Sent | None, applied: date | None, doubts: list[str]
    ) -> Iterator[Step]:
        """What came of it, as the columns of days and the status say."""
        dated = [(kind, field) for field, kind in _STEPS.items() if self._cell(row, field)]
        if isinstance(status, StepKind) and status not in dict(dated):
            dated.append((status, "status_day"))
        for kind, field in dated:
            yield self._step(row, kind, field, applied, doubts)

    def _step(self, row: Row, kind: StepKind, field: str, applied: date | None, doubts: list[str]) -> Step:
        said, cell = self._said(row, field), self._cell(row, field)
        if said is None or truth_of(cell) is True:  # no day, or a mark instead of one
            return Step(kind, None)
        if said.day is None:
            doubts.append(_unread(cell, said, f"the day of the {kind.value}"))
            return Step(kind, None, cell)
        if said.day > self._today:
            doubts.append(f"The {kind.value} of {said.day} is still to come: accepted, it is logged without its day.")
            return Step(kind, None, cell)
        if applied is not None and said.day < applied:
            before = f"The {kind.value} of {said.day} is before the application of {applied}"
            doubts.append(f"{before}: say --applied if that day is wrong, else it is logged without its day.")
            return Step(kind, None, cell)
        return Step(kind, said.day)


def _unread(cell: str, said: Said, what: str) -> str:
    """Why a day is not known."""
    if said.either is None:
        return f'"{cell}" cannot be read as {what}.'
    one, other = said.either
    choice = "take the file in again with --column dates=dmy or dates=mdy"
    return f'"{cell}" can be {one} or {other}, and no value of the column shows which: {choice}.'


def _clean(text: str, most: int) -> str:
    """On one line, with nothing that does more than be shown, and not longer than so many characters."""
    words = " ".join(harmless(text[: most * 4]).split()).encode("utf-8", "replace").decode()
    return words if len(words) <= most else words[: most - 1] + "…"
