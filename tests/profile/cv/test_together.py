"""Documents written out: every word of them once, the person's corrections over it. The persons are invented."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credlens
from credlens.model.card import Correction, Verdict
from credlens.model.cv import Contact
from credlens.model.person import HeldCredential
from credlens.model.skill import Taxonomy
from credlens.profile.cv.together import WrittenOut, write_out
from credlens.profile.found import Findings, Found, Licence
from credlens.profile.gather import gather
from credlens.profile.ids import credential_id, licence_id
from credlens.profile.merge import merge
from credlens.profile.resume import Resume
from credlens.profile.resumes import RESUME_FORMATS
from credlens.profile.written import language_of
from credlens.skills.reader import Reader

READER = Reader(Taxonomy("test", "1", "invented", {}))
TODAY = date(2026, 11, 22)
MARIA = Path(credlens.__file__).parent / "data" / "demo" / "maria" / "resume.md"


def read(text: str, format: str = "markdown") -> Resume:  # noqa: A002
    return RESUME_FORMATS[format](text.encode(), f"cv.{format}")


def out(*resumes: Resume, said: tuple[Correction, ...] = ()) -> WrittenOut:
    found = merge(gather(r, READER, TODAY, language=language_of(r)) for r in resumes)
    return write_out(resumes, found, said, TODAY, resumes[-1].name if resumes else "")


def written(text: str, *said: Correction) -> WrittenOut:
    return out(read(text), said=said)


WORK = """# Robin Example

## Experience

### {head}
{days}

- Kept the lamps
"""


def job(head: str, days: str) -> tuple[str, ...]:
    (found,) = written(WORK.format(head=head, days=days)).work
    assert found.lines[-1] == "Kept the lamps"
    return (found.title, found.organisation, found.place, found.start, found.end, *found.lines[:-1])


def test_all_of_marias_resume_is_there_word_for_word() -> None:
    found = written(MARIA.read_text())
    assert found.contact == Contact(
        "maria.ortega@example.org",
        "555-0142",
        "Columbus, Ohio",
        other=("Example person, invented for the credlens demo.",),
    )
    assert [(e.title, e.organisation, e.place, e.start, e.end, len(e.lines)) for e in found.work] == [
        ("Marketing Specialist", "Hazelwick Home Delivery (invented)", "Columbus, OH", "2024-03", "present", 5),
        ("Marketing Assistant", "Bellweather Garden Centers (invented)", "Dayton, OH", "2021-03", "2024-02", 4),
    ]
    (study,) = found.education
    assert (study.title, study.organisation) == (
        "Bachelor of Arts in Communications",
        "Lake Erie State University (invented)",
    )
    assert (study.level, study.subject, study.start, study.end) == ("bachelor", "Communications", "2016-09", "2020-05")
    assert study.lines == ("Minor in media studies. Final paper on how local news sites choose their headlines.",)
    assert found.example
    said = {*found.summary, *found.listed, *(line for e in (*found.work, *found.education) for line in e.lines)}
    body = " ".join(line.removeprefix("- ").strip() for line in MARIA.read_text().splitlines() if line[:1] != "#")
    for line in said:
        assert line in body
    for line in sorted(said, key=len, reverse=True):
        body = body.replace(line, "")
    assert " ".join(body.split()) == (
        "Example person, invented for the credlens demo. Columbus, Ohio · maria.ortega@example.org · 555-0142"
        " 2024-03 to present 2021-03 to 2024-02 2016-09 to 2020-05"
    )


@pytest.mark.parametrize(
    ("head", "days", "found"),
    [
        ("Clerk, Bramble, Bonn", "2016 - 2019", ("Clerk", "Bramble", "Bonn", "2016", "2019")),
        ("Clerk at Bramble GmbH", "2016-03-15 - present", ("Clerk", "Bramble GmbH", "", "2016-03-15", "present")),
        ("Bramble Ltd — Store Manager", "seit 03/2020", ("Store Manager", "Bramble Ltd", "", "2020-03", "present")),
        ("Analyst, Fraud Detection | Bramble Inc. | Denver, CO", "2019 to 2021",
         ("Analyst, Fraud Detection", "Bramble Inc.", "Denver, CO", "2019", "2021")),
        ("Clerk, Bramble Ltd, Full-time", "May 2019 - June 2021 (2 years 1 month)",
         ("Clerk", "Bramble Ltd", "", "2019-05", "2021-06", "Full-time")),
        ("Store Manager, Bramble Ltd, Bath", "", ("Store Manager", "Bramble Ltd", "Bath", "", "")),
        ("Store Manager, Bramble Ltd (2019)", "", ("Store Manager", "Bramble Ltd", "", "", "2019")),
        ("Migrated to Windows 2000, Bramble Ltd", "", ("Migrated to Windows 2000", "Bramble Ltd", "", "", "")),
        ("C++ Developer, Bramble Ltd", "2019 - 2021", ("C++ Developer", "Bramble Ltd", "", "2019", "2021")),
        ("מנהלת חנות, חברת הנמל בע״מ", "2019 - 2021", ("מנהלת חנות", "חברת הנמל בע״מ", "", "2019", "2021")),
    ],
)  # fmt: skip
def test_a_head_falls_into_its_parts_and_nothing_of_it_is_lost(head: str, days: str, found: tuple[str, ...]) -> None:
    assert job(head, days) == found


def test_a_short_line_below_a_head_is_text() -> None:
    text = "Robin Example\n\nExperience\n\nClerk, Bramble Ltd\n2016 - 2019\nReports in Excel\nOrders by telephone\n"
    assert written(text).work[0].lines == ("Reports in Excel", "Orders by telephone")


def test_a_line_that_was_broken_for_want_of_room_goes_on() -> None:
    long = "Looked after the reports of the northern branch offices and of Bramble"
    text = f"Robin Example\n\nExperience\n\nClerk, Bramble Ltd\n2016 - 2019\n\n{long}\nNorth for eleven years.\n"
    assert written(text).work[0].lines == (f"{long} North for eleven years.",)


def test_what_stands_beside_the_employer_above_several_positions_is_kept() -> None:
    text = """Noor Example

