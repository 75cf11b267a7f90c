from __future__ import annotations

from datetime import date

import pytest

from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.skills.taxonomies import TAXONOMIES
from credlens.skills.taxonomies.starter import read

MEMORY = Source(Method.RECALLED, None, date(2026, 11, 22))
PAGE = Source(Method.READ, "https://example.org/skills", date(2026, 11, 22))

HEAD = """\
field: data
label: Data analytics
sources:
  memory: {method: recalled, date: 2026-11-22}
  page: {method: read, address: "https://example.org/skills", date: 2026-11-22}
from: memory
skills:
"""


def _read(*skills: str) -> tuple[Taxonomy, list[Problem]]:
    """One file whose skills begin on line 8, one a line."""
    return read([("data.yaml", (HEAD + "".join(f"  - {{{s}}}\n" for s in skills)).encode())])


def _skill(skill_id: str, extra: str = "", label: str | None = None) -> str:
    return f"id: {skill_id}, label: {label or skill_id}, kind: tool, reuse: cross-sector" + (
        f", {extra}" if extra else ""
    )


def test_the_registry_leads_here() -> None:
    assert TAXONOMIES["starter"] is read


def test_every_field_of_a_skill_comes_back() -> None:
    taxonomy, problems = _read(
        "id: tableau, label: Tableau, aliases: [Tableau Desktop, '=TBL'], kind: tool, reuse: sector-specific,"
        " vendor: Salesforce, broader: [viz], esco: 598de5b0, onet: '43232306', from: page",
        "id: viz, label: Go, label_exact: true, kind: skill, reuse: transversal, whole_field: true",
    )

    assert problems == []
    assert taxonomy.fields == {"data": "Data analytics"}
    assert (taxonomy.name, len(taxonomy)) == ("starter", 2)
    assert taxonomy["tableau"] == Skill(
        id="tableau",
        label="Tableau",
        aliases=(Alias("Tableau"), Alias("Tableau Desktop"), Alias("TBL", exact=True)),
        kind=SkillKind.TOOL,
        reuse=Reuse.SECTOR_SPECIFIC,
        field="data",
        sources=(PAGE,),
        vendor="Salesforce",
        broader=("viz",),
        esco="598de5b0",
        onet="43232306",
    )
    assert taxonomy["viz"] == Skill(
        id="viz",
        label="Go",
        aliases=(Alias("Go", exact=True),),
        kind=SkillKind.SKILL,
        reuse=Reuse.TRANSVERSAL,
        field="data",
        sources=(MEMORY,),
        whole_field=True,
    )


@pytest.mark.parametrize(
    ("skill", "place", "message"),
    [
        ("label: X, kind: tool, reuse: cross-sector", "id", "`id` is missing."),
        ("id: x, kind: tool, reuse: cross-sector", "label", "`label` is missing."),
        ("id: x, label: X, reuse: cross-sector", "kind", "`kind` is missing."),
        ("id: x, label: X, kind: tool", "reuse", "`reuse` is missing."),
        ("id: x, label: X, kind: gadget, reuse: cross-sector", "kind", "`kind` cannot be 'gadget'."),
        ("id: x, label: X, kind: tool, reuse: global", "reuse", "`reuse` cannot be 'global'."),
        (_skill("x", "from: web"), "from", "There is no source 'web' in `sources`."),
        (_skill("x", "alias: [y]"), "alias", "`alias` is not a field of this record."),
        (_skill("x", "whole_field: 1"), "whole_field", "`whole_field` should be true or false, not 1."),
        (_skill("no", label="'No'"), "id", "`id` should be a text, not true or false."),
    ],
)
def test_a_skill_with_a_mistake_is_listed_and_left_out_and_the_others_stay(
    skill: str, place: str, message: str
) -> None:
    taxonomy, problems = _read(_skill("first"), skill, _skill("last"))

    assert list(taxonomy.skills) == ["first", "last"]
    assert [(p.where, p.message) for p in problems] == [(f"data.yaml:9: skills[1].{place}", message)]


