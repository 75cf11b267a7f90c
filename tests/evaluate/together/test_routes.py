"""Which credentials count towards what, and who says so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.evaluate.together.degrees import level_of, parts_of
from credlens.evaluate.together.routes import degree_remark, routes
from credlens.model.credential import (
    Catalog,
    Credential,
    CreditValue,
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Stack,
)
from credlens.model.fact import Fact, Method, Source
from credlens.model.gap import Gap, Gate, GateState
from credlens.model.occupation import DegreeLevel
from credlens.model.offer import Relation, RelationKind
from credlens.model.quantity import Share
from credlens.model.together import Route

TODAY = date(2026, 11, 22)
ME = (Source(Method.RECALLED, date=TODAY),)
EMPTY = Catalog({})


def credit(system: str, amount: float | None, condition: str = "", **more: Any) -> CreditValue:
    return CreditValue(system, amount, ME, condition, **more)


def known(**fields: Any) -> list[Route]:
    return list(routes([Credential("it", "It", **fields)], EMPTY, TODAY))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (
            {"credit": (credit("US semester hours", 12, "ACE recommendation"),)},
            ["12 US semester hours (recommended), 20 % of a usual associate degree of 60, 10 % of a usual bachelor degree of 120"],
        ),
        (
            {"credit": (credit("ECTS", 9, "recommendation"),), "recognition": (RecognitionClaim("FIBAA", "credit", ME, "of the ECTS"),)},
            ["9 ECTS (recommended by FIBAA), 5 % of a usual bachelor degree of 180"],
        ),
        ({"recognition": (RecognitionClaim("ACE", "credit", ME),)}, ["credit (recommended by ACE)"]),
        ({"recognition": (RecognitionClaim("NASBA", "endorsement", ME),)}, []),
        # continuing education and credit that is none lead nowhere
        ({"credit": (credit("CPE", 40), credit("UK credits", 0))}, []),
        # a receiver who confirms and an amount speak of the same thing
        (
            {"credit": (credit("US semester hours", 12),), "stacks_into": (Stack("MS in Data, Somewhere", "receiver", ME),)},
            ["12 US semester hours towards MS in Data, Somewhere (confirmed by the receiver), 40 % of a usual master degree of 30"],
        ),
        # the degree that is named, where its own text states its size; a usual one where its level is clear; else nothing
        (
            {"credit": (credit("US semester hours", 12),), "stacks_into": (Stack("iMBA, Somewhere (72 hours)", "receiver", ME),)},
            ["12 US semester hours towards iMBA, Somewhere (72 hours) (confirmed by the receiver), 17 % of its 72"],
        ),
        (
            {"credit": (credit("US semester hours", 9, "of the 36 of the online master"),), "stacks_into": (Stack("MS in Data", "receiver", ME),)},
            ["9 US semester hours towards MS in Data (confirmed by the receiver), 25 % of its 36"],
        ),
        (
            {"credit": (credit("ECTS", 6),), "stacks_into": (Stack("a diploma (60 credits)", "receiver", ME),)},
            ["6 ECTS towards a diploma (60 credits) (confirmed by the receiver), 10 % of its 60"],
        ),
        (
            {"credit": (credit("US semester hours", 6),), "stacks_into": (Stack("a bachelor degree (180 ECTS)", "receiver", ME),)},
            ["6 US semester hours towards a bachelor degree (180 ECTS) (confirmed by the receiver), 5 % of a usual bachelor degree of 120"],
        ),
        (
            {"credit": (credit("ECTS", 6),), "stacks_into": (Stack("larger awards there", "receiver", ME),)},
            ["6 ECTS towards larger awards there (confirmed by the receiver)"],
        ),
        (
            {"credit": (credit("MIT semester", 1),), "stacks_into": (Stack("a master (72 hours)", "receiver", ME),)},
            ["1 MIT semester towards a master (72 hours) (confirmed by the receiver)"],
        ),
        # never more than all of it without a word
        (
            {"credit": (credit("US semester hours", 45),), "stacks_into": (Stack("MS in Data", "receiver", ME),)},
            ["45 US semester hours towards MS in Data (confirmed by the receiver), more than 100 % of a usual master degree of 30"],
        ),
        (
            {"credit": (credit("UK credits", 15, by="Open College"),)},
            ["15 UK credits (given by Open College), 4 % of a usual bachelor degree of 360"],
        ),
        ({"credit": (credit("MIT semester", 1),)}, ["1 MIT semester (who confirms it is not recorded)"]),
        ({"stacks_into": (Stack("PMP", "provider", ME),)}, ["it counts towards PMP (says the provider)"]),
    ],
)  # fmt: skip
def test_a_route_says_how_much_towards_what_and_who_says_so(fields: dict[str, Any], says: list[str]) -> None:
    assert [r.says for r in known(**fields)] == says


def test_a_university_that_sells_it_is_only_the_provider() -> None:
    sold = Fact(Organisation("Harbour University", OrganisationKind.UNIVERSITY), ME)

    (route,) = known(provider=sold, credit=(credit("ECTS", 3, by="Harbour University"),))

    assert (route.confirmed_by, route.confirmer) == ("provider", "Harbour University")


def test_what_only_the_provider_says_is_the_providers_word_whoever_is_named() -> None:
    page = (Source(Method.PARSED, "https://school.example"),)

    found = known(
        credit=(CreditValue("ECTS", 9, page, "recommendation", "FIBAA"),),
        recognition=(RecognitionClaim("ACE", "credit", page),),
        stacks_into=(Stack("a bachelor degree there", "receiver", page),),
    )

    assert sorted((r.kind, r.confirmed_by.value) for r in found) == [
        ("credit", "provider"),
        ("recognition", "provider"),
        ("stacks_into", "provider"),
    ]
    assert "9 ECTS (says the provider, FIBAA), 5 % of a usual bachelor degree of 180" in [r.says for r in found]


def test_a_recommendation_holds_to_the_end_of_its_last_day() -> None:
    both = (credit("ECTS", 3, until=date(2026, 11, 22)), credit("ECTS", 4, until=date(2026, 11, 21)))

    assert [(r.amount, r.over) for r in known(credit=both)] == [(3, False), (4, True)]


def test_degrees_come_first_and_the_best_confirmed_of_them() -> None:
    found = known(
        credit=(credit("ECTS", 3, "recommendation"), credit("ECTS", 4, until=date(2020, 1, 1))),
        stacks_into=(Stack("PMP", "receiver", ME), Stack("a bachelor degree there", "receiver", ME)),
        relations=(
            Relation(RelationKind.PART_OF, "big", ME, "Big badge"),
            Relation(RelationKind.PREPARES_FOR, "x", ME),
        ),
    )

    assert [(r.kind, r.towards, r.academic, r.confirmed_by.value) for r in found] == [
        ("stacks_into", "a bachelor degree there", True, "receiver"),
        ("credit", "", True, "recommender"),
        ("stacks_into", "PMP", False, "receiver"),
        ("part_of", "Big badge", False, "unstated"),
        ("credit", "", True, "unstated"),  # over
    ]


def gap(requirement: str, state: GateState = GateState.CLOSED, by: str = "ads") -> Gap:
    unmet = Share(31, 41) if by == "ads" else None
    return Gap("analyst", 41, (), (Gate("degree", by, state, False, requirement, "", None, (), unmet),), ())


RECOMMENDED = credit("US semester hours", 12, "ACE recommendation")
MASTER = Stack("MS in Data", "receiver", ME)


@pytest.mark.parametrize(
    ("found", "target", "says"),
    [
        ({}, gap("a bachelor's degree"), "31 of 41 ads ask for: a bachelor's degree. It is no degree, and no route from here to one that would do is known."),
        ({}, gap("a JD degree", by="law"), "The law asks for: a JD degree. It is no degree, and no route"),
        ({"credit": (RECOMMENDED,)}, gap("a bachelor's degree"), "It is no degree; what counts towards one: 12 US semester hours"),
        # a master wants a bachelor first
        ({"stacks_into": (MASTER,)}, gap("a bachelor's degree"), "no route from here to one that would do is known."),
        ({"stacks_into": (MASTER,)}, gap("a master's degree"), "what counts towards one: it counts towards MS in Data"),
        ({"stacks_into": (Stack("PMP", "receiver", ME),)}, gap("a bachelor's degree"), "no route from here"),
        ({"credit": (credit("ECTS", 5, until=date(2020, 1, 1)),)}, gap("a bachelor's degree"), "no route from here"),
    ],
)  # fmt: skip
def test_a_degree_that_is_asked_for_is_held_against_the_routes(found: dict[str, Any], target: Gap, says: str) -> None:
    it = Credential("it", "It", **found)

    assert says in degree_remark(routes([it], EMPTY, TODAY), target, [it])


def test_that_a_recommendation_is_no_acceptance_is_always_said() -> None:
    it = Credential("it", "It", credit=(RECOMMENDED,))
    nothing = Gap("analyst", 0, (), (), ())
    held = gap("a bachelor's degree", GateState.OPEN)

    for target in (nothing, held, gap("a bachelor's degree")):
        assert "A recommendation is no acceptance" in degree_remark(routes([it], EMPTY, TODAY), target, [it])
    assert degree_remark((), held, [it]) == ""


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("BSc Computer Science, University of London", DegreeLevel.BACHELOR),
        ("Georgia Tech Online Master of Science in Analytics", DegreeLevel.MASTER),
        ("iMBA, University of Illinois", DegreeLevel.MASTER),
        ("graduate credits towards the extension degree", DegreeLevel.MASTER),
        ("undergraduate ones", DegreeLevel.BACHELOR),
        ("MIT Doctoral Program in Social and Engineering Systems", DegreeLevel.DOCTORATE),
        ("a master's degree", DegreeLevel.MASTER),
        ("Master's degree in Data", DegreeLevel.MASTER),
        ("SCPro Level Two and Level Three", None),
        ("CEH Master (with the practical)", None),
        ("NN/g UX Master Certificate", None),
        ("Red Hat Certified Engineer (RHCE)", None),
    ],
)
def test_a_degree_is_known_by_its_words(words: str, level: DegreeLevel | None) -> None:
    assert level_of(words) is level


@pytest.mark.parametrize(
    ("system", "amount", "level", "shares"),
    [
        ("US semester hours", 60, None, {"associate": 1.0, "bachelor": 0.5}),
        ("US semester hours", 60, DegreeLevel.BACHELOR, {"bachelor": 0.5}),
        ("ECTS", 30, DegreeLevel.MASTER, {"master": 1 / 3}),
        ("UK credits", 180, None, {"bachelor": 0.5}),
        ("ECTS", 400, None, {"bachelor": 1.0}),
        ("ECTS", 30, DegreeLevel.DOCTORATE, {}),  # nobody counts a doctorate in credits
        ("ECTS", None, None, {}),
        ("WGU competency units", 10, None, {}),
    ],
)
def test_credit_is_a_share_of_usual_degrees(
    system: str, amount: float | None, level: DegreeLevel | None, shares: dict[str, float]
) -> None:
    found = parts_of(system, amount, level)

    assert {p.level.value: p.share for p in found} == pytest.approx(shares)
    assert all(p.sources for p in found)
