"""Whether what a person says has happened can have happened; and what they said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from credlens.app.plan_kept import event_of
from credlens.model.errors import UserError
from credlens.model.progress import Event, EventKind
from credlens.model.serial import plain

if TYPE_CHECKING:
    from credlens.app.ports import Ports
    from credlens.model.credential import Catalog

OPTION = {
    EventKind.FINISHED: "--finished",
    EventKind.FAILED: "--failed",
    EventKind.DID: "--did",
    EventKind.PRICE: "--price",
    EventKind.DROPPED: "--drop",
    EventKind.PAUSE: "--off",
    EventKind.INTERVIEWS: "--interviews",
    EventKind.NEW_ADS: "--ads",
}
HAPPENED = (EventKind.FINISHED, EventKind.FAILED)  # on a day that is over, or today


@dataclass(frozen=True)
class EventsResult:
    """What was told since plans are kept, oldest first, with the day it was told; and what was taken back just now."""

    events: tuple[tuple[date, Event], ...]
    undone: Event | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"events", "undone"}``."""
        return {
            "events": [{"told": plain(told), **plain(event)} for told, event in self.events],
            "undone": plain(self.undone),
        }


def events(ports: Ports) -> EventsResult:
    """What was told so far."""
    if not ports.has_state():
        return EventsResult(())
    return EventsResult(tuple((e.told, event_of(e.content)) for e in ports.store().events()))


def undo(ports: Ports) -> EventsResult:
    """Take back what was told last, with the plan that was made from it. Ads that were read anew stay the target.

    Raises:
        UserError: there is nothing to take back, or a plan was made anew since.
    """
    known = ports.store().events() if ports.has_state() else ()
    if not known:
        raise UserError("Nothing was told yet that could be taken back.", where="--undo")
    from credlens.app.plan_kept import from_stored

    later = [p for p in ports.store().plans() if p.position > known[-1].after]
    if any(not from_stored(p).again for p in later):
        raise UserError(
            "A plan was made anew since the last event: nothing of the event is in it.",
            where="--undo",
            what_to_do="Plan on from it: credlens replan.",
        )
    gone = ports.store().undo_event()
    return EventsResult(events(ports).events, None if gone is None else event_of(gone.content))


def checked(told: Sequence[Event], catalog: Catalog, today: date, steps: Sequence[str]) -> None:
    """See that events make sense.

    Raises:
        UserError: one does not.
    """
    for event in told:
        wrong = _wrong(event, catalog, today)
        if wrong:
            advice = f"Steps of your plan: {', '.join(steps)}." if event.credential not in catalog else None
            raise UserError(wrong, where=OPTION[event.kind], what_to_do=advice if event.credential else None)


def _wrong(event: Event, catalog: Catalog, today: date) -> str:
    """What is wrong with it; empty when nothing is."""
    if event.credential and event.credential not in catalog:
        return f"The catalog has no credential {event.credential!r}."
    if event.kind in HAPPENED and event.day > today:
        return f"{event.day} is still to come."
    if event.kind is EventKind.PAUSE and (event.until is None or event.until < event.day):
        return f"A pause cannot end on {event.until}, before it begins on {event.day}."
    if event.hours is not None and not 0 <= event.hours < float("inf"):
        return f"{event.hours:g} hours cannot be worked."
    if event.share is not None and not 0 < event.share <= 1:
        return f"{event.share:.0%} of a credential cannot be done."
    if event.amount is not None and not (event.amount.is_finite() and event.amount >= 0):
        return f"A price of {event.amount} cannot be paid."
    if event.kind is EventKind.INTERVIEWS and event.count < 1:
        return f"{event.count} interviews are none."
    return ""
