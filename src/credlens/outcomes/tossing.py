"""The coin that decides whether an application shows a credential: in blocks of about the same match, so that both arms get alike ads.

Within a block the tosses are permuted in runs of two and four, half of them heads, so that the arms stay about as large whenever one stops and the
next toss cannot be foreseen. The whole sequence follows from a seed that is drawn once and kept: no toss can be tossed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count, islice

LOW, HIGH = 0.4, 0.7  # judgement: ends of the blocks, as shares of an ad's skills that the person shows
_RUNS = ("10", "01"), ("1100", "1010", "1001", "0110", "0101", "0011")
"""Every order of two and of four tosses, half of them heads."""

LOOKS = (40, 80, 160, 320)
"""Applications whose time is over, at which the result is looked at: whoever looked after each one would see an effect sooner or later."""

ENOUGH = 0.96
"""Probability of the effect's direction that ends it. Simulated with no effect and base rates of .05 and .12, all looks together end with a false
"it helped" in 2 and 4 of 100 searches (``benchmarks/outcomes.py``)."""


def block(match: float | None) -> str:
    """The block of an ad by how far the person matches it."""
    if match is None:
        return "unknown"
    return "low" if match < LOW else "high" if match >= HIGH else "middle"


def toss(seed: str, credential: str, of: str, number: int) -> bool:
    """Whether toss ``number`` (from 0) of a block says to show the credential."""
    return next(islice(_sequence(seed, credential, of), number, None))


def look(settled: int) -> int:
    """The last look that so many settled applications have reached; 0 before the first one."""
    return max((n for n in LOOKS if n <= settled), default=0)


def next_look(settled: int) -> int | None:
    """How many settled applications the next look needs; None after the last one."""
    return next((n for n in LOOKS if n > settled), None)


def _sequence(seed: str, credential: str, of: str) -> Iterator[bool]:
    """Tosses without end. They come from SHA-256, whose values stay the same for ever, which generators of numbers do not promise."""
    for number in count():
        digest = sha256(f"{seed}\n{credential}\n{of}\n{number}".encode()).digest()
        orders = _RUNS[digest[0] % len(_RUNS)]
        yield from (heads == "1" for heads in orders[int.from_bytes(digest[1:], "big") % len(orders)])
