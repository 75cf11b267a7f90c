"""Open Badges 3.0 (section B.1.2, AchievementCredential), in either envelope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.formats.format import BadgeFormat, is_old
from credlens.verify.formats.reading import content
from credlens.verify.inquiry import Inquiry
from credlens.verify.structure import check_structure
from credlens.verify.structure.ob3 import BADGE_1, BADGE_2, BADGES
from credlens.verify.structure.shapes import types_of


def recognises(document: Mapping[str, Any]) -> bool:
    """By its type."""
    return not BADGES.isdisjoint(types_of(document))


def read(document: Mapping[str, Any], inquiry: Inquiry) -> Content:
    """What a badge says."""
    check_structure(document, BADGE_1 if is_old(document) else BADGE_2, inquiry)
    return content(document)


FORMAT = BadgeFormat("ob3", "Open Badge 3.0", recognises, read)
