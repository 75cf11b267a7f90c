"""Badges that were taken back, and lists that hide it: unsound, somebody else's, out of date, or too large."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.keys import b64, key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import (
    ACADEMY,
    PAUSED,
    REVOKED_AT,
    STATUS,
    SUSPENDED_AT,
    academy_key,
    status_entry,
    status_list,
)
from credlens.model.verification import Mode

LIST = "https://academy.example/status/made"
OTHERS = "https://evil.example/status/1"
PLAIN = "https://academy.example/status/plain"
GOOD, INVALID, UNKNOWN = "VERIFIED", "INVALID", "COULD_NOT_CHECK"


def entry(place: Any = 3, url: str = LIST, purpose: str = "revocation", **changes: Any) -> dict[str, Any]:
    made = {**status_entry(url, 3, purpose), "statusListIndex": place, **changes}
    return {name: value for name, value in made.items() if value is not None}


def of_list(stage: Any, place: Any = "3", *, url: str = LIST, by: Any = None, places: Any = (), **changes: Any) -> Any:
    """A badge with an entry in a list that is made for it; ``changes`` are to the list, "subject" and "entry" for those."""
    subject, own = changes.pop("subject", {}), changes.pop("entry", {})
    found = status_list(url, by.did_key if by else ACADEMY, places)
    found = {**found, "credentialSubject": {**found["credentialSubject"], **subject}, **changes}
    signer, method = (by, by.did_key_method) if by else academy_key("p256")
    stage.host(url, as_jwt(found, signer, method))
    return stage.token(stage.badge(credentialStatus=entry(place, url, **own)))


def encoded(data: bytes) -> dict[str, Any]:
    """A list with these bytes, packed as they are."""
    return {"encodedList": "u" + b64(data)}


def packed(size: int) -> bytes:
    return gzip.compress(bytes(size), mtime=0)


def hosted(document: Any, place: str = "3", url: str = LIST) -> Callable[[Any], Any]:
    """A badge with an entry in what stands at an address."""

    def build(stage: Any) -> Any:
        stage.host(url, document(stage) if callable(document) else document)
        return stage.token(stage.badge(credentialStatus=entry(place, url)))

    return build


def statuses(*entries: Any) -> Callable[[Any], Any]:
    return lambda stage: stage.token(stage.badge(credentialStatus=list(entries)))


def forged(_stage: Any) -> Any:
    """The academy's list, signed by somebody else who brings a key along."""
    evil = key("evil")
    return as_jwt(status_list(LIST, ACADEMY, []), evil, f"{ACADEMY}#{evil.multibase}")


def changed(_stage: Any) -> Any:
    """The academy's list with the bit taken out after it was signed."""
    signer, method = academy_key("ed")
    found = with_proof(status_list(LIST, ACADEMY, [3]), "eddsa-jcs-2022", signer, method)
    return {**found, "credentialSubject": status_list(LIST, ACADEMY, [])["credentialSubject"]}


EVIL = key("evil")
ENDED = {"validUntil": "2026-03-01T00:00:00Z"}
LATER = {"validFrom": "2027-03-01T00:00:00Z"}
UNLISTED = {"type": "https://statuses.example/Another"}
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
SELF = status_entry(LIST, 3)

