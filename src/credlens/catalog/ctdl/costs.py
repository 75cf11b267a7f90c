"""Prices: ``ceterms:CostProfile``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from credlens.catalog.ctdl.names import Node, aligned, concept, concept_name, named, reference, spaced
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, elements
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.jsonld import all_words, words
from credlens.catalog.values.prices import absurd, payment, price
from credlens.catalog.values.text import line
from credlens.model.credential import CostItem, CostPattern
from credlens.model.fact import Source

STANDARD, AGGREGATE = "standard", "aggregate"
# What a direct cost is paid for. Board and lodging, options, and what is paid again later (renewal, re-examination) are no price of earning it.
_WHAT = {
    "Tuition": "tuition", "Application": "application", "LearningResource": "materials", "StandaloneAssessment": "exam", "GraduationFee": "certificate",
    "MixedFees": "tuition", "EnrollmentFee": "tuition", "ProgramSpecificFee": "tuition", "StudentServicesFee": "tuition", "TechnologyFee": "tuition",
    "ProcessingFee": "application", "ScoringFee": "exam", "BackgroundCheck": "application", "AggregateCost": "tuition",
}  # fmt: skip
_KINDS = {
    "tuition": "Tuition",
    "application": "Application",
    "materials": "LearningResource",
    "exam": "StandaloneAssessment",
}
_UNNAMED = ("certificate", "membership")  # what CTDL has no concept for goes out, and comes in, by name
_RESIDENCY = ("InState", "OutOfState", "InDistrict", "InCountry", "OutOfCountry", "International")
_AUDIENCE = (
    "Member",
    "NonMember",
    "Resident",
    "NonResident",
    "Citizen",
    "NonCitizen",
    "FullTime",
    "PartTime",
    "CurrentStudent",
    "CurrentMilitary",
)
_MOST = 10**12
_FREE = re.compile(r"\b(?:free|no (?:cost|charge|fee)|at no cost)\b", re.IGNORECASE)
_PATTERNS = (
    (r"\bmonth", CostPattern.PER_MONTH, "per month"),
    (r"\byear|annual", CostPattern.PER_YEAR, "per year"),
    (r"\battempt", CostPattern.PER_ATTEMPT, "per attempt"),
    (r"\bmembership", CostPattern.MEMBERSHIP, "membership"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    item: CostItem
    options: tuple[str, ...]


def read_costs(context: Context, name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:estimatedCost``: what is for residents, or for members, is an option of its own, and what is for all is part of each."""
    yield from _parts(list(_rows(context, name, values, context.source)))


