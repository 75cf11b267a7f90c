"""Learning paths, modules and instructor-led courses of the Microsoft Learn catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.mslearn import record as ms
from credlens.catalog.sources.mslearn.record import Catalog
from credlens.catalog.values.facts import known
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, proposed_id
from credlens.model.credential import Credential
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import DeliveryMode, Relation, RelationKind
from credlens.model.quantity import Hours

Made = tuple[Offer | None, list[Problem]]
_PLATFORM = "Microsoft Learn"
_MOST_MINUTES = 60_000  # a thousand hours


def learning_path(record: Mapping[str, Any], where: str, catalog: Catalog, settings: Settings) -> Made:
    """A path of modules, to be read online."""
    r = ms.reading(record, where, settings)
    parts = tuple(ms.relation(RelationKind.HAS_PART, uid, catalog, r) for uid in ms.terms(record, "modules"))
    return _online(record, r, catalog, "LearningProgram", parts)


def module(record: Mapping[str, Any], where: str, catalog: Catalog, settings: Settings) -> Made:
    """A module, with the paths that it is part of."""
    r = ms.reading(record, where, settings)
    paths = catalog.paths_with(ms.uid_of(record))
    return _online(
        record, r, catalog, "Course", tuple(ms.relation(RelationKind.PART_OF, uid, catalog, r) for uid in paths)
    )


def course(record: Mapping[str, Any], where: str, catalog: Catalog, settings: Settings) -> Made:
    """A course with an instructor. Who gives it, and where, the catalog does not say."""
    r = ms.reading(record, where, settings)
    hours = r.number("duration_in_hours", ms.get(record, "duration_in_hours"), 2_000)
    targets = [ms.text(record, "certification"), *catalog.assessed_by(ms.text(record, "exam"))]
    relations = [ms.relation(RelationKind.PREPARES_FOR, t, catalog, r) for t in dict.fromkeys(targets) if ms.is_uid(t)]
    relations += ms.prepared_by(ms.terms(record, "study_guide"), catalog, r)
    fields = {
        "hours": known(Hours(hours, hours), r.source) if hours else not_looked_up(),
        "languages": ms.languages(record, r),
        "relations": tuple(relations),
    }
    return _offer(record, r, catalog, "Course", fields)


MAKERS: dict[str, Callable[[Mapping[str, Any], str, Catalog, Settings], Made]] = {
    "learningPaths": learning_path,
    "modules": module,
    "courses": course,
}
"""What makes an offer of a record, by the section that it stands in."""


def _online(
    record: Mapping[str, Any], r: Reading, catalog: Catalog, kind: str, relations: tuple[Relation, ...]
) -> Made:
    fields = {
        "platform": known(organisation(_PLATFORM), r.source),
        "mode": known(DeliveryMode.ONLINE, r.source),
        "hours": _hours(record, r),
        "languages": ms.languages(record, r),
        "relations": relations,
    }
    return _offer(record, r, catalog, kind, fields)


def _hours(record: Mapping[str, Any], r: Reading) -> Fact[Hours]:
    minutes = r.number("duration_in_minutes", ms.get(record, "duration_in_minutes"), _MOST_MINUTES)
    if not minutes:
        return not_looked_up()
    hours = round(minutes / 60, 2)
    return known(Hours(hours, hours), r.source, note=f"{minutes:g} minutes")


def _offer(record: Mapping[str, Any], r: Reading, catalog: Catalog, kind: str, fields: dict[str, Any]) -> Made:
    title = ms.text(record, "title")
    if not title:
        r.problem("title", "The record has no title.", "It is left out.")
        return None, r.problems
    credential = Credential(
        id=proposed_id(ms.SCHEME, ms.uid_of(record)),
        title=title,
        identifiers=ms.identifiers(record),
        description=ms.description(record, r),
        kind=known(kind, r.source),
        official_url=ms.page_of(record, r),
        level=ms.level(record, r),
        rating=ms.rating(record, r),
        classifications=ms.classifications(record, catalog, r),
        **fields,
    )
    return Offer(ms.uid_of(record), credential, credential.description.get(""), r.where), r.problems
