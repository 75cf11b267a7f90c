from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import Prerequisite, Status, Validity
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Education, EvidenceKind, HeldCredential, HeldSkill, SkillEvidence
from credlens.model.skill import SkillLevel
from credlens.plan.building.build import build


def asks(world: Any, **what: Any) -> Any:
    return Prerequisite(hard=True, sources=(world.source,), **what)


def names(found: Any) -> Any:
    return [o.credential for o in found.offers]


def test_an_offer_carries_hours_proofs_and_charges(world: Any, made: Any) -> None:
    costs = [world.cost("one_off", 30), world.cost("per_attempt", world.conflict(Decimal(90), Decimal(99)))]
    credential = world.credential("c", "sql core, python touched, r core", 20, costs)
    found = made(credential, cards=[world.card("c", 1.0)])
    (offer,) = found.offers
    assert (offer.hours, found.days, offer.proofs) == (20, (20,), (("python", 0.15), ("sql", 0.8)))
    assert [c.amount for c in offer.charges] == [30, 99]  # the dearest that a source says


def test_targets_are_the_learnable_missing_skills(world: Any) -> None:
    gap = world.gap("sql talk r", talk=world.item("talk", learnable=False), r=world.item("r", missing=0.0))
    assert [s for s, _ in build(gap, world.person(), world.catalog(), {}, world.limits()).targets] == ["sql"]


def test_each_cost_option_with_a_known_price_is_an_offer(world: Any, made: Any) -> None:
    costs = [
        world.cost("one_off", 10, option="a"),
        world.cost("one_off", world.unknown, option="b"),
        world.cost("free", option="c"),
    ]
    found = made(world.credential("c", "sql core", 10, costs))
    assert [o.name for o in found.offers] == [("c", "a"), ("c", "c")]
    assert found.excluded == ()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"costs": []}, "price not looked up"),
        ({"costs": "unknown"}, "price of the tuition not stated"),
        ({"costs": "euro"}, "priced in EUR; no exchange rate offline"),
        ({"hours": "unknown"}, "workload not stated: it cannot be put on a calendar"),
        ({"status": Status.CEASED}, "is no longer awarded"),
        ({"status": Status.DEPRECATED}, "is being withdrawn, until when is not known"),
        ({"ends": date(2025, 12, 31)}, "is no longer awarded since 2025-12-31"),
        ({"open_to_public": False}, "is not open to the public"),
        ({"needs": [["nowhere"]]}, "asks for nowhere, which nothing in the catalog gives"),
        ({"asks": {"degree": DegreeLevel.BACHELOR}}, "asks for a degree (bachelor); none was read in the documents"),
        ({"asks": {"experience_years": 3.0}}, "asks for 3 years of work; no dated work was read in the documents"),
        ({"asks": {"text": "employer sponsorship"}}, "asks for: employer sponsorship"),
    ],
)
def test_what_cannot_be_planned_is_left_out_with_its_reason(world: Any, made: Any, facts: Any, why: Any) -> None:
    facts = dict(facts)
    if "asks" in facts:
        facts["prerequisites"] = (asks(world, **facts.pop("asks")),)
    costs = {"unknown": [world.cost("one_off", world.unknown)], "euro": [world.cost("one_off", 9, currency="EUR")]}
    if isinstance(facts.get("costs"), str):
        facts["costs"] = costs[facts["costs"]]
    if facts.get("hours") == "unknown":
        facts["hours"] = world.unknown
    found = made(world.credential("c", "sql core", **facts))
    assert (found.offers, found.excluded) == ((), (("c", why),))


@pytest.mark.parametrize("limits", [{}, {"hours": 0}, {"budget": 0}, {"deadline": date(2026, 1, 2)}])
def test_nothing_is_dropped_for_hours_money_or_dates_so_that_limits_can_be_replaced(
    world: Any, made: Any, limits: Any
) -> None:
    dear = world.credential("c", "sql core", 500, [world.cost("one_off", 9000)], ends=date(2026, 1, 10))
    found = made(dear, limits=world.limits(**limits))
    assert [(o.hours, o.last_day) for o in found.offers] == [(500, date(2026, 1, 10))]
    assert replace(found, limits=world.limits()) == made(dear)


