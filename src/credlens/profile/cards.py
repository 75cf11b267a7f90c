"""Review cards: what was found in the documents, one card for each thing, with the person's verdict beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from credlens.model.card import Card, CardKind, Correction, Verdict
from credlens.model.person import Education, HeldCredential, HeldLanguage, Job
from credlens.model.skill import Taxonomy
from credlens.profile import ids
from credlens.profile.found import Findings
from credlens.profile.spoken import name_of

PRESENT = "present"
UNDATED = "undated"


def cards(findings: Findings, corrections: Iterable[Correction], taxonomy: Taxonomy) -> tuple[Card, ...]:
    """A card for each thing found, in the order of kinds and then of the documents.

    A thing found in several places is as sure as the surest of them, and that place is shown. Its verdict stays when it is found again.

    Args:
        findings: of all documents, before corrections.
        corrections: the person's verdicts.
        taxonomy: gives skills their labels.
    """
    verdicts = {c.card: c for c in corrections}
    found: dict[str, Card] = {}
    for card in _all(findings, taxonomy):
        if card.id not in found or found[card.id].probability < card.probability:
            found[card.id] = card
    return tuple(_with(card, verdicts.get(card.id)) for card in found.values())


def least_sure(found: Iterable[Card], *, every: bool = False) -> tuple[Card, ...]:
    """Cards to look at, the least sure first; with ``every`` also those that were looked at."""
    wanted = [card for card in found if every or card.verdict is None]
    return tuple(sorted(wanted, key=lambda card: card.probability))


def days_of(start: date | None, end: date | None) -> tuple[str, str]:
    """The two ends of a time as a card writes them."""
    if start is None:
        return UNDATED, UNDATED
    return start.isoformat(), end.isoformat() if end else PRESENT


def of_job(job: Job) -> str:
    """A job in the words of its card."""
    start, end = days_of(job.start, job.end)
    days = (UNDATED,) if job.start is None else (start, end)
    return ", ".join(part for part in (job.title, job.organisation, *days) if part)


def of_education(education: Education) -> str:
    """A course of study in the words of its card."""
    level = f"{education.level} in {education.field}" if education.field else str(education.level)
    return ", ".join(part for part in (level, education.institution) if part)


def of_credential(held: HeldCredential) -> str:
    """A credential in the words of its card: name, day it was issued, last day it holds."""
    days = [day.isoformat() if day else "" for day in (held.issued, held.expires)]
    if held.expires and not held.issued:
        return f"{held.name}, expires {days[1]}"
    return ", ".join(part for part in (held.name, *days) if part)


def of_language(held: HeldLanguage) -> str:
    """A language in the words of its card."""
    return f"{name_of(held.language)} {held.level or ''}".strip()


def _with(card: Card, said: Correction | None) -> Card:
    if said is None:
        return card
    corrected = said.value if said.verdict is Verdict.CORRECT else ""
    return Card(card.id, card.kind, card.value, card.where, card.quote, card.probability, said.verdict, corrected)


def _all(findings: Findings, taxonomy: Taxonomy) -> Iterator[Card]:
    for name in findings.names:
        yield _card(
            ids.name_id(name.item), CardKind.NAME, name.item.words, name.item.where, name.item.words, name.probability
        )
    for job in findings.jobs:
        yield _card(
            ids.job_id(job.item), CardKind.JOB, of_job(job.item), job.item.where, job.item.quote, job.probability
        )
    for study in findings.education:
        one = study.item
        yield _card(
            ids.education_id(one), CardKind.EDUCATION, of_education(one), one.where, one.quote, study.probability
        )
    for mention in findings.mentions:
        named = mention.item
        label = taxonomy[named.skill].label
        yield _card(ids.skill_id(named.skill), CardKind.SKILL, label, named.where, named.quote, mention.probability)
    for credential in findings.credentials:
        held = credential.item
        value = of_credential(held)
        yield _card(ids.credential_id(held), CardKind.CREDENTIAL, value, held.where, held.quote, credential.probability)
    for licence in findings.licences:
        of = licence.item
        yield _card(ids.licence_id(of), CardKind.LICENCE, of.names[0], of.where, of.quote, licence.probability)
    for language in findings.languages:
        spoken = language.item
        value = of_language(spoken)
        yield _card(ids.language_id(spoken), CardKind.LANGUAGE, value, spoken.where, spoken.quote, language.probability)


def _card(id_: str, kind: CardKind, value: str, where: str, quote: str, probability: float) -> Card:
    return Card(id_, kind, value, where, quote, round(probability, 4))
