"""CTDL JSON-LD: every field in the standard's own terms, and the whole record beside them.

What a CTDL import kept goes out again. The record itself, with sources, dates and everything that CTDL has no terms for, stands in one member
of each node, ``credlens:record``; an import believes it as long as it says the same as the standard's terms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from credlens.catalog.ctdl.record import exported
from credlens.catalog.exports import CatalogExport
from credlens.model.credential import Credential

_HALF = re.compile("[\ud800-\udfff]")  # halves of letters, which UTF-8 cannot say
CONTEXT = "https://credreg.net/ctdl/schema/context/json"


def write(credentials: Iterable[Credential]) -> Iterator[str]:
    """The pieces of one JSON document with a graph of all credentials."""
    yield f'{{\n"@context": {json.dumps(CONTEXT)},\n"@graph": ['
    for number, credential in enumerate(credentials):
        node = exported(credential)
        text = json.dumps(node, ensure_ascii=False)
        if _HALF.search(text):
            text = json.dumps(node)
        yield (",\n" if number else "\n") + text
    yield "\n]\n}\n"


EXPORT = CatalogExport("CTDL JSON-LD", ".jsonld", write)
