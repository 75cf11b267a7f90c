"""The catalog of credentials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from credlens.app.catalog import checking as _checking
from credlens.app.catalog import columns as _columns
from credlens.app.catalog import counting as _counting
from credlens.app.catalog import exporting as _exporting
from credlens.app.catalog import imported as _imported
from credlens.app.catalog import importing as _importing
from credlens.app.catalog import judging as _judging
from credlens.app.catalog import mending as _mending
from credlens.app.catalog import removing as _removing
from credlens.app.catalog import searching as _searching
from credlens.app.catalog import showing as _showing
from credlens.io.home import open_home


def import_catalog(
    source: str,
    *paths: Path,
    as_of: date | None = None,
    mapping: Mapping[str, str] | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _imported.ImportResult:
    """Take records of a published catalog; see :func:`credlens.app.catalog.importing.import_records`."""
    return _importing.import_records(open_home(home, today=today), source, paths, as_of=as_of, mapping=mapping)


def propose_columns(path: Path, *, home: Path | None = None) -> _columns.ColumnsResult:
    """What each column of a table may hold; see :func:`credlens.app.catalog.columns.columns`."""
    return _columns.columns(open_home(home), path)


def search_catalog(
    query: str = "",
    *,
    wanted: Mapping[str, Sequence[str]] | None = None,
    skill: str | None = None,
    most_cost: float | None = None,
    most_hours: float | None = None,
    hours_per_week: float | None = None,
    first: int = 0,
    count: int = 20,
    home: Path | None = None,
) -> _searching.SearchResult:
    """Find credentials by words and facets; see :func:`credlens.app.catalog.searching.search`."""
    return _searching.search(
        open_home(home),
        query,
        wanted=wanted,
        skill=skill,
        most_cost=most_cost,
        most_hours=most_hours,
        hours_per_week=hours_per_week,
        first=first,
        count=count,
    )


def show_credential(credential: str, *, home: Path | None = None, today: date | None = None) -> _showing.ShowResult:
    """Everything known of one credential; see :func:`credlens.app.catalog.showing.show`."""
    return _showing.show(open_home(home, today=today), credential)


def catalog_stats(*, home: Path | None = None, today: date | None = None) -> _counting.StatsResult:
    """How much is known; see :func:`credlens.app.catalog.counting.stats`."""
    return _counting.stats(open_home(home, today=today))


def check_catalog(*paths: Path, home: Path | None = None, today: date | None = None) -> _checking.CheckResult:
    """Mistakes, and what to look up; see :func:`credlens.app.catalog.checking.check`."""
    return _checking.check(open_home(home, today=today), paths)


def judge_pair(one: str, other: str, *, same: bool = True, home: Path | None = None) -> _judging.JudgeResult:
    """Say that two credentials are one, or are not; see :func:`credlens.app.catalog.judging.judge`."""
    return _judging.judge(open_home(home), one, other, same=same)


def mend_credential(
    credential: str,
    answers: Mapping[str, object],
    *,
    address: str | None = None,
    seen: date | None = None,
    note: str = "",
    home: Path | None = None,
    today: date | None = None,
) -> _mending.MendResult:
    """Say what a fact really is; see :func:`credlens.app.catalog.mending.mend`."""
    return _mending.mend(open_home(home, today=today), credential, answers, address=address, seen=seen, note=note)


def remove_credential(credential: str, *, home: Path | None = None) -> _removing.RemoveResult:
    """Forget a record of one's own; see :func:`credlens.app.catalog.removing.remove`."""
    return _removing.remove(open_home(home), credential)


def export_catalog(form: str, path: Path, *ids: str, home: Path | None = None) -> _exporting.ExportResult:
    """Write credentials down in a published format; see :func:`credlens.app.catalog.exporting.export`."""
    return _exporting.export(open_home(home), form, path, ids)
