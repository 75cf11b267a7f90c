"""The claims of a token say the same as the credential in it, or the badge does not hold."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Mode

DAY = 86_400


@pytest.mark.parametrize(
    "claims", [{"iss": "did:key:zOther"}, {"jti": "urn:x:other"}, {"sub": "did:example:other"}, {"iss": 5}]
)
def test_a_claim_that_says_something_else_than_the_badge_is_refused(lab: Any, claims: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token({**lab.badge(), **claims}))
    assert lab.bad(inquiry) == {"structure"}


def test_claims_that_say_the_same_are_fine(lab: Any) -> None:
    badge = lab.badge()
    claims = {
        "iss": badge["issuer"],
        "jti": badge["id"],
        "sub": "did:example:holder",
        "iat": lab.seconds - 5,
        "exp": lab.seconds + 5,
    }
    inquiry, _ = lab.verify_token(lab.token({**badge, **claims}))
    assert not lab.bad(inquiry)


def test_the_public_validators_mode_only_warns_of_a_difference(lab: Any) -> None:
    token = lab.token({**lab.badge(lab.p256.did), "jti": "urn:x:other"}, lab.p256)
    inquiry, _ = lab.verify_token(token, Mode.ONE_EDTECH)
    assert ("structure", "warning") in lab.outcomes(inquiry)
    assert "structure" not in lab.bad(inquiry)


@pytest.mark.parametrize(
    ("claims", "failed"),
    [
        ({"exp": -DAY}, {"valid_until"}),
        ({"exp": -1}, {"valid_until"}),
        ({"exp": 0}, set()),
        ({"nbf": 1}, {"valid_from"}),
        ({"nbf": 0}, set()),
        ({"iat": 1}, {"proof_dates"}),
        ({"iat": 0}, set()),
    ],
)
def test_the_tokens_own_dates_are_judged(lab: Any, claims: Any, failed: Any) -> None:
    claims = {name: lab.seconds + value for name, value in claims.items()}
    inquiry, _ = lab.verify_token(lab.token({**lab.badge(), **claims}))
    assert lab.bad(inquiry) == failed


@pytest.mark.parametrize("name", ["exp", "nbf", "iat"])
@pytest.mark.parametrize("value", ["2026-01-01", True, None, -1, 1e300, 10**30, []])
def test_a_date_that_is_no_number_of_seconds_is_refused(lab: Any, name: Any, value: Any) -> None:
    inquiry, _ = lab.verify_token(lab.token({**lab.badge(), name: value}))
    assert lab.bad(inquiry) == {"structure"}


def test_a_wrapped_credential_and_its_token_must_state_the_same_end(lab: Any) -> None:
    inner = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "issuer": lab.ed.did,
        "credentialSubject": {},
        "expirationDate": "2030-01-01T00:00:00Z",
    }
    inquiry, _ = lab.verify_token(lab.token({"vc": inner, "exp": lab.seconds + DAY}))
    assert lab.bad(inquiry) == {"structure"}
