"""Named third parties that stand for it: who endorses it, has it on a list, or takes its holders."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page
from credlens.catalog.pages.words import denied, folded, speaks_of_others
from credlens.model.credential import RecognitionClaim

_NAME = r"(?:the |The |la |el |los )?(?P<name>[A-Z\u00c0-\u00de][\w&.\u2019'-]*(?:\s+(?:(?:of|for|and|in|de|del|la|las|los|y|the|&)\s+){0,2}[A-Z\u00c0-\u00de(][\w&.()\u2019'-]*){0,8})"
_BY = re.compile(
    rf"\b(?P<verb>[Ee]ndorsed|[Rr]ecogni[sz]ed|[Aa]pproved|[Bb]acked|[Ss]upported|[Rr]econocid[ao]|[Aa]valad[ao]|[Aa]probad[ao]|[Hh]omologad[ao]) (?:as [\w ]{{3,40}} )?(?:by|por) {_NAME}"
)
_DOD = re.compile(r"\bdod\b[^.;]{0,40}\b(?:8140|8570)\b|\b(?:8140|8570)\b[^.;]{0,40}\bdod\b")
_HIRING = re.compile(
    rf"\b(?:[Hh]iring (?:partners?|consortium|network)(?: of [\w ]{{3,30}})?(?:,? (?:including|such as|like|with)|:)|[Ee]mployers (?:such as|like|including)) {_NAME}"
)
_REGULATOR = re.compile(
    r"\b(?:ministry|ministerio|department|state board|board of|commission|regulator|authority|agencia|bureau)\b",
    re.IGNORECASE,
)
_TEACHER = re.compile(r"\b(?:recogni[sz]ed|endorsed) by (?:our|its|their)\b")


def read(page: Page) -> Found:
    """Each claim with a name in it; "recognised by employers" names nobody, and is none."""
    found: dict[tuple[str, str], RecognitionClaim] = {}
    for sentence in page.sentences:
        if sentence.refused or speaks_of_others(sentence.text) or _TEACHER.search(sentence.text):
            continue
        quote = sentence.quote[:500]
        for pattern in (_BY, _HIRING):
            for match in pattern.finditer(quote):
                start = len(folded(quote[: match.start()]))
                if denied(sentence.text, start, start + 8):
                    continue
                name = " ".join(match["name"].split()).rstrip(".,")
                if re.search(r"\bDoD\b|Department of Defense", name):
                    continue  # told of below, with its directive
                official = _REGULATOR.search(name) is not None
                kind = "hiring" if pattern is _HIRING else "regulator" if official else "endorsement"
                found.setdefault((name.casefold(), kind), RecognitionClaim(name, kind, (page.of(sentence),)))
    for hit in page.hits(_DOD):
        found.setdefault(
            ("dod", "approved_list"), RecognitionClaim("US DoD (8140)", "approved_list", (page.of(hit.sentence),))
        )
    return Found({"recognition": tuple(found.values())} if found else {})
