"""Credentials that nobody has catalogued: read from a saved page or a badge, or described by the person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.catalog.keeping import Known, known_as, name_apart
from credlens.app.catalog.ports import CatalogStore
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.interview.record import Answers, record
from credlens.catalog.offer import Offer, Settings, SourceFile
from credlens.catalog.skill_reading import SkillReading
from credlens.catalog.sources.openbadges.source import SOURCE as BADGES
from credlens.model.credential import CostItem, Credential
from credlens.model.errors import InputError, Problem
from credlens.model.fact import Fact, Source, Unknown, WhyUnknown
from credlens.model.serial import fact_json, plain, source_json
from credlens.model.skill import Taxonomy

MOST_BADGES = 20  # in one file; who has more of them has a catalog to import

_NAMES = frozenset({"id", "title", "aliases", "identifiers", "kept"})  # what is no fact with a source of its own
_PICTURES = (b"\x89PNG", b"<svg", b"<?xml")


class Origin(StrEnum):
    """How a credential was given."""

    PAGE = "page"
    BADGE = "badge"
    INTERVIEW = "interview"


@dataclass(frozen=True)
class Given:
    """A credential as it was given, before anything is asked of the catalog.

    Attributes:
        where: the file; "interview" when there is none.
        offer: the record, and the text that skills are read in.
        problems: what could not be read.
    """

    origin: Origin
    where: str
    offer: Offer
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Own:
    """A credential that was judged without being in the catalog, with all that was read of it, to be looked through.

    Attributes:
        where: the file; "interview" when there is none.
        credential: what was judged; its id is free in the catalog, or that of the same record kept before.
        taxonomy: of the names of its skills.
        problems: what could not be read.
        known_as: what the catalog has that it seems to be; None when there is nothing like it.
        kept: whether the catalog has this record now.
    """

    origin: Origin
    where: str
    credential: Credential
    taxonomy: Taxonomy
    problems: tuple[Problem, ...] = ()
    known_as: Known | None = None
    kept: bool = False

    def to_json(self) -> dict[str, Any]:
        """``{"id", "title", "from", "where", "facts", "problems", "known_as", "kept"}``."""
        return {
            "id": self.credential.id,
            "title": self.credential.title,
            "from": self.origin.value,
            "where": self.where,
            "facts": list(facts(self.credential, self.taxonomy)),
            "problems": shapes.problems(self.problems),
            "known_as": plain(self.known_as),
            "kept": self.kept,
        }


def from_page(ports: Ports, path: Path) -> Given:
    """What a saved page says.

    Raises:
        InputError: it cannot be read, or names no credential.
    """
    from credlens.catalog.pages import read_page

    file = ports.files.read(path)
    read = read_page(file.data, file.name, ports.today)
    if not read.credential.title:
        advice = "Describe it instead: credlens evaluate --interview."
        raise InputError([*read.problems, Problem(file.name, "This page does not say what it offers.", advice)])
    return Given(Origin.PAGE, file.name, Offer(file.name, read.credential, read.text, file.name), tuple(read.problems))


def from_badge(ports: Ports, path: Path) -> tuple[Given, ...]:
    """What can be earned according to an Open Badge (JSON): the badge class or achievement, not who holds it.

    Raises:
        InputError: there is none in it, or too many.
    """
    file = ports.files.read(path)
    if file.data.lstrip()[:5].startswith(_PICTURES):
        advice = "Download the badge as JSON where it is hosted, or save its page and use --page."
        raise InputError([Problem(file.name, "Badges inside a picture (PNG, SVG) are not read yet.", advice)])
    events = list(BADGES.read([SourceFile(file.name, lambda: BytesIO(file.data))], Settings(ports.today)))
    offers = [e for e in events if isinstance(e, Offer)]
    problems = [e for e in events if isinstance(e, Problem)]
    if not offers:
        advice = "Give the JSON of a badge class, of an achievement, or of an awarded badge that holds one."
        raise InputError(problems or [Problem(file.name, "There is no badge in it.", advice)])
    if len(offers) > MOST_BADGES:
        advice = f"Import them: credlens catalog import openbadges {file.name}"
        raise InputError([Problem(file.name, f"There are {len(offers)} badges in it.", advice)])
    return tuple(
        Given(Origin.BADGE, file.name, offer, tuple(problems) if n == 0 else ()) for n, offer in enumerate(offers)
    )


def from_answers(ports: Ports, answers: Answers) -> Given:
    """What the person says.

    Raises:
        InputError: answers that make no sense, each with the id of its question.
    """
    credential = record(answers, ports.today)
    return Given(Origin.INTERVIEW, "interview", Offer(credential.id, credential))


def look_into(ports: Ports, knowledge: Knowledge, given: Sequence[Given]) -> tuple[Knowledge, tuple[Own, ...]]:
    """What was given with ids, skills and what the catalog seems to know it as; and the knowledge in which it can be judged.

    Skills are those that are stated or that the reader finds in the text, as in imported catalogs.
    """
    # Nothing is written here, so the index is asked only where there is one.
    store: CatalogStore | None = ports.catalog() if ports.has_state() else None
    ids: set[str] = set()
    named = []
    for each in given:
        credential = name_apart(knowledge, each.offer.credential, ids)
        ids.add(credential.id)
        named.append(credential)
    beside = knowledge.beside(named)
    skills = SkillReading(beside.taxonomy, beside.reader)
    own = []
    for each, credential in zip(given, named, strict=True):
        offer = replace(each.offer, credential=credential)
        own.append(
            Own(
                each.origin,
                each.where,
                replace(credential, skills=skills.taught(offer)),
                beside.taxonomy,
                (*each.problems, *_unheard(beside, skills, each.origin, offer)),
                known_as(knowledge, store, credential),
            )
        )
    return beside.beside([o.credential for o in own]), tuple(own)


def _unheard(knowledge: Knowledge, skills: SkillReading, origin: Origin, offer: Offer) -> Iterator[Problem]:
    """What cannot be looked for: a title that is a skill's name, and skills in words that the taxonomy does not have."""
    if knowledge.called_like_a_skill(offer.credential):
        message = f"{offer.credential.title!r} is the name of a skill, too, so job ads are not searched for it."
        yield Problem("title", message, "Give its full name, with the one who awards it.")
    # Of pages and badges such words are mostly tags that are no skills; a person can say it in other words.
    names = skills.unheard(offer) if origin is Origin.INTERVIEW else ()
    if names:
        message = f"No skill is known by these words, so they do not count: {', '.join(names)}."
        yield Problem(
            "skills", message, "Say them in other words, or import a larger taxonomy: credlens taxonomy import."
        )


