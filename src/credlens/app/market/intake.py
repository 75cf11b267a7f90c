"""First part of a build: ads out of files into pieces, each text once."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from credlens.app import shapes
from credlens.app.ads import stream
from credlens.app.market.ports import Work
from credlens.app.ports import Ports
from credlens.market import formats
from credlens.market.kernel import TEXTS
from credlens.market.rows import table_of
from credlens.market.term_counts import is_term_counts
from credlens.market.term_counts import read as read_counts
from credlens.model.errors import InputError, Problem
from credlens.model.market import TermCount
from credlens.model.posting import Posting
from credlens.model.skill import Taxonomy

TERM = "term:"
"""Begins the key of a term of a table of counts that is no skill's name."""

TEXTS_A_PIECE = 500  # some seconds of reading: what is lost at most when a build is stopped
ADS_A_PIECE = 20_000
MOST_ALIKE = 100  # problems of one file that say the same and are kept one by one; all are counted
MOST_PROBLEMS = 1000  # that are kept one by one in all
MOST_KINDS = 1000
MOST_NOTES = 200

POSTINGS = pa.schema(
    [
        ("source", pa.string()),
        ("where", pa.string()),
        ("text", pa.string()),
        ("title", pa.string()),
        ("employer", pa.string()),
        ("place", pa.string()),
        ("posted", pa.date32()),
    ]
)
"""An ad without its text: ``text`` is the digest of it."""

COUNTS = pa.schema(
    [("source", pa.string()), ("month", pa.date32()), ("key", pa.string()), ("k", pa.int64()), ("n", pa.int64())]
)
"""How many of a month's ads name a term; ``key`` is the skill's id, or ``term:`` and the words when no skill has that name."""


def file_of(where: str) -> str:
    """The file of a place in a file ("ads.csv:row 3"); a colon before a folder is that of a drive."""
    file, _, place = where.rpartition(":")
    return file if file and not {"/", "\\"} & set(place) else where


@dataclass
class Source:
    """What came out of one of the paths given.

    Attributes:
        name: its last part; all of it where another path ends alike.
        read: ads; ``texts``: different texts among them, of those that no earlier source had; ``dated``: ads that say when.
        rejected: entries that could not be read.
        first, last: days of the oldest and newest dated ad (ISO).
        counts: rows of tables that count terms by month.
    """

    name: str
    read: int = 0
    texts: int = 0
    dated: int = 0
    rejected: int = 0
    first: str | None = None
    last: str | None = None
    counts: int = 0

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return asdict(self)

    def saw(self, posting: Posting, *, new: bool) -> None:
        """Count an ad."""
        self.read += 1
        self.texts += new
        if posting.posted:
            day = posting.posted.isoformat()
            self.dated += 1
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


@dataclass
class Kind:
    """Problems of one file that say the same: the first place, and how many there are."""

    where: str
    message: str
    what_to_do: str | None
    times: int = 0


@dataclass
class Intake:
    """Reads ads into the pieces ``postings-...`` and ``texts-...``, and tables of counts into ``term_counts``.

    Args:
        ports: the doors.
        work: where the pieces go.
        taxonomy: what terms are looked up in.
    """

    ports: Ports
    work: Work
    taxonomy: Taxonomy
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _kinds: dict[tuple[str, str], Kind] = field(default_factory=dict)
    _texts: list[tuple[str, str]] = field(default_factory=list)
    _ads: list[tuple[Any, ...]] = field(default_factory=list)
    _counts: list[tuple[Any, ...]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _pieces: dict[str, int] = field(default_factory=dict)

    def read(self, paths: Sequence[Path]) -> Intake:
        """Read everything; returns itself."""
        for path in paths:
            known = {source.name for source in self.sources}
            source = Source(str(path) if path.name in known else path.name or str(path))
            self.sources.append(source)
            files, problems = self.ports.files.paths([path], lambda name: formats.for_name(name) is not None)
            for problem in problems:
                self._reject(source, problem)
            for file in files:
                if not self._counted(file, source):
                    self._stream(file, source)
        self._flush("texts", self._texts, TEXTS)
        self._flush("postings", self._ads, POSTINGS)
        self.work.put("term_counts", table_of(self._counts, COUNTS))
        return self

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "sources": [s.to_json() for s in self.sources],
            "rejected": sum(s.rejected for s in self.sources),
            "rejects": [asdict(kind) for kind in self._kinds.values()],
            "problems": shapes.problems(self.problems),
            "notes": self.notes,
        }

    def _stream(self, file: Path, source: Source) -> None:
        for _, event in stream(self.ports, [file]):
            if isinstance(event, Posting):
                self._take(event, source)
            elif isinstance(event, Problem):
                self._reject(source, event)
            elif len(self.notes) < MOST_NOTES:
                self.notes.append(str(event))

    def _take(self, ad: Posting, source: Source) -> None:
        new = ad.id not in self._seen
        source.saw(ad, new=new)
        if new:
            self._seen.add(ad.id)
            self._texts.append((ad.id, ad.text))
            if len(self._texts) == TEXTS_A_PIECE:
                self._flush("texts", self._texts, TEXTS)
        self._ads.append((source.name, ad.where, ad.id, ad.title, ad.employer, ad.place, ad.posted))
        if len(self._ads) == ADS_A_PIECE:
            self._flush("postings", self._ads, POSTINGS)

    def _reject(self, source: Source, problem: Problem) -> None:
        source.rejected += 1
        key = (file_of(problem.where), problem.message)
        kind = self._kinds.get(key)
        if kind is None and len(self._kinds) < MOST_KINDS:
            kind = self._kinds[key] = Kind(problem.where, problem.message, problem.what_to_do)
        if kind is not None:
            kind.times += 1
        if len(self.problems) < MOST_PROBLEMS and (kind is None or kind.times <= MOST_ALIKE):
            self.problems.append(problem)

    def _flush(self, kind: str, rows: list[Any], schema: pa.Schema) -> None:
        if rows:
            number = self._pieces[kind] = self._pieces.get(kind, 0) + 1
            self.work.put(f"{kind}-{number:06}", table_of(rows, schema), mapped=kind == "texts")
            rows.clear()

    def _counted(self, file: Path, source: Source) -> bool:
        """Whether the file is a table that counts terms; then it is taken in."""
        if formats.for_name(file.name) != "csv":
            return False
        try:
            rows = csv.DictReader(line.decode("utf-8-sig", "replace") for line in self.ports.files.lines(file))
            if not is_term_counts(rows.fieldnames or []):
                return False
            counts, problems = read_counts(rows, file.name)
        except (InputError, csv.Error):
            return False  # the reading as ads says what is wrong
        for problem in problems:
            self._reject(source, problem)
        self._counts += self._keyed(counts, source)
        source.counts += len(counts)
        self.notes.append(f"{file.name}: a table that counts terms by month; {len(counts)} rows")
        return True

    def _keyed(self, counts: Sequence[TermCount], source: Source) -> Iterator[tuple[Any, ...]]:
        keys: dict[str, str] = {}
        for count in counts:
            if count.term not in keys:
                skill = self.taxonomy.find(count.term)
                keys[count.term] = skill.id if skill else f"{TERM}{count.term.casefold()}"
            yield source.name, count.month, keys[count.term], count.k, count.n
