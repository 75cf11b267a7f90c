"""Endorsements that are none, or praise by oneself; and newer versions that are older, another's, or never come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import HOLDER, OB3, VC2, endorsement, open_badge, plain, presentation
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import ACADEMY, CLUB, REVOKED_AT, STATUS, academy_key, status_entry
from credlens.model.verification import Mode

GOOD, INVALID = "VERIFIED", "INVALID"
PEER, EVIL, KIM = key("peer p", "P-256"), key("evil p", "P-256"), key("kim p", "P-256")
ED_PEER, ED_EVIL = key("peer"), key("evil")
P256, METHOD = academy_key("p256")
SQL = "https://academy.example/achievements/sql"
BADGE = "urn:uuid:00000000-0000-4000-8000-000000000001"
REFRESH = "https://academy.example/refresh/1"
Build = Callable[[Any], Any]
Json = dict[str, Any]


def praise(about: str = SQL, by: Any = PEER, method: str = "", issuer: str = "", **changes: Any) -> str:
    """An endorsement as a token."""
    return as_jwt(endorsement(issuer or by.did_key, about, **changes), by, method or by.did_key_method)


def about_praise(by: Any = PEER, **changes: Any) -> str:
    """An endorsement of the endorsement."""
    return praise("urn:uuid:00000000-0000-4000-8000-0000000000e1", by, id="urn:uuid:e2", **changes)


def with_token(*tokens: str) -> Build:
    return lambda stage: stage.token(stage.badge(endorsementJwt=list(tokens)))


def with_object(*objects: Any) -> Build:
    return lambda stage: stage.token(stage.badge(endorsement=list(objects)))


def in_issuer(*tokens: str) -> Build:
    """Endorsements of the issuer, in its profile."""

    def build(stage: Any) -> Any:
        badge = stage.badge()
        return stage.token({**badge, "issuer": {**badge["issuer"], "endorsementJwt": list(tokens)}})

    return build


def in_achievement(*tokens: str) -> Build:
    return lambda stage: stage.token(stage.badge(credentialSubject=stage.achievement(endorsementJwt=list(tokens))))


def by_object(by: Any = ED_PEER, about: str = SQL, **changes: Any) -> Json:
    return with_proof(endorsement(by.did_key, about, **changes), "eddsa-rdfc-2022", by, by.did_key_method)


def cut(token: str) -> str:
    return token[:-8] + "AAAAAAAA"


def two_subjects(*about: str) -> str:
    subjects = [endorsement("", a)["credentialSubject"] for a in about]
    return praise(credentialSubject=subjects)


OWN = as_jwt(endorsement(ACADEMY, SQL), P256, METHOD)
STATED = status_entry(STATUS, REVOKED_AT)
PRAISED: list[tuple[str, Build, str, str]] = [
    ("by a peer, of the achievement", with_token(praise()), "passed", GOOD),
    ("by a peer, of the badge", with_token(praise(BADGE)), "passed", GOOD),
    ("by a peer, of the issuer", with_token(praise(ACADEMY)), "passed", GOOD),
    ("by a peer, as an object", with_object(by_object()), "passed", GOOD),
    ("by the issuer itself", with_token(OWN), "warning", GOOD),
    ("by the issuer itself, of itself", in_issuer(as_jwt(endorsement(ACADEMY, ACADEMY), P256, METHOD)), "warning",
     GOOD),
    ("by somebody in the name of another", with_token(praise(issuer=CLUB, by=EVIL, method=f"{CLUB}#{EVIL.multibase}")),
     "warning", GOOD),
    ("by somebody in the name of another, with their own key", with_token(praise(issuer=CLUB, by=EVIL)), "warning",
     GOOD),
    ("by somebody in the name of another, as an object", with_object(with_proof(
        endorsement(CLUB, SQL), "eddsa-rdfc-2022", ED_EVIL, f"{CLUB}#{ED_EVIL.multibase}")), "warning", GOOD),
    ("that was changed", with_token(cut(praise())), "warning", INVALID),
    ("that was changed, as an object", with_object({**by_object(), "name": "Better"}), "warning", INVALID),
    ("with alg none", with_token("eyJhbGciOiJub25lIn0." + praise().split(".")[1] + ".AA"), "warning", INVALID),
    ("that has ended", with_token(praise(validUntil="2026-04-01T00:00:00Z")), "warning", INVALID),
    ("that has not begun", with_token(praise(validFrom="2027-04-01T00:00:00Z")), "warning", INVALID),
    ("that was revoked", with_token(as_jwt(endorsement(
        "did:web:academy.example", SQL, credentialStatus=STATED), P256, METHOD)), "warning", INVALID),
    ("of another achievement", with_token(praise("https://academy.example/achievements/sql2")), "warning", GOOD),
    ("of another badge", with_token(praise("urn:uuid:00000000-0000-4000-8000-000000000002")), "warning", GOOD),
    ("of its holder", with_token(praise(HOLDER)), "warning", GOOD),
    ("of the achievement, at the issuer", in_issuer(praise()), "warning", GOOD),
    ("of the issuer, at the issuer", in_issuer(praise(ACADEMY)), "passed", GOOD),
    ("of the badge, at the achievement", in_achievement(praise(BADGE)), "warning", GOOD),
    ("of two things, one of them this", with_token(two_subjects("urn:x:1", SQL)), "warning", INVALID),
    ("of two other things", with_token(two_subjects("urn:x:1", "urn:x:2")), "warning", INVALID),
    ("of an endorsement", with_token(about_praise()), "warning", GOOD),
    ("that is a credential of another kind about it", with_token(as_jwt(
        plain(PEER.did_key, credentialSubject={"id": SQL}), PEER, PEER.did_key_method)), "warning",
     GOOD),
    ("that is a badge whose subject is the issuer", with_token(as_jwt(
        open_badge(PEER.did_key, credentialSubject={**open_badge("")["credentialSubject"], "id": ACADEMY}), PEER,
        PEER.did_key_method)), "warning", GOOD),
    ("that is the badge itself", lambda s: s.token(s.badge(endorsementJwt=[s.token()])), "warning", GOOD),
    ("that endorses the badge, which endorses it", with_token(praise(endorsementJwt=[
        about_praise(endorsementJwt=[OWN])])), "passed", GOOD),
    ("with a forged one inside of it", with_token(praise(endorsementJwt=[
        about_praise(EVIL, issuer=CLUB)])), "passed", GOOD),
]  # fmt: skip


@pytest.mark.parametrize(("build", "outcome", "official"), [p[1:] for p in PRAISED], ids=[p[0] for p in PRAISED])
def test_praise_counts_when_it_is_another_s_and_about_this(
    stage: Any, judged: Any, build: Build, outcome: str, official: str
) -> None:
    report = judged(build, GOOD, "endorsement", outcome)
    assert [c.outcome.value for c in report.checks if c.id == "endorsement"] == [outcome]
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


def test_praise_by_many_names_of_one_address_is_asked_for_never(stage: Any) -> None:
    stage.judge(stage.token(stage.badge(endorsement=["https://evil.example/1", "https://evil.example/2"])))
    assert not any("evil.example" in need.url for need in stage.asked)


SERVICE = {"id": REFRESH, "type": "1EdTechCredentialRefresh"}
TERMS = {"@context": [VC2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]}


def renewed(offered: Callable[[Any], Any], service: Any = None) -> Build:
    """A badge whose service offers something."""

    def build(stage: Any) -> Any:
        found = offered(stage)
        if found is not None:
            stage.host(REFRESH, found)
        return stage.token(stage.badge(**TERMS, refreshService=SERVICE if service is None else service))

    return build


def version(**changes: Any) -> Build:
    """A version of the badge that the academy signed."""
    return lambda stage: stage.token(stage.badge(**{**TERMS, "refreshService": SERVICE, **changes}))


def moved(stage: Any) -> None:
    stage.moved[REFRESH] = stage.host("https://evil.example/badge", as_jwt(open_badge(ACADEMY), EVIL, METHOD))


def unread(_stage: Any) -> Any:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


OLDER = "older"
RENEWED: list[tuple[str, Build, str, str]] = [
    ("the same", renewed(version()), "passed", ""),
    ("one that begins later", renewed(version(validFrom="2026-06-01T00:00:00Z")), "warning", "newer"),
    ("one that begins earlier", renewed(version(validFrom="2025-06-01T00:00:00Z")), "warning", OLDER),
    ("one that has ended", renewed(version(validUntil="2026-06-01T00:00:00Z")), "warning", "does not hold"),
    ("one that was revoked", renewed(version(credentialStatus=STATED)), "warning", "does not hold"),
    ("one without its end", renewed(lambda s: s.token({
        k: v for k, v in s.badge(**TERMS, refreshService=SERVICE).items() if k != "validUntil"})), "warning", "newer"),
    ("one of another issuer", renewed(lambda _s: as_jwt(open_badge(EVIL.did_key), EVIL, EVIL.did_key_method)),
     "warning", "another"),
    ("one for somebody else", renewed(version(id="urn:x:2", credentialSubject={
        **open_badge("")["credentialSubject"], "id": "mailto:eve@evil.example"})), "warning", "another"),
    ("one in a presentation", renewed(lambda s: with_proof(presentation(ED_PEER.did_key, [s.text_signed()]),
     "eddsa-jcs-2022", ED_PEER, ED_PEER.did_key_method, purpose="authentication")), "warning", "another"),
    ("one sent from another host, signed by nobody who may", renewed(moved), "warning", "does not hold"),
    ("a picture with nothing in it", renewed(unread), "not_checked", ""),
    ("nothing", renewed(lambda _s: None), "not_checked", ""),
    ("by a service that is not known", renewed(version(), {**SERVICE, "type": "https://refresh.example/Other"}), "not_checked", ""),
    ("by a service without an address", renewed(version(), {"type": SERVICE["type"]}), "not_checked", ""),
    ("by a service at an address that is not protected", renewed(version(), {
        **SERVICE, "id": REFRESH.replace("https", "http")}), "not_checked", ""),
    ("by a service inside a network", renewed(version(), {**SERVICE, "id": "https://192.168.0.1/r"}), "not_checked",
     ""),
    ("by two services", renewed(version(), [SERVICE, {**SERVICE, "id": f"{REFRESH}/2"}]), "passed", ""),
]  # fmt: skip


@pytest.mark.parametrize(("build", "outcome", "word"), [r[1:] for r in RENEWED], ids=[r[0] for r in RENEWED])
@pytest.mark.parametrize("mode", Mode)
def test_another_version_changes_nothing_and_is_told_of(
    stage: Any, judged: Any, build: Build, outcome: str, word: str, mode: Mode
) -> None:
    report = judged(build, GOOD, "refresh", outcome, mode)
    assert word in " ".join(c.reason for c in report.checks if c.id == "refresh")
    assert len([need for need in stage.asked if "refresh" in need.kind]) <= 1


def test_a_version_in_the_issuers_name_by_somebody_else_is_no_version(judged: Any) -> None:
    forged = as_jwt(open_badge(ACADEMY, name="SQL, second edition"), EVIL, f"{ACADEMY}#{EVIL.multibase}")
    report = judged(renewed(lambda _s: forged), GOOD, "refresh", "warning")
    assert "does not hold" in next(c.reason for c in report.checks if c.id == "refresh")


def test_a_badge_that_does_not_hold_is_not_saved_by_its_newer_version(judged: Any) -> None:
    judged(lambda s: renewed(version())(s)[:-8] + "AAAAAAAA", INVALID, "signature", "failed")
    judged(lambda s: (s.host(REFRESH, version()(s)), s.token(s.badge(
        validUntil="2026-03-01T00:00:00Z", refreshService=SERVICE)))[1], "AUTHENTIC_BUT_EXPIRED", "refresh", "warning")  # fmt: skip


def test_versions_that_offer_each_other_end(stage: Any, judged: Any) -> None:
    stage.host(f"{REFRESH}/b", stage.token(stage.badge(name="b", refreshService={**SERVICE, "id": f"{REFRESH}/a"})))
    stage.host(f"{REFRESH}/a", stage.token(stage.badge(name="a", refreshService={**SERVICE, "id": f"{REFRESH}/b"})))
    judged(lambda s: s.token(s.badge(refreshService={**SERVICE, "id": f"{REFRESH}/a"})), GOOD, "refresh", "warning")
    assert [need.url for need in stage.asked].count(f"{REFRESH}/b") == 0
