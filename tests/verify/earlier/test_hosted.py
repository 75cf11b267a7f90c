"""Hosted badges of every format: what the issuer's copy has to be, and where."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Mode, Outcome, Verdict
from credlens.verify.needs import Why

V = Verdict
HOST = "https://club.example"
CLASS = f"{HOST}/b/sql"
REMOVED = "(removed)"
NO = {"hosted": Outcome.FAILED}
OPEN = {"hosted": Outcome.NOT_CHECKED}


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0", "clr"])
def test_a_badge_holds_when_its_issuer_says_the_same(tools: Any, version: str) -> None:
    report = tools.case(version).judge()
    assert (report.verdict, report.proofs) == (V.VERIFIED, ("hosted",)), report.because
    assert report.claims.issuer.name == "Example Club"
    assert report.claims.achievement.name == "SQL for analysts"
    assert report.format == {"clr": "clr1"}.get(version, f"ob{version}")


CASES: list[tuple[str, str, dict[str, Any], Verdict, dict[str, Outcome]]] = [
    # The copy
    ("another recipient", "2.0", {"given/recipient/identity": "lee@learner.example"}, V.INVALID, NO),
    ("a later end", "2.0", {"both/expires": "2026-02-01T00:00:00Z", "given/expires": "2036-02-01T00:00:00Z"}, V.INVALID, NO),
    ("an end left out", "2.0", {"assertion/expires": "2026-02-01T00:00:00Z"}, V.INVALID, NO),
    ("something added", "2.0", {"given/narrative": "With honours."}, V.INVALID, NO),
    ("another issue date in 1.0", "1.0", {"given/issuedOn": 1_300_000_000}, V.INVALID, NO),
    ("another class", "2.0", {"given/badge": f"{HOST}/b/phd"}, V.INVALID, NO),
    ("the same moment in another zone", "2.0", {"given/issuedOn": "2026-01-15T10:00:00+01:00"}, V.VERIFIED, {}),
    ("a list of one type", "2.0", {"given/type": ["Assertion"]}, V.VERIFIED, {}),
    ("an embedded class that is the same", "2.0", {"given/badge": {"id": CLASS, "type": "BadgeClass", "name": "SQL for analysts"}}, V.VERIFIED, {}),
    ("an embedded class with another name", "2.0", {"given/badge": {"id": CLASS, "type": "BadgeClass", "name": "Doctor"}}, V.INVALID, NO),
    (
        "an embedded class of another issuer",
        "2.0",
        {"given/badge": {"id": CLASS, "type": "BadgeClass", "issuer": "https://university.example/i"}},
        V.INVALID,
        NO,
    ),
    (
        "an embedded issuer with another name",
        "2.0",
        {"given/badge": {"id": CLASS, "issuer": {"id": f"{HOST}/issuer", "name": "University"}}},
        V.INVALID,
        NO,
    ),
    (
        "its issuer's copy has an old copy of the class",
        "2.0",
        {"both/badge": {"id": CLASS, "type": "BadgeClass", "name": "SQL"}},
        V.VERIFIED,
        {"hosted": Outcome.WARNING},
    ),
    ("another id at the address", "2.0", {"assertion/id": f"{HOST}/a/2"}, V.INVALID, NO),
    ("no badge at the address", "2.0", {"assertion": {"hello": 1}}, V.INVALID, NO),
    ("a list at the address", "2.0", {"assertion": [1]}, V.COULD_NOT_CHECK, OPEN),
    ("no JSON at the address", "2.0", {"assertion": "<html>"}, V.COULD_NOT_CHECK, OPEN),
    ("an endorsement at the address", "2.0", {"assertion": {"@context": "https://w3id.org/openbadges/v2", "type": "Endorsement", "claim": {}}}, V.INVALID, NO),
    ("a signed one at the address", "2.0", {"both/verification": {"type": "SignedBadge"}}, V.COULD_NOT_CHECK, {"proof": Outcome.FAILED}),
    ("another context", "2.0", {"given/@context": ["https://w3id.org/openbadges/v2", {"badge": "x:y"}]}, V.INVALID, NO),
    ("another id in 1.1", "1.1", {"given/id": f"{HOST}/a/2"}, V.INVALID, NO),
    ("another salt", "1.0", {"given/recipient/salt": "pepper"}, V.INVALID, NO),
    ("revoked by the copy alone", "2.0", {"given/revoked": True}, V.INVALID, {"status_revocation": Outcome.FAILED}),
    # What is missing
    ("no copy", "2.0", {"assertion": Why.NOT_FOUND}, V.COULD_NOT_CHECK, OPEN),
    ("offline", "2.0", {"assertion": Why.OFFLINE}, V.COULD_NOT_CHECK, OPEN),
    ("no class", "2.0", {"class": Why.NOT_FOUND}, V.COULD_NOT_CHECK, OPEN),
    ("no class in 1.1", "1.1", {"class": Why.OFFLINE}, V.COULD_NOT_CHECK, OPEN),
    ("no issuer", "2.0", {"issuer": Why.UNREACHABLE}, V.COULD_NOT_CHECK, OPEN),
    ("no issuer in 1.0", "1.0", {"issuer": Why.OFFLINE}, V.COULD_NOT_CHECK, OPEN),
    ("no publisher", "clr", {"issuer": Why.OFFLINE}, V.COULD_NOT_CHECK, OPEN),
    ("an id that is no address", "2.0", {"given/id": "urn:uuid:1"}, V.INVALID, NO),
    ("no id", "2.0", {"given/id": REMOVED}, V.INVALID, NO),
    ("no address in 1.0", "1.0", {"given/verify": {"type": "hosted"}}, V.INVALID, NO),
    # Class and issuer
    ("a class that is another", "2.0", {"class/id": f"{HOST}/b/other"}, V.INVALID, NO),
    ("an issuer that is another", "2.0", {"issuer/id": f"{HOST}/other"}, V.INVALID, NO),
    ("a class without issuer", "2.0", {"class/issuer": REMOVED}, V.INVALID, NO),
    ("an issuer that is no address", "2.0", {"class/issuer": "urn:uuid:1"}, V.INVALID, NO),
    ("an issuer elsewhere", "2.0", {"class/issuer": "https://university.example/i"}, V.COULD_NOT_CHECK, OPEN),
    ("two names of one property", "2.0", {"issuer/@id": "https://university.example/i"}, V.COULD_NOT_CHECK, OPEN),
    ("names of the vocabulary", "2.0", {"class/obi:description": "Joins.", "class/description": REMOVED}, V.VERIFIED, {}),
    # Revocation
    ("revoked", "2.0", {"assertion/revoked": True}, V.REVOKED, {"status_revocation": Outcome.FAILED}),
    ("revoked in words", "2.0", {"assertion/revoked": "yes"}, V.INVALID, {"status_revocation": Outcome.FAILED}),
    ("not revoked", "2.0", {"assertion/revoked": False}, V.VERIFIED, {"status_revocation": Outcome.PASSED}),
    ("revoked in 1.1", "1.1", {"assertion/revoked": True}, V.REVOKED, {"status_revocation": Outcome.FAILED}),
    ("gone", "2.0", {"assertion": Why.GONE}, V.REVOKED, {"status_revocation": Outcome.FAILED}),
    ("gone in 1.0", "1.0", {"assertion": Why.GONE}, V.REVOKED, {"status_revocation": Outcome.FAILED}),
    ("only revoked is left", "2.0", {"assertion": {"revoked": True}}, V.REVOKED, {"status_revocation": Outcome.FAILED}),
    (
        "a stub that is revoked",
        "2.0",
        {"assertion": {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": f"{HOST}/a/1", "revoked": True}},
        V.REVOKED,
        {"hosted": Outcome.NOT_CHECKED},
    ),
    # Dates
    ("expired", "2.0", {"both/expires": "2026-02-01T00:00:00Z"}, V.AUTHENTIC_BUT_EXPIRED, {}),
    ("expired by a day in 1.0", "1.0", {"both/expires": "2026-02-01"}, V.AUTHENTIC_BUT_EXPIRED, {}),
    ("issued later", "2.0", {"both/issuedOn": "2036-02-01T00:00:00Z"}, V.INVALID, {"valid_from": Outcome.FAILED}),
]  # fmt: skip


@pytest.mark.parametrize(("version", "changes", "verdict", "checks"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_differs_decides(
    tools: Any, version: str, changes: dict[str, Any], verdict: Verdict, checks: dict[str, Outcome]
) -> None:
    report = tools.case(version).change(changes).judge()
    told = [(c.id, c.outcome, c.reason) for c in report.checks]
    assert report.verdict is verdict, told
    for name, outcome in checks.items():
        assert outcome in tools.outcomes(report, name), told


def test_a_reason_for_revoking_is_told(tools: Any) -> None:
    changes = {"assertion/revoked": True, "assertion/revocationReason": "Copied work."}
    report = tools.case().change(changes).judge()
    assert "Copied work." in report.because


def test_nothing_of_a_forged_copy_is_told_as_what_the_badge_says(tools: Any) -> None:
    report = tools.case().change({"given/badge": {"id": CLASS, "type": "BadgeClass", "name": "Doctor"}}).judge()
    assert report.claims.achievement.name == "SQL for analysts"


def test_a_redirect_to_another_host_is_nobodys_word(tools: Any) -> None:
    case = tools.case()
    case.moved[tools.names["assertion"]] = "https://evil.example/a/1"
    report = case.judge()
    assert report.verdict is V.COULD_NOT_CHECK
    assert tools.outcomes(report, "hosted") == [Outcome.NOT_CHECKED]


def test_a_redirect_within_the_host_counts(tools: Any) -> None:
    case = tools.case()
    case.moved[tools.names["assertion"]] = "https://www.club.example/assertions/1.json"
    assert case.judge().verdict is V.VERIFIED


def test_the_public_validator_reads_only_the_issuers_copy(tools: Any) -> None:
    report = tools.case().change({"given/narrative": "With honours."}).judge(mode=Mode.ONE_EDTECH)
    assert report.verdict is V.VERIFIED
    assert report.claims.evidence == ()


def test_only_addresses_that_the_standard_names_are_asked(tools: Any) -> None:
    case = tools.case()
    case.judge()
    assert case.asked == [tools.names[name] for name in ("assertion", "class", "issuer")]


def test_the_recipient_is_found(tools: Any) -> None:
    assert tools.case().judge(recipient="Kim@learner.example").verdict is V.VERIFIED
    assert tools.case().judge(recipient="lee@learner.example").verdict is V.INVALID


def test_a_badge_at_its_http_address_counts_with_a_warning_when_the_person_gives_the_documents(tools: Any) -> None:
    case = tools.case("1.0")
    texts = {name: value for name, value in case.hosted.items() if name in {"assertion", "class", "issuer"}}
    for name, value in texts.items():
        plain = {k: _http(v) for k, v in value.items()}
        case.extra[tools.names[name].replace("https:", "http:")] = plain
        if name == "assertion":
            case.given = plain
    report = case.judge()
    assert report.verdict is V.VERIFIED
    assert set(tools.outcomes(report, "transport")) == {Outcome.WARNING}


def _http(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _http(v) for k, v in value.items()}
    return value.replace(f"{HOST}/", "http://club.example/") if isinstance(value, str) else value


def test_a_badge_of_the_first_format_counts_at_its_address(tools: Any) -> None:
    report = tools.case("0.5").judge(tools.names["assertion"].encode())
    assert (report.verdict, report.format, report.proofs) == (V.VERIFIED, "ob0.5", ("hosted",))
    assert report.claims.issuer.id == HOST
    assert report.claims.achievement.criteria_url == f"{HOST}/criteria.html"
    assert any(c.id == "context" and "words of Open Badges 2.0" in c.reason for c in report.checks)


FIRST: list[tuple[str, dict[str, Any], Verdict]] = [
    ("another origin", {"assertion/badge/issuer/origin": "https://university.example"}, V.INVALID),
    ("no origin", {"assertion/badge/issuer/origin": REMOVED}, V.INVALID),
    ("no name", {"assertion/badge/name": REMOVED}, V.INVALID),
    ("expired", {"assertion/expires": "2013-01-01"}, V.AUTHENTIC_BUT_EXPIRED),
    ("seconds", {"assertion/issued_on": 1_300_000_000}, V.VERIFIED),
    ("no date", {"assertion/issued_on": REMOVED}, V.VERIFIED),
]


@pytest.mark.parametrize(("changes", "verdict"), [c[1:] for c in FIRST], ids=[c[0] for c in FIRST])
def test_a_badge_of_the_first_format_is_judged_by_itself(tools: Any, changes: dict[str, Any], verdict: Verdict) -> None:
    report = tools.case("0.5").change(changes).judge(tools.names["assertion"].encode())
    assert report.verdict is verdict, [(c.id, c.outcome, c.reason) for c in report.checks]


def test_a_file_of_the_first_format_does_not_say_where_it_is_kept(tools: Any) -> None:
    report = tools.case("0.5").judge()
    assert report.verdict is V.COULD_NOT_CHECK
    assert report.next_step == "Give its address instead."


def test_a_copy_of_1_1_is_compared_with_one_of_2_0(tools: Any) -> None:
    case = tools.case()
    old = tools.case("1.1").given | {"issuedOn": "2026-01-15T09:00:00Z"}
    case.given = old
    assert case.judge().verdict is V.VERIFIED
    case.given = old | {"recipient": old["recipient"] | {"identity": "lee@learner.example"}}
    assert case.judge().verdict is V.INVALID
