"""The address of LinkedIn's form: what goes in comes out again, whatever it is, and nothing is added to it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from credlens.present.exports.linkedin import ProfileEntry, fields, render

WHOLE = ProfileEntry(
    name="R & D = 100 %? #1\n<script>+\u05d0\u05d1",
    organisation="Müller & Söhne",
    issued="2024-03-01",
    expires="2027-12",
    number="AB/12&certUrl=https://evil.example",
    link="https://badges.example/a?b=c&d=e#f",
)


def asked(entry: ProfileEntry) -> dict[str, str]:
    parts = urlsplit(render(entry))
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("https", "www.linkedin.com", "/profile/add", "")
    found = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert all(len(values) == 1 for values in found.values())
    return {name: values[0] for name, values in found.items()}


def test_every_field_arrives_as_it_is() -> None:
    assert asked(WHOLE) == {
        "startTask": "CERTIFICATION_NAME",
        "name": WHOLE.name,
        "organizationName": "Müller & Söhne",
        "issueYear": "2024",
        "issueMonth": "3",
        "expirationYear": "2027",
        "expirationMonth": "12",
        "certUrl": WHOLE.link,
        "certId": WHOLE.number,
    }


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_survives(name: str, organisation: str, number: str) -> None:
    found = asked(ProfileEntry(name, organisation, number=number))
    assert (found["name"], found["organizationName"], found["certId"]) == (name, organisation, number)


def test_half_a_character_does_no_harm() -> None:
    assert asked(ProfileEntry("A\ud800B"))["name"] == "A?B"


def test_only_what_is_known_goes_in() -> None:
    assert asked(ProfileEntry("First Aid")) == {"startTask": "CERTIFICATION_NAME", "name": "First Aid"}


def test_a_year_alone_gets_no_month() -> None:
    found = asked(ProfileEntry("First Aid", issued="2023", expires="2025"))
    assert {k: v for k, v in found.items() if "Year" in k or "Month" in k} == {
        "issueYear": "2023",
        "expirationYear": "2025",
    }


def test_the_number_of_a_page_takes_the_place_of_the_name() -> None:
    found = asked(ProfileEntry("SQL", "Coursera", 2453129))
    assert found["organizationId"] == "2453129"
    assert "organizationName" not in found


def test_only_https_is_linked() -> None:
    for link in ("http://badges.example/1", "javascript:alert(1)", "urn:uuid:1", "https://a b.example"):
        assert "certUrl" not in asked(ProfileEntry("SQL", link=link))
        assert dict(fields(ProfileEntry("SQL", link=link)))["Credential URL"] == ""


def test_the_same_can_be_typed_by_hand() -> None:
    assert fields(ProfileEntry("SQL", "Coursera", 2453129, "2024-03-01", "2027", "7", "https://c.example/7")) == (
        ("Name", "SQL"),
        ("Issuing organization", "Coursera"),
        ("Issue date", "Mar 2024"),
        ("Expiration date", "2027"),
        ("Credential ID", "7"),
        ("Credential URL", "https://c.example/7"),
    )
