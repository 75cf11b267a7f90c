"""The badge class and the issuer behind a badge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from credlens.verify.earlier.documents import NoDocument, Sources, reading, same
from credlens.verify.earlier.versions import Award, is_web, text, thing
from credlens.verify.needs import Kind, Steps


@dataclass(frozen=True, slots=True)
class Linked:
    """What stands behind a badge.

    Attributes:
        badge: the badge class; empty when there is none or it was not found.
        issuer_id: id of the issuer; empty when it has none.
        profile: the issuer's own profile, as found at its id.
        embedded: what the badge itself says of its issuer; no evidence.
        local: whether the badge class stands in the badge itself.
    """

    badge: dict[str, Any]
    issuer_id: str
    profile: dict[str, Any] | NoDocument
    embedded: dict[str, Any] = field(default_factory=dict)
    local: bool = True

    @property
    def issuer(self) -> dict[str, Any]:
        """The issuer's profile; what the badge says of it when there is none."""
        if isinstance(self.profile, dict):
            return self.profile
        return {**self.embedded, "id": self.issuer_id}


def follow(award: Award, sources: Sources) -> Steps[Linked]:
    """Find the badge class and the issuer.

    Records ``structure`` when a badge class is missing. A badge class in the badge counts when it has no address of its own, or one at
    the host of its issuer; others are looked up. A profile is always looked up: what the badge says of its issuer is no evidence.
    """
    badge, local = ({}, True) if award.kind != "assertion" else (yield from _badge_class(award, sources))
    named = badge.get("issuer") if award.kind == "assertion" else award.data.get("issuer")
    embedded = thing(named)
    issuer_id = text(embedded.get("id")) if embedded else text(named)
    if award.version == "ob0.5":
        return Linked(badge, issuer_id, embedded, embedded)
    if not is_web(issuer_id):
        return Linked(badge, issuer_id, NoDocument("Its issuer has no address on the web."), embedded, local)
    profile = yield from sources.named(issuer_id, Kind.ISSUER)
    return Linked(badge, issuer_id, profile, embedded, local)


def _badge_class(award: Award, sources: Sources) -> Steps[tuple[dict[str, Any], bool]]:
    given = award.data.get("badge")
    inquiry = sources.inquiry
    embedded = thing(given)
    address = text(embedded.get("id")) if embedded else text(given)
    if embedded and (award.version in {"ob0.5", "clr1"} or _at_issuer(address, embedded)):
        return embedded, True
    if not is_web(address):
        return embedded, True
    found = yield from sources.look_up(address, Kind.BADGE_CLASS)
    if isinstance(found, NoDocument):
        if found.missing is not None:
            inquiry.missing("structure", found.missing, "The badge class", "/badge")
        else:
            inquiry.not_checked("structure", f"The badge class: {found.words}", "/badge")
        return embedded, bool(embedded)
    own = text(found.get("id"))
    if own and not same(own, address):
        words = f"The badge class at {address[:120]} calls itself {own[:120]}."
        if inquiry.strict:
            inquiry.warn("structure", words, "/badge")
        else:
            inquiry.failed("structure", f"{words} The public validator refuses this.", "/badge")
    return {**found, "id": own or address}, False


def _at_issuer(address: str, badge: dict[str, Any]) -> bool:
    """Whether a badge class that stands in a badge is at its issuer's host, or has no address at all."""
    if not is_web(address):
        return True
    issuer = badge.get("issuer")
    home = reading(text(thing(issuer).get("id")) or text(issuer))
    at = reading(address)
    return home is not None and at is not None and at.same_origin(home)
