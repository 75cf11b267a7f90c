from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credlens
from credlens.catalog.exports import EXPORTS
from credlens.catalog.exports.csv_columns import COLUMNS, plain, safe, same, tidy
from credlens.catalog.exports.csv_file import EXPORT, RECORD, from_row
from credlens.catalog.offer import Note, SourceFile
from credlens.catalog.sources import yaml_files
from credlens.catalog.values.tablefile import Row, rows
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Status,
    Supervision,
    Validity,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up
from credlens.model.offer import Absent, DeliveryMode, StatedSkill
from credlens.model.quantity import Hours, Months

STARTER = Path(credlens.__file__).parent / "data" / "credentials"
PAGE = Source(Method.IMPORTED, "https://example.org/kites", date(2026, 3, 4), "list.csv: row 1")
MEMORY = Source(Method.RECALLED, None, date(2025, 1, 2))


def _known(value: Any, source: Source = PAGE) -> Fact[Any]:
    return Fact(value, (source,))


KITES = Credential(
    id="kites",
    title="Kites, an\nIntroduction",
    description=_known("Build & fly."),
    kind=_known("Course"),
    evidence_class=_known(EvidenceClass.COMPLETION),
    status=_known(Status.ACTIVE),
    issuer=_known(Organisation("Example University", OrganisationKind.UNIVERSITY), MEMORY),
    provider=Fact(Unknown(WhyUnknown.CONFLICTING, (Organisation("A", OrganisationKind.OTHER), Organisation("B", OrganisationKind.OTHER))), (PAGE, MEMORY)),
    official_url=_known("https://example.org/kites"),
    level=_known(CredentialLevel.BEGINNER),
    languages=_known(("en", "es")),
    hours=_known(Hours(30, 48, 40)),
    duration=_known(Months(1.38, 1.38)),
    mode=_known(DeliveryMode.ONLINE),
    stated=(StatedSkill("Knot tying", (PAGE,)), StatedSkill("Extract, Transform, Load", (PAGE,))),
    costs=(
        CostItem("list price", CostPattern.ONE_OFF, _known(Decimal("2000.50")), "USD", "tuition"),
        CostItem("list price", CostPattern.ONE_OFF, _known(Decimal(35)), "USD", "tuition", condition="fees"),
        CostItem("online", CostPattern.ONE_OFF, _known(Decimal(300)), "USD", "tuition"),
        CostItem("monthly", CostPattern.PER_MONTH, Fact(Unknown(WhyUnknown.NOT_STATED), (PAGE,)), "USD", "tuition"),
    ),
    assessment=(Assessment(AssessmentType.QUIZ, (PAGE,), minutes=20), Assessment(AssessmentType.PROJECT, (PAGE,))),
    supervision=_known(Supervision.UNSUPERVISED_NO_ID),
    accreditation=(Accreditation("institution", "", "Example Commission", (PAGE,)),),
    recognition=(RecognitionClaim("Example Kites Ltd", "endorsement", (PAGE,)),),
    credit=(CreditValue("ECTS", 2.5, (PAGE,)),),
    prerequisites=(Prerequisite(hard=False, sources=(PAGE,), text="Wind"),),
    validity=_known(Validity(24)),
    renewal=_known(Renewal("exam", Decimal(50))),
    verification=_known(Verification("open_badge_3", "example.org")),
    absent=(Absent("stacks_into", (PAGE,)),),
)  # fmt: skip


def _written(credentials: Sequence[Credential]) -> str:
    return "".join(EXPORT.write(credentials))


def _rows(text: str) -> list[Row]:
    read = list(rows(SourceFile("catalog.csv", lambda: io.BytesIO(text.encode()))))
    assert [r for r in read if isinstance(r, Problem)] == []
    return [r for r in read if isinstance(r, Row)]


def _cells(credential: Credential = KITES) -> dict[str, str]:
    (row,) = _rows(_written([credential]))
    return dict(row.cells)


def _back(cells: Mapping[str, str]) -> tuple[Credential | None, list[Note | Problem]]:
    told: list[Note | Problem] = []
    return from_row(cells, "catalog.csv: row 1", told), told


def _changed(**cells: str) -> Credential:
    found, told = _back(_cells() | cells)
    assert found is not None
    assert told == [
        Note(f"catalog.csv: row 1: changed in the table, and counted instead of the record: {', '.join(c.name for c in COLUMNS if c.name in cells)}.")
    ]  # fmt: skip
    return found


