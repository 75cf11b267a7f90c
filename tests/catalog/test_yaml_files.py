from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from credlens.catalog.sources.yaml_files import read
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    Depth,
    EvidenceClass,
    Grader,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Stack,
    Status,
    Supervision,
    TaughtSkill,
    Validity,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Hours
from credlens.model.skill import Alias

SKILLS = ("sql", "r", "python")
PAGE = Source(Method.READ, "https://example.org/course", date(2026, 11, 22))
MEMORY = Source(Method.RECALLED, None, date(2026, 11, 21))

HEAD = """\
id: data-course
title: Data course
sources:
  page: {method: read, address: "https://example.org/course", date: 2026-11-22}
  memory: {method: recalled, date: 2026-11-21}
"""


def _one(body: str, head: str = HEAD) -> Credential:
    credentials, problems = read([("data-course.yaml", (head + body).encode())], SKILLS)
    assert problems == []
    assert len(credentials) == 1
    return credentials[0]


def _mistakes(body: str, head: str = HEAD) -> Sequence[Problem]:
    credentials, problems = read([("data-course.yaml", (head + body).encode())], SKILLS)
    assert credentials == [], "a record with a mistake is left out"
    return problems


def test_a_record_with_only_id_and_title_has_everything_else_not_looked_up() -> None:
    assert _one("") == Credential("data-course", "Data course")


def test_every_field_comes_back_as_the_right_fact() -> None:
    credential = _one("""\
aliases: [Data Course Certificate, "=DCC"]
kind: {is: ProfessionalCertificate, from: memory}
evidence_class: {is: assessed_certificate, from: memory}
status: {is: active, from: page}
ends: {is: 2027-08-31, from: page}
superseded_by: {is: other-course, from: page}
issuer: {is: {name: Google, kind: corporation}, from: memory}
provider: {is: {name: State University, kind: university}, from: memory}
platform: {is: {name: Coursera, kind: platform}, from: memory}
official_url: {is: "https://example.org/course", from: page}
level: {is: beginner, from: page, note: as its page calls it}
languages: {is: [en, es], from: memory}
hours: {is: {min: 180, max: 240, mode: 200}, from: [page, memory], note: "6 months x 10 h/week"}
modules_skippable: {is: true, from: memory}
skills:
  - {skill: sql, depth: core, from: page}
  - {skill: r, depth: part, from: memory, note: one unit of eight}
costs:
  - {option: subscription, pattern: per_month, amount: 49, currency: USD, subscription: coursera, what: tuition, from: page}
  - {pattern: per_attempt, amount: {unknown: not_stated, from: page}, currency: EUR, what: exam, condition: members pay less, from: page}
assessment:
  - {type: quiz, grader: auto, attempts: unlimited, pass_mark: 80, minutes: 30, questions: 20, from: page}
  - {type: written_exam, attempts: 3, from: memory}
supervision: {is: unsupervised_no_id, from: memory}
prerequisites:
  - {hard: true, credential: [other-course, third-course], from: page}
  - {hard: false, skill: python, from: page}
  - {hard: true, experience_years: 3, of: project management, from: page}
  - {degree: bachelor, from: page}
  - {text: employer sponsorship, note: in writing, from: page}
accreditation: [{what: scheme, standard: ISO/IEC 17024, body: ANAB, from: page}]
recognition: [{by: ACE, kind: credit, from: memory, note: since 2022}]
credit: [{system: ECTS, amount: 7, condition: recommendation, from: page}]
stacks_into: [{into: "BSc Computer Science", confirmed_by: receiver, from: page}]
validity_months: {is: 36, from: page}
renewal: {is: {method: retest, cost: 150, currency: EUR, hours: 20}, from: page}
verification: {is: {format: public_page, host: example.org}, from: memory}
open_to_public: {is: false, from: memory}
free_aid: {is: financial aid on application, from: memory}
""")

    assert credential == Credential(
        id="data-course",
        title="Data course",
        aliases=(Alias("Data Course Certificate"), Alias("DCC", exact=True)),
        kind=Fact("ProfessionalCertificate", (MEMORY,)),
        evidence_class=Fact(EvidenceClass.ASSESSED_CERTIFICATE, (MEMORY,)),
        status=Fact(Status.ACTIVE, (PAGE,)),
        ends=Fact(date(2027, 8, 31), (PAGE,)),
        superseded_by=Fact("other-course", (PAGE,)),
        issuer=Fact(Organisation("Google", OrganisationKind.CORPORATION), (MEMORY,)),
        provider=Fact(Organisation("State University", OrganisationKind.UNIVERSITY), (MEMORY,)),
        platform=Fact(Organisation("Coursera", OrganisationKind.PLATFORM), (MEMORY,)),
        official_url=Fact("https://example.org/course", (PAGE,)),
        level=Fact(CredentialLevel.BEGINNER, (PAGE,), note="as its page calls it"),
        languages=Fact(("en", "es"), (MEMORY,)),
        hours=Fact(Hours(180, 240, 200), (PAGE, MEMORY), note="6 months x 10 h/week"),
        modules_skippable=Fact(True, (MEMORY,)),
        skills=(TaughtSkill("sql", Depth.CORE, (PAGE,)), TaughtSkill("r", Depth.PART, (MEMORY,))),
        costs=(
            CostItem("subscription", CostPattern.PER_MONTH, Fact(Decimal(49), (PAGE,)), "USD", "tuition", "coursera"),
            CostItem(
                "standard",
                CostPattern.PER_ATTEMPT,
                Fact(Unknown(WhyUnknown.NOT_STATED), (PAGE,)),
                "EUR",
                "exam",
                condition="members pay less",
            ),
        ),
        assessment=(
            Assessment(AssessmentType.QUIZ, (PAGE,), Grader.AUTO, attempts=0, pass_mark=80, minutes=30, questions=20),
            Assessment(AssessmentType.WRITTEN_EXAM, (MEMORY,), attempts=3),
        ),
        supervision=Fact(Supervision.UNSUPERVISED_NO_ID, (MEMORY,)),
        prerequisites=(
            Prerequisite(hard=True, sources=(PAGE,), credentials=("other-course", "third-course")),
            Prerequisite(hard=False, sources=(PAGE,), skills=("python",)),
            Prerequisite(hard=True, sources=(PAGE,), experience_years=3, experience_of="project management"),
            Prerequisite(hard=True, sources=(PAGE,), degree=DegreeLevel.BACHELOR),
            Prerequisite(hard=True, sources=(PAGE,), text="employer sponsorship in writing"),
        ),
        accreditation=(Accreditation("scheme", "ISO/IEC 17024", "ANAB", (PAGE,)),),
        recognition=(RecognitionClaim("ACE", "credit", (MEMORY,), "since 2022"),),
        credit=(CreditValue("ECTS", 7, (PAGE,), "recommendation"),),
        stacks_into=(Stack("BSc Computer Science", "receiver", (PAGE,)),),
        validity=Fact(Validity(36), (PAGE,)),
        renewal=Fact(Renewal("retest", Decimal(150), "EUR", 20), (PAGE,)),
        verification=Fact(Verification("public_page", "example.org"), (MEMORY,)),
        open_to_public=Fact(False, (MEMORY,)),
        free_aid=Fact("financial aid on application", (MEMORY,)),
    )


