"""The skills of a resume, what is asked for most first, with what stands behind each in a few words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from credlens.app.presenting.holdings import Holding
from credlens.app.presenting.project_evidence import WHERE as PROJECT
from credlens.app.situation import Situation
from credlens.model.cv import CvEntry, CvSkill, LeftOff
from credlens.model.person import EvidenceKind, HeldSkill, SkillEvidence
from credlens.model.skill import SkillLevel
from credlens.present.leaving_off import by_your_word
from credlens.profile.cv.together import WrittenOut
from credlens.profile.ids import skill_id

MOST = 3  # reasons named for a skill
_KINDS = tuple(EvidenceKind)
ENGLISH = "en"
_SHORTEST_PLURAL = 4  # letters up to which a name that ends with "s" is no plural
_SHORT = 60  # characters of a course's name


@dataclass(frozen=True, slots=True)
class TheirWords:
    """What the person says of skills, and what is only a judgement of the program.

    Attributes:
        levels: skills whose level they say.
        confirmed: skills that they kept or corrected among the review cards, or named for a project.
        text: all that their documents and READMEs say.
    """

    levels: Collection[str]
    confirmed: Collection[str]
    text: str


def shown_skills(
    here: Situation,
    written: WrittenOut,
    held: Sequence[Holding],
    shown: Collection[str],
    decided: Mapping[str, bool],
    theirs: TheirWords,
) -> tuple[tuple[CvSkill, ...], tuple[LeftOff, ...]]:
    """(skills of a resume, those that the person left off).

    A skill is shown when something on the resume stands behind it, when the person said here that they have it, or when the target asks for
    what they list. It is shown under a name that they use themselves: what was read out of other words of theirs ("mailing list") may be
    meant otherwise, and is left to those words until they confirm it. What is only listed stands among the person's own lines in any case;
    what only follows from a narrower skill is nothing that they said.

    Args:
        here: the person and what the target's ads ask for.
        written: what documents say.
        held: credentials that are on the resume.
        shown: cards of the entries that are on it.
        decided: the person's word, by card.
        theirs: what they say of skills.
    """
    demand, taxonomy = here.demand.skills, here.knowledge.taxonomy
    found: list[tuple[tuple[float, float, int, str], CvSkill]] = []
    off: list[LeftOff] = []
    for skill, person in here.person.skills.items():
        label = taxonomy[skill].label
        card = skill_id(skill)
        words = tuple(islice(dict.fromkeys(_words(person, written, held, shown)), MOST))
        asked = demand[skill].share if skill in demand and demand[skill].share.k else None
        kinds = {e.kind for e in person.evidence} - {EvidenceKind.IMPLIED}
        vouched = EvidenceKind.CERTIFIED in kinds or EvidenceKind.STATED in kinds or skill in theirs.confirmed
        if decided.get(card) is False:
            off.append(by_your_word(card, label))
        elif not (vouched or decided.get(card) or stands_in(label, theirs.text)):
            continue
        elif words or EvidenceKind.STATED in kinds or (asked and kinds) or decided.get(card):
            level = person.level.value if skill in theirs.levels and person.level is not SkillLevel.UNKNOWN else ""
            expected = demand[skill].expected if skill in demand else 0.0
            order = (-asked.value if asked else 0.0, -expected, -_strength(person), label.casefold())
            found.append((order, CvSkill(skill, label, level, words, asked)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0])), tuple(off)


def stands_in(label: str, text: str) -> bool:
    """Whether a text has the name of a skill as words of its own, in the singular or the plural."""
    one = label.removesuffix("s") if len(label) > _SHORTEST_PLURAL else label  # "Dashboards", and not "SAS"
    return re.search(rf"(?<!\w){re.escape(one)}s?(?!\w)", text, re.IGNORECASE) is not None


def _strength(held: HeldSkill) -> int:
    return max(_KINDS.index(e.kind) for e in held.evidence)


def _words(skill: HeldSkill, written: WrittenOut, held: Sequence[Holding], shown: Collection[str]) -> Iterator[str]:
    """What on the resume stands behind a skill, strongest first: in English with what it is, else by its name alone."""
    say = "{} {}".format if written.language == ENGLISH else _named
    for evidence in skill.evidence:
        if evidence.kind is EvidenceKind.IMPLIED:
            continue
        if evidence.kind is EvidenceKind.CERTIFIED:
            yield from (h.name for h in held if h.where == evidence.where and h.name in evidence.quote)
        elif evidence.where.startswith(PROJECT):
            if evidence.where.removeprefix(PROJECT) in shown:
                yield say("project", evidence.quote)
        elif (entry := written.named.get(evidence.where)) is not None:
            if entry.card in shown and (name := entry.title or entry.organisation):
                yield say(_what(evidence, entry, written), name)
        elif evidence.kind is EvidenceKind.COURSE and len(evidence.quote) <= _SHORT:
            yield say("course", evidence.quote)


def _named(_what: str, name: str) -> str:
    return name


def _what(evidence: SkillEvidence, entry: CvEntry, written: WrittenOut) -> str:
    """What an entry is, as it stands before its name."""
    if evidence.kind is EvidenceKind.COURSE:
        return "studied:"
    if evidence.kind is EvidenceKind.PROJECT:
        volunteer = any(entry.card == each.card for each in written.volunteer)
        return "volunteering as" if volunteer and entry.title else "project"
    return "used as" if entry.title else "used at"
