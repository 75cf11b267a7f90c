"""Names of applications that are the same wherever and however often one is read."""

from __future__ import annotations

from datetime import date
from hashlib import sha256


def application_id(employer: str, title: str, applied: date) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of employer, title (both casefolded, with single blanks) and day (ISO 8601), one to a line."""
    words = "\n".join((*(" ".join(w.casefold().split()) for w in (employer, title)), applied.isoformat()))
    return sha256(words.encode()).hexdigest()[:8]
