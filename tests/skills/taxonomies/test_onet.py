from __future__ import annotations

from typing import Any as Changed

import pytest

from credlens.model.errors import InputError
from credlens.model.occupation import EducationShare, ElementRating, Occupation, Task, TechnologyUse
from credlens.model.skill import Alias, Skill, SkillKind
from credlens.model.taxonomy import SkillGroup
from credlens.skills.taxonomies import RELEASES
from credlens.skills.taxonomies.onet import FORMAT, read, technology_id, wanted

ZQL, LAMPMASTER = "onet:Zebra%20Query%20Language", "onet:Lampmaster%20C%23"
KEEPERS, FARMERS = "91-1011.00", "91-1012.00"


def _edited(release: Changed, name: str, old: str, new: str) -> Changed:
    """The release with words of one file replaced; a bar stands for a tabulator."""
    (file,) = [f for f in release().files if f.name == name]
    old, new = old.replace(" | ", "\t"), new.replace(" | ", "\t")
    assert old.encode() in file.data
    return release({name: file.data.replace(old.encode(), new.encode())})


def test_the_table_leads_here() -> None:
    assert RELEASES["onet"] is FORMAT


def test_technologies_are_tools_filed_under_their_commodities(onet: Changed) -> None:
    taxonomy, problems = read(onet())
    assert problems == []
    assert taxonomy.skills[LAMPMASTER] == Skill(
        id=LAMPMASTER,
        label="Lampmaster C#",
        aliases=(Alias("Lampmaster C#"),),
        kind=SkillKind.TOOL,
        reuse=None,
        field="",
        sources=(taxonomy.source,),
        onet="91000001",
        address="urn:credlens:onet:technology:Lampmaster%20C%23",
    )
    assert taxonomy.groups["91000002"] == SkillGroup("91000002", "Query software", "91000002")
    assert taxonomy.broader == {LAMPMASTER: ("91000001",), ZQL: ("91000002", "91000001")}


def test_names_that_differ_in_a_sign_only_are_different_technologies() -> None:
    assert len({technology_id(name) for name in ("C", "C++", "C#", "c")}) == 4


def test_rated_elements_are_skills_and_knowledge(onet: Changed) -> None:
    taxonomy, _ = read(onet())
    lamps, tides = taxonomy.skills["2.B.9.z"], taxonomy.skills["2.C.9.z"]
    assert (lamps.label, lamps.kind, lamps.onet, lamps.description) == (
        "Lamp Lighting",
        SkillKind.SKILL,
        "2.B.9.z",
        "Making lamps burn.",
    )
    assert lamps.uri == "https://www.onetonline.org/find/descriptor/result/2.B.9.z"
    assert (tides.kind, tides.description) == (SkillKind.KNOWLEDGE, "")


def test_every_field_of_an_occupation_comes_back(onet: Changed) -> None:
    taxonomy, _ = read(onet())
    assert taxonomy.occupations[KEEPERS] == Occupation(
        id=KEEPERS,
        uri="https://www.onetonline.org/link/summary/91-1011.00",
        label="Lighthouse Keepers",
        titles=("Wickie", "Keeper of the Light"),
        description='Keep the light, and say "good night" to ships.',
        code=KEEPERS,
        onet_soc=KEEPERS,
        technologies=(
            TechnologyUse(LAMPMASTER, hot=False, in_demand=True),
            TechnologyUse(ZQL, hot=True, in_demand=False),
        ),
        elements=(
            ElementRating("2.B.9.z", "IM", 4.12, 8, (3.88, 4.37), "2031-08", False, True, "Analyst"),
            ElementRating("2.B.9.z", "LV", 5.0, 8, None, "2031-08", True, False, "Analyst"),
        ),
        tasks=(
            Task("1", "Light the lamp at dusk.", True, 95, "2031-08"),
            Task("2", "Paint the tower.", False, 40, "2031-08"),
        ),
        education=(
            EducationShare("High School Diploma", 75.0, 28, "2031-08", False),
            EducationShare("Bachelor's Degree", 25.0, 28, "2031-08", True),
        ),
        job_zone=2,
    )
    farmers = taxonomy.occupations[FARMERS]
    assert farmers.tasks == (Task("3", "Count the buoys.", None, None, "2030-03"),)
    assert farmers.job_zone is None
    assert [t.skill for t in farmers.technologies] == [ZQL]  # filed under two commodities, used once
    assert taxonomy.counts()["occupation_skill_relations"] == 5  # two scales of one element are one relation


def test_version_and_credit(onet: Changed) -> None:
    taxonomy, _ = read(onet())
    assert taxonomy.key == "onet-91.2"
    assert "O*NET 91.2 Database" in taxonomy.attribution
    for words in ("USDOL/ETA", "CC BY 4.0", "trademark", "modified", "not approved"):
        assert words in taxonomy.attribution
    with pytest.raises(InputError, match=r"This is version 91\.2"):
        read(onet(), "29.2")


