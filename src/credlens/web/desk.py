"""Desks: the doors of one person, kept open between requests, with what they may take back and the work that is going on.

``me`` is the person whose home folder it is. Example persons have homes of their own that last as long as the program runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from credlens.app.examples import names
from credlens.app.ports import Ports
from credlens.app.remembering import Remembering
from credlens.io.home import open_home
from credlens.io.memory import MemoryFiles
from credlens.model.errors import UserError
from credlens.web.work import Works

if TYPE_CHECKING:
    from credlens.app.verifying.verify import VerifyResult

ME = "me"
MOST_NOTES = 50  # things that can be taken back; the oldest go first


@dataclass(frozen=True)
class Note:
    """What was just done, and what takes it back; None when nothing does."""

    words: str
    undo: Callable[[], None] | None = None


@dataclass(frozen=True)
class Checked:
    """A badge that was checked, with its file, so that it can be kept."""

    name: str
    data: bytes
    result: VerifyResult


class Desk:
    """One person's.

    Args:
        who: ``me``, or the name of an example person.
        home: where their state lives.
        today: the day to reckon from; the clock's when None.
    """

    def __init__(self, who: str, home: Path | None, today: date | None = None) -> None:
        self.who = who
        self.works = Works()
        self._home, self._today = home, today
        self._lock = threading.RLock()  # what is remembered is for one caller at a time
        self._remember = Remembering()
        self._ports: Ports | None = None
        self._notes: dict[int, Note] = {}
        self._reports: dict[int, Checked] = {}
        self._numbers = count(1)

    @property
    def example(self) -> bool:
        """Whether the person is invented."""
        return self.who != ME

    @contextmanager
    def open(self, files: MemoryFiles | None = None) -> Iterator[Ports]:
        """The doors, for one caller after the other; files are those that were sent with the request, and no others."""
        with self._lock:
            yield replace(self._opened(), files=files or MemoryFiles())

    @contextmanager
    def look(self) -> Iterator[Ports]:
        """The doors without waiting for anybody, for what is quick and remembers nothing."""
        yield self._opened()

    def warm(self, ports: Ports) -> bool:
        """Whether the ads and documents were read already, so that a page need not keep anybody waiting; what changed since is read quickly."""
        from credlens.app.knowledge import Knowledge

        state = self._remember.state("situation")
        return state is not None and state[0] is Knowledge.of(ports)

    def note(self, words: str, undo: Callable[[], None] | None = None) -> int:
        """Remember what was done; the number by which a page shows it."""
        number = next(self._numbers)
        self._notes[number] = Note(words, undo)
        for old in list(self._notes)[:-MOST_NOTES]:
            del self._notes[old]
        return number

    def noted(self, number: str | None) -> tuple[int, Note] | None:
        """What was done under a number; None when it is too long ago."""
        if number is None or not number.isdecimal() or int(number) not in self._notes:
            return None
        return int(number), self._notes[int(number)]

    def checked(self, found: Checked) -> int:
        """Remember what came of checking a badge; the number by which a page shows it."""
        number = next(self._numbers)
        self._reports[number] = found
        for old in list(self._reports)[:-MOST_NOTES]:
            del self._reports[old]
        return number

    def report(self, number: str) -> Checked | None:
        """What came of checking; None when it is too long ago."""
        return self._reports.get(int(number)) if number.isdecimal() else None

    def take_back(self, number: str) -> str:
        """Undo what was done under a number. Returns the words for it.

        Raises:
            UserError: it cannot be taken back any more.
        """
        with self._lock:
            found = self.noted(number)
            if found is None or found[1].undo is None:
                raise UserError(
                    "This cannot be taken back any more.", what_to_do="Look at the page and change it there."
                )
            found[1].undo()
            self._notes[found[0]] = Note(found[1].words)
            return found[1].words

    def forget(self) -> None:
        """Everything of the person is gone: what is remembered of it here goes, too."""
        with self._lock:
            self._remember = Remembering()
            self._ports = None
            self._notes.clear()
            self._reports.clear()

    def _opened(self) -> Ports:
        day = self._today or datetime.now().astimezone().date()
        if self._ports is None or self._ports.today != day:
            self._ports = open_home(
                self._home, today=self._today, progress=self.works.tell, news=self.works.news, remember=self._remember
            )
        return self._ports


class Desks:
    """The desk of the person, and those of the examples that somebody looks at.

    Args:
        home: the person's folder; the default one when None.
        today: the day to reckon from; the clock's when None.
    """

    def __init__(self, home: Path | None, today: date | None = None) -> None:
        self._today = today
        self._desks = {ME: Desk(ME, home, today)}
        self._lock = threading.Lock()
        self._folder: TemporaryDirectory[str] | None = None

    def __getitem__(self, who: str) -> Desk:
        """A desk. Raises KeyError when nobody is called so, or the example was not opened."""
        return self._desks[who]

    def examples(self) -> tuple[str, ...]:
        """Example persons there are."""
        with self._desks[ME].look() as ports:
            return names(ports)

    def example(self, who: str) -> Desk:
        """The desk of an example person, set up when it is not there.

        Raises:
            UserError: there is no such example person.
        """
        from credlens.app import demo

        with self._lock:
            if who not in self._desks:
                if who not in self.examples():
                    raise UserError(f"There is no example person {who!r}.", what_to_do="Choose one on the first page.")
                self._folder = self._folder or TemporaryDirectory(prefix="credlens-")
                desk = Desk(who, Path(self._folder.name) / who, self._today)
                with desk.open() as ports:
                    demo.move_in(ports, who)
                self._desks[who] = desk
            return self._desks[who]

    def close(self) -> None:
        """Forget the examples."""
        if self._folder is not None:
            self._folder.cleanup()
