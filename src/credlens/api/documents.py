"""What is handed out: resume, brief, links, shares, calendar, journal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app.presenting import brief as _brief
from credlens.app.presenting import calendar as _calendar
from credlens.app.presenting import deciding as _deciding
from credlens.app.presenting import journal as _journal
from credlens.app.presenting import linkedin as _linkedin
from credlens.app.presenting import noting as _noting
from credlens.app.presenting import resume as _resume
from credlens.app.presenting import sharing as _sharing
from credlens.io.home import open_home


def make_resume(
    *,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    out: Path | None = None,
    style: str = _resume.USUAL,
    tailored: bool = True,
    home: Path | None = None,
    today: date | None = None,
) -> _resume.ResumeResult:
    """The resume as a record, and as a document when a format is named; see :func:`credlens.app.presenting.resume.resume`."""
    return _resume.resume(open_home(home, today=today), format=format, out=out, style=style, tailored=tailored)


def decide_entry(
    card: str, shown: bool | None, *, home: Path | None = None, today: date | None = None
) -> _deciding.Decided:
    """Say whether an entry is on the resume; None leaves it to the program. See :func:`credlens.app.presenting.deciding.decide`."""
    return _deciding.decide(open_home(home, today=today), card, shown)


def make_brief(
    id: str,  # noqa: A002 - the name it has everywhere
    *,
    format: str | None = None,  # noqa: A002
    out: Path | None = None,
    qr: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _brief.BriefResult:
    """What to say about a credential in an interview; see :func:`credlens.app.presenting.brief.brief`."""
    return _brief.brief(open_home(home, today=today), id, format=format, out=out, qr=qr)


def note(about: str, question: str, text: str | None, *, home: Path | None = None) -> _noting.Notes:
    """Remember your own words about a credential; None forgets them. See :func:`credlens.app.presenting.noting.note`."""
    return _noting.note(open_home(home), about, question, text)


def linkedin_links(*ids: str, home: Path | None = None, today: date | None = None) -> _linkedin.LinkedIn:
    """Links that add credentials to a LinkedIn profile; see :func:`credlens.app.presenting.linkedin.linkedin`."""
    return _linkedin.linkedin(open_home(home, today=today), ids)


def share(
    kind: str,
    *,
    out: Path | None = None,
    into: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _sharing.Shared:
    """GitHub section, e-mail signature, ELM or backpack; see :func:`credlens.app.presenting.sharing.share`."""
    return _sharing.share(open_home(home, today=today), kind, out, into)


def make_calendar(
    *, out: Path | None = None, home: Path | None = None, today: date | None = None
) -> _calendar.CalendarResult:
    """What expires, and the plan; see :func:`credlens.app.presenting.calendar.calendar`."""
    return _calendar.calendar(open_home(home, today=today), out)


def write_journal(
    *,
    since: date | None = None,
    out: Path | None = None,
    every: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _journal.Journal:
    """Posts drafted from what was done; see :func:`credlens.app.presenting.journal.journal`."""
    return _journal.journal(open_home(home, today=today), since, out, every=every)
