"""Hosted badges: what counts is the copy at the issuer's address (OB 2.0, Hosted Verification)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from credlens.verify.earlier.backing import Backing, gather
from credlens.verify.earlier.compare import differences
from credlens.verify.earlier.documents import Nothing, object_at
from credlens.verify.earlier.form import Form, form_of, id_of, web
from credlens.verify.earlier.scope import check_scope
from credlens.verify.earlier.upgrade import assertion
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Steps
from credlens.verify.structure.shapes import types_of

_SHOWN = 120
_SIGNED = frozenset({"SignedBadge", "signed", "Signed"})
_HOSTED = frozenset({"HostedBadge", "hosted", "Hosted"})
_SHARED = frozenset({"id", "recipient", "badge", "issuedOn", "expires", "claim", "issuer"})


@dataclass(frozen=True, slots=True)
class Stated:
    """What a badge states once it was looked at.

    Attributes:
        statement: the badge that counts: the issuer's copy, or the signed text.
        given: it in its own format, before it was put into the words of 2.0.
        backing: what stands behind it.
        form: format of what counts; an issuer may have put its copies into a later one.
        proof: how its issuer stands by it; empty when that is not known.
    """

    statement: Mapping[str, Any]
    given: Mapping[str, Any]
    backing: Backing
    form: Form
    proof: str = ""


def check_hosted(document: Mapping[str, Any], shown: Mapping[str, Any], form: Form, inquiry: Inquiry) -> Steps[Stated]:
    """Record ``hosted``, ``scope`` and ``status_revocation``.

    Args:
        document: the copy that the person has; ``shown``: it in the words of 2.0.
    """
    address = id_of(shown)
    unknown = Stated(shown, document, Backing(issuer_id=named_issuer(shown, form)), form)
    _revoked(shown, "/revoked", "It says itself", inquiry)
    if _says(shown, _SIGNED):
        step = "Ask for the badge as its issuer gave it out: a signed token, or a picture with one in it."
        inquiry.failed("proof", "It says that it is signed, but there is no signature.", "/verification", step)
        return unknown
    if form.name == "clr1" and not form.endorses and "verification" not in shown and not web(address):
        inquiry.not_checked("hosted", "It neither has a signature of its own nor says where its issuer keeps it.")
        return unknown
    if not web(address):
        if form.name == "ob0.5":
            words, step = "A badge of this format does not say where its issuer keeps it.", "Give its address instead."
            inquiry.not_checked("hosted", words, "", step)
        else:
            inquiry.failed("hosted", "It does not say at which address its issuer keeps a copy.", "/id")
        return unknown
    kind = Kind.ENDORSEMENT if form.endorses else Kind.ASSERTION
    found = yield from object_at(address, kind, inquiry)
    if isinstance(found, Nothing):
        if found.gone:
            words = (
                f"Its issuer's host says that the badge at {address} is gone for good: that is how badges are revoked."
            )
            inquiry.failed("status_revocation", words, address, "Ask its issuer why it was revoked.")
        found.note("hosted", "The issuer's own copy", address, inquiry)
        return unknown
    return (yield from _against(found, document, shown, form, inquiry))


def _against(
    found: dict[str, Any], document: Mapping[str, Any], shown: Mapping[str, Any], form: Form, inquiry: Inquiry
) -> Steps[Stated]:
    """Judge by the issuer's copy."""
    address = id_of(shown)
    unknown = Stated(shown, document, Backing(issuer_id=named_issuer(shown, form)), form)
    revoked = _revoked(found, address, "Its issuer's copy says", inquiry)
    theirs = form_of(found)
    if revoked and (theirs is None or "recipient" not in found):
        # A host may leave nothing but that (OB 2.0, Revocation): there is nothing to compare with.
        inquiry.not_checked("hosted", "Its issuer's copy says only that it was revoked.", address)
        return unknown
    if theirs is None or theirs.links != form.links:
        what = "endorsement" if form.endorses else "badge"
        inquiry.failed("hosted", f"What is at {address} is no {what} of this kind.", address)
        return unknown
    kept = assertion(found, theirs)
    if theirs.first:
        kept.setdefault("id", address)
    if id_of(kept) != address:
        inquiry.failed("hosted", f"The copy at {address} says that it is another one, {id_of(kept)[:_SHOWN]!r}.", "/id")
        return unknown
    if theirs.name == form.name:
        _compare(document, found, address, inquiry)
    else:  # what the other format has no words for cannot be compared
        _compare(_essence(shown), _essence(kept), address, inquiry)
    if _says(kept, _SIGNED):
        inquiry.failed("hosted", "Its issuer's copy says that it counts only when it is signed.", address)
    backing = yield from gather(kept, shown, theirs, "hosted", inquiry)
    stated = Stated(kept, found, backing, theirs)
    if not backing.complete:
        return stated
    check_scope(address, backing.issuer, backing.issuer_id, theirs, inquiry)
    if inquiry.has_failed("scope"):
        return stated
    inquiry.passed("hosted", f"The copy at {address} says the same.", address)
    if not inquiry.has_failed("status_revocation"):
        words = "Its issuer's copy is there, and does not say that it was revoked."
        inquiry.passed("status_revocation", words, address)
    return replace(stated, proof="hosted")


def says_hosted(statement: Mapping[str, Any]) -> bool:
    """Whether a badge says that its issuer's copy counts."""
    return _says(statement, _HOSTED)


def _says(statement: Mapping[str, Any], ways: frozenset[str]) -> bool:
    return not ways.isdisjoint(types_of(statement.get("verification")))


def _essence(statement: Mapping[str, Any]) -> dict[str, Any]:
    """What all formats say with the same words."""
    return {name: value for name, value in statement.items() if name in _SHARED}


def _compare(shown: Mapping[str, Any], kept: Mapping[str, Any], address: str, inquiry: Inquiry) -> None:
    found = differences(shown, kept)
    if not found:
        return
    words = f"The copy at {address} says something else than this one: {', '.join(found)}."
    if inquiry.strict:
        inquiry.failed("hosted", words, found[0], "Do not rely on this file; look at the badge at its address.")
    else:
        inquiry.warn("hosted", f"{words} The public validator reads only the issuer's copy.", found[0])


def _revoked(kept: Mapping[str, Any], where: str, who: str, inquiry: Inquiry) -> bool:
    """Whether a copy says that it was revoked (``revoked``). What is neither true nor false counts as true.

    Args:
        who: whose word it is, for the sentence.
    """
    if kept.get("revoked") in (None, False):
        return False
    reason = kept.get("revocationReason")
    why = f": {reason[:_SHOWN]}" if isinstance(reason, str) and reason else ""
    step = "Ask its issuer why it was revoked."
    inquiry.failed("status_revocation", f"{who} that it was revoked{why}.", where, step)
    return True


def named_issuer(shown: Mapping[str, Any], form: Form) -> str:
    """The issuer's id as the badge itself has it: for the report, and no evidence of anything."""
    value: Any = shown
    for name in form.links:
        value = value.get(name) if isinstance(value, dict) else None
    return id_of(value)
