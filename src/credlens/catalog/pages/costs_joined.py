"""Prices that a page states as data beside those of its text: one price is one price, and free to learn is not free throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from credlens.catalog.merge import merge_facts
from credlens.model.credential import CostItem, CostPattern

_PROOF = re.compile(r"\b(?:certificat\w*|certificad\w*|verified|verificad\w*|upgrade)\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:standard|(?:lowest|highest) price|paid|premium|full(?: access)?|basic|offer)(?: \d+)?", re.IGNORECASE
)
_CERTIFICATE = "with certificate"


def joined(data: Sequence[CostItem], text: Sequence[CostItem]) -> tuple[tuple[CostItem, ...], tuple[CostItem, ...]]:
    """(the data's items, what the text says beyond them); an amount that both have is one item, with the sources of both."""
    items = _certified(data)
    own = list(text)
    certified = [i for i in (*items, *own) if i.pattern is CostPattern.FREE_AUDIT_PAID_CERT]
    if certified:  # "free" beside it means the learning
        items = [i for i in items if not _is_free(i)]
        own = [i for i in own if not _is_free(i)]
    if any(i.amount.known for i in certified):
        own = [i for i in own if i.pattern is not CostPattern.FREE_AUDIT_PAID_CERT or i.amount.candidates()]
    options: dict[str, str] = {}
    left = []
    for item in own:
        place = next((n for n, i in enumerate(items) if _same_price(i, item)), None)
        if place is None:
            left.append(item)
            continue
        items[place] = _as_told(items[place], item)
        options[item.option] = items[place].option
    # What comes to a price that the data have comes to it under the name that it has there.
    items += [replace(i, option=options[i.option]) for i in left if i.option in options]
    return tuple(items), tuple(i for i in left if i.option not in options)


def _certified(data: Sequence[CostItem]) -> list[CostItem]:
    """A single price beside a free offer is that of the certificate, unless its name says that it buys something else."""
    free = any(i.pattern is CostPattern.FREE and i.what == "tuition" for i in data)
    priced = [i for i in data if i.pattern is CostPattern.ONE_OFF and i.what == "tuition"]
    if not free or len(priced) != 1 or not (_PROOF.search(priced[0].option) or _PLAIN.fullmatch(priced[0].option)):
        return list(data)
    certificate = replace(priced[0], option=_CERTIFICATE, pattern=CostPattern.FREE_AUDIT_PAID_CERT, what="certificate")
    return [certificate if i is priced[0] else i for i in data]


def _same_price(one: CostItem, other: CostItem) -> bool:
    if _is_free(one) and _is_free(other):
        return True
    same = set(one.amount.candidates()) & set(other.amount.candidates())
    return bool(same) and one.currency == other.currency and (one.what == other.what or _is_plain(one))


def _as_told(stated: CostItem, told: CostItem) -> CostItem:
    """The data's item, with the text's word for what it is where the data have none."""
    amount = merge_facts("costs", [stated.amount, told.amount])
    if _is_plain(stated) and not _is_plain(told):
        return replace(told, amount=amount)
    return replace(stated, amount=amount, condition=stated.condition or told.condition)


def _is_plain(item: CostItem) -> bool:
    return item.pattern is CostPattern.ONE_OFF and item.what == "tuition"


def _is_free(item: CostItem) -> bool:
    return item.pattern is CostPattern.FREE
