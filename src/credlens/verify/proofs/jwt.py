"""Credentials as signed tokens: compact JWS (RFC 7515) with a credential in it.

Open Badges 3.0 section 8.2, VC Data Model 1.1 section 6.3.1, VC-JOSE-COSE section 3, and the signed assertions of Open Badges 2.0. The
algorithm must be one of a short list; nothing that the token's header names as a file (``jku``, ``x5u``) is ever fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.keys.binding import bind
from credlens.verify.keys.encodings import base64_decoded
from credlens.verify.keys.key import ALGORITHMS
from credlens.verify.keys.resolve import resolve
from credlens.verify.needs import Steps
from credlens.verify.proofs.coverage import check_all_covered, note_token_covered
from credlens.verify.proofs.registered import CLAIMS, VC2, check_claims, filled
from credlens.verify.strict_json import JsonFlaw, read

PUBLIC_ALGORITHMS = ("RS256", "ES256")
"""What the public validator takes."""

_PARTS = 3
_SHOWN = 60
_UNUSED = ("x5u", "jku", "x5c")
_TYPES = frozenset({"jwt", "jws", "jose", "vc+jwt", "vp+jwt", "vc+ld+jwt", "vp+ld+jwt", "vc+ld+json+jwt"})
_CONTENT_TYPES = frozenset({"vc", "vp", "vc+ld+json", "vp+ld+json", "ld+json", "json", "credential+ld+json"})
_CREDENTIAL_MEMBERS = ("credentialSubject", "verifiableCredential", "issuer", "holder")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A token that was read, and not yet believed.

    Attributes:
        payload: as it stands there.
        document: the credential: the payload without the token's own claims, or what stands in its ``vc`` or ``vp`` claim, completed
            with what only the claims say. For a badge of Open Badges 2.0, the payload.
        signing_input: the bytes that were signed; ``signature``: raw.
    """

    header: dict[str, Any]
    payload: dict[str, Any]
    document: dict[str, Any]
    signing_input: bytes
    signature: bytes

    @property
    def algorithm(self) -> str:
        """Name of the algorithm, one of those that are taken."""
        return str(self.header["alg"])


def unpack(token: str, inquiry: Inquiry) -> Unpacked | None:
    """Read a token; record ``json``, ``algorithm`` and ``structure`` where it is wrong, and ``algorithm`` when that is safe.

    Args:
        token: three parts in base64url with dots between.

    Returns:
        What is in it; None when it cannot be read or its signature is of a kind that must not count.
    """
    parts = token.split(".")
    if len(parts) != _PARTS:
        inquiry.failed("structure", f"A signed token has three parts; this one has {len(parts)}.")
        return None
    try:
        raw_header, raw_payload, signature = (base64_decoded(part) for part in parts)
    except ValueError as flaw:
        inquiry.failed("structure", f"A part of the token cannot be read: {flaw}")
        return None
    header = _object(raw_header, "header", inquiry)
    if header is None or not _header_is_safe(header, inquiry):
        return None
    payload = _object(raw_payload, "content", inquiry)
    if payload is None:
        return None
    document = _document(payload, inquiry)
    if document is None:
        return None
    return Unpacked(header, payload, document, token.rpartition(".")[0].encode("ascii"), signature)


def check(unpacked: Unpacked, content: Content, inquiry: Inquiry) -> Steps[str]:
    """Check a token's signature and whose it is.

    Records ``proof``, ``terms``, ``key``, ``purpose``, ``signature`` and ``binding``, and what :func:`check_claims` records.

    Args:
        content: what the credential in it says.

    Returns:
        Name of its algorithm.
    """
    header, name = unpacked.header, unpacked.algorithm
    inquiry.passed("proof", f"It is a token, signed with {name}.")
    if inquiry.strict:
        note_token_covered(inquiry)
    else:
        check_all_covered(unpacked.document, inquiry)
    _check_types(header, inquiry)
    check_claims(unpacked.payload, unpacked.document, content, inquiry)
    carried = header.get("jwk")
    if carried is not None and not isinstance(carried, dict):
        inquiry.failed("key", "The key in the token's header (jwk) is no key.", "/jwk")
        return name
    reference = _reference(header, unpacked.payload, content)
    if not reference and carried is None:
        step = "Ask the issuer to issue it again; its tokens must say which key they are signed with (kid)."
        inquiry.failed("key", "The token does not say which key it is signed with.", "/kid", step)
        return name
    purpose = "authentication" if _is_presentation(unpacked.document) else "assertionMethod"
    method = yield from resolve(reference, inquiry, purpose=purpose, carried=carried)
    if method is None:
        inquiry.not_checked("signature", "Its key is not at hand.")
    elif ALGORITHMS[name] != method.key.kind:
        words = f"It says that it is signed with {name}, but its key is of another kind, {method.key.kind}."
        inquiry.failed("algorithm", words, "/alg")
    elif not method.key.verify(name, unpacked.signing_input, unpacked.signature):
        step = "Ask for the badge as it was issued; do not rely on this one."
        inquiry.failed("signature", "It was changed after it was signed, or signed with another key.", next_step=step)
    else:
        inquiry.passed("signature", f"{name}, over the whole token.")
        yield from bind(method, content.issuer, content.issuer_id, inquiry, token=True)
    return name


