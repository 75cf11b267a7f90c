"""Cards of what was read, and what becomes of the person's verdicts on them."""

from collections.abc import Iterable
from datetime import date

import pytest

from credlens.model.card import Card, CardKind, Correction, Verdict
from credlens.model.credential import Depth
from credlens.model.errors import UserError
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Person
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy
from credlens.profile.build import finish
from credlens.profile.cards import cards, least_sure
from credlens.profile.corrections import apply_corrections, check_value
from credlens.profile.found import Findings
from credlens.profile.gather import gather
from credlens.profile.merge import merge
from credlens.profile.resumes import RESUME_FORMATS
from credlens.skills.credential_names import named
from credlens.skills.reader import Reader

TODAY = date(2026, 11, 22)


def skill(id_: str, label: str, *broader: str) -> Skill:
    return Skill(id_, label, (Alias(label),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "test", (), broader=broader)


SKILLS = (
    skill("sql", "SQL", "databases"),
    skill("databases", "databases"),
    skill("excel", "Excel"),
    skill("r", "Rust"),
)
READER = Reader(
    Taxonomy("test", "1", "invented", {s.id: s for s in SKILLS}),
    [named("pl", "PL-300"), named("tds", "Tableau Specialist")],
)
TAUGHT = {"pl": [("excel", Depth.CORE)], "tds": [("r", Depth.CORE)]}
RESUME = """# Ada Novak

## Experience

### Clerk, Bramble
2020-01 to 2023-12
- SQL reports

## Education

### BA in History, Bonn College
2014 - 2017

## Certifications

- PL-300, issued May 2025

## Languages

English: B2
"""


def found(text: str = RESUME, where: str = "cv.md", *, quality: float = 1.0) -> Findings:
    return gather(RESUME_FORMATS["markdown"](text.encode(), where), READER, TODAY, quality=quality)


def card(kind: CardKind, text: str = RESUME) -> Card:
    return next(c for c in cards(found(text), (), READER.taxonomy) if c.kind is kind)


def corrected(corrections: Iterable[Correction], text: str = RESUME) -> Person:
    return finish(apply_corrections(found(text), corrections, READER), READER.taxonomy, TODAY, TAUGHT)


def said(kind: CardKind, value: str) -> Person:
    return corrected([Correction(card(kind).id, Verdict.CORRECT, value)])


def dropped(kind: CardKind) -> Person:
    return corrected([Correction(card(kind).id, Verdict.DROP)])


def test_each_thing_is_one_card_with_its_line() -> None:
    assert [(c.kind.value, c.value, c.where, c.verdict) for c in cards(found(), (), READER.taxonomy)] == [
        ("name", "Ada Novak", "cv.md:1", None),
        ("job", "Clerk, Bramble, 2020-01-01, 2023-12-31", "cv.md:5", None),
        ("education", "bachelor in History, Bonn College", "cv.md:11", None),
        ("skill", "SQL", "cv.md:7", None),
        ("credential", "PL-300, 2025-05-01", "cv.md:16", None),
        ("language", "English B2", "cv.md:20", None),
    ]


def test_the_same_thing_read_elsewhere_is_the_same_card() -> None:
    here = {c.id for c in cards(found(), (), READER.taxonomy)}
    there = {
        c.id
        for c in cards(found("Preamble\n\n" + RESUME.replace("Ada Novak", "ADA  NOVAK"), "new.md"), (), READER.taxonomy)
    }
    assert here == there
    both = cards(merge([found(), found(where="new.md")]), (), READER.taxonomy)
    assert len(both) == len(here)


def test_a_badly_read_document_makes_every_card_less_sure_and_the_surest_place_counts() -> None:
    well, badly = (cards(found(quality=q), (), READER.taxonomy) for q in (1.0, 0.5))
    assert all(b.probability == pytest.approx(w.probability / 2, abs=1e-4) for w, b in zip(well, badly, strict=True))
    both = cards(merge([found(where="bad.md", quality=0.5), found()]), (), READER.taxonomy)
    assert [c.probability for c in both] == [c.probability for c in well]
    assert {c.where.partition(":")[0] for c in both} == {"cv.md"}


def test_the_least_sure_come_first_and_what_was_looked_at_not_at_all() -> None:
    every = cards(found(), [Correction(card(CardKind.NAME).id, Verdict.KEEP)], READER.taxonomy)
    waiting = least_sure(every)
    assert [c.probability for c in waiting] == sorted(c.probability for c in waiting)
    assert {c.kind for c in every} - {c.kind for c in waiting} == {CardKind.NAME}
    assert len(least_sure(every, every=True)) == len(every)


def test_keeping_changes_nothing() -> None:
    every = [Correction(c.id, Verdict.KEEP) for c in cards(found(), (), READER.taxonomy)]
    assert corrected(every) == corrected([])


def test_a_dropped_skill_is_gone_with_what_followed_from_it_but_not_refused() -> None:
    assert {"sql", "databases"} <= set(corrected([]).skills)
    who = dropped(CardKind.SKILL)
    assert {"sql", "databases"}.isdisjoint(who.skills)
    assert who.refused == ()


def test_a_dropped_credential_no_longer_shows_what_it_teaches() -> None:
    assert "excel" in corrected([]).skills
    who = dropped(CardKind.CREDENTIAL)
    assert ("excel" in who.skills, who.credentials) == (False, ())


def test_a_dropped_job_leaves_its_skills_without_a_time() -> None:
    who = dropped(CardKind.JOB)
    assert (who.jobs, who.years, who.skills["sql"].years, who.skills["sql"].last_used) == ((), None, None, None)


@pytest.mark.parametrize(
    ("value", "skill_id", "level"),
    [
        ("SQL: expert", "sql", SkillLevel.EXPERT),
        ("beginner", "sql", SkillLevel.BEGINNER),
        (": beginner", "sql", SkillLevel.BEGINNER),
        ("Rust", "r", SkillLevel.ADVANCED),
        ("rust: beginner", "r", SkillLevel.BEGINNER),
    ],
)
def test_a_skill_becomes_another_or_gets_its_level(value: str, skill_id: str, level: SkillLevel) -> None:
    who = said(CardKind.SKILL, value)
    assert who.skills[skill_id].level is level
    assert ("sql" in who.skills) is (skill_id == "sql")


def test_a_corrected_name_stays_whatever_another_document_says() -> None:
    correction = Correction(card(CardKind.NAME).id, Verdict.CORRECT, "Ada M. Novak")
    assert corrected([correction]).name == "Ada M. Novak"
    assert corrected([correction], RESUME.replace("Ada Novak", "Anna Bell")).name == "Ada M. Novak"


def test_a_corrected_job_changes_the_years_of_its_skills() -> None:
    who = said(CardKind.JOB, "Data Clerk, Bramble Ltd, 2023-01, present")
    (job,) = who.jobs
    assert (job.title, job.organisation, job.start, job.end) == ("Data Clerk", "Bramble Ltd", date(2023, 1, 1), None)
    assert who.years == who.skills["sql"].years == pytest.approx(3.89, abs=0.01)
    assert who.skills["sql"].last_used == TODAY
    assert who.field == "data clerk"
    undated = said(CardKind.JOB, "Data Clerk")
    assert (undated.jobs[0].organisation, undated.years) == ("", None)


@pytest.mark.parametrize(
    ("value", "name", "known", "issued", "expires"),
    [
        ("PL-300, 2024-05-01, 2027-05-01", "PL-300", "pl", date(2024, 5, 1), date(2027, 5, 1)),
        ("PL-300, 2024-05", "PL-300", "pl", date(2024, 5, 1), None),
        ("PL-300, expires 2027-05", "PL-300", "pl", None, date(2027, 5, 31)),
        ("Tableau Specialist", "Tableau Specialist", "tds", None, None),
        ("Notary, State of Ohio, 2020", "Notary, State of Ohio", None, date(2020, 1, 1), None),
    ],
)
def test_a_corrected_credential(
    value: str, name: str, known: str | None, issued: date | None, expires: date | None
) -> None:
    (held,) = said(CardKind.CREDENTIAL, value).credentials
    assert (held.name, held.credential, held.issued, held.expires) == (name, known, issued, expires)


def test_a_corrected_credential_shows_what_it_teaches() -> None:
    assert "r" in said(CardKind.CREDENTIAL, "Tableau Specialist").skills


def test_corrected_education_and_language() -> None:
    (study,) = said(CardKind.EDUCATION, "master in Economics").education
    assert (study.level, study.field, study.institution) == (DegreeLevel.MASTER, "Economics", "Bonn College")
    assert said(CardKind.EDUCATION, "Master").education[0].field == "History"
    for value, language, level in (
        ("es C1", "es", "C1"),
        ("German native", "de", "native"),
        ("C1", "en", "C1"),
        ("Spanish", "es", None),
    ):
        (held,) = said(CardKind.LANGUAGE, value).languages
        assert (held.language, held.level) == (language, level)


def test_a_correction_that_is_no_longer_understood_waits() -> None:
    assert said(CardKind.SKILL, "a skill of a taxonomy that is gone") == corrected([])


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (CardKind.SKILL, "Nonsense", "no skill 'Nonsense'"),
        (CardKind.SKILL, "Nonsense: expert", "no skill 'Nonsense'"),
        (CardKind.SKILL, "SQL: brilliant", "no skill 'SQL: brilliant'"),
        (CardKind.EDUCATION, "something", "not a level"),
        (CardKind.LANGUAGE, "Klingon C1", "not a language"),
        (CardKind.JOB, "2020-01, 2021-01", "needs a title"),
        (CardKind.CREDENTIAL, ", 2020-01", "needs a name"),
        (CardKind.NAME, "  ", "nothing to put"),
    ],
)
def test_a_value_that_cannot_stand_on_a_card_is_refused_with_the_way_to_write_it(
    kind: CardKind, value: str, words: str
) -> None:
    with pytest.raises(UserError) as caught:
        check_value(kind, value, READER)
    assert words in caught.value.message
    assert caught.value.what_to_do


def test_what_a_card_says_can_be_said_of_it() -> None:
    for each in cards(found(), (), READER.taxonomy):
        check_value(each.kind, each.value.removesuffix(", Bonn College"), READER)
        if each.kind not in (CardKind.EDUCATION, CardKind.NAME):
            same = corrected([Correction(each.id, Verdict.CORRECT, each.value)])
            assert (same.jobs, same.credentials, same.languages, same.years) == tuple(
                getattr(corrected([]), part) for part in ("jobs", "credentials", "languages", "years")
            )
