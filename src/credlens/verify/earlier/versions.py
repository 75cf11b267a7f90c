"""Telling the versions before Open Badges 3.0 apart, and bringing them to one form.

- 0.5 (Mozilla, 2011): one object with badge and issuer in it, ``issued_on``, the recipient as a text. It does not say where it is kept.
- 1.0 (2013): ``uid``, ``verify``, addresses of badge class and issuer; no context. 1.1 (2015) adds context, ``type`` and ``id``.
- 2.0 (2018): ``verification`` with HostedBadge or SignedBadge. 2.1 is about an interface between programs; its badges are those of 2.0.
- CLR 1.0 (2021): a record with a learner, a publisher and assertions; keys and hosting as in 2.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from credlens.verify.structure.shapes import listed, types_of

TITLES = {
    "ob0.5": "Open Badges 0.5",
    "ob1.0": "Open Badges 1.0",
    "ob1.1": "Open Badges 1.1",
    "ob2.0": "Open Badges 2.0",
    "ob2.1": "Open Badges 2.1",
    "clr1": "Comprehensive Learner Record 1.0",
}
HOSTED, SIGNED = "HostedBadge", "SignedBadge"

_CONTEXTS = (
    ("w3id.org/openbadges/v2", "ob2.0"),
    ("openbadgespec.org/v2", "ob2.0"),
    ("purl.imsglobal.org/spec/ob/v2p0", "ob2.0"),
    ("purl.imsglobal.org/spec/ob/v2p1", "ob2.1"),
    ("w3id.org/openbadges/v1", "ob1.1"),
    ("openbadgespec.org/v1", "ob1.1"),
    ("standard.openbadges.org/1.1", "ob1.1"),
    ("purl.imsglobal.org/spec/clr/v1p0", "clr1"),
)
_VOCABULARIES = ("obi:", "https://w3id.org/openbadges#", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#")
_KEYWORDS = {"@id": "id", "@type": "type"}
_WAYS = {
    "hosted": HOSTED,
    "Hosted": HOSTED,
    HOSTED: HOSTED,
    "signed": SIGNED,
    "Signed": SIGNED,
    SIGNED: SIGNED,
}
_RECORDS = frozenset({"CLR", "Clr"})


@dataclass(frozen=True, slots=True)
class Award:
    """A badge, endorsement or record in the form of 2.0.

    Attributes:
        version: a name of :data:`TITLES`.
        kind: ``assertion``, ``endorsement`` or ``record``.
        raw: as it was written, but for other names of the same properties.
        data: in the form of 2.0: ``id``, ``recipient``, ``badge``, ``issuer`` (of an endorsement or record), ``issuedOn``,
            ``expires``, ``verification`` and so on.
        twice: properties that stand there under two names.
    """

    version: str
    kind: str
    raw: dict[str, Any]
    data: dict[str, Any]
    twice: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id; empty when it has none."""
        return text(self.data.get("id"))

    @property
    def way(self) -> str:
        """How it says that it is to be verified: HOSTED, SIGNED, another word, or empty."""
        return text(thing(self.data.get("verification")).get("type"))


def text(value: Any) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def thing(value: Any) -> dict[str, Any]:
    """An object; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def is_web(value: Any) -> bool:
    """Whether this is an address on the web."""
    return isinstance(value, str) and value.startswith(("https://", "http://"))


def recognises(document: Any) -> bool:
    """Whether a document is a badge, endorsement or record of one of these versions. Takes anything and never fails."""
    return isinstance(document, dict) and version_of(plain(document, [], deep=False)) != ""


def declared(document: Mapping[str, Any]) -> str:
    """The version that a document's context names; empty when it names none."""
    for context in listed(document.get("@context")):
        if isinstance(context, str):
            bare = context.partition("://")[2]
            for start, version in _CONTEXTS:
                if bare.startswith(start):
                    return version
    return ""


def version_of(document: Mapping[str, Any]) -> str:
    """The version of a badge; empty when it is none of these.

    Args:
        document: with plain names.
    """
    kind, named = _kind(document), declared(document)
    if not kind:
        return ""
    if named:
        return named
    if kind == "record" or isinstance(document.get("achievement"), dict):
        return "clr1"
    issuer = thing(document.get("badge")).get("issuer")
    if isinstance(issuer, dict) and ("origin" in issuer or isinstance(document.get("recipient"), str)):
        return "ob0.5"
    if kind == "assertion" and "verify" in document and "type" not in document:
        return "ob1.0"
    return "ob2.0"


