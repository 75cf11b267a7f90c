"""Ids for credentials that the catalog does not have, what it may know them as, and keeping them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import count

from credlens.app.catalog.ports import CatalogStore
from credlens.app.catalog.taking import proposed_id, sketch_of
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.catalog import codec
from credlens.catalog.identity import DOUBTFUL, Sketch, judge
from credlens.model.credential import Credential


@dataclass(frozen=True, slots=True)
class Known:
    """A credential of the catalog that another record seems to speak of.

    Attributes:
        probability: that it does, in [0, 1].
        because: in words.
    """

    id: str
    title: str
    probability: float
    because: str


def name_apart(knowledge: Knowledge, credential: Credential, taken: Collection[str]) -> Credential:
    """The credential with an id that nothing else has: ``some-title``, else ``some-title-2`` and so on.

    The same record that was kept before keeps its id, so that keeping it again changes nothing. Nothing is ever overwritten: a record that says
    something else gets a new id.

    Args:
        taken: further ids that are not free.
    """
    before = {c.id: c for c in knowledge.kept}
    first = proposed_id(credential)
    for number in count(1):
        wanted = first if number == 1 else f"{first}-{number}"
        if wanted in taken:
            continue
        if wanted not in knowledge.catalog or _says_the_same(before.get(wanted), credential):
            return replace(credential, id=wanted)
    raise AssertionError("numbers do not end")


def known_as(knowledge: Knowledge, store: CatalogStore | None, credential: Credential) -> Known | None:
    """What the catalog has that this seems to be, the likeliest; None when nothing is at least as likely as not.

    Args:
        store: what imported catalogs say; None when there is nothing yet.
    """
    mine = _sketch(credential)
    near = [s for s in map(_sketch, knowledge.curated.credentials.values()) if _has_a_name_of(s, mine)]
    known = {s.id for s in near}
    if store is not None and store.count():
        near += [s for s in store.alike([mine.key], mine.identifiers) if s.id not in known]
    judged = [(judge(mine, s), s) for s in near if s.id != credential.id]
    best = min(judged, key=lambda pair: (-pair[0].probability, pair[1].id), default=None)
    if best is None or best[0].probability < DOUBTFUL:
        return None
    return Known(best[1].id, best[1].title, best[0].probability, best[0].because)


def keep(ports: Ports, credentials: Collection[Credential]) -> None:
    """Put these among the person's own records, in one step; each has an id of :func:`name_apart`."""
    there = {r.name for r in ports.store().records()}
    ports.store().save_records([NamedBytes(c.id, codec.pack(c)) for c in credentials if c.id not in there])


def _sketch(credential: Credential) -> Sketch:
    return replace(sketch_of(credential, ""), id=credential.id, sources=())


def _has_a_name_of(one: Sketch, other: Sketch) -> bool:
    return one.key == other.key or bool(set(one.identifiers) & set(other.identifiers))


def _says_the_same(before: Credential | None, credential: Credential) -> bool:
    """Whether a kept record says this, whoever said it when; skills that were read in it aside."""
    if before is None:
        return False
    alike = replace(before, id=credential.id, skills=credential.skills)
    return codec.said(alike) == codec.said(credential)
