"""Low effort: it takes a day, or only clicking through; better kept off the resume."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, cite_fact, found_empty
from credlens.evaluate.criteria.assessment_rigour import NOT_JUDGED, ways
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.wanted import demanded, named_by_ads
from credlens.model import naming
from credlens.model.credential import Assessment, AssessmentType, Credential, Supervision
from credlens.model.gap import Evidence

HOURS = 10
UNSUPERVISED = frozenset({Supervision.UNSUPERVISED_NO_ID, Supervision.UNSUPERVISED_WITH_ID})


def check(case: Case) -> Verdict:
    """Fires under 10 hours of work, or when only attendance or a repeatable, unsupervised quiz is required.

    Not where a supervised exam stands at the end of those hours, nor where ads, a regulator or employers ask for it as such;
    where only its provider claims that they do, it cannot be told.
    """
    answers = {"workload": _short(case.credential), "assessment": _effortless(case.credential)}
    evidence = cite_fact("workload", case.credential.hours) + cite_fact("supervision", case.credential.supervision)
    evidence += tuple(
        Evidence(f"assessment: {naming.assessment(p.type)}", s) for p in case.credential.assessment for s in p.sources
    )
    evidence += cite("no assessment", found_empty(case.credential, "assessment") or ())
    yes = [words for answer, words in answers.values() if answer]
    named = named_by_ads(case)
    wanted, confirmed = (named, True) if named else demanded(case)
    if yes and wanted:
        return (clear if confirmed else cannot_tell)(f"{'; '.join(yes)}; but {wanted}", evidence)
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
    words = f"{_h(least)} h of work" if least == most else f"{_h(least)} to {_h(most)} h of work"
    if most < HOURS and _watched(credential) and any(_repeatable(p) is False for p in credential.assessment):
        return False, f"{words}, and a supervised assessment that checks who takes it"
    if most < HOURS:
        return True, f"{words}, less than {HOURS}"
    return (False, words) if least >= HOURS else (None, f"{words}, on both sides of {HOURS}")


def _h(hours: float) -> str:
    """Whole hours from the threshold on; below it as they are, so that 9.9 does not read as 10."""
    return f"{hours:.0f}" if hours >= HOURS else f"{hours:.3g}"


def _effortless(credential: Credential) -> tuple[bool | None, str]:
    if not credential.assessment:
        nothing = found_empty(credential, "assessment") is not None
        return (True, "nothing is assessed") if nothing else (None, "how it is assessed is not known")
    parts = [_easy(way) for way in ways(credential.assessment)]
    supervision = credential.supervision.candidates()
    unsupervised = [s in UNSUPERVISED for s in supervision]
    if all(easy is False for easy in parts):
        return False, "more is required than attendance or a quiz that can be repeated without limit"
    if supervision and not any(unsupervised):
        return False, "the assessment is supervised"
    if False in parts:
        more = ", ".join(dict.fromkeys(p.condition for p in credential.assessment if p.condition))
        return None, f"more than attendance or a quiz is required only under a condition ({more})"
    if None in parts or not supervision or not all(unsupervised):
        return None, "whether the quiz can be repeated without limit and unsupervised is not known"
    return True, "only attendance or a quiz that can be repeated without limit, and nobody supervises it"


def _easy(parts: tuple[Assessment, ...]) -> bool | None:
    """Whether these parts together take no more than being there and clicking; one that takes more is enough."""
    found = [_repeatable(p) for p in parts]
    return False if False in found else None if None in found else True


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