@pytest.fixture(scope="module")
def starter() -> list[Credential]:
    class _AnySkill:
        def __contains__(self, skill: object) -> bool:
            return True

    files = [(p.name, p.read_bytes()) for p in sorted(STARTER.glob("*.yaml"))[::15]]
    return yaml_files.read(files, _AnySkill())[0]  # type: ignore[arg-type]


def test_it_is_the_export_of_that_name() -> None:
    assert EXPORTS["csv"] is EXPORT
    assert EXPORT.ending == ".csv"


def test_a_row_is_for_people_to_read() -> None:
    assert {name: cell for name, cell in _cells().items() if cell and name != RECORD} == {
        "id": "kites",
        "title": "Kites, an Introduction",
        "issuer": "Example University",
        "provider": "A / B",
        "kind": "Course",
        "evidence_class": "completion",
        "status": "active",
        "level": "beginner",
        "languages": "en, es",
        "mode": "online",
        "hours_min": "30",
        "hours_max": "48",
        "months_min": "1.38",
        "months_max": "1.38",
        "price_one_off": "2035.50 | 300",
        "price_per_month": "?",
        "currency": "USD",
        "skills": "Knot tying; Extract, Transform, Load",
        "prerequisites": "Wind",
        "assessment": "quiz; project",
        "supervision": "unsupervised_no_id",
        "accredited_by": "Example Commission",
        "recognised_by": "Example Kites Ltd",
        "credit": "2.5 ECTS",
        "validity_months": "24",
        "renewal": "exam, USD 50",
        "verification": "open_badge_3 example.org",
        "url": "https://example.org/kites",
        "oldest_source": "2025-01-02",
        "share_known": "0.77",
        "share_recalled": "0.05",
    }


def test_what_nobody_knows_is_an_empty_cell() -> None:
    cells = _cells(Credential("a", "A"))
    assert {name: cell for name, cell in cells.items() if cell} == {
        "id": "a",
        "title": "A",
        "share_known": "0.00",
        RECORD: '{"id":"a","title":"A"}',
    }
    assert _cells(Credential("a", "A", absent=(Absent("prerequisites", (PAGE,)),)))["prerequisites"] == "none"


def test_the_document_is_a_table_with_a_mark_for_spreadsheets() -> None:
    text = _written([KITES, replace(KITES, id="kites-2")])
    parsed = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeffid,title,")
    assert parsed[0][-1] == RECORD
    assert [len(row) for row in parsed] == [len(COLUMNS) + 1] * 3
    assert _written([]).count("\r\n") == 1


def test_no_more_than_one_credential_is_held() -> None:
    def endless() -> Any:
        yield KITES
        raise AssertionError("the second was asked for before the first was written")

    pieces = EXPORT.write(endless())
    assert next(pieces).startswith("\ufeffid")
    assert next(pieces).startswith("kites,")


def test_the_starter_catalog_comes_back_equal(starter: list[Credential]) -> None:
    found = [_back(row.cells) for row in _rows(_written(starter))]
    assert len(starter) > 10
    assert [credential for credential, _ in found] == starter
    assert [told for _, told in found] == [[]] * len(starter)


