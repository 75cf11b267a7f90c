from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.csv_table.source import SOURCE, propose_for
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    OrganisationKind,
    Prerequisite,
    Status,
    Validity,
)
from credlens.model.errors import InputError
from credlens.model.fact import Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, Classification, DeliveryMode, Identifier, Rating, Schedule
from credlens.model.quantity import Hours, Months


def made(content: bytes | str, name: str = "t.csv") -> SourceFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(content if isinstance(content, bytes) else content.encode())

    return SourceFile(name, opened)


def read(content: bytes | str, mapping: Mapping[str, str] | None = None) -> list[CatalogEvent]:
    return list(SOURCE.read([made(content)], Settings(date(2026, 11, 22), mapping or {})))


def offers(events: list[CatalogEvent]) -> list[Offer]:
    return [e for e in events if isinstance(e, Offer)]


def told(events: list[CatalogEvent]) -> list[str]:
    """Problems and notes; the note on how the columns are read left out."""
    words = [e.words if isinstance(e, Note) else str(e) for e in events if not isinstance(e, Offer)]
    return [w for w in words if "columns read:" not in w]


def one(content: str, *expected: str, mapping: Mapping[str, str] | None = None) -> Credential:
    events = read(content, mapping)
    assert told(events) == list(expected)
    (offer,) = offers(events)
    return offer.credential


def cell(column: str, value: str, *expected: str) -> Credential:
    """The credential of a table with a name and one more column."""
    return one(f'name,{column}\nKites,"{value}"\n', *expected)


def test_the_registry_leads_here() -> None:
    assert SOURCES["csv"] is SOURCE


def test_a_german_table_with_semicolons() -> None:
    head = (
        "Kursname;Anbieter;Preis (EUR);Dauer;Niveau;Sprache;Kompetenzen;URL;Voraussetzungen;Durchführungsform;Inhalt\n"
    )
    row = 'Drachen;Beispiel-Hochschule;1.299,00;3 Monate;Anfänger;Deutsch, Englisch;Wind, Knoten (Seil, Garn);https://www.example.org/drachen/;Abitur;Präsenz;"<p>Steigen &amp; landen</p>"\n'
    events = read(head + row)
    assert told(events) == []
    (offer,) = offers(events)
    c = offer.credential
    source = Source(Method.IMPORTED, "https://www.example.org/drachen/", date(2026, 11, 22), "t.csv: row 1")
    assert (offer.key, offer.text, c.title) == ("example.org/drachen", "Steigen & landen", "Drachen")
    assert c.identifiers == (Identifier("url", "example.org/drachen"),)
    assert c.official_url.value == "https://www.example.org/drachen/"
    assert c.official_url.sources == (source,)
    assert c.description.value == "Steigen & landen"
    provider = c.provider.get(None)
    assert provider is not None
    assert provider.kind is OrganisationKind.UNIVERSITY
    assert (c.duration.value, c.level.value, c.languages.value) == (
        Months(3, 3),
        CredentialLevel.BEGINNER,
        ("de", "en"),
    )
    assert [s.name for s in c.stated] == ["Wind", "Knoten (Seil, Garn)"]
    assert c.mode.value is DeliveryMode.ONSITE
    assert c.prerequisites == (Prerequisite(hard=False, sources=(source,), text="Abitur"),)
    (cost,) = c.costs
    assert (cost.pattern, cost.amount.value, cost.currency) == (CostPattern.ONE_OFF, Decimal("1299.00"), "EUR")
    assert not c.hours.known
    assert not c.issuer.known


def test_the_proposal_is_told_and_how_to_correct_it() -> None:
    note = read("name,link,foo\nKites,https://example.org/kites,9\n")[0]
    assert isinstance(note, Note)
    assert note.words.startswith(
        "t.csv: columns read: 'name' as title, 'link' as url; left aside: 'foo'. To correct it,"
    )


def test_why_a_column_is_left_aside_in_spite_of_its_name() -> None:
    note = read("name,type\nKites,Gardening\n")[0]
    assert isinstance(note, Note)
    assert "left aside: 'type' (its name says kind, but values such as 'Gardening' are none)." in note.words


