"""A resume as Europass XML: the "Candidate" that Europass has had since 2020 (HR Open Standards).

Elements have the names and namespaces of Europass's own exports. What it has no element for stands among the "Others".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from credlens.model.cv import PRESENT, Cv, CvCertificate, CvEntry
from credlens.model.naming import harmless
from credlens.present.views.resume import resume_page
from credlens.present.views.resume_words import resume_words

_SPACES: Final = {
    "": "http://www.europass.eu/1.0",
    "oa": "http://www.openapplications.org/oagis/9",
    "eures": "http://www.europass_eures.eu/1.0",
    "hr": "http://www.hr-xml.org/3",
}
_EQF: Final = {"secondary": "4", "associate": "5", "bachelor": "6", "master": "7", "doctorate": "8"}
"""Levels of the European Qualifications Framework (Council Recommendation 2017/C 189/03, Annex II)."""


def render(cv: Cv, style: str = "plain") -> str:
    """The XML.

    Args:
        cv: what it shows.
        style: Europass gives it its looks, so it is the same text in each.
    """
    for prefix, address in _SPACES.items():
        register_namespace(prefix, address)
    root = Element(_name("Candidate"))
    _person(root, cv)
    profile = _add(root, "CandidateProfile")
    profile.set("languageCode", cv.language or "en")
    _add(profile, "ExecutiveSummary", "\n".join(cv.summary))
    _work(profile, cv.work)
    _education(profile, cv.education)
    _certificates(profile, cv.certificates)
    _skills(profile, cv)
    _others(profile, cv, style)
    indent(root)
    return harmless('<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")) + "\n"


def _person(root: Element, cv: Cv) -> None:
    person = _add(root, "CandidatePerson")
    name = _add(person, "PersonName")
    first, _, last = cv.name.rpartition(" ")
    _add(name, "oa:GivenName", first or last)
    _add(name, "hr:FamilyName", last if first else "")
    for channel, tag, words in (
        ("Email", "oa:URI", cv.contact.email),
        ("Telephone", "oa:DialNumber", cv.contact.phone),
        *(("Web", "oa:URI", link) for link in cv.contact.links),
    ):
        if words:
            found = _add(person, "Communication")
            _add(found, "ChannelCode", channel)
            _add(found, tag, words)
    if cv.contact.place:
        _add(_add(_add(person, "Communication"), "Address"), "oa:CityName", cv.contact.place)


def _work(profile: Element, jobs: Iterable[CvEntry]) -> None:
    history = _add(profile, "EmploymentHistory")
    for job in jobs:
        employer = _add(history, "EmployerHistory")
        _add(employer, "hr:OrganizationName", job.organisation)
        position = _add(employer, "PositionHistory")
        _add(position, "PositionTitle", job.title)
        _period(position, "eures:EmploymentPeriod", job)
        _add(position, "oa:Description", "\n".join(job.lines))
        _add(position, "City", job.place)


def _education(profile: Element, studies: Iterable[CvEntry]) -> None:
    history = _add(profile, "EducationHistory")
    for study in studies:
        found = _add(history, "EducationOrganizationAttendance")
        _add(found, "hr:OrganizationName", study.organisation)
        _add(found, "EducationLevelCode", _EQF.get(study.level, ""))
        _period(found, "AttendancePeriod", study)
        degree = _add(found, "EducationDegree")
        _add(degree, "hr:DegreeName", study.title)
        _add(degree, "OccupationalSkillsCovered", "\n".join(study.lines))


def _certificates(profile: Element, certificates: Iterable[CvCertificate]) -> None:
    held = _add(profile, "Certifications")
    for one in certificates:
        found = _add(held, "Certification")
        _add(found, "CertificationName", one.name)
        if one.issuer:
            _add(_add(found, "IssuingAuthority"), "Name", one.issuer)
        if one.issued:
            _add(_add(found, "FirstIssuedDate"), "hr:FormattedDateTime", one.issued)
        if one.expires:
            period = _add(_add(found, "EffectivePeriod"), "EndDate")
            _add(period, "hr:FormattedDateTime", one.expires)
        number = f"Credential ID: {one.number}" if one.number else ""
        _add(found, "Description", "\n".join(filter(None, (number, one.link))))


def _skills(profile: Element, cv: Cv) -> None:
    spoken = _add(profile, "PersonQualifications")
    for language in cv.languages:
        found = _add(spoken, "PersonCompetency")
        _add(found, "hr:TaxonomyID", "language")
        _add(found, "hr:CompetencyName", language.language)
        if language.level:
            score = _add(_add(found, "eures:CompetencyDimension"), "eures:Score")
            _add(score, "hr:ScoreText", language.level)
    skills = _add(profile, "Skills")
    for name in (*(skill.label for skill in cv.skills), *cv.listed):
        found = _add(skills, "PersonCompetency")
        _add(found, "hr:TaxonomyID", "Other_Skill")
        _add(found, "hr:CompetencyName", name)


def _others(profile: Element, cv: Cv, style: str) -> None:
    """What Europass has no element for, each part under its heading."""
    words = resume_words(cv.language)
    parts = [(words.projects, list(map(_told, cv.projects))), (words.volunteer, list(map(_told, cv.volunteer)))]
    parts.append((words.details, [("", line) for line in (*cv.licences, *resume_page(cv, style).above)]))
    parts += [(heading, [("", line) for line in lines]) for heading, lines in cv.other]
    for heading, told in parts:
        if told:
            others = _add(profile, "Others")
            _add(others, "Title", heading)
            for title, text in told:
                other = _add(others, "Other")
                _add(other, "Title", title)
                _add(other, "Description", text)


def _told(entry: CvEntry) -> tuple[str, str]:
    """(title with organisation and days, text) of an entry that has no fields of its own here."""
    days = " \N{EN DASH} ".join(filter(None, (entry.start, entry.end)))
    head = ", ".join(filter(None, (entry.title, entry.organisation, entry.place, days)))
    return head, "\n".join((*entry.lines, *filter(None, (entry.link,))))


def _period(parent: Element, tag: str, entry: CvEntry) -> None:
    if not (entry.start or entry.end):
        return
    period = _add(parent, tag)
    for name, day in (("StartDate", entry.start), ("EndDate", "" if entry.end == PRESENT else entry.end)):
        if day:
            _add(_add(period, f"eures:{name}"), "hr:FormattedDateTime", day)
    if entry.end == PRESENT:
        _add(period, "hr:CurrentIndicator", "true")


def _add(parent: Element, tag: str, text: str = "") -> Element:
    """An element below another; without a text it is there all the same, as in Europass's exports."""
    found = SubElement(parent, _name(tag))
    found.text = text.encode("utf-8", "replace").decode() or None
    return found


def _name(tag: str) -> str:
    prefix, _, local = tag.rpartition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