Experience

Meridian Insurance, Utrecht
Senior Underwriter, 2021 - present
- Large ships
Underwriter, 2017 - 2021
- Small ships
"""
    first, second = written(text).work
    assert (first.organisation, first.place, first.lines) == ("Meridian Insurance", "Utrecht", ("Large ships",))
    assert (second.organisation, second.lines) == ("Meridian Insurance", ("Small ships",))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Bachelor of Arts in History, Harlan College, 2014 - 2018", ("Bachelor of Arts in History", "Harlan College", "2014", "2018")),
        ("Harlan College\nB.Sc., Botany, magna cum laude, 2016", ("B.Sc., Botany, magna cum laude", "Harlan College", "", "2016")),
        ("Master in Economics, Harlan University\nExpected May 2027",
         ("Master in Economics", "Harlan University", "", "2027-05", "Expected May 2027")),
        ("High School Diploma, Kingsmead School", ("High School Diploma", "Kingsmead School", "", "")),
    ],
)  # fmt: skip
def test_of_a_course_of_study_the_degree_stands_in_the_documents_words(lines: str, found: tuple[str, ...]) -> None:
    (study,) = written(f"Robin Example\n\nEducation\n\n{lines}\n").education
    assert (study.title, study.organisation, study.start, study.end, *study.lines) == found


def card(text: str, section: str = "work") -> str:
    return str(getattr(written(text), section)[0].card)


def test_a_job_that_was_corrected_says_what_the_person_said() -> None:
    text = WORK.format(head="Clark, Brambel Ltd, Bonn", days="2016 - 2019")
    said = Correction(card(text), Verdict.CORRECT, "Clerk, Bramble Ltd, 2016, 2020-03")
    (found,) = written(text, said).work
    assert (found.title, found.organisation, found.place) == ("Clerk", "Bramble Ltd", "Bonn")
    assert (found.start, found.end) == ("2016", "2020-03")
    assert found.lines == ("Kept the lamps",)
    assert found.card == said.card


def test_days_that_a_correction_leaves_alone_stay_as_they_were_named() -> None:
    text = WORK.format(head="Clark, Bramble Ltd", days="2016 - 2019")
    said = Correction(card(text), Verdict.CORRECT, "Clerk, Bramble Ltd, 2016-07-01, 2019-06-30")
    (found,) = written(text, said).work
    assert (found.title, found.start, found.end) == ("Clerk", "2016", "2019")


def test_what_was_dropped_is_gone_with_its_text() -> None:
    text = (
        WORK.format(head="Clerk, Bramble Ltd", days="2016 - 2019")
        + "\n## Education\n\nBA in History, Harlan College, 2014\n"
    )
    said = [Correction(card(text, part), Verdict.DROP) for part in ("work", "education")]
    found = written(text, *said)
    assert (found.work, found.education, found.other) == ((), (), ())


def test_a_degree_that_was_corrected_is_in_the_persons_words() -> None:
    text = "Robin Example\n\nEducation\n\nBA in Histery, Harlan College, 2014\n"
    (found,) = written(text, Correction(card(text, "education"), Verdict.CORRECT, "bachelor in History")).education
    assert (found.title, found.level, found.subject) == ("Bachelor in History", "bachelor", "History")
    assert (found.organisation, found.end) == ("Harlan College", "2014")


BASICS = {"name": "Robin Example", "label": "Clerk", "email": "robin@example.org", "url": "https://robin.example",
          "location": {"city": "Bonn", "countryCode": "DE"}, "profiles": [{"network": "GitHub", "url": "https://github.com/robin-example"}]}  # fmt: skip


def test_fields_say_all_of_it() -> None:
    top = {
        "basics": BASICS,
        "work": [{"name": "Bramble (North)", "position": "Clerk", "location": "Bath", "url": "https://bramble.example", "startDate": "2016", "endDate": "2019-02", "summary": "Reports.", "highlights": ["Lamps"]},
                 {"name": "Cobalt", "highlights": ["Undated, and without a title"]}],
        "education": [{"institution": "Harlan College", "area": "History", "studyType": "Bachelor", "endDate": "2014-06", "score": "3.8"}],
        "projects": [{"name": "pipewatch", "description": "A library.", "url": "https://code.example/p", "startDate": "2022"}],
        "volunteer": [{"organization": "Food Bank", "position": "Treasurer", "startDate": "2020-01"}],
        "awards": [{"title": "Clerk of the year", "awarder": "Bramble"}],
        "references": [{"name": "Kim", "reference": "A registered nurse could not be more careful."}],
    }  # fmt: skip
    found = out(read(json.dumps(top), "jsonresume"))
    assert found.contact == Contact(
        "robin@example.org", "", "Bonn, DE", ("https://robin.example", "https://github.com/robin-example"), ("Clerk",)
    )
    first, second = found.work
    assert (first.title, first.organisation, first.place) == ("Clerk", "Bramble (North)", "Bath")
    assert (first.start, first.end, first.lines) == ("2016", "2019-02", ("Reports.", "Lamps"))
    assert (second.title, second.organisation, second.lines) == ("", "Cobalt", ("Undated, and without a title",))
    assert [(e.title, e.end, e.lines) for e in found.education] == [("Bachelor in History", "2014-06", ("Score: 3.8",))]
    assert [(e.title, e.link, e.end) for e in found.projects] == [("pipewatch", "https://code.example/p", "present")]
    assert [(e.title, e.organisation) for e in found.volunteer] == [("Treasurer", "Food Bank")]
    assert dict(found.other)["Awards"] == ("Clerk of the year, Bramble",)
    assert found.licences == ()


def test_what_the_standard_has_no_field_for_is_read_back() -> None:
    top = {
        "basics": {"name": "Robin Example", "remarks": ["Likes lamps"]},
        "certificates": [{"name": "Lamp Keeping", "issuer": "Harbour School", "date": "2023", "expires": "2027-05", "id": "LK-7", "url": "https://harbour.example/7"}],
        "education": [{"institution": "Harlan College", "studyType": "BA in History", "remarks": ["A thesis on lamps"]}],
        "licences": [{"name": "Not a licence that is known"}],
        "sections": [{"name": "Interests", "lines": ["Chess"]}],
        "meta": {"language": "es"},
    }  # fmt: skip
    resume = read(json.dumps(top), "jsonresume")
    (held,) = gather(resume, READER, TODAY).credentials
    assert (held.item.name, held.item.issuer, held.item.number, held.item.said) == (
        "Lamp Keeping", "Harbour School", "LK-7", ("2023", "2027-05"),
    )  # fmt: skip
    assert held.item.link == "https://harbour.example/7"
    found = out(resume)
    assert (found.contact.other, found.education[0].lines) == (("Likes lamps",), ("A thesis on lamps",))
    assert found.other == (("Licences", ("Not a licence that is known",)), ("Interests", ("Chess",)))
    assert found.language == "es"


def test_where_words_lead_to_stays_with_them() -> None:
    text = """# Robin Example

