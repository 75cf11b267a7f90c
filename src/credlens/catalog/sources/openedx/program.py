"""A programme of Open edX: a MicroMasters, a Professional Certificate, an XSeries ..."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.openedx import record as edx
from credlens.catalog.sources.openedx.seats import price_ranges
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import Workload, weekly
from credlens.catalog.values.facts import imported, known
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.reading import Reading, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import Credential, CreditValue, RecognitionClaim, Status
from credlens.model.errors import Problem
from credlens.model.offer import Relation, RelationKind
from credlens.model.quantity import Hours

_STATUS = {"active": Status.ACTIVE, "retired": Status.CEASED}
_MOST_WEEKS, _MOST_HOURS_A_WEEK, _MOST_HOURS = 520, 168, 10_000


def program(record: Mapping[str, Any], where: str, settings: Settings) -> tuple[Offer | None, list[Problem]]:
    """The offer, and what in the record could not be used."""
    address = record.get("marketing_url")
    r = Reading(where, imported(address, _changed(record) or settings.as_of, where))
    key, title = line(record.get("uuid")), line(record.get("title"))
    if not key or not title:
        r.problem("title" if key else "uuid", f"The programme has no {'title' if key else 'uuid'}.", "It is left out.")
        return None, r.problems
    work, makers = _work(record, r), edx.first(record.get("authoring_organizations"), record.get("organizations"))
    said = line(record.get("type"))
    kind = of_words(said)
    credential = Credential(
        id=proposed_id(edx.SCHEME, key),
        title=title,
        identifiers=edx.identifiers(key, address),
        description=known(
            edx.description(record.get("overview"), record.get("subtitle"), record.get("marketing_hook")) or None,
            r.source,
        ),
        kind=known(kind.kind if kind else "LearningProgram", r.source, note=f"called {said}" if said else ""),
        evidence_class=known(kind.evidence_class if kind else None, r.source),
        status=known(_STATUS.get(line(record.get("status")).casefold()), r.source),
        provider=edx.provider(makers, r),
        platform=edx.platform(record, address, r),
        official_url=edx.page(address, r),
        level=edx.level(edx.first(record.get("level_type_override"), record.get("level_type")), r),
        languages=edx.languages(edx.first(record.get("languages"), record.get("language")), r),
        hours=known(work.hours, r.source, note=work.how),
        duration=known(work.months, r.source),
        stated=edx.skills(record, r),
        costs=price_ranges(record.get("price_ranges"), r),
        recognition=_endorsements(record, r),
        credit=_credit(record, r),
        relations=_courses(record, r),
        classifications=edx.subjects(record, r),
    )
    text = edx.about(
        *(
            record.get(n)
            for n in ("subtitle", "marketing_hook", "overview", "expected_learning_items", "job_outlook_items")
        )
    )
    return Offer(key, credential, text, where), r.problems


def _changed(record: Mapping[str, Any]) -> Any:
    return day(edx.first(record.get("data_modified_timestamp"), record.get("modified")))


def _work(record: Mapping[str, Any], r: Reading) -> Workload:
    """The total when it is stated, else weeks times hours a week, when both ends of both are known."""
    weeks = r.number("weeks_to_complete", record.get("weeks_to_complete"), _MOST_WEEKS)
    shortest = r.number("weeks_to_complete_min", record.get("weeks_to_complete_min"), _MOST_WEEKS) or weeks
    longest = r.number("weeks_to_complete_max", record.get("weeks_to_complete_max"), _MOST_WEEKS) or weeks
    least = r.number("min_hours_effort_per_week", record.get("min_hours_effort_per_week"), _MOST_HOURS_A_WEEK)
    most = r.number("max_hours_effort_per_week", record.get("max_hours_effort_per_week"), _MOST_HOURS_A_WEEK)
    total = r.number("total_hours_of_effort", record.get("total_hours_of_effort"), _MOST_HOURS)
    effort = (least, most) if least and most else (0, 0)
    found = weekly((shortest, longest), effort) if shortest and longest else Workload(None, None)
    if total:
        return Workload(Hours(total, total), found.months)
    return found if found.hours else Workload(None, found.months)


def _courses(record: Mapping[str, Any], r: Reading) -> tuple[Relation, ...]:
    found = [c for c in edx.entries(record.get("courses")) if isinstance(c, dict) and line(c.get("key"))]
    return tuple(
        Relation(RelationKind.HAS_PART, f"{edx.SCHEME}:{line(c.get('key'))}", (r.source,), line(c.get("title")))
        for c in found
    )


def _credit(record: Mapping[str, Any], r: Reading) -> tuple[CreditValue, ...]:
    """Credit that a named organisation backs, or that is given as a number; the conditions in the programme's words."""
    amount = r.number("credit_value", record.get("credit_value"), 500)
    by = ", ".join(edx.names(record.get("credit_backing_organizations")))
    if not amount and not by:
        return ()
    condition = plain(record.get("credit_redemption_overview"))
    return (CreditValue("credit", amount or None, (r.source,), condition=condition, by=by),)


def _endorsements(record: Mapping[str, Any], r: Reading) -> tuple[RecognitionClaim, ...]:
    """Companies that are quoted in favour of it, as the programme's own page says."""
    found = [e for e in edx.entries(record.get("corporate_endorsements")) if isinstance(e, dict)]
    return tuple(
        RecognitionClaim(line(e.get("corporation_name")), "endorsement", (r.source,), plain(e.get("statement")))
        for e in found
        if line(e.get("corporation_name"))
    )
