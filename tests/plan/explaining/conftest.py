"""Problems of a few offers, written in one line each."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Need, Offer, Saving
from credlens.plan.problem import Problem

START = date(2026, 1, 1)


@pytest.fixture
def offer() -> Any:
    def made(name: str, proves: str, price: int = 0, hours: float = 10, **more: Any) -> Offer:
        """``proves`` as "sql 0.8, python 0.5"; ``needs`` as names; ``saves`` as (name, hours); ``plus`` as a price by the month."""
        charges = [Charge(CostPattern.ONE_OFF, Decimal(price), "USD")] if price else []
        if month := more.pop("plus", 0):
            charges.append(Charge(CostPattern.PER_MONTH, Decimal(month), "USD", subscription="Plus"))
        proofs = tuple((s, float(p)) for s, p in (w.split() for w in proves.split(",") if w.strip()))
        needs = tuple(Need((n,), n) for n in more.pop("needs", ()))
        savings = tuple(Saving((n,), h, n) for n, h in more.pop("saved", ()))
        return Offer(name, "standard", hours, tuple(charges), proofs, needs, savings, **more)

    return made


@pytest.fixture
def problem() -> Any:
    def made(*offers: Offer, budget: int = 100, days: int = 100, **more: Any) -> Problem:
        """Seven hours a week: an hour is a day. All of sql, python and r are wanted alike."""
        rest = {k: more.pop(k) for k in ("fixed", "excluded", "bundles", "awards") if k in more}
        limits = {"max_credentials": 4, "deadline": START + timedelta(days=days - 1)} | more
        money = Money(Decimal(budget))
        targets = (("python", 1.0), ("r", 1.0), ("sql", 1.0))
        return Problem(Limits(money, limits.pop("hours", 7.0), START, **limits), targets, offers, **rest)

    return made