def test_an_id_defined_twice_names_both_places_even_across_files() -> None:
    other = HEAD.replace("field: data", "field: more") + "  - {" + _skill("sql", label="Other") + "}\n"
    taxonomy, problems = read(
        [("data.yaml", (HEAD + "  - {" + _skill("sql") + "}\n").encode()), ("more.yaml", other.encode())]
    )

    assert taxonomy["sql"].label == "sql"
    assert [(p.where, p.message, p.what_to_do) for p in problems] == [
        ("more.yaml:8: skills[0].id", "The skill 'sql' is defined twice.", "It is also in data.yaml:8: skills[0].")
    ]


def test_a_field_has_one_file() -> None:
    file = (HEAD + "  - {" + _skill("a") + "}\n").encode()
    again = (HEAD + "  - {" + _skill("b") + "}\n").replace("label: Data analytics", "label: Other").encode()
    taxonomy, problems = read([("data.yaml", file), ("again.yaml", again)])

    assert taxonomy.fields == {"data": "Data analytics"}
    assert [(p.where, p.message) for p in problems] == [("again.yaml:1: field", "The field 'data' has a file already.")]


def test_a_broader_skill_has_to_exist() -> None:
    _, problems = _read(_skill("a", "broader: [gone]"))

    assert [(p.where, p.message) for p in problems] == [("data.yaml:8: skills[0].broader", "There is no skill 'gone'.")]


@pytest.mark.parametrize("chain", ["a", "ab", "abc"])
def test_no_skill_is_broader_than_itself_however_long_the_circle(chain: str) -> None:
    skills = [_skill(s, f"broader: [{chain[(i + 1) % len(chain)]}]") for i, s in enumerate(chain)]
    _, problems = _read(*skills, _skill("z", "broader: [a]"))

    assert [p.message for p in problems] == ["It is broader than itself."] * len(chain)
    assert [p.where for p in problems] == [f"data.yaml:{8 + i}: skills[{i}].broader" for i in range(len(chain))]


def test_two_ways_up_to_one_skill_are_no_circle() -> None:
    _, problems = _read(
        _skill("top"), _skill("l", "broader: [top]"), _skill("r", "broader: [top]"), _skill("low", "broader: [l, r]")
    )

    assert problems == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("etl", "ETL"),
        ("data-cleaning", "Data Cleaning"),
        ("data/cleaning", "data cleaning"),
        ("visualisation", "visualization"),
        ("'=SAS'", "'=SAS'"),
        ("sas", "'=SAS'"),
        ("'=SAS'", "sas"),
    ],
)
def test_two_skills_never_share_what_the_reader_takes_for_the_same(first: str, second: str) -> None:
    _, problems = _read(_skill("a", f"aliases: [{first}]"), _skill("b", f"aliases: [{second}]"))

    assert [p.where for p in problems] == ["data.yaml:9: skills[1].aliases"]
    assert "already belongs to 'a'" in problems[0].message


def test_exact_names_that_differ_in_case_are_two_names() -> None:
    _, problems = _read(_skill("a", "aliases: ['=GO']"), _skill("b", "aliases: ['=Go']"))

    assert problems == []


def test_a_skill_may_repeat_its_own_name() -> None:
    _, problems = _read(_skill("sql", "aliases: [SQL, Sql, '=SQL']"))

    assert problems == []


def test_a_file_that_says_nowhere_who_says_so_is_a_mistake_of_the_file() -> None:
    _, problems = read([("data.yaml", (HEAD.replace("from: memory\n", "") + "  - {" + _skill("a") + "}\n").encode())])

    assert problems[0].where == "data.yaml:1: from"


def test_an_unreadable_file_does_not_stop_the_others() -> None:
    good = (HEAD + "  - {" + _skill("a") + "}\n").encode()
    taxonomy, problems = read([("bad.yaml", b"field: [\n"), ("empty.yaml", b""), ("data.yaml", good)])

    assert list(taxonomy.skills) == ["a"]
    assert [p.where for p in problems] == ["bad.yaml:1", "empty.yaml"]
