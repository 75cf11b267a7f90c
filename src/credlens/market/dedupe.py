"""The same ad twice is one ad."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from credlens.model.posting import Posting
from credlens.skills.text import comparable


def digest(text: str) -> str:
    """16 hexadecimal characters of the SHA-256 of the folded text: case, spacing and dashes make no difference."""
    return hashlib.sha256(comparable(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def dedupe(postings: Iterable[Posting]) -> tuple[tuple[Posting, ...], int]:
    """(the postings with every text once, the first one kept; how many there were before)."""
    kept: dict[str, Posting] = {}
    read = 0
    for posting in postings:
        kept.setdefault(posting.id, posting)
        read += 1
    return tuple(kept.values()), read
