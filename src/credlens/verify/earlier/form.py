"""The formats before Open Badges 3.0, and how one is told from another by what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.verify.content import Content
from credlens.verify.structure.shapes import listed, types_of

_CONTEXTS = (  # how a context's address begins, without https:// -> format
    ("purl.imsglobal.org/spec/clr/v1p0", "clr1"),
    ("purl.imsglobal.org/spec/ob/v2p1", "ob2.1"),
    ("purl.imsglobal.org/spec/ob/v2p0", "ob2.0"),
    ("w3id.org/openbadges/v2", "ob2.0"),
    ("openbadgespec.org/v2", "ob2.0"),
    ("w3id.org/openbadges/v1", "ob1.1"),
    ("openbadgespec.org/v1", "ob1.1"),
    ("standard.openbadges.org/1.1", "ob1.1"),
)
_RECORDS = frozenset({"CLR", "Clr"})
_LATER = ("credentialSubject", "verifiableCredential")


@dataclass(frozen=True, slots=True)
class Form:
    """A format.

    Attributes:
        name: of the format, for machines; ``title``: for people.
        links: properties that lead from the badge to its issuer: first to the class it is of, where there is one.
        place: address at which an Open Badge 0.5 was found: it does not say so itself.
    """

    name: str
    title: str
    links: tuple[str, ...] = ("badge", "issuer")
    place: str = ""

    @property
    def first(self) -> bool:
        """Whether it is from before Open Badges 2.0."""
        return self.name in {"ob0.5", "ob1.0", "ob1.1"}

    @property
    def endorses(self) -> bool:
        """Whether it is an endorsement and no badge."""
        return self.links == ("issuer",)


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of it.

    Attributes:
        content: what it says; of a hosted badge, what the issuer's own copy says.
        format: machine name: ``ob0.5``, ``ob1.0``, ``ob1.1``, ``ob2.0``, ``ob2.1``, ``clr1``; ``title``: for people.
        proofs: ``hosted``, or the algorithm of its signature; none when it has neither.
    """

    content: Content
    format: str
    title: str
    proofs: tuple[str, ...]


def form_of(document: Mapping[str, Any]) -> Form | None:
    """The format of a document; None when it is none of these."""
    if any(name in document for name in _LATER):
        return None
    named = next((name for start, name in _CONTEXTS if _has_context(document, start)), "")
    types = types_of(document)
    if named == "clr1":
        return _record(document, types)
    if "Endorsement" in types and "claim" in document:
        return Form(named or "ob2.0", "Endorsement of Open Badges 2.0", ("issuer",))
    revoked = named and "Assertion" in types and "revoked" in document  # what a host may leave of a badge
    if "recipient" not in document and "badge" not in document and not revoked:
        return None
    if named in {"ob2.0", "ob2.1"} or (not named and "Assertion" in types and "verification" in document):
        return Form(named or "ob2.0", f"Open Badge {(named or 'ob2.0')[2:]}")
    if named == "ob1.1" or ("uid" in document and "Assertion" in types):
        return Form("ob1.1", "Open Badge 1.1")
    if "badge" not in document or "recipient" not in document:
        return None
    if "uid" in document or "verify" in document:
        return Form("ob1.0", "Open Badge 1.0")
    badge = document["badge"]
    if isinstance(badge, dict) and isinstance(badge.get("issuer"), dict):
        return Form("ob0.5", "Open Badge 0.5")
    return None


def _record(document: Mapping[str, Any], types: tuple[str, ...]) -> Form | None:
    if not _RECORDS.isdisjoint(types) or "publisher" in document:
        return Form("clr1", "Comprehensive Learner Record 1.0", ("publisher",))
    if "Endorsement" in types and "claim" in document:
        return Form("clr1", "Endorsement of a Comprehensive Learner Record 1.0", ("issuer",))
    if "Assertion" in types or "achievement" in document:
        return Form("clr1", "Assertion of a Comprehensive Learner Record 1.0", ("achievement", "issuer"))
    return None


def _has_context(document: Mapping[str, Any], start: str) -> bool:
    return any(isinstance(c, str) and c.partition("://")[2].startswith(start) for c in listed(document.get("@context")))


def is_standard(context: Any) -> bool:
    """Whether a context is one of these formats' own."""
    return isinstance(context, str) and context.partition("://")[2].startswith(tuple(start for start, _ in _CONTEXTS))


def before_second(document: Mapping[str, Any]) -> bool:
    """Whether a badge class or a profile is of before Open Badges 2.0: by its context, or because it has none, no id and no type (1.0)."""
    if "@context" not in document:
        return "id" not in document and "type" not in document
    named = next((name for start, name in _CONTEXTS if _has_context(document, start)), "")
    return named == "ob1.1"


def web(value: Any) -> bool:
    """Whether a value is an address on the web."""
    return isinstance(value, str) and value.startswith(("https://", "http://"))


def id_of(value: Any) -> str:
    """The id of an object, or the address in its place; empty when there is none."""
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""
