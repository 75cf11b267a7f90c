"""Folders and files that are replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from credlens.model.errors import OutsideError

DATA = "data-"  # begins the name of a folder with data
_NEW = ".new-"  # begins the name of a small file that is still being written

_NAME = re.compile(r"[a-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")


def safe(name: str) -> str:
    """A name that is surely one file or folder right below; our own code makes these names, so anything else is a defect.

    Raises:
        ValueError: it is none.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a name for a folder: {name!r}")
    return name


@contextmanager
def told(what: str, place: Path) -> Iterator[None]:
    """Turn what the disk refuses into words; ``what`` begins the sentence ("The taxonomy").

    Raises:
        OutsideError: in place of the disk's error.
    """
    try:
        yield
    except OSError as error:
        raise OutsideError(
            f"{what} cannot be stored: {error.strerror or error}.",
            where=str(place),
            what_to_do="Make room on the disk, or choose another place with --home.",
        ) from error


@contextmanager
def new_folder(home: Path, place: Path) -> Iterator[Path]:
    """A new folder for data in a place below ``home``; when what is done with it fails, it and what was made for it are gone again."""
    made = [folder for folder in (home, *reversed(_between(home, place)), place) if not folder.exists()]
    for folder in made:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # for its owner alone, as all of their state
    data = Path(tempfile.mkdtemp(prefix=DATA, dir=place))
    try:
        yield data
    except BaseException:
        shutil.rmtree(data, ignore_errors=True)
        for folder in reversed(made):
            if folder.exists() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def written(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    """Write a file and wait until the disk has it, else a power cut could leave a pointer to nothing."""
    with path.open("wb") as stream:
        fill(stream)
        stream.flush()
        os.fsync(stream.fileno())


def replaced(path: Path, about: dict[str, Any]) -> None:
    """Replace a small JSON file in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_NEW)
    os.close(handle)
    text = json.dumps(about, ensure_ascii=False, indent=2)
    try:
        written(Path(name), lambda stream: stream.write(text.encode()))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def json_of(path: Path) -> dict[str, Any]:
    """What a small JSON file says; nothing when it is missing or damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def cleared(place: Path, keep: set[str]) -> None:
    """Remove what nothing points at any more, and what a crash left half-written; what cannot be removed does no harm."""
    for half in place.glob(f"{_NEW}*"):
        half.unlink(missing_ok=True)
    for old in place.glob(f"{DATA}*"):
        if old.name not in keep:
            shutil.rmtree(old, ignore_errors=True)


def _between(home: Path, place: Path) -> list[Path]:
    """The folders between the two, the nearest to ``place`` first."""
    return [p for p in place.parents if home in p.parents]
