from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import Renewal, Validity
from credlens.model.person import HeldCredential

FEE = Renewal("continuing education", Decimal(75), "USD", 30)


def held(world: Any, expires: date | None, issued: date | None = None) -> Any:
    person = world.person()
    return type(person)(person.name, {}, credentials=(HeldCredential("C", "c", issued, expires, "resume"),))


def expiring(world: Any, renewal: Any = FEE, name: str = "c", **more: Any) -> Any:
    return world.credential(name, "sql core", 80, validity=Validity(24), renewal=renewal, **more)


@pytest.mark.parametrize(
    ("renewal", "cost", "remarks"),
    [
        (FEE, 75, ["Keeping it takes 30 hours every 24 months, which no plan counts."]),
        (Renewal("free assessment", Decimal(0)), 0, []),
        (
            Renewal("retest"),
            0,
            ["It holds for 24 months, and what its renewal costs is not known: the plan counts nothing for it."],
        ),
        (
            Renewal("fee", Decimal(9), "EUR"),
            0,
            [
                "It holds for 24 months, and its renewal is priced in EUR; no exchange rate offline: the plan counts nothing for it."
            ],
        ),
    ],
)
def test_an_offer_says_how_long_it_holds_and_what_keeping_it_costs(
    world: Any, made: Any, renewal: Any, cost: int, remarks: Any
) -> None:
    found = made(expiring(world, renewal))
    assert [(o.valid_months, o.renewal) for o in found.offers] == [(24, cost)]
    assert [words for _, words in found.remarks] == remarks


def test_where_sources_disagree_it_holds_shortest_and_costs_most(world: Any, made: Any) -> None:
    c = expiring(
        world,
        world.conflict(Renewal("fee", Decimal(9)), Renewal("fee", Decimal(11))),
    )
    other = world.credential("d", "sql core", validity=world.conflict(Validity(None), Validity(36), Validity(24)))
    found = made(c, other)
    assert [(o.valid_months, o.renewal) for o in found.offers] == [(24, 11), (24, 0)]


def test_what_never_expires_has_nothing_to_renew(world: Any, made: Any) -> None:
    assert made(world.credential("c", "sql core", validity=Validity(None), renewal=FEE)).offers[0].valid_months is None


def test_a_door_to_another_credential_may_be_let_lapse(world: Any, made: Any) -> None:
    found = made(expiring(world), world.credential("goal", "python core", needs=[["c"]]))
    assert [(o.name, o.valid_months, o.renewal, bool(o.proofs)) for o in found.offers] == [
        (("c", "standard"), 24, 75, True),
        (("c", "standard, let lapse"), None, 0, False),
        (("goal", "standard"), None, 0, True),
    ]
    assert [o.option for o in made(expiring(world)).offers] == ["standard"]  # it is no door to anything


@pytest.mark.parametrize(
    ("expires", "options", "last_day"),
    [
        (date(2025, 10, 1), ["standard"], None),  # lapsed: hours of continuing education come too late
        (date(2026, 3, 1), ["renewal"], date(2026, 3, 1)),  # before it lapses
        (date(2026, 6, 30), [], None),  # holds through the deadline
        (None, [], None),
    ],
)
def test_what_lapses_too_early_may_be_renewed(world: Any, made: Any, expires: Any, options: Any, last_day: Any) -> None:
    found = made(expiring(world), person=held(world, expires))
    assert [o.option for o in found.offers] == options
    assert found.excluded == (() if options else (("c", "held already and still valid"),))
    if "renewal" in options:
        again = found.offers[0]
        assert (again.hours, [c.amount for c in again.charges], again.last_day) == (30, [75], last_day)
        assert (again.valid_months, again.proofs) == (24, (("sql", again.proves("sql")),))


def test_keep_until_and_the_day_of_issue_decide_when_that_is(world: Any, made: Any) -> None:
    person = held(world, None, issued=date(2025, 1, 15))  # lapses on 2027-01-15
    assert made(expiring(world), person=person).offers == ()
    limits = world.limits(keep_until=date(2027, 2, 1))
    assert [o.option for o in made(expiring(world), person=person, limits=limits).offers] == ["renewal"]


@pytest.mark.parametrize(
    ("renewal", "hours"),
    [
        (Renewal("retest", Decimal(60)), 20),  # a quarter of 80
        (Renewal("free_assessment", Decimal(0)), 20),
        (Renewal("retest", Decimal(60), hours=7), 7),
        (Renewal("fee", Decimal(60)), 0),
    ],
)
def test_hours_of_a_renewal(world: Any, made: Any, renewal: Any, hours: float) -> None:
    assert [o.hours for o in made(expiring(world, renewal), person=held(world, date(2026, 3, 1))).offers] == [hours]


@pytest.mark.parametrize(
    ("renewal", "expires", "remark"),
    [
        (Renewal("retest"), date(2026, 3, 1), "It lapses on 2026-03-01, and what its renewal costs is not known."),
        (
            Renewal("continuing education", Decimal(60)),
            date(2026, 3, 1),
            "It lapses on 2026-03-01, and how many hours its renewal takes is not known.",
        ),
        (
            Renewal("free_assessment", Decimal(0)),
            date(2025, 10, 1),
            "It lapsed on 2025-10-01. What keeps it (free assessment) is for those who still hold it, as a rule.",
        ),
    ],
)
def test_why_a_renewal_cannot_be_planned(world: Any, made: Any, renewal: Any, expires: Any, remark: str) -> None:
    found = made(expiring(world, renewal), person=held(world, expires))
    assert "renewal" not in [o.option for o in found.offers]
    assert remark in [words for _, words in found.remarks]


def test_what_lapsed_can_be_had_again_by_its_exam_at_less_work_or_from_the_beginning(world: Any, made: Any) -> None:
    found = made(expiring(world, Renewal("retest", Decimal(60))), person=held(world, date(2025, 10, 1)))
    assert [(o.option, o.hours, o.last_day) for o in found.offers] == [("renewal", 20, None), ("standard", 80, None)]
    assert ("c", "It lapsed on 2025-10-01; ask whether it can still be renewed.") in found.remarks


def test_a_renewal_asks_for_nothing_that_was_met_before_and_flags_still_count(world: Any, made: Any) -> None:
    c = expiring(world, needs=[["nowhere"]])
    person = held(world, date(2026, 3, 1))
    assert [(o.option, o.needs) for o in made(c, person=person).offers] == [("renewal", ())]
    assert made(c, person=person, cards=[world.card("c", flags=["retired"])]).offers == ()
