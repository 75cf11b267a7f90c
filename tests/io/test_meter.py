from __future__ import annotations

import sys

import pytest

from credlens.io import meter


def test_work_costs_time_and_time_does_not_run_backwards() -> None:
    before = meter.cpu_seconds()
    assert sum(range(1_000_000)) > 0
    assert meter.cpu_seconds() > before


def test_memory_grows_by_what_is_held() -> None:
    before = meter.peak_memory()
    if before is None:
        pytest.skip("this system does not say how much memory is used")
    held = bytearray(b"x") * (before + 50_000_000)
    after = meter.peak_memory()
    assert after is not None
    assert after - before > 25_000_000
    assert held[-1:] == b"x"


def test_memory_is_unknown_where_the_system_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    assert meter.peak_memory() is None
