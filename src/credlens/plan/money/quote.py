"""What each way of paying for a credential would cost one person at their pace."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from credlens.model.credential import CostItem, CostPattern, Credential
from credlens.model.fact import Source
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quantity import Hours, Money
from credlens.model.quote import Quote
from credlens.plan.effort import days_needed, hours_left, known_share
from credlens.plan.money.billing import payments
from credlens.plan.money.charge import Charge

PERIODIC = {CostPattern.PER_MONTH: "month", CostPattern.PER_YEAR: "year", CostPattern.MEMBERSHIP: "year"}
LIFETIME = 36525  # days; whoever needs longer gets no price
Sum = tuple[Decimal, Decimal, str]  # least, most, in words
_NO_RATE = "; no exchange rate offline"
_FOREIGN = re.compile(
    rf"priced in ([A-Z]{{3}}){re.escape(_NO_RATE)}"
)  # a reason is text also where it is stored in a file


def quotes(credential: Credential, person: Person, limits: Limits) -> tuple[Quote, ...]:
    """One quote for each cost option, in the order written; a single unknown one when no price is known at all.

    Work starts on ``limits.start`` and runs at ``limits.hours_per_week``; the low sum is for the least hours and amounts, the high
    sum for the most. What is priced in one other currency than the budget's keeps it: there is no exchange rate offline. Nothing is
    shared with other credentials here: a plan may come out cheaper.
    """
    hours, why_hours = hours_left(credential, person)
    told = why_hours if known_share(credential, person) else ""
    options = credential.cost_options()
    if not options:
        words = _join("; ", ("" if hours else why_hours, "price not looked up"))
        return (Quote(credential.id, "standard", hours, None, None, "", words, credential.hours.sources, told),)
    found = (_quote(credential, option, items, (hours, why_hours), limits) for option, items in options.items())
    return tuple(replace(quote, effort=told) for quote in found)


def best_quote(credential: Credential, person: Person, limits: Limits) -> Quote:
    """The best of a credential's quotes; see :func:`best_of`."""
    return best_of(quotes(credential, person, limits), limits.budget.currency)


def best_of(ways: Iterable[Quote], currency: str) -> Quote:
    """The cheapest known quote by its high end, then by option; one with unknowns only when nothing better is there.

    One priced in another currency than the person's comes after all that can be held against their budget.
    """

    def order(quote: Quote) -> tuple[bool, bool, bool, Decimal, str]:
        foreign = quote.high is not None and quote.high.currency != currency
        amount = quote.high.amount if quote.high else Decimal(0)
        return (quote.high is None, foreign, not quote.known, amount, quote.option)

    return min(ways, key=order)


def charge_of(item: CostItem, currency: str) -> tuple[Charge | None, str]:
    """The item with the amount to plan with, or None and why it cannot be planned with."""
    if item.pattern is CostPattern.FREE:
        return _charge(item, Decimal(0), currency), ""
    amounts = item.amount.candidates()
    if not amounts:
        return None, f"price of the {item.what} {item.amount.value!s}"
    if item.currency != currency and any(amounts):
        return None, f"priced in {item.currency}{_NO_RATE}"
    return _charge(item, max(amounts), currency), ""


def foreign_currency(why: str) -> str:
    """The currency that stands in the way where ``why`` says that this is what does, in the words of :func:`charge_of`; else empty."""
    found = _FOREIGN.fullmatch(why)
    return found[1] if found else ""


def _charge(item: CostItem, amount: Decimal, currency: str) -> Charge:
    return Charge(item.pattern, amount, currency, item.what, item.subscription, item.valid_from, item.valid_until)


def _quote(
    credential: Credential, option: str, items: tuple[CostItem, ...], effort: tuple[Hours | None, str], limits: Limits
) -> Quote:
    hours, why_hours = effort
    missing = [] if hours else [why_hours]
    sums: list[Sum] = []
    currency = _currency(items, limits.budget.currency)
    for item in items:
        problem = charge_of(item, currency)[1] or _uncountable(item, hours, limits)
        if problem:
            missing.append(problem)
        else:
            sums.append(_sum(item, hours, limits))
    sources = _distinct((*(s for i in items for s in i.amount.sources), *credential.hours.sources))
    unknown = _join("; ", missing)
    if len(sums) < len(items):
        return Quote(credential.id, option, hours, None, None, "", unknown, sources)
    low = Money(sum((s[0] for s in sums), Decimal(0)), currency)
    high = Money(sum((s[1] for s in sums), Decimal(0)), currency)
    because = _join(" + ", (s[2] for s in sums))
    return Quote(credential.id, option, hours, low, high, because, unknown, sources)


def _currency(items: tuple[CostItem, ...], wanted: str) -> str:
    """The one currency that something is to be paid in; the wanted one when nothing is, or in several."""
    found = {i.currency for i in items if i.pattern is not CostPattern.FREE and any(i.amount.candidates())}
    return found.pop() if len(found) == 1 else wanted


def _uncountable(item: CostItem, hours: Hours | None, limits: Limits) -> str:
    """Why the periods of a subscription cannot be counted; empty when they can."""
    if item.pattern not in PERIODIC:
        return ""
    if hours is None:
        return f"number of {PERIODIC[item.pattern]}s to pay, since the workload is unknown"
    if limits.hours_per_week <= 0 or days_needed(hours.max, limits.hours_per_week) > LIFETIME:
        return f"number of {PERIODIC[item.pattern]}s to pay, at {limits.hours_per_week:g} hours a week"
    return ""


def _sum(item: CostItem, hours: Hours | None, limits: Limits) -> Sum:
    if item.pattern is CostPattern.FREE:
        return (Decimal(0), Decimal(0), "free")
    amounts = item.amount.candidates()
    least, most = Money(min(amounts), item.currency), Money(max(amounts), item.currency)
    price = str(least) if least == most else f"{least}-{most.amount:,}"
    if item.pattern not in PERIODIC or hours is None:
        return (least.amount, most.amount, f"{price} {item.what}")
    few, many = (_periods(item, h, limits) for h in (hours.min, hours.max))
    unit = PERIODIC[item.pattern]
    count = f"{few}" if few == many else f"{few}-{many}"
    return (least.amount * few, most.amount * many, f"{price} a {unit} x {count} {unit}{'' if count == '1' else 's'}")


def _periods(item: CostItem, hours: float, limits: Limits) -> int:
    finish = limits.start + timedelta(days=days_needed(hours, limits.hours_per_week) - 1)
    return len(payments(Charge(item.pattern, Decimal(1), item.currency), limits.start, finish))


def _join(separator: str, words: Iterable[str]) -> str:
    return separator.join(w for w in words if w)


def _distinct(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))
