"""How a process is started that opens strangers' bytes: this very Python, with its libraries and nothing else of what is around."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

START = (
    "import sys; sys.path[:] = sys.argv.pop(1).split({sep!r}); from {module} import main; sys.exit(main(sys.argv[1:]))"
)
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")  # without these a Python may not start at all


def start(code: str, arguments: Sequence[str], module: str = "") -> subprocess.Popen[bytes]:
    """A process with pipes to its standard input and output; what it says about errors is dropped, since it may quote a stranger's file.

    Args:
        code: what it runs: :data:`START` for the ``main`` of a module.
        arguments: for it.
        module: dotted name for ``{module}`` in the code.

    Raises:
        OSError: none can be started.
    """
    path = os.pathsep.join(p for p in sys.path if p)
    return subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-I", "-c", code.format(sep=os.pathsep, module=module), path, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
