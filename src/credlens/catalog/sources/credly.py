"""Badge templates on Credly: what its API lists, one template, or those inside a person's public profile (``/users/NAME/badges.json``).

Fields: https://www.credly.com/docs/badge_templates. Out of a profile only the templates are read: whose badges they are, since when and
until when is no part of an offer. Two fields are coarser than they look, and stay unknown: ``time_to_earn`` is a unit without a number
("Weeks"), and ``cost`` "Paid" is no price.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.kinds import Kind, of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.levels import level
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Once, Reading, distinct, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    Organisation,
    Prerequisite,
    RecognitionClaim,
    Status,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Identifier, Kept, OutcomeFigure, StatedSkill
from credlens.model.quantity import Months

Record = dict[str, Any]

_STATES = {"active": Status.ACTIVE, "archived": Status.CEASED}
# What has to be there before, rather than what is done for the badge.
_BEFORE = re.compile(r"experience|education|membership|certification|licen[cs]e", re.IGNORECASE)
_EXAM = re.compile(r"\bexam(?:ination)?s?\b", re.IGNORECASE)
_OTHER_EXAM = re.compile(r"performance|practical|hands-?on|\blabs?\b|oral|interview", re.IGNORECASE)
_OFFERS = re.compile(r"offered|delivered|taught|provided", re.IGNORECASE)
_KEPT = ("time_to_earn", "cost", "type_category", "alignments", "recommendations")


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The templates of all files."""
    once = Once()
    drafts: Counter[str] = Counter()
    for file in files:
        for event in records(file, "data.item", "item"):
            if isinstance(event, Problem):
                yield event
                continue
            place, record = event
            template = _template(record)
            if template is None:
                yield Problem(place, "This is no badge template of Credly's.", "It is left out.")
            elif line(template.get("state")).casefold() == "draft":
                drafts[file.name] += 1
            else:
                yield from _offer(template, place, once, settings)
    for name, number in drafts.items():
        yield Note(f"{name}: {number} draft{'s' * (number != 1)} left aside: they are not published")


def _template(record: Record) -> Record | None:
    """The template of a record: itself, the one of an awarded badge, or the only one of an answer."""
    if isinstance(record.get("data"), dict):
        record = record["data"]
    if isinstance(record.get("badge_template"), dict):
        return record["badge_template"]  # type: ignore[no-any-return]
    marks = {"badge_template_activities", "vanity_slug", "global_activity_url", "type_category"}
    return record if marks & record.keys() or {"id", "name", "cost"} <= record.keys() else None


