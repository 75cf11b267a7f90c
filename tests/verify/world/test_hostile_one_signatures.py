"""Signatures and keys that are numbers of an odd kind: zeros, too long, written in another way, or such that anybody can sign."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import Key, b64, base58
from credlens.app.bench.badges.world import ACADEMY, HOST, academy_key, did_document
from credlens.model.verification import Mode

GOOD, INVALID = "VERIFIED", "INVALID"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ORDER_ED = 2**252 + 27742317777372353535851937790883648493
P256, RSA, ED = academy_key("p256"), academy_key("rsa"), academy_key("ed")
WEAK = Key("RSA", rsa.generate_private_key(65537, 1024))  # noqa: S505
Build = Callable[[Any], Any]
Sign = Callable[[Key, bytes], bytes]
FITS, CHANGED, NO_KEY = (GOOD, "signature", "passed"), (INVALID, "signature", "failed"), (INVALID, "key", "failed")


def start(header: dict[str, Any], issuer: str = ACADEMY) -> str:
    """The first two parts of a token around a badge."""
    parts = ({"typ": "vc+jwt", **header}, open_badge(issuer))
    return ".".join(b64(json.dumps(part).encode()) for part in parts)


def token(signer: tuple[Key, str], sign: Sign) -> Build:
    """The academy's badge as a token with a signature that is made so."""

    def build(_stage: Any) -> str:
        text = start({"alg": signer[0].algorithm, "kid": signer[1]})
        return f"{text}.{b64(sign(signer[0], text.encode()))}"

    return build


def numbers(change: Callable[[int, int], tuple[int, int]]) -> Sign:
    """An ECDSA signature with its two numbers changed."""

    def sign(signer: Key, data: bytes) -> bytes:
        good = signer.sign(data)
        r, s = change(int.from_bytes(good[:32], "big"), int.from_bytes(good[32:], "big"))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    return sign


def in_der(signer: Key, data: bytes) -> bytes:
    good = signer.sign(data)
    return encode_dss_signature(int.from_bytes(good[:32], "big"), int.from_bytes(good[32:], "big"))


def plus_order(signer: Key, data: bytes) -> bytes:
    """An Ed25519 signature that fits as well where nobody looks how large its second number is."""
    good = signer.sign(data)
    return good[:32] + (int.from_bytes(good[32:], "little") + ORDER_ED).to_bytes(32, "little")


def padded(kind: Any, digest: Any) -> Sign:
    def sign(signer: Key, data: bytes) -> bytes:
        assert isinstance(signer.private, rsa.RSAPrivateKey)
        return signer.private.sign(data, kind, digest)

    return sign


def low(r: int, s: int) -> tuple[int, int]:
    return r, min(s, ORDER - s)


def high(r: int, s: int) -> tuple[int, int]:
    return r, max(s, ORDER - s)


PSS = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
TOKENS: list[tuple[str, Build, tuple[str, str, str]]] = [
    ("ECDSA with the smaller of two numbers", token(P256, numbers(low)), FITS),
    ("ECDSA with the larger of two numbers, which fits, too", token(P256, numbers(high)), FITS),
    ("ECDSA with zeros", token(P256, numbers(lambda r, s: (0, 0))), CHANGED),
    ("ECDSA with r zero", token(P256, numbers(lambda r, s: (0, s))), CHANGED),
    ("ECDSA with s zero", token(P256, numbers(lambda r, s: (r, 0))), CHANGED),
    ("ECDSA with ones", token(P256, numbers(lambda r, s: (1, 1))), CHANGED),
    ("ECDSA with r the order", token(P256, numbers(lambda r, s: (ORDER, s))), CHANGED),
    ("ECDSA with both the order", token(P256, numbers(lambda r, s: (ORDER, ORDER))), CHANGED),
    ("ECDSA with the numbers swapped", token(P256, numbers(lambda r, s: (s, r))), CHANGED),
    ("ECDSA with all bits set", token(P256, lambda _k, _d: b"\xff" * 64), CHANGED),
    ("ECDSA in DER", token(P256, in_der), CHANGED),
    ("ECDSA cut by a byte", token(P256, lambda k, d: k.sign(d)[:-1]), CHANGED),
    ("ECDSA with a byte more", token(P256, lambda k, d: k.sign(d) + b"\0"), CHANGED),
    ("ECDSA with a zero in front of each", token(P256, lambda k, d: b"\0" + k.sign(d)[:32] + b"\0" + k.sign(d)[32:]),
     CHANGED),
    ("ECDSA twice", token(P256, lambda k, d: k.sign(d) * 2), CHANGED),
    ("ECDSA of nothing", token(P256, lambda k, _d: k.sign(b"")), CHANGED),
    ("RSA with zeros", token(RSA, lambda _k, _d: bytes(256)), CHANGED),
    ("RSA with one", token(RSA, lambda _k, _d: bytes(255) + b"\1"), CHANGED),
    ("RSA with a zero in front", token(RSA, lambda k, d: b"\0" + k.sign(d)), CHANGED),
    ("RSA cut by a byte", token(RSA, lambda k, d: k.sign(d)[:-1]), CHANGED),
    ("RSA with SHA-1", token(RSA, padded(padding.PKCS1v15(), hashes.SHA1())), CHANGED),  # noqa: S303
    ("RSA with SHA-512", token(RSA, padded(padding.PKCS1v15(), hashes.SHA512())), CHANGED),
    ("RSA with PSS", token(RSA, padded(PSS, hashes.SHA256())), CHANGED),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [t[1:] for t in TOKENS], ids=[t[0] for t in TOKENS])
