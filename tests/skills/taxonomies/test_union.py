from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from credlens.model.fact import Method, Source
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.model.taxonomy import ImportedTaxonomy
from credlens.skills.taxonomies.union import Union, unite
from credlens.skills.text import comparable

SOURCE = Source(Method.READ, "https://example.org")


def _own(key: str, *names: str, esco: str | None = None, onet: str | None = None, exact: bool = False) -> Skill:
    aliases = tuple(Alias(n, exact) for n in names)
    return Skill(key, names[0], aliases, SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", (), esco=esco, onet=onet)


def _starter(*skills: Skill) -> Taxonomy:
    return Taxonomy("starter", "1", "ours", {s.id: s for s in skills}, {"data": "Data"})


def _published(
    key: str, *names: str, text: str = "", broader: tuple[str, ...] = (), kind: str = "esco", onet: str = ""
) -> Skill:
    esco = key if kind == "esco" else None
    address = None if kind == "esco" else f"https://example.org/{key}"
    aliases = tuple(map(Alias, names))
    return Skill(
        key, names[0], aliases, None, None, "", (SOURCE,), None, broader, esco, onet or None, False, text, address
    )


def _taxonomy(
    kind: str, *skills: Skill, version: str | None = "9", **more: Mapping[str, tuple[str, ...]]
) -> ImportedTaxonomy:
    return ImportedTaxonomy(kind, kind, version, f"by {kind}.", SOURCE, "en", {s.id: s for s in skills}, **more)


def _names(union: Union) -> dict[str, list[str]]:
    return {s.id: [a.text for a in s.aliases] for s in union.taxonomy}


def test_without_imports_the_starter_is_handed_back_as_it_is() -> None:
    starter = _starter(_own("sql", "SQL"))
    assert unite(starter, []) == Union(starter, (), {})
    assert unite(starter, []).taxonomy is starter


def test_a_starter_skill_takes_over_names_and_words_of_its_concept_and_keeps_its_id() -> None:
    union = unite(
        _starter(_own("sql", "SQL", esco="u1")),
        [_taxonomy("esco", _published("u1", "sql", "SEQUEL", text="A language."), _published("u2", "kelp farming"))],
    )
    assert _names(union) == {"sql": ["SQL", "SEQUEL"], "u2": ["kelp farming"]}
    sql, kelp = union.taxonomy["sql"], union.taxonomy["u2"]
    assert (sql.label, sql.description, sql.kind, sql.field) == ("SQL", "A language.", SkillKind.TOOL, "data")
    assert kelp.uri == "http://data.europa.eu/esco/skill/u2"
    assert union.ids == {"esco": {"u1": "sql", "u2": "u2"}}


def test_a_name_of_two_skills_is_the_starters_then_the_label_s_then_the_first_import_s() -> None:
    union = unite(
        _starter(_own("excel", "Excel", "spreadsheets")),
        [
            _taxonomy("esco", _published("u1", "tabulate", "Spreadsheets", "pivoting"), _published("u2", "pivoting")),
            _taxonomy("rsd", _published("r1", "Charting", "tabulating", kind="rsd"), _published("r2", "Drawing", "tabulating", kind="rsd")),
        ],
    )  # fmt: skip
    assert _names(union) == {
        "excel": ["Excel", "spreadsheets"],
        "u1": ["tabulate"],
        "u2": ["pivoting"],
        "r1": ["Charting", "tabulating"],
        "r2": ["Drawing"],
    }
    assert "Names that were those of several skills, and stayed with one: 3." in union.notes


def test_a_name_that_the_starter_wants_in_exactly_one_case_is_not_added_in_any_case() -> None:
    union = unite(
        _starter(_own("go", "Go", esco="u1", exact=True)), [_taxonomy("esco", _published("u1", "go", "golang"))]
    )
    assert union.taxonomy["go"].aliases == (Alias("Go", exact=True), Alias("golang"))


def test_broader_skills_are_found_under_their_new_names() -> None:
    union = unite(
        _starter(_own("kelp", "Kelp", esco="u1")),
        [_taxonomy("esco", _published("u1", "kelp farming"), _published("u2", "ropes", broader=("u1",)))],
    )
    assert union.taxonomy["u2"].broader == ("kelp",)


def test_a_technology_is_the_starter_skill_with_its_commodity_and_a_name_of_its() -> None:
    starter = _starter(_own("sql", "SQL", "Zebra SQL", onet="43"), _own("other", "Kelp base", "KB", onet="44"))
    onet = _taxonomy(
        "onet",
        _published("onet:Z", "zebra sql", kind="onet", onet="42"),
        _published("onet:K", "KB", kind="onet", onet="43"),
        broader={"onet:Z": ("42", "43"), "onet:K": ("43",)},
    )
    union = unite(starter, [onet])
    assert union.ids["onet"] == {"onet:Z": "sql", "onet:K": "onet:K"}  # KB has the name but not the commodity
    assert _names(union)["onet:K"] == []


def test_an_element_is_the_starter_skill_that_names_its_id() -> None:
    starter = _starter(_own("listening", "Listening", onet="2.A.1.b"))
    union = unite(starter, [_taxonomy("onet", _published("2.A.1.b", "Active Listening", kind="onet", onet="2.A.1.b"))])
    assert _names(union) == {"listening": ["Listening", "Active Listening"]}


def test_what_has_the_same_label_is_merged_and_that_is_said() -> None:
    esco = _taxonomy("esco", _published("u1", "kelp farming", text="ESCO's words."))
    rsd = _taxonomy(
        "rsd",
        _published("r1", "Kelp Farming", "kelping", text="Its words.", kind="rsd"),
        _published("r2", "Kelp Farming", kind="rsd"),
        version=None,
    )
    union = unite(_starter(), [esco, rsd])
    assert union.ids["rsd"] == {"r1": "u1", "r2": "r2"}  # a label is that of one skill of a taxonomy
    assert _names(union) == {"u1": ["kelp farming", "Kelp Farming", "kelping"], "r2": []}
    assert union.taxonomy["u1"].description == "ESCO's words."
    assert union.notes[0] == "Skills of rsd taken for known ones with the same label: 1 (Kelp Farming)."


def test_an_esco_concept_is_never_merged_by_its_label() -> None:
    union = unite(_starter(_own("kelp", "Kelp")), [_taxonomy("esco", _published("u1", "kelp"))])
    assert union.ids["esco"] == {"u1": "u1"}


def test_a_descriptor_is_the_skill_that_it_alone_is_aligned_with() -> None:
    esco = _taxonomy("esco", _published("u1", "lamps"), _published("u2", "kelp farming"))
    lamp, count, name = (
        _published(k, n, kind="rsd") for k, n in (("r1", "Wicks"), ("r2", "Counting"), ("r3", "Naming"))
    )
    uri = "http://data.europa.eu/esco/skill/"
    aligned = {"r1": (f"{uri}u1", "https://example.org/else"), "r2": (f"{uri}u2",), "r3": (f"{uri}u2",)}
    union = unite(_starter(), [esco, _taxonomy("rsd", lamp, count, name, alignments=aligned)])
    assert union.ids["rsd"] == {"r1": "u1", "r2": "r2", "r3": "r3"}
    assert union.taxonomy["r2"].broader == union.taxonomy["r3"].broader == ("u2",)


def test_one_address_in_two_libraries_is_one_skill() -> None:
    one = _taxonomy("rsd", _published("r1", "Fog", kind="rsd"))
    other = ImportedTaxonomy(
        "rsd", "rsd-2", None, "x", SOURCE, "en", {"r1": _published("r1", "Fog Reading", kind="rsd")}
    )
    union = unite(_starter(), [one, other])
    assert list(union.taxonomy.skills) == ["r1"]
    assert union.ids["rsd-2"] == {"r1": "r1"}


def test_two_skills_with_one_key_stay_two() -> None:
    union = unite(_starter(_own("kelp", "Kelp")), [_taxonomy("rsd", _published("kelp", "Seaweed", kind="rsd"))])
    assert _names(union) == {"kelp": ["Kelp"], "rsd:kelp": ["Seaweed"]}
    assert union.taxonomy["rsd:kelp"].id == "rsd:kelp"


def test_name_version_and_attribution_are_those_of_all() -> None:
    taxonomy = unite(_starter(), [_taxonomy("esco"), _taxonomy("rsd", version=None)]).taxonomy
    assert (taxonomy.name, taxonomy.version) == ("starter + esco + rsd", "1 + 9 + unknown")
    assert taxonomy.attribution == "ours. by esco. by rsd."
    assert taxonomy.fields == {"data": "Data"}


_WORDS = st.lists(
    st.sampled_from(["kelp", "Kelp", "organise", "organize", "straße", "C++", "c#", "e-mail", "e mail", "éclair"]),
    min_size=1,
    max_size=4,
)


@given(st.lists(_WORDS, max_size=3), st.lists(_WORDS, max_size=4), st.lists(_WORDS, max_size=4))
def test_no_name_belongs_to_two_skills_and_none_is_lost(
    own: list[list[str]], esco: list[list[str]], rsd: list[list[str]]
) -> None:
    starter = _starter(*(_own(f"s{i}", *dict.fromkeys(names)) for i, names in enumerate(own)))
    published = [
        _taxonomy(kind, *(_published(f"{kind}{i}", *dict.fromkeys(n), kind=kind) for i, n in enumerate(names)))
        for kind, names in (("esco", esco), ("rsd", rsd))
    ]
    union = unite(starter, published)
    owners: dict[str, set[str]] = {}
    for skill in union.taxonomy:
        for alias in skill.aliases:
            owners.setdefault(comparable(alias.text), set()).add(skill.id)
    imported = {k for k, o in owners.items() if not o <= set(starter.skills)}
    assert all(len(owners[name]) == 1 for name in imported)
    assert set(owners) == {comparable(n) for names in (*own, *esco, *rsd) for n in names}
    assert [s.id for s in union.taxonomy][: len(own)] == list(starter.skills)
