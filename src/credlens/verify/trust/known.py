"""Whether an issuer is on a list that the person trusts: the check ``issuer_known``. Not to be on one is no fault."""

from __future__ import annotations

from functools import lru_cache

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.trust.registries import Trust

_ADD = "If you know it from elsewhere, put it on a list of yours: credlens trust add FILE."


def check_issuer_known(content: Content, inquiry: Inquiry) -> None:
    """Record ``issuer_known``."""
    trust = inquiry.settings.trust
    if trust is None or not (trust.registries or trust.lapsed):
        inquiry.not_applicable("issuer_known", "You have no list of issuers that you trust.")
        return
    if inquiry.has_failed("binding", "signature"):
        inquiry.not_applicable("issuer_known", "Nothing shows that it is this issuer's, so no list matters.")
        return
    found = listed(trust).get(content.issuer_id) if content.issuer_id else None
    if found:
        inquiry.passed("issuer_known", f"It is on {', '.join(dict.fromkeys(registry for registry, _ in found))}.")
    elif trust.lapsed:
        _lapsed(trust, inquiry)
    else:
        names = ", ".join(registry.name for registry in trust.registries)
        inquiry.warn("issuer_known", f"It is not on {names}. That does not make the badge invalid.", "", _ADD)


def _lapsed(trust: Trust, inquiry: Inquiry) -> None:
    """It may be on a list that does not count now."""
    others = ", ".join(registry.name for registry in trust.registries)
    first = trust.lapsed[0]
    reason = f"The list {first.name} does not count now: {first.why}"
    inquiry.not_checked(
        "issuer_known",
        f"{reason} It is not on {others}." if others else reason,
        "",
        f"Take it out: credlens trust remove {first.name}. If you trust it still, give the newest one.",
    )


@lru_cache(maxsize=8)
def listed(trust: Trust) -> dict[str, tuple[tuple[str, str], ...]]:
    """Id of an issuer -> (registry, name there) of each time it is listed."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for registry in trust.registries:
        for entry in registry.entries:
            found[entry.id] = (*found.get(entry.id, ()), (registry.name, entry.name))
    return found
