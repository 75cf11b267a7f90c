"""Prices as schema.org's Offer states them.

A price of 0 is free only where the category, or ``isAccessibleForFree``, says so: pages of subscription catalogs write 0, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from credlens.catalog.sources.schema_org.billing import Record, periods
from credlens.catalog.values import jsonld
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.prices import Period, Price, absurd, price
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line
from credlens.model.credential import CostItem, CostPattern, Status
from credlens.model.fact import Fact, not_looked_up

_LEFT_OUT = "The price is left out."
_PATTERNS = {Period.MONTH: CostPattern.PER_MONTH, Period.YEAR: CostPattern.PER_YEAR, None: CostPattern.ONE_OFF}
# That attending is free and the certificate is paid for: only a page that says so is taken to mean it.
_FREE_AUDIT = re.compile(
    r"\baudit (?:it|this|the (?:course|class|program(?:me)?)|for free|mode|track|option)\b|\b(?:freely|free to) audit\b|\bfree audit\b"
    r"|\b(?:pay|buy|purchase|upgrade|fee)\b(?:[^.;]|\.\d){0,25}\b(?:for|the|an?|to|your)\s+(?:\w+\s+)?certificate\b|\bpaid (?:\w+ )?certificate\b"
    r"|\bcertificates?\s+(?:fee|price|costs?|for a fee|requires (?:a |the )?payment|(?:is|are|can be|must be) (?:paid|bought|purchased)"
    r"|(?:(?:is|are) )?available for (?:a fee|purchase|\W?\d))",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"(?:verified |course |optional |paid )?certificate(?: (?:of completion|track|option))?", re.IGNORECASE
)


def costs(record: Record, reading: Reading) -> tuple[CostItem, ...]:
    """What it costs: each offer is an alternative; the price of the certificate comes to every one of them."""
    free = jsonld.words(str(record.get("isAccessibleForFree"))).rsplit("/", 1)[-1].casefold() == "true"
    offers = _offers(record)
    found = list(
        dict.fromkeys(
            i for o in offers for i in _items({"category": "Free", **o} if free and _is_nothing(o) else o, reading)
        )
    )
    if free and not found:
        found = [_free(reading)]
    elif free and all(i.pattern is not CostPattern.FREE for i in found):
        found = _free_and_paid(found, _says_audit(record, offers), reading)
    items = list(_apart(found))
    awarded = jsonld.nodes(record.get("educationalCredentialAwarded"))
    certificate = [i for a in awarded for o in jsonld.nodes(a.get("offers")) for i in _items(o, reading)]
    for item in dict.fromkeys(c for c in certificate if c.pattern is not CostPattern.FREE and c.amount.known):
        options = list(dict.fromkeys(i.option for i in items)) or ["standard"]
        items += [replace(item, option=option, what="certificate") for option in options]
    return tuple(items)


def status(record: Record, reading: Reading) -> Fact[Status]:
    """Ceased where nothing is offered any more; what is sold out may come back."""
    stated = [_availability(o) for o in _offers(record)]
    if stated and all(s == "discontinued" for s in stated):
        return known(Status.CEASED, reading.source, note="its offers are discontinued")
    return not_looked_up()


def _offers(record: Record) -> list[Record]:
    instances = jsonld.nodes(record.get("hasCourseInstance"))
    return [o for r in (record, *instances) for o in jsonld.nodes(r.get("offers"))]


def _availability(offer: Record) -> str:
    """schema.org's ItemAvailability, without its address."""
    stated = jsonld.address_of(offer.get("availability")) or jsonld.words(offer.get("availability"))
    return stated.rsplit("/", 1)[-1].casefold()


def _is_nothing(offer: Record) -> bool:
    """Whether an offer says a price of 0."""
    stated = price(jsonld.words(offer.get("price")))
    return stated is not None and not stated.amount


def _says_audit(record: Record, offers: list[Record]) -> bool:
    """Whether the page says that what has to be paid for is the certificate."""
    if any(_CERTIFICATE.fullmatch(jsonld.words(o.get("name"))) for o in offers):
        return True
    return any(_FREE_AUDIT.search(jsonld.words(r.get(f))) for r in (record, *offers) for f in ("description", "name"))


def _free_and_paid(found: list[CostItem], audit: bool, reading: Reading) -> list[CostItem]:
    """The prices of something that is called accessible for free as well."""
    partly = CostPattern.FREE_AUDIT_PAID_CERT
    if audit:
        return [
            replace(i, pattern=partly, what="certificate") if i.pattern is CostPattern.ONE_OFF else i for i in found
        ]
    paid = [i for i in found if i.pattern is not partly]
    if not paid:
        return found
    said = " and ".join(dict.fromkeys(f"{a:f}" if (a := i.amount.get(None)) else "a subscription" for i in paid))
    reading.problem("isAccessibleForFree", f"It says free and {said}.", "The price is kept, with a note.")
    note = "the page calls it accessible for free as well"
    return [
        i
        if i.pattern is partly
        else replace(i, amount=replace(i.amount, note="; ".join(n for n in (i.amount.note, note) if n)))
        for i in found
    ]


