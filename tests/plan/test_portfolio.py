from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.errors import Problem
from credlens.model.plan import Community, Project
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.plan.portfolio import communities_for, projects_for, read_communities, read_projects


def _skill(skill_id: str) -> Skill:
    return Skill(skill_id, skill_id, (Alias(skill_id),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", ())


TAXONOMY = Taxonomy("t", "1", "", {s: _skill(s) for s in ("sql", "python")}, {"data": "Data", "law": "Law"})

GOOD = "id: p1, title: P, skills: [sql], persons_from: [marketing], deliverable: d, data: own, hours: {min: 8, max: 15}, proves: p"


def _projects(*entries: str) -> tuple[list[Project], list[Problem]]:
    """One file whose projects begin on line 3, one a line."""
    text = "field: data\nprojects:\n" + "".join(f"  - {{{e}}}\n" for e in entries)
    return read_projects([("data.yaml", text.encode())], TAXONOMY)


def _communities(*entries: str) -> tuple[list[Community], list[Problem]]:
    text = "sources: {m: {method: recalled, date: 2026-11-22}}\ncommunities:\n" + "".join(
        f"  - {{{e}}}\n" for e in entries
    )
    return read_communities([("communities.yaml", text.encode())], TAXONOMY)


def test_a_project_comes_back_whole() -> None:
    assert _projects(GOOD) == ([Project("p1", "P", ("sql",), ("marketing",), "d", "own", 8, 15, "p", "data")], [])


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("skills: [sql]", "skills: [cobol]", "skills", "The taxonomy has no skill 'cobol'."),
        ("title: P, ", "", "title", "`title` is missing."),
        (", hours: {min: 8, max: 15}", "", "hours", "`hours` is missing."),
        ("hours: {min: 8, max: 15}", "hours: 8", "hours", "`hours` should be a mapping"),
        ("hours: {min: 8, max: 15}", "hours: {min: 8}", "hours", "The hours need a `min` and a `max`"),
        ("hours: {min: 8, max: 15}", "hours: {min: 15, max: 8}", "hours", "The hours need a `min` and a `max`"),
        ("hours: {min: 8, max: 15}", "hours: {min: 0, max: 0}", "hours", "The hours need a `min` and a `max`"),
        ("hours: {min: 8, max: 15}", "hours: {min: x, max: 8}", "hours.min", "`min` should be a number"),
        ("hours: {min: 8, max: 15}", "hours: {min: 8, max: 9, mode: 8}", "hours.mode", "`mode` is not a field"),
        ("proves: p", "proves: p, prooves: q", "prooves", "`prooves` is not a field"),
    ],
)
def test_a_project_with_a_mistake_is_listed_and_left_out(old: str, new: str, place: str, message: str) -> None:
    assert old in GOOD
    projects, problems = _projects(GOOD.replace(old, new), GOOD.replace("p1", "p2"))

    assert [p.id for p in projects] == ["p2"]
    assert [p.where for p in problems] == [f"data.yaml:3: projects[0].{place}"]
    assert problems[0].message.startswith(message)


def test_a_project_defined_twice_is_listed_and_the_first_counts() -> None:
    projects, problems = _projects(GOOD, GOOD.replace("title: P", "title: Other"))

    assert [p.title for p in projects] == ["P"]
    assert [(p.where, p.message) for p in problems] == [
        ("data.yaml:4: projects[1].id", "The project 'p1' is defined twice.")
    ]


def test_a_community_comes_back_whole() -> None:
    found, problems = _communities(
        "id: k, name: K, address: 'https://example.org', for: [data, law], ask: a review, free: true, from: m",
        "id: l, name: L, for: data, ask: a look, from: m",
    )

    assert problems == []
    assert found == [
        Community(
            "k", "K", "https://example.org", ("data", "law"), "a review", free=True, source="recalled, 2026-11-22"
        ),
        Community("l", "L", "", ("data",), "a look", free=None, source="recalled, 2026-11-22"),
    ]


