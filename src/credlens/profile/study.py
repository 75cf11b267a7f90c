"""Education out of the entries of a resume: which words are the degree, which the school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from credlens.model.occupation import DegreeLevel
from credlens.model.person import Education
from credlens.profile.degrees import is_school, is_unfinished, level_in, level_in_any, subject_in
from credlens.profile.found import Found
from credlens.profile.heads import Groups, groups_of, parts_of, undated, without_parentheses
from credlens.profile.resume import Entry, Resume, Section
from credlens.profile.roles import is_place
from credlens.skills.text import quote_of

SURE = 0.9  # of education with a level: a judgement
LESS_SURE = 0.6  # of education without one: a judgement

_DIPLOMA = re.compile(r"diploma|degree|\bGED\b", re.IGNORECASE)
_DIPLOMA_OF = re.compile(r"^(Diploma) (?=[A-Z])", re.MULTILINE)  # what follows without "in" is what it was in
_LONGEST_SCHOOL = 60


def education_in(resume: Resume, today: date, language: str) -> Iterator[Found[Education]]:
    """The education in a resume, in its order; a degree that is not finished has no level yet.

    Args:
        resume: the document in parts.
        today: the day against which studies are finished.
        language: ISO 639-1 code of the language it is written in.
    """
    for entry in resume.of(Section.EDUCATION):
        yield from _education(entry, today, language, structured=resume.structured)


def _education(entry: Entry, today: date, language: str, *, structured: bool) -> Iterator[Found[Education]]:
    groups = groups_of(entry)
    text = "\n".join(line.text for line in entry.lines)
    first = text if entry.title == "" else entry.lines[0].text
    head = _DIPLOMA_OF.sub(r"\1 in ", "\n".join(", ".join(group) for group in groups))
    level = level_in(first, language)
    if level is DegreeLevel.UNSTATED:
        level = level_in_any(entry.title) if structured else level_in(head, language)
    if level is DegreeLevel.UNSTATED and not structured:
        level = level_in(text, language)
    unfinished = is_unfinished(text, language) or (
        entry.span is not None and (entry.span.end is None or entry.span.end > today)
    )
    school = entry.organisation or _school(entry, groups, language)
    subject = entry.subject or next((s for words in (first, head) if (s := subject_in(words, language))), "")
    if level is DegreeLevel.UNSTATED and not school and not entry.subject:
        return
    quote = quote_of(first, 0, len(first))
    yield Found(
        Education(
            DegreeLevel.UNSTATED if unfinished else level,
            subject,
            without_parentheses(school),
            entry.lines[0].where,
            f"{quote} (not finished)" if unfinished else quote,
        ),
        LESS_SURE if level is DegreeLevel.UNSTATED else SURE,
    )


def _school(entry: Entry, groups: Groups, language: str) -> str:
    """The part that a word for schools is in; else the one beside the part that names a degree."""
    parts = [part for group in groups for part in group]
    later = (part for line in entry.lines for group in parts_of(undated(line.text)) for part in group)
    named = next((part for part in (*parts, *later) if is_school(part) and not _DIPLOMA.search(part)), "")
    if named or not any(_is_degree(part, language) for part in parts):
        return named
    beside = (group[0] for group in groups if not any(_is_degree(part, language) for part in group))
    return next((part for part in (*beside, *parts) if _may_be_school(part, language)), "")


def _is_degree(words: str, language: str) -> bool:
    return level_in(words, language) is not DegreeLevel.UNSTATED or _DIPLOMA.search(words) is not None


def _may_be_school(words: str, language: str) -> bool:
    return (
        not _is_degree(words, language)
        and words[:1].isupper()
        and len(words) <= _LONGEST_SCHOOL
        and not is_place(words)
        and not any(c.isdigit() or c == ":" for c in words)
        and not subject_in(words, language)
    )
