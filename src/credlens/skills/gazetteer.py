"""The first tier of reading: the skills of a taxonomy by their names, each place with the probability that it means the skill.

Two questions are asked of a place. Is the word meant as a name (:mod:`credlens.skills.ambiguity`)? And does the name mean the skill, which
is another question for a name that was written for reading ads than for one of a published taxonomy, whose alternative labels hold words
such as "data" and "processes"? A place is kept where both answers are more likely yes than no; its probability is that both are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from credlens.model.skill import Alias, Skill, SkillKind, Taxonomy
from credlens.skills.ambiguity import ORDINARY, Place, Senses, Surroundings, logistic
from credlens.skills.forms import Slot, slots
from credlens.skills.matcher import Match, Name, PhraseIndex
from credlens.skills.memory import Memory
from credlens.skills.prose import Prose
from credlens.skills.words import Words, fold, units

KEEP = 0.5  # below this the answer is more likely no
UNJUDGED = 0.9  # probability of a name when nothing is known of words: a judgement
REMEMBERED = 20_000  # stretches of text whose skills are remembered: ads repeat each other's sentences
LONGEST_REMEMBERED = 2_000  # characters: a longer stretch hardly comes again
BELIEFS = {"own": ("common",), "published": ("label", "common alias")}
"""What the belief in a name of our own, or in a published one, is weighed from, beside a bias."""

_NO_PROSE = Prose()
_BETWEEN = "\n\n"  # no phrase runs over a blank line
_PARENTHESIS = re.compile(r"\s*\([^()]*\)$")
_HYPHEN = re.compile(r"(?<![A-Za-z-])([A-Za-z]{1,5})-([A-Za-z]{3,})(?![A-Za-z-])")


class Found(NamedTuple):
    """A place that names a skill; offsets in code points of the text."""

    skill: str
    start: int
    end: int
    alias: Alias
    probability: float


class _Facts(NamedTuple):
    """What is known of a name before it is met.

    Attributes:
        belief: probability that the skill is meant where the name is meant as a name.
        settled: whether it is a name wherever it stands, in any case, so that no place has to be judged.
        wavers: whether it may be an ordinary word even in its own case.
        proper: whether it is written with capitals wherever it is a name.
        sure: whether names listed beside it are in good company.
    """

    belief: float
    settled: bool
    wavers: bool = False
    proper: bool = False
    sure: bool = False


class Gazetteer:
    """Finds the skills of a taxonomy by their names.

    Args:
        taxonomy: the skills.
        senses: what is known of words; without, names that are exact in case must be so, and every place counts as :data:`UNJUDGED`.
        own: names that were written for reading ads, as (skill id, alias) pairs; None: those of every skill that has a field of work.
    """

    def __init__(
        self, taxonomy: Taxonomy, senses: Senses | None = None, own: Iterable[tuple[str, str]] | None = None
    ) -> None:
        self._skills = taxonomy.skills
        self._senses = senses
        self._own = None if own is None else frozenset(own)
        self._titled = _titled(taxonomy)
        self._facts: dict[Name, _Facts] = {}
        self._index = PhraseIndex(((s.id, written(s)) for s in taxonomy), self._slots)
        self._memory: Memory[str, tuple[Found, ...]] = Memory(REMEMBERED)

    def find(self, text: str) -> list[Found]:
        """All places that name a skill, left to right, not overlapping."""
        return [
            Found(f.skill, f.start + offset, f.end + offset, f.alias, f.probability)
            for offset, found in self.stretches(text)
            for f in found
        ]

    def stretches(self, text: str) -> list[tuple[int, tuple[Found, ...]]]:
        """The same by stretches of text: (where one begins, the places in it, counted from there).

        What a stretch holds depends on it alone. It is remembered, since ads repeat each other's sentences; new ones are read together.
        """
        spans = [(start, text[start:end]) for start, end in units(text)]
        found = {unit: self._memory.get(unit) for _, unit in spans}
        new = [unit for unit, known in found.items() if known is None]
        if new:
            for unit, fresh in zip(new, self.read(new), strict=True):
                found[unit] = fresh
                if len(unit) <= LONGEST_REMEMBERED:
                    self._memory.put(unit, fresh)
        return [(start, here) for start, unit in spans if (here := found[unit])]

    def read(self, stretches: Sequence[str]) -> list[tuple[Found, ...]]:
        """The places in each of several stretches of text, none of them remembered."""
        words = fold(_BETWEEN.join(stretches))
        matches = self._index.matches(words, cased=self._senses is None)
        starts = [words.start(match.first) for match in matches]
        result: list[tuple[Found, ...]] = []
        offset = first = 0
        for stretch in stretches:
            end = offset + len(stretch)
            last = bisect_left(starts, end, first)
            result.append(
                self._judged(words, matches[first:last], starts[first:last], (offset, end)) if last > first else ()
            )
            offset, first = end + len(_BETWEEN), last
        return result

    def named(self, text: str) -> Iterator[tuple[Name, int, int, float]]:
        """Every name before it is weighed, in order: (name, start, end, how surely the words are meant as a name)."""
        for start, end in units(text):
            words = fold(text[start:end])
            matches = self._index.matches(words, cased=self._senses is None)
            around = self.around(words, matches)
            for match in matches:
                name, meant = self._meant(match, words, around)
                if meant:
                    yield name, start + words.start(match.first), start + words.end(match.last), meant

    def around(
        self, words: Words, matches: Sequence[Match] | None = None, begin: int = 0, end: int | None = None
    ) -> Surroundings:
        """The names of a stretch of text as places among each other, before any is judged.

        Args:
            words: the text's words.
            matches: the names; None: those of the whole text.
            begin, end: the stretch, as a half-open range of words.
        """
        places = []
        for match in self._index.matches(words, cased=self._senses is None) if matches is None else matches:
            name = match.names[0]
            facts = self._known(name)
            places.append(Place(match.first, match.last, name.alias.text, facts.proper, facts.sure))
        return Surroundings(words, places, self._senses.prose if self._senses else _NO_PROSE, begin, end)

    def believed(self, name: Name) -> dict[str, float]:
        """What the belief in a name is weighed from."""
        assert self._senses is not None  # noqa: S101 - asked only where there are senses
        ordinary = len(name.words) == 1 and not (name.alias.exact or self._is_proper(name))
        common = self._senses.prose.common(name.words[0]) if ordinary else 0.0
        if self._is_own(name):
            return {"common": common}
        label = name.is_label or name.alias.text in variants(self._skills[name.key].label)
        return {"label": 1.0} if label else {"common alias": common}

    def _judged(
        self, words: Words, matches: Sequence[Match], starts: Sequence[int], span: tuple[int, int]
    ) -> tuple[Found, ...]:
        """Those of a stretch's matches that are meant as names, and whose names mean their skill, both more likely than not."""
        found = []
        offset = span[0]
        around: Surroundings | None = None
        for match, start in zip(matches, starts, strict=True):
            _, last, names = match
            name = names[0]
            facts = self._facts.get(name) or self._learn(name)
            meant = 1.0
            if not facts.settled:
                if around is None and any(self._depends(n, words, match) for n in names):
                    begin, end = (bisect_left(range(len(words)), place, key=words.start) for place in span)
                    around = self.around(words, matches, begin, end)
                name, meant = self._meant(match, words, around)
                facts = self._known(name)
            if meant >= KEEP and facts.belief >= KEEP:
                end = words.end(last) - offset
                found.append(Found(name.key, start - offset, end, name.alias, meant * facts.belief))
        return tuple(found)

    def _depends(self, name: Name, words: Words, match: Match) -> bool:
        """Whether what stands around a place decides what it means."""
        facts = self._known(name)
        if facts.settled or len(name.words) > 1:
            return False
        return facts.wavers or not name.in_case(words, match.first, match.last)

    def _meant(self, match: Match, words: Words, around: Surroundings | None) -> tuple[Name, float]:
        """The name that is meant, and how surely the words are meant as a name and not as what they say in everyday language."""
        for name in match.names:
            meant = self._meaning(name, match, words, around)
            if meant:
                return name, meant
        return match.names[0], 0.0

    def _meaning(self, name: Name, match: Match, words: Words, around: Surroundings | None) -> float:
        if self._known(name).settled or self._senses is None:
            return 1.0
        if len(name.words) > 1:
            if name.alias.exact:
                return float(name.in_case(words, match.first, match.last))
            return float(_keeps_capitals(name, words, match))
        if around is None or not self._depends(name, words, match):
            return 1.0
        marks = around.marks_at(match.first)
        strict = name.alias.exact and (_is_mixed(name.alias.text) or not _in_company(marks))
        if strict and not name.in_case(words, match.first, match.last):
            return 0.0
        return self._senses.probability(marks)

    def _known(self, name: Name) -> _Facts:
        return self._facts.get(name) or self._learn(name)

    def _learn(self, name: Name) -> _Facts:
        facts = self._facts[name] = self._worked_out(name)
        return facts

    def _worked_out(self, name: Name) -> _Facts:
        if self._senses is None:
            return _Facts(UNJUDGED, settled=True)
        weights = self._senses.belief["own" if self._is_own(name) else "published"]
        belief = logistic(weights["bias"] + sum(weights[b] * v for b, v in self.believed(name).items()))
        text, single = name.alias.text, len(name.words) == 1
        common = self._senses.prose.common(name.words[0])
        proper = name.alias.exact or self._is_proper(name)
        # "AI" is no word, "IT" is one; "JavaScript" and "C++" look like nothing else. A name of our own says itself whether its case
        # matters, unless prose knows its word; of a published one nobody knows.
        plain = text.isalpha() and (text.istitle() or (text.isupper() and (len(text) == 1 or common >= ORDINARY)))
        doubtful = name.alias.exact or common > 0 or len(text) < 3 or not self._is_own(name)
        wavers = proper and plain and single and doubtful
        sure = proper and (not wavers or (not common and len(text) > 2))
        if single:
            settled = not wavers and not name.alias.exact and not (proper and common >= ORDINARY)
        else:
            settled = not name.alias.exact and not any(self._is_shouted(w) for w in text.split())
        return _Facts(belief, settled, wavers, proper, sure)

    def _is_shouted(self, word: str) -> bool:
        """Whether a word of a name would be an ordinary one without its capitals: the IT of "IT support"."""
        assert self._senses is not None  # noqa: S101 - asked only where there are senses
        return word.isupper() and self._senses.prose.common(word.lower()) >= ORDINARY

    def _is_own(self, name: Name) -> bool:
        if self._own is None:
            return bool(self._skills[name.key].field)
        return (name.key, name.alias.text) in self._own

    def _is_proper(self, name: Name) -> bool:
        """Whether a name has a capital that is not only that of a title."""
        text = name.alias.text
        if text[1:] != text[1:].lower() or text == text.lower():
            return text != text.lower()
        skill = self._skills[name.key]
        if not name.is_label or skill.field not in self._titled:
            return True
        assert self._senses is not None  # noqa: S101 - asked only where there are senses
        return skill.kind is SkillKind.TOOL and not self._senses.prose.common(name.words[0])

    def _slots(self, key: str, alias: Alias, words: Sequence[str]) -> tuple[Slot, ...]:
        skill = self._skills[key]
        if skill.kind is SkillKind.TOOL or self._senses is None or (skill.field and len(words) == 1):
            return ()  # our own names of one word are written in every number that is meant
        verbs = self._senses.prose.verbs if skill.kind is SkillKind.SKILL else frozenset[str]()
        return slots(words, alias.text, verbs, titled=skill.field in self._titled and alias.text == skill.label)


