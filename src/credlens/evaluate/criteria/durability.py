"""Durability: how much of the next five years is it valid and asked for, and at what cost?"""

from __future__ import annotations

from itertools import product

from credlens.evaluate.breadth import label
from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, market_source, unknown_words
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.renewals import HORIZON_MONTHS, amount_in, bill, renewal_ways, renewals
from credlens.evaluate.shelf_life import in_demand, measured
from credlens.model.credential import Renewal, Validity
from credlens.model.fact import Unknown, WhyUnknown
from credlens.model.gap import Evidence

NOT_MEASURED = (
    "how long its skills stay in demand is not measured (that takes a built market with two years of ads), so the "
    "lower end stays at 0"
)
SHOWN = 3  # skills whose trend the reason names


def value(case: Case) -> Finding:
    """Share of five years in which it is valid and its skills are asked for, less the money that goes into renewing.

    Its holder may let it lapse, or renew it and pay; the better way counts. Renewing takes off its share of all money
    spent on the credential. How long its skills are asked for at least half as often as today is expected from their
    trends in the built market, between what they are if they go on so and what such trends became elsewhere, for
    declines slow down and growth does not last; without a trend it may be anything from never to always. Nobody can look that up, so once validity and renewal are known nothing is proposed.
    """
    fact, renewal = case.credential.validity, case.credential.renewal
    evidence = cite_fact("validity", fact) + cite_fact("renewal", renewal) + _trends(case)
    if not fact.candidates():
        high = in_demand(case, 1.0)[1]
        return Finding(0.0, high, f"{unknown_words('validity', fact)}; {_shelf_life(case)}", evidence)
    none_offered = isinstance(renewal.value, Unknown) and renewal.value.why is WhyUnknown.NOT_APPLICABLE
    ways: tuple[Renewal | None, ...] = renewal_ways(case.credential) or (None,)
    ends = [_better(v, w, case, none_offered) for v, w in product(fact.candidates(), ways)]
    low, high = min(e[0] for e in ends), max(e[1] for e in ends)
    settled = fact.known and (renewal.known or none_offered or fact.get(Validity(0)).months is None)
    words = " / ".join(str(v) for v in fact.candidates())
    because = f"valid: {words}; {low:.2f} to {high:.2f} of five years after renewal costs; {_shelf_life(case)}"
    return Finding(low, high, because, evidence, can_look_up=not settled)


def _better(validity: Validity, way: Renewal | None, case: Case, none_offered: bool) -> tuple[float, float]:
    """The better of letting it lapse and renewing it, at both ends."""
    times = renewals(validity)
    if times == 0:
        return in_demand(case, 1.0)
    lapsing = in_demand(case, (validity.months or 0) / HORIZON_MONTHS)
    if none_offered:
        return lapsing
    least, most = _renewal_share(times, way, case)
    renewing = in_demand(case, 1.0)
    return (max(lapsing[0], renewing[0] - most), max(lapsing[1], renewing[1] - least))


def _renewal_share(times: int, way: Renewal | None, case: Case) -> tuple[float, float]:
    """Renewal's part of first cost and renewals together, least and most; anything where a sum is not known."""
    due = None if way is None else bill(times, way)
    if due is not None and not due.amount:
        return (0.0, 0.0)
    quote = case.quote
    if due is None or quote is None or quote.low is None or quote.high is None:
        return (0.0, 1.0)
    amount = amount_in(due, quote.high.currency)
    if amount is None:
        return (0.0, 1.0)
    return (float(amount / (amount + quote.high.amount)), float(amount / (amount + quote.low.amount)))


def _shelf_life(case: Case) -> str:
    told = measured(case)
    if not told:
        return NOT_MEASURED
    names = [f"{label(case, t.skill)} {t.words}" for t in told[:SHOWN]]
    names += [f"{len(told) - SHOWN} more"] if len(told) > SHOWN else []
    return f"demand for what it teaches ({len(told)} of {len(case.credential.skills)} measured): {', '.join(names)}"


def _trends(case: Case) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            f"ads that name {label(case, t.skill)}, {t.first} to {t.last}: {t.words}",
            market_source(f"{case.market or 'the built market'}, {t.quarters} quarters", t.n),
        )
        for t in measured(case)
    )


CRITERION = Criterion(
    id="durability",
    group=QUALITY,
    default_weight=0.08,
    question="How much of the next five years is it valid and asked for, and what does keeping it cost?",
    reference=(
        "Trends: quasi-binomial lines through the quarters of a built market, and what became of such slopes later "
        "(decision 0012). Five years, half of today's demand, and renewal's share of all cost: a judgement of this "
        "project."
    ),
    value=value,
    reads=("validity", "renewal"),
    besides="what it teaches and how demand for that moves in the built market; its price for this person",
)
