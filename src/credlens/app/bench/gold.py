"""How well requirements are read, measured on labelled ads (``benchmarks/gold/GUIDE.md``).

Labels name an ad by the digest of its text and a place by offsets, so they can be kept without the text. Figures come with the number
of labels behind them and a bootstrap interval over whole ads.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app.ads import read_paths
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.shapes import problems
from credlens.market.dedupe import digest
from credlens.model.errors import InputError, Problem
from credlens.model.posting import Reading, Requirement
from credlens.skills.reader import Reader
from credlens.skills.sections import Layout
from credlens.skills.text import comparable

DRAWS = 2_000  # bootstrap samples; the ends of an interval then wobble by well under a point
SEED = 20_261_122

Span = tuple[int, int]
Cell = tuple[str, str]  # measure, class

_LETTER = {Requirement.REQUIRED: "R", Requirement.PREFERRED: "P", Requirement.UNCLEAR: "U"}


@dataclass(frozen=True, slots=True)
class Named:
    """A licence or credential that an ad names; ``required`` as in the guide."""

    span: Span
    name: str
    required: bool | None


@dataclass(frozen=True)
class GoldAd:
    """One ad's labels.

    Attributes:
        units, parts: (start, end, letter); a part is an exception inside a unit.
        degree: (level, required, experience_substitutes).
        years: (min, max) of every number of years asked for.
    """

    ad: str
    split: str
    source: str
    units: tuple[tuple[int, int, str], ...]
    parts: tuple[tuple[int, int, str], ...]
    degree: tuple[str, bool | None, bool | None]
    licences: tuple[Named, ...]
    credentials: tuple[Named, ...]
    years: tuple[tuple[float | None, float | None], ...]

    def letter(self, start: int, end: int) -> str | None:
        """How firmly the words of a span are asked for; None outside every unit."""
        for places in (self.parts, self.units):
            for first, last, letter in places:
                if first <= start and end <= last:
                    return letter
        return None


def load(data: bytes, where: str) -> tuple[list[GoldAd], list[Problem]]:
    """Labels out of a file with one JSON object a line; a line that cannot be used is a problem."""
    found: list[GoldAd] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_ad(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            reason = f"{type(error).__name__}: {error}"
            problems.append(Problem(f"{where}:{number}", f"These labels cannot be read ({reason}).", "See the guide."))
    return found, problems


def _ad(record: Mapping[str, Any]) -> GoldAd:
    degree = record["degree"]
    return GoldAd(
        ad=str(record["ad"]),
        split=str(record.get("split", "")),
        source=str(record.get("source", "")),
        units=tuple((int(a), int(b), str(letter)) for a, b, letter in record["units"]),
        parts=tuple((int(a), int(b), str(letter)) for a, b, letter in record.get("parts", ())),
        degree=(str(degree["level"]), degree["required"], degree["experience_substitutes"]),
        licences=_named(record["licences"]),
        credentials=_named(record["credentials"]),
        years=tuple((x["min"], x["max"]) for x in record["experience"]),
    )


def _named(entries: Iterable[Mapping[str, Any]]) -> tuple[Named, ...]:
    return tuple(Named((int(e["span"][0]), int(e["span"][1])), str(e["name"]), e["required"]) for e in entries)


@dataclass(frozen=True)
class GoldBench:
    """Figures of each split, and of all labelled ads together.

    Attributes:
        ads: labelled ads that were read.
        not_checked: labelled ads whose text is not among the ads given, or has changed.
        splits: split -> figure -> its value, interval and counts; ``all`` is over every ad.
        problems: labels that could not be read.
    """

    ads: int
    not_checked: int
    splits: Mapping[str, Mapping[str, Any]]
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench read --gold --json``."""
        return {
            "ads": self.ads,
            "not_checked": self.not_checked,
            "splits": {name: dict(figures) for name, figures in self.splits.items()},
            "problems": problems(self.problems),
        }


