"""Who a badge is of and for: issuers that look like others, and people it was not issued to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.signing import as_jwt
from credlens.app.bench.badges.world import ACADEMY, did_document
from credlens.model.verification import Mode
from credlens.verify.trust.registries import IssuerEntry, IssuerRegistry, KnownIssuer, Trust

MADE = key("made")
KNOWN = Trust(
    names=(
        KnownIssuer(("Acclaim", "Acclaim Badges"), ("acclaim.example",), ("did:web:badges.acclaim.example",)),
        KnownIssuer(("Goodly Academy",), ("goodly.example", "goodly-academy.example")),
    )
)


def named(name: str, did: str = "", **issuer: Any) -> Callable[[Any], Any]:
    """A sound badge of an issuer of this name, whose DID is a key of its own or the one named."""

    def build(stage: Any) -> str:
        stage.trust = KNOWN
        own = did or MADE.did_key
        if did:
            host, *path = did.removeprefix("did:web:").split(":")
            place = "/".join([host, *path, "did.json"]) if path else f"{host}/.well-known/did.json"
            stage.host(f"https://{place}", did_document(did, {"k": MADE}))
        badge = {**open_badge(own), "issuer": {"id": own, "type": ["Profile"], "name": name, **issuer}}
        return as_jwt(badge, MADE, f"{did}#k" if did else MADE.did_key_method)

    return build


LOOKS: list[tuple[str, Callable[[Any], Any], str]] = [
    ("an ordinary name", named("Example Club"), "passed"),
    ("a known issuer at its own DID", named("Acclaim", "did:web:badges.acclaim.example"), "passed"),
    ("a known issuer at a host beneath its own", named("Goodly Academy", "did:web:x.goodly.example"), "passed"),
    ("a known name with another id", named("Acclaim"), "warning"),
    ("a known name in capitals, with another id", named("ACCLAIM  badges"), "warning"),
    ("a known name and its address as a mere claim", named("Acclaim", url="https://acclaim.example/"), "warning"),
    ("a known name at another's host", named("Acclaim", "did:web:goodly.example"), "warning"),
    ("a known name at a host that only begins so", named("Acclaim", "did:web:acclaim.example.evil.example"), "warning"),
    ("a known name at a host that only ends so", named("Acclaim", "did:web:not-acclaim.example"), "warning"),
    ("one Cyrillic letter", named("Acclаim"), "warning"),
    ("all letters Cyrillic that can be", named("Асcӏаіm"), "warning"),
    ("one Greek letter", named("Αcclaim"), "warning"),
    ("wide letters", named("Ａｃｃｌａｉｍ"), "warning"),
    ("mathematical letters", named("𝐀𝐜𝐜𝐥𝐚𝐢𝐦"), "warning"),
    ("a letter that cannot be seen", named("Ac\u200bclaim"), "warning"),
    ("a sign that turns the direction", named("\u202eAcclaim"), "warning"),
    ("a name in one other alphabet", named("Академия Примера"), "passed"),
    ("a name in two alphabets, a word each", named("Академия Example"), "passed"),
    ("a name in Chinese and English", named("例 Academy 学院"), "passed"),
    ("a host one letter away", named("A club", "did:web:acclaimm.example"), "warning"),
    ("a host with two letters swapped", named("A club", "did:web:gooldy.example"), "warning"),
    ("a host with zeros for o", named("A club", "did:web:g00dly.example"), "warning"),
    ("a host with rn for m", named("A club", "did:web:acclairn.example"), "warning"),
    ("a host in other letters", named("A club", "did:web:xn--cclaim-8vd.example"), "warning"),
]


@pytest.mark.parametrize(("build", "outcome"), [look[1:] for look in LOOKS], ids=[look[0] for look in LOOKS])
def test_an_issuer_that_looks_like_another_is_told_though_its_badge_is_sound(
    judged: Any, build: Any, outcome: str
) -> None:
    judged(build, "VERIFIED", "issuer_name", outcome)


@pytest.mark.parametrize("did", ["did:web:аcclaim.example", "did:web:acclaim。example", "did:web:acclaim.example "])
def test_a_did_with_letters_of_other_alphabets_is_no_did(stage: Any, judged: Any, did: str) -> None:
    badge = {**open_badge(did), "issuer": {"id": did, "type": ["Profile"], "name": "A club"}}
    judged(lambda s: as_jwt(badge, MADE, f"{did}#k"), "INVALID", "key", "failed")
    assert stage.asked == []


LISTED: list[tuple[str, Callable[[Any], Any], str, str, str]] = [
    ("on the list", lambda s: s.token(), ACADEMY, "passed", "VERIFIED"),
    ("not on the list", lambda s: s.token(), "did:web:other.example", "warning", "VERIFIED"),
    ("on the list in capitals", lambda s: s.token(), ACADEMY.upper(), "warning", "VERIFIED"),
    ("on the list with a path behind", lambda s: s.token(), f"{ACADEMY}:x", "warning", "VERIFIED"),
    ("on the list, and forged", lambda s: as_jwt(open_badge(ACADEMY), MADE, f"{ACADEMY}#{MADE.multibase}"), ACADEMY,
     "not_applicable", "ISSUER_NOT_BOUND"),
]  # fmt: skip


@pytest.mark.parametrize(("build", "entry", "outcome", "verdict"), [c[1:] for c in LISTED], ids=[c[0] for c in LISTED])
def test_a_list_of_trusted_issuers_counts_for_whom_it_names_and_for_nobody_else(
    stage: Any, judged: Any, build: Any, entry: str, outcome: str, verdict: str
) -> None:
    stage.trust = Trust((IssuerRegistry("mine", (IssuerEntry(entry, "The academy"),)),))
    judged(build, verdict, "issuer_known", outcome)


KIM = "kim@learner.example"


def hashed(person: str, salt: str = "", method: str = "sha256", **changes: Any) -> dict[str, Any]:
    """An IdentityObject of Open Badges 3.0."""
    digest = hashlib.new(method, (person + salt).encode()).hexdigest()
    made = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"{method}${digest}",
        "identityType": "emailAddress",
        "salt": salt,
        **changes,
    }
    return {name: value for name, value in made.items() if value != ""}


def of(person: str, *identities: Any, subject: str = "") -> Callable[[Any], Any]:
    """A badge with these identities, asked whether it is a person's."""

    def build(stage: Any) -> Any:
        stage.recipient = person
        about = {k: v for k, v in stage.subject().items() if k != "id"}
        more = {"id": subject} if subject else {}
        given = {"identifier": list(identities)} if identities else {}
        return stage.token(stage.badge(credentialSubject={**about, **more, **given}))

    return build


