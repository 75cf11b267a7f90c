"""Facts of a credential in words: fields, values, who says so, and the sides of a disagreement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import urlsplit

from credlens.model.credential import Assessment, CostItem, CostPattern, Organisation, OrganisationKind, Prerequisite
from credlens.model.fact import Fact, Method, Source, Unknown

_FIELDS = {
    "evidence_class": "proves at most",
    "official_url": "official page",
    "jurisdictions": "where it counts",
    "languages": "language",
    "eqf": "EQF level",
    "hours": "hours of work",
    "mode": "form",
    "validity": "holds for",
    "open_to_public": "open to everybody",
    "costs": "price",
    "stacks_into": "counts towards",
    "ends": "ends on",
    "superseded_by": "replaced by",
    "prior_learning": "known parts count",
    "modules_skippable": "parts can be skipped",
    "free_aid": "help with the cost",
    "rating": "marks of learners",
    "provider_kind": "kind of provider",
    "prerequisites": "asked for before",
    "credit": "academic credit",
}
METHODS = {
    Method.READ: "read",
    Method.RECALLED: "from memory",
    Method.STATED: "as you said",
    Method.IMPORTED: "from a catalog",
    Method.PARSED: "read by the program",
    Method.COMPUTED: "computed",
}
_PERIODS = {
    CostPattern.ONE_OFF: "",
    CostPattern.PER_MONTH: " a month",
    CostPattern.PER_YEAR: " a year",
    CostPattern.PER_ATTEMPT: " an attempt",
    CostPattern.MEMBERSHIP: " a year as a member",
    CostPattern.FREE_AUDIT_PAID_CERT: " for the certificate, learning is free",
}
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def field_words(name: str) -> str:
    """A field as a person calls it."""
    return _FIELDS.get(name, name.replace("_", " "))


def value_words(value: object) -> str:
    """A value in words; a kind of credential without its capitals in the middle ("professional certificate")."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(value_words, value))
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Organisation):
        kind = "" if value.kind is OrganisationKind.OTHER else f" ({value_words(value.kind)})"
        return f"{value.name}{kind}"
    return str(value)


def kind_words(kind: str) -> str:
    """A CTDL class as words: "ProfessionalCertificate" is "professional certificate"."""
    return _CAPITAL.sub(" ", kind).casefold()


def who(source: Source) -> str:
    """Who says so, and when, in short: "coursera.org, 2025-07"; "from memory, 2026-11"."""
    host = (urlsplit(source.address).hostname or "").removeprefix("www.") if source.address else ""
    day = f", {source.date:%Y-%m}" if source.date else ", undated"
    return f"{host or METHODS[source.method]}{day}"


def source_line(source: Source) -> str:
    """A source with everything that is known of it."""
    parts = [METHODS[source.method]]
    parts += [source.address] if source.address else []
    parts += [source.date.isoformat()] if source.date else ["undated"]
    parts += [f"n = {source.n:,}"] if source.n is not None else []
    return ", ".join(parts) + (f" ({source.note})" if source.note else "")


def sides(fact: Fact[Any], say: Any = value_words) -> str:
    """Every value of a conflict with the one who says it: "USD 39 (coursera.org, 2025-07) / USD 49 (from memory, 2026-11)"."""
    value = fact.value
    if not isinstance(value, Unknown):
        return ""
    said = [*fact.sources, *[None] * (len(value.values) - len(fact.sources))]
    return " / ".join(f"{say(v)} ({who(s)})" if s else str(say(v)) for v, s in zip(value.values, said, strict=False))


def amount_words(amount: Decimal, currency: str) -> str:
    """Money: "USD 1,200", "USD 39.50"."""
    return f"{currency} {f'{amount:,.2f}'.removesuffix('.00')}"


def price_words(item: CostItem) -> str:
    """One thing to pay: "USD 49 a month, tuition (list price)"; every side when sources disagree."""
    if item.pattern is CostPattern.FREE:
        words = f"free, {item.what}"
    elif item.amount.known:
        words = f"{amount_words(item.amount.get(Decimal(0)), item.currency)}{_PERIODS[item.pattern]}, {item.what}"
    elif item.amount.candidates():
        told = sides(item.amount, lambda a: amount_words(a, item.currency))
        words = f"sources disagree: {told}{_PERIODS[item.pattern]}, {item.what}"
    else:
        words = f"unknown ({item.amount.value}){_PERIODS[item.pattern]}, {item.what}"
    when = [f"from {item.valid_from}"] if item.valid_from else []
    when += [f"until {item.valid_until}"] if item.valid_until else []
    return words + in_brackets([item.condition or item.amount.condition, item.amount.note, " ".join(when)])


def assessment_words(part: Assessment) -> str:
    """One part of the assessment with what is known of it."""
    grader = {"auto": "marked by a machine", "psychometric": "psychometric"}.get(
        part.grader or "", f"marked by: {value_words(part.grader)}" if part.grader else ""
    )
    attempts = "" if part.attempts is None else _attempts(part.attempts)
    numbers = [
        (part.questions, "{:,} questions"),
        (part.minutes, "{:g} minutes"),
        (part.pass_mark, "{:g} % to pass"),
        (part.retake_days, "again after {:g} days"),
        (None if part.pass_rate is None else 100 * part.pass_rate, "{:g} % of those who tried passed"),
    ]
    facts = [grader, attempts, *(form.format(n) for n, form in numbers if n is not None)]
    facts += ["in a group"] if part.group else []
    return value_words(part.type) + in_brackets([*facts, part.condition])


def needed_words(part: Prerequisite, credential: Any, skill: Any) -> str:
    """One condition: what has to be there before, or should; ``credential`` and ``skill`` give the names for ids."""
    parts = [" or ".join(map(credential, part.credentials)), " or ".join(map(skill, part.skills))]
    if part.experience_years is not None:
        of = f" in {part.experience_of}" if part.experience_of else ""
        years = f"{part.experience_years:g} year{'' if part.experience_years == 1 else 's'}"
        parts.append(f"{years} of experience{of}")
    parts += [f"{value_words(part.degree)} degree"] if part.degree else []
    parts += [part.text]
    words = "; ".join(p for p in parts if p) or "something"
    return f"{words} ({'needed' if part.hard else 'advised'}{', one of several ways' if part.either else ''})"


def in_brackets(parts: Iterable[str]) -> str:
    """Remarks behind something: " (a; b)", or nothing."""
    said = "; ".join(p for p in parts if p)
    return f" ({said})" if said else ""


def _attempts(n: int) -> str:
    return f"{n} attempt{'' if n == 1 else 's'}" if n else "any number of attempts"
