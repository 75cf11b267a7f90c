"""From a job ad's title to an occupation, by the words they share.

Every name of every occupation is a set of words, weighted by how rare they are among the names. The few names that share most with the title
are looked at more closely, and a small model says how likely each of their occupations is, or that it is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from credlens.market.titles.judgement import FEATURES, judge
from credlens.market.titles.plain import head_of, name_words, plain_title
from credlens.market.titles.words import GENERIC, KINDRED, LITTLE, singular
from credlens.model.occupation import Occupation, TitleMatch

ACCEPTED = 0.5  # a title is matched when an occupation is more likely than not; below, it has none

CLOSE = 12
"""Occupations looked at closely."""

_NAMES = 96  # names that share most with the title, out of which the occupations are taken
_HEAD = 0.2  # what an equal word of role is worth beside the cosine when names are ranked at first
_LEAST = 0.15  # a name ranked lower at first has nothing to do with the title
_FAR = 0.5  # part of the best name's first rank below which a name is not near
_SHARP = 10.0  # how much more a nearer name's vote counts
_STRANGE = 0.25  # a word that no occupation knows weighs that part of a word that one name knows
_WHOLE = 0.999  # all of it, but for rounding
_MOST_WORDS = 5

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer[Any]]
Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A title as the index sees it.

    Attributes:
        rows: its words that the index knows; ``head``: that which says what somebody is.
        weight: of all its words; ``unknown``: of those the index does not know.
        general: it is nothing but a role found in every field ("manager"): only an occupation with that very label is meant by it.
    """

    rows: Sequence[int]
    head: int
    weight: float
    unknown: float
    words: int
    general: bool


