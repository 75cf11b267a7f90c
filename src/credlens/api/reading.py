"""Texts, read for skills and requirements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from credlens.app import read as _read
from credlens.app.knowledge import TIER
from credlens.app.ports import NamedBytes
from credlens.io.home import open_home


def read_text(text: str, *, tier: int = TIER) -> _read.ReadResult:
    """Skills and requirements in a text; see :func:`credlens.app.read.read_text`."""
    return _read.read_text(open_home(), NamedBytes("text", text.encode()), tier=tier)


def read_lines(source: Path, *, tier: int = TIER, home: Path | None = None) -> Iterator[_read.LineResult]:
    """The same for many texts, one JSON object a line; see :func:`credlens.app.read.read_lines`."""
    return _read.read_lines(open_home(home), source, tier=tier)
