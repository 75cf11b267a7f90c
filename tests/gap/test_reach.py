from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.gap.reach import REACH, Openings, counts, share_shown, what_if
from credlens.model.demand import SkillDemand
from credlens.model.gap import Gap, GapItem, Learnt
from credlens.model.posting import Requirement
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy

MUST, NICE, SAID = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


def _skill(key: str, reuse: Reuse = Reuse.CROSS_SECTOR, *, whole_field: bool = False) -> Skill:
    return Skill(key, key, (Alias(key),), SkillKind.SKILL, reuse, "data", (), whole_field=whole_field)


SKILLS = ("dax", "excel", "python", "r", "sql")
TAXONOMY = Taxonomy(
    "t",
    "1",
    "",
    {s: _skill(s) for s in SKILLS}
    | {"teamwork": _skill("teamwork", Reuse.TRANSVERSAL), "data": _skill("data", whole_field=True)},
)

ads_strategy = st.lists(
    st.dictionaries(st.sampled_from((*SKILLS, "teamwork", "data")), st.sampled_from(list(Requirement))), max_size=8
)
skill_sets = st.sets(st.sampled_from(SKILLS))


def within(ad: Mapping[str, Requirement], have: set[str]) -> bool | None:
    """The rule of the page, written down a second time: None when the ad cannot be judged."""
    named = {s: 2 if r is MUST else 1 for s, r in ad.items() if s in SKILLS}
    if not named:
        return None
    return 10 * sum(w for s, w in named.items() if s in have) >= 6 * sum(named.values())


@pytest.mark.parametrize(
    ("ad", "have", "reached"),
    [
        ({"sql": MUST}, {"sql"}, True),
        ({"sql": MUST}, set(), False),
        ({"sql": NICE}, set(), False),  # the only skill it names
        ({"sql": MUST, "r": NICE}, {"sql"}, True),  # 2 of 3
        ({"sql": MUST, "r": NICE}, {"r"}, False),  # 1 of 3
        ({"sql": SAID, "r": SAID}, {"r"}, False),  # 1 of 2: all weigh the same
        ({"sql": MUST, "r": MUST, "dax": NICE, "excel": NICE}, {"sql", "dax"}, False),  # 3 of 6
        ({"sql": MUST, "r": MUST, "dax": NICE}, {"sql", "dax"}, True),  # 3 of 5 is exactly enough
        ({"sql": MUST, "teamwork": MUST, "data": MUST}, {"sql"}, True),  # what no certificate proves weighs nothing
        ({"sql": MUST, "cobol": MUST}, {"sql"}, True),  # not in the taxonomy
    ],
)
def test_an_ad_is_within_reach_from_three_fifths_of_what_it_names_on(
    ad: dict[str, Requirement], have: set[str], reached: bool
) -> None:
    assert REACH == 0.6
    found = Openings([ad], have, TAXONOMY)

    assert (found.n, found.now) == (1, int(reached))


def test_an_ad_that_names_nothing_that_counts_is_neither_within_reach_nor_out_of_it() -> None:
    found = Openings([{}, {"teamwork": MUST}, {"data": MUST}], set(SKILLS), TAXONOMY)

    assert (found.n, found.now, found.unjudged) == (0, 0, 3)


@pytest.mark.parametrize(("skill", "weighs"), [("sql", True), ("teamwork", False), ("data", False)])
def test_transversal_skills_and_whole_fields_do_not_count(skill: str, weighs: bool) -> None:
    assert counts(TAXONOMY[skill]) is weighs


