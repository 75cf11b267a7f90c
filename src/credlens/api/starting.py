"""The example persons, and whether this installation is healthy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app import demo as _demo
from credlens.app import doctor as _doctor
from credlens.io.home import open_home


def demo(
    person: str = "maria", *, report: bool = True, home: Path | None = None, today: date | None = None
) -> _demo.DemoResult:
    """The whole loop on an invented person; see :func:`credlens.app.demo.run`."""
    return _demo.run(open_home(home, today=today), person, report=report)


def doctor(*, home: Path | None = None) -> _doctor.DoctorResult:
    """Is this installation healthy? See :func:`credlens.app.doctor.examine`."""
    return _doctor.examine(open_home(home))