def test_a_mapping_is_used_as_it_is() -> None:
    table = "name,foo,hours\nKites,Wind; Knots,9\n"
    c = one(table, mapping={"name": "title", "foo": "skills"})
    assert [s.name for s in c.stated] == ["Wind", "Knots"]
    assert not c.hours.known  # the mapping does not speak of it


def test_a_mapping_with_mistakes_is_listed_and_the_rest_of_it_is_used() -> None:
    c = one(
        "foo,bar\nx,Kites\n",
        "t.csv: 'foo': there is no field 'titel'. Did you mean 'title'?",
        "t.csv: The table has no column 'baz'. Did you mean 'bar'?",
        mapping={"foo": "titel", "baz": "url", "bar": "title"},
    )
    assert c.title == "Kites"


def test_a_table_without_a_column_of_names() -> None:
    events = read("a,b\n1,2\n")
    assert offers(events) == []
    assert told(events) == [
        "t.csv: No column is known to hold the names of the credentials. Map one to `title`. There are: 'a', 'b'."
    ]


@pytest.mark.parametrize(
    ("columns", "row", "hours", "months", "note"),
    [
        ("hours", "40", Hours(40, 40), None, ""),
        ("hours", "40-60", Hours(40, 60), None, ""),
        ("hours", "1.200 horas", Hours(1200, 1200), None, ""),
        ("weeks,hours per week", "6,5-8", Hours(30, 48), Months(1.38, 1.38), "6 weeks x 5-8 h/week"),
        ("duration,hours per week", "3 months,10", Hours(130, 130), Months(3, 3), "13 weeks x 10 h/week"),
        ("months", "3", None, Months(3, 3), ""),
        ("ects", "5", Hours(125, 150), None, "5 ECTS x 25-30 h"),
        ("hours,ects", "100,5", Hours(100, 100), None, ""),  # what is stated stands before what is derived
        ("duration", "4 weeks; 3 hours a week", Hours(12, 12), Months(0.92, 0.92), "4 weeks x 3 h/week"),
        ("duration", "PT40H", Hours(40, 40), None, ""),
    ],
)
def test_time(columns: str, row: str, hours: Hours | None, months: Months | None, note: str) -> None:
    mapping = {"name": "title"} | {
        c: {"hours per week": "hours_per_week", "ects": "credit_ects"}.get(c, c) for c in columns.split(",")
    }
    c = one(f"name,{columns}\nKites,{row}\n", mapping=mapping)
    assert (c.hours.get(None), c.duration.get(None), c.hours.note) == (hours, months, note)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("price (USD)", '"$1,200"', [("standard", "one_off", 1200, "USD", "tuition")]),
        ("price,currency", "49,eur", [("standard", "one_off", 49, "EUR", "tuition")]),
        ("price,currency", "49,\u20ac", [("standard", "one_off", 49, "EUR", "tuition")]),
        ("price", "Free", [("standard", "free", 0, "USD", "tuition")]),
        ("price", "49 \u20ac /mes", [("standard", "per_month", 49, "EUR", "tuition")]),
        ("price", "199 USD a year", [("standard", "per_year", 199, "USD", "tuition")]),
        ("price,monthly price", "USD 20/month,USD 20", [("standard", "per_month", 20, "USD", "tuition")]),
        ("price", "US$49 per month", [("standard", "per_month", 49, "USD", "tuition")]),
        ("price,exam fee", "USD 300,USD 99", [("standard", "one_off", 300, "USD", "tuition"), ("standard", "per_attempt", 99, "USD", "exam")]),
        (
            "price,monthly price,exam fee",
            "USD 300,USD 20,USD 99",
            [
                ("standard", "one_off", 300, "USD", "tuition"), ("monthly", "per_month", 20, "USD", "tuition"),
                ("standard", "per_attempt", 99, "USD", "exam"), ("monthly", "per_attempt", 99, "USD", "exam"),
            ],
        ),
        ("price", "", []),
    ],
)  # fmt: skip
def test_prices(head: str, row: str, expected: list[tuple[Any, ...]]) -> None:
    c = one(f"name,{head}\nKites,{row}\n")
    assert [(i.option, i.pattern.value, i.amount.value, i.currency, i.what) for i in c.costs] == expected


