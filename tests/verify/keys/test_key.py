from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.keys.key import KeyFlaw, from_jwk, from_multibase, from_pem, from_raw_ed25519

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7  # y of a point of order 8
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
N_2048 = 2**2048 - 1942289  # odd, and as large as it has to be; whether it has two factors does not matter here
PEM, SPKI = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
COMPRESSED = serialization.PublicFormat.CompressedPoint


def b64(data: bytes | int) -> str:
    data = data.to_bytes((data.bit_length() + 7) // 8, "big") if isinstance(data, int) else data
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def multibase(data: bytes) -> str:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = ALPHABET[rest] + text
    return "z" + text


def point(curve: ec.EllipticCurve, secret: int = 5) -> ec.EllipticCurvePublicKey:
    return ec.derive_private_key(secret, curve).public_key()


def ec_jwk(name: str, curve: ec.EllipticCurve) -> dict[str, str]:
    size, numbers = (curve.key_size + 7) // 8, point(curve).public_numbers()
    return {
        "kty": "EC",
        "crv": name,
        "x": b64(numbers.x.to_bytes(size, "big")),
        "y": b64(numbers.y.to_bytes(size, "big")),
    }


P256, P384 = ec_jwk("P-256", ec.SECP256R1()), ec_jwk("P-384", ec.SECP384R1())
ED_RAW = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key().public_bytes_raw()
ED = {"kty": "OKP", "crv": "Ed25519", "x": b64(ED_RAW)}
RSA = {"kty": "RSA", "n": b64(N_2048), "e": "AQAB"}


def test_the_thumbprint_of_the_example_in_rfc_7638_is_the_one_given_there() -> None:
    n = (
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMst"
        "n64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n9"
        "1CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    )
    assert from_jwk({"kty": "RSA", "n": n, "e": "AQAB"}).thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"


def test_the_thumbprint_of_the_example_in_rfc_8037_is_the_one_given_there() -> None:
    key = from_jwk({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})
    assert key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@pytest.mark.parametrize("jwk", [P256, P384, ED, RSA])
def test_a_key_is_the_same_however_it_is_written(jwk: dict[str, str]) -> None:
    key = from_jwk(jwk)
    assert key.jwk == jwk
    assert from_pem(key.native.public_bytes(PEM, SPKI).decode()) == key
    if jwk["kty"] == "RSA":
        body = key.native.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)
        assert from_multibase(multibase(b"\x85\x24" + body)) == key
        old = key.native.public_bytes(PEM, serialization.PublicFormat.PKCS1).decode()
        assert from_pem(old) == key
    elif jwk["kty"] == "EC":
        head = {"P-256": b"\x80\x24", "P-384": b"\x81\x24"}[jwk["crv"]]
        assert from_multibase(multibase(head + key.native.public_bytes(serialization.Encoding.X962, COMPRESSED))) == key
    else:
        assert from_multibase(multibase(b"\xed\x01" + ED_RAW)) == key == from_raw_ed25519(ED_RAW)


def test_a_key_that_was_read_is_not_read_again() -> None:
    assert from_jwk(ED) is from_jwk(dict(ED))


@pytest.mark.parametrize(
    "more", [{"alg": "EdDSA"}, {"alg": "Ed25519"}, {"use": "sig"}, {"key_ops": ["verify"]}, {"kid": "x", "x5c": ["no"]}]
)
def test_what_else_a_json_web_key_says_need_not_disturb(more: dict[str, Any]) -> None:
    assert from_jwk({**ED, **more}) == from_jwk(ED)


def test_a_zero_byte_before_an_rsa_number_changes_nothing() -> None:
    assert from_jwk({**RSA, "n": b64(b"\0" + N_2048.to_bytes(256, "big"))}) == from_jwk(RSA)


X_256 = P256["x"]
BAD_JWKS: list[tuple[str, dict[str, Any]]] = [
    ("private Ed25519", {**ED, "d": b64(bytes(32))}),
    ("private EC", {**P256, "d": "AQ"}),
    ("private RSA", {**RSA, "p": "AQ"}),
    ("secret", {"kty": "oct", "k": "AAAA"}),
    ("secret without its value", {"kty": "oct"}),
    ("no kind", {"x": ED["x"]}),
    ("kind in small letters", {**ED, "kty": "okp"}),
    ("kind of the wrong type", {**ED, "kty": ["OKP"]}),
    ("curve of the wrong type", {**ED, "crv": ["Ed25519"]}),
    ("curve of another kind", {**ED, "crv": "P-256"}),
    ("secp256k1", ec_jwk("secp256k1", ec.SECP256K1())),
    ("P-521", ec_jwk("P-521", ec.SECP521R1())),
    ("secp256k1 called P-256", {**ec_jwk("P-256", ec.SECP256K1())}),
    ("P-384 called P-256", {**P384, "crv": "P-256"}),
    ("P-256 called P-384", {**P256, "crv": "P-384"}),
    ("X25519", {"kty": "OKP", "crv": "X25519", "x": ED["x"]}),
    ("Ed448", {"kty": "OKP", "crv": "Ed448", "x": b64(bytes(57))}),
    ("RSA with a curve", {**RSA, "crv": "P-256"}),
    ("other algorithm", {**P256, "alg": "ES384"}),
    ("secret's algorithm", {**RSA, "alg": "HS256"}),
    ("for encryption by algorithm", {**RSA, "alg": "RSA-OAEP"}),
    ("algorithm of the wrong type", {**RSA, "alg": ["RS256"]}),
    ("for encryption", {**RSA, "use": "enc"}),
    ("only to sign", {**ED, "key_ops": ["sign"]}),
    ("operations of the wrong type", {**ED, "key_ops": "verify"}),
    ("1024 bits", {**RSA, "n": b64(2**1023 + 1)}),
    ("2047 bits", {**RSA, "n": b64(2**2047 - 1)}),
    ("8193 bits", {**RSA, "n": b64(2**8192 + 1)}),
    ("enormous", {**RSA, "n": "A" * 100_000}),
    ("even modulus", {**RSA, "n": b64(N_2048 - 1)}),
    ("modulus 0", {**RSA, "n": "AA"}),
    ("exponent 0", {**RSA, "e": "AA"}),
    ("exponent 1", {**RSA, "e": "AQ"}),
    ("exponent 2", {**RSA, "e": "Ag"}),
    ("even exponent", {**RSA, "e": b64(65_536)}),
    ("large exponent", {**RSA, "e": b64(2**32 + 1)}),
    ("exponent as number", {**RSA, "e": 65_537}),
    ("no exponent", {"kty": "RSA", "n": RSA["n"]}),
    ("padding", {**ED, "x": ED["x"] + "="}),
    ("ordinary base64", {**ED, "x": "+" + ED["x"][1:]}),
    ("meaningless bits", {**ED, "x": ED["x"][:-1] + "B"}),
    ("Ed25519 short", {**ED, "x": b64(ED_RAW[:31])}),
    ("Ed25519 long", {**ED, "x": b64(ED_RAW + b"\0")}),
    ("no x", {"kty": "OKP", "crv": "Ed25519"}),
    ("x of the wrong type", {**ED, "x": None}),
    ("off the curve", {**P256, "y": P256["x"]}),
    ("both 0", {**P256, "x": b64(bytes(32)), "y": b64(bytes(32))}),
    ("x too large", {**P256, "x": b64(b"\xff" * 32)}),
    ("short x", {**P256, "x": b64(bytes(31))}),
    ("long x", {**P256, "x": b64(b"\0" + bytes(32))}),
    ("no y", {k: v for k, v in P256.items() if k != "y"}),
    ("compressed", {**P256, "x": b64(b"\2" + bytes(32)), "y": ""}),
]


@pytest.mark.parametrize("jwk", [pytest.param(jwk, id=what) for what, jwk in BAD_JWKS])
def test_a_json_web_key_that_is_not_sound_is_refused(jwk: dict[str, Any]) -> None:
    with pytest.raises(KeyFlaw):
        from_jwk(jwk)


SMALL = [0, 1, P - 1, ORDER_8, P - ORDER_8]


def test_the_points_of_order_eight_are_what_they_are_said_to_be() -> None:
    assert (D * pow(ORDER_8, 4, P) + 2 * ORDER_8**2 - 1) % P == 0


@pytest.mark.parametrize("sign", [0, 1 << 255])
@pytest.mark.parametrize("y", [*SMALL, P, P + 1, P + 2, P + 18, 2**255 - 1])
def test_ed25519_points_of_small_order_or_written_in_a_second_way_are_refused(y: int, sign: int) -> None:
    with pytest.raises(KeyFlaw, match="Ed25519"):
        from_raw_ed25519((y | sign).to_bytes(32, "little"))


@given(st.integers(0, P - 1))
def test_about_half_of_all_numbers_are_no_points_of_ed25519_and_are_refused(y: int) -> None:
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    on_curve = pow(x2, (P - 1) // 2, P) == 1 and y not in SMALL
    try:
        from_raw_ed25519(y.to_bytes(32, "little"))
    except KeyFlaw:
        assert not on_curve
    else:
        assert on_curve


@pytest.mark.parametrize("text", ["", "z", "u7QEx", "6Mk", "z0", "zOIl", "z6Mk", "z" + "1" * 40, "z" * 10_000, "Z6Mk"])
def test_a_text_that_is_no_multikey_is_refused(text: str) -> None:
    with pytest.raises(KeyFlaw):
        from_multibase(text)


@pytest.mark.parametrize(
    "data",
    [
        b"\xec\x01" + bytes(range(32)),  # X25519
        b"\xe7\x01\x02" + bytes(range(32)),  # secp256k1
        b"\x80\x26" + bytes(range(32)),  # private Ed25519
        b"\xed\x01" + ED_RAW + b"\0",
        b"\xed\x01" + ED_RAW[:-1],
        b"\xed" + ED_RAW,
        b"\x80\x24\x04" + bytes(64),
        b"\x80\x24\x05" + bytes(32),
        b"\x80\x24\x02" + b"\xff" * 32,
        b"\x81\x24\x02" + bytes(32),
        b"\x85\x24" + bytes(100),
        b"\x85\x24" + b"\x30\x03\x02\x01\x01",
    ],
)
def test_a_multikey_of_another_kind_or_size_is_refused(data: bytes) -> None:
    with pytest.raises(KeyFlaw):
        from_multibase(multibase(data))


def _pem(make: Callable[[], Any]) -> str:
    return str(make().public_bytes(PEM, SPKI).decode())


@pytest.mark.parametrize(
    "make",
    [
        lambda: "",
        lambda: "-----BEGIN PUBLIC KEY-----",
        lambda: "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        lambda: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        lambda: "x" * 100_000,
        lambda: _pem(lambda: point(ec.SECP521R1())),
        lambda: _pem(lambda: point(ec.SECP256K1())),
        lambda: _pem(lambda: x25519.X25519PrivateKey.from_private_bytes(bytes(range(32))).public_key()),
        lambda: _pem(lambda: rsa.RSAPublicNumbers(65_537, 2**1023 + 1155).public_key()),
        lambda: _pem(lambda: point(ec.SECP256R1())) * 2,
        lambda: (
            ec.derive_private_key(5, ec.SECP256R1())
            .private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            .decode()
        ),
    ],
)
def test_a_pem_that_is_no_sound_public_key_is_refused(make: Callable[[], str]) -> None:
    with pytest.raises(KeyFlaw):
        from_pem(make())


def test_a_public_key_is_no_secret_to_check_with() -> None:
    key = from_jwk(P256)
    assert not key.verify("HS256", b"x", b"y")
    assert not key.verify("none", b"x", b"")
