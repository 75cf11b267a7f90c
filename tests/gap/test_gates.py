from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from credlens.gap.gates import find_gates
from credlens.model.demand import DegreeDemand, Demand
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence, Gate, GateState
from credlens.model.occupation import DegreeLevel, RegulatedOccupation
from credlens.model.person import Education, Person
from credlens.model.quantity import Share
from credlens.model.skill import Alias

BOARD = Source(Method.READ, "https://example.org/nursing", date(2026, 11, 22))
BAR = Source(Method.RECALLED, None, date(2026, 11, 22))

NURSE = RegulatedOccupation(
    id="registered-nurse-us",
    title="Registered nurse",
    titles=(Alias("Registered nurse"), Alias("RN", exact=True)),
    onet_soc="29-1141.00",
    isco08="2221",
    jurisdiction="US",
    jurisdiction_label="United States (by state)",
    needs_degree=True,
    needs_licence=True,
    degree=DegreeLevel.ASSOCIATE,
    degree_note="nursing diploma, associate or bachelor degree",
    licence="registered nurse licence (NCLEX-RN)",
    licence_names=(Alias("RN license"), Alias("nursing license"), Alias("RN", exact=True)),
    authority="State boards of nursing",
    opens_with="a state-approved nursing programme, then NCLEX-RN, then the state licence",
    sources=(BOARD,),
)
LAWYER = replace(
    NURSE,
    id="lawyer-us",
    title="Lawyer",
    degree=DegreeLevel.PROFESSIONAL,
    degree_note="",
    licence="admission to the bar",
    licence_names=(Alias("bar admission"), Alias("admitted to the bar")),
    authority="State bar",
    opens_with="",
    sources=(BAR,),
)


def _demand(
    n: int = 40,
    degrees: Mapping[DegreeLevel, tuple[int, int]] | None = None,
    licences: Mapping[str, int] | None = None,
    *,
    examples: bool = False,
) -> Demand:
    """``degrees``: level -> (ads that require it, ads where experience may stand in)."""
    asked = {d: DegreeDemand(d, Share(k, n), Share(soft, n)) for d, (k, soft) in (degrees or {}).items()}
    named = {name: Share(k, n) for name, k in (licences or {}).items()}
    return Demand(n, n, n, {}, asked, {}, named, (), last=date(2026, 11, 20), examples=examples)


def _person(degree: DegreeLevel = DegreeLevel.UNSTATED, *licences: str) -> Person:
    return Person("A", {}, (Education(degree, "", "", "resume.md:3", ""),), licences=licences)


def _states(gates: tuple[Gate, ...]) -> dict[str, GateState]:
    return {g.kind: g.state for g in gates}


@pytest.mark.parametrize(
    ("degree", "licences", "states"),
    [
        (DegreeLevel.SECONDARY, (), (GateState.CLOSED, GateState.CLOSED)),
        (DegreeLevel.ASSOCIATE, (), (GateState.OPEN, GateState.CLOSED)),
        (DegreeLevel.BACHELOR, ("RN license",), (GateState.OPEN, GateState.OPEN)),
        (DegreeLevel.UNSTATED, (), (GateState.CANNOT_TELL, GateState.CLOSED)),
        (DegreeLevel.UNSTATED, ("Texas Nursing License",), (GateState.CANNOT_TELL, GateState.OPEN)),
    ],
)
def test_the_law_keeps_nursing_for_people_with_the_degree_and_the_licence(
    degree: DegreeLevel, licences: tuple[str, ...], states: tuple[GateState, GateState]
) -> None:
    gates = find_gates(_demand(), _person(degree, *licences), NURSE)

    assert _states(gates) == {"degree": states[0], "licence": states[1]}
    assert all(g.by == "law" and g.blocks and g.jurisdiction == "US" for g in gates)


