"""A field of a credential's YAML as a :class:`~credlens.model.fact.Fact`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from credlens.model.fact import Fact, Source, Unknown, WhyUnknown, not_looked_up
from credlens.yamlfile import Record, sources_of

T = TypeVar("T")
Sources = dict[str, Source]


def fact(top: Record, key: str, table: Sources, value: Callable[[Record, str], T | None]) -> Fact[T]:
    """One field as a fact: ``{is:}``, ``{unknown:}`` or ``{conflicting:}``; not looked up when it is missing.

    Args:
        top: the record that has the field.
        key: the field's name.
        table: the file's sources by key.
        value: reads the value out of the key it is given ("is") of the record it is given.
    """
    entry = top.record(key)
    if entry is None:
        return not_looked_up()
    condition, note = entry.text("condition", ""), entry.text("note", "")
    result: Fact[T] = not_looked_up()
    if entry.has("conflicting"):
        result = _conflict(entry, table, value, condition, note)
    elif entry.has("unknown"):
        why, sources = entry.choice("unknown", WhyUnknown), sources_of(entry, table)
        if why is WhyUnknown.CONFLICTING:
            entry.problem("unknown", "A conflict needs its values.", "Write `conflicting:` with a list of them.")
        elif why is not None:
            result = Fact(Unknown(why), sources, condition, note)
    elif not entry.has("is"):
        entry.raw("is")
        entry.raw("from")
        entry.problem(
            "is", f"`{key}` has no value.", "Write `is:`, or `unknown: not_stated` when the source does not say."
        )
    else:
        found, sources = value(entry, "is"), sources_of(entry, table)
        if found is not None:
            result = Fact(found, sources, condition, note)
    entry.finish()
    return result


def _conflict(
    entry: Record, table: Sources, value: Callable[[Record, str], T | None], condition: str, note: str
) -> Fact[T]:
    values: list[T] = []
    sources: list[Source] = []
    for side in entry.records("conflicting"):
        if not side.has("is"):
            side.problem("is", "This side of the conflict has no value.", "Write `is:`.")
        found, says = value(side, "is"), sources_of(side, table)
        words = [side.text("condition", ""), side.text("note", "")]
        if side.finish() and found is not None:
            values.append(found)
            # Of one side only: kept with its source, since the fact's own condition and note are about all of them.
            sources.append(replace(says[0], note="; ".join(filter(None, [says[0].note, *words]))))
    if entry.ok and all(v == values[0] for v in values):
        entry.problem("conflicting", "A conflict needs at least two different values.", "Write the only one as `is:`.")
    if not entry.ok:
        return not_looked_up()
    return Fact(Unknown(WhyUnknown.CONFLICTING, tuple(values)), tuple(sources), condition, note)


def amount(item: Record, table: Sources, sources: tuple[Source, ...]) -> Fact[Decimal]:
    """A price: a bare number with its item's sources, or a fact of its own. A price that is left out is a mistake."""
    raw = item.raw("amount")
    if raw is None:
        item.problem(
            "amount",
            "The price is missing.",
            "Write `amount: 49`, or `amount: {unknown: not_stated, from: ...}` when the source does not say.",
        )
        return not_looked_up()
    if isinstance(raw, dict):
        return fact(item, "amount", table, lambda r, k: r.decimal(k))
    number = item.decimal("amount")
    return not_looked_up() if number is None else Fact(number, sources)
