"""Whether an address is one at which an issuer keeps its badges (OB 2.0, VerificationObject of a Profile).

``startsWith`` is taken at a border only: ``https://a.example`` says nothing of ``https://a.example.evil``, nor ``.../alice`` of ``.../alice2``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.earlier.documents import spot
from credlens.verify.earlier.form import Form, web
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure.shapes import listed

_SHARED = frozenset(
    {
        "bitbucket.org",
        "cdn.jsdelivr.net",
        "cdn.statically.io",
        "dl.dropboxusercontent.com",
        "gist.githubusercontent.com",
        "gitlab.com",
        "raw.githack.com",
        "raw.githubusercontent.com",
        "s3.amazonaws.com",
        "storage.googleapis.com",
    }
)
"""Hosts where anybody keeps files beneath a first part of the path of their own. That a badge is at the issuer's host says nothing there."""

_BORDERS = "/?&=#"
_MOST = 100  # of what an issuer lists; a longer list makes no sense
_ASK = "Ask the issuer whether it issued this badge."


def check_scope(address: str, issuer: Mapping[str, Any], issuer_id: str, form: Form, inquiry: Inquiry) -> None:
    """Record ``scope``.

    Args:
        address: where the badge is.
        issuer: its profile, as it is at the issuer; of Open Badges 0.5, what the badge itself says of it.
    """
    rules = issuer.get("verification")
    words = ""
    if rules is None:
        rules = {}
    if not isinstance(rules, dict):
        words = "Its issuer says in a way that makes no sense where its badges are (verification)."
    elif rules.get("startsWith") is None and rules.get("allowedOrigins") is None:
        homes = [issuer_id, issuer.get("url")] if form.first else [issuer_id]
        if not any(_same_host(address, home) for home in homes):
            words = "The badge is kept at another host than its issuer's profile."
        elif inquiry.strict and not any(_same_corner(address, home) for home in homes):
            words = "The badge is somebody else's file: it and its issuer's profile share but a host where anybody may keep files."
    else:
        words = _listed(address, rules, inquiry)
    if words:
        inquiry.failed("scope", words, address, _ASK)
    else:
        inquiry.passed("scope", "The issuer's copy is where the issuer keeps its badges.", address)


def _listed(address: str, rules: Mapping[str, Any], inquiry: Inquiry) -> str:
    """What is wrong with an address by the issuer's own lists; empty when nothing is."""
    begins, hosts = listed(rules.get("startsWith")), listed(rules.get("allowedOrigins"))
    if begins and not any(_begins(address, prefix, inquiry) for prefix in begins[:_MOST]):
        return "The badge is not beneath an address that its issuer names for its badges (startsWith)."
    if hosts and not any(_is_host(address, host) for host in hosts[:_MOST]):
        return "The badge is at no host that its issuer names for its badges (allowedOrigins)."
    return "" if begins or hosts else "Its issuer lists no address for its badges."


def _begins(address: str, prefix: Any, inquiry: Inquiry) -> bool:
    if not web(prefix) or not address.startswith(prefix):
        return False
    if not inquiry.strict:
        return True
    at, border = spot(address), spot(prefix)
    if at is None or border is None or not border.same_origin(at):
        return False
    rest = address[len(prefix) :]
    return not rest or prefix[-1] in _BORDERS or rest[0] in _BORDERS


def _is_host(address: str, origin: Any) -> bool:
    """A host as the standard has it, or a whole origin as some write it."""
    if not isinstance(origin, str):
        return False
    return _same_host(address, origin if web(origin) else f"https://{origin}")


def _same_corner(address: str, home: Any) -> bool:
    """Whether two addresses belong to one owner, as far as the host tells; all of a host that is not shared does."""
    at, other = spot(address), spot(home) if isinstance(home, str) else None
    if at is None or other is None or not other.same_origin(at):
        return False
    return at.host not in _SHARED or at.path.split("/")[1:2] == other.path.split("/")[1:2]


def _same_host(address: str, other: Any) -> bool:
    if not isinstance(other, str):
        return False
    at, home = spot(address), spot(other)
    return at is not None and home is not None and home.same_origin(at)