def _offer(template: Record, place: str, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    title = line(template.get("name"))
    page = template.get("url") if is_address(template.get("url")) else None
    key = line(template.get("id")) or canonical(page) or ""
    if not title or not key:
        yield Problem(place, f"The template has no {'id' if title else 'name'}.", "It is left out.")
        return
    again = once.again(key, template, place)
    if isinstance(again, Problem):
        yield again
    if again:
        return
    reading = Reading(place, imported(page, day(template.get("updated_at")) or settings.as_of, place))
    credential = _credential(template, key, title, page, reading)
    yield from reading.problems
    activities = (line(a.get("title")) for a in jsonld.nodes(template.get("badge_template_activities")))
    text = [plain(template.get("description")), *(f"- {a}" for a in activities if a)]
    yield Offer(key, credential, "\n".join(t for t in text if t), place)


def _credential(template: Record, key: str, title: str, page: Any, reading: Reading) -> Credential:
    source = reading.source
    own = [Identifier("credly", key)]
    if name := canonical(page):
        own.append(Identifier("url", name))
    issuer, provider = _organisations(template)
    kind = _kind(template)
    words = line(template.get("level"))
    more = template.get("global_activity_url")
    if words and level(words) is None:
        reading.problem("level", f"{words[:40]!r} is no level.")
    tongue = language(template.get("language"))
    return Credential(
        id=proposed_id("credly", key),
        title=title,
        identifiers=tuple(own),
        description=known(plain(template.get("description")) or None, source),
        kind=known(
            kind.kind, source, note="the issuer's own category on Credly" if kind.kind != "DigitalBadge" else ""
        ),
        evidence_class=known(
            kind.evidence_class, source, note="the issuer's own category on Credly" if kind.evidence_class else ""
        ),
        status=known(_STATES.get(line(template.get("state")).casefold()), source),
        issuer=known(issuer, source),
        provider=known(provider, source),
        official_url=known(more if is_address(more) else page, source),
        level=known(level(words), source),
        languages=known((tongue,) if tongue else None, source),
        duration=_duration(template, reading),
        stated=_skills(template, reading),
        costs=_costs(template, reading),
        assessment=_assessments(template, reading),
        prerequisites=tuple(_prerequisites(template, reading)),
        recognition=tuple(_endorsements(template, reading)),
        outcomes=_holders(template, reading),
        verification=known(Verification("credly", "credly.com"), source),
        kept=_kept(template),
    )


def _organisations(template: Record) -> tuple[Organisation | None, Organisation | None]:
    """(who issues it, who offers what leads to it), by the labels that Credly shows beside the names."""
    entities = jsonld.nodes(jsonld.node(template.get("issuer")).get("entities"))
    named = [
        (line(e.get("label")), e.get("primary") is True, line(jsonld.node(e.get("entity")).get("name")))
        for e in entities
    ]
    issuers = [n for label, primary, n in named if n and (primary or label.casefold().startswith("issued"))]
    offering = [n for label, primary, n in named if n and not primary and _OFFERS.match(label)]
    owner = line(jsonld.node(template.get("owner")).get("name"))
    return organisation(next(iter(issuers), owner)), organisation(next(iter(offering), ""))


def _kind(template: Record) -> Kind:
    """A certification where its issuer files it so; the other categories (Learning, Validation, Experience) are no kinds of their own."""
    found = of_words(line(template.get("type_category")))
    return found if found and found.kind == "Certification" else Kind("DigitalBadge", None)


def _duration(template: Record, reading: Reading) -> Fact[Months]:
    unit = line(template.get("time_to_earn"))
    return not_stated(reading.source, note=f"only the unit is given: {unit}") if unit else not_looked_up()


def _skills(template: Record, reading: Reading) -> tuple[StatedSkill, ...]:
    """Its skills: objects on the web site, plain names in the API."""
    names = (line(s.get("name") if isinstance(s, dict) else s) for s in jsonld.many(template.get("skills")))
    return distinct(StatedSkill(name, (reading.source,)) for name in names if name)


def _costs(template: Record, reading: Reading) -> tuple[CostItem, ...]:
    said = line(template.get("cost")).casefold()
    if said == "free":
        return (CostItem("standard", CostPattern.FREE, known(Decimal(0), reading.source), "USD", "tuition"),)
    if said not in {"", "paid"}:
        reading.problem("cost", f"{said!r} is neither Free nor Paid.")
    return ()


def _assessments(template: Record, reading: Reading) -> tuple[Assessment, ...]:
    """The activities that are called exams. Of other assessments nobody says what they are."""
    titles = (
        line(a.get("title"))
        for a in jsonld.nodes(template.get("badge_template_activities"))
        if line(a.get("activity_type")).casefold() == "assessment"
    )
    return tuple(
        Assessment(AssessmentType.WRITTEN_EXAM, (reading.source,), condition=title)
        for title in dict.fromkeys(titles)
        if _EXAM.search(title) and not _OTHER_EXAM.search(title)
    )


def _prerequisites(template: Record, reading: Reading) -> Iterator[Prerequisite]:
    """Other badges that are required, and experience, education or membership in the issuer's words."""
    activities = jsonld.nodes(template.get("badge_template_activities"))
    required = [line(a.get("required_badge_template_id")) for a in activities]
    required += [line(t.get("id")) for t in jsonld.nodes(template.get("required_badge_templates"))]
    for badge in dict.fromkeys(r for r in required if r):
        yield Prerequisite(hard=True, sources=(reading.source,), credentials=(f"credly:{badge}",))
    for activity in activities:
        title = line(activity.get("title"))
        if (
            title
            and not activity.get("required_badge_template_id")
            and _BEFORE.search(line(activity.get("activity_type")))
        ):
            yield Prerequisite(hard=False, sources=(reading.source,), text=title)


def _endorsements(template: Record, reading: Reading) -> Iterator[RecognitionClaim]:
    for one in jsonld.nodes(template.get("endorsements")):
        holders = (one, *(jsonld.node(one.get(k)) for k in ("endorser", "organization", "entity", "issuer")))
        by = next((name for h in reversed(holders) if (name := line(h.get("name")))), "")
        if by:
            yield RecognitionClaim(by, "endorsement", (reading.source,), line(one.get("description")))


def _holders(template: Record, reading: Reading) -> tuple[OutcomeFigure, ...]:
    number = reading.number("badges_count", template.get("badges_count"), 10**9)
    return (OutcomeFigure("holders", number, (reading.source,), note="badges issued"),) if number else ()


def _kept(template: Record) -> tuple[Kept, ...]:
    left = {name: template[name] for name in _KEPT if template.get(name)}
    return (Kept("credly", json.dumps(left, ensure_ascii=False, sort_keys=True)),) if left else ()


SOURCE = CatalogSource("Credly badge templates (API answers, profiles' badges.json)", (".json",), read)
