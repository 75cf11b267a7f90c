"""Open Badges in hand: what can be earned, with what the award and the words of the criteria say besides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from credlens.app.ports import NamedBytes
from credlens.catalog.offer import Note, Offer, Settings, SourceFile
from credlens.catalog.sources.openbadges.awarded import Award, awards
from credlens.catalog.sources.openbadges.criteria import narrative_of
from credlens.catalog.sources.openbadges.source import SOURCE as BADGES
from credlens.catalog.values.facts import imported
from credlens.model.credential import Credential, Validity, Verification
from credlens.model.errors import InputError, Problem
from credlens.model.fact import Fact, Method, Source
from credlens.model.verification import AchievementClaim

MOST_BADGES = 20  # in one file; who has more of them has a catalog to import


def read_badges(file: NamedBytes, today: date, *, signed: bool = False) -> list[tuple[Offer, tuple[Problem, ...]]]:
    """The badges of a JSON file, each with what could not be read or has to be known of it.

    Args:
        file: what a badge came in is opened by :func:`credlens.app.carried.unpacked`.
        today: the day it is read.
        signed: whether a signed token was around it, so that there is no signature in it.

    Raises:
        InputError: there is none in it, or too many.
    """
    events = list(BADGES.read([SourceFile(file.name, lambda: BytesIO(file.data))], Settings(today)))
    offers = [e for e in events if isinstance(e, Offer)]
    problems = [e for e in events if isinstance(e, Problem)]
    if not offers:
        raise InputError(problems or [_none(file.name, [e for e in events if isinstance(e, Note)])])
    if len(offers) > MOST_BADGES:
        advice = f"Import them: credlens catalog import openbadges {file.name}"
        raise InputError([Problem(file.name, f"There are {len(offers)} badges in it.", advice)])
    held = {award.key: _known_signed(award) if signed else award for award in _awards(file.data)}
    found = []
    for number, offer in enumerate(offers):
        award = held.get(offer.key)
        credential = _with_award(_with_criteria(offer, today), award, file.name, today)
        said = [*(problems if number == 0 else ()), *_lapsed(award, file.name, today)]
        found.append((replace(offer, credential=credential), tuple(said)))
    return found


def _none(name: str, notes: list[Note]) -> Problem:
    if any("only the address" in note.words for note in notes):
        advice = f"Open that address and give what it shows, or look it up: credlens verify {name} --scorecard --online"
        return Problem(name, "It only names the address of what it was awarded for.", advice)
    advice = "Give the JSON of a badge class, of an achievement, or of an awarded badge that holds one."
    return Problem(name, "There is no badge in it.", advice)


def offer_of(achievement: AchievementClaim, today: date) -> Offer | None:
    """What a report says that a badge was awarded for, as far as it says what was learnt; None when it has no name."""
    file = NamedBytes("badge.json", _document(achievement))
    events = BADGES.read([SourceFile(file.name, lambda: BytesIO(file.data))], Settings(today))
    return next((e for e in events if isinstance(e, Offer)), None)


def _document(achievement: AchievementClaim) -> bytes:
    """The achievement as Open Badges 3.0 writes it."""
    document: dict[str, Any] = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "type": ["Achievement"],
        "id": achievement.id,
        "name": achievement.name,
        "description": achievement.description,
        "criteria": {"narrative": achievement.criteria},
        "tag": list(achievement.tags),
        "alignment": [
            {
                "type": ["Alignment"],
                "targetName": s.name,
                "targetUrl": s.url,
                "targetFramework": s.framework,
                "targetCode": s.code,
                "targetType": s.kind,
            }
            for s in achievement.skills
        ],
    }
    return json.dumps({name: value for name, value in document.items() if value}).encode()


def _known_signed(award: Award) -> Award:
    return replace(award, signed=True) if award.signed is None else award


def _awards(data: bytes) -> Iterator[Award]:
    try:
        yield from awards(json.loads(data))
    except (ValueError, RecursionError):
        return  # the source of badges reads more than this, and has said what it could not read


def _with_criteria(offer: Offer, today: date) -> Credential:
    """What the criteria say in words of how it is assessed and watched, where the badge does not state it as data."""
    from credlens.catalog.pages import read_page

    credential, words = offer.credential, narrative_of(offer.credential)
    if not words:
        return credential
    said = read_page(f"{credential.title}\n\n{words}".encode(), offer.where, today).credential
    stated = any(s.method is not Method.PARSED for a in credential.assessment for s in a.sources)
    return replace(
        credential,
        assessment=credential.assessment if stated or not said.assessment else said.assessment,
        supervision=credential.supervision if credential.supervision.known else said.supervision,
    )


def _with_award(credential: Credential, award: Award | None, where: str, today: date) -> Credential:
    """What an award shows of every badge of its kind: how it can be checked, and how long it holds."""
    if award is None:
        return credential
    source = imported(None, today, f"{where}: the awarded badge")
    verification = credential.verification
    if award.signed is not None and award.version == 3:
        verification = Fact(
            Verification("open_badge_3", status_list=award.status_list if award.signed else None), (source,)
        )
    elif not verification.known and award.signed is not None:
        how = "signed" if award.signed else "hosted"
        verification = Fact(Verification("open_badge_2"), (source,), note=f"a {how} badge")
    months = award.months()
    validity = credential.validity
    if months is not None and not validity.known:
        note = f"this badge is of {award.issued} and expires on {award.expires}"
        validity = Fact(Validity(months), (Source(Method.COMPUTED, date=today, note=f"{where}: {note}"),))
    return replace(credential, verification=verification, validity=validity)


def _lapsed(award: Award | None, where: str, today: date) -> Iterator[Problem]:
    """That a badge somebody holds has expired."""
    if award is not None and award.over(today):
        since = f", awarded on {award.issued}," if award.issued else ""
        yield Problem(
            where,
            f"This badge{since} expired on {award.expires}: whoever holds it has to renew it.",
            "What can be earned is judged, not the badge that is held.",
        )
