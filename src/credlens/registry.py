"""One way to find the members of a kind: a table of lazy ``"module:Name"`` strings.

A *kind* (a criterion, a red flag, an ad format, a price model ...) is a package whose ``__init__`` holds a
:class:`Registry`. A member is one file, and one line in that table. Nothing is imported until a member is asked for,
so start-up stays fast and a broken member breaks only itself. Third parties add members through the entry-point group
``credlens.<kind>`` with the same string form; a built-in name cannot be replaced by an entry point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from credlens.model.errors import UserError

T = TypeVar("T")


class Registry(Generic[T]):
    """The members of one kind, loaded on first use.

    Args:
        kind: name of the kind, singular, as users see it ("criterion"); also the entry-point group's last part.
        table: member name -> ``"package.module:attribute"``.
    """

    def __init__(self, kind: str, table: Mapping[str, str]) -> None:
        self.kind = kind
        self._table = dict(table)
        self._loaded: dict[str, T] = {}
        self._plugins_seen = False

    def names(self) -> tuple[str, ...]:
        """All member names: built-in ones in table order, then third parties' in alphabetical order."""
        self._see_plugins()
        return tuple(self._table)

    def __getitem__(self, name: str) -> T:
        """The member called ``name``.

        Raises:
            UserError: no such member; the message lists the ones there are.
        """
        if name not in self._table:
            self._see_plugins()
        if name not in self._table:
            raise UserError(
                f"There is no {self.kind.replace('_', ' ')} called {name!r}.",
                what_to_do=f"Use one of: {', '.join(self._table)}.",
            )
        if name not in self._loaded:
            module, _, attribute = self._table[name].partition(":")
            self._loaded[name] = getattr(import_module(module), attribute)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __len__(self) -> int:
        return len(self.names())

    def items(self) -> Iterator[tuple[str, T]]:
        """Every member with its name, loaded."""
        return ((name, self[name]) for name in self.names())

    def values(self) -> Iterator[T]:
        """Every member, loaded."""
        return (self[name] for name in self.names())

    def _see_plugins(self) -> None:
        if self._plugins_seen:
            return
        self._plugins_seen = True
        for point in sorted(entry_points(group=f"credlens.{self.kind}"), key=lambda p: (p.name, p.value)):
            self._table.setdefault(point.name, point.value)