def written(skill: Skill) -> list[Alias]:
    """A skill's names, with those that follow from them."""
    names = list(skill.aliases)
    known = {a.text.casefold() for a in names}
    for alias in skill.aliases:
        for text in variants(alias.text):
            if text.casefold() not in known:
                known.add(text.casefold())
                names.append(Alias(text, alias.exact or len(text) == 1))
    return names


def variants(name: str) -> list[str]:
    """Other ways to write a name: without what a parenthesis explains, and compounds without their hyphen."""
    found = []
    if name.endswith(")"):
        found.append(_PARENTHESIS.sub("", name))
    if "-" in name:
        found.append(_HYPHEN.sub(r"\1\2", name))
    return [text for text in found if text and text != name]


def _titled(taxonomy: Taxonomy) -> frozenset[str]:
    """Fields of work whose labels begin with a capital as titles do, so that it says nothing about the word."""
    capitals: dict[str, list[bool]] = {}
    for skill in taxonomy:
        if skill.kind is not SkillKind.TOOL:
            capitals.setdefault(skill.field, []).append(skill.label[:1].isupper())
    return frozenset(field for field, found in capitals.items() if 2 * sum(found) > len(found))


def _keeps_capitals(name: Name, words: Words, match: Match) -> bool:
    """Whether the words that a name has in capitals have them at a place."""
    here = [words.text[words.start(k) : words.end(k)] for k in range(match.first, match.last + 1)]
    return not any(
        own.isupper() and not word.isupper() for own, word in zip(name.alias.text.split(), here, strict=False)
    )


def _is_mixed(text: str) -> bool:
    """Whether a name has capitals behind its first letter, but not throughout: "SAFe"."""
    return text != text.upper() and text[1:] != text[1:].lower()


def _in_company(marks: Iterable[str]) -> bool:
    return any(mark in marks for mark in ("sure name to the left", "sure name to the right"))
