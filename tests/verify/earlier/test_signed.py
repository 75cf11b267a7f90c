"""Signed badges: the key, whose it is, and the list of revoked ones."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Outcome, Verdict
from credlens.verify.needs import Why

V = Verdict
HOST = "https://club.example"
KEY, ISSUER, LIST = f"{HOST}/key", f"{HOST}/issuer", f"{HOST}/revoked"
ID = "urn:uuid:00000000-0000-4000-8000-0000000000b2"
REMOVED = "(removed)"
CREATOR = {"type": "SignedBadge", "creator": KEY}


def signed(tools: Any, changes: dict[str, Any], version: str = "2.0") -> Any:
    """A case whose badge is signed."""
    case = tools.case(version)
    if version == "2.0":
        case.given |= {"id": ID, "verification": dict(CREATOR)}
    else:
        case.given["verify"] = {"type": "signed", "url": KEY}
        case.given.pop("id", None)
    return case.change(changes)


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0"])
def test_a_signed_badge_holds(tools: Any, version: str) -> None:
    case = signed(tools, {}, version)
    report = case.judge(case.signed())
    assert (report.verdict, report.proofs) == (V.VERIFIED, ("EdDSA",)), report.because
    assert report.claims.issuer.name == "Example Club"
    assert tools.outcomes(report, "hosted") == []


def key(tools_pem: str, **more: Any) -> dict[str, Any]:
    """A key's document."""
    return {"type": "CryptographicKey", "id": KEY, "owner": ISSUER, "publicKeyPem": tools_pem} | more


