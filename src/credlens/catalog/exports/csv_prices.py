"""Prices in the exported table: a column for each way of charging, in it the options, each as one amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from credlens.catalog.values.prices import absurd, payment
from credlens.model.credential import CostItem, CostPattern, Credential
from credlens.model.fact import Fact, Source, Unknown, WhyUnknown

_OPTIONS = " | "
_UNKNOWN = "?"
_TO = " / "  # between the ends of what sources say
_WHAT = {
    CostPattern.FREE_AUDIT_PAID_CERT: "certificate",
    CostPattern.PER_ATTEMPT: "exam",
    CostPattern.MEMBERSHIP: "membership",
}
_CODE = re.compile(r"[A-Z]{3}")


class CellError(ValueError):
    """A cell cannot be read; the message says why."""


def column(pattern: CostPattern) -> str:
    """The column of a pattern."""
    return f"price_{pattern.value}"


def shown(pattern: CostPattern) -> Callable[[Credential], str]:
    """A credential's cell for a pattern: of each option the sum, ``?`` where it is not known."""

    def show(credential: Credential) -> str:
        several = len(_codes(credential)) > 1
        options = []
        for items in credential.cost_options().values():
            charged = [i for i in items if i.pattern is pattern]
            if charged:
                code = f" {charged[0].currency}" if several and charged[0].currency else ""
                options.append(_sum(charged) + code)
        return _OPTIONS.join(options)

    return show


def currencies(credential: Credential) -> str:
    """The currencies of its prices."""
    return " ".join(_codes(credential))


def _codes(credential: Credential) -> list[str]:
    return list(dict.fromkeys(i.currency for i in credential.costs if i.currency))


def _sum(items: list[CostItem]) -> str:
    if not all(i.amount.candidates() for i in items):
        return _UNKNOWN
    low = sum((min(i.amount.candidates()) for i in items), Decimal(0))
    high = sum((max(i.amount.candidates()) for i in items), Decimal(0))
    return f"{low:f}" if low == high else f"{low:f}{_TO}{high:f}"


def read(credential: Credential, cells: Mapping[str, str], source: Source) -> Credential:
    """All prices as the cells say them now; what a cell does not say (parts, conditions, subscriptions) is lost with the change.

    Raises:
        CellError: a cell is no price, or no currency is named for it.
    """
    found: list[CostItem] = []
    for pattern in CostPattern:
        options = [o.strip() for o in cells[column(pattern)].split("|") if o.strip()]
        for number, text in enumerate(options, start=1):
            name = pattern.value if len(options) == 1 else f"{pattern.value} {number}"
            found.append(_item(name, pattern, text, cells["currency"], source))
    return replace(credential, costs=tuple(found))


def _item(name: str, pattern: CostPattern, text: str, said: str, source: Source) -> CostItem:
    words = text.split()
    code = words.pop() if words and _CODE.fullmatch(words[-1]) else said
    amount = _amount(" ".join(words) or text, source)
    if not _CODE.fullmatch(code) and not (pattern is CostPattern.FREE or not amount.known):
        raise CellError(f"{text!r} needs one currency: write it behind the amount, or under currency.")
    return CostItem(name, pattern, amount, code if _CODE.fullmatch(code) else "", _WHAT.get(pattern, "tuition"))


def _amount(text: str, source: Source) -> Fact[Decimal]:
    if text == _UNKNOWN:
        return Fact(Unknown(WhyUnknown.NOT_STATED), (source,))
    ends = [payment(end) for end in text.split(_TO.strip())]
    wrong = [absurd(p.amount) if p else f"{text!r} is no price." for p in ends]
    if any(wrong):
        raise CellError(next(w for w in wrong if w))
    amounts = tuple(p.amount for p in ends if p)
    if len(amounts) == 1:
        return Fact(amounts[0], (source,))
    return Fact(Unknown(WhyUnknown.CONFLICTING, amounts), (source,) * len(amounts))
