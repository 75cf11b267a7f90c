"""A budget in a currency in which nothing is priced: it can buy nothing, since there is no exchange rate offline."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.plan_reasons import Clash, Conflict, LimitKind
from credlens.plan.money.quote import foreign_currency
from credlens.plan.problem import Problem

Counts = tuple[tuple[str, int], ...]  # (currency, credentials), the most first


def elsewhere(excluded: Iterable[tuple[str, str]]) -> Counts:
    """How many credentials were left out because they are priced in another currency, by that one."""
    found: dict[str, int] = {}
    for _, why in excluded:
        if currency := foreign_currency(why):
            found[currency] = found.get(currency, 0) + 1
    return tuple(sorted(found.items(), key=lambda f: (-f[1], f[0])))


def useless_budget(problem: Problem) -> Conflict | None:
    """Why a budget above 0 can buy nothing: all that could be bought is priced in other currencies; None when it can.

    Plans of free courses alone would keep such a budget, too, and would be no answer to somebody who meant to spend it.
    """
    budget = problem.limits.budget
    priced = elsewhere(problem.excluded)
    if not priced or budget.amount <= 0 or _sold(problem):
        return None
    words = f"a budget of {budget}"
    instead = f"Give the budget in {priced[0][0]}: --currency {priced[0][0]}."
    possible = any(o.proofs for o in problem.offers) and {o.credential for o in problem.offers}.issuperset(
        problem.fixed
    )
    free = ("For free courses only: --budget 0.",) if possible else ()
    because = f"A budget of {budget} can buy nothing here: {priced_in(priced)}, and there is no exchange rate offline."
    return Conflict((Clash(LimitKind.CURRENCY, budget.currency, words, instead),), (because, instead, *free))


def priced_in(priced: Counts) -> str:
    """What could be bought and in which currencies it is priced, as a part of a sentence."""
    many = sum(n for _, n in priced)
    lead = (
        "the 1 credential that could be bought is" if many == 1 else f"the {many} credentials that could be bought are"
    )
    if len(priced) == 1:
        return f"{lead} priced in {priced[0][0]}"
    return f"{lead} priced in {', '.join(f'{currency} ({n})' for currency, n in priced)}"


def _sold(problem: Problem) -> bool:
    """Whether anything costs anything in the budget's currency."""
    return any(o.renewal > 0 or any(c.amount > 0 for c in o.charges) for o in problem.offers)
