"""What is counted and filtered over many finds at once: facets, hours, prices, quality, by slot.

An entry's slot is a small number that stays its own. Facets are kept as sets of slots, one bit each: counting 100,000 finds in ten facets is
some two hundred ANDs of 12.5 KB instead of a million rows. The columns are cut into blocks of slots, so that a change rewrites little.

An entry's number is ``(BEST - quality) << 32 | slot``: in the order of numbers the best come first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
from dateutil.relativedelta import relativedelta
from sqlalchemy import Connection, bindparam, delete, insert, select

from credlens.catalog.entry import BEST, FACETS, Entry
from credlens.catalog.query import Query
from credlens.io.store import tables as t

BLOCK = 4_096  # slots
DAYS_A_MONTH = 30.4375
MONTHS = 1_200  # a hundred years: whoever needs longer is not asking for a price

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_SLOT = (1 << 32) - 1
_ABSENT = -1  # quality of a slot that nobody has
_LINE = np.dtype([("slot", "<u4"), ("once", "<f8"), ("monthly", "<f8"), ("yearly", "<f8"), ("currency", "S8")])


def number(quality: int, slot: int) -> int:
    """The number of an entry."""
    return (BEST - quality) << 32 | slot


def slots(numbers: Numbers) -> Numbers:
    """The slots of entries by their numbers."""
    return numbers & _SLOT


@dataclass(frozen=True)
class Columns:
    """The columns of all blocks, read-only.

    Attributes:
        quality: by slot; -1 where there is no entry.
        hours: by slot; not a number where nobody knows.
        prices: price lines, with the slots they belong to.
        facets: facet -> value -> the slots that have it, one bit each, slot 0 lowest.
    """

    quality: npt.NDArray[np.int16]
    hours: npt.NDArray[np.float64]
    prices: npt.NDArray[np.void]
    facets: Mapping[str, Mapping[str, int]]

    @property
    def size(self) -> int:
        """How many slots there are, taken or not."""
        return len(self.quality)

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of all entries, best first."""
        taken = np.flatnonzero(self.quality != _ABSENT)
        return np.sort((BEST - self.quality[taken].astype(np.int64)) << 32 | taken)

    def counts(self, found: Numbers) -> dict[str, dict[str, int]]:
        """How many of these entries have each value of each facet, commonest first."""
        mask = np.zeros(self.size, bool)
        mask[slots(found)] = True
        members = _bits(mask)
        counted: dict[str, dict[str, int]] = {}
        for facet, values in self.facets.items():
            each = {value: (members & having).bit_count() for value, having in values.items()}
            counted[facet] = dict(sorted(((v, n) for v, n in each.items() if n), key=lambda pair: (-pair[1], pair[0])))
        return counted

    def matching(self, query: Query) -> Mask | None:
        """Which slots have the wanted facets, hours and cost; None when none are asked for. A facet without values is not asked for."""
        masks = [self._having(facet, values) for facet, values in query.wanted.items() if values]
        if query.most_hours is not None:
            masks.append(self.hours <= query.most_hours)
        if query.most_cost is not None:
            masks.append(self._costing(query.most_cost, query.currency, query.hours_per_week, query.start))
        return np.logical_and.reduce(masks) if masks else None

    def _having(self, facet: str, values: Sequence[str]) -> Mask:
        known = self.facets.get(facet, {})
        members = 0
        for value in values:
            members |= known.get(value, 0)
        return _mask(members, self.size)

    def _costing(self, most: float, currency: str, hours_per_week: float, start: date | None) -> Mask:
        lines = self.prices[self.prices["currency"] == currency.encode("ascii", "replace")]
        with np.errstate(divide="ignore", invalid="ignore"):
            # Rounded as `plan.effort.days_needed` does, at least one day.
            days = np.maximum(1, np.ceil(np.round(self.hours[lines["slot"]] / hours_per_week * 7, 6)))
            # Only what runs with time needs to know how long it takes; 0 x unknown would be unknown.
            monthly = np.where(lines["monthly"] > 0, lines["monthly"] * _begun(days, _months(start)), 0.0)
            yearly = np.where(lines["yearly"] > 0, lines["yearly"] * _begun(days, _months(start)[::12]), 0.0)
            affordable = lines["once"] + monthly + yearly <= most
        mask = np.zeros(self.size, bool)
        mask[lines["slot"][affordable]] = True
        return mask


def _months(start: date | None) -> Numbers:
    """On which day after the first each month of a hundred years begins; months of usual length without a first day."""
    if start is None:
        return np.array([math.ceil(n * DAYS_A_MONTH) for n in range(MONTHS)], np.int64)
    return np.array([(start + relativedelta(months=n) - start).days for n in range(MONTHS)], np.int64)


