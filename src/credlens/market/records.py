"""Many records of one file to postings, with a note of what was read as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from credlens.market.adfile import AdFile
from credlens.market.fields import no_text, posting, recognise, unwrapped
from credlens.model.errors import Problem
from credlens.model.posting import Posting


def read_records(
    records: Sequence[tuple[str, Mapping[str, Any]]],
    where: str,
    what: str,
    notes: tuple[str, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> AdFile:
    """The ads that records hold.

    Args:
        records: (place, record) pairs in the file's order.
        where: the file's name.
        what: how its parts are called ("column", "field").
        notes, problems: what was found before; new ones follow.
    """
    inner = [(place, unwrapped(record)) for place, record in records]
    names = list(dict.fromkeys(name for _, record in inner for name in record))
    columns = recognise(names)
    if not columns.text:
        return AdFile((), (*problems, no_text(names, where, what)), notes)
    read = [posting(record, columns, place) for place, record in inner]
    unit = "row" if what == "column" else "record"
    rows = f"{len(inner)} {unit}{'' if len(inner) == 1 else 's'}"
    return AdFile(
        tuple(p for p in read if isinstance(p, Posting)),
        (*problems, *(p for p in read if isinstance(p, Problem))),
        (*notes, f"{where}: {columns}; {rows}"),
    )
