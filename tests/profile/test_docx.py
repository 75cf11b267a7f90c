import io
from typing import Any

import docx

from credlens.profile.openers.docx import open_
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes.docx import read


def resume_of(document: Any) -> Resume:
    out = io.BytesIO()
    document.save(out)
    return read(open_(out.getvalue()), "cv.docx")


def entries(resume: Resume, section: Section) -> list[tuple[str, str | None]]:
    return [(e.title, e.span and f"{e.span.start}..{e.span.end}") for e in resume.of(section)]


def test_styles_tell_headings_and_tabs_part_dates() -> None:
    document = docx.Document()
    document.add_heading("Maria Lopez", 0)
    document.add_heading("Employment", 1)
    for title, dates in (("Senior Clerk", "Mar 2019 - Present"), ("Clerk", "Jan 2016 - Feb 2019")):
        paragraph = document.add_paragraph()
        paragraph.add_run(title).bold = True
        paragraph.add_run(f"\t{dates}")
        document.add_paragraph("Bramble")
        document.add_paragraph("Counted stock", style="List Bullet")
    resume = resume_of(document)
    assert resume.name == "Maria Lopez"
    assert entries(resume, Section.EXPERIENCE) == [
        ("Senior Clerk", "2019-03-01..None"),
        ("Clerk", "2016-01-01..2019-02-28"),
    ]
    assert [line.listed for line in next(resume.of(Section.EXPERIENCE)).lines] == [False, False, True]
    assert next(resume.of(Section.EXPERIENCE)).lines[0].where == "cv.docx: line 3"


def test_headings_in_a_column_of_their_own() -> None:
    document = docx.Document()
    document.add_paragraph("Maria Lopez", style="Title")
    table = document.add_table(3, 2)
    rows = (
        ("EXPERIENCE", "Clerk\nBramble\n2016 - 2019"),
        ("EDUCATION", "BA, Bonn College\n2012 - 2015"),
        ("SKILLS", "SQL, Excel"),
    )
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    resume = resume_of(document)
    assert entries(resume, Section.EXPERIENCE) == [("Clerk", "2016-07-01..2019-06-30")]
    assert entries(resume, Section.EDUCATION) == [("BA, Bonn College", "2012-07-01..2015-06-30")]
    assert [line.text for e in resume.of(Section.SKILLS) for line in e.lines] == ["SQL, Excel"]


def test_bold_lines_of_the_usual_size_are_headings_where_nothing_else_is() -> None:
    document = docx.Document()
    for words, bold in (
        ("Maria Lopez", True),
        ("Experience", True),
        ("Clerk, Bramble, 2016 - 2019", False),
        ("Skills", True),
        ("SQL", False),
    ):
        document.add_paragraph().add_run(words).bold = bold
    resume = resume_of(document)
    assert resume.name == "Maria Lopez"
    assert entries(resume, Section.EXPERIENCE) == [("Clerk, Bramble", "2016-07-01..2019-06-30")]
