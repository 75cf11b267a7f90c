"""What a set of credentials covers, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.model.credential import Credential, Depth, Grader
from credlens.model.fact import Fact
from credlens.model.gap import Gate, GateState
from credlens.model.together import DEPTHS, Together

Make = Callable[..., Credential]
Cover = Callable[..., Together]

ADS = [{"sql", "statistics"}, {"sql", "tableau"}, {"sql"}, {"welding", "teamwork"}]


def state(made: Together) -> dict[str, tuple[str | None, int | None]]:
    """Area -> (depth, ads that name it)."""
    return {a.id: (a.depth, a.share.k if a.share else None) for a in made.areas}


def test_what_the_ads_want_is_joined_with_what_the_work_is_built_on(cover: Cover, make: Make) -> None:
    made = cover([make("a", sql="core", ethics="part", tableau="core")], ADS)

    assert state(made) == {
        "statistics": (None, 1),
        "welding": (None, 1),  # no part of the foundation, but a quarter of the ads want it
        "sql": ("core", 3),
        "charts": ("part", 1),  # through Tableau, which the ad names
        "ethics": ("part", 0),  # no ad names it, and it belongs to the work
        "teamwork": (None, 1),
    }
    assert [a.id for a in made.left_out] == ["statistics", "welding"]
    assert made.counts == {"core": 1, "part": 2, "touched": 0, "not_covered": 2, "held": 0, "beyond_courses": 1}


def test_the_answer_stands_first_and_names_what_is_left_out_with_its_ads(cover: Cover, make: Make) -> None:
    others = [make("b", statistics="core"), make("c", welding="part", statistics="touched")]

    made = cover([make("a", sql="core", ethics="part", tableau="core")], ADS, others)

    assert made.says[:3] == (
        "This credential covers 1 of the 5 areas of an analyst's work in depth, 2 in part.",
        "Left out: statistics (1 of 4 ads), welding (1 of 4 ads).",
        (
            "At least 2 more credentials of the catalog would be needed to have a unit on each of these; so many would do: "
            "B, C. Fewer cannot do: none of the catalog covers more than 1 of these 2."
        ),
    )


def test_a_unit_and_depth_are_counted_apart(cover: Cover, make: Make) -> None:
    both = make("b", statistics="part", ethics="part", charts="part")
    deep = [make("c", statistics="core"), make("d", ethics="core"), make("e", charts="core")]

    made = cover([make("a", sql="core")], ADS[:3], [both, *deep])

    assert [(n.depth, n.low, n.high, n.credentials) for n in made.needed] == [
        ("part", 1, 1, ("b",)),
        ("core", 3, 3, ("c", "d", "e")),
    ]


def test_what_nothing_in_the_catalog_covers_is_said_and_not_counted(cover: Cover, make: Make) -> None:
    made = cover([make("a", sql="core", charts="core")], (), [make("b", statistics="core")])

    assert [(n.areas, n.out_of_reach, n.low) for n in made.needed] == [(("statistics",), ("ethics",), 1)] * 2
    assert "No credential of the catalog does that for ethics." in made.says[2]


def test_what_the_person_shows_needs_no_credential(cover: Cover, make: Make) -> None:
    made = cover([make("a", charts="core")], ADS, held=["sql"], shows=["ethics"])

    assert [a.id for a in made.areas if a.held] == ["sql", "ethics"]
    assert made.says[0] == (
        "Of the 3 areas of an analyst's work that you cannot show yet, this credential covers 1 in depth and none in part."
    )
    assert "You can show already: sql, ethics." in made.says


def test_without_a_foundation_the_ads_alone_speak(cover: Cover, make: Make) -> None:
    made = cover([make("a", sql="core"), make("b", tableau="part")], ADS, founded=False)

    assert state(made) == {
        "statistics": (None, 1),
        "welding": (None, 1),
        "sql": ("core", 3),
        "tableau": ("part", 1),
        "teamwork": (None, 1),
    }
    assert made.says[0] == "These 2 credentials cover 1 of the 4 skills that these 4 ads name most in depth, 1 in part."


def test_without_a_target_nothing_can_be_told_and_it_says_what_to_do(cover: Cover, make: Make) -> None:
    made = cover([make("a", sql="core")], founded=False)

    assert not made.known
    assert made.needed == ()
    assert len(made.says) == 1
    assert "cannot be told yet" in made.says[0]
    assert "--ads" in made.says[0]


def test_where_the_law_wants_a_licence_no_number_of_credentials_is_named(cover: Cover, make: Make) -> None:
    gate = Gate("licence", "law", GateState.CLOSED, True, "state licence", "the state", "US", ())

    made = cover([make("a", sql="core")], ADS, [make("b", statistics="core")], gates=[gate])

    assert made.needed == ()
    assert (
        made.says[1] == "The law keeps this work for those with: state licence. No number of credentials replaces it."
    )


@pytest.mark.parametrize("field", ["ends", "open_to_public"])
def test_what_nobody_can_take_up_is_not_counted_on(cover: Cover, make: Make, field: str) -> None:
    gone = replace(make("b", statistics="core"), **{field: Fact({"ends": date(2026, 1, 1)}.get(field, False))})

    made = cover([make("a", sql="core", charts="core", ethics="core")], (), [gone])

    assert [n.out_of_reach for n in made.needed] == [("statistics",)] * 2


def test_a_person_who_judged_it_is_told_apart_from_quizzes(cover: Cover, make: Make) -> None:
    judged = make("a", graded=Grader.TUTOR, sql="core")

    assert cover([judged]).areas[-2].proof == "judged"
    assert "All that is covered in depth is assessed by a person, in a project or an exam." in cover([judged]).says
    assert "How the 1 covered in depth are assessed: of 1 it is not known." in cover([make("a", sql="core")]).says


def test_a_tool_that_ads_name_is_not_hidden_by_the_area_that_is_covered(cover: Cover, make: Make) -> None:
    made = cover([make("a", charts="core")], ADS)

    assert "Within what is covered, ads name these too: tableau (1 of 4 ads)." in made.says


TAUGHT = st.dictionaries(
    st.sampled_from(
        ["sql", "statistics", "regression", "hypothesis_testing", "charts", "tableau", "ethics", "privacy"]
    ),
    st.tuples(st.sampled_from(["core", "part", "touched"]), st.sampled_from([0.3, 0.7, 1.0])),
    max_size=4,
)
LAW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAW
@given(sets=st.lists(TAUGHT, min_size=2, max_size=5))
def test_another_credential_never_uncovers_anything(
    cover: Cover, make: Make, sets: list[dict[str, tuple[str, float]]]
) -> None:
    pool = [make(f"c{i}", **skills) for i, skills in enumerate(sets)]
    made = [cover(pool[:k], ADS, pool) for k in range(1, len(pool) + 1)]

    for before, after in pairwise(made):
        depths = {a.id: a.depth for a in after.areas}
        assert all(DEPTHS.index(depths[a.id]) >= DEPTHS.index(a.depth) for a in before.areas)
        assert {a.id for a in after.left_out} <= {a.id for a in before.left_out}


@LAW
@given(sets=st.lists(TAUGHT, min_size=2, max_size=4), order=st.randoms())
def test_the_order_of_the_credentials_changes_nothing(
    cover: Cover, make: Make, sets: list[dict[str, tuple[str, float]]], order: object
) -> None:
    pool = [make(f"c{i}", **skills) for i, skills in enumerate(sets)]
    shuffled = list(pool)
    order.shuffle(shuffled)  # type: ignore[attr-defined]

    one, other = cover(pool, ADS), cover(shuffled, ADS)

    assert one.areas == other.areas
    assert one.says == other.says
    assert one.needed == other.needed


@LAW
@given(sets=st.lists(TAUGHT, min_size=1, max_size=6))
def test_the_named_credentials_cover_what_they_are_named_for(
    cover: Cover, make: Make, sets: list[dict[str, tuple[str, float]]]
) -> None:
    first = make("first", sql="core")
    pool = {f"c{i}": make(f"c{i}", **skills) for i, skills in enumerate(sets)}
    made = cover([first], ADS, list(pool.values()))

    for needed in made.needed:
        after = cover([first, *(pool[c] for c in needed.credentials)], ADS)
        depths = {a.id: a.depth for a in after.areas}
        assert needed.low <= needed.high
        assert all(DEPTHS.index(depths[a]) >= DEPTHS.index(needed.depth) for a in needed.areas)
        assert all(
            DEPTHS.index(depths[a]) < DEPTHS.index(Depth.CORE)
            for a in needed.out_of_reach
            if needed.depth is Depth.CORE
        )
