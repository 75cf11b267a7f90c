"""Comprehensive Learner Record 2.0 (ClrCredential): a record that holds badges and other credentials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.content import Content, Inside
from credlens.verify.formats.format import BadgeFormat, is_old
from credlens.verify.formats.reading import content, inside
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure import check_structure
from credlens.verify.structure.clr2 import CLR_1, CLR_2, RECORD
from credlens.verify.structure.shapes import Place, types_of


def recognises(document: Mapping[str, Any]) -> bool:
    """By its type."""
    return RECORD in types_of(document)


def read(document: Mapping[str, Any], inquiry: Inquiry) -> Content:
    """What a record says, and the credentials in it."""
    check_structure(document, CLR_1 if is_old(document) else CLR_2, inquiry)
    return content(document, _contained(document.get("credentialSubject")))


def _contained(subjects: Any) -> tuple[Inside, ...]:
    at: Place = (None, "credentialSubject")
    places = [(s, (at, i)) for i, s in enumerate(subjects)] if isinstance(subjects, list) else [(subjects, at)]
    return tuple(
        found
        for subject, place in places
        if isinstance(subject, dict)
        for found in inside(subject.get("verifiableCredential"), (place, "verifiableCredential"))
    )


FORMAT = BadgeFormat("clr2", "Comprehensive Learner Record 2.0", recognises, read)
