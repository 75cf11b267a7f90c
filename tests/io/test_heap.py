"""The allocator is told where it can be told, and nothing else changes."""

from __future__ import annotations

import platform
import subprocess
import sys


def test_where_it_can_be_told_it_is_and_the_program_goes_on() -> None:
    program = "from credlens.io.heap import lean; print(lean()); print(sum(range(10**6)), len(bytearray(10**7)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    told, *rest = done.stdout.split()
    assert rest == ["499999500000", "10000000"]
    assert told == str(platform.libc_ver()[0] == "glibc")