def facts(credential: Credential, taxonomy: Taxonomy) -> Iterator[dict[str, Any]]:
    """Everything known of a credential but its names, each thing with its sources: ``{"field", "value", "sources"}``."""
    for each in fields(credential):
        value = getattr(credential, each.name)
        if isinstance(value, Fact):
            if value.known or value.candidates() or _does_not_apply(value):
                yield {"field": each.name, **fact_json(value)}
        elif each.name == "absent":
            for part in value:
                yield _entry(part.field, None, part.sources)
        elif each.name == "skills":
            for skill in value:
                name = taxonomy[skill.skill].ref() if skill.skill in taxonomy else {"uri": None, "label": skill.skill}
                told = {"skill": name, "depth": skill.depth.value, "probability": plain(skill.probability)}
                yield _entry(each.name, told, skill.sources)
        elif each.name not in _NAMES:
            for part in value:
                sources = part.amount.sources if isinstance(part, CostItem) else getattr(part, "sources", ())
                yield _entry(each.name, _but_sources(part), sources)


def _does_not_apply(fact: Fact[Any]) -> bool:
    return isinstance(fact.value, Unknown) and fact.value.why is WhyUnknown.NOT_APPLICABLE


def _entry(field: str, value: Any, sources: Sequence[Source]) -> dict[str, Any]:
    return {"field": field, "value": value, "sources": [source_json(s) for s in sources]}


def _but_sources(part: Any) -> Any:
    """A part of a list; its sources stand beside it, and what is unknown of it is left out."""
    told = plain(part)
    if not isinstance(told, Mapping):
        return told
    return {k: v for k, v in told.items() if k != "sources" and v not in (None, "")}
