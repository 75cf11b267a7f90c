"""The made-up world: what its issuers host, and badges of theirs in every format that is verified.

Issuers: an academy with a DID on the web (did:web:academy.example), a club with an https profile, two learners with keys of their own. All of
it is in :attr:`World.documents`; nothing exists outside.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from credlens.app.bench.badges.credentials import (
    HOLDER,
    VC1,
    Json,
    endorsement,
    first_envelope,
    learner_record,
    open_badge,
    plain,
    presentation,
)
from credlens.app.bench.badges.keys import Key, b64, jws, key
from credlens.app.bench.badges.signing import as_first_jwt, as_jwt, with_proof

ACADEMY = "did:web:academy.example"
HOST = "https://academy.example"
CLUB = "https://club.example/issuers/7"
KINDS = {"ed": "Ed25519", "p256": "P-256", "p384": "P-384", "rsa": "RSA"}
STATUS = f"{HOST}/status/revoked"
PAUSED = f"{HOST}/status/suspended"
REVOKED_AT, SUSPENDED_AT = 7, 8  # places in the lists whose bit is set
_BITS = 131_072  # the fewest a list may have
OB2 = "https://w3id.org/openbadges/v2"


@dataclass(frozen=True)
class Sample:
    """A badge.

    Attributes:
        name: what it shows, in a word or two.
        format: machine name of the format; ``proof``: how it is secured.
        data: its bytes.
    """

    name: str
    format: str
    proof: str
    data: bytes


@dataclass
class World:
    """What there is.

    Attributes:
        documents: address -> bytes.
    """

    documents: dict[str, bytes] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)

    def host(self, url: str, document: Any) -> None:
        """Put a document at an address."""
        self.documents[url] = document if isinstance(document, bytes) else dumps(document)

    def add(self, name: str, format: str, proof: str, badge: Any) -> Sample:  # noqa: A002 - the name it has in JSON
        """A badge as JSON, as a token, or as bytes."""
        data = badge if isinstance(badge, bytes) else badge.encode() if isinstance(badge, str) else dumps(badge)
        sample = Sample(name, format, proof, data)
        self.samples.append(sample)
        return sample


def dumps(value: Any) -> bytes:
    """JSON as issuers write it: UTF-8, indented."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def academy_key(short: str) -> tuple[Key, str]:
    """A key of the academy with its verification method; ``short`` is a name of :data:`KINDS`."""
    return key(f"academy {short}", KINDS[short]), f"{ACADEMY}#{short}"


def did_document(did: str, keys: dict[str, Key]) -> Json:
    """A DID document whose keys may issue."""
    return {
        "@context": ["https://www.w3.org/ns/did/v1"],
        "id": did,
        "verificationMethod": [
            {"id": f"{did}#{name}", "type": "JsonWebKey", "controller": did, "publicKeyJwk": each.jwk}
            for name, each in keys.items()
        ],
        "assertionMethod": [f"{did}#{name}" for name in keys],
    }


