from __future__ import annotations

import json
from typing import Any
from typing import Any as OneFile

import pytest

from credlens.model.errors import InputError
from credlens.model.skill import ESCO_SKILL, Alias, Skill
from credlens.model.taxonomy import SkillGroup
from credlens.skills.taxonomies import RELEASES
from credlens.skills.taxonomies.rsd import FORMAT, read, wanted
from credlens.skills.taxonomies.tables import File, Release

CARE, COUNTING, NAMING, FLAGS, FOG = (f"dddddddd-0000-4000-8000-00000000000{n}" for n in range(1, 6))
LAMPS = f"{ESCO_SKILL}aaaaaaaa-0000-4000-8000-000000000001"


def _release(data: str | list[Any], name: str = "own skills.csv") -> Release:
    text = data if isinstance(data, str) else json.dumps(data)
    return Release(name, (name,), (File(name, text.encode("utf-8", "surrogatepass")),))


def test_the_table_leads_here() -> None:
    assert RELEASES["rsd"] is FORMAT


def test_an_export_of_the_open_skills_management_tool(rsd: OneFile) -> None:
    taxonomy, problems = read(rsd("osmt-export.csv"))
    assert problems == []
    assert list(taxonomy.skills) == [CARE, COUNTING, NAMING]
    assert taxonomy.skills[CARE] == Skill(
        id=CARE,
        label="Lamp Care",
        aliases=(Alias("Lamp Care"),),  # keywords are topics, not names
        kind=None,
        reuse=None,
        field="",
        sources=(taxonomy.source,),
        description="Care for lamps so that they burn all night.",
        address=f"https://skills.example.org/api/skills/{CARE}",
    )
    assert taxonomy.skills[CARE].uri == f"https://skills.example.org/api/skills/{CARE}"
    assert taxonomy.keywords == {CARE: ("lamps", "wicks"), COUNTING: ("kelp",)}
    assert taxonomy.alignments[CARE] == (LAMPS,)
    assert taxonomy.alignments[COUNTING][1:] == ("https://example.org/x",)
    assert taxonomy.occupation_codes == {CARE: ("91-1011.00", "91-1011")}
    assert taxonomy.groups["category:lights"] == SkillGroup("category:lights", "Lights")
    assert taxonomy.broader[CARE] == ("category:lights", "category:towers")
    assert (taxonomy.name, taxonomy.version) == ("rsd-osmt-export", None)
    assert taxonomy.attribution == (
        "Rich Skill Descriptors by Harbour College, Bay School, published at skills.example.org. "
        "Their publisher says under which licence."
    )


def test_a_file_for_import_has_no_addresses_and_gets_stable_keys(rsd: OneFile) -> None:
    taxonomy, problems = read(rsd("osmt-import.csv"))
    (skill,) = taxonomy.skills.values()
    assert problems == []
    assert skill.id.startswith("rsd:")
    assert skill.uri == f"urn:credlens:skill:{skill.id}"
    assert list(read(rsd("osmt-import.csv"))[0].skills) == [skill.id]
    assert taxonomy.collections == {"Harbour Skills": (skill.id,)}
    assert taxonomy.alignments[skill.id][0].startswith(ESCO_SKILL)
    assert taxonomy.notes == ("Descriptors without a public address, named by a key of their own: 1.",)
    assert "whose authors are not named" in taxonomy.attribution


def test_the_answer_of_the_api(rsd: OneFile) -> None:
    taxonomy, problems = read(rsd("osmt-api.json"))
    assert problems == []
    assert list(taxonomy.skills) == [FLAGS, FOG]
    assert taxonomy.skills[FLAGS].uri == f"urn:uuid:{FLAGS}"  # an address on somebody's own machine leads nowhere
    assert taxonomy.skills[FOG].uri == f"https://skills.example.org/api/skills/{FOG}"
    assert taxonomy.occupation_codes == {FLAGS: ("91-1011",)}
    assert taxonomy.keywords == {FLAGS: ("flags", "semaphore"), FOG: ("fog",)}
    assert taxonomy.collections == {"Weather": (FOG,)}
    assert taxonomy.alignments == {FOG: (LAMPS,)}
    assert taxonomy.notes == (
        "Archived descriptors, left out: 1.",
        "Drafts among the descriptors: 1.",
        "Descriptors without a public address, named by a key of their own: 1.",
    )


