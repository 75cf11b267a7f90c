"""The local engine: texts are read in one process for each core, counted in SQL by DuckDB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

from credlens.app.market.ports import Work
from credlens.app.progress import Progress
from credlens.model.errors import OutsideError

READER = (sys.executable, "-m", "credlens.io.market.worker")
"""What reads texts: a command that answers each name of a piece with that name; see :mod:`credlens.io.market.worker`."""

TRIES = 2  # a process that is killed from outside gets its piece once more


class LocalEngine:
    """Reads and counts on this machine.

    Args:
        home: where the person's taxonomies are.
        work: the build.
    """

    def __init__(self, home: Path, work: Work) -> None:
        self._home = home
        self._work = work

    def read(self, tier: int, progress: Progress) -> None:
        """Read every piece of texts that has not been read.

        Raises:
            OutsideError: a process that reads dies again and again.
        """
        pieces = self._work.names("texts-")
        done = {f"texts-{name.partition('-')[2]}" for name in self._work.names("mentions-")}
        waiting: SimpleQueue[str] = SimpleQueue()
        for name in pieces:
            if name not in done:
                waiting.put(name)
        finished, stop = len(done), Event()
        progress("pieces of ads", finished, len(pieces))
        many = max(1, min(_cores(), waiting.qsize()))
        with ThreadPoolExecutor(many) as pool:
            answered: SimpleQueue[str | None] = SimpleQueue()
            # The threads only wait for their processes.
            lanes = [pool.submit(self._lane, tier, waiting, answered, stop) for _ in range(many)]
            open_lanes = len(lanes)
            try:
                while open_lanes:
                    if answered.get() is None:
                        open_lanes -= 1
                    else:
                        finished += 1
                        progress("pieces of ads", finished, len(pieces))
            except BaseException:
                stop.set()
                raise
            for lane in lanes:
                lane.result()

    def _lane(self, tier: int, waiting: SimpleQueue[str], answered: SimpleQueue[str | None], stop: Event) -> None:
        try:
            with _Worker(self._home, self._work.folder, tier) as worker:
                while not stop.is_set():
                    try:
                        name = waiting.get_nowait()
                    except Empty:
                        return
                    worker.read(name)
                    answered.put(name)
        finally:
            answered.put(None)

    def count(self, steps: Mapping[str, str], tables: Mapping[str, str]) -> None:
        """Count the tables.

        Args:
            steps: helping tables, name -> query, in order.
            tables: what is kept, name -> query; each becomes a piece of that name.

        Raises:
            OutsideError: the disk is full.
        """
        folder = self._work.folder
        counter = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-m", "credlens.io.market.counter", str(folder)],
            input=json.dumps({"steps": steps, "tables": tables}),
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if counter.returncode:
            raise OutsideError(
                f"The ads cannot be counted: {counter.stdout or f'the process ended with {counter.returncode}'}",
                where=str(folder),
                what_to_do="Make room on the disk, or choose another place with --home; then run it again.",
            )


class _Worker:
    """One process that reads, started when it is first needed and again when it died."""

    def __init__(self, home: Path, folder: Path, tier: int) -> None:
        self._command = [*READER, str(home), str(folder), str(tier)]
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def read(self, name: str) -> None:
        for _ in range(TRIES):
            if self._process is None:
                self._process = subprocess.Popen(  # noqa: S603 - this very program
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
                )
            stdin, stdout = self._process.stdin, self._process.stdout
            assert stdin is not None and stdout is not None  # noqa: S101, PT018 - both were asked for above
            try:
                stdin.write(f"{name}\n")
                stdin.flush()
                if stdout.readline().strip() == name:
                    return
            except OSError:
                pass
            self._process.kill()
            self._process.communicate()
            self._process = None
        raise OutsideError(
            "A process that reads ads was stopped from outside, or ran out of memory.",
            where=name,
            what_to_do="Close other programs and run the command again: it goes on where it was stopped.",
        )


def _cores() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
