"""Ids for credentials that the catalog does not have, what it may know them as, and keeping them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from credlens.app.catalog.ports import CatalogStore
from credlens.app.catalog.taking import proposed_id
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.catalog import codec
from credlens.catalog.filled import COMPARED, sources
from credlens.catalog.identity import DOUBTFUL, SURE
from credlens.catalog.recognising import alike, recognise, sketch
from credlens.model.credential import Credential
from credlens.model.fact import Method


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

    @property
    def sure(self) -> bool:
        """Whether two records so alike become one in imported catalogs."""
        return self.probability >= SURE


def name_apart(knowledge: Knowledge, credential: Credential, taken: Collection[str]) -> Credential:
    """The credential with an id that nothing else has: ``some-title``, else ``some-title-2`` and so on.

    The same record that was kept before keeps its id, so that keeping it again changes nothing. A record that says something else gets a new
    id; whether it takes the place of one kept before is for :func:`said_before` to say.

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


def said_before(
    ports: Ports, knowledge: Knowledge, credential: Credential, taken: Collection[str] = ()
) -> Credential | None:
    """The record that the person kept before of surely the same thing, told in the same way; None when there is none.

    What they wrote by hand or got from somebody else is never meant, and a page is not what answers say.

    Args:
        taken: ids that are not looked at.
    """
    if not knowledge.kept:
        return None
    mine = {r.name for r in ports.store().records() if codec.is_packed(r.data)} - set(taken)
    judged = [
        (recognise(credential, c).probability, c)
        for c in knowledge.kept
        if c.id in mine and _by_the_person(c) == _by_the_person(credential)
    ]
    probability, best = min(judged, key=lambda pair: (-pair[0], pair[1].id), default=(0.0, None))
    return best if probability >= SURE else None


def day_of(credential: Credential) -> date | None:
    """The latest day on which anybody said anything of what it says; None when nothing has a day."""
    days = (s.date for name in COMPARED for s in sources(credential, name) if s.date)
    return max(days, default=None)


def same_as(credential: Credential, named: Collection[Credential]) -> str:
    """The id of the one among these that this surely is; empty when there is none."""
    judged = [(recognise(credential, c).probability, c.id) for c in named if c.id != credential.id]
    probability, best = min(judged, key=lambda pair: (-pair[0], pair[1]), default=(0.0, ""))
    return best if probability >= SURE else ""


def known_as(knowledge: Knowledge, store: CatalogStore | None, credential: Credential) -> Known | None:
    """What the catalog has that this seems to be, the likeliest; None when nothing is at least as likely as not.

    Args:
        store: what imported catalogs say; None when there is nothing yet.
    """
    curated = knowledge.curated.credentials
    judged = [(recognise(credential, c), c.id, c.title) for c in curated.values()]
    if store is not None and store.count():
        mine = sketch(credential)
        near = (s for s in store.alike([mine.key], mine.identifiers) if s.id not in curated)
        judged += [(alike(mine, replace(s, sources=())), s.id, s.title) for s in near]
    others = [found for found in judged if found[1] != credential.id]
    best = min(others, key=lambda found: (-found[0].probability, found[1]), default=None)
    if best is None or best[0].probability < DOUBTFUL:
        return None
    return Known(best[1], best[2], best[0].probability, best[0].because)


def keep(ports: Ports, credentials: Collection[Credential], replacing: Collection[str] = ()) -> None:
    """Put these among the person's own records, in one step; each has an id of :func:`name_apart`.

    Args:
        replacing: ids of own records that these take the place of; any other record stays as it is.
    """
    there = {r.name for r in ports.store().records()} - set(replacing)
    ports.store().save_records([NamedBytes(c.id, codec.pack(c)) for c in credentials if c.id not in there])


def _by_the_person(credential: Credential) -> bool:
    """Whether all of it was said by the person, and nothing read in a page or badge; skills that were read in it aside."""
    said = [s for name in COMPARED if name != "skills" for s in sources(credential, name)]
    return all(s.method is Method.STATED for s in said)


def _says_the_same(before: Credential | None, credential: Credential) -> bool:
    """Whether a kept record says this, whoever said it when; skills that were read in it aside."""
    if before is None:
        return False
    renamed = replace(before, id=credential.id, skills=credential.skills)
    return codec.said(renamed) == codec.said(credential)
