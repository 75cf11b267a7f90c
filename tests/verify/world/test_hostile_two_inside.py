"""Badges in badges: records, presentations, envelopes, endorsements, newer versions; forged ones among them, circles, and too many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import VC1, VC2, endorsement, learner_record, open_badge, plain, presentation
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import ACADEMY, REVOKED_AT, STATUS, academy_key, status_entry
from credlens.model.verification import Mode

PEER, EVIL, KIM = key("peer"), key("evil"), key("learner")
EVIL_P = key("evil p", "P-256")
SQL = "https://academy.example/achievements/sql"
REFRESH = "https://academy.example/refresh/1"
GOOD, INVALID, UNKNOWN, UNBOUND = "VERIFIED", "INVALID", "COULD_NOT_CHECK", "ISSUER_NOT_BOUND"


def forged(_stage: Any) -> str:
    """A badge of the academy's that somebody else signed, with a key that it brings along."""
    return as_jwt(open_badge(ACADEMY), EVIL_P, f"{ACADEMY}#{EVIL_P.multibase}")


def forged_json(stage: Any) -> Any:
    return stage.signed(stage.badge(), EVIL, f"{ACADEMY}#{EVIL.multibase}")


def spoiled(stage: Any) -> Any:
    return {**stage.text_signed(), "name": "Doctor of everything"}


def envelope(token: str, kind: str = "vc+jwt", **claims: Any) -> Any:
    """A credential in an envelope; what else stands on it is signed by nobody."""
    found = {"@context": VC2, "id": f"data:application/{kind},{token}", "type": "EnvelopedVerifiableCredential"}
    return {**found, **claims}


def record(stage: Any, *inside: Any, **changes: Any) -> Any:
    return stage.text_signed(learner_record(ACADEMY, list(inside), **changes))


def shown(*inside: Any, **changes: Any) -> Any:
    """A presentation that Kim signed."""
    signer, method = KIM, KIM.did_key_method
    found = presentation(signer.did_key, list(inside), **changes)
    return with_proof(found, "eddsa-jcs-2022", signer, method, purpose="authentication")


def records(stage: Any, levels: int) -> Any:
    """Records in each other."""
    found = stage.text_signed()
    for _ in range(levels):
        found = record(stage, found)
    return found


def unsigned(*inside: Any, **changes: Any) -> Any:
    return {k: v for k, v in presentation("", list(inside)).items() if k != "holder"} | changes


def revoked(stage: Any) -> Any:
    return stage.text_signed(stage.badge(credentialStatus=status_entry(STATUS, REVOKED_AT)))


def ended(stage: Any) -> Any:
    return stage.text_signed(stage.badge(validUntil="2026-03-01T00:00:00Z"))


