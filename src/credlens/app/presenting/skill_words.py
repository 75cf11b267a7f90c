"""The skills of a resume, what is asked for most first, with what stands behind each in a few words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
_SHORT = 60  # characters of a course's name


def shown_skills(
    here: Situation,
    written: WrittenOut,
    held: Sequence[Holding],
    shown: Collection[str],
    decided: Mapping[str, bool],
    levels: Collection[str],
) -> tuple[tuple[CvSkill, ...], tuple[LeftOff, ...]]:
    """(skills of a resume, those that the person left off).

    A skill is shown when something on the resume stands behind it, when the person said here that they have it, or when the target asks for
    what they list. What is only listed stands among the person's own lines in any case; what only follows from a narrower skill is nothing
    that they said.

    Args:
        here: the person and what the target's ads ask for.
        written: what documents say.
        held: credentials that are on the resume.
        shown: cards of the entries that are on it.
        decided: the person's word, by card.
        levels: skills whose level the person says; the others' is a judgement of the program, and no word of theirs.
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
        if decided.get(card) is False:
            off.append(by_your_word(card, label))
        elif words or EvidenceKind.STATED in kinds or (asked and kinds) or decided.get(card):
            level = person.level.value if skill in levels and person.level is not SkillLevel.UNKNOWN else ""
            expected = demand[skill].expected if skill in demand else 0.0
            order = (-asked.value if asked else 0.0, -expected, -_strength(person), label.casefold())
            found.append((order, CvSkill(skill, label, level, words, asked)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0])), tuple(off)


def _strength(held: HeldSkill) -> int:
    return max(_KINDS.index(e.kind) for e in held.evidence)


def _words(skill: HeldSkill, written: WrittenOut, held: Sequence[Holding], shown: Collection[str]) -> Iterator[str]:
    """What on the resume stands behind a skill, strongest first."""
    for evidence in skill.evidence:
        if evidence.kind is EvidenceKind.CERTIFIED:
            yield from (h.name for h in held if h.where == evidence.where and h.name in evidence.quote)
        elif evidence.where.startswith(PROJECT):
            if evidence.where.removeprefix(PROJECT) in shown:
                yield f"project {evidence.quote}"
        elif (entry := written.named.get(evidence.where)) is not None:
            if entry.card in shown:
                yield from _of_entry(evidence, entry, written)
        elif evidence.kind is EvidenceKind.COURSE and len(evidence.quote) <= _SHORT:
            yield f"course {evidence.quote}"


def _of_entry(evidence: SkillEvidence, entry: CvEntry, written: WrittenOut) -> Iterator[str]:
    name = entry.title or entry.organisation
    if not name:
        return
    if evidence.kind is EvidenceKind.USED:
        yield f"used as {name}" if entry.title else f"used at {name}"
    elif evidence.kind is EvidenceKind.COURSE:
        yield f"studied: {name}"
    elif evidence.kind is EvidenceKind.PROJECT:
        volunteer = any(entry.card == each.card for each in written.volunteer)
        yield f"volunteering as {name}" if volunteer and entry.title else f"project {name}"
