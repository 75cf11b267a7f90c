"""An ad in passages: which clause stands where, how firmly it asks, and whether it asks at all.

The state is set by headings ("Nice to have") and overridden by words in the sentence ("SQL is a must"); a sentence that says both is
taken apart at its commas. What stands under benefits, equal opportunity or the company's praise of itself is not counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from credlens.model.posting import Requirement
from credlens.skills import cues
from credlens.skills.cues import Part
from credlens.skills.text import lower

_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(r"[ \t\xa0]*(?:[-*+•·▪●◦‣\u2013—➢✓✔]|o(?=\s)|\d{1,2}[.)]|\(?[a-z]\))[ \t\xa0]+")
_MARKED = re.compile(r"[ \t]*(?:(#{1,6})[ \t]*(\S.*?)[# \t]*|((?:\*\*|__).+?(?:\*\*|__)):?[ \t]*)\r?$")
_LEAD = re.compile(r"\s{0,8}(?:\*\*([^*\n]{2,60}:?)\*\*:?|([A-Z][^:.\n]{2,50}):)[ \t]{1,4}\S")
_NOISE = re.compile(r"[*_#\\~`\"]|^[\W_]+|[\W_]+$")
_SENTENCE_END = re.compile(
    r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9•])|;\s+|(?<!\s)\s+[•·▪●]\s+|(?<=[a-z)])\.(?=[A-Z][a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|min|max|yrs?|no|inc|ltd|sr|jr|st|dr|mr|mrs|ph|b\.?sc?|m\.?sc?|b\.?a|m\.?a|u\.s)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;()]|\b(?:but|and|while|with)\b|\s[-\u2013—]\s")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_FILLER = re.compile(r"\b(?:is|are|an?|but|not|required|strongly|highly|very|would|be)\b|\W")
_UNFINISHED = re.compile(r"(?:,|\b(?:and|or|of|in|with|the|a|an|to|for|from|on|at|by|as))\s*$")

_STEMS = AhoCorasick(list(cues.STEMS))
_UNMARKED, _COLON, _BOLD = 9, 8, 7  # depth of a heading's marking, after the six of Markdown
_Clause = tuple[int, int, Requirement, bool]  # start, end, how firmly it asks, said not to be needed
_REQUIREMENT = {Part.REQUIRED: Requirement.REQUIRED, Part.PREFERRED: Requirement.PREFERRED}


@dataclass(frozen=True, slots=True)
class Passage:
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


class Layout:
    """A text's passages, found by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = lower(text).replace("\u2019", "'")
        stems = [start for _, start, _ in _STEMS.find_matches_as_indexes(words)]
        self.passages: tuple[Passage, ...] = tuple(
            p for block in _blocks(text) for p in _passages(text, words, stems, block)
        )
        self._starts = [p.start for p in self.passages]

    def at(self, offset: int) -> Passage:
        """The passage an offset lies in; a place between passages belongs to the one before it."""
        if not self.passages:
            unclear = Requirement.UNCLEAR
            return Passage(0, len(self.text), (0, len(self.text)), unclear, unclear, counted=True)
        return self.passages[max(0, bisect_right(self._starts, offset) - 1)]

    def after(self, offset: int) -> tuple[int, int]:
        """The span of the first sentence that begins at or after an offset; an empty one at the text's end when there is none."""
        index = bisect_left(self._starts, offset)
        return self.passages[index].sentence if index < len(self.passages) else (len(self.text), len(self.text))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Spans of the counted sentences, in order."""
        last = -1
        for passage in self.passages:
            if passage.counted and passage.sentence[0] != last:
                last = passage.sentence[0]
                yield passage.sentence


@dataclass(slots=True)
class _Block:
    """One paragraph, listed item or heading, which may run over several lines."""

    start: int
    end: int
    part: Part
    item: bool
    heading: bool = False


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    part, depth = Part.NEUTRAL, _UNMARKED + 1
    blank, listed = True, False
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not words:
            blank = True
            continue
        bullet = _BULLET.match(line[0]) is not None
        found = None if bullet else _heading(line[0], words)
        if found:
            part, depth = _under(found, part, depth)
            listed = False
            blocks.append(_Block(line.start(), line.end(), part, item=False, heading=True))
        elif not bullet and not blank and blocks and _continues(text, blocks[-1], line[0]):
            blocks[-1].end = line.end()
        else:
            if listed and blank and not bullet and len(words) > 60:
                part = Part.NEUTRAL  # a paragraph after the list: the heading spoke of the list
            blocks.append(_Block(line.start(), line.end(), _lead(line[0]) or part, item=bullet))
        listed = listed or bullet
        blank = False
    return blocks


def _lead(line: str) -> Part | None:
    """What a heading on the line's own announces for that line alone ("Nice to have: Tableau; Looker"); mostly None."""
    bullet = _BULLET.match(line)
    found = _LEAD.match(line, bullet.end() if bullet else 0)
    if found is None:
        return None
    if found[1]:
        return cues.heading(_plain(found[1]))
    return cues.plain_heading(_plain(found[2]))


def _plain(words: str) -> str:
    return _NOISE.sub("", _NOISE.sub("", words.casefold().replace("\u2019", "'"))).strip()


def _heading(line: str, words: str) -> tuple[Part | None, int] | None:
    """(what it announces, depth of its marking) when the line is a heading."""
    if len(words) > 80:
        return None
    marked = _MARKED.fullmatch(line.rstrip("\n"))
    plain = _plain(words)
    if marked and plain:
        return cues.heading(plain), len(marked[1]) if marked[1] else _BOLD
    few = len(plain.split()) <= 7
    if few and words.endswith(":"):
        return cues.heading(plain), _COLON
    part = cues.plain_heading(plain) if few and plain and words[-1] not in ".,;" else None
    return (part, _UNMARKED) if part else None


