"""A piece of a bench in a process of its own: its memory is its own, and nothing it needs was warmed by another one.

``python -m credlens.io.apart NAME`` is that process: arguments come in on standard input as JSON, figures go out as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from credlens.app.bench import PIECES
from credlens.io.home import open_home
from credlens.model.errors import OutsideError


def apart(name: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of a piece.

    Args:
        name: of ``credlens.app.bench.PIECES``.
        asked: its arguments.

    Raises:
        OutsideError: the process ended without an answer, as when there is no memory left.
    """
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "credlens.io.apart", name],
        input=json.dumps(dict(asked)),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise OutsideError(
            f"A measurement ended with {done.returncode} and no figures.",
            where=f"{name} {json.dumps(dict(asked))}",
            what_to_do="Free some memory, or measure something smaller.",
        )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def several_apart(name: str, asked: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The figures of a piece for each set of arguments, all at once, each in a process of its own.

    Raises:
        OutsideError: one of them ended without an answer.
    """
    with ThreadPoolExecutor(max(len(asked), 1)) as threads:
        return list(threads.map(lambda each: apart(name, each), asked))


def answer(name: str, asked: str) -> str:
    """What the process says to arguments in JSON; no state is read or written."""
    with TemporaryDirectory(prefix="credlens-bench-") as folder:
        ports = open_home(Path(folder) / "home")
        return json.dumps(PIECES[name](ports, **json.loads(asked)))


if __name__ == "__main__":
    sys.stdout.write(answer(sys.argv[1], sys.stdin.read()))
