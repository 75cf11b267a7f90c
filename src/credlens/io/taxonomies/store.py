"""The store of imported taxonomies: a folder for each, replaced in one step.

``taxonomies/<name>-<version>/meta.json`` says what it is and which folder beside it holds its tables. A save writes a new folder and then
replaces ``meta.json``, which the disk does as a whole or not at all: a crash at any moment leaves the old state or the new one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from credlens.io.disk import cleared, json_of, new_folder, replaced, safe, told, written
from credlens.io.releases import read_release
from credlens.io.taxonomies import FOLDER, FORMAT
from credlens.io.taxonomies.arrays import DiskArrays
from credlens.model.errors import OutsideError
from credlens.model.fact import Method, Source
from credlens.model.taxonomy import ImportedTaxonomy, TaxonomyInfo
from credlens.skills.taxonomies.tables import Release

META = "meta.json"


class DiskTaxonomies(DiskArrays):
    """Imported taxonomies under a home folder; nothing is made there before the first import.

    Args:
        home: the folder that holds a person's state.
    """

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._folder = home / FOLDER

    def release(self, path: Path, wanted: Callable[[str], bool]) -> Release:
        """The files of a published release; see :func:`credlens.io.releases.read_release`."""
        return read_release(path, wanted)

    def imported(self) -> tuple[TaxonomyInfo, ...]:
        """What is there, in the order of import; of one name only the newest.

        Raises:
            OutsideError: an entry cannot be read.
        """
        return _newest([_info(_read(meta)) for meta in self._metas()])

    def save(
        self, taxonomy: ImportedTaxonomy, *, imported: date, problems: int, sources: Sequence[tuple[str, str]]
    ) -> TaxonomyInfo:
        """Keep a taxonomy in one step; it replaces any other release of the same name.

        Args:
            taxonomy: what to keep.
            imported: the day of the import.
            problems: entries that could not be read.
            sources: (file, SHA-256) of what it was read from.

        Raises:
            OutsideError: the disk refuses; then all is as before.
        """
        from credlens.io.taxonomies.records import to_tables

        info = self._described(taxonomy, imported, problems, sources)
        place = self._folder / safe(info.key)
        with told("The taxonomy", place), new_folder(self._home, place) as data:
            for name, table in to_tables(taxonomy).items():
                written(data / f"{name}.arrow", partial(_write_table, table))
            replaced(place / META, _meta(info, taxonomy.source, data.name))
        cleared(place, {data.name})
        for meta in self._metas():
            if meta.parent != place and json_of(meta).get("name") == info.name:
                shutil.rmtree(meta.parent, ignore_errors=True)
        return info

    def load(self, key: str) -> ImportedTaxonomy:
        """A taxonomy by its key, memory-mapped; most of it is read when somebody looks at it.

        Raises:
            OutsideError: it is not there, or cannot be read.
        """
        import pyarrow as pa

        from credlens.io.taxonomies.columns import fits
        from credlens.io.taxonomies.records import SCHEMAS, from_tables

        place = self._folder / safe(key)
        meta = _read(place / META)

        def table(name: str) -> Any:
            try:
                found = pa.ipc.open_file(pa.memory_map(str(place / safe(meta["data"]) / f"{name}.arrow"))).read_all()
            except (OSError, ValueError, pa.ArrowException) as error:
                raise _unreadable(place, f"its table of {name} is lost or damaged") from error
            if not fits(SCHEMAS[name], found):
                raise _unreadable(place, f"its table of {name} has another shape")
            return found

        info = _info(meta)
        about = {k: getattr(info, k) for k in ("kind", "name", "version", "attribution", "language", "notes")}
        return from_tables(table, about, _source(meta))

    def _metas(self) -> list[Path]:
        return sorted(self._folder.glob(f"*/{META}"))

    def _described(
        self, taxonomy: ImportedTaxonomy, imported: date, problems: int, sources: Sequence[tuple[str, str]]
    ) -> TaxonomyInfo:
        """What is known of it. An import again keeps its place in the order; entries that cannot be read do not hinder it."""
        there = _newest([_info(about) for meta in self._metas() if _wrong(about := json_of(meta)) is None])
        same = next((i for i in there if (i.name, i.version) == (taxonomy.name, taxonomy.version)), None)
        counts = taxonomy.counts()
        seed = json.dumps([FORMAT, taxonomy.key, counts, sorted(digest for _, digest in sources)], sort_keys=True)
        return TaxonomyInfo(
            kind=taxonomy.kind,
            name=taxonomy.name,
            version=taxonomy.version,
            attribution=taxonomy.attribution,
            language=taxonomy.language,
            notes=taxonomy.notes,
            order=same.order if same else max((i.order for i in there), default=0) + 1,
            imported=imported,
            counts=counts,
            problems=problems,
            sources=tuple(sources),
            digest=sha256(seed.encode()).hexdigest(),
        )


def _newest(infos: Sequence[TaxonomyInfo]) -> tuple[TaxonomyInfo, ...]:
    last = {i.name: i for i in sorted(infos, key=lambda i: i.order)}
    return tuple(sorted(last.values(), key=lambda i: (i.order, i.key)))


def _meta(info: TaxonomyInfo, source: Source, data: str) -> dict[str, Any]:
    about = asdict(info) | {"format": FORMAT, "data": data, "imported": info.imported.isoformat()}
    about["source"] = {"method": source.method.value, "address": source.address, "note": source.note}
    return about


def _info(meta: Mapping[str, Any]) -> TaxonomyInfo:
    fields = {k: meta[k] for k in TaxonomyInfo.__dataclass_fields__}
    fields["imported"] = date.fromisoformat(fields["imported"])
    fields["notes"] = tuple(fields["notes"])
    fields["sources"] = tuple((name, digest) for name, digest in fields["sources"])
    return TaxonomyInfo(**fields)


def _source(meta: Mapping[str, Any]) -> Source:
    about = meta["source"]
    return Source(Method(about["method"]), about["address"], note=about["note"])


def _read(meta: Path) -> dict[str, Any]:
    """What ``meta.json`` says.

    Raises:
        OutsideError: it is not there, is damaged, or was written by another version of the program.
    """
    about = json_of(meta)
    wrong = _wrong(about)
    if wrong:
        raise _unreadable(meta.parent, wrong)
    return about


def _wrong(about: Mapping[str, Any]) -> str | None:
    """Why a ``meta.json`` cannot be used; None when it can."""
    found = about.get("format")
    if found is None:
        return f"its {META} is missing or damaged"
    if found != FORMAT:
        return f"it is kept in format {found}, and this version reads format {FORMAT}"
    try:
        _info(about), _source(about), safe(about["data"])
    except (KeyError, ValueError, TypeError, AttributeError):
        return f"its {META} is not whole"
    return None


def _unreadable(place: Path, why: str) -> OutsideError:
    return OutsideError(
        f"The imported taxonomy {place.name} cannot be read: {why}.",
        where=str(place),
        what_to_do="Import it again with credlens taxonomy import, or remove that folder.",
    )


def _write_table(table: Any, stream: IO[bytes]) -> None:
    import pyarrow as pa

    with pa.ipc.new_file(stream, table.schema) as writer:
        writer.write_table(table)
