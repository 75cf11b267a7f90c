"""Coursera: the answers of its catalog API, and the table of 2025 with partner, course, skills, rating, level, type and duration.

Neither says what anything costs: Coursera sells most of it by subscription. No price follows from that, so there is none here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credlens.catalog.offer import CatalogEvent, CatalogSource, Settings, SourceFile
from credlens.catalog.sources.coursera import api, table

TABLES = (".csv", ".tsv")


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The credentials of all files; partners' names may stand in another file than the courses."""
    tables = [f for f in files if f.name.casefold().endswith(TABLES)]
    yield from api.read([f for f in files if f not in tables], settings)
    yield from table.read(tables, settings)


SOURCE = CatalogSource(
    "Coursera: its catalog API's JSON, or the table of 2025 (CSV)", (".json", ".jsonl", *TABLES), read
)
