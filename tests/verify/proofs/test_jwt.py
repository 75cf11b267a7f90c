"""Tokens: what is read, what is refused before any key is looked for, and whose a good signature is."""

from __future__ import annotations

import hmac
import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.verification import Mode
from credlens.verify.proofs import jwt

VC1 = "https://www.w3.org/2018/credentials/v1"


@pytest.mark.parametrize("name", ["ed", "p256", "p384"])
def test_a_token_signed_by_the_issuers_own_key_holds(lab: Any, name: Any) -> None:
    key = getattr(lab, name)
    inquiry, asked = lab.verify_token(lab.token(lab.badge(key.did), key))
    assert not lab.bad(inquiry)
    assert not asked
    assert ("signature", "passed") in lab.outcomes(inquiry)
    assert ("binding", "passed") in lab.outcomes(inquiry)
    assert ("terms", "not_applicable") in lab.outcomes(inquiry)


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_token_in_which_one_letter_changed_does_not_hold(lab: Any, part: Any) -> None:
    parts = lab.token(lab.badge()).split(".")
    middle = len(parts[part]) // 2
    parts[part] = parts[part][:middle] + ("A" if parts[part][middle] != "A" else "B") + parts[part][middle + 1 :]
    inquiry, _ = lab.verify_token(".".join(parts))
    assert lab.bad(inquiry)
    assert ("signature", "passed") not in lab.outcomes(inquiry)


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "None"},
        {"alg": "HS256"},
        {"alg": "PS256"},
        {"alg": "RS512"},
        {"alg": "ES256K"},
        {"alg": None},
        {"alg": 5},
        {"alg": ["EdDSA"]},
        {"crit": ["exp"]},
        {"crit": []},
        {"b64": False},
        {"b64": False, "crit": ["b64"]},
        {"b64": True},
        {"zip": "DEF"},
    ],
)
def test_a_header_that_asks_for_more_or_less_than_a_plain_signature_is_refused(lab: Any, header: Any) -> None:
    inquiry = lab.inquiry()
    assert jwt.unpack(lab.token(lab.badge(), header=header), inquiry) is None
    assert lab.bad(inquiry) == {"algorithm"}


def test_a_token_secured_with_the_public_key_as_secret_is_refused(lab: Any) -> None:
    head = lab.b64(json.dumps({"alg": "HS256", "kid": lab.ed.method}).encode())
    unsigned = f"{head}.{lab.b64(json.dumps(lab.badge()).encode())}"
    forged = hmac.digest(json.dumps(lab.ed.jwk).encode(), unsigned.encode(), sha256)
    inquiry, _ = lab.verify_token(f"{unsigned}.{lab.b64(forged)}")
    assert lab.bad(inquiry) == {"algorithm"}


@pytest.mark.parametrize(
    ("claimed", "key"), [("ES256", "rsa"), ("RS256", "p256"), ("EdDSA", "p256"), ("ES384", "p256"), ("ES256", "ed")]
)
def test_an_algorithm_that_does_not_go_with_the_key_is_refused(lab: Any, claimed: Any, key: Any) -> None:
    token = lab.token(lab.badge(), getattr(lab, key), {"alg": claimed, "kid": None, "jwk": getattr(lab, key).jwk})
    inquiry, _ = lab.verify_token(token)
    assert "algorithm" in lab.bad(inquiry)
    assert "binding" not in dict(lab.outcomes(inquiry))


@pytest.mark.parametrize(
    ("token", "check"),
    [
        ("", "structure"),
        ("a.b", "structure"),
        ("a.b.c.d", "structure"),
        ("..", "json"),
        ("e30=.e30.", "structure"),
        ("e30.e30.", "algorithm"),
        ("e3 0.e30.", "structure"),
        ("é.e30.", "structure"),
        ("bnVsbA.e30.", "structure"),
        ("W10.e30.", "structure"),
        ("eyJhbGciOiJFZERTQSIsImFsZyI6Im5vbmUifQ.e30.", "json"),
    ],
)
def test_a_text_that_is_no_token_is_refused_with_a_reason(lab: Any, token: Any, check: Any) -> None:
    inquiry = lab.inquiry()
    assert jwt.unpack(token, inquiry) is None
    assert lab.bad(inquiry) == {check}


