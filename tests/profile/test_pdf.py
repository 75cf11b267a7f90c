import pytest
from fpdf import FPDF

from credlens.profile.openers.pdf import open_
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes.pdf import read


def resume_of(*columns: tuple[float, str], name: str = "MARIA LOPEZ") -> Resume:
    """A resume of one page: (left edge, lines) of each column; ``## `` before a heading, ``**`` before a title, ``>`` for the right edge."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 22)
    pdf.text(50, 60, name)
    for x, lines in columns:
        for i, line in enumerate(lines.strip().splitlines()):
            words, _, right = line.strip().removeprefix("## ").removeprefix("**").partition(" > ")
            heading, title = line.strip().startswith("## "), line.strip().startswith("**")
            pdf.set_font("Helvetica", "B" if heading or title else "", 13 if heading else 10)
            pdf.text(x, 100 + 15 * i, words)
            if right:
                pdf.set_font("Helvetica", "", 10)
                pdf.text(450, 100 + 15 * i, right)
    return read(open_(bytes(pdf.output())), "cv.pdf")


def entries(resume: Resume, section: Section) -> list[tuple[str, str | None]]:
    return [(e.title, e.span and f"{e.span.start}..{e.span.end}") for e in resume.of(section)]


def lines(resume: Resume, section: Section) -> list[str]:
    return [line.text for e in resume.of(section) for line in e.lines]


MAIN = """
## Work history
**Senior Clerk > Mar 2019 - Present
Bramble
Ran the reports of forty stores
**Clerk > Jan 2016 - Feb 2019
Cobalt
## Education
**BA in History > 2012 - 2015
Bonn College
"""
SIDE = """
## Skills
SQL, Excel
## Digital toolbox
Tableau
## Certificates
**PL-300
Microsoft, May 2023
"""


def test_one_column_with_dates_at_the_right() -> None:
    resume = resume_of((50, MAIN))
    assert resume.name == "Maria Lopez"
    assert entries(resume, Section.EXPERIENCE) == [
        ("Senior Clerk", "2019-03-01..None"),
        ("Clerk", "2016-01-01..2019-02-28"),
    ]
    assert entries(resume, Section.EDUCATION) == [("BA in History", "2012-07-01..2015-06-30")]
    assert (resume.notes, resume.quality) == ((), 1.0)


@pytest.mark.parametrize(
    ("title", "first", "name"),
    [
        ("MARIA LOPEZ", "Data Analyst", "Maria Lopez"),
        ("Curriculum Vitae", "Maria Lopez", "Maria Lopez"),
        ("Data Analyst", "Maria Lopez, maria@example.com", "Maria Lopez"),
        ("Dr. Maria Lopez-Meyer", "Bonn", "Dr. Maria Lopez-Meyer"),
        ("Resume 2024", "Bonn", ""),
    ],
)
def test_the_name_is_large_and_the_address_knows_it(title: str, first: str, name: str) -> None:
    assert resume_of((50, f"{first}\n{MAIN}"), name=title).name == name


def test_each_line_says_where_it_stands() -> None:
    resume = resume_of((50, MAIN))
    assert next(resume.of(Section.EXPERIENCE)).lines[0].where == "cv.pdf: page 1, line 3"


def test_two_columns_give_the_same_as_one_and_say_so() -> None:
    resume = resume_of((50, SIDE), (250, MAIN))
    assert entries(resume, Section.EXPERIENCE) == [
        ("Senior Clerk", "2019-03-01..None"),
        ("Clerk", "2016-01-01..2019-02-28"),
    ]
    assert lines(resume, Section.SKILLS) == ["SQL, Excel"]
    assert entries(resume, Section.CERTIFICATIONS) == [("PL-300", None)]
    assert [(n.where, n.message) for n in resume.notes] == [
        ("cv.pdf", "The document has columns; they were read one after the other.")
    ]


def test_what_looks_like_a_heading_ends_the_section_before() -> None:
    assert lines(resume_of((50, SIDE)), Section.OTHER) == ["Tableau"]


def test_a_heading_of_many_words_is_told_by_its_looks_and_one_word() -> None:
    resume = resume_of(
        (
            50,
            "## Skills\nSQL\n## Education\n**BA > 2012 - 2015\n## Marketing and sales experience\n**Clerk > 2016 - 2019",
        )
    )
    assert entries(resume, Section.EXPERIENCE) == [("Clerk", "2016-07-01..2019-06-30")]


def test_a_label_among_the_skills_is_no_heading() -> None:
    resume = resume_of(
        (50, "## Skills\n**Tools\nExcel, Tableau\n**Languages\nSQL, Python\n## Education\n**BA > 2012 - 2015")
    )
    assert lines(resume, Section.SKILLS) == ["Tools", "Excel, Tableau", "Languages", "SQL, Python"]


def test_a_resume_without_headings_or_dates_is_said_to_be_read_badly() -> None:
    bare = resume_of((50, "I counted stock\nand cooked"))
    assert bare.quality == 0.5
    assert "No heading of work or education" in bare.notes[-1].message
    assert bare.notes[-1].what_to_do
    undated = resume_of((50, "## Experience\nClerk\n## Education\nBA"))
    assert undated.quality == 0.7
    assert "No dates" in undated.notes[-1].message


def test_letters_without_meaning_are_said() -> None:
    shifted = "Wkh txlfn eurzq ir{ mxpsv ryhu wkh od}| grj dqg uxqv dzd| lqwr zrrgv"
    resume = resume_of((50, "\n".join([f"## {shifted[:20]}", *[shifted] * 10])))
    assert resume.quality <= 0.5
    assert any("signs without meaning" in n.message for n in resume.notes)
