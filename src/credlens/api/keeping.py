"""Everything out, back in, and gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app.keeping import erasing as _erasing
from credlens.app.keeping import exporting as _exporting
from credlens.app.keeping import importing as _importing
from credlens.io.home import open_home


def export_everything(
    out: Path, *, with_keys: bool = False, home: Path | None = None, today: date | None = None
) -> _exporting.Exported:
    """Write everything that is kept of a person into a zip; see :func:`credlens.app.keeping.exporting.export_everything`."""
    return _exporting.export_everything(open_home(home, today=today), out, with_keys=with_keys)


def import_everything(
    path: Path, *, replace: bool = False, home: Path | None = None, today: date | None = None
) -> _importing.Imported:
    """Take everything back from such a zip; see :func:`credlens.app.keeping.importing.import_everything`."""
    return _importing.import_everything(open_home(home, today=today), path, replace=replace)


def erase(person: str, *, sure: bool = False, home: Path | None = None) -> _erasing.Erased:
    """Remove everything of a person, or say what would be gone; see :func:`credlens.app.keeping.erasing.erase`."""
    return _erasing.erase(open_home(home), person, sure=sure)
