from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from credlens.io import meter


def test_work_costs_time_and_time_does_not_run_backwards() -> None:
    before = meter.cpu_seconds()
    assert sum(range(1_000_000)) > 0
    assert meter.cpu_seconds() > before


GROWING = """
from credlens.io import meter
before = meter.peak_memory()
held = bytearray(b"x") * (before + 50_000_000) if before else b""
print(before or "unknown", meter.peak_memory())
"""


def test_memory_grows_by_what_is_held() -> None:
    out = subprocess.run([sys.executable, "-c", GROWING], capture_output=True, text=True, check=True).stdout
    before, after = out.split()
    if before == "unknown":
        pytest.skip("this system does not say how much memory is used")
    assert int(after) - int(before) > 25_000_000


def test_memory_is_unknown_where_the_system_does_not_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(meter, "_STATUS", tmp_path / "no such file")
    monkeypatch.setitem(sys.modules, "resource", None)
    assert meter.peak_memory() is None


def test_a_process_is_not_charged_with_the_one_that_started_it() -> None:
    held = bytearray(b"x") * 300_000_000
    code = "from credlens.io import meter; print(meter.peak_memory() or 0)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    if not Path("/proc/self/status").is_file():
        pytest.skip("only Linux tells the two apart")
    assert int(out) < len(held)
