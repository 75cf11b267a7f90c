"""What a row of a table says that something costs."""

from __future__ import annotations

import re
from decimal import Decimal

from credlens.catalog.sources.csv_table.cells import Record
from credlens.catalog.values.facts import known
from credlens.catalog.values.prices import Price, absurd, price
from credlens.model.credential import CostItem, CostPattern

_PATTERNS = (
    ("price", CostPattern.ONE_OFF, "tuition"),
    ("price_per_month", CostPattern.PER_MONTH, "tuition"),
    ("price_per_year", CostPattern.PER_YEAR, "tuition"),
    ("exam_fee", CostPattern.PER_ATTEMPT, "exam"),
)
_OPTIONS = {"price": "standard", "price_per_month": "monthly", "price_per_year": "yearly"}
_NAMED = re.compile(
    r"(?:^|[^a-z])(usd|eur|gbp|inr|brl|cad|aud|chf|mxn|sek|nok|dkk|pln|jpy|cny)(?:[^a-z]|$)", re.IGNORECASE
)
_SIGNS = (("us$", "USD"), ("\u20ac", "EUR"), ("euro", "EUR"), ("\u00a3", "GBP"), ("\u20b9", "INR"), ("r$", "BRL"))


def costs(record: Record) -> tuple[CostItem, ...]:
    """The prices of a row: those of one kind of paying are one option, and the exam's fee is part of each."""
    found = [(of, pattern, what, said) for of, pattern, what in _PATTERNS if (said := _price(record, of))]
    ways = [of for of, *_ in found if of in _OPTIONS]
    options = ["standard"] if len(ways) < 2 else [_OPTIONS[of] for of in ways]
    out = []
    for of, pattern, what, said in found:
        for option in options if of == "exam_fee" else [_OPTIONS[of] if len(ways) > 1 else "standard"]:
            amount = known(said.amount, record.r.source)
            how = CostPattern.FREE if said.free else pattern
            out.append(CostItem(option, how, amount, said.currency or "USD", what))
    return tuple(out)


def _price(record: Record, of: str) -> Price | None:
    """A price that can be used: with its currency, and no bare 0. What cannot is told of."""
    said = record.cell(of)
    if not said:
        return None
    found = price(said)
    column = record.columns.name(of)
    if found is None:
        record.wrong(of, f"{said[:60]!r} is no price that is understood.")
        return None
    if why := absurd(found.amount):
        record.wrong(of, why)
        return None
    if found.free:
        return found  # of nothing, in whichever currency
    if found.amount == 0:
        record.columns.zero[column] += 1
        return None
    currency = found.currency or _currency(record, of)
    if currency is None:
        record.columns.without_currency[column] += 1
        return None
    return Price(Decimal(found.amount), currency)


def _currency(record: Record, of: str) -> str | None:
    """What the row's own column says, else the price column's name."""
    said = record.cell("currency")
    if said:
        found = price(f"1 {said.upper()}")
        if found and found.currency:
            return found.currency
        if re.fullmatch(r"[A-Za-z]{3}", said):
            return said.upper()
        record.wrong("currency", f"{said[:20]!r} is no currency that is understood.")
        return None
    column = record.columns.name(of)
    if named := _NAMED.search(column):
        return named[1].upper()
    return next((code for sign, code in _SIGNS if sign in column.casefold()), None)
