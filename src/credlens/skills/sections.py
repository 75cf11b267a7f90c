"""An ad in passages: which clause stands where, how firmly it asks, and whether it asks at all.

The state is set by headings ("Nice to have") and overridden by words in the sentence ("SQL is a must"); a sentence that says both is
taken apart at its commas. What stands under benefits, equal opportunity or the company's praise of itself is not counted. Only the
blocks that somebody asks about are taken apart: most of an ad's text names nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from credlens.model.posting import Requirement
from credlens.skills import cues
from credlens.skills.clauses import Clause, clauses
from credlens.skills.headings import Part, announces, announces_plainly, is_firm
from credlens.skills.memory import Memory
from credlens.skills.stems import (
    BENEFIT,
    COMPANY,
    DEMANDS,
    EQUAL,
    EXPECTS,
    NOTICE,
    PERSON,
    PREFERS,
    REFUSES,
    SPEAKS,
    Stems,
)

_SIGNS = "\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u27a2\u2713\u2714\u25ab\uf0b7\u2043\u25c6\u25ba"  # of lists; they need no space behind them
_BULLET = re.compile(
    rf"[ \t\xa0\u200b]*(?:[-*+\u2013\u2014](?=[ \t\xa0])|[{_SIGNS}]|o(?=\s)|\d{{1,2}}[.)](?=\s)|\(?[a-z]\)(?=\s))[ \t\xa0\u200b]*(?=\S)"
)
_MARKED = re.compile(r"[ \t]*(?:(#{1,6})[ \t]*(\S.*?)[# \t]*|((?:\*{1,3}|_{1,3})[^*_].*?(?:\*\*|__)):?[ \t]*)\r?$")
_LEAD = re.compile(r"\s{0,8}(?:\*\*([^*\n]{2,60}:?)\*\*:?|([A-Z][^:.;\n]{2,50}):)[ \t]{0,4}\S")
_INLINE = re.compile(
    r"(?:(?<=[.!?;:)*]\s)|(?<=\s\s)|(?<=[*\u2022]\s))(?=((?:(?:Minimum|Basic|Required|Preferred|Desired|Key|Job|Additional|Primary|Principal|Essential"
    r"|Position|Technical|MINIMUM|BASIC|REQUIRED|PREFERRED|DESIRED|KEY|JOB|ADDITIONAL|PRIMARY|ESSENTIAL|POSITION|Main|Nice to|Education and|Duties and"
    r"|Skills and|Roles and|About the|What you'll|What you will|Company|Our)[ &/]+)*(?:Qualifications?|Requirements?|Responsibilities|Skills|Duties|Experience"
    r"|QUALIFICATIONS?|REQUIREMENTS?|RESPONSIBILITIES|SKILLS|DUTIES|EXPERIENCE|Education|EDUCATION|Benefits|BENEFITS|Overview|Summary|Description|Role|Have"
    r"|do|need|bring)(?:[ ]*(?:Required|Preferred|REQUIRED|PREFERRED|Include|include))?)(?::|[ ]+(?=[\u2022*\u00b7-]|\d\+|[A-Z][a-z]+(?:'s)? [a-z])))"
)
_HEADED = re.compile(
    "ualifications|UALIFICATIONS|equirements|EQUIREMENTS|esponsibilities|ESPONSIBILITIES|Skills|SKILLS|Duties|DUTIES|Experience|EXPERIENCE|Education"
    "|EDUCATION|Benefits|BENEFITS|Nice to|What you"
)
_NOISE = re.compile(r"[*_#\\~`\"]|^[\W_]+|[\W_]+$")
# That the first sign stands before the alternatives makes it fast. The second is slower, and most blocks hold no sign of a list.
_STOP = r"[.!?;](?:(?<!;)[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9\u2022])|(?<=;)\s+|(?<=[a-z)]\.)(?=[A-Z][a-z]))"
_SENTENCE_END = re.compile(_STOP)
_SENTENCE_OR_ITEM_END = re.compile(rf"{_STOP}|(?<!\s)\s+[\u2022\u00b7\u25aa\u25cf]\s+")
_LIST_SIGN = re.compile("[\u2022\u00b7\u25aa\u25cf]")
_MAY_END = re.compile("[.!?;\u2022\u00b7\u25aa\u25cf]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|min|max|yrs?|no|inc|ltd|sr|jr|st|dr|mr|mrs|ph|b\.?sc?|m\.?sc?|b\.?a|m\.?a|u\.s|dept|univ|acct|mgmt)"
    r"|\b[A-Z]|(?:^|[^\w.])\d{1,2})\.$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:,|\b(?:and|or|of|in|with|the|a|an|to|for|from|on|at|by|as))\s*$")
_LOUD = re.compile(r"[^a-z]{0,60}[A-Z]{4}[^a-z]*")
REMEMBERED = 4_096  # sentences whose judgement is remembered
_LONGEST_REMEMBERED = 2_000  # characters: a longer block hardly comes again
_HEAD = 60  # characters in which the colon of a heading has to stand
_LONG = 300  # characters: a line that long may hold headings of its own, all run together

_UNMARKED, _COLON, _BOLD = 9, 8, 7  # depth of a heading's marking, after the six of Markdown
_REQUIREMENT = {Part.REQUIRED: Requirement.REQUIRED, Part.PREFERRED: Requirement.PREFERRED}
_WISHED = (Part.PREFERRED, Part.DESIRED)
_LOOSE = (Part.NEUTRAL, Part.TASKS)


_Answers = tuple[tuple[int, ...], tuple[Requirement | None, ...]]
"""Where the passages of a block begin in it, and how firmly each asks; only the answer when there is one for all."""
_ANSWERS: Memory[tuple[str, Part, bool, Part, bool], _Answers] = Memory(REMEMBERED)


class Passage(NamedTuple):
    """A sentence, or a clause of one.

    Attributes:
        start, end: half-open span in the text; passages follow each other without overlap.
        sentence: span of the whole sentence.
        requirement: how firmly it asks.
        heading: what its heading alone says.
        counted: False for boilerplate, and for what the sentence says is not needed.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    requirement: Requirement
    heading: Requirement
    counted: bool


