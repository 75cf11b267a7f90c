import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.errors import InputError
from credlens.profile.headings import section_of
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes import RESUME_FORMATS, for_name


def read(text: str, where: str = "cv.md") -> Resume:
    name = for_name(where, text.encode())
    assert name is not None
    return RESUME_FORMATS[name](text.encode(), where)


def entries(resume: Resume, section: Section) -> list[tuple[str, str | None]]:
    return [(e.title, e.span and f"{e.span.start}..{e.span.end}") for e in resume.of(section)]


@pytest.mark.parametrize(
    ("filename", "data", "name"),
    [
        ("cv.txt", b"x", "text"), ("cv.MD", b"x", "markdown"), ("cv.json", b"{}", "jsonresume"), ("cv", b" {", "jsonresume"),
        ("cv", b"Ada", "text"), ("cv.pdf", b"%PDF", "pdf"), ("cv.odt", b"PK", None),
    ],
)  # fmt: skip
def test_the_name_chooses_the_format(filename: str, data: bytes, name: str | None) -> None:
    assert for_name(filename, data) == name


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("Work Experience", Section.EXPERIENCE),
        ("PROFESSIONAL EXPERIENCE", Section.EXPERIENCE),
        ("Employment History:", Section.EXPERIENCE),
        ("Education & Training", Section.EDUCATION),
        ("Technical Skills", Section.SKILLS),
        ("CERTIFICATIONS & ACTIVITIES", Section.CERTIFICATIONS),
        ("Licenses and Certifications", Section.CERTIFICATIONS),
        ("Professional Summary", Section.SUMMARY),
        ("About me", Section.SUMMARY),
        ("Volunteer Experience", Section.VOLUNTEER),
        ("Skills Trainer, Bramble", None),
        ("Marketing Specialist", None),
    ],
)
def test_headings(words: str, section: Section | None) -> None:
    assert section_of(words) is section


MARKDOWN = """# Ada Novak

Bonn | ada@example.org

## Summary

Clerk who became the
spreadsheet person.

## Experience

### Senior Clerk, Bramble
2021-03 to present

- Built reports in Excel
  for all stores
- Counted stock

**Clerk**, Cobalt, Bonn
June 2018 - February 2021

- Took calls

## Education

### BA in History, Bonn College
2014 - 2017
"""


def test_markdown_falls_into_sections_and_entries_with_their_lines() -> None:
    resume = read(MARKDOWN)
    assert resume.name == "Ada Novak"
    assert entries(resume, Section.EXPERIENCE) == [
        ("Senior Clerk, Bramble", "2021-03-01..None"),
        ("Clerk, Cobalt, Bonn", "2018-06-01..2021-02-28"),
    ]
    first = next(resume.of(Section.EXPERIENCE))
    assert [(line.where, line.text) for line in first.lines][2] == ("cv.md:15", "Built reports in Excel for all stores")
    assert entries(resume, Section.EDUCATION) == [("BA in History, Bonn College", "2014-07-01..2017-06-30")]
    assert [line.text for e in resume.of(Section.SUMMARY) for line in e.lines] == [
        "Clerk who became the spreadsheet person."
    ]


TEXT = """ADA NOVAK
Bonn, 0228 1234

PROFESSIONAL EXPERIENCE

Senior Clerk                              March 2019 - present
Bramble Ltd
* Built reports in Excel

Clerk
Cobalt Inc, Jan 2016 - Feb 2019
* Took calls

EDUCATION
BA History, Bonn College, 2012 - 2015

SKILLS
Excel, SQL

Languages: German, English

CERTIFICATIONS & ACTIVITIES
- PL-300, issued May 2023
- Chess club
"""


def test_plain_text_with_capital_headings() -> None:
    resume = read(TEXT, "cv.txt")
    assert resume.name == "ADA NOVAK"
    assert entries(resume, Section.EXPERIENCE) == [
        ("Senior Clerk", "2019-03-01..None"),
        ("Clerk", "2016-01-01..2019-02-28"),
    ]
    assert [line.text for e in resume.of(Section.SKILLS) for line in e.lines] == ["Excel, SQL"]
    assert [line.text for e in resume.of(Section.LANGUAGES) for line in e.lines] == ["German, English"]
    assert {e.heading for e in resume.of(Section.CERTIFICATIONS)} == {"CERTIFICATIONS & ACTIVITIES"}


def test_technologies_inside_a_job_stay_there() -> None:
    resume = read("Experience\n\nDeveloper, 2019 - 2021\nTechnologies: Python, SQL\n", "cv.txt")
    (job,) = resume.of(Section.EXPERIENCE)
    assert job.lines[-1].text == "Technologies: Python, SQL"


JSON = {
    "basics": {"name": "Ada Novak", "label": "Clerk", "summary": "Counts.", "location": {"city": "Bonn"}},
    "work": [{"name": "Bramble", "position": "Clerk", "startDate": "2021-02", "highlights": ["Excel reports"]}, "odd"],
    "education": [
        {
            "institution": "Bonn College",
            "area": "History",
            "studyType": "Bachelor of Arts",
            "startDate": "2014",
            "endDate": "2017",
        }
    ],
    "skills": [{"name": "Office", "keywords": ["Excel", None, "Word"]}],
    "certificates": [{"name": "PL-300", "date": "2023-05-01", "issuer": "Microsoft"}],
    "languages": [{"language": "German"}],
    "references": [{"reference": "She knows SQL"}],
}


