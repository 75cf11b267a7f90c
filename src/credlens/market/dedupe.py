"""The same ad twice is one ad: the same text, or nearly the same under one employer and title (another city, another number)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from credlens.model.posting import Posting
from credlens.skills.text import comparable


@dataclass(frozen=True, slots=True)
class Merged:
    """Distinct ads.

    Attributes:
        postings: the first ad of each, with the places of all ("; " between them).
        read: ads before.
        same_text: how many of them were the same text as one before.
        near: how many distinct texts were nearly the same as one before.
    """

    postings: tuple[Posting, ...]
    read: int
    same_text: int = 0
    near: int = 0

    def note(self) -> str | None:
        """What was merged, in words; None when nothing was."""
        same = f"{_ads(self.same_text)} the same text as another" if self.same_text else ""
        near = f"{_ads(self.near)} nearly the same as another (another city, another number)" if self.near else ""
        said = " and ".join(words for words in (same, near) if words)
        return f"{said}; each counts once" if said else None


def digest(text: str) -> str:
    """16 hexadecimal characters of the SHA-256 of the folded text: case, spacing and dashes make no difference."""
    return hashlib.sha256(comparable(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def merge(postings: Iterable[Posting]) -> Merged:
    """The postings with every ad once, the first one kept with all its places, in the order of their first."""
    texts: dict[str, Posting] = {}
    places: dict[str, list[str]] = {}
    read = 0
    for posting in postings:
        texts.setdefault(posting.id, posting)
        places.setdefault(posting.id, []).append(posting.place or "")
        read += 1
    distinct = list(texts.values())
    firsts = _firsts(distinct)
    joined: dict[int, list[str]] = {}
    for posting, first in zip(distinct, firsts, strict=True):
        joined.setdefault(first, []).extend(places[posting.id])
    kept = tuple(_placed(distinct[first], found) for first, found in joined.items())
    return Merged(kept, read, read - len(distinct), len(distinct) - len(kept))


def _firsts(distinct: Sequence[Posting]) -> list[int]:
    """For each ad the index of the first one that is nearly the same."""
    if len(distinct) < 2:
        return list(range(len(distinct)))
    from credlens.market.near import clusters, near

    compared = [near(p.text, p.employer, p.title, p.place) for p in distinct]
    return clusters(compared, lambda index: distinct[index].text)


def _placed(posting: Posting, places: Iterable[str]) -> Posting:
    each = dict.fromkeys(part.strip() for place in places for part in place.split(";") if part.strip())
    place = "; ".join(each) or None
    return posting if place == posting.place else replace(posting, place=place)


def _ads(count: int) -> str:
    return "1 ad was" if count == 1 else f"{count} ads were"
