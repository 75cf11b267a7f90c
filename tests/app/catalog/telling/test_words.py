"""Facts in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.app.catalog.telling.words import (
    assessment_words,
    kind_words,
    needed_words,
    price_words,
    sides,
    source_line,
    value_words,
    who,
)
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Grader,
    Organisation,
    OrganisationKind,
    Prerequisite,
)
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Hours

PAGE = Source(Method.READ, "https://www.example.org/fog", date(2025, 7, 24), "a learner's notes", n=12)
MEMORY = Source(Method.RECALLED, None, date(2026, 11, 22))
CATALOG = Source(Method.IMPORTED)
COSTS: Fact[Decimal] = Fact(Unknown(WhyUnknown.CONFLICTING, (Decimal(39), Decimal("49.50"))), (PAGE, MEMORY))


@pytest.mark.parametrize(
    ("source", "short"),
    [(PAGE, "example.org, 2025-07"), (MEMORY, "from memory, 2026-11"), (CATALOG, "from a catalog, undated")],
)
def test_who_says_it_in_short(source: Source, short: str) -> None:
    assert who(source) == short


def test_a_whole_source_has_its_address_day_n_and_note() -> None:
    assert source_line(PAGE) == "read, https://www.example.org/fog, 2025-07-24, n = 12 (a learner's notes)"


def test_every_side_of_a_disagreement_has_its_source() -> None:
    assert sides(COSTS) == "39 (example.org, 2025-07) / 49.50 (from memory, 2026-11)"
    assert sides(Fact(Decimal(39), (PAGE,))) == ""


@pytest.mark.parametrize(
    ("pattern", "amount", "words"),
    [
        (CostPattern.FREE, Fact(Decimal(0)), "free, tuition"),
        (CostPattern.ONE_OFF, Fact(Decimal(1200)), "USD 1,200, tuition"),
        (CostPattern.PER_MONTH, Fact(Decimal("39.5"), condition="members"), "USD 39.50 a month, tuition (members)"),
        (CostPattern.PER_ATTEMPT, Fact(Unknown(WhyUnknown.NOT_STATED)), "unknown (not stated) an attempt, tuition"),
        (
            CostPattern.ONE_OFF,
            COSTS,
            "sources disagree: USD 39 (example.org, 2025-07) / USD 49.50 (from memory, 2026-11), tuition",
        ),
    ],
)
def test_prices(pattern: CostPattern, amount: Fact[Decimal], words: str) -> None:
    assert price_words(CostItem("standard", pattern, amount, "USD", "tuition")) == words


def test_a_price_says_when_it_holds() -> None:
    item = CostItem(
        "s",
        CostPattern.ONE_OFF,
        Fact(Decimal(9)),
        "EUR",
        "exam",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 6, 30),
    )
    assert price_words(item) == "EUR 9, exam (from 2026-01-01 until 2026-06-30)"


def test_an_assessment_says_all_that_is_known_of_it() -> None:
    part = Assessment(
        AssessmentType.WRITTEN_EXAM, (), Grader.AUTO, attempts=1, pass_mark=70, minutes=90, questions=60, pass_rate=0.5,
        retake_days=14, group=True, condition="at a centre",
    )  # fmt: skip
    assert assessment_words(part) == (
        "written exam (marked by a machine; 1 attempt; 60 questions; 90 minutes; 70 % to pass; again after 14 days; "
        "50 % of those who tried passed; in a group; at a centre)"
    )
    assert assessment_words(Assessment(AssessmentType.QUIZ, (), attempts=0)) == "quiz (any number of attempts)"
    assert assessment_words(Assessment(AssessmentType.PROJECT, (), Grader.PEER)) == "project (marked by: peer)"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Prerequisite(True, (), credentials=("a", "b")), "A or B (needed)"),
        (Prerequisite(False, (), skills=("sql",)), "SQL (advised)"),
        (
            Prerequisite(True, (), experience_years=1, experience_of="fog", either="way"),
            "1 year of experience in fog (needed, one of several ways)",
        ),
        (
            Prerequisite(True, (), degree=DegreeLevel.BACHELOR, text="in physics"),
            "bachelor degree; in physics (needed)",
        ),
    ],
)
def test_what_has_to_come_before(part: Prerequisite, words: str) -> None:
    assert needed_words(part, str.upper, str.upper) == words


def test_values() -> None:
    assert value_words(True) == "yes"
    assert value_words(("en", "de")) == "en, de"
    assert value_words(Hours(3, 4)) == "3-4 h"
    assert value_words(date(2026, 11, 22)) == "2026-11-22"
    assert value_words(Organisation("ISC2", OrganisationKind.PROFESSIONAL_BODY)) == "ISC2 (professional body)"
    assert value_words(Organisation("Someone", OrganisationKind.OTHER)) == "Someone"
    assert kind_words("ProfessionalCertificate") == "professional certificate"
