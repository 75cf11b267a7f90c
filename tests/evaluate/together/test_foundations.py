"""Reading foundations, and finding the one that a target names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from credlens.evaluate.together.foundations import read, recognise
from credlens.model.skill import Alias, Taxonomy
from credlens.model.together import Foundation, KnowledgeArea

HEAD = "field: data\nsources: {me: {method: recalled, date: 2026-11-22}, page: {method: read, address: 'https://example.org', date: 2026-11-22}}\n"


def entry(areas: str, more: str = "from: me") -> bytes:
    return f"{HEAD}occupations:\n  - {{id: analyst, title: analyst, {more}, areas: [{areas}]}}\n".encode()


def test_an_area_has_the_sources_of_its_occupation_unless_it_names_its_own(taxonomy: Taxonomy) -> None:
    text = entry(
        "{id: sql, label: SQL, skills: [sql], why: asked for}, "
        "{id: ethics, label: ethics, skills: [ethics], parts: [privacy], by_course: false, why: laws, from: page}",
        'titles: [data analyst, "=DA"], onet_soc: "15-2051.01", from: me',
    )

    (found,), problems = read([("data.yaml", text)], taxonomy)

    assert problems == []
    assert found.titles == (Alias("analyst"), Alias("data analyst"), Alias("DA", exact=True))
    assert [(a.id, a.parts, a.by_course, [s.method.value for s in a.sources]) for a in found.areas] == [
        ("sql", (), True, ["recalled"]),
        ("ethics", ("privacy",), False, ["read"]),
    ]


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ("", "has no areas"),
        ("{id: a, label: A, why: w}", "The area has no skills."),
        ("{id: a, label: A, skills: [alchemy], why: w}", "The taxonomy has no skill 'alchemy'."),
        ("{id: a, label: A, skills: [sql], parts: [magic], why: w}", "The taxonomy has no skill 'magic'."),
        ("{id: a, label: A, skills: [sql]}", "`why` is missing."),
        ("{id: a, label: A, skills: [sql], why: w, wy: w}", "`wy` is not a field"),
        ("{id: a, label: A, skills: [sql], why: w, by_course: perhaps}", "should be true or false"),
        (
            "{id: a, label: A, skills: [sql], why: w}, {id: a, label: B, skills: [ethics], why: w}",
            "The area 'a' is defined twice.",
        ),
        (
            "{id: a, label: A, skills: [sql], why: w}, {id: b, label: B, skills: [ethics], parts: [sql], why: w}",
            "The skill 'sql' stands in two places.",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(taxonomy: Taxonomy, areas: str, said: str) -> None:
    found, problems = read([("data.yaml", entry(areas))], taxonomy)

    assert found == []
    assert any(said in p.message and p.where.startswith("data.yaml:") for p in problems), problems


def test_an_occupation_is_defined_once(taxonomy: Taxonomy) -> None:
    one = entry("{id: sql, label: SQL, skills: [sql], why: w}")

    found, problems = read([("a.yaml", one), ("b.yaml", one)], taxonomy)

    assert len(found) == 1
    assert [p.message for p in problems] == ["The occupation 'analyst' is defined twice."]


KNOWN = [
    Foundation(name, name, (Alias(name), *more), (KnowledgeArea("a", "a", ("sql",), "w", ()),))
    for name, more in [
        ("data analyst", (Alias("BI analyst", exact=True),)),
        ("analyst", ()),
        ("data engineer", ()),
    ]
]


@pytest.mark.parametrize(
    ("target", "titles", "expected"),
    [
        ("data analyst", [], "data analyst"),
        ("Senior Data Analyst (Marketing)", [], "data analyst"),  # the longest name of a title counts
        ("Senior Analyst", [], "analyst"),
        ("my next job", [("Data Analyst", 3), ("Data Engineer", 1)], "data analyst"),
        ("data engineer", [("Data Analyst", 3), ("Data Engineer", 1)], "data analyst"),  # the ads overrule the name
        ("data engineer", [("Data Analyst", 1), ("Nurse", 3)], "data engineer"),  # too few of them
        ("bi analyst", [], "analyst"),  # exact in case
        ("nurse", [("Nurse", 4)], None),
        ("", [], None),
    ],
)
def test_a_target_is_recognised_by_its_ads_then_by_its_name(
    target: str, titles: Sequence[tuple[str, int]], expected: str | None
) -> None:
    found = recognise(target, titles, KNOWN)

    assert (found.id if found else None) == expected
