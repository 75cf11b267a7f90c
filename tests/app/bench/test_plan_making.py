from __future__ import annotations

from collections import Counter

import pytest

from credlens.app.bench.plan_making import BUDGET, MOST, PLATFORMS, made_problem
from credlens.model.credential import CostPattern, Depth
from credlens.plan.problem import Problem
from credlens.plan.value import DEPTH_FACTOR


@pytest.fixture(scope="module")
def made() -> Problem:
    return made_problem(4_000, 40, 1)


def test_the_same_seed_gives_the_same_problem(made: Problem) -> None:
    assert made_problem(4_000, 40, 1) == made
    assert made_problem(4_000, 40, 2) != made


def test_what_is_wanted(made: Problem) -> None:
    assert len(made.targets) == 40
    assert sorted(1 / w for _, w in made.targets) == pytest.approx(range(1, 41))
    assert (made.limits.budget.amount, made.limits.max_credentials) == (BUDGET, MOST)
    assert made.horizon == 36 * 7


def test_only_what_proves_something_or_opens_a_door_is_there(made: Problem) -> None:
    doors = {c for o in made.offers for n in o.needs for c in n.by}
    touched = DEPTH_FACTOR[Depth.TOUCHED]
    for offer in made.offers:
        assert offer.credential in doors or max(p for _, p in offer.proofs) > touched
    assert [o.name for o in made.offers] == sorted({o.name for o in made.offers})


def test_what_is_asked_for_can_be_had_but_not_from_itself(made: Problem) -> None:
    names = {o.credential for o in made.offers}
    asking = [o for o in made.offers if o.needs]
    assert 0.1 < len(asking) / len(made.offers) < 0.3
    for offer in asking:
        assert all(n.by and names.issuperset(n.by) and offer.credential not in n.by for n in offer.needs)
    done: set[str] = set()
    while more := {o.credential for o in made.offers if all(done.intersection(n.by) for n in o.needs)} - done:
        done |= more
    assert done == names


def test_there_are_circles(made: Problem) -> None:
    asks = {(o.credential, c) for o in made.offers for n in o.needs for c in n.by}
    assert any((b, a) in asks for a, b in asks)


def test_a_mix_of_prices(made: Problem) -> None:
    charges = [c for o in made.offers for c in o.charges]
    shares = Counter(c.pattern for c in charges)
    expected = {"free", "free_audit_paid_cert", "one_off", "per_month", "per_year", "per_attempt"}
    assert {CostPattern(p) for p in expected} == set(shares)
    assert shares[CostPattern.PER_MONTH] > len(charges) / 5
    months = {c.key: c.amount for c in charges if c.pattern is CostPattern.PER_MONTH}
    assert 5 < len(months) <= PLATFORMS
    assert all(15 <= amount < 60 for amount in months.values())
    assert any(c.set_aside for c in charges)
    assert made.bundles


@pytest.mark.parametrize("skills", [0, 2_000])
def test_as_many_skills_as_there_are(skills: int) -> None:
    with pytest.raises(ValueError, match="can be wanted"):
        made_problem(100, skills, 1)
