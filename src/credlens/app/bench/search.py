"""How fast a catalog of many credentials is imported and searched, and how large it gets, on a made one.

Processor time is counted. Every search brings its total and the counts of all facets; the page is twenty credentials. Queries are drawn with a
fixed seed out of the words of the records: what is common there is common in the index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from credlens.app.bench.catalog_making import COLUMNS, SEED, Parts, as_csv, parts, rows
from credlens.app.catalog.importing import import_records
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.query import Query
from credlens.model.errors import UserError

SOURCE = "csv"
SIZE = 100_000
EACH = 50  # queries of each kind
A_FILE = 10_000  # records
SAMPLE = 5_000  # records that the words of queries are drawn from
LIMITS = {"import_seconds": 120.0, "p50_ms": 10.0, "p99_ms": 150.0, "file_mb": 400.0}
"""What is asked of a catalog of :data:`SIZE` credentials."""

Peer = Callable[[str], int]
"""Another way to search the same store: words to the number of finds."""

_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True)
class Times:
    """Milliseconds of processor time that each query of a kind took."""

    runs: tuple[float, ...]

    def at(self, percent: float) -> float:
        """The time that so many percent of the queries do not exceed."""
        return float(np.percentile(self.runs, percent, method="higher"))

    def to_json(self) -> dict[str, Any]:
        """``{"n", "p50_ms", "p99_ms", "max_ms"}``."""
        figures = {"p50_ms": self.at(50), "p99_ms": self.at(99), "max_ms": max(self.runs)}
        return {"n": len(self.runs), **{name: round(value, 2) for name, value in figures.items()}}


@dataclass(frozen=True)
class SearchBench:
    """The figures.

    Attributes:
        records: credentials that were imported.
        import_seconds: of processor time.
        file_bytes: of the whole state afterwards.
        first_ms: the first search after the import, which loads the columns.
        kinds: kind of query -> its times; ``finds`` -> the median number of finds.
        peers: another way to search -> kind of query -> its times.
    """

    records: int
    import_seconds: float
    file_bytes: int
    first_ms: float
    kinds: Mapping[str, Times]
    finds: Mapping[str, float]
    peak_memory: int | None
    peers: Mapping[str, Mapping[str, Times]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench search --json``."""
        found = Times(tuple(ms for times in self.kinds.values() for ms in times.runs))
        figures = {
            "import_seconds": round(self.import_seconds, 1),
            "p50_ms": round(found.at(50), 2),
            "p99_ms": round(found.at(99), 2),
            "file_mb": round(self.file_bytes / 1e6, 1),
        }
        return {
            "records": self.records,
            **figures,
            "records_per_second": round(self.records / max(self.import_seconds, 1e-9), 1),
            "max_ms": round(max(found.runs), 2),
            "first_ms": round(self.first_ms, 2),
            "searches": len(found.runs),
            "kinds": {name: {**t.to_json(), "finds": self.finds[name]} for name, t in self.kinds.items()},
            "peers": {name: self._peer(kinds) for name, kinds in self.peers.items()},
            "peak_memory_mb": None if self.peak_memory is None else round(self.peak_memory / 1e6, 1),
            "limits": {name: {"asked": asked, "kept": figures[name] <= asked} for name, asked in LIMITS.items()},
        }

    def _peer(self, kinds: Mapping[str, Times]) -> dict[str, Any]:
        return {
            name: {**times.to_json(), "ratio": round(times.at(50) / max(self.kinds[name].at(50), 1e-9), 2)}
            for name, times in kinds.items()
        }


def search(ports: Ports, *, size: int = SIZE, each: int = EACH, peers: Mapping[str, Peer] | None = None) -> SearchBench:
    """Import a made catalog into this home, which has to be a passing one, and search in it.

    Args:
        ports: the doors of a home that holds nothing.
        size: credentials.
        each: queries of each kind.
        peers: other ways to search the same store, measured on the queries that are words alone.

    Raises:
        UserError: there is nothing to measure, or the home holds something.
    """
    if size < 1 or each < 1:
        raise UserError(
            "At least one credential and one query are needed.", where="--size", what_to_do="Give 1 or more."
        )
    if ports.has_state():
        raise UserError("This home is in use.", where=str(ports.home), what_to_do="Measure in an empty one.")
    made_of = parts(Knowledge(ports))
    folder = _write(ports, made_of, size)
    before = ports.cpu_seconds()
    result = import_records(ports, SOURCE, [folder])
    import_seconds = ports.cpu_seconds() - before
    asked = queries(list(islice(rows(made_of, size), SAMPLE)), each)
    first = _milliseconds(ports, lambda: ports.catalog().search(Query()))
    kinds = {name: _measured(ports, every) for name, every in asked.items()}
    others = {name: _beside(ports, asked, peer) for name, peer in (peers or {}).items()}
    file_bytes = ports.files.size(Path(ports.store().place))
    return SearchBench(
        result.imported,
        import_seconds,
        file_bytes,
        first,
        {name: times for name, (times, _) in kinds.items()},
        {name: finds for name, (_, finds) in kinds.items()},
        ports.peak_memory(),
        others,
    )