def _under(found: tuple[Part | None, int], part: Part, depth: int) -> tuple[Part, int]:
    """The state below a heading: an unknown one ends what stood above it unless it is a sub-heading."""
    new, level = found
    if new is not None:
        return new, level
    ends = level < depth or (level == depth and (level <= _BOLD or part is Part.BOILERPLATE))
    return (Part.NEUTRAL, level) if ends else (part, depth)


def _continues(text: str, block: _Block, line: str) -> bool:
    """Whether a line goes on with the block before it (a wrapped sentence), rather than beginning another."""
    if block.heading:
        return False
    before = text[block.start : block.end].rstrip()
    first = line.lstrip()[0]
    if block.item and line[:2].isspace():
        return True
    return (first.islower() or _UNFINISHED.search(before) is not None) and before[-1] not in ".!?:;"


def _passages(text: str, words: str, stems: list[int], block: _Block) -> Iterator[Passage]:
    """The passages of one block; ``words`` is the text in lower case, ``stems`` where in it a cue may stand."""
    heading = _REQUIREMENT.get(block.part, Requirement.UNCLEAR)
    asks = block.part is not Part.BOILERPLATE
    for start, end in _split(text, block.start, block.end):
        if block.heading or bisect_left(stems, start) == bisect_left(stems, end):
            yield Passage(start, end, (start, end), heading, heading, asks)
            continue
        sentence = words[start:end]
        counted = asks and not cues.is_boilerplate(sentence)
        for first, last, asked, negated in _clauses(sentence, heading):
            yield Passage(start + first, start + last, (start, end), asked, heading, counted and not negated)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _ABBREVIATION.search(text[max(first, stop.start() - 6) : stop.start() + 1]):
            yield first, stop.end()
            first = stop.end()
    if text[first:end].strip():
        yield first, end


def _clauses(words: str, heading: Requirement) -> list[_Clause]:
    """A sentence's clauses; mostly one, the sentence itself."""
    refused = cues.negation(words)
    said = words if refused is None else words[: refused[0]] + " " * (refused[1] - refused[0]) + words[refused[1] :]
    own = cues.cue(said)
    if own is None:
        weak = heading is Requirement.UNCLEAR and cues.expects(said)
        asked = Requirement.REQUIRED if weak else heading
        return _inherit(words, said, refused, heading) if refused else [(0, len(words), asked, False)]
    if own is Requirement.PREFERRED and not cues.demands(said):
        return _preferred(words, heading)  # also "not required, but a plus"
    if refused or own is Requirement.PREFERRED:
        return _inherit(words, said, refused, heading)
    return [(0, len(words), own, False)]


def _preferred(words: str, heading: Requirement) -> list[_Clause]:
    """A sentence that only prefers: all of it, unless an aside or a word like "ideally" narrows it."""
    aside = _aside(words)
    if aside and not cues.PREFERRED.search(words[: aside[0]] + words[aside[1] :]):
        first, last = aside
        outer = [(0, first, heading, False), (last, len(words), heading, False)]
        return [outer[0], (first, last, Requirement.PREFERRED, False), outer[1]]
    forward = cues.FORWARD.search(words)
    if forward and forward.start() > 3 and not cues.PREFERRED.search(words, 0, forward.start()):
        cut = forward.start()
        return [(0, cut, heading, False), (cut, len(words), Requirement.PREFERRED, False)]
    return [(0, len(words), Requirement.PREFERRED, False)]


def _aside(words: str) -> tuple[int, int] | None:
    """The span of a parenthesis that asks for something of its own: "(Tableau preferred)", but not "(a plus)"."""
    for found in _PARENTHESIS.finditer(words):
        if cues.PREFERRED.search(found[1]) and _FILLER.sub("", cues.PREFERRED.sub("", found[1])):
            return found.span(1)
    return None


def _inherit(words: str, said: str, refused: tuple[int, int] | None, heading: Requirement) -> list[_Clause]:
    """A sentence's clauses, each under its own cue; one without takes that of its neighbour.

    A cue at the head of a clause ("ideally Tableau, Looker") reaches forward, one at its end ("Python, SQL required") backward.

    Args:
        words: the sentence.
        said: the same with the words of refusal blanked.
        refused: their span; what is named in that clause is not asked for.
    """
    low, high = refused or (0, 0)
    cuts = [m.start() for m in _CLAUSE.finditer(words) if not low < m.start() < high]
    bounds = [0, *cuts, len(words)]
    spans = [(a, b) for a, b in pairwise(bounds) if b > a]
    own = [cues.cue(said[a:b]) for a, b in spans]
    cued = [i for i, asked in enumerate(own) if asked]
    result: list[_Clause] = []
    for i, (a, b) in enumerate(spans):
        before = max((j for j in cued if j <= i), default=None)
        after = min((j for j in cued if j >= i), default=None)
        reaches = before is not None and (before == i or after is None or _leads(said[slice(*spans[before])]))
        source = before if reaches else after
        asked = own[source] if source is not None else None
        negated = refused is not None and a < high and b > low and own[i] is None
        result.append((a, b, asked or heading, negated))
    return result


def _leads(clause: str) -> bool:
    """Whether the clause's cue stands in its first half."""
    found = cues.PREFERRED.search(clause) or re.search(r"\bmust\b|\brequire", clause)
    return found is not None and found.start() <= len(clause) / 3
