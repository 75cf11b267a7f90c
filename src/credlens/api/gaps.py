"""What is missing, and what would close one skill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from credlens.app import gap as _gap
from credlens.app import options as _options
from credlens.io.home import open_home


def find_gap(
    ads: Sequence[Path] = (),
    *,
    resume: Sequence[Path] = (),
    occupation: str | None = None,
    jurisdiction: str | None = None,
    learn: Sequence[str] = (),
    home: Path | None = None,
    today: date | None = None,
) -> _gap.GapResult:
    """The gap between ads and profile; see :func:`credlens.app.gap.find_gap`."""
    return _gap.find_gap(
        open_home(home, today=today),
        ads=ads,
        resume=resume,
        occupation=occupation,
        jurisdiction=jurisdiction,
        learn=learn,
    )


def find_options(
    skill: str,
    *,
    minimum: int = 3,
    hours_per_week: float | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _options.OptionsResult:
    """Credentials that would close one skill; see :func:`credlens.app.options.find_options`."""
    return _options.find_options(open_home(home, today=today), skill, minimum=minimum, hours_per_week=hours_per_week)
