"""A JSON file: one ad, a list of ads, or an object that holds such a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from credlens.market.adfile import AdFile, collecting
from credlens.market.records import read_records
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import decode

_LISTS = (
    "jobs",
    "results",
    "data",
    "postings",
    "job_postings",
    "jobPostings",
    "items",
    "ads",
    "listings",
    "records",
    "hits",
    "@graph",
    "jobs_results",
)


@collecting
def read(data: bytes, where: str) -> AdFile:
    """The ads of a JSON file."""
    text, notes = decode(data, where)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        lines = (
            "It looks like one object a line: name the file .jsonl." if error.msg == "Extra data" else "Mend it there."
        )
        raise InputError([Problem(place, f"This is not JSON: {error.msg}.", lines)]) from None
    except RecursionError:
        raise InputError([Problem(where, "The JSON is nested too deeply to be read.")]) from None
    path, found = _list(value)
    if found is None:
        raise InputError([Problem(where, f"A file of ads holds objects, not {type(value).__name__}.")])
    records = [(f"{where}:{path}[{i}]" if path is not None else where, r) for i, r in enumerate(found)]
    return objects(records, where, notes)


def objects(
    records: list[tuple[str, Any]], where: str, notes: tuple[str, ...], problems: tuple[Problem, ...] = ()
) -> AdFile:
    """The ads of JSON values, those that are no objects listed as problems."""
    strange = tuple(
        Problem(place, f"An ad is an object with fields, not {type(r).__name__}.")
        for place, r in records
        if not isinstance(r, Mapping)
    )
    kept = [(place, r) for place, r in records if isinstance(r, Mapping)]
    if not kept:
        empty = () if problems or strange else (Problem(where, "There are no ads in it."),)
        return AdFile((), (*problems, *strange, *empty), notes)
    return read_records(kept, where, "field", notes, problems + strange)


def _list(value: Any) -> tuple[str | None, list[Any] | None]:
    """(name of the list, its members); the name is None for a single object."""
    if isinstance(value, list):
        return "", value
    if not isinstance(value, dict):
        return None, None
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and any(isinstance(v, dict) for v in inner):
            return name, inner
        if isinstance(inner, dict):
            path, found = _list(inner)
            if path:
                return f"{name}.{path}", found
    return None, [value]
