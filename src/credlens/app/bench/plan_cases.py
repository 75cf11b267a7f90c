"""Small random planning problems that between them use every rule of a plan: what the solver is held against brute force on.

Prices, hours and days are drawn from few values, so that ties come often: a solver that breaks one wrongly is found out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

import numpy as np

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.money.charge import SHAREABLE, Charge
from credlens.plan.offer import Award, Bundle, Need, Offer, Paid, Saving
from credlens.plan.problem import Problem

T = TypeVar("T")

CURRENCY = "USD"
NOWHERE = "gone"  # a credential that is asked for and cannot be had
MOST_OFFERS = 7
PLATFORMS = 3
AMOUNTS = (0, 5, 10, 20, 25, 40, 60, 90)
MONTHLY, YEARLY = (10, 15, 20, 30, 49), (60, 90, 120)
STARTS = (date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 16), date(2027, 8, 31), date(2028, 2, 29))


class _Draw:
    """A seeded source of chance, in the words used below."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def number(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def chance(self, share: float) -> bool:
        return bool(self._rng.random() < share)

    def pick(self, values: Sequence[T]) -> T:
        return values[self.number(0, len(values) - 1)]

    def some(self, values: Sequence[T], least: int, most: int) -> tuple[T, ...]:
        """Some of the values, each at most once, in the order they were given in."""
        many = min(len(values), self.number(least, most))
        return tuple(values[i] for i in sorted(self._rng.permutation(len(values))[:many]))


def random_problem(seed: int) -> Problem:
    """A problem with at most :data:`MOST_OFFERS` offers and five wanted skills; the same seed gives the same one."""
    draw = _Draw(seed)
    limits = _limits(draw)
    credentials = tuple(f"c{k}" for k in range(draw.pick((2, 3, 4, 5, 5, 6, 6))))
    skills = tuple(f"s{k}" for k in range(draw.number(1, 5)))
    prices = [(draw.pick(MONTHLY), draw.pick(YEARLY), draw.pick(AMOUNTS)) for _ in range(PLATFORMS)]
    offers: list[Offer] = []
    for left, name in enumerate(reversed(credentials)):
        room = MOST_OFFERS - len(offers) - (len(credentials) - left - 1)
        offers += _offers(draw, limits, name, credentials, skills, prices)[:room]
    fixed = (draw.pick((*credentials, *credentials, NOWHERE)),) if draw.chance(0.12) else ()
    return Problem(
        limits=limits,
        targets=tuple((s, draw.pick((0.2, 0.5, 1.0, 3.0))) for s in skills),
        offers=tuple(sorted(offers, key=lambda o: o.name)),
        fixed=fixed,
        bundles=_bundles(draw, offers),
        awards=_awards(draw, credentials, skills),
        paid=_paid(draw, limits),
    )


def _limits(draw: _Draw) -> Limits:
    start = draw.pick(STARTS)
    by_month = draw.chance(0.25)  # then every step can be put off to later months: fewer of them, and fewer months
    length = draw.number(30, 120) if by_month else draw.number(30, 300)
    deadline = start + timedelta(days=-1 if draw.chance(0.02) else length)
    off = [_span(draw, start, length) for _ in range(draw.pick((0, 0, 1, 2)))]
    most = draw.number(1, 3) if by_month else draw.pick((1, 2, 3, 3, 4, 4, 5))
    return Limits(
        budget=Money(Decimal(draw.pick((0, 40, 80, 120, 180, 250, 500))), CURRENCY),
        hours_per_week=0.0 if draw.chance(0.02) else draw.pick((3.5, 7.0, 10.0, 12.5, 21.0)),
        start=start,
        deadline=deadline,
        max_credentials=0 if draw.chance(0.01) else most,
        budget_per_month=Money(Decimal(draw.pick((30, 50, 80, 120))), CURRENCY) if by_month else None,
        off=tuple(off),
        keep_until=start + timedelta(days=draw.number(0, 500)) if draw.chance(0.25) else None,
    )


def _span(draw: _Draw, start: date, length: int) -> tuple[date, date]:
    first = start + timedelta(days=draw.number(-5, length))
    return first, first + timedelta(days=draw.number(0, 20))


def _day(draw: _Draw, limits: Limits) -> date:
    """A day around the time of the plan."""
    return limits.start + timedelta(days=draw.number(-10, max(10, (limits.deadline - limits.start).days)))


