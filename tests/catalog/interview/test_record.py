"""Answers to the interview: which record they give, which question comes next, and what makes no sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.filled import filled
from credlens.catalog.interview.question import SAID_BY_YOU, Kind, Question
from credlens.catalog.interview.record import next_question, problems, progress, record
from credlens.catalog.interview.table import BY_ID, MAIN, QUESTIONS
from credlens.catalog.sources.yaml_parts import RENEWED_BY
from credlens.evaluate.case import Case
from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.flags import FLAGS
from credlens.model.credential import (
    AssessmentType,
    Catalog,
    CostPattern,
    Credential,
    EvidenceClass,
    Grader,
    OrganisationKind,
    Status,
    Supervision,
    Validity,
)
from credlens.model.demand import Demand
from credlens.model.errors import InputError
from credlens.model.fact import Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quantity import Hours, Money
from credlens.model.skill import Taxonomy
from credlens.plan.money.quote import best_quote

TODAY = date(2026, 11, 22)
SAID = Source(Method.STATED, date=TODAY, note=SAID_BY_YOU)
LIMITS = Limits(Money(Decimal(400)), 10, TODAY, date(2027, 6, 30))
NOTHING_ASKED = Demand(n=0, read=0, employers=0, skills={}, degrees={}, credentials={}, licences={}, titles=())

FULL: dict[str, object] = {
    "title": "Data Analytics Certificate",
    "address": "https://www.example.org/analytics/?utm_source=ad",
    "provider": "Harbour School",
    "provider_kind": "university",
    "kind": "certificate",
    "level": "beginner",
    "skills": ["SQL", "dashboards"],
    "price": "per_month",
    "price_amount": "49 EUR",
    "exam_fee": "120 EUR",
    "hours": "30-50",
    "assessment": ["quiz", "project", "exam"],
    "grader": "external_expert",
    "retakes": "limited",
    "attempts": 3,
    "supervision": "supervised_with_id",
    "verification": "open_badge",
    "badge_version": "open_badge_3",
    "recognition": ["accredited", "endorsed", "hiring", "credit", "regulator"],
    "accreditor": "ANAB",
    "accredited": "scheme",
    "accreditation_standard": "ISO/IEC 17024",
    "endorser": "Chamber of Commerce",
    "employer": "Harbour Logistics",
    "credit_system": "ECTS",
    "credit_amount": 5,
    "credit_by": "Harbour University",
    "regulator": "Port Authority",
    "expires": True,
    "valid_months": "2 years",
    "renewal": "fee",
    "renewal_cost": "50 EUR",
    "renewal_hours": 20,
    "counts_towards": "Bachelor of Data Science",
    "confirmed_by": "receiver",
    "offered": True,
    "open": False,
    "open_to": "staff of partners",
}


def sample(question: Question) -> object:
    """An answer that opens what can follow."""
    if question.kind is Kind.YES_NO:
        return "yes"
    return question.choices[-1].id if question.choices else question.like.split(", or ")[0]


def leading_to(question: Question) -> dict[str, object]:
    """The answers after which a question is asked."""
    if not question.follows:
        return {"title": "Fog Signals Ashore"}
    before = BY_ID[question.follows]
    return {**leading_to(before), before.id: question.opened_by[0] if question.opened_by else sample(before)}


def every_answer() -> Iterator[tuple[str, object]]:
    for question in QUESTIONS:
        yield from ((question.id, choice.id) for choice in question.choices)
        if question.kind is Kind.YES_NO:
            yield from ((question.id, answer) for answer in (True, False))
        if question.none:
            yield question.id, "none"
        if question.like:
            yield question.id, question.like.split(", or ")[-1]
        if not question.needed:
            yield question.id, None


def judged(credential: Credential) -> dict[str, Any]:
    """Every criterion and flag of a credential, for somebody without a target."""
    case = Case(
        credential=credential,
        taxonomy=Taxonomy("none", "1", "", {}),
        demand=NOTHING_ASKED,
        gap=Gap("no target yet", 0, (), (), ()),
        person=Person("Somebody", {}),
        quote=best_quote(credential, Person("Somebody", {}), LIMITS),
        limits=LIMITS,
        today=TODAY,
        catalog=Catalog({credential.id: credential}),
    )
    values = {name: criterion.value(case) for name, criterion in CRITERIA.items()}
    return values | {name: flag.check(case) for name, flag in FLAGS.items()}


@pytest.mark.parametrize(("question", "answer"), list(every_answer()))
def test_every_answer_gives_a_record_that_can_be_judged(question: str, answer: object) -> None:
    found = record({**leading_to(BY_ID[question]), question: answer}, TODAY)
    for name, finding in judged(found).items():
        assert finding.because if name in CRITERIA else finding.state, name


def test_all_answers_together_fill_the_record() -> None:
    found = record(FULL, TODAY)
    assert found.title == "Data Analytics Certificate"
    assert str(found.identifiers[0]) == "url:example.org/analytics"
    assert found.issuer == found.provider
    assert found.issuer.get(None).kind is OrganisationKind.UNIVERSITY  # type: ignore[union-attr]
    assert found.evidence_class.value is EvidenceClass.ASSESSED_CERTIFICATE
    assert [s.name for s in found.stated] == ["SQL", "dashboards"]
    assert found.skills == (), "which skills of the taxonomy these are is for the caller to say"
    assert [(c.pattern, c.amount.value, c.currency, c.what) for c in found.costs] == [
        (CostPattern.PER_MONTH, Decimal(49), "EUR", "tuition"),
        (CostPattern.PER_ATTEMPT, Decimal(120), "EUR", "exam"),
    ]
    assert found.hours.value == Hours(30, 50)
    assert found.supervision.value is Supervision.SUPERVISED_WITH_ID
    assert str(found.verification.value) == "open badge 3"
    assert [(a.what, a.standard, a.body) for a in found.accreditation] == [("scheme", "ISO/IEC 17024", "ANAB")]
    assert [(r.by, r.kind) for r in found.recognition] == [
        ("Chamber of Commerce", "endorsement"),
        ("Harbour Logistics", "hiring"),
        ("Port Authority", "regulator"),
    ]
    assert [(c.system, c.amount, c.by) for c in found.credit] == [("ECTS", 5.0, "Harbour University")]
    assert found.validity.value == Validity(24)
    assert str(found.renewal.value) == "fee, EUR 50, 20 h"
    assert [(s.into, s.confirmed_by) for s in found.stacks_into] == [("Bachelor of Data Science", "receiver")]
    assert (found.open_to_public.value, found.open_to_public.condition) == (False, "staff of partners")
    assert found.absent == ()


def test_who_grades_speaks_of_what_is_marked_and_not_of_the_quizzes_beside_it() -> None:
    graded = {a.type: (a.grader, a.attempts) for a in record(FULL, TODAY).assessment}
    assert graded == {
        AssessmentType.QUIZ: (None, 3),
        AssessmentType.PROJECT: (Grader.EXTERNAL_EXPERT, 3),
        AssessmentType.WRITTEN_EXAM: (Grader.EXTERNAL_EXPERT, 3),
    }
    alone = record({"title": "Fog", "assessment": "quiz", "grader": "auto", "retakes": "unlimited"}, TODAY)
    assert [(a.grader, a.attempts) for a in alone.assessment] == [(Grader.AUTO, 0)]


def test_every_fact_was_said_by_the_person_today() -> None:
    found = record(FULL, TODAY)
    facts = [found.level, found.hours, found.validity, found.renewal, found.costs[0].amount, found.open_to_public]
    assert all(fact.sources == (SAID,) for fact in facts)
    parts = [
        *found.stated,
        *found.assessment,
        *found.accreditation,
        *found.recognition,
        *found.credit,
        *found.stacks_into,
    ]
    assert {part.sources for part in parts} == {(SAID,)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("unknown", [None, "", "?", "don't know", "I don\u2019t know", "not sure"])
def test_somebody_who_knows_nothing_but_the_title_gives_a_record_that_says_nothing(unknown: object) -> None:
    answers = dict.fromkeys(BY_ID, unknown) | {"title": "Fog Signals Ashore"}
    found = record(answers, TODAY)
    assert found == Credential("fog-signals-ashore", "Fog Signals Ashore")
    assert filled(found) == ()


def test_none_is_known_and_not_the_same_as_unknown() -> None:
    nobody = record({"title": "Fog", "recognition": "none", "counts_towards": "no", "expires": "no"}, TODAY)
    assert [a.field for a in nobody.absent] == ["accreditation", "recognition", "credit", "stacks_into"]
    assert {a.sources for a in nobody.absent} == {(SAID,)}
    assert nobody.validity.value == Validity(None)
    lasting = record({"title": "Fog", "expires": "yes", "renewal": "none"}, TODAY)
    assert isinstance(lasting.renewal.value, Unknown)
    assert lasting.renewal.value.why is WhyUnknown.NOT_APPLICABLE
    assert lasting.validity.known is False


def test_recognition_by_somebody_without_a_name_is_not_recorded() -> None:
    found = record({"title": "Fog", "recognition": ["accredited", "hiring"], "accreditor": "?"}, TODAY)
    assert (found.accreditation, found.recognition, found.absent) == ((), (), ())


def test_what_is_not_known_of_a_badge_or_an_accreditation_is_taken_at_its_least() -> None:
    badge = record({"title": "Fog", "verification": "open_badge"}, TODAY).verification
    assert str(badge.value) == "open badge 2"
    assert "not known" in badge.note
    school = record({"title": "Fog", "recognition": "accredited", "accreditor": "ANAB"}, TODAY).accreditation
    assert [a.what for a in school] == ["institution"]


@given(st.permutations(list(FULL)))
def test_the_order_of_the_answers_does_not_matter(order: list[str]) -> None:
    assert record({name: FULL[name] for name in order}, TODAY) == record(FULL, TODAY)


def test_bad_answers_are_listed_all_at_once_each_with_its_question() -> None:
    answers = {
        "titel": "Fog",
        "level": "easy",
        "price": "once",
        "price_amount": "about fifty",
        "hours": "a weekend",
        "open": "maybe",
        "valid_months": 12,
        "address": "the usual place",
    }
    with pytest.raises(InputError) as caught:
        record(answers, TODAY)
    told = {p.where: p for p in caught.value.problems}
    assert set(told) == {"titel", "title", "level", "price_amount", "hours", "open", "valid_months", "address"}
    assert told["titel"].what_to_do == "Did you mean title?"
    assert "beginner, intermediate, advanced, expert" in told["level"].what_to_do
    assert "only when the answer to expires is yes" in told["valid_months"].message
    assert all(p.what_to_do for p in told.values())


def test_a_mistake_is_not_told_again_for_the_questions_that_follow() -> None:
    wrong = problems({"title": "Fog", "price": "for nothing much", "price_amount": "49 USD"})
    assert [p.where for p in wrong] == ["price"]


def test_asked_one_by_one_every_question_comes_once_and_no_closed_one() -> None:
    answers: dict[str, object] = {}
    numbers = []
    while (question := next_question(answers)) is not None:
        numbers.append(progress(question))
        answers[question.id] = FULL[question.id]
    assert list(answers) == [q.id for q in QUESTIONS if q.id in FULL]
    assert numbers == sorted(numbers)
    assert numbers[-1] == (len(MAIN), len(MAIN))
    few: dict[str, object] = {}
    while (question := next_question(few)) is not None:
        few[question.id] = "Fog" if question.needed else None
    assert [q.id for q in MAIN] == [name for name in few if name != "address"]


def test_about_a_dozen_questions_are_asked_and_each_says_why() -> None:
    assert 12 <= len(MAIN) <= 15
    assert len(BY_ID) == len(QUESTIONS)
    for question in QUESTIONS:
        assert question.asks[-1] in "?."
        assert question.why[0].islower()
        assert not question.why.endswith(".")
        assert bool(question.choices) == (question.kind in {Kind.CHOICE, Kind.CHOICES})
        if question.follows:
            before = BY_ID[question.follows]
            assert QUESTIONS.index(before) < QUESTIONS.index(question)
            there = {c.id for c in before.choices} or {"yes", "no"}
            assert set(question.opened_by) <= there


@pytest.mark.parametrize(("answer", "status"), [("yes", Status.ACTIVE), ("no", Status.CEASED), ("?", None)])
def test_whether_one_can_still_enrol_is_its_status(answer: str, status: Status | None) -> None:
    assert record({"title": "Fog", "offered": answer}, TODAY).status.get(None) is status


def test_every_way_of_renewing_that_a_record_may_name_can_be_answered() -> None:
    offered = {choice.id for choice in BY_ID["renewal"].choices}
    assert offered == set(RENEWED_BY)
