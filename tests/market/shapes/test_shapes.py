"""Each publisher's layout, on a record made up in it."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.adfile import AdFile, collect
from credlens.market.formats import AD_FORMATS
from credlens.market.shapes import SHAPES, of

LONG = "We look for somebody who reads and writes SQL every day."

GREENHOUSE = {
    "jobs": [
        {
            "absolute_url": "https://boards.greenhouse.io/acme/jobs/4711",
            "internal_job_id": 12,
            "location": {"name": "Austin, TX"},
            "metadata": None,
            "id": 4711,
            "updated_at": "2026-03-09T10:00:00-04:00",
            "first_published": "2026-03-04T09:00:00-05:00",
            "requisition_id": "50",
            "title": "Data Analyst",
            "company_name": "Acme",
            "content": f"&lt;p&gt;{LONG}&lt;/p&gt;&lt;ul&gt;&lt;li&gt;R &amp;amp; Python&lt;/li&gt;&lt;/ul&gt;",
            "departments": [{"id": 1, "name": "Data"}],
            "offices": [{"id": 2, "name": "South", "location": "Austin, Texas, United States"}],
        }
    ],
    "meta": {"total": 1},
}
LEVER = [
    {
        "id": "0f1e",
        "text": "Data Analyst",
        "categories": {"team": "Data", "location": "Austin, TX", "allLocations": ["Austin, TX", "Remote"]},
        "country": "US",
        "createdAt": 1772618400000,
        "description": f"<div>{LONG}</div>",
        "descriptionPlain": LONG,
        "lists": [{"text": "What you bring", "content": "<li>R & Python</li>"}],
        "additional": "<div>Apply soon.</div>",
        "additionalPlain": "Apply soon.",
        "hostedUrl": "https://jobs.lever.co/acme/0f1e",
    }
]
ASHBY = {
    "apiVersion": "1",
    "jobs": [
        {
            "id": "77",
            "title": "Data Analyst",
            "location": "Texas office",
            "secondaryLocations": [
                {"location": "Berlin", "address": {"postalAddress": {"addressCountry": "Germany"}}},
                {"location": "Remote"},
            ],
            "address": {
                "postalAddress": {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "United States"}
            },
            "isListed": True,
            "employmentType": "FullTime",
            "publishedAt": "2026-03-04T08:00:00.000+00:00",
            "jobUrl": "https://jobs.ashbyhq.com/Acme%20Labs/77",
            "descriptionHtml": f"<p>{LONG}</p>",
            "descriptionPlain": LONG,
        }
    ],
}
USAJOBS = {
    "LanguageCode": "EN",
    "SearchResult": {
        "SearchResultCount": 1,
        "SearchResultItems": [
            {
                "MatchedObjectId": "5",
                "MatchedObjectDescriptor": {
                    "PositionTitle": "Data Analyst",
                    "PositionURI": "https://www.usajobs.gov/job/5",
                    "PositionLocation": [{"LocationName": "Austin, Texas"}, {"LocationName": "Boise, Idaho"}],
                    "OrganizationName": "Office of Examples",
                    "DepartmentName": "Department of Examples",
                    "QualificationSummary": "One year of work with data.",
                    "PublicationStartDate": "2026-03-04T00:00:00.0000",
                    "UserArea": {
                        "Details": {
                            "JobSummary": LONG,
                            "MajorDuties": ["Counts things.", "Writes reports."],
                            "Education": "A bachelor's degree in statistics.",
                            "Requirements": "Must be a citizen.",
                            "HowToApply": "Send it in.",
                        }
                    },
                },
            }
        ],
    },
}
CAREERONESTOP = {
    "Jobs": [
        {
            "JvId": "A1",
            "JobTitle": "Data Analyst",
            "Company": "Acme",
            "AccquisitionDate": "2026-03-04T06:00:00Z",
            "URL": "https://example.com/1",
            "Location": "Austin, TX",
            "Fc": "False",
            "Description": LONG,
        }
    ],
    "Jobcount": 1,
}
SCHEMA_ORG = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Data Analyst",
    "description": f"<p>{LONG}</p>",
    "datePosted": "2026-03-04",
    "hiringOrganization": {"@type": "Organization", "name": "Acme"},
    "jobLocation": [
        {"@type": "Place", "address": {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "US"}},
        {"@type": "Place", "address": {"addressLocality": "Boise", "addressRegion": "ID"}},
    ],
    "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"},
}


def read(value: Any) -> AdFile:
    return collect(AD_FORMATS["json"](io.BytesIO(json.dumps(value).encode()), "a.json"))


@pytest.mark.parametrize(
    ("value", "said", "employer", "place"),
    [
        (GREENHOUSE, "jobs of a Greenhouse board", "Acme", "Austin, TX"),
        (LEVER, "postings of Lever", "acme", "Austin, TX; Remote"),
        (ASHBY, "jobs of an Ashby board", "Acme Labs", "Austin, TX, United States; Germany; Remote"),
        (USAJOBS, "announcements of USAJOBS", "Office of Examples", "Austin, Texas; Boise, Idaho"),
        (CAREERONESTOP, "jobs of CareerOneStop", "Acme", "Austin, TX"),
        (SCHEMA_ORG, "JobPosting of schema.org", "Acme", "Austin, TX, US; Boise, ID"),
    ],
)
def test_a_shape_is_recognised_and_said(value: Any, said: str, employer: str, place: str) -> None:
    found = read(value)
    assert found.problems == ()
    (ad,) = found.postings
    assert (ad.title, ad.employer, ad.place, ad.posted) == ("Data Analyst", employer, place, date(2026, 3, 4))
    assert LONG in ad.text
    assert found.notes[0] == f"a.json: read as {said}"


@pytest.mark.parametrize("value", [GREENHOUSE, LEVER, ASHBY, USAJOBS, CAREERONESTOP])
def test_the_address_is_kept(value: Any) -> None:
    assert (read(value).postings[0].url or "").startswith("https://")


def test_text_written_twice_over_is_read_as_a_person_sees_it() -> None:
    assert read(GREENHOUSE).postings[0].text == f"{LONG}\n\n- R & Python"


def test_all_parts_of_a_posting_of_lever_are_its_text() -> None:
    wanted = f"{LONG}\n\n## What you bring\n\n- R & Python\n\nApply soon."
    assert read(LEVER).postings[0].text == wanted
    plain = {k: v for k, v in LEVER[0].items() if k not in {"description", "additional"}}
    assert read([plain]).postings[0].text == wanted


def test_sections_of_an_announcement_keep_their_names() -> None:
    text = read(USAJOBS).postings[0].text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "## Summary",
        "## Duties",
        "## Requirements",
        "## Qualifications",
        "## Education requirements",
    ]
    assert "- Counts things.\n- Writes reports." in text
    assert "Send it in" not in text


def test_lists_of_careeronestop_without_descriptions_are_said_with_their_own_names() -> None:
    job = {name: value for name, value in CAREERONESTOP["Jobs"][0].items() if name != "Description"}
    (problem,) = read({"Jobs": [job]}).problems
    assert "'JvId', 'JobTitle', 'Company', 'AccquisitionDate'" in problem.message


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"jobLocationType": "TELECOMMUTE"}, "Remote"),
        (
            {
                "jobLocationType": "TELECOMMUTE",
                "applicantLocationRequirements": [{"@type": "Country", "name": "USA"}, {"name": "Canada"}],
            },
            "Remote, USA; Remote, Canada",
        ),
        ({"jobLocation": "Boise, ID"}, "Boise, ID"),
        ({}, None),
    ],
)
def test_work_from_home_in_schema_org(more: dict[str, Any], place: str | None) -> None:
    record = {k: v for k, v in SCHEMA_ORG.items() if k != "jobLocation"} | more
    assert read([record]).postings[0].place == place
    assert read([{**record, "@type": ["Thing", "http://schema.org/JobPosting"]}]).postings[0].place == place


def test_a_list_of_several_shapes_takes_the_commonest_and_reads_the_others_by_their_names() -> None:
    found = read([*LEVER, *LEVER, {"title": "Clerk", "description": LONG}])
    assert [ad.title for ad in found.postings] == ["Data Analyst", "Data Analyst", "Clerk"]
    assert of([{"title": "x", "description": LONG}]) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "text", "address"]), inner),
    max_leaves=5,
)
NAMES = sorted(
    {*GREENHOUSE["jobs"][0], *LEVER[0], *ASHBY["jobs"][0], *CAREERONESTOP["Jobs"][0], *SCHEMA_ORG}
    | {"MatchedObjectDescriptor", *USAJOBS["SearchResult"]["SearchResultItems"][0]["MatchedObjectDescriptor"]}
)


@given(st.sampled_from(SHAPES.names()), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
def test_no_record_makes_a_shape_raise(name: str, record: dict[str, Any]) -> None:
    shape = SHAPES[name]
    if shape.fits(record):
        shape.plain(record)
    found = collect(AD_FORMATS["jsonl"](io.BytesIO(json.dumps(record).encode()), "a"))
    assert found.postings or found.problems
