from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.content import Inside
from credlens.verify.formats.reading import content, inside

V1 = "https://www.w3.org/2018/credentials/v1"


def test_entries_are_kept_one_by_one(badge: dict[str, Any]) -> None:
    read = content(badge)
    assert read.status == ({"type": "A"}, {"type": "B"})
    assert read.refresh == ({"type": "C"},)
    assert read.schemas == (badge["credentialSchema"],)
    assert read.identities == tuple(badge["credentialSubject"]["identifier"])
    assert read.related == (*badge["relatedResource"], *badge["evidence"])
    assert read.issuer is badge["issuer"]
    assert content({"credentialStatus": ["x", None, 3]}).status == ("x", None, 3)


def test_endorsements_know_what_they_have_to_be_about(badge: dict[str, Any]) -> None:
    found = {e.where: e.about for e in content(badge).endorsements}
    assert found == {
        "/endorsement": "",
        "/issuer/endorsement/0": "https://academy.example/",
        "/credentialSubject/achievement/endorsementJwt/0": "https://academy.example/achievements/1",
    }


def test_what_is_inside_an_inner_credential_is_not_taken_for_the_outer_one() -> None:
    inner = {"verifiableCredential": {"endorsement": ["x"], "image": {"digestSRI": "y"}}}
    read = content({"credentialSubject": inner})
    assert read.endorsements == ()
    assert read.related == ()


@pytest.mark.parametrize(
    ("document", "since", "until"),
    [
        ({"validFrom": "a", "validUntil": "b"}, ("a", "/validFrom"), ("b", "/validUntil")),
        (
            {"@context": [V1], "issuanceDate": "a", "expirationDate": "b"},
            ("a", "/issuanceDate"),
            ("b", "/expirationDate"),
        ),
        ({"expirationDate": "b"}, (None, "/validFrom"), ("b", "/expirationDate")),
        ({"@context": [V1], "validUntil": "b"}, (None, "/issuanceDate"), ("b", "/validUntil")),
        ({"validUntil": "b", "expirationDate": "c"}, (None, "/validFrom"), ("b", "/validUntil")),
    ],
)
def test_dates_are_those_of_the_version_and_an_end_is_never_overlooked(
    document: dict[str, Any], since: tuple[Any, str], until: tuple[Any, str]
) -> None:
    read = content(document)
    assert (read.valid_from, read.valid_from_at) == since
    assert (read.valid_until, read.valid_until_at) == until


def test_one_and_many_credentials_have_their_places() -> None:
    assert inside({"a": 1}, (None, "x")) == (Inside({"a": 1}, "/x"),)
    assert inside(["b", None], (None, "x"), "it") == (Inside("b", "/x/0", "it"), Inside(None, "/x/1", "it"))
    assert inside(None, (None, "x")) == ()
