"""A resume put together from documents, badges, the catalog, projects and the person's decisions. The persons are invented."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports, StoredClaim, StoredDocument, Target
from credlens.app.presenting import cv as module
from credlens.app.presenting.cv import cv_of
from credlens.app.review import correct, drop, keep
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.model.cv import Cv, WhyLeftOff
from credlens.model.posting import Posting
from credlens.model.skill import SkillLevel
from credlens.model.verification import AchievementClaim, Claims, Mode, Party, Report, Verdict
from credlens.model.work_sample import WorkSample
from credlens.profile.ids import skill_id

RESUME = """# Robin Example

Denver, CO | robin@example.org

## Experience

### Reporting Clerk, Bramble Ltd, Denver, CO
2016 - 2019

- Weekly reports in SQL and Excel

### Warehouse Clerk, Cobalt Ltd
2013 - 2016

- Kept the shelves

## Skills

- Tableau, SQL

## Certifications

- AWS Certified Solutions Architect - Associate, Amazon Web Services, issued June 2022, expired June 2025
- Lamp Keeping, Harbour School, 2023, https://harbour.example/c/42

## Languages

- Spanish: C1
"""


@dataclass
class Says:
    """A verifier that finds what it is told to find."""

    verdict: Verdict

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            claims = Claims(
                id="https://badges.example/7",
                issuer=Party("https://badges.example", "Badge House"),
                achievements=(AchievementClaim(name=job.data.decode()),),
                issued=datetime(2026, 3, 4, tzinfo=UTC),
            )
            at = datetime(2026, 11, 22, tzinfo=UTC)
            yield job, Report(self.verdict, "As told.", Mode.STRICT, at, claims=claims)


@pytest.fixture
def ports(ports: Ports) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    return ports


def made(ports: Ports, *, tailored: bool = True) -> Cv:
    return cv_of(ports, Knowledge(ports), tailored=tailored)


def aim(ports: Ports, *texts: str) -> None:
    postings = tuple(Posting(f"ad{i}", "Data Analyst", text, f"ad{i}.txt") for i, text in enumerate(texts))
    ports.store().save_target(Target("data analyst", postings, len(postings)))


def test_what_documents_say_stands_there_with_what_is_behind_it(ports: Ports) -> None:
    cv = made(ports)
    assert (cv.name, cv.contact.place, cv.language, cv.target, cv.postings) == (
        "Robin Example",
        "Denver, CO",
        "en",
        "",
        0,
    )
    assert [(e.title, e.start, e.end, e.place) for e in cv.work] == [
        ("Reporting Clerk", "2016", "2019", "Denver, CO"),
        ("Warehouse Clerk", "2013", "2016", ""),
    ]
    (lamp,) = cv.certificates
    assert (lamp.name, lamp.issuer, lamp.issued, lamp.link) == (
        "Lamp Keeping", "Harbour School", "2023", "https://harbour.example/c/42",
    )  # fmt: skip
    assert (lamp.verified, lamp.badge) == ("", "")
    skills = {s.label: s for s in cv.skills}
    assert skills["SQL"].evidence == ("used as Reporting Clerk",)
    assert (skills["SQL"].asked, skills["SQL"].level) == (None, "")  # how far it goes, nobody says
    assert "Tableau" not in skills
    assert cv.listed == ("Tableau, SQL",)
    assert [(each.language, each.level) for each in cv.languages] == [("Spanish", "C1")]


def test_what_expired_is_left_off_until_the_person_says_otherwise(ports: Ports) -> None:
    (off,) = made(ports).left_off
    assert (off.why, off.name) == (WhyLeftOff.EXPIRED, "AWS Certified Solutions Architect - Associate")
    assert "2025-06" in off.because
    ports.showcase().show(off.card, True)
    cv = made(ports)
    assert cv.left_off == ()
    assert [c.name for c in cv.certificates] == [off.name, "Lamp Keeping"]


def test_an_entry_that_the_person_left_off_is_gone_and_stands_behind_nothing(ports: Ports) -> None:
    before = made(ports)
    ports.showcase().show(before.work[0].card, False)
    after = made(ports)
    assert [e.title for e in after.work] == ["Warehouse Clerk"]
    assert [(o.card, o.name, o.why) for o in after.left_off if o.why is WhyLeftOff.YOUR_WORD] == [
        (before.work[0].card, "Reporting Clerk, Bramble Ltd", WhyLeftOff.YOUR_WORD)
    ]
    assert "SQL" not in {s.label for s in after.skills}


def test_what_was_corrected_or_dropped_is_corrected_or_gone(ports: Ports) -> None:
    first, second = made(ports).work
    correct(ports, first.card, "Data Clerk, Bramble Ltd, 2016, 2019")
    drop(ports, [second.card])
    (work,) = made(ports).work
    assert (work.title, work.start, work.end, work.lines) == ("Data Clerk", "2016", "2019", first.lines)


def test_a_level_is_what_the_person_says(ports: Ports) -> None:
    ports.store().claim(StoredClaim("sql", True, SkillLevel.ADVANCED))
    assert {s.label: s.level for s in made(ports).skills} == {"SQL": "advanced", "Excel": ""}


def test_what_the_ads_ask_for_most_comes_first(ports: Ports) -> None:
    aim(ports, "We need Tableau and SQL.", "You know Tableau well.")
    cv = made(ports)
    assert [(s.label, s.asked and s.asked.k, s.evidence) for s in cv.skills[:2]] == [
        ("Tableau", 2, ()),
        ("SQL", 1, ("used as Reporting Clerk",)),
    ]
    assert (cv.target, cv.postings) == ("data analyst", 2)
    free = made(ports, tailored=False)
    assert (free.target, free.postings) == ("", 0)
    assert all(s.asked is None for s in free.skills)


def test_a_badge_says_when_it_was_verified_and_one_that_did_not_hold_is_named_as_left_off(
    ports: Ports, tmp_path: Path
) -> None:
    for name, verdict in (("Lamp Keeping", Verdict.VERIFIED), ("Rope Work", Verdict.REVOKED)):
        (tmp_path / f"{name}.json").write_text(name)
        add(replace(ports, verifier=Says(verdict)), [str(tmp_path / f"{name}.json")])
    cv = made(ports)
    (lamp,) = cv.certificates
    assert (lamp.issuer, lamp.issued, lamp.verified) == ("Badge House", "2026-03-04", "2026-11-22")
    (rope,) = (o for o in cv.left_off if o.why is WhyLeftOff.NOT_VERIFIED)
    assert (rope.name, rope.because) == ("Rope Work", "As told.")


def test_low_effort_is_left_off_with_the_reason_of_its_scorecard(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "- Google Data Analytics Professional Certificate, issued May 2024\n"
    text = RESUME.replace("- Lamp", f"{line}- Lamp")
    ports.store().replace_documents([StoredDocument("cv.md", text.encode())])
    fires = {"google-data-analytics": {"low_effort": "better kept off the resume: 3 h of work, less than 10"}}
    monkeypatch.setattr(module, "_flags", lambda _here, _held: fires)
    off = {o.why: o for o in made(ports).left_off}[WhyLeftOff.LOW_EFFORT]
    assert off.name == "Google Data Analytics Professional Certificate"
    assert off.because == "Better kept off the resume: 3 h of work, less than 10."


def test_a_beginners_certificate_of_an_expert_is_left_off(ports: Ports) -> None:
    levels = ", ".join(
        f"{s} (expert)"
        for s in ("SQL", "Tableau", "Data analysis", "R", "Spreadsheets", "Data cleaning", "Data visualization")
    )
    line = "- Google Data Analytics Professional Certificate, issued May 2024\n"
    text = RESUME.replace("- Tableau, SQL", f"- {levels}").replace("- Lamp", f"{line}- Lamp")
    ports.store().replace_documents([StoredDocument("cv.md", text.encode())])
    off = {o.why: o for o in made(ports).left_off}
    assert off[WhyLeftOff.BEGINNER_FOR_EXPERT].name == "Google Data Analytics Professional Certificate"
    assert "made for beginners" in off[WhyLeftOff.BEGINNER_FOR_EXPERT].because


def test_a_project_that_was_put_in_and_that_a_document_names_stands_there_once(
    ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = {
        "basics": {"name": "Robin Example"},
        "projects": [{"name": "Pipewatch", "startDate": "2022", "description": "A library."}],
    }
    ports.store().replace_documents([StoredDocument("cv.json", json.dumps(top).encode())])
    sample = WorkSample(
        "pipewatch", "urn:uuid:1", "Pipewatch", "It watches.", (), "https://code.example/p", date(2026, 1, 2)
    )
    monkeypatch.setattr(module, "samples", lambda _ports: (sample,))
    (project,) = made(ports).projects
    assert (project.card, project.start, project.link) == ("pipewatch", "2022", "https://code.example/p")
    assert project.lines == ("It watches.", "A library.")


def test_nobody_has_an_empty_resume(ports: Ports) -> None:
    ports.store().replace_documents([])
    assert made(ports) == Cv("")


def test_what_stands_behind_a_skill_is_said_in_a_few_words(ports: Ports, tmp_path: Path) -> None:
    text = """# Robin Example

