"""Which skills of the taxonomy an offer teaches: by the source's own alignments first, then by what it says of itself, with a probability."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from credlens.catalog.offer import Offer
from credlens.model.credential import Depth, TaughtSkill
from credlens.model.fact import Method, Source
from credlens.model.offer import StatedSkill
from credlens.model.skill import Taxonomy
from credlens.model.verification import NamedBy
from credlens.skills.reader import Reader

LEAST = 0.5  # probability from which a skill counts as read in a description
MOST_READ = 15  # skills taken from one description: who names more lists a field of work
LONGEST = 4000  # characters of a description that are read
_DEEPER = {Depth.TOUCHED: 0, Depth.PART: 1, Depth.CORE: 2}


@dataclass(frozen=True, slots=True)
class Linked:
    """Words of an offer and the skill that they mean.

    Attributes:
        skill: id in the taxonomy; ``words``: as the offer has them.
        how: by what it was recognised.
    """

    skill: str
    words: str
    how: NamedBy
    probability: float = 1.0


class SkillReading:
    """Finds the skills of offers.

    Args:
        taxonomy: what there is to find.
        reader: finds names of the same taxonomy in texts.
    """

    def __init__(self, taxonomy: Taxonomy, reader: Reader) -> None:
        self._taxonomy = taxonomy
        self._reader = reader
        self._by_uri: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        for skill in taxonomy:
            for uri in (skill.uri, skill.address or "", skill.onet or ""):
                if uri:
                    self._by_uri.setdefault(uri.casefold().rstrip("/"), skill.id)
            self._by_name.setdefault(_fold(skill.label), skill.id)
        for skill in taxonomy:
            for alias in skill.aliases:
                self._by_name.setdefault(_fold(alias.text), skill.id)
        self._named = lru_cache(maxsize=65_536)(self._name)

    def taught(self, offer: Offer) -> tuple[TaughtSkill, ...]:
        """Its skills, deepest first, each once.

        Stated ones: by their address or code, else by a name that is a skill's label or alias, else by one skill that the reader finds in
        the whole of the name. They are a part of it, or a main subject where the title names them too. Others are read in the description:
        touched, with the reader's probability.
        """
        found: dict[str, TaughtSkill] = {}
        for stated in offer.credential.stated:
            known = self.linked(stated)
            if known is not None:
                _add(found, TaughtSkill(known.skill, Depth.PART, stated.sources, known.probability))
        sources = _sources(offer)
        for read in self.read(offer.text):
            if read.skill not in found:
                _add(found, TaughtSkill(read.skill, Depth.TOUCHED, sources, read.probability))
        for read in self.read(offer.credential.title):
            _add(found, TaughtSkill(read.skill, Depth.CORE, sources, read.probability))
        return tuple(sorted(found.values(), key=lambda t: -_DEEPER[t.depth]))

    def unheard(self, offer: Offer) -> tuple[str, ...]:
        """Skills that it states and the taxonomy does not know, in its own words."""
        return tuple(s.name for s in offer.credential.stated if self.linked(s) is None)

    def linked(self, stated: StatedSkill) -> Linked | None:
        """The skill that a stated one is: by its address or code, else by its name; None when the taxonomy has none."""
        for key, how in ((stated.uri, NamedBy.ADDRESS), (stated.code, NamedBy.CODE)):
            if key and (skill := self._by_uri.get(key.casefold().rstrip("/"))):
                return Linked(skill, stated.name, how)
        return self._named(stated.name)

    def read(self, text: str) -> list[Linked]:
        """Skills named in the first letters of a text, surest first, then in the order of mention; no more than one text may have."""
        best: dict[str, Linked] = {}
        for hit in self._reader.skill_hits(text[:LONGEST]) if text else ():
            if hit.probability >= LEAST and (hit.key not in best or hit.probability > best[hit.key].probability):
                best[hit.key] = Linked(hit.key, text[hit.start : hit.end], NamedBy.TEXT, round(hit.probability, 3))
        return sorted(best.values(), key=lambda link: -link.probability)[:MOST_READ]

    def _name(self, name: str) -> Linked | None:
        skill = self._by_name.get(_fold(name))
        if skill is not None:
            return Linked(skill, name, NamedBy.NAME)
        # Of a longer name only what fills it counts: "Java programming" is no "Programming", and "Security" alone no "Network security".
        hits = [h for h in self._reader.skill_hits(name) if h.end - h.start >= len(name.strip()) - 1]
        if not hits or hits[0].probability < LEAST:
            return None
        return Linked(hits[0].key, name, NamedBy.NAME, round(hits[0].probability, 3))


def _add(found: dict[str, TaughtSkill], skill: TaughtSkill) -> None:
    """Keep the deeper of two; what is stated stays as sure as it was."""
    same = found.get(skill.skill)
    if same is None:
        found[skill.skill] = skill
    elif _DEEPER[skill.depth] > _DEEPER[same.depth]:
        sure = max(same.probability, skill.probability)
        found[skill.skill] = replace(same, depth=skill.depth, probability=sure)


def _sources(offer: Offer) -> tuple[Source, ...]:
    """Read by the program, in what the record says of itself."""
    said = offer.credential.description.sources[:1]
    return tuple(Source(Method.PARSED, s.address, s.date, "read in the title and description") for s in said) or (
        Source(Method.PARSED, note="read in the title"),
    )


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
