"""How to reach a person, out of lines and out of fields. The persons are invented."""

from __future__ import annotations

import pytest

from credlens.model.cv import Contact
from credlens.profile.cv.contact import address_in, contact_of
from credlens.profile.resume import Entry, Line, Resume, Section


def told(*lines: str, name: str = "Ada Novak", now: str = "") -> Contact:
    header = Entry(Section.HEADER, "", tuple(Line(f"cv.txt:{i}", line) for i, line in enumerate(lines)))
    return contact_of(Resume(name, (header,)), (name, now))


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        (
            ("Ada Novak, MBA", "Data Analyst | Denver, CO | ada@example.org | (303) 555-0119"),
            Contact("ada@example.org", "(303) 555-0119", "Denver, CO", (), ("MBA", "Data Analyst")),
        ),
        (
            ("ADA NOVAK", "12 Harbour Street, 53111 Bonn", "E-Mail: ada@example.org", "Tel.: +49 228 555 0142"),
            Contact("ada@example.org", "+49 228 555 0142", "12 Harbour Street, 53111 Bonn"),
        ),
        (
            ("Ada Novak", "LinkedIn: linkedin.com/in/ada-novak", "https://ada.example/work."),
            Contact(links=("https://linkedin.com/in/ada-novak", "https://ada.example/work")),
        ),
        (("Resume", "Ada", "Novak", "Location: Lisbon"), Contact(place="Lisbon")),
        (
            ("Ada Novak", "Senior Data Engineer", "Born 1990-05-12", "Node.js and B.Sc."),
            Contact(other=("Senior Data Engineer", "Born 1990-05-12", "Node.js and B.Sc.")),
        ),
        (("Ada Novak", "Away 2019 - 2021 · ada@example.org"), Contact("ada@example.org", other=("Away 2019 - 2021",))),
    ],
)
def test_a_line_is_told_by_its_looks_and_what_is_not_told_stays_as_it_stands(
    lines: tuple[str, ...], contact: Contact
) -> None:
    assert told(*lines) == contact


def test_letters_without_capitals_are_read_the_same_way() -> None:
    found = told("שרה לוי", "תל אביב | sara@example.org | 03-555-0142", name="שרה לוי")
    assert found == Contact("sara@example.org", "03-555-0142", "תל אביב")


def test_a_name_that_was_corrected_does_not_stand_there_a_second_time() -> None:
    assert told("Ada Nowak", "Bonn | ada@example.org", name="Ada Nowak", now="Ada Novak").other == ()


def test_fields_say_what_they_are() -> None:
    fields = (("email", "ada@example.org"), ("place", "Bonn"), ("link", "https://ada.example"))
    headline = Entry(Section.HEADER, "", (Line("cv.json: basics.label", "Clerk"),))
    assert contact_of(Resume("Ada", (headline,), structured=True, contact=fields), ("Ada",)) == Contact(
        "ada@example.org", "", "Bonn", ("https://ada.example",), ("Clerk",)
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pipewatch, https://code.example/pipewatch", ("https://code.example/pipewatch", "pipewatch")),
        ("see www.ada.example/x now", ("https://www.ada.example/x", "see now")),
        ("no address here", ("", "no address here")),
    ],
)
def test_an_address_is_taken_out_whole(words: str, found: tuple[str, str]) -> None:
    assert address_in(words) == found
