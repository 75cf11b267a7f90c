"""What every source of credentials keeps to, whatever it is given."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.codec import decode, encode
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Unknown

# One small record in each source's shape, and how its file is called. All of it is invented.
SAMPLES: dict[str, tuple[str, str]] = {
    "ctdl": (
        "graph.json",
        json.dumps(
            {
                "@context": "https://credreg.net/ctdl/schema/context/json",
                "@graph": [
                    {
                        "@type": "ceterms:Certification",
                        "@id": "https://example.org/resources/ce-1",
                        "ceterms:ctid": "ce-1",
                        "ceterms:name": {"en": "Zebra Care"},
                        "ceterms:description": {"en": "Care for zebras."},
                        "ceterms:subjectWebpage": "https://example.org/zebra",
                        "ceterms:estimatedCost": [
                            {"@type": "ceterms:CostProfile", "ceterms:price": 120, "ceterms:currency": "USD"}
                        ],
                        "ceterms:estimatedDuration": [
                            {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": "PT40H"}
                        ],
                    }
                ],
            }
        ),
    ),
    "mslearn": (
        "catalog.json",
        json.dumps(
            {
                "certifications": [
                    {
                        "uid": "certification.zebra",
                        "title": "Zebra Fundamentals",
                        "summary": "<p>Care</p>",
                        "url": "https://learn.example.org/zebra",
                        "levels": ["beginner"],
                        "last_modified": "2026-05-01T00:00:00Z",
                        "renewal_frequency_in_days": 365,
                    }
                ]
            }
        ),
    ),
    "openedx": (
        "courses.json",
        json.dumps(
            {
                "results": [
                    {
                        "key": "ExampleX+Z1",
                        "title": "Zebra Care",
                        "owners": [{"key": "ExampleX", "name": "Example University"}],
                        "course_runs": [
                            {
                                "key": "course-v1:ExampleX+Z1+1",
                                "status": "published",
                                "pacing_type": "self_paced",
                                "weeks_to_complete": 6,
                                "min_effort": 3,
                                "max_effort": 5,
                                "seats": [{"type": "verified", "price": "99.00", "currency": "USD"}],
                            }
                        ],
                    }
                ]
            }
        ),
    ),
    "coursera": (
        "table.csv",
        (
            "partner,course,skills,rating,reviewcount,level,certificatetype,duration,crediteligibility\n"
            'Example University,Zebra Care,"SQL, Care",4.8,160.0,Beginner , Course , 1 - 3 Months,False\n'
        ),
    ),
    "credly": (
        "badges.json",
        json.dumps(
            {
                "data": [
                    {
                        "id": "0000-1",
                        "badge_template": {
                            "id": "1111-2",
                            "name": "Zebra Care",
                            "description": "Earners care.",
                            "vanity_slug": "zebra-care",
                            "skills": [{"name": "SQL"}],
                            "cost": "Paid",
                        },
                    }
                ]
            }
        ),
    ),
    "openbadges": (
        "badge.json",
        json.dumps(
            {
                "@context": "https://w3id.org/openbadges/v2",
                "type": "BadgeClass",
                "id": "https://example.org/badges/1",
                "name": "Zebra Care",
                "description": "Cares.",
                "criteria": {"narrative": "Care for one zebra."},
                "issuer": {"type": "Profile", "id": "https://example.org/issuer", "name": "Example University"},
            }
        ),
    ),
    "elm": (
        "elm.jsonld",
        json.dumps(
            {
                "@context": "http://data.europa.eu/snb/model/context/edc-ap",
                "@graph": [
                    {
                        "id": "https://example.org/spec/1",
                        "type": "LearningAchievementSpecification",
                        "title": {"en": ["Zebra Care"]},
                        "volumeOfLearning": "PT50H",
                    }
                ],
            }
        ),
    ),
    "schema-org": (
        "page.html",
        '<html><head><script type="application/ld+json">'
        + json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "Course",
                "name": "Zebra Care",
                "url": "https://example.org/zebra",
                "provider": {"@type": "Organization", "name": "Example University"},
                "offers": {"@type": "Offer", "price": "49", "priceCurrency": "EUR", "category": "Paid"},
            }
        )
        + "</script></head><body>Zebra</body></html>",
    ),
    "etpl": (
        "programs.csv",
        (
            "programid,officialname,cipcode,totalcost,totalclockhours,name,description\n"
            "1,Zebra Care,010101,1200,40,Example School,Care\n"
        ),
    ),
    "csv": ("mine.csv", "title,provider,price (USD),hours\nZebra Care,Example University,120,40\n"),
}


def _read(source: str, name: str, data: bytes) -> list[CatalogEvent]:
    found = SOURCES[source].read([SourceFile(name, lambda: io.BytesIO(data))], Settings(date(2026, 11, 1)))
    return list(found)


def _offers(events: list[CatalogEvent]) -> list[Offer]:
    return [e for e in events if isinstance(e, Offer)]


def _kept_to(events: list[CatalogEvent]) -> None:
    """The contract that holds for any input."""
    keys = [o.key for o in _offers(events)]
    assert len(set(keys)) == len(keys)
    for event in events:
        assert isinstance(event, Offer | Note | Problem)
        if isinstance(event, Problem):
            assert event.where
            assert event.message
        if not isinstance(event, Offer):
            continue
        credential = event.credential
        assert event.key
        assert event.where
        assert credential.title.strip() == credential.title != ""
        assert credential.skills == (), "the taxonomy is asked later"
        assert all(i.scheme and i.value for i in credential.identifiers)
        assert decode(json.loads(json.dumps(encode(credential)))) == credential
        for fact in _facts(credential):
            if fact.known:
                assert fact.sources
                assert all(s.method in {Method.IMPORTED, Method.PARSED, Method.COMPUTED} for s in fact.sources)
        for cost in credential.costs:
            assert all(0 <= a <= 1_000_000 for a in cost.amount.candidates())


def _facts(credential: Any) -> Iterator[Fact[Any]]:
    for f in fields(credential):
        value = getattr(credential, f.name)
        if isinstance(value, Fact):
            yield value
    yield from (c.amount for c in credential.costs)


def test_every_source_has_a_sample() -> None:
    assert set(SAMPLES) == set(SOURCES.names())


@pytest.mark.parametrize("source", SAMPLES)
def test_a_sample_is_read_with_its_place_and_date(source: str) -> None:
    name, text = SAMPLES[source]
    assert name.endswith(SOURCES[source].endings)
    assert SOURCES[source].title
    events = _read(source, name, text.encode())
    _kept_to(events)
    (offer,) = _offers(events)
    assert "Zebra" in offer.credential.title
    assert name in offer.where
    dates = {s.date for fact in _facts(offer.credential) for s in fact.sources}
    assert dates, "something has to be stated"
    assert None not in dates


@pytest.mark.parametrize("source", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_makes_no_difference(source: str, encoding: str) -> None:
    name, text = SAMPLES[source]
    text = text.replace("Zebra Care", "Zebra Pflege für Anfänger")
    told = [o.credential.title for o in _offers(_read(source, name, text.encode(encoding)))]
    assert told == ["Zebra Pflege für Anfänger"] or (source == "mslearn" and told == ["Zebra Fundamentals"])


@pytest.mark.parametrize("source", SAMPLES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\n",
        b"%PDF-1.7 \x00\x01",
        b"PK\x03\x04rest",
        b"\x00" * 64,
        b"null",
        b"[]",
        b"{}",
        b'{"a":' * 3000,
        b"[" * 100_000,
        b'{"n": ' + b"9" * 5000 + b"}",
        b'[{"name": 1, "title": [], "uid": {}, "@type": 3, "key": null}]',
        b"<html><body>no data</body></html>",
        b'a,b\n"unclosed',
    ],
    ids=lambda d: repr(d[:12]),
)
def test_what_is_no_catalog_is_told_and_raises_nothing(source: str, data: bytes) -> None:
    events = _read(source, SAMPLES[source][0], data)
    _kept_to(events)
    assert events or data == b"[]", "an empty list may be an empty catalog; whoever asked for it tells"
    assert not _offers(events)


@pytest.mark.parametrize("source", SAMPLES)
def test_a_file_that_breaks_off_anywhere_is_no_crash(source: str) -> None:
    name, text = SAMPLES[source]
    data = text.encode()
    for end in range(0, len(data), max(1, len(data) // 40)):
        _kept_to(_read(source, name, data[:end]))


@pytest.mark.parametrize("source", SAMPLES)
def test_the_same_file_twice_is_read_alike_and_its_records_are_one(source: str) -> None:
    name, text = SAMPLES[source]
    once = _read(source, name, text.encode())
    assert _read(source, name, text.encode()) == once
    files = [SourceFile(n, lambda: io.BytesIO(text.encode())) for n in (name, f"copy-{name}")]
    both = list(SOURCES[source].read(files, Settings(date(2026, 11, 1))))
    assert len(_offers(both)) == 1


@pytest.mark.parametrize("source", SAMPLES)
def test_a_record_without_any_date_has_none(source: str) -> None:
    name, text = SAMPLES[source]
    if source == "mslearn":
        text = text.replace('"last_modified"', '"left_out"')
    (offer,) = _offers(list(SOURCES[source].read([SourceFile(name, lambda: io.BytesIO(text.encode()))], Settings())))
    assert {s.date for fact in _facts(offer.credential) for s in fact.sources} == {None}


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | st.sampled_from(
        ["", "N/A", "<b>x</b>", "-5", "1e999", "P-3M", "3 meses", "http://", "\u0000", "a" * 3000, "2026-13-45"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@id", "@value", "en", "name", "type"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("source", [s for s in SAMPLES if SAMPLES[s][0].endswith(("json", "jsonld"))])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_value_anywhere_in_a_record_is_no_crash(source: str, data: st.DataObject) -> None:
    name, text = SAMPLES[source]
    value = json.loads(text)
    places = list(_places(value))
    for keys in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3)):
        _put(value, keys, data.draw(VALUES))
    _kept_to(_read(source, name, json.dumps(value).encode()))


def _places(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*keys, key)
        yield from _places(inner, (*keys, key))


def _put(value: Any, keys: tuple[Any, ...], new: Any) -> None:
    for key in keys[:-1]:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return  # what stood there was replaced before
    if isinstance(value, dict) or (isinstance(value, list) and isinstance(keys[-1], int) and keys[-1] < len(value)):
        value[keys[-1]] = new


def test_unknown_is_never_a_value() -> None:
    for source, (name, text) in SAMPLES.items():
        for offer in _offers(_read(source, name, text.encode())):
            assert not any(f.known and isinstance(f.value, Unknown) for f in _facts(offer.credential))
