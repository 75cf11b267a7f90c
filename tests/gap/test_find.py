from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.gap.find import FIRST, find
from credlens.gap.reach import Ad
from credlens.gap.shown import ENOUGH, shown
from credlens.model.demand import Demand, SkillDemand
from credlens.model.gap import Advice, Gap, GapItem, Gate, GateState, Reach
from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.posting import Requirement
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy

N = 40
TODAY = date(2026, 11, 22)
MUST, NICE, SAID = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


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
    skill: str,
    level: SkillLevel = SkillLevel.ADVANCED,
    *kinds: EvidenceKind,
    years: float | None = None,
    last: date | None = None,
) -> HeldSkill:
    given = kinds or (EvidenceKind.USED,)
    return HeldSkill(skill, level, tuple(SkillEvidence(skill, k, "resume.md:1", skill, years, last) for k in given))


def _person(*held: HeldSkill, refused: tuple[str, ...] = ()) -> Person:
    return Person("A", {h.skill: h for h in held}, refused=refused)


def _find(person: Person, demand: Demand, ads: Sequence[Ad] = ()) -> Gap:
    return find(person, demand, TAXONOMY, target="data analyst", today=TODAY, ads=ads)


def _counted(ads: Sequence[Ad]) -> Demand:
    """The demand of these ads, as the market counts it."""
    named = Counter(s for ad in ads for s in ad)
    firm = Counter(s for ad in ads for s, r in ad.items() if r is MUST)
    said = Counter(s for ad in ads for s, r in ad.items() if r is not SAID)
    n = len(ads)
    skills = {s: SkillDemand(s, Share(k, n), Share(firm[s], said[s]), 1) for s, k in sorted(named.items())}
    return Demand(n, n, n, skills, {}, {}, {}, ())


def _found(ads: Sequence[Ad], *held: HeldSkill) -> Gap:
    return _find(_person(*held), _counted(ads), ads)


def _item(gap: Gap, skill: str) -> GapItem:
    item = gap.item(skill)
    assert item is not None
    return item


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
    gap = find(_person(), _demand({"sql": 1}), TAXONOMY, target="x", today=TODAY, gates=[gate])

    assert gap.gates == (gate,)


@pytest.mark.parametrize("level", list(SkillLevel))
@pytest.mark.parametrize("kind", list(EvidenceKind))
def test_what_is_shown_far_enough_is_no_gap_and_the_rest_is(level: SkillLevel, kind: EvidenceKind) -> None:
    held = _held("sql", level, kind)
    item = _find(_person(held), _demand({"sql": 30})).item("sql")

    assert item is not None
    assert (item.rank is None) == (shown(held) >= ENOUGH)
    assert item.missing == pytest.approx(1 - shown(held))
    assert item.held == held


def test_without_ads_nobody_knows_what_would_open() -> None:
    gap = _find(_person(), _demand({"sql": 30}))

    assert (gap.items[0].opens, gap.items[0].opens_together, gap.items[0].opens_with_first) == (None, None, None)
    assert gap.within_reach is None
    assert gap.begin_with == Advice(
        "sql", "asked for in 30 of 40 ads; how many ads it would open is not known without ads"
    )


def test_what_opens_ads_ranks_before_what_is_only_asked_for_more_often() -> None:
    ads: list[Ad] = [{"sql": MUST, "r": MUST, "dax": MUST}] * 3 + [{"python": MUST}] * 2
    gap = _found(ads)

    # Two of SQL, R and DAX are needed in each of three ads: one ad's worth to each of them. Python opens both of its ads by itself.
    assert [(i.skill, i.demand.share.k, i.opens) for i in gap.missing] == [
        ("python", 2, 2),
        ("dax", 3, 0),
        ("r", 3, 0),
        ("sql", 3, 0),
    ]
    assert [i.opens_together for i in gap.missing] == pytest.approx([2.0, 1.0, 1.0, 1.0])


def test_a_half_shown_skill_brings_less_and_ranks_behind_one_with_nothing_to_show() -> None:
    ads: list[Ad] = [{"r": MUST}, {"sql": MUST}]
    gap = _found(ads, _held("r", SkillLevel.BEGINNER))

    assert [(i.skill, i.opens_together) for i in gap.missing] == [("sql", 1.0), ("r", 1.0)]


def test_of_two_that_open_the_same_the_firmer_one_comes_first_and_silence_counts_one_half() -> None:
    ads: list[Ad] = [{"dax": NICE}, {"excel": SAID}, {"sql": MUST}, {"python": SAID}]

    assert [i.skill for i in _found(ads).missing] == ["sql", "excel", "python", "dax"]