def test_a_token_has_one_signature_of_its_kind(
    judged: Any, build: Build, found: tuple[str, str, str], mode: Mode
) -> None:
    judged(build, *found, mode)


ED_TOKENS: list[tuple[str, Sign]] = [
    ("with the group's order added", plus_order),
    ("with zeros", lambda _k, _d: bytes(64)),
    ("with the neutral point and zero", lambda _k, _d: b"\1" + bytes(63)),
    ("cut by a byte", lambda k, d: k.sign(d)[:-1]),
    ("with a byte more", lambda k, d: k.sign(d) + b"\0"),
    ("with a bit set at its end", lambda k, d: k.sign(d)[:-1] + bytes([k.sign(d)[-1] | 0x80])),
]


@pytest.mark.parametrize("sign", [e[1] for e in ED_TOKENS], ids=[e[0] for e in ED_TOKENS])
def test_an_ed25519_signature_is_written_in_one_way(judged: Any, sign: Sign) -> None:
    judged(token(ED, sign), *CHANGED)
    judged(token(ED, lambda k, d: k.sign(d)), *FITS)


SMALL = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]
"""Points of order 1, 2, 4 and 8, and other ways to write them (RFC 8032 section 5.1.3)."""


@pytest.mark.parametrize("point", SMALL)
def test_nobody_is_an_issuer_by_a_key_for_which_anybody_can_sign(judged: Any, point: str) -> None:
    raw = bytes.fromhex(point)
    did = f"did:key:z{base58(bytes([0xED, 1]) + raw)}"
    text = start({"alg": "EdDSA", "kid": f"{did}#{did[8:]}"}, did)
    judged(lambda _s: f"{text}.{b64(raw + bytes(32))}", *NO_KEY)
    judged(lambda _s: f"{text}.{b64(bytes([1]) + bytes(63))}", *NO_KEY)


def trivial(text: str, size: int) -> bytes:
    """What fits an RSA key whose exponent is 1: the padded digest itself (RFC 8017 section 9.2)."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(text.encode())
    told = bytes.fromhex("3031300d060960864801650304020105000420") + digest.finalize()
    return b"\0\1" + b"\xff" * (size - 3 - len(told)) + b"\0" + told


BIG = b64(RSA[0].private.private_numbers().public_numbers.n.to_bytes(256, "big"))  # type: ignore[union-attr]
Jwk = dict[str, Any]
KEYS: list[tuple[str, Jwk]] = [
    ("RSA with the exponent 1", {"kty": "RSA", "n": BIG, "e": "AQ"}),
    ("RSA with the exponent 0", {"kty": "RSA", "n": BIG, "e": "AA"}),
    ("RSA with an even exponent", {"kty": "RSA", "n": BIG, "e": "Ag"}),
    ("RSA with an exponent of 40 bits", {"kty": "RSA", "n": BIG, "e": "AQAAAAE"}),
    ("RSA with the modulus 0", {"kty": "RSA", "n": "AA", "e": "AQAB"}),
    ("RSA of 1,024 bits", WEAK.jwk),
    ("RSA of 1,024 bits with zeros in front", {**WEAK.jwk, "n": "A" * 342 + WEAK.jwk["n"]}),
    ("RSA with an even modulus", {"kty": "RSA", "n": BIG[:-2] + "AA", "e": "AQAB"}),
    ("RSA of 16,384 bits", {"kty": "RSA", "n": b64(b"\xff" * 2_048), "e": "AQAB"}),
    ("RSA with a curve", {**RSA[0].jwk, "crv": "P-256"}),
    ("a point beside its curve", {**P256[0].jwk, "y": P256[0].jwk["x"]}),
    ("the point at infinity", {"kty": "EC", "crv": "P-256", "x": b64(bytes(32)), "y": b64(bytes(32))}),
    ("a coordinate larger than the field", {**P256[0].jwk, "x": b64(b"\xff" * 32)}),
    ("a coordinate with a zero in front", {**P256[0].jwk, "x": "AA" + P256[0].jwk["x"]}),
    ("a coordinate with padding", {**P256[0].jwk, "x": P256[0].jwk["x"] + "="}),
    ("a curve of coins", {**P256[0].jwk, "crv": "secp256k1"}),
    ("a point of one curve under the name of another", {**P256[0].jwk, "crv": "P-384"}),
    ("a key to exchange secrets with", {"kty": "OKP", "crv": "X25519", "x": ED[0].jwk["x"]}),
    ("a secret", {"kty": "oct", "k": "c2VjcmV0"}),
    ("nothing", {}),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("jwk", [k[1] for k in KEYS], ids=[k[0] for k in KEYS])
def test_a_key_that_is_none_or_too_weak_signs_nothing(stage: Any, judged: Any, jwk: Jwk, mode: Mode) -> None:
    algorithm = "RS256" if jwk.get("kty") == "RSA" else "ES256"
    of_issuer = did_document(ACADEMY, {"k": P256[0]})
    of_issuer["verificationMethod"][0]["publicKeyJwk"] = jwk
    for header in ({"kid": f"{ACADEMY}#k"}, {"jwk": jwk}):
        text = start({"alg": algorithm, **header})
        stage.host(f"{HOST}/.well-known/did.json", of_issuer)
        judged(lambda _s, text=text: f"{text}.{b64(trivial(text, 256))}", *NO_KEY, mode)


def proven(suite: str, change: Callable[[dict[str, Any]], Any], short: str = "ed") -> Build:
    """The academy's badge with a proof that is changed after it was made."""

    def build(stage: Any) -> Any:
        badge, (signer, method) = stage.badge(), academy_key(short)
        proof = stage.proof(badge, signer, suite, verificationMethod=method)
        return {**badge, "proof": change(proof) or proof}

    return build


