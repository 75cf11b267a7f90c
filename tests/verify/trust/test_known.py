"""The check issuer_known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Check, Claims, Outcome, Party
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.trust.known import check_issuer_known, listed
from credlens.verify.trust.registries import IssuerEntry, IssuerRegistry, LapsedRegistry, Trust

SCHOOL = "did:web:school.example"
ONE = IssuerRegistry("schools", (IssuerEntry(SCHOOL, "School"), IssuerEntry("did:web:other.example")))
TWO = IssuerRegistry("friends", (IssuerEntry(SCHOOL),))
OLD = LapsedRegistry("pilots", "It ended.")


def told(id: str, trust: Trust | None, failed: str = "") -> Check:  # noqa: A002
    def nothing(*_: Any) -> Any:
        raise AssertionError

    inquiry = Inquiry(Desk(Settings(datetime(2026, 11, 23, tzinfo=UTC), trust=trust), nothing))
    if failed:
        inquiry.failed(failed, "planted")
    check_issuer_known(Content(Claims(issuer=Party(id))), inquiry)
    return inquiry.checks[-1]


@pytest.mark.parametrize(
    ("id", "trust", "failed", "outcome", "words"),
    [
        (SCHOOL, Trust((ONE, TWO)), "", Outcome.PASSED, "schools, friends"),
        (SCHOOL, Trust((TWO,)), "", Outcome.PASSED, "on friends"),
        ("did:web:School.example", Trust((ONE,)), "", Outcome.WARNING, "not on schools"),
        (f"{SCHOOL}:sub", Trust((ONE,)), "", Outcome.WARNING, "does not make the badge invalid"),
        ("", Trust((ONE,)), "", Outcome.WARNING, "not on schools"),
        (SCHOOL, Trust((ONE,)), "signature", Outcome.NOT_APPLICABLE, "Nothing shows"),
        (SCHOOL, Trust((ONE,)), "binding", Outcome.NOT_APPLICABLE, "Nothing shows"),
        (SCHOOL, Trust(), "", Outcome.NOT_APPLICABLE, "no list"),
        (SCHOOL, Trust((ONE,), lapsed=(OLD,)), "", Outcome.PASSED, "schools"),
        (
            "did:web:stranger.example",
            Trust((ONE,), lapsed=(OLD,)),
            "",
            Outcome.NOT_CHECKED,
            "pilots does not count now: It ended.",
        ),
        (SCHOOL, Trust(lapsed=(OLD,)), "", Outcome.NOT_CHECKED, "It ended."),
        (SCHOOL, None, "", Outcome.NOT_APPLICABLE, "no list"),
    ],
)
def test_an_issuer_is_known_when_its_id_is_on_a_list(
    id: str,  # noqa: A002
    trust: Trust | None,
    failed: str,
    outcome: Outcome,
    words: str,
) -> None:
    check = told(id, trust, failed)
    assert (check.outcome, words in check.reason) == (outcome, True), check.reason


def test_lists_of_the_same_size_are_not_mixed_up() -> None:
    one, other = (Trust((IssuerRegistry("a", (IssuerEntry(f"did:web:{n}.example"),)),)) for n in ("x", "y"))
    assert hash(one) == hash(other)
    assert listed(one) != listed(other)