class Asked(NamedTuple):
    """How firmly the passages of a paragraph, a listed item or a heading ask.

    Attributes:
        start, end: its span.
        until: where the next one begins.
        passages: where its passages begin, counted from its own start; empty when all of them ask alike.
        answers: how firmly each asks; None when it does not.
        kinds: kinds of the stems it holds, as bits.
    """

    start: int
    end: int
    until: int
    passages: tuple[int, ...]
    answers: tuple[Requirement | None, ...]
    kinds: int = 0

    def at(self, offset: int) -> Requirement | None:
        """How firmly what stands at an offset is asked for; None when it is not."""
        if not self.passages:
            return self.answers[0]
        return self.answers[max(0, bisect_right(self.passages, offset - self.start) - 1)]


class Layout:
    """A text's passages, found by offset.

    Attributes:
        stems: where the text holds words that rules look for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.stems = Stems(text)
        self._blocks = _blocks(text, self.stems)
        self._starts = [block.start for block in self._blocks]
        self._read: dict[int, tuple[Passage, ...]] = {}

    @cached_property
    def _wish(self) -> Part:
        """What "desired skills" are: preferred where the ad asks for other things more firmly, else all that it asks for."""
        firmer = any(b.part is Part.REQUIRED for b in self._blocks) or any(
            b.part in _LOOSE and not b.heading and cues.describes(self.stems.words[b.start : b.end])
            for b in self._blocks
        )
        return Part.PREFERRED if firmer else Part.REQUIRED

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in order."""
        return tuple(p for number in range(len(self._blocks)) for p in self._block(number))

    def at(self, offset: int) -> Passage:
        """The passage an offset lies in; a place between passages belongs to the one before it."""
        if not self._blocks:
            unclear = Requirement.UNCLEAR
            return Passage(0, len(self.text), (0, len(self.text)), unclear, unclear, counted=True)
        passages = self._block(max(0, bisect_right(self._starts, offset) - 1))
        if len(passages) == 1:
            return passages[0]
        return passages[max(0, bisect_right(passages, offset, key=_start) - 1)]

    def asked(self, offset: int) -> Asked:
        """The paragraph, listed item or heading that an offset lies in, and how firmly it asks: what :meth:`at` says, in less time.

        Most blocks hold no word that could change what their heading says; they are not taken apart. The others are remembered.
        """
        if not self._blocks:
            return Asked(0, len(self.text), len(self.text), (), (Requirement.UNCLEAR,), self.stems.kinds)
        number = max(0, bisect_right(self._starts, offset) - 1)
        block = self._blocks[number]
        until = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        kinds = self.stems.within(block.start, block.end)
        return Asked(block.start, block.end, until, *self._answer(number, kinds), kinds)

    def _answer(self, number: int, kinds: int) -> _Answers:
        block = self._blocks[number]
        text, part = self.text[block.start : block.end], block.part
        loose = part in _LOOSE
        telling = SPEAKS if loose else SPEAKS & ~(EXPECTS | PERSON)
        plain = len(text) <= _LONG and ":" not in text and part is not Part.DESIRED
        if plain and (part is Part.BOILERPLATE or block.heading or not kinds & telling):
            heading = Requirement.UNCLEAR if block.heading else _REQUIREMENT.get(part, Requirement.UNCLEAR)
            return (), (None if part is Part.BOILERPLATE else heading,)
        wish = self._wish if part is Part.DESIRED or (loose and kinds & PREFERS) else Part.NEUTRAL
        key = (text, part, block.heading, wish, block.start == 0)
        found = _ANSWERS.get(key)
        if found is None:
            passages = self._block(number)
            starts = tuple(p.start - block.start for p in passages)
            found = starts, tuple(p.requirement if p.counted else None for p in passages)
            if len(text) <= _LONGEST_REMEMBERED:
                _ANSWERS.put(key, found)
        return found

    def after(self, offset: int) -> tuple[int, int]:
        """The span of the first sentence that begins at or after an offset; an empty one at the text's end when there is none."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        while number < len(self._blocks):
            for passage in self._block(number):
                if passage.start >= offset:
                    return passage.sentence
            number += 1
        return len(self.text), len(self.text)

    def before(self, offset: int) -> Passage | None:
        """The last passage that ends at or before an offset; None at the text's beginning."""
        number = bisect_right(self._starts, offset) - 1
        while number >= 0:
            for passage in reversed(self._block(number)):
                if passage.end <= offset:
                    return passage
            number -= 1
        return None

    def sentences(self, kind: int) -> Iterator[tuple[int, int, bool]]:
        """The sentences that hold a stem of a kind, in order: (start, end, whether the stem's passage counts)."""
        end = -1
        for place in self.stems.places(kind):
            if place >= end:
                passage = self.at(place)
                start, end = passage.sentence
                yield start, end, passage.counted

    def asking(self) -> Iterator[tuple[int, int]]:
        """Spans of the sentences that count at least in part, in order; headings are none."""
        last = -1
        for number, block in enumerate(self._blocks):
            if block.heading or block.part is Part.BOILERPLATE:
                continue
            for passage in self._block(number):
                if passage.counted and passage.sentence[0] != last:
                    last = passage.sentence[0]
                    yield passage.sentence

    def under(self, offset: int) -> Part:
        """What the heading above an offset announces."""
        number = bisect_right(self._starts, offset) - 1
        return self._blocks[number].part if number >= 0 else Part.NEUTRAL

    def _block(self, number: int) -> tuple[Passage, ...]:
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = tuple(self._passages(self._blocks[number]))
        return found

    def _passages(self, block: _Block) -> Iterator[Passage]:
        part = block.part
        for start, end, headed in _split(self.text, block):
            inside = start > block.start and ":" in self.text[start : start + _HEAD]
            part = headed or (_lead(self.text[start:end], part) if inside else None) or part
            if block.heading:
                unclear = Requirement.UNCLEAR
                yield Passage(start, end, (start, end), unclear, unclear, part is not Part.BOILERPLATE)
                continue
            yield from self._sentence(start, end, part)

    def _sentence(self, start: int, end: int, part: Part) -> Iterator[Passage]:
        if part is Part.DESIRED:
            part = self._wish
        heading = _REQUIREMENT.get(part, Requirement.UNCLEAR)
        asks = part is not Part.BOILERPLATE
        kinds = self.stems.within(start, end) & SPEAKS
        if not kinds:
            yield Passage(start, end, (start, end), heading, heading, asks)
            return
        wish = self._wish if kinds & PREFERS and part in _LOOSE else Part.NEUTRAL
        counted, found = _judged(self.stems.words[start:end], kinds, part, wish)
        for first, last, requirement, refused in found:
            yield Passage(
                start + first, start + last, (start, end), requirement, heading, asks and counted and not refused
            )


