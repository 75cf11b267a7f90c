"""Tokens whose header asks to be believed, or whose letters can be read in two ways.

The signatures of most are made with the academy's own key: what is wrong with them is what stands in them, not who signed.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import Key, b64, jws, key
from credlens.app.bench.badges.world import ACADEMY, academy_key
from credlens.model.verification import Mode

GOOD, INVALID = "VERIFIED", "INVALID"
SIGNER, KID = academy_key("p256")
RSA, RSA_KID = academy_key("rsa")
ED_KID = academy_key("ed")[1]
EVIL, EVIL_RSA = key("evil p", "P-256"), key("evil rsa", "RSA")
PAYLOAD = json.dumps(open_badge(ACADEMY))
Build = Callable[[Any], Any]


def of(header: str, payload: str = PAYLOAD, signer: Key = SIGNER) -> str:
    """A token around two texts as they are."""
    start = f"{b64(header.encode())}.{b64(payload.encode())}"
    return f"{start}.{b64(signer.sign(start.encode()))}"


def head(signer: Key = SIGNER, **members: Any) -> Build:
    """A good badge under a header with these members; None takes one away."""
    told = {"alg": "ES256", "kid": KID, "typ": "vc+jwt", **members}
    return lambda _s: of(json.dumps({n: v for n, v in told.items() if v is not None}), signer=signer)


def text(header: str = "", payload: str = PAYLOAD) -> Build:
    return lambda _s: of(header or json.dumps({"alg": "ES256", "kid": KID}), payload)


def unsigned(alg: str, signature: str = "") -> Build:
    """A changed badge that says of itself that it needs no signature."""
    payload = PAYLOAD.replace("SQL for analysts", "Medicine")
    return lambda _s: f"{b64(json.dumps({'alg': alg, 'kid': KID}).encode())}.{b64(payload.encode())}.{signature}"


def with_secret(secret: bytes, alg: str = "HS256") -> Build:
    """A changed badge, secured with what everybody knows."""
    start = f"{b64(json.dumps({'alg': alg, 'kid': RSA_KID}).encode())}.{b64(PAYLOAD.encode())}"
    return lambda _s: f"{start}.{b64(hmac.digest(secret, start.encode(), sha256))}"


def spelt(change: Callable[[list[str]], str]) -> Build:
    """A good token with its three parts put together in another way."""
    return lambda stage: change(stage.token().split("."))


def other_end(part: str) -> str:
    """The same bytes in base64url, written with bits at the end that mean nothing."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return part[:-1] + letters[letters.index(part[-1]) ^ 1]


def ending(size: int) -> str:
    """A header whose base64 has a last letter with bits to spare."""
    told = {"alg": "ES256", "kid": KID}
    while len(json.dumps(told).encode()) % 3 != size:
        told["x"] = told.get("x", "") + "x"
    return json.dumps(told)


def said_twice(name: str, value: str) -> str:
    """The badge, with something said once more at its end."""
    return f'{PAYLOAD[:-1]}, "{name}": {value}}}'


