"""Durability: how much of the next five years does it stay valid, and at what cost?"""

from __future__ import annotations

from itertools import product

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, unknown_words
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.renewals import HORIZON_MONTHS, amount_in, renewals
from credlens.model.credential import Renewal, Validity
from credlens.model.fact import Unknown, WhyUnknown
from credlens.model.quantity import Money

SHELF_LIFE = "how long its skills stay in demand is not measured yet, so the lower end stays at 0"


def value(case: Case) -> Finding:
    """0 to the share of five years in which it is valid, less the share of money that goes into renewing it.

    Only validity is known today. Demand for its skills may end at any time, so the lower end is 0 and the interval
    wide; nobody can look that up, and it is not proposed as the next thing to look up once validity is known.
    """
    fact = case.credential.validity
    if not fact.candidates():
        return Finding(0.0, 1.0, f"{unknown_words('validity', fact)}; {SHELF_LIFE}")
    renewal = case.credential.renewal
    none_offered = isinstance(renewal.value, Unknown) and renewal.value.why is WhyUnknown.NOT_APPLICABLE
    ways: tuple[Renewal | None, ...] = renewal.candidates() or (None,)
    high = max(_at_most(v, w, case, none_offered) for v, w in product(fact.candidates(), ways))
    settled = fact.known and (renewal.known or none_offered or fact.get(Validity(0)).months is None)
    words = " / ".join(str(v) for v in fact.candidates())
    because = f"valid: {words}; at most {high:.2f} of five years after renewal costs; {SHELF_LIFE}"
    return Finding(
        0.0, high, because, cite_fact("validity", fact) + cite_fact("renewal", renewal), can_look_up=not settled
    )


def _at_most(validity: Validity, way: Renewal | None, case: Case, none_offered: bool) -> float:
    """Share of the horizon in which it can be valid at best, less the renewal's share of all money spent on it."""
    times = renewals(validity)
    if times == 0:
        return 1.0
    unrenewed = (validity.months or 0) / HORIZON_MONTHS
    if none_offered:
        return unrenewed
    return max(unrenewed, 1.0 - _renewal_share(times, way, case))


def _renewal_share(times: int, way: Renewal | None, case: Case) -> float:
    """Renewal's part of first cost and renewals together; 0, the best case, when a sum is not known."""
    first = case.quote.high if case.quote else None
    if way is None or way.cost is None or first is None:
        return 0.0
    bill = amount_in(Money(times * way.cost, way.currency), first.currency)
    return float(bill / (bill + first.amount)) if bill else 0.0


CRITERION = Criterion(
    id="durability",
    group=QUALITY,
    default_weight=0.08,
    question="How much of the next five years does it hold, and what does keeping it cost?",
    reference="Horizon of five years and renewal's share of all cost: a judgement of this project. Shelf life of "
    "skills: not built yet.",
    value=value,
    reads=("validity", "renewal"),
    besides="its price for this person",
)
