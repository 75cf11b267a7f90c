from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.codec import decode, encode
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.etpl.federal import layout, normal
from credlens.catalog.sources.etpl.source import SOURCE
from credlens.model.credential import (
    Accreditation,
    CostPattern,
    Credential,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Status,
)
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, Classification, DeliveryMode, Identifier, OutcomeFigure, RelationKind
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

DATA = Path(__file__).parents[4] / "shared" / "data" / "catalogs" / "nj_etpl"
DAY = date(2026, 11, 1)
NEW_JERSEY = {
    "providerid": "77",
    "officialname": "Kite Making",
    "cipcode": "500713",
    "tuition": "2000",
    "fees": "35",
    "booksmaterialscost": "15.50",
    "suppliestoolscost": "0",
    "othercosts": "0",
    "totalcost": "2050.5",
    "prerequisites": '"High school diploma, or work history"',
    "leadtolicense": "TRUE",
    "licenseawardedname": "kite pilot",
    "industrycredentialname": "N/A",
    "financialaid": "2",
    "description": "<p>Sticks &amp; paper.</p>",
    "totalclockhours": "120",
    "calendarlengthid": "5",
    "featuresdescription": '"Small groups.  A ""hands-on"" workshop."',
    "programid": "4711",
    "statusname": "Approved",
    "credentialtype": "Certificate of Completion",
    "name": "Example County College",
    "city": "Exampleton",
    "county": "Example",
    "website": "www.example.edu/kites",
    "contactname": "An invented person",
    "phone": "555 0100",
    "eveningcourses": "1",
    "providerstatusname": "Approved",
    "standardized_name": "Kite Making Workshop",
    "standardized_nongovapproval": "Example Commission on Schools",
}
RESULT = {
    "id": "4712",
    "name": "Kite Repair",
    "cipCode": "500713",
    "totalCost": 900,
    "percentEmployed": 0.625,
    "calendarLength": 7,
    "totalClockHours": 80,
    "localExceptionCounty": [],
    "online": True,
    "providerId": "77",
    "providerName": "Example County College",
    "city": "Exampleton",
    "inDemand": True,
    "highlight": "how to [[mend]] a kite",
    "rank": 0.09,
    "socCodes": ["51-9195"],
    "languages": ["Spanish"],
}
FEDERAL = {
    "d101_eligible_training_provider": "Sample Trade School",
    "d104_entity_type": "Private For-Profit",
    "d105_program_name": "Wind Technician",
    "d107_program_url": "https://sample.example.org/wind",
    "d108_program": "13",
    "d109_associated_credential": "Industry-Recognized Certificate or Certification",
    "d110_cip_code": "47.0703",
    "d111_non_wioa_tuition_cost": "5000",
    "d112_non_wioa_supplies_cost": "250",
    "d113_program_length_hours": "300",
    "d114_program_length_weeks": "13",
    "d116_program_format": "This program provides in-person instruction only.",
    "d117_program_soc_occupation_1": "49-908100",
    "d121_total_exited": "40",
    "c_completed_percent": "0.75",
    "c_q2_employment_percent": "-1",
    "c_median_earnings": "10200.5",
    "de129": "20",
    "zip": "73301",
    "reportingstate": "TX",
}

KEYS = ("name", "cip", "soc", "url")
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["http://[::1", "-1", "1e400"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=5,
)


