"""The credentials of a problem file: each becomes one offer for each of its options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.model.credential import CostPattern
from credlens.plan.files.schema import FACTS, OPTION, QUALITY, names
from credlens.plan.files.sizes import MOST_ATTEMPTS, MOST_ENTRIES, MOST_LISTED, MOST_MONTHS
from credlens.plan.files.tree import Record, is_text, kind, shown, shown_key
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Need, Offer, Saving

_CREDENTIAL, _OPTION, _CHARGE = names("credential"), names("option"), names("charge")
_NEED, _SAVING = names("need"), names("saving")


Named = list[tuple[Record, str, tuple[str, ...]]]


def offers(top: Record, currency: str) -> tuple[dict[str, str], list[Offer], Named]:
    """The credentials of a file.

    Returns:
        Id -> title (the id where there is none) of all of them, also of those without options; their offers; and the fields that
        name other credentials, with these names, to be looked up once all are known.
    """
    titles: dict[str, str] = {}
    found: list[Offer] = []
    named: Named = []
    for record in top.records("credentials", _CREDENTIAL, MOST_ENTRIES):
        name = record.text("id")
        if name in titles:
            record.problem("id", f"{shown(name)} is the id of an earlier credential, too.", "Put them together.")
        titles[name] = record.text("title", name)
        found += _offers(record, name, currency, named)
    return titles, found, named


def _offers(record: Record, name: str, currency: str, named: Named) -> list[Offer]:
    facts = {**_DEFAULTS, **_facts(record, named)}
    if record.data.get("options") is None:
        if not record.has("hours"):
            record.missing("hours")
        return [Offer(name, OPTION, charges=(), **facts)]
    found: dict[str, Offer] = {}
    for option in record.records("options", _OPTION):
        label = option.text("name", OPTION) or OPTION
        own = _facts(option, named)
        if not (option.has("hours") or record.has("hours")):
            option.missing("hours")
        if label in found:
            option.problem("name", f"{shown(label)} is the name of an earlier option, too.", "Give it another name.")
        charges = tuple(_charge(c, currency) for c in option.records("charges", _CHARGE))
        found[label] = Offer(name, label, charges=charges, **{**facts, **own})
    return list(found.values())


def _charge(record: Record, currency: str) -> Charge:
    text = record.text("pattern")
    pattern = _PATTERNS.get(text, CostPattern.FREE)
    if text and text not in _PATTERNS:
        record.problem("pattern", f"{shown(text)} is not a way of charging.", f"Use one of: {', '.join(_PATTERNS)}.")
    free = text not in _PATTERNS or pattern is CostPattern.FREE
    data = record.data
    if len(data) <= 2 and "amount" in data:  # most charges say no more, and a file may have very many
        return Charge(pattern, record.amount("amount"), currency)
    return Charge(
        pattern,
        record.amount("amount", Decimal(0) if free else None),
        currency,
        record.text("what", "tuition"),
        record.text("subscription") if record.has("subscription") else None,
        record.day("valid_from"),
        record.day("valid_until"),
        record.number("pass_rate", most=1) if record.has("pass_rate") else None,
        record.whole("attempts", most=MOST_ATTEMPTS) if record.has("attempts") else None,
    )


_PATTERNS = {p.value: p for p in CostPattern}


def _facts(record: Record, named: Named) -> dict[str, Any]:
    """Those facts that stand in a record, by the names that offers have for them; null stands for the usual value."""
    found: dict[str, Any] = {}
    for key in record.data:
        read = _READ.get(key)
        if read is not None and (key != "hours" or record.has("hours")):
            found[_NAMES.get(key, key)] = read(record)
            if key in {"needs", "savings"}:
                named += [(record, key, entry.by) for entry in found[key]]
    return found


def proofs(record: Record) -> tuple[tuple[str, float], ...]:
    """How far something proves which skills, by skill."""
    value = record.data.get("proves")
    if value is None:
        return ()
    if not isinstance(value, dict) or len(value) > MOST_LISTED:
        what = f"{len(value):,} skills" if isinstance(value, dict) else kind(value)
        record.problem(
            "proves",
            f"This should be an object of at most {MOST_LISTED:,} numbers by skill, not {what}.",
            'Write {"sql": 0.6}.',
        )
        return ()
    inner = record.record("proves")
    for skill in value:
        if not skill.strip() or not is_text(skill):
            inner.problem("", f"`{shown_key(skill)}` is not the name of a skill.", "Name one.")
    return tuple(sorted((skill, inner.number(skill, most=1, below=True)) for skill in value))


def _needs(record: Record) -> tuple[Need, ...]:
    found = []
    for entry in record.records("needs", _NEED):
        by = _by(entry)
        found.append(Need(by, entry.text("says", " or ".join(by))))
    return tuple(found)


def _savings(record: Record) -> tuple[Saving, ...]:
    return tuple(
        Saving(_by(entry), entry.number("hours"), entry.text("says", ""))
        for entry in record.records("savings", _SAVING)
    )


def _by(entry: Record) -> tuple[str, ...]:
    by = entry.texts("by")
    if not entry.data.get("by"):
        entry.problem("by", "Nobody is named here.", "Name one credential or more.")
    return by


def _starts(record: Record) -> tuple[date, ...]:
    days = (record.day_at(place, value) for place, value in record.listed("starts"))
    return tuple(sorted({d for d in days if d is not None}))


_NAMES = {"proves": "proofs"}
_DEFAULTS: Mapping[str, Any] = {"hours": 0.0, "quality": QUALITY, "proofs": ()}
_READ: Mapping[str, Callable[[Record], Any]] = {
    "hours": lambda r: r.number("hours"),
    "quality": lambda r: r.number("quality", QUALITY, most=1),
    "proves": proofs,
    "needs": _needs,
    "savings": _savings,
    "first_day": lambda r: r.day("first_day"),
    "last_day": lambda r: r.day("last_day"),
    "starts": _starts,
    "least_days": lambda r: r.whole("least_days", 1, least=1, most=MOST_MONTHS * 31),
    "valid_months": lambda r: r.whole("valid_months", least=1, most=MOST_MONTHS) if r.has("valid_months") else None,
    "renewal": lambda r: r.amount("renewal", Decimal(0)),
}
assert set(_READ) == set(FACTS)  # noqa: S101 - the fields of the schema are the ones that are read
