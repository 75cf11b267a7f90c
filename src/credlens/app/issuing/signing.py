"""Sign what is said about others: a badge for what they can do, or a word about their work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from credlens.app.issuing.award_file import Award, Place, read_award
from credlens.app.issuing.checking import must_hold
from credlens.app.issuing.lists import must_fit, note_given, state_of
from credlens.app.issuing.signers import KeyName, Signer, signer
from credlens.app.ports import Ports
from credlens.model.errors import UserError
from credlens.model.verification import Party

END_OF_DAY = time(23, 59, 59)
_SALT = 16  # bytes; nobody tries out addresses together with so much chance
_ID = 16  # bytes of a UUID


class Proof(StrEnum):
    """How a badge is signed."""

    TOKEN = "jwt"  # noqa: S105  (no password)
    INSIDE = "json"


@dataclass(frozen=True, slots=True)
class SignedFile:
    """Something signed, as it was written.

    Attributes:
        form: json, jwt, png or svg.
        issuer: whose word it is; ``method``: where others find the key.
        about: id of the achievement, or of what is endorsed.
        status: where it will show that it was revoked; None when nothing is said about that.
        remarks: what to know.
        next_step: the command that writes the list, which has to be published also while nothing is revoked; empty without a list.
    """

    file: Path
    form: str
    id: str
    issuer: str
    method: str
    about: str
    valid_from: datetime
    valid_until: datetime | None = None
    status: Place | None = None
    remarks: tuple[str, ...] = ()
    next_step: str = ""

    def to_json(self) -> dict[str, Any]:
        """Its fields; times with their zone."""
        place = self.status
        return {
            "file": str(self.file),
            "form": self.form,
            "id": self.id,
            "issuer": self.issuer,
            "method": self.method,
            "about": self.about,
            "valid_from": self.valid_from.isoformat(),
            "valid_until": self.valid_until.isoformat() if self.valid_until else None,
            "status": {"list": place.address, "index": place.index, "purpose": place.purpose} if place else None,
            "remarks": list(self.remarks),
            "next_step": self.next_step,
        }


def issue(
    ports: Ports, award: Path, out: Path, *, key: str, picture: Path | None = None, proof: str | None = None
) -> SignedFile:
    """A signed badge from a description of it.

    Args:
        ports: the doors.
        award: what it should say, see :mod:`credlens.app.issuing.award_file`.
        out: where to write it.
        key: name of the issuer's key.
        picture: PNG or SVG to put it into.
        proof: ``jwt`` or ``json``; by the kind of the key when None.

    Raises:
        InputError: the description cannot be read or makes no sense, with every mistake; or the key cannot be used.
        UserError: no such key, or what is asked for does not go together.
    """
    from credlens.issue.baking import bake
    from credlens.issue.credentials import award as said
    from credlens.issue.credentials import identity
    from credlens.issue.status import SIZE, entry

    ports.files.place(out, "--out")
    by = signer(ports, key)
    wanted = read_award(ports.files.read(award), ports.today, SIZE)
    canvas = ports.files.read(picture) if picture else None
    at = to_the_second(ports.now())
    until = end_of(wanted.until) if wanted.until else None
    place = _placed(ports, by, wanted.status, SIZE)
    badge = _new_id(ports)
    document = said(
        replace(wanted.issuer, id=by.did),
        replace(wanted.achievement, id=wanted.achievement.id or _achievement_id(by, wanted)),
        id=badge,
        recipient=identity(wanted.email, ports.issuing.chance(_SALT).hex()) if wanted.email else wanted.did,
        at=at,
        until=until,
        evidence=wanted.evidence,
        status=entry(place.address, place.index or 0, place.purpose) if place else None,
    )
    signed = sign(ports, document, by, at, proof)
    content = bake(canvas.data, signed) if canvas else written_out(signed)
    remarks = _note_place(ports, by, place, badge) if place else ()
    form = _form(signed, canvas.data if canvas else None)
    file = ports.files.write(out, content)
    about = document["credentialSubject"]["achievement"]["id"]
    step = _publish(by, place) if place else ""
    return SignedFile(file, form, badge, by.did, by.method, about, at, until, place, remarks, step)


def endorse(
    ports: Ports,
    about: str,
    comment: str,
    out: Path,
    *,
    key: str,
    name: str | None = None,
    content: Path | None = None,
    proof: str | None = None,
) -> SignedFile:
    """A signed word about somebody's work, a badge, or an issuer.

    Args:
        ports: the doors.
        about: id of what it is about, a whole address.
        comment: in the endorser's own words.
        out: where to write it.
        key: name of the endorser's key.
        name: the endorser's name, as readers should see it; that of the key when None.
        content: the file that is endorsed: the words then count for this version of it only.
        proof: as for :func:`issue`.

    Raises:
        InputError: the content or the key cannot be read.
        UserError: no such key, no words, or no whole address.
    """
    from credlens.issue.credentials import endorsement

    ports.files.place(out, "--out")
    by = signer(ports, key)
    data = ports.files.read(content).data if content else None
    at, mine = to_the_second(ports.now()), _new_id(ports)
    document = endorsement(Party(by.did, name or by.name), about, comment, id=mine, at=at, content=data)
    signed = sign(ports, document, by, at, proof)
    file = ports.files.write(out, written_out(signed))
    return SignedFile(file, _form(signed), mine, by.did, by.method, about, at)


def sign(
    ports: Ports, document: Mapping[str, Any], by: Signer, at: datetime, proof: str | None
) -> str | dict[str, Any]:
    """A document as a token, or with a proof inside; it holds before our own verifier.

    Raises:
        UserError: no such proof, or not with a key of this kind, or what it says would not hold.
    """
    from credlens.issue.securing import as_json, as_token

    if proof is not None and proof not in tuple(Proof):
        raise UserError(f"There is no proof {proof!r}.", where="--proof", what_to_do=f"Use one of: {', '.join(Proof)}.")
    inside = by.key.kind.name == KeyName.ED25519.name if proof is None else proof == Proof.INSIDE
    signed = as_json(document, by.key, at, by.method) if inside else as_token(document, by.key, by.method)
    must_hold(ports, written_out(signed), by, at)
    return signed


def written_out(signed: str | Mapping[str, Any]) -> str:
    """A file's content."""
    return signed if isinstance(signed, str) else json.dumps(signed, ensure_ascii=False, indent=2) + "\n"


