"""What a signature over RDF would not cover is found, with its place."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.jsonld.coverage import uncovered
from credlens.verify.limits import LIMITS

VC2 = "https://www.w3.org/ns/credentials/v2"


def credential(**more: Any) -> dict[str, Any]:
    return {
        "@context": [VC2],
        "id": "urn:x",
        "type": ["VerifiableCredential"],
        "issuer": "https://a.example/",
        "credentialSubject": {"id": "urn:y"},
        **more,
    }


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"rank": "first"}, "/rank"),
        ({"credentialSubject": {"id": "urn:y", "rank": 1}}, "/credentialSubject/rank"),
        ({"credentialSubject": {"id": "urn:y", "type": "Doctor"}}, "/credentialSubject/type"),
        ({"issuer": "a.example"}, "/issuer"),
        ({"credentialSubject": {"id": "y"}}, "/credentialSubject/id"),
        ({"credentialSubject": {"id": "_:y"}}, "/credentialSubject/id"),
        ({"credentialSubject": {"id": "urn:y", "https://p.example/": 1}}, "/credentialSubject/https:~1~1p.example~1"),
        ({"credentialSubject": {"id": "urn:y", "@graph": []}}, "/credentialSubject/@graph"),
        ({"@index": "one"}, "/@index"),
        ({"@type": None}, "/@type"),
        ({"credentialSubject": {"id": "urn:x", "name": "said of the whole"}}, ""),
    ],
)
def test_what_is_lost_is_told_with_its_place(more: dict[str, Any], place: str) -> None:
    assert place in [found.where for found in uncovered(credential(**more), LIMITS)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"name": "Chess"},
        {"name": {"@value": "Chess", "@language": "en"}},
        {"description": None},
        {"credentialSubject": [{"id": "urn:y"}, {"id": "urn:z"}]},
        {"@context": [VC2, {"rank": "https://terms.example/rank"}], "rank": 1},
    ],
)
def test_what_has_a_meaning_is_covered(more: dict[str, Any]) -> None:
    assert uncovered(credential(**more), LIMITS) == ()
