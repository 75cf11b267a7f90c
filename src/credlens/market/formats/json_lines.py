"""A JSON Lines file: one ad a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from credlens.market.adfile import AdEvent, Note, collecting
from credlens.market.records import Item, read_records
from credlens.model.errors import Problem
from credlens.skills.decode_stream import TextStream


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a JSON Lines file; a line that is not JSON is a problem, the others are read."""
    text = TextStream(stream, where)
    yield from read_records(_records(text, where), where, "field")
    yield from map(Note, text.notes)


def _records(text: TextStream, where: str) -> Iterator[Item]:
    for number, line in enumerate(text.lines(), start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            yield place, json.loads(line)
        except json.JSONDecodeError as error:
            yield Problem(place, f"Line {number} is not JSON: {error.msg} at column {error.colno}.", "Mend it there.")
        except RecursionError:
            yield Problem(place, "The JSON is nested too deeply to be read.")
