"""Strangers' bytes are opened in a process of their own, which has little and may be killed."""

from __future__ import annotations

import json
import subprocess
import threading
from dataclasses import dataclass

from credlens.io.children import START, start
from credlens.model.errors import InputError, OutsideError, Problem

_WHAT_TO_DO = "Export it again from the program it was made with, or give it in another format."


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may use.

    Attributes:
        input_bytes, output_bytes: of the file, and of what comes back.
        cpu_seconds: processor time; where the system has such a limit.
        seconds: time on the clock.
        memory: bytes of address space; where the system has such a limit.
    """

    input_bytes: int = 20 * 1024 * 1024
    output_bytes: int = 8 * 1024 * 1024
    cpu_seconds: int = 10
    seconds: float = 30.0
    memory: int = 512 * 1024 * 1024


class ChildSandbox:
    """Opens files in a child process for each.

    Args:
        limits: what a child may use.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._start = START

    def run(self, opener: str, data: bytes, where: str) -> str:
        """What an opener makes of a file, as JSON.

        Args:
            opener: a name of :data:`credlens.io.sandboxed.TABLES`, "resume:pdf".
            data: the file.
            where: what to call it in messages.

        Raises:
            InputError: the opener cannot read it, or it used too much.
            OutsideError: no process can be started.
        """
        if len(data) > self._limits.input_bytes:
            most = self._limits.input_bytes // 2**20
            raise _refused(where, f"The file is larger than {most} MiB.", "Save it with smaller pictures, or without.")
        out, code, late = self._child(opener, data)
        if len(out) > self._limits.output_bytes:
            raise _refused(where, "The file holds more text than a document does.", "Give a shorter one.")
        if late or code in _KILLED:
            raise _refused(where, "Opening the file took too long; it was stopped.", _WHAT_TO_DO)
        try:
            answer = json.loads(out)
        except ValueError:
            raise _refused(
                where, "Opening the file failed: it is damaged, or needs more memory than a document does.", _WHAT_TO_DO
            ) from None
        if "problems" in answer:
            raise InputError([Problem(_join(where, place), what, do) for place, what, do in answer["problems"]])
        return json.dumps(answer["opened"], ensure_ascii=False)

    def _child(self, opener: str, data: bytes) -> tuple[bytes, int, bool]:
        """What it said, how it ended, and whether its time was up."""
        limits = self._limits
        try:
            arguments = [opener, str(limits.cpu_seconds), str(limits.memory)]
            child = start(self._start, arguments, "credlens.io.sandboxed")
        except OSError as error:
            raise OutsideError(
                f"No process can be started to open the file in: {error.strerror or error}.",
                what_to_do="Free some memory and try again.",
            ) from error
        with child:
            late = threading.Event()
            timer = threading.Timer(limits.seconds, _stop, args=(child, late))
            writer = threading.Thread(target=_feed, args=(child, data), daemon=True)
            timer.start()
            writer.start()
            try:
                assert child.stdout is not None  # noqa: S101  (a pipe was asked for)
                out = child.stdout.read(limits.output_bytes + 1)
                if len(out) > limits.output_bytes:
                    child.kill()
                code = child.wait()
            finally:
                timer.cancel()
                child.kill()
            writer.join()
        return out, code, late.is_set()


_KILLED = (-24, -9)  # SIGXCPU, and SIGKILL where the processor time was up and nobody listened


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    assert child.stdin is not None  # noqa: S101  (a pipe was asked for)
    try:
        child.stdin.write(data)
        child.stdin.close()
    except OSError:  # it ended before it read everything; what it said tells why
        return


def _join(where: str, place: str) -> str:
    return f"{where}: {place}" if place else where


def _refused(where: str, message: str, what_to_do: str) -> InputError:
    return InputError([Problem(where, message, what_to_do)])
