"""All that is kept of a person, as rows, and what lies below the home folder: the door through which it goes out, comes back and goes away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Value = str | int | float | bool | bytes | None
Row = Mapping[str, Value]
"""A row by its columns, without whose it is. Days are ISO 8601."""

State = Mapping[str, Sequence[Row]]
"""Rows by kind, in an order that is always the same. A kind is a table of the store, or one of :data:`FILED`."""

KEYS, LISTS, REGISTRIES = "keys", "lists", "registries"
FILED = (KEYS, LISTS, REGISTRIES)
"""Kinds that are files below the home folder; their rows are ``{"name", "data"}``."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something that is there.

    Attributes:
        what: in plain words.
        where: table of the store, or path below the home folder.
        count: rows or files.
    """

    what: str
    where: str
    count: int

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {"what": self.what, "where": self.where, "count": self.count}


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a home.

    Attributes:
        personal: what is the person's, and goes when they are erased.
        public: what anybody could have, and stays.
        strange: names of what this program did not put there.
    """

    personal: tuple[Held, ...]
    public: tuple[Held, ...]
    strange: tuple[str, ...]


class KeepingStore(Protocol):
    """The person's whole state. Nothing is made by looking."""

    def found(self) -> Found:
        """What is there."""
        ...

    def state(self) -> State:
        """All rows of the person, of every table and every kind of file; kinds without any are left out."""
        ...

    def check(self, state: State) -> None:
        """See that this is a state that the program can work with.

        Raises InputError when it is not.
        """
        ...

    def restore(self, state: State, *, replace: bool) -> None:
        """Keep this state, which was checked. What is in the store changes in one step, and last.

        Args:
            state: what to keep. Keys, and lists of what was revoked, are added to those that are there, since nobody can make them again.
            replace: whether it takes the place of a state that is there.

        Raises:
            UserError: there is a state and it is not to be replaced, or a key of the same name that is another. Then nothing is changed.
            OutsideError: the disk refuses.
        """
        ...

    def erase(self, renamed: Mapping[str, str]) -> None:
        """Remove every trace of the person, also from the raw bytes. Stopped at any moment, the next call finishes.

        Args:
            renamed: new ids of credentials that published catalogs speak of under the id of a record of the person's own.

        Raises:
            OutsideError: the disk refuses, or another program uses the store.
        """
        ...
