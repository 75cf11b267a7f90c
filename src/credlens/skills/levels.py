"""How far an ad asks for a skill: "advanced SQL", "familiarity with Tableau", "3+ years of Java".

A cue holds for what follows it up to the next cue or the end of its clause, lists included; a cue behind a name ("SQL (advanced)", "Excel -
expert level", "Python proficiency") for what stands just before it. Years count when they are tied to the name, without other words of work
between. Hand-written English patterns over text in lower case with straight quotes. Where nothing is said the level is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from credlens.model.skill import SkillLevel
from credlens.skills.experience import MOST_YEARS
from credlens.skills.memory import Memory
from credlens.skills.sections import Asked, Layout
from credlens.skills.stems import LEVEL, YEARS

YEARS_ASKED = ((8.0, SkillLevel.EXPERT), (3.0, SkillLevel.ADVANCED), (1.0, SkillLevel.INTERMEDIATE))
"""Years asked for -> level, first one reached; less: beginner. The same steps by which years in a resume are read."""

TELLS_LEVEL = LEVEL | YEARS
"""Kinds of stems without which nothing says how far a skill is asked for."""

REMEMBERED = 4_096  # blocks whose cues are remembered
_LOOK = 40  # characters before a cue in which it is said that somebody gains or shares it
_SIGN = 8  # characters in which a bracket or a dash stands before a cue
_NUMBERS, _UNIT = 24, 7  # characters before and in a word like "years" that hold the number and the word
_FAR = 240  # characters that a cue may hold for
_LONGEST_REMEMBERED = 2_000  # characters: a longer block hardly comes again
_ORDER = {level: place for place, level in enumerate(SkillLevel)}

_THING = r"(?:knowledge|understanding|expertise|experience|skills?|command|proficiency|familiarity|insight|competenc\w+|background|abilit(?:y|ies)|foundations?)"
_DEEP = r"(?:deep|in[- ]depth|thorough|comprehensive|profound|intimate|world[- ]class|expert|masterful|unparalleled)"
_NOT_STRONG = (
    r"(?! (?:interest|desire|passion|preference|plus\b|bias|focus|emphasis|commitment|candidate|applicant|team|track|record|sense|(?:working )?relation|culture|brand"
    r"|growth|work ethic|ethic|asset|advantage|customer (?:base|relation)|performance|demand|partnership|network|result|drive|attention|attitude|belief|academic"
    r"|opinion|consideration|motivation|believer|organi[sz]ations?\b|company|point|presence|voice|enough|benefit|opportunit|salary|pay\b|compensation|package|place"
    r"|work(?:ing)? environment|possib|character|references?|reputation|stand|alignment|business\b(?! (?:acumen|sense|judg|writing|analy|english|intel))))"
)
_CUES = re.compile(
    rf"(?P<expert>\b{_DEEP}(?:,? (?:and )?[\w-]+){{0,2}}? {_THING}\b|\bmastery\b|\bguru\b|\bexpert(?:[- ]level)?\b(?! (?:team|panel|witness|advice|review|network|guidance|system))"
    rf"|\bnative(?:[- ]level)?\b(?= (?:\w+ )?(?:speaker|proficiency|fluency|level|or|english|german|french|spanish)|\W*$))"
    rf"|(?P<advanced>\badvanced\b(?! (?:degree|analytic|technolog|technique|material|manufactur|concept|topic|placement|studies|study|engineering|driver|statistical|machine"
    rf"|notice|stage|age\b|life|cardiac|practice|nursing|education|research|certif|threat|qualification))|\bstrong\b{_NOT_STRONG}|\bstrongly skilled\b|\bextensive\b(?! (?:travel|range|network|benefit|training|global))"
    rf"|\b(?:excellent|exceptional|outstanding|superior|superb)\b{_NOT_STRONG}|\bfluen(?:t|tly|cy)\b|\bhighly (?:proficient|skilled|competent|experienced)\b|\bexpertise\b|\bwell[- ]versed\b"
    rf"|\b(?:significant|substantial|considerable) (?:[\w-]+ ){{0,2}}?{_THING}\b|\brobust (?:[\w-]+ )?{_THING}\b)"
    rf"|(?P<intermediate>\b(?:proficient|proficiency)\b|\bsolid\b(?! (?:state|waste|track|line|surface|mechanic|works|model))|\bhands[- ]on\b(?! (?:role|and |leader|approach|task|manager|person))|\bworking (?:knowledge|understanding|proficiency|familiarity)\b"
    rf"|\bgood (?=(?:[\w/&,+#.-]+ ){{0,6}}?(?:knowledge|understanding|command|skills?|grasp|experience|working|abilit|level)\b|at\b)|\bcomfortable\b(?= (?:with|in|using|working|writing|reading|programming|coding))"
    rf"|\bsound (?:[\w-]+ )?(?:knowledge|understanding|grasp)\b|\bpractical (?:knowledge|experience|understanding)\b|\bcompeten(?:t|cy|ce) (?=in|with|using)|\bskilled (?=in|with|at|using)"
    rf"|\bversed in\b|\bknowledgeable\b|\bintermediate\b|\bconversational\b(?! ai)|\bsome advanced\b|\bgrasp of\b|\bcommand of\b)"
    rf"|(?P<beginner>\bbasics? (?=(?:[\w/&,+#.-]+ ){{0,6}}?(?:knowledge|understanding|skills?|familiarity|proficiency|experience|level|command|awareness)\b|of\b|in\b|level\b|\w+\W*$)|\bbasic\b(?=\s*[)\]])"
    rf"|\bfamiliarity\b|\bfamiliar (?=with)|\bexposure (?=to|in|with)|\bunderstanding (?=of|how)|\bentry[- ]level (?=(?:\w+ ){{1,3}}(?:skills?|knowledge))|\bbeginner\b"
    rf"|\bawareness (?=of)|\b(?:some|general|fundamental|foundational|introductory|rudimentary|limited|minimal) (?:[\w-]+ )?(?:knowledge|understanding|familiarity|experience|exposure|skills?)\b)"
)
_LOW = re.compile(r"(?:basic|some|general|fundamental|limited|minimal|introductory|rudimentary|beginner|entry)\b")
_FILLER = re.compile(
    r"(?:[\s,/&+-]|\b(?:and|or|an?|the|of|in|to|with|at|very|level|working|technical|practical|professional|proven|demonstrated|hands[- ]on|conceptual|theoretical|knowledge|understanding"
    r"|experience|expertise|skills?|background|proficiency|familiarity|command|ability|abilities|functional|general|overall|strong|good|solid)\b)*"
)
_END = r"[.!?;]\s|[\n|\u2022]|, (?:with|plus) "
_WORDS = r"(?:but|who|which|while|where|in order to|(?<!exposure )to (?!(?:an?|the|expert|advanced|intermediate|high)\b)(?=[a-z]{3})|(?:is|are) an?|a plus)\b"
_MORE = (
    r"(?:(?<=[,;:.(] )|(?<=and )|(?<=or )|(?<=plus )|(?<=with )|(?<=as well as ))(?:an? |the )?(?:proven |prior |previous |demonstrated |relevant |professional |work )*"
    r"(?:experienced?|knowledge|ability|able|capable|capacity|background|track record|degree|bachelor|master|certifi\w+|willing\w*|interest\w*|passion\w*|desire|curiosity)\b"
)
# That words are looked for only behind a space makes both fast.
_BREAK = re.compile(rf"{_END}|(?<=\s){_WORDS}")
_OTHER = re.compile(rf"{_END}|(?<=\s)(?:{_WORDS}|{_MORE})")
"""The end of a clause, or the beginning of another demand in the same list, that says nothing about a level."""
_GAINED = re.compile(
    r"\b(?:develop|gain|build|acquire|deepen|becom|grow|shar|leverag|apply|provid|offer|our|their|its|partner with|work with|alongside|collaborate with|matter|industry|as an?)"
    r"(?:e|es|s|ing)?(?: (?:an?|your|the|their|our|more|internal|domain|subject))*[ -]$"
)
_BEHIND = re.compile(r"(?: (?:level|user|knowledge|skills?|proficiency|required|preferred|or \w+))*\s*(?:[),;.\]]|$)")
_OPENED = re.compile(r"(?:[(\[:]|\s[-\u2013\u2014]|\bat an?|\bto an?)\s*$")
_TIED = re.compile(r"\s*(?:in|with|of|at|on|using|across|as|[a-z]+ing)\b")
_NOUNS = frozenset(["expertise", "proficiency", "mastery", "fluency", "fluently", "familiarity", "expert", "guru"])
_BETWEEN = re.compile(r"[,;|\n\u2022:()]|\b(?:and|or|with|in|of)\b")  # what stands between the items of a list

_NUMBER = r"(?P<years>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten)"
_SPAN = re.compile(
    rf"(?<![\w.$-]){_NUMBER}(?: \(\d{{1,2}}\))?\s?(?:\+|plus|or more)?(?:\s?(?:-|\u2013|to)\s?\d{{1,2}}\s?\+?)?\s?(?P<unit>years?|yrs?\b\.?|months?)"
)
_SAID = re.compile(
    r"(?:\bor more\b|[\s+'\u2019,-]|\b(?:of|in|with|using|working|work|hands[- ]on|professional|relevant|industry|practical|prior|proven|progressive|related|solid|strong|direct|extensive|recent|applied"
    r"|experience|exp|coding|writing|developing|building|designing|leveraging|and|managing|either|the|an?|minimum|full[- ]time|commercial|technical|demonstrated|real[- ]world|production|intensive)\b)*"
)
_SAID_END = re.compile(
    r"[.;:()\n|\u2022]|\b(?:with|using|including|include|to|for|as|at|on|within|who|that|by|from|plus|while|but|where|through|is|are|required|preferred|or equivalent)\b|(?:manag|lead|driv|support|execut|deliver|implement|creat|perform|develop|provid|own|scal|conduct|influenc|collaborat|help|overse|run)ing\b"
)
_COUNTS = {word: float(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)}  # noqa: SIM905 - a list of words reads best as words


class Reach(NamedTuple):
    """Where a cue holds: a half-open span of its block, and the level."""

    start: int
    end: int
    level: SkillLevel


_REACHES: Memory[str, tuple[Reach, ...]] = Memory(REMEMBERED)


def higher(one: SkillLevel, other: SkillLevel) -> SkillLevel:
    """The higher of two levels; unknown is the lowest."""
    return one if _ORDER[one] >= _ORDER[other] else other


def level_of_years(years: float) -> SkillLevel:
    """How far years of work with a skill ask for it."""
    return next((level for least, level in YEARS_ASKED if years >= least), SkillLevel.BEGINNER)


def reaches_in(layout: Layout, block: Asked) -> tuple[Reach, ...]:
    """The cues of a block, by where they hold in it; mostly none.

    Args:
        layout: the text's passages.
        block: a paragraph, listed item or heading of it.
    """
    kinds = block.kinds
    if not kinds & TELLS_LEVEL:
        return ()
    words = layout.stems.words[block.start : block.end]
    found = _REACHES.get(words)
    if found is None:
        cues = _merged(words, _places(layout, block, LEVEL)) if kinds & LEVEL else ()
        years = _of_years(words, _places(layout, block, YEARS)) if kinds & YEARS else ()
        found = (*years, *_of_cues(words, cues))
        if len(words) <= _LONGEST_REMEMBERED:
            _REACHES.put(words, found)
    return found


def _places(layout: Layout, block: Asked, kind: int) -> list[int]:
    """Where stems of a kind begin in a block, counted from its start."""
    return [place - block.start for place in layout.stems.places_within(kind, block.start, block.end)]


def level_at(reaches: Sequence[Reach], start: int, end: int) -> SkillLevel:
    """The level asked for words at a place of the block; the cue has to stand before or behind them, not among them.

    Args:
        reaches: of the block.
        start: of the words, counted from the block's start.
        end: behind the place where a cue has to begin to hold: that of the first character for a name; of the last for words of a sentence.
    """
    level = SkillLevel.UNKNOWN
    for reach in reaches:
        if reach.start < end and start < reach.end:
            level = reach.level if level is SkillLevel.UNKNOWN else higher(level, reach.level)
    return level


class Levels:
    """The levels asked for in a text.

    Args:
        layout: the text's passages.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def over(self, start: int, end: int) -> SkillLevel:
        """The highest level that a cue asks for any of the words in a span."""
        block = self._layout.asked(start)
        reaches = reaches_in(self._layout, block)
        return level_at(reaches, start - block.start, end - block.start)


