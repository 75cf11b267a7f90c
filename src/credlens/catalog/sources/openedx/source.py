"""Courses and programmes of Open edX sites, as their course-discovery and LMS services give them.

Read are answers of the discovery service (``/api/v1/courses/``, ``/course_runs/``, ``/programs/``, ``/catalogs/.../courses/``,
``/search/all/``) and of the LMS (``/api/courses/v1/courses/``), each a page with ``results``, a list, or one record. A course is one offer,
however many runs it has; runs that come without their course are put together by its key. Field meanings: the serializers of
``openedx/course-discovery`` and the LMS's course API.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.openedx.course import course, key_of_run
from credlens.catalog.sources.openedx.program import program
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.reading import Once
from credlens.catalog.values.text import line
from credlens.model.errors import Problem

_PATHS = ("results.item", "objects.results.item", "item")
_GONE = {"unpublished": "unpublished programmes", "deleted": "deleted programmes"}
_NO_RECORD = "This is no course or programme of Open edX."
_EXPECTED = (
    "Expected are answers of /api/v1/courses/, /api/v1/programs/, /api/v1/search/all/ or /api/courses/v1/courses/."
)


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """Courses and programmes in the order of the files, then the courses that are only known by their runs."""
    found = _Found()
    for file in files:
        aside: Counter[str] = Counter()
        known = 0
        for item in records(file, *_PATHS):
            if isinstance(item, Problem):
                yield item
                continue
            where, record = item
            shape = _shape(record)
            known += shape in {"course", "program", "run"}
            left = _left_aside(record, shape)
            if left:
                aside[left] += 1
            else:
                yield from _taken(found, record, shape, where, settings)
        if not known and aside:
            yield Problem(file.name, _NO_RECORD, _EXPECTED)
            continue
        yield from (Note(f"{file.name}: left aside: {what} ({count:,}).") for what, count in aside.items())
    for key, runs in found.runs.items():
        if key not in found.courses:
            yield from _of_runs(key, runs, found.once, settings)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was met: records once, the keys of courses, and runs (with their places) by the keys of their courses."""

    once: Once = field(default_factory=Once)
    courses: set[str] = field(default_factory=set)
    runs: dict[str, list[tuple[str, dict[str, Any]]]] = field(default_factory=dict)


def _left_aside(record: Mapping[str, Any], shape: str) -> str:
    """What a record is that is left aside on purpose; empty for one that is taken."""
    if shape == "program":
        return _GONE.get(line(record.get("status")).casefold(), "")
    if shape == "run":
        return "course runs that their site hides" if record.get("hidden") in (True, "true") else ""
    return "" if shape == "course" else shape or "records that are no course or programme"


def _taken(found: _Found, record: dict[str, Any], shape: str, where: str, settings: Settings) -> Iterator[CatalogEvent]:
    if shape == "run":
        found.runs.setdefault(key_of_run(record), []).append((where, record))
    elif shape == "course":
        key = line(record.get("key"))
        found.courses.add(key)
        yield from _told(found.once, key, record, where, course(record, where, settings))
    else:
        yield from _told(found.once, line(record.get("uuid")), record, where, program(record, where, settings))


def _of_runs(
    key: str, found: list[tuple[str, dict[str, Any]]], once: Once, settings: Settings
) -> Iterator[CatalogEvent]:
    """A course of its runs: what they have in common is said by the one that is chosen (see ``openedx_runs``)."""
    kept = []
    for where, run in found:
        name = line(run.get("key") or run.get("course_id") or run.get("id"))
        again = once.again(f"run {name}", run, where)
        if isinstance(again, Problem):
            yield Problem(again.where, again.message.replace("run ", "", 1), again.what_to_do)
        elif not again:
            kept.append(run)
    offer, problems = course({"key": key, "course_runs": kept}, found[0][0], settings)
    yield from problems
    if offer is not None:
        yield offer


def _told(
    once: Once, key: str, record: Mapping[str, Any], where: str, made: tuple[Offer | None, list[Problem]]
) -> Iterator[CatalogEvent]:
    offer, problems = made
    again = once.again(key, record, where) if key else False
    if isinstance(again, Problem):
        yield again
    elif not again:
        yield from problems
        if offer is not None:
            yield offer


def _shape(record: Mapping[str, Any]) -> str:
    """What a record is: course, program, run; a few words for what is none of them; empty when nothing says."""
    said = line(record.get("content_type")).casefold()
    if said in {"course", "program"}:
        return said
    if said == "courserun":
        return "run"
    if said:
        return {"person": "people", "learnerpathway": "pathways"}.get(said, f"records of the type {said}")
    if "course_runs" in record and "key" in record:
        return "course"
    if "uuid" in record and "type" in record and ("courses" in record or "authoring_organizations" in record):
        return "program"
    if "blocks_url" in record or ("pacing" in record and "org" in record):
        return "run"
    return "run" if "pacing_type" in record and "key" in record else ""


SOURCE = CatalogSource("Open edX (course-discovery and LMS course API, JSON)", (".json", ".jsonl"), read)
