"""English names of languages and their ISO 639-1 codes."""

from __future__ import annotations

import re
from functools import cache

import pycountry

_PARENTHESIS = re.compile(r"\s*\([^()]*\)")


@cache
def english_names() -> dict[str, str]:
    """Name in lower case -> two-letter code, as ISO 639 has them, without what stands in parentheses."""
    return {
        _PARENTHESIS.sub("", language.name).casefold(): language.alpha_2
        for language in pycountry.languages
        if hasattr(language, "alpha_2")
    }


@cache
def longer_codes() -> dict[str, str]:
    """Three-letter code (ISO 639-2, either kind) -> two-letter code."""
    pairs = [
        (getattr(language, kind), language.alpha_2)
        for language in pycountry.languages
        if hasattr(language, "alpha_2")
        for kind in ("alpha_3", "bibliographic")
        if hasattr(language, kind)
    ]
    return dict(pairs)


@cache
def names_by_code() -> dict[str, str]:
    """Two-letter code -> English name."""
    return {
        language.alpha_2: _PARENTHESIS.sub("", language.name)
        for language in pycountry.languages
        if hasattr(language, "alpha_2")
    }