@pytest.mark.parametrize(
    ("head", "value", "words"),
    [
        (
            "price (EUR)",
            "0",
            "t.csv: 0 under 'price (EUR)' in row 1. That is not taken for free: what is free says so in words.",
        ),
        (
            "price",
            "$49",
            "t.csv: no currency for the prices under 'price' in row 1: left out. Name the column \"price (EUR)\", or give a column with the currency.",
        ),
        ("price (EUR)", "-5", "t.csv: row 1: price (EUR): A price of -5 is below zero. The field is left unknown."),
        (
            "price (EUR)",
            "99999999",
            "t.csv: row 1: price (EUR): A price of 99,999,999 is more than any course costs. The field is left unknown.",
        ),
        (
            "tuition (EUR)",
            "49 or 99",
            "t.csv: row 1: tuition (EUR): '49 or 99' is no price that is understood. The field is left unknown.",
        ),
        (
            "price",
            "100 USD/credit",
            "t.csv: row 1: price: '100 USD/credit' is for a part of it: how many of those there are is not said. The field is left unknown.",
        ),
    ],
)
def test_prices_that_are_none(head: str, value: str, words: str) -> None:
    assert one(f"name,{head}\nKites,{value}\n", words, mapping={"name": "title", head: "price"}).costs == ()


def test_some_of_the_prices_are_monthly() -> None:
    events = read("name,price\nKites,49 EUR per month\nWind,ab 99 \u20ac\n")
    assert told(events) == []
    found = [(i.pattern.value, i.amount.value, i.condition) for o in offers(events) for i in o.credential.costs]
    assert found == [("per_month", 49, ""), ("one_off", 99, "from this price on")]


def test_a_price_of_another_period_than_its_column() -> None:
    words = "t.csv: row 1: monthly price: 'EUR 49 per year' is for a year, and the column is read as price_per_month. The field is left unknown."
    assert cell("monthly price", "EUR 49 per year", words).costs == ()


@pytest.mark.parametrize("value", ["49.99 USD", "$49.99"])
def test_a_price_in_another_currency_than_its_row(value: str) -> None:
    words = f"t.csv: row 1: price: {value!r} stands beside EUR under 'currency': which of the two counts is not said. The field is left unknown."
    assert one(f"name,price,currency\nKites,{value},EUR\n", words).costs == ()


def test_the_first_rows_without_a_currency_are_named() -> None:
    table = "name,price\n" + "".join(f"Kites {i},{i}\n" for i in range(5))
    assert told(read(table)) == [
        "t.csv: 0 under 'price' in row 1. That is not taken for free: what is free says so in words.",
        "t.csv: no currency for the prices under 'price' in rows 2, 3, 4 and 1 more: left out. Name the column \"price (EUR)\", or give a column with the currency.",
    ]


def test_signs_that_tell_names_apart_are_part_of_the_key() -> None:
    events = read("title,provider\nC,Example\nC++,Example\nC#,Example\n")
    assert told(events) == []
    assert [o.key for o in offers(events)] == ["c-example", "c-plus-plus-example", "c-sharp-example"]


@pytest.mark.parametrize(
    ("values", "hours"),
    [
        (["1.000", "40,5"], [1000, 40.5]),
        (["1.000 Stunden", "40,5"], [1000, 40.5]),
        (["1.000-1.200", "40,5"], [1000, 40.5]),
        (["40,500", "40,5"], [40.5, 40.5]),
        (["40,500 Std.", "40,5"], [40.5, 40.5]),
        (["1,000", "40.5"], [1000, 40.5]),
        (["1,000", "40"], [1000, 40]),
        (["1.234", "40.5"], [1.23, 40.5]),
    ],
)
def test_a_column_writes_its_numbers_in_one_way(values: list[str], hours: list[float]) -> None:
    events = read("name;hours\n" + "".join(f"Kites {i};{v}\n" for i, v in enumerate(values)))
    assert told(events) == []
    assert [h.min for o in offers(events) if (h := o.credential.hours.get(None))] == hours