def test_one_firm_voice_among_many_silent_ones_is_not_all() -> None:
    ads: list[Ad] = [{"r": MUST}, *[{"r": SAID}] * 5, *[{"sql": MUST}] * 4, *[{"sql": SAID}] * 2]
    gap = _found(ads)

    assert _item(gap, "r").demand.firmness == _item(gap, "sql").demand.firmness == 1.0
    assert gap.first == ("sql", "r")


def test_how_often_a_skill_is_asked_for_decides_between_those_that_open_nothing() -> None:
    ads: list[Ad] = [{"excel": MUST, "python": NICE}, {"excel": MUST, "r": NICE}, {"excel": MUST, "python": NICE}]
    gap = _found(ads, _held("excel"))

    assert [(i.skill, i.opens_together) for i in gap.missing] == [("python", 0.0), ("r", 0.0)]
    assert gap.within_reach == Reach(3, 0, 3, (("python", 3), ("r", 3)))


def test_the_first_three_say_what_opens_now_and_after_each() -> None:
    ads: list[Ad] = [
        *[{"sql": MUST}] * 4,
        *[{"sql": MUST, "python": MUST}] * 3,
        *[{"r": MUST}] * 2,
        {"excel": MUST},
        {"teamwork": MUST},
    ]
    gap = _found(ads, _held("excel"))

    assert gap.first == ("sql", "r", "python")
    assert gap.within_reach == Reach(10, 1, 1, (("sql", 5), ("python", 8), ("r", 10)))
    assert gap.begin_with == Advice("sql", "alone it opens 4 ads of 10 (r 2, python none)")
    assert gap.path == ("sql", "python", "r")
    sql = _item(gap, "sql")
    assert (sql.opens, sql.opens_together, sql.opens_with_first) == (4, 5.5, 9)
    assert sql.why == (
        "asked for in 7 of 11 ads, required in 7; alone it opens 4, with the other two of the first three 9"
    )


def test_the_one_to_begin_with_opens_most_alone_even_if_another_ranks_higher() -> None:
    ads: list[Ad] = [*[{"sql": MUST, "python": MUST}] * 6, {"r": MUST}, {"r": MUST}]
    gap = _found(ads)

    assert gap.first == ("python", "sql", "r")
    assert gap.begin_with == Advice("r", "alone it opens 2 ads of 8 (python none, sql none)")
    assert gap.path[0] == "r"


def test_when_nothing_opens_an_ad_alone_the_greatest_share_of_the_whole_comes_first() -> None:
    ads: list[Ad] = [{"sql": MUST, "python": MUST}, {"sql": MUST, "r": MUST}]

    assert _found(ads).begin_with == Advice(
        "sql",
        "none of these opens an ad alone; of what closing everything would open, the most falls to it (1.0 ads)",
    )


def test_what_is_known_without_proof_is_to_be_proven_and_not_among_the_first() -> None:
    ads: list[Ad] = [{"sql": MUST}, {"sql": MUST}, {"python": MUST}, {"r": MUST}, {"r": NICE}, {"teamwork": MUST}]
    gap = _found(
        ads,
        _held("sql", SkillLevel.BEGINNER, EvidenceKind.LISTED),
        _held("r", SkillLevel.UNKNOWN, EvidenceKind.STATED),
        _held("teamwork", SkillLevel.BEGINNER, EvidenceKind.LISTED),
    )

    assert gap.first == ("python",)
    assert [i.skill for i in gap.missing] == ["python", "sql", "teamwork"]
    assert gap.prove == (
        Advice("sql", "asked for in 2 of 6 ads, required in 2; a proof of it alone opens 2 ads"),
        Advice("r", "asked for in 2 of 6 ads, required in 1"),
    )
    assert _item(gap, "sql").remarks == ("you know it and cannot show it: a badge or a project is enough",)
    assert _item(gap, "r").unproven


