"""The limits and the targets of a problem file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.files.schema import CURRENCY, MOST_STEPS, names
from credlens.plan.files.sizes import HORIZON_DAYS, KEPT_DAYS, MOST_CREDENTIALS, MOST_OFF, MOST_WEEK
from credlens.plan.files.tree import Record, shown

_LIMITS, _TARGET = names("limits"), names("target")
_CODE = re.compile("[A-Z]{3}")
_LANGUAGE = re.compile("[a-z]{2}")
_NO_DAY = date(2000, 1, 1)  # in the place of one that is missing; what was read is then not used


@dataclass
class Wanted:
    """The skills that are wanted, with their names: ``labels`` and ``uris`` by skill, where the file has them."""

    weights: tuple[tuple[str, float], ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    uris: dict[str, str] = field(default_factory=dict)


def currency_of(top: Record) -> str:
    """The currency of all amounts."""
    code = top.text("currency", CURRENCY)
    if not _CODE.fullmatch(code):
        top.problem("currency", f"{shown(code)} is not a currency code.", "Use three capitals, such as USD or EUR.")
    return code


def limits_of(top: Record, currency: str) -> Limits:
    """What there is to spend. A deadline before the start is no mistake of the file: no plan can keep it."""
    if not top.has("limits"):
        top.missing("limits")
        return Limits(Money(Decimal(0), currency), 0.0, _NO_DAY, _NO_DAY)
    record = top.record("limits", _LIMITS)
    began, deadline = record.day("start", required=True), record.day("deadline", required=True)
    keep_until = record.day("keep_until")
    start = began or deadline or _NO_DAY
    deadline = deadline or start
    if (deadline - start).days > HORIZON_DAYS:
        record.problem("deadline", "The deadline is more than 20 years after the start.", "Give an earlier day.")
    if keep_until and began and (keep_until - start).days > KEPT_DAYS:
        record.problem("keep_until", "This is more than 80 years after the start.", "Give an earlier day.")
    languages = record.texts("languages")
    for place, code in enumerate(languages):
        if code and not _LANGUAGE.fullmatch(code):
            record.problem(
                f"languages[{place}]", f"{shown(code)} is not a language code.", "Use two letters, such as en or de."
            )
    return Limits(
        Money(record.amount("budget"), currency),
        record.number("hours_per_week", most=MOST_WEEK),
        start,
        deadline,
        record.whole("max_credentials", MOST_STEPS, most=MOST_CREDENTIALS),
        Money(record.amount("budget_per_month"), currency) if record.has("budget_per_month") else None,
        _off(record),
        languages,
        keep_until,
    )


def _off(record: Record) -> tuple[tuple[date, date], ...]:
    found = []
    for place, value in record.listed("off", MOST_OFF):
        if not isinstance(value, list) or len(value) != 2:
            record.problem(place, "Time without study is a list of two days, the first and the last.", "Write two.")
            continue
        first, last = (record.day_at(f"{place}[{k}]", day) for k, day in enumerate(value))
        if first and last and last < first:
            record.problem(place, f"It ends on {last}, before it begins.", "Put the earlier day first.")
        elif first and last:
            found.append((first, last))
    return tuple(found)


def targets(top: Record) -> Wanted:
    """The skills that are wanted, by id."""
    if top.data.get("targets") is None:
        top.missing("targets")
    weights: dict[str, float] = {}
    wanted = Wanted()
    for record in top.records("targets", _TARGET):
        skill = record.text("skill")
        if skill in weights:
            record.problem("skill", f"{shown(skill)} is there already.", "Keep one of them.")
        weights[skill] = record.number("weight", above=True)
        _keep(wanted.labels, record, "label", skill)
        _keep(wanted.uris, record, "uri", skill)
    wanted.weights = tuple(sorted(weights.items()))
    return wanted


def _keep(into: dict[str, str], record: Record, key: str, skill: str) -> None:
    if record.has(key):
        into[skill] = record.text(key)