@pytest.mark.parametrize(
    ("degree", "licences", "states"),
    [
        (DegreeLevel.BACHELOR, (), (GateState.CLOSED, GateState.CLOSED)),
        (DegreeLevel.DOCTORATE, (), (GateState.CLOSED, GateState.CLOSED)),  # no PhD makes an attorney
        (DegreeLevel.PROFESSIONAL, ("bar admission",), (GateState.OPEN, GateState.OPEN)),
        (DegreeLevel.UNSTATED, (), (GateState.CANNOT_TELL, GateState.CLOSED)),
    ],
)
def test_the_law_keeps_the_bar_for_lawyers(
    degree: DegreeLevel, licences: tuple[str, ...], states: tuple[GateState, GateState]
) -> None:
    gates = find_gates(_demand(), _person(degree, *licences), LAWYER)

    assert _states(gates) == {"degree": states[0], "licence": states[1]}


@pytest.mark.parametrize(
    ("held", "open_"),
    [
        ("RN license", True),
        ("rn licenses", False),  # read by the reader under its own name, never so
        ("active RN license, State of Ohio", True),
        ("RN", True),
        ("nursing license", True),
        ("learner's permit", False),  # has the letters "rn"
        ("modern dance teaching license", False),
        ("LPN license", False),
        ("driver's license", False),
    ],
)
def test_a_licence_is_told_by_whole_words(held: str, open_: bool) -> None:
    licence = find_gates(_demand(), _person(DegreeLevel.BACHELOR, held), NURSE)[1]

    assert licence.state is (GateState.OPEN if open_ else GateState.CLOSED)


def test_what_the_law_asks_for_says_what_opens_it_and_who_says_so() -> None:
    degree, licence = find_gates(_demand(), _person(), NURSE)

    rule = "Registered nurse, United States (by state): a degree and a licence required (State boards of nursing)"
    assert degree.requirement == "nursing diploma, associate or bachelor degree"
    assert licence.requirement == "registered nurse licence (NCLEX-RN)"
    assert degree.opens_with == licence.opens_with
    assert degree.opens_with == f"{NURSE.opens_with}; check with the authority: State boards of nursing"
    assert degree.evidence == licence.evidence == (Evidence(rule, BOARD),)


def test_without_words_for_the_way_the_authority_is_named_and_the_level_speaks_for_itself() -> None:
    degree, _ = find_gates(_demand(), _person(), LAWYER)

    assert degree.opens_with == "check with the authority: State bar"
    assert degree.requirement == "a professional degree (such as JD or MD)"


@pytest.mark.parametrize(
    ("held", "state"),
    [
        (DegreeLevel.NONE, GateState.CLOSED),
        (DegreeLevel.SECONDARY, GateState.CLOSED),
        (DegreeLevel.BACHELOR, GateState.CANNOT_TELL),
        (DegreeLevel.UNSTATED, GateState.CANNOT_TELL),
    ],
)
def test_a_rule_whose_level_we_do_not_know_is_closed_only_to_those_without_any_degree(
    held: DegreeLevel, state: GateState
) -> None:
    gate = find_gates(_demand(), _person(held), replace(NURSE, degree=None, degree_note="", needs_licence=False))[0]

    assert (gate.state, gate.requirement) == (state, "a degree")


def test_only_what_the_rule_asks_for_is_a_gate_of_the_law() -> None:
    only_licence = find_gates(_demand(), _person(), replace(NURSE, needs_degree=False))
    only_degree = find_gates(_demand(), _person(), replace(NURSE, needs_licence=False))

    assert [g.kind for g in only_licence] == ["licence"]
    assert [g.kind for g in only_degree] == ["degree"]
    assert only_degree[0].evidence[0].statement.endswith("a degree required (State boards of nursing)")


def test_a_gate_of_the_law_shows_what_the_ads_say_before_what_the_table_says() -> None:
    demand = _demand(40, {DegreeLevel.BACHELOR: (30, 4)}, {"RN license": 38})
    degree, licence = find_gates(demand, _person(), NURSE)

    ads = Source(Method.PARSED, None, date(2026, 11, 20), "read in the ads given", 40)
    assert degree.evidence[0] == Evidence(
        f"A bachelor's degree is required in {Share(30, 40)}; 4 more take experience in its place.", ads
    )
    assert licence.evidence[0] == Evidence(f"RN license is named in {Share(38, 40)}.", ads)
    assert [g.evidence[1].source for g in (degree, licence)] == [BOARD, BOARD]


