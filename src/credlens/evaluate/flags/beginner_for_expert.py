"""Beginner's credential for an expert: it shows less than the person can show already."""

from __future__ import annotations

from datetime import date

from credlens.evaluate.breadth import NARROWER, label
from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, unknown_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.wanted import mostly_named
from credlens.model.credential import CredentialLevel, Depth
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.person import HeldSkill
from credlens.model.skill import SkillLevel

EXPERT_LEVELS = (SkillLevel.ADVANCED, SkillLevel.EXPERT)
HALF = 0.5  # so much of its core skills, at least
STEP_DOWN = (
    "may read as a step down; one small pilot found that an online certificate harmed profiles with five years of work"
)
PILOT = Evidence(
    "an online course certificate helped made-up web developers with one year of work and harmed those with five",
    Source(
        Method.READ,
        "https://education.uci.edu/ucisoe_news/aefp_rivas",
        date(2018, 3, 15),
        "Rivas & Baker, abstract of a conference paper: a pilot with people who were no employers; how many is not said there",
    ),
)


def check(case: Case) -> Verdict:
    """Fires when a beginner's credential is about skills that the person shows at an advanced level.

    Half of the core skills is enough. A narrower skill shows half of a core skill (cloud computing by AWS). Not where 30 %
    of the ads ask for the credential by name; a single one among many asks for less than what the person can show.
    """
    level, core = case.credential.level, [t.skill for t in case.credential.skills if t.depth is Depth.CORE]
    levels = level.candidates()
    if levels and CredentialLevel.BEGINNER not in levels:
        return clear(f"it is made for {levels[0].value} learners", cite_fact("level", level))
    if not core:
        return cannot_tell("its core skills are not known", cite_fact("level", level))
    found = [f for s in core if (f := _best(case, s))]
    shown = [h for h, _ in found if h.level in EXPERT_LEVELS]
    perhaps = [h for h, _ in found if h.level is SkillLevel.UNKNOWN]
    partly = sum(part < 1 for _, part in found)
    surely = sum(part for h, part in found if h.level in EXPERT_LEVELS) / len(core)
    evidence = cite_fact("level", level) + tuple(e for h in shown for e in _evidence(case, h))
    if surely + len(perhaps) / len(core) < HALF:
        words = f"{len(shown)} of its {len(core)} core skills are shown at an advanced level or above"
        return clear(f"{words}{f', {partly} of them in part, by a narrower skill' if partly else ''}", evidence)
    named, words = mostly_named(case)
    if named:
        return clear(f"{words}, so it is no step down", evidence)
    if surely < HALF:
        return cannot_tell(f"how far {_labels(case, perhaps)} reaches is not known", evidence)
    if not level.known:
        return cannot_tell(
            f"{unknown_words('its level', level)}, and {_shown(case, shown)} at an advanced level or above already",
            evidence,
        )
    shows = f"it is made for beginners, and {_shown(case, shown)} at an advanced level or above already"
    if named is None:
        return cannot_tell(f"{shows}; but {words}: too few ads to say whether it is what they want", evidence)
    return fires(f"{shows}: on a resume it {STEP_DOWN}", (*evidence, PILOT))


def _best(case: Case, skill: str) -> tuple[HeldSkill, float] | None:
    """What the person shows of a skill, and how much of it: all by the skill itself, a part by a narrower one at an advanced level."""
    skills = {s: h for s, h in sorted(case.person.skills.items()) if s not in case.person.refused}
    own = skills.get(skill)
    if own is not None and own.level in EXPERT_LEVELS:
        return own, 1.0
    narrower = (h for s, h in skills.items() if s in case.taxonomy and skill in case.taxonomy[s].broader)
    part = next((h for h in narrower if h.level in EXPERT_LEVELS), None)
    if part is not None:
        return part, NARROWER
    return None if own is None else (own, 1.0)


def _shown(case: Case, held: list[HeldSkill]) -> str:
    return f"{_labels(case, held)} {'is' if len({h.skill for h in held}) == 1 else 'are'} shown"


def _labels(case: Case, held: list[HeldSkill]) -> str:
    return ", ".join(dict.fromkeys(label(case, h.skill) for h in held))


def _evidence(case: Case, held: HeldSkill) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(f"{label(case, held.skill)} ({held.level.value}): {e.quote}", Source(Method.PARSED, note=e.where))
        for e in held.evidence
    )


FLAG = RedFlag(
    id="beginner_for_expert",
    question="Does it show less than the person can show already?",
    reference=(
        "Rivas & Baker 2018, a pilot in which hirers judged made-up profiles: an online certificate helped those with "
        "one year of experience and harmed those with five. One small study; at least half of the core skills is a "
        "judgement of this project."
    ),
    check=check,
    gates=True,
)