## Projects

### Shelf Counts
2022 - 2023

- Counted with Tableau

## Volunteering

### Treasurer, Food Bank
2020 - 2021

- Kept the books in Excel

## Education

### BA in History, Harlan College
2014 - 2018

- A thesis with Python
"""
    ports.store().replace_documents([StoredDocument("cv.md", text.encode())])
    (tmp_path / "badge.json").write_text("Tableau for Analysts")
    add(replace(ports, verifier=Says(Verdict.VERIFIED)), [str(tmp_path / "badge.json")])
    skills = {s.label: s.evidence for s in made(ports).skills}
    assert skills["Tableau"] == ("Tableau for Analysts", "project Shelf Counts")
    assert skills["Excel"] == ("volunteering as Treasurer, Food Bank",)
    assert skills["Python"] == ("studied: BA in History",)


def test_a_skill_that_the_person_left_off_is_named_as_such(ports: Ports) -> None:
    ports.showcase().show(skill_id("sql"), False)
    cv = made(ports)
    assert "SQL" not in {s.label for s in cv.skills}
    assert "SQL" in {o.name for o in cv.left_off if o.why is WhyLeftOff.YOUR_WORD}


MAILINGS = "# Robin Example\n\n## Experience\n\n### Clerk, Bramble Ltd\n2016 - 2019\n\n- Wrote the welcome mailings\n"


def test_a_skill_that_was_read_out_of_other_words_waits_until_the_person_confirms_it(ports: Ports) -> None:
    ports.store().replace_documents([StoredDocument("cv.md", MAILINGS.encode())])
    assert "mail-merge" in read_of(ports), "the reader takes mailings for mail merge"
    assert made(ports).skills == ()
    keep(ports, [skill_id("mail-merge")])
    assert [s.label for s in made(ports).skills] == ["Mail merge"]


def test_a_skill_that_the_person_put_in_the_place_of_another_is_theirs(ports: Ports) -> None:
    ports.store().replace_documents([StoredDocument("cv.md", MAILINGS.encode())])
    correct(ports, skill_id("mail-merge"), "E-mail marketing")
    assert [s.label for s in made(ports).skills] == ["Email marketing"]


def test_a_resume_in_another_language_has_no_english_words_of_ours(ports: Ports) -> None:
    german = (
        "# Robin Beispiel\n\n## Berufserfahrung\n\n### Sachbearbeiter, Brombeer GmbH\n2016 - 2019\n\n"
        "- Berichte in SQL und Excel für die Leitung, die jede Woche an alle Filialen gehen und von mir geprüft werden\n"
    )
    ports.store().replace_documents([StoredDocument("cv.md", german.encode())])
    found = made(ports)
    assert found.language == "de"
    assert {s.evidence for s in found.skills} == {("Sachbearbeiter",)}


def read_of(ports: Ports) -> set[str]:
    """What the profile reads, whether or not it is printed."""
    return set(stored(ports, Knowledge(ports)).skills)
