"""Nearly the same ad: one job in three cities, under three numbers, is one ad.

Texts are compared as sets of three neighbouring words (shingles) by Jaccard's index, shared over all. MinHash (Broder 1997) estimates it
from short signatures, and banding (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, ch. 3) finds the pairs worth comparing; each is
then confirmed on the shingles themselves. Two ads are one when besides the text the employer, the title and the years asked for are the same.
"""

from __future__ import annotations

import functools
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from credlens.skills.organisations import organisation_key

SAME = 0.85  # Jaccard's index from which two ads of one employer with one title are one
SAME_UNNAMED = 0.95  # the same when one of them names no employer
PERMUTATIONS = 64  # numbers in a signature
_BAND = 4  # of them must agree for two ads to be compared: 16 bands miss 1 pair of 100,000 at 0.85
_SLACK = 0.13  # three standard errors of the estimate at SAME
_HEADS = 8  # ads of one bucket that all others of it are compared with; beyond, only neighbours are
_MISSES = 6  # comparisons in vain, likeliest first, after which an ad is compared only with what is surely like it
_SURE = 0.95  # an estimate that an index below SAME gives once in a hundred times

_Words = npt.NDArray[np.uint64]
Signature = npt.NDArray[np.uint32]
"""``PERMUTATIONS`` numbers; the share of places in which two agree estimates Jaccard's index, with standard error 0.045 at 0.85."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{3,}|(?=\w*\d)(?=\w*[a-z])\w{5,}")  # "12345", "jr00123"; "2" and "3d" stay
_YEARS = re.compile(r"\b(\d{1,2})\b[^\w.,;:\n]*(?:or more |plus )?(?:years?|yrs?)\b", re.IGNORECASE)
_MODES = frozenset({"remote", "hybrid", "onsite", "req", "requisition", "id", "no", "us", "usa", "uk"})
_MIX = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
    np.uint64(0x165667B19E3779F9),
)  # odd, as of xxHash
_CHANCE = np.frombuffer(hashlib.shake_256(b"credlens near").digest(8 * PERMUTATIONS), dtype="<u4").astype(np.uint32)
_FACTORS, _SHIFTS = _CHANCE[:PERMUTATIONS] | np.uint32(1), _CHANCE[PERMUTATIONS:]


@dataclass(frozen=True, slots=True)
class Near:
    """What is compared of an ad.

    Attributes:
        signature: of its text; see :func:`signature`.
        employer: key of its employer (:func:`~credlens.skills.organisations.organisation_key`); empty when it names none.
        title: its title without what tells two places of one job apart; see :func:`title_core`.
    """

    signature: Signature
    employer: str
    title: str


def near(text: str, employer: str | None, title: str, place: str | None) -> Near:
    """What is compared of an ad, out of its fields."""
    return Near(signature(text), organisation_key(employer), title_core(title, place))


def signature(text: str) -> Signature:
    """The text's MinHash: 64 numbers of 32 bits, the same on every machine."""
    mixed = (_shingled(text) >> np.uint64(32)).astype(np.uint32)
    hashed = np.multiply.outer(_FACTORS, mixed) + _SHIFTS[:, None]
    hashed ^= hashed >> np.uint32(15)
    found: Signature = (hashed * np.uint32(0x85EBCA6B)).min(axis=1)
    return found


def shingles(text: str) -> _Words:
    """The text's sets of three neighbouring words as hashes, sorted, each once. Case, punctuation and layout make no difference."""
    return np.unique(_shingled(text))


def jaccard(one: _Words, other: _Words) -> float:
    """How much of two sets of shingles is shared, in [0, 1]."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


def title_core(title: str, place: str | None) -> str:
    """The title in lower case without punctuation, the place's words, requisition numbers and "remote"; all of it when nothing else is left."""
    words = _WORD.findall(title.casefold())
    left_out = _MODES.union(_WORD.findall((place or "").casefold()))
    return " ".join([w for w in words if w not in left_out and not _NUMBER.fullmatch(w)] or words)


def clusters(ads: Sequence[Near], text: Callable[[int], str]) -> list[int]:
    """For each ad the smallest index of the ads that are one with it (its own when there is no other).

    Groups join by the likeness of their first ads, so that a row of small changes does not make one ad of two.

    Args:
        ads: what is compared, in order.
        text: the text of an ad by its index; asked for again and again, for few of them.
    """
    if len(ads) < 2:
        return list(range(len(ads)))
    joining = _Joining(ads, text)
    titles = _numbered([ad.title for ad in ads])
    employers = _numbered([ad.employer for ad in ads])
    for bucket in _buckets(joining.signatures, titles * len(ads) + employers):
        joining.settle(bucket)
    unnamed = np.array([not ad.employer for ad in ads])
    if unnamed.any() and not unnamed.all():
        for bucket in _buckets(joining.signatures, titles):
            joining.adopt(bucket, unnamed)
    return [joining.find(i) for i in range(len(ads))]


