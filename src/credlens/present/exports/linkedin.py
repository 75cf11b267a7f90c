"""The address that opens LinkedIn's form for a certificate, with its fields filled in.

Parameters as in the example of LinkedIn's own page for issuers, addtoprofile.linkedin.com, read in
https://github.com/rage/secret-project-331/issues/619, and by https://github.com/Suvink/linkedin-certification/pull/3 (both read 2026-11-23). An
issuer is an ``organizationId`` (the number of its page, which shows its logo) or an ``organizationName``, not both; months are numbers from 1.
LinkedIn fills in what it wants to: by https://github.com/UMC-PRODUCT/umc-product-server/issues/1139 (read 2026-11-23) its help page a528030
says that it does no more, while platforms still rely on it. So the same fields are also there to be typed by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from credlens.present.notes import safe_link
from credlens.present.shares.parts import when

FORM = "https://www.linkedin.com/profile/add"


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A certificate as LinkedIn's form asks for it.

    Attributes:
        organisation: who gave it; ``page``: the number of its LinkedIn page, None when that is not known.
        issued, expires: as far as they are known (ISO 8601: ``2024-03-01``, ``2024-03`` or ``2024``); empty when nobody says.
        number: its id; ``link``: where it can be checked; empty without one.
    """

    name: str
    organisation: str = ""
    page: int | None = None
    issued: str = ""
    expires: str = ""
    number: str = ""
    link: str = ""


def render(entry: ProfileEntry) -> str:
    """The address. It holds what is known and nothing else: a year without a month stays one, and a page that is not https is left out."""
    given = {
        "startTask": "CERTIFICATION_NAME",
        "name": entry.name,
        "organizationId": "" if entry.page is None else str(entry.page),
        "organizationName": entry.organisation if entry.page is None else "",
        **_day("issue", entry.issued),
        **_day("expiration", entry.expires),
        "certUrl": safe_link(entry.link),
        "certId": entry.number,
    }
    known = {name: value for name, value in given.items() if value}
    return f"{FORM}?" + urlencode(known, quote_via=quote, errors="replace")


def fields(entry: ProfileEntry) -> tuple[tuple[str, str], ...]:
    """What to type by hand: name of the field in LinkedIn's form, and value; empty where it is not known."""
    return (
        ("Name", entry.name),
        ("Issuing organization", entry.organisation),
        ("Issue date", when(entry.issued)),
        ("Expiration date", when(entry.expires)),
        ("Credential ID", entry.number),
        ("Credential URL", safe_link(entry.link)),
    )


def _day(what: str, said: str) -> dict[str, str]:
    year, month, *_ = *said.split("-"), ""
    return {f"{what}Year": year, f"{what}Month": month.lstrip("0")}