@pytest.mark.parametrize("why", [WhyUnknown.NOT_STATED, WhyUnknown.NOT_LOOKED_UP, WhyUnknown.NOT_APPLICABLE])
def test_what_the_source_does_not_say_is_an_unknown_with_that_source(why: WhyUnknown) -> None:
    credential = _one(f"validity_months: {{unknown: {why}, from: page, condition: members, note: looked twice}}")

    assert credential.validity == Fact(Unknown(why), (PAGE,), "members", "looked twice")


def test_never_is_a_validity_of_its_own() -> None:
    assert _one("validity_months: {is: never, from: page}").validity == Fact(Validity(None), (PAGE,))


@pytest.mark.parametrize(
    ("written", "hours"),
    [("{min: 5}", Hours(5, 5)), ("{max: 8}", Hours(8, 8)), ("{min: 0, max: 2.5}", Hours(0, 2.5))],
)
def test_one_end_of_the_hours_stands_for_both(written: str, hours: Hours) -> None:
    assert _one(f"hours: {{is: {written}, from: page}}").hours == Fact(hours, (PAGE,))


def test_a_price_of_its_own_has_its_own_source_and_zero_is_a_price() -> None:
    credential = _one("""\
costs:
  - {pattern: free, amount: 0, from: memory}
  - {pattern: one_off, amount: {is: 99.50, from: page, condition: in June}, from: memory}
""")

    assert credential.costs == (
        CostItem("standard", CostPattern.FREE, Fact(Decimal(0), (MEMORY,)), "USD", "tuition"),
        CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal("99.50"), (PAGE,), "in June"), "USD", "tuition"),
    )


