"""A resume to what is found in it: each thing with its place and how surely it was read.

How sure: fields of a structured document are. Of a skill's name it is the reader's probability that the skill is meant. The others are
judgements, below. All are multiplied with how well the document's text could be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from credlens.model.person import EvidenceKind, HeldLanguage
from credlens.model.skill import SkillLevel
from credlens.profile.found import Findings, Found, Mention, Name
from credlens.profile.headings import section_of
from credlens.profile.held import Wishes, held_credentials, held_licences
from credlens.profile.ids import job_id
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.profile.spoken import NATIVE, code_of, languages_in
from credlens.profile.stated import stated_levels
from credlens.profile.study import education_in
from credlens.profile.work import jobs_in
from credlens.skills.matcher import Hit
from credlens.skills.reader import Reader
from credlens.skills.text import quote_of

T = TypeVar("T")

SURE = 0.9  # of a name, and of a language that is known: a judgement
LESS_SURE = 0.6  # of a language that is not known: a judgement

KIND_IN = {
    Section.EXPERIENCE: EvidenceKind.USED,
    Section.PROJECTS: EvidenceKind.PROJECT,
    Section.VOLUNTEER: EvidenceKind.PROJECT,
    Section.EDUCATION: EvidenceKind.COURSE,
    Section.COURSES: EvidenceKind.COURSE,
    Section.HEADER: EvidenceKind.LISTED,
    Section.SUMMARY: EvidenceKind.LISTED,
    Section.SKILLS: EvidenceKind.LISTED,
    Section.CERTIFICATIONS: EvidenceKind.LISTED,
    Section.LANGUAGES: EvidenceKind.LISTED,
}
"""What it shows of a skill to be named in a section; other sections show nothing."""

SPOKEN_LEVEL = {
    "A1": SkillLevel.BEGINNER,
    "A2": SkillLevel.BEGINNER,
    "B1": SkillLevel.INTERMEDIATE,
    "B2": SkillLevel.INTERMEDIATE,
    "C1": SkillLevel.ADVANCED,
    "C2": SkillLevel.EXPERT,
    NATIVE: SkillLevel.EXPERT,
}
"""A language that the taxonomy has as a skill, by the level it is spoken at: basic, independent and proficient user (CEFR)."""

_NO_WISHES = (Section.EXPERIENCE, Section.PROJECTS, Section.VOLUNTEER, Section.SKILLS)
_LABEL = re.compile(r"([^:]{3,40}):\s*\S")


def gather(resume: Resume, reader: Reader, today: date, *, language: str = "en", quality: float = 1.0) -> Findings:
    """Everything that one document shows.

    Args:
        resume: the document in parts.
        reader: finds skills, credentials and licences.
        today: the day against which licences lapse and studies are finished.
        language: ISO 639-1 code of the language it is written in.
        quality: how well its text could be read, in [0, 1].
    """

    def weighed(items: Iterable[Found[T]]) -> tuple[Found[T], ...]:
        return tuple(Found(f.item, (1.0 if resume.structured else f.probability) * quality) for f in items)

    work = jobs_in(resume)
    jobs = {entry: job_id(job.item) for entry, job in work}
    place = next((line.where for entry in resume.entries for line in entry.lines), "")
    place = place.partition(": ")[0] if resume.structured else place
    return Findings(
        names=weighed([Found(Name(resume.name, place), SURE)] if resume.name else []),
        mentions=tuple(Found(m.item, m.probability * quality) for m in _mentions(resume, reader, language, jobs)),
        jobs=weighed(job for _, job in work),
        education=weighed(education_in(resume, today, language)),
        credentials=weighed(held_credentials(resume, reader)),
        licences=weighed(held_licences(resume, reader, today)),
        languages=weighed(_languages(resume, reader)),
    )


def _mentions(resume: Resume, reader: Reader, language: str, jobs: Mapping[Entry, str]) -> Iterator[Found[Mention]]:
    """Every line that names a skill; what a sentence wishes for ("looking for a role in ...") is left out."""
    for entry in resume.entries:
        if (kind := KIND_IN.get(entry.section)) is None:
            continue
        job, field = jobs.get(entry, ""), resume.structured and entry.section is Section.SKILLS
        for line in entry.lines:
            quote = quote_of(line.text, 0, len(line.text))
            for skill, probability, level in _skills(entry.section, line, reader, language):
                mention = Mention(skill, kind, line.where, quote, level, entry.span, job)
                yield Found(mention, 1.0 if field else probability)


def _skills(section: Section, line: Line, reader: Reader, language: str) -> Iterator[tuple[str, float, SkillLevel]]:
    """(skill, probability, stated level) of each skill that a line names, once."""
    hits = reader.skill_hits(line.text)
    levels = _levels(section, line.text, hits, reader, language) if hits else []
    wishes = Wishes("" if section in _NO_WISHES else line.text)
    seen: set[str] = set()
    for hit, level in zip(hits, levels, strict=True):
        if hit.key not in seen and not wishes.at(hit.start):
            seen.add(hit.key)
            yield hit.key, hit.probability, level


def _levels(section: Section, text: str, hits: Sequence[Hit], reader: Reader, language: str) -> Sequence[SkillLevel]:
    """What a line says of the level of each skill: of skills in lists of skills, of languages among languages."""
    if section is Section.SKILLS:
        return stated_levels(text, [(hit.start, hit.end) for hit in hits], language)
    if section is Section.LANGUAGES:
        spoken = dict(languages_in(text))
        codes = [code_of(reader.taxonomy[hit.key].label) for hit in hits]
        return [SPOKEN_LEVEL.get(spoken.get(code or "") or "", SkillLevel.UNKNOWN) for code in codes]
    return [SkillLevel.UNKNOWN] * len(hits)


def _languages(resume: Resume, reader: Reader) -> Iterator[Found[HeldLanguage]]:
    """Languages in their own section, and on lines elsewhere that begin with its heading."""
    for entry in resume.of(Section.LANGUAGES, Section.SKILLS, Section.HEADER, Section.OTHER):
        own = entry.section is Section.LANGUAGES
        for line in entry.lines:
            label = _LABEL.match(line.text)
            begins = label is not None and section_of(label[1]) is Section.LANGUAGES
            if own or begins:
                text = line.text[label.end(1) + 1 :] if label and begins else line.text
                quote = quote_of(line.text, 0, len(line.text))
                unknown = (lambda name: not reader.skill_hits(name)) if own else None
                for language, level in languages_in(text, unknown):
                    known = SURE if len(language) == 2 else LESS_SURE
                    yield Found(HeldLanguage(language, level, line.where, quote), known)