NOT_TAKEN, BROKEN, TWICE = (INVALID, "algorithm"), (INVALID, "structure"), (INVALID, "json")
NO_FILE = (INVALID, "container")
CASES: list[tuple[str, Build, tuple[str, str]]] = [
    ("alg none", unsigned("none"), NOT_TAKEN),
    ("alg None", unsigned("None"), NOT_TAKEN),
    ("alg NONE", unsigned("NONE"), NOT_TAKEN),
    ("alg nOnE", unsigned("nOnE"), NOT_TAKEN),
    ("alg none with a blank", unsigned("none "), NOT_TAKEN),
    ("alg none with a true signature of another", unsigned("none", of("{}").rpartition(".")[2]), NOT_TAKEN),
    ("alg none in the academy's own token", head(alg="none"), NOT_TAKEN),
    ("no alg", head(alg=None), NOT_TAKEN),
    ("alg null", text('{"alg": null, "kid": "' + KID + '"}'), NOT_TAKEN),
    ("alg empty", head(alg=""), NOT_TAKEN),
    ("alg in small letters", head(alg="es256"), NOT_TAKEN),
    ("alg in a list", head(alg=["ES256"]), NOT_TAKEN),
    ("alg as an object", head(alg={"name": "ES256"}), NOT_TAKEN),
    ("Alg with a capital", text('{"Alg": "ES256", "kid": "' + KID + '"}'), NOT_TAKEN),
    ("the public key in PEM as a secret", with_secret(RSA.pem.encode()), NOT_TAKEN),
    ("the public key in PEM without its last line break as a secret", with_secret(RSA.pem.strip().encode()), NOT_TAKEN),
    ("the public key as JSON as a secret", with_secret(json.dumps(RSA.jwk).encode()), NOT_TAKEN),
    ("the public key as a secret, called RS256", with_secret(RSA.pem.encode(), "RS256"), (INVALID, "signature")),
    ("an empty secret", with_secret(b""), NOT_TAKEN),
    ("HS512", with_secret(RSA.pem.encode(), "HS512"), NOT_TAKEN),
    ("an encryption's alg", head(alg="dir", enc="A256GCM"), NOT_TAKEN),
    ("RS512", head(RSA, alg="RS512", kid=RSA_KID), NOT_TAKEN),
    ("PS256", head(RSA, alg="PS256", kid=RSA_KID), NOT_TAKEN),
    ("ES256K", head(alg="ES256K"), NOT_TAKEN),
    ("ES256 by the attacker, with the academy's RSA key", head(EVIL, kid=RSA_KID), NOT_TAKEN),
    ("RS256 by the attacker, with the academy's P-256 key", head(EVIL_RSA, alg="RS256"), NOT_TAKEN),
    ("ES256 with the academy's Ed25519 key", head(EVIL, kid=ED_KID), NOT_TAKEN),
    ("ES256 with the academy's P-384 key", head(EVIL, kid=academy_key("p384")[1]), NOT_TAKEN),
    ("crit", head(crit=["exp"]), NOT_TAKEN),
    ("crit with nothing", head(crit=[]), NOT_TAKEN),
    ("crit with a name that stands there", head(crit=["x"], x=1), NOT_TAKEN),
    ("crit as a text", head(crit="b64"), NOT_TAKEN),
    ("content that is not in base64", head(b64=False, crit=["b64"]), NOT_TAKEN),
    ("content that is not in base64, without crit", head(b64=False), NOT_TAKEN),
    ("content that is in base64, said needlessly", head(b64=True), NOT_TAKEN),
    ("content that is packed", head(zip="DEF"), NOT_TAKEN),
    ("content elsewhere, as it is", lambda _s: f"{b64(b'{}')}..{b64(bytes(64))}", NOT_TAKEN),
    ("content elsewhere", spelt(lambda p: f"{p[0]}..{p[2]}"), TWICE),
    ("no signature", spelt(lambda p: f"{p[0]}.{p[1]}."), (INVALID, "signature")),
    ("the signature cut by a byte", spelt(lambda p: f"{p[0]}.{p[1]}.{p[2][:-2]}"), (INVALID, "signature")),
    ("alg twice", text('{"alg": "none", "alg": "ES256", "kid": "' + KID + '"}'), TWICE),
    ("alg twice, once escaped", text('{"alg": "ES256", "\\u0061lg": "none", "kid": "' + KID + '"}'), TWICE),
    ("kid twice", text('{"alg": "ES256", "kid": "' + EVIL.did_key + '", "kid": "' + KID + '"}'), TWICE),
    ("issuer twice", text(payload=said_twice("issuer", f'"{EVIL.did_key}"')), TWICE),
    ("issuer twice, once escaped", text(payload=said_twice("issue\\u0072", f'"{EVIL.did_key}"')), TWICE),
    ("credentialSubject twice", text(payload=said_twice("credentialSubject", '{"id": "mailto:eve@evil.example"}')),
     TWICE),
    ("something twice, deep inside", text(payload=PAYLOAD.replace('"targetName"', '"targetName": "x", "targetName"')),
     TWICE),
    ("something behind the header's end", text('{"alg": "ES256", "kid": "' + KID + '"}{"alg": "none"}'), TWICE),
    ("a header that is a list", text('["ES256"]'), BROKEN),
    ("a header that is null", text("null"), BROKEN),
    ("padding in the header", spelt(lambda p: f"{p[0]}=.{p[1]}.{p[2]}"), NO_FILE),
    ("padding in the content", spelt(lambda p: f"{p[0]}.{p[1]}==.{p[2]}"), NO_FILE),
    ("padding in the signature", spelt(lambda p: f"{p[0]}.{p[1]}.{p[2]}=="), NO_FILE),
    ("ordinary base64", spelt(lambda p: f"{p[0]}.{p[1]}.{p[2][:20]}+/{p[2][22:]}"), NO_FILE),
    ("a line break inside", spelt(lambda p: f"{p[0]}.{p[1][:60]}\n{p[1][60:]}.{p[2]}"), NO_FILE),
    ("a letter that cannot be seen inside", spelt(lambda p: f"{p[0]}.{p[1][:60]}\u200b{p[1][60:]}.{p[2]}"), NO_FILE),
    ("four parts", spelt(lambda p: ".".join([*p, p[2]])), NO_FILE),
    ("a dot behind it", spelt(lambda p: ".".join([*p, ""])), NO_FILE),
    ("a dot in front of it", spelt(lambda p: ".".join(["", *p])), NO_FILE),
    ("five parts", spelt(lambda p: ".".join([*p, *p[:2]])), NO_FILE),
    ("two parts", spelt(lambda p: ".".join(p[:2])), NO_FILE),
    ("two tokens in two lines", spelt(lambda p: ".".join(p) + "\n" + ".".join(p)), NO_FILE),
    ("parts that can be shown one by one", spelt(lambda p: ".".join(p) + "~WyJhIiwiaXNzdWVyIiwieCJd~"), NO_FILE),
    ("JSON form with two signatures", lambda s: {"payload": b64(PAYLOAD.encode()), "signatures": [
        {"protected": b64(b'{"alg":"none"}'), "signature": ""}]}, NO_FILE),
    ("bits at the end of the signature", spelt(lambda p: f"{p[0]}.{p[1]}.{other_end(p[2])}"), BROKEN),
    ("bits at the end of the header, one letter", lambda _s: _end(1), BROKEN),
    ("bits at the end of the header, two letters", lambda _s: _end(2), BROKEN),
    ("a token in a token", text(payload=json.dumps({"vc": of("{}")})), BROKEN),
    ("two credentials, one in a claim", text(payload=said_twice("vc", PAYLOAD)), BROKEN),
    ("a credential and a presentation", text(payload=json.dumps({"vc": {}, "vp": {}})), BROKEN),
    ("a token to log in with", lambda _s: jws(
        {"iss": ACADEMY, "sub": "kim", "aud": "https://shop.example"}, SIGNER, {"kid": KID}), (INVALID, "format")),
]  # fmt: skip
IDS = [case[0] for case in CASES]
LAXER = {"two credentials, one in a claim": GOOD}
"""What the public validator's rules make of these; the others are refused there, too."""


