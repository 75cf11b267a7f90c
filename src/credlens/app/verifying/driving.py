"""Goes through the steps of verifying in this process, answering what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from credlens.verify.needs import Need, Reply, Steps

T = TypeVar("T")


def driven(running: Steps[T], answer: Callable[[Need], Reply]) -> T:
    """What comes of the steps.

    Args:
        running: steps that were not begun.
        answer: the document that they ask for; what it raises is raised here.
    """
    try:
        need = next(running)
        while True:
            need = running.send(answer(need))
    except StopIteration as end:
        found: T = end.value
        return found
