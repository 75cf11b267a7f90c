"""What a row of a table says that something costs."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from credlens.catalog.sources.csv_table.cells import Record
from credlens.catalog.values.facts import known
from credlens.catalog.values.prices import Period, Price, absurd, price
from credlens.catalog.values.text import cut
from credlens.model.credential import CostItem, CostPattern

_PATTERNS = (
    ("price", CostPattern.ONE_OFF, "tuition"),
    ("price_per_month", CostPattern.PER_MONTH, "tuition"),
    ("price_per_year", CostPattern.PER_YEAR, "tuition"),
    ("exam_fee", CostPattern.PER_ATTEMPT, "exam"),
)
_BY_PERIOD = {Period.MONTH: CostPattern.PER_MONTH, Period.YEAR: CostPattern.PER_YEAR}
_OPTIONS = {"price": "standard", "price_per_month": "monthly", "price_per_year": "yearly"}
_NAMED = re.compile(
    r"(?:^|[^a-z])(usd|eur|gbp|inr|brl|cad|aud|chf|mxn|sek|nok|dkk|pln|jpy|cny)(?:[^a-z]|$)", re.IGNORECASE
)
_NO_DOLLARS = frozenset(
    {"EUR", "GBP", "CHF", "INR", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "RUB"}
)
_SIGNS = (("us$", "USD"), ("\u20ac", "EUR"), ("euro", "EUR"), ("\u00a3", "GBP"), ("\u20b9", "INR"), ("r$", "BRL"))


def costs(record: Record) -> tuple[CostItem, ...]:
    """The prices of a row: those of one kind of paying are one option, and the exam's fee is part of each."""
    found: list[tuple[str, CostPattern, str, Price]] = []
    for of, pattern, what in _PATTERNS:
        said = _price(record, of)
        paid = _pattern(record, of, pattern, said) if said else None
        same = [(p, x.amount, x.currency) for _, p, _, x in found]
        if said and paid and (paid, said.amount, said.currency) not in same:
            found.append((of, paid, what, said))
    ways = [of for of, *_ in found if of in _OPTIONS]
    options = ["standard"] if len(ways) < 2 else [_OPTIONS[of] for of in ways]
    out = []
    for of, pattern, what, said in found:
        for option in options if of == "exam_fee" else [_OPTIONS[of] if len(ways) > 1 else "standard"]:
            amount = known(said.amount, record.r.source)
            condition = "from this price on" if said.least else ""
            out.append(CostItem(option, pattern, amount, said.currency or "USD", what, condition=condition))
    return tuple(out)


def _pattern(record: Record, of: str, named: CostPattern, said: Price) -> CostPattern | None:
    """How a price is paid: as the cell says, else as the column says; None where the two differ, or for a credit or a week each."""
    if said.free:
        return CostPattern.FREE
    if said.period is None:
        return named
    paid = _BY_PERIOD.get(said.period)
    if paid is None:
        record.wrong(of, f"{record.cell(of)[:60]!r} is for a part of it: how many of those there are is not said.")
    elif named not in (paid, CostPattern.ONE_OFF):
        record.wrong(of, f"{record.cell(of)[:60]!r} is for a {said.period}, and the column is read as {of}.")
        return None
    return paid


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
        record.columns.zero[column].add(record.row.number)
        return None
    stated = _currency(record)
    if stated and not _agree(found.currency, "$" in said, stated):
        record.wrong(
            of,
            f"{said[:60]!r} stands beside {stated} under {cut(record.columns.name('currency'))!r}: which of the two counts is not said.",
        )
        return None
    currency = found.currency or stated or ("" if record.cell("currency") else _in_name(column))
    if not currency:
        record.columns.without_currency[column].add(record.row.number)
        return None
    return replace(found, amount=Decimal(found.amount), currency=currency)


def _agree(currency: str | None, dollars: bool, stated: str) -> bool:
    """Whether a price's own currency, or its sign alone, is that of the row."""
    return currency == stated if currency else not dollars or stated not in _NO_DOLLARS


def _currency(record: Record) -> str | None:
    """What the row's own column says."""
    said = record.cell("currency")
    if not said:
        return None
    found = price(f"1 {said.upper()}")
    if found and found.currency:
        return found.currency
    if re.fullmatch(r"[A-Za-z]{3}", said):
        return said.upper()
    record.wrong("currency", f"{said[:20]!r} is no currency that is understood.")
    return None


def _in_name(column: str) -> str:
    """What the price column's name says; empty when it says nothing."""
    if named := _NAMED.search(column):
        return named[1].upper()
    return next((code for sign, code in _SIGNS if sign in column.casefold()), "")
