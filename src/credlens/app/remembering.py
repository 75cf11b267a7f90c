"""What was worked out of the stored state, for who keeps the doors open: a command forgets it, a server asks again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Remember(Protocol):
    """Gives what was made before, or makes it."""

    def __call__(self, name: str, state: Callable[[], Any], make: Callable[[], T]) -> T:
        """What ``make`` gives; what it gave before under this name, as long as ``state`` is what it was then."""
        ...


def forgetful(name: str, state: Callable[[], Any], make: Callable[[], T]) -> T:  # noqa: ARG001 - as who remembers takes them
    """Made anew each time: a command asks once."""
    return make()


class Remembering:
    """The last thing of each name, with the state that it was made of. One caller at a time."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Any, Any]] = {}

    def __call__(self, name: str, state: Callable[[], Any], make: Callable[[], T]) -> T:
        """See :class:`Remember`. The state is taken before the thing is made: what changes meanwhile is seen the next time."""
        now = state()
        if name not in self._kept or self._kept[name][0] != now:
            self._kept[name] = (now, make())
        kept: T = self._kept[name][1]
        return kept

    def state(self, name: str) -> Any:
        """The state of which the last thing of a name was made; None when there is none."""
        return self._kept[name][0] if name in self._kept else None


def no_stamp() -> Hashable:
    """Nobody asks whether anything changed."""
    return None
