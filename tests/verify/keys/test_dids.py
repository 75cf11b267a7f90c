from __future__ import annotations

import json
from typing import Any

import pytest

from credlens.verify.keys.dids import key_of_did, parted, web_address
from credlens.verify.keys.encodings import base64_encoded
from credlens.verify.keys.key import KeyFlaw, from_jwk


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:a.example", "https://a.example/.well-known/did.json"),
        ("did:web:a.example:u:1", "https://a.example/u/1/did.json"),
        ("did:web:a.example%3A8443", "https://a.example:8443/.well-known/did.json"),
        ("did:web:a.example%3a8443:u", "https://a.example:8443/u/did.json"),
    ],
)
def test_a_did_web_is_at_this_address(did: str, address: str) -> None:
    assert web_address(did) == address


@pytest.mark.parametrize(
    "did",
    [
        "did:web:", "did:web:localhost", "did:web:127.0.0.1", "did:web:a.example:", "did:web:a.example::u", "did:web:a.example:..:u",
        "did:web:a.example:%2e%2e:u", "did:web:a.example:a%2fb", "did:web:a.example%2Fu", "did:web:u@a.example", "did:web:u%40a.example",
        "did:web:a.example%3A0", "did:web:a.example%3A99999", "did:web:a.example%3A08", "did:web:a.example%3A", "did:web:a.example.",
        "did:web:A.example", "did:web:münchen.example", "did:web:a.example:ü", "did:web:a.example/u", "did:web:a.example?x",
        "did:web:a.example:u?x", "did:web:a.example:u#k", "did:web:a.example\\u", "did:web:a.example:u v", "did:key:z6Mk", "web:a.example",
    ],
)  # fmt: skip
def test_a_did_web_that_is_odd_has_no_address(did: str) -> None:
    assert web_address(did) is None


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("did:web:a.example#k", ("did:web:a.example", "k")),
        ("did:web:a.example", ("did:web:a.example", "")),
        ("did:web:a.example?versionId=1#k", None),
        ("did:web:a.example/path#k", None),
        ("did:web:a.example;service=x#k", None),
        ("did:web:a.example#k#l", None),
        ("DID:web:a.example", None),
        ("did::a", None),
        ("did:web:" + "a" * 5_000, None),
    ],
)
def test_a_did_url_is_a_did_and_the_name_of_a_key(reference: str, parts: tuple[str, str] | None) -> None:
    assert parted(reference) == parts


def _did_jwk(value: Any) -> str:
    return "did:jwk:" + base64_encoded(json.dumps(value).encode())


def test_a_did_jwk_is_its_key(ed: Any) -> None:
    jwk = ed("a").jwk
    assert key_of_did(_did_jwk(jwk), "0") == key_of_did(_did_jwk(jwk), "") == from_jwk(jwk)


@pytest.mark.parametrize(
    ("did", "fragment"),
    [
        (_did_jwk({"kty": "oct", "k": "AA"}), "0"),
        (_did_jwk(["kty"]), "0"),
        ("did:jwk:AA", "0"),
        ("did:jwk:A==", "0"),
        ("did:jwk:" + base64_encoded(b'{"kty":"OKP","kty":"EC"}'), "0"),
        ("did:key:z6Mk", ""),
        ("did:key:", ""),
    ],
)
def test_a_did_without_a_sound_key_in_it_is_refused(did: str, fragment: str) -> None:
    with pytest.raises(KeyFlaw):
        key_of_did(did, fragment)


def test_a_did_of_one_key_has_no_other(ed: Any) -> None:
    for did, fragment in ((ed("a").did, ed("b").multibase), (ed("a").did, "key-1"), (_did_jwk(ed("a").jwk), "1")):
        with pytest.raises(KeyFlaw, match="one key only"):
            key_of_did(did, fragment)
