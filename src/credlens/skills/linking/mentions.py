"""What a text asks for, in names and in other words: the gazetteer's mentions joined with the linker's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from credlens.model.posting import Requirement, SkillMention
from credlens.model.skill import SkillLevel
from credlens.skills.levels import Levels, higher
from credlens.skills.sections import Layout

if TYPE_CHECKING:  # it brings numpy, which who reads names alone need not wait for
    from credlens.skills.linking.linker import Link, Linker

THRESHOLD = 0.5
"""A skill counts as found when it is more likely meant than not; below, the reader abstains. Held out on the two validation sets, what is
found without its name is right in about three of four cases in the one and three of five in the other (``benchmarks/results/fusion.json``)."""

LONGEST = 10_000
"""Characters; a longer sentence is none but a list or a defect, and is read by its names alone."""

_FIRM = {Requirement.UNCLEAR: 0, Requirement.PREFERRED: 1, Requirement.REQUIRED: 2}


@dataclass(slots=True)
class _Heard:
    """What the sentences say about one skill."""

    best: Link
    places: list[tuple[int, int, float, Requirement]]
    level: SkillLevel = SkillLevel.UNKNOWN


@dataclass(frozen=True)
class Linked:
    """A linker with the ids of the skills behind its rows."""

    linker: Linker
    skills: Sequence[str]


def join(
    text: str,
    layout: Layout,
    linked: Linked,
    named: Sequence[SkillMention],
    studied: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[SkillMention, ...], tuple[SkillMention, ...]]:
    """(found, abstained from), each in order of first mention.

    Args:
        text: the whole text.
        layout: its passages; only sentences that ask for something are linked.
        linked: the linker of the same taxonomy.
        named: what the gazetteer found.
        studied: spans that name what was studied for a degree; they ask for no skill.
    """
    heard = _hear(text, layout, linked, studied)
    levels = Levels(layout)
    for said in heard.values():
        for start, end, probability, _ in said.places:
            if probability >= min(THRESHOLD, said.best.probability):
                said.level = higher(said.level, levels.over(start, end))
    known = {mention.skill: mention for mention in named}
    both = [_both(mention, heard.get(skill)) for skill, mention in known.items()]
    others = [_linked(skill, said) for skill, said in heard.items() if skill not in known]
    everything = sorted([*both, *others], key=lambda m: (m.spans[0], m.skill))
    found = tuple(m for m in everything if m.probability >= THRESHOLD)
    return found, tuple(m for m in everything if m.probability < THRESHOLD)


def _hear(text: str, layout: Layout, linked: Linked, studied: Sequence[tuple[int, int]]) -> dict[str, _Heard]:
    sentences = [(start, end) for start, end in layout.asking() if end - start <= LONGEST]
    heard: dict[str, _Heard] = {}
    links = linked.linker.link([text[start:end] for start, end in sentences])
    for (offset, _), found in zip(sentences, links, strict=True):
        for link in found:
            start, end = offset + link.start, offset + link.end
            passage = layout.at(start)
            if not passage.counted or any(first <= start and end <= last for first, last in studied):
                continue
            said = heard.setdefault(linked.skills[link.concept], _Heard(link, []))
            said.places.append((start, end, link.probability, passage.requirement))
            if link.probability > said.best.probability:
                said.best = link
    return heard


def _linked(skill: str, said: _Heard) -> SkillMention:
    """A skill that no name of it tells; places that are far less sure than the best do not count as places."""
    sure = [p for p in said.places if p[2] >= min(THRESHOLD, said.best.probability)]
    firmest = max((requirement for *_, requirement in sure), key=lambda r: _FIRM[r])
    spans = tuple((start, end) for start, end, *_ in sure)
    return SkillMention(skill, spans, said.best.probability, firmest, said.best.lanes, said.level)


def _both(mention: SkillMention, said: _Heard | None) -> SkillMention:
    """A skill that is named; where the linker is surer than the gazetteer, it is right more often."""
    if said is None:
        return mention
    probability = max(mention.probability, said.best.probability)
    lanes = (*mention.lanes, *said.best.lanes)
    return replace(mention, probability=probability, lanes=lanes, level=higher(mention.level, said.level))
