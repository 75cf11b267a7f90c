"""The Microsoft Learn catalog: certifications, Applied Skills and training, as its catalog API gives them.

Two writings of one catalog are read: the public API's (``https://learn.microsoft.com/api/catalog/``: one object with a list for each type,
names with underscores) and that of the Learn Platform API which follows it (``value`` lists, names in camel case, terms as objects).
Field meanings: the "Microsoft Learn Catalog API developer reference". What it does not say stays unknown: there is no price in it, and no
word on how an exam is watched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.mslearn import credentials, training
from credlens.catalog.sources.mslearn.record import Catalog, name_in_url, text, uid_of
from credlens.catalog.values.jsonfile import whole
from credlens.catalog.values.reading import Once
from credlens.model.errors import Problem

# Sections in which something can be earned or taken, in the order in which they are told of.
_CREDENTIALS = ("mergedCertifications", "certifications", "appliedSkills")
_TRAINING = ("learningPaths", "modules", "courses")
_VOCABULARIES = ("levels", "roles", "products", "subjects")
_SECTIONS = (*_CREDENTIALS, *_TRAINING, "exams", "units", *_VOCABULARIES)
# A record's own word for its type, where the list it stands in does not say it.
_TYPES = {
    "cert": "certifications",
    "certification": "certifications",
    "mergedcertification": "mergedCertifications",
    "appliedskill": "appliedSkills",
    "exam": "exams",
    "examination": "exams",
    "learningpath": "learningPaths",
    "module": "modules",
    "unit": "units",
    "course": "courses",
}
_OTHER = "other"  # records of no type that is known here
_EXAMPLE = "Fetch https://learn.microsoft.com/api/catalog/ and give that file."


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The credentials and trainings of all files; exams become what their certifications are assessed by."""
    catalog = Catalog()
    for file in files:
        yield from _gather(file, catalog)
    yield from _certifications(catalog, settings)
    once = Once()
    for section in ("appliedSkills", *_TRAINING):
        for where, record in catalog.records(section):
            again = once.again(uid_of(record), record, where)
            if isinstance(again, Problem):
                yield again
            elif not again:
                made = credentials.applied_skill if section == "appliedSkills" else training.MAKERS[section]
                yield from _told(made(record, where, catalog, settings))
    yield from _aside(catalog)


def _gather(file: SourceFile, catalog: Catalog) -> Iterator[Problem | Note]:
    data = whole(file)
    if isinstance(data, Problem):
        yield data
        return
    sections = _sections(data)
    if not sections:
        yield Problem(file.name, "This is no Microsoft Learn catalog: none of its lists is in it.", _EXAMPLE)
        return
    other = sections.pop(_OTHER, None)
    if other:
        yield Note(f"{file.name}: left aside: records of a type that cannot be earned or taken ({len(other):,}).")
    for section, records in sections.items():
        if not isinstance(records, list):
            yield Problem(f"{file.name}: {section}", "This is no list of records.", "Fetch the catalog again.")
            continue
        for number, record in enumerate(records, start=1):
            where = f"{file.name}: {section} {number}"
            if section in _VOCABULARIES:
                catalog.name(record)
            elif not isinstance(record, dict) or not uid_of(record):
                yield Problem(where, "The record has no `uid`, so nothing can refer to it.", "Fetch the catalog again.")
            else:
                catalog.add(section, where, record)


def _sections(data: Any) -> dict[str, Any]:
    """The lists of a document by the names of the first API; of a bare list, each record goes where its type says."""
    if isinstance(data, dict):
        found = {name: data[name] for name in _SECTIONS if name in data}
        if found or not isinstance(data.get("value"), list | dict):
            return found
        data = data["value"] if isinstance(data["value"], list) else [data["value"]]
    out: dict[str, Any] = {}
    for record in data if isinstance(data, list) else []:
        section = _section_of(record) if isinstance(record, dict) else ""
        out.setdefault(section or _OTHER, []).append(record)
    return out if set(out) - {_OTHER} else {}


def _section_of(record: Mapping[str, Any]) -> str:
    said = text(record, "type").replace("-", "").replace(" ", "").casefold()
    return _TYPES.get(said, "") or name_in_url(record)


def _certifications(catalog: Catalog, settings: Settings) -> Iterator[CatalogEvent]:
    """Each certification once: the API tells of most of them twice, with the exams in one list and what they measure in the other."""
    once = Once()
    told: dict[str, tuple[str, dict[str, Any]]] = {}
    for section in _CREDENTIALS[:2]:
        for where, record in catalog.records(section):
            uid = uid_of(record)
            again = once.again(f"{section} {uid}", record, where)
            if isinstance(again, Problem):
                yield Problem(where, again.message.replace(f"{section} ", ""), again.what_to_do)
            elif not again and uid in told:
                first, known = told[uid]
                told[uid] = (first, {**record, **{k: v for k, v in known.items() if v not in (None, "", [], {})}})
            elif not again:
                told[uid] = (where, record)
    for where, record in told.values():
        yield from _told(credentials.certification(record, where, catalog, settings))


def _told(made: tuple[Offer | None, list[Problem]]) -> Iterator[CatalogEvent]:
    offer, problems = made
    yield from problems
    if offer is not None:
        yield offer


def _aside(catalog: Catalog) -> Iterator[Note]:
    """What was read and is no offer, by file."""
    units = Counter(where.split(": ")[0] for where, _ in catalog.records("units"))
    for name, count in units.items():
        yield Note(f"{name}: left aside: units, which are parts of modules ({count:,}).")
    lone = Counter(where.split(": ")[0] for where, r in catalog.records("exams") if uid_of(r) not in catalog.used_exams)
    for name, count in lone.items():
        yield Note(f"{name}: left aside: exams that no certification in these files names ({count:,}).")


SOURCE = CatalogSource("Microsoft Learn catalog (JSON of its catalog API)", (".json",), read)
