"""A resume to a person: skills with their evidence, education, credentials, licences, years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from credlens.model.credential import Depth
from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.person import Education, EvidenceKind, HeldCredential, HeldSkill, Person, SkillEvidence
from credlens.model.skill import SkillLevel, Taxonomy
from credlens.profile.dates import Span, merged_years
from credlens.profile.held import Wishes, held_credentials, held_licences
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.skills.degrees import fields_in, levels_in
from credlens.skills.reader import Reader
from credlens.skills.text import quote_of

Taught = Mapping[str, Sequence[tuple[str, Depth]]]
"""Credential id -> (skill id, how much of the credential is about it)."""

USED_YEARS = ((8.0, SkillLevel.EXPERT), (3.0, SkillLevel.ADVANCED), (1.0, SkillLevel.INTERMEDIATE))
"""Years of work that name a skill -> level, first one reached; less or undated: beginner. A judgement: time in a job that names a skill
is not mastery of it, and the person may correct it."""

CERTIFIED_LEVEL = {
    Depth.CORE: SkillLevel.INTERMEDIATE,
    Depth.PART: SkillLevel.BEGINNER,
    Depth.TOUCHED: SkillLevel.BEGINNER,
}
"""What a credential in force shows, by depth; a lapsed one shows a beginner. A judgement. Only named in a list: beginner, too."""

_USED = (Section.EXPERIENCE, Section.PROJECTS, Section.VOLUNTEER)
_LISTED = (
    Section.HEADER,
    Section.SUMMARY,
    Section.SKILLS,
    Section.EDUCATION,
    Section.CERTIFICATIONS,
    Section.LANGUAGES,
)
_KINDS = tuple(EvidenceKind)
_LEVELS = tuple(SkillLevel)
_SCHOOL = re.compile(r"universit|college|school|institut|academy|polytechnic|\bETH\b|\bMIT\b", re.IGNORECASE)
_DIPLOMA = re.compile(r"diploma|degree|\bGED\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:expected|in progress|pursuing|currently enrolled|candidate|ongoing|incomplete|did not (?:finish|graduate))\b",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_TITLE_END = re.compile(r",| at | @ | \| | [-\u2013—·•] |/")
_RANK = re.compile(
    r"\b(?:senior|junior|sr\.?|jr\.?|lead|principal|staff|head|chief|intern|trainee|assistant|associate|i{1,3}|iv)\b\.?\s*",
    re.IGNORECASE,
)


def build(resume: Resume, reader: Reader, today: date, taught: Taught) -> Person:
    """What a person can show by one document.

    Args:
        resume: the document in parts.
        reader: finds skills, credentials and licences; its taxonomy says what implies what.
        today: the day that "present" means, and against which credentials lapse.
        taught: what each credential of the catalog is about.
    """
    credentials = held_credentials(resume, reader)
    evidence: dict[str, list[SkillEvidence]] = {}
    levels: dict[str, SkillLevel] = {}
    for found, level in (
        *_used(resume, reader, today),
        *_listed(resume, reader),
        *_certified(credentials, taught, reader.taxonomy, today),
    ):
        evidence.setdefault(found.skill, []).append(found)
        levels[found.skill] = max(levels.get(found.skill, SkillLevel.UNKNOWN), level, key=_LEVELS.index)
    _imply(evidence, levels, reader.taxonomy)
    work = [e.span for e in resume.of(Section.EXPERIENCE) if e.span]
    return Person(
        name=resume.name,
        skills={s: _held(s, levels[s], evidence[s]) for s in sorted(evidence)},
        education=tuple(e for entry in resume.of(Section.EDUCATION) if (e := _education(entry, today))),
        credentials=credentials,
        licences=held_licences(resume, reader, today),
        years=merged_years(work, today),
        field=_field(resume),
    )


def _held(skill: str, level: SkillLevel, evidence: Sequence[SkillEvidence]) -> HeldSkill:
    ordered = sorted(dict.fromkeys(evidence), key=lambda e: -_KINDS.index(e.kind))
    return HeldSkill(skill, level, tuple(ordered))


def _used(resume: Resume, reader: Reader, today: date) -> Iterable[tuple[SkillEvidence, SkillLevel]]:
    """Skills named in work, projects and volunteering. The first place carries the length of all entries that name the skill together."""
    places: dict[str, list[tuple[Entry, Line]]] = {}
    for entry in resume.of(*_USED):
        for line in entry.lines:
            for skill in dict.fromkeys(hit.key for hit in reader.skill_hits(line.text)):
                places.setdefault(skill, []).append((entry, line))
    for skill, found in places.items():
        years = merged_years(_spans(entry for entry, _ in found), today)
        level = next((level for least, level in USED_YEARS if (years or 0) >= least), SkillLevel.BEGINNER)
        for i, (_, line) in enumerate(found):
            quote = quote_of(line.text, 0, len(line.text))
            yield SkillEvidence(skill, EvidenceKind.USED, line.where, quote, None if i else years), level


def _spans(entries: Iterable[Entry]) -> list[Span]:
    return [entry.span for entry in entries if entry.span]


def _listed(resume: Resume, reader: Reader) -> Iterable[tuple[SkillEvidence, SkillLevel]]:
    """Skills only named; what a sentence wishes for ("looking for a role in ...") is left out."""
    for entry in resume.of(*_LISTED):
        for line in entry.lines:
            hits = reader.skill_hits(line.text)
            wishes = Wishes("" if entry.section is Section.SKILLS else line.text)
            quote = quote_of(line.text, 0, len(line.text))
            for skill in dict.fromkeys(hit.key for hit in hits if not wishes.at(hit.start)):
                yield SkillEvidence(skill, EvidenceKind.LISTED, line.where, quote), SkillLevel.BEGINNER


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
            levels[broader] = max(levels.get(broader, SkillLevel.BEGINNER), less, key=_LEVELS.index)
            if broader not in shown:
                shown.add(broader)
                waiting.append(broader)


def _education(entry: Entry, today: date) -> Education | None:
    """One entry of education; a degree that is not finished has no level yet."""
    text = "\n".join(line.text for line in entry.lines)
    head = text if entry.title == "" else entry.lines[0].text
    mentions = levels_in(head) or levels_in(text)
    level = max((m.level for m in mentions), key=DEGREE_ORDER.index, default=DegreeLevel.UNSTATED)
    finished = not _UNFINISHED.search(text) and (
        entry.span is None or (entry.span.end is not None and entry.span.end <= today)
    )
    school = entry.organisation or next(
        (w for w in _segments(text) if _SCHOOL.search(w) and not _DIPLOMA.search(w)), ""
    )
    if level is DegreeLevel.UNSTATED and not school and not entry.subject:
        return None
    fields = fields_in(head)
    quote = quote_of(head, 0, len(head))
    return Education(
        level if finished else DegreeLevel.UNSTATED,
        entry.subject or (fields[0] if fields else ""),
        _PARENTHESIS.sub("", school).strip(),
        entry.lines[0].where,
        quote if finished else f"{quote} (not finished)",
    )


def _segments(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,|\n]| [-\u2013—·•] | at ", text) if part.strip()]


def _field(resume: Resume) -> str:
    """The last job's title in plain words, without rank and employer."""
    jobs = [e for e in resume.of(Section.EXPERIENCE) if e.title]
    if not jobs:
        return ""
    latest = max(
        jobs,
        key=lambda e: (e.span is not None, (e.span.end or date.max, e.span.start) if e.span else (date.min, date.min)),
    )
    title = _TITLE_END.split(_PARENTHESIS.sub("", latest.title))[0]
    return (_RANK.sub("", title).strip() or title.strip()).lower()