def _object(raw: bytes, what: str, inquiry: Inquiry) -> dict[str, Any] | None:
    try:
        found = read(raw, inquiry.limits)
    except JsonFlaw as flaw:
        inquiry.failed(flaw.check, f"The token's {what}: {flaw.message}", flaw.where)
        return None
    if not isinstance(found, dict):
        inquiry.failed("structure", f"The token's {what} is no JSON object.")
        return None
    return found


def _header_is_safe(header: Mapping[str, Any], inquiry: Inquiry) -> bool:
    """Whether the header asks for nothing but a signature of a known kind over the text as it is (RFC 7515 section 4.1, RFC 8725)."""
    flaw = _header_flaw(header, inquiry)
    if flaw:
        inquiry.failed("algorithm", flaw, next_step="Ask the issuer for a badge with a signature of a usual kind.")
        return False
    inquiry.passed("algorithm", f"{header['alg']}.", "/alg")
    for name in _UNUSED:
        if name in header:
            words = f"What the token's header says in {name} was not used: whoever forges it can fill it in."
            inquiry.warn("key", words, f"/{name}")
    return True


def _header_flaw(header: Mapping[str, Any], inquiry: Inquiry) -> str:
    name = header.get("alg")
    taken = tuple(ALGORITHMS) if inquiry.strict else PUBLIC_ALGORITHMS
    if name == "none" or (isinstance(name, str) and name.lower() == "none"):
        return "It says that it is not signed at all (alg: none)."
    if isinstance(name, str) and name.startswith("HS"):
        return f"It is secured with a shared secret ({name[:_SHOWN]}): everybody who can check it can forge it."
    if name not in taken:
        own = " by the public validator" if name in tuple(ALGORITHMS) else ""
        return f"Signatures of the kind {str(name)[:_SHOWN]!r} are not taken{own}; taken are {', '.join(taken)}."
    for member, words in (
        ("crit", "It asks for extensions to be understood (crit); none are here."),
        ("b64", "It says that its content is not in base64url (b64), which a token's must be."),
        ("zip", "It says that its content is packed (zip), which a signed token's is not."),
    ):
        if member in header:
            return words
    return ""


def _document(payload: dict[str, Any], inquiry: Inquiry) -> dict[str, Any] | None:
    """The credential in a payload; None when it is not clear which it is."""
    wrapped = [name for name in ("vc", "vp") if name in payload]
    if not wrapped:
        if not CLAIMS & payload.keys() or not any(name in payload for name in _CREDENTIAL_MEMBERS):
            return payload
        return filled({k: v for k, v in payload.items() if k not in CLAIMS}, payload, wrapped=False)
    if len(wrapped) > 1 or not isinstance(payload[wrapped[0]], dict):
        inquiry.failed("structure", "The token must hold one credential, as an object.", f"/{wrapped[0]}")
        return None
    (name,) = wrapped
    inner: dict[str, Any] = payload[name]
    if inquiry.strict and "@context" in payload:
        inquiry.failed("structure", f"The token holds two credentials: itself, and one in {name}.", f"/{name}")
    contexts = inner.get("@context")
    if inquiry.strict and (contexts == VC2 or (isinstance(contexts, list) and contexts[:1] == [VC2])):
        words = f"A credential of version 2.0 must be the token's whole content and not stand in {name}."
        inquiry.failed("structure", words, f"/{name}")
    return filled(inner, payload, wrapped=True)


def _check_types(header: Mapping[str, Any], inquiry: Inquiry) -> None:
    """``typ`` and ``cty``: a token that its issuer made for something else must not be taken for a badge (RFC 8725 section 3.11)."""
    for name, known in (("typ", _TYPES), ("cty", _CONTENT_TYPES)):
        value = header.get(name)
        plain = value.lower().removeprefix("application/") if isinstance(value, str) else value
        if value is None or (isinstance(plain, str) and plain in known):
            continue
        words = f"Its header says that it is something else than a credential: {name} is {str(value)[:_SHOWN]!r}."
        if inquiry.strict and name == "typ":
            inquiry.failed("structure", words, f"/{name}")
        else:
            inquiry.warn("structure", words, f"/{name}")


def _reference(header: Mapping[str, Any], payload: Mapping[str, Any], content: Content) -> str:
    """What the header names the key by, made absolute: a ``kid`` that is no address is a name among the issuer's keys."""
    kid = header.get("kid")
    named = payload.get("iss")
    issuer = content.issuer_id or (named if isinstance(named, str) else "")
    if not isinstance(kid, str) or not kid:
        return issuer if issuer.startswith("did:") and "jwk" not in header else ""
    if kid.startswith(("did:", "https://", "http://")):
        return kid
    return f"{issuer.partition('#')[0]}#{kid.removeprefix('#')}" if issuer else kid


def _is_presentation(document: Mapping[str, Any]) -> bool:
    kind = document.get("type")
    return kind == "VerifiablePresentation" or (isinstance(kind, list) and "VerifiablePresentation" in kind)
