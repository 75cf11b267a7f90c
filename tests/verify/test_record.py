from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from credlens.model.verification import (
    AchievementClaim,
    AlignedSkill,
    Check,
    Claims,
    EvidenceClaim,
    Fetched,
    Mode,
    Outcome,
    Party,
    Report,
    ResultClaim,
    Verdict,
)
from credlens.verify import record
from credlens.verify.inquiry import Settings
from credlens.verify.limits import Limits
from credlens.verify.record import (
    report_from_record,
    report_to_record,
    settings_from_record,
    settings_to_record,
)

AT = datetime(2026, 5, 1, 12, tzinfo=timezone(timedelta(hours=2)))
WHOLE = Report(
    Verdict.REVOKED,
    "It was revoked.",
    Mode.ONE_EDTECH,
    AT,
    "ob3",
    "Open Badges 3.0",
    "png",
    ("RS256", "hosted"),
    Claims(
        "urn:x",
        "Ä \ud800",
        Party("did:key:z6Mk", "Issuer"),
        (AchievementClaim(name="A", tags=("b", "c"), skills=(AlignedSkill("s", code="1"),), creator=Party(url="u")),),
        ("did:example:1",),
        AT,
        None,
        (EvidenceClaim("u", "n"),),
        (ResultClaim("r", "1"),),
    ),
    (Check("status_revocation", Outcome.FAILED, "Was it revoked?", "Yes.", "ref", "/a", "Ask."),),
    (Report(Verdict.VERIFIED, "", Mode.ONE_EDTECH, AT, part_of="/b"),),
    (Report(Verdict.INVALID, "", Mode.ONE_EDTECH, AT),),
    (Fetched("https://example.org/", "issuer", "given", 3, "ab", ""),),
    "Ask.",
    "/c",
)


def there_and_back(report: Report) -> Report:
    return report_from_record(json.loads(json.dumps(report_to_record(report))))


def test_a_report_comes_back_as_it_was() -> None:
    assert there_and_back(WHOLE) == WHOLE
    assert all(getattr(WHOLE, f.name) for f in fields(Report)), "a field of a report is not in the test"


PARTIES = st.builds(Party, st.text(), st.text())
CHECKS = st.builds(Check, st.text(), st.sampled_from(Outcome), st.text(), st.text(), st.text(), st.text(), st.text())
MOMENTS = st.datetimes(timezones=st.just(UTC))
REPORTS = st.recursive(
    st.builds(
        Report,
        st.sampled_from(Verdict),
        st.text(),
        st.sampled_from(Mode),
        MOMENTS,
        proofs=st.lists(st.text(), max_size=2).map(tuple),
        claims=st.builds(Claims, st.text(), issuer=PARTIES, issued=st.none() | MOMENTS),
        checks=st.lists(CHECKS, max_size=2).map(tuple),
    ),
    lambda inner: st.builds(
        lambda report, parts: Report(report.verdict, report.because, report.mode, report.at, parts=tuple(parts)),
        inner,
        st.lists(inner, max_size=2),
    ),
    max_leaves=4,
)


@given(REPORTS)
@hypothesis_settings(max_examples=25)
def test_any_report_comes_back_as_it_was(report: Report) -> None:
    assert there_and_back(report) == report


def test_what_a_newer_version_says_is_passed_over_and_what_an_older_one_did_not_say_is_empty() -> None:
    least = {"verdict": "VERIFIED", "because": "", "mode": "strict", "at": "2026-05-01T00:00:00+00:00", "mood": "good"}
    assert report_from_record(least) == Report(Verdict.VERIFIED, "", Mode.STRICT, datetime(2026, 5, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("verdict",), "GOOD"),
        (("verdict",), ["VERIFIED"]),
        (("verdict",), None),
        (("because",), 3),
        (("at",), "yesterday"),
        (("at",), 12),
        (("proofs",), "RS256"),
        (("proofs",), {"0": "RS256"}),
        (("proofs",), [None]),
        (("checks",), [{}]),
        (("checks",), [{"id": "key", "outcome": "perhaps", "title": ""}]),
        (("claims",), []),
        (("claims", "issued"), True),
        (("fetched",), [{"url": "", "kind": "", "how": "", "bytes": 1.5}]),
        (("fetched",), [{"url": "", "kind": "", "how": "", "bytes": True}]),
        (("parts",), [[]]),
    ],
)
def test_what_is_no_report_is_refused(place: tuple[str, ...], value: Any) -> None:
    data: dict[str, Any] = report_to_record(WHOLE)
    inner = data
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    with pytest.raises(ValueError, match=r"instead of|not a valid|Invalid|without"):
        report_from_record(data)


@pytest.mark.parametrize("data", [None, [], "x", 1, {}, {"verdict": "VERIFIED"}])
def test_something_else_is_no_report(data: Any) -> None:
    with pytest.raises(ValueError, match=r"instead of|without"):
        report_from_record(data)


def test_reports_inside_each_other_without_end_are_refused() -> None:
    data: dict[str, Any] = report_to_record(Report(Verdict.VERIFIED, "", Mode.STRICT, AT))
    for _ in range(100_000):
        data = {**data, "parts": [data]} if "parts" not in data else {"parts": [data]}
    with pytest.raises(ValueError, match="too deep"):
        report_from_record(data)
    while "parts" in data:  # taken apart step by step: freeing it at once would be as deep
        data = data.pop("parts")[0]


def test_settings_come_back_as_they_were() -> None:
    settings = Settings(AT, Mode.ONE_EDTECH, "ada@example.org", None, Limits(depth=3))
    assert settings_from_record(json.loads(json.dumps(settings_to_record(settings)))) == settings


@pytest.mark.parametrize("data", [None, {}, {"at": "2026-05-01"}, {"at": AT.isoformat(), "mode": "lax"}])
def test_what_is_no_settings_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"instead of|not a valid"):
        settings_from_record(data)


@dataclass(frozen=True)
class Inner:
    name: str
    others: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outer:
    """Whatever a list of trusted issuers may be made of."""

    rows: tuple[Inner, ...] = ()
    by_name: dict[str, Inner | None] | None = None
    pair: tuple[str, int] = ("", 0)
    share: float = 0.0
    any: Any = None


def test_records_of_any_shape_go_there_and_back() -> None:
    outer = Outer((Inner("a", frozenset("xy")),), {"b": Inner("b"), "c": None}, ("d", 2), 0.5, {"e": [1]})
    assert record._read(json.loads(json.dumps(record._written(outer))), Outer) == outer


def test_a_type_that_has_no_form_in_json_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="no JSON form for bytes"):
        record._written(b"x")
    with pytest.raises(TypeError, match="no JSON form for"):
        record._read("x", bytes)