def test_degree_and_experience_that_are_shown_open_the_way(world: Any, made: Any) -> None:
    person = world.person(years=5.0, field="project management")
    bachelor = Education(DegreeLevel.BACHELOR, "", "", "", "")
    person = type(person)(person.name, person.skills, (bachelor,), years=5.0, field="project management")
    wants = (
        asks(world, degree=DegreeLevel.ASSOCIATE),
        asks(world, experience_years=3.0, experience_of="project management"),
    )
    assert names(made(world.credential("c", "sql core", prerequisites=wants), person=person)) == ["c"]


@pytest.mark.parametrize(
    ("years", "in_it", "open_"), [(5.0, None, False), (5.0, 3.5, True), (2.0, 3.5, False), (5.0, 1.0, False)]
)
def test_experience_in_a_named_field_has_to_be_in_that_field(
    world: Any, made: Any, years: Any, in_it: Any, open_: Any
) -> None:
    person = world.person(years=years, field="marketing")
    if in_it is not None:
        seen = SkillEvidence("project-management", EvidenceKind.USED, "resume:3", "led projects", in_it)
        person.skills["project-management"] = HeldSkill("project-management", SkillLevel.ADVANCED, (seen,))
    wants = (asks(world, experience_years=3.0, experience_of="project management"),)
    assert bool(made(world.credential("c", "sql core", prerequisites=wants), person=person).offers) is open_


@pytest.mark.parametrize(
    ("issued", "expires", "validity", "held"),
    [
        (None, None, None, True),
        (date(2020, 1, 1), None, None, True),  # unknown expiry: taken as valid
        (date(2020, 1, 1), None, Validity(36), False),
        (date(2023, 1, 1), None, Validity(36), True),  # lapses on the first day of the plan
        (date(2020, 1, 1), None, Validity(None), True),
        (None, date(2025, 12, 31), None, False),
    ],
)
def test_what_is_held_and_valid_is_not_offered_again(
    world: Any, made: Any, issued: Any, expires: Any, validity: Any, held: Any
) -> None:
    person = world.person()
    person = type(person)(person.name, {}, credentials=(HeldCredential("C", "c", issued, expires, "resume"),))
    facts = {"validity": validity} if validity else {}
    found = made(world.credential("c", "sql core", **facts), person=person)
    assert found.excluded == ((("c", "held already and still valid"),) if held else ())


def test_gating_flags_keep_a_credential_out_and_others_do_not(world: Any, made: Any) -> None:
    cards = [world.card("a", flags=["retired"]), world.card("b", flags=["pay_to_play"])]
    found = made(world.credential("a", "sql core"), world.credential("b", "sql core"), cards=cards)
    assert names(found) == ["b"]
    assert found.excluded == (("a", "retired: the reason"),)


def test_excluded_by_the_person_and_fixed_by_the_person(world: Any, made: Any) -> None:
    sponsored = world.credential("b", "r core", prerequisites=(asks(world, text="employer sponsorship"),))
    found = made(
        world.credential("a", "sql core"),
        sponsored,
        exclude=["a"],
        fixed=["b"],
        cards=[world.card("b", flags=["retired"])],
    )
    assert (names(found), found.fixed, found.excluded) == (["b"], ("b",), (("a", "left out as asked"),))


def test_credentials_that_meet_a_prerequisite_are_offered_though_they_teach_nothing_asked_for(
    world: Any, made: Any
) -> None:
    chain = (
        world.credential("c", "sql core", needs=[["b", "x"]]),
        world.credential("b", "", needs=[["a"]]),
        world.credential("a", ""),
        world.credential("stranger", ""),
    )
    found = made(*chain)
    assert names(found) == ["a", "b", "c"]
    assert [n.by for n in found.offers[2].needs] == [("b",)]