def _end(size: int) -> str:
    start, rest, signature = of(ending(size)).split(".")
    return f"{other_end(start)}.{rest}.{signature}"


@pytest.mark.parametrize(("build", "found"), [case[1:] for case in CASES], ids=IDS)
def test_a_token_that_wants_to_be_believed_is_refused(judged: Any, build: Build, found: tuple[str, str]) -> None:
    judged(build, *found, "failed")


@pytest.mark.parametrize(("name", "build", "found"), CASES, ids=IDS)
def test_the_public_validators_rules_believe_no_more_of_it(
    stage: Any, judged: Any, name: str, build: Build, found: tuple[str, str]
) -> None:
    if name in LAXER:
        assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict == LAXER[name]
    else:
        judged(build, *found, "failed", Mode.ONE_EDTECH)


TYPED: list[tuple[str, Build, str, str]] = [
    ("a usual typ", head(typ="JWT"), GOOD, GOOD),
    ("no typ", head(typ=None), GOOD, GOOD),
    ("a typ of tokens to log in with", head(typ="at+jwt"), INVALID, GOOD),
    ("a typ of proofs of a key", head(typ="openid4vci-proof+jwt"), INVALID, GOOD),
    ("a typ of lists of states", head(typ="statuslist+jwt"), INVALID, GOOD),
    ("a line break behind it", lambda s: s.token() + "\r\n", GOOD, GOOD),
    ("members of the header that mean nothing", head(x="y", iss=EVIL.did_key, cty="vc"), GOOD, GOOD),
    ("EdDSA, which the public validator does not take", head(academy_key("ed")[0], alg="EdDSA", kid=ED_KID), GOOD,
     INVALID),
]  # fmt: skip


@pytest.mark.parametrize(("build", "verdict", "official"), [t[1:] for t in TYPED], ids=[t[0] for t in TYPED])
def test_a_token_made_for_something_else_is_no_badge(stage: Any, build: Build, verdict: str, official: str) -> None:
    assert stage.judge(build(stage)).verdict.value == verdict
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official
