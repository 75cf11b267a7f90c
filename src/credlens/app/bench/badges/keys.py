"""Signing keys of the made-up world. They follow from a word, so that the same badge can be made again; nothing is safe with them."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_CODECS = {"Ed25519": b"\xed\x01", "P-256": b"\x80\x24", "P-384": b"\x81\x24"}  # multicodec varints
_CURVES: dict[str, tuple[ec.EllipticCurve, hashes.HashAlgorithm, int]] = {
    "P-256": (ec.SECP256R1(), hashes.SHA256(), 32),
    "P-384": (ec.SECP384R1(), hashes.SHA384(), 48),
}
ALGORITHMS = {"Ed25519": "EdDSA", "P-256": "ES256", "P-384": "ES384", "RSA": "RS256"}

PrivateKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Key:
    """A key pair.

    Attributes:
        kind: Ed25519, P-256, P-384 or RSA.
    """

    kind: str
    private: PrivateKey

    @property
    def algorithm(self) -> str:
        """Its JOSE algorithm."""
        return ALGORITHMS[self.kind]

    def sign(self, data: bytes) -> bytes:
        """A signature as JOSE writes it."""
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            return self.private.sign(data)
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(data, padding.PKCS1v15(), hashes.SHA256())
        _, digest, size = _CURVES[self.kind]
        r, s = decode_dss_signature(self.private.sign(data, ec.ECDSA(digest, deterministic_signing=True)))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")

    @property
    def jwk(self) -> dict[str, str]:
        """The public key (RFC 7517)."""
        public = self.private.public_key()
        if isinstance(public, ed25519.Ed25519PublicKey):
            return {"kty": "OKP", "crv": "Ed25519", "x": b64(public.public_bytes_raw())}
        if isinstance(public, rsa.RSAPublicKey):
            numbers = public.public_numbers()
            return {"kty": "RSA", "n": b64(_whole(numbers.n)), "e": b64(_whole(numbers.e))}
        point, size = public.public_numbers(), _CURVES[self.kind][2]
        x, y = (b64(n.to_bytes(size, "big")) for n in (point.x, point.y))
        return {"kty": "EC", "crv": self.kind, "x": x, "y": y}

    @property
    def private_jwk(self) -> dict[str, str]:
        """With the private part, for libraries that sign."""
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            return {**self.jwk, "d": b64(self.private.private_bytes_raw())}
        if isinstance(self.private, ec.EllipticCurvePrivateKey):
            size = _CURVES[self.kind][2]
            return {**self.jwk, "d": b64(self.private.private_numbers().private_value.to_bytes(size, "big"))}
        raise TypeError("RSA keys sign here and nowhere else")

    @property
    def multibase(self) -> str:
        """The public key as a Multikey; RSA has none here."""
        public = self.private.public_key()
        if isinstance(public, ed25519.Ed25519PublicKey):
            return "z" + base58(_CODECS["Ed25519"] + public.public_bytes_raw())
        if isinstance(public, rsa.RSAPublicKey):
            raise TypeError("RSA keys are no Multikeys here")
        point = public.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)
        return "z" + base58(_CODECS[self.kind] + point)

    @property
    def pem(self) -> str:
        """The public key as PEM (SubjectPublicKeyInfo)."""
        public = self.private.public_key()
        kind = serialization.PublicFormat.SubjectPublicKeyInfo
        return public.public_bytes(serialization.Encoding.PEM, kind).decode()

    @property
    def did_key(self) -> str:
        """The key as a DID of its own."""
        return f"did:key:{self.multibase}"

    @property
    def did_key_method(self) -> str:
        """The verification method of that DID."""
        return f"{self.did_key}#{self.multibase}"

    @property
    def did_jwk(self) -> str:
        """The key as a DID of the method ``jwk``; its verification method is ``#0``."""
        return "did:jwk:" + b64(json.dumps(self.jwk, separators=(",", ":")).encode())


@cache
def key(word: str, kind: str = "Ed25519") -> Key:
    """The key of a word."""
    seed = sha256(f"{kind} {word}".encode()).digest()
    if kind == "Ed25519":
        return Key(kind, ed25519.Ed25519PrivateKey.from_private_bytes(seed))
    if kind == "RSA":  # not from the word: making one from a seed is no business of ours
        return Key(kind, rsa.generate_private_key(65537, 2048))
    return Key(kind, ec.derive_private_key(int.from_bytes(seed, "big"), _CURVES[kind][0]))


def b64(data: bytes) -> str:
    """base64url without padding (RFC 7515)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def base58(data: bytes) -> str:
    """base58btc."""
    number, letters = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        letters = _BASE58[rest] + letters
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + letters


def _whole(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def jws(payload: Any, signer: Key, header: dict[str, Any] | None = None) -> str:
    """A compact JWS (RFC 7515) over a JSON value; ``header`` may say anything besides the algorithm, or another one."""
    head = {"alg": signer.algorithm, **(header or {})}
    parts = [b64(json.dumps(part, separators=(",", ":"), ensure_ascii=False).encode()) for part in (head, payload)]
    signing_input = ".".join(parts)
    return f"{signing_input}.{b64(signer.sign(signing_input.encode()))}"
