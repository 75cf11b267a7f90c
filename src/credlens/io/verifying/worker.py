"""What runs in the child: badges come in, needs and reports go out.

Started by :mod:`credlens.io.verifying.pool`. Before the first badge comes in it gives away what it does not need: it may write no file,
start nothing, connect to nothing, and read only its own libraries. One badge has so much processor time; where the system keeps no such
time, the parent's clock is the only one.
"""

from __future__ import annotations

import os
import signal
import sys
import zoneinfo
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from credlens.io.sandboxed import limit, refuse
from credlens.io.verifying.frames import hear, say
from credlens.model.verification import Report
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Reply, Steps, Why
from credlens.verify.record import report_to_record, settings_from_record

MOST = 2**31  # bytes of a message: the parent is trusted
NO_MEMORY = "memory"
"""What it says it stopped for when there was too little memory; it ends then."""


def main(arguments: list[str]) -> int:
    """Serve. Arguments: "module:function" that verifies, seconds of processor time for each badge, bytes of memory (0: no limit)."""
    entry, seconds, memory = arguments[0], float(arguments[1]), int(arguments[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who ends this one
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library may print is no message
    module, _, name = entry.partition(":")
    verify = getattr(import_module(module), name)
    limit(0, memory)
    sys.addaudithook(refuse)
    sys.addaudithook(refuse_reading(sys.path))
    try:
        record, _ = hear(incoming, MOST)
        settings = settings_from_record(record)
        say(outgoing, {"ready": True})
        serve(verify, settings, seconds, incoming, outgoing)
    except (EOFError, BrokenPipeError):  # whoever started it is gone
        return 0
    return 1  # no memory


def serve(
    verify: Callable[[bytes, Settings], Steps[Report]],
    settings: Settings,
    seconds: float,
    incoming: BinaryIO,
    outgoing: BinaryIO,
) -> None:
    """Verify one badge after another; return when the memory was too small for one.

    Raises:
        EOFError: no more badges.
    """
    more = seconds  # the first time, parts of the program are still to be loaded
    while True:
        _, data = hear(incoming, MOST)
        _allow(seconds + more)
        more = 0.0
        try:
            said: dict[str, Any] = {"report": report_to_record(_driven(verify(data, settings), incoming, outgoing))}
        except MemoryError:
            said = {"stopped": NO_MEMORY}
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of the program on this badge must not cost the others
            said = {"stopped": _place(error)}
        _allow(0.0)
        say(outgoing, said)
        if said.get("stopped") == NO_MEMORY:
            return


def _driven(steps: Steps[Report], incoming: BinaryIO, outgoing: BinaryIO) -> Report:
    try:
        need = next(steps)
        while True:
            say(outgoing, {"need": need.url, "kind": need.kind.value, "max_bytes": need.max_bytes})
            need = steps.send(_reply(*hear(incoming, MOST)))
    except StopIteration as end:
        report: Report = end.value
        return report


def _reply(message: dict[str, Any], data: bytes) -> Reply:
    if "why" in message:
        return Missing(message["url"], Why(message["why"]), message["words"])
    return Document(message["url"], data, message["how"], message["content_type"])


def _allow(seconds: float) -> None:
    """End this process after so much more processor time; 0 for no end."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _place(error: Exception) -> str:
    """Where in the program it happened; not what the error says, which may quote the badge."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""  # noqa: PTH119
    return type(error).__name__ + place


def refuse_reading(libraries: list[str]) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook (PEP 578) that lets nothing be opened but what is in these folders, Python's own, and time zones."""
    # Made absolute once, so that ".." leads nowhere.
    allowed = tuple(
        os.path.join(os.path.abspath(place), "")  # noqa: PTH100, PTH118 - this runs for each file that is opened
        for place in (*libraries, sys.prefix, sys.base_prefix, *zoneinfo.TZPATH)
    )
    zips = tuple(os.path.abspath(place) for place in libraries)  # noqa: PTH100

    def hook(event: str, values: tuple[Any, ...]) -> None:
        if event != "open" or isinstance(values[0], int):
            return
        path = os.path.abspath(os.fsdecode(values[0]))  # noqa: PTH100
        if not path.startswith(allowed) and path not in zips:
            raise PermissionError("not allowed here: reading other files")

    return hook
