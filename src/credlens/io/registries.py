"""Lists of issuers that a person trusts, on the disk: ``HOME/registries/NAME.list`` as it was given, and ``NAME.key`` beside a signed one."""

from __future__ import annotations

from pathlib import Path

from credlens.app.verifying.ports import StoredRegistry
from credlens.io.disk import safe, told, written
from credlens.model.errors import InputError, Problem

REGISTRIES = "registries"
_LIST, _KEY = ".list", ".key"


class DiskRegistries:
    """Lists under a home folder; nothing is made there before the first one.

    Args:
        home: the folder that holds a person's state.
    """

    def __init__(self, home: Path) -> None:
        self._home = home

    def all(self) -> tuple[StoredRegistry, ...]:
        """In the order of their names.

        Raises:
            InputError: one cannot be read.
        """
        return tuple(_stored(path) for path in sorted((self._home / REGISTRIES).glob(f"*{_LIST}")))

    def keep(self, registry: StoredRegistry) -> None:
        """Keep one; the key first, so that a signed list never lies there without it.

        Raises:
            OutsideError: the disk refuses.
        """
        place = self._file(registry.name, _LIST)
        with told("The list", place):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if registry.key:
                written(self._file(registry.name, _KEY), lambda stream: stream.write(registry.key.encode()))
            else:
                self._file(registry.name, _KEY).unlink(missing_ok=True)  # left behind by one that was interrupted
            half = place.with_suffix(".new")
            written(half, lambda stream: stream.write(registry.data))
            half.replace(place)

    def remove(self, name: str) -> bool:
        """Forget one; whether there was one.

        Raises:
            OutsideError: the disk refuses.
        """
        place = self._file(name, _LIST)
        with told("That the list is gone", place):
            there = place.exists()
            place.unlink(missing_ok=True)
            self._file(name, _KEY).unlink(missing_ok=True)
        return there

    def _file(self, name: str, ending: str) -> Path:
        return self._home / REGISTRIES / safe(f"{name}{ending}")


def _stored(path: Path) -> StoredRegistry:
    beside = path.with_suffix(_KEY)
    try:
        key = beside.read_text(encoding="utf-8").strip() if beside.exists() else ""
        return StoredRegistry(path.stem, path.read_bytes(), key)
    except (OSError, UnicodeDecodeError) as error:
        step = f"Take it out and give it again: credlens trust remove {path.stem}"
        raise InputError([Problem(str(path), f"The list cannot be read: {error}.", step)]) from error
