"""Use case: say what a credential's fact really is, with where it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.catalog.index import indexed
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.catalog import codec
from credlens.catalog.filled import COMPARED
from credlens.catalog.interview.question import Question
from credlens.catalog.interview.record import ABOUT, record
from credlens.catalog.interview.table import QUESTIONS
from credlens.model.credential import Credential
from credlens.model.errors import UserError
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown

_NOT_FACTS = ("title", "skills")  # a title is who it is; skills are linked to a taxonomy where a record is imported
YOURS = "you said so"


@dataclass(frozen=True)
class MendResult:
    """A credential with facts of the person's.

    Attributes:
        fields: the record's fields that changed.
    """

    credential: Credential
    fields: tuple[str, ...]
    source: Source

    def to_json(self) -> dict[str, Any]:
        """``{"id", "title", "fields", "source"}``."""
        return {
            "id": self.credential.id,
            "title": self.credential.title,
            "fields": list(self.fields),
            "source": {
                "method": self.source.method.value,
                "address": self.source.address,
                "date": self.source.date.isoformat() if self.source.date else None,
                "note": self.source.note,
            },
        }


def mendable() -> tuple[Question, ...]:
    """The questions whose answers may be given as facts."""
    return tuple(q for q in QUESTIONS if q.id not in _NOT_FACTS)


def mend(
    ports: Ports,
    credential_id: str,
    answers: Mapping[str, object],
    *,
    address: str | None = None,
    seen: date | None = None,
    note: str = "",
) -> MendResult:
    """Put facts into a credential, in the place of what its record says of the same; the record becomes one of the person's own.

    What a fact was before is kept beside it and shown as overruled. Removing the own record brings everything back.

    Args:
        ports: the doors.
        credential_id: id, title or another name.
        answers: question id -> answer, as the interview takes them ("hours": "30-50").
        address: of the page that says so; then the facts count as read there, else as said by the person.
        seen: the day it was read; today when None.
        note: what a reader should know.

    Raises:
        UserError: the catalog does not have it, nothing is said, a question cannot be answered for a fact, the address is none, or the
            day is still to come.
        InputError: answers that make no sense, each with the id of its question as the place.
    """
    day = seen or ports.today
    _sensible(ports, answers, address, day)
    knowledge = Knowledge.of(ports)
    found = find_credential(ports, knowledge, credential_id)
    before = knowledge.curated.credentials.get(found.id, found)
    said = record({ABOUT: "page", **answers}, ports.today)
    source = Source(Method.READ if address else Method.STATED, address, day, note or ("" if address else YOURS))
    changed: dict[str, Any] = {}
    for name in COMPARED:
        new, blank = getattr(said, name), getattr(_BLANK, name)
        if new != blank:
            changed[name] = _overruling(getattr(before, name), _from(new, source))
    gone = {a.field for a in said.absent}
    kept = tuple(a for a in before.absent if a.field not in changed and a.field not in gone)
    absent = (*kept, *(_from(a, source) for a in said.absent))
    changed |= {name: () for name in gone if name not in changed}
    made = replace(before, **changed, absent=absent)
    ports.store().save_records([NamedBytes(made.id, codec.pack(made))])
    indexed(ports, Knowledge.of(ports))  # so that a search finds what it says now
    return MendResult(made, tuple(sorted({*changed, *gone})), source)


_BLANK = Credential("", "")


def _sensible(ports: Ports, answers: Mapping[str, object], address: str | None, day: date) -> None:
    if not answers:
        raise UserError(
            "Nothing is said.", where="FACT", what_to_do="Say a fact, such as hours=40 or assessment=project."
        )
    for name in answers:
        if name in _NOT_FACTS:
            raise UserError(
                f"The {name} cannot be changed so.",
                where=name,
                what_to_do="Write a record of your own and import it: credlens catalog import yaml FILE.",
            )
    if address is not None and not address.startswith(("https://", "http://")):
        raise UserError(
            f"{address!r} is no address of a page.", where="--source", what_to_do="Write it in full: https://..."
        )
    if day > ports.today:
        raise UserError(f"{day} is still to come.", where="--seen", what_to_do="Name the day you saw it.")


def _from(value: Any, source: Source) -> Any:
    """The same said by another source, also what lies inside."""
    if isinstance(value, tuple):
        return tuple(_from(part, source) for part in value)
    if isinstance(value, Fact):
        return replace(value, sources=(source,))
    if is_dataclass(value) and not isinstance(value, type):
        inner = {f.name: _from(getattr(value, f.name), source) for f in fields(value) if f.name != "sources"}
        if any(f.name == "sources" for f in fields(value)):
            inner["sources"] = (source,)
        return replace(value, **inner)
    return value


def _overruling(before: Any, now: Any) -> Any:
    """A fact that remembers the value whose place it takes."""
    if not (isinstance(before, Fact) and isinstance(now, Fact)) or isinstance(before.value, Unknown):
        return now
    if before.value == now.value:
        return replace(now, overruled=before.overruled)
    old = tuple(Overruled(before.value, s, YOURS) for s in before.sources[:1])
    return replace(now, overruled=(*old, *before.overruled))
