from __future__ import annotations

import pytest

from credlens.catalog.values.elm_terms import (
    ACCREDITED,
    ACCREDITED_CODES,
    ASSESSMENT_CODES,
    ASSESSMENTS,
    KIND_CODES,
    KINDS,
    MODE_CODES,
    MODES,
    code,
    concept,
    language_of,
    member,
    supervision,
    text,
)
from credlens.catalog.values.kinds import KINDS as ALL_KINDS
from credlens.model.credential import AssessmentType, Supervision
from credlens.model.offer import DeliveryMode


def test_every_word_of_ours_has_a_code_and_comes_back() -> None:
    assert {ASSESSMENTS[ASSESSMENT_CODES[kind]] for kind in AssessmentType} == set(AssessmentType)
    assert {MODES[MODE_CODES[mode]] for mode in DeliveryMode} == set(DeliveryMode)
    assert all(KINDS[KIND_CODES[kind]] == kind and kind in ALL_KINDS for kind in KIND_CODES)
    assert all(ACCREDITED[ACCREDITED_CODES[what]] == what for what in ("institution", "programme"))


def test_of_several_codes_the_first_goes_out() -> None:
    assert (MODE_CODES[DeliveryMode.BLENDED], KIND_CODES["Course"]) == ("e92d221e4d", "05053c1cbe")


def test_a_concept_and_its_code() -> None:
    blended = member("learning-assessment", "e92d221e4d")

    assert blended["inScheme"]["id"] == "http://data.europa.eu/snb/learning-assessment/25831c2"
    assert code(blended) == "e92d221e4d"
    assert code("http://data.europa.eu/snb/eqf/6/") == "6"
    assert code(None) == ""
    assert concept("", "", "points") == {"type": "Concept", "prefLabel": {"und": "points"}}
    assert text("a", "b") == {"und": ["a", "b"]}


@pytest.mark.parametrize(
    ("last", "tongue"), [("ENG", "en"), ("DEU", "de"), ("MLT", "mt"), ("OP_DATPRO", None), ("", None)]
)
def test_languages_of_the_authority(last: str, tongue: str | None) -> None:
    assert language_of({"id": f"http://publications.europa.eu/resource/authority/language/{last}"}) == tongue


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Supervised with ID verification", Supervision.SUPERVISED_WITH_ID),
        ("Supervised without ID Verification", Supervision.SUPERVISED_NO_ID),
        ("Unsupervised with ID Verification", Supervision.UNSUPERVISED_WITH_ID),
        ("Unsupervised with no identity verification", Supervision.UNSUPERVISED_NO_ID),
        ("supervised online or onsite with identity verification", Supervision.SUPERVISED_WITH_ID),
        ("Supervised", None),
        ("", None),
    ],
)
def test_supervision_by_its_label(label: str, found: Supervision | None) -> None:
    assert supervision({"id": "x/44314532f9", "prefLabel": {"en": label}}) == found
    assert supervision("x/44314532f9") is None
