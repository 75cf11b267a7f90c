"""What a plan adds up to: academic credit, larger credentials, and degrees."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.evaluate.together.routes import CONFIRMERS, confirmed, routes
from credlens.model.credential import Catalog
from credlens.model.crediting import CountsTowards, Crediting, CreditSum
from credlens.model.plan import Plan
from credlens.model.together import Confirmer, Route
from credlens.plan.problem import Problem

LARGER = ("stacks_into", "part_of")  # what counts towards something larger; advanced standing only saves hours there
NAMED = 2  # judgement: so many conditions of one sum are told; the rest stand with the credentials


def crediting(plan: Plan, problem: Problem, catalog: Catalog) -> Crediting:
    """Credit of the plan's steps, added up by system and by who gives or recommends it, and what the steps count towards.

    Two amounts of one credential are never added up: they may be two ways to count it.
    What ends before its step is finished is left out. Of a credential the plan earns with its last part, no credit is counted: its parts
    have theirs, and nobody says that both count.
    """
    found = [
        r for s in plan.steps if s.credential in catalog for r in routes([catalog[s.credential]], catalog, s.finish)
    ]
    alive = [r for r in found if not r.over]
    sums = [_sum(parts, catalog) for parts in _groups([r for r in alive if r.kind == "credit"])]
    sums.sort(key=lambda s: (-CONFIRMERS.index(s.confirmed_by), s.system, s.by, s.credentials))
    given = [_given(problem.awards[k].credential, members, catalog) for k, members in _awards(plan, problem)]
    have = {g.target for g in given}
    towards = [_towards(r, catalog) for r in alive if r.kind in LARGER and (r.target is None or r.target not in have)]
    towards.sort(key=lambda t: (-CONFIRMERS.index(t.confirmed_by), t.credentials, t.towards))
    return Crediting(tuple(sums), (*given, *towards))


def _groups(found: Sequence[Route]) -> list[list[Route]]:
    """What may be added up, in the order given."""
    groups: list[list[Route]] = []

    def fits(route: Route, group: Sequence[Route]) -> bool:
        alike = _alike(route) == _alike(group[0])
        return alike and all(route.credential != other.credential for other in group)

    for route in found:
        group = next((g for g in groups if fits(route, g)), None)
        if group is None:
            groups.append([route])
        else:
            group.append(route)
    return groups


def _alike(route: Route) -> tuple[str, Confirmer, str, str]:
    return (route.system, route.confirmed_by, route.confirmer, route.towards)


def _sum(parts: Sequence[Route], catalog: Catalog) -> CreditSum:
    """One sum; with an amount only when all of its parts state theirs."""
    first = parts[0]
    amounts = [p.amount for p in parts if p.amount is not None]
    amount = sum(amounts) if len(amounts) == len(parts) else None
    credentials = tuple(dict.fromkeys(p.credential for p in parts))
    conditions = tuple(dict.fromkeys(p.condition for p in parts if p.condition))
    until = min((p.until for p in parts if p.until), default=None)
    what = f"{amount:g} {first.system}" if amount is not None else f"{first.system}, amount not stated for all"
    what = what.removesuffix("s") if amount == 1 else what
    what += f" towards {first.towards}" if first.towards else ""
    names = " and ".join(catalog[c].title for c in credentials)
    told = f"{what} for {names} ({'; '.join((confirmed(first), *conditions[:NAMED]))}"
    told += f"; ends {until.isoformat()})." if until else ")."
    return CreditSum(first.system, amount, first.confirmed_by, first.confirmer, credentials, conditions, until, told)


def _awards(plan: Plan, problem: Problem) -> list[tuple[int, tuple[str, ...]]]:
    steps = {s.credential for s in plan.steps}
    return [(k, problem.awards[k].members) for k in problem.awarded(steps) if problem.awards[k].members]


def _given(credential: str, members: tuple[str, ...], catalog: Catalog) -> CountsTowards:
    title = _title(credential, catalog)
    names = " and ".join(_title(m, catalog) for m in members)
    told = f"{names} together give {title}, without more work or money."
    return CountsTowards(
        title, credential, members, given=True, confirmed_by=Confirmer.PROVIDER, condition="", says=told
    )


def _towards(route: Route, catalog: Catalog) -> CountsTowards:
    note = f"; {route.condition}" if route.condition else ""
    told = f"{_title(route.credential, catalog)} counts towards {route.towards} ({confirmed(route)}{note})."
    return CountsTowards(
        towards=route.towards,
        target=route.target,
        credentials=(route.credential,),
        given=False,
        confirmed_by=route.confirmed_by,
        condition=route.condition,
        says=told,
    )


def _title(credential: str, catalog: Catalog) -> str:
    return catalog[credential].title if credential in catalog else credential
