"""Beginner's credential for an expert: it shows less than the person can show already."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, unknown_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model.credential import CredentialLevel, Depth
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.person import HeldSkill
from credlens.model.skill import SkillLevel

EXPERT_LEVELS = (SkillLevel.ADVANCED, SkillLevel.EXPERT)
MOST = 0.5  # so many of its core skills, at least


def check(case: Case) -> Verdict:
    """Fires when a beginner's credential is about skills that the person mostly shows at an advanced level."""
    level, core = case.credential.level, [t.skill for t in case.credential.skills if t.depth is Depth.CORE]
    levels = level.candidates()
    if levels and CredentialLevel.BEGINNER not in levels:
        return clear(f"it is made for {levels[0].value} learners", cite_fact("level", level))
    if not core:
        return cannot_tell("its core skills are not known", cite_fact("level", level))
    held = [case.person.skills[s] for s in core if s in case.person.skills and s not in case.person.refused]
    shown = [h for h in held if h.level in EXPERT_LEVELS]
    perhaps = [h for h in held if h.level is SkillLevel.UNKNOWN]
    evidence = cite_fact("level", level) + tuple(e for h in shown for e in _evidence(h))
    if (len(shown) + len(perhaps)) / len(core) < MOST:
        return clear(f"{len(shown)} of its {len(core)} core skills are shown at an advanced level or above", evidence)
    if len(shown) / len(core) < MOST:
        return cannot_tell(f"how far {_labels(case, perhaps)} reaches is not known", evidence)
    if not level.known:
        return cannot_tell(
            f"{unknown_words('its level', level)}, and {_labels(case, shown)} is shown at an advanced level or above already",
            evidence,
        )
    words = f"it is made for beginners, and {_labels(case, shown)} is shown at an advanced level or above already"
    return fires(f"{words}: on a resume it hurts more than it helps", evidence)


def _labels(case: Case, held: list[HeldSkill]) -> str:
    return ", ".join(case.taxonomy[h.skill].label if h.skill in case.taxonomy else h.skill for h in held)


def _evidence(held: HeldSkill) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(f"{held.skill} ({held.level.value}): {e.quote}", Source(Method.PARSED, note=e.where))
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
