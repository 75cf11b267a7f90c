from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.bench.badges.keys import b64, base58, jws, key


def test_a_word_gives_the_same_key_each_time() -> None:
    assert key("a").multibase == key("a").multibase != key("b").multibase


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\0\0\0", "111"), (b"\0\x01", "12"), (b"Hello World!", "2NEpo7TZRRrLZSi2U"), (b"\xff", "5Q")],
)
def test_base58_as_bitcoin_writes_it(data: bytes, text: str) -> None:
    assert base58(data) == text


@given(st.binary(max_size=40))
def test_base64url_comes_back(data: bytes) -> None:
    assert base64.urlsafe_b64decode(b64(data) + "==") == data


@pytest.mark.parametrize("kind", ["Ed25519", "P-256", "P-384"])
def test_signatures_fit_the_key(kind: str) -> None:
    signer = key("somebody", kind)
    signature = signer.sign(b"words")
    assert len(signature) == {"Ed25519": 64, "P-256": 64, "P-384": 96}[kind]
    assert signature == signer.sign(b"words")
    public = signer.private.public_key()
    if isinstance(public, ed25519.Ed25519PublicKey):
        public.verify(signature, b"words")
    assert isinstance(public, ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey)


def test_a_token_has_three_parts_and_says_its_algorithm() -> None:
    header, payload, signature = jws({"é": 1}, key("x"), {"kid": "k"}).split(".")
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == {"alg": "EdDSA", "kid": "k"}
    assert json.loads(base64.urlsafe_b64decode(payload + "==")) == {"é": 1}
    assert len(signature) == 86
