"""Links that add credentials to a LinkedIn profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.known_skills import must_be_clean, pairs
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import Holding, find_holding, holdings
from credlens.model.errors import UserError
from credlens.model.serial import source_json
from credlens.present.exports import EXPORTS
from credlens.present.exports.linkedin import ProfileEntry, fields
from credlens.present.organisations import Organisation, page_of, read
from credlens.present.shares.parts import line


@dataclass(frozen=True, slots=True)
class LinkedInEntry:
    """One credential for a LinkedIn profile.

    Attributes:
        card: id of its review card.
        url: opens LinkedIn's form with the fields filled in.
        fields: the same to be typed by hand: name of the field and value, only those that are known.
        missing: names of the fields that nobody says anything about.
        organisation: the page behind the number in the address; None where the address names the issuer in words.
        verified: whether its badge was found to hold on this machine; None without a badge.
        expired: whether it has lapsed; None when its expiry is not known.
        unlinked: why the address does not carry the page where it can be checked, or the issuer's page; empty when it does.
    """

    card: str
    name: str
    url: str
    fields: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    organisation: Organisation | None
    verified: bool | None
    expired: bool | None
    unlinked: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``organization``: number and source of the page, or null."""
        page = self.organisation
        return {
            "card": self.card,
            "name": self.name,
            "url": self.url,
            "fields": [{"field": field, "value": value} for field, value in self.fields],
            "missing": list(self.missing),
            "organization": page and {"id": page.id, "sources": [source_json(s) for s in page.sources]},
            "verified": self.verified,
            "expired": self.expired,
            "unlinked": list(self.unlinked),
        }


@dataclass(frozen=True, slots=True)
class LinkedIn:
    """Credentials for a LinkedIn profile, in the order of the profile or of what was asked for."""

    entries: tuple[LinkedInEntry, ...]

    def to_json(self) -> dict[str, Any]:
        """``entries``."""
        return {"entries": [e.to_json() for e in self.entries]}


def linkedin(ports: Ports, ids: Sequence[str] = ()) -> LinkedIn:
    """Links that add credentials to a LinkedIn profile; for all that are held when none is named.

    Raises:
        UserError: a named credential is not held.
    """
    knowledge = Knowledge.of(ports)
    held = holdings(ports, knowledge)
    known, problems = read(pairs(ports.starter.files("linkedin")))
    must_be_clean(problems)
    chosen = [_find(held, id) for id in dict.fromkeys(ids)] if ids else held  # noqa: A001
    return LinkedIn(tuple(_entry(ports, each, known) for each in chosen))


def _find(held: Sequence[Holding], id: str) -> Holding:  # noqa: A002
    found = find_holding(held, id)
    if found is None:
        raise UserError(
            f"Nothing that you hold is called {id!r}.", where="ID", what_to_do="See what you hold: credlens linkedin"
        )
    return found


def _entry(ports: Ports, held: Holding, known: Sequence[Organisation]) -> LinkedInEntry:
    unlinked = []
    page = page_of(held.issuer, known)
    if page is not None and held.badge is not None and held.verified is None:
        # Anybody can issue a badge in a well-known name: its logo is not put beside one that is not theirs for sure.
        unlinked.append(f"Whether {held.issuer} itself issued the badge is not certain, so its page is not linked.")
        page = None
    entry = ProfileEntry(
        line(held.name),
        line(held.issuer),
        page.id if page else None,
        held.issued_said,
        held.expires_said,
        line(held.number),
        held.link,
    )
    typed = fields(entry)
    if held.link and not dict(typed)["Credential URL"]:
        unlinked.append(f"{held.link} is no https address, so it is not linked.")
    return LinkedInEntry(
        card=held.card,
        name=held.name,
        url=EXPORTS["linkedin"](entry),
        fields=tuple((field, value) for field, value in typed if value),
        missing=tuple(field for field, value in typed if not value),
        organisation=page,
        verified=None if held.badge is None else held.verified is not None,
        expired=held.expired(ports.today),
        unlinked=tuple(unlinked),
    )
