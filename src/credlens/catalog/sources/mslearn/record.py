"""A record of the Microsoft Learn catalog, whichever of its two APIs wrote it, and what records say of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from credlens.catalog.offer import Settings
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported, known
from credlens.catalog.values.languages import language
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line, plain
from credlens.model.credential import CredentialLevel
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, Rating, Relation, RelationKind

SCHEME = "mslearn"
_NAMES = {"uid": "id", "last_modified": "updatedAt"}  # in the newer API
_PATHS = (  # of the pages, the more special first
    ("/certifications/exams/", "exams"),
    ("/certifications/", "certifications"),
    ("/applied-skills/", "appliedSkills"),
    ("/training/paths/", "learningPaths"),
    ("/training/modules/", "modules"),
    ("/training/courses/", "courses"),
)
_UID = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# The page of a record carries who asked for it.
_TRACKING = re.compile(r"(?<=[?&])wt\.mc_id=[^&]*&?", re.IGNORECASE)


def get(record: Mapping[str, Any], name: str) -> Any:
    """A field by its name in the first API; None when it is missing."""
    if name in record:
        return record[name]
    newer = _NAMES.get(name) or re.sub(r"_(\w)", lambda m: m[1].upper(), name)
    return record.get(newer)


def text(record: Mapping[str, Any], name: str) -> str:
    """A field's text on one line."""
    return line(get(record, name))


def uid_of(record: Mapping[str, Any]) -> str:
    """The record's own id; empty when it has none."""
    return text(record, "uid")


def terms(record: Mapping[str, Any], name: str) -> list[str]:
    """A list's entries: texts, or the ids of objects; repetitions left out."""
    value = get(record, name)
    found = [line(v.get("id") or v.get("uid")) if isinstance(v, dict) else line(v) for v in _list(value)]
    return [v for v in dict.fromkeys(found) if v]


