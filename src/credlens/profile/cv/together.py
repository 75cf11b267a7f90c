"""Documents about one person, written out together: what two of them say stands there once, as the fuller of them says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from credlens.model.card import Correction, Verdict
from credlens.model.cv import PRESENT, Contact, CvEntry
from credlens.profile import ids
from credlens.profile.cv.apart import paragraphs
from credlens.profile.cv.contact import contact_of
from credlens.profile.cv.entries import PROJECT, VOLUNTEERING, Loose, Said, Written, education_of, others_of, work_of
from credlens.profile.found import Findings, Licence
from credlens.profile.resume import Resume, Section
from credlens.profile.written import language_of

SAID = 0.7  # share of the words of the shorter of two lines from which on both say the same: a judgement
_EXAMPLE = re.compile(r"example person\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class WrittenOut:
    """What documents say, in their own words; see :class:`~credlens.model.cv.Cv`.

    Attributes:
        named: place of a line -> the entry it belongs to.
        licences: the usual name of each, but of those that a line for a credential names.
        example: whether a document says that its person is invented.
    """

    contact: Contact = field(default_factory=Contact)
    summary: tuple[str, ...] = ()
    work: tuple[CvEntry, ...] = ()
    education: tuple[CvEntry, ...] = ()
    projects: tuple[CvEntry, ...] = ()
    volunteer: tuple[CvEntry, ...] = ()
    listed: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    other: tuple[Loose, ...] = ()
    language: str = "en"
    named: Mapping[str, CvEntry] = field(default_factory=dict)
    example: bool = False


def write_out(
    documents: Sequence[Resume], found: Findings, corrections: Iterable[Correction], today: date, name: str = ""
) -> WrittenOut:
    """What documents say, with the person's corrections put over it.

    Args:
        documents: as they were read, oldest first; what only one can be said of (telephone, summary) the newest says.
        found: everything read in them, before corrections: its lines need not be repeated as they stand.
        corrections: the person's verdicts on review cards.
        today: the day against which studies are finished.
        name: what the person is called now.
    """
    said = {c.card: c for c in corrections if c.verdict is not Verdict.KEEP}
    licences = tuple(dict.fromkeys(w for licence in found.licences if (w := _licence(licence.item, found, said))))
    if not documents:
        return WrittenOut(licences=licences)
    covered = frozenset((*(f.item.where for f in found.credentials), *(f.item.where for f in found.licences)))
    spoken = frozenset(f.item.where for f in found.languages)
    parts = [_one(each, said, today, name, covered, spoken) for each in documents]
    longest = max(documents, key=lambda d: sum(len(line.text) for e in d.entries for line in e.lines))
    contact = _contact([p.contact for p in parts])
    summary: tuple[str, ...] = next((p.summary for p in reversed(parts) if p.summary), ())
    work, education = _merged([p.work for p in parts]), _merged([p.education for p in parts])
    projects, volunteer = _merged([p.projects for p in parts]), _merged([p.volunteer for p in parts])
    return WrittenOut(
        contact,
        summary,
        _entries(work),
        _entries(education),
        _entries(projects),
        _entries(volunteer),
        _news([p.listed for p in parts]),
        licences,
        _sections([p.other for p in parts]),
        language_of(longest),
        {where: one.entry for one in (*work, *education, *projects, *volunteer) for where in one.where},
        any(_EXAMPLE.match(words) for words in (*contact.other, *summary)),
    )


@dataclass(frozen=True)
class _Part:
    """One document."""

    contact: Contact
    summary: tuple[str, ...]
    work: list[Written]
    education: list[Written]
    projects: list[Written]
    volunteer: list[Written]
    listed: tuple[str, ...]
    other: list[Loose]


def _one(resume: Resume, said: Said, today: date, name: str, covered: frozenset[str], spoken: frozenset[str]) -> _Part:
    """One document; ``covered`` and ``spoken`` are the lines in which credentials, licences and languages were found."""
    contact = contact_of(resume, (resume.name, name))
    places = frozenset(p.strip().casefold() for p in (contact.place, *contact.place.split(",")) if p.strip())
    work, other = work_of(resume, said, places)
    listed = [line for e in resume.of(Section.SKILLS) for line in e.lines if line.where not in spoken]
    for entry in resume.of(Section.CERTIFICATIONS, Section.COURSES, Section.LANGUAGES, Section.OTHER):
        whole = entry.section is Section.CERTIFICATIONS and any(line.where in covered for line in entry.lines)
        taken = spoken if entry.section is Section.OTHER else covered | spoken
        lines = [line for line in entry.lines if not whole and line.where not in taken]
        if lines:
            heading = f"{entry.heading[:1].upper()}{entry.heading[1:]}"  # of fields it is their name
            other.append((heading, paragraphs(lines)))
    other += [(entry.heading, paragraphs(entry.lines)) for entry in resume.besides]
    return _Part(
        contact,
        paragraphs([line for e in resume.of(Section.SUMMARY) for line in e.lines]),
        work,
        list(education_of(resume, today, language_of(resume), said, places)),
        list(others_of(resume, Section.PROJECTS, PROJECT, places)),
        list(others_of(resume, Section.VOLUNTEER, VOLUNTEERING, places)),
        paragraphs(listed),
        other,
    )


def _licence(licence: Licence, found: Findings, said: Said) -> str:
    """The words for a licence; empty when the person dropped it, or when a credential of the same line says it."""
    verdict = said.get(ids.licence_id(licence))
    held = {c.item.where for c in found.credentials if not _dropped(said.get(ids.credential_id(c.item)))}
    if _dropped(verdict) or licence.where in held:
        return ""
    return verdict.value if verdict else licence.names[0]


def _dropped(verdict: Correction | None) -> bool:
    return verdict is not None and verdict.verdict is Verdict.DROP


def _contact(said: Sequence[Contact]) -> Contact:
    """Of what there can be one of, what the newest document says; of the rest all."""
    newest = said[::-1]
    email, phone, place = (next((w for c in newest if (w := getattr(c, k))), "") for k in ("email", "phone", "place"))
    links = dict.fromkeys(link for c in said for link in c.links)
    return Contact(email, phone, place, tuple(links), _news([c.other for c in said]))


def _merged(documents: Sequence[Sequence[Written]]) -> list[Written]:
    """The entries of all documents; what two say stands once. Of one document in its order, of several the newest first."""
    found: list[Written] = []
    for own in documents:
        before = len(found)
        for one in own:
            at = next((i for i, known in enumerate(found) if _same(known.entry, one.entry, other=i < before)), None)
            if at is None:
                found.append(one)
            else:
                found[at] = Written(_both(found[at].entry, one.entry), found[at].where | one.where)
    return sorted(found, key=lambda one: _newest(one.entry)) if len(documents) > 1 else found


def _same(one: CvEntry, more: CvEntry, *, other: bool) -> bool:
    """Whether two entries are of the same; of one document only when they were read alike (``other``: of two documents)."""
    if one.card == more.card:
        return True
    days = _agree(one.start, more.start) and (_agree(one.end, more.end) or PRESENT in (one.end, more.end))
    title, titled = _norm(one.title), _norm(more.title)
    owner, owned = _norm(one.organisation), _norm(more.organisation)
    alike = not (owner and owned) or owner.startswith(owned) or owned.startswith(owner)
    level = bool(one.level) and one.level == more.level and bool(owner and owned)
    return other and days and alike and bool(title) and (title == titled or level)


def _agree(one: str, more: str) -> bool:
    """Whether two days can be the same, each as far as it is known."""
    return one.startswith(more) or more.startswith(one)


def _both(one: CvEntry, more: CvEntry) -> CvEntry:
    """An entry that two documents have: the text of the fuller, with what only the other says; the days that are known better."""
    full, brief = sorted((one, more), key=lambda e: -sum(map(len, e.lines)))
    ends = [end for end in (one.end, more.end) if end != PRESENT] or [PRESENT]
    return replace(
        one,
        organisation=max(one.organisation, more.organisation, key=len),
        place=one.place or more.place,
        start=max(one.start, more.start, key=len),
        end=max(ends, key=len) or one.end or more.end,
        lines=_news([full.lines, brief.lines]),
        level=one.level or more.level,
        subject=one.subject or more.subject,
        link=one.link or more.link,
    )


def _entries(found: Sequence[Written]) -> tuple[CvEntry, ...]:
    return tuple(one.entry for one in found)


def _newest(entry: CvEntry) -> tuple[bool, bool, tuple[int, ...], tuple[int, ...]]:
    """Sorts what goes on first, then by the last day, then by the first; undated entries last."""
    last = entry.end if entry.end != PRESENT else ""
    return not (entry.start or entry.end), entry.end != PRESENT, _backwards(last), _backwards(entry.start)


def _backwards(day: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in day.split("-") if part)


def _news(documents: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The lines of all documents, without those of a later one that an earlier one says in other words."""
    found: list[str] = []
    for lines in documents:
        known = [_bag(line) for line in found]
        found += [line for line in lines if not any(_says(bag, _bag(line)) for bag in known)]
    return tuple(found)


def _sections(documents: Sequence[Sequence[Loose]]) -> tuple[Loose, ...]:
    """Sections by their headings, each with the lines of all documents."""
    headings: dict[str, str] = {}
    lines: dict[str, list[tuple[str, ...]]] = {}
    for document in documents:
        own: dict[str, tuple[str, ...]] = {}
        for heading, words in document:
            key = headings.setdefault(heading.casefold(), heading).casefold()
            own[key] = (*own.get(key, ()), *words)
        for key, words in own.items():
            lines.setdefault(key, []).append(words)
    return tuple((headings[key], _news(found)) for key, found in lines.items())


def _bag(line: str) -> frozenset[str]:
    return frozenset(_WORD.findall(line.casefold()))


def _says(one: frozenset[str], more: frozenset[str]) -> bool:
    """Whether a line says what another does: they share most of the words of the shorter."""
    least = min(len(one), len(more))
    return one == more or (least > 0 and len(one & more) / least >= SAID and len(more) <= len(one) / SAID)


def _norm(words: str) -> str:
    return " ".join(_WORD.findall(_BRACKETS.sub(" ", words).casefold()))
