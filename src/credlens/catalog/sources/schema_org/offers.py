"""Prices as schema.org's Offer states them.

A price of 0 is free only where the category, or ``isAccessibleForFree``, says so: pages of subscription catalogs write 0, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from credlens.catalog.values import jsonld
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.prices import absurd, price
from credlens.catalog.values.reading import Reading
from credlens.model.credential import CostItem, CostPattern
from credlens.model.fact import Fact

Record = dict[str, Any]

_MONTH = re.compile(r"P1M|P30D|\bMON\b|month|monat|mensual|\bmes\b|mois", re.IGNORECASE)
_YEAR = re.compile(r"P1Y|P12M|P365D|\bANN\b|year|annual|jahr|año|\bano\b", re.IGNORECASE)
_LEFT_OUT = "The price is left out."


def costs(record: Record, reading: Reading) -> tuple[CostItem, ...]:
    """What it costs: each offer is an alternative; the price of the certificate comes to every one of them."""
    instances = jsonld.nodes(record.get("hasCourseInstance"))
    free = jsonld.words(str(record.get("isAccessibleForFree"))).rsplit("/", 1)[-1].casefold() == "true"
    offers = [o for r in (record, *instances) for o in jsonld.nodes(r.get("offers"))]
    found = list(
        dict.fromkeys(
            i for o in offers for i in _items({"category": "Free", **o} if free and _is_nothing(o) else o, reading)
        )
    )
    if not found and free:
        found = [_free(reading)]
    items = list(_apart(found))
    awarded = jsonld.nodes(record.get("educationalCredentialAwarded"))
    certificate = [i for a in awarded for o in jsonld.nodes(a.get("offers")) for i in _items(o, reading)]
    for item in dict.fromkeys(c for c in certificate if c.pattern is not CostPattern.FREE and c.amount.known):
        options = list(dict.fromkeys(i.option for i in items)) or ["standard"]
        items += [replace(item, option=option, what="certificate") for option in options]
    return tuple(items)


def _is_nothing(offer: Record) -> bool:
    """Whether an offer says a price of 0."""
    stated = price(jsonld.words(offer.get("price")))
    return stated is not None and not stated.amount


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
    ends = [("lowest price", low), ("highest price", high)] if low != high else [("", low)]
    items = [(name, _item(offer, value, reading)) for name, value in ends if value is not None]
    return [replace(item, option=name or item.option) for name, item in items if item]


def _item(offer: Record, stated: Any, reading: Reading) -> CostItem | None:
    terms = jsonld.node(offer.get("priceSpecification"))
    value = terms.get("price") if stated is None else stated
    category = jsonld.words(offer.get("category")).casefold()
    option = jsonld.words(offer.get("name")) or "standard"
    found = price(jsonld.words(value))
    if value not in (None, "") and found is None:
        reading.problem("offers", f"{str(value)[:40]!r} is no price.", _LEFT_OUT)
        return None
    if found and (why := absurd(found.amount)):
        reading.problem("offers", why, _LEFT_OUT)
        return None
    amount = found.amount if found else None
    if category == "free" or (found and found.free):
        if not amount:
            return replace(_free(reading), option=option)
        reading.problem("offers", f"It is called free, and costs {amount:f}.", _LEFT_OUT)
        return None
    if category in {"subscription", "partially free"}:
        return _recurring(offer, terms, category, amount, option, reading)
    if not amount:
        if amount is not None:
            reading.problem("offers", "The price is 0, and nothing says that it is free.", _LEFT_OUT)
        return None
    return _priced(offer, terms, _period(offer, terms) or CostPattern.ONE_OFF, amount, option, reading)


def _recurring(
    offer: Record, terms: Record, category: str, amount: Decimal | None, option: str, reading: Reading
) -> CostItem | None:
    """A subscription, or a course that can be attended for nothing and has more to be paid for; often without the price."""
    if category == "partially free":
        pattern: CostPattern | None = CostPattern.FREE_AUDIT_PAID_CERT
    else:
        pattern = _period(offer, terms)
        if amount and pattern is None:
            reading.problem(
                "offers", f"A subscription costs {amount:f}; for how long is not said.", "The amount is left out."
            )
            amount = None
    if amount:
        return _priced(offer, terms, pattern or CostPattern.PER_MONTH, amount, option, reading)
    currency = _currency(offer, terms, None) or "USD"
    unknown: Fact[Decimal] = not_stated(reading.source, note=f"category: {category}")
    return CostItem(option, pattern or CostPattern.PER_MONTH, unknown, currency, "tuition")


def _priced(
    offer: Record, terms: Record, pattern: CostPattern, amount: Decimal, option: str, reading: Reading
) -> CostItem | None:
    stated = price(jsonld.words(offer.get("price", terms.get("price"))))
    currency = _currency(offer, terms, stated.currency if stated else None)
    if currency is None:
        reading.problem("offers", f"The price of {amount:f} has no currency.", _LEFT_OUT)
        return None
    until = day(jsonld.words(offer.get("priceValidUntil"))) or day(jsonld.words(offer.get("validThrough")))
    since = day(jsonld.words(offer.get("validFrom")))
    return CostItem(
        option,
        pattern,
        known(amount, reading.source),
        currency,
        "tuition",
        condition=jsonld.words(offer.get("description"))[:200],
        valid_from=since,
        valid_until=until,
    )


def _currency(offer: Record, terms: Record, in_price: str | None) -> str | None:
    for stated in (offer.get("priceCurrency"), terms.get("priceCurrency"), in_price):
        code = jsonld.words(stated).upper()
        if re.fullmatch("[A-Z]{3}", code):
            return code
    return None


def _period(offer: Record, terms: Record) -> CostPattern | None:
    """For how long a price pays, by the specification's billing terms."""
    fields = ("billingDuration", "billingIncrement", "unitText", "unitCode", "referenceQuantity")
    inner = [v for r in (terms, offer) for f in fields for v in jsonld.many(r.get(f))]
    more = [v.get(f) for v in inner if isinstance(v, dict) for f in ("unitCode", "unitText", "value")]
    said = " ".join(jsonld.words(v) for v in (*inner, *more))
    if _MONTH.search(said):
        return CostPattern.PER_MONTH
    return CostPattern.PER_YEAR if _YEAR.search(said) else None


def _free(reading: Reading) -> CostItem:
    return CostItem("standard", CostPattern.FREE, known(Decimal(0), reading.source), "USD", "tuition")
