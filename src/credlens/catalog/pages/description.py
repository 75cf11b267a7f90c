"""What it says of itself in a few words, and the promises that a reader should see: jobs, interviews, money back, an end."""

from __future__ import annotations

import re

from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.said import Found, Page
from credlens.catalog.values.facts import known
from credlens.model.fact import Source

_LEAST, _MOST = 60, 1_200  # characters
_PROMISES = re.compile(
    r"\b(?:job|employment|placement|interview|career|salary|hir(?:e|ing)|income|trabajo|empleo|entrevistas?)[ -](?:\w+ )?(?:guarantee[sd]?|garantizad[ao]s?)\b|\bguarantee[sd]? (?:\w+ ){0,3}?(?:jobs?|employment|placement|interviews?|hired|position|salary|income)\b|\bgarant(?:ia|iza\w*|izamos) (?:\w+ ){0,3}?(?:empleo|trabajo|laboral)\b"
    r"|\b(?:get|land|be) (?:a job|hired)\b[^.;]{0,60}\b(?:or|money back|refund|pay nothing)\b|\b(?:get|land) (?:a (?:\w+ )?job|hired) (?:in|within) \d|\b(?:income share|pay (?:nothing|after|only) (?:until|when|once|if) you)\b|\b(?:six[- ]figure|double your salary)\b"
    r"|\b(?:\d{1,3} ?%)[^.;]{0,60}\b(?:job|jobs|employed|hired|placement|empleo)\b|\bmoney[- ]back\b|\brefund\b|\breembolso\b"
)
_ENDING = re.compile(
    r"\b(?:replaced by|superseded by|successor|retire[sd]?|retiring|no longer (?:available|offered)|discontinued|sustituid[ao] por|reemplazad[ao] por)\b"
)


def read(page: Page) -> Found:
    """The page's own summary, then each promise in its words, so that nothing that is promised gets lost."""
    parts: list[tuple[str, Source]] = []
    for name in ("description", "og:description", "twitter:description"):
        if len(page.head.get(name, "")) >= _LEAST // 2:
            parts.append((page.head[name], page.source(f"{name}: {page.head[name]}")))
            break
    else:
        first = next((x for x in page.lines if x.place is Place.OWN and not x.level and len(x.text) >= _LEAST), None)
        if first:
            parts.append((first.text[:_MOST], page.source(first.text, first)))
    promised = (s for s in page.sentences if _PROMISES.search(s.text) or _ENDING.search(s.text))
    parts += [(s.quote[:300], page.of(s)) for s in promised]
    text = "\n".join(dict.fromkeys(words for words, _ in parts if words))
    return Found({"description": known(text, *dict.fromkeys(s for _, s in parts))} if text else {})
