from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.person import Job
from credlens.profile.found import Found
from credlens.profile.resume import Resume
from credlens.profile.resumes.text import read
from credlens.profile.work import LESS_SURE, SURE, UNTOLD, jobs_in


def jobs(text: str, header: str = "") -> list[tuple[str, str, float]]:
    resume = read(f"Ada Novak\n{header}\n\nExperience\n\n{text}\n".encode(), "cv.txt")
    return [(f.item.title, f.item.organisation, f.probability) for _, f in jobs_in(resume)]


def test_where_no_word_tells_the_other_entries_do() -> None:
    told = "Bramble GmbH\nData Analyst, 2019 - 2021\n\nCobalt Ltd\nClerk, 2016 - 2019\n\n"
    untold = "Quillmark\nAlmunad, 2014 - 2016"
    assert jobs(told + untold)[2] == ("Almunad", "Quillmark", SURE)
    assert jobs(untold) == [("Quillmark", "Almunad", UNTOLD)], "alone, the order of the lines, and less sure"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("Bramble, Inc., Bonn\nClerk, 2019 - 2021", "Clerk", "Bramble, Inc."),
        ("Clerk at University of Texas at Austin, 2019 - 2021", "Clerk", "University of Texas at Austin"),
        ("Kaufladen 24 Feb 2013 - Apr 2016\nClerk", "Clerk", "Kaufladen 24"),
        ("Clerk (part-time), Bramble (invented), 2019 - 2021", "Clerk", "Bramble"),
        ("Quillmark, Dayton, OH\nGoverness, 2019 - 2021", "Governess", "Quillmark"),
        ("Position: Clerk\nCompany: Fernwood\nDates: 2019 - 2021", "Clerk", "Fernwood"),
        ("Director, Sales\nBramble Ltd\n2019 - 2021", "Director, Sales", "Bramble Ltd"),
        ("Softwareentwickler\nadidas AG\n2019 - 2021", "Softwareentwickler", "adidas AG"),
        ("Bramble Ltd\n2019 - 2021\n- Took calls", "", "Bramble Ltd"),
        ("Clerk\n2019 - 2021\nReporting to the head of the department for finance and personnel\n", "Clerk", ""),
    ],
)
def test_title_and_employer_by_their_words(text: str, title: str, employer: str) -> None:
    assert [job[:2] for job in jobs(text)] == [(title, employer)]


def test_a_town_of_the_header_is_no_employer() -> None:
    assert jobs("Clerk, Leeds\nQuillmark\n2019 - 2021", header="Leeds | ada@example.com")[0][1] == "Quillmark"


def test_lines_of_the_job_above_are_no_head_of_the_next() -> None:
    text = "2019 - 2021 Data Analyst, Bramble\nBuilt reports in Excel\n2017 - 2019 Clerk, Cobalt\nOpened post"
    assert jobs(text) == [("Data Analyst", "Bramble", SURE), ("Clerk", "Cobalt", SURE)]


def test_a_position_below_an_employer_of_its_own_span_takes_its_name() -> None:
    text = "Bramble Ltd, 2015 - 2021\n\nSenior Clerk, 2018 - 2021\n- Led\n\nClerk, 2015 - 2018\n- Filed"
    assert jobs(text) == [("Senior Clerk", "Bramble Ltd", SURE), ("Clerk", "Bramble Ltd", SURE)]
    later = "Bramble Ltd\nClerk, 2010 - 2012\n- Filed\n\nFreelance Designer, 2016 - 2018\n- Drew"
    assert jobs(later)[1][:2] == ("Freelance Designer", ""), "years apart, it is no further position there"


def test_an_undated_job_is_less_sure() -> None:
    assert jobs("Clerk, Bramble Ltd") == [("Clerk", "Bramble Ltd", LESS_SURE)]


def test_fields_are_taken_as_they_are() -> None:
    resume = read(b"Ada Novak\n\nExperience\n\nVice President, Sales, Bramble, 2019 - 2021\n", "cv.txt")
    entry = replace(resume.entries[-1], title="Vice President, Sales (acting)", organisation="Clerk Ltd")
    ((_, job),) = jobs_in(Resume("", (entry,), structured=True))
    assert (job.item.title, job.item.organisation) == ("Vice President, Sales", "Clerk Ltd")


PARTS = st.sampled_from(
    ["Clerk", "Bramble Ltd", "Quillmark", "Leeds", "2019 - 2021", ", ", " | ", " - ", "\n", "\n\n", "- ", " at ", "."]
)


@given(st.lists(PARTS, max_size=25))
def test_any_entries_are_jobs_with_a_probability(parts: list[str]) -> None:
    resume = read(f"Ada Novak\n\nExperience\n\n{''.join(parts)}x\n".encode(), "cv.txt")
    found: list[Found[Job]] = [job for _, job in jobs_in(resume)]
    assert all(f.probability in {SURE, LESS_SURE, UNTOLD} and f.item.where.startswith("cv.txt") for f in found)
    assert len(found) <= len(resume.entries)
