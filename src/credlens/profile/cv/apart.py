"""The head of an entry taken apart: what was read as title, as employer or school and as date goes, and what is left is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from credlens.profile.dates import find_period, find_span
from credlens.profile.degrees import names_study
from credlens.profile.heads import MOST_LINES, is_text, undated
from credlens.profile.items import item_spans
from credlens.profile.resume import Entry, Line
from credlens.profile.resumes.certificates import only_date
from credlens.profile.roles import ENDING, evidence, is_department, is_place

_TAKEN, _DATE = "\ue000", "\ue001"  # stand for words that were taken out, and for a date
_APART = re.compile(r"[,|(·•]\s*$|\s[-\u2013—]\s+$")
_DASH = re.compile(r"\s[-\u2013—]\s|\s@\s")
_CLUTTER = " \t,;:|[]-\u2013—·•@"
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_JOINS = re.compile(r"(?:at|bei|chez|presso|bij|en|in|from|von|since|seit|depuis|desde)", re.IGNORECASE)
_LENGTH = re.compile(  # of a job, as LinkedIn writes it behind its dates: true on the day it was printed
    r"\(?\b\d+\s*(?:years?|yrs?)(?:\s*(?:,|and)?\s*\d+\s*(?:months?|mos?))?\b\)?|\(?\b\d+\s*(?:months?|mos?)\b\)?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][^\W\d_.'\u2019-]*(?:[\s/-]+[^\W\d_][^\W\d_.'\u2019-]*){0,3}\.?")
_KIND = re.compile(  # of employment, not a place
    r"(?:full|part)[- ]?time|contract(?:or)?|freelance|self[- ]employed|permanent|temporary|seasonal|internship|apprenticeship|volunteer"
    r"|vollzeit|teilzeit|befristet|unbefristet|freiberuflich|praktikum|temps (?:plein|partiel)|stage|jornada completa|media jornada",
    re.IGNORECASE,
)
_BESIDE_A_DATE = re.compile(  # says something else of the day than that it was the last
    r"(?:expected|anticipated|projected|pending|voraussichtlich|erwartet|prévue?|attendue?|previst[oa])(?: .*)?|class of|jahrgang|promotion",
    re.IGNORECASE,
)
_SMALL = frozenset(
    [
        "am",
        "an",
        "auf",
        "de",
        "del",
        "della",
        "der",
        "di",
        "do",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "on",
        "sur",
        "the",
        "upon",
    ]
)
_MOST_WORDS_OF_A_PLACE = 4


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of one line of a head.

    Attributes:
        before: pieces before anything that was taken out; ``title``: those behind the title; ``owner``: behind the employer or school.
        touched: whether anything was taken out of the line.
        place: where, when the line says so.
    """

    before: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    touched: bool = False
    place: str = ""

    @property
    def words(self) -> str:
        """All of it in order."""
        return ", ".join((*self.before, *self.title, *self.owner))


@dataclass(slots=True)
class Apart:
    """An entry taken apart.

    Attributes:
        head: what is left of each line of its head.
        text: the lines below.
        written: what was taken out, as it stands there, by what it was read as.
        day: of an entry without a span of time the one day it names (ISO 8601, as far as it is named); empty when it names none.
    """

    head: list[Left] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    day: str = ""

    @property
    def place(self) -> str:
        """The first place that the head says."""
        return next((left.place for left in self.head if left.place), "")


def take_apart(entry: Entry, title: str, owner: str, places: frozenset[str]) -> Apart:
    """An entry without its title, its employer or school and its dates.

    Args:
        entry: of a document without fields.
        title, owner: as they were read; empty when they were not.
        places: words of the document's header that may be a place, case-folded.
    """
    found = Apart()
    length = _length_of_head(entry)
    in_one = any(find_span(line.text) for line in entry.lines[:length])
    for line in entry.lines[:length]:
        masked, dates = _without_dates(line.text, entry, in_one=in_one)
        if entry.span is None and not found.day:
            masked, dates, found.day = _without_day(line.text)
        for number, words in enumerate((title, owner)):
            if words and words not in found.written:
                masked = _take(masked, words, f"{_TAKEN}{number}", found)
        found.head.append(_left(masked, dates, places))
    found.text = list(entry.lines[length:])
    return found


def paragraphs(lines: Sequence[Line]) -> tuple[str, ...]:
    """The text of lines, one for each item of a list or paragraph: a line that was broken for want of room goes on in the next."""
    found: list[str] = []
    broken = False
    for line in lines:
        words = " ".join([line.text, *(f"({link})" for link in line.links if link not in line.text)])
        if broken and not line.listed:
            found[-1] = f"{found[-1]} {words}"
        else:
            found.append(words)
        broken = not line.listed and len(line.text) >= _BROKEN and line.text[-1] not in ".:;!?"
    return tuple(found)


_BROKEN = 60  # characters; a shorter line was not broken for want of room


def looks_like_place(words: str, places: frozenset[str]) -> bool:
    """Whether words are surely a place: a state, a large country, or what the header of the document names."""
    parts = [_BRACKETS.sub("", part).strip() for part in words.split(",")]
    known = words.casefold() in places or any(is_place(part) for part in parts)
    return known and len(parts) <= 3 and all(_may_be_place(part) for part in parts)


