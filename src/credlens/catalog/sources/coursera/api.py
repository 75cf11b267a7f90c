"""What Coursera's public catalog API answers: ``courses.v1``, ``onDemandSpecializations.v1`` and ``partners.v1``.

One answer is ``{"elements": [...], "paging": {...}, "linked": {"partners.v1": [...], ...}}``; several, saved as files or one a line, are
read together. An element has the fields that were asked for, and no field for its type: what it is shows in those it has.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.values.addresses import canonical
from credlens.catalog.values.durations import workload
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Once, Reading, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Credential, Organisation, OrganisationKind
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, Kept, Relation, RelationKind, Schedule
from credlens.model.quantity import Hours, Months

Record = dict[str, Any]

SCHEME = "coursera"
PLATFORM = Organisation("Coursera", OrganisationKind.PLATFORM)
_COURSE, _SPECIALIZATION, _PARTNER, _INSTRUCTOR = "course", "specialization", "partner", "instructor"
_LINKED = ("linked.courses.v1.item", "linked.onDemandSpecializations.v1.item")
_PAGES = {_COURSE: "https://www.coursera.org/learn/", _SPECIALIZATION: "https://www.coursera.org/specializations/"}
# courseType: on demand is open at any time; sessions had their dates, and their pages are gone.
_SELF_PACED = {"v2.ondemand": True, "v1.session": False}
_KEPT = ("courseType", "certificates", "subtitleLanguages", "startDate", "previewLink")


class _Names:
    """Who the partners are and what is called how, by the API's ids."""

    def __init__(self) -> None:
        self.partners: dict[str, str] = {}
        self.titles: dict[str, str] = {}

    def take(self, record: Record) -> None:
        """Take a record's name in."""
        what, own, name = _what(record), line(record.get("id")), line(record.get("name"))
        if own and name:
            (self.partners if what == _PARTNER else self.titles).setdefault(own, name)


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The courses and specializations of all files."""
    names = _Names()
    for file in files:
        for path in ("elements.item", "linked.partners.v1.item", *_LINKED):
            for _, record in _found(file, path):
                names.take(record)
    once = Once()
    for file in files:
        aside: Counter[str] = Counter()
        for event in records(file, "elements.item"):
            if isinstance(event, Problem):
                yield event
            else:
                yield from _element(*event, names, once, aside, settings)
        for path in _LINKED:
            for place, record in _found(file, path):
                linked = f"{place} of {path.removesuffix('.item')}"
                yield from _element(linked, record, names, once, aside, settings)
        for what, count in aside.items():
            yield Note(f"{file.name}: {count:,} {what}{'s' * (count != 1)} left aside: they are no credentials")


def _found(file: SourceFile, path: str) -> Iterator[tuple[str, Record]]:
    """The records under a path; what is wrong with the file is told where its elements are read."""
    for event in records(file, path):
        if not isinstance(event, Problem) and "elements" not in event[1]:
            yield event


def _what(record: Record) -> str:
    """What an element is; empty when its fields do not show it."""
    if "fullName" in record or "lastName" in record:
        return _INSTRUCTOR
    if not record.get("slug") and ("shortName" in record or "squareLogo" in record or "links" in record):
        return _PARTNER
    if "courseIds" in record and "courseType" not in record and "shortName" not in record:
        return _SPECIALIZATION
    return _COURSE if record.get("slug") or "courseType" in record else ""


def _element(
    place: str, record: Record, names: _Names, once: Once, aside: Counter[str], settings: Settings
) -> Iterator[CatalogEvent]:
    what, key, title = _what(record), line(record.get("id")), line(record.get("name"))
    if what == _PARTNER:
        return
    if what == _INSTRUCTOR:
        aside[what] += 1
        return
    if not what:
        told = "This is no course or specialization of Coursera's catalog API."
        yield Problem(place, told, "Ask the API for the fields name, slug, courseType and courseIds.")
        return
    if not key or not title:
        yield Problem(place, f"The {what} has no {'id' if title else 'name'}.", "It is left out.")
        return
    again = once.again(key, record, place)
    if isinstance(again, Problem):
        yield again
    if again:
        return
    page = _page(what, record)
    r = Reading(place, imported(page, settings.as_of, place))
    credential = _credential(what, key, title, page, record, names, r)
    yield from r.problems
    words = (line(record.get("tagline")), plain(record.get("description")))
    yield Offer(key, credential, "\n".join(w for w in words if w), place)


def _page(what: str, record: Record) -> str | None:
    slug = line(record.get("slug"))
    if not slug or record.get("courseType") == "v1.session":
        return None
    return _PAGES[what] + slug


def _credential(
    what: str, key: str, title: str, page: str | None, record: Record, names: _Names, r: Reading
) -> Credential:
    kind = of_words(what)
    name = canonical(page)
    paced = _SELF_PACED.get(line(record.get("courseType")))
    schedule = None if paced is None else Schedule(self_paced=paced)
    hours, duration = _workload(record, r)
    return Credential(
        id=proposed_id(SCHEME, key),
        title=title,
        identifiers=(Identifier(SCHEME, key), *((Identifier("url", name),) if name else ())),
        description=known(plain(record.get("description")) or None, r.source),
        kind=known(kind.kind if kind else None, r.source, note=f"a {what} of Coursera"),
        provider=_provider(record, names, r),
        platform=known(PLATFORM, r.source),
        official_url=known(page, r.source),
        languages=_languages(record, r),
        hours=hours,
        duration=duration,
        schedule=known(schedule, r.source, note=f"courseType {record.get('courseType')!r}" if schedule else ""),
        relations=_relations(what, record, names, r),
        classifications=_domains(record, r),
        kept=_kept(record),
    )


def _provider(record: Record, names: _Names, r: Reading) -> Fact[Organisation]:
    """The first partner; the others are named in the note."""
    ids = [line(i) for i in _list(record.get("partnerIds"))]
    found = [names.partners[i] for i in ids if i in names.partners]
    if not found:
        return (
            not_stated(r.source, note=f"partner {', '.join(ids)}, whose name is not in these files")
            if ids
            else not_looked_up()
        )
    return known(organisation(found[0]), r.source, note=f"with {', '.join(found[1:])}" if found[1:] else "")


def _languages(record: Record, r: Reading) -> Fact[tuple[str, ...]]:
    found = []
    for tag in _list(record.get("primaryLanguages")):
        code = language(tag)
        if code is None:
            r.problem("primaryLanguages", f"{line(tag)[:60]!r} is no language.")
        elif code not in found:
            found.append(code)
    return known(tuple(found) or None, r.source)


def _workload(record: Record, r: Reading) -> tuple[Fact[Hours], Fact[Months]]:
    said = line(record.get("workload"))
    if not said:
        return not_looked_up(), not_looked_up()
    found = workload(said)
    hours: Fact[Hours] = known(found.hours, r.source, note=found.how)
    if found.pace:
        hours = not_stated(r.source, note=f"{found.pace} a week; for how many weeks is not said")
    elif not (found.hours or found.months):
        r.problem("workload", f"{said[:80]!r} is no workload that is understood.")
    return hours, known(found.months, r.source)


def _relations(what: str, record: Record, names: _Names, r: Reading) -> tuple[Relation, ...]:
    kind, name = (RelationKind.PART_OF, "specializations") if what == _COURSE else (RelationKind.HAS_PART, "courseIds")
    ids = dict.fromkeys(line(i) for i in _list(record.get(name)) if isinstance(i, str))
    return tuple(Relation(kind, str(Identifier(SCHEME, i)), (r.source,), names.titles.get(i, "")) for i in ids if i)


def _domains(record: Record, r: Reading) -> tuple[Classification, ...]:
    """Coursera's own subjects: domain and subdomain."""
    out = []
    for entry in _list(record.get("domainTypes")):
        if isinstance(entry, dict):
            code = "/".join(p for p in (line(entry.get("domainId")), line(entry.get("subdomainId"))) if p)
            if code:
                out.append(Classification("coursera-domain", code, code.split("/")[-1].replace("-", " "), (r.source,)))
    return tuple(dict.fromkeys(out))


def _kept(record: Record) -> tuple[Kept, ...]:
    rest = {name: record[name] for name in _KEPT if record.get(name) not in (None, "", [])}
    return (Kept(SCHEME, json.dumps(rest, ensure_ascii=False, sort_keys=True, default=str)),) if rest else ()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
