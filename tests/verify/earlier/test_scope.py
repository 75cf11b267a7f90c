"""Where an issuer keeps its badges."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.app.bench.badges.driving import AT
from credlens.model.verification import Mode, Outcome, Verdict
from credlens.verify.earlier.form import Form
from credlens.verify.earlier.scope import check_scope
from credlens.verify.inquiry import Desk, Inquiry, Settings

OURS = "https://a.example/issuers/1"
CASES: list[tuple[str, Any, bool]] = [
    ("https://a.example/badges/1", None, True),
    ("https://A.example/badges/1", None, True),
    ("https://a.example:8443/badges/1", None, False),
    ("https://b.example/badges/1", None, False),
    ("https://a.example.evil.example/1", None, False),
    ("https://sub.a.example/1", None, False),
    ("https://a.example@evil.example/1", None, False),
    ("https://b.example/x/1", {"startsWith": "https://b.example/x"}, True),
    ("https://b.example/x", {"startsWith": "https://b.example/x"}, True),
    ("https://b.example/x?id=1", {"startsWith": "https://b.example/x"}, True),
    ("https://b.example/x?id=1", {"startsWith": "https://b.example/x?id="}, True),
    ("https://b.example/x2/1", {"startsWith": "https://b.example/x"}, False),
    ("https://b.example.evil.example/x", {"startsWith": "https://b.example"}, False),
    ("https://b.example/x/1", {"startsWith": "https://b.example/x/"}, True),
    ("https://b.example/x/../y/1", {"startsWith": "https://b.example/x/"}, False),
    ("https://b.example/y/1", {"startsWith": ["https://b.example/x/", "https://b.example/y/"]}, True),
    ("https://a.example/1", {"startsWith": "https://b.example/"}, False),
    ("https://a.example/1", {"startsWith": ["https://"]}, False),
    ("https://b.example/1", {"allowedOrigins": "b.example"}, True),
    ("https://b.example/1", {"allowedOrigins": ["c.example", "https://b.example"]}, True),
    ("https://sub.b.example/1", {"allowedOrigins": "b.example"}, False),
    ("https://b.example/1", {"allowedOrigins": "example"}, False),
    ("https://b.example/1", {"allowedOrigins": "b.example", "startsWith": "https://b.example/x"}, False),
    ("https://b.example/1", {"allowedOrigins": 7}, False),
    ("https://a.example/1", {"allowedOrigins": []}, False),
    ("https://a.example/1", {"startsWith": None}, True),
    ("https://a.example/1", "a.example", False),
    ("https://a.example/1", {}, True),
]  # fmt: skip


def _judged(address: str, issuer: dict[str, Any], form: Form, mode: Mode = Mode.STRICT) -> Outcome:
    inquiry = Inquiry(Desk(Settings(AT, mode), None))  # type: ignore[arg-type]
    check_scope(address, issuer, OURS, form, inquiry)
    (check,) = inquiry.checks
    return check.outcome


@pytest.mark.parametrize(("address", "rules", "fits"), CASES)
def test_an_address_counts_only_where_the_issuer_says(address: str, rules: Any, fits: bool) -> None:
    outcome = _judged(address, {"verification": rules}, Form("ob2.0", ""))
    assert (outcome is Outcome.PASSED) is fits


@pytest.mark.parametrize(
    ("address", "outcome"),
    [
        ("https://raw.githubusercontent.com/club/badges/main/ada.json", Outcome.PASSED),
        ("https://raw.githubusercontent.com/mallory/badges/main/ada.json", Outcome.FAILED),
        ("https://raw.githubusercontent.com/Club/badges/main/ada.json", Outcome.FAILED),
        ("https://raw.githubusercontent.com/", Outcome.FAILED),
    ],
)
def test_where_anybody_keeps_files_the_same_host_is_not_the_same_owner(address: str, outcome: Outcome) -> None:
    issuer, form = "https://raw.githubusercontent.com/club/badges/main/issuer.json", Form("ob2.0", "")
    for mode, expected in ((Mode.STRICT, outcome), (Mode.ONE_EDTECH, Outcome.PASSED)):
        inquiry = Inquiry(Desk(Settings(AT, mode), None))  # type: ignore[arg-type]
        check_scope(address, {}, issuer, form, inquiry)
        assert inquiry.checks[0].outcome is expected


def test_only_before_2_0_an_issuers_page_stands_for_its_host() -> None:
    issuer = {"url": "https://b.example"}
    assert _judged("https://b.example/1", issuer, Form("ob1.0", "")) is Outcome.PASSED
    assert _judged("https://b.example/1", issuer, Form("ob2.0", "")) is Outcome.FAILED


def test_the_public_validator_compares_letters_only() -> None:
    issuer = {"verification": {"startsWith": "https://b.example"}}
    address = "https://b.example.evil.example/1"
    assert _judged(address, issuer, Form("ob2.0", ""), Mode.ONE_EDTECH) is Outcome.PASSED


def test_a_badge_out_of_scope_is_invalid(tools: Any) -> None:
    report = tools.case().change({"issuer/verification": {"startsWith": "https://club.example/b"}}).judge()
    assert report.verdict is Verdict.INVALID
    assert tools.outcomes(report, "scope") == [Outcome.FAILED]
    assert report.proofs == ()
