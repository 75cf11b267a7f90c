"""Keys: made of chance, written and read, known by one name."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from credlens.issue.keys import KeyKind, SigningKey, make_key, read_key
from credlens.model.errors import UserError


@pytest.fixture(params=list(KeyKind))
def key(request: pytest.FixtureRequest) -> SigningKey:
    return make_key(request.param, bytes(range(32)))


def test_the_same_chance_gives_the_same_key_and_other_chance_another(key: SigningKey) -> None:
    assert make_key(key.kind, bytes(range(32))).pem == key.pem
    assert make_key(key.kind, bytes(range(1, 33))).pem != key.pem


def test_both_kinds_have_nothing_in_common_for_the_same_chance() -> None:
    made = [make_key(kind, b"x" * 40) for kind in KeyKind]
    assert len({k.did for k in made}) == 2


@pytest.mark.parametrize("kind", list(KeyKind))
def test_too_little_chance_is_refused(kind: KeyKind) -> None:
    with pytest.raises(UserError, match="32 bytes"):
        make_key(kind, b"x" * 31)


def test_a_key_read_from_its_file_is_the_same(key: SigningKey) -> None:
    again = read_key(key.pem)
    assert (again.pem, again.did, again.jwk, again.kind) == (key.pem, key.did, key.jwk, key.kind)


def test_the_public_names_hold_no_private_part(key: SigningKey) -> None:
    assert "d" not in key.jwk
    assert "PRIVATE" not in key.public_pem.decode()
    assert "PRIVATE" not in repr(key)
    assert key.did.startswith({"Ed25519": "did:key:z6Mk", "P-256": "did:key:zDn"}[key.kind])
    assert key.method == f"{key.did}#{key.did.removeprefix('did:key:')}"
    assert key.jwk["crv"] == key.kind.value


def test_a_signature_is_the_same_each_time_and_64_bytes_long(key: SigningKey) -> None:
    assert len(key.sign(b"message")) == 64
    assert key.sign(b"message") == key.sign(b"message") != key.sign(b"other")


def test_the_known_did_of_a_published_key_is_made() -> None:
    """RFC 8032 section 7.1, test 1: its public key in the form of did:key."""
    private = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    pkcs8 = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20" + private
    pem = b"-----BEGIN PRIVATE KEY-----\n" + base64.b64encode(pkcs8) + b"\n-----END PRIVATE KEY-----\n"
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    assert read_key(pem).did == "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw"
    assert read_key(pem).jwk["x"] == base64.urlsafe_b64encode(public).rstrip(b"=").decode()


def _pem(private: Any, protection: Any = None) -> bytes:
    return bytes(
        private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, protection or serialization.NoEncryption()
        )
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        lambda: make_key(KeyKind.P256, b"x" * 32).public_pem,
        lambda: _pem(ec.generate_private_key(ec.SECP256R1()), serialization.BestAvailableEncryption(b"secret")),
        lambda: _pem(ec.generate_private_key(ec.SECP384R1())),
        lambda: _pem(rsa.generate_private_key(65537, 1024)),  # noqa: S505
    ],
)
def test_other_files_are_refused(make: Any) -> None:
    with pytest.raises(UserError):
        read_key(make())
