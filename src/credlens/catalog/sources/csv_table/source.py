"""Any table of credentials (CSV, TSV): the program proposes what each column holds, and a person corrects it in a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from credlens.catalog.columns import UNKNOWN, Proposed, checked, listed_names, propose, some
from credlens.catalog.exports.csv_file import RECORD, from_row
from credlens.catalog.fields import by_name
from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.csv_table.cells import Columns
from credlens.catalog.sources.csv_table.record import read_row
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.prices import price
from credlens.catalog.values.reading import Once
from credlens.catalog.values.tablefile import Row, header, rows, sample
from credlens.catalog.values.text import cut
from credlens.model.errors import InputError, Problem

# Tables whose columns a source of their own knows better: the columns that give them away, in small letters.
_KNOWN_TABLES: Mapping[str, frozenset[str]] = {
    "coursera": frozenset({"partner", "course", "reviewcount", "certificatetype", "crediteligibility"}),
    "etpl": frozenset({"programid", "officialname", "cipcode", "totalclockhours"}),
}
_CORRECT = "To correct it, write the columns out with `credlens catalog columns`, change that file and give it with `--columns`."
_AMOUNT = re.compile(r"[\d$\u20ac\u00a3]|[A-Z]{3}\s?\d")
_SURE = 0.9  # the probability from which on a name is known for a field's
_MOST_WORDS = 10  # different values told of, for each column


def propose_for(file: SourceFile) -> tuple[Proposed, ...]:
    """What each column of a table may hold.

    Raises:
        InputError: the file is no text, or has no columns.
    """
    names = header(file)
    if not names:
        raise InputError(
            [Problem(file.name, "The file has no row with the names of columns.", "Write them in the first row.")]
        )
    return propose(names, [row.cells for row in sample(file)])


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The credentials of all tables, each with the mapping that was given, else with the one that is proposed for it."""
    once = Once()
    for file in files:
        try:
            names = header(file)
        except InputError as error:
            yield from error.problems
            continue
        known = _known(names) if not settings.mapping else None
        if known:
            yield Note(
                f"{file.name}: read as a table of the source `{known}`, whose columns it has. Give a mapping (`--columns`) to read it otherwise."
            )
            for event in SOURCES[known].read([file], settings):
                yield replace(event, source=known) if isinstance(event, Offer) else event
        elif RECORD in names and not settings.mapping:
            yield from _exported(file, names, once, settings)
        else:
            yield from _read(file, names, once, settings)


def _known(names: Sequence[str]) -> str | None:
    there = {name.casefold() for name in names}
    return next((source for source, columns in _KNOWN_TABLES.items() if columns <= there), None)


def _read(file: SourceFile, names: Sequence[str], once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    looked_at = sample(file)
    if settings.mapping:
        mapping, problems = checked(settings.mapping, file.name, names)
        yield from problems
    else:
        proposed = propose(names, [row.cells for row in looked_at])
        mapping = {p.column: p.field for p in proposed if p.field}
        yield Note(_told(file.name, proposed))
    if told := _like_a_record(names):
        yield Problem(file.name, told, "It is read as the names of the columns: write those above it.")
    if "title" not in mapping.values():
        columns = listed_names(names)
        yield Problem(
            file.name,
            "No column is known to hold the names of the credentials.",
            f"Map one to `title`. There are: {columns}.",
        )
        return
    columns_read = Columns.of(mapping, looked_at)
    same = 0
    for event in rows(file):
        if not isinstance(event, Row):
            yield event
            continue
        offer, problems_of_row = read_row(event, columns_read, settings)
        again = once.again(offer.key, dict(event.cells), event.where) if offer else False
        if isinstance(again, Problem):
            yield again
        elif again:
            same += 1
        else:
            yield from problems_of_row
            yield from (offer,) if isinstance(offer, Offer) else ()
    yield from _notes(file.name, columns_read, same)


def _like_a_record(names: Sequence[str]) -> str | None:
    """What makes one think that a table has no header; None where most of it are names that are known, or nothing in it is a value."""
    values = [n for n in names if is_address(n) or (_AMOUNT.match(n) and price(n))]
    known = sum((found := by_name(n)) is not None and found[1] > _SURE for n in names)
    if not values or 2 * known >= len(names):
        return None
    return f"The first row looks like a record, not like the names of columns: it has {cut(values[0])!r}."


def _exported(file: SourceFile, names: Sequence[str], once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    """A table that this program wrote. Rows without a record, as somebody added them, are read by their cells."""
    yield Note(f"{file.name}: written by this program; what was changed in it since counts")
    columns = Columns.of({p.column: p.field for p in propose(names, ()) if p.field}, ())
    for event in rows(file):
        if not isinstance(event, Row):
            yield event
            continue
        told: list[Note | Problem] = []
        credential = from_row(event.cells, event.where, told)
        yield from told
        if credential is not None:
            yield Offer(credential.id, credential, credential.description.get(""), event.where, own=True)
            continue
        offer, problems = read_row(event, columns, settings)
        again = once.again(offer.key, dict(event.cells), event.where) if offer else False
        if not again:
            yield from problems
            yield from (offer,) if offer else ()


def _told(name: str, proposed: Sequence[Proposed]) -> str:
    read = [
        f"{cut(p.column)!r} as {p.field}" + (" (unsure)" if p.probability < _SURE else "") for p in proposed if p.field
    ]
    aside = [_aside(p) for p in proposed if not p.field]
    return (
        f"{name}: columns read: {some(read) or 'none'}"
        + (f"; left aside: {some(aside)}" if aside else "")
        + f". {_CORRECT}"
    )


def _aside(proposed: Proposed) -> str:
    """A column that is not read, with the reason when its name alone would have made one think otherwise."""
    column = repr(cut(proposed.column))
    return column if proposed.why == UNKNOWN else f"{column} ({proposed.why})"


def _notes(name: str, columns: Columns, same: int) -> Iterator[Note]:
    if same:
        yield Note(f"{name}: {_rows(same)} left aside: word for word the same as another")
    by_column: dict[tuple[str, str], list[str]] = {}
    for (column, value, what), count in columns.aside.most_common():
        by_column.setdefault((column, what), []).append(f"{value!r} ({count:,})")
    for (column, what), values in by_column.items():
        more = f" and {len(values) - _MOST_WORDS:,} more" if len(values) > _MOST_WORDS else ""
        yield Note(
            f"{name}: in column {cut(column)!r} no {what}, and left unknown: {', '.join(values[:_MOST_WORDS])}{more}"
        )
    for column, places in columns.zero.items():
        free = "That is not taken for free: what is free says so in words."
        yield Note(f"{name}: 0 under {cut(column)!r} in {places}. {free}")
    for column, places in columns.without_currency.items():
        how = 'Name the column "price (EUR)", or give a column with the currency.'
        yield Note(f"{name}: no currency for the prices under {cut(column)!r} in {places}: left out. {how}")


def _rows(count: int) -> str:
    return f"{count:,} row{'s' * (count != 1)}"


SOURCE = CatalogSource("Any table (CSV, TSV), with a mapping of its columns", (".csv", ".tsv", ".txt"), read)