@pytest.mark.parametrize(
    ("entry", "place", "message"),
    [
        ("id: x, name: X, for: [cooking], ask: a, from: m", "for", "There is no field of work 'cooking'."),
        ("id: x, name: X, for: [data], ask: a", "from", "It does not say who says so."),
        ("id: x, name: X, for: [data], ask: a, free: sometimes, from: m", "free", "`free` should be true or false"),
        ("id: good, name: X, for: [data], ask: a, from: m", "id", "The community 'good' is defined twice."),
    ],
)
def test_a_community_with_a_mistake_is_listed_and_left_out(entry: str, place: str, message: str) -> None:
    found, problems = _communities("id: good, name: G, for: [data], ask: a, from: m", entry)

    assert [c.name for c in found] == ["G"]
    assert [p.where for p in problems] == [f"communities.yaml:4: communities[1].{place}"]
    assert problems[0].message.startswith(message)


def test_an_unreadable_file_does_not_stop_the_others() -> None:
    good = f"field: data\nprojects:\n  - {{{GOOD}}}\n".encode()
    projects, problems = read_projects([("bad.yaml", b"- x\n"), ("data.yaml", good)], TAXONOMY)

    assert [p.id for p in projects] == ["p1"]
    assert [p.where for p in problems] == ["bad.yaml"]
    assert read_communities([("bad.yaml", b"- x\n")], TAXONOMY)[0] == []


BASE = Project("base", "", ("sql",), ("finance",), "", "", 5, 10, "", "data")
OWN = replace(BASE, id="own", persons_from=("Marketing",), hours_max=99)
ANYBODY = replace(BASE, id="anybody", persons_from=())
BOTH = replace(BASE, id="both", skills=("sql", "python"))
SHORT = replace(BASE, id="short", hours_max=6)
FIRST_ID = replace(BASE, id="a-first")


@pytest.mark.parametrize(
    ("better", "worse"),
    [(OWN, ANYBODY), (OWN, BOTH), (ANYBODY, BOTH), (BOTH, SHORT), (SHORT, BASE), (FIRST_ID, BASE)],
    ids=lambda p: p.id,
)
def test_own_field_first_then_for_anybody_then_more_skills_then_shorter_then_by_id(
    better: Project, worse: Project
) -> None:
    for order in permutations([better, worse]):
        assert projects_for(["sql", "python"], order, "digital marketing")["sql"] == better


@pytest.mark.parametrize(
    ("comes_from", "own"),
    [
        ("marketing", True),
        ("Digital Marketing", True),
        ("sales and marketing", True),
        ("market", False),
        ("telemarketing", False),
        ("", False),
    ],
)
def test_the_own_field_is_told_by_whole_words(comes_from: str, own: bool) -> None:
    other = replace(BASE, id="a-other")  # wins by id when neither fits

    assert (projects_for(["sql"], [OWN, other], comes_from)["sql"] == OWN) is own


def test_a_field_of_several_words_fits_somebody_who_names_part_of_it() -> None:
    other = replace(BASE, id="a-other")
    digital = replace(OWN, persons_from=("digital marketing",))

    assert projects_for(["sql"], [digital, other], "marketing")["sql"] == digital


def test_each_skill_that_a_project_shows_gets_one_in_the_order_asked() -> None:
    python = replace(BASE, id="py", skills=("python",))

    assert projects_for(["python", "cobol", "sql"], [BASE, python], "") == {"python": python, "sql": BASE}
    assert list(projects_for(["python", "sql"], [BASE, python], "")) == ["python", "sql"]


@given(st.permutations([BASE, OWN, ANYBODY, BOTH, SHORT, FIRST_ID]), st.sampled_from(["", "finance", "marketing"]))
def test_the_order_of_projects_does_not_matter(order: list[Project], comes_from: str) -> None:
    first = projects_for(["sql", "python"], [BASE, OWN, ANYBODY, BOTH, SHORT, FIRST_ID], comes_from)

    assert projects_for(["sql", "python"], order, comes_from) == first


def _community(community_id: str, name: str, *fields: str) -> Community:
    return Community(community_id, name, "", fields, "", free=None, source="")


def test_communities_of_the_first_field_come_first_then_by_name() -> None:
    pool = [
        _community("1", "Zeta", "data"),
        _community("2", "Alpha", "law"),
        _community("3", "Beta", "law", "data"),
        _community("4", "Gamma", "cooking"),
        _community("5", "Alpha", "data"),
        _community("0", "Alpha", "data"),
    ]

    for order in permutations(pool, len(pool)):
        assert [c.id for c in communities_for(["data", "law"], order)] == ["0", "5", "3", "1"]
    assert [c.id for c in communities_for(["data", "law"], pool, most=9)] == ["0", "5", "3", "1", "2"]
    assert communities_for([], pool) == ()
