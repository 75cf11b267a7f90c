"""A credential that a person holds and that will not hold for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.credential import Renewal
from credlens.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Expiring:
    """A held credential with its last day.

    Attributes:
        about: its id in the catalog, else its name and issuer: the same after it was renewed.
        name, issuer: what it is called, and who gave it; the issuer is empty when nobody says.
        day: the last day it holds; ``said``: the same as far as it was named (ISO 8601).
        issued: the day it was issued, as far as it was named; ``months``: how long it holds by the catalog, where ``day`` was reckoned from
            both, else None.
        renewal: how it is kept alive.
        page: the provider's page on it; ``link``: where anybody can check it; empty when not known.
    """

    about: str
    name: str
    issuer: str
    day: date
    said: str
    issued: str
    months: int | None
    renewal: Fact[Renewal]
    page: str = ""
    link: str = ""
