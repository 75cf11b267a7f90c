"""One child process from the parent's side: a badge goes in, and whatever it does, something sound comes out."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from credlens.io.children import START, start
from credlens.io.verifying.frames import NonsenseError, hear, say
from credlens.io.verifying.worker import NO_MEMORY
from credlens.model.errors import OutsideError
from credlens.model.verification import Check, Outcome, Report, Verdict
from credlens.verify.checks import CHECKS
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Kind, Missing, Need, Reply, Why
from credlens.verify.record import report_from_record, settings_to_record

ENTRY = "credlens.verify.steps:steps"
_CPU_SIGNALS = {-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name)}


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What a child may use.

    Attributes:
        cpu_seconds: processor time for one badge with all that is in it; where the system has such a clock.
        seconds: time on the clock for one badge, not counting the wait for what it asks for.
        start_seconds: time on the clock until it is ready.
        memory: bytes of address space; where the system has such a limit.
        said: bytes of one message from it.
    """

    cpu_seconds: float = 2.0
    seconds: float = 30.0
    start_seconds: float = 60.0
    memory: int = 512 * 1024 * 1024
    said: int = 32 * 1024 * 1024


LIMITS = ChildLimits()


class Child:
    """A process that verifies badges, one after the other.

    Args:
        settings: how to judge.
        limits: what it may use.
        entry: "module:function" that verifies, as :func:`credlens.verify.steps.steps` does.
        code: what the process runs.

    Raises:
        OutsideError: it cannot be started.
    """

    def __init__(self, settings: Settings, limits: ChildLimits = LIMITS, entry: str = ENTRY, code: str = START) -> None:
        self._settings = settings
        self._limits = limits
        self._late = False
        self._stopped = False
        arguments = [entry, str(limits.cpu_seconds), str(limits.memory)]
        try:
            self._process = start(code, arguments, "credlens.io.verifying.worker")
        except OSError as error:
            raise _not_started(error.strerror or str(error)) from error
        self._to, self._from = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        self._deadline: float | None = time.monotonic() + limits.start_seconds

    @property
    def running(self) -> bool:
        """Whether it can take another badge."""
        return self._process.poll() is None and not self._stopped

    def begin(self) -> None:
        """Tell it how to judge, and wait until it is ready.

        Raises:
            OutsideError: it never is.
        """
        try:
            self._say(settings_to_record(self._settings))
            ready = self._hear().get("ready")
        except (EOFError, OSError, NonsenseError):
            ready = None
        if ready is not True:
            self.stop()
            raise _not_started("it took too long" if self._late else f"it ended with {self._process.returncode}")
        self._deadline = None

    def examine(self, data: bytes, answer: Callable[[Need], Reply]) -> Report:
        """The report on a badge. Afterwards look whether it is still :attr:`running`.

        Args:
            data: the badge.
            answer: the document that it asks for. What it raises is raised here, and the child is stopped.
        """
        try:
            return self._spoken(data, answer)
        except (NonsenseError, EOFError, OSError) as error:
            self.stop()
            return self._given_up(error)
        except BaseException:
            self.stop()
            raise

    def _spoken(self, data: bytes, answer: Callable[[Need], Reply]) -> Report:
        left = self._limits.seconds
        # One byte too many, so that the reader says itself that it is too large.
        sent: tuple[dict[str, Any], bytes] = ({}, data[: self._settings.limits.file + 1])
        for _ in range(self._settings.limits.documents + 1):  # each document that may be asked for, and the report
            begun = time.monotonic()
            self._deadline = begun + left
            self._say(*sent)
            message = self._hear()
            self._deadline = None
            left -= time.monotonic() - begun
            if "need" not in message:
                return self._report(message)
            need = _need(message, self._settings)
            sent = _answered(need, answer(need))
        raise NonsenseError("it asks for more documents than a badge may")

    def late(self) -> bool:
        """Whether its time is up; it is killed then."""
        deadline = self._deadline
        if deadline is not None and time.monotonic() > deadline:
            self._late = True
            self._process.kill()
        return self._late

    def stop(self) -> None:
        """End it, whatever it does, and leave nothing of it behind."""
        self._stopped = True
        self._deadline = None
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """:meth:`stop`, and close its pipes. Only for the thread that speaks with it."""
        self.stop()
        for pipe in (self._to, self._from):
            try:
                pipe.close()
            except OSError:  # what was not yet sent cannot be sent any more
                continue

    def _say(self, message: dict[str, Any], data: bytes = b"") -> None:
        say(self._to, message, data)

    def _hear(self) -> dict[str, Any]:
        return hear(self._from, self._limits.said)[0]

    def _report(self, message: dict[str, Any]) -> Report:
        """The report in a message, or one on why there is none.

        Raises:
            NonsenseError: neither is in it.
        """
        if "report" in message:
            try:
                report = report_from_record(message["report"])
            except (ValueError, TypeError) as error:
                raise NonsenseError(f"no report: {error}") from None
            if (report.at, report.mode) != (self._settings.at, self._settings.mode):
                raise NonsenseError("a report on something else")
            return report
        stopped = message.get("stopped")
        if not isinstance(stopped, str):
            raise NonsenseError("neither a need nor a report")
        if stopped == NO_MEMORY:
            self.stop()
            return given_up(
                self._settings, f"Checking it takes more than {self._limits.memory // 2**20} MiB of memory."
            )
        return given_up(
            self._settings,
            f"This program made a mistake while checking it ({stopped[:200]}).",
            "Please report this to the makers of the program, with the badge if it is not private.",
        )

    def _given_up(self, error: Exception) -> Report:
        limits, code = self._limits, self._process.returncode
        if self._late:
            return given_up(self._settings, f"Checking it took more than {limits.seconds:g} seconds; it was stopped.")
        if code in _CPU_SIGNALS:
            words = f"Checking it took more than {limits.cpu_seconds:g} seconds of processor time; it was stopped."
            return given_up(self._settings, words)
        if isinstance(error, NonsenseError):
            return given_up(
                self._settings, "The process that checked it gave an answer that makes no sense; it was stopped."
            )
        return given_up(self._settings, "The process that checked it ended before it was done.")