def test_a_conflict_keeps_both_values_each_with_its_source_and_what_is_said_of_it() -> None:
    credential = _one("""\
costs:
  - pattern: per_month
    amount:
      conflicting:
        - {is: 39, from: page, condition: members}
        - {is: 49, from: memory}
    from: page
""")

    members = Source(Method.READ, "https://example.org/course", date(2026, 11, 22), "members")
    conflict = Unknown(WhyUnknown.CONFLICTING, (Decimal(39), Decimal(49)))
    assert credential.costs[0].amount == Fact(conflict, (members, MEMORY))


@pytest.mark.parametrize(
    ("words", "expected"), [("", None), (", status_list: true", True), (", status_list: false", False)]
)
def test_whether_a_signed_badge_can_be_revoked_may_be_known_or_not(words: str, expected: bool | None) -> None:
    found = _one(f"verification: {{is: {{format: open_badge_3{words}}}, from: page}}")
    assert found.verification.value == Verification("open_badge_3", status_list=expected)


def test_a_field_left_empty_is_not_looked_up() -> None:
    assert _one("level:\n").level == not_looked_up()


@pytest.mark.parametrize(
    ("body", "place", "message", "what_to_do"),
    [
        # prices
        (
            "costs: [{pattern: per_month, from: page}]",
            "costs[0].amount",
            "The price is missing.",
            "Write `amount: 49`, or `amount: {unknown: not_stated, from: ...}` when the source does not say.",
        ),
        (
            "costs: [{pattern: one_off, amount: {}, from: page}]",
            "costs[0].amount.is",
            "`amount` has no value.",
            "unknown",
        ),
        (
            "costs: [{pattern: one_off, amount: {unknown: not_stated}, from: page}]",
            "costs[0].amount.from",
            "It does not say who says so.",
            "page, memory",
        ),
        ("costs: [{pattern: one_off, amount: -5, from: page}]", "costs[0].amount", "number of 0 or more", "digits"),
        ("costs: [{pattern: one_off, amount: 5}]", "costs[0].from", "It does not say who says so.", "page, memory"),
        ("costs: [{amount: 5, from: page}]", "costs[0].pattern", "`pattern` is missing.", "per_month"),
        ("costs: [{pattern: weekly, amount: 5, from: page}]", "costs[0].pattern", "cannot be 'weekly'", "per_month"),
        ("costs: [{pattern: one_off, amount: 5, currency: $, from: page}]", "costs[0].currency", "'$' is not", "USD"),
        (
            "costs: [{pattern: one_off, amount: 5, currency: usd, from: page}]",
            "costs[0].currency",
            "'usd' is not",
            "USD",
        ),
        (
            "costs: [{pattern: one_off, amount: 5, what: bribe, from: page}]",
            "costs[0].what",
            "cannot be 'bribe'",
            "exam",
        ),
        # facts
        ("level: beginner", "level", "should be a mapping such as {is: ..., from: ...}", ""),
        ("level: {from: page}", "level.is", "`level` has no value.", "unknown: not_stated"),
        ("level: {is: simple, from: page}", "level.is", "`is` cannot be 'simple'.", "beginner, intermediate"),
        ("level: {is: beginner}", "level.from", "It does not say who says so.", "page, memory"),
        ("level: {is: beginner, from: web}", "level.from", "There is no source 'web'", "page, memory"),
        ("level: {is: beginner, from: page, hint: x}", "level.hint", "`hint` is not a field", "condition"),
        ("level: {unknown: dunno, from: page}", "level.unknown", "`unknown` cannot be 'dunno'.", "not_stated"),
        (
            "level: {unknown: conflicting, from: page}",
            "level.unknown",
            "A conflict needs its values.",
            "`conflicting:`",
        ),
        ("level: {unknown: not_stated}", "level.from", "It does not say who says so.", "page, memory"),
        ("level: {is: beginner, unknown: not_stated, from: page}", "level.is", "`is` is not a field", "unknown"),
        ("level: {conflicting: [{is: beginner, from: page}]}", "level.conflicting", "at least two different", "`is:`"),
        ("level: {conflicting: []}", "level.conflicting", "at least two different values", "`is:`"),
        (
            "level: {conflicting: [{is: beginner, from: page}, {is: beginner, from: memory}]}",
            "level.conflicting",
            "at least two different values",
            "`is:`",
        ),
        (
            "level: {conflicting: [{is: beginner, from: page}, {is: expert}]}",
            "level.conflicting[1].from",
            "It does not say who says so.",
            "page, memory",
        ),
        (
            "level: {conflicting: [{is: beginner, from: page}, {from: memory}]}",
            "level.conflicting[1].is",
            "has no value",
            "`is:`",
        ),
        (
            "level: {conflicting: [{is: beginner, from: page}, {is: expert, from: memory}], from: page}",
            "level.from",
            "`from` is not a field",
            "conflicting",
        ),
        # words out of a list
        ("kind: {is: Parchment, from: page}", "kind.is", "`is` cannot be 'Parchment'.", "MicroCredential"),
        ("evidence_class: {is: proof, from: page}", "evidence_class.is", "cannot be 'proof'", "certification"),
        ("status: {is: no, from: page}", "status.is", "cannot be False", "active"),
        ("supervision: {is: proctored, from: page}", "supervision.is", "cannot be 'proctored'", "supervised_with_id"),
        ("verification: {is: {format: blockchain}, from: page}", "verification.is.format", "'blockchain'", "credly"),
        ("renewal: {is: {method: luck}, from: page}", "renewal.is.method", "cannot be 'luck'", "retest"),
        (
            "renewal: {is: {method: fee, cost: 5, currency: bucks}, from: page}",
            "renewal.is.currency",
            "'bucks' is not a currency code",
            "USD",
        ),
        ("issuer: {is: {name: Google}, from: page}", "issuer.is.kind", "`kind` is missing.", "university"),
        ("issuer: {is: {kind: university}, from: page}", "issuer.is.name", "`name` is missing.", "name"),
        ("issuer: {is: {name: G, kind: firm}, from: page}", "issuer.is.kind", "cannot be 'firm'", "corporation"),
        ("issuer: {is: Google, from: page}", "issuer.is", "should be a mapping", ""),
        ("hours: {is: 5, from: page}", "hours.is", "should be a mapping", ""),
        ("renewal: {is: retest, from: page}", "renewal.is", "should be a mapping", ""),
        ("verification: {is: credly, from: page}", "verification.is", "should be a mapping", ""),
        # amounts
        ("hours: {is: {min: 9, max: 5}, from: page}", "hours.is", "Hours must satisfy 0 <= min", ""),
        ("hours: {is: {min: 5, max: 9, mode: 10}, from: page}", "hours.is", "Hours must satisfy", ""),
        ("hours: {is: {mode: 7}, from: page}", "hours.is", "Hours need `min` or `max`.", "{min: 180, max: 240}"),
        ("hours: {is: {min: 1, maximum: 2}, from: page}", "hours.is.maximum", "not a field", "max, min, mode"),
        ("validity_months: {is: forever, from: page}", "validity_months.is", "should be a number", "digits"),
        ("validity_months: {is: 0, from: page}", "validity_months.is", "whole number of 1 or more", ""),
        ("validity_months: {is: 12.5, from: page}", "validity_months.is", "whole number of 1 or more", ""),
        ("ends: {is: soon, from: page}", "ends.is", "should be a date", ""),
        ("languages: {is: [en, no], from: page}", "languages.is", "should be a list of texts", "in quotes"),
        ("languages: {is: [], from: page}", "languages.is", "list is empty", "leave the field out"),
        ("modules_skippable: {is: some, from: page}", "modules_skippable.is", "should be true or false", ""),
        # parts
        (
            "skills: [{skill: cobol, depth: core, from: page}]",
            "skills[0].skill",
            "has no skill 'cobol'",
            "skills files",
        ),
        ("skills: [{skill: sql, from: page}]", "skills[0].depth", "`depth` is missing.", "core, part or touched"),
        ("skills: [{skill: sql, depth: deep, from: page}]", "skills[0].depth", "cannot be 'deep'", "core"),
        ("skills: [{skill: sql, depth: core}]", "skills[0].from", "It does not say who says so.", "page"),
        (
            "skills: [{skill: sql, depth: core, from: page}, {skill: sql, depth: part, from: page}]",
            "skills[1].skill",
            "'sql' is listed twice.",
            "",
        ),
        ("skills: [sql]", "skills[0]", "Each entry of `skills` should be a mapping", ""),
        ("assessment: [{grader: auto, from: page}]", "assessment[0].type", "`type` is missing.", "written_exam"),
        ("assessment: [{type: guess, from: page}]", "assessment[0].type", "cannot be 'guess'", "quiz"),
        ("assessment: [{type: quiz, attempts: 0, from: page}]", "assessment[0].attempts", "1 or more", ""),
        ("assessment: [{type: quiz, attempts: often, from: page}]", "assessment[0].attempts", "number", ""),
        ("assessment: [{type: quiz, pass_mark: 101, from: page}]", "assessment[0].pass_mark", "101 %", "percent"),
        ("assessment: [{type: quiz, questions: 2.5, from: page}]", "assessment[0].questions", "whole number", ""),
        ("prerequisites: [{hard: true, from: page}]", "prerequisites[0]", "asks for nothing", "Name a credential"),
        ("prerequisites: [{skill: [cobol], from: page}]", "prerequisites[0].skill", "no skill 'cobol'", ""),
        ("prerequisites: [{degree: none, from: page}]", "prerequisites[0].degree", "'none' is no degree", ""),
        ("accreditation: [{what: prize, from: page}]", "accreditation[0].what", "cannot be 'prize'", "scheme"),
        ("recognition: [{kind: credit, from: page}]", "recognition[0].by", "`by` is missing.", ""),
        ("recognition: [{by: ACE, kind: love, from: page}]", "recognition[0].kind", "cannot be 'love'", "hiring"),
        ("credit: [{amount: 7, from: page}]", "credit[0].system", "`system` is missing.", ""),
        ("stacks_into: [{into: BSc, confirmed_by: me, from: page}]", "stacks_into[0].confirmed_by", "'me'", "receiver"),
        # the whole
        ("endorsement_claims: [best]", "endorsement_claims", "`endorsement_claims` is not a field", "Fields here"),
        ("id: again", "id", "`id` is given twice.", "Keep one"),
    ],
)
def test_a_mistake_is_listed_with_its_place_and_what_to_do(
    body: str, place: str, message: str, what_to_do: str
) -> None:
    problems = _mistakes(body)

    assert [p.where for p in problems] == [f"data-course.yaml:6: {place}"]
    assert message in problems[0].message
    assert what_to_do in problems[0].what_to_do


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("title: A\n", ["id"]),
        ("id: a\n", ["title"]),
        ("id: ''\ntitle: ''\n", ["id", "title"]),
        ("id: no\ntitle: yes\n", ["id", "title"]),
        ("id: a\ntitle: A\nsources: {p: {method: read, date: 2026-11-22}}\n", ["sources.p.address"]),
    ],
)
def test_id_title_and_honest_sources_are_needed(head: str, places: list[str]) -> None:
    assert [p.where.rpartition(" ")[2] for p in _mistakes("", head)] == places


