"""A person's profile: read, looked at, corrected; and what they can spend. The persons are invented.

What the program knows is loaded once for all tests here: nobody imports anything into it.
"""

from __future__ import annotations

import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from credlens.app.constraints import CURRENCY, Constraints, constraints, limits_of, set_constraints
from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.person import profile_of
from credlens.app.ports import NamedBytes, Ports
from credlens.app.profile import import_documents, know, show
from credlens.app.review import correct, drop, keep, review
from credlens.io.home import open_home
from credlens.model.card import Card, CardKind
from credlens.model.errors import InputError, UserError
from credlens.model.quantity import Money
from credlens.model.skill import SkillLevel

RESUME = """# Ann Sample

## Experience

**Office Assistant**, Some Shop (invented), Springfield
January 2022 - present

- Weekly sales reports in Excel and PowerPoint

## Certifications

- Microsoft PL-300, issued May 2024

## Languages

English (native), Spanish (B1)
"""
GERMAN = """Anna Beispiel

Berufserfahrung

03/2019 \u2013 heute   Controllerin, Brombeer GmbH
- Berichte in Excel und Auswertungen mit SQL für die Leitung

Ausbildung

2013 \u2013 2016   Bachelor of Science Betriebswirtschaftslehre, Universität Bonn

EDV-Kenntnisse

- Power BI (Grundkenntnisse)

Sprachen

Deutsch \u2013 Muttersprache
Englisch \u2013 verhandlungssicher
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return Knowledge(open_home(tmp_path_factory.mktemp("shared"), today=date(2026, 11, 22)), own=False)


@pytest.fixture(autouse=True)
def known(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Knowledge, "of", lambda _ports: knowledge)


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.md"
    path.write_text(RESUME, encoding="utf-8")
    return path


def again(ports: Ports) -> Ports:
    """The same home, as a later command opens it."""
    return open_home(ports.home, today=ports.today)


def card(ports: Ports, kind: CardKind, value: str = "") -> Card:
    return next(c for c in review(ports, every=True).cards if c.kind is kind and value in c.value)


def test_what_was_read_waits_to_be_looked_at_the_least_sure_first(ports: Ports, resume: Path) -> None:
    imported = import_documents(ports, [resume])
    waiting = review(again(ports))
    assert waiting.cards == imported.to_review
    assert (waiting.waiting, waiting.of) == (len(waiting.cards), len(waiting.cards))
    sure = [c.probability for c in waiting.cards]
    assert sure == sorted(sure)
    found = dict(imported.found)
    assert found.pop("skill") >= 2
    assert found == {"name": 1, "job": 1, "credential": 1, "language": 2}


def test_what_was_looked_at_stays_so_when_the_document_is_read_again(
    ports: Ports, resume: Path, tmp_path: Path
) -> None:
    import_documents(ports, [resume])
    kept = card(ports, CardKind.JOB)
    assert keep(again(ports), [kept.id]).cards[0].verdict == "keep"
    newer = tmp_path / "newer.md"
    newer.write_text(RESUME.replace("Springfield", "Shelbyville"), encoding="utf-8")
    import_documents(again(ports), [newer])
    assert kept.id not in {c.id for c in review(again(ports)).cards}
    assert card(again(ports), CardKind.JOB).verdict == "keep"


def test_a_dropped_skill_stays_out_everywhere_and_after_a_new_import(
    ports: Ports, resume: Path, tmp_path: Path
) -> None:
    assert "powerpoint" in import_documents(ports, [resume]).person.skills
    drop(again(ports), [card(ports, CardKind.SKILL, "PowerPoint").id])
    assert "powerpoint" not in show(again(ports)).person.skills
    assert "powerpoint" not in import_documents(again(ports), [resume]).person.skills
    assert show(again(ports)).person.refused == ()
    ads = tmp_path / "ad.txt"
    ads.write_text("Analyst\n\nRequirements:\nYou must know PowerPoint and SQL, and write clear reports every week.\n")
    missing = find_gap(again(ports), ads=[ads]).here.gap.item("powerpoint")
    assert missing is not None
    assert missing.held is None


def test_a_correction_wins_over_every_later_reading(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    correct(again(ports), card(ports, CardKind.SKILL, "Excel").id, "excel: expert")
    correct(again(ports), card(ports, CardKind.CREDENTIAL).id, "Microsoft PL-300, 2024-05-01, 2025-05-01")
    correct(again(ports), card(ports, CardKind.LANGUAGE, "Spanish").id, "es C1")
    for person in (show(again(ports)).person, import_documents(again(ports), [resume]).person):
        assert person.skills["excel"].level is SkillLevel.EXPERT
        assert person.credentials[0].expires == date(2025, 5, 1)
        assert [(held.language, held.level) for held in person.languages] == [("en", "native"), ("es", "C1")]
    assert card(again(ports), CardKind.SKILL, "Excel").corrected == "excel: expert"


def test_a_later_verdict_takes_an_earlier_one_back(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    excel = card(ports, CardKind.SKILL, "Excel").id
    drop(again(ports), [excel])
    keep(again(ports), [excel])
    assert "excel" in show(again(ports)).person.skills


def test_what_the_person_knows_wins_over_what_they_dropped(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    drop(again(ports), [card(ports, CardKind.SKILL, "Excel").id])
    known = know(again(ports), "Excel", SkillLevel.ADVANCED).person.skills["excel"]
    assert (known.level, [e.kind.value for e in known.evidence]) == (SkillLevel.ADVANCED, ["stated"])


def test_a_card_may_be_named_by_its_beginning(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    excel = card(ports, CardKind.SKILL, "Excel").id
    assert keep(again(ports), [excel[:-2]]).cards[0].id == excel
    for words, hint in (
        ("skill-", "Write more of it"),
        ("nothing", "credlens profile review --all"),
        ("", "review --all"),
    ):
        with pytest.raises(UserError) as caught:
            keep(again(ports), [excel, words])
        assert hint in str(caught.value.what_to_do)


def test_nothing_is_kept_of_a_verdict_that_cannot_be_understood(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    every = [c.id for c in review(ports).cards]
    with pytest.raises(UserError):
        drop(again(ports), [every[0], "skill-00000000"])
    with pytest.raises(UserError):
        correct(again(ports), card(ports, CardKind.SKILL, "Excel").id, "Nonsense")
    assert [c.id for c in review(again(ports)).cards] == every


def test_the_profile_as_json_has_all_that_is_known(ports: Ports, resume: Path) -> None:
    import_documents(ports, [resume])
    set_constraints(ports, {"hours": "6"})
    shown = json.loads(json.dumps(show(again(ports)).to_json(), allow_nan=False))
    assert shown["jobs"][0]["title"] == "Office Assistant"
    assert shown["languages"][0] == {
        "language": "en",
        "level": "native",
        "where": f"{resume}:16",
        "quote": "English (native), Spanish (B1)",
    }
    assert {k: v for k, v in shown["constraints"].items() if v} == {"hours": 6}
    assert {k for k, v in shown["constraints"].items() if v is None} == {
        "budget", "budget_per_month", "currency", "deadline", "keep_until", "place",
    }  # fmt: skip
    assert shown["quality"] == [{"document": str(resume), "quality": 1, "language": "en"}]
    assert shown["notes"] == []
    assert shown["to_review"] == sum(kind["n"] for kind in shown["found"])
    assert shown["skills"][0]["evidence"][0]["last_used"] == "2026-11-22"


def test_a_german_resume_is_read_as_german_and_says_what_may_be_missed(ports: Ports, tmp_path: Path) -> None:
    path = tmp_path / "lebenslauf.txt"
    path.write_text(GERMAN, encoding="utf-8")
    result = import_documents(ports, [path])
    person = result.person
    assert (person.name, person.degree.value, person.years) == ("Anna Beispiel", "bachelor", 7.73)
    assert [(held.language, held.level) for held in person.languages] == [("de", "native"), ("en", "C1")]
    assert {s: person.skills[s].level.value for s in ("excel", "sql", "power-bi")} == {
        "excel": "advanced",
        "sql": "advanced",
        "power-bi": "beginner",
    }
    (read,) = result.reading
    assert read.language == "de"
    assert "read as German" in read.notes[0].message


def test_of_a_linkedin_archive_nothing_is_stored_that_is_not_read(ports: Ports, tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("Profile.csv", "First Name,Last Name\nAnn,Sample\n")
        out.writestr("Skills.csv", "Name\nExcel\n")
        out.writestr("messages.csv", "FROM,CONTENT\nBob,private words\n")
    person = import_documents(ports, [path]).person
    assert (person.name, [e.kind.value for e in person.skills["excel"].evidence]) == ("Ann Sample", ["listed"])
    (stored,) = again(ports).store().documents()
    assert b"private words" not in stored.data
    assert card(again(ports), CardKind.SKILL, "Excel").probability == 1


def test_several_documents_are_one_person_whose_years_are_counted_once(ports: Ports, knowledge: Knowledge) -> None:
    older = (
        RESUME.replace("Excel", "SQL")
        .replace("May 2024", "May 2021, expires May 2022")
        .replace("Spanish (B1)", "Spanish")
    )
    documents = [NamedBytes("one.md", RESUME.encode()), NamedBytes("two.md", older.encode())]
    person = profile_of(ports, knowledge, documents).person
    assert person.years == 4.89
    assert person.skills["powerpoint"].years == 4.89
    assert {"excel", "sql"} <= set(person.skills)
    assert len(person.jobs) == 1
    assert [(held.issued, held.where) for held in person.credentials] == [(date(2024, 5, 1), "one.md:12")], (
        "renewed since"
    )
    assert [(held.language, held.level) for held in person.languages] == [("en", "native"), ("es", "B1")]


# What a person can spend


def test_constraints_are_kept_and_forgotten_one_by_one(ports: Ports) -> None:
    assert constraints(ports) == Constraints()
    said = set_constraints(
        ports, {"hours": "6", "budget": "1,300.50", "currency": "eur", "deadline": "2027-03-01", "place": "us-ny"}
    )
    assert said == Constraints(6.0, Decimal("1300.5"), "EUR", date(2027, 3, 1), "US-NY")
    assert constraints(again(ports)) == said
    assert set_constraints(again(ports), {"budget": ""}).budget is None
    assert constraints(again(ports)).hours == 6


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hours", "many"), ("hours", "0"), ("hours", "nan"), ("hours", "1000"), ("budget", "lots"), ("budget", "-1"), ("budget", "inf"),
        ("budget_per_month", "-1"), ("off", "soon"), ("off", "2027-01-02..2027-01-01"), ("languages", "en, Spanish"), ("keep_until", "x"),
        ("keep_until", "2200-01-01"), ("currency", "XXQ"), ("deadline", "soon"), ("deadline", "2020-01-01"), ("deadline", "2090-01-01"), ("place", "Atlantis"),
        ("place", "US-XX"), ("colour", "blue"),
    ],
)  # fmt: skip
def test_a_constraint_that_makes_no_sense_is_refused_and_nothing_is_kept(ports: Ports, name: str, value: str) -> None:
    with pytest.raises(UserError) as caught:
        set_constraints(ports, {"currency": "USD", name: value})
    assert caught.value.where == name
    assert caught.value.what_to_do
    assert constraints(again(ports)) == Constraints()


def test_days_off_languages_and_the_rest_are_kept_and_count_in_limits(ports: Ports) -> None:
    said = {
        "hours": "6", "budget": "300", "budget_per_month": "50.5", "languages": "en, ES, en", "keep_until": "2029-01-01",
        "off": "2027-02-14, 2026-12-20..2027-01-03",
    }  # fmt: skip
    set_constraints(ports, said)
    kept = limits_of(again(ports))
    holidays, valentine = (date(2026, 12, 20), date(2027, 1, 3)), (date(2027, 2, 14), date(2027, 2, 14))
    assert (kept.budget_per_month, kept.off) == (Money(Decimal("50.5")), (holidays, valentine))
    assert (kept.languages, kept.keep_until) == (("en", "es"), date(2029, 1, 1))
    now = limits_of(again(ports), budget_per_month=Decimal(0), off=[valentine], languages=["de"])
    assert (now.budget_per_month, now.off, now.languages) == (Money(Decimal(0)), (valentine,), ("de",))
    assert set_constraints(again(ports), {"off": ""}).off == ()


def test_limits_are_what_is_said_now_and_else_what_was_said_before(ports: Ports) -> None:
    with pytest.raises(UserError) as caught:
        limits_of(ports, budget=Decimal(100))
    assert (caught.value.where, "profile set hours=" in str(caught.value.what_to_do)) == ("--hours", True)
    assert limits_of(ports, budget=Decimal(100), hours_per_week=5).budget.currency == CURRENCY
    set_constraints(ports, {"hours": "6", "budget": "300", "currency": "EUR", "deadline": "2027-03-01"})
    kept = limits_of(again(ports))
    assert (kept.hours_per_week, kept.budget.amount, kept.budget.currency, kept.deadline) == (
        6,
        300,
        "EUR",
        date(2027, 3, 1),
    )
    now = limits_of(again(ports), budget=Decimal(0), hours_per_week=2, deadline=date(2028, 1, 1), currency="USD")
    assert (now.hours_per_week, now.budget.amount, now.budget.currency, now.deadline) == (2, 0, "USD", date(2028, 1, 1))


def test_the_place_decides_whose_law_counts_when_nobody_says_another(ports: Ports, tmp_path: Path) -> None:
    ads = tmp_path / "ad.txt"
    ads.write_text("Registered Nurse\n\nRequirements:\nBLS is required, and you must like people and night shifts.\n")

    def law(where: str | None = None) -> set[str | None]:
        found = find_gap(again(ports), ads=[ads], jurisdiction=where)
        return {g.jurisdiction for g in found.here.gap.gates if g.by == "law"}

    here = law()
    assert here
    set_constraints(ports, {"place": "GB"})
    assert law() == law("GB")
    assert law("US-NY") == law("US-NY")
    set_constraints(ports, {"place": ""})
    assert law() == here


def test_a_document_in_which_nothing_is_found_leaves_the_one_before(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text(RESUME, encoding="utf-8")
    import_documents(ports, [tmp_path / "resume.md"])
    (tmp_path / "empty.json").write_text('{"basics": null, "skills": [null, {"name": null}]}', encoding="utf-8")

    with pytest.raises(InputError, match="Nothing of a resume was found in it"):
        import_documents(ports, [tmp_path / "empty.json"])

    (kept,) = show(ports).reading
    assert kept.name.endswith("resume.md")


def test_a_text_as_long_as_a_library_is_no_resume(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("a b\n" * 300_000, encoding="utf-8")

    with pytest.raises(InputError, match="A file of 1,200,000 bytes is no resume"):
        import_documents(ports, [tmp_path / "lines.txt"])


def test_a_licence_counts_wherever_people_write_it(ports: Ports, tmp_path: Path) -> None:
    text = RESUME + "\n## Additional\n\n- Licence: Driver's license class B\n"
    (tmp_path / "resume.md").write_text(text, encoding="utf-8")

    assert "driver's license" in import_documents(ports, [tmp_path / "resume.md"]).person.licences