def _form(signed: str | Mapping[str, Any], picture: bytes | None = None) -> str:
    if picture is not None:
        return "png" if picture.startswith(b"\x89PNG") else "svg"
    return Proof.TOKEN if isinstance(signed, str) else Proof.INSIDE


def _placed(ports: Ports, by: Signer, wanted: Place | None, size: int) -> Place | None:
    """The place in the list, drawn when it was not named: places in order would tell when a badge was issued."""
    if wanted is None:
        return None
    state = state_of(ports, wanted.address)
    must_fit(state, by.did, wanted.purpose)
    if wanted.index is not None:
        return wanted
    free = [place for place in range(size) if place not in state.given and place not in state.off]
    if not free:
        raise UserError(f"Every place of the list at {wanted.address} is taken.", what_to_do="Begin another list.")
    drawn = int.from_bytes(ports.issuing.chance(_ID), "big") % len(free)
    return replace(wanted, index=free[drawn])


def _note_place(ports: Ports, by: Signer, place: Place, badge: str) -> tuple[str, ...]:
    """Note who has a place before the badge is in anybody's hands; returns what to know about it."""
    state, index = state_of(ports, place.address), place.index or 0
    note_given(ports, state, by.did, place.purpose, index, badge)
    remarks = []
    if index in state.given:
        remarks.append(f"Another badge has place {index} of the list already: what is done to one is done to both.")
    if index in state.off:
        remarks.append(f"Place {index} is marked in the list already: the badge does not count.")
    return tuple(remarks)


def _publish(by: Signer, place: Place) -> str:
    """How to write the list that the badge names."""
    suspend = " --suspend" if place.purpose == "suspension" else ""
    return f"credlens badge revoke --key {by.name} --list {place.address}{suspend} --out list.json"


def _achievement_id(by: Signer, wanted: Award) -> str:
    """The same for all badges of that name from one issuer, so that they are known to be for the same thing."""
    return uuid5(NAMESPACE_URL, f"{by.did} {wanted.achievement.name}").urn


def _new_id(ports: Ports) -> str:
    return UUID(bytes=ports.issuing.chance(_ID), version=4).urn


def end_of(day: date) -> datetime:
    """The last second of a day, in UTC."""
    return datetime.combine(day, END_OF_DAY, UTC)


def to_the_second(moment: datetime) -> datetime:
    """To the second, as badges say it."""
    return moment.replace(microsecond=0)