CASES: list[tuple[str, Callable[[Any], Any], str, tuple[str, str]]] = [
    ("a place that is not set", of_list, GOOD, ("status_revocation", "passed")),
    ("a place that is set", lambda s: of_list(s, places=[3]), "REVOKED", ("status_revocation", "failed")),
    ("the place beside one that is set", lambda s: of_list(s, places=[2, 4]), GOOD, ("status_revocation", "passed")),
    ("the last place of the list", lambda s: of_list(s, "131071", places=[131071]), "REVOKED",
     ("status_revocation", "failed")),
    ("a suspended badge", statuses(entry(str(SUSPENDED_AT), PAUSED, "suspension")), "SUSPENDED",
     ("status_suspension", "failed")),
    ("suspended and revoked", statuses(entry(str(SUSPENDED_AT), PAUSED, "suspension"), entry(str(REVOKED_AT), STATUS)),
     "REVOKED", ("status_revocation", "failed")),
    ("only the second of two is revoked", statuses(entry("3", STATUS), entry(str(REVOKED_AT), STATUS)), "REVOKED",
     ("status_revocation", "failed")),
    ("only the last of ten is revoked", statuses(*[entry("3", STATUS)] * 9, entry(str(REVOKED_AT), STATUS)), "REVOKED",
     ("status_revocation", "failed")),
    ("eleven entries", statuses(*[entry("3", STATUS)] * 11), UNKNOWN, ("work", "failed")),
    ("an entry of an unknown kind before a revoked one", statuses({"type": "Other"}, entry(str(REVOKED_AT), STATUS)),
     "REVOKED", ("status_revocation", "failed")),
    ("an entry of an unknown kind", statuses(UNLISTED), UNKNOWN, ("status_revocation", "not_checked")),
    ("an entry that is a text", statuses("revoked"), INVALID, ("status_list", "failed")),
    ("an entry without a type", statuses({"id": LIST}), INVALID, ("structure", "failed")),
    ("a place beyond the list", lambda s: of_list(s, "131072"), INVALID, ("status_list", "failed")),
    ("a place far beyond the list", lambda s: of_list(s, "9" * 15), INVALID, ("status_list", "failed")),
    ("a place of a thousand digits", lambda s: of_list(s, "9" * 1_000), INVALID, ("status_list", "failed")),
    ("a place below zero", lambda s: of_list(s, "-1"), INVALID, ("status_list", "failed")),
    ("a place with a blank", lambda s: of_list(s, " 3"), INVALID, ("status_list", "failed")),
    ("a place in Arabic digits", lambda s: of_list(s, "\u0663", places=[3]), INVALID, ("status_list", "failed")),
    ("a place that is half", lambda s: of_list(s, 3.5), INVALID, ("status_list", "failed")),
    ("a place that is true", lambda s: of_list(s, True), INVALID, ("status_list", "failed")),
    ("no place", lambda s: of_list(s, None), INVALID, ("status_list", "failed")),
    ("a size of zero bits", lambda s: of_list(s, entry={"statusSize": 0}), INVALID, ("status_list", "failed")),
    ("a size of a billion bits", lambda s: of_list(s, entry={"statusSize": 10**9}), INVALID, ("status_list", "failed")),
    ("no purpose", lambda s: of_list(s, entry={"statusPurpose": ""}), INVALID, ("status_list", "failed")),
    ("a list for another purpose", lambda s: of_list(s, subject={"statusPurpose": "suspension"}), INVALID,
     ("status_list", "failed")),
    ("a list for both purposes", lambda s: of_list(s, places=[3], subject={
        "statusPurpose": ["suspension", "revocation"]}), "REVOKED", ("status_revocation", "failed")),
    ("a message instead of revocation", lambda s: of_list(
        s, places=[3], entry={"statusPurpose": "message"}, subject={"statusPurpose": "message"}), GOOD,
     ("status_message", "warning")),
    ("a list of another kind", lambda s: of_list(s, subject={"type": "StatusList2021"}), INVALID,
     ("status_list", "failed")),
    ("a list that says that it is at another address", lambda s: of_list(s, id=STATUS), INVALID,
     ("status_list", "failed")),
    ("a list of somebody else's, not set", lambda s: of_list(s, url=OTHERS, by=EVIL), UNKNOWN,
     ("status_revocation", "not_checked")),
    ("a list of somebody else's, set", lambda s: of_list(s, url=OTHERS, by=EVIL, places=[3]), "REVOKED",
     ("status_revocation", "failed")),
    ("a list signed with a key it brings", hosted(forged), INVALID, ("status_list", "failed")),
    ("a list changed after it was signed", hosted(changed), INVALID, ("status_list", "failed")),
    ("a list without a signature", hosted(status_list(LIST, ACADEMY, [])), UNKNOWN,
     ("status_revocation", "not_checked")),
    ("a list that has ended", lambda s: of_list(s, **ENDED), UNKNOWN, ("status_revocation", "not_checked")),
    ("a list that has ended, set", lambda s: of_list(s, places=[3], **ENDED), "REVOKED",
     ("status_revocation", "failed")),
    ("a list that has not begun", lambda s: of_list(s, **LATER), INVALID, ("status_list", "failed")),
    ("a list that is revoked", lambda s: of_list(s, credentialStatus=entry(str(REVOKED_AT), STATUS)), INVALID,
     ("status_list", "failed")),
    ("a list that says of itself whether it holds", lambda s: of_list(s, credentialStatus=SELF), INVALID,
     ("status_list", "failed")),
    ("no list", lambda s: s.token(s.badge(credentialStatus=entry("3"))), UNKNOWN, ("status_revocation", "not_checked")),
    ("the badge itself as the list", hosted(lambda s: s.token()), INVALID, ("status_list", "failed")),
    ("a page instead of a list", hosted(b"<html>Moved</html>"), INVALID, ("status_list", "failed")),
    ("a list of 16 MiB and one byte", lambda s: of_list(s, subject=encoded(packed(16 * 2**20 + 1))), UNKNOWN,
     ("work", "failed")),
    ("a list of 64 MiB", lambda s: of_list(s, subject=encoded(packed(64 * 2**20))), UNKNOWN, ("work", "failed")),
    ("a list of five mebibytes as it comes", hosted(b"x" * 5 * 2**20), UNKNOWN, ("status_revocation", "not_checked")),
    ("a list of 131,064 places", lambda s: of_list(s, subject=encoded(packed(16 * 1_024 - 1))), INVALID,
     ("status_list", "failed")),
    ("a list without the letter u", lambda s: of_list(s, subject={"encodedList": b64(packed(16_384))}), INVALID,
     ("status_list", "failed")),
    ("a list that is not packed", lambda s: of_list(s, subject=encoded(bytes(16_384))), INVALID,
     ("status_list", "failed")),
    ("a list packed in another way", lambda s: of_list(s, subject=encoded(zlib.compress(bytes(16_384)))), INVALID,
     ("status_list", "failed")),
    ("a list that is cut off", lambda s: of_list(s, subject=encoded(packed(16_384)[:-9])), INVALID,
     ("status_list", "failed")),
    ("a list with a wrong checksum", lambda s: of_list(s, subject=encoded(packed(16_384)[:-8] + b"12345678")), INVALID,
     ("status_list", "failed")),
    ("a list with a second one behind it", lambda s: of_list(s, subject=encoded(packed(16_384) * 2)), INVALID,
     ("status_list", "failed")),
    ("a list that is a number", lambda s: of_list(s, subject={"encodedList": 7}), INVALID, ("status_list", "failed")),
    ("a list in other letters", lambda s: of_list(s, subject={"encodedList": "u\u00fc" * 40}), INVALID,
     ("status_list", "failed")),
    ("an entry whose list is a file", lambda s: s.token(s.badge(credentialStatus=entry(url="file:///etc/passwd"))),
     INVALID, ("status_list", "failed")),
    ("an entry whose list is a data: address", lambda s: s.token(s.badge(credentialStatus=entry(url="data:,x"))),
     INVALID, ("status_list", "failed")),
    ("an entry whose list is inside a network", lambda s: s.token(s.badge(
        credentialStatus=entry("3", "https://127.0.0.1/list"))), UNKNOWN, ("status_revocation", "not_checked")),
    ("an entry whose list is not protected on the way", lambda s: s.token(s.badge(
        credentialStatus=entry("3", "http://academy.example/status/revoked"))), UNKNOWN,
     ("status_revocation", "not_checked")),
]  # fmt: skip