@pytest.mark.parametrize("size", range(5, 200, 5))
def test_three_of_five_is_within_reach_for_any_number_of_skills(size: int) -> None:
    names = [f"s{i:03}" for i in range(size)]
    taxonomy = Taxonomy("t", "1", "", {n: _skill(n) for n in names})
    ad = dict.fromkeys(names, SAID)

    assert Openings([ad], set(names[: size * 3 // 5]), taxonomy).now == 1
    assert Openings([ad], set(names[: size * 3 // 5 - 1]), taxonomy).now == 0


def test_two_ads_worked_through_by_hand() -> None:
    ads = [{"sql": MUST, "python": MUST}, {"sql": MUST, "dax": NICE, "r": NICE}]
    found = Openings(ads, set(), TAXONOMY)

    # The first needs both, half the credit each. The second needs 3 of 4: SQL and one of the others. SQL tips it when it comes second or
    # third, 2/3 of the orders; DAX and R when they come second, after SQL: 1/6 each.
    assert found.together() == pytest.approx({"sql": 1 / 2 + 2 / 3, "python": 1 / 2, "dax": 1 / 6, "r": 1 / 6})
    assert {s: found.alone(s) for s in SKILLS} == dict.fromkeys(SKILLS, 0)
    assert found.opened(["sql", "dax"]) == 1
    assert found.opened(["sql", "dax", "python"]) == 2
    assert found.opened_beside(["sql"], ["dax", "python", "sql", "excel"]) == {
        "dax": 1,
        "python": 1,
        "sql": 0,
        "excel": 0,
    }


@given(ads_strategy, skill_sets, skill_sets)
def test_counts_are_what_the_rule_says_for_every_set_of_skills(
    ads: list[dict[str, Requirement]], have: set[str], learnt: set[str]
) -> None:
    found = Openings(ads, have, TAXONOMY)
    judged = [within(ad, have) for ad in ads]

    assert (found.n, found.unjudged) == (len(judged) - judged.count(None), judged.count(None))
    assert found.now == judged.count(True)
    assert found.now + found.opened(learnt) == [within(ad, have | learnt) for ad in ads].count(True)
    for skill in SKILLS:
        assert found.alone(skill) == found.opened([skill])
        assert found.opened_beside(learnt, [skill]) == {skill: found.opened([*learnt, skill])}


@given(ads_strategy, skill_sets)
def test_fair_shares_add_up_to_the_ads_that_closing_everything_opens(
    ads: list[dict[str, Requirement]], have: set[str]
) -> None:
    found = Openings(ads, have, TAXONOMY)

    assert sum(found.together().values()) == pytest.approx(found.opened(SKILLS))
    assert found.opened(SKILLS) == found.n - found.now


@given(ads_strategy, skill_sets, st.sampled_from(SKILLS), skill_sets)
def test_one_skill_more_never_closes_an_ad(
    ads: list[dict[str, Requirement]], have: set[str], more: str, learnt: set[str]
) -> None:
    found = Openings(ads, have, TAXONOMY)

    assert found.opened([*learnt, more]) >= found.opened(learnt)
    assert Openings(ads, have | {more}, TAXONOMY).now >= found.now


@given(ads_strategy, skill_sets)
def test_the_order_of_the_ads_does_not_matter(ads: list[dict[str, Requirement]], have: set[str]) -> None:
    assert Openings(ads, have, TAXONOMY).together() == Openings(ads[::-1], have, TAXONOMY).together()


@given(ads_strategy, skill_sets, skill_sets)
def test_the_nearest_ad_takes_as_many_skills_as_the_smallest_set_that_opens_one_more(
    ads: list[dict[str, Requirement]], have: set[str], done: set[str]
) -> None:
    found = Openings(ads, have, TAXONOMY)
    so_far = found.opened(done)

    def opens_more(n: int) -> bool:
        return any(found.opened(done.union(some)) > so_far for some in combinations(SKILLS, n))

    assert found.nearest(done) == next((n for n in range(1, len(SKILLS) + 1) if opens_more(n)), None)


def test_steps_take_what_opens_most_each_time_and_keep_the_given_order_between_equals() -> None:
    ads = [{"sql": MUST}, {"sql": MUST}, {"r": MUST}, {"r": MUST, "dax": MUST}, {"excel": MUST}]
    found = Openings(ads, {"excel"}, TAXONOMY)

    assert found.steps(["dax", "r", "sql"]) == (("sql", 3), ("r", 4), ("dax", 5))
    assert found.steps(["python", "dax"]) == (("python", 1), ("dax", 1))
    assert found.steps([]) == ()


def _gap(held: Sequence[str] = ()) -> Gap:
    asked = SkillDemand("", Share(1, 1), Share(0, 0), 1)
    items = tuple(
        GapItem(s, asked, None, 0.0, 0, learnable=True, umbrella=False, rank=None if s in held else 1) for s in SKILLS
    )
    return Gap("analyst", 1, items, (), ())


def test_what_if_counts_before_and_after_and_each_alone_and_on_top_of_the_others() -> None:
    ads = [{"sql": MUST}, {"sql": MUST, "r": MUST}, {"excel": MUST}, {"python": MUST}]
    found = what_if(_gap(["excel"]), ads, TAXONOMY, ["sql", "r", "sql"])

    assert (found.n, found.before, found.after) == (4, 1, 3)
    assert found.each == (Learnt("sql", 1, 2), Learnt("r", 0, 1))


def test_what_if_says_why_a_skill_opens_nothing() -> None:
    ads = [{"sql": MUST, "excel": MUST, "teamwork": MUST}]
    found = what_if(_gap(["excel"]), ads, TAXONOMY, ["dax", "excel", "teamwork"])

    assert (found.before, found.after) == (0, 0)
    assert [e.remark for e in found.each] == [
        "no ad here names it",
        "you can show it already",
        "it does not count towards reach: a certificate hardly proves it",
    ]


def test_without_ads_nobody_knows_what_would_open() -> None:
    found = what_if(_gap(), [], TAXONOMY, ["sql"])

    assert (found.n, found.before, found.after) == (0, None, None)


def test_how_far_an_ad_is_matched_is_by_weight_and_unknown_where_nothing_weighs() -> None:
    ad = {"sql": MUST, "r": NICE, "teamwork": MUST}
    alone = {"sql": MUST, "r": MUST}

    assert share_shown(alone, {"sql"}, TAXONOMY) == 0.5
    assert (
        0.5 < (share_shown(ad, {"sql"}, TAXONOMY) or 0) < 1
    )  # what is required weighs more, what hardly counts not at all
    assert share_shown(ad, {"sql", "r"}, TAXONOMY) == 1.0
    assert share_shown(ad, set(), TAXONOMY) == 0.0
    assert share_shown({"teamwork": MUST, "welding": MUST}, {"teamwork"}, TAXONOMY) is None