class TitleIndex:
    """Matches titles to occupations.

    Args:
        occupations: with their names; building takes about a second for 30,000 names. Their order decides nothing.
    """

    def __init__(self, occupations: Iterable[Occupation]) -> None:
        ordered = sorted(occupations, key=lambda o: o.id)
        self._ids = [o.id for o in ordered]
        self._names: list[str] = []
        self._vocabulary: dict[str, int] = {"": 0}
        rows: list[tuple[int, int, bool, bool]] = []
        places: list[tuple[int, int]] = []
        for number, occupation in enumerate(ordered):
            seen: set[tuple[tuple[int, ...], bool]] = set()
            for name in (occupation.label, *occupation.titles):
                words, head, shorter = name_words(name)
                held = tuple(sorted({self._row(w) for w in words if w not in LITTLE}))
                if held and (held, shorter) not in seen:
                    seen.add((held, shorter))
                    places += [(row, len(self._names)) for row in held]
                    rows.append((number, self._row(words[head]), name == occupation.label, shorter))
                    self._names.append(name)
        table = np.array(rows, dtype=np.int32).reshape(-1, 4)
        self._owners, self._heads = table[:, 0], table[:, 1]
        self._labels, self._ranked = table[:, 2] > 0, table[:, 3] > 0
        self._kin = np.array([sum(1 << i for i, kind in enumerate(KINDRED) if w in kind) for w in self._vocabulary])
        self._invert(np.array(places, dtype=np.int32).reshape(-1, 2))

    def __len__(self) -> int:
        return len(self._ids)

    def match(self, title: str, *, place: str = "", employer: str = "") -> TitleMatch | None:
        """The occupation a title names; None when none is likely enough.

        Args:
            title: as the ad has it.
            place: as the ad has it.
            employer: as the ad has it; see :func:`credlens.market.titles.plain.plain_title`.
        """
        found = self.rank(title, 1, place=place, employer=employer)
        return found[0] if found and found[0].probability >= ACCEPTED else None

    def rank(self, title: str, n: int, *, place: str = "", employer: str = "") -> list[TitleMatch]:
        """The ``n`` most likely occupations, at most :data:`CLOSE`, however unlikely; ties by id."""
        names, features = self.compared(title, place=place, employer=employer)
        probabilities = judge(features)
        order = np.lexsort((self._owners[names], -probabilities))[:n]
        return [
            TitleMatch(self.owner(int(names[i])), round(float(probabilities[i]), 4), self._names[int(names[i])])
            for i in order
        ]

    def owner(self, name: int) -> str:
        """The id of the occupation that a name belongs to, by the name's row."""
        return self._ids[int(self._owners[name])]

    def compared(self, title: str, *, place: str = "", employer: str = "") -> tuple[Ints, Floats]:
        """(rows of the best name of each close occupation, their features: one row each, as wide as ``FEATURES``)."""
        asked = self._ask(plain_title(title, place, employer))
        shared = np.zeros(len(self._names))
        for row in asked.rows:
            shared[self._places[row]] += self._weights[row]
        cosine = shared / np.sqrt(self._norms * asked.weight)
        first = cosine + _HEAD * (self._heads == asked.head)
        first[shared == 0.0] = 0.0
        if asked.general:
            first[~self._labels | (self._sizes > 1)] = 0.0
        near = np.flatnonzero(first >= max(_LEAST, _FAR * first.max(initial=0.0)))
        if not len(near):
            return near, np.zeros((0, len(FEATURES)))
        if len(near) > _NAMES:
            near = near[np.argpartition(-first[near], _NAMES)[:_NAMES]]
        near = near[np.lexsort((near, ~self._labels[near], -first[near]))]
        _, at = np.unique(self._owners[near], return_index=True)
        best = near[np.sort(at)[:CLOSE]]
        told = (*self._own(asked, best, shared[best]), *self._others(asked, near, best, shared[near], first[near]))
        return best, np.column_stack(told).astype(np.float64)

    def _own(self, asked: _Asked, names: Ints, shared: Floats) -> tuple[npt.NDArray[Any], ...]:
        """What the names themselves say: the first of the features, in their order."""
        heads, sizes = self._heads[names], self._sizes[names]
        title, name = shared / asked.weight, shared / self._norms[names]
        label, ranked, same = self._labels[names], self._ranked[names], heads == asked.head
        whole, contained = title > _WHOLE, name > _WHOLE
        exact = whole & contained & ~ranked
        return (
            np.ones(len(names)),
            np.sqrt(title * name),
            title,
            name,
            exact,
            exact & (sizes == 1),
            exact & label,
            whole & contained & ranked,
            label,
            same,
            ~same & (self._kin[heads] & self._kin[asked.head] != 0),
            same & contained & ~whole & (sizes > 1),
            same & whole & ~contained,
        )

    def _others(
        self, asked: _Asked, near: Ints, names: Ints, shared: Floats, first: Floats
    ) -> tuple[npt.NDArray[Any], ...]:
        """What the other names of their occupations and the title alone say: the rest of the features, in their order."""
        owners = self._owners[names]
        known = np.zeros(len(self._ids))
        for row in asked.rows:
            known[self._users[row]] += self._weights[row]
        votes = np.exp(_SHARP * (first - first.max()))
        parts = np.bincount(self._owners[near], weights=votes / votes.sum(), minlength=len(self._ids))
        second = self._second(self._owners[near], owners, shared / np.sqrt(self._norms[near] * asked.weight))
        return (
            known[owners] / asked.weight,
            second,
            parts[owners],
            self._many[owners],
            np.full(len(names), asked.unknown / asked.weight),
            np.full(len(names), min(asked.words, _MOST_WORDS)),
        )

    @staticmethod
    def _second(near: Ints, owners: Ints, cosines: Floats) -> Floats:
        """The cosine of each occupation's second nearest name; 0 when it has none near."""
        found: dict[int, float | None] = dict.fromkeys(owners.tolist())
        second = dict.fromkeys(found, 0.0)
        for owner, cosine in zip(near.tolist(), cosines.tolist(), strict=True):
            if owner in found:
                if found[owner] is None:
                    found[owner] = cosine
                elif second[owner] == 0.0:
                    second[owner] = cosine
        return np.array(list(second.values()))

    def _ask(self, plain: str) -> _Asked:
        words = plain.split()
        single = list(dict.fromkeys(singular(w) for w in words if w not in LITTLE))
        known = [row for w in single if (row := self._vocabulary.get(w)) is not None and len(self._places[row])]
        unknown = self._unknown * (len(single) - len(known))
        weight = float(self._weights[known].sum()) + unknown if known else unknown
        head = self._vocabulary.get(singular(words[head_of(words)]), 0) if words else 0
        general = len(single) == 1 and single[0] in GENERIC
        return _Asked(known, head, max(weight, 1e-9), unknown, len(single), general)

    def _row(self, word: str) -> int:
        return self._vocabulary.setdefault(singular(word), len(self._vocabulary))

    def _invert(self, places: Ints) -> None:
        """From each word to the names and the occupations that hold it, and what each word and name weighs."""
        total = len(self._names)
        places = places[np.argsort(places[:, 0], kind="stable")]
        counts = np.bincount(places[:, 0], minlength=len(self._vocabulary))
        self._places = np.split(places[:, 1], np.cumsum(counts)[:-1])
        self._users = [np.unique(self._owners[p]) for p in self._places]
        self._weights = np.maximum(np.log((total + 1) / (counts + 0.5)), 0.5)
        self._unknown = float(np.log(2.0 * (total + 1))) * _STRANGE
        self._sizes = np.bincount(places[:, 1], minlength=total)
        self._many = np.log1p(np.bincount(self._owners, minlength=len(self._ids)))
        self._norms = np.bincount(places[:, 1], weights=self._weights[places[:, 0]], minlength=total)
