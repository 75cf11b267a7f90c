"""In which forms credentials go out: one file for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from credlens.model.credential import Credential
from credlens.registry import Registry


@dataclass(frozen=True, slots=True)
class CatalogExport:
    """A form in which credentials go out.

    Attributes:
        title: what it is, in a few words ("CTDL JSON-LD").
        ending: of the file's name, with the dot.
        write: credentials in, the pieces of one document out, in order; joined and encoded as UTF-8 they are the file. A catalog may be
            large, so no writer holds more of it than one credential.
    """

    title: str
    ending: str
    write: Callable[[Iterable[Credential]], Iterator[str]]


EXPORTS: Registry[CatalogExport] = Registry(
    "catalog_export",
    {
        "ctdl": "credlens.catalog.exports.ctdl:EXPORT",
        "elm": "credlens.catalog.exports.elm:EXPORT",
        "csv": "credlens.catalog.exports.csv_file:EXPORT",
    },
)
