"""The head of an entry: the words above its text that say what it was and where, in the parts they fall into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credlens.profile.dates import find_period, find_span
from credlens.profile.resume import Entry, Line
from credlens.profile.roles import ends_sentence, evidence, is_form, is_labelled, is_place

Groups = tuple[tuple[str, ...], ...]
"""Parts of a head: what lines, dashes and the like set apart, and in each what commas set apart."""

_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_STRONG = re.compile(r"\s+[-\u2013—·•|]\s+|\s*\|\s*|\s*[·•]\s*|\s+@\s+")
_AT = re.compile(r"\s+(?:at|bei|chez|presso|bij)\s+")
_CLUTTER = " \t,;:|()[]-\u2013—·•"
_LABEL = re.compile(r"[^\W\d_][\w ]{1,20}:\s")
_DAY = re.compile(r"\d{1,2}\s+(?=[^\W\d_])")
_MONTH_LAST = re.compile(r"(?<!\d\s)(?<!\d\.\s)\b[^\W\d_]{3,}\.?\s+\d{4}\W*$")
_MOST_WORDS_OF_A_NAME = 3  # that begins with a small letter ("adidas AG")
_ONLY_LABEL = re.compile(r"(?:dates?|period|duration|zeitraum|dauer|fechas?|périodes?)", re.IGNORECASE)
MOST_LINES, _MOST_GROUPS = 5, 4  # that are looked at
_LONGEST, _MOST_WORDS = 70, 9  # characters and words of a line below the first


def groups_of(entry: Entry) -> Groups:
    """The parts of an entry's head, without dates and what stands in parentheses.

    A line below the first belongs to it as long as it is short, no item of a list, and no sentence.
    """
    found: list[tuple[str, ...]] = []
    for i, line in enumerate(entry.lines[:MOST_LINES]):
        words = undated(line.text)
        if not words or (words != line.text and _ONLY_LABEL.fullmatch(words)):
            continue
        if (i and is_text(line, words)) or len(found) >= _MOST_GROUPS:
            break
        if i and _LABEL.match(words + " ") and not is_labelled(words):
            continue
        found += parts_of(words)
    return tuple(found[:_MOST_GROUPS])


def undated(text: str) -> str:
    """A line without its dates, parentheses and the marks around them."""
    text = _PARENTHESIS.sub("", text) if find_span(text) is None else text
    span = find_span(text)
    if span:
        text = f"{text[: _start(text, *span.at)]} | {text[span.at[1] :]}"
    text = _PARENTHESIS.sub("", text)
    point = find_period(text) if span is None else None
    if point and not (text[: point[1][0]].strip(_CLUTTER) and text[point[1][1] :].strip(_CLUTTER + ".")):  # at an end
        text = f"{text[: point[1][0]]} | {text[point[1][1] :]}"
    return text.strip(_CLUTTER)


def _start(text: str, start: int, end: int) -> int:
    """Where a span begins: behind a number that is no day, as the other end has none ("Kaufladen 24 Feb 2013 - Apr 2016")."""
    day = _DAY.match(text, start, end)
    return day.end() if day and start and _MONTH_LAST.search(text, day.end(), end) else start


def without_parentheses(text: str) -> str:
    """A text without what stands in parentheses."""
    return _PARENTHESIS.sub("", text).strip()


def parts_of(words: str) -> Iterator[tuple[str, ...]]:
    """The parts of one line: what lines, dashes and "at" set apart, and in each what commas set apart."""
    for piece in _STRONG.split(words):
        at = _AT.search(piece)
        # "University of Texas at Austin" is one name, "Clerk at Cobalt" is two.
        own = at is not None and evidence(piece[: at.start()].rpartition(",")[2].strip()) >= 0
        cut = [piece[: at.start()], piece[at.end() :]] if at and own else [piece]
        for part in cut:
            if found := commas(part):
                yield found


def commas(words: str) -> tuple[str, ...]:
    """What commas set apart; a legal form stays with its name ("Bramble, Inc.")."""
    parts: list[str] = []
    for part in (p.strip(_CLUTTER) for p in words.split(",")):
        if part and parts and is_form(part) and not is_place(part):  # "Reno, NV"
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part[:-1].rstrip() if ends_sentence(part) else part)
    return tuple(parts)


def is_text(line: Line, words: str) -> bool:
    """Whether a line below the first, whose words are these without its dates, is no part of the head."""
    return (
        line.listed
        or (ends_sentence(line.text) and find_period(line.text) is None)
        or len(words) > _LONGEST
        or len(words.split()) > _MOST_WORDS
        or (words[0].islower() and len(words.split()) > _MOST_WORDS_OF_A_NAME)
    )