def test_what_the_law_asks_for_is_not_asked_again_by_the_ads_and_the_rest_is() -> None:
    demand = _demand(40, {DegreeLevel.BACHELOR: (30, 0)}, {"driver's license": 30})
    gates = find_gates(demand, _person(), replace(NURSE, needs_licence=False))

    assert [(g.kind, g.by) for g in gates] == [("degree", "law"), ("licence", "ads")]


def test_no_occupation_and_nothing_asked_for_is_no_gate() -> None:
    assert find_gates(_demand(), _person(), None) == ()
    assert find_gates(_demand(0), _person(), None) == ()


@pytest.mark.parametrize(
    ("required", "substitutable", "gate"), [(7, 0, False), (8, 0, True), (0, 8, True), (4, 4, True), (4, 3, False)]
)
def test_a_degree_is_a_gate_from_one_ad_in_five_on(required: int, substitutable: int, gate: bool) -> None:
    demand = _demand(40, {DegreeLevel.BACHELOR: (required, substitutable)})

    assert bool(find_gates(demand, _person(), None)) is gate


@pytest.mark.parametrize(
    ("held", "required", "state"),
    [
        (DegreeLevel.SECONDARY, 21, GateState.CLOSED),  # more than half of 40
        (DegreeLevel.SECONDARY, 20, GateState.OPEN),
        (DegreeLevel.BACHELOR, 40, GateState.OPEN),
        (DegreeLevel.MASTER, 40, GateState.OPEN),
        (DegreeLevel.UNSTATED, 40, GateState.CANNOT_TELL),
    ],
)
def test_a_degree_that_most_ads_require_closes_their_gate_but_never_blocks(
    held: DegreeLevel, required: int, state: GateState
) -> None:
    (gate,) = find_gates(_demand(40, {DegreeLevel.BACHELOR: (required, 0)}), _person(held), None)

    assert (gate.kind, gate.by, gate.state, gate.blocks, gate.jurisdiction) == ("degree", "ads", state, False, None)


def test_levels_add_up_and_only_those_the_person_lacks_count_against_them() -> None:
    demand = _demand(40, {DegreeLevel.BACHELOR: (15, 5), DegreeLevel.MASTER: (10, 0)})

    assert find_gates(demand, _person(DegreeLevel.SECONDARY), None)[0].state is GateState.CLOSED
    assert find_gates(demand, _person(DegreeLevel.BACHELOR), None)[0].state is GateState.OPEN


def test_the_usual_degree_and_what_stands_in_for_it_are_said_with_their_n() -> None:
    demand = _demand(40, {DegreeLevel.MASTER: (10, 0), DegreeLevel.BACHELOR: (15, 6)}, examples=True)
    (gate,) = find_gates(demand, _person(DegreeLevel.SECONDARY), None)

    ads = Source(Method.PARSED, None, date(2026, 11, 20), "read in invented example ads", 40)
    assert gate.requirement == "a bachelor's degree"
    assert gate.opens_with == "A bachelor's degree; 6 of 40 ads take experience in its place."
    assert gate.evidence == (
        Evidence(f"A bachelor's degree is required in {Share(15, 40)}; 6 more take experience in its place.", ads),
        Evidence(f"A master's degree is required in {Share(10, 40)}.", ads),
    )


def test_without_a_way_around_the_degree_that_is_said() -> None:
    (gate,) = find_gates(_demand(40, {DegreeLevel.BACHELOR: (30, 0)}), _person(), None)

    assert gate.opens_with == "A bachelor's degree; no ad here says that experience may stand in for it."


