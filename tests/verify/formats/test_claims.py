from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import AlignedSkill, EvidenceClaim, Party, ResultClaim
from credlens.verify.formats.claims import amount, claims, evidence, party, words


def test_a_badge_says_what_it_says(badge: dict[str, Any]) -> None:
    said = claims(badge, since=badge["validFrom"], until=badge["validUntil"])
    assert (said.id, said.name) == ("urn:uuid:badge", "Welding")
    assert said.issuer == Party(
        "https://academy.example/", "Academy", "https://academy.example/about", "office@academy.example"
    )
    assert said.subjects == ("did:example:holder",)
    assert said.issued == datetime(2026, 1, 1, tzinfo=UTC)
    assert said.expires == datetime(2027, 1, 1, tzinfo=UTC)
    assert said.evidence == (EvidenceClaim("https://maker.example/work", "Gate", "", "Iron"),)
    assert said.results == (
        ResultClaim("Exam", "93", "Percent", "100"),
        ResultClaim("Level", "Mastered", "RubricCriterionLevel", "high"),
    )


def test_an_achievement_says_what_it_is_for(badge: dict[str, Any]) -> None:
    said = claims(badge, since=None, until=None).achievement
    assert (said.name, said.kind, said.code, said.credits, said.field) == (
        "Welding",
        "Certificate",
        "W-1",
        "2.5",
        "Metal",
    )
    assert (said.criteria, said.criteria_url) == ("Three gates", "https://academy.example/criteria")
    assert said.tags == ("metal", "fire")
    assert said.skills == (AlignedSkill("Weld metal", "https://skills.example/weld", "Skills", "S1", "CFItem"),)
    assert said.creator == Party("https://guild.example/", "Guild")
    assert said.assessment == "Performance: A gate; A gate that holds"


def test_the_day_of_the_award_counts_before_that_of_the_paper() -> None:
    said = claims({"awardedDate": "2025-05-05T00:00:00Z"}, since="2026-01-01T00:00:00Z", until=None)
    assert said.issued == datetime(2025, 5, 5, tzinfo=UTC)


def test_criteria_may_be_an_address() -> None:
    document = {"credentialSubject": {"achievement": {"criteria": "https://a.example/c"}}}
    assert claims(document, since=None, until=None).achievement.criteria_url == "https://a.example/c"


def test_of_criteria_that_are_a_list_the_first_count() -> None:
    document = {"credentialSubject": {"achievement": {"criteria": [{"narrative": "N"}, {"narrative": "O"}]}}}
    assert claims(document, since=None, until=None).achievement.criteria == "N"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        ({"@value": "a", "@language": "de"}, "a"),
        ([{"@value": "a", "@language": "de"}, {"@value": "b", "@language": "en-GB"}], "b"),
        ([{"@language": "en"}, {"@value": "a"}], "a"),
        (["x", "y"], "x"),
        ([[["x"]]], ""),
        ({"@value": 3}, ""),
        (None, ""),
        (5, ""),
    ],
)
def test_of_texts_in_several_languages_the_english_one_is_told(value: Any, text: str) -> None:
    assert words(value) == text


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (3.0, "3"), (0.1, "0.1"), ("A", "A"), (True, ""), ([], "")])
def test_amounts_are_told_without_needless_decimals(value: Any, text: str) -> None:
    assert amount(value) == text


def test_somebody_may_be_an_address() -> None:
    assert party("https://a.example/") == Party("https://a.example/")
    assert party(None) == Party()


def test_evidence_may_be_an_address() -> None:
    assert evidence("https://a.example/", [{"description": "D"}, 4]) == (
        EvidenceClaim("https://a.example/"),
        EvidenceClaim(narrative="D"),
    )
