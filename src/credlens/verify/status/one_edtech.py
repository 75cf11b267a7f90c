"""1EdTechRevocationList (OB 3.0 section on credential status): a plain list of ids at an address, not signed.

Who can write at that address decides. The badge names the address and is signed, so its issuer chose it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Missing, Steps
from credlens.verify.status.method import note_missing
from credlens.verify.strict_json import JsonFlaw, read

_CHECK = "status_revocation"
_LISTED = ("revokedCredential", "revokedCredentials", "revokedAssertions")


def check(entry: Mapping[str, Any], where: str, content: Content, inquiry: Inquiry) -> Steps[None]:
    """Look the credential up in a list of revoked ones."""
    url = entry.get("id")
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        inquiry.failed_as_invalid("status_list", "The status does not say where its list is (id).", where)
        return
    reply = yield from inquiry.ask(url, Kind.REVOCATION_LIST)
    if isinstance(reply, Missing):
        note_missing(_CHECK, reply, where, inquiry, mild=True)
        return
    try:
        document = read(reply.data, replace(inquiry.limits, values=inquiry.limits.list_values))
    except JsonFlaw as flaw:
        failed = "work" if flaw.check == "work" else "status_list"
        inquiry.failed(failed, f"There is no list of revoked badges at {url} that can be read: {flaw.message}", where)
        return
    revoked = _revoked(document)
    if revoked is None:
        inquiry.failed("status_list", f"There is no list of revoked badges at {url}.", where)
        return
    issuer = document.get("issuer")
    named = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    if inquiry.strict and named is not None and named != content.issuer_id:
        inquiry.failed("status_list", f"The list of revoked badges is another issuer's: {str(named)[:200]}.", where)
        return
    if content.claims.id in revoked:
        reason = revoked[content.claims.id]
        inquiry.failed(_CHECK, f"{url} names it{f': {reason}' if reason else ''}.", where)
    elif not content.claims.id:
        inquiry.not_checked(_CHECK, "It has no id that could stand on the list.", where)
    else:
        inquiry.passed(_CHECK, f"{url} does not name it.", where)


def _revoked(document: Any) -> dict[str, str] | None:
    """Id -> reason of everything on a list; None when it is no list."""
    if not isinstance(document, dict):
        return None
    named = next((document[name] for name in _LISTED if name in document), None)
    if named is None and "1EdTechRevocationList" not in _types(document):
        return None
    found: dict[str, str] = {}
    for each in named if isinstance(named, list) else [] if named is None else [named]:
        if isinstance(each, str):
            found[each] = ""
        elif isinstance(each, Mapping) and isinstance(each.get("id"), str) and each.get("revoked") is not False:
            reason = each.get("revocationReason")
            found[each["id"]] = reason[:200] if isinstance(reason, str) else ""
    return found


def _types(document: Mapping[str, Any]) -> list[Any]:
    named = document.get("type")
    return named if isinstance(named, list) else [named]