Case = tuple[str, Callable[[Any], Any], str, tuple[str, str]]
HOLDING: list[Case] = [
    ("a record with a good badge", lambda s: record(s, s.text_signed()), GOOD, ("contained", "passed")),
    ("a record with a good badge in an envelope", lambda s: record(s, envelope(s.token())), GOOD,
     ("contained", "passed")),
    ("a record with a forged badge", lambda s: record(s, s.text_signed(), forged_json(s)), UNBOUND,
     ("contained", "failed")),
    ("a record with a forged badge in an envelope", lambda s: record(s, envelope(forged(s))), UNBOUND,
     ("contained", "failed")),
    ("a record with a changed badge", lambda s: record(s, spoiled(s)), INVALID, ("contained", "failed")),
    ("a record with a badge nobody signed", lambda s: record(s, s.badge()), UNKNOWN, ("contained", "not_checked")),
    ("a record with a revoked badge", lambda s: record(s, revoked(s)), "REVOKED", ("contained", "failed")),
    ("a record with a badge that has ended", lambda s: record(s, ended(s)), GOOD, ("contained", "warning")),
    ("a record that is forged, with a good badge", lambda s: s.signed(
        learner_record(ACADEMY, [s.text_signed()]), EVIL, f"{ACADEMY}#{EVIL.multibase}"), UNBOUND,
     ("binding", "failed")),
    ("a record that nobody signed", lambda s: learner_record(ACADEMY, [s.text_signed()]), UNKNOWN,
     ("proof", "failed")),
    ("a record from which a badge was taken", lambda s: {**record(s, s.text_signed(), revoked(s)),
     "credentialSubject": learner_record(ACADEMY, [s.text_signed()])["credentialSubject"]}, INVALID,
     ("signature", "failed")),
    ("a record with a text", lambda s: record(s, "a good badge"), INVALID, ("structure", "failed")),
    ("a record with a token as a text", lambda s: record(s, s.token()), INVALID, ("structure", "failed")),
    ("a record with an address", lambda s: record(s, "https://evil.example/badge"), INVALID, ("structure", "failed")),
    ("a record with a number", lambda s: record(s, 17), INVALID, ("structure", "failed")),
    ("four records in each other", lambda s: records(s, 4), GOOD, ("contained", "passed")),
    ("five records in each other", lambda s: records(s, 5), UNKNOWN, ("contained", "not_checked")),
    ("200 envelopes", lambda s: record(s, *[envelope(s.token())] * 200), GOOD, ("contained", "passed")),
    ("201 envelopes", lambda s: record(s, *[envelope(s.token())] * 201), UNKNOWN, ("contained", "not_checked")),
    ("a presentation that Kim signed", lambda s: shown(s.text_signed()), GOOD, ("binding", "passed")),
    ("a presentation with a forged badge", lambda s: shown(forged_json(s)), UNBOUND, ("contained", "failed")),
    ("a presentation with a forged token", lambda s: shown(envelope(forged(s))), UNBOUND, ("contained", "failed")),
    ("a presentation changed after it was signed", lambda s: {**shown(s.text_signed()),
     "verifiableCredential": [s.text_signed(s.badge(name="Another"))]}, INVALID, ("signature", "failed")),
    ("a presentation signed by another than its holder", lambda s: {
        **shown(s.text_signed()), "holder": EVIL.did_key}, INVALID, ("signature", "failed")),
    ("a presentation signed for issuing", lambda s: with_proof(
        presentation(KIM.did_key, [s.text_signed()]), "eddsa-jcs-2022", KIM, KIM.did_key_method), INVALID,
     ("purpose", "failed")),
    ("a badge signed for presenting", lambda s: s.text_signed(purpose="authentication"), INVALID,
     ("purpose", "failed")),
    ("a presentation that nobody signed", lambda s: unsigned(s.text_signed()), GOOD, ("proof", "warning")),
    ("a presentation of nothing that nobody signed", lambda s: unsigned(), UNKNOWN, ("proof", "failed")),
    ("a presentation that nobody signed and that says more", lambda s: unsigned(
        s.text_signed(), holder=ACADEMY, name="Doctor of everything"), UNKNOWN, ("proof", "not_checked")),
    ("a presentation that calls itself a badge", lambda s: unsigned(
        s.text_signed(), type=["VerifiablePresentation", "OpenBadgeCredential"]), INVALID, ("structure", "failed")),
    ("an envelope", lambda s: envelope(s.token()), GOOD, ("contained", "passed")),
    ("an envelope around a forged badge", lambda s: envelope(forged(s)), UNBOUND, ("contained", "failed")),
    ("an envelope that says something else", lambda s: envelope(
        s.token(), issuer=EVIL.did_key, name="Doctor of everything"), UNKNOWN, ("proof", "not_checked")),
    ("an envelope that calls itself a badge", lambda s: envelope(
        s.token(), issuer=ACADEMY) | {"type": ["EnvelopedVerifiableCredential", "OpenBadgeCredential"]}, INVALID,
     ("structure", "failed")),
    ("an envelope around an envelope", lambda s: envelope(as_jwt(
        {"@context": [VC2], **envelope(s.token())}, EVIL_P, EVIL_P.did_key_method)), UNBOUND, ("contained", "failed")),
    ("an envelope in base64", lambda s: envelope("e30=", kind="vc+jwt;base64"), INVALID, ("contained", "failed")),
    ("an envelope around a page", lambda s: {**envelope(""), "id": "data:text/html,<script>1</script>"}, INVALID,
     ("contained", "failed")),
    ("an envelope around a file", lambda s: {**envelope(""), "id": "file:///etc/passwd"}, INVALID,
     ("structure", "failed")),
    ("an envelope around an address", lambda s: {**envelope(""), "id": "https://evil.example/badge"}, INVALID,
     ("structure", "failed")),
    ("an envelope around nothing", lambda s: envelope(""), INVALID, ("contained", "failed")),
    ("an envelope around an encrypted token", lambda s: envelope("eyJ.a.b.c.d"), INVALID, ("contained", "failed")),
]  # fmt: skip
IDS = [case[0] for case in HOLDING]


