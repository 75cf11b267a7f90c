"""Lists of what was revoked."""

from __future__ import annotations

import gzip
from base64 import urlsafe_b64decode
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.issue.securing import as_json, as_token
from credlens.issue.status import SIZE, entry, status_list
from credlens.model.errors import UserError

LIST = "https://school.example.org/status/1"


@given(st.sets(st.sampled_from([0, 1, 7, 8, 9, 4711, SIZE - 1])))
def test_the_bits_of_what_was_revoked_are_set_and_no_others(school: Any, revoked: set[int]) -> None:
    made = status_list(school.p256.did, LIST, revoked, at=school.at, until=school.until)
    unpacked = gzip.decompress(urlsafe_b64decode(made["credentialSubject"]["encodedList"][1:] + "=="))
    assert {8 * at + bit for at, byte in enumerate(unpacked) if byte for bit in range(8) if byte >> (7 - bit) & 1} == revoked  # fmt: skip
    assert len(unpacked) * 8 == SIZE


def test_a_badge_points_to_its_place_in_the_list(school: Any) -> None:
    status = entry(LIST, 4711)
    badge = school.badge(school.p256, status=status)
    made = status_list(school.p256.did, LIST, [4711], at=school.at, until=school.until)
    assert badge["credentialStatus"] == status == {
        "id": f"{LIST}#4711",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "4711",
        "statusListCredential": made["id"],
    }  # fmt: skip
    assert made["credentialSubject"]["statusPurpose"] == status["statusPurpose"]


def test_a_list_is_the_same_each_time_and_can_be_signed_both_ways(school: Any) -> None:
    first, second = (status_list(school.ed25519.did, LIST, [1], at=school.at, until=school.until) for _ in range(2))
    assert first == second
    assert as_token(first, school.ed25519).count(".") == 2
    assert as_json(first, school.ed25519, school.at)["proof"]["cryptosuite"] == "eddsa-rdfc-2022"


@pytest.mark.parametrize(
    ("address", "index", "purpose"),
    [(LIST, -1, "revocation"), (LIST, SIZE, "revocation"), (LIST, 1, "message"), ("http://x.example", 1, "revocation"), (LIST + "#1", 1, "revocation")],
)  # fmt: skip
def test_other_places_addresses_and_purposes_are_refused(school: Any, address: str, index: int, purpose: str) -> None:
    with pytest.raises(UserError):
        entry(address, index, purpose)
    with pytest.raises(UserError):
        status_list("did:example:me", address, [index], at=school.at, until=school.until, purpose=purpose)


def test_a_list_that_ends_at_once_is_refused(school: Any) -> None:
    with pytest.raises(UserError):
        status_list("did:example:me", LIST, [], at=school.at, until=school.at - timedelta(days=1))
