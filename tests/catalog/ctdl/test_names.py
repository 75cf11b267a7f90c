from __future__ import annotations

from typing import Any

import pytest

from credlens.catalog.ctdl.names import (
    address_of,
    compact,
    concept,
    identifier_of,
    is_language_map,
    key_of,
    nesting,
    property_name,
    target_of,
)
from credlens.catalog.ctdl.statements import as_node, canonical_json, elements, mark, put_back
from credlens.model.offer import Identifier

CTID = "ce-1a2b3c4d-0000-4000-8000-00000000000f"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("name", "ceterms:name"),
        ("ceterms:financialAssistanceType ", "ceterms:financialAssistanceType"),
        ("https://purl.org/ctdl/terms/name", "ceterms:name"),
        ("http://credreg.net/ctdlasn/terms/competencyText", "ceasn:competencyText"),
        ("competencyText", "ceasn:competencyText"),
        ("value", "schema:value"),
        ("id", "@id"),
        ("https://example.org/terms/own", "https://example.org/terms/own"),
    ],
)
def test_properties(written: str, name: str) -> None:
    assert property_name(written) == name


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ({"name": {"en": "X"}, "@context": "c"}, {"ceterms:name": {"en": "X"}}),
        ([{"@value": "X", "@language": "fr"}], {"fr": "X"}),
        ([{"@value": 3}], 3),
        ({"id": "https://example.org/x"}, "https://example.org/x"),
        ({"name": "a", "ceterms:name": ["b"]}, {"ceterms:name": ["a", "b"]}),
        ({"credlens:record": {"title": "kept as it is"}}, {"credlens:record": {"title": "kept as it is"}}),
        (float("nan"), None),
        (10**400, None),
    ],
)
def test_compact(written: Any, short: Any) -> None:
    assert compact(written) == short


@pytest.mark.parametrize("value", [{"en": "x"}, {"en-US": ["x", "y"], "fr": "z"}, {"@none": "x"}])
def test_a_map_of_languages(value: Any) -> None:
    assert is_language_map(value)


@pytest.mark.parametrize("value", [{"id": "x"}, {}, {"name": "x"}, {"en": 3}, "x"])
def test_no_map_of_languages(value: Any) -> None:
    assert not is_language_map(value)


def test_one_thing_has_one_key_at_all_addresses_of_the_registry() -> None:
    upper = CTID.replace("1a2b3c4d", "1A2B3C4D")
    assert key_of(f"https://credentialengineregistry.org/graph/{upper}") == key_of(f"res:{CTID}") == CTID
    assert key_of(f"{CTID}0") == f"{CTID}0"  # a longer number is no CTID


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (f"https://credentialengineregistry.org/graph/{CTID}", Identifier("ctid", CTID)),
        ({"ceterms:ctid": CTID}, Identifier("ctid", CTID)),
        ("https://www.example.org/course/", Identifier("url", "example.org/course")),
        ("res:77", Identifier("res", "77")),
        (
            {"@id": "_:b0", "ceterms:subjectWebpage": "https://example.org/course"},
            Identifier("url", "example.org/course"),
        ),
        ({"@id": "_:b0"}, None),
        ("https://example.org", None),
    ],
)
def test_identifiers(value: Any, found: Identifier | None) -> None:
    assert identifier_of(value) == found


@pytest.mark.parametrize("target", [f"ctid:{CTID}", "url:example.org/course", "coursera:course", "a-record-of-ours"])
def test_targets_come_back_from_their_address(target: str) -> None:
    assert target_of(address_of(target)) == target


def test_concepts() -> None:
    alignment = {"ceterms:targetNode": {"@id": "https://purl.org/ctdl/terms/CostType/Tuition"}}
    assert concept(alignment) == concept([alignment]) == concept("costType:Tuition") == "Tuition"
    assert concept({}) == concept([]) == concept(3) == ""


def test_nesting() -> None:
    assert [nesting(v) for v in (3, {}, [{}], {"a": [{"b": 1}]})] == [0, 1, 2, 3]


class TestStatements:
    def test_values_one_by_one(self) -> None:
        assert elements([{"en": ["a", "b"], "fr": "c"}, {"@id": "x"}, {"@list": [1, [2]]}, {"@set": 3}, None, {}, {"@value": 4}]) == [
            {"en": "a"}, {"en": "b"}, {"fr": "c"}, "x", 1, 2, 3, 4,
        ]  # fmt: skip

    def test_two_writings_of_one_statement(self) -> None:
        assert mark(("p", {"a": ["x"], "b": 3.0})) == mark(("p", {"b": 3, "a": "x"}))
        assert mark(("p", "x")) != mark(("q", "x"))
        assert canonical_json({"@id": "x"}) == canonical_json("x")

    def test_a_kept_value_stands_for_what_the_fields_write(self) -> None:
        kept = {"p": [{"credlens:for": [mark(("p", 1)), mark(("q", 2))], "credlens:as": "more"}, "besides"]}
        assert put_back([("p", 1), ("q", 2), ("p", 3)], kept) == [("p", "more"), ("p", "besides"), ("p", 3)]
        assert put_back([("p", 1), ("p", 3)], kept) == [("p", 1), ("p", 3), ("p", "besides")]

    def test_texts_are_joined_without_changing_their_order(self) -> None:
        assert as_node([("n", {"en": "a"}), ("n", {"fr": "b"})]) == {"n": {"en": "a", "fr": "b"}}
        assert as_node([("n", {"en": "a"}), ("n", {"fr": "b"}), ("n", {"en": "c"})])["n"] == [
            {"en": "a"},
            {"fr": "b"},
            {"en": "c"},
        ]
        assert as_node([("n", "a"), ("n", {"en": "b"}), ("n", "a")]) == {"n": ["a", {"en": "b"}]}
