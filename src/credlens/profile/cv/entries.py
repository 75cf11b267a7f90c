"""The entries of one document, written out: title, employer or school, place and days as it has them, and everything it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from credlens.model.card import Correction, Verdict
from credlens.model.cv import PRESENT, CvEntry
from credlens.model.errors import UserError
from credlens.model.occupation import DegreeLevel
from credlens.model.person import Education, Job
from credlens.profile import corrections as corrected
from credlens.profile import ids
from credlens.profile.cv.apart import Apart, Left, paragraphs, take_apart
from credlens.profile.cv.contact import address_in
from credlens.profile.dates import Span
from credlens.profile.degrees import level_in_any
from credlens.profile.heads import without_parentheses
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.profile.study import education_in
from credlens.profile.work import jobs_in

T = TypeVar("T")
Said = Mapping[str, Correction]
Loose = tuple[str, tuple[str, ...]]
"""A heading with lines below it that belong to no entry."""

PROJECT, VOLUNTEERING = "project", "volunteering"  # begin the ids of entries that have no review card


@dataclass(frozen=True, slots=True)
class Written:
    """An entry written out.

    Attributes:
        where: the places of its lines in the document.
    """

    entry: CvEntry
    where: frozenset[str]


def work_of(resume: Resume, said: Said, places: frozenset[str]) -> tuple[list[Written], list[Loose]]:
    """The jobs of a document as the person wants them read, and what else stands among them."""
    jobs = dict(jobs_in(resume))
    entries = list(resume.of(Section.EXPERIENCE))
    written: list[Written] = []
    loose: list[Loose] = []
    above = Apart()  # of an employer that stands over the positions there
    for i, entry in enumerate(entries):
        found = jobs.get(entry)
        if found is None and not resume.structured:
            later = next((jobs[e].item for e in entries[i + 1 :] if e in jobs), None)
            if later and later.organisation and later.organisation.casefold() in _words(entry).casefold():
                above = take_apart(entry, "", later.organisation, places)
            else:
                loose.append((entry.heading, paragraphs(entry.lines)))
            continue
        read = found.item if found else _unnamed(entry)
        one = _job(entry, read, said, places, structured=resume.structured)
        if one is not None:
            written.append(_below(one, above, read))
        above = Apart()
    return written, loose


def education_of(resume: Resume, today: date, language: str, said: Said, places: frozenset[str]) -> Iterator[Written]:
    """The education of a document as the person wants it read."""
    read = {f.item.where: f.item for f in education_in(resume, today, language)}
    for entry in resume.of(Section.EDUCATION):
        found = read.get(entry.lines[0].where) if entry.lines else None
        study = found or Education(DegreeLevel.UNSTATED, entry.subject, entry.organisation, entry.title, "")
        card = ids.education_id(study) if found else ids.card_id("education", entry.title, _words(entry))
        verdict = said.get(card)
        if verdict and verdict.verdict is Verdict.DROP:
            continue
        start, end = days_of(entry.span)
        if resume.structured:
            lines, place = paragraphs(_below_head(entry)), entry.place
            subject = "" if entry.subject.casefold() in entry.title.casefold() else entry.subject
            title, school = " in ".join(w for w in (entry.title, subject) if w), entry.organisation
        else:
            title, school, apart, rest = _studied(entry, study, places)
            place, lines, end = apart.place, (*rest, *paragraphs(apart.text)), end or ("" if start else apart.day)
        now = _corrected(verdict, study, corrected.education)
        if verdict and now != study:
            title = f"{verdict.value[:1].upper()}{verdict.value[1:]}"
        level = "" if now.level is DegreeLevel.UNSTATED else now.level.value
        one = CvEntry(card, title, school, place, start, end, lines, level, now.field, _address(entry))
        yield Written(one, _places(entry))


def others_of(resume: Resume, section: Section, kind: str, places: frozenset[str]) -> Iterator[Written]:
    """Projects or volunteering of a document."""
    for entry in resume.of(section):
        start, end = days_of(entry.span)
        card = ids.card_id(kind, entry.title or _words(entry), entry.organisation, start, end)
        if resume.structured:
            place, lines = entry.place, paragraphs(_below_head(entry))
        else:
            apart = take_apart(entry, entry.title, "", places)
            place, lines = apart.place, (*_left_over(apart.head), *paragraphs(apart.text))
            end = end or ("" if start else apart.day)
        link = _address(entry)
        lines = tuple(words for words in lines if address_in(words) != (link, "") or not link)
        title = address_in(entry.title)[1] or entry.title
        yield Written(CvEntry(card, title, entry.organisation, place, start, end, lines, link=link), _places(entry))


def days_of(span: Span | None) -> tuple[str, str]:
    """Both ends as far as they were named; ``present`` for what goes on."""
    if span is None:
        return "", ""
    return span.said[0], PRESENT if span.end is None else span.said[1]


def _job(entry: Entry, read: Job, said: Said, places: frozenset[str], *, structured: bool) -> Written | None:
    """A job in the document's words, or in the person's where they corrected it; None when they dropped it."""
    card = ids.job_id(read)
    verdict = said.get(card)
    if verdict and verdict.verdict is Verdict.DROP:
        return None
    now = _corrected(verdict, read, corrected.job)
    start, end = days_of(entry.span)
    if (now.start, now.end) != (read.start, read.end) and verdict:
        start, last = corrected.days_said(verdict.value)
        end = last or (PRESENT if start else "")
    title, organisation = now.title, now.organisation
    if structured:
        place, lines = entry.place, paragraphs(_below_head(entry))
        title = entry.title if title == read.title else title
        organisation = entry.organisation if organisation == read.organisation else organisation
    else:
        apart = take_apart(entry, read.title, read.organisation, places)
        place, lines = apart.place, (*_left_over(apart.head, title=False), *paragraphs(apart.text))
        end = end or ("" if start else apart.day)
        behind = [words for left in apart.head for words in left.title]  # "Analyst, Fraud Detection"
        if title == read.title:
            title = ", ".join([apart.written.get(title, title), *behind]) if title else ""
        organisation = apart.written.get(organisation, organisation)
    return Written(CvEntry(card, title, organisation, place, start, end, lines, link=_address(entry)), _places(entry))


def _below(one: Written, above: Apart, read: Job) -> Written:
    """A position with what stands beside the employer above it."""
    if not above.head:
        return one
    entry = one.entry
    lines = (*_left_over(above.head), *paragraphs(above.text), *entry.lines)
    organisation = above.written.get(read.organisation, entry.organisation)
    if entry.organisation != read.organisation:
        organisation = entry.organisation
    return replace(one, entry=replace(entry, place=entry.place or above.place, lines=lines, organisation=organisation))


def _studied(entry: Entry, study: Education, places: frozenset[str]) -> tuple[str, str, Apart, tuple[str, ...]]:
    """(degree, school, the rest, other lines of the head) of an entry without fields: of what is left of its head, what names a degree is it."""
    apart = take_apart(entry, "", study.institution, places)
    found = [(i, left.words) for i, left in enumerate(apart.head) if left.words]
    named = next((i for i, words in found if _names_degree(words)), None)
    first = next((i for i, _ in found if i < 2 or apart.head[i].touched), None)
    chosen = first if named is None else named
    title = apart.head[chosen].words if chosen is not None else ""
    rest = tuple(words for i, words in found if i != chosen)
    school = apart.written.get(study.institution, study.institution)
    return title, school, apart, rest


def _names_degree(words: str) -> bool:
    return level_in_any(words) is not DegreeLevel.UNSTATED or "diploma" in words.casefold()


def _left_over(head: Sequence[Left], *, title: bool = True) -> tuple[str, ...]:
    """What is left of the lines of a head, line by line; without what stands behind the title when that is part of it."""
    lines = (", ".join((*left.before, *(left.title if title else ()), *left.owner)) for left in head)
    return tuple(words for words in lines if words)


def _unnamed(entry: Entry) -> Job:
    """Of fields that neither name the job nor its days."""
    return Job(without_parentheses(entry.title), entry.organisation, None, None, "", "")


def _below_head(entry: Entry) -> tuple[Line, ...]:
    """The lines of an entry with fields but the first, which puts its fields together."""
    if not entry.lines:
        return ()
    headed = entry.title or entry.organisation or entry.subject or entry.lines[0].text == entry.lines[0].where
    return entry.lines[1:] if headed else entry.lines


def _corrected(verdict: Correction | None, item: T, read: Callable[[str, T], T]) -> T:
    """What the person said instead; as it was read when their words can no longer be understood."""
    if verdict is None or verdict.verdict is not Verdict.CORRECT:
        return item
    try:
        return read(verdict.value, item)
    except UserError:
        return item


def _words(entry: Entry) -> str:
    return entry.lines[0].text if entry.lines else ""


def _places(entry: Entry) -> frozenset[str]:
    return frozenset(line.where for line in entry.lines)


def _address(entry: Entry) -> str:
    """Where it can be seen: a field, what its title leads to or names, or a line that is nothing but an address."""
    title = entry.lines[0] if entry.lines else Line("", "")
    own = (link for line in entry.lines[1:] for link, rest in [address_in(line.text)] if link and not rest)
    return entry.link or next(iter(title.links), "") or address_in(title.text)[0] or next(own, "")