class _Cue(NamedTuple):
    """A cue, or several that say one thing together ("strong working knowledge")."""

    start: int
    end: int
    level: SkillLevel
    low: bool
    noun: bool


def _of_cues(words: str, cues: Sequence[_Cue]) -> Iterator[Reach]:
    behind = [_behind(words, cues[i - 1].end if i else 0, cue) for i, cue in enumerate(cues)]
    until = len(words)
    for cue, reach in zip(reversed(cues), reversed(behind), strict=True):
        if reach is None:
            said = _FILLER.match(words, cue.end, min(until, cue.end + _FAR))
            far = min(until, cue.end + _FAR)
            stop = _OTHER.search(words, said.end() if said else cue.end, far)
            yield Reach(cue.start, stop.start() if stop else far, cue.level)  # a name may begin with its cue
        else:
            yield reach
        until = cue.start if reach is None else reach.start


def _merged(words: str, places: Sequence[int]) -> list[_Cue]:
    """The cues that begin at any of the places, in order; those with nothing but filling words between them are one."""
    cues: list[_Cue] = []
    free = 0
    for place in places:
        match = _CUES.match(words, place) if place >= free else None
        if match is None:
            continue
        free = match.end()
        if _GAINED.search(words, max(0, place - _LOOK), place):
            continue
        level = SkillLevel(str(match.lastgroup))
        start, low = place, _LOW.match(match[0]) is not None
        if cues and _FILLER.fullmatch(words, cues[-1].end, place):
            last = cues.pop()
            start, low = last.start, low or last.low
            level = SkillLevel.BEGINNER if low else higher(last.level, level)
        cues.append(_Cue(start, match.end(), level, low, match[0] in _NOUNS))
    return cues


