"""Copies that say the same, and copies that do not; names and words of the older formats."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.earlier.compare import differences
from credlens.verify.earlier.form import Form
from credlens.verify.earlier.names import plain
from credlens.verify.earlier.upgrade import assertion, badge_class

CASES: list[tuple[Any, Any, tuple[str, ...]]] = [
    ({"a": 1}, {"a": 1}, ()),
    ({"a": 1}, {"a": 2}, ("/a",)),
    ({"a": 1}, {"a": True}, ("/a",)),
    ({"a": "1"}, {"a": 1}, ("/a",)),
    ({"a": ["x"]}, {"a": "x"}, ()),
    ({"a": []}, {}, ()),
    ({"a": None}, {}, ()),
    ({"a": ["x", "y"]}, {"a": ["y", "x"]}, ("/a/0", "/a/1")),
    ({"a": ["x", "y"]}, {"a": ["x"]}, ("/a",)),
    ({"a": {"b/c": 1}}, {"a": {"b/c": 2}}, ("/a/b~1c",)),
    ({}, {"a": 1}, ("/a",)),
    ({"badge": {"id": "x", "name": "y"}}, {"badge": "x"}, ()),
    ({"badge": {"id": "z"}}, {"badge": "x"}, ("/badge",)),
    ({"criteria": {"id": "x", "narrative": "y"}}, {"criteria": "x"}, ("/criteria",)),
    ({"criteria": {"id": "x", "type": "Criteria"}}, {"criteria": "x"}, ()),
    ({"verification": ""}, {"verification": {"type": "hosted"}}, ("/verification",)),
    ({}, {"revoked": True}, ()),
    ({"revoked": False}, {"revoked": True}, ("/revoked",)),
    ({"issuedOn": "2026-01-15T09:00:00Z"}, {"issuedOn": "2026-01-15T09:00:00.000+00:00"}, ()),
    ({"issuedOn": "2026-01-15T09:00:00Z"}, {"issuedOn": "2026-01-15t09:00:00z"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15T09:00:00"}, {"issuedOn": "2026-01-15T09:00:00Z"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15T09:00:00"}, {"issuedOn": "2026-01-15T09:00:00.0"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15T09:00Z"}, {"issuedOn": "2026-01-15T09:00:00Z"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15"}, {"issuedOn": "2026-01-15T00:00:00Z"}, ()),
    ({"issuedOn": "2026-01-15"}, {"issuedOn": "2026-01-16"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15T09:00Z"}, {"issuedOn": "20260115T100000+0100"}, ("/issuedOn",)),
    ({"issuedOn": "2026-01-15T09:00"}, {"issuedOn": "2026-01-15T09:00Z"}, ("/issuedOn",)),
    ({str(i): 1 for i in range(9)}, {}, ("/0", "/1", "/2")),
]


@pytest.mark.parametrize(("shown", "kept", "places"), CASES)
def test_only_what_says_something_else_differs(shown: Any, kept: Any, places: tuple[str, ...]) -> None:
    assert differences(shown, kept) == places


def test_an_abridged_copy_may_leave_out_but_not_add() -> None:
    assert differences({"a": 1}, {"a": 1, "b": 2}, abridged=True) == ()
    assert differences({"a": 1, "b": 2}, {"a": 1}, abridged=True) == ("/b",)


NAMES: list[tuple[Any, Any, list[str]]] = [
    ({"@id": "x", "@type": "obi:Assertion"}, {"id": "x", "type": "Assertion"}, []),
    ({"obi:issuedOn": 1, "a": [{"@id": 2}]}, {"issuedOn": 1, "a": [{"id": 2}]}, []),
    ({"https://w3id.org/openbadges#badge": "x"}, {"badge": "x"}, []),
    ({"id": "x", "@id": "y"}, {"id": "x"}, ["id"]),
    ({"@context": {"@id": 1, "id": 2}}, {"@context": {"@id": 1, "id": 2}}, []),
    ([7, None], [7, None], []),
    ({"obi:": 1}, {"obi:": 1}, []),
]


@pytest.mark.parametrize(("written", "read", "doubled"), NAMES)
def test_each_property_has_one_name(written: Any, read: Any, doubled: list[str]) -> None:
    twice: list[str] = []
    assert plain(written, twice) == read
    assert twice == doubled


def test_a_badge_of_0_5_is_put_into_the_words_of_2_0(tools: Any) -> None:
    new = assertion(tools.case("0.5").given, Form("ob0.5", "", place="https://club.example/a/1"))
    assert new["id"] == "https://club.example/a/1"
    assert new["recipient"] == {"type": "email", "hashed": True, "identity": "sha256$" + "ab" * 32, "salt": "pepper"}
    assert new["issuedOn"] == "2012-05-01"
    assert new["evidence"] == "https://club.example/work.html"
    assert new["badge"]["image"] == "https://club.example/sql.png"
    assert new["badge"]["issuer"]["url"] == "https://club.example"


@pytest.mark.parametrize("value", ["x", 7, None, [], {"alignment": [7]}, {"issuer": 7}])
def test_what_is_no_class_stays_what_it_is(value: Any) -> None:
    new = badge_class(value, Form("ob1.0", ""))
    assert new == (value | {"type": "BadgeClass"} if isinstance(value, dict) else value)


def test_the_key_of_a_signed_badge_of_1_0_is_its_creator(tools: Any) -> None:
    given = tools.case("1.0").given | {"verify": {"type": "signed", "url": "https://club.example/key"}}
    new = assertion(given, Form("ob1.0", ""))
    assert new["verification"] == {"type": "SignedBadge", "creator": "https://club.example/key"}
    assert "id" not in new
