"""What was found to a person: skills weighed on all their evidence, and everything else once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from credlens.model.credential import Depth
from credlens.model.person import EvidenceKind, HeldCredential, HeldLanguage, HeldSkill, Job, Person, SkillEvidence
from credlens.model.skill import SkillLevel, Taxonomy
from credlens.profile.dates import Span, merged_years
from credlens.profile.found import Findings, Found, Mention
from credlens.profile.gather import gather
from credlens.profile.ids import education_id, job_id
from credlens.profile.resume import Resume
from credlens.skills.reader import Reader

T = TypeVar("T")
Taught = Mapping[str, Sequence[tuple[str, Depth]]]
"""Credential id -> (skill id, how much of the credential is about it)."""

USED_YEARS = ((8.0, SkillLevel.EXPERT), (3.0, SkillLevel.ADVANCED), (1.0, SkillLevel.INTERMEDIATE))
"""Years of work and projects that name a skill -> level, first one reached; less or undated: beginner. A judgement: time in a job that
names a skill is not mastery of it, and the person may correct it."""

CERTIFIED_LEVEL = {
    Depth.CORE: SkillLevel.INTERMEDIATE,
    Depth.PART: SkillLevel.BEGINNER,
    Depth.TOUCHED: SkillLevel.BEGINNER,
}
"""What a credential in force shows, by depth; a lapsed one shows a beginner. A judgement. Only named, in a list or a course: beginner, too."""

_DONE = (EvidenceKind.USED, EvidenceKind.PROJECT)
_KINDS = tuple(EvidenceKind)
_LEVELS = tuple(SkillLevel)
_RANK = re.compile(
    r"\b(?:senior|junior|sr\.?|jr\.?|lead|principal|staff|head|chief|intern|trainee|assistant|associate|i{1,3}|iv)\b\.?\s*",
    re.IGNORECASE,
)


def build(resume: Resume, reader: Reader, today: date, taught: Taught) -> Person:
    """What a person can show by one document in English; :func:`gather` and :func:`finish` in one step."""
    return finish(gather(resume, reader, today), reader.taxonomy, today, taught)


def finish(findings: Findings, taxonomy: Taxonomy, today: date, taught: Taught) -> Person:
    """What a person can show by everything that was found.

    Args:
        findings: of all documents, after the person's corrections.
        taxonomy: says what implies what.
        today: the day that "present" means, and against which credentials lapse.
        taught: what each credential of the catalog is about.
    """
    credentials = _credentials(f.item for f in findings.credentials)
    evidence: dict[str, list[SkillEvidence]] = {}
    levels: dict[str, SkillLevel] = {}
    stated: dict[str, SkillLevel] = {}
    for found, level in (
        *_shown(findings.mentions, today),
        *_certified(credentials, taught, taxonomy, today),
    ):
        evidence.setdefault(found.skill, []).append(found)
        levels[found.skill] = _higher(levels.get(found.skill), level)
    for mention in (f.item for f in findings.mentions if f.item.level is not SkillLevel.UNKNOWN):
        stated[mention.skill] = _higher(stated.get(mention.skill), mention.level)
    levels |= stated  # what the resume says of a level goes before what follows from years
    _imply(evidence, levels, taxonomy)
    jobs = _once((f.item for f in findings.jobs), job_id)
    return Person(
        name=next((f.item.words for f in reversed(findings.names)), ""),
        skills={s: _held(s, levels[s], evidence[s]) for s in sorted(evidence)},
        education=_once((f.item for f in findings.education), education_id),
        credentials=credentials,
        licences=tuple(dict.fromkeys(name for f in findings.licences for name in f.item.names)),
        languages=_languages(f.item for f in findings.languages),
        jobs=jobs,
        years=merged_years([Span(job.start, job.end, (0, 0)) for job in jobs if job.start], today),
        field=_field(jobs),
    )


def _held(skill: str, level: SkillLevel, evidence: Sequence[SkillEvidence]) -> HeldSkill:
    ordered = sorted(dict.fromkeys(evidence), key=lambda e: -_KINDS.index(e.kind))
    return HeldSkill(skill, level, tuple(ordered))


def _once(items: Iterable[T], id_of: Callable[[T], str]) -> tuple[T, ...]:
    """Each thing once, as it was read first, however many documents say the same."""
    found: dict[str, T] = {}
    for item in items:
        found.setdefault(id_of(item), item)
    return tuple(found.values())


def _credentials(held: Iterable[HeldCredential]) -> tuple[HeldCredential, ...]:
    """Each credential once: the place with dates, and of several the one that was issued last, with what only another says beside it."""
    once: dict[str, HeldCredential] = {}
    for each in held:
        key = each.credential or each.name.casefold()
        first, other = (
            (each, once.get(key)) if key not in once or _dated(each) > _dated(once[key]) else (once[key], each)
        )
        once[key] = first if other is None else _completed(first, other)
    return tuple(once.values())


def _completed(held: HeldCredential, other: HeldCredential) -> HeldCredential:
    """A credential with what it lacks out of another place that names it. A number belongs to one award, so that of another day stays there."""
    named = other.said[0] or (other.issued.isoformat() if other.issued else "")
    same = held.issued is None or held.issued.isoformat().startswith(named)
    return replace(
        held,
        issuer=held.issuer or other.issuer,
        number=held.number or (other.number if same else ""),
        link=held.link or (other.link if same else ""),
    )


def _dated(held: HeldCredential) -> tuple[bool, date, date]:
    return held.issued is not None or held.expires is not None, held.issued or date.min, held.expires or date.min


def _languages(held: Iterable[HeldLanguage]) -> tuple[HeldLanguage, ...]:
    """Each language once: the first place that says how well, else the first."""
    once: dict[str, HeldLanguage] = {}
    for each in held:
        if each.language not in once or (once[each.language].level is None and each.level):
            once[each.language] = each
    return tuple(once.values())


def _higher(one: SkillLevel | None, other: SkillLevel) -> SkillLevel:
    return max(one or SkillLevel.UNKNOWN, other, key=_LEVELS.index)


def _shown(mentions: Sequence[Found[Mention]], today: date) -> Iterable[tuple[SkillEvidence, SkillLevel]]:
    """Evidence for skills that are named, in the order of the documents.

    Years and the last day of all work that names a skill stand beside the first place, and so with projects; the level follows from both.
    """
    spans: dict[tuple[str, EvidenceKind], list[Span]] = {}
    for mention in (f.item for f in mentions if f.item.kind in _DONE):
        begun = [mention.span] if mention.span and mention.span.start <= today else []
        spans.setdefault((mention.skill, mention.kind), []).extend(begun)
    dated: set[tuple[str, EvidenceKind]] = set()
    for mention in (f.item for f in mentions):
        key = (mention.skill, mention.kind)
        own = spans.get(key, []) if key not in dated else []
        dated.add(key)
        level = CERTIFIED_LEVEL[mention.depth] if mention.depth else SkillLevel.BEGINNER
        if mention.kind in _DONE:
            years = merged_years([s for kind in _DONE for s in spans.get((mention.skill, kind), [])], today) or 0
            level = next((level for least, level in USED_YEARS if years >= least), SkillLevel.BEGINNER)
        yield (
            SkillEvidence(
                mention.skill,
                mention.kind,
                mention.where,
                mention.quote,
                merged_years(own, today),
                max((min(s.end or today, today) for s in own), default=None),
            ),
            level,
        )


def _certified(
    credentials: Iterable[HeldCredential], taught: Taught, taxonomy: Taxonomy, today: date
) -> Iterable[tuple[SkillEvidence, SkillLevel]]:
    for held in credentials:
        for skill, depth in taught.get(held.credential or "", ()):
            if skill in taxonomy:
                lapsed = held.expired(today)
                level = SkillLevel.BEGINNER if lapsed else CERTIFIED_LEVEL[depth]
                quote = f"{held.name} (lapsed by {held.expires})" if lapsed else held.name
                yield SkillEvidence(skill, EvidenceKind.CERTIFIED, held.where, quote), level


def _imply(evidence: dict[str, list[SkillEvidence]], levels: dict[str, SkillLevel], taxonomy: Taxonomy) -> None:
    """Whoever shows a skill shows something of its broader ones: at one level less each step up, never below beginner."""
    waiting = sorted(evidence)
    shown = set(waiting)
    while waiting:
        skill = waiting.pop(0)
        less = _LEVELS[max(_LEVELS.index(levels[skill]) - 1, _LEVELS.index(SkillLevel.BEGINNER))]
        for broader in taxonomy[skill].broader:
            if broader not in taxonomy or any(e.kind is not EvidenceKind.IMPLIED for e in evidence.get(broader, ())):
                continue
            source = evidence[skill][0]
            implied = SkillEvidence(
                broader, EvidenceKind.IMPLIED, source.where, f"{taxonomy[skill].label}: {source.quote}"
            )
            evidence.setdefault(broader, []).append(implied)
            levels[broader] = _higher(levels.get(broader), less)
            if broader not in shown:
                shown.add(broader)
                waiting.append(broader)


def _field(jobs: Sequence[Job]) -> str:
    """The last job's title in plain words, without rank."""
    titled = [job for job in jobs if job.title]
    if not titled:
        return ""
    latest = max(
        titled,
        key=lambda j: (j.start is not None, (j.end or date.max, j.start) if j.start else (date.min, date.min)),
    )
    title = latest.title.partition("/")[0]
    return (_RANK.sub("", title).strip() or title.strip()).lower()