@pytest.mark.parametrize("title", ["=1+1", "+49", "-5", "@home", "'=1+1", "'tis", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(title: str) -> None:
    credential = replace(KITES, title=title, issuer=_known(Organisation(title, OrganisationKind.OTHER)))
    parsed = list(csv.reader(io.StringIO(_written([credential]).removeprefix("\ufeff"), newline="")))[1]

    assert not [cell for cell in parsed if cell[:1] in set("=+-@\t\r")]
    assert _back(_cells(credential)) == (credential, [])


@given(st.text(max_size=12) | st.text("'=+-@\t\r ", max_size=6))
def test_the_apostrophe_comes_off_again(text: str) -> None:
    shown = tidy(text)
    assert plain(safe(shown)) == shown
    assert safe(shown)[:1] not in set("=+-@")


TEXTS = st.text(max_size=20) | st.sampled_from(
    ["", "a;b", 'say "x"', "a,b\nc", "=1", "'=1", "\ud800", "\x00", "\u2028", "?", " | "]
)
CREDENTIALS = st.builds(
    Credential,
    id=TEXTS,
    title=TEXTS,
    description=TEXTS.map(_known),
    provider=st.builds(Organisation, TEXTS, st.just(OrganisationKind.OTHER)).map(_known) | st.just(not_looked_up()),
    languages=st.lists(TEXTS, max_size=2).map(tuple).map(_known),
    stated=st.lists(st.builds(StatedSkill, TEXTS, st.just((PAGE,))), max_size=3).map(tuple),
    hours=st.just(not_looked_up()) | st.floats(0, 9999).map(lambda n: _known(Hours(n, n + 1))),
    costs=st.lists(st.builds(CostItem, TEXTS, st.sampled_from(CostPattern), st.decimals("0", 99_999, places=2).map(_known), st.sampled_from(["USD", "EUR", ""]), st.just("tuition")), max_size=3).map(tuple),
    renewal=TEXTS.map(lambda t: _known(Renewal(t))),
    verification=TEXTS.map(lambda t: _known(Verification("pdf", t))),
)  # fmt: skip


@given(CREDENTIALS)
@settings(max_examples=80, deadline=None)
def test_whatever_it_says_it_comes_back_equal(credential: Credential) -> None:
    assert _back(_cells(credential)) == (credential, [])


CHANGED = Source(Method.IMPORTED, None, None, "catalog.csv: row 1: changed in the table")


@pytest.mark.parametrize(
    ("cells", "changes"),
    [
        ({"id": "kites-2"}, {"id": "kites-2"}),
        ({"title": "'=Kites"}, {"title": "=Kites"}),
        ({"issuer": "Example College"}, {"issuer": Organisation("Example College", OrganisationKind.UNIVERSITY)}),
        ({"provider": "A"}, {"provider": Organisation("A", OrganisationKind.OTHER)}),
        ({"kind": "Professional Certificate"}, {"kind": "ProfessionalCertificate"}),
        ({"evidence_class": "Assessed certificate"}, {"evidence_class": EvidenceClass.ASSESSED_CERTIFICATE}),
        ({"ends": "2027-01-31"}, {"ends": date(2027, 1, 31)}),
        ({"languages": "English; fr"}, {"languages": ("en", "fr")}),
        ({"hours_min": "10"}, {"hours": Hours(10, 48)}),
        ({"hours_min": "", "hours_max": "60"}, {"hours": Hours(60, 60)}),
        ({"months_min": "1", "months_max": "2"}, {"duration": Months(1, 2)}),
        ({"validity_months": "never"}, {"validity": Validity(None)}),
        ({"validity_months": "12"}, {"validity": Validity(12)}),
        ({"renewal": "work"}, {"renewal": Renewal("work")}),
        ({"verification": "pdf"}, {"verification": Verification("pdf")}),
        ({"url": "https://example.org/k"}, {"official_url": "https://example.org/k"}),
        ({"mode": "blended"}, {"mode": DeliveryMode.BLENDED}),
    ],
)
def test_a_changed_cell_counts_and_the_rest_of_the_record_stays(cells: dict[str, str], changes: dict[str, Any]) -> None:
    expected = {name: value if name in {"id", "title"} else Fact(value, (CHANGED,)) for name, value in changes.items()}
    assert _changed(**cells) == replace(KITES, **expected)


def test_an_emptied_cell_makes_it_unknown() -> None:
    assert _changed(level="", hours_min="", hours_max="") == replace(
        KITES, level=not_looked_up(), hours=not_looked_up()
    )


def test_changed_lists_are_lists_of_what_now_stands_there() -> None:
    found = _changed(skills="Knot tying; Sewing;", assessment="quiz")
    assert found.stated == (StatedSkill("Knot tying", (CHANGED,)), StatedSkill("Sewing", (CHANGED,)))
    assert found.assessment == (Assessment(AssessmentType.QUIZ, (CHANGED,)),)


def test_changed_prices_are_read_together() -> None:
    found = _changed(price_one_off="1999 | 300", price_per_attempt="50 EUR")
    assert [(c.pattern, c.amount.get(None), c.currency, c.what) for c in found.costs] == [
        (CostPattern.ONE_OFF, Decimal(1999), "USD", "tuition"),
        (CostPattern.ONE_OFF, Decimal(300), "USD", "tuition"),
        (CostPattern.PER_MONTH, None, "USD", "tuition"),
        (CostPattern.PER_ATTEMPT, Decimal(50), "EUR", "exam"),
    ]
    assert len(found.cost_options()) == 4
    assert _changed(price_one_off="100 / 200", price_per_month="").costs[0].amount.candidates() == (100, 200)
    assert _changed(price_one_off="", price_per_month="").costs == ()
    assert [c.pattern for c in _changed(price_one_off="", price_per_month="", currency="", price_free="0").costs] == [CostPattern.FREE]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"title": ""}, "title: A credential needs a title."),
        ({"id": "Kites 2"}, "id: 'Kites 2' is no id"),
        ({"kind": "Sausage"}, "kind: 'Sausage' is no kind of credential."),
        ({"status": "gone"}, "status: 'gone' is none of: active, deprecated, ceased."),
        ({"ends": "03/04/2027"}, "ends: '03/04/2027' is no day that can be told."),
        ({"languages": "xx"}, "languages: 'xx' has something in it that is no language."),
        ({"hours_min": "many"}, "hours_min: 'many' under hours_min is no number from 0 up."),
        ({"hours_min": "nan"}, "hours_min: 'nan' under hours_min is no number from 0 up."),
        ({"hours_min": "90"}, "hours_min: hours_min is more than hours_max."),
        ({"hours_min": "90", "hours_max": "80"}, "hours_min: hours_min is more than hours_max."),
        ({"assessment": "dance"}, "assessment: 'dance' is none of: attendance,"),
        ({"validity_months": "0"}, "validity_months: '0' is no number of months"),
        ({"validity_months": "soon"}, "validity_months: 'soon' is no number of months"),
        ({"verification": "magic"}, "verification: 'magic' begins with none of: none,"),
        ({"url": "kites"}, "url: 'kites' is no web address."),
        ({"price_one_off": "-5"}, "price_one_off: A price of -5 is below zero."),
        ({"price_one_off": "lots"}, "price_one_off: 'lots' is no price."),
        ({"price_one_off": "49/month EUR"}, "price_one_off: '49/month' is no price."),
        ({"currency": ""}, "currency: '2035.50' needs one currency"),
        ({"credit": "9 ECTS"}, "credit: This cell was changed, but it says less than the record."),
    ],
)
def test_a_cell_that_cannot_be_read_leaves_what_the_record_says(cells: dict[str, str], said: str) -> None:
    found, told = _back(_cells() | cells)
    assert found == KITES
    (problem,) = told
    assert str(problem).startswith(f"catalog.csv: row 1: {said}")


