"""Taxonomies of skills."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app import taxonomy as _taxonomy
from credlens.io.home import open_home


def import_taxonomy(
    kind: str,
    path: Path,
    *,
    version: str | None = None,
    crosswalk: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _taxonomy.TaxonomyImportResult:
    """Take a published taxonomy into use; see :func:`credlens.app.taxonomy.import_taxonomy`."""
    return _taxonomy.import_taxonomy(open_home(home, today=today), kind, path, version=version, crosswalk=crosswalk)


def show_taxonomy(*, home: Path | None = None) -> _taxonomy.TaxonomyResult:
    """The taxonomies in use; see :func:`credlens.app.taxonomy.show`."""
    return _taxonomy.show(open_home(home))