@pytest.mark.parametrize(("build", "verdict", "check"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_badge_that_may_have_been_taken_back_is_not_called_verified(
    judged: Any, build: Any, verdict: str, check: tuple[str, str]
) -> None:
    judged(build, verdict, *check)


def revocations(*ids: str, **more: Any) -> dict[str, Any]:
    """A list of revoked badges as 1EdTech has it, unsigned."""
    named = [{"id": each, "revoked": True, "revocationReason": "An error"} for each in ids]
    return {"id": PLAIN, "type": ["1EdTechRevocationList"], "issuer": ACADEMY, "revokedCredential": named, **more}


def listed(document: Any, **changes: Any) -> Callable[[Any], Any]:
    def build(stage: Any) -> Any:
        if document is not None:
            stage.host(PLAIN, document)
        status = {"id": PLAIN, "type": "1EdTechRevocationList", **changes}
        contexts = [*stage.badge()["@context"], EXTENSIONS]
        return stage.token(stage.badge(**{"@context": contexts}, credentialStatus=status))

    return build


OWN = "urn:uuid:00000000-0000-4000-8000-000000000001"
PLAIN_LISTS: list[tuple[str, Callable[[Any], Any], str, str, tuple[str, str]]] = [
    ("it is on the list", listed(revocations("urn:x:1", OWN)), "REVOKED", "REVOKED", ("status_revocation", "failed")),
    ("another one is", listed(revocations("urn:x:1")), GOOD, GOOD, ("status_revocation", "passed")),
    ("there is no list", listed(None), UNKNOWN, GOOD, ("status_revocation", "not_checked")),
    ("the list is another issuer's", listed(revocations(issuer="did:web:evil.example")), INVALID, GOOD,
     ("status_list", "failed")),
    ("the list is a page", listed(b"<html>"), INVALID, INVALID, ("status_list", "failed")),
    ("the list is nested deeply", listed(b"[" * 99_999), UNKNOWN, UNKNOWN, ("work", "failed")),
    ("the list is at a file", listed(None, id="file:///etc/passwd"), INVALID, INVALID, ("status_list", "failed")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("build", "verdict", "official", "check"), [c[1:] for c in PLAIN_LISTS], ids=[c[0] for c in PLAIN_LISTS]
)
def test_a_plain_list_of_revoked_badges_is_asked_and_its_absence_told(
    stage: Any, judged: Any, build: Any, verdict: str, official: str, check: tuple[str, str]
) -> None:
    judged(build, verdict, *check)
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


OFFICIAL: list[tuple[str, Callable[[Any], Any], str]] = [
    ("a revoked badge", lambda s: of_list(s, places=[3]), "REVOKED"),
    ("a suspended badge", statuses(entry(str(SUSPENDED_AT), PAUSED, "suspension")), GOOD),
    ("an entry of an unknown kind", statuses(UNLISTED), GOOD),
    ("a list signed by somebody else", lambda s: of_list(s, url=OTHERS, by=key("evil p", "P-256")), GOOD),
    ("a list changed after it was signed", hosted(changed), INVALID),
]  # fmt: skip


@pytest.mark.parametrize(("build", "verdict"), [o[1:] for o in OFFICIAL], ids=[o[0] for o in OFFICIAL])
def test_the_public_validators_rules_look_at_revocation_only(stage: Any, build: Any, verdict: str) -> None:
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == verdict


def derived(stage: Any, place: int, *shown: str, hide: bool = False) -> Any:
    """A part of a badge that its holder shows; its status is hidden when the issuer let that be."""
    signer, method = academy_key("p256")
    achievement = {
        **stage.badge()["credentialSubject"]["achievement"],
        "criteria": {"id": "https://academy.example/c", "narrative": "An exam."},
    }
    achievement.pop("alignment")
    badge = stage.badge(credentialStatus=status_entry(STATUS, place))
    badge["credentialSubject"] = {**badge["credentialSubject"], "achievement": achievement}
    reveal = ("/id", "/type", "/credentialSubject/id", "/credentialSubject/type", "/credentialSubject/achievement")
    found = with_proof(badge, "ecdsa-sd-2023", signer, method, reveal=(*reveal, *shown))
    if hide:
        found.pop("credentialStatus")
    return found


@pytest.mark.parametrize(
    ("place", "hide", "verdict", "check"),
    [
        (3, False, GOOD, ("status_revocation", "passed")),
        (REVOKED_AT, False, "REVOKED", ("status_revocation", "failed")),
        (REVOKED_AT, True, INVALID, ("signature", "failed")),
    ],
    ids=["status shown", "status shown, revoked", "status taken out although the issuer demands it"],
)
def test_a_part_of_a_badge_shows_the_status_that_its_issuer_demands(
    judged: Any, place: int, hide: bool, verdict: str, check: tuple[str, str]
) -> None:
    judged(lambda s: derived(s, place, hide=hide), verdict, *check)


def test_a_part_of_a_badge_without_a_status_may_hide_it(judged: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credlens.app.bench.badges.signing._MANDATORY", ("issuer", "validFrom", "validUntil"))
    judged(lambda s: derived(s, REVOKED_AT), UNKNOWN, "status_revocation", "not_checked")