def given_up(settings: Settings, words: str, next_step: str = "Ask its issuer for another copy of it.") -> Report:
    """The report on a badge that was not checked to its end."""
    kind = CHECKS["work"]
    check = Check("work", Outcome.FAILED, kind.title, words, kind.reference, next_step=next_step)
    return Report(Verdict.COULD_NOT_CHECK, words, settings.mode, settings.at, checks=(check,), next_step=next_step)


def _need(message: dict[str, Any], settings: Settings) -> Need:
    """What a child asks for; not more than any badge may.

    Raises:
        NonsenseError: it is no need.
    """
    url, kind, most = message.get("need"), message.get("kind"), message.get("max_bytes")
    if not isinstance(url, str) or not isinstance(most, int) or not isinstance(kind, str) or kind not in set(Kind):
        raise NonsenseError("no need")
    return Need(url, Kind(kind), max(0, min(most, max(settings.limits.document, settings.limits.list))))


def _answered(need: Need, reply: Reply) -> tuple[dict[str, Any], bytes]:
    if not isinstance(reply, Missing) and len(reply.data) > need.max_bytes:
        reply = Missing(need.url, Why.TOO_LARGE, f"It has more than {need.max_bytes // 1024} KiB.")
    if isinstance(reply, Missing):
        return {"url": reply.url, "why": reply.why.value, "words": reply.words}, b""
    return {"url": reply.url, "how": reply.how, "content_type": reply.content_type}, reply.data


def _not_started(why: str) -> OutsideError:
    return OutsideError(
        f"No process can be started to check badges in: {why}.",
        what_to_do="Free some memory and try again; `credlens doctor` looks whether the program is whole.",
    )
