"""Open Badges 2.0 that are kept elsewhere than their issuer keeps its badges, say something else there, or are signed by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.keys import Key, jws, key
from credlens.app.bench.badges.world import HOST, OB2, shared
from credlens.model.verification import Mode
from credlens.verify.limits import LIMITS
from credlens.verify.strict_json import read

GOOD, INVALID, UNKNOWN, UNBOUND = "VERIFIED", "INVALID", "COULD_NOT_CHECK", "ISSUER_NOT_BOUND"
REVOKED, ENDED = "REVOKED", "AUTHENTIC_BUT_EXPIRED"
ISSUER, CLASS, ASSERTION = f"{HOST}/ob2/issuer", f"{HOST}/ob2/badges/sql", f"{HOST}/ob2/assertions/1"
KEYS, LIST, OTHER_CLASS = f"{HOST}/ob2/keys/1", f"{HOST}/ob2/revoked", f"{HOST}/ob2/badges/attendance"
EVIL_HOST = "https://evil.example"
SIGNER, EVIL = key("academy rsa", "RSA"), key("evil rsa", "RSA")
Json = dict[str, Any]
Build = Callable[[Any], Any]
Found = tuple[str, str, str]


def at(url: str, **changes: Any) -> Json:
    """A document of the academy's, changed; None takes something away."""
    found: Json = read(shared().documents[url], LIMITS)
    return {name: value for name, value in {**found, **changes}.items() if value is not None}


def hosted(
    where: str = ASSERTION, shown: Json | None = None, kept: Json | None = None, moved: str = "", **others: Any
) -> Build:
    """A hosted badge.

    Args:
        where: its address.
        shown, kept: what is changed in the copy of the person, and in that of its host.
        moved: where its address sends its visitors.
        others: changes to the badge class (``badge``) and the profile (``issuer``).
    """

    def build(stage: Any) -> Any:
        badge = at(ASSERTION, id=where)
        stage.host(moved or where, {k: v for k, v in {**badge, **(kept or {})}.items() if v is not None})
        if moved:
            stage.moved[where] = moved
        stage.host(CLASS, at(CLASS, **others.get("badge", {})))
        stage.host(OTHER_CLASS, at(CLASS, id=OTHER_CLASS, name="Attendance"))
        stage.host(ISSUER, at(ISSUER, **others.get("issuer", {})))
        return {k: v for k, v in {**badge, **(shown or {})}.items() if v is not None}

    return build


def scoped(where: str, **rules: Any) -> Build:
    """A badge at an address, whose issuer names where its badges are."""
    return hosted(where, issuer={"verification": {"type": "VerificationObject", **rules}} if rules else {})


def elsewhere(url: str = f"{EVIL_HOST}/1", **changes: Any) -> Build:
    """A badge that the attacker keeps, of a class of the attacker's that names the academy as its issuer."""

    def build(stage: Any) -> Any:
        stage.host(f"{EVIL_HOST}/class", {**at(CLASS), "id": f"{EVIL_HOST}/class", "name": "Medicine", **changes})
        return hosted(url, {"badge": f"{EVIL_HOST}/class"}, {"badge": f"{EVIL_HOST}/class"})(stage)

    return build


def inside(**badge: Any) -> Build:
    """A badge that the attacker keeps, with its class in it."""
    held = {"badge": {**at(CLASS), **badge}}
    return hosted(f"{EVIL_HOST}/1", held, held)


