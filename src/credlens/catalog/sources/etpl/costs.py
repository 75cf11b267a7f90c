"""What a training programme of a state's list costs: parts that add up, beside a total that may say otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from credlens.catalog.values.facts import known
from credlens.catalog.values.prices import absurd, payment
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line
from credlens.model.credential import CostItem, CostPattern
from credlens.model.fact import Fact, Unknown, WhyUnknown

_PARTS = (  # name, what is paid for, in the list's words
    ("tuition", "tuition", ""),
    ("fees", "tuition", "fees"),
    ("books", "materials", "books"),
    ("supplies", "materials", "supplies and tools"),
    ("other", "tuition", "other costs"),
)
_OPTION, _CURRENCY = "list price", "USD"  # the lists are American
_ROUNDING = Decimal(1)  # a total that differs by less was rounded


def costs(cells: Mapping[str, Any], suppressed: bool, r: Reading, free: Counter[str]) -> tuple[CostItem, ...]:
    """One option: the parts where they are known and agree with the total, else the total, else nothing.

    Args:
        suppressed: whether -1 stands for a price that was withheld.
        free: counts the rows in which everything is 0, which says nothing.
    """
    before = len(r.problems)
    parts = {name: _amount(name, cells.get(name), suppressed, r) for name, _, _ in _PARTS}
    total = _amount("total", cells.get("total"), suppressed, r)
    broken = len(r.problems) > before or any(_withheld(cells.get(n), suppressed) for n, _, _ in _PARTS)
    paid = {name: amount for name, amount in parts.items() if amount}
    known_parts = [name for name, amount in parts.items() if amount is not None]
    if total and (broken or not paid):
        return (_item("tuition", known(total, r.source, note="the list's total"), "all costs"),)
    if broken:
        return ()
    if not paid:
        if total is not None or known_parts:
            free["the cost"] += 1
        return ()
    added = sum(paid.values(), Decimal(0))
    if total and abs(added - total) >= _ROUNDING:
        return (_conflict(added, total, paid, r),)
    note = f"the list's total is {total:,f}" if total and total != added else ""
    return tuple(
        _item(what, known(paid[name], r.source, note=note), words) for name, what, words in _PARTS if name in paid
    )


def _conflict(added: Decimal, total: Decimal, paid: Mapping[str, Decimal], r: Reading) -> CostItem:
    listed = ", ".join(f"{name} {amount:,f}" for name, amount in paid.items())
    r.problem(
        "total",
        f"The parts add up to {added:,f} ({listed}), but the total says {total:,f}.",
        "Both are kept as conflicting.",
    )
    said = (r.remarked(f"sum of {listed}"), r.remarked("the list's total"))
    both: Fact[Decimal] = Fact(Unknown(WhyUnknown.CONFLICTING, (added, total)), said)
    return _item("tuition", both, "all costs")


def _item(what: str, amount: Fact[Decimal], condition: str) -> CostItem:
    return CostItem(_OPTION, CostPattern.ONE_OFF, amount, _CURRENCY, what, condition=condition)


def _withheld(value: Any, suppressed: bool) -> bool:
    return suppressed and line(value) in {"-1", "-1.0"}


def _amount(name: str, value: Any, suppressed: bool, r: Reading) -> Decimal | None:
    """An amount; None when there is none, or when it is no price (then noted)."""
    if line(value) == "" or _withheld(value, suppressed):
        return None
    read = payment(value)
    wrong = absurd(read.amount) if read else f"{line(value)[:60]!r} is no price."
    if wrong or read is None:
        r.problem(name, wrong or "")
        return None
    return read.amount
