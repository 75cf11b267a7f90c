"""Questions about what has to be shown for it, who looks at that, and how others can check it."""

from __future__ import annotations

from credlens.catalog.interview.question import Fields, Kind, Question, Said, choices
from credlens.model.credential import Assessment, AssessmentType, Grader, Supervision, Verification

_TYPES = {
    "attendance": AssessmentType.ATTENDANCE,
    "quiz": AssessmentType.QUIZ,
    "assignment": AssessmentType.MARKED_ASSIGNMENT,
    "project": AssessmentType.PROJECT,
    "portfolio": AssessmentType.PORTFOLIO,
    "exam": AssessmentType.WRITTEN_EXAM,
    "practical": AssessmentType.PRACTICAL,
    "oral": AssessmentType.ORAL_EXAM,
}
_JUDGED = tuple(name for name in _TYPES if name != "attendance")
_UNLIMITED = 0  # as model.credential.Assessment writes it


def _assessment(said: Said) -> Fields:
    named = said.many("assessment")
    # One answer speaks of all that is marked. Quizzes mark themselves beside anything else, so they take it only when they are alone.
    marked = [n for n in named if n not in {"attendance", "quiz"}] or [n for n in named if n == "quiz"]
    grader = said.text("grader")
    attempts = _attempts(said)
    return {
        "assessment": tuple(
            Assessment(
                _TYPES[name],
                said.sources,
                grader=Grader(grader) if grader and name in marked else None,
                attempts=attempts if name != "attendance" else None,
            )
            for name in named
        )
    }


def _attempts(said: Said) -> int | None:
    retakes = said.text("retakes")
    if retakes == "limited":
        number = said.number("attempts")
        return None if number is None else int(number)
    return {"once": 1, "unlimited": _UNLIMITED}.get(retakes)


def _supervision(said: Said) -> Fields:
    chosen = said.text("supervision")
    return {"supervision": said.fact(Supervision(chosen) if chosen else None)}


def _verification(said: Said) -> Fields:
    chosen, note = said.text("verification"), ""
    if chosen == "open_badge":
        chosen = said.text("badge_version")
        if not chosen:
            chosen, note = "open_badge_2", "which version is not known; the one that proves less is assumed"
    return {"verification": said.fact(Verification(chosen) if chosen else None, note=note)}


QUESTIONS = (
    Question(
        "assessment",
        "What do you have to do to get it? Is there a final project?",
        "since what somebody has to show decides what it proves",
        Kind.CHOICES,
        choices(
            ("attendance", "nothing, or being there to the end"),
            ("quiz", "quizzes"),
            ("assignment", "assignments that are marked"),
            ("project", "a final project"),
            ("portfolio", "a portfolio of your work"),
            ("exam", "a written exam"),
            ("practical", "a practical exam: doing the work"),
            ("oral", "an oral exam"),
        ),
        like="project, exam",
        fields=_assessment,
    ),
    Question(
        "grader",
        "Who decides whether it is good enough?",
        "since a project counts for more when an expert judges it than when other learners do",
        Kind.CHOICE,
        choices(
            ("auto", "a machine"),
            ("peer", "other learners"),
            ("tutor", "a teacher or tutor"),
            ("external_expert", "an expert from outside"),
        ),
        follows="assessment",
        opened_by=_JUDGED,
    ),
    Question(
        "retakes",
        "How often may you try?",
        "since what can be repeated without limit proves less",
        Kind.CHOICE,
        choices(("once", "once"), ("limited", "a limited number of times"), ("unlimited", "as often as you like")),
        follows="assessment",
        opened_by=_JUDGED,
    ),
    Question(
        "attempts",
        "How many times in all?",
        "so that the scorecard can say it",
        Kind.NUMBER,
        unit="times",
        like="3",
        follows="retakes",
        opened_by=("limited",),
    ),
    Question(
        "supervision",
        "Does anybody watch you while you are assessed, or check who you are?",
        "since an employer wants to know that it was you",
        Kind.CHOICE,
        choices(
            (Supervision.UNSUPERVISED_NO_ID.value, "neither"),
            (Supervision.SUPERVISED_NO_ID.value, "somebody watches, nobody checks who I am"),
            (Supervision.UNSUPERVISED_WITH_ID.value, "it is checked who I am, nobody watches"),
            (Supervision.SUPERVISED_WITH_ID.value, "both"),
        ),
        fields=_supervision,
    ),
    Question(
        "verification",
        "How can an employer check that yours is genuine? Is there a badge?",
        "since what nobody can check has to be believed",
        Kind.CHOICE,
        choices(
            ("none", "not at all"),
            ("pdf", "by looking at a PDF or paper"),
            ("login_page", "on a page behind a login"),
            ("public_page", "on a public page of the issuer"),
            ("credly", "by a badge on Credly"),
            ("open_badge", "by an Open Badge"),
        ),
        fields=_verification,
    ),
    Question(
        "badge_version",
        "Which version of Open Badges?",
        "since version 3 is signed and can be checked without its host",
        Kind.CHOICE,
        choices(("open_badge_2", "version 2"), ("open_badge_3", "version 3")),
        follows="verification",
        opened_by=("open_badge",),
    ),
)
