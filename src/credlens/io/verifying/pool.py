"""Verifies many badges at once, each in a child process that may be killed.

A child serves one badge after the other; one that dies or misbehaves costs the badge it had, and another child goes on. There is one child
at first; while there is still work their number doubles every half second, so that one badge costs one start and ten thousand use every
core. Children end with the work.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeAlias

from credlens.app.verifying.ports import Job
from credlens.io.children import START
from credlens.io.verifying.child import ENTRY, LIMITS, Child, ChildLimits
from credlens.model.verification import Report
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Need, Reply

Answer: TypeAlias = Callable[[Job, Need], Reply]
_PATIENCE = 0.5  # seconds, about what the start of a child costs
_AHEAD = 8  # badges held in memory for each child
_TICK = 0.1  # seconds between two looks at the clock


class VerifyingPool:
    """Implements :class:`credlens.app.verifying.ports.Verifier`.

    Args:
        workers: most children at once; as many as this process has cores when None.
        limits: what each may use.
        entry: "module:function" that verifies.
        code: what a child runs.
    """

    def __init__(
        self,
        workers: int | None = None,
        limits: ChildLimits = LIMITS,
        *,
        entry: str = ENTRY,
        code: str = START,
    ) -> None:
        self._workers = workers or cores()
        self._child = partial(Child, limits=limits, entry=entry, code=code)

    def verify(self, jobs: Iterable[Job], settings: Settings, answer: Answer) -> Iterator[tuple[Job, Report]]:
        """Each job with the report on it, in the order of the jobs.

        Args:
            jobs: badges; a few are taken ahead, in the caller's thread.
            settings: how to judge all of them.
            answer: the document that a badge asks for; called from several threads, and what it raises ends the whole and is raised here.

        Raises:
            OutsideError: no child can be started.
        """
        crew = _Crew(partial(self._child, settings), answer, self._workers)
        try:
            yield from crew.work(jobs)
        finally:
            crew.stop()


class _Crew:
    """The children of one call, a thread for each, and one that watches the clock."""

    def __init__(self, child: Callable[[], Child], answer: Answer, most: int) -> None:
        self._new = child
        self._answer = answer
        self._most = most
        self._tasks: SimpleQueue[tuple[Job, Future[Report]] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._children: set[Child] = set()
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._begun = time.monotonic()

    def work(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Report]]:
        waiting: deque[tuple[Job, Future[Report]]] = deque()
        for job in jobs:
            future: Future[Report] = Future()
            waiting.append((job, future))
            self._tasks.put((job, future))
            self._hire()
            while waiting and (len(waiting) >= _AHEAD * self._most or waiting[0][1].done()):
                yield self._done(*waiting.popleft())
        while waiting:
            yield self._done(*waiting.popleft())

    def stop(self) -> None:
        """End all children, also in the middle of their work."""
        self._over.set()
        while True:  # what nobody began
            try:
                self._tasks.get_nowait()
            except Empty:
                break
        for _ in self._threads:
            self._tasks.put(None)
        with self._lock:
            for child in self._children:
                child.stop()
        for thread in self._threads:
            thread.join(_PATIENCE)  # one that waits for an answer from outside is left behind; its child is gone

    def _done(self, job: Job, future: Future[Report]) -> tuple[Job, Report]:
        while True:
            try:
                return job, future.result(_PATIENCE)
            except NotYetError:
                if future.done():  # the same error, raised by who answers
                    raise
                self._hire()

    def _hire(self) -> None:
        """Begin with one; later more, if there is work for them."""
        if not self._threads:
            self._thread(self._watch)
        wanted = min(self._most, 1 << min(16, int((time.monotonic() - self._begun) / _PATIENCE)))
        while len(self._threads) - 1 < wanted and (len(self._threads) == 1 or not self._tasks.empty()):
            self._thread(self._serve)

    def _thread(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True, name="credlens-verify")
        self._threads.append(thread)
        thread.start()

    def _watch(self) -> None:
        """Kill whoever takes too long."""
        while not self._over.wait(_TICK):
            with self._lock:
                for child in self._children:
                    child.late()

    def _serve(self) -> None:
        """Hand one badge after the other to a child, and to another one when it is gone."""
        child: Child | None = None
        while (task := self._tasks.get()) is not None:
            job, future = task
            try:
                child = child or self._started()
                future.set_result(child.examine(job.data, partial(self._answer, job)))
            except BaseException as error:  # noqa: BLE001 - it is raised where the result is waited for
                future.set_exception(error)
            if child is not None and not child.running:
                self._leave(child)
                child = None
        if child is not None:
            self._leave(child)

    def _started(self) -> Child:
        with self._lock:
            child = self._new()
            self._children.add(child)
            if self._over.is_set():  # too late to be stopped with the others
                child.stop()
        try:
            child.begin()
        except BaseException:
            self._leave(child)
            raise
        return child

    def _leave(self, child: Child) -> None:
        with self._lock:
            self._children.discard(child)
        child.close()


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