def _table(rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _file(data: Any, name: str = "") -> SourceFile:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return SourceFile(name or ("list.csv" if isinstance(data, bytes) else "list.json"), lambda: io.BytesIO(raw))


def _read(*files: SourceFile) -> list[CatalogEvent]:
    return list(SOURCE.read(files, Settings(as_of=DAY)))


def _nj(**changes: str) -> list[CatalogEvent]:
    return _read(_file(_table([NEW_JERSEY | changes])))


def _credential(events: Sequence[CatalogEvent]) -> Credential:
    (offer,) = [e for e in events if isinstance(e, Offer)]
    return offer.credential


def _problems(events: Sequence[CatalogEvent]) -> list[str]:
    return [str(e) for e in events if isinstance(e, Problem)]


def _notes(events: Sequence[CatalogEvent]) -> list[str]:
    return [e.words for e in events if isinstance(e, Note)]


def test_it_is_the_source_of_that_name() -> None:
    assert SOURCES["etpl"] is SOURCE


def test_a_row_of_new_jerseys_table() -> None:
    events = _nj()
    kites = _credential(events)
    source = Source(Method.IMPORTED, None, DAY, "list.csv: row 1")

    assert events == [e for e in events if isinstance(e, Offer)]
    assert kites.title == "Kite Making"
    assert kites.aliases == (Alias("Kite Making Workshop"),)
    assert kites.identifiers == (Identifier("etpl", "nj-4711"),)
    assert kites.kind.value == "CertificateOfCompletion"
    assert kites.kind.sources == (source,)
    assert kites.evidence_class.value is EvidenceClass.COMPLETION
    assert kites.status.value is Status.ACTIVE
    assert kites.provider.value == Organisation("Example County College", OrganisationKind.UNIVERSITY)
    assert not kites.issuer.known
    assert (kites.official_url.value, kites.official_url.note) == (
        "http://www.example.edu/kites",
        "the provider's site",
    )
    assert kites.description.value == "Sticks & paper."
    assert kites.hours.value == Hours(120, 120)
    assert (kites.duration.value, kites.duration.note) == (Months(0.92, 2.54), "length code 5")
    assert [p.text for p in kites.prerequisites] == ["High school diploma, or work history"]
    assert kites.classifications == (Classification("cip", "50.0713", "", (source,)),)
    assert [(r.kind, r.target, r.title) for r in kites.relations] == [
        (RelationKind.PREPARES_FOR, "name:kite pilot", "kite pilot")
    ]
    assert kites.accreditation == (Accreditation("institution", "", "Example Commission on Schools", (source,)),)
    assert kites.recognition == (
        RecognitionClaim("State of New Jersey", "approved_list", (source,), "list of eligible training providers"),
    )
    kept = json.loads(kites.kept[0].text)
    assert kept["county"] == "Example"
    assert kept["financialaid"] == "2", "a code that nothing explains is kept and not read"
    assert not {"contactname", "phone"} & set(kept)


def test_texts_to_read_skills_in_are_without_the_quotes_of_an_earlier_export() -> None:
    (offer,) = [e for e in _nj() if isinstance(e, Offer)]
    assert offer.text == 'Sticks & paper.\nSmall groups. A "hands-on" workshop.'


def _amounts(credential: Credential) -> list[tuple[str, Any, str]]:
    assert {(c.option, c.pattern, c.currency) for c in credential.costs} <= {("list price", CostPattern.ONE_OFF, "USD")}
    return [(c.what, c.amount.get(None), c.condition) for c in credential.costs]


def test_parts_of_the_price_add_up_within_one_option() -> None:
    assert _amounts(_credential(_nj())) == [
        ("tuition", Decimal(2000), ""),
        ("tuition", Decimal(35), "fees"),
        ("materials", Decimal("15.50"), "books"),
    ]


def test_a_total_that_was_rounded_is_noted() -> None:
    cost = _credential(_nj(totalcost="2051")).costs[0]
    assert (cost.amount.value, cost.amount.note) == (Decimal(2000), "the list's total is 2,051")


def test_a_total_that_says_otherwise_is_in_conflict_with_the_parts() -> None:
    events = _nj(totalcost="1950")
    (cost,) = _credential(events).costs

    assert cost.amount.value == Unknown(WhyUnknown.CONFLICTING, (Decimal("2050.50"), Decimal(1950)))
    assert [s.note for s in cost.amount.sources] == [
        "list.csv: row 1; sum of tuition 2,000, fees 35, books 15.50",
        "list.csv: row 1; the list's total",
    ]
    (problem,) = _problems(events)
    assert problem == (
        "list.csv: row 1: total: The parts add up to 2,050.50 (tuition 2,000, fees 35, books 15.50), "
        "but the total says 1,950. Both are kept as conflicting."
    )


def test_a_part_that_is_no_price_leaves_the_total() -> None:
    events = _nj(fees="-35")
    assert _amounts(_credential(events)) == [("tuition", Decimal("2050.5"), "all costs")]
    assert _problems(events) == ["list.csv: row 1: fees: A price of -35 is below zero. The field is left unknown."]
    monthly = _nj(fees="$35/month")
    assert _problems(monthly) == ["list.csv: row 1: fees: '$35/month' is no price. The field is left unknown."]
    without = _nj(fees="ask", totalcost="")
    assert _credential(without).costs == (), "a sum without one of its parts is no price"
    assert len(_problems(without)) == 1


def test_nothing_but_zeros_is_no_price() -> None:
    zeros = {"tuition": "0", "fees": "0", "booksmaterialscost": "0", "totalcost": "0"}
    events = _read(_file(_table([NEW_JERSEY | zeros, NEW_JERSEY | zeros | {"programid": "4713"}])))

    assert [e.credential.costs for e in events if isinstance(e, Offer)] == [(), ()]
    assert _notes(events) == [
        "list.csv: the cost is 0 in 2 rows. It is not taken for free: such lists also write 0 where nothing was filled in."
    ]


@pytest.mark.parametrize(
    ("programme", "provider", "status", "note", "listed"),
    [
        ("Approved", "Approved", Status.ACTIVE, "the list says: Approved", True),
        ("Suspend", "Approved", Status.DEPRECATED, "the list says: Suspend", False),
        ("Approved", "Suspend", Status.DEPRECATED, "the list says of the provider: Suspend", False),
        ("Removed", "", Status.CEASED, "the list says: Removed", False),
        ("Pending", "Approved", None, "the list says: Pending", False),
        ("", "", None, "", False),
    ],
)
def test_what_the_list_says_of_standing(
    programme: str, provider: str, status: Status | None, note: str, listed: bool
) -> None:
    kites = _credential(_nj(statusname=programme, providerstatusname=provider))
    assert (kites.status.get(None), kites.status.note) == (status, note)
    assert bool(kites.recognition) is listed


@pytest.mark.parametrize(
    ("code", "months"), [("1", Months(0, 0.03)), ("6", Months(3, 5)), ("9", Months(36, 48)), ("0", None), ("77", None)]
)
def test_codes_of_the_length(code: str, months: Months | None) -> None:
    assert _credential(_nj(calendarlengthid=code)).duration.get(None) == months


def test_a_length_without_an_end_is_not_stated() -> None:
    duration = _credential(_nj(calendarlengthid="10")).duration
    assert (duration.value, duration.note) == (Unknown(WhyUnknown.NOT_STATED), "more than four years")


@pytest.mark.parametrize(
    ("said", "kind", "evidence"),
    [
        ("Associate Degree", "AssociateDegree", None),
        ("License", "LearningProgram", None),
        ("Industry-Recognized Certificate or Certification", "LearningProgram", None),
        ("", "LearningProgram", None),
        ("Certificate of Completion", "CertificateOfCompletion", EvidenceClass.COMPLETION),
    ],
)
def test_a_training_is_not_the_licence_that_it_leads_to(said: str, kind: str, evidence: EvidenceClass | None) -> None:
    kites = _credential(_nj(credentialtype=said))
    assert (kites.kind.value, kites.evidence_class.get(None)) == (kind, evidence)


@pytest.mark.parametrize(
    ("code", "read"), [("12345", "01.2345"), ("500713", "50.0713"), ("0", None), ("000000", None), ("x", None)]
)
def test_subjects(code: str, read: str | None) -> None:
    assert [c.code for c in _credential(_nj(cipcode=code)).classifications] == ([read] if read else [])


def test_no_prerequisites_are_known_to_be_none() -> None:
    kites = _credential(_nj(prerequisites="None"))
    assert (kites.prerequisites, kites.absent) == ((), (Absent("prerequisites", kites.kind.sources),))
    assert _credential(_nj(prerequisites="")).absent == ()


def test_figures_that_were_not_counted_are_none() -> None:
    assert _credential(_nj(peremployed2="-99999", avgquarterlywage2="")).outcomes == ()
    found = _credential(_nj(peremployed2="0.66", avgquarterlywage2="16166")).outcomes
    assert [(f.metric, f.value, f.unit, f.months) for f in found] == [
        ("employment_rate", 0.66, "", 6),
        ("mean_earnings", 16166, "USD", 6),
    ]


def test_a_search_result_of_the_training_explorer() -> None:
    events = _read(_file([RESULT]))
    repair = _credential(events)

    assert events[0].text == "how to mend a kite"  # type: ignore[union-attr]
    assert repair.identifiers == (Identifier("etpl", "nj-4712"),)
    assert repair.kind.value == "LearningProgram"
    assert _amounts(repair) == [("tuition", Decimal(900), "all costs")]
    assert repair.hours.value == Hours(80, 80)
    assert repair.duration.value == Months(6, 12)
    assert repair.mode.value is DeliveryMode.ONLINE
    assert not repair.status.known
    assert not repair.languages.known, "the languages that a provider speaks are not those it teaches in"
    assert repair.outcomes == (
        OutcomeFigure(
            "employment_rate",
            0.625,
            repair.kind.sources,
            months=6,
            note="in the second quarter after leaving; over the provider's programmes of this subject",
        ),
    )
    assert [(c.scheme, c.code) for c in repair.classifications] == [("cip", "50.0713"), ("soc", "51-9195")]
    assert json.loads(repair.kept[0].text)["inDemand"] is True


@pytest.mark.parametrize("cost", [0, None])
def test_a_search_result_without_a_price(cost: Any) -> None:
    events = _read(
        _file([RESULT | {"totalCost": cost, "percentEmployed": None, "online": False, "totalClockHours": 0}])
    )
    repair = _credential(events)

    assert (repair.costs, repair.outcomes) == ((), ())
    assert not repair.hours.known
    assert not repair.mode.known, "what is not online may still be both"
    assert len(_notes(events)) == (cost == 0)


def test_a_programmes_whole_record_names_its_provider_and_parts_of_the_price() -> None:
    whole = {k: v for k, v in RESULT.items() if k not in {"providerName", "cipCode"}} | {
        "provider": {"id": "77", "name": "Example County College", "url": "example.edu"},
        "cipDefinition": {"cip": "50.0713", "cipcode": "500713", "ciptitle": "Metal and Jewelry Arts"},
        "tuitionCost": 800,
        "feesCost": 100,
        "certifications": "Kite mender",
        "occupations": [{"title": "Menders", "soc": "51-6051"}],
    }
    repair = _credential(_read(_file(whole)))

    assert repair.provider.value.name == "Example County College"
    assert [c.what for c in repair.costs] == ["tuition", "tuition"]
    assert [(c.code, c.name) for c in repair.classifications] == [
        ("50.0713", "Metal and Jewelry Arts"),
        ("51-9195", ""),
        ("51-6051", ""),
    ]
    assert [r.title for r in repair.relations] == ["Kite mender"]


def test_a_row_of_the_federal_layout() -> None:
    events = _read(_file(_table([FEDERAL])))
    wind = _credential(events)

    assert wind.title == "Wind Technician"
    assert wind.identifiers == (Identifier("url", "sample.example.org/wind"),), "the list has no id of its own"
    assert wind.kind.value == "LearningProgram"
    assert wind.kind.sources[0].address == "https://sample.example.org/wind"
    assert _amounts(wind) == [("tuition", Decimal(5000), ""), ("materials", Decimal(250), "supplies and tools")]
    assert wind.hours.value == Hours(300, 300)
    assert wind.duration.value == Months(3, 3)
    assert wind.mode.value is DeliveryMode.ONSITE
    assert [(c.scheme, c.code) for c in wind.classifications] == [("cip", "47.0703"), ("soc", "49-9081")]
    assert [(f.metric, f.value, f.n, f.months, f.unit) for f in wind.outcomes] == [
        ("completion_rate", 0.75, 40, None, ""),
        ("median_earnings", 10200.5, None, 6, "USD"),
    ]
    assert [c.by for c in wind.recognition] == ["State of Texas"]
    assert json.loads(wind.kept[0].text)["potential outcomes"] == [
        "an industry-recognised certificate or certification",
        "a licence of the state or of the federal government",
    ]
    assert "d105_program_name = title" in _notes(events)[0], "what was recognised is told"


def test_minus_one_is_a_figure_withheld_and_a_length_that_goes_by_competence() -> None:
    hidden = {
        "d111_non_wioa_tuition_cost": "-1",
        "d113_program_length_hours": "-1",
        "d114_program_length_weeks": "-1",
        "c_completed_percent": "-1",
        "c_median_earnings": "-1",
    }
    events = _read(_file(_table([FEDERAL | hidden])))
    wind = _credential(events)

    assert _problems(events) == []
    assert wind.costs == (), "a sum without one of its parts is no price"
    assert wind.outcomes == ()
    assert (wind.hours.value, wind.hours.note) == (
        Unknown(WhyUnknown.NOT_STATED),
        "competency-based: no fixed length",
    )


def test_the_same_from_the_federal_search_service() -> None:
    hit = {
        "_source": {
            "field_uuid": "u-1",
            "field_etp": "Sample Trade School",
            "field_program_name": "Wind Technician",
            "field_cip_code": "470703",
            "field_program_length_hours": 300,
            "field_c_completed_percent": 0.5,
            "field_program_soc_occ_1": "15-125200",
            "field_reportingstate": "TX",
        }
    }
    events = _read(_file({"hits": {"total": 1, "hits": [hit]}}))
    wind = _credential(events)

    assert wind.identifiers == (Identifier("etpl", "tx-u-1"),)
    assert [(f.metric, f.value) for f in wind.outcomes] == [("completion_rate", 0.5)]
    assert [c.code for c in wind.classifications] == ["47.0703", "15-1252"]


STATE = {
    "Program Name": "Welding",
    "Training Provider": "Sample Trade School",
    "CIP Code": "48.0508",
    "Total Cost": "$1,250.00",
    "Program Length (Hours)": "1,200 clock hours",
    "Completion Rate": "85",
    "Employment Rate": "70.5",
    "Median Earnings": "$9,100",
    "Delivery Method": "Hybrid",
    "Status": "Active",
}


def test_a_states_table_with_headings_in_words() -> None:
    events = _read(
        _file(_table([STATE, STATE | {"Program Name": "Welding II", "Completion Rate": "1"}], delimiter=";"))
    )
    first, second = (e.credential for e in events if isinstance(e, Offer))

    assert _amounts(first) == [("tuition", Decimal("1250.00"), "all costs")]
    assert first.hours.value == Hours(1200, 1200)
    assert first.mode.value is DeliveryMode.BLENDED
    assert [(f.metric, f.value, f.months) for f in first.outcomes] == [
        ("completion_rate", 0.85, None),
        ("employment_rate", 0.705, None),
        ("median_earnings", 9100, None),
    ]
    assert second.outcomes[0].value == 0.01, "in a column of percent, 1 is one percent"
    assert first.recognition == (), "whose list it is, nobody says"


def test_a_rate_with_its_sign_needs_no_guess() -> None:
    events = _read(
        _file(_table([STATE | {"Completion Rate": "85%", "Employment Rate": "N/A", "Median Earnings": "*"}]))
    )
    assert [(f.metric, f.value) for f in _credential(events).outcomes] == [("completion_rate", 0.85)]


def test_a_rate_of_more_than_all_is_listed() -> None:
    events = _read(_file(_table([STATE | {"Completion Rate": "850"}])))
    assert [f.metric for f in _credential(events).outcomes] == ["employment_rate", "median_earnings"]
    assert _problems(events) == [
        "list.csv: row 1: completion_rate: '850' is no number from 0 to 100. The field is left unknown."
    ]


@pytest.mark.parametrize(
    ("column", "heading"),
    [
        ("d113_program_length_hours", "program length hours"),
        ("field_c_completed_percent", "completed percent"),
        ("Program Length (Hours)", "program length hours"),
        ("de129", "de129"),
    ],
)
def test_headings(column: str, heading: str) -> None:
    assert normal(column) == heading


def test_a_table_of_something_else_is_none() -> None:
    assert layout(("name", "age")) is None
    assert layout(("Program Name", "Provider")) is None, "nothing to compare by"
    assert layout(("Program Name", "Provider", "Total Cost")) is not None


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("/v1/jobsearch/SOMEBODY/15-1254/NJ?source=NLX", "job ads of CareerOneStop"),
        ("/ws/online/occupations/15-1254.00", "an occupation of O*NET"),
        ("/somewhere/else", "a recorded answer of a web service"),
    ],
)
def test_recordings_of_other_services_are_called_what_they_are(url: str, what: str) -> None:
    recording = {"request": {"method": "GET", "url": url}, "response": {"status": 200, "body": "{}"}}
    assert _read(_file(recording)) == [Note(f"list.json: left aside: {what}, no list of training (1).")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([{"a": 1}], "list.json: This is no list of training programmes."),
        ([RESULT | {"name": ""}], "list.json: record 1: title: The programme has no name."),
        ([RESULT | {"totalClockHours": -5}], "list.json: record 1: hours: '-5' is no number from 0 to 20000."),
        ([RESULT | {"totalCost": 5_000_000}], "list.json: record 1: total: A price of 5,000,000 is more"),
        ([RESULT, 7], "list.json: record 2: This is a number"),
        ([RESULT, RESULT | {"name": "Other"}], "list.json: record 2: 'nj-4712' is given twice"),
        (b"", "list.csv: The file is empty."),
        (b"name,age\nAda,36\n", "list.csv: This is no list of training programmes."),
        (b"PK\x03\x04....", "list.csv: This is a ZIP archive"),
        (
            b"programid,officialname,totalcost\n1,Kites,5,6\n",
            "list.csv: row 1: The row has 4 cells where the table has 3",
        ),
        (b"programid,officialname,totalcost\n1,Kites\n", "list.csv: row 1: The row has 2 cells where the table has 3"),
    ],
)
def test_bad_input_is_listed_and_never_fatal(data: Any, said: str) -> None:
    problems = _problems(_read(_file(data)))
    assert len(problems) == 1
    assert problems[0].startswith(said)


