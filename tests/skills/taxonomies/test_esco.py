from __future__ import annotations

from typing import Any as Changed

import pytest

from credlens.model.errors import InputError
from credlens.model.occupation import Occupation
from credlens.model.skill import ESCO_SKILL, Alias, Reuse, Skill, SkillKind
from credlens.model.taxonomy import SkillGroup
from credlens.skills.taxonomies import RELEASES
from credlens.skills.taxonomies.esco import FORMAT, read, wanted

LAMPS, KELP, ROPES, ZQL, CLOCKS, FLAGS = (f"aaaaaaaa-0000-4000-8000-00000000000{n}" for n in range(1, 7))
DOING, COASTS, LIGHTS = (f"bbbbbbbb-0000-4000-8000-00000000000{n}" for n in range(1, 4))
KEEPER, FARMER = (f"cccccccc-0000-4000-8000-00000000000{n}" for n in range(1, 3))


def _edited(release: Changed, name: str, old: str, new: str) -> Changed:
    """The release with words of one file replaced."""
    (file,) = [f for f in release().files if f.name == name]
    assert old.encode() in file.data
    return release({name: file.data.replace(old.encode(), new.encode())})


def test_the_table_leads_here() -> None:
    assert RELEASES["esco"] is FORMAT


def test_every_field_of_a_concept_comes_back(esco: Changed) -> None:
    taxonomy, problems = read(esco())
    assert problems == []
    assert list(taxonomy.skills) == [LAMPS, KELP, ROPES, ZQL, FLAGS]
    assert taxonomy.skills[LAMPS] == Skill(
        id=LAMPS,
        label="tend lighthouse lamps",
        aliases=(
            Alias("tend lighthouse lamps"),
            Alias("look after lighthouse lamps"),
            Alias("keep lighthouse lamps lit"),
        ),
        kind=SkillKind.SKILL,
        reuse=Reuse.OCCUPATION_SPECIFIC,
        field="",
        sources=(taxonomy.source,),
        esco=LAMPS,
        description="Clean, fuel and light the lamps\nof a lighthouse.",
    )
    assert taxonomy.skills[LAMPS].uri == ESCO_SKILL + LAMPS
    assert [a.text for a in taxonomy.skills[ZQL].aliases] == ["Zebra Query Language", "ZQL", "zebraql"]