@pytest.mark.parametrize(("build", "verdict", "check"), [case[1:] for case in HOLDING], ids=IDS)
def test_what_holds_badges_is_no_better_than_the_worst_of_them(
    judged: Any, build: Any, verdict: str, check: tuple[str, str]
) -> None:
    judged(build, verdict, *check)


@pytest.mark.parametrize(
    "build",
    [c[1] for c in HOLDING if "says" in c[0] or c[0] == "a presentation that nobody signed"],
)
def test_what_nobody_signed_is_not_among_the_claims(stage: Any, build: Any) -> None:
    report = stage.judge(build(stage))
    assert (report.claims.name, report.claims.issuer.id, report.claims.subjects) == ("", "", ())
    assert report.parts[0].claims.issuer.id == ACADEMY


def praise(about: str = SQL, by: Any = PEER, **changes: Any) -> str:
    return as_jwt(endorsement(by.did_key, about, **changes), by, by.did_key_method)


def praised(stage: Any, *tokens: Any, **changes: Any) -> Any:
    return stage.text_signed(stage.badge(endorsementJwt=list(tokens), **changes))


def in_achievement(stage: Any, *tokens: str) -> Any:
    return stage.text_signed(stage.badge(credentialSubject=stage.achievement(endorsementJwt=list(tokens))))


def own_praise() -> str:
    signer, method = academy_key("p256")
    return as_jwt(endorsement(ACADEMY, SQL), signer, method)


def praises(levels: int) -> str:
    """Praise of praise."""
    found = praise()
    for _ in range(levels - 1):
        found = praise("urn:uuid:00000000-0000-4000-8000-0000000000e1", endorsementJwt=[found])
    return praise(endorsementJwt=[found])


FORGED_PRAISE = as_jwt(endorsement("did:web:academy.example", SQL), EVIL, EVIL.did_key_method)
ENDORSED: list[Case] = [
    ("by a peer", lambda s: praised(s, praise()), GOOD, ("endorsement", "passed")),
    ("by its own issuer", lambda s: praised(s, own_praise()), GOOD, ("endorsement", "warning")),
    ("by somebody in another's name", lambda s: praised(s, FORGED_PRAISE), GOOD, ("endorsement", "warning")),
    ("of another achievement", lambda s: in_achievement(s, praise("https://other.example/1")), GOOD,
     ("endorsement", "warning")),
    ("of another badge", lambda s: praised(s, praise("https://other.example/1")), GOOD, ("endorsement", "warning")),
    ("of the achievement, in it", lambda s: in_achievement(s, praise()), GOOD, ("endorsement", "passed")),
    ("that has ended", lambda s: praised(s, praise(validUntil="2026-04-01T00:00:00Z")), GOOD,
     ("endorsement", "warning")),
    ("that is a badge", lambda s: praised(s, s.token()), GOOD, ("endorsement", "warning")),
    ("that nobody signed", lambda s: s.text_signed(s.badge(endorsement=[endorsement(PEER.did_key, SQL)])), GOOD,
     ("endorsement", "not_checked")),
    ("that is an address", lambda s: praised(s, "https://evil.example/praise"), INVALID, ("structure", "failed")),
    ("of an endorsement, seven deep", lambda s: praised(s, praises(7)), GOOD, ("endorsement", "passed")),
    ("210 times", lambda s: praised(s, *[praise()] * 210), GOOD, ("endorsement", "not_checked")),
]  # fmt: skip


@pytest.mark.parametrize(("build", "verdict", "check"), [c[1:] for c in ENDORSED], ids=[c[0] for c in ENDORSED])
def test_an_endorsement_makes_no_badge_better_and_none_worse(
    judged: Any, build: Any, verdict: str, check: tuple[str, str]
) -> None:
    judged(build, verdict, *check)


@pytest.mark.parametrize("about", ["https://other.example/1", "urn:uuid:00000000-0000-4000-8000-0000000000e1"])
def test_praise_of_something_else_is_no_praise_of_this_badge(judged: Any, about: str) -> None:
    report = judged(lambda s: praised(s, praise(about)), GOOD, "endorsement", "warning")
    assert not any(c.id == "endorsement" and c.outcome == "passed" for c in report.checks)


