from __future__ import annotations

from typing import Any

import pytest

from credlens.plan.building.open_prices import restricted


@pytest.mark.parametrize(
    ("option", "condition", "hangs"),
    [
        ("standard", "free at a terminal and at many universities", False),  # tells of another price
        ("library", "through many public libraries and employers", True),
        ("student", "", True),
        ("yearly", "list price; often discounted", False),
        ("monthly", "students pay 20", False),
        ("one-college", "", True),
        ("type-1", "Type I only, open book; a new attempt costs 5.95", True),
        ("exam-centre", "only without official training", False),
        ("promotion", "first attempt free; the offer may end", True),
        ("bridge", "online, in 2022; 310 in a promotion", False),
        ("standard (a list)", "only for staff", False),  # the same price, as a second source writes it
        ("audit", "audit only: no certificate is offered", False),
        ("University Certificate in Data", "", False),  # a title
        ("teams", "", True),
        ("free-trial", "", True),
        ("subscription", "list price, after a 7-day trial", False),
        ("India", "", True),
        ("in", "", True),
        ("half-year", "six months of all access paid at once", True),
    ],
)
def test_a_price_that_hangs_on_a_group_a_place_a_part_or_a_moment_is_restricted(
    world: Any, option: str, condition: str, hangs: bool
) -> None:
    assert bool(restricted(option, [world.cost("one_off", 10, option=option, condition=condition)])) is hangs


def test_a_members_price_is_open_where_the_membership_is_paid_in_it(world: Any) -> None:
    exam = world.cost("per_attempt", 90, option="member", what="exam")
    fee = world.cost("membership", 50, option="member", what="membership", condition="lowers the exam fee")
    assert restricted("member", [exam])
    assert not restricted("member", [exam, fee])


def test_no_plan_uses_a_restricted_price_unless_the_person_named_it(world: Any, made: Any) -> None:
    costs = [
        world.cost("per_month", 40, option="subscription"),
        world.cost("free", option="library", condition="through many public libraries"),
    ]
    credential = world.credential("c", "sql core", 10, costs)
    found = made(credential)
    assert [o.option for o in found.offers] == ["subscription"]
    assert found.remarks == (
        ("c", "Another price, free, is open to some only: through many public libraries (library)."),
    )
    assert [e.free for e in found.extras] == [False]
    named = made(credential, open_to=["library"])
    assert ([o.option for o in named.offers], named.remarks) == (["library", "subscription"], ())


def test_a_credential_with_restricted_prices_only_says_on_what_they_hang(world: Any, made: Any) -> None:
    costs = [world.cost("free", option="terminal", condition="on a terminal")]
    assert made(world.credential("c", "sql core", 10, costs)).excluded == (
        ("c", "the price 'terminal' is not for everybody: on a terminal"),
    )


@pytest.mark.parametrize(("pattern", "told"), [("one_off", True), ("free", False)])
def test_aid_is_a_remark_where_there_is_something_to_pay(world: Any, made: Any, pattern: str, told: bool) -> None:
    c = world.credential("c", "sql core", 10, [world.cost(pattern, 9)], free_aid="financial aid on application")
    said = ("c", "Aid could lower what it costs (financial aid on application); the plan counts the full price.")
    assert made(c).remarks == ((said,) if told else ())
