"""A table for a spreadsheet: one row a credential, columns for people, and one last column with the whole record.

A table that comes back is read from that last column, so nothing is lost on the way; a visible cell that somebody has changed meanwhile
counts instead of what the record says (:func:`from_row`). Cells that a spreadsheet would take for a formula carry an apostrophe in front.
The file begins with a byte-order mark, without which spreadsheets take UTF-8 for something else.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from credlens.catalog.codec import decode, encode
from credlens.catalog.exports import CatalogExport
from credlens.catalog.exports.csv_columns import COLUMNS, CellError, Read, plain, same
from credlens.catalog.exports.csv_columns import safe as safe_cell
from credlens.catalog.offer import Note
from credlens.catalog.values.facts import imported
from credlens.model.credential import Credential
from credlens.model.errors import Problem

RECORD = "credlens_record"
"""The last column; a table that has it is one of ours."""

_CUT = "Spreadsheets cut cells after 32,767 characters. Export the table again, and change it in a program that keeps long cells."


def write(credentials: Iterable[Credential]) -> Iterator[str]:
    """The mark and the header, then a row for each credential."""
    yield "\ufeff" + _line([*(column.name for column in COLUMNS), RECORD])
    for credential in credentials:
        yield _line([*(safe_cell(column.show(credential)) for column in COLUMNS), _record(credential)])


def from_row(row: Mapping[str, str], where: str = "", told: list[Note | Problem] | None = None) -> Credential | None:
    """The credential of a row: its record, with the visible cells that differ from it.

    Columns that are missing say nothing, and those that are computed (dates of sources, shares) are never read back.

    Args:
        row: cells by column.
        where: the row's place, for messages and as the source of what was changed.
        told: takes a note of the cells that were changed, and problems with those that cannot be read.

    Returns:
        None when there is no record in the row, or none that can be read (then told): the row is then one of any table.
    """
    told = [] if told is None else told
    text = row.get(RECORD, "").strip()
    if not text:
        return None
    try:
        credential = decode(json.loads(text))
    except (ValueError, RecursionError, TypeError, AttributeError):
        told.append(
            Problem(
                f"{where}: {RECORD}", "The record in this cell is damaged, so only the visible cells are read.", _CUT
            )
        )
        return None
    changed = [
        c for c in COLUMNS if c.name in row and not c.computed and not same(c.show(credential), plain(row[c.name]))
    ]
    cells = {c.name: plain(row.get(c.name, c.show(credential))) for c in COLUMNS}
    source = imported(None, None, f"{where}: changed in the table" if where else "changed in the table")
    counted, done = [], dict[Read, bool]()  # some columns are read together; whether that went well
    for column in changed:
        place = f"{where}: {column.name}"
        if column.read is None:
            told.append(
                Problem(place, "This cell was changed, but it says less than the record.", "The record is kept.")
            )
            continue
        if column.read not in done:
            try:
                credential = column.read(credential, cells, source)
                done[column.read] = True
            except CellError as wrong:
                told.append(Problem(place, str(wrong), "What the record says is kept."))
                done[column.read] = False
        if done[column.read]:
            counted.append(column.name)
    if counted:
        told.append(Note(f"{where}: changed in the table, and counted instead of the record: {', '.join(counted)}."))
    return credential


def _record(credential: Credential) -> str:
    text = json.dumps(encode(credential), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter, out of some broken text
        return json.dumps(encode(credential), separators=(",", ":"))
    return text


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


EXPORT = CatalogExport("Table for a spreadsheet (CSV)", ".csv", write)