@lru_cache(REMEMBERED)
def _judged(words: str, kinds: int, part: Part, wish: Part) -> tuple[bool, tuple[Clause, ...]]:
    """(whether a sentence asks for anything, its clauses). Ads repeat each other's sentences, so the last ones are remembered."""
    counted = not _idle(words, kinds)
    heading = asked = _REQUIREMENT.get(part, Requirement.UNCLEAR)
    if part in _LOOSE and ((kinds & PERSON and cues.describes(words)) or (kinds & EXPECTS and cues.expects(words))):
        ideal = kinds & PREFERS and cues.of_ideals(words)
        asked = _REQUIREMENT[wish] if ideal else Requirement.REQUIRED
    return counted, tuple(clauses(words, heading, asked, kinds & (PREFERS | DEMANDS), kinds & REFUSES))


def _idle(words: str, kinds: int) -> bool:
    """Whether a sentence is about benefits, the law, the way to apply or the company."""
    if kinds & NOTICE or (kinds & BENEFIT and cues.is_boilerplate(words)):
        return True
    return bool(kinds & COMPANY) and cues.is_praise(words)


def _start(passage: Passage) -> int:
    return passage.start


@dataclass(slots=True)
class _Block:
    """One paragraph, listed item or heading, which may run over several lines."""

    start: int
    end: int
    part: Part
    item: bool
    heading: bool = False


