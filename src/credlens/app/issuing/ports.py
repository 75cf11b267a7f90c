"""Where an issuer's keys and lists are kept, and where chance comes from, as a small protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class IssuerStore(Protocol):
    """What somebody who issues badges keeps."""

    def chance(self, size: int) -> bytes:
        """So many bytes that nobody can guess."""
        ...

    def key_names(self) -> tuple[str, ...]:
        """Names of the keys, in order."""
        ...

    def key(self, name: str) -> bytes:
        """The file of a key.

        Raises InputError when others than its owner may read it, or when it cannot be read.
        """
        ...

    def keep_key(self, name: str, data: bytes) -> Path:
        """Keep a new key so that only its owner can read it. Returns its file.

        Raises UserError when there is one of that name: it is never replaced.
        """
        ...

    def public_file(self, name: str) -> Path:
        """Where a file to publish lies beside the keys unless another place is named."""
        ...

    def notes(self, address: str) -> tuple[str, ...]:
        """What was noted about the list of revoked badges at an address, oldest first."""
        ...

    def note(self, address: str, line: str) -> None:
        """Note one line more; it is on the disk when this comes back, and nothing noted before is lost."""
        ...
