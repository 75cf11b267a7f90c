"""What an Open edX course costs: its seats, else its entitlements, else the one price that a search result names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.catalog.values.days import day
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.prices import absurd, payment
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line
from credlens.model.credential import CostItem, CostPattern, CreditValue

_FREE = {"audit", "honor"}
_PAID = {
    "verified",
    "professional",
    "no-id-professional",
    "paid-executive-education",
    "paid-bootcamp",
    "executive-education",
}
# Not for a person who comes by: degree students, and places that somebody else has paid for.
_OTHERS = {"masters", "unpaid-executive-education", "unpaid-bootcamp"}
_NO_CURRENCY = "in a currency that is not named"


@dataclass(frozen=True, slots=True)
class _Seat:
    type: str
    amount: Decimal
    currency: str
    until: date | None
    credit_by: str
    credit_hours: float | None


def costs(
    run: Mapping[str, Any], course: Mapping[str, Any], r: Reading
) -> tuple[tuple[CostItem, ...], tuple[CreditValue, ...]]:
    """Ways to pay, each an option, and the credit that a credit seat brings."""
    seats = _seats("seats", run.get("seats"), r) or _seats("entitlements", course.get("entitlements"), r)
    if not seats:
        return _of_search(run, course, r), ()
    free = {s.type for s in seats if s.type in _FREE and not s.amount}
    paid = [s for s in seats if s.type not in _OTHERS and (s.amount or s.type not in _FREE)]
    items = [_item(s, free, Counter(x.type for x in paid)[s.type] > 1, r) for s in paid if s.amount]
    if not items and free:
        honor = "honor" in free
        items.append(
            CostItem(
                option="honor" if honor else "audit",
                pattern=CostPattern.FREE,
                amount=known(Decimal(0), r.source),
                currency=seats[0].currency,
                what="certificate" if honor else "tuition",
                condition="" if honor else "audit only: no certificate is offered",
            )
        )
    for seat in paid:
        if not seat.amount:
            r.problem("seats", f"A {seat.type} seat for 0 is no price.", "It is not taken for free.")
    return tuple(items), tuple(_credit(s, r) for s in seats if s.type == "credit" and s.credit_hours)


def _item(seat: _Seat, free: set[str], several: bool, r: Reading) -> CostItem:
    audited = seat.type == "verified" and bool(free)
    amount = (
        known(seat.amount, r.source) if seat.currency else not_stated(r.source, note=f"{seat.amount:f} {_NO_CURRENCY}")
    )
    return CostItem(
        option=f"{seat.type} {seat.currency}" if several else seat.type,
        pattern=CostPattern.FREE_AUDIT_PAID_CERT if audited else CostPattern.ONE_OFF,
        amount=amount,
        currency=seat.currency,
        what="certificate" if audited else "tuition",
        condition=f"with credit of {seat.credit_by}" if seat.type == "credit" and seat.credit_by else "",
        valid_until=seat.until,
    )


def _credit(seat: _Seat, r: Reading) -> CreditValue:
    return CreditValue(
        "credit hours", seat.credit_hours, (r.source,), condition="with the credit seat", by=seat.credit_by
    )


def _seats(name: str, said: Any, r: Reading) -> list[_Seat]:
    found = []
    for seat in said if isinstance(said, list) else []:
        if not isinstance(seat, dict):
            r.problem(name, "An entry is no object.", "It is left out.")
            continue
        kind = line(seat.get("type") or seat.get("mode")).casefold()
        read = payment(seat.get("price"))
        wrong = absurd(read.amount) if read else f"{line(seat.get('price'))!r} is no price."
        if not kind or wrong or read is None:
            r.problem(name, wrong or "A seat has no type.", "That seat is left out.")
            continue
        currency = seat.get("currency")
        code = line(currency.get("code") if isinstance(currency, dict) else currency).upper() or read.currency or ""
        hours = r.number(f"{name}.credit_hours", seat.get("credit_hours"), 100)
        deadline = day(seat.get("upgrade_deadline_override")) or day(seat.get("upgrade_deadline"))
        found.append(_Seat(kind, read.amount, code, deadline, line(seat.get("credit_provider")), hours))
    return found


def _of_search(run: Mapping[str, Any], course: Mapping[str, Any], r: Reading) -> tuple[CostItem, ...]:
    """A search result names a price without its currency, and 0 where there is none: only how it is charged can be said."""
    types = {line(t).casefold() for said in (run, course) for t in _list(said.get("seat_types"))}
    paid = sorted(types & _PAID)
    if not paid:
        return ()
    read = payment(run.get("first_enrollable_paid_seat_price") or course.get("first_enrollable_paid_seat_price"))
    note = f"{read.amount:f} {_NO_CURRENCY}" if read and read.amount > 0 else ""
    audited = "verified" in paid and bool(types & _FREE)
    pattern = CostPattern.FREE_AUDIT_PAID_CERT if audited else CostPattern.ONE_OFF
    what = "certificate" if audited else "tuition"
    return (CostItem(paid[-1], pattern, not_stated(r.source, note=note), "", what),)


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def price_ranges(said: Any, r: Reading) -> tuple[CostItem, ...]:
    """A programme's ``price_ranges``: in each currency, the sum of its courses bought one by one."""
    found = []
    for entry in said if isinstance(said, list) else []:
        if not isinstance(entry, dict):
            r.problem("price_ranges", "An entry is no object.", "It is left out.")
            continue
        code = line(entry.get("currency")).upper()
        read = payment(entry.get("total"))
        wrong = absurd(read.amount) if read else f"{line(entry.get('total'))!r} is no price."
        if wrong or read is None:
            r.problem("price_ranges", wrong or "", "That price is left out.")
        elif read.amount and code:
            each = f"{line(entry.get('min'))}-{line(entry.get('max'))}"
            note = f"the sum of its courses; one costs {each}" if each != "-" else "the sum of its courses"
            found.append(
                CostItem(
                    f"all courses {code}", CostPattern.ONE_OFF, known(read.amount, r.source, note=note), code, "tuition"
                )
            )
    return tuple(found)