def gold(ports: Ports, labels: Path, ads: Sequence[Path]) -> GoldBench:
    """How well requirements of labelled ads are read.

    Args:
        ports: the doors.
        labels: a file with the labels of one ad a line.
        ads: files and folders with the texts.

    Raises:
        InputError: there are no labels, or no ads.
    """
    given, wrong = load(ports.files.read(labels).data, str(labels))
    if not given:
        raise InputError(wrong or [Problem(str(labels), "There are no labels in it.", "See benchmarks/gold/GUIDE.md.")])
    read = read_paths(ports, ads)
    found = score(given, [p.text for p in read.postings], Knowledge(ports).reader)
    return GoldBench(found.ads, found.not_checked, found.splits, tuple(wrong))


def score(labels: Sequence[GoldAd], texts: Iterable[str], reader: Reader) -> GoldBench:
    """All figures.

    Args:
        labels: the labelled ads; those whose text is not among the texts are counted as not checked.
        texts: texts of ads; found by their digest, so a text that changed is not found.
        reader: what is measured.
    """
    by_id = {digest(text): text for text in texts}
    known = [one for one in labels if one.ad in by_id]
    counts = [count(one, by_id[one.ad], reader) for one in known]
    splits: dict[str, Mapping[str, Any]] = {}
    for split in sorted({one.split for one in known if one.split}):
        splits[split] = figures([c for one, c in zip(known, counts, strict=True) if one.split == split])
    if known:
        splits["all"] = figures(counts)
    return GoldBench(len(known), len(labels) - len(known), splits)


def count(gold: GoldAd, text: str, reader: Reader) -> dict[Cell, list[int]]:
    """One ad's hits, false alarms and misses, [tp, fp, fn], by measure and class."""
    cells: dict[Cell, list[int]] = {}
    reading = reader.read(text)
    _degree(gold, reading, cells)
    for start, end, said in _mentions(text, reader):
        wanted = gold.letter(start, end)
        if wanted is not None:
            tally(cells, "mentions", wanted, said)
    for measure, wanted_names, found in (
        ("licences", gold.licences, [(x.span, x.name) for x in reading.licences]),
        ("credentials", gold.credentials, [(x.span, x.name) for x in reading.credentials]),
    ):
        _match(cells, measure, wanted_names, found)
    years, said_years = Counter(gold.years), Counter((e.min_years, e.max_years) for e in reading.experience)
    both = (years & said_years).total()
    _add(cells, ("years", "exact"), both, said_years.total() - both, years.total() - both)
    return cells


def _degree(gold: GoldAd, reading: Reading, cells: dict[Cell, list[int]]) -> None:
    said = reading.degree
    level, required, instead = gold.degree
    tally(cells, "degree_level", level, said.level.value, ignore="unstated")
    tally(cells, "degree_required", str(required), str(said.required), ignore="None")
    tally(cells, "substitutes", "true" if instead else "", "true" if said.experience_substitutes else "", ignore="")


def _mentions(text: str, reader: Reader) -> Iterable[tuple[int, int, str]]:
    layout = Layout(text)
    for hit in reader.skill_hits(text):
        passage = layout.at(hit.start)
        yield hit.start, hit.end, _LETTER[passage.requirement] if passage.counted else "N"


def _match(
    cells: dict[Cell, list[int]], measure: str, wanted: Sequence[Named], found: Sequence[tuple[Span | None, str]]
) -> None:
    """Names count once an ad, however often they stand in it; a finding is right when it lies on one of the name's places."""
    groups: dict[str, list[Span]] = {}
    for one in wanted:
        groups.setdefault(comparable(one.name), []).append(one.span)
    left = dict(groups)
    wrong = 0
    for span, name in found:
        touching = [
            key for key, spans in groups.items() if span and any(a < span[1] and span[0] < b for a, b in spans)
        ] or [key for key in groups if key == comparable(name)]
        fresh = [key for key in touching if key in left]
        if fresh:
            del left[fresh[0]]
        elif not touching:
            wrong += 1
    _add(cells, (measure, "named"), len(groups) - len(left), wrong, len(left))


