"""The signature below a person's e-mails, as HTML with its style in place and without pictures, and as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.cv import PRESENT, Cv
from credlens.present.html import environment
from credlens.present.shares.parts import bare, current_work, details, lapsed, line, link

MOST = 3  # credentials: a signature is read in passing
MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class _Link:
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    details: str
    address: str


@dataclass(frozen=True, slots=True)
class _Signature:
    name: str
    work: str
    links: tuple[_Link, ...]
    lines: tuple[_Line, ...]


def render(cv: Cv, today: date) -> tuple[str, str]:
    """HTML and plain text: name, what the person does by their documents, their pages, and at most :data:`MOST` credentials that hold."""
    page = _signature(cv, today)
    html = environment().get_template("signature.html.j2").render(page=page)
    return html, _text(page)


def _signature(cv: Cv, today: date) -> _Signature:
    pages = [safe for a in cv.contact.links if (safe := link(a))]
    holding = [c for c in cv.certificates if not lapsed(c.expires, today)]
    return _Signature(
        line(cv.name),
        current_work(cv.work, PRESENT),
        tuple(_Link(bare(p), p) for p in pages[:MOST_LINKS]),
        tuple(_Line(line(c.name), details(c), link(c.link)) for c in holding[:MOST]),
    )


def _text(page: _Signature) -> str:
    """Behind the two dashes by which programs know a signature (RFC 3676 section 4.3)."""
    lines = ["-- ", page.name, page.work, *(p.address for p in page.links)]
    for entry in page.lines:
        lines += [", ".join(p for p in (entry.name, entry.details) if p), entry.address]
    return "\n".join(each for each in lines if each) + "\n"
