"""What each way of comparing says about a sentence and its candidate skills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from credlens.skills.linking.index import Arrays, Ints
from credlens.skills.linking.words import FUNCTION_WORDS, Floats, Word, WordVectors, stem, unit, words

LANES = (
    "document",  # TF-IDF cosine with all that is written about the skill
    "label",  # TF-IDF cosine with its label
    "share",  # share of its label's stems that the sentence holds, by weight
    "mass",  # the same times the weight found: a long label found whole says more than a short one
    "cover",  # share of the best of its names
    "cover_mass",
    "hit_label",  # its label stands there word for word (stems): weight
    "hit_name",  # the same for any of its names, less when others are called the same
    "sentence",  # static vectors: the sentence against the label
    "sentence_document",
    "sentence_centre",
    "window",  # the best few words of the sentence against the label
    "window_centre",  # ... against the mean of its names
)
POOL = 40
"""Candidates that each of the lanes "document", "label", "mass" and "sentence" puts forward, for a ranking."""

FINDING_POOL = 20
"""The same for finding what a text speaks of: the likely ones stand high, and fewer candidates cost less time."""

LONGEST_WINDOW = 6


@dataclass(slots=True)
class Compared:
    """One sentence beside its candidates.

    Attributes:
        concepts: rows of the candidates in the index, ascending, shape (candidates,).
        scores: shape (candidates, lanes), columns as in :data:`LANES`.
        spans: for each candidate the half-open span of the sentence that speaks of it most, shape (candidates, 2).
    """

    concepts: Ints
    scores: Floats
    spans: Ints


class Lanes:
    """Compares sentences with an index.

    Args:
        arrays: what ``index.build`` made.
        vectors: the table the index was built with.
    """

    def __init__(self, arrays: Arrays, vectors: WordVectors) -> None:
        self._a = {name: np.asarray(array) for name, array in arrays.items()}
        text = self._a["stems"].tobytes().decode()
        self._number = {s: i for i, s in enumerate(text.split("\n"))} if text else {}
        self._vectors = vectors
        self.priors: Floats = self._a["priors"]
        self.concepts = len(self.priors)

    def compare(self, sentences: Sequence[str], also: Sequence[Ints] = (), pool: int = POOL) -> list[Compared]:
        """Every sentence beside its candidates, in order; no candidates when nothing in it is known.

        Args:
            sentences: any number of them.
            also: for each sentence further candidates, when somebody else proposes some.
            pool: how many candidates each proposing lane puts forward.
        """
        parsed = [_Parsed(s, self._number, self._a["idf"], self._vectors) for s in sentences]
        whole = unit(np.array([p.vectors.sum(0) for p in parsed], np.float32).reshape(-1, self._vectors.dimensions))
        near = whole @ self._a["label_vectors"].T
        more = also or [np.zeros(0, np.int32)] * len(parsed)
        return [self._compare(*each, pool) for each in zip(parsed, whole, near, more, strict=True)]

    def _compare(self, parsed: _Parsed, whole: Floats, near: Floats, also: Ints, pool: int) -> Compared:
        a = self._a
        document, label, share = self._postings(parsed.unique)
        mass = share * share * a["label_mass"]
        covered = self._covered_names(parsed)
        pools = [
            top(document, pool),
            top(label, pool),
            top(mass, pool),
            top(near, pool),
            a["name_concept"][covered],
            also,
        ]
        found = np.unique(np.concatenate(pools)).astype(np.int32)
        scores = np.zeros((len(found), len(LANES)), np.float32)
        spans = np.zeros((len(found), 2), np.int32)
        if not len(found):
            return Compared(found, scores, spans)
        scores[:, 0], scores[:, 1], scores[:, 2], scores[:, 3] = (
            document[found],
            label[found],
            share[found],
            mass[found],
        )
        scores[:, 4], scores[:, 5] = self._cover(found, parsed)
        scores[:, 8] = near[found]
        scores[:, 9] = a["document_vectors"][found] @ whole
        scores[:, 10] = a["centre_vectors"][found] @ whole
        self._windows(found, parsed, scores, spans)
        self._hits(covered, found, parsed, scores, spans)
        return Compared(found, scores, spans)

    def _postings(self, unique: Ints) -> tuple[Floats, Floats, Floats]:
        """TF-IDF cosines with documents and labels, and the share of each label, for all concepts."""
        a, n = self._a, self.concepts
        if not len(unique):
            return np.zeros(n, np.float32), np.zeros(n, np.float32), np.zeros(n, np.float32)
        places, lengths = _ranges(a["post_start"][unique], a["post_start"][unique + 1])
        weights = a["idf"][unique]
        weights = np.repeat(weights / np.linalg.norm(weights), lengths)
        concepts = a["post_concept"][places]
        sums = (
            np.bincount(concepts, a["post_document"][places] * weights, n),
            np.bincount(concepts, a["post_label"][places] * weights, n),
            np.bincount(concepts, a["post_share"][places], n),
        )
        document, label, share = (s.astype(np.float32) for s in sums)
        return document, label, share

    def _covered_names(self, parsed: _Parsed) -> Ints:
        """Names all of whose stems stand in the sentence, in whatever order."""
        a = self._a
        places, _ = _ranges(a["rare_start"][parsed.unique], a["rare_start"][parsed.unique + 1])
        names = a["rare_name"][places]
        if not len(names):
            return names
        return names[self._shares(names, parsed)[0] > 0.999]

    def _shares(self, names: Ints, parsed: _Parsed) -> tuple[Floats, Floats]:
        """For each name the share of its weight that the sentence holds, and the weight held."""
        a = self._a
        starts, ends = a["name_start"][names], a["name_start"][names + 1]
        places, lengths = _ranges(starts, ends)
        found = a["name_stems"][places]
        held = np.add.reduceat(parsed.held[found], np.cumsum(lengths) - lengths)
        # A stem that stands twice in a name is counted twice above and once in the mass.
        return np.minimum(held / a["name_mass"][names], 1.0), np.minimum(held, a["name_mass"][names])

    def _cover(self, found: Ints, parsed: _Parsed) -> tuple[Floats, Floats]:
        a = self._a
        names, lengths = _ranges(a["concept_name"][found], a["concept_name"][found + 1])
        best, heavy = np.zeros(len(found), np.float32), np.zeros(len(found), np.float32)
        some = lengths > 0
        if some.any():
            share, held = self._shares(names, parsed)
            starts = (np.cumsum(lengths) - lengths)[some]
            best[some] = np.maximum.reduceat(share, starts)
            heavy[some] = np.maximum.reduceat(share * held, starts)
        return best, heavy

    def _windows(self, found: Ints, parsed: _Parsed, scores: Floats, spans: Ints) -> None:
        windows, places = parsed.windows()
        if not len(windows):
            return
        label = self._a["label_vectors"][found] @ windows.T
        centre = self._a["centre_vectors"][found] @ windows.T
        best = label.argmax(1)
        scores[:, 11] = label[np.arange(len(found)), best]
        scores[:, 12] = centre.max(1)
        spans[:] = places[best]

    def _hits(self, covered: Ints, found: Ints, parsed: _Parsed, scores: Floats, spans: Ints) -> None:
        """Names that stand in the sentence word for word; they also say exactly where."""
        a = self._a
        rows = np.searchsorted(found, a["name_concept"][covered])
        first = a["concept_name"]
        for name, row in zip(covered.tolist(), rows.tolist(), strict=True):
            pattern = a["name_stems"][a["name_start"][name] : a["name_start"][name + 1]].tolist()
            place = parsed.find(pattern)
            if place is None:
                continue
            mass = float(a["name_mass"][name])
            if name == first[found[row]]:  # the first of a concept's names is its label
                scores[row, 6] = mass
            value = mass / float(a["name_owners"][name]) ** 0.5
            if value > scores[row, 7]:
                scores[row, 7] = value
                spans[row] = place


class _Parsed:
    """A sentence as numbers."""

    __slots__ = ("_content", "_known", "_sequence", "held", "unique", "vectors")

    def __init__(self, sentence: str, number: dict[str, int], idf: Floats, vectors: WordVectors) -> None:
        found = words(sentence)
        self._content = [w for w in found if w.text not in FUNCTION_WORDS] or found
        self._sequence = [number.get(stem(w.text), -1) for w in self._content]
        self.unique: Ints = np.array(sorted(set(self._sequence) - {-1}), np.int32)
        self.held: Floats = np.zeros(len(idf), np.float32)  # weight of each stem of the vocabulary that stands there
        self.held[self.unique] = idf[self.unique]
        self._known: list[Word] = [w for w in found if vectors.row(w.text) is not None]
        self.vectors = vectors.rows([w.text for w in self._known])

    def find(self, pattern: list[int]) -> tuple[int, int] | None:
        """Span of the first place where these stems follow each other, function words between them allowed."""
        n = len(pattern)
        for i in range(len(self._sequence) - n + 1):
            if self._sequence[i : i + n] == pattern:
                return self._content[i].start, self._content[i + n - 1].end
        return None

    def windows(self) -> tuple[Floats, Ints]:
        """Unit vectors of all runs of up to :data:`LONGEST_WINDOW` known words, and their spans."""
        n = len(self._known)
        sums = np.concatenate([np.zeros((1, self.vectors.shape[1]), np.float32), self.vectors.cumsum(0)])
        pairs = [(i, i + size) for size in range(1, min(LONGEST_WINDOW, n) + 1) for i in range(n - size + 1)]
        if not pairs:
            return sums[:0], np.zeros((0, 2), np.int32)
        first, last = np.array(pairs, np.int32).T
        starts = np.array([w.start for w in self._known], np.int32)
        ends = np.array([w.end for w in self._known], np.int32)
        return unit(sums[last] - sums[first]), np.stack([starts[first], ends[last - 1]], axis=1)


def _ranges(starts: Ints, ends: Ints) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The numbers of many half-open ranges one after the other, and the ranges' lengths."""
    lengths = (ends - starts).astype(np.int64)
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(int(lengths.sum())), lengths


def top(scores: Floats, most: int) -> npt.NDArray[np.int64]:
    """Places of the highest positive scores; of equal ones at the edge the lower places."""
    positive = np.flatnonzero(scores > 0)
    if len(positive) <= most:
        return positive
    values = scores[positive]
    edge = np.partition(values, len(values) - most)[len(values) - most]
    above = positive[values > edge]
    return np.concatenate([above, positive[values == edge][: most - len(above)]])
