from __future__ import annotations

from collections.abc import Collection, Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.gap.find import ENOUGH, FIRST, REACH, find, shown
from credlens.model.demand import Demand, SkillDemand
from credlens.model.gap import Gap, GapItem, Gate, GateState
from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy

N = 40


def _skill(skill_id: str, reuse: Reuse = Reuse.CROSS_SECTOR, *, whole_field: bool = False) -> Skill:
    names = (Alias(skill_id),)
    return Skill(skill_id, skill_id, names, SkillKind.SKILL, reuse, "data", (), whole_field=whole_field)


def _taxonomy(*skills: Skill) -> Taxonomy:
    return Taxonomy("t", "1", "", {s.id: s for s in skills})


TAXONOMY = _taxonomy(
    *(_skill(s) for s in ("dax", "excel", "python", "r", "sql")),
    _skill("teamwork", Reuse.TRANSVERSAL),
    _skill("data-analysis", whole_field=True),
)


def _demand(counts: Mapping[str, int], required: Mapping[str, Share] | None = None) -> Demand:
    firm = required or {}
    skills = {s: SkillDemand(s, Share(k, N), firm.get(s, Share(0, 0)), k) for s, k in counts.items()}
    return Demand(N, N, N, skills, {}, {}, {}, ())


def _held(
    skill: str, level: SkillLevel = SkillLevel.ADVANCED, *kinds: EvidenceKind, years: float | None = None
) -> HeldSkill:
    evidence = tuple(SkillEvidence(skill, k, "resume.md:1", skill, years) for k in kinds or (EvidenceKind.USED,))
    return HeldSkill(skill, level, evidence)


def _person(*held: HeldSkill, refused: tuple[str, ...] = ()) -> Person:
    return Person("A", {h.skill: h for h in held}, refused=refused)


def _find(person: Person, demand: Demand, ads: Collection[Collection[str]] = ()) -> Gap:
    return find(person, demand, TAXONOMY, target="data analyst", ads=tuple(ads))


def test_the_gap_is_ranked_by_share_and_what_is_held_comes_after_by_demand() -> None:
    gap = _find(_person(_held("excel"), _held("r")), _demand({"r": 5, "dax": 10, "sql": 30, "excel": 20, "python": 16}))

    assert [(i.skill, i.rank, i.missing) for i in gap.items] == [
        ("sql", 1, 1.0),
        ("python", 2, 1.0),
        ("dax", 3, 1.0),
        ("excel", None, 0.0),
        ("r", None, 0.0),
    ]
    assert gap.first == ("sql", "python", "dax")
    assert (gap.target, gap.n) == ("data analyst", N)
    assert [i.skill for i in gap.missing] == ["sql", "python", "dax"]
    assert gap.items[0].demand.share == Share(30, N)
    assert gap.items[3].held == _held("excel")


def test_of_two_asked_equally_often_the_one_asked_more_firmly_comes_first_then_by_id() -> None:
    firm = {"sql": Share(9, 10), "excel": Share(1, 10), "r": Share(0, 0), "dax": Share(0, 0)}
    gap = _find(_person(), _demand(dict.fromkeys(firm, 20), firm))

    assert [i.skill for i in gap.items] == ["sql", "dax", "r", "excel"]


def test_worth_is_share_times_what_is_missing_times_firmness() -> None:
    asked = SkillDemand("sql", Share(20, 40), Share(6, 8), 20)
    item = GapItem("sql", asked, None, 0.5, 0, learnable=True, umbrella=False, rank=1)

    assert asked.firmness == 0.75
    assert item.worth == pytest.approx(0.5 * 0.5 * (1 + 0.75) / 2)


def test_nobody_saying_how_firmly_counts_as_one_half_not_as_zero() -> None:
    assert SkillDemand("sql", Share(20, 40), Share(0, 0), 20).firmness == 0.5
    assert SkillDemand("sql", Share(20, 40), Share(0, 20), 20).firmness == 0.0


def test_transversal_skills_and_whole_fields_are_never_among_the_first_and_rank_last() -> None:
    gap = _find(_person(), _demand({"teamwork": 40, "data-analysis": 39, "sql": 6, "dax": 5}))

    assert [(i.skill, i.rank) for i in gap.items] == [("sql", 1), ("dax", 2), ("teamwork", 3), ("data-analysis", 4)]
    assert gap.first == ("sql", "dax")
    assert [(i.skill, i.learnable, i.umbrella) for i in gap.items[2:]] == [
        ("teamwork", False, False),
        ("data-analysis", True, True),
    ]


