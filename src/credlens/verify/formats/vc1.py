"""Any other credential of the W3C Verifiable Credentials Data Model 1.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.formats.format import BadgeFormat, is_old
from credlens.verify.formats.reading import content
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure import check_structure
from credlens.verify.structure.vcdm import VC_1


def recognises(document: Mapping[str, Any]) -> bool:
    """By its context."""
    return is_old(document)


def read(document: Mapping[str, Any], inquiry: Inquiry) -> Content:
    """What a credential says."""
    check_structure(document, VC_1, inquiry)
    return content(document)


FORMAT = BadgeFormat("vc1", "Verifiable credential 1.1", recognises, read)