CASES: list[tuple[str, dict[str, Any], Verdict, str, Outcome]] = [
    # The key
    ("no key", {"key": Why.NOT_FOUND}, V.COULD_NOT_CHECK, "key", Outcome.NOT_CHECKED),
    ("offline", {"key": Why.OFFLINE}, V.COULD_NOT_CHECK, "signature", Outcome.NOT_CHECKED),
    ("no key in it", {"key/publicKeyPem": REMOVED}, V.INVALID, "key", Outcome.FAILED),
    ("a broken key", {"key/publicKeyPem": "-----BEGIN PUBLIC KEY-----"}, V.INVALID, "key", Outcome.FAILED),
    ("a key that is another", {"key/id": f"{HOST}/other"}, V.INVALID, "key", Outcome.FAILED),
    ("a key of another", {"key/owner": "https://university.example/i"}, V.ISSUER_NOT_BOUND, "binding", Outcome.FAILED),
    ("a key without owner", {"key/owner": REMOVED}, V.VERIFIED, "binding", Outcome.PASSED),
    ("a key without id", {"key/id": REMOVED}, V.VERIFIED, "binding", Outcome.PASSED),
    ("a revoked key", {"key/revoked": "2025-01-01T00:00:00Z"}, V.INVALID, "key", Outcome.FAILED),
    ("a creator that is no address", {"given/verification/creator": "key-1"}, V.INVALID, "key", Outcome.FAILED),
    ("a creator that is an object", {"given/verification/creator": {"id": KEY}}, V.VERIFIED, "key", Outcome.PASSED),
    # Whose it is
    ("the profile lists another", {"issuer/publicKey": f"{HOST}/other"}, V.ISSUER_NOT_BOUND, "binding", Outcome.FAILED),
    ("the profile lists none", {"issuer/publicKey": REMOVED}, V.ISSUER_NOT_BOUND, "binding", Outcome.FAILED),
    ("the profile lists two", {"issuer/publicKey": [f"{HOST}/other", KEY]}, V.VERIFIED, "binding", Outcome.PASSED),
    ("the profile lists it as an object", {"issuer/publicKey": {"id": KEY}}, V.VERIFIED, "binding", Outcome.PASSED),
    ("no profile", {"issuer": Why.UNREACHABLE}, V.COULD_NOT_CHECK, "binding", Outcome.NOT_CHECKED),
    ("no class", {"class": Why.OFFLINE}, V.COULD_NOT_CHECK, "binding", Outcome.NOT_CHECKED),
    ("a class of another", {"class/issuer": "https://university.example/i"}, V.COULD_NOT_CHECK, "binding", Outcome.NOT_CHECKED),
    ("a profile that is another", {"issuer/id": f"{HOST}/other"}, V.ISSUER_NOT_BOUND, "binding", Outcome.FAILED),
    # The list
    ("named", {"list/revokedAssertions": [ID]}, V.REVOKED, "status_revocation", Outcome.FAILED),
    ("named in an object", {"list/revokedAssertions": [{"id": ID}]}, V.REVOKED, "status_revocation", Outcome.FAILED),
    ("named by uid", {"given/uid": "7", "list/revokedAssertions": [{"uid": "7"}]}, V.REVOKED, "status_revocation", Outcome.FAILED),
    ("another is named", {"list/revokedAssertions": [{"id": "urn:x:1"}]}, V.VERIFIED, "status_revocation", Outcome.PASSED),
    ("no list there", {"list": Why.NOT_FOUND}, V.COULD_NOT_CHECK, "status_revocation", Outcome.NOT_CHECKED),
    ("no list named", {"issuer/revocationList": REMOVED}, V.VERIFIED, "status_revocation", Outcome.NOT_APPLICABLE),
    ("a list of another", {"list/issuer": "https://university.example/i"}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list that is another", {"list/id": f"{HOST}/old"}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list that is none", {"list": {"hello": 1}}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list of numbers", {"list/revokedAssertions": [1]}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list that is a text", {"list/revokedAssertions": ID}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list without type", {"list/type": REMOVED}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list of another type", {"list/type": "BadgeClass"}, V.INVALID, "status_list", Outcome.FAILED),
    ("a list with a badge that has no name", {"list/revokedAssertions": [{"revocationReason": "x"}]}, V.INVALID, "status_list", Outcome.FAILED),
    ("an address that is none", {"issuer/revocationList": "list"}, V.INVALID, "status_list", Outcome.FAILED),
    ("a badge without id", {"given/id": REMOVED}, V.INVALID, "status_revocation", Outcome.NOT_CHECKED),
    ("revoked by itself", {"given/revoked": True}, V.REVOKED, "status_revocation", Outcome.FAILED),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "verdict", "check", "outcome"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_differs_decides(
    tools: Any, changes: dict[str, Any], verdict: Verdict, check: str, outcome: Outcome
) -> None:
    case = signed(tools, changes)
    report = case.judge(case.signed())
    told = [(c.id, c.outcome, c.reason) for c in report.checks]
    assert report.verdict is verdict, told
    assert outcome in tools.outcomes(report, check), told


def test_a_strangers_signature_leads_nowhere(tools: Any) -> None:
    case = signed(tools, {})
    report = case.judge(case.signed(tools.stranger))
    assert report.verdict is V.INVALID
    assert case.asked == [KEY]


def test_a_strangers_own_key_is_not_the_issuers(tools: Any) -> None:
    for owner in (ISSUER, "https://evil.example/me"):
        case = signed(tools, {"given/verification/creator": "https://evil.example/key"})
        theirs = {"type": "CryptographicKey", "id": "https://evil.example/key", "owner": owner}
        case.extra["https://evil.example/key"] = theirs | {"publicKeyPem": tools.stranger.pem}
        assert case.judge(case.signed(tools.stranger)).verdict is V.ISSUER_NOT_BOUND
        del case.extra["https://evil.example/key"]["id"]
        assert case.judge(case.signed(tools.stranger)).verdict is V.ISSUER_NOT_BOUND


def test_a_stranger_cannot_call_a_key_by_the_issuers_name(tools: Any) -> None:
    case = signed(tools, {"given/verification/creator": "https://evil.example/me"})
    entry = {"type": "CryptographicKey", "id": KEY, "owner": ISSUER, "publicKeyPem": tools.stranger.pem}
    case.extra["https://evil.example/me"] = {"id": "https://evil.example/me", "type": "Profile", "publicKey": [entry]}
    assert case.judge(case.signed(tools.stranger)).verdict is V.ISSUER_NOT_BOUND


def test_what_the_badge_carries_of_its_issuer_is_no_evidence(tools: Any) -> None:
    theirs = {
        "id": ISSUER,
        "type": "Issuer",
        "name": "Example Club",
        "publicKey": {"id": "https://evil.example/key", "owner": ISSUER, "publicKeyPem": tools.stranger.pem},
    }
    carried = {"id": f"{HOST}/b/sql", "type": "BadgeClass", "name": "Doctor", "issuer": theirs}
    case = signed(tools, {"given/badge": carried, "given/verification": {"type": "SignedBadge"}})
    report = case.judge(case.signed(tools.stranger))
    assert report.verdict is V.INVALID
    assert report.claims.issuer.name == ""


def test_a_badge_that_names_no_key_is_held_against_those_of_the_profile(tools: Any) -> None:
    case = signed(tools, {"given/verification": {"type": "SignedBadge"}})
    assert case.judge(case.signed()).verdict is V.VERIFIED
    assert case.judge(case.signed(tools.stranger)).verdict is V.INVALID


def test_a_key_in_the_profile_itself_counts(tools: Any) -> None:
    name = f"{ISSUER}#key-1"
    entry = {"type": "CryptographicKey", "id": name, "owner": ISSUER, "publicKeyPem": tools.signer.pem}
    case = signed(tools, {"issuer/publicKey": [entry], "given/verification/creator": name})
    assert case.judge(case.signed()).verdict is V.VERIFIED


def test_a_class_in_the_signed_text_counts_when_it_has_no_address(tools: Any) -> None:
    inside = {"id": "urn:uuid:00000000-0000-4000-8000-00000000000c"}
    case = tools.case()
    case.given |= {"id": ID, "verification": dict(CREATOR), "badge": case.hosted["class"] | inside}
    report = case.judge(case.signed())
    assert report.verdict is V.VERIFIED, report.because
    assert report.claims.achievement.name == "SQL for analysts"


def test_signed_without_a_signature_is_nothing(tools: Any) -> None:
    report = signed(tools, {}).judge()
    assert report.verdict is V.COULD_NOT_CHECK
    assert tools.outcomes(report, "proof") == [Outcome.FAILED]


def test_a_list_of_1_0_names_reasons_by_uid(tools: Any) -> None:
    case = signed(tools, {"issuer/revocationList": LIST, "list": {"f2c20": "Copied work."}}, "1.0")
    report = case.judge(case.signed())
    assert report.verdict is V.REVOKED
    assert "Copied work." in report.because


def test_a_key_of_1_0_has_to_be_at_the_issuers_host(tools: Any) -> None:
    case = signed(tools, {}, "1.0")
    case.given["verify"]["url"] = "https://evil.example/key.pem"
    case.extra["https://evil.example/key.pem"] = {"pem": tools.stranger.pem}
    assert case.judge(case.signed(tools.stranger)).verdict is V.ISSUER_NOT_BOUND


def test_a_signed_badge_that_says_it_is_hosted_may_be_revoked_there(tools: Any) -> None:
    case = signed(tools, {"given/verification": {"type": "HostedBadge"}})
    report = case.judge(case.signed())
    assert report.verdict is V.COULD_NOT_CHECK
    assert tools.outcomes(report, "hosted") == [Outcome.NOT_CHECKED]


def test_a_record_of_clr_1_0_may_be_signed(tools: Any) -> None:
    case = tools.case("clr")
    case.given |= {"id": ID, "verification": {"type": "Signed", "creator": KEY}}
    report = case.judge(case.signed())
    assert (report.verdict, report.format) == (V.VERIFIED, "clr1"), report.because
    assert case.judge(case.signed(tools.stranger)).verdict is V.INVALID


def test_signed_badges_in_a_record_are_examined(tools: Any) -> None:
    case = tools.case("clr")
    inner = tools.case("clr")
    inner.given = case.given["assertions"][0] | {
        "@context": case.given["@context"],
        "verification": {"type": "Signed", "creator": KEY},
    }
    for copy in (case.given, case.hosted["assertion"]):
        copy["signedAssertions"] = [inner.signed().decode()]
    report = case.judge()
    assert [p.verdict for p in report.parts] == [V.VERIFIED], report.parts[0].because
    assert report.verdict is V.VERIFIED
