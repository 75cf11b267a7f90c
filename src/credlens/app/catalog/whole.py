"""The whole catalog: hand-written records, and what imported catalogs say, merged when somebody asks for it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, cast

from credlens.app.catalog.ports import CatalogStore, Statement
from credlens.catalog.codec import unpack
from credlens.catalog.merge import Record, merge
from credlens.catalog.references import references, resolved
from credlens.model.credential import Catalog, Credential
from credlens.model.offer import Identifier

MOST_TAUGHT = 60  # imported credentials looked at for one skill: the deepest and best known; a search finds the others
BATCH = 400  # records read at once


def whole(curated: Catalog, store: CatalogStore) -> Catalog:
    """The catalog of hand-written and imported records."""
    credentials = Credentials(curated, store)
    return StoredCatalog(credentials, f"{curated.origin}, with {store.count():,} imported")


def _unpacked(statement: Statement) -> Credential:
    return unpack(statement.data)


def merged(
    mine: Credential | None, statements: Sequence[Statement], read: Callable[[Statement], Credential] = _unpacked
) -> Credential:
    """One credential out of its hand-written record and the statements about it, at least one of all: the hand-written one, then the newest.

    Args:
        read: gives a statement's record, for callers that have it at hand.
    """
    said = sorted(statements, key=lambda s: (-s.seen.toordinal(), s.source, s.key))
    records = [Record(s.source, read(s)) for s in said]
    found = merge([Record("", mine), *records] if mine else records)
    return found if mine or not said else replace(found, id=said[0].credential)


class Credentials(Mapping[str, Credential]):
    """Credentials by id, read when they are asked for, and kept."""

    def __init__(self, curated: Catalog, store: CatalogStore) -> None:
        self._curated = curated
        self._store = store
        self._read: dict[str, Credential] = {}
        self._said_of_curated = store.current(list(curated.credentials))

    def __getitem__(self, credential_id: str) -> Credential:
        self.load([credential_id])
        return self._read[credential_id]

    def __contains__(self, credential_id: object) -> bool:
        if credential_id in self._read or credential_id in self._curated:
            return True
        return isinstance(credential_id, str) and bool(self._store.current([credential_id]))

    def __iter__(self) -> Iterator[str]:
        yield from self._curated.credentials
        batch: list[str] = []
        for each in self._store.ids():
            if each not in self._curated:
                batch.append(each)
            if len(batch) == BATCH:
                yield from self._ahead(batch)
                batch = []
        yield from self._ahead(batch)

    def __len__(self) -> int:
        return len(self._curated) + self._store.count() - len(self._said_of_curated)

    def _ahead(self, batch: list[str]) -> list[str]:
        """Reads together what is about to be asked for one by one."""
        self.load(batch)
        return batch

    def load(self, ids: Iterable[str]) -> None:
        """Read these at once. Ids that the catalog does not have are passed over."""
        missing = [i for i in dict.fromkeys(ids) if i not in self._read]
        if missing:
            self._read.update((c.id, c) for c in self._found(missing))

    def stream(self) -> Iterator[Credential]:
        """All of them, in batches of which none is kept: a hundred thousand would not fit."""
        yield from (self[i] for i in self._curated.credentials)
        ids = (i for i in self._store.ids() if i not in self._curated)
        while batch := list(islice(ids, BATCH)):
            yield from self._found(batch)

    def _found(self, ids: list[str]) -> list[Credential]:
        said = dict(self._store.current([i for i in ids if i not in self._curated]))
        found = []
        for each in ids:
            mine = self._curated.credentials.get(each)
            statements = self._said_of_curated.get(each, ()) if mine else said.get(each, ())
            if mine or statements:
                found.append(merged(mine, statements))
        known = self._names(name for c in found for name in references(c))
        return [resolved(c, known) for c in found] if known else found

    def _names(self, wanted: Iterable[Identifier]) -> dict[Identifier, str]:
        names = set(wanted)
        if not names:
            return {}
        alike = self._store.alike((), sorted(names))
        return {name: sketch.id for sketch in alike for name in sketch.identifiers if name in names}

    def teaching(self, skill: str) -> tuple[Credential, ...]:
        """Those known to teach a skill: all hand-written ones, and the best known of the others."""
        mine = [i for i in self._curated.credentials if i in self._said_of_curated or self._curated[i].teaches(skill)]
        others = [i for i in self._store.teaching(skill, MOST_TAUGHT) if i not in self._curated]
        self.load([*mine, *others])
        return tuple(c for c in (self._read[i] for i in sorted({*mine, *others})) if c.teaches(skill))


@dataclass(frozen=True)
class StoredCatalog(Catalog):
    """A catalog too large to hold: what teaches a skill is asked of the index."""

    credentials: Credentials

    def teaching(self, skill_id: str) -> tuple[Credential, ...]:
        """Credentials known to teach a skill, in id order; of the imported ones no more than :data:`MOST_TAUGHT`."""
        return self.credentials.teaching(skill_id)


@dataclass(frozen=True)
class CatalogBeside(Catalog):
    """A catalog with credentials beside it that it does not have.

    Attributes:
        under: the catalog.
        added: the others, by id.
    """

    under: Catalog = field(default_factory=lambda: Catalog({}))
    added: Mapping[str, Credential] = field(default_factory=dict)

    @classmethod
    def of(cls, under: Catalog, added: Mapping[str, Credential]) -> CatalogBeside:
        """Both together; of two with one id the added one is seen."""
        # A ChainMap only writes into its first map, and nobody writes into this one.
        both = cast("Mapping[str, Credential]", ChainMap(cast("Any", added), cast("Any", under.credentials)))
        return cls(both, under.origin, under, added)

    def teaching(self, skill_id: str) -> tuple[Credential, ...]:
        """Credentials known to teach a skill, the added ones first."""
        mine = tuple(c for c in self.added.values() if c.teaches(skill_id))
        return (*mine, *(c for c in self.under.teaching(skill_id) if c.id not in self.added))


def every(catalog: Catalog) -> Iterator[Credential]:
    """Each credential of a catalog once, for those who look at all of them and keep none."""
    credentials = catalog.credentials
    return credentials.stream() if isinstance(credentials, Credentials) else iter(credentials.values())