def test_a_number_that_could_be_two_stays_unknown() -> None:
    words = "t.csv: row 1: hours: '1.000' is 1000 or 1: no other number in the column says which. The field is left unknown."
    assert not cell("hours", "1.000", words).hours.known


def test_html_in_the_name_of_an_organisation() -> None:
    assert str(cell("provider", "<i>Campus</i> North").provider.value) == "Campus North"


def test_titles_of_one_letter() -> None:
    assert one("name,provider\nR,Example\n").title == "R"
    assert one("title,provider\n7,Example\n").title == "7"


def test_a_first_row_that_is_no_header() -> None:
    events = read("Flying kites,Example,100\nMaking kites,Example,200\n")
    assert told(events) == [
        "t.csv: The first row looks like a record, not like the names of columns: it has '100'. It is read as the names of the columns: write those above it."
    ]
    assert told(read("name,provider,2024\nKites,Example,x\n")) == []


def test_long_names_and_many_columns_are_cut_in_messages() -> None:
    long = "x" * 100
    (problem,) = (w for w in told(read(f"a,{long}\n1,2\n")))
    assert problem.endswith(f"There are: 'a', '{'x' * 57}...'.")
    (problem,) = told(read(",".join(f"q{i}" for i in range(35)) + "\n"))
    assert problem.endswith("'q28', 'q29' and 5 more.")
    shown = f"price {'x' * 51}..."
    words = f"t.csv: row 1: {shown}: 'dear' is no price that is understood. The field is left unknown."
    note, *events = read(f"name,price {long}\nKites,dear\n", {"name": "title", f"price {long}": "price"})
    assert told([note, *events]) == [words]
    (proposal, *_) = read(f"name,{long}\nKites,a\n")
    assert isinstance(proposal, Note)
    assert f"left aside: '{'x' * 57}...'." in proposal.words


def test_terms() -> None:
    source = (Source(Method.IMPORTED, None, date(2026, 1, 2), "t.csv: row 1"),)
    c = one(
        "name,type,delivery,status,self paced,start,deadline,valid for (years),assessment,credit,ects,rating,reviews,soc,cip,last updated,platform,issuer\n"
        'Kites,Certification,Hybrid,Active,yes,2026-03-01,2026-02-01,3,"practical exam, portfolio",3 semester hours,5,"4,7",1.2k,15-1252,11.0401,2026-01-02,Kite Hub,Kite Association\n'
    )
    assert (c.kind.value, c.evidence_class.value) == ("Certification", "certification")
    assert (c.mode.value, c.status.value) == (DeliveryMode.BLENDED, Status.ACTIVE)
    assert c.schedule.value == Schedule(self_paced=True, starts=(date(2026, 3, 1),), apply_by=date(2026, 2, 1))
    assert c.validity.value == Validity(36)
    assert c.assessment == (Assessment(AssessmentType.PRACTICAL, source), Assessment(AssessmentType.PORTFOLIO, source))
    assert c.credit == (CreditValue("ECTS", 5, source), CreditValue("semester hours", 3, source))
    assert c.rating.value == Rating(4.7, 1200, 5.0)
    assert c.classifications == (
        Classification("soc", "15-1252", "", source),
        Classification("cip", "11.0401", "", source),
    )
    assert (str(c.platform.value), str(c.issuer.value)) == ("Kite Hub", "Kite Association")
    assert not c.provider.known


