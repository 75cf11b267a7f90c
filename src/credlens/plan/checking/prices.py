"""Whether the charges of an offer are what the catalog's records say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from credlens.model.credential import CostPattern
from credlens.plan.checking.facts import LET_LAPSE, RENEWAL

if TYPE_CHECKING:
    from datetime import date

    from credlens.model.credential import CostItem, Credential
    from credlens.plan.checking.facts import Facts
    from credlens.plan.money.charge import Charge
    from credlens.plan.offer import Offer


class _Price(NamedTuple):
    pattern: CostPattern
    amount: Decimal
    what: str
    subscription: str | None
    valid_from: date | None
    valid_until: date | None

    def __str__(self) -> str:
        shared = f" for {self.subscription}" if self.subscription else ""
        window = f" from {self.valid_from}" if self.valid_from else ""
        window += f" until {self.valid_until}" if self.valid_until else ""
        return f"{self.amount} {self.what} ({self.pattern}{shared}){window}"


def prices(offer: Offer, credential: Credential, facts: Facts) -> Iterator[str]:
    """What is wrong with the prices of an offer, and with what keeping the credential costs."""
    currency = facts.limits.budget.currency
    for charge in offer.charges:
        if charge.amount and charge.currency != currency:
            yield f"priced in {charge.currency}, the budget is in {currency}"
    if offer.option == RENEWAL:
        yield from _fee(offer, credential, facts)
    else:
        option = offer.option.removesuffix(LET_LAPSE)
        items = [i for i in credential.costs if i.option == option]
        if not items:
            yield f"has no cost option {option!r}"
        yield from _wrong_items(offer, items, currency)
        for charge in offer.charges:
            if charge.pattern is CostPattern.PER_ATTEMPT:
                yield from _attempts(charge, option, items, credential)
    dearest = _renewal(credential, currency)
    if offer.valid_months is not None and dearest is not None and offer.renewal < dearest:
        yield f"its renewal is counted as {offer.renewal}, it costs {dearest}"


def _wrong_items(offer: Offer, items: list[CostItem], currency: str) -> Iterator[str]:
    """Of amounts on which sources disagree the dearest counts."""
    true: Counter[_Price] = Counter()
    for item in items:
        amounts = (Decimal(0),) if item.pattern is CostPattern.FREE else item.amount.candidates()
        if not amounts:
            yield f"the price of the {item.what} is unknown"
            return
        if any(amounts) and item.currency != currency:
            yield f"priced in {item.currency}, the budget is in {currency}"
        shared, since, until = item.subscription, item.valid_from, item.valid_until
        true[_Price(item.pattern, max(amounts), item.what, shared, since, until)] += 1
    said = Counter(
        _Price(c.pattern, c.amount, c.what, c.subscription, c.valid_from, c.valid_until) for c in offer.charges
    )
    yield from (f"a charge of {price} is missing" for price in (true - said).elements())
    yield from (f"a charge of {price} is in no record" for price in (said - true).elements())


def _attempts(charge: Charge, option: str, items: list[CostItem], credential: Credential) -> Iterator[str]:
    """The lowest pass rate and the fewest attempts that are stated; none where the words of the price speak of more attempts."""
    rates = [a.pass_rate for a in credential.assessment if a.pass_rate is not None]
    rates += [f.value for f in credential.outcomes if f.metric == "pass_rate" and 0 <= f.value <= 1]
    lowest = min(rates, default=None)
    words = " ".join((option, *(i.condition for i in items))).casefold()
    included = "attempt" in words or "retake" in words
    if charge.pass_rate != lowest and not (included and charge.pass_rate is None):
        yield f"counts with a pass rate of {charge.pass_rate}, the lowest stated is {lowest}"
    fewest = min((a.attempts for a in credential.assessment if a.attempts), default=None)
    if charge.pass_rate is not None and (charge.attempts or None) != fewest:
        yield f"counts with {charge.attempts} attempts, allowed are {fewest}"


def _fee(offer: Offer, credential: Credential, facts: Facts) -> Iterator[str]:
    """Renewing is paid once, at the dearest price of a renewal."""
    price = _renewal(credential, facts.limits.budget.currency)
    if price is None:
        yield "what its renewal costs is not known"
        return
    if [(c.pattern, c.amount, c.subscription) for c in offer.charges] != [(CostPattern.ONE_OFF, price, None)]:
        yield f"a renewal costs {price}, paid once"


def _renewal(credential: Credential, currency: str) -> Decimal | None:
    """The dearest renewal; None when one of its prices is unknown or in another currency."""
    ways = credential.renewal.candidates()
    if not ways or any(w.cost is None or (w.cost and w.currency != currency) for w in ways):
        return None
    return max(w.cost for w in ways if w.cost is not None)
