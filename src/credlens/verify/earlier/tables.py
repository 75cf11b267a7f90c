"""Tables of the classes of Open Badges 2.0 and 2.1 (sections Assertion, BadgeClass, Profile and those they hold), and of CLR 1.0.

Badges of 1.x are held against the same tables, with what 1.x did not demand left out: ids, types, zones of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from credlens.verify.dates import moment, stamp
from credlens.verify.earlier.form import is_standard, web
from credlens.verify.structure.shapes import Flaws, Place, Rule, Shape, either, kind, listed, many, types_of
from credlens.verify.structure.values import boolean, is_url, language, shown, string, type_names, url

_HASH = re.compile(r"(?:sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+", re.ASCII)
_IDENTIFIERS = frozenset({"id", "email", "url", "telephone"})


def early_date(value: Any, place: Place, flaws: Flaws) -> None:
    """A date as 1.x has it: a time, a day, or seconds since 1970."""
    if moment(value, early=True) is None:
        what = shown(value) if isinstance(value, str) else kind(value)
        flaws.add(place, f"This has to be a date, not {what}.")


def date(value: Any, place: Place, flaws: Flaws) -> None:
    """A date and time with a zone (OB 2.0, DateTime)."""
    if isinstance(value, str) and moment(stamp(value)) is not None:
        return
    what = shown(value) if isinstance(value, str) else kind(value)
    flaws.add(place, f"This has to be a date and time with a zone, not {what}.")


def email(value: Any, place: Place, flaws: Flaws) -> None:
    """An e-mail address."""
    if not isinstance(value, str) or not _EMAIL.fullmatch(value):
        flaws.add(place, "This has to be an e-mail address.")


def one(rule: Rule) -> Rule:
    """A single value; JSON-LD takes a list of one for the same (OB 2.0: lists are for what may have multiple values)."""

    def check(value: Any, place: Place, flaws: Flaws) -> None:
        if isinstance(value, list) and len(value) != 1:
            flaws.add(place, f"This has to be one value, not {len(value)}.")
        elif isinstance(value, list):
            rule(value[0], (place, 0), flaws)
        else:
            rule(value, place, flaws)

    return check


def version(value: Any, place: Place, flaws: Flaws) -> None:
    """A text or a number (OB 2.0, version)."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        flaws.add(place, f"This has to be a text or a number, not {kind(value)}.")


def page(value: Any, place: Place, flaws: Flaws) -> None:
    """An address on the web (OB 2.0, URL)."""
    if not isinstance(value, str) or (is_url(value) and not web(value)):
        flaws.add(place, "This has to be an address on the web.")
    else:
        url(value, place, flaws)


def _says_something(value: Any, place: Place, flaws: Flaws) -> None:
    """Criteria are at an address or in words (OB 2.0, Criteria)."""
    if not any(isinstance(value.get(name), str) and value[name] for name in ("id", "narrative")):
        flaws.add(place, "Criteria need an address (id) or words (narrative).")


def _identity(value: Any, place: Place, flaws: Flaws) -> None:
    """A hash where the recipient is hashed, and none where it is not (OB 2.0, IdentityObject)."""
    identity, hashed = value.get("identity"), value.get("hashed")
    if not isinstance(identity, str) or not isinstance(hashed, bool):
        return
    place = (place, "identity")
    if hashed and not _HASH.fullmatch(identity):
        flaws.add(place, "A hashed identity is sha256$ or md5$ with the hash in hexadecimal digits behind it.")
    elif not hashed and _HASH.fullmatch(identity):
        flaws.add(place, "This is a hash, but the recipient says that it is not hashed.")
    elif not hashed and "email" in types_of(value) and not _EMAIL.fullmatch(identity):
        flaws.add(place, "This has to be an e-mail address, as the type of the recipient says.")


def _identified(value: Any, place: Place, flaws: Flaws) -> None:
    """The type of a recipient is a property that tells who it is (OB 2.0, IdentityObject); a context may bring more of them."""
    types = types_of(value.get("recipient"))
    known = all(is_standard(context) for context in listed(value.get("@context")))
    if known and types and not any(each in _IDENTIFIERS or ":" in each for each in types):
        flaws.add(
            ((place, "recipient"), "type"), f"{shown(types[0])} is no property by which a recipient can be identified."
        )


def _scoped(value: Any, place: Place, flaws: Flaws) -> None:
    """Hosts in ``allowedOrigins`` are names without a path."""
    found = value.get("allowedOrigins")
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, str) and "/" in each.removeprefix("https://").removeprefix("http://").rstrip("/"):
            flaws.add((place, "allowedOrigins"), f"{shown(each)} is no host.")


_IMAGE = either(url, Shape("An image", {"id": url, "type": type_names, "caption": string, "author": url}, ("id",)))
_CRITERIA = Shape("Criteria", {"id": url, "type": type_names, "narrative": string}, more=(_says_something,))
_EVIDENCE = Shape(
    "Evidence",
    {"id": url, "type": type_names} | dict.fromkeys(("narrative", "name", "description", "genre", "audience"), string),
)
_ALIGNMENT = Shape(
    "An alignment",
    {"targetUrl": page, "type": type_names}
    | dict.fromkeys(("targetName", "targetDescription", "targetFramework", "targetCode"), string),
    ("targetName", "targetUrl"),
)
_RELATED = Shape("A related thing", {"id": url, "type": type_names, "version": version, "@language": language}, ("id",))
_KEY = Shape("A key", {"id": url, "type": type_names, "owner": url, "publicKeyPem": string})
_LINK = either(url, Shape("A linked thing", {"id": url}, ("id",)))
_COMMON: dict[str, Rule] = {  # OB 2.0, Properties
    "version": version,
    "@language": language,
    "related": many(either(url, _RELATED)),
    "endorsement": many(either(string, Shape("An endorsement", {"id": url}))),
}
_SCOPE = Shape(
    "A verification object",
    {
        "type": type_names,
        "verificationProperty": string,
        "startsWith": many(url),
        "allowedOrigins": many(string),
        "creator": _LINK,
    },
    more=(_scoped,),
)