def test_ads_that_name_a_degree_without_its_level_or_want_none_are_no_gate() -> None:
    demand = _demand(40, {DegreeLevel.UNSTATED: (30, 0), DegreeLevel.NONE: (10, 0)})

    assert find_gates(demand, _person(), None) == ()


@pytest.mark.parametrize(("named", "gate"), [(20, False), (21, True)])
def test_a_licence_is_a_gate_when_more_than_half_of_the_ads_name_it(named: int, gate: bool) -> None:
    assert bool(find_gates(_demand(40, licences={"driver's license": named}), _person(), None)) is gate


@pytest.mark.parametrize(
    ("held", "state"),
    [
        ((), GateState.CLOSED),
        (("Driver's License",), GateState.OPEN),
        (("driver's license class B",), GateState.OPEN),
        (("teaching license",), GateState.CLOSED),
    ],
)
def test_a_licence_that_most_ads_name_is_open_to_whoever_holds_it(held: tuple[str, ...], state: GateState) -> None:
    (gate,) = find_gates(_demand(40, licences={"driver's license": 30}), _person(DegreeLevel.NONE, *held), None)

    assert (gate.by, gate.blocks, gate.requirement, gate.state) == ("ads", False, "driver's license", state)
    assert gate.evidence == (
        Evidence(
            f"driver's license is named in {Share(30, 40)}.",
            Source(Method.PARSED, None, date(2026, 11, 20), "read in the ads given", 40),
        ),
    )


def test_licences_stand_in_alphabetical_order_whatever_the_order_of_the_ads() -> None:
    names = {"b licence": 30, "a licence": 40, "c licence": 25}
    gates = find_gates(_demand(40, licences=names), _person(), None)

    assert [g.requirement for g in gates] == ["a licence", "b licence", "c licence"]


@pytest.mark.parametrize(
    ("held", "unmet"),
    [
        (DegreeLevel.SECONDARY, Share(12, 40)),
        (DegreeLevel.BACHELOR, Share(2, 40)),
        (DegreeLevel.MASTER, Share(0, 40)),
        (DegreeLevel.UNSTATED, None),
    ],
)
def test_ads_that_insist_on_a_degree_the_person_lacks_are_counted_even_where_most_do_not(
    held: DegreeLevel, unmet: Share | None
) -> None:
    (gate,) = find_gates(_demand(40, {DegreeLevel.BACHELOR: (10, 20), DegreeLevel.MASTER: (2, 0)}), _person(held), None)

    assert gate.state is (GateState.CANNOT_TELL if unmet is None else GateState.OPEN)
    assert gate.unmet == unmet


def test_whoever_lacks_the_degree_is_reminded_of_the_experience_that_may_replace_it() -> None:
    demand = _demand(40, {DegreeLevel.BACHELOR: (25, 10)})
    veteran = replace(_person(DegreeLevel.SECONDARY), years=9.04)
    (gate,) = find_gates(demand, veteran, None)

    assert gate.opens_with == (
        "A bachelor's degree; 10 of 40 ads take experience in its place. You can show 9.0 years of work."
    )


def test_a_degree_in_the_words_of_an_ad_stands_with_its_count() -> None:
    asked = DegreeDemand(DegreeLevel.BACHELOR, Share(30, 40), Share(0, 40), ("BSc required, no exceptions.",))
    (gate,) = find_gates(replace(_demand(40), degrees={DegreeLevel.BACHELOR: asked}), _person(), None)

    assert gate.evidence[0].statement == (
        f'A bachelor\'s degree is required in {Share(30, 40)}. For instance: "BSc required, no exceptions."'
    )


def test_a_degree_that_experience_may_replace_everywhere_is_not_said_to_be_required() -> None:
    (gate,) = find_gates(_demand(40, {DegreeLevel.PROFESSIONAL: (0, 10)}), _person(DegreeLevel.SECONDARY), None)

    assert gate.evidence[0].statement == (
        f"A professional degree (such as JD or MD) is asked for in {Share(10, 40)}, where experience may take its place."
    )
