from __future__ import annotations

from credlens.app.bench.plan_cases import MOST_OFFERS, NOWHERE, random_problem
from credlens.model.credential import CostPattern
from credlens.plan.problem import Problem

MANY = [random_problem(seed) for seed in range(400)]


def test_the_same_seed_gives_the_same_problem() -> None:
    assert random_problem(7) == random_problem(7) == MANY[7]
    assert len({repr(p) for p in MANY}) == len(MANY)


def test_problems_are_small_and_in_order() -> None:
    for problem in MANY:
        assert 1 <= len(problem.offers) <= MOST_OFFERS
        assert 1 <= len(problem.targets) <= 5
        assert [o.name for o in problem.offers] == sorted({o.name for o in problem.offers})
        members = [m for b in problem.bundles for m in b.members]
        assert len(members) == len(set(members)), "bundles share nothing"


def test_every_rule_is_used() -> None:
    offers = [o for p in MANY for o in p.offers]
    charges = [c for o in offers for c in o.charges]
    assert {c.pattern for c in charges} == set(CostPattern)
    used = {
        "circle": any(_circle(p) for p in MANY),
        "gone": any(NOWHERE in n.by for o in offers for n in o.needs),
        "two options": any(o.option == "b" for o in offers),
        "lapse": any(o.option == "b" and not o.proofs for o in offers),
        "savings": any(o.savings for o in offers),
        "cohorts": any(o.starts for o in offers),
        "windows": any(o.first_day for o in offers) and any(o.last_day for o in offers),
        "price windows": any(c.valid_from for c in charges) and any(c.valid_until for c in charges),
        "least days": any(o.least_days > 1 for o in offers),
        "renewal": any(o.valid_months and o.renewal for o in offers),
        "set aside": any(c.set_aside for c in charges),
        "shared": any(len({c.key for o in p.offers for c in o.charges if c.key}) < _shared(p) for p in MANY),
        "bundles": any(p.bundles for p in MANY),
        "awards": any(p.awards for p in MANY),
        "paid": {q.until is None for p in MANY for q in p.paid} == {True, False},
        "fixed": {NOWHERE in p.fixed for p in MANY if p.fixed} == {True, False},
        "by the month": any(p.limits.budget_per_month for p in MANY),
        "days off": any(p.limits.off for p in MANY),
        "kept until": any(p.limits.keep_until for p in MANY),
        "no hours": any(p.limits.hours_per_week == 0 for p in MANY),
        "late": any(p.limits.deadline < p.limits.start for p in MANY),
        "no credentials": any(p.limits.max_credentials == 0 for p in MANY),
    }
    assert [name for name, yes in used.items() if not yes] == []


def _circle(problem: Problem) -> bool:
    asks = {(o.credential, c) for o in problem.offers for n in o.needs for c in n.by}
    return any((b, a) in asks for a, b in asks)


def _shared(problem: Problem) -> int:
    return sum(c.key is not None for o in problem.offers for c in o.charges)
