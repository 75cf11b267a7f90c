"""How far a price can be believed: how old its newest word is, and whether sources disagree on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.catalog.age import Age, age_of
from credlens.model.credential import Credential
from credlens.model.fact import Source, Unknown
from credlens.model.serial import plain


@dataclass(frozen=True, slots=True)
class Side:
    """What one source says something costs."""

    what: str
    amount: Decimal
    currency: str
    source: Source


@dataclass(frozen=True, slots=True)
class PriceTrust:
    """What a reader should know before believing a price.

    Attributes:
        age: None when no amount is known.
        newest: the day of the newest word on it; None when no source has a date.
        disagree: every side, when sources give different amounts.
    """

    age: Age | None
    newest: date | None
    disagree: tuple[Side, ...] = ()

    @property
    def doubt(self) -> str:
        """What is wrong with its age, in words: "price of 2025-03", "undated"; empty when it is recent, or unknown."""
        if self.age is Age.STALE and self.newest is not None:
            return f"price of {self.newest:%Y-%m}"
        return "undated price" if self.age is Age.UNDATED else ""

    def to_json(self) -> dict[str, Any]:
        """``{"age", "newest", "disagree": [{"what", "amount", "currency", "source"}]}``."""
        return {"age": plain(self.age), "newest": plain(self.newest), "disagree": [plain(s) for s in self.disagree]}


def price_trust(credential: Credential, option: str, today: date) -> PriceTrust:
    """How far the amounts of one way to pay can be believed."""
    items = credential.cost_options().get(option, ())
    said = tuple(s for i in items if i.amount.candidates() for s in i.amount.sources)
    sides = tuple(
        Side(i.what, amount, i.currency, source)
        for i in items
        if isinstance(i.amount.value, Unknown)
        for amount, source in zip(i.amount.value.values, i.amount.sources, strict=False)
    )
    priced = any(i.amount.candidates() for i in items)
    return PriceTrust(
        age_of(said, "costs", today) if priced else None, max((s.date for s in said if s.date), default=None), sides
    )
