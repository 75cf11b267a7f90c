"""What lies below a home folder: every folder the program makes, whose it is, and by which names its files are known.

One table for all who need to know. Only what bears such a name is ever removed: a home may be a folder with other things in it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from credlens.app.keeping.ports import KEYS, LISTS, REGISTRIES, Held
from credlens.app.keeping.words import HOLDS
from credlens.io.market import FOLDER as MARKET
from credlens.io.store import SQLITE_FILE
from credlens.io.taxonomies import FOLDER as TAXONOMIES

STATE_FILES = (SQLITE_FILE, *(f"{SQLITE_FILE}-{side}" for side in ("journal", "wal", "shm")))


@dataclass(frozen=True, slots=True)
class Place:
    """A folder directly below the home.

    Attributes:
        holds: what is in it, in plain words.
        names: patterns of what the program puts into it.
    """

    folder: str
    holds: str
    names: tuple[str, ...]


#: What can come from the person or tell of them: it goes when they are erased.
PERSONAL = (
    Place(KEYS, HOLDS[KEYS], ("*.pem", "*.did.json", ".*.pem.*", ".*.did.json.*")),
    Place(LISTS, HOLDS[LISTS], ("*.jsonl", ".*.jsonl.*")),
    Place(REGISTRIES, HOLDS[REGISTRIES], ("*.list", "*.key", "*.new", ".*.list.*", ".*.key.*")),
    Place("reports", "reports of the demo", ("demo-*.html", ".demo-*.html.*")),
    Place(MARKET, "the market built from ads that you gave", ("meta.json", ".new-*", "data-*", "work-*")),
)

#: What anybody could have.
PUBLIC = (
    Place(TAXONOMIES, "published taxonomies", ("*",)),
    Place("encoder", "the sentence encoder", ("*",)),
    Place("made", "made-up records of a bench", ("*",)),
)


def inside(home: Path, place: Place) -> list[Path]:
    """What the program put into a folder, in name order."""
    return sorted({path for pattern in place.names for path in (home / place.folder).glob(pattern)})


def lying(home: Path) -> tuple[tuple[Held, ...], tuple[Held, ...], tuple[str, ...]]:
    """Personal folders, public ones, and names of what this program did not put there."""
    return _held(home, PERSONAL), _held(home, PUBLIC), tuple(_strange(home))


def cleared(home: Path) -> None:
    """Remove what is personal, and the folders that are empty then. Raises OSError when the disk refuses."""
    for place in PERSONAL:
        for path in inside(home, place):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        folder = home / place.folder
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _held(home: Path, wanted: Sequence[Place]) -> tuple[Held, ...]:
    counted = ((place, len(inside(home, place))) for place in wanted)
    return tuple(Held(place.holds, f"{place.folder}/", count) for place, count in counted if count)


def _strange(home: Path) -> Iterator[str]:
    known = {*STATE_FILES, *(place.folder for place in (*PERSONAL, *PUBLIC))}
    yield from (path.name for path in _children(home) if path.name not in known)
    for place in (*PERSONAL, *PUBLIC):
        mine = set(inside(home, place))
        yield from (f"{place.folder}/{path.name}" for path in _children(home / place.folder) if path not in mine)


def _children(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
