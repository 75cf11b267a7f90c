import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.occupation import RegulatedOccupation
from credlens.model.posting import Requirement
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy
from credlens.skills.ambiguity import Senses
from credlens.skills.credential_names import named
from credlens.skills.gazetteer import UNJUDGED
from credlens.skills.reader import LANE, Reader


def skill(id_: str, *names: Alias) -> Skill:
    return Skill(id_, names[0].text, names, SkillKind.TOOL, Reuse.CROSS_SECTOR, "test", ())


def occupation(id_: str, *names: str) -> RegulatedOccupation:
    return RegulatedOccupation(
        id_, id_, (), None, None, "US", "US", needs_degree=False, needs_licence=True, degree=None, degree_note="", licence="",
        licence_names=tuple(Alias(n) for n in names), authority="", opens_with="", sources=(),
    )  # fmt: skip


SKILLS = (
    skill("sql", Alias("SQL")),
    skill("tableau", Alias("Tableau")),
    skill("dataviz", Alias("data visualization")),
    skill("excel", Alias("Excel", exact=True)),
)
READER = Reader(
    Taxonomy("test", "1", "invented", {s.id: s for s in SKILLS}),
    [
        named("tds", "Tableau Desktop Specialist", [Alias("Tableau certification")]),
        named("tab", "Tableau Course"),
        named("a", "PL-300", [Alias("PL-300")]),
    ],
    [occupation("nurse", "RN license", "NCLEX"), occupation("lawyer", "bar exam")],
)

AD = """# Analyst

## Requirements
- SQL and data visualisation
- Excel; Bachelor's degree in statistics or equivalent experience
- 3+ years of SQL

## Nice to have
- Tableau certification
- SQL tuning

## Benefits
- Tableau courses, NCLEX fees
"""


def test_an_ad_is_read_whole() -> None:
    reading = READER.read(AD)
    assert [(m.skill, m.requirement) for m in reading.skills] == [
        ("sql", Requirement.REQUIRED),
        ("dataviz", Requirement.REQUIRED),
        ("excel", Requirement.REQUIRED),
        ("tableau", Requirement.PREFERRED),
    ]
    assert [(c.id, c.name, c.required, c.quote) for c in reading.credentials] == [
        ("tds", "Tableau Desktop Specialist", False, "Tableau certification")
    ]
    assert (reading.degree.level, reading.degree.required, reading.degree.experience_substitutes) == (
        "bachelor",
        True,
        True,
    )
    assert [(e.min_years, e.of) for e in reading.experience] == [(3, "SQL")]
    assert reading.licences == ()


def test_every_place_is_kept_and_the_firmest_reading_wins() -> None:
    (sql,) = [m for m in READER.skills(AD) if m.skill == "sql"]
    assert [AD[a:b] for a, b in sql.spans] == ["SQL", "SQL", "SQL"]
    assert sql.requirement is Requirement.REQUIRED


def test_a_mention_says_how_surely_and_who_says_so() -> None:
    found = {m.skill: (m.probability, m.lanes) for m in READER.skills("SQL, data visualization, Excel")}
    assert found == dict.fromkeys(("sql", "dataviz", "excel"), (UNJUDGED, ((LANE, UNJUDGED),)))


def test_a_mention_is_as_sure_as_its_surest_place(senses: Senses) -> None:
    reader = Reader(READER.taxonomy, senses=senses)
    alone, listed = (reader.skills(text)[-1].probability for text in ("Able to use Excel", "SQL, Tableau and Excel"))
    assert alone < listed
    (both,) = [m for m in reader.skills("Able to use Excel.\n\nSQL, Tableau and Excel") if m.skill == "excel"]
    assert (both.probability, len(both.spans)) == (listed, 2)


def test_everyday_words_are_no_skills_when_the_reader_knows_words(senses: Senses) -> None:
    reader = Reader(READER.taxonomy, senses=senses)
    assert [m.skill for m in reader.skills("You excel at SQL")] == ["sql"]
    assert [h.key for h in reader.skill_hits("Excel at SQL")] == ["sql"]


def test_credentials_are_required_preferred_or_neither() -> None:
    found = READER.credentials("PL-300 is required. Tableau Desktop Specialist is a plus.")
    assert [(c.id, c.required) for c in found] == [("a", True), ("tds", False)]
    assert READER.credentials("We know PL-300")[0].required is None


def test_licences_go_by_one_name_and_general_wording_is_seen_too() -> None:
    reading = READER.read(
        "Active RN license required. NCLEX passed. Valid driver\u2019s licence a plus. Admitted to the New York bar."
    )
    assert [(x.name, x.required) for x in reading.licences] == [
        ("RN license", True),
        ("driver's license", False),
        ("bar admission", None),
    ]


def test_software_licences_are_none() -> None:
    assert READER.read("Manage software licenses and license keys. Raise the bar.").licences == ()


def test_hits_for_resumes_do_not_care_how_an_ad_asks() -> None:
    text = "Benefits\nTableau, NCLEX, PL-300"
    assert [h.key for h in READER.skill_hits(text)] == ["tableau"]
    assert [h.key for h in READER.credential_hits(text)] == ["a"]
    assert [h.name for h in READER.licence_hits(text)] == ["RN license"]


@pytest.mark.parametrize(
    "piece",
    ["5 years ", "degree in ", "no ", "(", "- a\n", "required, ", "experience ", "SQL ", "active ", "# Skills\n"],
)
def test_odd_texts_cost_about_their_length(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.perf_counter()
    READER.read(text)
    assert time.perf_counter() - started < 10  # a hundred times what it takes; squared cost takes minutes


@given(st.text())
def test_any_text_is_read_and_spans_lie_inside_it(text: str) -> None:
    reading = READER.read(text + " SQL")
    assert all(0 <= a < b <= len(text) + 4 for m in reading.skills for a, b in m.spans)


def test_the_level_is_the_highest_over_the_places_of_a_skill() -> None:
    text = "Familiarity with SQL.\nAdvanced SQL and Tableau.\nStrong benefits. We like data visualization.\n"
    assert {m.skill: m.level for m in READER.skills(text)} == {
        "sql": SkillLevel.ADVANCED,
        "tableau": SkillLevel.ADVANCED,
        "dataviz": SkillLevel.UNKNOWN,
    }