def test_at_most_three_come_first() -> None:
    gap = _find(_person(), _demand({"sql": 9, "dax": 8, "r": 7, "python": 6, "excel": 5}))

    assert FIRST == 3
    assert gap.first == ("sql", "dax", "r")


@pytest.mark.parametrize(
    ("k", "n", "seldom"),
    [
        (3, 40, True),  # below a tenth
        (4, 40, False),
        (1, 10, True),  # a tenth, but a single ad may be a slip
        (2, 10, False),
        (1, 9, False),  # of few ads one is all there is
        (1, 1, False),
    ],
)
def test_what_few_ads_name_is_seldom(k: int, n: int, seldom: bool) -> None:
    demand = Demand(n, n, n, {"sql": SkillDemand("sql", Share(k, n), Share(0, 0), k)}, {}, {}, {}, ())
    gap = _find(_person(), demand)

    assert gap.items[0].seldom is seldom
    assert gap.first == (() if seldom else ("sql",))


def test_seldom_skills_are_listed_last_even_behind_those_no_course_teaches() -> None:
    gap = _find(_person(), _demand({"sql": 3, "dax": 4, "teamwork": 4}))

    assert [i.skill for i in gap.items] == ["dax", "teamwork", "sql"]
    assert gap.first == ("dax",)


def test_nothing_missing_leaves_nothing_first() -> None:
    gap = _find(_person(_held("sql")), _demand({"sql": 40}))

    assert (gap.missing, gap.first) == ((), ())


def test_skills_outside_the_taxonomy_are_left_out() -> None:
    assert [i.skill for i in _find(_person(), _demand({"sql": 1, "cobol": 40})).items] == ["sql"]


def test_a_refused_skill_is_missing_whatever_the_resume_says() -> None:
    gap = _find(_person(_held("sql", SkillLevel.EXPERT), refused=("sql",)), _demand({"sql": 30}))

    item = gap.item("sql")
    assert item is not None
    assert (item.rank, item.missing, item.held) == (1, 1.0, None)


def test_gates_are_handed_through() -> None:
    gate = Gate(
        "degree", "ads", GateState.OPEN, blocks=False, requirement="", opens_with="", jurisdiction=None, evidence=()
    )
    gap = find(_person(), _demand({"sql": 1}), TAXONOMY, target="x", gates=[gate])

    assert gap.gates == (gate,)


@pytest.mark.parametrize(
    ("held", "how_far"),
    [
        (None, 0.0),
        (_held("sql", SkillLevel.UNKNOWN, EvidenceKind.LISTED), 0.5),
        (_held("sql", SkillLevel.BEGINNER), 0.5),
        (_held("sql", SkillLevel.INTERMEDIATE), 0.85),
        (_held("sql", SkillLevel.ADVANCED), 1.0),
        (_held("sql", SkillLevel.EXPERT), 1.0),
        (_held("sql", SkillLevel.UNKNOWN, EvidenceKind.STATED), 1.0),
        (_held("sql", SkillLevel.INTERMEDIATE, EvidenceKind.STATED, EvidenceKind.LISTED), 1.0),
        (_held("sql", SkillLevel.BEGINNER, EvidenceKind.STATED), 0.5),
        (_held("sql", SkillLevel.EXPERT, EvidenceKind.IMPLIED), 0.4),
        (_held("sql", SkillLevel.INTERMEDIATE, EvidenceKind.IMPLIED, EvidenceKind.USED), 0.85),
    ],
)
def test_how_far_a_skill_is_shown(held: HeldSkill | None, how_far: float) -> None:
    assert shown(held) == how_far


@pytest.mark.parametrize("level", list(SkillLevel))
@pytest.mark.parametrize("kind", list(EvidenceKind))
def test_what_is_shown_far_enough_is_no_gap_and_the_rest_is(level: SkillLevel, kind: EvidenceKind) -> None:
    held = _held("sql", level, kind)
    item = _find(_person(held), _demand({"sql": 30})).item("sql")

    assert item is not None
    assert (item.rank is None) == (shown(held) >= ENOUGH)
    assert item.missing == pytest.approx(1 - shown(held))
    assert item.held == held


