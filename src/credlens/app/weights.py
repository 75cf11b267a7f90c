"""What matters to the person: as given now, else as said before, else the defaults."""

from __future__ import annotations

from collections.abc import Mapping

from credlens.model.weighting import DEFAULT, Weighting


def chosen(given: Weighting | Mapping[str, float] | None) -> Weighting:
    """The weighting that counts.

    Args:
        given: points by criterion, or a whole weighting; None when nothing is said now.
    """
    if isinstance(given, Weighting):
        return given
    return DEFAULT if given is None else Weighting(points=dict(given), origin="your points")
