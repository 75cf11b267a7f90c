"""The languages it is taught or examined in. The page's own language says nothing of that."""

from __future__ import annotations

import re

from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.languages import language
from credlens.model.fact import Source

_LABEL = r"(?:(?:course |exam |teaching |instruction |available )?languages?(?: of instruction| of teaching| offered| available)?|taught in|available in|idiomas?(?: del curso| de imparticion)?|lengua)"
_SAID = re.compile(
    r"\b(?:taught|offered|available|delivered|held|given|conducted|exam is|imparte|impartido|disponible)(?: \w+){0,3}? (?:in|en)(?: the following languages:?)? (?P<names>[a-z]{4,12}(?:(?:, | and | or |, and | y | e )[a-z]{4,12}(?: \([a-z]+\))?){0,12})"
)
_SUBTITLES = re.compile(r"\b(?:subtitles?|captions?|subtitulos|transcripts?)\b")
_TOP = 25  # lines in which a language that stands alone is a fact about the course
_DIVIDED = re.compile(r"\s*(?:[,;/|]| and | or | y | e |\+)\s*")


def read(page: Page) -> Found:
    """Those that a label lists, or that a sentence says it is taught in; subtitles are no language of teaching."""
    found: list[tuple[tuple[str, ...], Source]] = []
    for value, line, quote in page.labelled(_LABEL):
        if codes := _codes(_SUBTITLES.split(value)[0]):
            found.append((codes, page.source(quote, line)))
    for hit in page.hits(_SAID):
        codes = () if _SUBTITLES.search(hit.sentence.text) else _codes(hit.match["names"])
        if codes:
            found.append((codes, page.of(hit.sentence)))
    top = [x for x in page.lines[:_TOP] if x.place is Place.OWN]
    alone = [(x, code) for x in top if 4 <= len(x.text) <= 20 and (code := language(x.text))]
    if not found and len(alone) == 1:  # a page that can be shown in several languages lists them
        found.append(((alone[0][1],), page.source(alone[0][0].text, alone[0][0])))
    return Found({"languages": settled("languages", found)} if found else {})


def _codes(words: str) -> tuple[str, ...]:
    out = []
    for name in _DIVIDED.split(words[:300].strip(" .")):
        if len(name) < 4:
            continue  # "in", "it": words that are also codes
        code = language(name)
        if code is None:
            break
        out.append(code)
    return tuple(dict.fromkeys(out))