PLAIN = {"type": "IdentityObject", "hashed": False, "identityHash": KIM, "identityType": "emailAddress"}
PEOPLE: list[tuple[str, Callable[[Any], Any], str, str]] = [
    ("her address", of(KIM, subject=f"mailto:{KIM}"), "VERIFIED", "passed"),
    ("her address in capitals", of("Kim@Learner.Example", subject=f"mailto:{KIM}"), "VERIFIED", "passed"),
    ("her address with mailto:", of(f"mailto:{KIM}", subject=f"mailto:{KIM}"), "VERIFIED", "passed"),
    ("somebody else's address", of("bo@learner.example", subject=f"mailto:{KIM}"), "INVALID", "failed"),
    ("an address that begins with hers", of(f"{KIM}.evil.example", subject=f"mailto:{KIM}"), "INVALID", "failed"),
    ("her address, hashed with salt", of(KIM, hashed(KIM, "sea")), "VERIFIED", "passed"),
    ("her address, hashed without salt", of(KIM, hashed(KIM)), "VERIFIED", "passed"),
    ("her address, hashed, without salt called so", of(KIM, {**hashed(KIM), "salt": "Not Used"}), "VERIFIED", "passed"),
    ("her address in capitals, hashed in small letters", of("KIM@learner.example", hashed(KIM, "sea")), "VERIFIED",
     "passed"),
    ("her address, hashed with another salt", of(KIM, {**hashed(KIM, "sea"), "salt": "lake"}), "INVALID", "failed"),
    ("her address, with MD5", of(KIM, hashed(KIM, "sea", "md5")), "VERIFIED", "warning"),
    ("somebody else's, hashed", of("bo@learner.example", hashed(KIM, "sea")), "INVALID", "failed"),
    ("hers as the last of 50", of(KIM, *[hashed(f"{n}@x.example", "s") for n in range(49)], hashed(KIM)), "VERIFIED",
     "passed"),
    ("hers as it is", of(KIM, PLAIN), "VERIFIED", "passed"),
    ("hers as it is, said to be hashed", of(KIM, {**PLAIN, "hashed": True}), "COULD_NOT_CHECK", "not_checked"),
    ("her hash given for her", of(hashed(KIM)["identityHash"], hashed(KIM)), "INVALID", "failed"),
    ("her hash, said not to be one", of(KIM, hashed(KIM, hashed=False)), "COULD_NOT_CHECK", "not_checked"),
    ("a hash of an unknown kind", of(KIM, {**hashed(KIM), "identityHash": "sha1$" + "0" * 40}), "COULD_NOT_CHECK",
     "not_checked"),
    ("a hash that is cut", of(KIM, {**hashed(KIM), "identityHash": "sha256$00"}), "COULD_NOT_CHECK", "not_checked"),
    ("only a DID, asked for an address", of(KIM, subject="did:example:kim"), "COULD_NOT_CHECK", "not_checked"),
    ("her DID", of("did:example:kim", subject="did:example:kim"), "VERIFIED", "passed"),
    ("her DID in capitals", of("did:example:KIM", subject="did:example:kim"), "INVALID", "failed"),
    ("a name, asked for an address", of(KIM, hashed("Kim", identityType="name")), "COULD_NOT_CHECK", "not_checked"),
    ("a DID of hers and somebody else's hash", of("did:example:kim", hashed("bo@x.example"), subject="did:example:kim"),
     "VERIFIED", "passed"),
]  # fmt: skip


@pytest.mark.parametrize(("build", "verdict", "outcome"), [p[1:] for p in PEOPLE], ids=[p[0] for p in PEOPLE])
def test_a_badge_is_told_to_be_of_whom_it_was_issued_to(judged: Any, build: Any, verdict: str, outcome: str) -> None:
    judged(build, verdict, "recipient", outcome)
    judged(build, verdict, "recipient", outcome, Mode.ONE_EDTECH)


def test_a_badge_may_be_of_several_people_only_one_of_whom_is_asked_for(judged: Any) -> None:
    def build(stage: Any) -> Any:
        stage.recipient = KIM
        about = {k: v for k, v in stage.subject().items() if k != "id"}
        return stage.token(stage.badge(credentialSubject={**about, "identifier": [hashed("bo@x.example"), PLAIN]}))

    judged(build, "VERIFIED", "recipient", "passed")