def objects(record: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """A list's entries that are objects."""
    return [v for v in _list(get(record, name)) if isinstance(v, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def name_in_url(record: Mapping[str, Any]) -> str:
    """The section that the address of the record's page speaks of; empty when it speaks of none."""
    address = text(record, "url").casefold()
    return next((section for path, section in _PATHS if path in address), "")


def is_uid(value: str) -> bool:
    """Whether a text is the id of a record ("certification.azure-administrator") and no sentence."""
    return _UID.fullmatch(value) is not None


class Catalog:
    """All records of all files, by section and id, and the names of terms."""

    def __init__(self) -> None:
        self._sections: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self._by_uid: dict[str, dict[str, Any]] = {}
        self._terms: dict[str, str] = {}
        self._parts_of: dict[str, list[str]] = {}
        self._assessed_by: dict[str, list[str]] = {}
        self.used_exams: set[str] = set()

    def add(self, section: str, where: str, record: dict[str, Any]) -> None:
        """Take a record in."""
        self._sections.setdefault(section, []).append((where, record))
        uid = uid_of(record)
        self._by_uid.setdefault(uid, record)
        if section == "learningPaths":
            for module in terms(record, "modules"):
                self._parts_of.setdefault(module, []).append(uid)
        if section in {"certifications", "mergedCertifications"}:
            for exam in terms(record, "exams"):
                self._assessed_by.setdefault(exam, []).append(uid)

    def name(self, term: Any) -> None:
        """Take in a term of a vocabulary, with those below it."""
        if isinstance(term, dict):
            self._terms.setdefault(line(term.get("id")), line(term.get("name")))
            for child in _list(term.get("children")):
                self.name(child)

    def records(self, section: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """(place, record), in the order in which they were given."""
        yield from self._sections.get(section, [])

    def find(self, uid: str) -> dict[str, Any]:
        """The record of an id; empty when it is not in these files."""
        return self._by_uid.get(uid, {})

    def paths_with(self, module: str) -> list[str]:
        """Learning paths that a module is part of."""
        return list(dict.fromkeys(self._parts_of.get(module, [])))

    def assessed_by(self, exam: str) -> list[str]:
        """Certifications that name an exam."""
        return list(dict.fromkeys(self._assessed_by.get(exam, [])))

    def label(self, term: Any) -> str:
        """The name of a term that is given as its id or as an object."""
        if isinstance(term, dict):
            return line(term.get("name")) or self._terms.get(line(term.get("id")), "")
        return self._terms.get(line(term), "")


def reading(record: Mapping[str, Any], where: str, settings: Settings) -> Reading:
    """The record as it is read, with its source: its page, and the day it was changed."""
    return Reading(where, imported(address(record), day(get(record, "last_modified")) or settings.as_of, where))


def address(record: Mapping[str, Any]) -> str:
    """The record's page, without the word of who asked for it."""
    return _TRACKING.sub("", text(record, "url")).rstrip("?&")


def identifiers(record: Mapping[str, Any]) -> tuple[Identifier, ...]:
    """The catalog's id and the page."""
    page = canonical(address(record))
    return (Identifier(SCHEME, uid_of(record)), *((Identifier("url", page),) if page else ()))


def description(record: Mapping[str, Any], r: Reading) -> Fact[str]:
    """The summary; of exams and older certifications, the subtitle."""
    said = plain(get(record, "summary")) or plain(get(record, "subtitle"))
    return known(said, r.source) if said else not_looked_up()


def level(record: Mapping[str, Any], r: Reading) -> Fact[CredentialLevel]:
    """For whom it is made. What is made for several is open to the first of them, and the others are told."""
    said = [t.casefold() for t in terms(record, "levels")]
    found = [member for member in CredentialLevel if member.value in said]
    if not found:
        return not_looked_up()
    return known(found[0], r.source, note="" if len(found) == 1 else "made for " + ", ".join(m.value for m in found))


def languages(record: Mapping[str, Any], r: Reading) -> Fact[tuple[str, ...]]:
    """The languages it is offered in; else the one of the page that was asked for, which says nothing of others."""
    offered = tuple(dict.fromkeys(code for t in terms(record, "locales") if (code := language(t))))
    if offered:
        return known(offered, r.source)
    asked = language(text(record, "locale"))
    return known((asked,), r.source, note="the language the catalog was asked for") if asked else not_looked_up()


def rating(record: Mapping[str, Any], r: Reading) -> Fact[Rating]:
    """Learners' marks, best 5. The catalog writes 0 of 0 where there are none."""
    said = get(record, "rating")
    if not isinstance(said, dict):
        return not_looked_up()
    mean, count = r.number("rating.average", said.get("average"), 5), r.number("rating.count", said.get("count"), 1e9)
    return known(Rating(mean, int(count)), r.source) if mean and count else not_looked_up()


def classifications(record: Mapping[str, Any], catalog: Catalog, r: Reading) -> tuple[Classification, ...]:
    """Roles, products and subjects, in the catalog's own schemes."""
    found = []
    for name, scheme in (("roles", "role"), ("products", "product"), ("subjects", "subject")):
        for term in _list(get(record, name)):
            code = line(term.get("id") if isinstance(term, dict) else term)
            if code:
                found.append(Classification(f"{SCHEME}-{scheme}", code, catalog.label(term), (r.source,)))
    return tuple(dict.fromkeys(found))


def relation(kind: RelationKind, uid: str, catalog: Catalog, r: Reading) -> Relation:
    """A relation to another record, with its title when these files have it."""
    return Relation(kind, f"{SCHEME}:{uid}", (r.source,), text(catalog.find(uid), "title"))


def prepared_by(guide: list[str], catalog: Catalog, r: Reading) -> tuple[Relation, ...]:
    """The learning paths and modules that a study guide names."""
    return tuple(relation(RelationKind.PREPARED_BY, uid, catalog, r) for uid in dict.fromkeys(guide))


def page_of(record: Mapping[str, Any], r: Reading) -> Fact[str]:
    """The page, when it is an address."""
    page = address(record)
    return known(page, r.source) if is_address(page) else not_looked_up()
