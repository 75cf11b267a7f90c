"""What became of files, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from credlens.app.catalog.columns import ColumnsResult
from credlens.app.catalog.exporting import ExportResult
from credlens.app.catalog.imported import ImportResult, Joined
from credlens.app.catalog.judging import JudgeResult
from credlens.catalog.columns import Proposed
from credlens.cli.show.catalog.taken import (
    by_kind,
    show_columns,
    show_export,
    show_import,
    show_judgement,
    show_rejected,
)
from credlens.model.errors import Problem

Said = Callable[..., str]


def test_problems_that_say_the_same_are_one_kind() -> None:
    problems = [
        Problem("a.csv: row 1", "There is no price in 'x'."),
        Problem("a.csv: row 2", "This is no date: 32."),
        Problem("a.csv: row 3", "There is no price in 'y'."),
        Problem("a.csv: row 9", 'There is no price in "z".'),
    ]
    assert [[p.where for p in kind] for kind in by_kind(problems)] == [
        ["a.csv: row 1", "a.csv: row 3", "a.csv: row 9"],
        ["a.csv: row 2"],
    ]


def test_kinds_are_told_with_their_number_and_the_first_places(said: Said) -> None:
    problems = tuple(Problem(f"a.csv: row {n}", f"There is no price in '{n}'.", "Left out.") for n in range(1, 1235))
    words = said(show_rejected, ImportResult("csv", 1, problems=problems))

    assert "as it stands: 1,234" in words
    assert "1,234 times, for instance: There is no price in '1'. Left out." in words
    assert "at a.csv: row 1; row 2; row 3; 1,231 more" in words
    assert said(show_rejected, ImportResult("csv", 1)) == ""


def test_merged_records_are_told_the_least_sure_first(said: Said) -> None:
    joined = tuple(Joined(f"id-{n}", f"Title {n}", 0.95 + n / 1000, "in common: the issuer") for n in range(9, -1, -1))
    words = said(show_import, ImportResult("csv", 2, new=1, joined=joined, notes=("read as a table",)))

    assert "11 records of csv taken out of 2 files: 1 new" in words
    assert "read as a table" in words
    assert words.index("Title 0 is id-0 (95%") < words.index("Title 1 is id-1")
    assert "... and 5 more" in words


def test_what_is_said_of_many_files_is_said_once(said: Said) -> None:
    notes = (*(f"/catalogs/part-{n}.json: {n} lists left aside." for n in range(1, 31)), "read as one catalog")
    words = said(show_import, ImportResult("ctdl", 30, new=1, notes=notes))

    assert "of 30 files, for instance /catalogs/part-1.json: 1 lists left aside." in words
    assert words.count("left aside") == 1
    assert "- read as one catalog" in words


def test_places_of_other_files_are_named_without_their_folders(said: Said) -> None:
    problems = tuple(Problem(f"/long/folder/{name}.json: record 1", "No name.") for name in "ab")
    assert "at /long/folder/a.json: record 1; b.json: record 1" in said(
        show_rejected, ImportResult("ctdl", 2, problems=problems)
    )


def test_columns(said: Said) -> None:
    columns = (Proposed("Name", "title", 0.95, "its name", ("Fog",)), Proposed("Seats", None, 0.0, "not known"))
    words = said(show_columns, ColumnsResult("t.csv", columns, ""))

    assert "Name title 95% its name Fog Seats left aside not known" in words
    assert "--out FILE.toml" in words
    written = said(show_columns, ColumnsResult("t.csv", columns, "", Path("m.toml")))
    assert "credlens catalog import csv t.csv --columns m.toml" in written


def test_judgements_and_exports(said: Said) -> None:
    assert (
        said(show_judgement, JudgeResult("a", "b", same=True, kept="b")) == "a is now part of b; later imports follow."
    )
    assert "a and b stay two" in said(show_judgement, JudgeResult("a", "b", same=False, kept=None))
    assert said(show_export, ExportResult("csv", Path("x.csv"), 2)) == "2 credentials written as csv to x.csv."