[Mail](mailto:robin@example.org) | [GitHub](https://github.com/robin-example)

## Projects

### [Pipewatch](https://code.example/p)
2022

- Built [a page](https://code.example/page)
"""
    found = written(text)
    assert (found.contact.email, found.contact.links) == ("robin@example.org", ("https://github.com/robin-example",))
    (project,) = found.projects
    assert (project.title, project.link, project.end) == ("Pipewatch", "https://code.example/p", "2022")
    assert project.lines == ("Built a page (https://code.example/page)",)


def test_the_same_job_in_two_documents_stands_there_once_with_all_that_both_say() -> None:
    brief = WORK.format(head="Clerk, Bramble, Bonn", days="2016 - 2019")
    work = {"position": "Clerk", "name": "Bramble GmbH", "startDate": "2016-03", "endDate": "2019-02",
            "highlights": ["Kept the lamps of the harbour", "Wrote the weekly report"]}  # fmt: skip
    later = read(
        json.dumps({"basics": {"name": "Robin Example", "phone": "+49 228 555 0142"}, "work": [work]}), "jsonresume"
    )
    found = out(read(brief), later)
    (one,) = found.work
    assert (one.organisation, one.place, one.start, one.end) == ("Bramble GmbH", "Bonn", "2016-03", "2019-02")
    assert one.lines == ("Kept the lamps of the harbour", "Wrote the weekly report")
    assert found.contact.phone == "+49 228 555 0142"


def test_two_stays_at_one_employer_are_two() -> None:
    text = WORK.format(head="Clerk, Bramble Ltd", days="2016 - 2019") + "\n### Clerk, Bramble Ltd\n2021 - 2023\n"
    assert [e.start for e in written(text).work] == ["2016", "2021"]


def test_of_several_documents_the_newest_entry_stands_first() -> None:
    old = read(WORK.format(head="Clerk, Bramble Ltd", days="2010 - 2012"))
    new = read(WORK.format(head="Store Manager, Cobalt Ltd", days="2019 - present"))
    assert [e.title for e in out(old, new).work] == ["Store Manager", "Clerk"]


def test_what_is_neither_certificate_nor_language_stays_under_its_heading() -> None:
    text = """# Robin Example

## Languages

- Spanish: C1

## Certifications

- Lamp Keeping, Harbour School, 2023

## Interests

- Chess
"""
    assert written(text).other == (("Interests", ("Chess",)),)


def test_nothing_makes_an_empty_record() -> None:
    assert out() == WrittenOut()


@given(
    st.lists(st.sampled_from(["Chess", "Lamps and wicks", "Kept the harbour open", "2014", "Bonn"]), max_size=4),
    st.sampled_from(["Experience", "Education", "Projects", "Volunteering", "Skills", "Interests", "Summary"]),
)
def test_no_line_below_a_heading_is_lost(lines: list[str], heading: str) -> None:
    found = written(f"# Robin Example\n\n## {heading}\n\n" + "".join(f"- {line}\n" for line in lines))
    entries = (*found.work, *found.education, *found.projects, *found.volunteer)
    told = [w for e in entries for w in (e.title, e.organisation, e.place, e.start, e.end, *e.lines)]
    told += [*found.summary, *found.listed, *(line for _, more in found.other for line in more)]
    words = " ".join(told)
    assert all(line in words for line in lines)


def test_an_employer_over_its_positions_gives_them_its_place_and_what_is_said_of_it() -> None:
    text = """# Noor Example

Utrecht | noor@example.org

## Experience

### Meridian Insurance Ltd (north), Utrecht
2017 - present

Insures ships of every size.

#### Senior Underwriter
2021 - present

- Large ships

#### Underwriter
2017 - 2021

- Small ships
"""
    first, second = written(text).work
    assert (first.title, first.organisation, first.place) == (
        "Senior Underwriter", "Meridian Insurance Ltd (north)", "Utrecht",
    )  # fmt: skip
    assert first.lines == ("Insures ships of every size.", "Large ships")
    assert (second.title, second.organisation, second.lines) == (
        "Underwriter", "Meridian Insurance Ltd", ("Small ships",),
    )  # fmt: skip


def test_text_of_a_section_of_work_that_is_no_job_stays_under_its_heading() -> None:
    text = "Robin Example\n\nExperience\n\nI have worked in shops and in harbours for a long time.\n\nClerk, Bramble Ltd\n2016 - 2019\n"
    found = written(text)
    assert found.other == (("Experience", ("I have worked in shops and in harbours for a long time.",)),)
    assert [e.title for e in found.work] == ["Clerk"]


def test_a_licence_stands_there_once_and_as_the_person_corrected_it() -> None:
    licence = Licence(("registered nurse", "RN"), "cv.md:1", "RN")
    found = Findings(licences=(Found(licence, 0.95),))
    said = Correction(licence_id(licence), Verdict.CORRECT, "nurse")
    assert write_out((), found, (), TODAY).licences == ("registered nurse",)
    assert write_out((), found, (said,), TODAY).licences == ("nurse",)
    assert write_out((), found, (Correction(said.card, Verdict.DROP),), TODAY).licences == ()
    held = HeldCredential("Registered Nurse", None, None, None, "cv.md:1")
    both = replace(found, credentials=(Found(held, 0.7),))
    assert write_out((), both, (), TODAY).licences == ()
    assert write_out((), both, (Correction(credential_id(held), Verdict.DROP),), TODAY).licences == (
        "registered nurse",
    )
