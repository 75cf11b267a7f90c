"""Whether what a person says has happened can have happened; and what they said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from credlens.app.plan_kept import KeptPlan, event_of, from_stored, last_kept, told_with
from credlens.model.errors import UserError
from credlens.model.progress import Event, EventKind
from credlens.model.serial import plain

if TYPE_CHECKING:
    from credlens.app.ports import Ports, StoredEvent
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
    EventKind.LOG: "credlens log",
}
HAPPENED = (EventKind.FINISHED, EventKind.FAILED)  # on a day that is over, or today


@dataclass(frozen=True)
class EventsResult:
    """What was told of the plan that is followed, and what was taken back just now.

    Attributes:
        events: since ``credlens plan`` last made a plan, oldest first, with the day each was told.
        undone: events of the last command that are forgotten now, in the order they were told.
        plan_undone: whether the plan made by that command is forgotten, too.
    """

    events: tuple[tuple[date, Event], ...]
    undone: tuple[Event, ...] = ()
    plan_undone: bool = False

    def to_json(self) -> dict[str, Any]:
        """``{"events", "undone", "plan_undone"}``."""
        return {
            "events": [{"told": plain(told), **plain(event)} for told, event in self.events],
            "undone": [plain(event) for event in self.undone],
            "plan_undone": self.plan_undone,
        }


def events(ports: Ports) -> EventsResult:
    """What was told so far of the plan that is followed, and of those it was planned on from."""
    if not ports.has_state():
        return EventsResult(())
    first = _first(ports)
    return EventsResult(tuple((e.told, event_of(e.content)) for e in ports.store().events() if e.after >= first))


def undo(ports: Ports) -> EventsResult:
    """Take back the last command: everything it told, and the plan it made. Ads that were read anew stay the target.

    Raises:
        UserError: there is nothing to take back, or a plan was made anew since.
    """
    known = ports.store().events() if ports.has_state() else ()
    kept = last_kept(ports)
    if kept is not None and _told_nothing(kept, known):
        ports.store().take_back(0, kept.after or 0)
        return EventsResult(events(ports).events, plan_undone=True)
    if not known:
        raise UserError("Nothing was told yet that could be taken back.", where="--undo")
    if known[-1].after < _first(ports):
        raise UserError(
            "A plan was made anew since the last event: nothing of the event is in it.",
            where="--undo",
            what_to_do="Plan on from it: credlens replan.",
        )
    number = told_with(known[-1].content)
    last = [e for e in known if told_with(e.content) == number] if number is not None else [known[-1]]
    made = kept is not None and kept.position > last[0].after
    ports.store().take_back(len(last), last[0].after)
    return EventsResult(events(ports).events, tuple(event_of(e.content) for e in last), made)


def _told_nothing(kept: KeptPlan, known: Sequence[StoredEvent]) -> bool:
    """Whether the last command made this plan and told nothing: it changed limits, or followed another plan."""
    if kept.after is None or kept.number is None or any(e.after >= kept.position for e in known):
        return False
    return all(told_with(e.content) != kept.number for e in known)


def _first(ports: Ports) -> int:
    """Position of the last plan that was made anew, and not planned on from another one."""
    found = (from_stored(p) for p in reversed(ports.store().plans()))
    return next((k.position for k in found if k.plans and not k.again), 0)


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
