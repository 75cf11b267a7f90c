"""What an issuer knows about its lists: which badge has which place, and which of them do not count any more.

Every change is one line of JSON that is added at the end, so that nothing which was revoked comes back because two programs wrote at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from credlens.app.ports import Ports
from credlens.model.errors import InputError, Problem, UserError


@dataclass(frozen=True, slots=True)
class ListState:
    """A list as its issuer knows it.

    Attributes:
        issuer, purpose: empty when nothing was noted yet.
        given: place -> ids of the badges that have it.
        off: places of those that do not count any more, or not now.
    """

    address: str
    issuer: str = ""
    purpose: str = ""
    given: dict[int, tuple[str, ...]] = field(default_factory=dict)
    off: frozenset[int] = frozenset()


def state_of(ports: Ports, address: str) -> ListState:
    """What was noted about a list.

    Raises:
        InputError: a note is damaged. It may be one that revokes, so that none is passed over.
    """
    issuer = purpose = ""
    given: dict[int, tuple[str, ...]] = {}
    off: set[int] = set()
    for number, line in enumerate(ports.issuing.notes(address), start=1):
        try:
            note = json.loads(line)
            issuer, purpose = str(note["issuer"]), str(note["purpose"])
            if "given" in note:
                given[int(note["given"])] = (*given.get(int(note["given"]), ()), str(note["badge"]))
            elif "off" in note:
                off |= {int(p) for p in note["off"]}
            else:
                off -= {int(p) for p in note["on"]}
        except (ValueError, KeyError, TypeError) as error:
            where = f"notes on {address}:{number}"
            advice = "Restore your state from a copy, or take the line out and revoke again what it revoked."
            raise InputError([Problem(where, "This note on the list is damaged.", advice)]) from error
    return ListState(address, issuer, purpose, given, frozenset(off))


def must_fit(state: ListState, issuer: str, purpose: str) -> None:
    """See that a list is used for one issuer and one purpose only, since the standard gives it one of each.

    Raises:
        UserError: it is used for another.
    """
    if state.issuer and state.issuer != issuer:
        raise UserError(
            f"The list at {state.address} belongs to another issuer, {state.issuer}.",
            where="--key",
            what_to_do="Use a key of that issuer, or a list at another address.",
        )
    if state.purpose and state.purpose != purpose:
        raise UserError(
            f"The list at {state.address} is one of {state.purpose}, not of {purpose}.",
            what_to_do=f"A list serves one of the two. Use another address for {purpose}.",
        )


def note_given(ports: Ports, state: ListState, issuer: str, purpose: str, index: int, badge: str) -> None:
    """Note that a badge has a place."""
    _note(ports, state, issuer, purpose, {"given": index, "badge": badge})


def note_changed(
    ports: Ports, state: ListState, issuer: str, purpose: str, places: Iterable[int], *, off: bool
) -> None:
    """Note that badges do not count any more, or count again; and the day."""
    _note(ports, state, issuer, purpose, {"off" if off else "on": sorted(places), "day": ports.today.isoformat()})


def _note(ports: Ports, state: ListState, issuer: str, purpose: str, what: dict[str, Any]) -> None:
    line = {"list": state.address, "issuer": issuer, "purpose": purpose, **what}
    ports.issuing.note(state.address, json.dumps(line, ensure_ascii=False))
