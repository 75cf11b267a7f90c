"""Presentations of credentials (VCDM 2.0 section 4.13), and envelopes around one (sections 4.13 and 4.14)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from credlens.verify.content import Content, Inside
from credlens.verify.formats.claims import party
from credlens.verify.formats.format import BadgeFormat, is_old, version_of
from credlens.verify.formats.reading import content, inside
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure import check_structure
from credlens.verify.structure.shapes import types_of
from credlens.verify.structure.vcdm import (
    CREDENTIAL,
    ENVELOPE,
    ENVELOPED_CREDENTIAL,
    ENVELOPED_PRESENTATION,
    PRESENTATION,
    VP_1,
    VP_2,
)

_TYPES = frozenset({PRESENTATION, ENVELOPED_CREDENTIAL, ENVELOPED_PRESENTATION})


def recognises(document: Mapping[str, Any]) -> bool:
    """By its type; one whose type is wrong, by what it holds in place of a subject."""
    types = types_of(document)
    if not _TYPES.isdisjoint(types):
        return True
    holds = "verifiableCredential" in document and "credentialSubject" not in document
    return holds and version_of(document) > 0 and CREDENTIAL not in types


def read(document: Mapping[str, Any], inquiry: Inquiry) -> Content:
    """Who presents, and what. Who holds it signs it, so the holder stands in the place of the issuer."""
    types = types_of(document)
    if PRESENTATION not in types and not _TYPES.isdisjoint(types):
        check_structure(document, ENVELOPE, inquiry)
        return content(document, (Inside(dict(document), ""),))
    check_structure(document, VP_1 if is_old(document) else VP_2, inquiry)
    found = content(document, inside(document.get("verifiableCredential"), (None, "verifiableCredential")))
    holder = document.get("holder")
    return replace(found, issuer=holder, claims=replace(found.claims, issuer=party(holder)))


FORMAT = BadgeFormat("vp", "Presentation of credentials", recognises, read)
