"""Whether a badge, its class and its issuer have what the standard demands of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from credlens.verify.earlier import tables
from credlens.verify.earlier.form import Form
from credlens.verify.earlier.hosted import Stated
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure.shapes import MOST, Flaws, Shape


def check_structure(stated: Stated, form: Form, inquiry: Inquiry) -> None:
    """Record ``structure``: one failed check for each flaw, one passed when there is none.

    The place of a flaw in a document of the issuer is its address with the JSON Pointer behind it as fragment.
    """
    told = 0
    for shape, document, place in _parts(stated, form):
        flaws = Flaws()
        shape(document, None, flaws)
        for flaw in flaws.found[: MOST - told]:
            told += 1
            inquiry.failed("structure", flaw.words, f"{place}#{flaw.where}" if place else flaw.where)
    if not told:
        inquiry.passed("structure")


def _parts(stated: Stated, form: Form) -> Iterator[tuple[Shape, Mapping[str, Any], str]]:
    """Everything there is to look at, with its table and its address; without one when it is part of the badge."""
    badge, issuer, places = stated.backing.badge, stated.backing.issuer, stated.backing.places
    own, of_class, of_issuer = _tables(form)
    if form.name != "ob0.5" and not form.endorses:
        of_class = tables.EARLY_CLASS if "badge" in stated.backing.early else of_class
        of_issuer = tables.EARLY_ISSUER if "issuer" in stated.backing.early else of_issuer
    yield own, stated.statement, ""
    if of_class is not None and badge:
        yield of_class, badge, places.get("badge", "")
    if issuer and ("issuer" in places or form.name == "ob0.5"):
        yield of_issuer, issuer, places.get("issuer", "")


def _tables(form: Form) -> tuple[Shape, Shape | None, Shape]:
    if form.name == "clr1":
        shapes = {"publisher": tables.RECORD, "achievement": tables.RECORD_ASSERTION}
        return shapes.get(form.links[0], tables.ENDORSEMENT), None, tables.PROFILE
    if form.endorses:
        return tables.ENDORSEMENT, None, tables.PROFILE
    if form.name == "ob0.5":
        return tables.FIRST_ASSERTION, tables.FIRST_CLASS, tables.FIRST_ISSUER
    if form.first:
        return tables.EARLY_ASSERTION, tables.EARLY_CLASS, tables.EARLY_ISSUER
    return tables.ASSERTION, tables.BADGE_CLASS, tables.ISSUER
