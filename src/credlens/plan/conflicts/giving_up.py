"""What a person's limits are, one by one, and a problem in which only some of them hold."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from credlens.model.plan import Limits
from credlens.model.plan_reasons import LimitKind
from credlens.model.quantity import Money
from credlens.plan.problem import Problem

Name = Callable[[str], str]  # what to call a credential, by its id

ENDLESS = Decimal(10) ** 9  # a budget that never binds
ALL_WEEK = 168.0  # hours
LONG = timedelta(days=20 * 366)  # judgement: whoever cannot do it in twenty years has no plan

MANY_STEPS = 6  # judgement: beside what is fixed; a plan that is possible only with more is none that anybody follows


@dataclass(frozen=True, slots=True)
class Given:
    """One limit: its value as plain text, in words as a part of a sentence, and the credential it is about, if any."""

    kind: LimitKind
    value: str
    words: str
    credential: str = ""


@dataclass(frozen=True, slots=True)
class Wider:
    """The same problem as if the person had excluded nothing and named no language.

    Attributes:
        problem: built with the same limits otherwise.
        excluded: credentials that the person does not want.
    """

    problem: Problem
    excluded: tuple[str, ...] = ()


def given(problem: Problem, wider: Wider | None = None, name: Name = str) -> tuple[Given, ...]:
    """Every limit that a person could give up, in a fixed order; what was excluded only as far as ``wider`` knows it."""
    limits = problem.limits
    found = [
        Given(LimitKind.BUDGET, str(limits.budget.amount), f"a budget of {limits.budget}"),
        Given(LimitKind.HOURS, f"{limits.hours_per_week:g}", _hours(limits.hours_per_week)),
        Given(LimitKind.DEADLINE, str(limits.deadline), _deadline(limits)),
        Given(LimitKind.MOST, str(limits.max_credentials), _most(limits.max_credentials)),
    ]
    if limits.budget_per_month is not None:
        monthly = limits.budget_per_month
        found.append(Given(LimitKind.MONTHLY, str(monthly.amount), f"at most {monthly} in any month"))
    if limits.off:
        spans = [f"{first} to {last}" for first, last in limits.off]
        found.append(Given(LimitKind.OFF, ", ".join(spans), f"no study from {' and from '.join(spans)}"))
    if limits.keep_until is not None and limits.keep_until > limits.deadline:
        found.append(Given(LimitKind.KEEP, str(limits.keep_until), f"everything kept valid until {limits.keep_until}"))
    found += [Given(LimitKind.FIXED, c, f"{name(c)} in every plan", c) for c in problem.fixed]
    if wider is not None:
        found += [Given(LimitKind.EXCLUDED, c, f"{name(c)} in no plan", c) for c in sorted(set(wider.excluded))]
        if limits.languages:
            spoken = limits.languages
            found.append(Given(LimitKind.LANGUAGES, ", ".join(spoken), f"courses in {' or '.join(spoken)} only"))
    return tuple(found)


def keeping(problem: Problem, kept: Collection[Given], wider: Wider | None = None) -> Problem:
    """The problem in which only these limits hold.

    Money is then without end, a week has all its hours, and there are twenty years.
    """
    kinds = {g.kind for g in kept}
    limits = problem.limits
    keep = limits.keep_until or limits.deadline
    free: dict[str, Any] = {"keep_until": keep if LimitKind.KEEP in kinds else min(keep, limits.deadline)}
    if LimitKind.BUDGET not in kinds:
        free["budget"] = Money(max(ENDLESS, limits.budget.amount), limits.budget.currency)
    if LimitKind.HOURS not in kinds:
        free["hours_per_week"] = max(ALL_WEEK, limits.hours_per_week)
    if LimitKind.DEADLINE not in kinds:
        free["deadline"] = max(limits.deadline, limits.start + min(LONG, date.max - limits.start))
    if LimitKind.MOST not in kinds:
        every = problem if wider is None else wider.problem
        most = min(len({o.credential for o in every.offers}), MANY_STEPS + len(problem.fixed))
        free["max_credentials"] = max(limits.max_credentials, most, 1)
    if LimitKind.MONTHLY not in kinds:
        free["budget_per_month"] = None
    if LimitKind.OFF not in kinds:
        free["off"] = ()
    fixed = tuple(g.credential for g in kept if g.kind is LimitKind.FIXED)
    offered = _offered(problem, kept, wider)
    return (offered if offered.fixed == fixed else replace(offered, fixed=fixed)).under(replace(limits, **free))


def _offered(problem: Problem, kept: Collection[Given], wider: Wider | None) -> Problem:
    """The problem with what the limits that were given up had kept out of it."""
    if wider is None:
        return problem
    banned = {g.credential for g in kept if g.kind is LimitKind.EXCLUDED}
    if any(g.kind is LimitKind.LANGUAGES for g in kept):
        here = {o.credential for o in problem.offers}
        banned |= {o.credential for o in wider.problem.offers} - here - set(wider.excluded)
    if not banned:
        return wider.problem
    return replace(wider.problem, offers=tuple(o for o in wider.problem.offers if o.credential not in banned))


def _hours(hours: float) -> str:
    return f"{hours:g} {'hour' if hours == 1 else 'hours'} a week"


def _deadline(limits: Limits) -> str:
    early = f", which lies before the start, {limits.start}" if limits.deadline < limits.start else ""
    return f"finished by {limits.deadline}{early}"


def _most(most: int) -> str:
    return f"at most {most} {'credential' if most == 1 else 'credentials'}"
