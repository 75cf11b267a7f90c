"""The starter data inside the installed package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from credlens.app.ports import NamedBytes


class PackageStarter:
    """Reads ``credlens/data``."""

    def files(self, folder: str) -> list[NamedBytes]:
        """The files directly in a folder, in name order; none when there is no such folder."""
        place = self._place(folder)
        if not place.is_dir():
            return []
        inside = sorted((entry for entry in place.iterdir() if entry.is_file()), key=lambda e: e.name)
        return [NamedBytes(f"{folder}/{entry.name}".lstrip("/"), entry.read_bytes()) for entry in inside]

    def folders(self, folder: str) -> list[str]:
        """Names of the folders in a folder, in order."""
        place = self._place(folder)
        return sorted(entry.name for entry in place.iterdir() if entry.is_dir()) if place.is_dir() else []

    def _place(self, folder: str) -> Traversable:
        return files("credlens").joinpath("data", *filter(None, folder.split("/")))