def _behind(words: str, floor: int, cue: _Cue) -> Reach | None:
    """Where a cue holds that stands behind what it speaks of; None for one that stands before it.

    "SQL (advanced)" speaks of one item, "Python and SQL proficiency" of a list.
    """
    opened = _opened(words, floor, cue.start)
    if opened is not None and _BEHIND.match(words, cue.end):
        return Reach(_item(words, floor, opened), opened, cue.level)
    if cue.noun and not _TIED.match(words, cue.end) and words[floor : cue.start].strip(" ,;:.(-\u2022*"):
        first = max((m.end() for m in _BREAK.finditer(words, floor, cue.start)), default=floor)
        return Reach(first, cue.start, cue.level) if words[first : cue.start].strip() else None
    return None


def _opened(words: str, floor: int, end: int) -> int | None:
    """Where a bracket, a dash or "at an" begins that ends at a place; None when none does."""
    found = _OPENED.search(words, max(floor, end - _SIGN), end)
    return found.start() if found else None


def _item(words: str, floor: int, end: int) -> int:
    """Where the item begins that ends at a place."""
    return max((m.end() for m in _BETWEEN.finditer(words, floor, end)), default=floor)


def _of_years(words: str, units: Sequence[int]) -> Iterator[Reach]:
    """Where years hold; ``units`` are the places where a word like "years" begins."""
    for unit in units:
        found = _SPAN.finditer(words, max(0, unit - _NUMBERS), unit + _UNIT)
        match = next((m for m in found if m.start("unit") == unit), None)
        if match is None:
            continue
        years = _COUNTS.get(match["years"]) or float(match["years"])
        if years > MOST_YEARS:
            continue
        level = level_of_years(years / 12 if match["unit"].startswith("m") else years)
        opened = _opened(words, 0, match.start())
        said = _SAID.match(words, match.end())
        start = said.end() if said else match.end()
        if opened is not None and (start == len(words) or words[start] in ").;,](["):
            yield Reach(_item(words, 0, opened), opened, level)
        else:
            stop = _SAID_END.search(words, start)
            yield Reach(start, stop.start() if stop else len(words), level)