def test_some_other_records_among_programmes_are_counted() -> None:
    events = _read(_file([RESULT, {"a": 1}, {"b": 2}]))
    assert _notes(events) == ["list.json: left aside: records that are no training programme (2)."]


def test_another_encoding_is_read_and_told() -> None:
    events = _read(_file(_table([NEW_JERSEY | {"officialname": "Café service"}]).decode().encode("cp1252")))
    assert _credential(events).title == "Café service"
    assert ["Windows-1252" in p for p in _problems(events)] == [True]


def test_the_same_row_twice_is_one_programme() -> None:
    events = _read(_file(_table([NEW_JERSEY])), _file([RESULT, RESULT]))
    assert [e.key for e in events if isinstance(e, Offer)] == ["nj-4711", "nj-4712"]
    assert _problems(events) == []


@pytest.mark.parametrize(
    ("codes", "kind", "evidence"),
    [
        ("6", "CertificateOfCompletion", EvidenceClass.COMPLETION),
        ("3", "LearningProgram", None),
        ("46", "LearningProgram", None),
    ],
)
def test_a_single_outcome_that_the_programme_ends_with_is_its_kind(
    codes: str, kind: str, evidence: EvidenceClass | None
) -> None:
    wind = _credential(_read(_file(_table([FEDERAL | {"d108_program": codes}]))))
    assert (wind.kind.value, wind.evidence_class.get(None)) == (kind, evidence)


