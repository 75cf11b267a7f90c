"""A table of applications says what it says, and nothing is made of what it does not say."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.model.errors import InputError
from credlens.outcomes.trackers import text as table_text
from credlens.outcomes.trackers.reading import Ready, TrackerTable, read_table

TODAY = date(2026, 11, 23)


def read(text: str, columns: dict[str, str] | None = None, *, encoding: str = "utf-8") -> TrackerTable:
    return read_table(io.BytesIO(text.encode(encoding)), "jobs.csv", TODAY, columns)


def ready(table: TrackerTable) -> list[Application]:
    return [f.application for f in table.found if isinstance(f, Ready)]


def doubtful(table: TrackerTable) -> list[Proposal]:
    return [f for f in table.found if isinstance(f, Proposal)]


def test_linkedin_writes_the_month_first_and_every_row_was_sent() -> None:
    table = read(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
        '"1/2/26, 8:15 AM",me@example.org,,"Acme, Inc.",Data Analyst,https://jobs.example/1,cv-2.pdf,\n'
    )
    [found] = ready(table)
    assert (found.employer, found.title, found.applied, found.resume) == (
        "Acme, Inc.", "Data Analyst", date(2026, 1, 2), "cv-2.pdf",
    )  # fmt: skip
    assert table.tracker == "LinkedIn"
    assert "Question And Answers" in table.unread


def test_huntr_does_not_say_when_it_was_sent_so_the_row_is_looked_at() -> None:
    table = read(
        "id,createdAt,title,url,lastMovedAt,boardName,listName,companyName\n"
        "1,2026-02-26 19:17:05,Analyst,-,2026-04-11 16:47:21,Search,rejected,Acme\n"
        "2,2026-02-26 19:17:05,Engineer,-,-,Search,wishlist,Beta\n"
    )
    [found] = doubtful(table)
    assert found.application is not None
    assert found.application.applied == date(2026, 2, 26)
    assert found.steps == (Step(StepKind.REJECTION, date(2026, 4, 11)),)
    assert "put into the table" in found.because
    assert [n.where for n in table.not_sent] == ["jobs.csv:3"]


def test_simplify_dates_its_status() -> None:
    table = read(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date\n"
        "Analyst,Acme,https://jobs.example,2026-03-02,Interviewing,2026-03-20\n"
    )
    assert ready(table)[0].steps == (Step(StepKind.INTERVIEW, date(2026, 3, 20)),)


def test_jobsync_says_whether_a_job_was_applied_for() -> None:
    table = read(
        "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status\n"
        "1,2026-01-01,No,N/A,Acme,Analyst,Full Time,N/A,N/A,N/A\n"
        "2,2026-01-01,Yes,2026-01-05,Beta,Analyst,Full Time,N/A,N/A,applied\n"
    )
    assert [a.employer for a in ready(table)] == ["Beta"]
    assert len(table.not_sent) == 1


def test_teal_keeps_bookmarks_apart() -> None:
    table = read(
        "Company,Role,Status,URL,Location,Salary,Date Saved,Date Applied,Notes,Excitement\n"
        "Acme,Analyst,Bookmarked,,,,2026-05-01,,,4\n"
        "Beta,Analyst,Offer received,,,,2026-05-01,05/20/2026,,5\n"
    )
    assert ready(table)[0].applied == date(2026, 5, 20)
    assert ready(table)[0].steps == (Step(StepKind.OFFER, None),)
    assert len(table.not_sent) == 1


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Company,Job Title,Date Applied,Status,Interview Date", "Acme,Analyst,2026-02-01,Interview,2026-02-14"),
        ("Firma;Stelle;Beworben am;Status;Vorstellungsgespräch am", "Acme;Analyst;1.2.2026;Gespräch;14.2.2026"),
        (
            "Empresa\tPuesto\tFecha de solicitud\tEstado\tFecha de entrevista",
            "Acme\tAnalyst\t1 de febrero de 2026\tEntrevista\t14/02/2026",
        ),
        (
            "Entreprise;Poste;Date de candidature;Statut;Date d'entretien",
            "Acme;Analyst;1 février 2026;Entretien;14 févr. 2026",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_are_read_in_four_languages_and_encodings(header: str, row: str, encoding: str) -> None:
    [found] = ready(read(f"{header}\r\n{row}\r\n", encoding=encoding))
    assert (found.employer, found.title, found.applied) == ("Acme", "Analyst", date(2026, 2, 1))
    assert found.steps == (Step(StepKind.INTERVIEW, date(2026, 2, 14)),)


def test_one_value_decides_how_a_whole_column_writes_days() -> None:
    head = "Company,Role,Date,Status\nAcme,A,3/2/2026,Applied\n"
    assert [a.applied for a in ready(read(head + "Beta,B,25/2/2026,Applied\n"))] == [
        date(2026, 2, 3),
        date(2026, 2, 25),
    ]
    assert [a.applied for a in ready(read(head + "Beta,B,2/25/2026,Applied\n"))] == [
        date(2026, 3, 2),
        date(2026, 2, 25),
    ]


def test_what_no_value_decides_is_asked_and_the_answer_can_be_given_for_the_whole_file() -> None:
    text = "Company,Role,Date,Status\nAcme,A,3/2/2026,Applied\nBeta,B,4/4/2026,Applied\n"
    [asked] = doubtful(read(text))
    assert "2026-02-03 or 2026-03-02" in asked.because
    assert asked.application is not None
    assert asked.application.id == ""
    assert [a.employer for a in ready(read(text))] == ["Beta"]  # the fourth of the fourth is the same either way
    assert ready(read(text, {"dates": "dmy"}))[0].applied == date(2026, 2, 3)
    assert ready(read(text, {"dates": "mdy"}))[0].applied == date(2026, 3, 2)


def test_a_column_that_writes_days_both_ways_decides_nothing() -> None:
    table = read("Company,Role,Date\nA,A,25/2/2026\nB,B,2/25/2026\nC,C,3/2/2026\n")
    assert [a.employer for a in ready(table)] == ["A", "B"]
    assert len(doubtful(table)) == 1


@pytest.mark.parametrize(
    ("row", "because"),
    [
        ("Acme,A,2027-01-01,Applied,", "is still to come"),
        ("Acme,A,,Applied,", "does not say when it was sent"),
        ("Acme,A,soon,Applied,", '"soon" cannot be read'),
        ("Acme,A,2026-02-30,Applied,", "cannot be read"),
        ("Acme,A,1066-10-14,Applied,", "cannot be read"),
        (f"Acme,A,{'2026-01-01 ' * 9},Applied,", "cannot be read"),
        ("Acme,A,2026-01-01,Applied,soon", '"soon" cannot be read as the day of the interview'),
        ("Acme,A,2026-01-01,Third circle,", '"Third circle" is not one that is known'),
        ("Acme,A,2026-03-01,Interview,2026-02-01", "is before the application"),
        ("Acme,A,2026-03-01,Interview,2027-02-01", "interview of 2027-02-01 is still to come"),
        (",,2026-03-01,Applied,", "neither an employer nor a title"),
    ],
)
def test_what_is_not_clear_is_looked_at_first(row: str, because: str) -> None:
    table = read(f"Company,Role,Date,Status,Interview Date\n{row}\n")
    [found] = doubtful(table)
    assert because in found.because
    assert not ready(table)


def test_the_same_application_twice_is_one_with_the_steps_of_both() -> None:
    table = read("Company,Role,Date,Status\nAcme,A,2026-01-01,Interview\nACME,a ,2026-01-01,Rejected\n")
    assert [s.kind for s in ready(table)[0].steps] == [StepKind.INTERVIEW, StepKind.REJECTION]
    assert table.merged == ("jobs.csv:3",)


def test_columns_nobody_knows_are_asked_for_in_the_words_of_the_table() -> None:
    text = "Betrieb,Aufgabe,Weg damit\nAcme,Analyst,2026-01-01\n"
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.what_to_do is not None
    assert (
        '--column employer="Betrieb" --column title="Aufgabe" --column applied="Weg damit"' in caught.value.what_to_do
    )
    assert ready(read(text, {"employer": "Betrieb", "title": "aufgabe", "applied": "Weg damit"}))[0].employer == "Acme"


@pytest.mark.parametrize(
    ("header", "missing"),
    [("Company,Aufgabe,Weg", "the day of the application"), ("Betrieb,Aufgabe,Date", "the employer or the title")],
)
def test_only_what_is_missing_is_asked_for(header: str, missing: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"{header}\n,,\n")
    assert caught.value.message == f"No column is known to say {missing}."


@pytest.mark.parametrize("columns", [{"boss": "Company"}, {"employer": "Nobody"}, {"dates": "ymd"}])
def test_columns_that_are_not_there_are_refused(columns: dict[str, str]) -> None:
    with pytest.raises(InputError):
        read("Company,Role,Date\nAcme,A,2026-01-01\n", columns)


def test_a_quote_that_is_never_closed_is_told_and_the_rows_before_it_stay() -> None:
    table = read('Company,Role,Date\nAcme,A,2026-01-01\nBeta,"B,2026-01-02\nGamma,C,2026-01-03\n')
    assert [a.employer for a in ready(table)] == ["Acme"]
    assert [p.where for p in table.problems] == ["jobs.csv:3"]


def test_a_line_without_end_is_told_and_the_others_stay() -> None:
    table = read("Company,Role,Date\nAcme,A,2026-01-01\n" + "x" * 2_000_000 + "\nBeta,B,2026-01-02\n")
    assert [a.employer for a in ready(table)] == ["Acme", "Beta"]
    assert [p.where for p in table.problems] == ["jobs.csv:3"]


def test_a_cell_that_swallows_a_megabyte_ends_the_table_with_a_word() -> None:
    table = read('Company,Role,Date\nAcme,A,2026-01-01\n"' + "x\n" * 700_000)
    assert [a.employer for a in ready(table)] == ["Acme"]
    assert [p.where for p in table.problems] == ["jobs.csv:3"]


def test_limits_are_told_with_the_place_where_they_are_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = read("Company,Role,Date\n" + "x," * 600 + "\nAcme,A,2026-01-01\n")
    assert [a.employer for a in ready(wide)] == ["Acme"]
    assert [p.where for p in wide.problems] == ["jobs.csv:2"]
    monkeypatch.setattr(table_text, "MAX_ROWS", 1)
    long = read("Company,Role,Date\nAcme,A,2026-01-01\nBeta,B,2026-01-02\n")
    assert [a.employer for a in ready(long)] == ["Acme"]
    assert [p.where for p in long.problems] == ["jobs.csv:3"]
    monkeypatch.setattr(table_text, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="larger than"):
        read("Company,Role,Date\n")


def test_a_header_alone_is_told() -> None:
    assert [p.message for p in read("Company,Role,Date\n").problems] == ["The table has a header and no rows."]


def test_the_line_in_which_spreadsheets_name_the_delimiter_is_no_header() -> None:
    assert ready(read("sep=;\nCompany;Role;Date\nAcme;A;2026-01-01\n"))[0].source.startswith("jobs.csv:3 ")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"PK\x00\x00\x01\x02"])
def test_a_file_without_rows_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_table(io.BytesIO(data), "jobs.csv", TODAY)


def test_words_of_a_cell_cannot_steer_the_screen() -> None:
    [found] = ready(read("Company,Role,Date\nAc\u202eme\x1b[31m,A,2026-01-01\n"))
    assert found.employer == "Ac\ufffdme\ufffd[31m"


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=TODAY),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d %b %Y"]),
)
def test_a_day_is_read_as_it_was_written(day: date, form: str) -> None:
    [found] = ready(read(f"Company,Role,Date\nAcme,A,{day.strftime(form)}\n"))
    assert found.applied == day


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        table = read_table(io.BytesIO(b"Company,Role,Date,Status\n" + data), "jobs.csv", TODAY)
    except InputError:
        return
    assert len(table.found) + len(table.not_sent) + len(table.merged) == table.rows