def tally(cells: dict[Cell, list[int]], measure: str, wanted: str, said: str, ignore: str | None = None) -> None:
    """Count one answer: a hit of its class, or a false alarm of one and a miss of the other; the class to ignore counts for nothing."""
    if wanted == said:
        if wanted != ignore:
            _add(cells, (measure, wanted), 1, 0, 0)
        return
    if said != ignore:
        _add(cells, (measure, said), 0, 1, 0)
    if wanted != ignore:
        _add(cells, (measure, wanted), 0, 0, 1)


def _add(cells: dict[Cell, list[int]], cell: Cell, *counts: int) -> None:
    sums = cells.setdefault(cell, [0, 0, 0])
    for place, n in enumerate(counts):
        sums[place] += n


class Figures:
    """Figures over ads, each with a 95 % bootstrap interval (Efron 1979, percentile method; whole ads are drawn).

    Args:
        counts: for each ad, its hits, false alarms and misses by measure and class; at least one ad.
    """

    def __init__(self, counts: Sequence[Mapping[Cell, Sequence[int]]]) -> None:
        import numpy as np

        self._cells = sorted({cell for ad in counts for cell in ad})
        table = np.array([[ad.get(cell, (0, 0, 0)) for cell in self._cells] for ad in counts], dtype=float)
        table = table.reshape(len(counts), len(self._cells), 3)
        chance = np.full(len(counts), 1 / len(counts))
        draws = np.random.default_rng(SEED).multinomial(len(counts), chance, size=DRAWS)
        self._drawn = np.tensordot(draws, table, axes=1)  # draws x cells x (tp, fp, fn)
        self._whole = table.sum(axis=0)[None]

    def of(self, measure: str, ratio: str, *classes: str) -> dict[str, Any]:
        """One figure over some classes, or over all: ``{"value", "ci95", "labels", "found"}``; ``ratio`` is one of :data:`RATIOS`."""
        import numpy as np

        from credlens.app.bench.ratios import RATIOS

        chosen = [i for i, (m, c) in enumerate(self._cells) if m == measure and (not classes or c in classes)]
        hits, alarms, misses = (int(v) for v in self._whole[0, chosen].sum(axis=0))
        counted = {"labels": hits + misses, "found": hits + alarms}
        value = float(RATIOS[ratio](self._whole[:, chosen])[0])
        if np.isnan(value):
            return {"value": None, "ci95": None, **counted}
        low, high = np.nanpercentile(RATIOS[ratio](self._drawn[:, chosen]), [2.5, 97.5])
        return {"value": round(value, 4), "ci95": [round(float(low), 4), round(float(high), 4)], **counted}


def figures(counts: Sequence[Mapping[Cell, Sequence[int]]]) -> dict[str, Any]:
    """All figures over these ads."""
    of = Figures(counts).of
    return {
        "ads": len(counts),
        "degree_level_f1": of("degree_level", "micro"),
        "degree_level_macro_f1": of("degree_level", "macro"),
        "degree_required_f1": of("degree_required", "micro"),
        "experience_substitutes_f1": of("substitutes", "micro"),
        "required_preferred_macro_f1": of("mentions", "macro", "R", "P"),
        "required_f1": of("mentions", "micro", "R"),
        "preferred_f1": of("mentions", "micro", "P"),
        "unclear_f1": of("mentions", "micro", "U"),
        "not_asked_f1": of("mentions", "micro", "N"),
        "years_exact_f1": of("years", "micro"),
        "licences_precision": of("licences", "precision"),
        "licences_recall": of("licences", "recall"),
        "credentials_precision": of("credentials", "precision"),
        "credentials_recall": of("credentials", "recall"),
    }
