from datetime import date

import pytest

from credlens.market.fields import as_words, posting, recognise, unwrapped
from credlens.model.errors import Problem
from credlens.model.posting import Posting

LONG = "We look for somebody who reads and writes SQL every day."


def test_names_are_known_whatever_their_case_spaces_and_underscores() -> None:
    columns = recognise(
        ["", "Unnamed: 0", "JOB_TITLE", "job Description", "companyName", "datePosted", "Salary", "rating"]
    )
    assert (columns.text, columns.title, columns.employer, columns.posted) == (
        ("job Description",),
        "JOB_TITLE",
        "companyName",
        "datePosted",
    )


def test_several_text_columns_become_headings_in_their_order() -> None:
    record = {
        "Preferred Qualifications": "Tableau",
        "Title": "Analyst",
        "Responsibilities": LONG,
        "Minimum Qualifications": "- SQL",
    }
    columns = recognise(record)
    found = posting(record, columns, "a.csv:row 1")
    assert isinstance(found, Posting)
    assert (
        found.text
        == f"## Preferred qualifications\n\nTableau\n\n## Responsibilities\n\n{LONG}\n\n## Minimum qualifications\n\n- SQL"
    )


def test_nothing_is_guessed_from_an_unknown_name() -> None:
    assert recognise(["id", "stuff", "salary estimate", "rating"]).text == ()


def test_schema_org_shapes_are_understood() -> None:
    record = {
        "@type": "JobPosting",
        "title": "Analyst",
        "description": f"<p>{LONG}</p><ul><li>SQL</li></ul>",
        "hiringOrganization": {"@type": "Organization", "name": "Bramble"},
        "jobLocation": [{"@type": "Place", "address": {"addressLocality": "Boise", "addressRegion": "ID"}}],
        "datePosted": "2026-10-14T08:00:00Z",
    }
    found = posting(record, recognise(record), "x.json")
    assert isinstance(found, Posting)
    assert (found.employer, found.place, found.posted) == ("Bramble", "Boise, ID", date(2026, 10, 14))
    assert found.text == f"{LONG}\n\n- SQL"


def test_a_rating_under_the_employer_is_left_out() -> None:
    record = {"description": LONG, "company": "Bramble\n3.8"}
    found = posting(record, recognise(record), "x")
    assert isinstance(found, Posting)
    assert found.employer == "Bramble"


def test_too_short_a_text_is_a_problem_with_its_place() -> None:
    found = posting({"text": "SQL wanted"}, recognise(["text"]), "ads.csv:row 3")
    assert isinstance(found, Problem)
    assert found.where == "ads.csv:row 3"
    assert "10 characters" in found.message


def test_a_record_one_level_deeper_is_found() -> None:
    inner = {"description": LONG}
    assert unwrapped({"id": 1, "job": inner}) == inner
    assert unwrapped({"description": LONG, "job": {"text": "x"}})["description"] == LONG


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, ""),
        (float("nan"), ""),
        (["a", {"name": "b"}], "a; b"),
        ({"city": "Bonn", "countryCode": "DE"}, "Bonn, DE"),
        (3, "3"),
    ],
)
def test_values_become_words(value: object, words: str) -> None:
    assert as_words(value) == words


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ({"City": "Boise", "State": "ID", "Country": "US"}, "Boise, ID, US"),
        ({"city": "Boise", "country": ""}, "Boise"),
        ({"Location": "Boise, ID", "State": "ID"}, "Boise, ID"),
        ({"city": "Singapore", "country": "Singapore"}, "Singapore"),
        ({"state": "Idaho", "country": "US"}, "Idaho"),
    ],
)
def test_a_city_alone_takes_the_state_and_country_beside_it(record: dict[str, str], place: str) -> None:
    record = {"description": LONG, **record}
    found = posting(record, recognise(record), "x")
    assert isinstance(found, Posting)
    assert found.place == place
