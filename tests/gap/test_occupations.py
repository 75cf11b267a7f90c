from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from credlens.gap.occupations import law_reach, read, recognise
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.occupation import DegreeLevel, LawReach, RegulatedOccupation
from credlens.model.skill import Alias

HEAD = "sources:\n  table: {method: read, address: 'https://example.org', date: 2026-11-22}\noccupations:\n"
GOOD = (
    "id: nurse, title: Registered nurse, jurisdiction: {code: US}, requires: [licence], licence: RN licence,"
    " licence_names: [RN license], from: table"
)


def _read(*entries: str) -> tuple[list[RegulatedOccupation], list[Problem]]:
    """One file whose occupations begin on line 4, one a line."""
    return read([("o.yaml", (HEAD + "".join(f"  - {{{e}}}\n" for e in entries)).encode())])


def test_every_field_of_an_occupation_comes_back() -> None:
    found, problems = _read(
        "id: registered-nurse-us, title: Registered nurse, titles: [staff nurse, '=RN'], onet_soc: 29-1141.00,"
        " isco08: 0221, jurisdiction: {code: US, label: United States}, requires: [degree, licence],"
        " degree: {level: associate, note: a nursing diploma}, licence: RN licence, licence_names: [RN license, NCLEX],"
        " authority: State boards, opens_with: a programme, note: by state, from: table"
    )

    assert problems == []
    assert found == [
        RegulatedOccupation(
            id="registered-nurse-us",
            title="Registered nurse",
            titles=(Alias("Registered nurse"), Alias("staff nurse"), Alias("RN", exact=True)),
            onet_soc="29-1141.00",
            isco08="0221",
            jurisdiction="US",
            jurisdiction_label="United States",
            needs_degree=True,
            needs_licence=True,
            degree=DegreeLevel.ASSOCIATE,
            degree_note="a nursing diploma",
            licence="RN licence",
            licence_names=(Alias("RN license"), Alias("NCLEX")),
            authority="State boards",
            opens_with="a programme",
            sources=(Source(Method.READ, "https://example.org", date(2026, 11, 22)),),
        )
    ]


def test_a_short_entry_is_filled_with_what_follows_from_it() -> None:
    (nurse,), problems = _read(GOOD)

    assert problems == []
    assert (nurse.titles, nurse.jurisdiction_label) == ((Alias("Registered nurse"),), "US")
    assert (nurse.needs_degree, nurse.degree, nurse.onet_soc, nurse.isco08) == (False, None, None, None)


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("requires: [licence]", "requires: [licence, luck]", "requires", "`requires` cannot hold 'luck'."),
        ("requires: [licence]", "requires: []", "requires", "The occupation requires nothing."),
        ("jurisdiction: {code: US}, ", "", "jurisdiction", "`jurisdiction` is missing."),
        ("jurisdiction: {code: US}", "jurisdiction: {label: here}", "jurisdiction.code", "`code` is missing."),
        ("licence: RN licence, ", "", "licence", "The licence is not named."),
        ("licence_names: [RN license], ", "", "licence", "The licence is not named."),
        ("id: nurse, ", "", "id", "`id` is missing."),
        ("title: Registered nurse, ", "", "title", "`title` is missing."),
        (", from: table", "", "from", "It does not say who says so."),
        ("from: table", "from: table, degree: {level: none}", "degree.level", "'none' is no degree."),
        ("from: table", "from: table, degree: {level: unstated}", "degree.level", "'unstated' is no degree."),
        ("from: table", "from: table, degree: {level: high}", "degree.level", "`level` cannot be 'high'."),
        ("from: table", "from: table, degree: {levels: bachelor}", "degree.levels", "`levels` is not a field"),
        ("from: table", "from: table, opens: x", "opens", "`opens` is not a field"),
    ],
)
def test_an_occupation_with_a_mistake_is_listed_and_left_out(old: str, new: str, place: str, message: str) -> None:
    assert old in GOOD
    found, problems = _read(GOOD.replace(old, new), GOOD.replace("nurse,", "other,"))

    assert [o.id for o in found] == ["other"]
    assert [p.where for p in problems] == [f"o.yaml:4: occupations[0].{place}"]
    assert problems[0].message.startswith(message)


def test_an_occupation_defined_twice_is_listed_and_the_first_counts() -> None:
    found, problems = _read(GOOD, GOOD.replace("code: US", "code: GB"))

    assert [o.jurisdiction for o in found] == ["US"]
    assert [(p.where, p.message) for p in problems] == [
        ("o.yaml:5: occupations[1].id", "The occupation 'nurse' is defined twice.")
    ]


