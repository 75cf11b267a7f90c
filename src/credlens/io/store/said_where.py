"""Where published catalogs were read: the paths on a person's machine often name them, and can be cut down to the files' own names."""

from __future__ import annotations

import json
import re
import zlib

from sqlalchemy import Connection, bindparam, select, update

from credlens.catalog import codec
from credlens.io.store import tables as t

# A file's name in the words for a place in it ("/data/ann/courses.csv:17"); what the sources of catalogs read bears one of these endings.
_FILE = re.compile(
    r"[^/]*\.(?:csv|tsv|json|jsonld|jsonl|ndjson|xml|yaml|yml|ttl|rdf|html?|mhtml|zip|gz)\b", re.IGNORECASE
)
_T = t.catalog_statement


def file_in(where: str) -> tuple[str, str]:
    """The folders before a file's name, up to the last slash, and the name; no folders when there are none."""
    found = _FILE.search(where)
    cut = found.start() if found else where.rfind("/") + 1
    return where[:cut], found.group() if found else where[cut:]


def shortened(db: Connection) -> None:
    """Leave only files' own names, in what is kept of statements and in their records."""
    rows = db.execute(select(_T.c.id, _T.c.file, _T.c.data).where(_T.c.file.contains("/")))
    changed = []
    for row in rows:
        folders, name = file_in(row.file)
        if folders:
            record = _renamed(row.data, folders + name, name)
            changed.append({"row": row.id, "shorter": row.file.removeprefix(folders), "record": record})
    if changed:
        new = update(_T).where(_T.c.id == bindparam("row"))
        db.execute(new.values(file=bindparam("shorter"), data=bindparam("record")), changed)


def _renamed(data: bytes, path: str, name: str) -> bytes:
    """The record with another name of a file."""
    return codec.packed(zlib.decompress(data).decode().replace(_quoted(path), _quoted(name)))


def _quoted(text: str) -> str:
    """As it stands inside a text in JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]
