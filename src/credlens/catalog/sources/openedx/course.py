"""A course of Open edX: the course and the run that somebody would take now."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.openedx import record as edx
from credlens.catalog.sources.openedx import runs
from credlens.catalog.sources.openedx.seats import costs
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.reading import Reading, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Credential, Prerequisite
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Absent, DeliveryMode, Kept, Relation, RelationKind

_NONE = re.compile(
    r"\W*(?:none|no prerequisites?|there are no prerequisites|n/?a|not applicable|ningun[oa]s?|sin requisitos(?: previos)?|nenhum|aucun(?:e)?|keine)\W*",
    re.IGNORECASE,
)


def key_of_run(run: Mapping[str, Any]) -> str:
    """The key of a run's course: said by the run, else its own key without the part that names the run."""
    said = line(run.get("course")) or line(run.get("aggregation_key")).partition(":")[2]
    if said:
        return said
    key = line(run.get("key") or run.get("course_id") or run.get("id"))
    parts = re.split(r"[+/]", key.removeprefix("course-v1:"))
    return "+".join(parts[:2]) if len(parts) >= 3 else key


def course(record: Mapping[str, Any], where: str, settings: Settings) -> tuple[Offer | None, list[Problem]]:
    """The offer, and what in the record could not be used."""
    found = [run for run in edx.entries(record.get("course_runs")) if isinstance(run, dict)]
    advertised = line(record.get("advertised_course_run_uuid")) or line(record.get("canonical_course_run_key"))
    run = runs.chosen(found, settings.as_of, advertised)
    address = edx.first(record.get("marketing_url"), run.get("marketing_url"))
    changed = day(edx.first(record.get("modified"), run.get("modified"))) or settings.as_of
    r = Reading(where, imported(address, changed, where))
    key, title = line(record.get("key")), line(edx.first(record.get("title"), run.get("title"), run.get("name")))
    if not key or not title:
        r.problem("title" if key else "key", f"The course has no {'title' if key else 'key'}.", "It is left out.")
        return None, r.problems
    work, paid = runs.work(run, r), costs(run, record, r)
    prerequisites, absent = _prerequisites(record, r)
    schedule, invited = runs.schedule(run, settings.as_of), run.get("invitation_only") is True
    said = (edx.first(record.get(n), run.get(n)) for n in ("short_description", "full_description", "overview"))
    described = edx.description(*said)
    credential = Credential(
        id=proposed_id(edx.SCHEME, key),
        title=title,
        identifiers=edx.identifiers(key, address),
        description=known(described or None, r.source),
        kind=_kind(record, r),
        provider=edx.provider(edx.first(record.get("owners"), record.get("organizations"), run.get("org")), r),
        platform=edx.platform({**run, **record}, address, r),
        official_url=edx.page(address, r),
        level=edx.level(edx.first(record.get("level_type"), run.get("level_type")), r),
        languages=edx.languages(
            edx.first(run.get("content_language"), run.get("language"), record.get("languages")), r
        ),
        hours=not_stated(r.source, note=f"{work.pace} a week; for how many weeks is not said")
        if work.pace
        else known(work.hours, r.source, note=work.how),
        duration=known(work.months, r.source, note=work.how if work.hours else ""),
        schedule=known(schedule, r.source),
        mode=known(DeliveryMode.ONLINE, r.source),
        stated=edx.skills(record, r),
        costs=paid[0],
        credit=paid[1],
        prerequisites=prerequisites,
        absent=absent,
        relations=_relations(record, run, r),
        classifications=edx.subjects(record, r),
        open_to_public=known(not invited, r.source) if invited else not_looked_up(),
        free_aid=_aid(run, r),
        kept=_kept(run),
    )
    text = edx.about(
        *(
            edx.first(record.get(n), run.get(n))
            for n in ("short_description", "full_description", "overview", "outcome")
        ),
        record.get("syllabus_raw"),
        record.get("expected_learning_items"),
    )
    return Offer(key, credential, text, where), r.problems


def _kind(record: Mapping[str, Any], r: Reading) -> Fact[str]:
    """A course, unless its type says that it is more."""
    said = line(record.get("course_type")).casefold()
    found = (
        of_words(re.sub(r"-?2u$", "", said).replace("-", " ")) if said.startswith(("executive", "bootcamp")) else None
    )
    return known(found.kind if found else "Course", r.source)


def _prerequisites(record: Mapping[str, Any], r: Reading) -> tuple[tuple[Prerequisite, ...], tuple[Absent, ...]]:
    raw = record.get("prerequisites_raw")
    said = plain(raw)
    if (isinstance(raw, str) and _NONE.fullmatch(re.sub(r"<[^>]{0,80}>", "", raw).strip())) or _NONE.fullmatch(said):
        return (), (Absent("prerequisites", (r.source,)),)
    named = [line(p.get("name")) if isinstance(p, dict) else line(p) for p in edx.entries(record.get("prerequisites"))]
    texts = dict.fromkeys(t for t in [said, *named] if t)
    return tuple(Prerequisite(hard=False, sources=(r.source,), text=t) for t in texts), ()


def _relations(record: Mapping[str, Any], run: Mapping[str, Any], r: Reading) -> tuple[Relation, ...]:
    programs = [p for p in edx.entries(edx.first(record.get("programs"), run.get("programs"))) if isinstance(p, dict)]
    return tuple(
        Relation(
            RelationKind.PART_OF,
            f"{edx.SCHEME}:{line(p.get('uuid'))}",
            (r.source,),
            line(p.get("title")),
            line(p.get("type")),
        )
        for p in programs
        if line(p.get("uuid"))
    )


def _aid(run: Mapping[str, Any], r: Reading) -> Fact[str]:
    if run.get("eligible_for_financial_aid") is True:
        return known("financial assistance can be applied for", r.source)
    return not_looked_up()


def _kept(run: Mapping[str, Any]) -> tuple[Kept, ...]:
    """The run's key, by which the prices and days above can be looked up, and effort in words that no hours follow from."""
    said = {n: line(run.get(n)) for n in ("key", "course_id", "effort", "availability") if line(run.get(n))}
    return (Kept(edx.SCHEME, json.dumps({"run": said}, ensure_ascii=False, sort_keys=True)),) if said else ()
