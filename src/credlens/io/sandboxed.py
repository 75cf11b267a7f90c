"""What runs inside the sandbox: one opener, on the bytes of standard input, to JSON on standard output.

Started by :mod:`credlens.io.sandbox` with the name of an opener and the limits. Only openers of the tables named here run. Files may not
be written, nothing may be started and no connection made: an audit hook refuses it, and where the system has limits it refuses as well.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from credlens.model.errors import InputError, Problem

TABLES = {"resume": "credlens.profile.openers:OPENERS", "badge": "credlens.io.verifying.opener:OPENERS"}
"""Kind -> the table of its openers; a name for the sandbox is "kind:opener"."""

LESS = "Save it with smaller pictures, or give it as text."
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.system",
    "os.startfile",
    "pty.",
)
_WRITING = 0o1 | 0o2  # os.O_WRONLY | os.O_RDWR


def main(arguments: list[str]) -> int:
    """Open what comes in. Arguments: the opener's name, seconds of processor time, bytes of memory (0: no limit)."""
    name, seconds, memory = arguments[0], int(arguments[1]), int(arguments[2])
    kind, _, member = name.partition(":")
    module, _, attribute = TABLES[kind].partition(":")
    opener = getattr(import_module(module), attribute)[member]
    limit(seconds, memory)
    sys.addaudithook(refuse)
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(answer(opener, data).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def answer(opener: Any, data: bytes) -> str:
    """JSON: ``{"opened": ...}``, or ``{"problems": [[where, message, what to do]]}``."""
    try:
        return json.dumps({"opened": opener(data).to_json()})
    except InputError as error:
        return json.dumps({"problems": _rows(error.problems)})
    except MemoryError:
        return json.dumps({"problems": _rows([Problem("", "The file needs too much memory to be opened.", LESS)])})


def _rows(problems: Iterable[Problem]) -> list[list[str]]:
    return [[p.where, p.message, p.what_to_do] for p in problems]


def limit(seconds: int, memory: int) -> None:
    """Bind this process where the system can.

    Args:
        seconds: of processor time; 0 for no limit.
        memory: bytes of address space; 0 for no limit.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's clock is the only one
        return
    wanted = {"RLIMIT_CPU": seconds, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_AS": memory}
    for name, value in wanted.items():
        if value or name not in {"RLIMIT_CPU", "RLIMIT_AS"}:
            with_hard = (value, value + 1 if name == "RLIMIT_CPU" else value)
            try:
                resource.setrlimit(getattr(resource, name), with_hard)
            except (AttributeError, ValueError, OSError):  # macOS refuses RLIMIT_AS
                continue


def refuse(event: str, values: tuple[Any, ...]) -> None:
    """An audit hook (PEP 578).

    Raises:
        PermissionError: the event would write a file, connect or start something.
    """
    writes = event == "open" and isinstance(values[2], int) and values[2] & _WRITING
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"not allowed here: {event}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