def test_words_that_say_both_ways_of_teaching_say_none() -> None:
    wind = _credential(
        _read(
            _file(
                _table(
                    [
                        FEDERAL
                        | {"d116_program_format": "In-person or online", "d117_program_soc_occupation_1": "several"}
                    ]
                )
            )
        )
    )
    assert (wind.mode.value, wind.mode.note) == (Unknown(WhyUnknown.NOT_STATED), "the list says: in-person or online")
    assert [c.scheme for c in wind.classifications] == ["cip"]


@pytest.mark.skipif(not DATA.exists(), reason=f"optional public data is not there: {DATA}")
def test_the_published_table_and_its_search_results() -> None:
    files = sorted(DATA.rglob("*.csv")) + sorted(DATA.rglob("*.json"))
    events = _read(*(SourceFile(f.name, lambda f=f: f.open("rb")) for f in files))  # type: ignore[misc]
    offers = {e.key: e.credential for e in events if isinstance(e, Offer)}

    assert len(offers) == 6 + 8 + 49
    assert _problems(events) == []
    assert _notes(events) == [
        "career-onestop-web-developers.json: left aside: job ads of CareerOneStop, no list of training (1).",
        "onet-web-developers.json: left aside: an occupation of O*NET, no list of training (1).",
    ]
    assert offers["nj-3"].status.value is Status.DEPRECATED, "its status says Suspend"
    assert offers["nj-4"].status.value is Status.DEPRECATED, "its provider's says so"
    assert offers["nj-3"].costs[0].amount.note == "the list's total is 1,235.2"
    assert sum(1 for c in offers.values() if c.outcomes) > 10


@given(st.sampled_from([*sorted(RESULT), "provider", "cipDefinition", "occupations", "prerequisites"]), JUNK)
@settings(max_examples=60, deadline=None)
def test_no_value_of_any_field_is_fatal(name: str, value: Any) -> None:
    for event in _read(_file([RESULT | {name: value}])):
        if isinstance(event, Offer):
            assert decode(json.loads(json.dumps(encode(event.credential)))) == event.credential


@given(
    st.sampled_from([NEW_JERSEY, FEDERAL, STATE]),
    st.text(max_size=20) | st.sampled_from(["1e400", "nan", "\u0663", "$", "%"]),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_no_cell_is_fatal(row: dict[str, str], value: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(row)))
    for event in _read(_file(_table([row | {name: value}]))):
        if isinstance(event, Offer):
            assert decode(json.loads(json.dumps(encode(event.credential)))) == event.credential
