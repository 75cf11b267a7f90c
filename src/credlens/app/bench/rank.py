"""How well sentences are linked to skills: ranking against labelled sentences, beside a plain lexical baseline in the same run.

The layout of the data is that of the ESCO skill-extraction benchmark of Decorte et al. (2022): a list of labels, one a line, and CSV files with
``sentence`` and ``label``. A sentence's gold set is what its rows name of the list; rows that name nothing of it ("LABEL NOT PRESENT") say that the
sentence speaks of something the list does not hold.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credlens.app.linking import Parts, parts
from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import InputError, Problem
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.decode import decode
from credlens.skills.linking.concepts import of_labels

DRAWS, SEED = 2_000, 20_261_122
_CUTOFFS = (1, 5, 10)


@dataclass(frozen=True)
class Query:
    """A sentence and the labels, by their place in the list, that it speaks of; none when nothing of the list fits."""

    sentence: str
    right: frozenset[int]


@dataclass(frozen=True)
class RankResult:
    """Figures by file."""

    files: dict[str, dict[str, Any]]

    def to_json(self) -> dict[str, Any]:
        """``{file: {"queries", "mrr", "rp1", "rp5", "rp10", "ci95", "sentences_per_second", ...}}``."""
        return self.files


def read_labels(document: NamedBytes) -> list[str]:
    """The list of labels, one a line, in order, each once.

    Raises:
        InputError: there is none, or the file is no text.
    """
    text, _ = decode(document.data, document.name)
    labels = list(dict.fromkeys(line for line in text.splitlines() if line.strip()))
    if not labels:
        raise InputError(
            [Problem(document.name, "There is no label in it.", "Give a file with one label on each line.")]
        )
    return labels


def queries(document: NamedBytes, labels: Sequence[str]) -> list[Query]:
    """The sentences of a file, each once, in order.

    Raises:
        InputError: the file has no columns ``sentence`` and ``label``, or not one label of the list.
    """
    text, _ = decode(document.data, document.name)
    place = {label: i for i, label in enumerate(labels)}
    rows = csv.DictReader(io.StringIO(text, newline=""))
    absent = {"sentence", "label"} - set(rows.fieldnames or ())
    if absent:
        message = f"The columns {', '.join(sorted(absent))} are missing."
        raise InputError(
            [Problem(f"{document.name}:1", message, "Give a CSV file whose first row names sentence and label.")]
        )
    found: dict[str, set[int]] = {}
    for row in rows:
        right = found.setdefault(row["sentence"] or "", set())
        if (label := row["label"] or "") in place:
            right.add(place[label])
    if not any(found.values()):
        raise InputError(
            [
                Problem(
                    document.name,
                    "No row names a label of the list.",
                    "Check that --labels is the list these rows were labelled with.",
                )
            ]
        )
    return [Query(sentence, frozenset(right)) for sentence, right in found.items()]


def rank(ports: Ports, labels: Path, data: Sequence[Path], *, tier: int | None = None) -> RankResult:
    """Rank the labels for every labelled sentence of each file.

    A sentence that the fusion was trained on is ranked by a fusion that has not seen it (``held_out`` counts them).

    Args:
        ports: the doors.
        labels: file with the list.
        data: files of labelled sentences.
        tier: 1 or 2; None for 2 when its encoder is installed, else 1.
    """
    names = read_labels(ports.files.read(labels))
    asked = [(str(path), [q for q in queries(ports.files.read(path), names) if q.right]) for path in data]
    tier = tier if tier is not None else (1 if ports.encoder.missing() else 2)
    imported = [ports.taxonomies.load(info.key) for info in ports.taxonomies.imported() if info.kind == "esco"]
    made = parts(ports, "labels", of_labels(names, imported), tier, keep=True)
    baseline = CharacterTfidf(names)
    about = {"tier": tier, "labels": len(names), "taxonomy": _taxonomy(imported)}
    return RankResult(
        {
            name: {**_measured(ports, made, found), "baseline": _baseline(baseline, found), **about}
            for name, found in asked
        }
    )


def _taxonomy(imported: Sequence[ImportedTaxonomy]) -> str | None:
    return ", ".join(t.key for t in imported) or None


def _measured(ports: Ports, made: Parts, asked: Sequence[Query]) -> dict[str, Any]:
    linkers = {fold: made.linker(fold) for fold in (None, *range(len(made.fusion.folds)))}
    ranked, held_out = [], 0
    before = ports.cpu_seconds()
    for query in asked:
        fold = made.fusion.fold(query.sentence)
        held_out += fold is not None
        ranked.append(linkers[fold].rank(query.sentence))
    seconds = ports.cpu_seconds() - before
    return {
        **measures(ranked, [q.right for q in asked]),
        "held_out": held_out,
        "sentences_per_second": round(len(asked) / max(seconds, 1e-9), 1),
    }


def _baseline(baseline: CharacterTfidf, asked: Sequence[Query]) -> dict[str, Any]:
    return measures([baseline.rank(q.sentence) for q in asked], [q.right for q in asked])


def measures(ranked: Sequence[Sequence[int]], right: Sequence[frozenset[int]]) -> dict[str, Any]:
    """Mean reciprocal rank and R-precision at 1, 5 and 10, with bootstrap intervals over sentences.

    R-precision at k of a sentence is the number of right labels among the first k, by the lesser of k and the number of right ones.
    """
    rows = np.array([_row(list(found), gold) for found, gold in zip(ranked, right, strict=True)])
    means = rows.mean(0)
    draws = np.random.default_rng(SEED).integers(0, len(rows), (DRAWS, len(rows)))
    low, high = np.percentile(rows[draws].mean(1), [2.5, 97.5], axis=0)
    names = ("mrr", *(f"rp{k}" for k in _CUTOFFS))
    return {
        "queries": len(rows),
        **{name: round(float(value), 4) for name, value in zip(names, means, strict=True)},
        "ci95": {name: [round(float(a), 4), round(float(b), 4)] for name, a, b in zip(names, low, high, strict=True)},
    }


def _row(found: list[int], gold: frozenset[int]) -> tuple[float, ...]:
    first = next((1 / place for place, label in enumerate(found, start=1) if label in gold), 0.0)
    return first, *(len(gold.intersection(found[:k])) / min(k, len(gold)) for k in _CUTOFFS)


class CharacterTfidf:
    """The baseline: cosine of TF-IDF over 3- to 5-character pieces of words, sublinear, as information retrieval does it since the 1990s."""

    def __init__(self, labels: Sequence[str]) -> None:
        counts = [_pieces(label) for label in labels]
        seen = Counter(piece for found in counts for piece in found)
        self._idf = {piece: math.log((1 + len(labels)) / (1 + n)) + 1 for piece, n in seen.items()}
        postings: dict[str, tuple[list[int], list[float]]] = {piece: ([], []) for piece in self._idf}
        for place, found in enumerate(counts):
            for piece, weight in self._weights(found).items():
                postings[piece][0].append(place)
                postings[piece][1].append(weight)
        self._postings = {piece: (np.array(places), np.array(weights)) for piece, (places, weights) in postings.items()}
        self._size = len(labels)

    def rank(self, sentence: str) -> list[int]:
        """The 100 nearest labels, by their place in the list."""
        scores = np.zeros(self._size)
        for piece, weight in self._weights(_pieces(sentence)).items():
            places, weights = self._postings[piece]
            scores[places] += weight * weights
        return [int(i) for i in np.argsort(-scores, kind="stable")[:100]]

    def _weights(self, found: Counter[str]) -> dict[str, float]:
        weights = {piece: (1 + math.log(n)) * self._idf[piece] for piece, n in found.items() if piece in self._idf}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {piece: w / norm for piece, w in weights.items()}


def _pieces(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in text.lower().split():
        padded = f" {word} "
        for size in (3, 4, 5):
            if size >= len(padded):
                found[padded] += 1
                break
            found.update(padded[i : i + size] for i in range(len(padded) - size + 1))
    return found