def test_an_unreadable_file_does_not_stop_the_others() -> None:
    found, problems = read([("bad.yaml", b"["), ("o.yaml", (HEAD + f"  - {{{GOOD}}}\n").encode())])

    assert [o.id for o in found] == ["nurse"]
    assert [p.where for p in problems] == ["bad.yaml:1"]


def _occupation(occupation_id: str, jurisdiction: str, *titles: str) -> RegulatedOccupation:
    names = tuple(Alias(t.removeprefix("="), exact=t.startswith("=")) for t in titles)
    return RegulatedOccupation(
        occupation_id,
        titles[0],
        names,
        None,
        None,
        jurisdiction,
        jurisdiction,
        needs_degree=True,
        needs_licence=True,
        degree=None,
        degree_note="",
        licence="",
        licence_names=(),
        authority="",
        opens_with="",
        sources=(),
    )


NURSE_US = _occupation("nurse-us", "US", "registered nurse", "staff nurse", "=RN")
NURSE_GB = _occupation("nurse-gb", "GB", "registered nurse", "staff nurse")
NURSE_CA = _occupation("nurse-us-ca", "US-CA", "registered nurse")
NURSE_NY = _occupation("nurse-us-ny", "US-NY", "registered nurse")
NURSE_EU = _occupation("nurse-eu", "EU", "registered nurse")
LAWYER_US = _occupation("lawyer-us", "US", "attorney", "lawyer")
ALL = (NURSE_GB, LAWYER_US, NURSE_US)


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        ([("Staff Nurse, ICU", 3), ("Data analyst", 2)], NURSE_US),
        ([("Registered Nurse", 1), ("RN - nights", 1), ("Data analyst", 2)], NURSE_US),  # exactly half
        ([("Registered Nurse", 2), ("Data analyst", 3)], None),
        ([("Attorney", 3), ("Registered nurse", 2)], LAWYER_US),
        ([("Barn manager", 5)], None),
        ([("Learn Rn basics", 5)], None),  # RN only in capitals
        ([], None),
    ],
)
def test_a_target_is_the_regulated_occupation_that_at_least_half_of_the_titles_name(
    titles: list[tuple[str, int]], found: RegulatedOccupation | None
) -> None:
    for order in permutations(ALL):
        assert recognise(titles, order, None) == found


def test_a_title_that_names_an_occupation_twice_counts_once() -> None:
    assert recognise([("RN / Registered Nurse", 1), ("Clerk", 2)], ALL, "US") is None


@pytest.mark.parametrize(
    ("place", "pool", "found"),
    [
        ("GB", ALL, NURSE_GB),
        ("US", ALL, NURSE_US),
        ("DE", ALL, None),  # whose rules we do not know
        (None, ALL, NURSE_US),
        (None, (NURSE_GB,), NURSE_GB),
        ("US-CA", ALL, NURSE_US),  # the country's rule holds in its states
        ("US-CA", (NURSE_US, NURSE_NY, NURSE_CA), NURSE_CA),  # the state's own rule before it
        ("US-CA", (NURSE_NY,), None),  # another state's rule does not
        ("DE", (NURSE_US, NURSE_EU), NURSE_EU),  # a directive holds in every member state
        ("DE-BY", (NURSE_US, NURSE_EU), NURSE_EU),
        ("GB", (NURSE_US, NURSE_EU), None),
        ("US", (NURSE_NY, NURSE_GB), NURSE_NY),  # some rule of the country's parts, when there is no other
    ],
)
def test_the_rule_of_the_place_counts(
    place: str | None, pool: tuple[RegulatedOccupation, ...], found: RegulatedOccupation | None
) -> None:
    for order in permutations(pool):
        assert recognise([("Registered nurse", 1)], order, place) == found


@pytest.mark.parametrize(
    ("title", "place", "reach"),
    [
        # the table knows nurses of two other places
        ("Registered nurse", "BR", LawReach(("US", "GB"), "registered nurse", ("GB", "US"), "BR")),
        ("Attorney", "GB", LawReach(("US", "GB"), "attorney", ("US",), "GB")),
        # the rule of the place is known; nothing of the kind is; nobody named a place
        ("Registered nurse", "US-CA", LawReach(("US", "GB"), place="US-CA")),
        ("Data analyst", "BR", LawReach(("US", "GB"), place="BR")),
        ("Registered nurse", None, LawReach(("US", "GB"))),
    ],
)
def test_how_far_the_table_reaches_is_said(title: str, place: str | None, reach: LawReach) -> None:
    for order in permutations(ALL):
        assert law_reach([(title, 1)], order, place) == reach
