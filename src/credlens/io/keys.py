"""An issuer's keys and notes on the disk, for their owner alone: ``HOME/keys/NAME.pem``, ``HOME/lists/*.jsonl``; and chance."""

from __future__ import annotations

import os
import secrets
import stat
from hashlib import sha256
from pathlib import Path

from credlens.io.disk import safe, told
from credlens.model.errors import InputError, Problem, UserError

KEYS = "keys"
LISTS = "lists"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
OWNER = stat.S_IRUSR | stat.S_IWUSR
LARGEST = 64 * 1024  # bytes of a key file; a key has some hundred


class DiskIssuer:
    """Keys and notes under a home folder; nothing is made there before the first key or note.

    Args:
        home: the folder that holds a person's state.
    """

    def __init__(self, home: Path) -> None:
        self._home = home

    def chance(self, size: int) -> bytes:
        """From the system."""
        return secrets.token_bytes(size)

    def key_names(self) -> tuple[str, ...]:
        """Names, in order."""
        return tuple(sorted(p.stem for p in (self._home / KEYS).glob("*.pem")))

    def key(self, name: str) -> bytes:
        """The file of a key.

        Raises:
            InputError: others than its owner may read it, or it cannot be read.
        """
        path = self._key_file(name)
        try:
            with path.open("rb") as stream:
                mode = os.fstat(stream.fileno()).st_mode
                data = stream.read(LARGEST)
        except OSError as error:
            raise _unusable(
                path, f"The key cannot be read: {error.strerror or error}.", "Check who may read it."
            ) from error
        if os.name == "posix" and mode & OTHERS:
            raise _unusable(
                path,
                "Others on this machine may read or change this private key, so it is not used.",
                f"Keep it to yourself: chmod 600 {path}. If somebody may have seen it, make a new key.",
            )
        return data

    def keep_key(self, name: str, data: bytes) -> Path:
        """A new file that only its owner can read, also while it is being written.

        Raises:
            UserError: there is a key of that name.
            OutsideError: the disk refuses.
        """
        path = self._key_file(name)
        with told("The key", path):
            _own_folder(path.parent)
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER)
            except FileExistsError:
                raise UserError(
                    f"There is a key {name!r} already. It is not replaced: badges that it signed would lose it.",
                    where=str(path),
                    what_to_do="Choose another name.",
                ) from None
            try:
                _write(handle, data)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return path.resolve()

    def public_file(self, name: str) -> Path:
        """Beside the keys."""
        return self._home / KEYS / safe(name)

    def notes(self, address: str) -> tuple[str, ...]:
        """What was noted about a list, oldest first.

        Raises:
            InputError: the notes cannot be read.
        """
        path = self._list_file(address)
        try:
            return tuple(path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
        except (OSError, UnicodeDecodeError) as error:
            raise _unusable(
                path, f"The notes on the list {address} cannot be read: {error}.", "Restore the file from a copy."
            ) from error

    def note(self, address: str, line: str) -> None:
        """Append a line, so that two programs that note at once both keep theirs.

        Raises:
            OutsideError: the disk refuses.
        """
        path = self._list_file(address)
        with told("What was changed in the list", path):
            _own_folder(path.parent)
            _write(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER), f"{line}\n".encode())

    def _key_file(self, name: str) -> Path:
        return self._home / KEYS / safe(f"{name}.pem")

    def _list_file(self, address: str) -> Path:
        return self._home / LISTS / f"{sha256(address.encode()).hexdigest()[:32]}.jsonl"


def _own_folder(folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def _write(handle: int, data: bytes) -> None:
    """In one go, and wait until the disk has it."""
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _unusable(path: Path, message: str, what_to_do: str) -> InputError:
    return InputError([Problem(str(path), message, what_to_do)])
