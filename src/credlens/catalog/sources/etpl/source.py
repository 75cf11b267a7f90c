"""Lists of eligible training providers that American states publish under the Workforce Innovation and Opportunity Act.

Three shapes: New Jersey's standardised table, the search results of its Training Explorer (JSON), and tables in the layout of the federal
report that all states fill in (form ETA-9171), as TrainingProviderResults.gov gives them or with headings in words. What the columns mean:
``backend/DATA_MODEL.md`` of the Training Explorer's repository, the form's definitions of its data elements, and the ETP data dictionary.
Codes that none of them explains stay as they are and say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.etpl import federal, new_jersey
from credlens.catalog.sources.etpl.fields import Fields
from credlens.catalog.sources.etpl.offer import offer
from credlens.catalog.values import tablefile
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.reading import Once
from credlens.model.errors import InputError, Problem

_PATHS = ("item", "results.item", "data.item", "hits.hits.item")
_NO_LIST = "This is no list of training programmes."
_EXPECTED = (
    "Expected are a table with a programme's and its provider's name, or the Training Explorer's search results."
)
_JSON = (".json", ".jsonl", ".ndjson")
# Answers of other services that lie beside such lists, by the address they were recorded from.
_RECORDED = (
    (re.compile(r"/jobsearch/"), "job ads of CareerOneStop"),
    (re.compile(r"/occupations?/"), "an occupation of O*NET"),
)


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The programmes of all files."""
    once = Once()
    for file in files:
        if file.name.casefold().endswith(_JSON):
            yield from _of_json(file, once, settings)
        else:
            yield from _of_table(file, once, settings)


def _of_table(file: SourceFile, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    try:
        columns = tablefile.header(file)
    except InputError as error:
        yield from error.problems
        return
    if new_jersey.is_table(columns):
        made: Callable[[Mapping[str, str]], Fields] = new_jersey.of_row
    else:
        layout = federal.layout(columns)
        if layout is None:
            yield Problem(file.name, _NO_LIST, _EXPECTED)
            return
        yield Note(f"{file.name}: columns read as {layout.told()}.")
        made = layout.with_units(_cells(file)).of_row
    free: Counter[str] = Counter()
    for row in tablefile.rows(file):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _told(row.where, row.cells, made(row.cells), once, free, settings)
    yield from _of_nothing(file, free)


def _cells(file: SourceFile) -> Iterator[Mapping[str, str]]:
    return (row.cells for row in tablefile.rows(file) if not isinstance(row, Problem))


def _of_json(file: SourceFile, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    free: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    known = 0
    for item in records(file, *_PATHS):
        if isinstance(item, Problem):
            yield item
            continue
        where, record = item
        if isinstance(record.get("_source"), dict):
            record = record["_source"]
        if new_jersey.is_result(record):
            fields = new_jersey.of_result(record)
        elif layout := federal.layout(tuple(record)):
            fields = layout.of_row(record)
        else:
            aside[_recorded(record)] += 1
            continue
        known += 1
        yield from _told(where, record, fields, once, free, settings)
    recorded = {name: n for name, n in aside.items() if name}
    yield from (Note(f"{file.name}: left aside: {name}, no list of training ({n:,}).") for name, n in recorded.items())
    if aside[""] and not known:
        yield Problem(file.name, _NO_LIST, _EXPECTED)
    elif aside[""]:
        yield Note(f"{file.name}: left aside: records that are no training programme ({aside['']:,}).")
    yield from _of_nothing(file, free)


def _recorded(record: Mapping[str, Any]) -> str:
    """What a recorded answer of a web service is an answer of; empty for a record that is none."""
    request = record.get("request")
    if not isinstance(request, dict) or "response" not in record:
        return ""
    address = str(request.get("url") or request.get("urlPath") or "")
    return next((name for pattern, name in _RECORDED if pattern.search(address)), "a recorded answer of a web service")


def _told(
    where: str, raw: Mapping[str, Any], fields: Fields, once: Once, free: Counter[str], settings: Settings
) -> Iterator[CatalogEvent]:
    made, problems = offer(fields, where, settings, free)
    again = once.again(made.key if made else where, dict(raw), where)
    if isinstance(again, Problem):
        yield again
    elif not again:
        yield from problems
        if isinstance(made, Offer):
            yield made


def _of_nothing(file: SourceFile, free: Counter[str]) -> Iterator[Note]:
    for what, count in free.items():
        yield Note(
            f"{file.name}: {what} is 0 in {count:,} rows. It is not taken for free: such lists also write 0 where nothing was filled in."
        )


SOURCE = CatalogSource("State training lists (ETPL)", (".csv", ".tsv", ".txt", ".json"), read)