def bitstring(places: Iterable[int], bits: int = _BITS) -> str:
    """A compressed list of bits with these set (Bitstring Status List 1.0, section 3.3)."""
    data = bytearray(bits // 8)
    for place in places:
        data[place // 8] |= 0x80 >> place % 8
    return "u" + b64(gzip.compress(bytes(data), mtime=0))


def disclosable(credential: Json) -> Json:
    """With an id for everything in it: openvc-core writes names like ``_:b0`` to what has none, which no badge may have."""
    achievement = credential["credentialSubject"]["achievement"]
    achievement["criteria"]["id"] = f"{HOST}/criteria/sql"
    del achievement["alignment"]
    return credential


def status_entry(url: str, place: int, purpose: str = "revocation") -> Json:
    """Where a credential's bit is."""
    return {
        "id": f"{url}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(place),
        "statusListCredential": url,
    }


def status_list(url: str, issuer: str, places: Iterable[int], purpose: str = "revocation") -> Json:
    """A list as a credential, unsigned."""
    return plain(
        issuer,
        id=url,
        type=["VerifiableCredential", "BitstringStatusListCredential"],
        credentialSubject={
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": bitstring(places),
        },
    )


def made() -> World:
    """The whole world, anew."""
    world = World()
    _issuers(world)
    _lists(world)
    _open_badges(world)
    _records(world)
    _first_envelopes(world)
    _earlier(world)
    return world


@cache
def shared() -> World:
    """The whole world, made once; nobody may change it."""
    return made()


def _issuers(world: World) -> None:
    keys = {short: academy_key(short)[0] for short in KINDS}
    world.host(f"{HOST}/.well-known/did.json", did_document(ACADEMY, keys))
    club = key("club")
    method = {"id": f"{CLUB}#key", "type": "Multikey", "controller": CLUB, "publicKeyMultibase": club.multibase}
    world.host(CLUB, {"id": CLUB, "type": ["Profile"], "name": "Example Club", "verificationMethod": [method]})


def _lists(world: World) -> None:
    signer, method = academy_key("ed")
    revoked = status_list(STATUS, ACADEMY, [REVOKED_AT])
    world.host(STATUS, with_proof(revoked, "eddsa-rdfc-2022", signer, method))
    paused = status_list(PAUSED, ACADEMY, [SUSPENDED_AT], "suspension")
    world.host(PAUSED, as_jwt(paused, signer, method).encode())


def _open_badges(world: World) -> None:
    for short in KINDS:
        signer, method = academy_key(short)
        world.add("badge", "ob3", signer.algorithm, as_jwt(open_badge(ACADEMY), signer, method))
    pairs = [("eddsa-rdfc-2022", "ed"), ("ecdsa-rdfc-2019", "p256"), ("ecdsa-rdfc-2019", "p384")]
    pairs += [("eddsa-jcs-2022", "ed"), ("ecdsa-jcs-2019", "p256"), ("ecdsa-jcs-2019", "p384")]
    for suite, short in pairs:
        signer, method = academy_key(short)
        name = "badge, P-384" if short == "p384" else "badge"
        world.add(name, "ob3", suite, with_proof(open_badge(ACADEMY), suite, signer, method))
    own = key("learner")
    world.add(
        "of a did:key",
        "ob3",
        "eddsa-rdfc-2022",
        with_proof(open_badge(own.did_key), "eddsa-rdfc-2022", own, own.did_key_method),
    )
    world.add("of a did:jwk", "ob3", "EdDSA", as_jwt(open_badge(own.did_jwk), own, f"{own.did_jwk}#0"))
    club = key("club")
    world.add(
        "of a profile", "ob3", "eddsa-jcs-2022", with_proof(open_badge(CLUB), "eddsa-jcs-2022", club, f"{CLUB}#key")
    )
    signer, method = academy_key("ed")
    listed = open_badge(ACADEMY, 3, credentialStatus=[status_entry(STATUS, 3), status_entry(PAUSED, 3, "suspension")])
    world.add("with status", "ob3", "eddsa-jcs-2022", with_proof(listed, "eddsa-jcs-2022", signer, method))
    peer = key("peer")
    praise = endorsement(peer.did_key, "https://academy.example/achievements/sql")
    praised = open_badge(ACADEMY, 4, endorsementJwt=[as_jwt(praise, peer, peer.did_key_method)])
    world.add("endorsed", "ob3", "eddsa-jcs-2022", with_proof(praised, "eddsa-jcs-2022", signer, method))
    p256, p256_method = academy_key("p256")
    hidden = disclosable(open_badge(ACADEMY, 5, credentialStatus=status_entry(STATUS, 5)))
    shown = ("/credentialSubject/id", "/credentialSubject/type", "/credentialSubject/achievement", "/type", "/id")
    world.add("derived", "ob3", "ecdsa-sd-2023", with_proof(hidden, "ecdsa-sd-2023", p256, p256_method, reveal=shown))


def _records(world: World) -> None:
    signer, method = academy_key("ed")
    peer = key("peer")
    inner = with_proof(open_badge(ACADEMY), "eddsa-rdfc-2022", signer, method)
    record = learner_record(ACADEMY, [inner])
    world.add("record", "clr2", "eddsa-rdfc-2022", with_proof(record, "eddsa-rdfc-2022", signer, method))
    world.add("record", "clr2", "EdDSA", as_jwt(record, signer, method))
    praise = endorsement(peer.did_key, "https://learner.example/projects/1")
    world.add("peer review", "endorsement3", "EdDSA", as_jwt(praise, peer, peer.did_key_method))
    world.add("any credential", "vc2", "eddsa-jcs-2022", with_proof(plain(ACADEMY), "eddsa-jcs-2022", signer, method))
    holder = key("learner")
    shown = presentation(holder.did_key, [inner])
    proven = with_proof(shown, "eddsa-rdfc-2022", holder, holder.did_key_method, purpose="authentication")
    world.add("presentation", "vp", "eddsa-rdfc-2022", proven)


def _first_envelopes(world: World) -> None:
    signer, method = academy_key("ed")
    first = first_envelope(ACADEMY)
    world.add(
        "first envelope", "ob3", "Ed25519Signature2020", with_proof(first, "Ed25519Signature2020", signer, method)
    )
    world.add("first envelope", "ob3", "EdDSA", as_first_jwt(first, signer, method))
    bare = {
        "@context": [VC1],
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000f2",
        "type": ["VerifiableCredential"],
        "issuer": ACADEMY,
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": HOLDER},
    }
    world.add("any credential", "vc1", "EdDSA", as_first_jwt(bare, signer, method))


def _earlier(world: World) -> None:
    """Open Badges 2.0, hosted and signed."""
    issuer, badge, assertion = f"{HOST}/ob2/issuer", f"{HOST}/ob2/badges/sql", f"{HOST}/ob2/assertions/1"
    signer, keys = key("academy rsa", "RSA"), f"{HOST}/ob2/keys/1"
    revoked = f"{HOST}/ob2/revoked"
    profile = {
        "@context": OB2,
        "type": "Issuer",
        "id": issuer,
        "name": "Example Academy",
        "url": HOST,
        "email": "badges@academy.example",
        "publicKey": keys,
        "revocationList": revoked,
    }
    world.host(issuer, profile)
    world.host(
        keys, {"@context": OB2, "type": "CryptographicKey", "id": keys, "owner": issuer, "publicKeyPem": signer.pem}
    )
    world.host(
        revoked, {"@context": OB2, "type": "RevocationList", "id": revoked, "issuer": issuer, "revokedAssertions": []}
    )
    world.host(
        badge,
        {
            "@context": OB2,
            "type": "BadgeClass",
            "id": badge,
            "name": "SQL for analysts",
            "description": "Joins, groups and windows.",
            "image": f"{HOST}/ob2/sql.png",
            "criteria": {"narrative": "A supervised exam of 90 minutes."},
            "issuer": issuer,
        },
    )
    held = {
        "@context": OB2,
        "type": "Assertion",
        "id": assertion,
        "recipient": {"type": "email", "hashed": False, "identity": "kim@learner.example"},
        "badge": badge,
        "issuedOn": "2026-01-15T09:00:00Z",
        "verification": {"type": "HostedBadge"},
    }
    world.host(assertion, held)
    world.add("hosted", "ob2.0", "hosted", held)
    signed = {
        **held,
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000b2",
        "verification": {"type": "SignedBadge", "creator": keys},
    }
    world.add("signed", "ob2.0", "RS256", jws(signed, signer))
