"""Prices that are paid in parts: instalments that make a sum, and prices a month that are billed once a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from credlens.catalog.pages.money import Mention
from credlens.catalog.values.prices import Period

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "diez": 10, "doce": 12,
}  # fmt: skip
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_PARTS = r"(?:(?:equal|easy|monthly|weekly|interest[- ]free|consecutive|mensuales|iguales) )*(?:payments?|instal?lments?|cuotas|pagos|plazos|mensualidades)(?: (?:mensuales|iguales|sin intereses))*"
_BEFORE = re.compile(rf"\b{_COUNT} (?:x )?{_PARTS} (?:of|at|de|a)(?: just| only)?$|\b(?P<n2>\d{{1,2}}) ?[x\u00d7] ?$")
_AFTER = re.compile(
    rf"^,? ?(?:for|x|\u00d7|over|durante|por|in)? ?{_COUNT} (?:months|monthly payments|meses|{_PARTS})\b|^ ?[x\u00d7] ?(?P<n2>\d{{1,2}})\b"
)
_YEARLY = re.compile(
    r"^[^.;]{0,25}?\b(?:billed|paid|charged|invoiced|payable|when paid|if paid|facturad\w+|pagad\w+|con pago|cobrad\w+) (?:annually|yearly|once a year|(?:per|every|each|by the) year|upfront for the year|anual\w*|al ano|una vez al ano)\b"
)
_MOST_PARTS = 60


def in_whole(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The same prices, where they are parts as what is paid in all or in a year.

    A total that the page states beside ("billed annually ($348)") is taken instead of the sum, and comes once.
    """
    every = list(mentions)
    dropped: set[int] = set()
    for at, mention in enumerate(every):
        if at in dropped:
            continue
        one = _of_parts(mention)
        if one is not mention:
            for later in (at + 1, at - 1):
                if 0 <= later < len(every) and _is_total(every[later], one):
                    one = replace(one, price=replace(one.price, amount=every[later].price.amount))
                    dropped.add(later)
        yield one


def _of_parts(found: Mention) -> Mention:
    price = found.price
    told = _BEFORE.search(found.before[-80:]) or _AFTER.match(found.after[:60])
    times = _count(told) if told and price.period in {None, Period.MONTH} else 0
    if 2 <= times <= _MOST_PARTS:
        note = f"{times} payments of {price.amount:f} {price.currency}"
        return replace(found, price=replace(price, amount=price.amount * times, period=None), parts=note)
    if price.period is Period.MONTH and _YEARLY.match(found.after[:60]):
        note = f"{price.amount:f} {price.currency} a month, billed once a year"
        return replace(found, price=replace(price, amount=price.amount * 12, period=Period.YEAR), parts=note)
    return found


def _count(told: re.Match[str]) -> int:
    word = told["n"] or told["n2"]
    return _NUMBERS.get(word) or int(word)


def _is_total(other: Mention, sum_of_parts: Mention) -> bool:
    """Whether another amount of the sentence is what the parts come to, give or take cents that were rounded."""
    if other.sentence.line.number != sum_of_parts.sentence.line.number or other.parts:
        return False
    amount = sum_of_parts.price.amount
    near = abs(other.price.amount - amount) <= max(Decimal(12), amount / 50)
    # Paid at once it can come to the same: then it is another way to pay.
    at_once = re.search(
        r"\b(?:upfront|up front|in full|at once|one payment|al contado)\b", f"{other.before[-40:]} {other.after[:30]}"
    )
    return near and other.price.currency == sum_of_parts.price.currency and at_once is None
