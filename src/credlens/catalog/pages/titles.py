"""What a page calls its course, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from credlens.catalog.pages.said import Line
from credlens.catalog.pages.words import folded
from credlens.skills.html_page import first_words

_LONGEST = 160
_NO_TITLE = re.compile(
    r"(?:home|welcome.*|overview|course (?:details?|overview|page)|about(?: (?:this|the) (?:course|exam|program\w*))?|untitled.*|index|log ?in|sign in|error.*|404.*|inicio|details?|courses?|program\w*)"
)
DIVIDERS = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022-]\s+|\s*\|\s*")
_SELLING = re.compile(r"^(?:learn|get|earn|become|course|curso|online course|exam|certification)\s*:\s+", re.IGNORECASE)


def title_of(tree: LexborHTMLParser, head: Mapping[str, str], lines: Sequence[Line]) -> str:
    """The page's heading where the title in its head agrees, else that title; the first line when there is neither."""
    site = folded(head.get("og:site_name", ""))
    named = [
        shortened(t, site)
        for t in (head.get("og:title", ""), first_words(tree, "title"), head.get("twitter:title", ""))
    ]
    named = [t for t in named if t and not _NO_TITLE.fullmatch(folded(t)) and folded(t) != site]
    heads = [shortened(x.text, site or " ") for x in lines if x.level == 1][:3]
    heads = heads or [shortened(first_words(tree, "h1"), site or " ")]
    heads = [t for t in heads if t and not _NO_TITLE.fullmatch(folded(t)) and folded(t) != site]
    for one in heads:
        if not named or any(_alike(one, other) for other in named):
            return one
    first = next((x.text for x in lines), "")
    return next(iter([*named, *heads]), "") or shortened(first)


def shortened(title: str, site: str = "") -> str:
    """A title on one line, without what stands behind the last divider when that is the site's name or a few words of it."""
    text = " ".join(title.split())
    pieces = DIVIDERS.split(text)
    while len(pieces) > 1 and (
        folded(pieces[-1]) == site or (not site and len(pieces[-1].split()) <= 3 and len(pieces[0].split()) >= 2)
    ):
        pieces.pop()
        text = text[: text.rindex(pieces[-1]) + len(pieces[-1])]
    if site and text.casefold().endswith(f"by {site}"):
        text = text[: -len(site) - 3]
    return _SELLING.sub("", text)[:_LONGEST].strip(" -|:")


def _alike(one: str, other: str) -> bool:
    """Whether two titles share half of the words of the shorter one."""
    mine, theirs = set(re.findall(r"\w+", folded(one))), set(re.findall(r"\w+", folded(other)))
    return bool(mine) and len(mine & theirs) * 2 >= min(len(mine), len(theirs))
