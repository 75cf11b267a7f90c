"""Lists that tell whether a badge still holds, in the made-up world."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.driving import verified
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import (
    ACADEMY,
    CLUB,
    PAUSED,
    REVOKED_AT,
    STATUS,
    SUSPENDED_AT,
    academy_key,
    bitstring,
    dumps,
    shared,
    status_entry,
    status_list,
)
from credlens.model.verification import Mode, Outcome, Report, Verdict

PLAIN_LIST = "https://academy.example/revoked.json"


def badge(*entries: Any, suite: str = "eddsa-jcs-2022", **changes: Any) -> bytes:
    signer, method = academy_key("ed")
    status = {"credentialStatus": list(entries) if len(entries) != 1 else entries[0]} if entries else {}
    return dumps(with_proof(open_badge(ACADEMY, 9, **status, **changes), suite, signer, method))


def listed(**changes: Any) -> dict[str, bytes]:
    """The world's documents with another list at STATUS, signed by the academy."""
    signer, method = academy_key("ed")
    made = status_list(STATUS, ACADEMY, [])
    subject = {**made["credentialSubject"], **changes.pop("subject", {})}
    document = with_proof({**made, "credentialSubject": subject, **changes}, "eddsa-jcs-2022", signer, method)
    return {**shared().documents, STATUS: dumps(document)}


def results(report: Report) -> dict[str, Outcome]:
    return {c.id: c.outcome for c in report.checks if c.id.startswith("status")}


P, F, N, W = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_CHECKED, Outcome.WARNING


@pytest.mark.parametrize(
    ("entries", "verdict", "expected"),
    [
        ([status_entry(STATUS, 3)], Verdict.VERIFIED, {"status_list": P, "status_revocation": P}),
        ([status_entry(STATUS, REVOKED_AT)], Verdict.REVOKED, {"status_list": P, "status_revocation": F}),
        (
            [status_entry(PAUSED, SUSPENDED_AT, "suspension")],
            Verdict.SUSPENDED,
            {"status_list": P, "status_suspension": F},
        ),
        (
            [status_entry(STATUS, 3), status_entry(PAUSED, SUSPENDED_AT, "suspension")],
            Verdict.SUSPENDED,
            {"status_list": P, "status_revocation": P, "status_suspension": F},
        ),
        (
            [status_entry(STATUS, 3), status_entry(STATUS, REVOKED_AT)],
            Verdict.REVOKED,
            {"status_list": P, "status_revocation": F},
        ),
        ([status_entry("https://academy.example/nowhere", 3)], Verdict.COULD_NOT_CHECK, {"status_revocation": N}),
        ([status_entry(STATUS, 3, "suspension")], Verdict.INVALID, {"status_list": F}),  # the list is not for that
        ([{**status_entry(STATUS, 3), "type": "SomeOtherStatus"}], Verdict.COULD_NOT_CHECK, {"status_revocation": N}),
    ],
    ids=lambda value: "" if isinstance(value, dict) else str(value)[:40],
)
def test_every_entry_counts(entries: list[Any], verdict: Verdict, expected: dict[str, Outcome]) -> None:
    report = verified(badge(*entries), shared().documents)
    assert (report.verdict, results(report)) == (verdict, expected)


@pytest.mark.parametrize(
    "entry",
    [
        {**status_entry(STATUS, 3), "statusListIndex": "-1"},
        {**status_entry(STATUS, 3), "statusListIndex": "03"},
        {**status_entry(STATUS, 3), "statusListIndex": "3.0"},
        {**status_entry(STATUS, 3), "statusListIndex": True},
        {**status_entry(STATUS, 3), "statusListIndex": "131072"},
        {**status_entry(STATUS, 3), "statusListIndex": "9" * 400},
        {**status_entry(STATUS, 3), "statusListCredential": "file:///etc/passwd"},
        {**status_entry(STATUS, 3), "statusListCredential": None},
        {**status_entry(STATUS, 3), "statusPurpose": ""},
        {**status_entry(STATUS, 3), "statusSize": 0},
        {**status_entry(STATUS, 3), "statusSize": 9},
        "revoked",
        17,
    ],
    ids=str,
)
def test_an_entry_that_makes_no_sense_makes_the_badge_invalid(entry: Any) -> None:
    assert verified(badge(entry), shared().documents).verdict is Verdict.INVALID