@pytest.mark.parametrize(
    ("column", "value", "absent"),
    [
        ("prerequisites", "No prerequisites", "prerequisites"),
        ("prerequisites", "None required.", "prerequisites"),
        ("Voraussetzungen", "keine", "prerequisites"),
        ("prerequisites", "None", None),  # how programs write that nothing is known
        ("prerequisites", "", None),
        ("credit eligible", "False", "credit"),
        ("credit eligible", "", None),
        ("assessment", "no", "assessment"),
    ],
)
def test_what_is_known_to_be_absent(column: str, value: str, absent: str | None) -> None:
    c = cell(column, value)
    assert c.absent == (
        (Absent(absent, (Source(Method.IMPORTED, None, date(2026, 11, 22), "t.csv: row 1"),)),) if absent else ()
    )
    assert c.prerequisites == ()


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("url", "see below", "t.csv: row 1: url: 'see below' is no address. The field is left unknown."),
        ("duration", "5 horas a la semana", "t.csv: row 1: duration: '5 horas a la semana' says how much a week, not how long. The field is left unknown."),
        ("hours", "many", "t.csv: row 1: hours: 'many' is no time that is understood. The field is left unknown."),
        ("validity", "a while", "t.csv: row 1: validity: 'a while' is no time that is understood. The field is left unknown."),
        ("rating", "good", "t.csv: row 1: rating: 'good' is no mark from 0 to 5. The field is left unknown."),
        ("cip", "x", "t.csv: row 1: cip: 'x' is no code of CIP. The field is left unknown."),
        ("updated", "03/04/2026", "t.csv: row 1: updated: '03/04/2026' is no day, or could be two. The field is left unknown."),
        ("kind", "Kite", "t.csv: in column 'kind' no kind of credential, and left unknown: 'Kite' (1)"),
        ("level", "Mixed", "t.csv: in column 'level' no single level, and left unknown: 'Mixed' (1)"),
        ("language", "Klingonese", "t.csv: in column 'language' no language, and left unknown: 'Klingonese' (1)"),
        ("mode", "kite", "t.csv: in column 'mode' no form of participation, and left unknown: 'kite' (1)"),
        ("assessment", "kite", "t.csv: in column 'assessment' no kind of assessment, and left unknown: 'kite' (1)"),
        ("skills", "(1.1k reviews)", "t.csv: row 1: skills: The cells have moved: '(1.1k reviews)' is no list of skills. The field is left unknown."),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_is_listed_and_the_row_goes_on(column: str, value: str, words: str) -> None:
    c = one(f"name,{column}\nKites,{value}\n", words, mapping={"name": "title", column: column})
    assert c.title == "Kites"


def test_an_empty_cell_is_not_stated_and_a_missing_column_not_looked_up() -> None:
    c = one("name,level,provider\nKites,,\n")
    assert c.level.value == c.provider.value == Unknown(WhyUnknown.NOT_STATED)
    assert c.issuer.value == Unknown(WhyUnknown.NOT_LOOKED_UP)


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        ("rating", ["4.5", "9.1", "8"], ["4.5 of 10", "9.1 of 10", "8 of 10"]),  # most are above 5
        ("rating", ["45", "91", "8"], ["45 of 100", "91 of 100", "8 of 100"]),
        ("rating (out of 10)", ["4.5", "3"], ["4.5 of 10", "3 of 10"]),
        ("rating", ["4.5/10", "3/10", "4"], ["4.5 of 10", "3 of 10", "4 of 10"]),
        ("rating", ["4.5", "4", "9/10"], ["4.5 of 5", "4 of 5", "9 of 10"]),
    ],
)
def test_how_far_marks_go(column: str, values: list[str], expected: list[str]) -> None:
    rows = "".join(f"Kites {i},{v}\n" for i, v in enumerate(values))
    events = read(f"name,{column}\n{rows}", {"name": "title", column: "rating"})
    assert told(events) == []
    assert [str(o.credential.rating.value) for o in offers(events)] == expected


def test_one_mark_above_all_others_makes_no_scale() -> None:
    events = read("name,rating\nKites,4.7\nWind,11\nRain,4.1\n")
    assert [str(o.credential.rating.get(None)) for o in offers(events)] == ["4.7 of 5", "None", "4.1 of 5"]
    assert told(events) == ["t.csv: row 2: rating: '11' is no mark from 0 to 5. The field is left unknown."]