def recipient() -> Shape:
    """IdentityObject."""
    return Shape(
        "A recipient",
        {"type": type_names, "hashed": boolean, "identity": string, "salt": string},
        ("type", "hashed", "identity"),
        more=(_identity,),
    )


def _verification(*kinds: str) -> Shape:
    return Shape(
        "A verification object",
        {"type": type_names, "creator": _LINK, "publicKey": _LINK, "url": url},
        ("type",),
        frozenset(kinds),
    )


_STATED = _verification("HostedBadge", "SignedBadge", "hosted", "signed", "Hosted", "Signed")


def _assertion(when: Callable[[Any, Place, Flaws], None], required: str) -> Shape:
    return Shape(
        "A badge",
        {
            "id": url,
            "type": type_names,
            "recipient": recipient(),
            "badge": _LINK_OR_CLASS,
            "verification": _STATED,
            "issuedOn": when,
            "expires": when,
            "image": _IMAGE,
            "evidence": many(either(url, _EVIDENCE)),
            "narrative": string,
            "revoked": boolean,
            "revocationReason": string,
            **_COMMON,
        },
        tuple(required.split()),
        frozenset({"Assertion"}),
        more=(_identified,),
    )


def _object(value: Any, place: Place, flaws: Flaws) -> None:
    if not isinstance(value, dict):
        flaws.add(place, f"This has to be an address or an object, not {kind(value)}.")


_LINK_OR_CLASS = either(url, _object)

_CLASS: dict[str, Rule] = {
    "id": url,
    "type": type_names,
    "name": string,
    "description": string,
    "image": _IMAGE,
    "criteria": one(either(url, _CRITERIA)),
    "issuer": _LINK_OR_CLASS,
    "alignment": many(_ALIGNMENT),
    "tags": many(string),
    **_COMMON,
}
_PROFILE: dict[str, Rule] = {
    "id": url,
    "type": type_names,
    "name": string,
    "url": url,
    "telephone": string,
    "description": string,
    "image": _IMAGE,
    "email": one(email),
    "publicKey": many(either(url, _KEY)),
    "verification": _SCOPE,
    "revocationList": _LINK,
    **_COMMON,
}
_ISSUERS = frozenset({"Issuer", "Profile"})

ASSERTION = _assertion(date, "@context id type recipient badge verification issuedOn")
BADGE_CLASS = Shape(
    "A badge class",
    _CLASS,
    ("id", "type", "name", "description", "image", "criteria", "issuer"),
    frozenset({"BadgeClass"}),
)
ISSUER = Shape("An issuer", _PROFILE, ("id", "type", "name", "url", "email"), _ISSUERS)
PROFILE = Shape("A profile", _PROFILE, ("id", "type"), _ISSUERS)
EARLY_ASSERTION = _assertion(early_date, "recipient badge verification issuedOn uid")
EARLY_CLASS = Shape(
    "A badge class", _CLASS, ("name", "description", "image", "criteria", "issuer"), frozenset({"BadgeClass"})
)
EARLY_ISSUER = Shape("An issuer", _PROFILE, ("name", "url"), _ISSUERS)
FIRST_ASSERTION = _assertion(early_date, "recipient badge")
FIRST_CLASS = Shape(
    "A badge class", _CLASS, ("name", "description", "image", "criteria", "issuer"), frozenset({"BadgeClass"})
)
FIRST_ISSUER = Shape("An issuer", {**_PROFILE, "org": string}, ("name", "url"), _ISSUERS)
ENDORSEMENT = Shape(
    "An endorsement",
    {
        "id": url,
        "type": type_names,
        "claim": Shape("What it endorses", {"id": url, "endorsementComment": string}, ("id",)),
        "issuer": _LINK_OR_CLASS,
        "issuedOn": date,
        "verification": _STATED,
    },
    ("@context", "id", "type", "claim", "issuer", "issuedOn", "verification"),
    frozenset({"Endorsement"}),
)
_RECORD_PROFILE = Shape("A profile", {**_PROFILE, "publicKey": either(url, _KEY)}, ("id",))
_ACHIEVEMENT = Shape(
    "An achievement",
    {
        "id": url,
        "type": string,
        "achievementType": string,
        "name": string,
        "description": string,
        "humanCode": string,
        "fieldOfStudy": string,
        "issuer": _RECORD_PROFILE,
        "tags": many(string),
    },
    ("id", "achievementType", "issuer", "name"),
)
RECORD_ASSERTION = Shape(
    "A badge in a record",
    {
        "id": url,
        "type": type_names,
        "achievement": _ACHIEVEMENT,
        "recipient": recipient(),
        "issuedOn": date,
        "expires": date,
        "narrative": string,
        "revoked": boolean,
        "revocationReason": string,
        "verification": _STATED,
    },
    ("id", "achievement", "recipient"),
    frozenset({"Assertion"}),
)
RECORD = Shape(
    "A learner record",
    {
        "id": url,
        "type": type_names,
        "name": string,
        "issuedOn": date,
        "learner": _RECORD_PROFILE,
        "publisher": _RECORD_PROFILE,
        "partial": boolean,
        "revoked": boolean,
        "revocationReason": string,
        "assertions": many(RECORD_ASSERTION),
        "signedAssertions": many(string),
        "verification": _STATED,
    },
    ("@context", "id", "type", "issuedOn", "learner", "publisher"),
    frozenset({"CLR", "Clr"}),
)
