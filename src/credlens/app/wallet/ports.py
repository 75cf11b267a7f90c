"""Where badges are kept, as a small protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """A document that a badge refers to, as it was when the badge was verified.

    Attributes:
        kind: what it was needed as; a name of :class:`credlens.verify.needs.Kind`.
        got: the day it was fetched or given.
    """

    url: str
    kind: str
    data: bytes
    content_type: str
    got: date


@dataclass(frozen=True, slots=True)
class StoredBadge:
    """A badge in the wallet.

    Attributes:
        id: the first letters of the SHA-256 of its bytes, in hex.
        name: the file or address it came from.
        data: its bytes, untouched.
        added: the day it was put in; ``verified``: the day of the report.
        report: the report (JSON), see :mod:`credlens.verify.record`.
    """

    id: str
    name: str
    data: bytes
    added: date
    verified: date
    report: str


class WalletStore(Protocol):
    """A person's badges. Every method is one transaction."""

    def badges(self) -> tuple[StoredBadge, ...]:
        """All of them, in the order they were put in."""
        ...

    def copies(self, badge: str) -> tuple[StoredCopy, ...]:
        """What a badge refers to, by address."""
        ...

    def keep(self, badge: StoredBadge, copies: Sequence[StoredCopy]) -> None:
        """Keep a badge with its copies, instead of what was kept under its id; it stays in its place in the order."""
        ...

    def remove(self, badge: str) -> None:
        """Forget a badge and its copies."""
        ...
