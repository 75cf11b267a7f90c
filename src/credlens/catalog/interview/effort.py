"""Questions about money and time."""

from __future__ import annotations

from decimal import Decimal

from credlens.catalog.interview.question import Fields, Kind, Question, Said, choices
from credlens.model.credential import CostItem, CostPattern
from credlens.model.fact import Fact

_OPTION = "standard"
# What a price is for, where the way it is charged says so.
_FOR = {
    CostPattern.FREE_AUDIT_PAID_CERT: "certificate",
    CostPattern.PER_ATTEMPT: "exam",
    CostPattern.MEMBERSHIP: "membership",
}


def _price(said: Said) -> Fields:
    chosen = said.text("price")
    if not chosen:
        return {}
    pattern = CostPattern(chosen)
    costs = []
    if pattern is CostPattern.FREE:
        costs.append(CostItem(_OPTION, pattern, Fact(Decimal(0), said.sources), "USD", "tuition"))
    else:
        costs.append(_item(said, pattern, "price_amount", _FOR.get(pattern, "tuition")))
    if (money := said.money("exam_fee")) and money.amount:
        costs.append(_item(said, CostPattern.PER_ATTEMPT, "exam_fee", "exam"))
    return {"costs": tuple(costs)}


def _item(said: Said, pattern: CostPattern, name: str, what: str) -> CostItem:
    """A price; its amount stays unknown when only the way of paying is known."""
    money = said.money(name)
    amount: Fact[Decimal] = said.fact(money.amount if money else None)
    return CostItem(_OPTION, pattern, amount, money.currency if money else "USD", what)


def _hours(said: Said) -> Fields:
    return {"hours": said.fact(said.hours("hours"))}


QUESTIONS = (
    Question(
        "price",
        "How is it paid for?",
        "to hold its cost against your budget, and to warn when only the learning is free",
        Kind.CHOICE,
        choices(
            ("free", "it is free, the certificate included"),
            ("free_audit_paid_cert", "learning is free, the certificate costs money"),
            ("one_off", "once"),
            ("per_month", "by the month"),
            ("per_year", "by the year"),
            ("per_attempt", "for each attempt at the exam"),
            ("membership", "with a yearly membership"),
        ),
        fields=_price,
    ),
    Question(
        "price_amount",
        "How much is that, with the currency?",
        "to hold it against your budget",
        Kind.MONEY,
        like="49 USD",
        follows="price",
        opened_by=("free_audit_paid_cert", "one_off", "per_month", "per_year", "per_attempt", "membership"),
    ),
    Question(
        "exam_fee",
        "Does the exam cost extra? How much?",
        "since a fee that comes last is easily forgotten",
        Kind.MONEY,
        like="120 USD",
        none="nothing extra",
        follows="price",
        opened_by=("free", "one_off", "per_month", "per_year", "membership"),
    ),
    Question(
        "hours",
        "How many hours of work is it, all in all?",
        "to see whether it fits into your time, and to warn when it is had for a day",
        Kind.RANGE,
        unit="hours",
        like="40, or 30-50",
        fields=_hours,
    ),
)
