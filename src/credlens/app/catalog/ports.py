"""What the catalog needs from outside: a place for what published catalogs said, and an index to search in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from credlens.catalog.entry import Entry
from credlens.catalog.identity import Doubt, Sketch
from credlens.catalog.query import Found, Query
from credlens.model.offer import Identifier


@dataclass(frozen=True, slots=True)
class Statement:
    """One source's word on one credential, as it was on a day.

    Attributes:
        source: name of the source ("ctdl").
        key: the source's own name for the credential.
        credential: id of the credential in our catalog that it speaks of.
        data: the record, packed (``catalog.codec``).
        digest: of what it says, dates aside: the same as long as nothing changed.
        file: where it was read.
        seen: the day it was imported.
        until: the day another one took its place; None for the current one.
    """

    source: str
    key: str
    credential: str
    data: bytes
    digest: str
    file: str
    seen: date
    until: date | None = None


@dataclass(frozen=True)
class Batch:
    """Changes that belong together.

    Attributes:
        statements: each takes the place of the current one of its source and key, which stays as history when its digest differs, and is
            overwritten when it does not.
        entries: each takes the place of the one with its id.
        dropped: ids whose entry goes, since their statements moved to another credential.
        doubts: pairs that may be the same thing; those a person has judged stay as judged.
    """

    statements: Sequence[Statement] = ()
    entries: Sequence[Entry] = ()
    dropped: Sequence[str] = ()
    doubts: Sequence[Doubt] = ()


class CatalogStore(Protocol):
    """Imported statements and the index over the whole catalog. Every method is one transaction."""

    def current(self, credentials: Sequence[str]) -> Mapping[str, tuple[Statement, ...]]:
        """The current statements about these credentials, oldest source first; those without any are left out."""
        ...

    def history(self, credential: str) -> tuple[Statement, ...]:
        """Every statement there ever was about a credential, oldest first."""
        ...

    def known(self, source: str, keys: Sequence[str]) -> Mapping[str, Statement]:
        """The current statements of a source by their keys."""
        ...

    def alike(self, keys: Sequence[str], identifiers: Sequence[Identifier]) -> tuple[Sketch, ...]:
        """Entries that share a title key or an identifier with something."""
        ...

    def save(self, batch: Batch) -> None:
        """Make these changes, all or none."""
        ...

    def entry_titles(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Titles of those of these ids that have an entry."""
        ...

    def search(self, query: Query) -> Found:
        """What the index finds."""
        ...

    def teaching(self, skill: str, most: int) -> tuple[str, ...]:
        """Credentials with statements that teach a skill, the surest, deepest and best known first."""
        ...

    def ids(self) -> Iterator[str]:
        """Every credential with a statement, in order."""
        ...

    def count(self) -> int:
        """How many there are."""
        ...

    def generation(self) -> int:
        """A number that grows with every change of the index."""
        ...

    def doubts(self) -> tuple[Doubt, ...]:
        """Pairs that may be the same thing and that nobody has judged, likeliest first."""
        ...

    def judge(self, one: str, other: str, *, same: bool) -> None:
        """Remember a person's word on a pair."""
        ...

    def judged(self, ids: Sequence[str]) -> Mapping[frozenset[str], bool]:
        """What persons said of pairs with these ids."""
        ...

    def mark(self, name: str) -> str | None:
        """A remembered word, such as the digest of the starter catalog that is in the index."""
        ...

    def set_mark(self, name: str, value: str) -> None:
        """Remember one."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Current statements by source."""
        ...

    def optimise(self) -> None:
        """Tidy the index after many changes."""
        ...


class CatalogDoor(Protocol):
    """Opens the catalog's store."""

    def __call__(self) -> CatalogStore:
        """The store of this home, or one in memory as long as the home has none."""
        ...