def test_the_file_inside_says_the_version_whatever_the_folder_is_called(onet: Changed) -> None:
    there = onet()
    assert read(type(there)("x", ("onet-1.0",), there.files))[0].version == "91.2"
    unsaid = onet({"Read Me.txt": None})
    assert read(type(unsaid)("x", ("x",), unsaid.files))[0].version is None
    assert read(unsaid)[0].version == "91.2"


def test_workbooks_are_named_as_not_read(onet: Changed) -> None:
    some = onet({"Skills.txt": None, "Knowledge.txt": None})
    taxonomy, _ = read(type(some)(some.name, some.labels, some.files, ("Skills.xlsx", "notes.pdf")))
    assert taxonomy.notes == (
        "Not in the release, so not known: rated skills, rated knowledge.",
        "Workbooks are not read: Skills.xlsx. Take the text release, which has the same as text.",
    )
    assert set(taxonomy.skills) == {ZQL, LAMPMASTER}


def test_without_technologies_the_elements_are_enough(onet: Changed) -> None:
    taxonomy, problems = read(onet({"Technology Skills.txt": None}))
    assert problems == []
    assert set(taxonomy.skills) == {"2.B.9.z", "2.C.9.z"}


@pytest.mark.parametrize("gone", [["Occupation Data.txt"], ["Technology Skills.txt", "Skills.txt", "Knowledge.txt"]])
def test_without_occupations_or_any_skills_it_is_no_release(onet: Changed, gone: list[str]) -> None:
    with pytest.raises(InputError, match=r"This is no O\*NET text release"):
        read(onet(dict.fromkeys(gone)))


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Technology Skills.txt", True),
        ("db_91_2_text/Technology Skills.txt", True),
        ("technology_skills.txt", True),
        ("Skills.xlsx", False),
        ("Abilities.txt", False),
        ("Skills to Work Activities.txt", False),
    ],
)
def test_files_are_known_by_their_names(name: str, known: bool) -> None:
    assert wanted(name) is known


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("Occupation Data.txt", "91-1012.00", "91-1011.00", "is there twice"),
        ("Technology Skills.txt", "91-1011.00 | Zebra", "99-9999.00 | Zebra", "There is no occupation '99-9999.00'"),
        ("Technology Skills.txt", "Lampmaster C#", "", "The example or the commodity is empty"),
        ("Skills.txt", "5.00 | 8", "many | 8", "The data value is 'many'"),
        ("Skills.txt", "2.B.9.z | Lamp Lighting | LV", "zz | Lamp Lighting | LV", "'zz' is no element with a name"),
        ("Task Statements.txt", "91-1012.00", "99-9999.00", "There is no occupation"),
        ("Education, Training, and Experience.txt", "25.00", "125", "The share is '125'"),
    ],
)
def test_a_bad_row_is_left_out_and_named_and_the_others_are_read(
    onet: Changed, name: str, old: str, new: str, said: str
) -> None:
    taxonomy, problems = read(_edited(onet, name, old, new))
    assert said in problems[0].message
    assert problems[0].where.startswith(f"{name}:")
    assert problems[0].what_to_do
    assert taxonomy.skills


def test_a_job_zone_out_of_range_is_a_problem(onet: Changed) -> None:
    two = b"O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n91-1011.00\t9\t\t\n91-1012.00\t3\t\t\n"
    taxonomy, problems = read(onet({"Job Zones.txt": two}))
    assert [p.where for p in problems] == ["Job Zones.txt:2"]
    assert [o.job_zone for o in taxonomy.occupations.values()] == [None, 3]


def test_rows_about_an_occupation_that_was_left_out_are_not_told_of_again(onet: Changed) -> None:
    taxonomy, problems = read(_edited(onet, "Occupation Data.txt", "Kelp Farmers", ""))
    assert [(p.where, p.message) for p in problems] == [
        ("Occupation Data.txt:3", "'91-1012.00' is no O*NET-SOC code with a title.")
    ]
    assert list(taxonomy.occupations) == [KEEPERS]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Occupation Data.txt", "O*NET-SOC Code"),
        ("Technology Skills.txt", "Commodity Code"),
        ("Skills.txt", "Data Value"),
        ("Knowledge.txt", "Element ID"),
        ("Alternate Titles.txt", "Alternate Title"),
        ("Task Statements.txt", "Task Type"),
        ("Job Zones.txt", "Job Zone"),
        ("Education, Training, and Experience.txt", "Scale ID"),
    ],
)
def test_a_missing_column_is_refused_with_file_and_column(onet: Changed, name: str, column: str) -> None:
    with pytest.raises(InputError) as caught:
        read(_edited(onet, name, column, "Another"))
    assert caught.value.where == name
    assert repr(column) in caught.value.message


def test_progress_is_told_up_to_the_end(onet: Changed) -> None:
    heard: list[tuple[int, int]] = []
    read(onet(), None, lambda done, total: heard.append((done, total)))
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1][0] == heard[-1][1] == heard[0][1]