def _kind(document: Mapping[str, Any]) -> str:
    types = types_of(document)
    if not _RECORDS.isdisjoint(types) or ("learner" in document and "publisher" in document):
        return "record"
    if "Endorsement" in types or ("claim" in document and "issuer" in document and declared(document)):
        return "endorsement"
    awarded = "recipient" in document and ("badge" in document or "achievement" in document)
    revoked = document.get("revoked") is True and is_web(document.get("id"))
    return "assertion" if "Assertion" in types or awarded or revoked else ""


def plain(value: Any, twice: list[str], *, deep: bool = True) -> Any:
    """A document with one name for each property: ``id`` for ``@id``, and the vocabulary's names without prefix.

    Args:
        twice: takes the names that stand there under two names.
        deep: whether objects inside it count, too.
    """
    if isinstance(value, list) and deep:
        return [plain(v, twice) for v in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, inner in value.items():
        short = _KEYWORDS.get(name) or _short(name)
        if short in found:
            twice.append(short)
            continue
        found[short] = _types(inner) if short == "type" else plain(inner, twice) if deep else inner
    return found


def _short(name: str) -> str:
    for start in _VOCABULARIES:
        if name.startswith(start):
            return name[len(start) :]
    return name


def _types(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(v) if isinstance(v, str) else v for v in value]
    return _short(value) if isinstance(value, str) else value


def award(document: Mapping[str, Any], address: str | None) -> Award | None:
    """A document in the form of 2.0; None when it is none of these versions.

    Args:
        address: where it was found, when it was looked up: versions 0.5 and 1.0 have no other id.
    """
    twice: list[str] = []
    raw: dict[str, Any] = plain(document, twice)
    version = version_of(raw)
    if not version:
        return None
    if version == "ob0.5":
        data = _from_first(raw, address)
    else:
        data = {**raw, "verification": _verification(raw, version)}
        if version in {"ob1.0", "ob1.1"}:
            data["id"] = _id_of_1(raw, data["verification"], address)
    if version == "clr1":
        data.update(_from_record(raw))
    return Award(version, _kind(raw), raw, data, tuple(twice))


def _from_first(raw: Mapping[str, Any], address: str | None) -> dict[str, Any]:
    """From 0.5. Addresses in it may be paths at the issuer's ``origin``."""
    badge = thing(raw.get("badge"))
    issuer = thing(badge.get("issuer"))
    origin = text(issuer.get("origin"))

    def at_origin(value: Any) -> Any:
        return urljoin(origin, value) if origin and isinstance(value, str) and value.startswith("/") else value

    who = raw.get("recipient")
    name = " / ".join(t for t in (text(issuer.get("name")), text(issuer.get("org"))) if t)
    return {
        "id": address or "",
        "type": "Assertion",
        "recipient": {"type": "email", "identity": who, "hashed": "@" not in text(who), "salt": raw.get("salt")}
        if isinstance(who, str)
        else who,
        "issuedOn": raw.get("issued_on"),
        "expires": raw.get("expires"),
        "evidence": at_origin(raw.get("evidence")),
        "revoked": raw.get("revoked"),
        "verification": {"type": HOSTED},
        "badge": {
            **badge,
            "image": at_origin(badge.get("image")),
            "criteria": at_origin(badge.get("criteria")),
            "issuer": {"id": origin, "name": name, "url": origin, "email": issuer.get("contact")},
        },
    }


def _verification(raw: Mapping[str, Any], version: str) -> dict[str, Any]:
    """``verification`` or ``verify``, with the names of 2.0. In 1.x, ``url`` is the assertion's address or that of the key."""
    given = raw.get("verification", raw.get("verify"))
    found = dict(thing(given))
    named = next(iter(types_of(found)), "")
    found["type"] = _WAYS.get(named, named)
    if version in {"ob1.0", "ob1.1"} and found["type"] == SIGNED and "creator" not in found:
        found["creator"] = found.get("url")
    return found


def _id_of_1(raw: Mapping[str, Any], verification: Mapping[str, Any], address: str | None) -> str:
    if verification.get("type") == HOSTED:
        return text(verification.get("url")) or text(raw.get("id")) or address or ""
    return text(raw.get("id")) or text(raw.get("uid"))


def _from_record(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What CLR 1.0 calls otherwise."""
    found: dict[str, Any] = {}
    endorsements = (*listed(raw.get("endorsements")), *listed(raw.get("signedEndorsements")))
    if endorsements:
        found["endorsement"] = list(endorsements)
    if "publisher" in raw:
        found["issuer"] = raw["publisher"]
    if "achievement" in raw:
        found["badge"] = raw["achievement"]
    return found
