"""Learners' marks, where the page shows them in its text."""

from __future__ import annotations

import re
from itertools import pairwise

from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.pages.words import folded
from credlens.model.fact import Source
from credlens.model.offer import Rating

_COUNT = r"(?P<n>\d{1,3}(?:[,.]\d{3})+|\d{1,7})(?P<k>k)?\+? ?(?:\w+ )?(?:ratings?|reviews?|learners? ratings|valoraciones|opiniones|resenas)"
_MARK = re.compile(
    rf"(?:^|\b(?:rat(?:ed|ing)|stars?|score|valoracion):? )(?P<mean>[0-5][.,]\d{{1,2}})(?: ?(?:/ ?5|out of 5|of 5|de 5|stars?|estrellas))?[^.;\d]{{0,20}}\(?{_COUNT}"
    r"|\b(?P<mean2>[0-5][.,]\d{1,2}) ?(?:/ ?5\b|out of 5\b|of 5\b|stars\b|de 5\b|estrellas\b)"
)
_OTHER = re.compile(r"\b(?:instructor|app store|google play|trustpilot|mentor|our platform|g2|profesor)\b")


def read(page: Page) -> Found:
    """The mean mark out of five, with how many marks it is where that stands beside it."""
    found: list[tuple[Rating, Source]] = []
    for hit in page.hits(_MARK):
        if _OTHER.search(hit.sentence.text):
            continue
        mean = float((hit.match["mean"] or hit.match["mean2"]).replace(",", "."))
        count = re.search(_COUNT, hit.sentence.text)
        if 0 < mean <= 5:
            found.append((Rating(mean, _number(count) if count else None), page.of(hit.sentence)))
    lines = [x for x in page.lines if x.place is Place.OWN]
    for line, after in pairwise(lines):  # the mark in one line, the number of marks in the next
        alone, count = (
            re.fullmatch(r"[1-5][.,]\d{1,2}", line.text),
            re.fullmatch(rf"\(?{_COUNT}\)?", folded(after.text)),
        )
        if alone and count:
            mark = Rating(float(line.text.replace(",", ".")), _number(count))
            found.insert(0, (mark, page.source(f"{line.text} {after.text}", line)))
    return Found({"rating": settled("rating", found[:1])} if found else {})


def _number(count: re.Match[str]) -> int:
    return int(re.sub(r"[,.]", "", count["n"])) * (1000 if count["k"] else 1)