def _may_be_place(words: str) -> bool:
    words = _BRACKETS.sub("", words).strip()
    return (
        _PLACE.fullmatch(words) is not None
        and all(not word[0].islower() or word in _SMALL for word in words.split())
        and not names_study(words)
        and len(words.split()) <= _MOST_WORDS_OF_A_PLACE
        and (
            is_place(words)
            or (0 <= evidence(words) <= ENDING and not is_department(words) and not _KIND.fullmatch(words))
        )
    )


def _length_of_head(entry: Entry) -> int:
    """How many lines of an entry belong to its head."""
    for i, line in enumerate(entry.lines[:MOST_LINES]):
        words = undated(line.text)
        if i and words and is_text(line, words):
            return i
    return min(MOST_LINES, len(entry.lines))


def _without_dates(text: str, entry: Entry, *, in_one: bool) -> tuple[str, list[str]]:
    """(the line with marks in the place of its dates, the dates): a span, or each half of one that slipped into two lines."""
    if entry.span is None:
        return text, []
    span = find_span(text)
    at = span.at if span and span.said == entry.span.said else None
    if at is None and not in_one:
        point = find_period(text)
        at = point[1] if point and point[0].said in entry.span.said else None
    if at is None:
        return text, []
    rest = _LENGTH.sub("", text[at[1] :], count=1)
    return f"{text[: at[0]]}{_DATE}{rest}", [text[slice(*at)]]


def _without_day(text: str) -> tuple[str, list[str], str]:
    """The same of one day that stands by itself, or set apart at the end of a line; and that day."""
    point = find_period(text)
    if point is None:
        return text, [], ""
    period, (start, end) = point
    last = not any(c.isalnum() for c in text[end:])
    apart = only_date(text) or (last and (text[start] == "(" or _APART.search(text[:start])))
    return (f"{text[:start]}{_DATE}{text[end:]}", [text[start:end]], period.said) if apart else (text, [], "")


def _take(masked: str, words: str, mark: str, found: Apart) -> str:
    """The line with a mark in the place of these words and of what stands in brackets behind them."""
    parts = re.findall(r"\w+", words)
    if not parts:
        return masked
    symbols = re.search(r"\W*$", words)
    pattern = r"(?<!\w)" + r"\W+?".join(map(re.escape, parts)) + r"(?!\w)" + re.escape(symbols[0] if symbols else "")
    at = re.search(pattern, masked, re.IGNORECASE)
    if at is None:
        return masked
    end, behind = at.end(), _BRACKETS.match(masked, at.end())
    if behind and _DATE not in behind[0]:
        end = behind.end()
    found.written[words] = masked[at.start() : end].strip()
    return f"{masked[: at.start()]}{mark}{masked[end:]}"


def _left(masked: str, dates: Sequence[str], places: frozenset[str]) -> Left:
    """The pieces that are left of a line, by what they stand behind."""
    touched = _TAKEN in masked or _DATE in masked
    behind: dict[str, list[str]] = {"": [], "0": [], "1": []}
    where = ""
    for piece in _pieces(masked):
        marks = re.findall(rf"{_TAKEN}(\d)", piece)
        where = marks[-1] if marks else where
        words = re.sub(rf"{_TAKEN}\d", " ", piece)
        bare = " ".join(_EMPTY.sub(" ", words.replace(_DATE, " ")).split()).strip(_CLUTTER)
        label = words.replace(_DATE, "").rstrip().endswith(":")  # "Dates: 2016 - 2019"
        if label or not any(c.isalnum() for c in bare) or _JOINS.fullmatch(bare):
            continue
        if not _BESIDE_A_DATE.fullmatch(bare):
            words = bare
        for date in dates:
            words = words.replace(_DATE, date, 1)
        if shown := " ".join(words.split()).strip(_CLUTTER):
            behind[where].append(shown)
    place = ""
    if not touched:
        place = masked if looks_like_place(masked, places) else ""
        behind = {"": [] if place else [masked], "0": [], "1": []}
    for key in ("1", "0", ""):
        if not place:
            place, behind[key] = _place_in(behind[key], places, sure=key != "1")
    return Left(tuple(behind[""]), tuple(behind["0"]), tuple(behind["1"]), touched, place)


def _place_in(pieces: list[str], places: frozenset[str], *, sure: bool) -> tuple[str, list[str]]:
    """(the first pieces side by side that are a place, the other pieces)."""
    for start in range(len(pieces)):
        end = start
        while end < len(pieces) and end - start < 3 and _may_be_place(pieces[end]):
            end += 1
        words = ", ".join(pieces[start:end])
        if words and (not sure or looks_like_place(words, places)):
            return words, [*pieces[:start], *pieces[end:]]
    return "", pieces


def _pieces(text: str) -> Iterator[str]:
    """What commas, bars, dots and dashes set apart."""
    for start, end in item_spans(text, ",|·•"):
        yield from _DASH.split(text[start:end])
