"""Is a word meant as the name of a skill? Names such as Go, Excel or Spring are also words of everyday language.

A place is judged by its case, the words beside it, the other names near it, and how often the word stands in plain prose. The marks found
at a place are weighed with a logistic model whose weights ``benchmarks/train/names.py`` learns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp

from credlens.skills.prose import Prose
from credlens.skills.words import Words

# Closed classes of English words, by what they say about the word behind or before them.
_BEFORE_VERBS_WORDS = (
    "to you we they i he she who that will can could may might must shall should would not never always also let lets ll don't"
    " please helps help"
)
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_WORDS.split())
_DETERMINERS_WORDS = "a an the this that these those your our their its his her my each every no any some all more most"
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
_PREPOSITIONS_WORDS = (
    "to at in on for of up out off by from into onto upon over under through across around behind beyond above between ahead away"
    " back forward down together with within without toward towards among during before after until than when as if"
)
_PREPOSITIONS = frozenset(_PREPOSITIONS_WORDS.split())
_LINKS = frozenset({"and", "or", "&"})
_FUNCTION = _BEFORE_VERBS | _DETERMINERS | _PREPOSITIONS | _LINKS
# Words that stand beside names of tools and languages.
_CUES_BEFORE_WORDS = (
    "experience experienced knowledge proficient proficiency familiar familiarity fluent fluency expert expertise skilled skill"
    " skills using use uses used know knows command understanding language languages tool tools software framework frameworks"
    " program programs programming scripting coding code stack technologies platform platforms library libraries package packages"
    " application applications database databases system systems like such including eg e.g i.e written build built certified"
    " advanced microsoft ms google adobe apache amazon"
)
_CUES_BEFORE = frozenset(_CUES_BEFORE_WORDS.split())
_CUES_AFTER_WORDS = (
    "programming language languages developer developers development engineer engineers engineering code coding script scripts"
    " scripting framework frameworks library libraries package packages skills skill experience knowledge proficiency certification"
    " certified spreadsheet spreadsheets macros formulas server admin administrator administration database databases sql api apis"
    " app apps application applications software platform stack environment based ehr emr hcm required preferred scientist analyst"
    " tools tool"
)
_CUES_AFTER = frozenset(_CUES_AFTER_WORDS.split())
_START = re.compile(r"(?:^|[.!?:;\u2022\u25aa\u25cf*\n\u2013\u2014-])[\s\"'\u201c(*_#]*$")
_COLON = re.compile(r"[*_]*:")
_LISTED = re.compile(r"\s*[,/|;(\u2022+]+\s*")
_LIST_ENDS = frozenset("),;|/")
_HYPHENS = frozenset("-\u2010\u2011")
_SHORT = 15  # words: a longer stretch is a sentence, neither a title nor a list of tags
_NEAR = 7  # words to either side of a name that count as near
ORDINARY = 1.0  # how common a word is that plain prose holds ten times, of 850,000 words
SMALL = "small letters"
_AFTER_SOMETHING = frozenset({"after a word", "after a rare word", "after a capital"})
UNKNOWN = "no word of prose"


@dataclass(frozen=True, slots=True)
class Place:
    """A name's place in a text.

    Attributes:
        first, last: places of its words.
        alias: the name as its owner writes it.
        proper: whether it is written with capitals where it is a name.
        sure: whether it is a name wherever it stands in its case, so that what is listed beside it is likely one, too.
    """

    first: int
    last: int
    alias: str
    proper: bool
    sure: bool


@dataclass(frozen=True)
class Senses:
    """What is known of names and words: the prose they stand in, and what each mark weighs.

    Attributes:
        bias, weights: of the model that tells names from words, by mark.
        belief: weights of the models that say how far a name means its skill, see :mod:`credlens.skills.gazetteer`.
    """

    prose: Prose = field(default_factory=Prose)
    bias: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    belief: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def probability(self, marks: Mapping[str, float]) -> float:
        """That a place with these marks names the skill."""
        return logistic(self.bias + sum(self.weights.get(mark, 0.0) * value for mark, value in marks.items()))


def read(weights: bytes, prose: Prose) -> Senses:
    """The weights in a file made by ``benchmarks/train/names.py``."""
    found = json.loads(weights)
    return Senses(prose, found["names"]["bias"], found["names"]["weights"], found["belief"])


def logistic(x: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-x))


class Surroundings:
    """What can be said of the places in one stretch of a text.

    Args:
        words: the text's words.
        places: the stretch's places.
        prose: how ordinary words are.
        begin, end: half-open range of the stretch's words; what lies beyond is not looked at.
    """

    def __init__(
        self, words: Words, places: Sequence[Place], prose: Prose, begin: int = 0, end: int | None = None
    ) -> None:
        self.words, self.places, self.prose, self.begin = words, places, prose, begin
        self.end = len(words) if end is None else end
        self._at = {word: place for place in places for word in range(place.first, place.last + 1)}

    @cached_property
    def loud(self) -> bool:
        """Whether most words begin with a capital, so that a capital says nothing: a title, a heading, a short list of names."""
        if self.end - self.begin > _SHORT:
            return False
        words = self.words
        others = [k for k in range(self.begin, self.end) if k not in self._at and words.words[k] not in _FUNCTION]
        capitals = sum(words.text[words.start(k)].isupper() for k in others)
        return len(others) > 1 and capitals >= 0.6 * len(others)

    @cached_property
    def shouted(self) -> bool:
        """Whether most words are all in capitals."""
        if self.end - self.begin > _SHORT:
            return False
        words = self.words
        others = [k for k in range(self.begin, self.end) if k not in self._at]
        return 2 * sum(words.text[words.start(k) : words.end(k)].isupper() for k in others) > len(others)

    @cached_property
    def rare(self) -> bool:
        """Whether words that prose hardly knows are as many as others: tags, or a short list of names without commas."""
        if self.end - self.begin > _SHORT:
            return False
        words = [self.words.words[k] for k in range(self.begin, self.end)]
        telling = [w for w in words if w not in _FUNCTION and not w.isdigit()]
        unknown = sum(self.prose.common(w) < ORDINARY for w in telling)
        return len(telling) > 1 and 2 * unknown >= len(telling)

    def marks(self, place: Place) -> dict[str, float]:
        """The marks of a place, by name; those that are not there are left out."""
        word = self.words.words[place.first]
        case = self._case(place)
        marks = dict.fromkeys((case, *self._beside(place, case), *self._listed(place)), 1.0)
        if len(word) < 3:
            marks["one letter" if len(word) == 1 else "two letters"] = 1.0
            if len(word) == 1 and not marks.keys().isdisjoint(_AFTER_SOMETHING):
                marks["one letter, after a word"] = 1.0
        else:
            common = self.prose.common(word)
            marks["common" if common else UNKNOWN] = common or 1.0
            if not common and case == SMALL:
                marks[f"{UNKNOWN}, {SMALL}"] = 1.0
        return marks

    def marks_at(self, word: int) -> dict[str, float]:
        """The marks of the place that holds a word."""
        return self.marks(self._at[word])

    def _case(self, place: Place) -> str:
        words = self.words
        here = words.text[words.start(place.first) : words.end(place.last)]
        small = here == here.lower()
        capitals = len(here) > 1 and here.isupper()  # more than the beginning of a sentence asks for
        blind = self.shouted if capitals else not small and (self.loud or _starts(words, place.first))
        if here == place.alias:
            return "own case, which says nothing" if blind or small else "own case"
        return SMALL if small else "capitals, which say nothing" if blind else "other case"

    def _beside(self, place: Place, case: str) -> Iterator[str]:
        words, first, last = self.words, place.first, place.last
        before = words.words[first - 1] if first > self.begin and words.gap(first - 1) == " " else ""
        gap = words.gap(last) if last + 1 < self.end else ""
        after = words.words[last + 1] if gap == " " else ""
        cue_before = not _CUES_BEFORE.isdisjoint(words.words[max(self.begin, first - 3) : first])
        cue_after = after in _CUES_AFTER or (gap in _HYPHENS and words.words[last + 1] in _CUES_AFTER)
        if cue_before:
            yield "cue before"
        elif before:
            yield from self._neighbour("after", first - 1)
        how = f", {SMALL}" if case == SMALL else ""  # what grammar says of a word counts less for one with a capital
        for name, members in (
            ("verbs come after", _BEFORE_VERBS),
            ("determiner", _DETERMINERS),
            ("preposition", _PREPOSITIONS),
        ):
            if before in members:
                yield f"after: {name}{how}"
            if after in members:
                yield f"before: {name}{how}"
        if after in _PREPOSITIONS and not before and case.endswith("nothing"):
            yield "first, before: preposition"  # as a verb is that asks for something
        if cue_after:
            yield "cue after"
        elif after[:1].isdigit():
            yield "before a year" if len(after) == 4 else "before a number"
        elif after:
            yield from self._neighbour("before", last + 1)
        if gap in _HYPHENS and not cue_after:
            yield "before a hyphen"
        if _COLON.match(words.text, words.end(last)):
            yield "before a colon"

    def _neighbour(self, side: str, word: int) -> Iterator[str]:
        """What a word without a comma beside a name says about it, unless it is one of the closed classes."""
        words = self.words
        if words.words[word] in _FUNCTION:
            return
        other = self._at.get(word)
        if other is not None and other.proper:
            yield f"{side} a name"
        elif words.text[words.start(word)].isupper() and not self.loud and not _starts(words, word):
            yield f"{side} a capital"
        else:
            yield f"{side} a word" if self.prose.common(words.words[word]) >= ORDINARY else f"{side} a rare word"

    def _listed(self, place: Place) -> Iterator[str]:
        first, last = place.first, place.last
        for side, end, step in (("left", first, -1), ("right", last, 1)):
            listed, other = self._company(end, step)
            if other is not None and other.sure and (listed or not self._small(other)):
                yield f"sure name to the {side}"
            elif listed and other is not None and other.proper:
                yield f"name listed to the {side}"
            elif listed:
                yield f"listed to the {side}"
        near = range(max(self.begin, first - _NEAR), min(self.end, last + 1 + _NEAR))
        names = {other.first: other for k in near if (other := self._at.get(k)) and other.sure and other is not place}
        sure = [other for other in names.values() if not self._small(other)]
        if sure:
            yield "sure name near"
        if len(sure) > 1:
            yield "sure names near"
        if first == self.begin and last + 1 == self.end:
            yield "alone"
        if self.rare:
            yield "among rare words"

    def _small(self, place: Place) -> bool:
        """Whether a name that begins with a capital is written in small letters, as words are."""
        start = self.words.start(place.first)
        return place.alias.istitle() and self.words.text[start : start + 1].islower()

    def _company(self, word: int, step: int) -> tuple[bool, Place | None]:
        """Whether something is listed beside a word, and the name that stands there."""
        words = self.words
        other = word + step
        if not self.begin <= other < self.end:
            return step > 0 and words.text[words.end(word) :][:1] in _LIST_ENDS, None
        gap = words.gap(min(word, other))
        linked = words.words[other] in _LINKS
        listed = linked or _LISTED.fullmatch(gap) is not None or (step > 0 and gap[:1] in _LIST_ENDS)
        if not listed and gap != " ":
            return False, None
        return listed, self._at.get(other + step if linked else other)


def _starts(words: Words, word: int) -> bool:
    """Whether a word begins a sentence or a listed item, so that it has a capital in any case."""
    start = words.start(word)
    return _START.search(words.text, max(0, start - 12), start) is not None
