"""Certificates of a resume: which lines belong to one, and what is its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from credlens.profile.dates import find_period, find_span

_DETAIL = re.compile(
    r"(?:issued|expires?|expired|valid|credential id|licen[sc]e (?:no|number|#)|id:|see |verify|https?:|www\.|ausgestellt|gültig)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"[\s,;|(]*\b(?:issued|earned|obtained|completed|awarded|passed|granted|certified|since|date|expire[sd]?|expiration|valid(?: until| through| to)?|renewed)\b"
    r"(?: date| on| in| by)?\W{0,3}$",
    re.IGNORECASE,
)
_CLUTTER = re.compile(r"[\s,;|·•(\[\u2013—:-]+$")
_NO_ISSUER = re.compile(r"\b(?:and|und|or|for|of the)\b|(?:State|City|County|Province|Commonwealth) of ")
# A name of few words in a justified line may have been torn into pieces.
_TORN = re.compile(
    r"(?<=^Certified) \| |(?<=^Professional) \| | \| (?=(?i:certif|licen[sc]|diploma|professional|associate|specialist))"
)
_SEPARATOR = re.compile(r", | [-\u2013—·•] ")
_LEVEL = re.compile(
    r"(?:associate|professional|specialty|foundation|foundational|fundamentals|expert|advanced|intermediate|beginner|practitioner|master|level"
    r"|core|[ivx]+\b|[abc][12]\b|\d)",
    re.IGNORECASE,
)
_MOST_WORDS = 5  # of an issuer's name


class Item(Protocol):
    """A line of the section."""

    text: str
    listed: bool
    marked: bool
    after_blank: bool
    minor: bool


def grouped(lines: Sequence[Item]) -> list[int]:
    """Where certificates begin, by number of the line.

    What stands below a name (the issuer, the date) belongs to it: where names stand out, all that does not; else what only a detail can
    be; and where undated and dated lines take turns, each dated one.
    """
    if only_date(lines[0].text):  # each date stands over what it belongs to
        return [i for i, line in enumerate(lines) if only_date(line.text)]
    marked = any(line.marked for line in lines)
    below = any(not line.marked and not line.listed for line in lines)
    turns = not marked and _take_turns(lines)
    starts = [0]
    for i, line in enumerate(lines[1:], start=1):
        if turns:
            detail = i % 2 == 1
        elif line.listed:
            detail = False
        elif line.marked:  # a name that goes on on the next line
            detail = only_date(line.text) or (below and lines[i - 1].marked and not line.after_blank)
        else:
            detail = line.minor or _is_detail(line.text) or (marked and lines[starts[-1]].marked)
        if not detail:
            starts.append(i)
    return starts


def name_in_lines(lines: Sequence[Item]) -> str:
    """A certificate's name: the first of its lines that is no date, and those in the same bold type that follow."""
    named = [line for line in lines if not only_date(line.text)] or list(lines)
    same = list(takewhile(lambda line: line.marked and not line.listed, named)) or named[:1]
    words = " ".join(line.text for line in same)
    return name_of(words, more=len(named) > len(same), dated=len(named) < len(lines))


def _is_detail(text: str) -> bool:
    return _DETAIL.match(text) is not None or only_date(text)


def name_of(words: str, *, more: bool, dated: bool = False) -> str:
    """The name in a line, without its date, and without its issuer where a comma or a dash sets that apart.

    Args:
        words: the line.
        more: whether details stand on lines of their own, so that commas belong to the name.
        dated: whether a line of its own has the date.
    """
    words = _TORN.sub(" ", words)
    at = _date_at(words)
    dated = dated or at is not None or " | " in words
    if at is not None and not words[: at[0]].strip(" ([|,-"):  # the date stands first
        words = words[at[1] :].lstrip(" )]:|,-\u2013—")
    elif at is not None:
        words = _BEFORE_DATE.sub("", words[: at[0]])
    name = _CLUTTER.sub("", words.partition(" | ")[0])
    return _without_issuer(name) if dated and not more else name.strip()


def _without_issuer(name: str) -> str:
    """A name without what stands behind its last comma or dash, when that can be who gave it."""
    parts = list(_SEPARATOR.finditer(name))
    if not parts:
        return name.strip()
    head, issuer = name[: parts[-1].start()], name[parts[-1].end() :]
    apart = len(issuer.split()) <= _MOST_WORDS and issuer[:1].isupper() and not _NO_ISSUER.search(issuer)
    return (head if apart and not _LEVEL.match(issuer) else name).strip()


def _take_turns(lines: Sequence[Item]) -> bool:
    if len(lines) < 4 or len(lines) % 2 or any(line.listed for line in lines):
        return False
    dated = [find_period(line.text) is not None for line in lines]
    return not any(dated[::2]) and all(dated[1::2])


def only_date(text: str) -> bool:
    """Whether a line is a date, or two, and nothing else but brackets."""
    at = _date_at(text)
    return at is not None and sum(c.isalnum() for c in text[: at[0]] + text[at[1] :]) <= 3


def _date_at(text: str) -> tuple[int, int] | None:
    """Where the first span of time or date stands in a text."""
    span = find_span(text)
    point = None if span else find_period(text)
    return span.at if span else point[1] if point else None
