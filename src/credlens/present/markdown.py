"""Text as Markdown (CommonMark) that shows just that text."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_BEGINS = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s)|=+$)|^(\d{1,9})([.)])(?=\s)")


def inline(words: str) -> str:
    """Words on one line in which nothing is markup, also at its front."""
    plain = _MARKUP.sub(r"\\\1", " ".join(words.split()))
    return _BEGINS.sub(lambda found: rf"\{found[1]}" if found[1] else rf"{found[2]}\{found[3]}", plain)
