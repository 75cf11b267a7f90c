"""Assessment rigour: what does somebody have to do to get it, and who decides?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, ended
from credlens.evaluate.criteria.base import QUALITY, Anchor, Criterion, Finding, none_there
from credlens.evaluate.rates import percent
from credlens.evaluate.registers.accredited import examines_persons
from credlens.evaluate.registers.claimed import is_confirmed, look_at
from credlens.model import naming
from credlens.model.credential import Accreditation, Assessment, Credential, EvidenceClass, Grader
from credlens.model.credential import AssessmentType as Type

NOT_JUDGED = frozenset({Type.ATTENDANCE, Type.SELF_ASSESSMENT, Type.GUIDED_SELF_ASSESSMENT})
PROJECTS = frozenset({Type.PROJECT, Type.PORTFOLIO, Type.ARTEFACT, Type.PRESENTATION, Type.PROBLEM_BASED})
PERFORMED = frozenset({Type.PRACTICAL, Type.ORAL_EXAM})
EXPERTS = frozenset({Grader.TUTOR, Grader.EXTERNAL_EXPERT, Grader.PSYCHOMETRIC})

NONE, QUIZ, MARKED, EXAM, PROJECT, PERFORMANCE, SCHEME = 0.0, 0.25, 0.35, 0.55, 0.75, 0.85, 1.0
UNLIMITED_RETAKES = 0.1  # what they take off; a quiz that can be repeated without limit ends at 0.15
WEAK_CLASSES = (EvidenceClass.PARTICIPATION, EvidenceClass.COMPLETION)


def value(case: Case) -> Finding:
    """The best required part on the scale, less 0.1 where it can be repeated without limit.

    Unknown attempts or an unknown grader leave an interval. An accredited certification of persons reaches 1; where only
    its provider or the person says that it is one, the interval runs from what the assessment gives by itself to that. What is
    judged of a group says no more of one of its members than peer work. Parts that are taken under different conditions
    are alternatives: nobody sees which one a holder took, so the interval spans them. Pass mark and share of those who
    pass are shown and not counted: both say as much of who comes as of how hard it is. 0 where somebody looked and found
    that nothing is assessed.
    """
    credential = case.credential
    schemes = [a for a in credential.accreditation if examines_persons(a) and not ended(a.until, case.today)]
    evidence = tuple(e for a in schemes for e in cite(f"scheme accredited {_standard(a)}by {a.body}", a.sources))
    evidence += tuple(e for part in credential.assessment for e in cite(_words(part), part.sources))
    nothing = none_there(credential, "assessment", "assessment")
    if not credential.assessment and nothing is not None:
        return nothing
    confirmed = any(is_confirmed(case, a) for a in schemes)
    best = _judged(credential, confirmed)
    if schemes and not confirmed:
        claimed = _judged(credential, accredited=True)
        because = f"{best.words}; said to be an accredited scheme, {look_at(case, schemes[0])}"
        best = Anchor(min(best.low, claimed.low), max(best.high, claimed.high), because)
    if nothing is not None:
        return Finding(0.0, best.high, f"sources disagree: {best.words} / nothing is assessed", evidence)
    return Finding(best.low, best.high, best.words, evidence)


def _judged(credential: Credential, accredited: bool) -> Anchor:
    """What the recorded assessment is worth, within an accredited certification of persons or without one."""
    if not credential.assessment:
        return _unknown(credential, accredited)
    rungs = [_best(parts, accredited) for parts in ways(credential.assessment)]
    best = max(rungs, key=lambda r: (r.high, r.low, r.words))
    return Anchor(min(r.low for r in rungs), best.high, f"the most demanding part is: {best.words}")


def _standard(accreditation: Accreditation) -> str:
    return f"to {accreditation.standard} " if accreditation.standard else ""


def ways(parts: tuple[Assessment, ...]) -> list[tuple[Assessment, ...]]:
    """The sets of parts that somebody may have taken: what always holds, with each of the conditions in turn.

    A single condition beside parts without one may not have been met; alone it is all that is known.
    """
    always = tuple(p for p in parts if not p.condition)
    conditions = sorted({p.condition for p in parts if p.condition})
    each = [(*always, *(p for p in parts if p.condition == c)) for c in conditions]
    return [always, *each] if always and len(conditions) < 2 else each


def _best(parts: tuple[Assessment, ...], accredited: bool) -> Anchor:
    """Where somebody stands who took all of these."""
    rungs = [_rung(part, accredited) for part in parts] + _exam_and_project(parts)
    best = max(rungs, key=lambda r: (r.high, r.low, r.words))
    return Anchor(max(r.low for r in rungs), best.high, best.words)


def _unknown(credential: Credential, accredited: bool) -> Anchor:
    if accredited:
        return Anchor(EXAM, SCHEME, "the accredited scheme demands an examination; what it looks like is not recorded")
    classes = credential.evidence_class.candidates()
    if (classes and all(c in WEAK_CLASSES for c in classes)) or credential.kind.get("") == "CertificateOfCompletion":
        words = "how it is assessed is not known; as proof of completion it reaches 35 of 100 at most"
        return Anchor(NONE, MARKED, words)
    return Anchor(NONE, PERFORMANCE, "how it is assessed is not known: 0 to 85 of 100 is possible")


def _rung(part: Assessment, accredited: bool) -> Anchor:
    """Where one required part stands."""
    low, high = _by_type(part)
    if accredited and high >= EXAM:
        return _less_retakes(SCHEME, SCHEME, f"{_words(part)}, in an accredited scheme", part)
    return _less_retakes(low, high, _words(part), part)


def _by_type(part: Assessment) -> tuple[float, float]:
    low, high = _alone(part)
    return (min(low, MARKED), min(high, MARKED)) if part.group else (low, high)


def _alone(part: Assessment) -> tuple[float, float]:
    """Where a part stands that everybody takes alone; one of which nobody says that a group takes it is such a part."""
    if part.type in NOT_JUDGED:
        return (NONE, NONE)
    if part.type is Type.QUIZ:
        return (QUIZ, QUIZ)
    if part.type is Type.WRITTEN_EXAM:
        return (EXAM, EXAM)
    if part.type in PERFORMED:
        return (PERFORMANCE, PERFORMANCE)
    if part.type in PROJECTS:
        surely, perhaps = part.grader in EXPERTS, part.grader in EXPERTS or part.grader is None
        return (PROJECT if surely else MARKED, PROJECT if perhaps else MARKED)
    return (MARKED, MARKED)


def _exam_and_project(parts: tuple[Assessment, ...]) -> list[Anchor]:
    """An exam and a project that an expert judges, both required, count as much as a practical examination."""
    exams = [p for p in parts if p.type is Type.WRITTEN_EXAM and not p.group]
    projects = [p for p in parts if p.type in PROJECTS and _by_type(p)[1] == PROJECT]
    return [
        _less_retakes(PERFORMANCE if p.grader in EXPERTS else EXAM, PERFORMANCE, f"{_words(e)} and {_words(p)}", e, p)
        for e in exams
        for p in projects
    ]


def _less_retakes(low: float, high: float, words: str, *parts: Assessment) -> Anchor:
    if high == NONE:
        return Anchor(low, high, words)
    surely = any(p.attempts == 0 for p in parts)
    perhaps = surely or any(p.attempts is None for p in parts)
    return Anchor(
        round(low - UNLIMITED_RETAKES * perhaps, 2) if low else low, round(high - UNLIMITED_RETAKES * surely, 2), words
    )


def _words(part: Assessment) -> str:
    grader = "" if part.grader is None else f" ({naming.GRADERS[part.grader]})"
    attempts = {None: "attempts not known", 0: "unlimited attempts", 1: "one attempt"}.get(
        part.attempts, f"{part.attempts} attempts"
    )
    more = [f"pass mark {part.pass_mark:g} %"] if part.pass_mark is not None else []
    more += [f"{percent(part.pass_rate)} pass"] if part.pass_rate is not None else []
    more += ["in a group"] if part.group else []
    more += [part.condition] if part.condition else []
    return ", ".join([f"{naming.assessment(part.type)}{grader}, {attempts}", *more])


CRITERION = Criterion(
    id="assessment_rigour",
    group=QUALITY,
    default_weight=0.18,
    question="What does somebody have to do to get it, and who decides whether it is good enough?",
    reference=(
        "Types of assessment: European Learning Model v3; certification of persons: ISO/IEC 17024, NCCA. The order "
        "follows them, the distances (attendance 0, unlimited quiz 0.15, marked or peer work 0.35, exam 0.55, project "
        "judged by an expert 0.75, practical or exam and project 0.85, accredited scheme 1) are a judgement of this "
        "project."
    ),
    value=value,
    reads=("assessment", "accreditation"),
)
