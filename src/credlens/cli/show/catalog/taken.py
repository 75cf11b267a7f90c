"""What became of files in the terminal: records taken, columns proposed, pairs judged, a file written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console

from credlens.app.catalog.columns import ColumnsResult
from credlens.app.catalog.exporting import ExportResult
from credlens.app.catalog.imported import ImportResult
from credlens.app.catalog.judging import JudgeResult
from credlens.app.catalog.mending import MendResult
from credlens.app.catalog.removing import RemoveResult
from credlens.app.catalog.telling.words import field_words, source_line
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.errors import Problem

MOST_KINDS = 8  # kinds of problems that are told; with --json every problem is
PLACES = 3  # of each kind
MOST_PAIRS = 5  # merged or doubtful pairs that are told
_DATA = re.compile(
    r"'[^']*'|\"[^\"]*\"|https?://\S+|\d+(?:[.,]\d+)*"
)  # what differs between problems that say the same
_FILE = re.compile(r".+?\.\w{2,7}: ")  # the file that a note is about


def show_import(result: ImportResult) -> None:
    """How many records were taken, which were merged, which may be one, and what could not be used."""
    page = console()
    records = "record" if result.imported == 1 else "records"
    sentence(
        page,
        f"{result.imported:,} {records} of {result.source} taken out of {count(result.files, 'file')}: {result.new:,} new, "
        f"{result.changed:,} changed, {result.unchanged:,} unchanged, {len(result.joined):,} put together with what another source says.",
        style="bold",
    )
    _notes(page, result.notes)
    if result.joined:
        heading(page, "Put together, the least sure first")
        joined = sorted(result.joined, key=lambda j: (j.probability, j.credential))
        bullets(page, [f"{j.title} is {j.credential} ({j.probability:.0%}; {j.because})" for j in joined[:MOST_PAIRS]])
        _more(page, len(result.joined) - MOST_PAIRS)
    if result.doubts:
        heading(page, "May be the same thing")
        bullets(page, [f"{d.one} and {d.other} ({d.probability:.0%}; {d.because})" for d in result.doubts[:MOST_PAIRS]])
        _more(page, len(result.doubts) - MOST_PAIRS)
        sentence(page, "Say which: credlens catalog same ID ID, or credlens catalog apart ID ID.", style="dim")


def _notes(page: Console, notes: Sequence[str]) -> None:
    """How files were understood; what is said of many files is said once."""
    kinds: dict[str, list[str]] = {}
    for note in notes:
        kinds.setdefault(_DATA.sub("#", _FILE.sub("", note, count=1)), []).append(note)
    ordered = sorted(kinds.values(), key=len, reverse=True)
    bullets(page, [f"of {len(k):,} files, for instance {k[0]}" if len(k) > 1 else k[0] for k in ordered[:MOST_KINDS]])
    _more(page, sum(map(len, ordered[MOST_KINDS:])))


def show_rejected(result: ImportResult) -> None:
    """What of a published catalog could not be used, problems that say the same as one: thousands of them read alike."""
    if not result.problems:
        return
    page = console()
    heading(page, f"What could not be used as it stands: {len(result.problems):,}")
    kinds = by_kind(result.problems)
    for kind in kinds[:MOST_KINDS]:
        first = kind[0]
        times = f"{len(kind):,} times, for instance: " if len(kind) > 1 else ""
        bullets(page, [f"{times}{first.message} {first.what_to_do}".strip()])
        sentence(page, f"at {_places(kind)}", style="dim", indent=4)
    _more(page, sum(map(len, kinds[MOST_KINDS:])))


def _places(problems: Sequence[Problem]) -> str:
    """The first places: the first file with its path, the same one not again, others without their folder."""
    first = problems[0].where
    file = first.partition(": ")[0]
    others = [
        p.where.removeprefix(f"{file}: ") if p.where.startswith(f"{file}: ") else p.where.rpartition("/")[2]
        for p in problems[1:PLACES]
    ]
    more = [f"{len(problems) - PLACES:,} more"] if len(problems) > PLACES else []
    return "; ".join([first, *others, *more])


def by_kind(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Problems that say the same but for names and numbers, most frequent first."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(_DATA.sub("#", problem.message), []).append(problem)
    return sorted(kinds.values(), key=len, reverse=True)


def _more(page: Console, n: int) -> None:
    if n > 0:
        sentence(page, f"... and {n:,} more (with --json).", style="dim", indent=2)


def show_columns(result: ColumnsResult) -> None:
    """Which field each column may hold, and what to do next."""
    page = console()
    heading(page, f"Columns of {result.file}")
    rows = table(
        ("column", "left"), ("field", "left"), ("sure", "right"), ("because", "left"), ("for instance", "left")
    )
    for column in result.columns:
        rows.add_row(
            cell(column.column),
            cell(column.field or "left aside", "bold" if column.field else "dim"),
            cell(f"{column.probability:.0%}" if column.field else ""),
            cell(column.why, "dim"),
            cell(column.samples[0] if column.samples else "", "dim"),
        )
    page.print(rows)
    page.print()
    if result.written:
        sentence(page, f"Written to {result.written}. Correct it, then:")
        sentence(page, f"credlens catalog import csv {result.file} --columns {result.written}", indent=2)
    else:
        sentence(page, "To correct it, write it to a file: --out FILE.toml", style="dim")


def show_judgement(result: JudgeResult) -> None:
    """What is remembered."""
    page = console()
    if result.same:
        gone = result.other if result.kept == result.one else result.one
        sentence(page, f"{gone} is now part of {result.kept}; later imports follow.")
    else:
        sentence(page, f"{result.one} and {result.other} stay two; nothing will put them together.")


def show_export(result: ExportResult) -> None:
    """What was written, and where."""
    words = count(result.credentials, "credential")
    sentence(console(), f"{words} written as {result.format} to {result.path}.")


def show_mended(result: MendResult) -> None:
    """Which facts are the person's own now, and by which source."""
    page = console()
    sentence(page, f"Changed in {result.credential.title}: {', '.join(map(field_words, result.fields))}.")
    sentence(page, source_line(result.source), style="dim")
    sentence(page, f"To take it back: credlens catalog remove {result.credential.id}", style="dim")


def show_removed(result: RemoveResult) -> None:
    """What was taken out, and whether something of that id is there all the same."""
    page = console()
    sentence(page, f"Removed: {result.title} ({result.id}). {count(result.left, 'record')} of your own left.")
    if result.still:
        sentence(page, "The catalog has something else to say of this id, which stays.")