def _offers(
    draw: _Draw,
    limits: Limits,
    name: str,
    credentials: Sequence[str],
    skills: Sequence[str],
    prices: Sequence[tuple[int, int, int]],
) -> list[Offer]:
    """One credential with one option or two; the second one may be to let it lapse, which proves nothing."""
    proofs = tuple(
        (s, draw.pick((0.05, 0.2, 0.35, 0.5, 0.65, 0.8)) * draw.pick((1.0, 0.9))) for s in draw.some(skills, 1, 3)
    )
    others = [c for c in credentials if c != name]
    asked = [*others, NOWHERE] if draw.chance(0.3) else others
    hours = draw.pick((0.0, 2.0, 5.0, 7.0, 10.5, 15.0, 20.0, 30.0))
    needs = [Need(draw.some(asked, 1, 2), "something first") for _ in range(draw.pick((0, 0, 0, 0, 1, 1, 2)))]
    savings = [
        Saving(draw.some(others, 1, 2), draw.pick((1.0, 3.5, 7.0, 12.0)), "what was learnt before")
        for _ in range(draw.pick((0, 0, 0, 1, 2)))
    ]
    valid = draw.pick((1, 2, 3, 6)) if draw.chance(0.2) else None
    offer = Offer(
        name,
        "a",
        hours,
        _charges(draw, limits, prices),
        proofs,
        tuple(needs),
        tuple(savings),
        first_day=_day(draw, limits) if draw.chance(0.1) else None,
        last_day=_day(draw, limits) + timedelta(days=60) if draw.chance(0.1) else None,
        starts=tuple(sorted({_day(draw, limits) for _ in range(draw.number(1, 3))})) if draw.chance(0.15) else (),
        least_days=draw.number(2, 50) if draw.chance(0.15) else 1,
        valid_months=valid,
        renewal=Decimal(draw.pick((0, 10, 25))) if valid else Decimal(0),
        quality=draw.pick((0.25, 0.5, 0.5, 0.5004, 0.75)),
    )
    if valid and draw.chance(0.5):
        return [offer, _second(offer, offer.charges, lapses=True)]
    return [offer, _second(offer, _charges(draw, limits, prices), lapses=False)] if draw.chance(0.3) else [offer]


def _second(offer: Offer, charges: tuple[Charge, ...], *, lapses: bool) -> Offer:
    return Offer(
        offer.credential,
        "b",
        offer.hours,
        charges,
        () if lapses else offer.proofs,
        offer.needs,
        offer.savings,
        offer.first_day,
        offer.last_day,
        offer.starts,
        offer.least_days,
        None if lapses else offer.valid_months,
        Decimal(0) if lapses else offer.renewal,
        offer.quality,
    )


def _charges(draw: _Draw, limits: Limits, prices: Sequence[tuple[int, int, int]]) -> tuple[Charge, ...]:
    return tuple(_charge(draw, limits, prices, n) for n in range(draw.pick((1, 1, 1, 2))))


def _charge(draw: _Draw, limits: Limits, prices: Sequence[tuple[int, int, int]], number: int) -> Charge:
    pattern = draw.pick((*CostPattern, CostPattern.PER_MONTH, CostPattern.PER_MONTH))
    platform = draw.number(0, PLATFORMS - 1)
    by_month, by_year, once = prices[platform]
    shared = pattern in SHAREABLE and draw.chance(0.75)
    usual = {CostPattern.PER_MONTH: by_month, CostPattern.PER_YEAR: by_year, CostPattern.MEMBERSHIP: by_year}
    amount = usual.get(pattern, once if shared else draw.pick(AMOUNTS)) + (1 if draw.chance(0.1) else 0)
    windowed = draw.chance(0.1)
    return Charge(
        pattern,
        Decimal(amount),
        CURRENCY,
        what="tuition" if number == 0 else "fee",
        subscription=f"p{platform}" if shared else None,
        valid_from=_day(draw, limits) if windowed and draw.chance(0.5) else None,
        valid_until=_day(draw, limits) + timedelta(days=60) if windowed else None,
        pass_rate=draw.pick((0.5, 0.7, 1.0)) if pattern is CostPattern.PER_ATTEMPT and draw.chance(0.6) else None,
        attempts=draw.pick((None, 0, 1, 2)),
    )


def _bundles(draw: _Draw, offers: Sequence[Offer]) -> tuple[Bundle, ...]:
    """Pairs of credentials; never cheaper together than what they cost by themselves."""
    own: dict[str, Decimal] = {}
    for offer in offers:
        price = sum(
            (c.amount for c in offer.charges if c.key is None and c.pattern is not CostPattern.FREE), Decimal(0)
        )
        own[offer.credential] = min(price, own.get(offer.credential, price))
    paid = sorted(c for c, price in own.items() if price > 0)
    found: list[Bundle] = []
    while len(paid) >= 2 and draw.chance(0.5):
        members = draw.some(paid, 2, 3)
        paid = [c for c in paid if c not in members]
        saves = min(Decimal(draw.pick((5, 10, 25))), sum((own[m] for m in members), Decimal(0)))
        found.append(Bundle(f"b{len(found)}", members, saves))
    return tuple(found)


def _awards(draw: _Draw, credentials: Sequence[str], skills: Sequence[str]) -> tuple[Award, ...]:
    return tuple(
        Award(f"a{k}", draw.some(credentials, 2, 3), tuple((s, draw.pick((0.3, 0.6))) for s in draw.some(skills, 1, 2)))
        for k in range(draw.pick((0, 0, 0, 1, 2)))
    )


def _paid(draw: _Draw, limits: Limits) -> tuple[Paid, ...]:
    names = draw.some([f"p{k}" for k in range(PLATFORMS)], 0, 2) if draw.chance(0.25) else ()
    return tuple(Paid(name, None if draw.chance(0.2) else _day(draw, limits)) for name in names)
