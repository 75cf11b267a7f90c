"""A training programme of a state's list, by one set of names: what each shape of list is brought to first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pycountry


@dataclass(frozen=True, slots=True)
class Fields:
    """Cells as the list writes them, sorted by meaning; nothing is judged yet.

    Attributes:
        key: the list's own id of the programme, unique together with ``place``; empty when it has none.
        place: whose list it is, as ISO 3166-2 writes it ("US-NJ"); empty when nobody says.
        cells: what the programme says: title, alias, provider, description, ``more`` (a list of texts to read skills in), ``page`` (the
            programme's) and ``site`` (its provider's), tuition, fees, books, supplies, other, total, prerequisites, credential,
            ``outcome_codes`` (ETA-9171, element 108), licence, industry_credential, cip, cip_title, ``soc`` (a list), hours, weeks,
            ``calendar`` (New Jersey's code of the length), status, provider_status, format, ``online`` (a truth value), accreditor,
            accredited_until.
        figures: outcome figures, by metric (``etpl_outcomes``).
        percent: metrics that are written in percent; the others are shares of 1.
        counted: what the figures were counted over, in words; empty when nobody says.
        kept: everything else, by the list's own names.
        suppressed: whether -1 stands for a figure that was withheld.
    """

    key: str
    place: str
    cells: Mapping[str, Any]
    figures: Mapping[str, Any] = field(default_factory=dict)
    percent: frozenset[str] = frozenset()
    counted: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)
    suppressed: bool = False


def state_name(place: str) -> str:
    """The name of a state of an ISO 3166-2 code; empty when there is none."""
    subdivisions: Any = pycountry.subdivisions
    found = subdivisions.get(code=place) if place else None
    return found.name if found else ""
