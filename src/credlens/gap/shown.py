"""How far a skill is shown: by what evidence, at which level, and how long ago."""

from __future__ import annotations

from datetime import date

from credlens.model.demand import SkillDemand
from credlens.model.person import EvidenceKind, HeldSkill
from credlens.model.skill import Skill, SkillKind, SkillLevel

ENOUGH = 0.7  # a skill shown at least this far is not a gap
UNUSED_YEARS = 5  # a skill not used for so many years is stale, when nobody says what kind of skill it is
UNUSED_TOOL_YEARS = 3  # the same for a tool, which changes under its users' hands
UNUSED_KNOWLEDGE_YEARS = (
    6  # the same for knowledge and for what one can do, which outlast the tools they were learnt with
)
A_LEVEL = 0.2  # how much less is shown for each level below the one that an ad asks for

# How far each level counts as shown. Judgements, not measurements: the person's own correction overrules them.
_SHOWN = {
    SkillLevel.UNKNOWN: 0.5,
    SkillLevel.BEGINNER: 0.5,
    SkillLevel.INTERMEDIATE: 0.85,
    SkillLevel.ADVANCED: 1.0,
    SkillLevel.EXPERT: 1.0,
}
_IMPLIED = 0.4  # shown only through a narrower skill (Tableau shows something of data visualisation)
_STALE = 0.9  # what is left of a stale skill: a little less, since most of it comes back with use
_LONG_STALE = 0.8  # what is left after twice the time: an intermediate has to show it anew, an expert not yet
_WORDS_ONLY = frozenset({EvidenceKind.LISTED, EvidenceKind.STATED, EvidenceKind.IMPLIED})
_NAMED = frozenset({EvidenceKind.LISTED, EvidenceKind.IMPLIED})
_SOLID = frozenset({EvidenceKind.USED, EvidenceKind.PROJECT, EvidenceKind.CERTIFIED})
_LEVELS = tuple(SkillLevel)


def shown(held: HeldSkill | None) -> float:
    """How far a skill is shown by its evidence and level, in [0, 1]."""
    if held is None:
        return 0.0
    kinds = _kinds(held)
    if EvidenceKind.STATED in kinds and held.level in (SkillLevel.UNKNOWN, SkillLevel.INTERMEDIATE):
        return 1.0
    if kinds == {EvidenceKind.IMPLIED}:
        return _IMPLIED
    return _SHOWN[held.level]


def shown_to(held: HeldSkill | None, asked: SkillDemand, skill: Skill, today: date) -> float:
    """How far a skill is shown to the ads that ask for it, in [0, 1]: the mean over them.

    To an ad that does not say how far, it is shown as far as :func:`shown` says; to one whose level is reached, fully; to one that asks
    for more, by a fifth less for each level that is missing. Staleness lowers all of it a little.

    Args:
        held: what the person can show of it.
        asked: the demand for it.
        skill: the skill, whose kind says how fast it ages.
        today: the day to reckon from.
    """
    base = shown(held)
    if held is None or base == 0.0:
        return 0.0
    ads = max(asked.share.k, sum(n for _, n in asked.levels))
    if asked.levels and level_known(held):
        told = sum(n * _to_level(base, held.level, level) for level, n in asked.levels)
        base = (told + base * (ads - sum(n for _, n in asked.levels))) / ads
    return base * _freshness(held, skill, today)


def level_gap(held: HeldSkill | None, asked: SkillDemand) -> int | None:
    """Levels between what is held and what at least half of the ads that say how far would be content with; 0 when it suffices.

    None when no ad says how far, nothing is held, or the level that is held is not known.
    """
    if held is None or asked.level is SkillLevel.UNKNOWN or not level_known(held):
        return None
    return max(0, _steps(held.level, asked.level))


def level_known(held: HeldSkill) -> bool:
    """Whether anything says how far it is held: neither a narrower skill nor a list that makes everybody a beginner does."""
    kinds = _kinds(held)
    guessed = kinds <= {EvidenceKind.IMPLIED} or (held.level is SkillLevel.BEGINNER and kinds <= _NAMED)
    return held.level is not SkillLevel.UNKNOWN and not guessed


def stale(held: HeldSkill | None, skill: Skill, today: date) -> date | None:
    """The last day it was used, when that is too long ago to be taken for granted; None else, and when nobody knows the day.

    Years of disuse cost skill, the more the longer (Arthur, Bennett, Stanush and McNelly 1998, Human Performance 11, 57-101); how many
    years are too many is a judgement. Five is the middle: tools age faster, since they change themselves, and knowledge slower.
    """
    last = held.last_used if held else None
    return last if last is not None and _unused(last, today) >= _patience(skill) else None


def unproven(held: HeldSkill | None) -> bool:
    """Whether a skill is known and there is nothing to show for it: only a list, a narrower skill or the person's word."""
    return held is not None and bool(held.evidence) and _kinds(held) <= _WORDS_ONLY


def solid(held: HeldSkill | None) -> bool:
    """Whether work, a project or a credential stands behind it."""
    return held is not None and bool(_kinds(held) & _SOLID)


def masters(held: HeldSkill, wanted: SkillLevel) -> bool:
    """Whether it is held at least as far as wanted; as an advanced user or better when nobody says how far."""
    least = SkillLevel.ADVANCED if wanted is SkillLevel.UNKNOWN else wanted
    return level_known(held) and _steps(held.level, least) <= 0


def _kinds(held: HeldSkill) -> set[EvidenceKind]:
    return {e.kind for e in held.evidence}


def _steps(held: SkillLevel, wanted: SkillLevel) -> int:
    return _LEVELS.index(wanted) - _LEVELS.index(held)


def _to_level(base: float, held: SkillLevel, wanted: SkillLevel) -> float:
    steps = _steps(held, wanted)
    return 1.0 if steps <= 0 else base * (1 - A_LEVEL * steps)


def _freshness(held: HeldSkill, skill: Skill, today: date) -> float:
    last = stale(held, skill, today)
    if last is None:
        return 1.0
    return _LONG_STALE if _unused(last, today) >= 2 * _patience(skill) else _STALE


def _unused(last: date, today: date) -> float:
    return (today - last).days / 365.25


def _patience(skill: Skill) -> int:
    if skill.kind is None:
        return UNUSED_YEARS
    return UNUSED_TOOL_YEARS if skill.kind is SkillKind.TOOL else UNUSED_KNOWLEDGE_YEARS