def test_a_list_derived_from_descriptors() -> None:
    head = "skill_id,skill_name,aliases,description,taxonomy,original_id\n"
    row = f"S1,Tide Tables,tides,Read a table of tides.,X,https://skills.example.org/api/skills/{CARE}\n"
    taxonomy, problems = read(_release(head + row))
    assert problems == []
    assert (taxonomy.skills[CARE].label, taxonomy.keywords[CARE]) == ("Tide Tables", ("tides",))


@pytest.mark.parametrize("wrapped", [lambda d: d[0], lambda d: {"skills": d}, lambda d: {"content": d}])
def test_one_descriptor_or_a_collection_of_them(wrapped: Any) -> None:
    one = [{"id": "", "skillName": "Fog Reading", "skillStatement": "Tell how thick fog is."}]
    taxonomy, _ = read(_release(json.dumps(wrapped(one)), "x.json"))
    assert [s.label for s in taxonomy.skills.values()] == ["Fog Reading"]


def test_a_bad_record_is_left_out_and_named_and_the_others_are_read() -> None:
    good = {"skillName": "Fog Reading", "skillStatement": "Tell how thick fog is."}
    taxonomy, problems = read(
        _release([good, {"skillName": "", "skillStatement": "x"}, {"skillName": "Nothing"}, "x", good], "x.json")
    )
    assert len(taxonomy.skills) == 1
    assert [(p.where, p.message) for p in problems] == [
        ("x.json: item 2", "The descriptor has no name."),
        ("x.json: item 3", "The descriptor has no statement."),
        ("x.json: item 4", "This is no object."),
        ("x.json: item 5", "The descriptor 'Fog Reading' is there twice."),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"skillName": "cut', "This is not JSON"),
        ("{}", "no object with a skillName"),
        ("[1, 2]", "no object with a skillName"),
        ("[" * 100_000, "nested too deeply"),
        (f'[{{"skillName": {"9" * 5000}}}]', "number too long"),
        ('[{"skillName": ""}]', "no Rich Skill Descriptor in it"),
    ],
)
def test_json_that_holds_no_descriptor_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(_release(text, "x.json"))
    assert said in " ".join(p.message for p in caught.value.problems)
    assert all(p.what_to_do for p in caught.value.problems)


def test_json_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(InputError, match="not UTF-8"):
        read(Release("x.json", (), (File("x.json", b'[{"skillName": "caf\xe9"}]'),)))


@pytest.mark.parametrize(
    "url", ["http://[x", "ftp://example.org/a", "not an address", "http://127.0.0.1/a", "http:///a"]
)
def test_an_address_that_leads_nowhere_is_no_address(url: str) -> None:
    record = {"id": url, "skillName": "Fog Reading", "skillStatement": "Tell how thick fog is."}
    (skill,) = read(_release([record], "x.json"))[0].skills.values()
    assert skill.address is None
    assert skill.uri.startswith("urn:credlens:skill:rsd:")


def test_tables_may_be_cut_by_semicolons_or_tabs() -> None:
    for cut in ";\t":
        taxonomy, _ = read(_release(f"Skill Name{cut}Skill Statement\nFog reading{cut}Tell how thick fog is.\n"))
        assert [s.label for s in taxonomy.skills.values()] == ["Fog reading"]


def test_half_characters_of_json_do_no_harm() -> None:
    taxonomy, _ = read(_release('[{"skillName": "Fog \\ud800", "skillStatement": "x"}]', "x.json"))
    assert [s.label for s in taxonomy.skills.values()] == ["Fog ?"]


def test_a_table_without_names_is_refused_with_its_columns() -> None:
    with pytest.raises(InputError) as caught:
        read(_release("Salary,Skill Statement\n1,2\n"))
    assert caught.value.where == "own skills.csv"
    assert "'RSD Name' or 'Skill Name'" in caught.value.message
    assert "salary, skill statement" in caught.value.message


def test_a_library_is_called_after_its_file() -> None:
    text = "Skill Name,Skill Statement\nFog Reading,Tell how thick fog is.\n"
    assert read(_release(text, "Own skills (2).csv"))[0].key == "rsd-own-skills-2-unknown"
    assert read(_release(text, "技能.csv"), "3")[0].key == "rsd-skills-3"


def test_files_are_known_by_their_endings() -> None:
    assert [wanted(n) for n in ("a.csv", "b/c.json", "d.CSV.gz", "e.xlsx")] == [True, True, True, False]