def test_all_mistakes_of_a_file_come_at_once() -> None:
    problems = _mistakes("level: {is: simple, from: page}\nhours: {is: {min: x}, from: page}\nlevle: 1\n")

    assert [p.where for p in problems] == [
        "data-course.yaml:6: level.is",
        "data-course.yaml:7: hours.is.min",
        "data-course.yaml:8: levle",
    ]


def test_one_bad_record_does_not_stop_the_others() -> None:
    files = [
        ("a.yaml", b"id: a\ntitle: A\n"),
        ("b.yaml", b"id: [\n"),
        ("c.yaml", b""),
        ("d.yaml", b"id: d\n"),
        ("e.yaml", b"id: e\ntitle: E\n"),
    ]
    credentials, problems = read(files, SKILLS)

    assert [c.id for c in credentials] == ["a", "e"]
    assert [p.where for p in problems] == ["b.yaml:1", "c.yaml", "d.yaml:1: title"]


def test_an_id_defined_twice_is_listed_and_the_first_record_counts() -> None:
    credentials, problems = read([("a.yaml", b"id: a\ntitle: One\n"), ("b.yaml", b"id: a\ntitle: Two\n")], SKILLS)

    assert [c.title for c in credentials] == ["One"]
    assert [(p.where, p.message) for p in problems] == [("b.yaml:1: id", "The credential 'a' is defined twice.")]
