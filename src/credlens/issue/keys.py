"""Keys to sign badges with, and the names that others know them by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha512
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from credlens.model.errors import UserError

_ENOUGH = 32  # bytes of chance
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # SEC 2, section 2.4.2
_SEC1_ZERO = 32  # bytes of each of the two numbers of a signature, RFC 7518 section 3.4


class KeyKind(StrEnum):
    """Kinds of keys; both give signatures that are small and quick to check."""

    ED25519 = "Ed25519"  # for proofs inside a badge; tokens, too, but some verifiers do not know them
    P256 = "P-256"  # for tokens


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key.

    Attributes:
        multikey: the public part as ``publicKeyMultibase`` (W3C Controlled Identifiers 1.0, Multikey).
        jwk: the public part as JSON (RFC 7517).
    """

    kind: KeyKind
    multikey: str
    jwk: dict[str, Any]
    _private: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def algorithm(self) -> str:
        """Its name in a token (RFC 7518, RFC 8037)."""
        return "EdDSA" if self.kind is KeyKind.ED25519 else "ES256"

    @property
    def did(self) -> str:
        """Its own did:key: an id for an issuer who has no website. Whoever has it knows the key."""
        return f"did:key:{self.multikey}"

    @property
    def method(self) -> str:
        """The verification method of :attr:`did`, for the proof or the header of a token."""
        return f"{self.did}#{self.multikey}"

    @property
    def pem(self) -> bytes:
        """The private key as a file (PKCS #8); nobody else may see it."""
        return self._private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    @property
    def public_pem(self) -> bytes:
        """The public key as a file."""
        return _public_pem(self._private)

    def sign(self, message: bytes) -> bytes:
        """A signature as tokens have it, 64 bytes; the same message gives the same one (RFC 8032, RFC 6979)."""
        if isinstance(self._private, ed25519.Ed25519PrivateKey):
            return self._private.sign(message)
        signed = self._private.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        return b"".join(number.to_bytes(_SEC1_ZERO, "big") for number in decode_dss_signature(signed))


def make_key(kind: KeyKind, chance: bytes) -> SigningKey:
    """A new key.

    Args:
        chance: at least 32 bytes that nobody can guess; the same ones give the same key.

    Raises:
        UserError: too little chance.
    """
    if len(chance) < _ENOUGH:
        raise UserError("A key needs at least 32 bytes of chance.")
    wide = sha512(kind.value.encode() + b"\0" + chance).digest()  # twice as long as the order: no value is likelier
    if kind is KeyKind.ED25519:
        return _signing_key(ed25519.Ed25519PrivateKey.from_private_bytes(wide[:_ENOUGH]))
    number = int.from_bytes(wide, "big") % (_P256_ORDER - 1) + 1
    return _signing_key(ec.derive_private_key(number, ec.SECP256R1()))


def read_key(pem: bytes) -> SigningKey:
    """A key from its file.

    Raises:
        UserError: it is not an unencrypted private key of a kind that is known here.
    """
    try:
        private = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise UserError(
            "This is not a private key in PEM form, or it is protected by a password.",
            what_to_do="Make one with credlens, or export it as PKCS #8 without a password.",
        ) from None
    known = isinstance(private, ed25519.Ed25519PrivateKey) or (
        isinstance(private, ec.EllipticCurvePrivateKey) and isinstance(private.curve, ec.SECP256R1)
    )
    if not known:
        raise UserError("Badges are signed with keys of the kinds Ed25519 and P-256; this is another one.")
    return _signing_key(private)  # type: ignore[arg-type]  # one of the two, as was just seen


def _signing_key(private: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> SigningKey:
    from openbadgeslib.keys import public_jwk_from_pem
    from openbadgeslib.ob3.did import multikey_from_pem

    public = _public_pem(private)
    kind = KeyKind.ED25519 if isinstance(private, ed25519.Ed25519PrivateKey) else KeyKind.P256
    return SigningKey(kind, multikey_from_pem(public), public_jwk_from_pem(public), private)


def _public_pem(private: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