def _blocks(text: str, stems: Stems) -> list[_Block]:
    blocks: list[_Block] = []
    part, depth = Part.NEUTRAL, _UNMARKED + 1
    blank, listed, behind = True, False, False
    end = 0
    for line in text.split("\n"):
        start, end = end, min(end + len(line) + 1, len(text))
        words = line.strip()
        if not words:
            blank = True
            continue
        bullet = _BULLET.match(line) is not None and not words.startswith("**")
        found = _heading(line, words) if not bullet and len(words) <= 80 else None
        if found:
            part, depth = _under(found, part, depth, line)
            listed = behind = False
            blocks.append(_Block(start, end, part, item=False, heading=True))
        elif not bullet and not blank and blocks and _continues(text, blocks[-1], line):
            blocks[-1].end = end
        else:
            if listed and blank and not bullet and len(words) > 60:
                part, behind = Part.NEUTRAL, True  # a paragraph after the list: the heading spoke of the list
            if stems.kinds & NOTICE and not bullet and _closes(stems, start, end, behind=behind):
                part = Part.BOILERPLATE  # pay, benefits and notices end an ad
            lead = _lead(line, part) if ":" in line[: _HEAD + 10] else None
            blocks.append(_Block(start, end, lead or part, item=bullet))
        listed = listed or bullet
        blank = False
    return blocks


def _closes(stems: Stems, start: int, end: int, *, behind: bool) -> bool:
    """Whether a paragraph begins the end of an ad: the notice of equal opportunity does, behind the lists also pay and benefits."""
    kinds = stems.within(start, end)
    if kinds & EQUAL:
        return True
    return (
        behind
        and end - start > 60
        and (bool(kinds & NOTICE) or (bool(kinds & BENEFIT) and cues.is_boilerplate(stems.words[start:end])))
    )


