from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from importlib import import_module
from math import ulp
from pathlib import Path
from pkgutil import iter_modules
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credlens.model
from credlens.model.belief import Belief
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown
from credlens.model.quantity import Hours, Money, Share
from credlens.model.scorecard import Statement
from credlens.model.serial import number, plain
from credlens.model.verification import Check, Claims, Mode, Outcome, Report, Verdict

PAGE = Source(Method.READ, "https://example.org", date(2026, 11, 22), "seen", 7)


def _record_types() -> list[type]:
    modules = [import_module(f"credlens.model.{m.name}") for m in iter_modules(credlens.model.__path__)]
    found = {v for m in modules for v in vars(m).values() if isinstance(v, type) and is_dataclass(v)}
    return sorted((t for t in found if t.__module__.startswith("credlens.model")), key=lambda t: t.__qualname__)


MADE_BY_HAND: dict[Any, Any] = {
    str: "text",
    int: 3,
    float: 2.5,
    bool: True,
    Decimal: Decimal("49.50"),
    date: date(2026, 11, 22),
    datetime: datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    Source: PAGE,
    Share: Share(1, 2),
    Hours: Hours(1.0, 2.0),
    Unknown: Unknown(WhyUnknown.NOT_STATED),
    Fact: Fact("text", (PAGE,)),
    Overruled: Overruled("text", PAGE, "older"),
    Statement: Statement("text", "44 of 100", PAGE, (Statement("a leaf"),)),  # statements stand in statements
    Report: Report(
        Verdict.VERIFIED, "It holds.", Mode.STRICT, datetime(2026, 11, 22, tzinfo=UTC)
    ),  # and reports in reports
}
OF_THEIR_OWN = {Fact, Share, Source, Money, Check, Report, Belief}  # they decide for themselves; see below


def _example(hint: Any) -> Any:
    """A value of a type, every field of a record filled in."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in MADE_BY_HAND:
        return MADE_BY_HAND[hint]
    if origin is Fact:
        return Fact(_example(inner[0]), (PAGE,), "members only", "noted")
    if origin is UnionType:
        return _example(next(i for i in inner if i is not type(None)))
    if origin is tuple:
        return tuple(_example(i) for i in inner if i is not ...)
    if origin is Mapping:
        return {_example(inner[0]): _example(inner[1])}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    hints = get_type_hints(hint)
    return hint(**{f.name: _example(hints[f.name]) for f in fields(hint)})


RECORD_TYPES = _record_types()


def test_there_are_records_to_try() -> None:
    assert len(RECORD_TYPES) > 40


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda t: t.__qualname__)
def test_every_record_has_a_json_form_with_all_its_fields(record_type: type) -> None:
    record = _example(record_type)
    found = plain(record)

    assert json.loads(json.dumps(found, allow_nan=False)) == found
    if record_type not in OF_THEIR_OWN:
        assert list(found) == [f.name for f in fields(record_type)]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda t: t.__qualname__)
def test_the_same_record_gives_the_same_text(record_type: type) -> None:
    assert json.dumps(plain(_example(record_type))) == json.dumps(plain(_example(record_type)))


def test_a_check_and_a_report_have_a_shape_of_their_own() -> None:
    check = Check("key", Outcome.FAILED, "Can it be found?", "It is not there.", where="/proof")
    expected = {
        "id": "key",
        "result": "failed",
        "title": "Can it be found?",
        "reason": "It is not there.",
        "where": "/proof",
    }
    assert plain(check) == {**expected, "reference": "", "next_step": ""}
    claims = Claims(id="urn:x", issued=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    report = Report(
        Verdict.INVALID, "It is not.", Mode.STRICT, datetime(2026, 11, 23, tzinfo=UTC), claims=claims, checks=(check,)
    )
    found = plain(report)
    assert (found["verdict"], found["at"], found["id"]) == ("INVALID", "2026-11-23T00:00:00+00:00", "urn:x")
    assert (found["issued"], found["expires"], found["checks"]) == ("2026-11-22T09:30:00+00:00", None, [plain(check)])


def test_a_belief_is_told_as_odds_ratios() -> None:
    found = plain(Belief(median=0.0, low=-1.0, high=1.0, above_zero=0.5))
    assert found == {"odds_ratio": 1, "ci90": [0.367879, 2.718282], "p_above_1": 0.5}


def test_the_four_that_have_a_shape_of_their_own() -> None:
    assert plain(Share(0, 20)) == {"share": 0, "ci95": [0, 0.161125], "n": 20, "k": 0}
    assert plain(Money(Decimal("49.50"), "EUR")) == {"amount": 49.5, "currency": "EUR"}
    source = {"method": "read", "address": "https://example.org", "date": "2026-11-22", "n": 7, "note": "seen"}
    assert plain(PAGE) == source
    assert plain(Fact(Decimal(49), (PAGE,), "members", "derived")) == {
        "value": 49,
        "sources": [source],
        "condition": "members",
        "note": "derived",
    }


def test_a_value_that_was_given_up_is_still_told() -> None:
    older = Overruled(Decimal(39), Source(Method.IMPORTED), "older")
    assert plain(Fact(Decimal(49), (), overruled=(older,)))["overruled"] == [
        {"value": 39, "source": {"method": "imported"}, "why": "older"}
    ]


def test_empty_parts_of_a_source_are_left_out_and_zero_is_not_empty() -> None:
    assert plain(Source(Method.PARSED, n=0)) == {"method": "parsed", "n": 0}


def test_an_unknown_is_never_a_value() -> None:
    assert plain(Fact(Unknown(WhyUnknown.NOT_STATED), (Source(Method.RECALLED),))) == {
        "unknown": "not_stated",
        "sources": [{"method": "recalled"}],
    }


def test_a_conflict_shows_all_its_values() -> None:
    fact: Fact[Decimal] = Fact(Unknown(WhyUnknown.CONFLICTING, (Decimal(39), Decimal("49.5"))))

    assert plain(fact) == {"unknown": "conflicting", "values": [39, 49.5], "sources": []}


@pytest.mark.parametrize(
    ("value", "json_form"),
    [
        (None, None),
        (True, True),
        (7, 7),
        ("é", "é"),
        (0.1 + 0.2, 0.3),
        (2.0, 2),
        (-0.0, 0),
        (Decimal("1E+2"), 100),
        (date(2026, 1, 2), "2026-01-02"),
        (Method.READ, "read"),
        ([1, (2.5, None)], [1, [2.5, None]]),
        ({Method.READ: (1,)}, {"read": [1]}),
    ],
)
def test_plain_values(value: object, json_form: object) -> None:
    found = plain(value)

    assert found == json_form
    assert type(found) is type(json_form)


def test_a_record_with_a_form_of_its_own_decides() -> None:
    @dataclass(frozen=True)
    class Own:
        inside: int

        def to_json(self) -> dict[str, int]:
            return {"outside": self.inside}

    assert plain([Own(3)]) == [{"outside": 3}]


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", Path("x"), object(), 1j, Share, Own := type("Own", (), {})])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        plain(value)


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), Decimal("NaN")])
def test_what_json_cannot_hold_is_no_number(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="not a number that can be shown"):
        plain({"a": [value]})


@given(st.floats(-1e9, 1e9))
def test_a_number_keeps_six_decimals_and_is_whole_when_it_can_be(value: float) -> None:
    found = number(value)

    assert abs(found - value) <= 5e-7 + ulp(value)
    assert isinstance(found, int) == float(found).is_integer()
