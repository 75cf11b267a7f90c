"""Low effort: it takes a day, or only clicking through; better kept off the resume."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact
from credlens.evaluate.criteria.assessment_rigour import NOT_JUDGED
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model.credential import Assessment, AssessmentType, Credential, Supervision
from credlens.model.gap import Evidence

HOURS = 10
UNSUPERVISED = frozenset({Supervision.UNSUPERVISED_NO_ID, Supervision.UNSUPERVISED_WITH_ID})


def check(case: Case) -> Verdict:
    """Fires under 10 hours of work, or when only attendance or a repeatable, unsupervised quiz is required."""
    answers = {"workload": _short(case.credential), "assessment": _effortless(case.credential)}
    evidence = cite_fact("workload", case.credential.hours) + cite_fact("supervision", case.credential.supervision)
    evidence += tuple(Evidence(f"assessment: {p.type.value}", s) for p in case.credential.assessment for s in p.sources)
    yes = [words for answer, words in answers.values() if answer]
    if yes:
        return fires("better kept off the resume: " + "; ".join(yes), evidence)
    open_questions = [name for name, (answer, _) in answers.items() if answer is None]
    if open_questions == ["workload"] and _watched(case.credential):
        return clear("the workload is not certain, but the assessment is supervised and checks who takes it", evidence)
    if open_questions:
        return cannot_tell("; ".join(answers[name][1] for name in open_questions), evidence)
    return clear("; ".join(words for _, words in answers.values()), evidence)


def _short(credential: Credential) -> tuple[bool | None, str]:
    hours = credential.hours.candidates()
    if not hours:
        return None, "the workload is not known"
    least, most = min(h.min for h in hours), max(h.max for h in hours)
    words = f"{least:g} h of work" if least == most else f"{least:g} to {most:g} h of work"
    if most < HOURS:
        return True, f"{words}, less than {HOURS}"
    return (False, words) if least >= HOURS else (None, f"{words}, on both sides of {HOURS}")


def _effortless(credential: Credential) -> tuple[bool | None, str]:
    if not credential.assessment:
        return None, "how it is assessed is not known"
    parts = [_repeatable(p) for p in credential.assessment]
    supervision = credential.supervision.candidates()
    unsupervised = [s in UNSUPERVISED for s in supervision]
    if False in parts:
        return False, "more is required than attendance or a quiz that can be repeated without limit"
    if supervision and not any(unsupervised):
        return False, "the assessment is supervised"
    if None in parts or not supervision or not all(unsupervised):
        return None, "whether the quiz can be repeated without limit and unsupervised is not known"
    return True, "only attendance or a quiz that can be repeated without limit, and nobody supervises it"


def _watched(credential: Credential) -> bool:
    """Whether it is surely assessed under supervision with an identity check: that takes effort, whatever the hours."""
    seen = credential.supervision.candidates()
    return bool(seen) and all(s is Supervision.SUPERVISED_WITH_ID for s in seen)


def _repeatable(part: Assessment) -> bool | None:
    if part.type in NOT_JUDGED:
        return True
    if part.type is not AssessmentType.QUIZ:
        return False
    return None if part.attempts is None else part.attempts == 0


FLAG = RedFlag(
    id="low_effort",
    question="Is it had for a few hours, or for clicking through?",
    reference="Ten hours, and repeatable unsupervised quizzes as the lowest step of the rigour scale: a judgement of "
    "this project.",
    check=check,
    gates=True,
)