FITS, OTHER, FAR = (GOOD, "hosted", "passed"), (INVALID, "hosted", "failed"), (INVALID, "scope", "failed")
UNSEEN, TAKEN_BACK = (UNKNOWN, "hosted", "not_checked"), (REVOKED, "status_revocation", "failed")
SIMILAR = f"{HOST}.evil.example/1"
PAST = {"expires": "2026-03-01T00:00:00Z"}
TWO = "https://academy.example/ob2/assertions/2"
HOSTED: list[tuple[str, Build, Found, str]] = [
    ("as it is", hosted(), FITS, GOOD),
    # Where it is kept
    ("on another host", scoped(f"{EVIL_HOST}/1"), FAR, INVALID),
    ("on a host that begins alike", scoped(SIMILAR), FAR, INVALID),
    ("on a host beneath", scoped("https://x.academy.example/1"), FAR, INVALID),
    ("on the issuer's host at another port", scoped(f"{HOST}:8443/1"), FAR, INVALID),
    ("on a host that begins alike, by startsWith", scoped(SIMILAR, startsWith=HOST), FAR, GOOD),
    ("on a host that begins alike, by startsWith without dot", scoped(
        "https://academy.example-badges.example/1", startsWith=HOST), FAR, GOOD),
    ("on a port that begins alike, by startsWith", scoped(f"{HOST}:4430/1", startsWith=f"{HOST}:443"), FAR, GOOD),
    ("in a path that begins alike", scoped(f"{HOST}/ob2/assertions-of-others/1", startsWith=f"{HOST}/ob2/assertions"),
     FAR, GOOD),
    ("beneath a path", scoped(ASSERTION, startsWith=f"{HOST}/ob2/assertions"), FITS, GOOD),
    ("beneath one of two paths", scoped(ASSERTION, startsWith=[f"{EVIL_HOST}/x", f"{HOST}/ob2/"]), FITS, GOOD),
    ("by startsWith that is any address", scoped(f"{EVIL_HOST}/1", startsWith="https://"), FAR, GOOD),
    ("by startsWith that is nothing", scoped(f"{EVIL_HOST}/1", startsWith=""), FAR, INVALID),
    ("by an empty startsWith", scoped(ASSERTION, startsWith=[]), FAR, INVALID),
    ("with uploads beside the badges", scoped(f"{HOST}/uploads/9", startsWith=f"{HOST}/ob2/assertions/"), FAR, INVALID),
    ("by a path that climbs out", scoped(f"{HOST}/ob2/assertions/../../uploads/9", startsWith=f"{HOST}/ob2/"), UNSEEN,
     UNKNOWN),
    ("by a path that climbs out, hidden", scoped(f"{HOST}/ob2/%2e%2e/9", startsWith=f"{HOST}/ob2/"), UNSEEN, UNKNOWN),
    ("behind a user name", scoped("https://academy.example@evil.example/1", startsWith=HOST), UNSEEN, UNKNOWN),
    ("behind a backslash", scoped("https://evil.example\\@academy.example/1", startsWith="https://"),
     (INVALID, "hosted", "not_checked"), INVALID),
    ("at another's allowed host", scoped(f"{EVIL_HOST}/1", allowedOrigins=["academy.example"]), FAR, INVALID),
    ("at an allowed host", scoped("https://badges.example/1", allowedOrigins=["academy.example", "badges.example"]),
     FITS, GOOD),
    ("at the end of an allowed host", scoped(f"{EVIL_HOST}/1", allowedOrigins=["example"]), FAR, INVALID),
    ("at any host", scoped(f"{EVIL_HOST}/1", allowedOrigins="*"), FAR, INVALID),
    ("at an allowed host, in another path", scoped(
        "https://badges.example/1", allowedOrigins="badges.example", startsWith=HOST), FAR, INVALID),
    ("by rules that are a text", hosted(issuer={"verification": "hosted"}), FAR, INVALID),
    ("sent on to another host", hosted(moved=f"{EVIL_HOST}/1"), UNSEEN, UNKNOWN),
    ("sent on to the same host", hosted(moved=f"{HOST}/v2/1"), FITS, GOOD),
    ("sent on to another badge", hosted(moved=TWO, kept={"id": TWO}), OTHER, INVALID),
    ("at an address that is not protected", hosted("http://academy.example/1"), UNSEEN, UNKNOWN),
    ("at an address with a fragment", hosted(shown={"id": f"{ASSERTION}#2"}), OTHER, INVALID),
    ("at no address", hosted(shown={"id": None}), OTHER, INVALID),
    ("at a name", hosted(shown={"id": "urn:uuid:1"}), OTHER, INVALID),
    ("nowhere", hosted(shown={"id": f"{HOST}/ob2/assertions/404"}), UNSEEN, UNKNOWN),
    # What is there
    ("for another person", hosted(shown={"recipient": {
        "type": "email", "hashed": False, "identity": "eve@evil.example"}}), OTHER, GOOD),
    ("of another class", hosted(shown={"badge": CLASS}, kept={"badge": OTHER_CLASS}), OTHER, GOOD),
    ("of a class with more in it", hosted(shown={"badge": {**at(CLASS), "name": "Medicine"}}), OTHER, GOOD),
    ("with another day", hosted(shown={"issuedOn": "2020-01-15T09:00:00Z"}), OTHER, GOOD),
    ("without its end", hosted(kept=PAST), OTHER, ENDED),
    ("with a later end", hosted(shown={"expires": "2036-03-01T00:00:00Z"}, kept=PAST), OTHER, ENDED),
    ("with more in it", hosted(shown={"narrative": "With honours."}), OTHER, GOOD),
    ("that has ended", hosted(shown=PAST, kept=PAST), (ENDED, "valid_until", "failed"), ENDED),
    ("that ends on a day without a time", hosted(shown={"expires": "2036-03-01"}, kept={"expires": "2036-03-01"}),
     (INVALID, "structure", "failed"), INVALID),
    ("that was revoked since", hosted(kept={"revoked": True, "revocationReason": "An error"}), TAKEN_BACK, REVOKED),
    ("that was revoked, in a text", hosted(kept={"revoked": "false"}), (INVALID, "status_revocation", "failed"), INVALID),
    ("that says itself that it was revoked", hosted(shown={"revoked": True}), (INVALID, "hosted", "failed"), REVOKED),
    ("that is signed, by the copy there", hosted(kept={"verification": {"type": "SignedBadge"}}), OTHER, INVALID),
    ("that is a profile", hosted(shown={"id": ISSUER}), OTHER, INVALID),
    ("that says two things about its class", hosted(shown={"https://w3id.org/openbadges#badge": OTHER_CLASS}),
     (INVALID, "structure", "failed"), INVALID),
    # Who stands behind it
    ("of a class of the attacker's", elsewhere(), FAR, INVALID),
    ("of a class of the attacker's, on a host that begins alike", elsewhere(SIMILAR), FAR, INVALID),
    ("of a class in it", inside(name="Medicine"), FAR, INVALID),
    ("of a class in it without an address", inside(id="urn:uuid:2", name="Medicine"), FAR, INVALID),
    ("of a class that is another's", hosted(badge={"id": OTHER_CLASS}), OTHER, INVALID),
    ("of a class whose issuer is gone", hosted(badge={"issuer": f"{HOST}/404"}), UNSEEN, UNKNOWN),
    ("of an issuer that is another's", hosted(issuer={"id": f"{EVIL_HOST}/issuer"}), OTHER, INVALID),
    ("of an issuer at an address that is not protected", hosted(badge={"issuer": "http://academy.example/i"}), UNSEEN,
     UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found", "official"), [h[1:] for h in HOSTED], ids=[h[0] for h in HOSTED])
def test_a_hosted_badge_counts_as_its_issuer_keeps_it(
    stage: Any, judged: Any, build: Build, found: Found, official: str
) -> None:
    judged(build, *found)
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


def test_what_is_told_of_a_badge_is_what_its_issuer_keeps(stage: Any) -> None:
    shown = {"badge": {**at(CLASS), "name": "Medicine"}, "issuedOn": "2020-01-15T09:00:00Z"}
    report = stage.judge(hosted(shown=shown)(stage), Mode.ONE_EDTECH)
    assert (report.claims.achievement.name, report.claims.issued.year) == ("SQL for analysts", 2026)


SIGNED_ID = "urn:uuid:00000000-0000-4000-8000-0000000000b2"
PAGE = {
    "@context": OB2,
    "type": "CryptographicKey",
    "id": f"{EVIL_HOST}/key",
    "owner": ISSUER,
    "publicKeyPem": EVIL.pem,
}
UPLOADED = {**PAGE, "id": f"{HOST}/uploads/key"}


def signed(
    signer: Key = SIGNER, header: Json | None = None, documents: tuple[Json, ...] = (), moved: str = "", **changes: Any
) -> Build:
    """A signed badge; documents are put at the addresses that they name as theirs."""

    def build(stage: Any) -> str:
        for document in documents:
            stage.host(document["id"], document)
        if moved:
            stage.moved[LIST] = moved
        badge = at(ASSERTION, id=SIGNED_ID, verification={"type": "SignedBadge", "creator": KEYS})
        told = {k: v for k, v in {**badge, **changes}.items() if v is not None}
        return jws(told, signer, header)

    return build


def by(creator: Any) -> Json:
    return {"verification": {"type": "SignedBadge", "creator": creator}}


def listing(*revoked: Any, **changes: Any) -> Build:
    return signed(documents=(at(LIST, **{"revokedAssertions": list(revoked), **changes}),))


NOT_BOUND, NO_KEY, CHANGED = (
    (UNBOUND, "binding", "failed"),
    (INVALID, "key", "failed"),
    (INVALID, "signature", "failed"),
)
NO_LIST, UNTOLD = (INVALID, "status_list", "failed"), (UNKNOWN, "status_revocation", "not_checked")
IN_IT = {"id": ISSUER, "type": "Issuer", "name": "Example Academy", "url": HOST, "publicKey": PAGE["id"]}
SIGNED: list[tuple[str, Build, Found]] = [
    ("as it is", signed(), (GOOD, "binding", "passed")),
    ("by somebody else", signed(EVIL), CHANGED),
    ("by somebody else, with a key page that names the academy", signed(
        EVIL, documents=(PAGE,), **by(PAGE["id"])), NOT_BOUND),
    ("by somebody else, with a key page of their own", signed(
        EVIL, documents=({**PAGE, "owner": f"{EVIL_HOST}/issuer"},), **by(PAGE["id"])), NOT_BOUND),
    ("by somebody else, with a key page that claims to be the academy's", signed(
        EVIL, documents=({**PAGE, "@id": KEYS},), **by(PAGE["id"])), NOT_BOUND),
    ("by somebody else, with a key put on the academy's host", signed(
        EVIL, documents=(UPLOADED,), **by(UPLOADED["id"])), NOT_BOUND),
    ("by somebody else, with a key in the header", signed(EVIL, {"jwk": EVIL.jwk}), CHANGED),
    ("by somebody else, with a key in the header and no other", signed(
        EVIL, {"jwk": EVIL.jwk}, verification={"type": "SignedBadge"}), CHANGED),
    ("by somebody else, with a file of keys in the header", signed(EVIL, {"jku": f"{EVIL_HOST}/jwks"}), CHANGED),
    ("by somebody else, with a key in the badge's own class", signed(
        EVIL, documents=(PAGE,), badge={**at(CLASS), "issuer": IN_IT}, **by(PAGE["id"])), NOT_BOUND),
    ("by somebody else, with a key written into it", signed(EVIL, **by({**PAGE, "id": KEYS})), CHANGED),
    ("by somebody else, of a class that names the academy", signed(EVIL, documents=(
        PAGE, {**at(CLASS), "id": f"{EVIL_HOST}/class"}), badge=f"{EVIL_HOST}/class", **by(PAGE["id"])), NOT_BOUND),
    ("with a key that is a file", signed(EVIL, **by("file:///etc/passwd")), NO_KEY),
    ("with a key page of another id", signed(documents=(at(KEYS, id=KEYS),), **by(f"{KEYS}?x=1")),
     (UNKNOWN, "key", "not_checked")),
    ("with a key that says that it is another's", signed(documents=(at(KEYS, owner=f"{EVIL_HOST}/issuer"),)), NOT_BOUND),
    ("with a key that is revoked", signed(documents=(at(KEYS, revoked="2026-11-01T00:00:00Z"),)), NO_KEY),
    ("with a key that the issuer lists no more", signed(documents=(at(ISSUER, publicKey=f"{HOST}/ob2/keys/2"),)),
     NOT_BOUND),
    ("of an issuer that lists no key", signed(documents=(at(ISSUER, publicKey=None),)), NOT_BOUND),
    ("with alg none", signed(header={"alg": "none"}), (INVALID, "algorithm", "failed")),
    ("with crit", signed(header={"crit": ["exp"]}), (INVALID, "algorithm", "failed")),
    ("that says that the hosted copy counts", signed(verification={"type": "HostedBadge"}), (UNKNOWN, "hosted",
     "not_checked")),
    ("that is on the list", listing(SIGNED_ID), TAKEN_BACK),
    ("that is on the list with a reason", listing({"id": SIGNED_ID, "revocationReason": "An error"}), TAKEN_BACK),
    ("that is not on the list", listing("urn:uuid:0"), (GOOD, "status_revocation", "passed")),
    ("on a list of another issuer", listing(SIGNED_ID, issuer=f"{EVIL_HOST}/issuer"), NO_LIST),
    ("on a list without entries", listing(revokedAssertions=None), NO_LIST),
    ("on a list that is a text", listing(revokedAssertions=SIGNED_ID), NO_LIST),
    ("on a list with a number", listing(7), NO_LIST),
    ("with a list that is gone", signed(documents=(at(ISSUER, revocationList=f"{HOST}/404"),)), UNTOLD),
    ("with a list that is a number", signed(documents=(at(ISSUER, revocationList=7),)), NO_LIST),
    ("with a list that says that it is another", signed(documents=(
        {**at(LIST), "id": f"{HOST}/v2"}, at(ISSUER, revocationList=f"{HOST}/v1"),), moved=""), UNTOLD),
    ("with a list sent from another host", signed(documents=(
        {**at(LIST), "id": f"{EVIL_HOST}/list"},), moved=f"{EVIL_HOST}/list"), UNTOLD),
    ("without an id", signed(id=None), (INVALID, "structure", "failed")),
    ("of an issuer without a list", signed(documents=(at(ISSUER, revocationList=None),)),
     (GOOD, "status_revocation", "not_applicable")),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [s[1:] for s in SIGNED], ids=[s[0] for s in SIGNED])
def test_a_signed_badge_counts_by_a_key_that_the_issuers_profile_lists(
    judged: Any, build: Build, found: Found, mode: Mode
) -> None:
    judged(build, *found, mode)
