"""What is held as ELM: claims about a person, unsigned and saying so, with nothing made up."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from credlens.model.cv import Cv, CvCertificate
from credlens.model.skill import Skill
from credlens.present.exports.share_elm import UNSIGNED, render

SQL = Skill("sql", "SQL", (), None, None, "", (), esco="598de5b0-5b58-4ea7-8058-a4bc4d18c742")
KNOTS = Skill("knots", "Knots", (), None, None, "", ())


def claim(certificate: CvCertificate, *skills: Skill) -> dict[str, Any]:
    found = json.loads(render(Cv("Robin Example", certificates=(certificate,)), {certificate.card: skills}))
    return dict(found["hasClaim"][0])


def test_it_is_about_a_person_and_says_that_nobody_signed_it() -> None:
    found = json.loads(render(Cv("Robin Example"), {}))
    assert (found["type"], found["fullName"]) == ("Person", {"und": "Robin Example"})
    assert found["additionalNote"] == [{"type": "Note", "noteLiteral": {"en": UNSIGNED}}]
    assert "hasClaim" not in found
    assert not {"proof", "issuer", "credentialSubject"} & found.keys()


def test_a_claim_says_who_awarded_it_when_and_what_it_is() -> None:
    found = claim(
        CvCertificate("c1", "SQL", "Academy", "2024-05-07", "2027-05", "A-7", "https://b.example/7", "2026-01-02", credential="sql-cert"),
        SQL, KNOTS,
    )  # fmt: skip
    assert found["type"] == "LearningAchievement"
    assert found["awardedBy"] == {
        "type": "AwardingProcess",
        "awardingBody": {"type": "Organisation", "legalName": {"und": "Academy"}},
        "awardingDate": "2024-05-07T00:00:00Z",
    }
    assert found["identifier"] == {"type": "Identifier", "notation": "A-7"}
    assert found["supplementaryDocument"] == {"type": "WebResource", "contentURL": "https://b.example/7"}
    assert found["specifiedBy"]["id"] == "urn:credlens:credential:sql-cert"
    assert [n["noteLiteral"]["en"] for n in found["additionalNote"]] == [
        "Expires: 2027-05.",
        "Its badge was verified on the holder's machine on 2026-01-02.",
    ]


def test_a_skill_has_its_esco_concept_where_there_is_one() -> None:
    outcomes = claim(CvCertificate("c1", "X"), SQL, KNOTS)["specifiedBy"]["learningOutcome"]
    assert [o["title"] for o in outcomes] == [{"und": "SQL"}, {"und": "Knots"}]
    assert outcomes[0]["relatedESCOSkill"][0]["id"] == SQL.uri
    assert "relatedESCOSkill" not in outcomes[1]


def test_a_year_becomes_no_day() -> None:
    found = claim(CvCertificate("c1", "X", issued="2023"))
    assert "awardedBy" not in found
    assert found["additionalNote"] == [{"type": "Note", "noteLiteral": {"en": "Awarded in 2023."}}]


def test_what_nobody_says_is_left_out() -> None:
    assert claim(CvCertificate("c 1/2", "X")) == {
        "id": "urn:credlens:claim:c%201%2F2",
        "type": "LearningAchievement",
        "title": {"und": "X"},
        "specifiedBy": {
            "id": "urn:credlens:credential:c%201%2F2",
            "type": "LearningAchievementSpecification",
            "title": {"und": "X"},
        },
    }


@given(st.text(), st.text())
def test_any_name_makes_json(name: str, issuer: str) -> None:
    found = claim(CvCertificate("c", name, issuer))
    assert found["title"]["und"] == " ".join(found["title"]["und"].split(" "))
