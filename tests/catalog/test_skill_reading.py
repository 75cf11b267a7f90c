from __future__ import annotations

from datetime import date

from credlens.catalog.offer import Offer
from credlens.catalog.skill_reading import SkillReading
from credlens.model.credential import Credential, Depth
from credlens.model.fact import Fact, Method, Source
from credlens.model.offer import StatedSkill
from credlens.model.skill import Alias, Skill, Taxonomy
from credlens.skills.reader import Reader

FILE = Source(Method.IMPORTED, "https://example.org/catalog", date(2026, 11, 1), "record 3")
UUID = "598de5b0-5b58-4ea7-8058-a4bc4d18c742"


def skill(key: str, label: str, *aliases: str, esco: str | None = None) -> Skill:
    return Skill(key, label, (Alias(label), *map(Alias, aliases)), None, None, "data", (), esco=esco)


TAXONOMY = Taxonomy(
    "small",
    "1",
    "",
    {
        s.id: s
        for s in (
            skill("sql", "SQL", "structured query language", esco=UUID),
            skill("etl", "ETL", "extract, transform, load"),
            skill("security", "Security"),
            skill("data-visualization", "Data visualisation"),
        )
    },
)
READING = SkillReading(TAXONOMY, Reader(TAXONOMY))


def offer(title: str, *stated: StatedSkill, text: str = "") -> Offer:
    return Offer("k", Credential("k", title, stated=stated, description=Fact(text or "-", (FILE,))), text)


def found(of: Offer) -> dict[str, tuple[Depth, float]]:
    return {t.skill: (t.depth, t.probability) for t in READING.taught(of)}


def test_an_address_or_code_says_which_skill_it_is_whatever_the_name() -> None:
    address = f"http://data.europa.eu/esco/skill/{UUID}"
    assert found(offer("Course", StatedSkill("Abfragen", (FILE,), uri=address))) == {"sql": (Depth.PART, 1.0)}


def test_a_stated_name_is_a_label_an_alias_or_nothing() -> None:
    assert found(offer("Course", StatedSkill("Extract, Transform, Load", (FILE,)))) == {"etl": (Depth.PART, 1.0)}
    assert found(offer("Course", StatedSkill("Network Security", (FILE,)))) == {}


def test_what_the_title_names_is_a_main_subject() -> None:
    assert found(offer("SQL for beginners", StatedSkill("SQL", (FILE,)))) == {"sql": (Depth.CORE, 1.0)}


def test_what_only_the_description_names_is_touched_with_its_probability_and_source() -> None:
    taught = READING.taught(offer("Course", text="You will practise data visualisation of small tables."))
    assert [(t.skill, t.depth) for t in taught] == [("data-visualization", Depth.TOUCHED)]
    assert 0.5 <= taught[0].probability < 1.0
    assert taught[0].sources[0].method is Method.PARSED
    assert taught[0].sources[0].address == FILE.address


def test_nothing_is_made_up_for_an_empty_record() -> None:
    assert found(offer("Course")) == {}
