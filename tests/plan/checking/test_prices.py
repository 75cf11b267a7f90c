"""Charges against the records of the catalog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import Assessment, AssessmentType, CostPattern, Renewal, Validity
from credlens.plan.money.charge import Charge


def test_of_amounts_on_which_sources_disagree_the_dearest_counts(facts: Any, world: Any) -> None:
    dearer = world.cost("per_month", world.conflict(Decimal(39), Decimal(59)), subscription="plus")
    assert facts.with_facts("a", costs=(dearer,)) == (
        "a: a charge of 59 tuition (per_month for plus) is missing",
        "a: a charge of 49 tuition (per_month for plus) is in no record",
    )


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"amount": None}, "a: the price of the tuition is unknown"),
        ({"currency": "EUR"}, "a: priced in EUR, the budget is in USD"),
        ({"option": "other"}, "a: has no cost option 'standard'"),
        ({"subscription": None}, "a: a charge of 49 tuition (per_month) is missing"),
        ({"pattern": CostPattern.PER_YEAR}, "a: a charge of 49 tuition (per_year for plus) is missing"),
        ({"what": "materials"}, "a: a charge of 49 materials (per_month for plus) is missing"),
        ({"valid_from": date(2026, 1, 1)}, "a: a charge of 49 tuition (per_month for plus) from 2026-01-01 is missing"),
        (
            {"valid_until": date(2026, 1, 1)},
            "a: a charge of 49 tuition (per_month for plus) until 2026-01-01 is missing",
        ),
    ],
)
def test_a_price_that_reads_otherwise(facts: Any, world: Any, changed: Any, says: Any) -> None:
    changed = {k: world.unknown if k == "amount" else v for k, v in changed.items()}
    item = replace(facts.catalog["a"].costs[0], **changed)
    assert says in facts.with_facts("a", costs=(item,))


def test_every_item_of_an_option_is_charged_as_often_as_it_is_written(facts: Any) -> None:
    (item,) = facts.catalog["a"].costs
    assert facts.with_facts("a", costs=(item, item)) == ("a: a charge of 49 tuition (per_month for plus) is missing",)


def assessed(rate: float | None, attempts: int | None = None) -> Assessment:
    return Assessment(AssessmentType.WRITTEN_EXAM, (), pass_rate=rate, attempts=attempts)


def test_the_lowest_stated_pass_rate_counts(facts: Any) -> None:
    exam = (assessed(0.9, 5), assessed(0.7, 0), assessed(None, 2))
    assert facts.with_facts("b", assessment=exam) == ("b: counts with a pass rate of None, the lowest stated is 0.7",)
    catalog = facts.changed("b", assessment=exam)
    for rate, attempts, says in ((0.7, 2, ()), (0.9, 2, None), (0.7, 3, ("b: counts with 3 attempts, allowed are 2",))):
        offers = tuple(
            replace(o, charges=tuple(with_rate(c, rate, attempts) for c in o.charges)) for o in facts.problem.offers
        )
        said = facts.wrong(catalog=catalog, problem=replace(facts.problem, offers=offers))
        assert said == (("b: counts with a pass rate of 0.9, the lowest stated is 0.7",) if says is None else says)


def with_rate(charge: Charge, rate: float, attempts: int) -> Charge:
    return replace(charge, pass_rate=rate, attempts=attempts) if charge.pattern is CostPattern.PER_ATTEMPT else charge


def test_a_price_that_holds_more_attempts_sets_nothing_aside(facts: Any) -> None:
    costs = tuple(replace(i, condition="two retakes included") for i in facts.catalog["b"].costs)
    assert facts.with_facts("b", assessment=(assessed(0.7),), costs=costs) == ()


def test_keeping_a_credential_is_not_counted_below_its_price(facts: Any, world: Any) -> None:
    renewed = {"validity": world.fact(Validity(12)), "renewal": world.fact(Renewal("fee", Decimal(40)))}
    catalog = facts.changed("a", **renewed)
    for renewal, says in ((Decimal(39), ("a: its renewal is counted as 39, it costs 40",)), (Decimal(40), ())):
        offers = tuple(
            replace(o, valid_months=12, renewal=renewal) if o.credential == "a" else o for o in facts.problem.offers
        )
        assert facts.wrong(catalog=catalog, problem=replace(facts.problem, offers=offers)) == says


def test_renewing_costs_the_renewal_once(facts: Any, world: Any) -> None:
    catalog = facts.changed("a", renewal=world.fact(Renewal("fee", Decimal(40))))
    plan = replace(facts.plan, steps=(replace(facts.plan.steps[0], option="renewal", hours=0.0),))
    for amount, says in ((40, False), (39, True)):
        charge = Charge(CostPattern.ONE_OFF, Decimal(amount), "USD", "renewal")
        offer = replace(facts.problem.offers[0], option="renewal", charges=(charge,))
        said = facts.wrong(plan=plan, catalog=catalog, problem=replace(facts.problem, offers=(offer,)))
        assert ("a: a renewal costs 40, paid once" in said) is says