def _write(ports: Ports, made_of: Parts, size: int) -> Path:
    folder, records = ports.home / "made", rows(made_of, size)
    for start in range(0, size, A_FILE):
        ports.files.write(folder / f"{start:09}.{SOURCE}", as_csv(islice(records, A_FILE)))
    return folder


def _milliseconds(ports: Ports, work: Callable[[], object]) -> float:
    before = ports.cpu_seconds()
    work()
    return (ports.cpu_seconds() - before) * 1000


def _measured(ports: Ports, asked: Sequence[Query]) -> tuple[Times, float]:
    store, totals, runs = ports.catalog(), [], []
    for query in asked:
        before = ports.cpu_seconds()
        found = store.search(query)
        runs.append((ports.cpu_seconds() - before) * 1000)
        totals.append(found.total)
    return Times(tuple(runs)), float(np.median(totals))


def _beside(ports: Ports, asked: Mapping[str, Sequence[Query]], peer: Peer) -> dict[str, Times]:
    """The times of another way to search, on the kinds of queries that are words alone."""
    plain = {name: every for name, every in asked.items() if all(_is_plain(q) for q in every)}
    return {
        name: Times(tuple(_milliseconds(ports, partial(peer, query.words)) for query in every))
        for name, every in plain.items()
    }


def _is_plain(query: Query) -> bool:
    return bool(query.words) and query == Query(query.words)


def queries(records: Sequence[Mapping[str, str]], each: int) -> dict[str, list[Query]]:
    """Queries of each kind, out of the words of some records: the same ones each time."""
    rng = np.random.default_rng(SEED)
    rank = _by_rank(records)
    common, middle, rare = rank[:20], rank[len(rank) // 50 : len(rank) // 10], rank[len(rank) // 2 :]
    skills = sorted({s for r in records for s in r["skills"].split("; ")})

    def draw(*lists: Sequence[str]) -> Iterator[str]:
        for _ in range(each):
            yield " ".join(words[int(rng.integers(len(words)))] for words in lists)

    facets: list[Mapping[str, tuple[str, ...]]] = [
        {"kind": ("Course",)},
        {"level": ("beginner", "intermediate"), "language": ("en",)},
        {"price": ("free",), "mode": ("online",)},
    ]
    return {
        "commonest_word": [Query(w) for w in draw(common)],
        "middle_word": [Query(w) for w in draw(middle)],
        "rare_word": [Query(w) for w in draw(rare)],
        "beginning_of_a_word": [Query(w[:3]) for w in draw(middle)],
        "two_words": [Query(w) for w in draw(common, middle)],
        "two_common_words": [Query(w) for w in draw(common, common)],
        "three_words": [Query(w) for w in draw(common, middle, middle)],
        "name_of_a_skill": [Query(w) for w in draw(skills)],
        "not_together": [Query(w) for w in draw(rare, rare, common)],
        "commonest_word_and_facets": [Query(w, wanted=facets[n % len(facets)]) for n, w in enumerate(draw(common))],
        "words_hours_and_cost": [Query(w, most_hours=40, most_cost=100) for w in draw(middle)],
        "everything_and_facets": [Query(wanted=facets[n % len(facets)]) for n in range(each)],
    }


def _by_rank(records: Sequence[Mapping[str, str]]) -> list[str]:
    """Words by the number of records that have them, most first."""
    searched = [c for c in COLUMNS if c in {"title", "description", "skills"}]
    counts = Counter(w for r in records for w in set(_WORD.findall(" ".join(r[c] for c in searched).casefold())))
    return sorted(counts, key=lambda w: (-counts[w], w))