def test_json_resume_keeps_the_place_of_every_line() -> None:
    resume = read(json.dumps(JSON), "cv.json")
    assert resume.name == "Ada Novak"
    (job,) = resume.of(Section.EXPERIENCE)
    assert (job.title, job.organisation, job.span and (str(job.span.start), job.span.end)) == (
        "Clerk",
        "Bramble",
        ("2021-02-01", None),
    )
    assert [(line.where, line.text) for line in job.lines] == [
        ("cv.json: work[0]", "Clerk, Bramble"),
        ("cv.json: work[0].highlights[0]", "Excel reports"),
    ]
    (study,) = resume.of(Section.EDUCATION)
    assert (study.subject, study.lines[0].text) == ("History", "Bachelor of Arts in History, Bonn College")
    assert [line.text for e in resume.of(Section.SKILLS, Section.CERTIFICATIONS) for line in e.lines] == [
        "Office, Excel, Word",
        "PL-300, Microsoft, 2023-05-01",
    ]
    assert not any("SQL" in line.text for e in resume.entries for line in e.lines)


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        (b"\x89PNG", "cv.txt", "PNG"),
        (b"PK\x03\x04", "cv.md", "ZIP"),
        (b"", "cv.txt", "empty"),
        (b"[1]", "cv.json", "not a JSON Resume"),
        (b'{"a": 1}', "cv.json", "not a JSON Resume"),
        (b'{"a": ', "cv.json", "not JSON"),
    ],
)
def test_what_is_no_resume_is_said_with_its_place(data: bytes, where: str, words: str) -> None:
    name = for_name(where, data)
    assert name is not None
    with pytest.raises(InputError) as caught:
        RESUME_FORMATS[name](data, where)
    problem = caught.value.problems[0]
    assert problem.where.startswith(where)
    assert words in problem.message
    assert problem.what_to_do


@given(st.text(st.sampled_from("aB#*- \n|:,2019presentSkil")))
def test_any_text_is_read_without_losing_its_words(text: str) -> None:
    if not text.strip():
        return
    resume = read(text, "cv.txt")
    kept = "".join(line.text for e in resume.entries for line in e.lines) + "".join(e.heading for e in resume.entries)
    assert all(kept.count(letter) >= 1 for letter in {c for c in text if c.isdigit()})


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda v: (
        st.lists(v, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "startDate", "keywords", "position"]), v, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["basics", "work", "skills", "education", "projects"]), JSON_VALUES))
def test_any_json_is_a_resume_or_a_problem(value: dict[str, object]) -> None:
    try:
        read(json.dumps(value), "cv.json")
    except InputError as error:
        said = error.problems
    else:
        said = ()
    assert all(problem.message for problem in said)


@pytest.mark.parametrize(
    ("line", "name"),
    [("Dana Example", "Dana Example"), ("Example resume", ""), ("An example person", ""), ("Example Data", ""), ("Anna Beispiel", "Anna Beispiel")],
)  # fmt: skip
def test_a_person_may_be_called_example(line: str, name: str) -> None:
    assert read(f"{line}\n\nSkills\n\nSQL\n", "cv.txt").name == name


def test_a_heading_before_a_colon_may_have_umlauts() -> None:
    resume = read("Anna Beispiel\n\nFähigkeiten: SQL\n", "cv.txt")
    assert [line.text for e in resume.of(Section.SKILLS) for line in e.lines] == ["SQL"]


def test_a_title_above_its_date_may_end_with_a_legal_form() -> None:
    resume = read("Experiencia\n\nAdministrativa, Cobalto S.A.\n2018 - 2020\n", "cv.txt")
    assert entries(resume, Section.EXPERIENCE) == [("Administrativa, Cobalto S.A.", "2018-07-01..2020-06-30")]


def test_columns_of_plain_text_stay_apart() -> None:
    resume = read("Skills\n\nSQL           Excel\nMarch 2019    -    May 2020\n", "cv.txt")
    assert [line.text for e in resume.of(Section.SKILLS) for line in e.lines] == [
        "SQL | Excel",
        "March 2019 - May 2020",
    ]


@pytest.mark.parametrize(
    ("text", "studies"),
    [
        ("2010 Abitur, Goethe-Gymnasium\n2006 Realschulabschluss", [("Abitur, Goethe-Gymnasium", "2010-01-01..2010-06-30"), ("Realschulabschluss", "2006-01-01..2006-06-30")]),
        ("BA in History, Bonn College, May 2015\nDean's list 2014", [("BA in History, Bonn College", "2015-05-01..2015-05-31")]),
        ("Bonn College\nBA in History\n2015", [("Bonn College", "2015-01-01..2015-06-30")]),
        ("Bonn College, BA in May 2012 -\nHistory | June 2015", [("Bonn College, BA in May 2012", "2012-05-01..2015-06-30")]),
        ("BA in History, Bonn College, 2012 -\nHonours", [("BA in History, Bonn College, 2012", None)]),
        ("- BA, Bonn College, 2015\n- MA, Bonn College, 2017", [("BA, Bonn College", "2015-01-01..2015-06-30"), ("MA, Bonn College", "2017-01-01..2017-06-30")]),
    ],
)  # fmt: skip
def test_one_date_says_when_education_ended(text: str, studies: list[tuple[str, str | None]]) -> None:
    assert entries(read(f"Education\n\n{text}\n", "cv.txt"), Section.EDUCATION) == studies
