"""Whether anything in a home folder changed, without reading it."""

from __future__ import annotations

from pathlib import Path

_PASSING = ("-shm", "-journal")  # of the database while it is read or written


def stamp(home: Path) -> tuple[tuple[str, int, int], ...]:
    """(name, size, time of the last change in nanoseconds) of what lies directly in a folder; none when it is not there.

    The database is one file there. Taxonomies and the market lie in folders of their own, into which a save moves a new folder or file, so
    that the time of the folder or of one directly below changes.
    """
    if not home.is_dir():
        return ()
    found = []
    for path in sorted((*home.iterdir(), *home.glob("*/*"))):
        if path.name.endswith(_PASSING):
            continue
        try:
            known = path.stat()
        except FileNotFoundError:  # gone since the folder was listed
            continue
        found.append((str(path.relative_to(home)), known.st_size, known.st_mtime_ns))
    return tuple(found)