def test_the_number_of_a_place_may_be_a_number() -> None:
    entry = {**status_entry(STATUS, REVOKED_AT), "statusListIndex": REVOKED_AT}
    assert verified(badge(entry), shared().documents).check("status_revocation").outcome is F  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "verdict", "words"),
    [
        ({"subject": {"encodedList": "u!"}}, Verdict.INVALID, "letters"),
        ({"subject": {"encodedList": None}}, Verdict.INVALID, "empty"),
        ({"subject": {"statusPurpose": "suspension"}}, Verdict.INVALID, "not for revocation"),
        ({"subject": {"statusPurpose": ["suspension", "revocation"]}}, Verdict.VERIFIED, "sound"),
        ({"subject": {"type": "StatusList2021"}}, Verdict.INVALID, "no BitstringStatusList"),
        ({"validUntil": "2026-01-02T00:00:00Z"}, Verdict.COULD_NOT_CHECK, "does not count now"),
        ({"id": "https://academy.example/status/other"}, Verdict.INVALID, "another one"),
        ({"validFrom": "2030-01-01T00:00:00Z"}, Verdict.INVALID, "does not hold itself"),
        ({"credentialStatus": status_entry(STATUS, 3)}, Verdict.INVALID, "says of itself"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_list_has_to_be_sound_itself(changes: dict[str, Any], verdict: Verdict, words: str) -> None:
    report = verified(badge(status_entry(STATUS, 3)), listed(**changes))
    assert report.verdict is verdict
    assert any(words in c.reason for c in report.checks if c.id.startswith("status"))


def test_a_list_that_somebody_else_signed_says_nothing() -> None:
    club = key("club")
    foreign = with_proof(status_list(STATUS, CLUB, []), "eddsa-jcs-2022", club, f"{CLUB}#key")
    report = verified(badge(status_entry(STATUS, REVOKED_AT)), {**shared().documents, STATUS: dumps(foreign)})
    assert report.verdict is Verdict.COULD_NOT_CHECK
    assert "another issuer's" in report.check("status_revocation").reason  # type: ignore[union-attr]


def test_that_a_badge_was_taken_back_stays_so_on_a_list_out_of_date() -> None:
    documents = listed(validUntil="2026-01-02T00:00:00Z", subject={"encodedList": bitstring([3])})
    assert verified(badge(status_entry(STATUS, 3)), documents).verdict is Verdict.REVOKED


def test_a_list_that_was_changed_says_nothing() -> None:
    changed = shared().documents[STATUS].replace(b'"revocation"', b'"Revocation"')
    assert verified(badge(status_entry(STATUS, 3)), {**shared().documents, STATUS: changed}).verdict is Verdict.INVALID


def test_a_list_whose_key_cannot_be_found_leaves_the_badge_open() -> None:
    stranger = key("stranger")
    other = with_proof(
        status_list(STATUS, "did:web:gone.example", []), "eddsa-jcs-2022", stranger, "did:web:gone.example#k"
    )
    report = verified(badge(status_entry(STATUS, 3)), {**shared().documents, STATUS: dumps(other)})
    assert report.verdict is Verdict.COULD_NOT_CHECK


def test_a_list_is_fetched_and_verified_once_for_all_entries() -> None:
    report = verified(badge(status_entry(STATUS, 3), status_entry(STATUS, 4)), shared().documents)
    assert [f.url for f in report.fetched].count(STATUS) == 1
    assert report.verdict is Verdict.VERIFIED


def test_messages_are_told_and_change_no_verdict() -> None:
    entry = {
        **status_entry(STATUS, 3, "message"),
        "statusSize": 2,
        "statusMessage": [{"status": "0x0", "message": "all is well"}, {"status": "0x2", "message": "under review"}],
    }
    documents = listed(subject={"statusPurpose": "message", "encodedList": bitstring([6])})
    report = verified(badge(entry), documents)
    check = report.check("status_message")
    assert check is not None
    assert check.outcome is W
    assert "under review" in check.reason
    assert report.verdict is Verdict.VERIFIED


def test_the_older_kind_of_list_counts_too() -> None:
    signer, method = academy_key("ed")
    entry = {**status_entry(STATUS, REVOKED_AT), "type": "StatusList2021Entry"}
    made = status_list(STATUS, ACADEMY, [REVOKED_AT])
    made["credentialSubject"]["type"] = "StatusList2021"
    made["credentialSubject"]["encodedList"] = bitstring([REVOKED_AT])[1:]
    documents = {**shared().documents, STATUS: as_jwt(made, signer, method).encode()}
    assert verified(badge(entry), documents).verdict is Verdict.REVOKED


def plain_list(**changes: Any) -> dict[str, bytes]:
    document = {
        "id": PLAIN_LIST,
        "type": "1EdTechRevocationList",
        "issuer": ACADEMY,
        "revokedCredential": [],
        **changes,
    }
    return {**shared().documents, PLAIN_LIST: dumps(document)}


ENTRY = {"id": PLAIN_LIST, "type": "1EdTechRevocationList"}
OWN_ID = open_badge(ACADEMY, 9)["id"]


@pytest.mark.parametrize(
    ("documents", "verdict"),
    [
        (plain_list(), Verdict.VERIFIED),
        (plain_list(revokedCredential=[{"id": OWN_ID, "revocationReason": "copied"}]), Verdict.REVOKED),
        (plain_list(revokedCredential=[OWN_ID]), Verdict.REVOKED),
        (plain_list(revokedCredential=[{"id": OWN_ID, "revoked": False}]), Verdict.VERIFIED),
        (plain_list(revokedCredential=[{"id": f"urn:{i}", "revoked": True} for i in range(20_000)]), Verdict.VERIFIED),
        (plain_list(revokedCredential=[{"id": "urn:other"}, 17, None]), Verdict.VERIFIED),
        (plain_list(issuer="did:web:evil.example"), Verdict.INVALID),
        (plain_list(revokedCredential="nonsense"), Verdict.VERIFIED),
        ({**shared().documents, PLAIN_LIST: b"<html>"}, Verdict.INVALID),
        ({**shared().documents, PLAIN_LIST: b"[]"}, Verdict.INVALID),
        ({**shared().documents, PLAIN_LIST: b'{"hello": 1}'}, Verdict.INVALID),
        (shared().documents, Verdict.COULD_NOT_CHECK),
    ],
)
def test_the_plain_list_of_1edtech(documents: dict[str, bytes], verdict: Verdict) -> None:
    assert verified(badge(ENTRY), documents).verdict is verdict


def test_the_public_validator_lets_a_missing_list_pass_and_we_do_not() -> None:
    contexts = [*open_badge(ACADEMY)["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    data = badge(ENTRY, suite="eddsa-rdfc-2022", **{"@context": contexts})
    strict, lenient = (verified(data, shared().documents, mode=mode) for mode in Mode)
    assert strict.verdict is Verdict.COULD_NOT_CHECK
    assert lenient.check("status_revocation").outcome is W  # type: ignore[union-attr]


REFRESH = "https://academy.example/newer"


@pytest.mark.parametrize(
    ("newer", "outcome", "words"),
    [
        (None, N, "not looked at"),
        (b"<html>", N, "no badge"),
        ("same", P, "is this one"),
        ("newer", W, "newer version"),
        ("foreign", W, "another badge"),
        ("broken", W, "does not hold"),
    ],
)
def test_a_newer_version_is_told_once_and_changes_no_verdict(newer: Any, outcome: Outcome, words: str) -> None:
    signer, method = academy_key("ed")
    service = {"refreshService": {"id": REFRESH, "type": "1EdTechCredentialRefresh"}}
    data = badge(**service)
    later = dumps(with_proof(open_badge(ACADEMY, 9, **service, name="Newer"), "eddsa-jcs-2022", signer, method))
    found = (
        {
            "same": data,
            "newer": later,
            "foreign": badge(**service, id="urn:uuid:other"),
            "broken": later.replace(b"Newer", b"Never"),
        }.get(newer, newer)
        if isinstance(newer, str)
        else newer
    )
    documents = {**shared().documents, **({REFRESH: found} if found else {})}
    report = verified(data, documents)
    check = report.check("refresh")
    assert check is not None
    assert (check.outcome, report.verdict) == (outcome, Verdict.VERIFIED)
    assert words in check.reason
    assert [f.url for f in report.fetched].count(REFRESH) == 1


def test_a_list_is_of_today_also_when_a_badge_is_judged_for_another_day() -> None:
    late, early = datetime(2027, 3, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    documents = listed(validFrom="2027-02-01T00:00:00Z", validUntil="2027-04-01T00:00:00Z")
    data = badge(status_entry(STATUS, 3))
    assert (
        verified(data, documents, at=early).verdict is Verdict.INVALID
    )  # where today is that day, the list is of the future
    report = verified(data, documents, at=early, now=late)
    assert (report.verdict, report.at) == (Verdict.VERIFIED, early)
    revoked = {
        **documents,
        STATUS: listed(subject={"encodedList": status_list(STATUS, ACADEMY, [3])["credentialSubject"]["encodedList"]})[
            STATUS
        ],
    }
    assert verified(data, revoked, at=early, now=late).verdict is Verdict.REVOKED


def test_a_list_need_not_be_the_persons_own() -> None:
    report = verified(badge(status_entry(STATUS, 3)), listed(), recipient="ada@example.com")
    assert [c.reason for c in report.checks if c.id == "status_revocation" and c.outcome is not Outcome.PASSED] == []