@pytest.mark.parametrize(
    ("ads", "held", "opens"),
    [
        ([], [], 0),  # no ads known
        ([{"sql"}], [], 1),  # the only skill asked for
        ([{"sql", "excel"}], ["excel"], 1),  # 1 of 2 is too little, 2 of 2 is enough
        ([{"sql", "excel"}], [], 0),  # 1 of 2 is still too little
        ([{"sql", "excel", "r"}], ["excel", "r"], 0),  # within reach already: 2 of 3
        ([{"sql", "excel", "r"}], ["excel"], 1),
        ([{"sql", "excel", "r", "dax", "python"}], ["excel", "r"], 1),  # exactly 3 of 5
        ([{"excel"}], [], 0),  # does not ask for it
        ([{"sql"}, {"sql", "dax"}, {"sql"}], [], 2),
    ],
)
def test_opens_counts_the_ads_that_come_within_reach_by_this_skill_alone(
    ads: list[set[str]], held: list[str], opens: int
) -> None:
    assert REACH == 0.6
    item = _find(_person(*map(_held, held)), _demand({"sql": 30}), ads).item("sql")

    assert item is not None
    assert item.opens == opens


def test_a_skill_shown_only_in_part_does_not_bring_an_ad_within_reach() -> None:
    gap = _find(_person(_held("excel", SkillLevel.BEGINNER)), _demand({"sql": 30}), [{"sql", "excel"}])

    assert gap.items[0].opens == 0


def test_three_of_five_is_within_reach_for_any_number_of_skills() -> None:
    names = [f"s{i:03}" for i in range(600)]
    taxonomy = _taxonomy(*(_skill(n) for n in names))
    for size in range(5, 600, 5):  # where 0.6 x size is a whole number and rounding could tip it
        ad, have = names[:size], names[1 : size * 3 // 5]
        gap = find(_person(*map(_held, have)), _demand({names[0]: 1}), taxonomy, target="", ads=[ad])
        assert gap.items[0].opens == 1, size
        without_one = find(_person(*map(_held, have[1:])), _demand({names[0]: 1}), taxonomy, target="", ads=[ad])
        assert without_one.items[0].opens == 0, size


def test_what_is_held_opens_nothing_more() -> None:
    item = _find(_person(_held("sql")), _demand({"sql": 30}), [{"sql"}]).item("sql")

    assert item is not None
    assert item.opens == 0


SKILLS = sorted(TAXONOMY.skills)
demands = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, N), min_size=1).map(_demand)
held_skills = st.builds(
    _held, st.sampled_from(SKILLS), st.sampled_from(list(SkillLevel)), st.sampled_from(list(EvidenceKind))
)
people = st.lists(held_skills, max_size=6).map(lambda held: _person(*held))
ad_lists = st.lists(st.sets(st.sampled_from(SKILLS), min_size=1), max_size=6)


@given(people, demands, ad_lists)
def test_every_skill_asked_for_stands_in_the_gap_once_and_ranks_count_up(
    person: Person, demand: Demand, ads: list[set[str]]
) -> None:
    gap = _find(person, demand, ads)

    assert sorted(i.skill for i in gap.items) == sorted(demand.skills)
    assert [i.rank for i in gap.missing] == list(range(1, len(gap.missing) + 1))
    assert set(gap.first) <= {i.skill for i in gap.missing}


@given(people, demands, st.data())
def test_losing_a_skill_never_makes_the_gap_smaller(person: Person, demand: Demand, data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from([*person.skills, "none"]))
    poorer = Person("A", {s: h for s, h in person.skills.items() if s != lost})
    before, after = _find(person, demand), _find(poorer, demand)

    assert {i.skill for i in before.missing} <= {i.skill for i in after.missing}
    for item in before.items:
        other = after.item(item.skill)
        assert other is not None
        assert other.missing >= item.missing


@given(people, demands, ad_lists, st.integers(0, 1000))
def test_the_order_of_the_input_does_not_matter(person: Person, demand: Demand, ads: list[set[str]], seed: int) -> None:
    def mixed(table: Mapping[str, object]) -> dict[str, object]:
        keys = list(table)
        Random(seed).shuffle(keys)
        return {k: table[k] for k in keys}

    turned = Demand(N, N, N, mixed(demand.skills), {}, {}, {}, ())

    assert _find(Person("A", mixed(person.skills)), turned, ads[::-1]) == _find(person, demand, ads)