def _lead(line: str, part: Part) -> Part | None:
    """What a heading on the line's own announces for that line alone ("Nice to have: Tableau; Looker"); mostly None.

    "Skills: ..." in a preferred part is preferred.
    """
    bullet = _BULLET.match(line)
    found = _LEAD.match(line, bullet.end() if bullet and not line.lstrip().startswith("**") else 0)
    if found is None:
        return None
    words = _plain(found[1] or found[2])
    lead = announces(words) if found[1] else announces_plainly(words)
    weak = lead is Part.REQUIRED and part in _WISHED and not is_firm(words)
    return None if weak else lead


def _plain(words: str) -> str:
    return _NOISE.sub("", _NOISE.sub("", words.casefold().replace("\u2019", "'"))).strip()


def _heading(line: str, words: str) -> tuple[Part | None, int] | None:
    """(what it announces, depth of its marking) when the line is a heading."""
    if words[0] in "#*_":
        marked = _MARKED.fullmatch(line)
        plain = _plain(words) if marked else ""
        if marked and plain:
            return announces(plain), len(marked[1]) if marked[1] else _BOLD
    if words.count(" ") > 8:
        return None
    if words.startswith("About ") and words.count(" ") < 4 and words[-1].isalnum():
        return announces(_plain(words)), _UNMARKED
    last = words[-1]
    if last == ":":
        return announces(_plain(words)), _COLON
    if last in ".,;":
        return None
    plain = _plain(words)
    part = (announces(plain) if _LOUD.fullmatch(words) else announces_plainly(plain)) if plain else None
    return (part, _UNMARKED) if part else None


def _under(found: tuple[Part | None, int], part: Part, depth: int, line: str) -> tuple[Part, int]:
    """The state below a heading: an unknown one ends what stood above it unless it is a sub-heading."""
    new, level = found
    if new is Part.REQUIRED and part in _WISHED and level != depth and not is_firm(_plain(line)):
        return part, depth  # "Skills:" below "Preferred"
    if new is not None:
        return new, level
    ends = level < depth or (level == depth and (level <= _BOLD or part is Part.BOILERPLATE))
    return (Part.NEUTRAL, level) if ends else (part, depth)


def _continues(text: str, block: _Block, line: str) -> bool:
    """Whether a line goes on with the block before it (a wrapped sentence), rather than beginning another."""
    if block.heading:
        return False
    before = text[max(block.start, block.end - 80) : block.end].rstrip()
    first = line.lstrip()[0]
    if block.item and line[:2].isspace():
        return True
    return (first.islower() or _UNFINISHED.search(before) is not None) and before[-1] not in ".!?:;"


def _split(text: str, block: _Block) -> Iterator[tuple[int, int, Part | None]]:
    """A block's sentences, each with what a heading inside the line announces from there on."""
    first, lead = block.start, None
    long = not block.heading and block.end - block.start > _LONG and _HEADED.search(text, block.start, block.end)
    cuts = {m.start(): _inline(m[1]) for m in _INLINE.finditer(text, block.start, block.end)} if long else {}
    heads = {place: part for place, part in cuts.items() if part}
    stops = sorted([*(m.end() for m in _ends(text, block)), *heads])
    for stop in stops:
        if stop > first:
            if text[first:stop].strip():
                yield first, stop, lead
                lead = None
            first = stop
        lead = heads.get(stop, lead)
    if text[first : block.end].strip():
        yield first, block.end, lead


def _inline(words: str) -> Part | None:
    return announces(_plain(words))


def _ends(text: str, block: _Block) -> Iterator[re.Match[str]]:
    if _MAY_END.search(text, block.start, block.end - 2) is None:
        return
    first = block.start
    ends = _SENTENCE_OR_ITEM_END if _LIST_SIGN.search(text, block.start, block.end) else _SENTENCE_END
    for stop in ends.finditer(text, block.start, block.end):
        if not _ABBREVIATION.search(text[max(first, stop.start() - 6) : stop.start() + 1]):
            yield stop
            first = stop.end()
