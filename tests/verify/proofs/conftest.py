"""A small issuer of badges for these tests: fixed keys of each kind, tokens and Data Integrity proofs, good and forged."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256, sha384
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from credlens.model.verification import Claims, Mode, Outcome, Party
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.jsonld.rdf import canonical
from credlens.verify.keys.key import from_jwk
from credlens.verify.limits import LIMITS
from credlens.verify.needs import Document, Missing, Why
from credlens.verify.proofs import embedded, jwt

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CODES = {"EdDSA": b"\xed\x01", "ES256": b"\x80\x24", "ES384": b"\x81\x24"}
MONTH = 30 * 86_400


def b64(data: Any) -> Any:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def b58(data: Any) -> Any:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return "z" + "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def number(value: Any, size: Any) -> Any:
    return b64(value.to_bytes(size, "big"))


class Key:
    """A private key with what others see of it."""

    def __init__(self, alg: Any, native: Any) -> None:
        self.alg, self.native = alg, native
        public = native.public_key()
        if alg == "EdDSA":
            raw = public.public_bytes_raw()
            self.jwk = {"kty": "OKP", "crv": "Ed25519", "x": b64(raw)}
        elif alg == "RS256":
            n = public.public_numbers()
            self.jwk = {"kty": "RSA", "n": number(n.n, 256), "e": number(n.e, 3)}
        else:
            n, size = public.public_numbers(), 32 if alg == "ES256" else 48
            self.jwk = {
                "kty": "EC",
                "crv": {32: "P-256", 48: "P-384"}[size],
                "x": number(n.x, size),
                "y": number(n.y, size),
            }
            raw = bytes([2 + n.y % 2]) + n.x.to_bytes(size, "big")
        self.public = from_jwk(self.jwk)
        if alg != "RS256":
            self.multibase = b58(CODES[alg] + raw)
            self.did = f"did:key:{self.multibase}"
            self.method = f"{self.did}#{self.multibase}"

    def sign(self, data: Any) -> Any:
        if self.alg == "EdDSA":
            return self.native.sign(data)
        if self.alg == "RS256":
            return self.native.sign(data, padding.PKCS1v15(), hashes.SHA256())
        digest, size = (hashes.SHA256(), 32) if self.alg == "ES256" else (hashes.SHA384(), 48)
        r, s = decode_dss_signature(self.native.sign(data, ec.ECDSA(digest)))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")


class Lab:
    """Makes badges and looks at what is found in them."""

    at, b64, b58 = AT, staticmethod(b64), staticmethod(b58)
    seconds = int(AT.timestamp())

    def __init__(self) -> None:
        self.ed = Key("EdDSA", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
        self.other = Key("EdDSA", Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
        self.p256 = Key("ES256", ec.derive_private_key(7_777_777, ec.SECP256R1()))
        self.p384 = Key("ES384", ec.derive_private_key(8_888_888, ec.SECP384R1()))
        self.rsa = Key("RS256", rsa.generate_private_key(65_537, 2_048))

    def badge(self, issuer: Any = None, **more: Any) -> Any:
        """A small credential."""
        return {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": "urn:uuid:2f1c2d3e-0000-4000-8000-000000000001",
            "type": ["VerifiableCredential"],
            "issuer": issuer or self.ed.did,
            "validFrom": "2026-01-01T00:00:00Z",
            "credentialSubject": {"id": "did:example:holder"},
            **more,
        }

    def token(self, payload: Any, key: Any = None, header: Any = None, signed: Any = True) -> Any:
        """A compact JWS; the header's parts that are None are left out."""
        key = key or self.ed
        head = {"alg": key.alg, "kid": getattr(key, "method", None), **(header or {})}
        head = {k: v for k, v in head.items() if v is not None}
        text = payload if isinstance(payload, str) else json.dumps(payload)
        unsigned = f"{b64(json.dumps(head).encode())}.{b64(text.encode())}"
        return f"{unsigned}.{b64(key.sign(unsigned.encode())) if signed else ''}"

    def proof(self, suite: Any, key: Any, **more: Any) -> Any:
        """The options of a proof."""
        made = {
            "type": "DataIntegrityProof",
            "cryptosuite": suite,
            "created": "2026-01-02T00:00:00Z",
            "verificationMethod": key.method,
            "proofPurpose": "assertionMethod",
            **more,
        }
        return {k: v for k, v in made.items() if v is not None}

    def jcs(self, document: Any, key: Any = None, **more: Any) -> Any:
        """A proof over the JSON itself."""
        key = key or self.ed
        options = self.proof("eddsa-jcs-2022" if key.alg == "EdDSA" else "ecdsa-jcs-2019", key, **more)
        digest = sha384 if key.alg == "ES384" else sha256
        data = digest(rfc8785.dumps(options)).digest() + digest(rfc8785.dumps(document)).digest()
        return {**options, "proofValue": b58(key.sign(data))}

    def rdf(self, document: Any, key: Any = None, suite: Any = None, way: str = "sha256", **more: Any) -> Any:
        """A proof over the meaning of its terms; ``way``: the hash with which nodes without a name are told apart."""
        key = key or self.ed
        options = self.proof(suite or ("eddsa-rdfc-2022" if key.alg == "EdDSA" else "ecdsa-rdfc-2019"), key, **more)
        digest = sha384 if key.alg == "ES384" else sha256
        config = {**options, "@context": document["@context"]}
        data = b"".join(digest(canonical(d, LIMITS, way).encode()).digest() for d in (config, document))
        return {**options, "proofValue": b58(key.sign(data))}

    def inquiry(self, mode: Mode = Mode.STRICT, **limits: Any) -> Any:
        return Inquiry(Desk(Settings(AT, mode, limits=replace(LIMITS, **limits)), lambda *_: None))

    def content(self, document: Any) -> Any:
        issuer = document.get("issuer", document.get("holder", ""))
        named = issuer.get("id", "") if isinstance(issuer, dict) else issuer
        return Content(Claims(issuer=Party(id=named)), issuer=issuer)

    def drive(self, steps: Any, documents: Any = None) -> Any:
        """Run a generator with these documents; the rest is not to be had."""
        asked = []
        try:
            need = next(steps)
            while True:
                asked.append(need.url)
                found = (documents or {}).get(need.url)
                if found is None:
                    reply = Missing(need.url, Why.OFFLINE, "Nothing is fetched.")
                else:
                    reply = Document(need.url, json.dumps(found).encode())
                need = steps.send(reply)
        except StopIteration as end:
            return end.value, asked

    def verify_token(self, token: Any, mode: Mode = Mode.STRICT, documents: Any = None) -> Any:
        """The inquiry on a token, and what was asked for."""
        inquiry, asked = self.inquiry(mode), []
        unpacked = jwt.unpack(token, inquiry)
        if unpacked is not None:
            _, asked = self.drive(jwt.check(unpacked, self.content(unpacked.document), inquiry), documents)
        return inquiry, asked

    def verify(
        self,
        document: Any,
        mode: Mode = Mode.STRICT,
        documents: Any = None,
        purpose: Any = "assertionMethod",
        **limits: Any,
    ) -> Any:
        """The inquiry on a document with proofs, and what was asked for."""
        inquiry = self.inquiry(mode, **limits)
        steps = embedded.check(document, self.content(document), inquiry, purpose=purpose)
        _, asked = self.drive(steps, documents)
        return inquiry, asked

    @staticmethod
    def outcomes(inquiry: Any, *ids: str) -> Any:
        """Outcomes by check, in the order found."""
        return [(c.id, c.outcome.value) for c in inquiry.checks if not ids or c.id in ids]

    @staticmethod
    def bad(inquiry: Any) -> Any:
        """Checks that failed or were not made."""
        return {c.id for c in inquiry.checks if c.outcome in {Outcome.FAILED, Outcome.NOT_CHECKED}}


@pytest.fixture(scope="session")
def lab() -> Any:
    return Lab()
