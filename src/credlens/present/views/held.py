"""Credentials that the person already holds, with their expiry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.person import HeldCredential
from credlens.present import terms, words
from credlens.present.context import Context
from credlens.present.notes import Value

SOON_DAYS = 180  # time to prepare a renewal


@dataclass(frozen=True, slots=True)
class HeldView:
    """One held credential: state in words, and what renewing means; ``renewal`` is None when it does not matter."""

    name: str
    where: str
    issued: str
    expires: Value
    meaning: str
    state: str
    renewal: Value | None
    next_step: str


def held(context: Context) -> tuple[HeldView, ...]:
    """What a person holds, what has lapsed first."""
    made = context.loop.made
    found = sorted(context.loop.person.credentials, key=lambda h: (not h.expired(made), h.expires or date.max, h.name))
    return tuple(_view(context, h) for h in found)


def _view(context: Context, item: HeldCredential) -> HeldView:
    meaning, state, next_step = _state(context, item)
    record = context.credential(item.credential) if item.credential else None
    renewal = None
    if item.expires is not None:
        unlisted = Value("unknown: the catalog does not know this credential", unknown=True)
        renewal = context.notes.fact(record.renewal, terms.renewal) if record else unlisted
    return HeldView(
        name=item.name,
        where=item.where,
        issued=words.month(item.issued) if item.issued else "unknown",
        expires=_expires(context, item),
        meaning=meaning,
        state=state,
        renewal=renewal,
        next_step=next_step,
    )


def _expires(context: Context, item: HeldCredential) -> Value:
    if item.expires is not None:
        return Value(f"by {words.day(item.expires)}")  # documents often name only the month; this is its last day
    if item.credential:
        rule = context.credential(item.credential).validity
        if rule.known:
            return context.notes.fact(rule, lambda v: f"{terms.validity(v)}, by its rule")
    return Value("unknown: not stated", unknown=True)


def _state(context: Context, item: HeldCredential) -> tuple[str, str, str]:
    made = context.loop.made
    if item.expires is None:
        rule = context.credential(item.credential).validity.get(None) if item.credential else None
        if rule is not None and rule.months is None:
            return "good", "does not expire", ""
        return "caution", "expiry unknown", "Look at the certificate itself, and write its date into your record."
    left = (item.expires - made).days
    if left < 0:
        return (
            "stop",
            "expired",
            "Ask the issuer whether it can still be renewed, or has to be earned anew, before you list it as current.",
        )
    if left <= SOON_DAYS:
        return "caution", f"expires in {words.count(left, 'day')}", "Plan the renewal now, or decide to let it go."
    return "good", "valid", ""
