"""Endorsements of Open Badges 3.0 (section B.1.7, EndorsementCredential)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.formats.format import BadgeFormat, is_old
from credlens.verify.formats.reading import content
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure import check_structure
from credlens.verify.structure.ob3 import ENDORSEMENT, ENDORSEMENT_1, ENDORSEMENT_2
from credlens.verify.structure.shapes import types_of


def recognises(document: Mapping[str, Any]) -> bool:
    """By its type."""
    return ENDORSEMENT in types_of(document)


def read(document: Mapping[str, Any], inquiry: Inquiry) -> Content:
    """What an endorsement says."""
    check_structure(document, ENDORSEMENT_1 if is_old(document) else ENDORSEMENT_2, inquiry)
    return content(document)


FORMAT = BadgeFormat("endorsement3", "Endorsement (Open Badges 3.0)", recognises, read)
