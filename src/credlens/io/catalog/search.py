"""A search: words to entries, best first, with counts over everything found.

The finds come in two parts. The first :data:`RANKED` are chosen tier by tier (all words in the title; in title, names, organisations and
skills; anywhere) and inside a tier by quality, and then ordered by tier, BM25, quality and id. The rest follow by quality alone, and among
equals in the order in which they came into the catalog: nobody pages that far, and ranking all of them would take ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from credlens.catalog.query import Found, Query
from credlens.io.catalog import fts
from credlens.io.catalog.columns import Columns, Mask, Numbers, slots
from credlens.io.catalog.rows import chunks
from credlens.io.catalog.words import Word, asked, telling
from credlens.io.store import tables as t

RANKED = 200  # finds that are ranked by their words: ten pages

Keep = Callable[[Numbers], Numbers]
"""Those of some entries that the filters leave."""


@dataclass(frozen=True)
class _Ranking:
    """What was found.

    Attributes:
        first: numbers of the entries that were ranked by their words, best first.
        rest: those of the others, best first.
    """

    first: Sequence[int]
    rest: Numbers
    loosened: bool = False


def search(db: Connection, columns: Columns, query: Query) -> Found:
    """What the index finds. A facet that is wanted without values is not wanted; counts are of the finds, all filters applied."""
    keep = _filter(db, columns, query)
    words = asked(query.words)
    if words:
        ranking = _by_words(db, columns, words, keep)
    elif query.words.strip():  # signs without a word in them: no entry has them
        ranking = _Ranking((), np.zeros(0, np.int64))
    else:
        ranking = _Ranking((), keep(columns.numbers))
    page = _page(ranking, query.first, query.count)
    everything = np.concatenate([np.array(ranking.first, np.int64), ranking.rest])
    ids = _ids(db, page)
    return Found(tuple(ids[n] for n in page), len(everything), columns.counts(everything), ranking.loosened)


def _filter(db: Connection, columns: Columns, query: Query) -> Keep:
    mask = columns.matching(query)
    if query.skill is not None:
        teaching = _teaching(db, query.skill, columns.size)
        mask = teaching if mask is None else mask & teaching
    allowed = mask
    return (lambda numbers: numbers) if allowed is None else (lambda numbers: numbers[allowed[slots(numbers)]])


def _teaching(db: Connection, skill: str, size: int) -> Mask:
    mask = np.zeros(size, bool)
    taught, known = t.catalog_taught, t.catalog_skill
    rows = db.execute(select(taught.c.slot).join(known, known.c.number == taught.c.skill).where(known.c.id == skill))
    mask[list(rows.scalars())] = True
    return mask


def _by_words(db: Connection, columns: Columns, words: Sequence[Word], keep: Keep) -> _Ranking:
    query = fts.every(words)
    found = keep(fts.find(db, query))
    if not len(found):
        fewer = telling(words)
        return (_by_words if len(fewer) < len(words) else _by_some_words)(db, columns, fewer, keep)
    tiers = _tiers(db, words, found, keep)
    return _Ranking(_ranked(db, query, tiers), _without(found, tiers))


def _tiers(db: Connection, words: Sequence[Word], found: Numbers, keep: Keep) -> dict[int, int]:
    """The tiers of the entries that are to be ranked, by their numbers."""
    chosen: dict[int, int] = {}
    for tier, names in enumerate(fts.TIERS):
        places = [found] if names == fts.COLUMNS else map(keep, fts.pieces(db, fts.every(words, names)))
        for numbers in places:
            for number in numbers[:RANKED].tolist():  # enough of them are new: fewer than RANKED were chosen before
                chosen.setdefault(number, tier)
                if len(chosen) == min(RANKED, len(found)):
                    return chosen
    return chosen


def _by_some_words(db: Connection, columns: Columns, words: Sequence[Word], keep: Keep) -> _Ranking:
    """Entries with some of the words, those with more of them first, and among them those with the more telling ones.

    A word tells as much as it is rare: the log of how many entries there are for each that has it (inverse document frequency). So "exam"
    does not outweigh "kubernetes".
    """
    told, missing = np.zeros(columns.size, np.float64), np.full(columns.size, len(words))
    for word in words if len(words) > 1 else ():
        found = keep(fts.find(db, fts.some([word])))
        if len(found):
            told[slots(found)] += np.log1p(len(columns.numbers) / len(found))
            missing[slots(found)] -= 1
    numbers = columns.numbers[told[slots(columns.numbers)] > 0]
    if not len(numbers):
        return _Ranking((), numbers)
    order_of = np.round(missing * 1000.0 - told, 6)  # no sum of logarithms comes near a thousand
    tier = np.unique(order_of[slots(numbers)], return_inverse=True)[1]
    order = np.argsort(tier, kind="stable")
    ordered = numbers[order]
    tiers = dict(zip(ordered[:RANKED].tolist(), tier[order][:RANKED].tolist(), strict=True))
    return _Ranking(_ranked(db, fts.some(words), tiers), ordered[RANKED:], loosened=True)


def _ranked(db: Connection, query: str, tiers: dict[int, int]) -> list[int]:
    scores = fts.scores(db, query, list(tiers))
    ids = _ids(db, list(tiers))
    return sorted(tiers, key=lambda n: (tiers[n], scores[n], n >> 32, ids[n]))


def _without(found: Numbers, taken: dict[int, int]) -> Numbers:
    numbers = np.fromiter(taken, np.int64, len(taken))
    return np.delete(found, np.searchsorted(found, np.sort(numbers)))


def _page(ranking: _Ranking, first: int, count: int) -> list[int]:
    page = list(ranking.first[first : first + count])
    start = max(0, first - len(ranking.first))
    return page + [int(n) for n in ranking.rest[start : start + count - len(page)]]


def _ids(db: Connection, numbers: Sequence[int]) -> dict[int, str]:
    table = t.catalog_entry
    query = select(table.c.number, table.c.id)
    return {row.number: row.id for part in chunks(numbers) for row in db.execute(query.where(table.c.number.in_(part)))}
