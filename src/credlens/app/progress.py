"""What a waiting person is told."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Tells a waiting person what is done of how many."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """``done`` of ``total`` ``what`` are done."""
        ...


def unsaid(words: str) -> None:
    """Nobody waits for news."""


def silent(what: str, done: int, total: int) -> None:
    """No progress shown."""
