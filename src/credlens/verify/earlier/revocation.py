"""Lists of revoked badges of the formats before 3.0 (OB 2.0, RevocationList; OB 1.x, an object from uid to reason)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.earlier.backing import Backing
from credlens.verify.earlier.documents import Nothing, object_at
from credlens.verify.earlier.form import Form, id_of, web
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Steps
from credlens.verify.structure.shapes import listed, types_of

_CHECK = "status_revocation"
_LISTED = "revokedAssertions"
_SHOWN = 200


def check_revocation(statement: Mapping[str, Any], backing: Backing, form: Form, inquiry: Inquiry) -> Steps[None]:
    """Record ``status_revocation`` of a signed badge, by the list that its issuer's profile names."""
    named = backing.issuer.get("revocationList")
    if statement.get("revoked") not in (None, False):
        inquiry.failed(_CHECK, "The badge itself says that it was revoked.", "/revoked")
        return
    if named is None:
        inquiry.not_applicable(_CHECK, "Its issuer names no list of revoked badges.")
        return
    address = id_of(named)
    if not web(address):
        inquiry.failed(
            "status_list", "What its issuer names as its list of revoked badges is no address.", backing.issuer_id
        )
        return
    names = [n for n in (statement.get("id"), statement.get("uid")) if isinstance(n, str) and n]
    if not names:
        inquiry.not_checked(_CHECK, "It has no id that could stand on the list.", address)
        return
    found = yield from object_at(address, Kind.REVOCATION_LIST, inquiry)
    if isinstance(found, Nothing):
        found.note(_CHECK, "The issuer's list of revoked badges", address, inquiry)
        return
    flaw = _flaw(found, address, backing.issuer_id, form)
    if flaw:
        inquiry.failed("status_list", f"{address}: {flaw}", address)
        return
    reasons = _reasons(found, form)
    name = next((n for n in names if n in reasons), None)
    if name is None:
        inquiry.passed(_CHECK, f"{address} does not name it.", address)
        return
    why = f": {reasons[name][:_SHOWN]}" if reasons[name] else ""
    inquiry.failed(_CHECK, f"{address} names it{why}.", address, "Ask its issuer why it was revoked.")


def _flaw(found: Mapping[str, Any], address: str, issuer_id: str, form: Form) -> str:
    """What is wrong with a list; empty when nothing is."""
    if _LISTED not in found:
        return "" if form.first else "There is no list of revoked badges (revokedAssertions)."
    if not form.first and "RevocationList" not in types_of(found):
        return "It does not say that it is a list of revoked badges (type RevocationList)."
    if not isinstance(found[_LISTED], list):
        return "Its revokedAssertions are no list."
    if not all(isinstance(each, str | dict) for each in found[_LISTED]):
        return "Something on it is neither an id nor an object with one."
    if any(isinstance(each, dict) and not _names(each) for each in found[_LISTED]):
        return "Something on it has neither an id nor a uid."
    if id_of(found) not in {"", address}:
        return "It says that it is another list."
    named = id_of(found.get("issuer"))
    return "" if named in {"", issuer_id} else f"It is another issuer's list, {named[:_SHOWN]!r}."


def _names(revoked: Mapping[str, Any]) -> list[str]:
    """What a badge on a list is called: its id, its uid, or both."""
    return [name for name in (id_of(revoked), revoked.get("uid")) if isinstance(name, str) and name]


def _reasons(found: Mapping[str, Any], form: Form) -> dict[str, str]:
    """Id or uid -> reason of all that are revoked."""
    reasons: dict[str, str] = {}
    for each in listed(found.get(_LISTED)):
        if isinstance(each, str):
            reasons.setdefault(each, "")
        elif isinstance(each, dict):
            why = each.get("revocationReason")
            reasons.update((name, why if isinstance(why, str) else "") for name in _names(each))
    if form.first and _LISTED not in found:
        reasons.update((uid, why if isinstance(why, str) else "") for uid, why in found.items())
    return reasons
