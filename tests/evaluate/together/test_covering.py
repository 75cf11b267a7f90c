"""How deep a credential covers an area."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.evaluate.together.covering import amount, covers, depth_of, extent, narrower_of, proof
from credlens.model.credential import Assessment, AssessmentType, Credential, Grader
from credlens.model.skill import Taxonomy

Make = Callable[..., Credential]


@pytest.mark.parametrize(
    ("teaches", "depth"),
    [
        ({}, None),
        ({"sql": "core"}, None),
        ({"statistics": "core"}, "core"),
        ({"statistics": "part"}, "part"),
        ({"statistics": "touched"}, "touched"),
        # something narrower is half of it
        ({"regression": "core"}, "part"),
        ({"regression": "part"}, "touched"),
        ({"regression": "touched"}, None),
        # two narrower things in depth are it
        ({"regression": "core", "hypothesis_testing": "core"}, "core"),
        ({"statistics": "part", "regression": "core"}, "core"),
        # a program that is unsure whether it is taught counts less
        ({"statistics": ("core", 0.8)}, "core"),
        ({"statistics": ("core", 0.6)}, "part"),
        ({"statistics": ("core", 0.2)}, "touched"),
        ({"statistics": ("part", 0.1)}, None),
    ],
)
def test_statistics_is_covered_as_deep_as_it_is_taught(
    make: Make, taxonomy: Taxonomy, teaches: dict[str, Any], depth: str | None
) -> None:
    area = extent(["statistics"], [], narrower_of(taxonomy))

    assert depth_of(amount(make("it", **teaches), area, taxonomy)) == depth


def test_the_name_of_a_whole_field_gives_a_unit_at_most(make: Make, taxonomy: Taxonomy) -> None:
    area = extent(["data-analysis"], [], narrower_of(taxonomy))

    assert amount(make("it", data_analysis="core"), area, taxonomy) == 0.5


def test_a_piece_of_an_area_is_half_of_it(make: Make, taxonomy: Taxonomy) -> None:
    area = extent(["ethics"], ["privacy"], narrower_of(taxonomy))

    assert amount(make("it", privacy="core"), area, taxonomy) == 0.5
    assert amount(make("it", privacy="core", ethics="part"), area, taxonomy) == 0.75


def test_the_deepest_stands_first_and_says_through_what(make: Make, taxonomy: Taxonomy) -> None:
    found = covers(
        [make("a", tableau="core"), make("b", charts="core", tableau="part"), make("c", sql="core")],
        extent(["charts"], [], narrower_of(taxonomy)),
        taxonomy,
    )

    assert [(c.credential, c.depth, c.through) for c in found] == [
        ("b", "core", ("charts", "tableau")),
        ("a", "part", ("tableau",)),
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], "unknown"),
        ([("quiz", Grader.AUTO)], "taught"),
        ([("project", None)], "taught"),
        ([("project", Grader.PEER)], "taught"),
        ([("written_exam", None)], "examined"),
        ([("quiz", Grader.PSYCHOMETRIC)], "examined"),
        ([("quiz", Grader.AUTO), ("project", Grader.TUTOR)], "judged"),
        ([("oral_exam", Grader.EXTERNAL_EXPERT)], "judged"),
        ([("attendance", Grader.TUTOR)], "taught"),
    ],
)
def test_only_a_person_who_judges_work_makes_it_judged(parts: list[tuple[str, Grader | None]], expected: str) -> None:
    assessment = tuple(Assessment(AssessmentType(kind), (), grader) for kind, grader in parts)

    assert proof(Credential("it", "It", assessment=assessment)) == expected
