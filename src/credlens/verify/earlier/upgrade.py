"""Open Badges 0.5, 1.0 and 1.1 in the words of 2.0, so that all of them are judged by the same rules.

What changed: 1.1 gave everything an id and a type; 2.0 calls ``verify`` ``verification`` and lets criteria, evidence and alignments be objects
with names of their own. 0.5 had the whole badge in one piece, with addresses relative to the issuer's ``origin``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from credlens.verify.earlier.form import Form, web
from credlens.verify.structure.shapes import listed

_ALIGNED = {"name": "targetName", "url": "targetUrl", "description": "targetDescription"}
_HASHES = ("sha256$", "md5$")
_KINDS = {"hosted": "HostedBadge", "signed": "SignedBadge"}


def assertion(document: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """A badge in the words of 2.0; one of 2.0 or later as it is."""
    if form.name == "ob0.5":
        return _first(document, form)
    if not form.first:
        # The context of 2.0 has "verify" as another word for "verification".
        alias = form.name in {"ob2.0", "ob2.1"} and "verification" not in document
        return {"verification" if alias and name == "verify" else name: value for name, value in document.items()}
    new = {name: value for name, value in document.items() if name not in {"verify", "@context"}}
    new.setdefault("type", "Assertion")
    said = document.get("verify", document.get("verification"))
    told = said if isinstance(said, dict) else {}
    kind, url = told.get("type"), told.get("url")
    if said is not None:
        new["verification"] = {"type": _KINDS.get(kind, kind)} if isinstance(kind, str) else said
    if kind == "signed" and isinstance(url, str):
        new["verification"]["creator"] = url
    elif isinstance(url, str):
        new["id"] = url
    if "badge" in new:
        new["badge"] = badge_class(new["badge"], form)
    return new


def badge_class(value: Any, form: Form) -> Any:
    """A badge class in the words of 2.0; anything but an object of before 2.0 as it is."""
    if not form.first or not isinstance(value, dict):
        return value
    new = {name: inner for name, inner in value.items() if name != "@context"}
    new.setdefault("type", "BadgeClass")
    if "alignment" in new:
        new["alignment"] = [_aligned(each) for each in listed(new["alignment"])]
    if "issuer" in new:
        new["issuer"] = profile(new["issuer"], form)
    return new


def profile(value: Any, form: Form) -> Any:
    """An issuer in the words of 2.0; anything but an object of before 2.0 as it is."""
    if not form.first or not isinstance(value, dict):
        return value
    new = {name: inner for name, inner in value.items() if name != "@context"}
    new.setdefault("type", "Issuer")
    if new["type"] == "IssuerOrganization":
        new["type"] = "Issuer"
    return new


def _aligned(value: Any) -> Any:
    return {_ALIGNED.get(k, k): v for k, v in value.items()} if isinstance(value, dict) else value


def _first(document: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """Open Badges 0.5: everything in one piece."""
    badge = document.get("badge")
    old = badge if isinstance(badge, dict) else {}
    issuer = old.get("issuer")
    by = issuer if isinstance(issuer, dict) else {}
    origin = by.get("origin")
    new: dict[str, Any] = {
        "type": "Assertion",
        "recipient": _recipient(document),
        "verification": {"type": "HostedBadge"},
        "badge": {
            "type": "BadgeClass",
            **{name: old[name] for name in ("name", "description", "version") if name in old},
            **{name: _joined(origin, old[name]) for name in ("image", "criteria") if name in old},
            "issuer": {
                "type": "Issuer",
                **{name: by[name] for name in ("name", "org") if name in by},
                **({"id": origin, "url": origin} if "origin" in by else {}),
                **({"email": by["contact"]} if "contact" in by else {}),
            },
        },
    }
    if form.place:
        new["id"] = form.place
    if "issued_on" in document:
        new["issuedOn"] = document["issued_on"]
    if "expires" in document:
        new["expires"] = document["expires"]
    if "evidence" in document:
        new["evidence"] = _joined(origin, document["evidence"])
    for name in ("revoked", "revocationReason"):
        if name in document:
            new[name] = document[name]
    return new


def _recipient(document: Mapping[str, Any]) -> dict[str, Any]:
    who = document.get("recipient")
    hashed = isinstance(who, str) and who.startswith(_HASHES)
    new = {"type": "email", "hashed": hashed, "identity": who}
    if "salt" in document:
        new["salt"] = document["salt"]
    return new


def _joined(origin: Any, address: Any) -> Any:
    """An address relative to the issuer's."""
    if not isinstance(address, str) or not web(origin):
        return address
    try:
        return urljoin(f"{origin.rstrip('/')}/", address)
    except ValueError:
        return address
