"""Second part of a build: whose ad each is, for which occupation, where and when, and which ads are the same ad."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from credlens.app.knowledge import Knowledge
from credlens.app.market.intake import file_of
from credlens.app.market.ports import Work
from credlens.app.ports import Ports
from credlens.market import near
from credlens.market.near import Near
from credlens.market.regions import regions
from credlens.market.rows import table_of
from credlens.market.titles.plain import title_key
from credlens.skills.organisations import organisation_key

TITLE = "title:"
"""Begins the key of an occupation that no taxonomy knows: the plain words of the ads' title."""

TAXONOMIES = ("esco", "onet")
"""Where occupations are looked for; the first that is imported counts."""

ADS = pa.schema(
    [
        ("source", pa.string()),
        ("occupation", pa.string()),
        ("region", pa.string()),
        ("month", pa.date32()),
        ("employer", pa.string()),
        ("cluster", pa.int64()),
        ("text", pa.string()),
    ]
)
OCCUPATIONS = pa.schema(
    [
        ("occupation", pa.string()),
        ("label", pa.string()),
        ("taxonomy", pa.string()),
        ("ads", pa.int64()),
        ("probability", pa.float64()),
    ]
)
"""Every occupation that an ad was taken for; ``probability`` is the mean over its ads, null where the title itself is the key."""

MANY = 30  # ads of a source that names no employer, from which on that is no chance

_STEP = 1000