def test_what_a_release_does_not_say_is_unknown(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert (taxonomy.skills[FLAGS].kind, taxonomy.skills[FLAGS].reuse) == (None, None)
    assert "Skills whose reuse level is not stated: 1." in taxonomy.notes


def test_collections_are_kept_and_fill_in_a_reuse_level_without_overruling_one(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert taxonomy.collections == {"digital": (ZQL,), "green": (KELP,)}
    assert taxonomy.skills[KELP].reuse is Reuse.SECTOR_SPECIFIC  # said by the collection alone
    assert taxonomy.skills[ZQL].reuse is Reuse.CROSS_SECTOR  # the collection says another


def test_collections_that_disagree_leave_a_reuse_level_unknown(esco: Changed) -> None:
    (green,) = [f for f in esco().files if f.name == "greenSkillsCollection_en.csv"]
    other = green.data.replace(b"sector-specific", b"transversal")
    taxonomy, _ = read(esco({"researchSkillsCollection_en.csv": other}))
    assert taxonomy.skills[KELP].reuse is None


def test_groups_and_hierarchy_have_several_levels(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert taxonomy.groups[COASTS] == SkillGroup(
        COASTS, "keeping coasts", "S1", "Whatever keeps ships off rocks.", ("coast keeping", "care of shores")
    )
    assert taxonomy.groups[LIGHTS] == SkillGroup(LIGHTS, "keeping lights", "S1.1")  # only in the file of the hierarchy
    assert taxonomy.groups["isced-f/0831"].label == "fisheries"
    assert taxonomy.broader == {
        COASTS: (DOING,),
        LIGHTS: (COASTS,),
        LAMPS: (LIGHTS,),
        KELP: ("isced-f/0831",),
        ROPES: (KELP, COASTS),
    }
    assert taxonomy.skills[ROPES].broader == (KELP,)  # a skill; the group above it is none


def test_relations_between_skills(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert (taxonomy.essential, taxonomy.optional) == ({ROPES: (KELP,)}, {LAMPS: (FLAGS,)})


def test_occupations_have_their_skills(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert list(taxonomy.occupations) == [KEEPER, FARMER]
    assert taxonomy.occupations[KEEPER] == Occupation(
        id=KEEPER,
        uri=f"http://data.europa.eu/esco/occupation/{KEEPER}",
        label="lighthouse keeper",
        titles=("keeper of a lighthouse", "lamp keeper"),
        description="Lighthouse keepers keep the light.",
        code="9622.1",
        isco08="9622",
        broader=("http://data.europa.eu/esco/isco/C9622",),
        regulated=True,
        essential=(LAMPS,),
        optional=(FLAGS,),
    )
    assert taxonomy.occupations[FARMER].essential == (KELP, ROPES)
    assert taxonomy.occupations[FARMER].regulated is False
    assert taxonomy.occupation_groups["6221"] == "Growers of things in water"
    assert taxonomy.counts() == {
        "skills": 5,
        "groups": 4,
        "skill_relations": 2,
        "broader_relations": 6,
        "occupations": 2,
        "occupation_skill_relations": 5,
        "crosswalk": 0,
    }


def test_what_is_no_longer_in_use_is_left_out_with_its_relations_and_that_is_said(esco: Changed) -> None:
    taxonomy, problems = read(esco())
    assert CLOCKS not in taxonomy.skills
    assert problems == []
    assert "Skills no longer in use, and left out: 1." in taxonomy.notes


def test_version_and_attribution(esco: Changed) -> None:
    taxonomy, _ = read(esco())
    assert (taxonomy.key, taxonomy.language) == ("esco-9.1.0", "en")
    assert taxonomy.attribution == "This service uses the ESCO classification of the European Commission (ESCO 9.1.0)."


def test_an_unknown_version_is_said_to_be_unknown(esco: Changed) -> None:
    release = type(esco())("csv", ("csv",), esco().files)
    taxonomy, _ = read(release)
    assert taxonomy.version is None
    assert taxonomy.key == "esco-unknown"
    assert any("does not say its version; its newest skill changed on 2031-04-05" in note for note in taxonomy.notes)
    assert read(release, "9.2")[0].key == "esco-9.2"
    with pytest.raises(InputError, match=r"This is version 9\.1\.0"):
        read(esco(), "9.2")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("skills_en.csv", True),
        ("v9/skills_en.rebuilt.csv", True),
        ("occupationSkillRelations_en.rebuilt.csv.gz", True),
        ("skills_pt-BR.csv", True),
        ("skills.csv", True),
        ("researchSkillsCollection_en.csv", True),
        ("researchOccupationsCollection_en.csv", False),
        ("greenShareOcc_en.csv", False),
        ("skills_en.ttl", False),
        ("my skills.csv", False),
    ],
)
def test_files_are_known_by_their_names(name: str, role: bool) -> None:
    assert wanted(name) is role


def test_english_is_read_when_several_languages_are_there(esco: Changed) -> None:
    (file,) = [f for f in esco().files if f.name == "skills_en.csv"]
    german = file.data.replace(b"signal with flags", b"mit Flaggen winken")
    taxonomy, _ = read(esco({"skills_de.csv": german}))
    assert taxonomy.skills[FLAGS].label == "signal with flags"
    assert "Also there, and not read: labels in de." in taxonomy.notes
    only, _ = read(esco({"skills_de.csv": german, "skills_en.csv": None}))
    assert (only.language, only.skills[FLAGS].label) == ("de", "mit Flaggen winken")


def test_files_that_are_not_there_are_named_and_the_skills_are_read_all_the_same(esco: Changed) -> None:
    (file,) = [f for f in esco().files if f.name == "skills_en.csv"]
    taxonomy, problems = read(esco(dict.fromkeys([f.name for f in esco().files]) | {file.name: file.data}))
    assert problems == []
    assert (len(taxonomy.skills), taxonomy.groups, taxonomy.occupations) == (5, {}, {})
    assert taxonomy.notes[0] == (
        "Not in the release, so not known: groups of skills, what each skill belongs under, relations between skills, occupations, "
        "ISCO groups."
    )


def test_without_the_groups_the_relations_to_them_are_passed_over(esco: Changed) -> None:
    taxonomy, problems = read(esco({"skillGroups_en.csv": None, "skillsHierarchy_en.csv": None}))
    assert problems == []
    assert taxonomy.broader == {ROPES: (KELP,)}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("skills_en.csv", f"{ESCO_SKILL}{FLAGS}", "flags", "'flags' is no address of an ESCO skill"),
        ("skills_en.csv", f"{ESCO_SKILL}{FLAGS}", f"{ESCO_SKILL}{LAMPS}", "is there twice"),
        ("skills_en.csv", "skill/competence,sector-specific", "craft,sector-specific", "skillType is 'craft'"),
        ("skills_en.csv", "sector-specific", "everywhere", "reuseLevel is 'everywhere'"),
        ("skillSkillRelations_en.csv", "essential", "vital", "relationType is 'vital'"),
        ("skillSkillRelations_en.csv", FLAGS, FLAGS.replace("6", "9"), "There is no skill"),
        ("broaderRelationsSkillPillar_en.csv", f"{ESCO_SKILL}{KELP}", f"{ESCO_SKILL}{KELP[:-1]}9", "There is no skill"),
        ("occupations_en.csv", "kelp farmer", "", "is no occupation with a preferredLabel"),
        ("occupations_en.csv", f"{FARMER}", f"{KEEPER}", "is there twice"),
        ("occupationSkillRelations_en.csv", "optional", "nice", "relationType is 'nice'"),
        ("occupationSkillRelations_en.csv", f"{KEEPER},lighthouse keeper,optional", f"{KEEPER[:-1]}9,x,optional", "There is no occupation"),
    ],
)  # fmt: skip
def test_a_bad_row_is_left_out_and_named_and_the_others_are_read(
    esco: Changed, name: str, old: str, new: str, said: str
) -> None:
    changed = _edited(esco, name, old, new)
    taxonomy, problems = read(changed)
    assert problems
    assert said in problems[0].message
    assert problems[0].where.startswith(f"{name}:")
    assert problems[0].what_to_do
    assert len(taxonomy.skills) >= 4


def test_relations_to_a_skill_that_was_left_out_are_not_told_of_again(esco: Changed) -> None:
    _, problems = read(_edited(esco, "skills_en.csv", "skill/competence,sector-specific", "craft,sector-specific"))
    assert len(problems) == 1


def test_a_skill_without_a_label_stays_a_concept_under_another_name_or_its_address(esco: Changed) -> None:
    taxonomy, problems = read(_edited(esco, "skills_en.csv", "signal with flags", ""))
    unnamed = taxonomy.skills[FLAGS]
    assert problems == []
    assert unnamed.label == (unnamed.aliases[0].text if unnamed.aliases else f"{ESCO_SKILL}{FLAGS}")
    assert any("without a preferred label" in note and note.endswith(": 1.") for note in taxonomy.notes)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("skills_en.csv", "conceptUri"),
        ("skills_en.csv", "preferredLabel"),
        ("skills_en.csv", "reuseLevel"),
        ("skillGroups_en.csv", "preferredLabel"),
        ("skillsHierarchy_en.csv", "Level 0 URI"),
        ("broaderRelationsSkillPillar_en.csv", "broaderUri"),
        ("skillSkillRelations_en.csv", "relationType"),
        ("occupations_en.csv", "iscoGroup"),
        ("occupationSkillRelations_en.csv", "skillUri"),
        ("ISCOGroups_en.csv", "code"),
        ("broaderRelationsOccPillar_en.csv", "broaderUri"),
        ("greenSkillsCollection_en.csv", "conceptUri"),
    ],
)
def test_a_missing_column_is_refused_with_file_and_column(esco: Changed, name: str, column: str) -> None:
    with pytest.raises(InputError) as caught:
        read(_edited(esco, name, f"{column}", f"no{column}"))
    assert caught.value.where == name
    assert repr(column) in caught.value.message
    assert caught.value.what_to_do


def test_columns_whose_contents_were_swapped_are_refused(esco: Changed) -> None:
    changed = _edited(
        esco, "occupationSkillRelations_en.csv", "occupationUri,occupationLabel", "occupationLabel,occupationUri"
    )
    with pytest.raises(InputError, match="6 of 6 rows of occupationSkillRelations_en"):
        read(changed)


def test_two_files_of_skills_are_refused(esco: Changed) -> None:
    (file,) = [f for f in esco().files if f.name == "skills_en.csv"]
    with pytest.raises(InputError, match="Several files hold skills"):
        read(esco({"skills_en.copy.csv": file.data}))


def test_progress_is_told_up_to_the_end(esco: Changed) -> None:
    heard: list[tuple[int, int]] = []
    read(esco(), None, lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard, key=lambda h: h[0])
    assert heard[-1][0] == heard[-1][1] > 0
