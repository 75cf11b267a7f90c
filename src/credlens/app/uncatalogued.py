"""Credentials that nobody has catalogued: read from a saved page or a badge, or described by the person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.badge import read_badges
from credlens.app.carried import Unpacked, unpacked
from credlens.app.catalog.keeping import Known, day_of, known_as, name_apart, said_before, same_as
from credlens.app.catalog.ports import CatalogStore
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.interview.completing import complete
from credlens.catalog.interview.record import ABOUT, Answers, record
from credlens.catalog.offer import Offer
from credlens.catalog.skill_reading import SkillReading
from credlens.evaluate.ranked import why_unranked
from credlens.model.credential import CostItem, Credential
from credlens.model.errors import InputError, Problem
from credlens.model.fact import Fact, Source, Unknown, WhyUnknown
from credlens.model.scorecard import Scorecard
from credlens.model.serial import fact_json, plain, source_json
from credlens.model.skill import Taxonomy

_NAMES = frozenset({"id", "title", "aliases", "identifiers", "kept"})  # what is no fact with a source of its own


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
        problems: what could not be read, and what has to be known of the file.
        known_as: what the catalog has that it seems to be; None when there is nothing like it.
        same_as: the id of one that was named beside it and that it surely is; then it is not ranked. Empty for others.
        replaces: the day of the person's own record that it takes the place of when it is kept; None when it takes nobody's.
        kept: whether the catalog has this record now.
    """

    origin: Origin
    where: str
    credential: Credential
    taxonomy: Taxonomy
    problems: tuple[Problem, ...] = ()
    known_as: Known | None = None
    same_as: str = ""
    replaces: date | None = None
    kept: bool = False

    def to_json(self) -> dict[str, Any]:
        """``{"id", "title", "from", "where", "facts", "problems", "known_as", "same_as", "replaces", "kept"}``."""
        return {
            "id": self.credential.id,
            "title": self.credential.title,
            "from": self.origin.value,
            "where": self.where,
            "facts": list(facts(self.credential, self.taxonomy)),
            "problems": shapes.problems(self.problems),
            "known_as": plain(self.known_as),
            "same_as": self.same_as or None,
            "replaces": plain(self.replaces),
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
    """What can be earned according to an Open Badge in whatever it comes in: the badge class or achievement, not who holds it.

    Raises:
        InputError: there is none in it, or too many.
    """
    return carried_badges(ports, unpacked(ports, ports.files.read(path)))


def carried_badges(ports: Ports, badge: Unpacked) -> tuple[Given, ...]:
    """What can be earned according to a badge that was unpacked.

    Raises:
        InputError: there is none in it, or too many.
    """
    found = read_badges(badge.file, ports.today, signed=badge.signed)
    return tuple(Given(Origin.BADGE, badge.file.name, *each) for each in found)


def from_answers(ports: Ports, answers: Answers) -> Given:
    """What the person says.

    Raises:
        InputError: answers that make no sense, each with the id of its question.
    """
    credential = record(answers, ports.today)
    return Given(Origin.INTERVIEW, "interview", Offer(credential.id, credential))


def with_answers(ports: Ports, given: Sequence[Given], answers: Answers) -> list[Given]:
    """What was given with what the person says: one more, or the one page or badge that their answers are about, completed.

    Raises:
        InputError: answers that make no sense, each with the id of its question, or there is not one such page or badge.
    """
    about = answers.get(ABOUT)
    if about is None:
        return [*given, from_answers(ports, answers)]
    said = record(answers, ports.today)
    meant = [place for place, each in enumerate(given) if each.origin.value == about]
    if len(meant) != 1:
        message = f"These answers are about a {about}, and {len(meant) or 'none'} of that kind {'are' if len(meant) > 1 else 'is'} given."
        raise InputError([Problem(ABOUT, message, f"Give one: --{about} FILE.")])
    found = list(given)
    each = found[meant[0]]
    found[meant[0]] = replace(each, offer=replace(each.offer, credential=complete(each.offer.credential, said)))
    return found


def look_into(
    ports: Ports,
    knowledge: Knowledge,
    given: Sequence[Given],
    named: Sequence[Credential] = (),
    *,
    keep: bool = False,
) -> tuple[Knowledge, tuple[Own, ...]]:
    """What was given with ids, skills and what the catalog seems to know it as; and the knowledge in which it can be judged.

    Skills are those that are stated or that the reader finds in the text, as in imported catalogs.

    Args:
        named: credentials of the catalog that are judged beside it.
        keep: whether it is to be kept; then it takes the id, and the place, of what the person kept before of surely the same thing.
    """
    # Nothing is written here, so the index is asked only where there is one.
    store: CatalogStore | None = ports.catalog() if ports.has_state() else None
    placed: dict[str, tuple[Credential, date | None]] = {}
    for each in given:
        credential, replaces = _placed(ports, knowledge, each.offer.credential, placed, keep=keep)
        placed[credential.id] = credential, replaces
    beside = knowledge.beside([credential for credential, _ in placed.values()])
    skills = SkillReading(beside.taxonomy, beside.reader)
    own = []
    for each, (credential, replaces) in zip(given, placed.values(), strict=True):
        offer = replace(each.offer, credential=credential)
        own.append(
            Own(
                each.origin,
                each.where,
                replace(credential, skills=skills.taught(offer)),
                beside.taxonomy,
                (*each.problems, *_unheard(beside, skills, each.origin, offer)),
                known_as(knowledge, store, credential),
                same_as(credential, named),
                replaces,
            )
        )
    return beside.beside([o.credential for o in own]), tuple(own)


def ranked_once(own: Sequence[Own]) -> Callable[[Scorecard], str]:
    """Says why a card is not ranked, as :func:`credlens.evaluate.ranked.why_unranked`; what is judged twice competes once."""
    twins = {o.credential.id: o.same_as for o in own if o.same_as}

    def why(card: Scorecard) -> str:
        twin = twins.get(card.credential)
        return why_unranked(card) if twin is None else f"it is surely the same as {twin}, which is judged as well"

    return why


def _placed(
    ports: Ports, knowledge: Knowledge, credential: Credential, taken: Collection[str], *, keep: bool
) -> tuple[Credential, date | None]:
    """What was given with its id, and the day of the record whose place it takes."""
    apart = name_apart(knowledge, credential, taken)
    before = said_before(ports, knowledge, apart, taken) if keep else None
    if before is None or apart.id in {c.id for c in knowledge.kept}:  # the very same is kept already
        return apart, None
    return replace(apart, id=before.id), day_of(before) or ports.today


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