def _apart(found: list[CostItem]) -> Iterator[CostItem]:
    """The offers under names of their own."""
    names: dict[str, int] = {}
    for item in found:
        names[item.option] = names.get(item.option, 0) + 1
        yield item if names[item.option] == 1 else replace(item, option=f"{item.option} {names[item.option]}")


def _items(offer: Record, reading: Reading) -> list[CostItem]:
    """The alternatives that one offer is: one; one for each of its price specifications; the two ends of an aggregate of several."""
    specifications = jsonld.nodes(offer.get("priceSpecification"))
    if offer.get("price") is None and len(specifications) > 1:
        each = ({**offer, "name": s.get("name"), "priceSpecification": s} for s in specifications)
        return [item for one in each for item in _items(one, reading)]
    low, high = offer.get("lowPrice"), offer.get("highPrice")
    if low is None and high is None:
        found = _item(offer, offer.get("price"), reading)
        return [found] if found else []
    least, most = price(jsonld.words(low)), price(jsonld.words(high))
    if least and most and least.amount > most.amount:
        message = f"The lowest price, {str(low)[:40]}, is above the highest, {str(high)[:40]}."
        reading.problem("offers", message, "The prices are left out.")
        return []
    ends = [("lowest price", low), ("highest price", high)] if low != high else [("", low)]
    items = [(name, _item(offer, value, reading)) for name, value in ends if value is not None]
    return [replace(item, option=name or item.option) for name, item in items if item]


def _item(offer: Record, stated: Any, reading: Reading) -> CostItem | None:
    terms = jsonld.node(offer.get("priceSpecification"))
    value = terms.get("price") if stated is None else stated
    category = jsonld.words(offer.get("category")).casefold()
    found = price(jsonld.words(value))
    if value not in (None, "") and found is None:
        reading.problem("offers", f"{str(value)[:40]!r} is no price.", _LEFT_OUT)
        return None
    if found and (why := absurd(found.amount)):
        reading.problem("offers", why, _LEFT_OUT)
        return None
    if category == "free" or (found and found.free):
        if not found or not found.amount:
            return replace(_free(reading), option=_option(offer))
        reading.problem("offers", f"It is called free, and costs {found.amount:f}.", _LEFT_OUT)
        return None
    paid_for = periods(offer, terms) | ({found.period} if found and found.period else set())
    if category in {"subscription", "partially free"} or (found and found.amount):
        return _charged(offer, terms, category, found, paid_for, reading)
    if found:
        reading.problem("offers", "The price is 0, and nothing says that it is free.", _LEFT_OUT)
    return None


def _charged(
    offer: Record, terms: Record, category: str, found: Price | None, paid_for: set[Period], reading: Reading
) -> CostItem | None:
    """A single price, one for a month or year, or a kind of price (subscription, partly free) that often comes without the amount."""
    pattern = _pattern(category, paid_for)
    if found and found.amount and pattern:
        return _priced(offer, terms, pattern, found, reading)
    if found and found.amount:
        amount = f"{found.amount:f}"
        if category != "subscription":
            reading.problem(
                "offers", f"{amount} is paid again and again; for how long each time is not clear.", _LEFT_OUT
            )
            return None
        reading.problem(
            "offers", f"A subscription costs {amount}; for how long is not said.", "The amount is left out."
        )
    currency = _currency(offer, terms, None) or "USD"
    unknown: Fact[Decimal] = not_stated(reading.source, note=f"category: {category}")
    return CostItem(_option(offer), pattern or CostPattern.PER_MONTH, unknown, currency, "tuition")


def _pattern(category: str, paid_for: set[Period]) -> CostPattern | None:
    """How it is charged; None where it is by something else than a month or year, or by two things at once."""
    if paid_for:
        return _PATTERNS.get(next(iter(paid_for))) if len(paid_for) == 1 else None
    return {"subscription": None, "partially free": CostPattern.FREE_AUDIT_PAID_CERT}.get(category, CostPattern.ONE_OFF)


def _priced(offer: Record, terms: Record, pattern: CostPattern, found: Price, reading: Reading) -> CostItem | None:
    currency = _currency(offer, terms, found.currency)
    if currency is None:
        reading.problem("offers", f"The price of {found.amount:f} has no currency.", _LEFT_OUT)
        return None
    until = day(jsonld.words(offer.get("priceValidUntil"))) or day(jsonld.words(offer.get("validThrough")))
    since = day(jsonld.words(offer.get("validFrom")))
    said = [
        "from this price on" if found.least else "",
        "discontinued" if _availability(offer) == "discontinued" else "",
        jsonld.words(offer.get("description"))[:200],
    ]
    return CostItem(
        _option(offer),
        pattern,
        known(found.amount, reading.source),
        currency,
        "tuition",
        condition="; ".join(s for s in said if s),
        valid_from=since,
        valid_until=until,
    )


def _option(offer: Record) -> str:
    return line(jsonld.words(offer.get("name"))) or "standard"


def _currency(offer: Record, terms: Record, in_price: str | None) -> str | None:
    for stated in (offer.get("priceCurrency"), terms.get("priceCurrency"), in_price):
        code = jsonld.words(stated).upper()
        if re.fullmatch("[A-Z]{3}", code):
            return code
    return None


def _free(reading: Reading) -> CostItem:
    return CostItem("standard", CostPattern.FREE, known(Decimal(0), reading.source), "USD", "tuition")
