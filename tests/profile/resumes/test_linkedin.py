"""LinkedIn's archive of one's own data. The exports are invented."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.errors import InputError
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes import RESUME_FORMATS, for_name, linkedin
from credlens.profile.resumes.linkedin_words import ALSO, FILES, HEADERS, ORDER

ENGLISH = {
    "Basic_LinkedInDataExport/Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\r\n"
        'Ada,Novak,,,,Data clerk,"I like SQL.\r\nAnd Excel."\r\n'
    ),
    "Positions.csv": (
        'Notes:\n"This file has your positions"\n\nCompany Name,Title,Description,Location,Started On,Finished On\n'
        'Bramble,Senior Clerk,"Reports in Excel\n- SQL queries",Bonn,Mar 2021,\nCobalt,Clerk,,Bonn,Jun 2018,Feb 2021\n'
    ),
    "Education.csv": (
        'School Name,Start Date,End Date,Notes,Degree Name,Activities\nBonn College,2014,2017,,"Bachelor of Arts - BA, History",Chess\n'
    ),
    "Skills.csv": "Name\nPython\nTableau\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\nPL-300,https://example.com,Microsoft,May 2023,May 2026,1\n",
    "Languages.csv": "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nBudget,A dashboard in Tableau,,Jan 2022,Mar 2022\n",
    "Courses.csv": "Name,Number\nSQL for data,1\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\nChess club,Treasurer,,2020,,Kept the books\n",
    "Honors.csv": "Title\nBest clerk\n",
    "messages.csv": "FROM,CONTENT\nsomebody,I know Rust\n",
}


def archive(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in files.items():
            out.writestr(name, text)
    return packed.getvalue()


def read(files: Mapping[str, str | bytes], where: str = "export.zip") -> Resume:
    data = archive(files)
    name = for_name(where, data)
    assert name == "linkedin"
    return RESUME_FORMATS[name](data, where)


def texts(resume: Resume, section: Section) -> list[str]:
    return [line.text for entry in resume.of(section) for line in entry.lines]


def problem(files: Mapping[str, str | bytes]) -> tuple[str, str, str]:
    with pytest.raises(InputError) as caught:
        read(files)
    first = caught.value.problems[0]
    return first.where, first.message, first.what_to_do


def test_an_english_export_becomes_sections_with_the_place_of_every_line() -> None:
    resume = read(ENGLISH)
    assert (resume.name, resume.structured, resume.notes) == ("Ada Novak", True, ())
    assert texts(resume, Section.HEADER) == ["Data clerk"]
    assert texts(resume, Section.SUMMARY) == ["I like SQL.", "And Excel."]
    now, before = resume.of(Section.EXPERIENCE)
    assert (now.title, now.organisation, now.span and (now.span.start, now.span.end)) == (
        "Senior Clerk",
        "Bramble",
        (date(2021, 3, 1), None),
    )
    assert before.span is not None
    assert before.span.end == date(2021, 2, 28)
    assert [(line.where, line.text) for line in now.lines] == [
        ("export.zip: Positions.csv row 1", "Senior Clerk, Bramble"),
        ("export.zip: Positions.csv row 1", "Reports in Excel"),
        ("export.zip: Positions.csv row 1", "SQL queries"),
    ]
    (study,) = resume.of(Section.EDUCATION)
    assert (study.subject, study.organisation, study.lines[0].text) == (
        "History",
        "Bonn College",
        "Bachelor of Arts - BA, History, Bonn College",
    )
    assert texts(resume, Section.SKILLS) == ["Python", "Tableau"]
    assert texts(resume, Section.CERTIFICATIONS) == [
        "PL-300, issued May 2023, expires May 2026, Microsoft, credential ID 1, https://example.com"
    ]
    (held,) = resume.of(Section.CERTIFICATIONS)
    assert (held.title, held.organisation, held.span and held.span.said) == (
        "PL-300",
        "Microsoft",
        ("2023-05", "2026-05"),
    )
    assert texts(resume, Section.LANGUAGES) == ["German: Native or bilingual proficiency"]
    assert texts(resume, Section.PROJECTS) == ["Budget", "A dashboard in Tableau"]
    assert texts(resume, Section.COURSES) == ["SQL for data"]
    assert texts(resume, Section.VOLUNTEER) == ["Treasurer, Chess club", "Kept the books"]
    assert not any("Rust" in line.text for entry in resume.entries for line in entry.lines), (
        "messages are nobody's business"
    )


@pytest.mark.parametrize(
    ("file", "header", "start", "end"),
    [
        ("Positionen.csv", "Unternehmensname,Position,Beschreibung,Ort,Beginn,Ende", "März 2020", "Dez. 2021"),
        ("Positions.csv", "Nom de l\u2019entreprise,Titre,Description,Lieu,Date de début,Date de fin", "mars 2020", "déc. 2021"),
        ("Positions.csv", "Nombre de la empresa,Cargo,Descripción,Ubicación,Fecha de inicio,Fecha de finalización", "mar 2020", "dic 2021"),
        ("Cargos.csv", "Nome da empresa,Título,Descrição,Localidade,Início,Término", "mar 2020", "dez 2021"),
        ("Posizioni.csv", "Nome azienda,Posizione,Descrizione,Località,Data di inizio,Data di fine", "mar 2020", "dic 2021"),
        ("Functies.csv", "Bedrijfsnaam,Functie,Beschrijving,Locatie,Startdatum,Einddatum", "mrt. 2020", "dec. 2021"),
    ],
)  # fmt: skip
def test_columns_are_known_in_several_languages(file: str, header: str, start: str, end: str) -> None:
    resume = read({file: f"{header}\nBramble,Clerk,Excel,Bonn,{start},{end}\n"})
    (job,) = resume.of(Section.EXPERIENCE)
    assert resume.notes == ()
    assert job.organisation == "Bramble"
    assert job.span is not None
    assert (job.span.start, job.span.end) == (date(2020, 3, 1), date(2021, 12, 31))


def test_unknown_headers_are_told_by_their_order_when_the_dates_fit_and_that_is_noted() -> None:
    resume = read({"Positions.csv": "Yritys,Nimike,Kuvaus,Sijainti,Alkoi,Päättyi\nBramble,Clerk,Excel,Bonn,2021,\n"})
    (job,) = resume.of(Section.EXPERIENCE)
    assert (job.title, job.organisation) == ("Clerk", "Bramble")
    (note,) = resume.notes
    assert "Yritys, Nimike" in note.message
    assert "credlens profile review" in note.what_to_do


@pytest.mark.parametrize(
    "text",
    [
        "Yritys,Nimike\nBramble,Clerk\n",
        "Yritys,Nimike,Kuvaus,Sijainti,Alkoi,Päättyi\nBramble,Clerk,Excel,Bonn,soon,never\n",
    ],
)
def test_headers_that_nothing_tells_are_listed_with_the_way_out(text: str) -> None:
    where, message, what_to_do = problem({"Positions.csv": text})
    assert where == "export.zip: Positions.csv"
    assert "Yritys, Nimike" in message
    assert "English" in what_to_do


def test_one_file_that_cannot_be_read_leaves_the_others() -> None:
    resume = read(ENGLISH | {"Positions.csv": "Yritys,Nimike\nBramble,Clerk\n"})
    assert [note.where for note in resume.notes] == ["export.zip: Positions.csv"]
    assert texts(resume, Section.SKILLS) == ["Python", "Tableau"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"Connections.csv": "First Name\nBob\n", "photo.jpg": b"x"}, "no LinkedIn export"),
        ({"readme.txt": "hello"}, "no CSV file"),
        ({"Skills.csv": ""}, "no data"),
    ],
)
def test_an_archive_without_what_is_needed_says_so(files: Mapping[str, str | bytes], words: str) -> None:
    where, message, what_to_do = problem(files)
    assert where.startswith("export.zip")
    assert words in message
    assert "English" in what_to_do


def test_what_is_no_archive_or_a_damaged_or_locked_one_says_so() -> None:
    whole = archive(ENGLISH)
    damaged = whole[:200] + b"\0" * 50 + whole[250:]
    locked = bytearray(whole)
    at = whole.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    for data in (b"no archive", whole[: len(whole) // 2], damaged, bytes(locked)):
        with pytest.raises(InputError) as caught:
            linkedin.read(data, "export.zip")
        assert caught.value.problems[0].where.startswith("export.zip")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkedin, "MOST_BYTES", 1024 * 1024)
    monkeypatch.setattr(linkedin, "MOST_MEMBERS", 20)
    assert "more than 1 MiB" in problem({"Skills.csv": b"Name\n" + b"a" * 3_000_000})[1]
    assert "30 files" in problem({f"{i}.csv": "x" for i in range(30)})[1]


def test_names_with_folders_and_tricks_are_only_names() -> None:
    resume = read({"../../etc/Skills.csv": "Name\nPython\n", "a\\b\\Languages.csv": "Name,Proficiency\nGerman,\n"})
    assert texts(resume, Section.SKILLS) == ["Python"]
    assert texts(resume, Section.LANGUAGES) == ["German"]


def test_what_is_kept_is_only_what_is_read() -> None:
    data = archive(ENGLISH)
    kept = linkedin.kept(data, "export.zip")
    with zipfile.ZipFile(io.BytesIO(kept)) as inside:
        assert "messages.csv" not in inside.namelist()
        assert len(inside.namelist()) == 9
    assert linkedin.read(kept, "export.zip") == linkedin.read(data, "export.zip")
    assert linkedin.kept(data, "export.zip") == linkedin.kept(kept, "export.zip") == kept


def test_a_zip_without_an_ending_is_told_by_its_members() -> None:
    assert for_name("export", archive(ENGLISH)) == "linkedin"
    assert for_name("document", archive({"word/document.xml": "x"})) == "docx"


def test_every_column_has_headers_and_every_file_an_order() -> None:
    assert set(FILES) == set(ORDER)
    used = {name for kind in ORDER for name in (*ORDER[kind], *ALSO.get(kind, ())) if not name.startswith("[")}
    assert used == set(HEADERS)
    assert all(header == header.casefold() for headers in HEADERS.values() for header in headers)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(list(ENGLISH)), st.text('ab,"\nName2020-', max_size=40), min_size=1))
def test_any_tables_are_a_resume_or_a_problem(files: dict[str, str]) -> None:
    try:
        said = read(files).notes
    except InputError as error:
        said = error.problems
    assert all(p.message for p in said)