def test_quoted_lines_odd_rows_and_repetitions() -> None:
    events = read('name,description\n"Kite\nflying","one\ntwo"\n\nKites\nKites,a,b\nWind,x,\nWind,x\nWind,y\n,z\n')
    assert [(o.credential.title, o.text) for o in offers(events)] == [("Kite flying", "one\ntwo"), ("Wind", "x")]
    assert told(events) == [
        "t.csv: row 3: The row has 1 cells where the table has 2 columns. It is left out.",
        "t.csv: row 4: The row has 3 cells where the table has 2 columns. It is left out. Quote texts that hold the mark between columns.",
        "t.csv: row 7: 'wind' is given twice, with different content. The first one is used: t.csv: row 5. Delete one of them.",
        "t.csv: row 8: The row has nothing under 'name'. It is left out.",
        "t.csv: 1 row left aside: word for word the same as another",
    ]


def test_the_id_of_a_table_is_its_key_but_no_name_for_others() -> None:
    (offer,) = offers(read("id,name\n17,Kites\n"))
    assert (offer.key, offer.credential.identifiers) == ("17", ())


def test_tables_of_a_source_of_their_own_are_handed_on() -> None:
    coursera = "partner,course,skills,rating,reviewcount,level,certificatetype,duration,crediteligibility\nExample University,Kites,Wind,4.8,10,Beginner,Course,1 - 3 Months,False\n"
    events = read(coursera)
    assert told(events) == [
        "t.csv: read as a table of the source `coursera`, whose columns it has. Give a mapping (`--columns`) to read it otherwise."
    ]
    assert str(offers(events)[0].credential.platform.value) == "Coursera"
    by_hand = offers(read(coursera, {"course": "title"}))
    assert not by_hand[0].credential.platform.known


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\xff\xd8\xff", b"name,x\nKites\x00,y"])
def test_what_is_no_table_is_listed(content: bytes) -> None:
    events = read(content)
    assert offers(events) == []
    assert len(told(events)) == 1
    with pytest.raises(InputError):
        propose_for(made(content))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_encodings(encoding: str) -> None:
    assert (
        one(
            "name\tlevel\nDurée\tbeginner\n".encode(encoding).decode(encoding) and "name\tlevel\nDurée\tbeginner\n"
        ).title
        == "Durée"
    )
    events = read("name\tlevel\nDurée\tbeginner\n".encode(encoding))
    assert [o.credential.title for o in offers(events)] == ["Durée"]
    assert told(events) == []


def test_windows_1252_is_read_and_listed() -> None:
    events = read("name;level\nDurée;beginner\n".encode("cp1252"))
    assert [o.credential.title for o in offers(events)] == ["Durée"]
    assert told(events) == [
        "t.csv: The file was read as Windows-1252, since it is not UTF-8. Letters with accents may be wrong: save it as UTF-8."
    ]


def test_the_proposal_for_a_file() -> None:
    assert [(p.column, p.field) for p in propose_for(made("name,hours\nKites,3\n"))] == [
        ("name", "title"),
        ("hours", "hours"),
    ]


HEADS = st.sampled_from(
    [
        "name",
        "price",
        "hours",
        "level",
        "skills",
        "rating",
        "reviews",
        "credit",
        "url",
        "start",
        "validity",
        "cip",
        "duration",
        "weeks",
        "ects",
        "language",
    ]
)
VALUES = st.one_of(
    st.text(max_size=10),
    st.sampled_from(
        ["-1", "0", "1e999", "999999999999999999999", "nan", "5-3", "USD -4", "3 - 1 weeks", "4.5/5", "(3 reviews)"]
    ),
)


@settings(max_examples=40)
@given(
    st.lists(HEADS, min_size=1, max_size=6, unique=True), st.lists(st.lists(VALUES, min_size=6, max_size=6), max_size=3)
)
def test_any_table_is_read_without_failing(heads: list[str], rows: list[list[str]]) -> None:
    import csv

    out = io.StringIO()
    csv.writer(out).writerows([heads, *(row[: len(heads)] for row in rows)])
    for event in read(
        out.getvalue().encode("utf-8", "replace"),
        {h: h for h in heads if h not in {"name", "ects"}} | {"name": "title"},
    ):
        assert event