class _Joining:
    """Which ads were found to be one so far."""

    def __init__(self, ads: Sequence[Near], text: Callable[[int], str]) -> None:
        self.signatures = np.stack([ad.signature for ad in ads])
        self._ads = ads
        self._first = list(range(len(ads)))
        self._adopted: set[int] = set()
        self._misses = np.zeros(len(ads), dtype=np.int64)
        self._compared = functools.lru_cache(maxsize=4096)(lambda index: _compared(text(index)))
        self._apart: set[tuple[int, int]] = set()

    def find(self, index: int) -> int:
        """The first ad of the cluster."""
        first = self._first
        while first[index] != index:
            first[index] = first[first[index]]
            index = first[index]
        return index

    def _join(self, one: int, other: int) -> None:
        first, last = sorted((one, other))
        self._first[last] = first

    def settle(self, bucket: npt.NDArray[np.intp]) -> None:
        """Join what is one among ads of one employer and title. A large bucket costs a bounded number of comparisons an ad.

        All are compared with the first few, the others with their neighbours.
        """
        left = sorted({self.find(int(i)) for i in bucket})
        need = SAME if self._ads[left[0]].employer else SAME_UNNAMED
        for _ in range(_HEADS):
            if len(left) < 2:
                return
            head = left.pop(0)
            joined = set(self._like(head, left, need))
            for index in joined:
                self._join(head, index)
            left = [index for index in left if index not in joined]
        for one, other in pairwise(left):
            for index in self._like(self.find(one), [other], need):
                self._join(self.find(one), index)

    def adopt(self, bucket: npt.NDArray[np.intp], unnamed: npt.NDArray[np.bool_]) -> None:
        """Join ads that name no employer to the likest one that does; each cluster at most once, lest it join two employers."""
        named = sorted({self.find(int(i)) for i in bucket if not unnamed[i]})[: _HEADS * _HEADS]
        for index in sorted({self.find(int(i)) for i in bucket if unnamed[i]} - self._adopted):
            found = next(iter(self._like(index, named, SAME_UNNAMED)), None) if unnamed[index] else None
            if found is not None:
                self._adopted |= {index, self.find(found)}
                self._join(index, self.find(found))

    def _like(self, head: int, others: Sequence[int], need: float) -> Iterator[int]:
        """Those of the others that are one with the head, the likest first."""
        estimates = (self.signatures[list(others)] == self.signatures[head]).mean(axis=1)
        for at in np.argsort(-estimates, kind="stable"):
            other, sure = others[at], estimates[at] >= _SURE
            if estimates[at] < need - _SLACK or (self._misses[head] >= _MISSES and not sure):
                return
            pair = (min(head, other), max(head, other))
            if (self._misses[other] >= _MISSES and not sure) or pair in self._apart:
                continue
            (one, years), (another, others_years) = self._compared(head), self._compared(other)
            if years == others_years and jaccard(one, another) >= need:
                yield other
            else:
                self._apart.add(pair)
                self._misses[[head, other]] += 1


def _buckets(signatures: npt.NDArray[np.uint32], blocks: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.intp]]:
    """Groups of two and more ads of one block that agree in a band, band after band."""
    for start in range(0, PERMUTATIONS, _BAND):
        keys = blocks.astype(np.uint64) * _MIX[0]
        for column in signatures[:, start : start + _BAND].T:
            keys = (keys ^ column) * _MIX[1]
            keys ^= keys >> np.uint64(29)
        order = np.argsort(keys, kind="stable")
        cuts = np.flatnonzero(np.diff(keys[order])) + 1
        yield from (group for group in np.split(order, cuts) if len(group) > 1)


def _compared(text: str) -> tuple[_Words, tuple[str, ...]]:
    """(shingles, years of experience named): an ad for 3 years and one for 10 are two, however much of their text they share."""
    return shingles(text), tuple(sorted(set(_YEARS.findall(text))))


def _numbered(names: Sequence[str]) -> npt.NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)


def _shingled(text: str) -> _Words:
    words = np.fromiter(map(_hashed, _WORD.findall(text.casefold())), dtype=np.uint64)
    words = np.pad(words, (0, max(0, 3 - len(words))))
    found: _Words = words[:-2] * _MIX[0] + words[1:-1] * _MIX[1] + words[2:] * _MIX[2]
    found ^= found >> np.uint64(29)
    found *= _MIX[1]
    return found


@functools.lru_cache(maxsize=262_144)
def _hashed(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