@given(st.text(alphabet="eyJhbGciOiJ.=-_ é0", max_size=60))
@settings(max_examples=60)
def test_no_text_makes_reading_a_token_fall_over(lab: Any, text: Any) -> None:
    inquiry = lab.inquiry()
    assert jwt.unpack(text, inquiry) is None
    assert lab.bad(inquiry)


@pytest.mark.parametrize("payload", ['{"a": 1, "a": 2}', '{"a": NaN}', "[1]", "", '{"a": "\\ud800"}'])
def test_a_payload_with_two_meanings_is_refused(lab: Any, payload: Any) -> None:
    inquiry = lab.inquiry()
    assert jwt.unpack(lab.token(payload), inquiry) is None
    assert lab.bad(inquiry) <= {"json", "structure"}


def test_a_second_way_to_write_the_same_signature_is_refused(lab: Any) -> None:
    token = lab.token(lab.badge())
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = token[:-1] + letters[letters.index(token[-1]) ^ 1]
    assert jwt.unpack(other, lab.inquiry()) is None


def test_a_key_that_the_header_brings_is_nobodys(lab: Any) -> None:
    forged = lab.token(lab.badge("https://issuer.example/1"), lab.other, {"kid": None, "jwk": lab.other.jwk})
    inquiry, _ = lab.verify_token(forged)
    assert ("signature", "passed") in lab.outcomes(inquiry)
    assert lab.bad(inquiry) == {"binding"}


def test_the_public_validator_takes_a_key_that_the_header_brings_and_the_report_says_so(lab: Any) -> None:
    forged = lab.token(lab.badge("https://issuer.example/1"), lab.p256, {"kid": None, "jwk": lab.p256.jwk})
    inquiry, _ = lab.verify_token(forged, Mode.ONE_EDTECH)
    (binding,) = (c for c in inquiry.checks if c.id == "binding")
    assert binding.outcome.value == "passed"
    assert "public validator" in binding.reason


def test_the_public_validator_does_not_take_eddsa(lab: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge()), Mode.ONE_EDTECH)
    assert lab.bad(inquiry) == {"algorithm"}


def test_files_that_the_header_names_are_never_asked_for(lab: Any) -> None:
    header = {"x5u": "https://evil.example/x", "jku": "https://evil.example/j", "x5c": ["MII"]}
    inquiry, asked = lab.verify_token(lab.token(lab.badge(), header=header))
    assert not asked
    assert not lab.bad(inquiry)
    assert lab.outcomes(inquiry, "key").count(("key", "warning")) == 3


@pytest.mark.parametrize(
    "kid", ["file:///etc/passwd", "/etc/passwd", "../../key.pem", "data:text/plain,x", "http://issuer.example/k"]
)
def test_a_kid_that_is_a_path_leads_nowhere_but_to_the_issuer(lab: Any, kid: Any) -> None:
    token = lab.token(lab.badge("https://issuer.example/1"), header={"kid": kid})
    inquiry, asked = lab.verify_token(token)
    assert lab.bad(inquiry)
    assert set(asked) <= {"https://issuer.example/1"}


def test_a_short_kid_is_a_name_among_the_issuers_keys(lab: Any) -> None:
    did = "did:web:issuer.example"
    method = {"id": f"{did}#k1", "type": "JsonWebKey", "controller": did, "publicKeyJwk": lab.p256.jwk}
    document = {"id": did, "verificationMethod": [method], "assertionMethod": [f"{did}#k1"]}
    documents = {"https://issuer.example/.well-known/did.json": document}
    for kid in ("k1", "#k1", f"{did}#k1"):
        inquiry, _ = lab.verify_token(lab.token(lab.badge(did), lab.p256, {"kid": kid}), documents=documents)
        assert not lab.bad(inquiry)


def test_a_token_without_any_word_on_its_key_says_so(lab: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge("https://issuer.example/1"), header={"kid": None}))
    assert "key" in lab.bad(inquiry)


def test_a_did_key_issuer_needs_no_kid(lab: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), header={"kid": None}))
    assert not lab.bad(inquiry)