def test_computed_columns_and_missing_ones_say_nothing() -> None:
    cells = _cells() | {"oldest_source": "02.01.2025", "share_known": "1", "share_recalled": "0,05"}
    assert _back(cells) == (KITES, [])
    assert _back({RECORD: cells[RECORD], "level": cells["level"]}) == (KITES, [])


@pytest.mark.parametrize(
    ("shown", "cell", "equal"),
    [("2035.50", "2035.5", True), ("30", "30.0", True), ("2027-01-31", "31.01.2027", True), ("30", "31", False), ("A", "a", False), ("'=1", "=1", True)],
)  # fmt: skip
def test_a_spreadsheet_may_write_it_in_another_way(shown: str, cell: str, equal: bool) -> None:
    assert same(shown, cell) is equal


@pytest.mark.parametrize(
    "record", ['{"id":"kites","ti', "[1]", "7", "null", '{"id": 1', '{"level": {"value": "x"}}', "[" * 100_000]
)
def test_a_damaged_record_is_told(record: str) -> None:
    found, told = _back({"title": "Kites", RECORD: record})
    assert found is None
    assert [str(t).startswith(f"catalog.csv: row 1: {RECORD}: The record in this cell is damaged") for t in told] == [
        True
    ]


def test_a_row_without_a_record_is_one_of_any_table() -> None:
    assert _back({"title": "Kites"}) == (None, [])
    assert _back({"title": "Kites", RECORD: " "}) == (None, [])
    assert from_row({RECORD: '{"id":"a","title":"A"}'}) == Credential("a", "A")


def test_half_a_letter_is_written_all_the_same() -> None:
    text = _written([replace(KITES, description=_known("half \ud800"))])
    assert json.loads(_rows(text)[0].cells[RECORD])["description"]["value"] == "half \ud800"
