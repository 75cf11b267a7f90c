"""How far a price can be believed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from credlens.app.catalog.pricing import price_trust
from credlens.model.credential import CostItem, CostPattern, Credential
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown

TODAY = date(2026, 11, 22)


def _read(day: date | None) -> Source:
    return Source(Method.READ, "https://example.org/fog", day)


def _priced(*amounts: Fact[Decimal]) -> Credential:
    return Credential(
        "fog", "Fog", costs=tuple(CostItem("standard", CostPattern.ONE_OFF, a, "USD", "tuition") for a in amounts)
    )


@pytest.mark.parametrize(
    ("days", "age", "doubt"),
    [
        ((date(2026, 11, 1),), "fresh", ""),
        ((date(2026, 5, 26),), "fresh", ""),
        ((date(2026, 5, 25),), "stale", "price of 2026-05"),
        ((date(2025, 3, 4),), "stale", "price of 2025-03"),
        ((date(2025, 3, 4), date(2026, 11, 1)), "fresh", ""),
        ((None,), "undated", "undated price"),
    ],
)
def test_the_newest_word_decides(days: tuple[date | None, ...], age: str, doubt: str) -> None:
    trust = price_trust(_priced(*(Fact(Decimal(9), (_read(d),)) for d in days)), "standard", TODAY)
    assert trust.doubt == doubt
    assert trust.to_json() == {
        "age": age, "newest": max((d.isoformat() for d in days if d), default=None), "disagree": [],
    }  # fmt: skip


def test_a_price_that_nobody_knows_has_no_age() -> None:
    unknown: Fact[Decimal] = Fact(Unknown(WhyUnknown.NOT_STATED), (_read(date(2020, 1, 1)),))
    for credential in (_priced(unknown), _priced(), Credential("x", "X")):
        assert price_trust(credential, "standard", TODAY).age is None
        assert price_trust(credential, "standard", TODAY).doubt == ""


def test_every_side_of_a_disagreement_is_told() -> None:
    one, other = _read(date(2026, 10, 1)), Source(Method.RECALLED)
    torn = Fact(Unknown(WhyUnknown.CONFLICTING, (Decimal(39), Decimal(49))), (one, other))
    sides = price_trust(_priced(Fact(Decimal(1), (one,)), torn), "standard", TODAY).disagree

    assert [(s.amount, s.currency, s.what, s.source) for s in sides] == [
        (Decimal(39), "USD", "tuition", one),
        (Decimal(49), "USD", "tuition", other),
    ]