def read_common_costs(context: Context, name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:commonCosts``: the prices of the manifests, told by them."""
    rows: list[_Row] = []
    for place, manifest in enumerate(values):
        if isinstance(manifest, dict):
            source = imported(reference(manifest) or context.source.address, context.source.date, context.source.note)
            found = _rows(context, name, elements(manifest.get("ceterms:estimatedCost")), source)
            rows += [replace(row, place=place) for row in found]
    yield from _parts(rows)


def _parts(rows: list[_Row]) -> Iterator[Part]:
    options = tuple(dict.fromkeys(o for row in rows for o in row.options if o != AGGREGATE)) or (STANDARD,)
    for row in rows:
        for option in row.options or options:
            yield Part("costs", replace(row.item, option=option), (row.place,))


def _rows(context: Context, name: str, values: list[Any], source: Source) -> Iterator[_Row]:
    for place, value in enumerate(values):
        if not isinstance(value, dict) or value.get("ceterms:price") is None:
            continue
        kind = concept(value.get("ceterms:directCostType"))
        if kind and kind not in _WHAT:
            continue
        item = _item(context, name, value, source)
        if item:
            options = (AGGREGATE,) if kind == "AggregateCost" else _options(value)
            by_name = concept_name(value.get("ceterms:directCostType"))
            what = _WHAT[kind] if kind else by_name if by_name in _UNNAMED else "tuition"
            yield _Row(place, replace(item, what=what), options)


def _item(context: Context, name: str, value: Node, source: Source) -> CostItem | None:
    found = payment(value["ceterms:price"])
    if found is None:
        context.reading.problem(name, f"{str(value['ceterms:price'])[:60]!r} is not understood as a price.")
        return None
    if why := absurd(found.amount):
        context.reading.problem(name, why)
        return None
    currency = found.currency or _currency(value.get("ceterms:currency"))
    if not currency:
        context.reading.problem(name, f"{found.amount:f} has no currency that is understood.")
        return None
    pattern = _pattern(value)
    if pattern is None:
        paid = line(words(value.get("ceterms:paymentPattern")))
        context.reading.problem(
            name, f"How often {currency} {found.amount:f} is paid is not understood: {paid[:60]!r}."
        )
        return None
    amount = known(found.amount, source)
    if found.amount == 0 and pattern is not CostPattern.FREE:
        amount = not_stated(source, note="given as 0, without a word that it is free")
    condition = "; ".join(all_words(value.get("ceterms:condition")))
    begins, ends = day(value.get("ceterms:startDate")), day(value.get("ceterms:endDate"))
    return CostItem(STANDARD, pattern, amount, currency, "tuition", None, condition, begins, ends)


def _pattern(value: Node) -> CostPattern | None:
    """How it is charged; None when that is said and not understood: a price for each semester is no price for all."""
    said = line(words(value.get("ceterms:paymentPattern")))
    for words_of_it, pattern, _ in _PATTERNS:
        if re.search(words_of_it, said, re.IGNORECASE):
            return pattern
    if re.search(r"\b(?:per|each|every)\b", said, re.IGNORECASE):
        return None
    about = " ".join((said, *all_words([value.get("ceterms:name"), value.get("ceterms:description")])))
    free = price(value["ceterms:price"])
    return CostPattern.FREE if free and free.amount == 0 and (free.free or _FREE.search(about)) else CostPattern.ONE_OFF


def _currency(value: Any) -> str | None:
    """The currency of a code or of words ("US Dollar")."""
    found = price(f"1 {line(words(value))}")
    return found.currency if found else None


def _options(value: Node) -> tuple[str, ...]:
    """For whom it is, when it is not for all."""
    groups = [*elements(value.get("ceterms:residencyType")), *elements(value.get("ceterms:audienceType"))]
    names = [spaced(c).casefold().replace(" ", "-") if (c := concept(g)) else concept_name(g) for g in groups]
    return tuple(dict.fromkeys(n for n in names if n))


def write_cost(value: CostItem, style: Style) -> Iterator[Statement]:
    """A price as a profile; when nobody states the amount, what is known of it without one."""
    amount = value.amount.get(None)
    about: Node = {"@type": "ceterms:CostProfile"}
    if amount is not None and (number := plain_number(amount)) is not None:
        about["ceterms:price"] = number
    about["ceterms:currency"] = value.currency
    kind = "AggregateCost" if value.option == AGGREGATE else _KINDS.get(value.what)
    about["ceterms:directCostType"] = (
        aligned("CostType", "costType", kind, spaced(kind), style.language)
        if kind
        else named(value.what, style.language)
    )
    if value.pattern is CostPattern.FREE:
        about["ceterms:description"] = style.text("Free of charge")
    if paid := next((words_of_it for _, pattern, words_of_it in _PATTERNS if pattern is value.pattern), None):
        about["ceterms:paymentPattern"] = style.text(paid)
    if value.condition:
        about["ceterms:condition"] = {style.language: [value.condition]}
    days = (("ceterms:startDate", value.valid_from), ("ceterms:endDate", value.valid_until))
    about |= {name: found.isoformat() for name, found in days if found} | dict(_group(value.option, style))
    yield "ceterms:estimatedCost", about


def plain_number(amount: Decimal) -> int | float | None:
    """An amount as JSON writes it; None for one that is no price, and may have more digits than a machine has room for."""
    if not amount.is_finite() or not -_MOST <= amount <= _MOST:
        return None
    return int(amount) if amount == int(amount) else float(amount)


def _group(option: str, style: Style) -> Iterable[tuple[str, Any]]:
    """For whom an option is: in CTDL's words where it has some, else by its name."""
    if option in {STANDARD, AGGREGATE}:
        return
    for name, scheme, prefix, concepts in (
        ("ceterms:residencyType", "Residency", "residency", _RESIDENCY),
        ("ceterms:audienceType", "Audience", "audience", _AUDIENCE),
    ):
        for found in concepts:
            if spaced(found).casefold().replace(" ", "-") == option:
                yield name, [aligned(scheme, prefix, found, spaced(found).replace(" ", "-"), style.language)]
                return
    yield "ceterms:audienceType", [named(option, style.language)]