def value(written: Any, suite: str = "eddsa-rdfc-2022", short: str = "ed") -> Build:
    """With another value; a function is given the bytes of the true one."""

    def change(proof: dict[str, Any]) -> Any:
        return {**proof, "proofValue": written(proof["proofValue"]) if callable(written) else written}

    return proven(suite, change, short)


def without(proof: dict[str, Any]) -> Any:
    return {k: v for k, v in proof.items() if k != "proofValue"}


NOT_TEXT = (INVALID, "structure", "failed")
WRITTEN: list[tuple[str, Build, tuple[str, str, str]]] = [
    ("without the letter for its base", value(lambda v: v[1:]), CHANGED),
    ("with the letter for base64url", value(lambda v: "u" + v[1:]), CHANGED),
    ("in base64url", value("u" + b64(bytes(64))), CHANGED),
    ("in hexadecimal", value("f" + "00" * 64), CHANGED),
    ("with a letter that base58 has not", value(lambda v: v[:-1] + "0"), CHANGED),
    ("with a blank behind", value(lambda v: v + " "), CHANGED),
    ("with a zero in front", value(lambda v: "z1" + v[1:]), CHANGED),
    ("cut by a letter", value(lambda v: v[:-1]), CHANGED),
    ("zeros", value("z" + base58(bytes(64))), CHANGED),
    ("empty", value(""), CHANGED),
    ("the letter alone", value("z"), CHANGED),
    ("100,000 letters", value("z" + "2" * 100_000), CHANGED),
    ("a number", value(5), NOT_TEXT),
    ("a list", value(lambda v: [v]), NOT_TEXT),
    ("not there", proven("eddsa-rdfc-2022", without), CHANGED),
    ("elsewhere, as in older kinds", proven("eddsa-rdfc-2022", lambda p: {**without(p), "jws": p["proofValue"]}),
     CHANGED),
    ("of ECDSA as it is", value(lambda v: v, "ecdsa-rdfc-2019", "p256"), FITS),
    ("of ECDSA with zeros", value("z" + base58(bytes(64)), "ecdsa-rdfc-2019", "p256"), CHANGED),
    ("of ECDSA in DER", value("z" + base58(in_der(P256[0], b"x")), "ecdsa-rdfc-2019", "p256"), CHANGED),
    ("of a key of another kind", proven("eddsa-rdfc-2022", lambda p: {**p, "verificationMethod": P256[1]}),
     (INVALID, "algorithm", "failed")),
    ("of a key of another kind, over its text", proven(
        "ecdsa-jcs-2019", lambda p: {**p, "verificationMethod": ED[1]}, "p256"), (INVALID, "algorithm", "failed")),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found"), [w[1:] for w in WRITTEN], ids=[w[0] for w in WRITTEN])
def test_a_proof_value_is_written_in_one_way(judged: Any, build: Build, found: tuple[str, str, str]) -> None:
    judged(build, *found)
