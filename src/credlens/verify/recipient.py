"""Whether a badge was issued to the person who is asked about: the check ``recipient``.

OB 3.0 IdentityObject and credentialSubject.id, OB 2.0 IdentityObject and IdentityHash (``sha256$`` and the hexadecimal hash of the identity
followed by the salt), OB 0.5 the same with the salt beside it. E-mail addresses are compared in lower case, too: issuers hash what people typed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry

_HASHED = re.compile(r"(sha256|md5)\$([0-9a-f]{32}|[0-9a-f]{64})", re.IGNORECASE | re.ASCII)
_WEAK = "md5"
_NOT_ASKED = "Nobody asked whose it is."
_MAILTO = "mailto:"
_EMAIL = (
    "",
    "email",
    "emailAddress",
)  # what a hash may be of when an e-mail address is asked for; unsaid in Open Badges 0.5


def check_recipient(content: Content, inquiry: Inquiry) -> None:
    """Record ``recipient``: not applicable when nobody asks."""
    person = inquiry.settings.recipient
    if person is None:
        inquiry.not_applicable("recipient", _NOT_ASKED)
        return
    wanted = _forms(person)
    seen = readable = False
    for stated, weak in _stated(content):
        seen = True
        matches = stated(wanted)
        if matches is None:
            continue
        readable = True
        if matches and weak:
            inquiry.warn(
                "recipient", f"It was issued to {person}, but hashed with MD5, which others can fit to theirs."
            )
            return
        if matches:
            inquiry.passed("recipient", f"It was issued to {person}.")
            return
    if readable:
        inquiry.failed(
            "recipient", f"It was issued to somebody else than {person}.", next_step="Try the person's other addresses."
        )
    elif seen:
        inquiry.not_checked("recipient", "It names its holder in a way that cannot be compared.")
    else:
        inquiry.not_checked("recipient", "It does not say to whom it was issued.")


def _forms(person: str) -> tuple[str, ...]:
    """Ways in which an issuer may have written the person's identity."""
    plain = _bare(person)
    return tuple(dict.fromkeys((plain, plain.lower()) if "@" in plain else (plain,)))


def _bare(identity: str) -> str:
    """Without blanks around it and without ``mailto:``."""
    plain = identity.strip()
    return plain[len(_MAILTO) :] if plain.lower().startswith(_MAILTO) else plain


def _sort(identity: str) -> str:
    """What an identity is one of; those of different sorts cannot be compared."""
    if "@" in identity and "://" not in identity:
        return "email"
    return "did" if identity.startswith("did:") else "url" if "://" in identity else "other"


class _Plain:
    """An identity as it is: a DID, an address, an e-mail address."""

    def __init__(self, identity: str) -> None:
        plain = _bare(identity)
        self._identity = plain.lower() if _sort(plain) == "email" else plain

    def __call__(self, wanted: tuple[str, ...]) -> bool | None:
        """Whether it is one of these; None when it cannot be told, as of a DID when an e-mail address is asked for."""
        if self._identity in wanted:
            return True
        return False if _sort(self._identity) == _sort(wanted[0]) else None


class _Hash:
    """An identity that was hashed with a salt."""

    def __init__(self, method: str, digest: str, salt: str, kind: str) -> None:
        self._method, self._digest, self._salt, self._kind = method, digest.lower(), salt, kind

    def __call__(self, wanted: tuple[str, ...]) -> bool | None:
        """Whether it is the hash of one of these; None when it is one of something else than what is asked for."""
        if any(
            hmac.compare_digest(hashlib.new(self._method, (form + self._salt).encode()).hexdigest(), self._digest)
            for form in wanted
        ):
            return True
        return None if self._kind not in _EMAIL and _sort(wanted[0]) == "email" else False


def _stated(content: Content) -> Iterator[tuple[_Plain | _Hash, bool]]:
    """Each identity that the badge states, and whether its hash is weak."""
    for subject in content.claims.subjects:
        if subject:
            yield _Plain(subject), False
    for identity in content.identities:
        if isinstance(identity, Mapping):
            yield from _identity(identity)


def _identity(identity: Mapping[str, Any]) -> Iterator[tuple[_Plain | _Hash, bool]]:
    value = identity.get("identityHash", identity.get("identity"))
    if not isinstance(value, str) or not value:
        return
    salt = identity.get("salt")
    salt = (
        salt if isinstance(salt, str) and salt != "Not Used" else ""
    )  # OB 3.0 section B.1.11 has these words for no salt
    found = _HASHED.fullmatch(value)
    if found is not None and identity.get("hashed") is not False:
        method = found[1].lower()
        kind = identity.get("identityType", identity.get("type"))
        kinds = kind if isinstance(kind, list) else [kind]
        known = next((k for k in kinds if isinstance(k, str) and k != "IdentityObject"), "")
        yield _Hash(method, found[2], salt, known), method == _WEAK
    elif identity.get("hashed") is not True:
        yield _Plain(value), False