def test_an_expert_may_skip_what_is_held_as_far_as_asked_on_solid_evidence() -> None:
    levels = ((SkillLevel.INTERMEDIATE, 3), (SkillLevel.ADVANCED, 1))
    demand = _demand({"sql": 30, "python": 20, "r": 10, "dax": 9, "excel": 8, "teamwork": 30})
    asked = {**demand.skills, "python": replace(demand.skills["python"], levels=levels)}
    person = _person(
        _held("sql", SkillLevel.EXPERT, years=8.0),
        _held("python", SkillLevel.INTERMEDIATE, years=2.0),
        _held("r", SkillLevel.INTERMEDIATE, years=2.0),  # nobody says how far, and intermediate is not all there is
        _held("dax", SkillLevel.EXPERT, years=9.0, last=date(2019, 1, 1)),  # long unused
        _held("excel", SkillLevel.EXPERT, EvidenceKind.LISTED),  # nothing behind it
        _held("teamwork", SkillLevel.EXPERT, years=9.0),  # no course teaches it anyway
    )

    assert _find(person, replace(demand, skills=asked)).skip == (
        Advice("sql", "8.0 years at work, expert level"),
        Advice("python", "2.0 years at work, intermediate level; ads that say how far ask for intermediate"),
    )


def test_a_level_below_the_one_asked_for_is_a_gap_of_its_own_kind() -> None:
    levels = ((SkillLevel.INTERMEDIATE, 1), (SkillLevel.ADVANCED, 19))
    demand = _demand({"sql": 20})
    asked = {"sql": replace(demand.skills["sql"], levels=levels)}
    item = _item(_find(_person(_held("sql", SkillLevel.INTERMEDIATE)), replace(demand, skills=asked)), "sql")

    assert (item.level_held, item.level_wanted, item.level_gap) == (SkillLevel.INTERMEDIATE, SkillLevel.ADVANCED, 1)
    assert item.rank == 1
    assert item.missing == pytest.approx(1 - (19 * 0.85 * 0.8 + 1.0) / 20)
    assert item.remarks == ("20 ads say how far, half of them advanced or more; you show intermediate",)


def test_a_long_unused_skill_is_shown_a_little_less_and_says_since_when() -> None:
    gap = _find(_person(_held("sql", SkillLevel.ADVANCED, last=date(2019, 3, 31))), _demand({"sql": 20}))
    item = _item(gap, "sql")

    assert (item.stale, item.rank) == (date(2019, 3, 31), None)
    assert item.missing == pytest.approx(0.1)
    assert item.remarks == ("last used 2019-03: refresh it, or show a recent project",)


SKILLS = sorted(TAXONOMY.skills)
demands = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, N), min_size=1).map(_demand)
held_skills = st.builds(
    _held, st.sampled_from(SKILLS), st.sampled_from(list(SkillLevel)), st.sampled_from(list(EvidenceKind))
)
people = st.lists(held_skills, max_size=6).map(lambda held: _person(*held))
ad_lists = st.lists(
    st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(list(Requirement)), min_size=1), min_size=1, max_size=6
)


@given(people, ad_lists)
def test_every_skill_asked_for_stands_in_the_gap_once_and_ranks_count_up(person: Person, ads: list[Ad]) -> None:
    gap = _find(person, _counted(ads), ads)

    assert sorted(i.skill for i in gap.items) == sorted({s for ad in ads for s in ad})
    assert [i.rank for i in gap.missing] == list(range(1, len(gap.missing) + 1))
    assert set(gap.first) <= {i.skill for i in gap.missing}
    assert (gap.begin_with is None) == (not gap.first)
    assert sorted(gap.path) == sorted(gap.first)


@given(people, ad_lists)
def test_what_opens_together_adds_up_and_the_steps_end_where_all_three_lead(person: Person, ads: list[Ad]) -> None:
    gap = _find(person, _counted(ads), ads)
    reach = gap.within_reach
    assert reach is not None

    assert sum(i.opens_together or 0.0 for i in gap.items) == pytest.approx(reach.n - reach.now)
    assert reach.n + reach.unjudged == len(ads)
    counts = [reach.now, *(n for _, n in reach.after)]
    assert counts == sorted(counts)
    if reach.after and gap.begin_with is not None:
        assert reach.after[0][0] == gap.begin_with.skill
        assert {i.opens_with_first for i in gap.missing if i.skill in gap.first} == {counts[-1] - reach.now}


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


@given(people, ad_lists, st.integers(0, 1000))
def test_the_order_of_the_input_does_not_matter(person: Person, ads: list[Ad], seed: int) -> None:
    demand = _counted(ads)

    def mixed(table: Mapping[str, object]) -> dict[str, object]:
        keys = list(table)
        Random(seed).shuffle(keys)
        return {k: table[k] for k in keys}

    turned = replace(demand, skills=mixed(demand.skills))

    assert _find(Person("A", mixed(person.skills)), turned, ads[::-1]) == _find(person, demand, ads)
