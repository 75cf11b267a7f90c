"""What the program costs: processor time and memory of this process."""

from __future__ import annotations

import sys
import time
from pathlib import Path

_STATUS = Path("/proc/self/status")  # Linux


def cpu_seconds() -> float:
    """Processor time used so far, in seconds; time spent waiting does not count."""
    return time.process_time()


def peak_memory() -> int | None:
    """Most memory used at once so far, in bytes; None where the system does not say."""
    # On Linux a process is charged with the peak of the one that started it, but for this line.
    if _STATUS.is_file():
        peaks = [line.split()[1] for line in _STATUS.read_text("ascii").splitlines() if line.startswith("VmHWM:")]
        if peaks:
            return int(peaks[0]) * 1024
    try:
        import resource
    except ImportError:  # Windows keeps no such record that the standard library could read
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # macOS counts bytes, the others kibibytes
