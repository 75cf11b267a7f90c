"""Kinds of credentials of the W3C family, the most special first: the first that recognises a document reads it."""

from __future__ import annotations

from credlens.registry import Registry
from credlens.verify.formats.format import BadgeFormat

__all__ = ["FORMATS", "BadgeFormat"]

FORMATS: Registry[BadgeFormat] = Registry(
    "badge_format",
    {
        "ob3": "credlens.verify.formats.ob3:FORMAT",
        "clr2": "credlens.verify.formats.clr2:FORMAT",
        "endorsement3": "credlens.verify.formats.endorsement3:FORMAT",
        "vp": "credlens.verify.formats.vp:FORMAT",
        "vc2": "credlens.verify.formats.vc2:FORMAT",
        "vc1": "credlens.verify.formats.vc1:FORMAT",
    },
)
