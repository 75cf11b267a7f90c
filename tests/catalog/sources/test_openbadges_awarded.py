"""What an award says beyond the badge that was awarded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.catalog.sources.openbadges.awarded import awards

CLASS = {"type": "BadgeClass", "id": "https://b.example.org/7", "name": "Fog"}


@pytest.mark.parametrize(
    ("record", "issued", "expires", "signed", "months"),
    [
        ({"badge": CLASS, "issuedOn": "2024-01-31", "expires": "2026-01-31", "verification": {"type": "hosted"}}, date(2024, 1, 31), date(2026, 1, 31), False, 24),
        ({"badge": CLASS, "issuedOn": "2024-01-31", "verify": {"type": "SignedBadge"}}, date(2024, 1, 31), None, True, None),
        ({"badge": CLASS, "issuedOn": "2024-01-31", "expires": "2023-01-31"}, date(2024, 1, 31), date(2023, 1, 31), None, None),
        ({"credentialSubject": {"achievement": CLASS}, "validFrom": "2024-01-01T00:00:00Z", "validUntil": "2024-07-01T00:00:00Z", "proof": [{}]}, date(2024, 1, 1), date(2024, 7, 1), True, 6),
        ({"credentialSubject": {"achievement": CLASS}, "issuanceDate": "2024-01-01", "expirationDate": "soon"}, date(2024, 1, 1), None, None, None),
    ],
)  # fmt: skip
def test_days_and_signature_are_read_in_every_version(
    record: dict[str, Any], issued: date | None, expires: date | None, signed: bool | None, months: int | None
) -> None:
    (award,) = awards([{"items": [record]}])
    assert (award.key, award.issued, award.expires) == ("https://b.example.org/7", issued, expires)
    assert (award.signed, award.months()) == (signed, months)


def test_a_badge_lapses_the_day_after_its_last_one() -> None:
    (award,) = awards({"badge": CLASS, "expires": "2024-05-01"})
    assert [award.over(date(2024, 5, day)) for day in (1, 2)] == [False, True]


def test_where_nothing_is_awarded_there_is_no_award() -> None:
    assert list(awards(CLASS)) == []
    assert list(awards({"badge": "https://b.example.org/7"})) == []
    assert list(awards("nonsense")) == []
