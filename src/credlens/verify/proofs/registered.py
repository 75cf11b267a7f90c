"""The registered claims of a token (RFC 7519 section 4.1): what they add to a credential, and whether they say the same as it.

VC Data Model 1.1 section 6.3.1 moves parts of a credential there; Open Badges 3.0 section 8.2.3 repeats them; VC-JOSE-COSE section 3.1.3
lets both stand. Whoever reads only one of the two must not be told something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from credlens.verify.content import Content
from credlens.verify.dates import moment
from credlens.verify.inquiry import Inquiry

CLAIMS = frozenset({"iss", "sub", "jti", "nbf", "exp", "iat", "aud", "nonce", "cnf"})
"""Names in a payload that belong to the token and not to the credential."""

VC2 = "https://www.w3.org/ns/credentials/v2"
_LATEST = 253_402_300_799  # 9999-12-31T23:59:59Z


def filled(document: Mapping[str, Any], payload: Mapping[str, Any], *, wrapped: bool) -> dict[str, Any]:
    """A credential with what only the token says about it.

    Args:
        wrapped: whether it stood in a ``vc`` or ``vp`` claim, where VC 1.1 lets the token take over issuer, subject, id and beginning, too.
    """
    made = dict(document)
    _fill(made, _second_generation(document), "validUntil", "expirationDate", payload.get("exp"))
    if not wrapped:
        return made
    _fill(made, _second_generation(document), "validFrom", "issuanceDate", payload.get("nbf"))
    if isinstance(payload.get("iss"), str):
        made.setdefault("holder" if "verifiableCredential" in made else "issuer", payload["iss"])
    if isinstance(payload.get("jti"), str):
        made.setdefault("id", payload["jti"])
    subject = made.get("credentialSubject")
    if isinstance(payload.get("sub"), str) and isinstance(subject, dict) and "id" not in subject:
        made["credentialSubject"] = {"id": payload["sub"], **subject}
    return made


def check_claims(payload: Mapping[str, Any], document: Mapping[str, Any], content: Content, inquiry: Inquiry) -> None:
    """Compare the token's claims with the credential, and judge its own dates.

    Records ``structure`` for what differs, ``valid_from``, ``valid_until`` and ``proof_dates`` for what the token says of its time. In the
    mode of the public validator, a difference is a warning.
    """
    wrapped = "vc" in payload or "vp" in payload
    _same(payload, "iss", {content.issuer_id} if content.issuer_id else set(), "its issuer", inquiry)
    own = document.get("id")
    _same(payload, "jti", {own} if isinstance(own, str) else set(), "its id", inquiry)
    _same(payload, "sub", _subjects(document), "whom it is about", inquiry)
    _begins(payload, document, inquiry, must_match=wrapped)
    _ends(payload, document, inquiry, must_match=wrapped)
    if "iat" in payload:
        made = _moment(payload["iat"])
        if made is None:
            inquiry.failed("structure", "The token's iat is no number of seconds.", "/iat")
        elif made > inquiry.settings.at:
            _differs(f"The token was made in the future, {_said(made)}.", "/iat", inquiry, "proof_dates")
        else:
            inquiry.passed("proof_dates", f"Signed {_said(made)}.", "/iat")


def _begins(payload: Mapping[str, Any], document: Mapping[str, Any], inquiry: Inquiry, *, must_match: bool) -> None:
    if "nbf" not in payload:
        return
    since = _moment(payload["nbf"])
    if since is None:
        inquiry.failed("structure", "The token's nbf is no number of seconds.", "/nbf")
        return
    if since > inquiry.settings.at:
        inquiry.failed("valid_from", f"The token counts only from {_said(since)} on.", "/nbf")
    _compare(since, _first(document, "validFrom", "issuanceDate"), "/nbf", inquiry, must_match=must_match)


def _ends(payload: Mapping[str, Any], document: Mapping[str, Any], inquiry: Inquiry, *, must_match: bool) -> None:
    if "exp" not in payload:
        return
    until = _moment(payload["exp"])
    if until is None:
        inquiry.failed("structure", "The token's exp is no number of seconds.", "/exp")
        return
    if until < inquiry.settings.at:
        step = "Ask its holder whether it was renewed."
        inquiry.failed("valid_until", f"The token counted until {_said(until)}.", "/exp", step)
    _compare(until, _first(document, "validUntil", "expirationDate"), "/exp", inquiry, must_match=must_match)


def _compare(here: datetime, there: Any, where: str, inquiry: Inquiry, *, must_match: bool) -> None:
    """A date of the token with that of the credential, to the second."""
    other = moment(there)
    if other is None or abs((here - other).total_seconds()) < 1:
        return
    words = f"The token says {_said(here)}, the badge {_said(other)}; both dates are judged."
    if must_match:
        _differs(words, where, inquiry)
    else:
        inquiry.warn("structure", words, where)


def _same(payload: Mapping[str, Any], name: str, allowed: set[str], what: str, inquiry: Inquiry) -> None:
    if name not in payload:
        return
    value = payload[name]
    if not isinstance(value, str):
        inquiry.failed("structure", f"The token's {name} is no text.", f"/{name}")
    elif allowed and value not in allowed:
        words = f"The token says {value[:100]!r} where the badge says {min(allowed)[:100]!r} ({what})."
        _differs(words, f"/{name}", inquiry)


def _differs(words: str, where: str, inquiry: Inquiry, check: str = "structure") -> None:
    if inquiry.strict:
        inquiry.failed(check, words, where)
    else:
        inquiry.warn(check, f"{words} It counts all the same, as for the public validator.", where)


def _subjects(document: Mapping[str, Any]) -> set[str]:
    found = document.get("credentialSubject")
    entries = found if isinstance(found, list) else [found]
    return {e["id"] for e in entries if isinstance(e, dict) and isinstance(e.get("id"), str)}


def _first(document: Mapping[str, Any], *names: str) -> Any:
    return next((document[name] for name in names if name in document), None)


def _fill(made: dict[str, Any], second: bool, new: str, old: str, seconds: Any) -> None:
    when = _moment(seconds)
    if when is not None and new not in made and old not in made:
        made[new if second else old] = when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _second_generation(document: Mapping[str, Any]) -> bool:
    contexts = document.get("@context")
    return (contexts[0] if isinstance(contexts, list) and contexts else contexts) == VC2


def _moment(value: Any) -> datetime | None:
    """A NumericDate: seconds since 1970, fractions allowed (RFC 7519 section 2)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value, UTC) if 0 <= value <= _LATEST else None  # NaN is not, either


def _said(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M UTC")
