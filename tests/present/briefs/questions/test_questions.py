"""Questions come by rule from the facts, and so does all that is offered to answer them with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from credlens.model.brief import Brief
from credlens.model.credential import Assessment, AssessmentType, Credential, Renewal, Supervision, Validity
from credlens.model.fact import Fact, Method, Source
from credlens.model.gap import Evidence
from credlens.model.quantity import Share
from credlens.model.scorecard import Estimate, Flag, FlagState, Scorecard
from credlens.model.verification import Check, Outcome, Verdict
from credlens.present.briefs.questions import QUESTIONS
from credlens.present.notes import Notes

READ = Source(Method.READ, "https://provider.example/", date(2026, 10, 1))
EXAM = (Assessment(AssessmentType.WRITTEN_EXAM, (READ,)),)


def asked(brief: Brief) -> set[str]:
    return {name for name in QUESTIONS if QUESTIONS[name].likely(brief)}


def answers(name: str, brief: Brief) -> list[str]:
    return [v.text for v in QUESTIONS[name].facts(brief, Notes(brief.made))]


def known(brief: Brief, **facts: object) -> Brief:
    changed: Credential = replace(brief.known, **facts)  # type: ignore[arg-type]
    return replace(brief, credential=changed)


def flagged(brief: Brief, flag: str) -> Brief:
    found = Flag(flag, FlagState.FIRES, "here is why", (Evidence("x", READ),))
    estimate = Estimate(0.5, 0.4, 0.6)
    return replace(brief, card=Scorecard(brief.id, estimate, estimate, (), (found,)))


def odd(brief: Brief) -> Brief:
    assert brief.badge is not None
    check = Check("issuer_name", Outcome.WARNING, "Whose name?", "It is called like a well-known one.")
    return replace(brief, badge=replace(brief.badge, report=replace(brief.badge.report, checks=(check,))))


def with_verdict(brief: Brief, verdict: Verdict) -> Brief:
    assert brief.badge is not None
    return replace(brief, badge=replace(brief.badge, verdict=verdict))


def lapsed(brief: Brief) -> Brief:
    assert brief.held is not None
    return replace(brief, held=replace(brief.held, expires="2026-03", until=date(2026, 3, 31)))


def supervised(brief: Brief) -> Brief:
    return known(brief, supervision=Fact(Supervision.SUPERVISED_WITH_ID, (READ,)), assessment=EXAM)


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("status", lambda b: with_verdict(b, Verdict.REVOKED)),
        ("status", odd),
        ("expired", lapsed),
        ("identity", lambda b: b),
        ("tests", lambda b: b),
        ("tests", lambda b: known(b, assessment=())),
        ("effort", lambda b: flagged(b, "low_effort")),
        ("level", lambda b: flagged(b, "beginner_for_expert")),
        ("vendor", lambda b: flagged(b, "too_narrow")),
        ("vendor", lambda b: replace(b, vendors={"sql": "Example Maker"})),
        ("closed", lambda b: b),
        ("known", lambda b: replace(b, aim=None)),
        ("current", lambda b: b),
        ("pace", lambda b: b),
        ("built", lambda b: b),
        ("why", lambda b: replace(b, held=None, badge=None)),
    ],
)
def test_a_question_is_expected_where_the_facts_call_for_it(
    rich_brief: Brief, question: str, change: Callable[[Brief], Brief]
) -> None:
    assert question in asked(change(rich_brief))


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("status", lambda b: b),
        ("status", lambda b: with_verdict(b, Verdict.AUTHENTIC_BUT_EXPIRED)),  # why it lapsed is asked instead
        ("expired", lambda b: b),
        ("identity", supervised),
        ("tests", supervised),
        ("effort", lambda b: b),
        ("level", lambda b: b),
        ("vendor", lambda b: b),
        ("closed", lambda b: replace(b, uncovered=())),
        ("closed", lambda b: replace(b, uncovered=None)),
        ("known", lambda b: b),  # ads name it
        ("current", lapsed),
        ("current", lambda b: known(b, validity=Fact(Validity(24), (READ,)))),
        ("built", lambda b: replace(b, held=None, badge=None)),
        ("hardest", lambda b: replace(b, held=None, badge=None)),
    ],
)
def test_a_question_is_not_expected_where_they_do_not(
    rich_brief: Brief, question: str, change: Callable[[Brief], Brief]
) -> None:
    assert question not in asked(change(rich_brief))


def test_who_was_not_watched_answers_with_what_can_be_shown(rich_brief: Brief) -> None:
    first, *rest = answers("identity", rich_brief)
    assert first == "Nothing but your word, as far as the assessment goes: no supervision, no identity check"
    assert rest == [
        "What you can show and explain instead: your project Shop report",
        "Databases, used in work: “Kept the customer database”",
    ]


def test_what_is_not_known_of_the_supervision_is_not_guessed(poor_brief: Brief) -> None:
    (value,) = QUESTIONS["identity"].facts(poor_brief, Notes(poor_brief.made))
    assert value.unknown
    assert value.text.startswith("Whether it was supervised is unknown")


def test_of_an_odd_name_the_answer_says_what_is_odd(rich_brief: Brief) -> None:
    (text,) = answers("status", odd(rich_brief))
    assert "It is called like a well-known one." in text
    assert "erified" not in text


def test_what_lapsed_is_owned_up_to(rich_brief: Brief) -> None:
    assert answers("expired", lapsed(rich_brief)) == ["It held until 2026-03; say so before you are asked"]
    by_fee = known(lapsed(rich_brief), renewal=Fact(Renewal("fee"), (READ,)))
    assert answers("expired", by_fee)[1] == "It is renewed by paying a fee (cost unknown, hours unknown)"


def test_what_is_not_covered_is_answered_by_evidence_and_gaps_stay_gaps(rich_brief: Brief) -> None:
    rule = QUESTIONS["closed"]
    assert rule.asks(rich_brief) == "It does not cover Python, Excel or Statistics. What do you do about that?"
    assert answers("closed", rich_brief) == [
        "Python: your project Shop report",
        "Excel, used in work: “Weekly report in Excel”",
        "Nothing to show yet for Statistics: say how you go about it",
    ]


def test_an_unheard_name_is_answered_by_who_recognises_it(rich_brief: Brief) -> None:
    assert rich_brief.aim is not None
    assert rich_brief.aim.named is not None
    unheard = replace(rich_brief.aim, named=replace(rich_brief.aim.named, share=Share(0, 41)))
    texts = answers("known", replace(rich_brief, aim=unheard))
    assert texts[0].startswith("Ads that name it: 0")
    assert texts[1:] == ["Recognised by Example Chamber (endorsement)", "Accredited programme: ISO 29993, Example Body"]


def test_what_never_expires_is_answered_by_its_day_and_the_last_use(rich_brief: Brief) -> None:
    assert answers("current", rich_brief) == [
        "Issued 2026-03-04",
        "It never expires",
        "Your documents name its subjects in work until 2026-10",
    ]


def test_what_only_a_vendor_sells_stands_beside_what_is_of_use_anywhere(rich_brief: Brief) -> None:
    assert answers("vendor", replace(rich_brief, vendors={"sql": "Example Maker"})) == [
        "Main subjects bound to a product: SQL (Example Maker)"
    ]


def test_new_is_what_no_document_names_besides(rich_brief: Brief) -> None:
    assert answers("learned", rich_brief) == ["Main subjects for which your documents name nothing else: SQL"]


def test_nobody_answers_for_the_person(rich_brief: Brief) -> None:
    assert answers("hardest", rich_brief) == []
    assert answers("why", rich_brief) == []


def test_of_what_nobody_knows_no_answer_is_made_up(poor_brief: Brief) -> None:
    said = [v for name in asked(poor_brief) for v in QUESTIONS[name].facts(poor_brief, Notes(poor_brief.made))]
    assert [v.text for v in said if not v.unknown] == ["Issued 2019"]
