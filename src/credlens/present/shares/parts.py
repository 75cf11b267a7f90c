"""Days, addresses and lines as every small document writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from credlens.model.cv import CvCertificate, CvEntry
from credlens.model.naming import harmless
from credlens.present import words
from credlens.present.notes import safe_link

_RESERVED = "!#$&'*+,/:;=?@[]%~"  # what RFC 3986 lets stand in an address; brackets that end a link in Markdown are not among it


def line(text: str) -> str:
    """A text on one line, with nothing in it that moves a cursor, turns the direction of writing, or is half a character."""
    return harmless(" ".join(text.split()).encode("utf-8", "replace").decode())


def when(said: str) -> str:
    """A day as far as it is known, to the month: "May 2024", "2024"; empty when nobody says."""
    year, *rest = said.split("-")
    return words.month(date(int(year), int(rest[0]), 1)).replace(words.NBSP, " ") if rest else year


def lapsed(said: str, on: date) -> bool:
    """Whether a day had passed, as far as it is known: "2026" passes with its last day."""
    return bool(said) and said < on.isoformat()[: len(said)]


def link(address: str) -> str:
    """An https address that nothing can be added to where it is written; empty when it is none."""
    return quote(safe_link(address), safe=_RESERVED, errors="replace")


def bare(address: str) -> str:
    """An address as it is read: without its scheme and what says nothing."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def details(certificate: CvCertificate) -> str:
    """Issuer and days: "Google, May 2024, until May 2027"."""
    until = f"until {when(certificate.expires)}" if certificate.expires else ""
    return ", ".join(p for p in (line(certificate.issuer), when(certificate.issued), until) if p)


def current_work(entries: Iterable[CvEntry], present: str) -> str:
    """What the person does now, by their documents: "Data Analyst, Example Ltd"; empty when no entry goes on."""
    now = next((e for e in entries if e.end == present), None)
    return ", ".join(p for p in (line(now.title), line(now.organisation)) if p) if now else ""
