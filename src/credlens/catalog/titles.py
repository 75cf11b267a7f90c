"""Titles of credentials as keys: the words that tell one from another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from credlens.skills.organisations import organisation_key

# What sort of thing it is; two sources write it or leave it out.
_GENERIC_WORDS = """
professional certificate certificates certification certified specialization specialisation course courses program programme micromasters
microbachelors nanodegree nano degree badge micro credential microcredential the a an of in for and to with by on certificado profesional
curso programa especializado
"""
# Issuers that titles begin with; they are cut out where the record does not say who stands behind it.
_KNOWN = frozenset(
    [
        "aws",
        "amazon",
        "comptia",
        "google",
        "ibm",
        "microsoft",
        "cisco",
        "salesforce",
        "meta",
        "pmi",
        "isc2",
        "isaca",
        "oracle",
        "linkedin",
    ]
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")


@lru_cache(maxsize=65_536)
def words(title: str) -> tuple[str, ...]:
    """The words of a title without case, accents and punctuation; a plus or hash behind a word stays ("a+", "c#")."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("&", " and "))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def title_key(title: str, organisations: Iterable[str] = ()) -> str:
    """The telling words of a title, sorted, without the names of who stands behind it.

    "Google Data Analytics Professional Certificate" by Google and "Data Analytics (Google)" have one key, "analytics data". A title of
    nothing but such words keeps them.
    """
    found = words(title)
    named = [organisation_key(name) for name in organisations]
    behind = {w for name in named for w in _writings(name.split())} if any(named) else _KNOWN
    telling = [w for w in found if w not in _GENERIC and w not in behind]
    telling = telling or [w for w in found if w not in _GENERIC] or list(found)
    return " ".join(sorted(dict.fromkeys(telling)))


def _writings(organisation: list[str]) -> list[str]:
    """The words of an organisation's name, and the initials of the first three of them and more ("aws")."""
    return [*organisation, *("".join(w[0] for w in organisation[:n]) for n in range(3, len(organisation) + 1))]
