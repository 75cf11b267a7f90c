"""A page as its parts see it: lines, sentences, labels with their values, and what it says of itself for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from credlens.catalog.merge import merge_facts
from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.words import denied, folded, speaks_of_others
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up

T = TypeVar("T")

LONGEST_SENTENCE = 500  # characters; patterns look at one sentence at a time
MOST_SENTENCES = 2_500  # of a page; the longest ones have several hundred
_LONGEST_QUOTE = 240
_MOST_SAID = 20  # times that one thing is said
_MOST_VALUES = 4  # different values shown of one field: more is a list of something else
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!vs\.)(?<!approx\.)\s+(?=[^a-z\s])|\s+[\u00b7\u2022|]\s+"
)
_YES = re.compile(r"(?:yes|si)\b[\s,.!:;-]*")
_NO = re.compile(r"(?:not (?:yet|currently|at (?:the|this) \w+)|todavia no|aun no|no)\b(?=\s*[,.!:;-]|$)[\s,.!:;-]*")
# Short lines that name what the next line gives, where a page lays the two out one below the other.
_NAMES_VALUE = re.compile(
    r"(?:(?:pass(?:ing)?|minimum|cut)[ -](?:score|mark|grade)|(?:number of )?(?:attempts|questions|retakes)|(?:exam |test )?(?:time(?: limit)?|length|duration)|(?:exam|renewal|tuition|course|application|certificate) (?:fee|price|cost)"
    r"|start(?:s|s on| date)|next (?:start|intake)|(?:application |enrol+ment )?deadline|apply by|valid(?:ity| for)?|ects(?: credits)?|credits?|renewal|retires? on|rating|pass rate|nota minima|fecha de inicio|intentos|creditos(?: ects)?|vigencia) ?:?"
)
_LABEL_END = r"(?:\s*\([^()]{0,30}\))?\s*"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page's text.

    Attributes:
        level: of the heading it is, 1 to 6; 0 for other lines.
        heading: the nearest heading above.
        number: its place among the lines, from 1.
    """

    text: str
    level: int = 0
    heading: str = ""
    place: Place = Place.OWN
    number: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the line that it stands in.

    Attributes:
        quote: as it is written; for the answer to a question both.
        text: folded (``words.folded``), as statement.
        refused: whether it is a question that was answered with no.
    """

    quote: str
    text: str
    line: Line
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a sentence, and not denied there."""

    sentence: Sentence
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a part read.

    Attributes:
        fields: field of the credential -> fact or tuple of entries.
        absent: lists that the page says are empty, with the sentence.
        problems: what is doubtful.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    absent: tuple[tuple[str, Source], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page being read.

    Attributes:
        where: what messages call it.
        address: the one it gives as its own; empty when it gives none.
        title: what it calls the course.
        head: its meta tags, by name or property in small letters, and its ``title``.
        lines: without those about others.
        provider: the name that its data (JSON-LD, microdata) give; empty when they give none.
    """

    where: str
    today: date
    address: str
    title: str
    head: Mapping[str, str]
    lines: Sequence[Line]
    provider: str = ""

    def source(self, quote: str, line: Line | None = None) -> Source:
        """The source of what was read in some words."""
        shown = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 3] + "..."
        place = "in the page's head" if line is None else f"line {line.number}"
        under = f', under "{line.heading[:60]}"' if line is not None and line.heading and not line.level else ""
        return Source(Method.PARSED, self.address or None, self.today, f'"{shown}" ({place}{under})')

    def of(self, sentence: Sentence) -> Source:
        """The source of what a sentence says."""
        return self.source(sentence.quote, sentence.line)

    def problem(
        self, name: str, message: str, what_to_do: str = "Look at the page; the field is left unknown."
    ) -> Problem:
        """A problem with a field."""
        return Problem(f"{self.where}: {name}", message, what_to_do)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The statements in its own lines, each once; questions only together with a plain yes or no."""
        return _first(_sentences(x for x in self.lines if x.place is Place.OWN))

    @cached_property
    def syllabus(self) -> tuple[Sentence, ...]:
        """The statements about its parts."""
        return _first(_sentences(x for x in self.lines if x.place is Place.PARTS))

    def hits(self, pattern: re.Pattern[str], sentences: Sequence[Sentence] | None = None) -> Iterator[Hit]:
        """Where a pattern is found in what the page states of itself; denials and comparisons are passed over."""
        for sentence in self.sentences if sentences is None else sentences:
            if sentence.refused or speaks_of_others(sentence.text):
                continue
            for match in pattern.finditer(sentence.text):
                if not denied(sentence.text, match.start(), match.end()):
                    yield Hit(sentence, match)

    def denials(self, pattern: re.Pattern[str]) -> Iterator[Sentence]:
        """Sentences that deny a pattern."""
        for sentence in self.sentences:
            found = None if speaks_of_others(sentence.text) else pattern.search(sentence.text)
            if found and (sentence.refused or denied(sentence.text, found.start(), found.end())):
                yield sentence

    def labelled(self, label: str) -> Iterator[tuple[str, Line, str]]:
        """(value, its line, the words to quote) for "Label: value", and for a line that is a label with the value in the next one."""
        alone = re.compile(rf"(?:{label}){_LABEL_END}[:?]?")
        before = re.compile(rf"(?:{label}){_LABEL_END}(?::|\s-\s)\s*(?=\S)")
        own = [x for x in self.lines if x.place is Place.OWN]
        for at, (line, text) in enumerate(zip(own, self._folded, strict=True)):
            if len(text) > 200:
                continue
            if found := before.match(text):
                yield text[found.end() :], line, line.text
            elif len(text) <= 60 and alone.fullmatch(text) and at + 1 < len(own):
                after = own[at + 1]
                if not after.level and len(after.text) <= 200:
                    yield self._folded[at + 1], after, f"{line.text}: {after.text}"

    @cached_property
    def _folded(self) -> list[str]:
        return [folded(x.text) for x in self.lines if x.place is Place.OWN]


def settled(name: str, found: Sequence[tuple[T, Source]], note: str = "") -> Fact[T]:
    """One fact out of values with their sources: known when they agree, conflicting with every quote when they do not."""
    if not found:
        return not_looked_up()
    found = found[:_MOST_SAID]
    fact = merge_facts(name, [Fact(value, (source,), note=note) for value, source in found])
    if isinstance(fact.value, Unknown) and len(fact.value.values) > _MOST_VALUES:
        said = "; ".join(s.note for s in fact.sources[:_MOST_VALUES])
        return Fact(Unknown(WhyUnknown.NOT_STATED), note=f"too many different values to tell which one counts: {said}")
    return fact


def _first(sentences: Iterator[Sentence]) -> tuple[Sentence, ...]:
    """The first :data:`MOST_SENTENCES` different ones; what is said twice is the first time's word."""
    found: dict[tuple[str, bool], Sentence] = {}
    for sentence in sentences:
        found.setdefault((sentence.text, sentence.refused), sentence)
        if len(found) >= MOST_SENTENCES:
            break
    return tuple(found.values())


def pieces(text: str) -> Iterator[str]:
    """The sentences of a line, as they are written."""
    stripped = (piece.strip(" -*>#\t") for piece in _SENTENCE.split(text))
    return (piece for piece in stripped if piece)


def _sentences(lines: Iterator[Line]) -> Iterator[Sentence]:
    asked = label = ""
    for written in lines:
        line, named, label = written, label, ""
        if len(line.text) <= 40 and _NAMES_VALUE.fullmatch(folded(line.text)):
            label = line.text
        if named and len(line.text) <= 80 and any(c.isdigit() for c in line.text):
            line = replace(line, text=f"{named.rstrip(' :')}: {line.text}")
        for quote in pieces(line.text):
            text = folded(quote[: 2 * LONGEST_SENTENCE])[:LONGEST_SENTENCE]
            if text.endswith("?"):
                asked = quote
                continue
            yes, no = _YES.match(text), _NO.match(text)
            if asked and (yes or no):
                question = folded(asked[:LONGEST_SENTENCE]).strip("?\u00bf ")
                rest = text[yes.end() :] if yes else text[no.end() :] if no else text
                said = f"{question} {rest}"[:LONGEST_SENTENCE] if yes else question
                yield Sentence(f"{asked} {quote}", said, line, refused=not yes)
                text = "" if yes else rest
            asked = ""
            if text:
                yield Sentence(quote, text, line)
