"""Use case: what expires, how it is renewed, and the plan, in the calendar that a person already keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from credlens.app.knowledge import Knowledge
from credlens.app.plan_kept import last_kept
from credlens.app.ports import Ports
from credlens.app.presenting.holdings import Holding, holdings
from credlens.model.expiring import Expiring
from credlens.model.fact import Unknown, not_looked_up
from credlens.model.naming import plain
from credlens.present.exports import EXPORTS
from credlens.present.ical import Entry, numbered
from credlens.present.milestones import is_over, of_held, of_plan


@dataclass(frozen=True)
class CalendarResult:
    """What a calendar has, and what it has not.

    Attributes:
        entries: by their first day.
        expired: held credentials whose last day lies behind; a calendar has nothing to remind of.
        open_ended: names of those of which nobody knows whether or when they expire; ``lasting``: of those that do not, by the catalog.
        file: where it lies; None when none was asked for.
    """

    entries: tuple[Entry, ...]
    expired: tuple[Expiring, ...]
    open_ended: tuple[str, ...]
    lasting: tuple[str, ...]
    file: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """``events``, ``expired``, ``expiry_not_known``, ``never_expire`` and ``file``."""
        return {
            "events": [
                {
                    "kind": e.key[0],
                    "first": e.first.isoformat(),
                    "last": e.last.isoformat(),
                    "summary": e.summary,
                    "text": e.text,
                    "reminders": list(e.alarms),
                }
                for e in self.entries
            ],
            "expired": [
                {"name": e.name, "issuer": e.issuer, "last_day": e.said or e.day.isoformat()} for e in self.expired
            ],
            "expiry_not_known": list(self.open_ended),
            "never_expire": list(self.lasting),
            "file": str(self.file) if self.file else None,
        }


def calendar(ports: Ports, out: Path | None = None) -> CalendarResult:
    """Every held credential that expires, with reminders and what its renewal takes, and the milestones of the plan that is followed.

    Args:
        ports: the doors.
        out: where to write the iCalendar file; None for nowhere.

    Raises:
        UserError: no file can lie there.
        OutsideError: the plan was kept by a version that did not write down enough.
    """
    if out is not None:
        ports.files.place(out, "--out")
    knowledge = Knowledge.of(ports)
    held = holdings(ports, knowledge) if ports.has_state() else ()
    dated = list(_dated(held))
    ahead = [e for e in dated if not is_over(e, ports.today)]
    entries = sorted([*_planned(ports, knowledge), *map(of_held, ahead)], key=lambda e: (e.first, e.key))
    file = ports.files.write(out, EXPORTS["calendar"](entries, ports.today)) if out is not None else None
    undated = [h for h in held if last_day(h) is None]
    lasting = tuple(h.name for h in undated if lasts(h))
    return CalendarResult(
        tuple(entries),
        tuple(e for e in dated if is_over(e, ports.today)),
        tuple(h.name for h in undated if not lasts(h)),
        lasting,
        file,
    )


def _dated(held: Iterable[Holding]) -> Iterator[Expiring]:
    """Those whose last day is known or can be reckoned; of several by the same name each on its own."""
    known = [(h, last) for h in held if (last := last_day(h)) is not None]
    for number, (holding, (day, months)) in numbered(known, lambda pair: _about(pair[0])):
        about = _about(holding)
        credential = holding.credential
        page = credential.official_url.value if credential else ""
        yield Expiring(
            about=f"{about}\n{number}" if number else about,
            name=holding.name,
            issuer=holding.issuer,
            day=day,
            said=holding.expires_said,
            issued=holding.issued_said,
            months=months,
            renewal=credential.renewal if credential else not_looked_up(),
            page="" if isinstance(page, Unknown) else page,
            link=holding.link,
        )


def last_day(holding: Holding) -> tuple[date, int | None] | None:
    """(the last day, the catalog's months where it was reckoned with these)."""
    if holding.expires is not None:
        return holding.expires, None
    validity = holding.credential.validity.value if holding.credential else None
    if validity is None or isinstance(validity, Unknown) or validity.months is None or holding.issued is None:
        return None
    try:
        return holding.issued + relativedelta(months=validity.months), validity.months
    except (ValueError, OverflowError):  # beyond the year 9999: for ever, as far as calendars go
        return None


def lasts(holding: Holding) -> bool:
    """Whether the catalog says that it never expires."""
    validity = holding.credential.validity.value if holding.credential else None
    return validity is not None and not isinstance(validity, Unknown) and validity.months is None


def _about(holding: Holding) -> str:
    return holding.credential.id if holding.credential else f"{holding.name}, {holding.issuer}".casefold()


def _planned(ports: Ports, knowledge: Knowledge) -> Iterator[Entry]:
    """The milestones of the plan that is followed; none without one."""
    kept = last_kept(ports)
    if kept is None:
        return
    plan, catalog = kept.plans[0], knowledge.catalog
    titles = {
        s.credential: catalog[s.credential].title if s.credential in catalog else plain(s.credential)
        for s in plan.steps
    }
    yield from of_plan(plan, kept.limits, titles)