class Titles:
    """Occupations by title, each title looked up once.

    Args:
        knowledge: the imported taxonomies; ESCO's occupations are used, without it O*NET's. Without both no title is matched: the regulated
            occupations of the starter are too few to tell what a title means.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.taxonomy = next((name for name in TAXONOMIES if knowledge.titles(name)), None)
        published = knowledge.published(self.taxonomy) if self.taxonomy else None
        self.labels = {key: job.label for key, job in published.occupations.items()} if published else {}
        self._index = knowledge.titles(self.taxonomy) if self.taxonomy else None
        self._found: dict[tuple[str, str, str], tuple[str, float | None]] = {}

    def of(self, title: str, place: str, employer: str) -> tuple[str, float | None]:
        """(key of the occupation, probability); the plain title itself when none fits, with None."""
        asked = (title, place, employer)
        if asked not in self._found:
            match = self._index.match(title, place=place, employer=employer) if self._index else None
            plain = f"{TITLE}{title_key(title, place, employer)}"
            self._found[asked] = (match.occupation, match.probability) if match else (plain, None)
        return self._found[asked]


def put_in_order(ports: Ports, knowledge: Knowledge, work: Work) -> dict[str, Any]:
    """Write the pieces ``ads``, ``days`` and ``occupations``.

    Returns:
        How many ads were read, how many texts they have, how many of these are nearly another, and what is counted.
    """
    rows = [row for name in work.names("postings-") for row in work.get(name).to_pylist()]
    titles = Titles(knowledge)
    employers = [organisation_key(row["employer"] or "") or None for row in rows]
    silent = _silent(rows, employers)
    clusters = _clusters(work, rows, employers)
    matched: dict[str, dict[tuple[int, date | None], float | None]] = defaultdict(dict)
    out: list[tuple[Any, ...]] = []
    for done, (row, cluster, named) in enumerate(zip(rows, clusters, employers, strict=True)):
        if done % _STEP == 0:
            ports.progress("ads", done, len(rows))
        occupation, probability = titles.of(row["title"], row["place"] or "", row["employer"] or "")
        month = _month(row)
        matched[occupation].setdefault((cluster, month), probability)
        employer, text = named or silent.get(row["source"]), row["text"]
        places = _places(row["place"])
        out += ((row["source"], occupation, region, month, employer, cluster, text) for region in places)
    ports.progress("ads", len(rows), len(rows))
    work.put("ads", table_of(out, ADS))
    work.put("days", _days({row[3] for row in out if row[3]}))
    work.put("occupations", table_of(list(_occupations(matched, titles)), OCCUPATIONS))
    texts = len({row["text"] for row in rows})
    distinct = len({(cluster, row["text"]) for cluster, row in zip(clusters, rows, strict=True)})
    ads = [(cluster, _month(row)) for cluster, row in zip(clusters, rows, strict=True)]
    counted = set(ads)
    return {
        "read": len(rows),
        "same_text": len(rows) - texts,
        "near": distinct - len(set(clusters)),
        "counted": len(counted),
        "again": len(counted) - len(set(clusters)),
        "employers": len(set(filter(None, employers))),
        "one_employer": sorted(silent),
        "with_occupation": sum(len(ads) for key, ads in matched.items() if not key.startswith(TITLE)),
        "occupations_from": titles.taxonomy,
        "with_region": len({ad for ad, row in zip(ads, rows, strict=True) if regions(row["place"])}),
        "dated": sum(month is not None for _, month in counted),
    }


def _places(place: str | None) -> tuple[str, ...]:
    """The regions an ad counts in: parts of countries and their countries; the empty one when it names none."""
    named = regions(place)
    return tuple(dict.fromkeys(code for part in named for code in (part, part[:2]))) or ("",)


def _month(row: Mapping[str, Any]) -> date | None:
    posted: date | None = row["posted"]
    return posted.replace(day=1) if posted else None


def _silent(rows: Sequence[Mapping[str, Any]], employers: Sequence[str | None]) -> dict[str, str]:
    """Sources of many ads in which none names its employer: an export of one employer's own, most likely, and so taken for one, which claims least.

    Ads in files of their own were put there by hand, one here and one there.
    """
    sizes, naming = Counter(row["source"] for row in rows), Counter[str]()
    naming.update(row["source"] for row, employer in zip(rows, employers, strict=True) if employer)
    files = Counter(source for source, _ in {(row["source"], file_of(row["where"])) for row in rows})
    return {
        source: f"source:{source}"
        for source, n in sizes.items()
        if n >= MANY and not naming[source] and 2 * files[source] < n
    }


def _clusters(work: Work, rows: Sequence[Mapping[str, Any]], employers: Sequence[str | None]) -> list[int]:
    """For each ad the number of its cluster: ads with the same text, employer and title are compared once."""
    marks = {
        text: mark
        for name in work.names("signatures-")
        for text, mark in zip(*(work.get(name)[c].to_pylist() for c in ("text", "signature")), strict=True)
    }
    keys = [
        (r["text"], employer or "", near.title_core(r["title"], r["place"]))
        for r, employer in zip(rows, employers, strict=True)
    ]
    numbers = {key: i for i, key in enumerate(dict.fromkeys(keys))}
    ads = [Near(np.frombuffer(marks[text], np.uint32), employer, title) for text, employer, title in numbers]
    texts = [text for text, _, _ in numbers]
    bodies = _Bodies(work)
    found = near.clusters(ads, lambda i: bodies[texts[i]])
    return [found[numbers[key]] for key in keys]


class _Bodies:
    """Texts by digest, read from the disk one at a time."""

    def __init__(self, work: Work) -> None:
        self._pieces = [work.get(name) for name in work.names("texts-")]
        self._where = {
            text: (number, row)
            for number, piece in enumerate(self._pieces)
            for row, text in enumerate(piece["text"].to_pylist())
        }

    def __getitem__(self, text: str) -> str:
        number, row = self._where[text]
        body: str = self._pieces[number]["body"][row].as_py()
        return body


def _occupations(matched: Mapping[str, Mapping[Any, float | None]], titles: Titles) -> Iterable[tuple[Any, ...]]:
    for key in sorted(matched):
        said = [p for p in matched[key].values() if p is not None]
        label = titles.labels.get(key, key.removeprefix(TITLE))
        yield (
            key,
            label,
            titles.taxonomy if said else "title",
            len(matched[key]),
            sum(said) / len(said) if said else None,
        )


def _days(months: Iterable[date]) -> pa.Table:
    ordered = sorted(months)
    quarters = [month.year * 4 + (month.month - 1) // 3 for month in ordered]
    return pa.table({"month": pa.array(ordered, pa.date32()), "quarter": pa.array(quarters, pa.int32())})
