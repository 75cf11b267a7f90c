"""The person's verdicts put over what was found; they win over every document, now and later.

``drop`` says that a thing was read wrongly: it is taken out wherever it is found, with what follows from it, but nothing is said about what
the person has: a skill may come back through another skill or credential that shows it. (Who does not have a skill says so with ``forget``.)
``correct`` puts something else in its place, ``keep`` leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from credlens.model.card import CardKind, Correction, Verdict
from credlens.model.errors import UserError
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Education, HeldCredential, HeldLanguage, Job
from credlens.model.skill import SkillLevel
from credlens.profile import ids
from credlens.profile.cards import PRESENT, UNDATED
from credlens.profile.dates import Period, Span, find_period
from credlens.profile.found import Findings, Found, Licence, Mention, Name
from credlens.profile.spoken import CEFR, NATIVE, code_of, level_of
from credlens.skills.reader import Reader

T = TypeVar("T")
Corrections = Mapping[str, Correction]

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
YOURS = "your own words"


def apply_corrections(findings: Findings, corrections: Iterable[Correction], reader: Reader) -> Findings:
    """The findings as the person wants them read.

    A correction that can no longer be understood (its skill belongs to a taxonomy that is gone) waits: the thing stays as it was read.
    """
    said = {c.card: c for c in corrections if c.verdict is not Verdict.KEEP}
    if not said:
        return findings
    jobs = {ids.job_id(f.item): f.item for f in findings.jobs}
    return Findings(
        names=_names(findings.names, said),
        mentions=tuple(m for f in findings.mentions if (m := _mention(f, said, jobs, reader))),
        jobs=_each(findings.jobs, said, ids.job_id, job),
        education=_each(findings.education, said, ids.education_id, education),
        credentials=_each(findings.credentials, said, ids.credential_id, lambda v, held: credential(v, held, reader)),
        licences=_each(findings.licences, said, ids.licence_id, _licence),
        languages=_each(findings.languages, said, ids.language_id, language),
    )


def check_value(kind: CardKind, value: str, reader: Reader) -> None:
    """Whether a value can stand on a card of this kind.

    Raises:
        UserError: it cannot; the message says how it is written.
    """
    nobody = Education(DegreeLevel.UNSTATED, "", "", "", "")
    checks: dict[CardKind, Callable[[], object]] = {
        CardKind.SKILL: lambda: skill(value, reader),
        CardKind.JOB: lambda: job(value, Job("", "", None, None, "", "")),
        CardKind.EDUCATION: lambda: education(value, nobody),
        CardKind.CREDENTIAL: lambda: credential(value, HeldCredential("", None, None, None, ""), reader),
        CardKind.LANGUAGE: lambda: language(value, HeldLanguage("", None, "", "")),
    }
    if not value.strip():
        raise UserError("There is nothing to put in its place.", where="VALUE", what_to_do="Write what it should say.")
    if kind in checks:
        checks[kind]()


def skill(value: str, reader: Reader) -> tuple[str | None, SkillLevel]:
    """(id in the taxonomy, level) of "SQL: advanced", "SQL" or "advanced"; the id is None when only a level is said.

    Raises:
        UserError: the taxonomy has no such skill, or there is no such level.
    """
    whole = reader.taxonomy.find(value)
    if whole is not None:
        return whole.id, SkillLevel.UNKNOWN
    name, _, said = value.rpartition(":")
    level = said.strip().casefold()
    if level not in tuple(SkillLevel):
        raise UserError(
            f"The taxonomy has no skill {value!r}.",
            where="VALUE",
            what_to_do=f'Write a skill, a level ({", ".join(tuple(SkillLevel)[1:])}), or both: "SQL: advanced".',
        )
    if not name.strip():
        return None, SkillLevel(level)
    found = reader.taxonomy.find(name)
    if found is None:
        raise UserError(f"The taxonomy has no skill {name.strip()!r}.", where="VALUE", what_to_do="Try another word.")
    return found.id, SkillLevel(level)


def job(value: str, read: Job) -> Job:
    """A job out of "Title, Organisation, 2021-03, present"; the days may be left out.

    Raises:
        UserError: it has no title.
    """
    words, start, end = _days(value)
    title, _, organisation = (part.strip() for part in words.rpartition(",")) if "," in words else (words, "", "")
    if not title:
        raise UserError(
            "A job needs a title.", where="VALUE", what_to_do='Write it like "Clerk, Some Shop, 2021-03, present".'
        )
    return replace(
        read,
        title=title,
        organisation=organisation,
        start=start.first if start else None,
        end=end.last if start and end else None,
    )


def days_said(value: str) -> tuple[str, str]:
    """The two days of a corrected job as far as they are named (ISO 8601); the second is empty while it goes on, both when it is undated."""
    _, start, end = _days(value)
    return (start.said, end.said if end else "") if start else ("", "")


def education(value: str, read: Education) -> Education:
    """Education out of "bachelor" or "bachelor in Economics".

    Raises:
        UserError: there is no such level.
    """
    level, _, field = value.partition(" in ")
    levels = tuple(DegreeLevel)
    if level.strip().casefold() not in levels:
        raise UserError(
            f"{level.strip()!r} is not a level of education.",
            where="VALUE",
            what_to_do=f'Use one of {", ".join(levels)}; with a subject: "bachelor in Economics".',
        )
    return replace(read, level=DegreeLevel(level.strip().casefold()), field=field.strip() or read.field)


def credential(value: str, read: HeldCredential, reader: Reader) -> HeldCredential:
    """A credential out of "Name, 2024-05-01, 2027-05-01": the day it was issued and the last day it holds may be left out.

    Raises:
        UserError: it has no name.
    """
    before, expiry, last = value.rpartition("expires ")
    name, issued, expires = _days(before.rstrip(" ,") or value)
    if expiry and (found := find_period(last)):
        expires = found[0]
    if not name:
        raise UserError(
            "A credential needs a name.", where="VALUE", what_to_do='Write it like "Some Certificate, 2024-05-01".'
        )
    hits = reader.credential_hits(name)
    begins, ends = issued.first if issued else None, expires.last if expires else None
    return replace(
        read,
        name=name,
        credential=hits[0].key if len(hits) == 1 else None,
        issued=begins,
        expires=ends,
        said=(
            read.said[0] if begins == read.issued else issued.said if issued else "",
            read.said[1] if ends == read.expires else expires.said if expires else "",
        ),
    )


def language(value: str, read: HeldLanguage) -> HeldLanguage:
    """A language out of "es C1", "Spanish native" or "C1".

    Raises:
        UserError: it names neither a language nor a level.
    """
    *names, last = value.split()
    level = level_of(last)
    name = " ".join(names) if level else value
    code = code_of(name) if name else read.language
    if code is None or (not name and level is None):
        raise UserError(
            f"{value!r} is not a language with its level.",
            where="VALUE",
            what_to_do=f'Write it like "es C1" or "Spanish native"; levels are {", ".join((*CEFR, NATIVE))}.',
        )
    return replace(read, language=code, level=level)


def _each(
    found: tuple[Found[T], ...], said: Corrections, id_of: Callable[[T], str], read: Callable[[str, T], T]
) -> tuple[Found[T], ...]:
    kept = []
    for each in found:
        verdict = said.get(id_of(each.item))
        if verdict is None:
            kept.append(each)
        elif verdict.verdict is Verdict.CORRECT:
            kept.append(Found(_or_as_it_was(read, verdict.value, each.item), 1.0))
    return tuple(kept)


def _or_as_it_was(read: Callable[[str, T], T], value: str, item: T) -> T:
    try:
        return read(value, item)
    except UserError:
        return item


def _names(found: tuple[Found[Name], ...], said: Corrections) -> tuple[Found[Name], ...]:
    """A name that was corrected stays, whatever later documents say."""
    own = [c.value for c in said.values() if c.card.startswith(f"{CardKind.NAME}-") and c.verdict is Verdict.CORRECT]
    here = [said[i].value for f in found if (i := ids.name_id(f.item)) in said and said[i].value]
    if own:
        return (Found(Name((here or own)[-1], YOURS), 1.0),)
    return tuple(f for f in found if ids.name_id(f.item) not in said)


def _licence(value: str, read: Licence) -> Licence:
    return replace(read, names=(value,))


def _mention(
    found: Found[Mention], said: Corrections, jobs: Mapping[str, Job], reader: Reader
) -> Found[Mention] | None:
    """A place that shows a skill, as the person wants the skill and its job read; None when it shows none."""
    mention = found.item
    if mention.job in said:
        span = None
        if said[mention.job].verdict is Verdict.CORRECT:
            known = jobs[mention.job]
            now = _or_as_it_was(job, said[mention.job].value, known)
            span = Span(now.start, now.end, (0, 0)) if now.start else None
        mention = replace(mention, span=span)
    verdict = said.get(ids.skill_id(mention.skill))
    if verdict is None:
        return Found(mention, found.probability)
    if verdict.verdict is Verdict.DROP:
        return None
    return Found(_or_as_it_was(lambda value, read: _as_said(read, *skill(value, reader)), verdict.value, mention), 1.0)


def _as_said(mention: Mention, named: str | None, level: SkillLevel) -> Mention:
    known = mention.level if level is SkillLevel.UNKNOWN else level
    return replace(mention, skill=named or mention.skill, level=known)


def _days(value: str) -> tuple[str, Period | None, Period | None]:
    """(words, first point of time, second) of "words, 2024-05-01, 2027-05"; "present" and "undated" count as none."""
    parts = [part.strip() for part in value.split(",")]
    days: list[Period | None] = []
    while len(days) < 2 and parts and (_DATE.fullmatch(parts[-1]) or parts[-1] in (PRESENT, UNDATED)):
        found = find_period(parts.pop())
        days.insert(0, found[0] if found else None)
    days += [None, None]
    return ", ".join(part for part in parts if part), days[0], days[1]