def _begun(days: npt.NDArray[np.float64], begins: Numbers) -> npt.NDArray[np.float64]:
    """How many periods have begun on the last of so many days; unknown for unknown."""
    count: npt.NDArray[np.float64] = np.where(np.isnan(days), np.nan, np.searchsorted(begins, days - 1, side="right"))
    return count


def load(db: Connection) -> Columns:
    """The columns as they are now."""
    figures = db.execute(select(t.catalog_figures).order_by(t.catalog_figures.c.block)).all()
    size = (figures[-1].block + 1) * BLOCK if figures else 0
    quality, hours = np.full(size, _ABSENT, np.int16), np.full(size, np.nan)
    lines = [np.zeros(0, _LINE)]
    for row in figures:
        start = row.block * BLOCK
        quality[start : start + BLOCK] = np.frombuffer(row.quality, "<i2")
        hours[start : start + BLOCK] = np.frombuffer(row.hours, "<f8")
        lines.append(np.frombuffer(row.prices, _LINE))
    members: dict[str, dict[str, bytearray]] = {facet: {} for facet in FACETS}
    for block, facet, value, bits in db.execute(select(t.catalog_facet)):
        start = block * BLOCK // 8
        whole = members.setdefault(facet, {}).setdefault(value, bytearray(size // 8))
        whole[start : start + len(bits)] = bits
    facets = {f: {v: int.from_bytes(b, "little") for v, b in values.items()} for f, values in members.items()}
    return Columns(quality, hours, np.concatenate(lines), facets)


def change(db: Connection, put: Mapping[int, Entry], gone: Iterable[int]) -> None:
    """Write entries into their slots, and empty others."""
    touched: dict[int, tuple[dict[int, Entry], set[int]]] = {}
    for slot, entry in put.items():
        touched.setdefault(slot // BLOCK, ({}, set()))[0][slot] = entry
    for slot in gone:
        touched.setdefault(slot // BLOCK, ({}, set()))[1].add(slot)
    for block, (entries, emptied) in sorted(touched.items()):
        _change_figures(db, block, entries, emptied)
        _change_facets(db, block, entries, emptied)


def _change_figures(db: Connection, block: int, entries: Mapping[int, Entry], emptied: set[int]) -> None:
    table, start = t.catalog_figures, block * BLOCK
    row = db.execute(select(table).where(table.c.block == block)).one_or_none()
    quality = np.frombuffer(row.quality, "<i2").copy() if row else np.full(BLOCK, _ABSENT, "<i2")
    hours = np.frombuffer(row.hours, "<f8").copy() if row else np.full(BLOCK, np.nan, "<f8")
    prices = np.frombuffer(row.prices, _LINE) if row else np.zeros(0, _LINE)
    for slot in emptied:
        quality[slot - start], hours[slot - start] = _ABSENT, np.nan
    for slot, entry in entries.items():
        quality[slot - start] = entry.quality
        hours[slot - start] = np.nan if entry.hours is None else entry.hours
    lines = [
        (slot, p.once, p.monthly, p.yearly, p.currency.encode("ascii", "replace"))
        for slot, entry in entries.items()
        for p in entry.prices
    ]
    kept = prices[~np.isin(prices["slot"], [*emptied, *entries])]
    whole = np.concatenate([kept, np.array(lines, _LINE)]) if lines else kept
    db.execute(delete(table).where(table.c.block == block))
    db.execute(
        insert(table).values(block=block, quality=quality.tobytes(), hours=hours.tobytes(), prices=whole.tobytes())
    )


def _change_facets(db: Connection, block: int, entries: Mapping[int, Entry], emptied: set[int]) -> None:
    table, start = t.catalog_facet, block * BLOCK
    rows_now = db.execute(select(table).where(table.c.block == block))
    old = {(r.facet, r.value): int.from_bytes(r.members, "little") for r in rows_now}
    cleared = ~sum(1 << (slot - start) for slot in {*emptied, *entries})
    new = {key: bits & cleared for key, bits in old.items()}
    for slot, entry in entries.items():
        for facet, values in entry.facets.items():
            for value in values:
                new[facet, value] = new.get((facet, value), 0) | 1 << (slot - start)
    changed = [key for key, bits in new.items() if bits != old.get(key)]
    stale = [{"f": facet, "v": value} for facet, value in changed if (facet, value) in old]
    if stale:
        same = (table.c.block == block, table.c.facet == bindparam("f"), table.c.value == bindparam("v"))
        db.execute(delete(table).where(*same), stale)
    rows = [
        {"block": block, "facet": facet, "value": value, "members": new[facet, value].to_bytes(BLOCK // 8, "little")}
        for facet, value in changed
        if new[facet, value]
    ]
    if rows:
        db.execute(insert(table), rows)


def _bits(mask: Mask) -> int:
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def _mask(bits: int, size: int) -> Mask:
    packed = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), np.uint8)
    return np.unpackbits(packed, count=size, bitorder="little").view(bool)
