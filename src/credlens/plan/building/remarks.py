"""What a person should be told about a credential before they pay for it."""

from __future__ import annotations

from collections.abc import Collection

from credlens.model.credential import CostItem, CostPattern, Credential
from credlens.model.plan import Limits
from credlens.plan.building.cohorts import dates_of
from credlens.plan.building.open_prices import open_options
from credlens.plan.building.validity import keeping


def remarks_on(credential: Credential, limits: Limits, open_to: Collection[str] = ()) -> tuple[str, ...]:
    """Other prices, aid, languages nobody looked up, cohorts without a date, and what keeping it costs; each one sentence or two."""
    found: list[str] = []
    usable, others = open_options(credential, open_to)
    items = credential.cost_options()
    found += [f"Another price, {_price(items[o])}, is open to some only: {words} ({o})." for o, words in others.items()]
    aid = credential.free_aid.get(None)
    if aid and any(i.pattern is not CostPattern.FREE for option in usable.values() for i in option):
        found.append(f"Aid could lower what it costs ({aid}); the plan counts the full price.")
    if limits.languages and not credential.languages.candidates():
        found.append("In which languages it is given was not looked up.")
    if remark := dates_of(credential, limits.start).remark:
        found.append(remark)
    return (*found, *keeping(credential, limits.budget.currency)[2])


def _price(items: tuple[CostItem, ...]) -> str:
    parts = []
    for item in items:
        amounts = sorted(set(item.amount.candidates()))
        if item.pattern is CostPattern.FREE or amounts == [0]:
            parts.append("free")
        else:
            parts.append(f"{item.currency} {'-'.join(f'{a:,f}' for a in amounts)}" if amounts else "not known")
    return " + ".join(dict.fromkeys(parts))
