from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Check, Claims, Mode, Outcome
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Document, Missing, Reply, Why
from credlens.verify.schema import check_schema

ADDRESS = "https://academy.example/schema.json"
NEEDS_NAME = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
EDTECH = "1EdTechJsonSchemaValidator2019"


def checked(
    schema: Any, document: dict[str, Any], *entries: Any, kind: str = "JsonSchema", mode: Mode = Mode.STRICT
) -> list[Check]:
    inquiry = Inquiry(
        Desk(Settings(datetime(2026, 1, 1, tzinfo=UTC), mode), lambda *_: pytest.fail("nothing is inside"))
    )
    named = entries or ({"id": ADDRESS, "type": kind},)
    steps = check_schema(Content(Claims(), schemas=named), document, inquiry)
    if isinstance(schema, Missing):
        reply: Reply = schema
    else:
        reply = Document(ADDRESS, schema if isinstance(schema, bytes) else json.dumps(schema).encode())
    try:
        next(steps)
        for _ in range(10):
            steps.send(reply)
    except StopIteration:
        pass
    return inquiry.checks


@pytest.mark.parametrize("kind", ["JsonSchema", EDTECH])
def test_a_badge_that_fits_its_schema_passes_and_another_fails(kind: str) -> None:
    assert [c.outcome for c in checked(NEEDS_NAME, {"name": "x"}, kind=kind)] == [Outcome.PASSED]
    assert [(c.outcome, c.where) for c in checked(NEEDS_NAME, {"name": 1}, kind=kind)] == [(Outcome.FAILED, "/name")]


def test_the_schema_that_says_no_to_everything_is_a_schema() -> None:
    assert [c.outcome for c in checked(False, {})] == [Outcome.FAILED]


def test_a_flaw_is_told_at_its_place_and_in_few_words() -> None:
    schema = {"properties": {"a/b": {"items": {"const": 1}}}}
    (check,) = checked(schema, {"a/b": [1, "x" * 1000]})
    assert check.where == "/a~1b/1"
    assert len(check.reason) < 250


def test_no_more_than_five_flaws_are_told() -> None:
    assert (
        len(checked({"additionalProperties": False, "patternProperties": {"": False}}, {str(n): n for n in range(9)}))
        == 5
    )


@pytest.mark.parametrize(
    "schema",
    [
        b"no json",
        b'{"type": "object", "type": "array"}',
        [],
        {"type": "no such type"},
        {"$ref": "https://elsewhere.example/schema.json"},
        {"$ref": "#/$defs/missing"},
        {"$ref": "#"},
        {"pattern": "("},
    ],
)
def test_a_schema_that_is_no_use_is_not_checked_and_fails_for_the_public_validator(schema: Any) -> None:
    document = {"name": "x"}
    assert [c.outcome for c in checked(schema, document)] == [Outcome.NOT_CHECKED]
    assert [c.outcome for c in checked(schema, document, mode=Mode.ONE_EDTECH)] == [Outcome.FAILED]


@pytest.mark.parametrize(
    ("why", "official"),
    [
        (Why.NOT_FOUND, Outcome.FAILED),
        (Why.GONE, Outcome.FAILED),
        (Why.OFFLINE, Outcome.NOT_CHECKED),
        (Why.UNREACHABLE, Outcome.NOT_CHECKED),
    ],
)
def test_a_schema_that_is_nowhere_fails_for_the_public_validator_only(why: Why, official: Outcome) -> None:
    missing = Missing(ADDRESS, why, "It is not there.")
    assert [c.outcome for c in checked(missing, {})] == [Outcome.NOT_CHECKED]
    assert [c.outcome for c in checked(missing, {}, mode=Mode.ONE_EDTECH)] == [official]


def test_a_schema_of_an_unknown_kind_is_named() -> None:
    (check,) = checked({}, {}, {"id": ADDRESS, "type": "ShapeExpression"})
    assert check.outcome is Outcome.NOT_CHECKED
    assert "ShapeExpression" in check.reason


def test_a_schema_with_its_digest_is_used() -> None:
    digest = base64.b64encode(hashlib.sha256(b"true").digest()).decode()
    entry = {"id": ADDRESS, "type": "JsonSchema", "digestSRI": f"sha256-{digest}"}
    assert [c.outcome for c in checked(True, {}, entry)] == [Outcome.PASSED]


def test_a_flaw_with_a_long_value_is_told_by_its_rule() -> None:
    (check,) = checked({"properties": {"a": {"type": "integer"}}}, {"a": "x" * 1000})
    assert "'type'" in check.reason
    assert len(check.reason) < 250


def test_a_schema_with_another_digest_fails() -> None:
    entry = {"id": ADDRESS, "type": "JsonSchema", "digestSRI": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}
    assert [c.outcome for c in checked(True, {}, entry)] == [Outcome.FAILED]
    assert [c.outcome for c in checked(True, {}, {**entry, "digestSRI": "?"})] == [Outcome.FAILED]


@pytest.mark.parametrize("entry", [3, {}, {"id": 3, "type": "JsonSchema"}, None])
def test_entries_that_are_none_are_left_to_the_check_of_structure(entry: Any) -> None:
    assert checked({}, {}, entry) == []


def test_a_badge_without_a_schema_needs_none() -> None:
    inquiry = Inquiry(Desk(Settings(datetime(2026, 1, 1, tzinfo=UTC)), lambda *_: pytest.fail("nothing is inside")))
    assert list(check_schema(Content(Claims()), {}, inquiry)) == []
    assert [c.outcome for c in inquiry.checks] == [Outcome.NOT_APPLICABLE]
