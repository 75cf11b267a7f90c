"""Less memory for a program that runs for hours.

The allocator of most Linux systems (glibc) gives each thread a heap of its own and keeps what was freed in it for later. For one person's server that
is a hundred megabytes that nobody uses. Elsewhere nothing is done.
"""

from __future__ import annotations

import ctypes
import sys

_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1  # names of mallopt(3)
LARGE = 128 * 1024  # bytes: what is larger is given back at once when it is freed


def lean() -> bool:
    """One heap for all threads, and large pieces given back. Returns whether the allocator took it."""
    if not sys.platform.startswith("linux"):
        return False
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is None:  # another C library
        return False
    settings = ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, LARGE), (_TRIM_THRESHOLD, LARGE))
    taken = [set_option(name, value) for name, value in settings]
    return taken == [1] * len(settings)
