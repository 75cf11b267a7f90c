"""Revoke or suspend badges, or take that back: the list that says so, signed, to publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from credlens.app.issuing.lists import ListState, must_fit, note_changed, state_of
from credlens.app.issuing.signers import signer
from credlens.app.issuing.signing import end_of, sign, to_the_second, written_out
from credlens.app.ports import Ports
from credlens.model.errors import UserError

USUAL_DAYS = 365  # until a list has to be published anew: an issuer without a server does so once a year


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list, as it was written.

    Attributes:
        address: where it has to be published.
        off: places of all badges that do not count.
        changed: the places among those named that were not so before; ``taken_back``: whether they count again.
        until: when it has to be published anew.
        remarks: what to know.
    """

    file: Path
    address: str
    purpose: str
    issuer: str
    method: str
    off: tuple[int, ...]
    changed: tuple[int, ...]
    taken_back: bool
    until: datetime
    remarks: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {
            "file": str(self.file),
            "publish_at": self.address,
            "purpose": self.purpose,
            "issuer": self.issuer,
            "method": self.method,
            "off": list(self.off),
            "changed": list(self.changed),
            "taken_back": self.taken_back,
            "valid_until": self.until.isoformat(),
            "remarks": list(self.remarks),
        }


def revoke(
    ports: Ports,
    address: str,
    places: Sequence[int],
    out: Path,
    *,
    key: str,
    suspend: bool = False,
    undo: bool = False,
    until: date | None = None,
    proof: str | None = None,
) -> WrittenList:
    """The list of all badges that were revoked so far and now; without places, the same list for a longer time.

    Args:
        ports: the doors.
        address: https address at which the list is published, as the badges say it.
        places: of the badges in it.
        out: where to write it.
        key: name of the issuer's key.
        suspend: whether it is a list of badges that do not count for now.
        undo: whether these badges count again.
        until: the last day of the list; a year from today when None.
        proof: as for :func:`credlens.app.issuing.signing.issue`.

    Raises:
        InputError: the key cannot be used, or what is known of the list cannot be read.
        UserError: no such key, place or address, or the list belongs to another issuer or purpose.
    """
    from credlens.issue.status import entry, status_list

    ports.files.place(out, "--out")
    by = signer(ports, key)
    purpose = "suspension" if suspend else "revocation"
    state = state_of(ports, address)
    must_fit(state, by.did, purpose)
    named = frozenset(places)
    off = state.off - named if undo else state.off | named
    at, end = to_the_second(ports.now()), _end(ports, until)
    for place in named:
        entry(address, place, purpose)  # refuses what is no place, also among those that are taken back
    signed = sign(ports, status_list(by.did, address, off, at=at, until=end, purpose=purpose), by, at, proof)
    changed = tuple(sorted(state.off ^ off))
    if changed:
        note_changed(ports, state, by.did, purpose, changed, off=not undo)
    file = ports.files.write(out, written_out(signed))
    remarks = tuple(_remarks(state, named))
    return WrittenList(file, address, purpose, by.did, by.method, tuple(sorted(off)), changed, undo, end, remarks)


def _end(ports: Ports, until: date | None) -> datetime:
    day = ports.today + timedelta(days=USUAL_DAYS) if until is None else until
    if day <= ports.today:
        raise UserError("The list would be over at once.", where="--until", what_to_do="Name a day to come.")
    return end_of(day)


def _remarks(state: ListState, named: frozenset[int]) -> list[str]:
    """Places that look like a slip."""
    unknown = sorted(named - state.given.keys()) if state.given else []
    said = [f"No badge issued from here has place {place}. Is that the right number?" for place in unknown]
    shared = sorted(p for p in named if len(state.given.get(p, ())) > 1)
    said += [f"{len(state.given[p])} badges have place {p}: all of them are concerned." for p in shared]
    return said
