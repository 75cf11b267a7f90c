"""Prices of several sources side by side: what is one price is compared, what only one source knows stays an option of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from credlens.model.credential import CostItem, CostPattern
from credlens.model.fact import Fact

Merge = Callable[[str, Sequence[Fact[Decimal]]], Fact[Decimal]]


def merge_costs(lists: Sequence[tuple[str, tuple[CostItem, ...]]], merge: Merge) -> tuple[CostItem, ...]:
    """The first source's options with the others' amounts beside them, then the options that only others have.

    Items of one option add up, so an option is taken as a whole: each item of it has its counterpart in one of the options there are, or
    the option comes in under a name with its source, as an alternative that never adds to another.

    Args:
        lists: source name and its items, the most trusted first; sources without a price pass over.
        merge: two facts of one amount to one.
    """
    priced = [(source, items) for source, items in lists if items]
    if not priced:
        return ()
    found = list(priced[0][1])
    for source, items in priced[1:]:
        for option in dict.fromkeys(i.option for i in items):
            group = [i for i in items if i.option == option]
            places = _counterparts(group, found)
            if places is None:
                name = option if all(i.option != option for i in found) else f"{option} ({source})"
                found += [replace(i, option=name) for i in group]
            else:
                for item, place in zip(group, places, strict=True):
                    found[place] = replace(found[place], amount=merge("costs", [found[place].amount, item.amount]))
    return tuple(found)


def _counterparts(group: Sequence[CostItem], found: Sequence[CostItem]) -> list[int] | None:
    """Places of the items of one option that say the same of the same thing; None when no option has them all, or several have."""
    fits = []
    for option in dict.fromkeys(i.option for i in found):
        places = [p for p, i in enumerate(found) if i.option == option]
        if len(places) != len(group):
            continue
        match = _matched(group, places, found)
        if match:
            fits.append(match)
    equal = [m for m in fits if all(_same_amount(found[p], i) for p, i in zip(m, group, strict=True))]
    if equal:
        return equal[0]
    return fits[0] if len(fits) == 1 else None


def _matched(group: Sequence[CostItem], places: list[int], found: Sequence[CostItem]) -> list[int]:
    """The place of each item's counterpart, each place once and equal amounts first; empty when one has none."""
    free, match = list(places), []
    for item in group:
        fits = [p for p in free if _same_thing(found[p], item)]
        if not fits:
            return []
        best = next((p for p in fits if _same_amount(found[p], item)), fits[0])
        free.remove(best)
        match.append(best)
    return match


def _same_thing(one: CostItem, other: CostItem) -> bool:
    return (
        one.pattern is other.pattern
        and one.what == other.what
        and (one.currency == other.currency or one.pattern is CostPattern.FREE)
        and (one.subscription is None or other.subscription is None or one.subscription == other.subscription)
    )


def _same_amount(one: CostItem, other: CostItem) -> bool:
    return bool(set(one.amount.candidates()) & set(other.amount.candidates()))
