"""What stands behind a badge: the class it is of and its issuer, as they are at their own addresses.

A badge may carry both inside; that is a copy that anybody can write. What is at their addresses counts, and when it is not there, nothing does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from credlens.verify.earlier.compare import differences
from credlens.verify.earlier.documents import Nothing, object_at
from credlens.verify.earlier.form import Form, before_second, id_of, web
from credlens.verify.earlier.upgrade import badge_class, profile
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Steps

_KINDS = {
    "badge": (Kind.BADGE_CLASS, "The badge class"),
    "achievement": (Kind.BADGE_CLASS, "The achievement"),
    "issuer": (Kind.ISSUER, "The issuer's profile"),
    "publisher": (Kind.ISSUER, "The publisher's profile"),
}
_SHOWN = 120


@dataclass(slots=True)
class Backing:
    """What was found.

    Attributes:
        badge: the badge class; empty when there is none.
        issuer: its issuer's profile; empty when it is not known.
        issuer_id: empty when nobody says.
        places: where each of the two was found, by the property that leads to it; empty for what is part of the badge.
        early: which of the two are of before Open Badges 2.0, by the same names.
        complete: whether nothing is missing and nothing is wrong.
    """

    badge: Mapping[str, Any] = field(default_factory=dict)
    issuer: Mapping[str, Any] = field(default_factory=dict)
    issuer_id: str = ""
    places: dict[str, str] = field(default_factory=dict)
    early: set[str] = field(default_factory=set)
    complete: bool = False


def gather(
    statement: Mapping[str, Any], shown: Mapping[str, Any], form: Form, check: str, inquiry: Inquiry
) -> Steps[Backing]:
    """Ask for the badge class and the issuer.

    Args:
        statement: the badge that counts.
        shown: the copy that the person has.
        check: what is not checked when something is missing: ``hosted`` or ``binding``.
    """
    backing = Backing()
    holder: Mapping[str, Any] = statement
    mine: Mapping[str, Any] = shown
    stated: Mapping[str, Any] = statement
    where = ""
    for name in form.links:
        where += f"/{name}"
        value = holder.get(name)
        found = yield from _linked(name, value, where, form, check, inquiry)
        if name in {"issuer", "publisher"}:
            backing.issuer_id = id_of(value)
        if found is None:
            return backing
        thing, address, early = found
        if early:
            backing.early.add(name)
        mine, stated = _part(mine, name), _part(stated, name)
        if address:
            backing.places[name] = address
            _compare((mine, stated, _part(holder, name)), thing, where, inquiry)
        if name in {"issuer", "publisher"}:
            backing.issuer = thing
        else:
            backing.badge = thing
        holder = thing
    if form.endorses and isinstance(statement.get("claim"), dict):
        backing.badge = statement["claim"]
    backing.complete = not inquiry.has_failed("hosted", "binding")
    return backing


def _linked(
    name: str, value: Any, where: str, form: Form, check: str, inquiry: Inquiry
) -> Steps[tuple[Mapping[str, Any], str, bool] | None]:
    """What a property leads to, with the address it was found at and whether it is of before 2.0; None when that is nothing that counts, which is recorded."""
    kind, what = _KINDS[name]
    address = id_of(value)
    inside = isinstance(value, dict)
    if form.name == "ob0.5" and inside:  # the badge is one piece, and was found at its issuer
        return value, "", True
    if inside and name == "achievement":  # Comprehensive Learner Records hold their achievements themselves
        return value, "", False
    if not web(address):
        if inside and name == "badge":  # OB 2.0: a class may be part of the badge, with an id that is no address
            return value, "", form.first
        words = f"It does not say at which address {what[0].lower()}{what[1:]} is."
        inquiry.failed(check, words, where)
        return None
    found = yield from object_at(address, kind, inquiry)
    if isinstance(found, Nothing):
        found.note(check, what, address, inquiry)
        return None
    if form.name in {"ob2.0", "ob2.1"} and before_second(found):  # issuers left old classes where they were
        form = replace(form, name="ob1.1")
    new: dict[str, Any] = badge_class(found, form) if name == "badge" else profile(found, form)
    if form.first:
        new.setdefault("id", address)
    named = id_of(new)
    if named != address:
        inquiry.failed(check, f"{what} at {address} says that it is another one, {named[:_SHOWN]!r}.", where)
        return None
    return new, address, form.first


def _part(holder: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = holder.get(name)
    return value if isinstance(value, dict) else {}


def _compare(copies: tuple[Mapping[str, Any], ...], kept: Mapping[str, Any], where: str, inquiry: Inquiry) -> None:
    """Hold copies against what is at the address.

    Args:
        copies: what the person's copy carries, what the badge that counts carries, and what the document before this one does.
    """
    mine, *theirs = copies
    if mine and id_of(mine) == id_of(kept) and all(differences(mine, each) for each in theirs):
        found = differences(mine, kept, abridged=True)
        if found:
            places = ", ".join(f"{where}{each}" for each in found)
            words = f"The copy says something else than its issuer: {places}."
            if inquiry.strict:
                inquiry.failed("hosted", words, where)
            else:
                inquiry.warn("hosted", f"{words} The public validator reads only what is at the issuer.", where)
            return
    changed = [each for copy in theirs if copy for each in differences(copy, kept, abridged=True)]
    if changed:
        places = ", ".join(dict.fromkeys(f"{where}{each}" for each in changed))
        inquiry.warn("hosted", f"Its issuer has changed it since; what is there now counts: {places}.", where)
