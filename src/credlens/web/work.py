"""Work that takes longer than a page should: done by a thread, told while it goes on, its end shown to who asked for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from queue import Empty, SimpleQueue

from credlens.model.errors import CredlensError

MOST_WORKS = 20  # that are remembered; the oldest go first


@dataclass
class Work:
    """One piece of work.

    Attributes:
        title: what is done, for the head of the page.
        back: address to go back to when it fails.
        place: address to go to when it is done.
        failure: why it could not be done; None while it goes on and when it is done.
        over: set at its end.
    """

    number: int
    title: str
    back: str
    place: str = ""
    failure: BaseException | None = None
    over: threading.Event = field(default_factory=threading.Event)
    said: SimpleQueue[tuple[str, int, int]] = field(default_factory=SimpleQueue)

    def steps(self) -> Iterator[tuple[str, int, int]]:
        """(what, done, of how many) as the work goes on, until it is over; the last word of those that came at once."""
        while not self.over.is_set() or not self.said.empty():
            try:
                step = self.said.get(timeout=0.2)
            except Empty:
                continue
            while not self.said.empty():
                step = self.said.get()
            yield step


class Works:
    """What goes on for one person."""

    def __init__(self) -> None:
        self._works: dict[int, Work] = {}
        self._numbers = count(1)
        self._here = threading.local()

    def begin(self, title: str, back: str, job: Callable[[], str]) -> Work:
        """Start a job in a thread of its own; it returns the address of the page with what came of it."""
        work = Work(next(self._numbers), title, back)
        self._works[work.number] = work
        for old in list(self._works)[:-MOST_WORKS]:
            if self._works[old].over.is_set():
                del self._works[old]

        def run() -> None:
            self._here.work = work
            try:
                work.place = job()
            except CredlensError as error:
                work.failure = error
            except Exception as error:  # noqa: BLE001 - a thread has nobody above it: the page shows that it failed
                import traceback

                traceback.print_exc()
                work.failure = error
            finally:
                work.over.set()

        threading.Thread(target=run, daemon=True).start()
        return work

    def find(self, number: str) -> Work | None:
        """A piece of work by its number; None when it is too long ago."""
        return self._works.get(int(number)) if number.isdecimal() else None

    def tell(self, what: str, done: int, total: int) -> None:
        """Progress of the work whose thread calls this; see :class:`credlens.app.progress.Progress`."""
        work: Work | None = getattr(self._here, "work", None)
        if work is not None:
            work.said.put((what, done, total))

    def news(self, words: str) -> None:
        """A word on the work whose thread calls this."""
        self.tell(words, 0, 0)
