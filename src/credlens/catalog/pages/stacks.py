"""Larger credentials that it counts towards, as its provider says."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page
from credlens.catalog.pages.words import denied, folded
from credlens.model.credential import Stack

_INTO = re.compile(
    r"\b(?:(?:counts?|count(?:ed)?|applied|applies|appl(?:y|ied)|credited|credits?|transfer(?:red|s)?|stack(?:s|ed|able)?|recogni[sz]ed|pathway|step|progress(?:ion|es)?) (?:\w+ ){0,4}?(?:towards?|into|to)|first (?:step|part) (?:of|towards?)|part of|cuenta para|convalida\w* (?:en|por)|forma parte de(?:l)?)"
    r"\s+(?:the |a |an |our |its |full |larger |el |la |un |una |del )*(?P<name>(?:[Mm]aster|MSc|MBA|MA|[Bb]achelor|BSc|BA|[Pp]ostgraduate|[Gg]raduate|PG|[Dd]iploma|[Dd]egree|[Aa]ssociate|[Mm]\u00e1ster|[Gg]rado|[A-Z][\w.+-]+)"
    r"(?:['\u2019]s)?(?:\s+(?:(?:of|in|and|de|en|y|for|the|&)\s+)?(?:degree|certificate|diploma|programme|program|[A-Z0-9\u00c0-\u00de][\w.+-]*)){0,9})"
)
_LABEL = r"(?:(?:the |these |its )?(?:credits?|ects|points|credential|certificate|course|micro-?credential)? ?(?:can be )?(?:counts?|counted|stacks?|stackable|transferable|applied) (?:towards?|into|to)|cuenta para)"
_LONGEST = 120
_AWARD = re.compile(
    r"\b(?:master\w*|msc|mba|ma|bachelor\w*|bsc|ba|degree|diploma|certificate|certification|grado|micro-?credential|nanodegree|specialization|micro-?masters|pathway|award|program(?:me)?)\b"
)


def read(page: Page) -> Found:
    """Each larger award that is named."""
    found: dict[str, Stack] = {}
    for _, line, quote in page.labelled(_LABEL):
        name = re.split(r"\s*[(;,]|\.(?:\s|$)", quote.split(":", 1)[-1].strip())[0].strip()
        if _AWARD.search(folded(name)) and 5 < len(name) <= _LONGEST:
            found.setdefault(name.casefold(), Stack(name, "provider", (page.source(quote, line),)))
    for sentence in page.sentences:
        quote = sentence.quote[:500]
        for match in _INTO.finditer(quote):
            name = " ".join(match["name"].split()).rstrip(".,")
            start = len(folded(quote[: match.start()]))
            if (
                _AWARD.search(folded(name))
                and not sentence.refused
                and not denied(sentence.text, start, start + 10)
                and len(name) > 5
            ):
                found.setdefault(name.casefold(), Stack(name, "provider", (page.of(sentence),)))
    return Found({"stacks_into": tuple(found.values())} if found else {})
