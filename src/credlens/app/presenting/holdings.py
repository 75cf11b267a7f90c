"""The credentials a person holds: by badges in the wallet, by lines of their documents, or by both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.wallet.badges import KeptBadge, show
from credlens.app.wallet.evidence import WHERE
from credlens.model.credential import Credential
from credlens.model.errors import UserError
from credlens.model.fact import Unknown
from credlens.model.person import HeldCredential, Person
from credlens.model.verification import Report
from credlens.profile.ids import credential_id

PAGE = ("https://", "http://")


@dataclass(frozen=True)
class Holding:
    """A credential that a person holds.

    Attributes:
        card: id of its review card.
        issuer: who gave it, by the badge, the document or the catalog, in this order; empty when nobody says.
        issued, expires: first and last day; ``issued_said`` and ``expires_said``: as far as they were named (ISO 8601), empty when they were not.
        number: its id, in the issuer's words; ``link``: where anybody can check it; empty when nobody says.
        where, quote: the line or badge it was read from.
        credential: what the catalog knows of it; None when it does not know it.
        badge: the badge in the wallet; None when there is none.
    """

    card: str
    name: str
    issuer: str
    issued: date | None
    expires: date | None
    issued_said: str
    expires_said: str
    number: str
    link: str
    where: str
    quote: str
    credential: Credential | None = None
    badge: KeptBadge | None = None

    @property
    def verified(self) -> date | None:
        """The day its badge was found to hold on this machine; None without one, or where something is odd about the issuer's name."""
        return self.badge.verified if self.badge is not None and not self.badge.report.odd_name else None

    def expired(self, on: date) -> bool | None:
        """Whether it had lapsed on that day; None when its expiry is not known."""
        return None if self.expires is None else self.expires < on


def holdings(ports: Ports, knowledge: Knowledge, person: Person | None = None) -> tuple[Holding, ...]:
    """Every credential held, in the order of the profile.

    A badge that did not hold when it was verified shows nothing, and is not among them. Where a badge and a line of a document name the same
    credential of the catalog, the profile keeps the one issued last; what the badge says comes first all the same.

    Args:
        person: the profile, when it is known already.
    """
    badges = show(ports).badges
    held = (person or stored(ports, knowledge)).credentials
    return tuple(_holding(each, badges, knowledge) for each in held)


def find_holding(found: Iterable[Holding], id: str) -> Holding | None:  # noqa: A002 - what the person calls it
    """The one that is called so: a catalog id, a card, or the beginning of the id of a badge; None when there is none, or more than one.

    Raises:
        UserError: several badges begin so.
    """
    every = tuple(found)
    exact = [h for h in every if id == h.card or (h.credential is not None and id == h.credential.id)]
    if exact:
        return exact[0]
    begun = [h for h in every if id and h.badge is not None and h.badge.id.startswith(id.lower())]
    if len({h.badge.id for h in begun if h.badge}) > 1:
        raise UserError(f"Several badges begin with {id!r}.", where="ID", what_to_do="See them: credlens wallet list")
    return begun[0] if begun else None


def _holding(held: HeldCredential, badges: Sequence[KeptBadge], knowledge: Knowledge) -> Holding:
    known = held.credential if held.credential in knowledge.catalog else None
    credential = knowledge.catalog[known] if known else None
    badge = next((b for b in badges if held.where == f"{WHERE}{b.id}"), None)
    report = next(_reports(badge.report, held.name), None) if badge else None
    issuer = report.claims.issuer.name or report.claims.issuer.id if report else held.issuer
    return Holding(
        card=credential_id(held),
        name=held.name,
        issuer=issuer or _who(credential),
        issued=held.issued,
        expires=held.expires,
        issued_said=_said(held.said[0], held.issued),
        expires_said=_said(held.said[1], held.expires),
        number=held.number,
        link=_page(report.claims.id) if report else held.link,
        where=held.where,
        quote=held.quote,
        credential=credential,
        badge=badge,
    )


def _reports(report: Report, name: str) -> Iterator[Report]:
    """Those that speak of an achievement of that name: the badge itself, or one inside it."""
    if any(a.name == name for a in report.claims.achievements):
        yield report
    for part in report.parts:
        yield from _reports(part, name)


def _who(credential: Credential | None) -> str:
    facts = [] if credential is None else [credential.issuer, credential.provider]
    return next((str(f.value) for f in facts if not isinstance(f.value, Unknown)), "")


def _said(words: str, day: date | None) -> str:
    return words or (day.isoformat() if day else "")


def _page(id: str) -> str:  # noqa: A002 - of a badge
    """A badge's id where that is an address, at which its issuer shows it."""
    return id if id.startswith(PAGE) else ""