@pytest.mark.parametrize("typ", ["JWT", "vc+jwt", "application/vc+jwt", "VC+LD+JWT", None])
def test_usual_types_of_tokens_are_taken(lab: Any, typ: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), header={"typ": typ, "cty": "vc"}))
    assert not lab.bad(inquiry)


@pytest.mark.parametrize("typ", ["at+jwt", "kb+jwt", "secevent+jwt", 5, "", ["JWT"]])
def test_a_token_made_for_something_else_is_no_badge(lab: Any, typ: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), header={"typ": typ}))
    assert lab.bad(inquiry) == {"structure"}


def test_a_credential_of_version_one_is_completed_from_the_claims(lab: Any) -> None:
    inner = {"@context": [VC1], "type": ["VerifiableCredential"], "credentialSubject": {"name": "A"}}
    claims = {
        "iss": lab.ed.did,
        "sub": "did:example:h",
        "jti": "urn:x:1",
        "nbf": lab.seconds - 60,
        "exp": lab.seconds + 60,
    }
    unpacked = jwt.unpack(lab.token({"vc": inner, **claims}), lab.inquiry())
    assert unpacked.document == {
        **inner,
        "credentialSubject": {"id": "did:example:h", "name": "A"},
        "issuer": lab.ed.did,
        "id": "urn:x:1",
        "issuanceDate": "2026-06-01T11:59:00Z",
        "expirationDate": "2026-06-01T12:01:00Z",
    }


def test_the_claims_of_the_token_are_not_in_the_credential(lab: Any) -> None:
    unpacked = jwt.unpack(
        lab.token({**lab.badge(), "iss": lab.ed.did, "iat": 5, "exp": lab.seconds + 9}), lab.inquiry()
    )
    assert unpacked.document == {**lab.badge(), "validUntil": "2026-06-01T12:00:09Z"}


def test_the_payload_of_an_earlier_badge_is_left_as_it_is(lab: Any) -> None:
    payload = {"uid": "1", "recipient": {}, "badge": "https://issuer.example/b", "exp": 5, "verify": {"type": "signed"}}
    assert jwt.unpack(lab.token(payload), lab.inquiry()).document is not None
    assert jwt.unpack(lab.token(payload), lab.inquiry()).document == payload


@pytest.mark.parametrize("extra", [{"@context": [VC1]}, {"vp": {}}, {}])
def test_a_token_that_holds_two_credentials_or_a_wrapped_one_of_version_two_is_refused(lab: Any, extra: Any) -> None:
    inner = lab.badge() if not extra else {"@context": [VC1]}
    inquiry = lab.inquiry()
    jwt.unpack(lab.token({"vc": inner, **extra}), inquiry)
    assert lab.bad(inquiry) == {"structure"}


def test_a_presentation_is_checked_for_the_purpose_of_presenting(lab: Any) -> None:
    payload = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": "VerifiablePresentation",
        "holder": lab.ed.did,
    }
    inquiry, _ = lab.verify_token(lab.token(payload))
    assert not lab.bad(inquiry)


@pytest.mark.parametrize("jwk", ["x", 5, [], True])
def test_a_key_in_the_header_that_is_no_object_is_refused(lab: Any, jwk: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), header={"jwk": jwk}))
    assert lab.bad(inquiry) == {"key"}


def test_a_header_that_brings_another_key_than_it_names_is_refused(lab: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), lab.other, {"kid": lab.ed.method, "jwk": lab.other.jwk}))
    assert "key" in lab.bad(inquiry)


@pytest.mark.parametrize("name", ["ed", "p256", "p384"])
@pytest.mark.parametrize("byte", [0, 255])
def test_a_signature_of_zeros_or_of_ones_fits_nothing(lab: Any, name: str, byte: int) -> None:
    key = getattr(lab, name)
    unsigned = lab.token(lab.badge(key.did), key, signed=False)
    forged = lab.b64(bytes([byte]) * (96 if name == "p384" else 64))
    inquiry, _ = lab.verify_token(unsigned + forged)
    assert lab.bad(inquiry) == {"signature"}


def test_an_unusual_content_type_is_told_of(lab: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token(lab.badge(), header={"cty": "text/plain"}))
    assert not lab.bad(inquiry)
    assert ("structure", "warning") in lab.outcomes(inquiry)