def test_the_public_validators_rules_refuse_a_badge_for_a_forged_endorsement(judged: Any) -> None:
    forged_praise = as_jwt(endorsement(ACADEMY, SQL), EVIL_P, PEER.did_key_method)
    badge = lambda s: s.token(s.badge(endorsementJwt=[forged_praise]))  # noqa: E731
    judged(badge, GOOD, "endorsement", "warning")
    judged(badge, INVALID, "endorsement", "failed", Mode.ONE_EDTECH)


SERVICE = {"id": REFRESH, "type": "1EdTechCredentialRefresh"}


def renewed(offered: Callable[[Any], Any], **service: Any) -> Callable[[Any], Any]:
    """A badge with a refresh service that offers something."""

    def build(stage: Any) -> Any:
        found = offered(stage)
        if found is not None:
            stage.host(REFRESH, found)
        return stage.token(stage.badge(refreshService={**SERVICE, **service}))

    return build


def same(stage: Any, **changes: Any) -> str:
    token: str = stage.token(stage.badge(refreshService=SERVICE, **changes))
    return token


OTHERS = open_badge(EVIL.did_key)
REFRESHED: list[Case] = [
    ("the same one", same, GOOD, ("refresh", "passed")),
    ("a newer one", lambda s: same(s, name="SQL, second edition"), GOOD, ("refresh", "warning")),
    ("one of another issuer", lambda s: as_jwt(OTHERS, EVIL, EVIL.did_key_method), GOOD, ("refresh", "warning")),
    ("one with another id", lambda s: same(s, id="urn:uuid:00000000-0000-4000-8000-00000000000a"), GOOD,
     ("refresh", "warning")),
    ("a forged one", forged, GOOD, ("refresh", "warning")),
    ("one that nobody signed", lambda s: s.badge(), GOOD, ("refresh", "warning")),
    ("a revoked one", lambda s: same(s, credentialStatus=status_entry(STATUS, REVOKED_AT)), GOOD,
     ("refresh", "warning")),
    ("one in a record", lambda s: record(s, s.text_signed()), GOOD, ("refresh", "warning")),
    ("a page", lambda s: b"<html>", GOOD, ("refresh", "not_checked")),
    ("a bomb", lambda s: b"[" * 100_000, GOOD, ("refresh", "not_checked")),
    ("nothing", lambda s: None, GOOD, ("refresh", "not_checked")),
    ("its own address again", lambda s: REFRESH, GOOD, ("refresh", "not_checked")),
]  # fmt: skip


@pytest.mark.parametrize(("offered", "verdict", "check"), [c[1:] for c in REFRESHED], ids=[c[0] for c in REFRESHED])
def test_what_is_offered_as_a_newer_version_changes_no_verdict(
    stage: Any, judged: Any, offered: Any, verdict: str, check: tuple[str, str]
) -> None:
    judged(renewed(offered), verdict, *check)
    assert [need.url for need in stage.asked].count(REFRESH) == 1


@pytest.mark.parametrize("service", ["gopher://evil.example/1", "file:///etc/passwd", "https://10.0.0.1/badge"])
def test_a_service_at_an_address_that_is_never_asked_is_told(judged: Any, service: str) -> None:
    judged(renewed(lambda s: None, id=service), GOOD, "refresh", "not_checked")


def test_services_that_lead_from_one_to_the_next_are_asked_once(stage: Any, judged: Any) -> None:
    places = [f"{REFRESH}/{number}" for number in range(20)]
    for here, there in zip(places, [*places[1:], places[0]], strict=True):
        stage.host(here, stage.token(stage.badge(name=here, refreshService={**SERVICE, "id": there})))
    judged(lambda s: s.token(s.badge(refreshService={**SERVICE, "id": places[0]})), GOOD, "refresh", "warning")
    assert [n.url for n in stage.asked if n.url.startswith(REFRESH)] == places[:1]


def test_an_old_presentation_with_a_token_as_text_is_read(judged: Any) -> None:
    def build(stage: Any) -> Any:
        return {"@context": [VC1], "type": ["VerifiablePresentation"], "verifiableCredential": [stage.token()]}

    judged(build, GOOD, "contained", "passed")


def test_a_credential_that_is_no_badge_is_verified_as_what_it_is(judged: Any) -> None:
    report = judged(lambda s: record(s, s.text_signed(plain(ACADEMY))), GOOD, "contained", "passed")
    assert [part.format for part in report.parts] == ["vc2"]
