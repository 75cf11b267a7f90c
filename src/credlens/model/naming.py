"""What the scorecard's parts are called, so that every face calls them alike; and letters that are shown and do nothing else."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from credlens.model.credential import AssessmentType, Depth, Grader, Renewal, Supervision, Verification
from credlens.model.occupation import LawReach
from credlens.model.scorecard import CriterionValue

MOSTLY_UNKNOWN = 0.5  # a value that may lie anywhere in half of the scale says more about us than about the credential

LEVEL = 0.0005  # of the scale: what is nearer prints as 0.0 points apart

_CRITERIA = {
    "assessment_rigour": "how hard it is to pass",
    "supervision": "supervision and identity",
    "recognition": "named by employers",
    "quality_assurance": "outside quality check",
    "endorsement_credit": "endorsed, or worth credit",
    "transferability": "useful beyond one tool",
    "verifiability": "others can check it",
    "stackability": "counts towards more",
    "durability": "how long it lasts",
    "cost": "cost for you",
    "time": "time for you",
    "gap_coverage": "closes your gap",
}

_FLAGS = {
    "beginner_for_expert": "beginner's level for an expert",
    "expired_held": "yours has expired",
    "verifier_dead": "dead page for checking it",
    "accreditation_not_listed": "accreditation that no register lists",
    "legally_required": "demand of the law",
}

_GROUPS = {"quality": "Quality: can it be trusted, and by whom", "suitability": "Suitability: what it means for you"}

SUPERVISION = {
    Supervision.UNSUPERVISED_NO_ID: "no supervision, no identity check",
    Supervision.SUPERVISED_NO_ID: "supervised, no identity check",
    Supervision.UNSUPERVISED_WITH_ID: "identity checked, no supervision",
    Supervision.SUPERVISED_WITH_ID: "supervised, identity checked",
}

DEPTHS = {
    Depth.CORE: "a main subject",
    Depth.PART: "one unit among several",
    Depth.TOUCHED: "touched, little more",
}

ASSESSMENT = {
    AssessmentType.QUIZ: "quizzes",
    AssessmentType.ATTENDANCE: "attendance only",
    AssessmentType.PEER_ASSESSMENT: "assessment by peers",
    AssessmentType.PEER_REVIEW: "review by peers",
}

GRADERS = {
    Grader.AUTO: "marked by machine",
    Grader.PEER: "marked by other learners",
    Grader.TUTOR: "marked by a tutor",
    Grader.EXTERNAL_EXPERT: "marked by an outside expert",
    Grader.PSYCHOMETRIC: "under a psychometric scheme",
}

VERIFICATION = {
    "none": "no: nothing to check",
    "pdf": "no: a PDF alone cannot be checked",
    "login_page": "only behind a login",
    "public_page": "yes, on a public page",
    "open_badge_2": "yes, an Open Badge 2",
    "open_badge_3": "yes, a signed Open Badge 3",
    "credly": "yes, a Credly badge",
}

RENEWAL = {
    "retest": "sitting the exam again",
    "renewal_exam": "passing an exam made for renewal",
    "continuing_education": "proof of continuing education",
    "fee": "paying a fee",
    "free_assessment": "passing a free assessment",
    "higher_exam": "passing a higher exam",
}

# What would move the cursor, colour the screen or turn the direction of writing has no place in a text that is only shown.
_CONTROLS = (
    *range(9),
    *range(11, 32),
    *range(127, 160),
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_HARMLESS = dict.fromkeys(_CONTROLS, "\ufffd")


def plain(identifier: str) -> str:
    """An identifier as words: "gap_coverage" becomes "gap coverage"."""
    return identifier.replace("_", " ").replace("-", " ").strip()


def value(of: Any) -> str:
    """A fact's value as words: truth values, lists of names and what the model enumerates; the rest says itself."""
    if isinstance(of, bool):
        return "yes" if of else "no"
    if isinstance(of, Supervision):
        return SUPERVISION[of]
    if isinstance(of, StrEnum):
        return plain(of.value)
    if isinstance(of, Renewal):
        cost = f", {of.currency} {of.cost:,f}" if of.cost is not None else ""
        hours = f", {of.hours:g} h" if of.hours is not None else ""
        return f"{renewal(of.method)}{cost}{hours}"
    if isinstance(of, Verification):
        return verification(of)
    return ", ".join(map(value, of)) if isinstance(of, tuple) else str(of)


def renewal(method: str) -> str:
    """What renewing takes."""
    return RENEWAL.get(method, plain(method))


def verification(of: Verification) -> str:
    """Whether somebody else can check it, and where."""
    return VERIFICATION.get(of.format, plain(of.format)) + (f" ({of.host})" if of.host else "")


def assessment(kind: AssessmentType) -> str:
    """A kind of assessment."""
    return ASSESSMENT.get(kind, plain(kind.value))


def criterion(identifier: str) -> str:
    """What a criterion is called, in the middle of a sentence."""
    return _CRITERIA.get(identifier, plain(identifier))


def flag(identifier: str) -> str:
    """What a red flag is called, in the middle of a sentence."""
    return _FLAGS.get(identifier, plain(identifier))


def group(identifier: str) -> str:
    """What a group of criteria asks."""
    return _GROUPS.get(identifier, plain(identifier))


def harmless(text: str) -> str:
    """The text with every control character made visible; tabs and line ends stay."""
    return text.translate(_HARMLESS)


def unknown(value: CriterionValue) -> bool:
    """Whether a value is drawn as unknown: hardly anything is known of it, or somebody could look it up and has not."""
    return _mostly(value) or (bool(value.look_up) and value.high > value.low)


def _mostly(value: CriterionValue) -> bool:
    return value.high - value.low >= MOSTLY_UNKNOWN


def interval(value: CriterionValue) -> str:
    """A value on the scale of 0 to 100 in words: "55", "between 10 and 30", "unknown: between 0 and 70"."""
    low, high = f"{value.low * 100:.0f}", f"{value.high * 100:.0f}"
    if low == high:
        return low
    sign = "unknown: " if _mostly(value) else "partly unknown: " if unknown(value) else ""
    return f"{sign}between {low} and {high}"


def level(lead: float) -> bool:
    """Whether two expected scores in [0, 1] are so near that their distance would print as nothing."""
    return lead < LEVEL


def ahead(lead: float) -> str:
    """By how much one expected score, in [0, 1], is ahead of another: "2.7 points ahead"; "level" when that would print as nothing."""
    return "level" if level(lead) else f"{lead * 100:.1f} points ahead"


def law_unknown(law: LawReach) -> str:
    """That nobody looked into the law of the place for an occupation that other places regulate; empty where it is known."""
    if not law.occupation:
        return ""
    where = f"in {law.place}" if law.place else "where you want to work"
    return (
        f"What the law demands of a {law.occupation.lower()} {where} is not known here; known are the rules of {', '.join(law.elsewhere)}. "
        "Ask the authority of the place before you pay for any course."
    )