def test_a_skill_asked_for_is_met_by_whoever_teaches_it_or_by_the_person(world: Any, made: Any) -> None:
    wants = (asks(world, skills=("git",)),)
    credentials = (
        world.credential("c", "sql core", prerequisites=wants),
        world.credential("g", "git part"),
        world.credential("t", "git touched"),
    )
    assert made(*credentials).offers[0].needs[0].by == ("g",)
    assert made(*credentials, person=world.person("git beginner")).offers[0].needs == ()


def test_soft_prerequisites_do_not_bind(world: Any, made: Any) -> None:
    soft = Prerequisite(hard=False, sources=(world.source,), credentials=("nowhere",))
    assert names(made(world.credential("c", "sql core", prerequisites=(soft,)))) == ["c"]


def test_prerequisites_that_lead_in_a_circle_are_not_offered(world: Any, made: Any) -> None:
    found = made(world.credential("a", "sql core", needs=[["b"]]), world.credential("b", "sql core", needs=[["a"]]))
    assert found.offers == ()
    assert found.excluded == (
        ("a", "asks for b first, which asks for a: a circle"),
        ("b", "asks for a first, which asks for b: a circle"),
    )


def test_shuffled_input_gives_the_same_problem(world: Any) -> None:
    catalog, gap, cards = world.random(7, 20, 6)
    turned = type(catalog)(dict(reversed(catalog.credentials.items())))
    limits = world.limits()
    shuffled = build(type(gap)(gap.target, gap.n, gap.items[::-1], (), ()), world.person(), turned, cards, limits)
    assert shuffled == build(gap, world.person(), catalog, cards, limits)


def test_what_hardly_proves_a_skill_is_no_step_of_its_own(world: Any) -> None:
    slight, real = world.credential("slight", "sql touched"), world.credential("real", "sql core", needs=[["door"]])
    door = world.credential("door", "sql touched")
    found = build(world.gap("sql"), world.person(), world.catalog(slight, real, door), {}, world.limits())
    assert [o.credential for o in found.offers] == ["door", "real"]  # the door is needed for the real one
    assert [name for name, _ in found.excluded] == ["slight"]


def test_seldom_asked_skills_are_no_targets(world: Any) -> None:
    gap = world.gap("sql python", python=world.item("python", 5, seldom=True, rank=2))
    found = build(
        gap, world.person(), world.catalog(world.credential("c", "sql core, python core")), {}, world.limits()
    )
    assert [s for s, _ in found.targets] == ["sql"]


def test_low_effort_courses_are_no_steps_but_may_help_beside(world: Any) -> None:
    course = world.credential("course", "sql core", 30)
    cards = {"course": world.card("course", 0.3, flags=("low_effort",))}
    found = build(world.gap("sql"), world.person(), world.catalog(course), cards, world.limits())
    assert found.offers == ()
    assert [e.credential for e in found.extras] == ["course"]


def test_a_low_effort_course_that_costs_money_is_not_even_named_beside(world: Any) -> None:
    course = world.credential("course", "sql core", 30, [world.cost("one_off", 40)])
    cards = {"course": world.card("course", 0.3, flags=("low_effort",))}
    assert build(world.gap("sql"), world.person(), world.catalog(course), cards, world.limits()).extras == ()


def test_a_fixed_credential_that_nobody_knows_is_named(world: Any, made: Any) -> None:
    found = made(world.credential("c", "sql core"), fixed=["ghost"])
    assert (found.fixed, found.excluded) == (("ghost",), (("ghost", "not in the catalog"),))


def test_a_degree_below_the_one_asked_for_is_not_enough(world: Any, made: Any) -> None:
    wants = (asks(world, degree=DegreeLevel.MASTER),)
    person = replace(world.person(), education=(Education(DegreeLevel.BACHELOR, "", "", "", ""),))
    found = made(world.credential("c", "sql core", prerequisites=wants), person=person)
    assert found.excluded == (("c", "asks for a degree (master); the highest shown is bachelor"),)
