"""Public keys of the kinds that badges are signed with, and whether a signature fits one.

Keys come as JSON Web Keys (RFC 7517, 7518, 8037), as Multikeys (Controlled Identifiers 1.0 section 2.2.2) and as PEM (Open Badges 2.0
CryptographicKey). A key that anybody could sign for, or that is no key at all, is refused when it is read: RSA with a short modulus or the
exponent 1 (FIPS 186-5), points off their curve, and Ed25519 points of small order or written in a second way (RFC 8032 section 5.1.3).

ECDSA signatures are the two numbers one after the other (RFC 7518 section 3.4). Of the two signatures (r, s) and (r, n - s) that fit, both
count: JOSE and Data Integrity ask for no particular one, and nothing here takes a signature for the name of a badge.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any, TypeAlias

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from credlens.verify.keys.encodings import base58_decoded, base64_decoded, base64_encoded

Native: TypeAlias = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | Ed25519PublicKey

ALGORITHMS = {"RS256": "RSA", "ES256": "P-256", "ES384": "P-384", "EdDSA": "Ed25519"}
"""JWS algorithms (RFC 7518, 8037) with the kind of key each needs."""

_LEAST_BITS, _MOST_BITS = 2_048, 8_192
_LARGEST_EXPONENT = 2**32  # larger ones only cost time
_ORDERS = {
    "P-256": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "P-384": 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
}
_CURVES: dict[str, ec.EllipticCurve] = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}
_SIZES = {"P-256": 32, "P-384": 48, "Ed25519": 32}  # bytes of a coordinate, or of the whole key
_SIGNED: dict[str, ec.ECDSA] = {"P-256": ec.ECDSA(hashes.SHA256()), "P-384": ec.ECDSA(hashes.SHA384())}
_PKCS1, _SHA256 = padding.PKCS1v15(), hashes.SHA256()

_P = 2**255 - 19  # of Ed25519's field
_D = -121665 * pow(121666, -1, _P) % _P

_CODECS = {b"\xed\x01": "Ed25519", b"\x80\x24": "P-256", b"\x81\x24": "P-384", b"\x85\x24": "RSA"}
_PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "oth", "k")
_JWK_ALGORITHMS = {"RSA": ("RS256",), "P-256": ("ES256",), "P-384": ("ES384",), "Ed25519": ("EdDSA", "Ed25519")}
_LONGEST = 4_096  # letters of a key; the largest RSA key has 1,500
_KEPT = 512


class KeyFlaw(ValueError):  # noqa: N818  (the key has it; nothing went wrong here)
    """Something is no key that a badge can be checked with; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A sound public key. Two are equal when they are the same key, however they were written.

    Attributes:
        kind: ``RSA``, ``P-256``, ``P-384`` or ``Ed25519``.
        thumbprint: SHA-256 as RFC 7638 takes it, in base64url.
        members: the members of its JSON Web Key, and no others.
    """

    kind: str
    thumbprint: str
    members: tuple[tuple[str, str], ...] = field(compare=False)
    native: Native = field(compare=False, repr=False)

    @property
    def jwk(self) -> dict[str, str]:
        """As a JSON Web Key (RFC 7517)."""
        return dict(self.members)

    def verify(self, algorithm: str, message: bytes, signature: bytes) -> bool:
        """Whether a signature fits.

        Args:
            algorithm: a name of :data:`ALGORITHMS`; one that belongs to another kind of key fits nothing.
            signature: of ECDSA, r and s with 32 (P-256) or 48 bytes (P-384) each; of Ed25519, 64 bytes; of RSA, as long as its modulus.
        """
        if ALGORITHMS.get(algorithm) != self.kind:
            return False
        native = self.native
        try:
            if isinstance(native, Ed25519PublicKey):
                native.verify(signature, message)
            elif isinstance(native, rsa.RSAPublicKey):
                native.verify(signature, message, _PKCS1, _SHA256)
            else:
                return self._verify_ecdsa(native, message, signature)
        except InvalidSignature:
            return False
        return True

    def _verify_ecdsa(self, native: ec.EllipticCurvePublicKey, message: bytes, signature: bytes) -> bool:
        size, order = _SIZES[self.kind], _ORDERS[self.kind]
        if len(signature) != 2 * size:
            return False
        r, s = int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big")
        if not (0 < r < order and 0 < s < order):
            return False
        native.verify(encode_dss_signature(r, s), message, _SIGNED[self.kind])
        return True


def from_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    """Read a JSON Web Key.

    Its ``alg``, ``use`` and ``key_ops`` are respected; ``kid`` and certificates in it mean nothing here.

    Raises:
        KeyFlaw: it is no sound key to check badges with.
    """
    if any(name in jwk for name in _PRIVATE_MEMBERS):
        raise KeyFlaw("The private part of the key is published with it; nobody can rely on it any more.")
    kind = _kind_of(jwk)
    if "alg" in jwk and jwk["alg"] not in _JWK_ALGORITHMS[kind]:
        raise KeyFlaw(f"It is a key for {str(jwk['alg'])[:20]!r}, which is not used here with keys of the kind {kind}.")
    if jwk.get("use", "sig") != "sig":
        raise KeyFlaw("It is not a key for signatures, by its own word (use).")
    if "key_ops" in jwk and (not isinstance(jwk["key_ops"], list) or "verify" not in jwk["key_ops"]):
        raise KeyFlaw("It is not a key to check signatures with, by its own word (key_ops).")
    if kind == "RSA":
        return _rsa(int.from_bytes(_member(jwk, "n"), "big"), int.from_bytes(_member(jwk, "e"), "big"))
    x = _member(jwk, "x", _SIZES[kind])
    if kind == "Ed25519":
        return _ed25519(x)
    return _point(kind, b"\x04" + x + _member(jwk, "y", _SIZES[kind]))


def from_multibase(text: str) -> PublicKey:
    """Read a Multikey: ``z``, then in base58 the kind of key and the key; points of P-256 and P-384 are compressed.

    Raises:
        KeyFlaw: it is no sound key to check badges with.
    """
    if len(text) > _LONGEST or text[:1] != "z":
        raise KeyFlaw("A key in Multibase begins with z; others are not read.")
    return _from_multibase(text)


def from_raw_ed25519(data: bytes) -> PublicKey:
    """Read the 32 bytes of an Ed25519 key (as in Ed25519VerificationKey2018, ``publicKeyBase58``).

    Raises:
        KeyFlaw: they are no sound key.
    """
    return _ed25519(data)


def from_pem(text: str) -> PublicKey:
    """Read a public key in PEM (RFC 7468): ``PUBLIC KEY``, or ``RSA PUBLIC KEY`` as older badges have it.

    Raises:
        KeyFlaw: it is no sound key to check badges with.
    """
    if len(text) > _LONGEST:
        raise KeyFlaw("This is too long for a key.")
    return _from_pem(text)


def _kind_of(jwk: Mapping[str, Any]) -> str:
    kty, crv = jwk.get("kty"), jwk.get("crv")
    if kty == "RSA" and crv is None:
        return "RSA"
    if (kty == "EC" and crv in ("P-256", "P-384")) or (kty == "OKP" and crv == "Ed25519"):
        return str(crv)
    if kty == "oct":
        raise KeyFlaw("It is a secret and no public key: everybody who can check with it can forge with it.")
    raise KeyFlaw(f"Keys of the kind {str(kty)[:20]!r} {str(crv or '')[:20]!r} are not used here.")


def _member(jwk: Mapping[str, Any], name: str, size: int | None = None) -> bytes:
    """A number or point. RSA numbers may begin with a zero byte: some programs write one, and it changes nothing."""
    text = jwk.get(name)
    if not isinstance(text, str) or not text or len(text) > _LONGEST:
        raise KeyFlaw(f"Its part {name!r} is missing.")
    try:
        data = base64_decoded(text)
    except ValueError:
        raise KeyFlaw(f"Its part {name!r} is not base64url without padding.") from None
    if size is not None and len(data) != size:
        raise KeyFlaw(f"Its part {name!r} has {len(data)} bytes and not {size}.")
    return data


@lru_cache(_KEPT)
def _from_multibase(text: str) -> PublicKey:
    try:
        data = base58_decoded(text[1:])
    except ValueError:
        raise KeyFlaw("The key is not written in base58.") from None
    kind, body = _CODECS.get(data[:2]), data[2:]
    if kind is None:
        raise KeyFlaw("It is a key of a kind that is not used here.")
    if kind == "Ed25519":
        return _ed25519(body)
    if kind == "RSA":
        return _from_pkcs1(body)
    if len(body) != _SIZES[kind] + 1 or body[0] not in {2, 3}:
        raise KeyFlaw("It is no compressed point of its curve.")
    return _point(kind, body)


def _from_pkcs1(body: bytes) -> PublicKey:
    """An RSA key in a did:key: RSAPublicKey of RFC 8017, and no second way to write it."""
    try:
        native = serialization.load_der_public_key(body)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFlaw("It is no RSA key.") from None
    form = serialization.PublicFormat.PKCS1
    if not isinstance(native, rsa.RSAPublicKey) or native.public_bytes(serialization.Encoding.DER, form) != body:
        raise KeyFlaw("It is no RSA key, or written in a way that is not used.")
    return _sound(native)


@lru_cache(_KEPT)
def _from_pem(text: str) -> PublicKey:
    if "PRIVATE KEY-----" in text:
        raise KeyFlaw("A private key is published instead of the public one; nobody can rely on it any more.")
    if text.count("-----BEGIN ") != 1 or "PUBLIC KEY-----" not in text:
        raise KeyFlaw("It is not one public key in PEM.")
    try:
        native = serialization.load_pem_public_key(text.strip().encode("utf-8"))
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFlaw("It is no public key in PEM that can be read.") from None
    return _sound(native)


def _sound(native: object) -> PublicKey:
    """A key as the library read it, after our own look."""
    if isinstance(native, rsa.RSAPublicKey):
        numbers = native.public_numbers()
        return _rsa(numbers.n, numbers.e)
    if isinstance(native, Ed25519PublicKey):
        return _ed25519(native.public_bytes_raw())
    if isinstance(native, ec.EllipticCurvePublicKey):
        kind = next((k for k, curve in _CURVES.items() if curve.name == native.curve.name), None)
        if kind is not None:
            form = serialization.PublicFormat.UncompressedPoint
            return _point(kind, native.public_bytes(serialization.Encoding.X962, form))
    raise KeyFlaw("It is a key of a kind that is not used here.")


@lru_cache(_KEPT)
def _rsa(n: int, e: int) -> PublicKey:
    bits = n.bit_length()
    if not _LEAST_BITS <= bits <= _MOST_BITS:
        raise KeyFlaw(f"An RSA key has {_LEAST_BITS} to {_MOST_BITS} bits; this one has {bits}.")
    if n % 2 == 0:
        raise KeyFlaw("It is no RSA key: its modulus is even.")
    if e < 3 or e % 2 == 0 or e >= _LARGEST_EXPONENT:
        raise KeyFlaw("The exponent of an RSA key is odd, at least 3 and under 2^32; this one is not.")
    try:
        native = rsa.RSAPublicNumbers(e, n).public_key()
    except ValueError:
        raise KeyFlaw("It is no RSA key.") from None
    return _made("RSA", {"e": _number(e), "kty": "RSA", "n": _number(n)}, native)


@lru_cache(_KEPT)
def _point(kind: str, encoded: bytes) -> PublicKey:
    try:
        native = ec.EllipticCurvePublicKey.from_encoded_point(_CURVES[kind], encoded)
    except ValueError:
        raise KeyFlaw(f"It is no point of the curve {kind}.") from None
    numbers, size = native.public_numbers(), _SIZES[kind]
    x, y = (base64_encoded(n.to_bytes(size, "big")) for n in (numbers.x, numbers.y))
    return _made(kind, {"crv": kind, "kty": "EC", "x": x, "y": y}, native)


@lru_cache(_KEPT)
def _ed25519(data: bytes) -> PublicKey:
    if len(data) != _SIZES["Ed25519"]:
        raise KeyFlaw(f"An Ed25519 key has 32 bytes; this one has {len(data)}.")
    y = int.from_bytes(data, "little") & (2**255 - 1)
    if y >= _P:
        raise KeyFlaw("The Ed25519 key is written in a way that is not allowed.")
    y2 = y * y % _P
    if y2 in {0, 1} or (_D * y2 * y2 + 2 * y2 - 1) % _P == 0:
        # Points whose double, fourfold or eightfold is the neutral one: for them, one signature fits many texts. Those of order 8 are the
        # ones whose double has y = 0, which gives the equation above.
        raise KeyFlaw("The Ed25519 key is one of the few for which anybody can sign.")
    if pow((y2 - 1) * (_D * y2 + 1), (_P - 1) // 2, _P) != 1:  # x^2 = (y^2 - 1) / (d y^2 + 1) has no root
        raise KeyFlaw("It is no point of the curve Ed25519.")
    return _made(
        "Ed25519", {"crv": "Ed25519", "kty": "OKP", "x": base64_encoded(data)}, Ed25519PublicKey.from_public_bytes(data)
    )


def _number(value: int) -> str:
    return base64_encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def _made(kind: str, members: dict[str, str], native: Native) -> PublicKey:
    """Put a key together; its members are in the order of RFC 7638 section 3.3."""
    text = json.dumps(members, separators=(",", ":"))
    return PublicKey(kind, base64_encoded(sha256(text.encode("ascii")).digest()), tuple(members.items()), native)
