"""Cost: what it costs this person, renewals of five years among it, against what they can spend."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import exp

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, cite_fact
from credlens.evaluate.criteria.base import SUITABILITY, Criterion, Finding
from credlens.evaluate.renewals import amount_in, renewal_bills
from credlens.model.quantity import Money

OLD_DAYS = 180  # platforms changed list prices within half a year more than once


def value(case: Case) -> Finding:
    """exp(-4 cost / budget): 1 for what is free, 0.018 for what takes the whole budget.

    The interval runs from the dearest to the cheapest case. An unknown renewal cost is bounded by the first cost once
    more; amounts in another currency are not converted. A price seen more than 180 days ago is marked and not widened:
    it may have changed, but nothing tells by how much, and an invented margin would look like knowledge. Financial aid
    is named and not taken off: who gets it is not known.
    """
    found = _judged(case)
    remarks = _old_price(case) + _aid(case)
    aid = cite_fact("financial aid", case.credential.free_aid) if case.credential.free_aid.known else ()
    return replace(found, because=f"{found.because}{remarks}", evidence=found.evidence + aid)


def _judged(case: Case) -> Finding:
    quote, limits = case.quote, case.limits
    if quote is None or quote.low is None or quote.high is None:
        return Finding(0.0, 1.0, f"the cost is not known{f' ({quote.unknown})' if quote and quote.unknown else ''}")
    evidence = cite(f"{_span(quote.low, quote.high)}: {quote.because}", quote.sources)
    if limits is None:
        because = f"{_span(quote.low, quote.high)} ({quote.because}), but no budget was given to hold it against"
        return Finding(0.0, 1.0, because, evidence)
    if quote.high.amount and quote.high.currency != limits.budget.currency:
        because = f"{_span(quote.low, quote.high)} ({quote.because}); your budget is in {limits.budget.currency}: not converted"
        return Finding(0.0, 1.0, because, evidence)
    cheapest, dearest, words = _with_renewals(case, quote.low, quote.high)
    because = f"{_span(quote.low, quote.high)} of a budget of {limits.budget} ({quote.because}){words}"
    return Finding(worth(dearest, limits.budget.amount), worth(cheapest, limits.budget.amount), because, evidence)


def worth(total: Decimal, budget: Decimal) -> float:
    """The value of a total: exp(-total / (budget / 4)); with no budget at all, only what is free is worth anything."""
    if total <= 0:
        return 1.0
    return exp(-float(4 * total / budget)) if budget > 0 else 0.0


def _with_renewals(case: Case, low: Money, high: Money) -> tuple[Decimal, Decimal, str]:
    bills = [amount_in(b, high.currency) for b in renewal_bills(case.credential)]
    known = sorted(b for b in bills if b is not None)
    if len(known) < len(bills):
        words = "; what renewing costs is not known, at most as much again is assumed"
        return low.amount + (known or [Decimal(0)])[0], high.amount + max([high.amount, *known]), words
    span = _span(Money(known[0], high.currency), Money(known[-1], high.currency))
    words = f"; renewing for five years adds {span}" if any(known) else ""
    return low.amount + known[0], high.amount + known[-1], words


def _old_price(case: Case) -> str:
    """A remark where the newest sight of what is to pay lies back too far; prices without a day are not judged."""
    if case.quote is None or case.quote.high is None:
        return ""
    items = case.credential.cost_options().get(case.quote.option, ())
    seen = [max(days) for i in items if (days := [s.date for s in i.amount.sources if s.date])]
    oldest = min(seen, default=case.today)
    old = (case.today - oldest).days > OLD_DAYS
    return f"; a price was last seen on {oldest} and may have changed" if old else ""


def _aid(case: Case) -> str:
    aid = case.credential.free_aid.get("")
    return f"; not taken off: {aid}" if aid else ""


def _span(low: Money, high: Money) -> str:
    return str(high) if low.amount == high.amount else f"{low} to {str(high).removeprefix(f'{high.currency} ')}"


CRITERION = Criterion(
    id="cost",
    group=SUITABILITY,
    default_weight=0.33,
    question="What does it cost, against what there is to spend?",
    reference=(
        "Anchors (free 1, whole budget 0.018, exponential between) are a judgement of this project. Default weight: "
        "cost was named by 37 of 100 workers in SHRM's survey, against 42 for skills and 33 for length."
    ),
    value=value,
    reads=("costs", "validity", "renewal", "hours"),
    besides="the person's pace and budget",
)
