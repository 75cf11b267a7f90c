"""What was worked out before, kept in a bounded amount: ads repeat each other's sentences."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Values by key; what has not been asked for lately is forgotten.

    There are two generations. What is learnt or asked for goes into the young one; when that is full it becomes the old one, and what stood in
    the old one is forgotten. That costs one look-up where an exact order of use would cost a list.

    Args:
        most: how many values one generation holds.
    """

    __slots__ = ("_old", "_young", "most")

    def __init__(self, most: int) -> None:
        self.most = most
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value, or None."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        """Remember a value."""
        if len(self._young) >= self.most:
            self._old, self._young = self._young, {}
        self._young[key] = value

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def cache_clear(self) -> None:
        """Forget everything; named as :func:`functools.lru_cache` names it."""
        self._young, self._old = {}, {}
