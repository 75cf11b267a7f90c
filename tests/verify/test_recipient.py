from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.verification import Claims, Outcome, Report
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Steps
from credlens.verify.recipient import check_recipient

KIM = "kim@learner.example"
P, F, N, W, A = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.WARNING, Outcome.NOT_APPLICABLE


def _never(_found: Any, _where: str, _inquiry: Inquiry) -> Steps[Report]:
    raise AssertionError("no badge is inside another here")
    yield


def outcome(person: str | None, *identities: Any, subjects: tuple[str, ...] = ()) -> Outcome:
    inquiry = Inquiry(Desk(Settings(datetime(2026, 11, 23, tzinfo=UTC), recipient=person), _never))
    check_recipient(Content(Claims(subjects=subjects), identities=identities), inquiry)
    assert [c.id for c in inquiry.checks] == ["recipient"]
    return inquiry.checks[0].outcome


def hashed(identity: str, salt: str = "", method: str = "sha256") -> str:
    return f"{method}${hashlib.new(method, (identity + salt).encode()).hexdigest()}"


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ({"type": "email", "hashed": False, "identity": KIM}, P),
        ({"type": "email", "hashed": False, "identity": "KIM@Learner.example"}, P),
        ({"type": "email", "hashed": False, "identity": "lee@learner.example"}, F),
        ({"type": "email", "hashed": True, "identity": hashed(KIM)}, P),
        ({"type": "email", "hashed": True, "salt": "sea", "identity": hashed(KIM, "sea")}, P),
        (
            {
                "type": "email",
                "hashed": True,
                "salt": "sea",
                "identity": hashed(KIM, "sea").upper().replace("SHA256", "sha256"),
            },
            P,
        ),
        ({"type": "email", "hashed": True, "salt": "lake", "identity": hashed(KIM, "sea")}, F),
        ({"type": "email", "hashed": True, "identity": hashed(KIM, "sea")}, F),
        ({"type": "email", "hashed": True, "salt": "sea", "identity": hashed(KIM, "sea", "md5")}, W),
        ({"hashed": True, "identityHash": hashed(KIM, "s"), "salt": "s", "identityType": "emailAddress"}, P),
        ({"hashed": True, "identityHash": hashed(KIM), "salt": "Not Used", "identityType": "emailAddress"}, P),
        ({"hashed": False, "identityHash": KIM, "identityType": "emailAddress"}, P),
        ({"hashed": True, "identityHash": KIM}, N),  # says that it is hashed, and is not
        ({"hashed": True, "identity": "sha1$0123456789012345678901234567890123456789"}, N),
        (
            {"hashed": True, "identityHash": hashed("1234567"), "identityType": "sourcedId"},
            N,
        ),  # a number, not an address
        ({"hashed": True, "identityHash": hashed(KIM), "identityType": "sourcedId"}, P),
        ({"identity": 17}, N),
        ({}, N),
        ("kim@learner.example", N),
    ],
)
def test_identities_as_badges_write_them(identity: Any, expected: Outcome) -> None:
    assert outcome(KIM, identity) is expected


@pytest.mark.parametrize(
    ("asked", "subject", "expected"),
    [
        (KIM, f"mailto:{KIM}", P),
        (f"mailto:{KIM}", f"mailto:{KIM}", P),
        (KIM.upper(), f"mailto:{KIM}", P),
        (KIM, "mailto:lee@learner.example", F),
        (KIM, f"MAILTO:{KIM}", P),
        ("did:key:z6Mk1", "https://learner.example/kim", N),
        ("did:key:z6Mk1", "did:key:z6Mk1", P),
        ("did:key:z6Mk1", "did:key:z6Mk2", F),
        (KIM, "did:key:z6Mk2", N),  # an address cannot be compared with a key
        ("did:key:z6Mk1", f"mailto:{KIM}", N),
    ],
)
def test_the_subject_of_the_badge_counts_too(asked: str, subject: str, expected: Outcome) -> None:
    assert outcome(asked, subjects=(subject,)) is expected


def test_one_identity_of_several_is_enough() -> None:
    other, own = {"hashed": False, "identity": "old@learner.example"}, {"hashed": False, "identity": KIM}
    assert outcome(KIM, other, own, subjects=("did:key:z6Mk2",)) is P


def test_nobody_asked_and_nothing_to_compare() -> None:
    assert outcome(None, {"identity": KIM}) is A
    assert outcome(KIM) is N


@given(st.emails(), st.text(max_size=12))
def test_a_hash_fits_whom_it_was_made_for_and_nobody_else(person: str, salt: str) -> None:
    identity = {"hashed": True, "salt": salt, "identity": hashed(person, salt)}
    expected_salt = "" if salt == "Not Used" else salt
    assert (outcome(person, identity) is P) == (salt == expected_salt)
    assert outcome(f"x{person}", identity) is F
