"""A Europass CV as XML: the "SkillsPassport" of the years before 2020 (schema 3), and the "Candidate" since (HR Open Standards).

Elements are known by their local names, since exports differ in the namespaces they put them in.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from credlens.model.errors import InputError, Problem
from credlens.profile.dates import Period, Span, find_period, span_of
from credlens.profile.headings import section_of
from credlens.profile.iso639 import longer_codes, names_by_code
from credlens.profile.resume import Entry, Line, Resume, Section

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOTS = ("SkillsPassport", "Europass", "Candidate")

_BLOCK = re.compile(r"<(?:/p|/li|/div|br|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ASPECTS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def read(data: bytes, where: str) -> Resume:
    """The resume in a Europass XML file.

    Raises:
        InputError: it is not XML, plays tricks with entities, or is no Europass CV.
    """
    try:
        root: Element = fromstring(data)
    except DefusedXmlException:
        raise InputError(
            [
                Problem(
                    where,
                    "This XML defines entities, which no Europass CV does; it is not opened.",
                    "Download your CV from Europass once more.",
                )
            ]
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        raise InputError([Problem(where, f"This is not XML: {error}.", "Mend it there.")]) from None
    kind = _name(root)
    if kind not in ROOTS:
        raise InputError(
            [
                Problem(
                    where,
                    f"This XML is no Europass CV: it begins with <{kind}>.",
                    f"A Europass CV begins with {' or '.join(f'<{name}>' for name in ROOTS)}; or give PDF, DOCX or text.",
                )
            ]
        )
    entries = tuple(_candidate(root, where) if kind == "Candidate" else _passport(root, where))
    first, last = ("GivenName", "FamilyName") if kind == "Candidate" else ("FirstName", "Surname")
    person = _first(
        root, "CandidatePerson/PersonName" if kind == "Candidate" else "LearnerInfo/Identification/PersonName"
    )
    name = f"{_text(person, first)} {_text(person, last)}".strip() if person is not None else ""
    if not entries and not name:
        raise InputError([Problem(where, "This Europass CV is empty.", "Download it from Europass once more.")])
    profile = _first(root, "CandidateProfile")
    language = (profile.get("languageCode", "") if profile is not None else root.get("locale", ""))[:2].lower()
    contact = _contact_of_candidate(root) if kind == "Candidate" else _contact_of_passport(root)
    found = tuple(dict.fromkeys((how, words) for how, words in contact if words))
    return Resume(name, entries, structured=True, language=language, contact=found)


def _contact_of_candidate(root: Element) -> Iterator[tuple[str, str]]:
    """How to reach the person, by their channels of communication."""
    for channel in _all(root, "CandidatePerson/Communication"):
        code = _text(channel, "ChannelCode").casefold()
        number, address = _text(channel, "DialNumber"), _text(channel, "URI")
        if number:
            yield "phone", " ".join(filter(None, (_text(channel, "CountryDialing"), number)))
        elif address:
            yield ("email" if code == "email" or "@" in address else "link"), address.removeprefix("mailto:")
        for place in _all(channel, "Address"):
            yield "place", _place(_text(place, "CityName"), _text(place, "PostalCode"), _text(place, "CountryCode"))


def _contact_of_passport(root: Element) -> Iterator[tuple[str, str]]:
    info = _first(root, "LearnerInfo/Identification/ContactInfo")
    if info is None:
        return
    yield "email", _text(info, "Email/Contact")
    for kind, path in (("phone", "TelephoneList/Telephone/Contact"), ("link", "WebsiteList/Website/Contact")):
        yield from ((kind, _words(found)) for found in _all(info, path))
    for place in _all(info, "Address/Contact"):
        country = _text(place, "Country/Label") or _text(place, "Country/Code")
        yield "place", _place(_text(place, "Municipality"), _text(place, "PostalCode"), country)


def _place(town: str, postal: str, country: str) -> str:
    """A place in words."""
    return ", ".join(
        filter(None, (" ".join(filter(None, (postal, town))), country.upper() if len(country) == 2 else country))
    )


def _candidate(root: Element, where: str) -> Iterator[Entry]:
    profile = _first(root, "CandidateProfile")
    if profile is not None:
        yield from _listed(Section.SUMMARY, "ExecutiveSummary", _parts(_text(profile, "ExecutiveSummary")), where)
        for i, employer in enumerate(_all(profile, "EmploymentHistory/EmployerHistory")):
            for j, position in enumerate(_all(employer, "PositionHistory")):
                place = f"{where}: EmployerHistory[{i}].PositionHistory[{j}]"
                span = _period(position, "EmploymentPeriod") or _period(employer, "EmploymentPeriod")
                title, organisation = _text(position, "PositionTitle"), _text(employer, "OrganizationName")
                yield _entry(Section.EXPERIENCE, title, organisation, _text(position, "Description"), span, place)
        for i, study in enumerate(_all(profile, "EducationHistory/EducationOrganizationAttendance")):
            title = _text(study, "EducationDegree/DegreeName") or _text(study, "ProgramName")
            level = _text(study, "EducationLevelCode")
            title += f" (EQF level {level})" if level.isdigit() else ""
            text = _text(study, "EducationDegree/OccupationalSkillsCovered") or _text(study, "Description")
            place = f"{where}: EducationOrganizationAttendance[{i}]"
            span = _period(study, "AttendancePeriod")
            yield _entry(Section.EDUCATION, title, _text(study, "OrganizationName"), text, span, place)
        yield from _certificates(profile, where)
        named = [
            _text(c, "CompetencyName")
            for c in profile.iter()
            if _name(c) == "PersonCompetency" and _text(c, "TaxonomyID").casefold() != "language"
        ]
        yield from _listed(Section.SKILLS, "Skills", [name for name in named if name], where)
        for other in _all(profile, "Others"):
            title = _text(other, "Title")
            words = [w for o in _all(other, "Other") for p in ("Title", "Description") for w in _parts(_text(o, p))]
            yield from _listed(section_of(title) or Section.OTHER, title or "Others", words, where)
    yield from _listed(Section.LANGUAGES, "Languages", list(_languages_of_candidate(root)), where)


def _certificates(profile: Element, where: str) -> Iterator[Entry]:
    """Each certificate by itself, with who gave it; licences to drive together."""
    for i, found in enumerate(_all(profile, "Certifications/Certification")):
        period = "EffectivePeriod/{}/FormattedDateTime"
        issued = _text(found, "FirstIssuedDate/FormattedDateTime") or _text(found, period.format("StartDate"))
        expires = _text(found, period.format("EndDate"))
        # Some exports misspell the authority.
        authority = _text(found, "IssuingAuthority/Name") or _text(found, "IssuingAuthortity/Name")
        name = _text(found, "CertificationName") or _text(found, "CertificationTypeCode")
        days = [f"{word} {day}" for word, day in (("issued", issued), ("expires", expires)) if day]
        more = _parts(_text(found, "Description"))  # its id and its address stand nowhere else
        if name:
            line = Line(
                f"{where}: Certifications[{i}]", ", ".join(filter(None, (name, *days, authority, *more))), listed=True
            )
            yield Entry(Section.CERTIFICATIONS, name, (line,), "Certifications", organisation=authority)
    codes = [_text(found, "LicenseTypeCode") for found in _all(profile, "Licenses/License")]
    yield from _listed(Section.CERTIFICATIONS, "Licenses", [f"driving licence {c}" for c in codes if c], where)


def _languages_of_candidate(root: Element) -> Iterator[str]:
    for tongue in _all(root, "CandidatePerson/PrimaryLanguageCode"):
        yield f"{_language(_words(tongue))}: native"
    for found in root.iter():
        if _name(found) == "PersonCompetency" and _text(found, "TaxonomyID").casefold() == "language":
            levels = [_text(dimension, "Score/ScoreText") for dimension in _all(found, "CompetencyDimension")]
            name = _text(found, "CompetencyName") or _language(_text(found, "CompetencyID"))
            yield f"{name}: {', '.join(filter(None, levels))}" if any(levels) else name


def _language(code: str) -> str:
    """A language's English name by its code of ISO 639; other words stay."""
    short = longer_codes().get(code.casefold(), code.casefold())
    return names_by_code().get(short, code)


def _passport(root: Element, where: str) -> Iterator[Entry]:
    learner = _first(root, "LearnerInfo")
    if learner is None:
        return
    yield from _listed(Section.HEADER, "Headline", _parts(_text(learner, "Headline/Description/Label")), where)
    for i, work in enumerate(_all(learner, "WorkExperienceList/WorkExperience")):
        title, organisation = _text(work, "Position/Label") or _text(work, "Position"), _text(work, "Employer/Name")
        place = f"{where}: WorkExperience[{i}]"
        yield _entry(Section.EXPERIENCE, title, organisation, _text(work, "Activities"), _period(work, "Period"), place)
    for i, study in enumerate(_all(learner, "EducationList/Education")):
        level = _text(study, "Level/Code")
        title = _text(study, "Title") + (f" (EQF level {level})" if level.isdigit() else "")
        place = f"{where}: Education[{i}]"
        text = f"{_text(study, 'Activities')}\n{_text(study, 'Skills')}"
        organisation = _text(study, "Organisation/Name")
        yield _entry(
            Section.EDUCATION, title, organisation, text, _period(study, "Period"), place, _text(study, "Field/Label")
        )
    skills = _first(learner, "Skills")
    if skills is not None:
        yield from _listed(Section.LANGUAGES, "Linguistic", list(_languages_of_passport(skills)), where)
        described = [e for e in skills if _name(e) not in ("Linguistic", "Driving")]
        words = [w for e in described for w in _parts(_text(e, "Description/Label") or _text(e, "Description"))]
        yield from _listed(Section.SKILLS, "Skills", words, where)
        driving = [f"driving licence {_words(e)}" for e in _all(skills, "Driving/Description/Licence")]
        certified = [_text(e, "Title") for e in skills.iter() if _name(e) == "Certificate"]
        yield from _listed(Section.CERTIFICATIONS, "Certificates", [w for w in (*driving, *certified) if w], where)
    for achievement in _all(learner, "AchievementList/Achievement"):
        title = _text(achievement, "Title/Label")
        words = _parts(_text(achievement, "Description"))
        yield from _listed(section_of(title) or Section.OTHER, title or "Achievements", words, where)


def _languages_of_passport(skills: Element) -> Iterator[str]:
    for tongue in skills.iter():
        if _name(tongue) in ("MotherTongue", "ForeignLanguage"):
            name = _text(tongue, "Description/Label") or _text(tongue, "Description/Code")
            levels = [_text(tongue, f"ProficiencyLevel/{aspect}") for aspect in _ASPECTS]
            words = ", ".join(filter(None, levels)) if _name(tongue) == "ForeignLanguage" else "native"
            yield f"{name}: {words}" if words else name


def _entry(
    section: Section, title: str, organisation: str, text: str, span: Span | None, where: str, subject: str = ""
) -> Entry:
    head = ", ".join(part for part in (title, subject, organisation) if part) or where
    lines = (Line(where, head), *(Line(where, words, listed=True) for words in _parts(text)))
    return Entry(section, title, lines, section.value, span, organisation, subject)


def _listed(section: Section, heading: str, words: list[str], where: str) -> Iterator[Entry]:
    if words:
        lines = tuple(Line(f"{where}: {heading}[{i}]", line, listed=True) for i, line in enumerate(words))
        yield Entry(section, "", lines, heading)


def _parts(text: str) -> list[str]:
    """The lines of a text that may hold escaped HTML."""
    plain = html.unescape(_TAG.sub(" ", _BLOCK.sub("\n", text)))
    return [words for line in plain.splitlines() if (words := " ".join(line.split()).lstrip("-*•· "))]


def _period(parent: Element, path: str) -> Span | None:
    """A span of either schema: dates in attributes ("--03") or in a FormattedDateTime."""
    found = _first(parent, path)
    if found is None:
        return None
    start, end = (_point(found, *names) for names in (("From", "StartDate"), ("To", "EndDate")))
    if start is None:
        return None
    goes_on = any(_text(found, name).lower() == "true" for name in ("Current", "Ongoing", "CurrentIndicator"))
    return span_of(start, None if goes_on else end)


def _point(parent: Element, *names: str) -> Period | None:
    for name in names:
        found = _first(parent, name)
        if found is not None:
            parts = [found.get(part, "").strip("-") for part in ("year", "month", "day")]
            parts = parts[: next((i for i, part in enumerate(parts) if not part), 3)]
            day = find_period("-".join(p.zfill(2) for p in parts) or _text(found, "FormattedDateTime") or _words(found))
            return day[0] if day else None
    return None


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _all(parent: Element, path: str) -> list[Element]:
    """The elements at a path of local names."""
    found = [parent]
    for step in path.split("/"):
        found = [child for element in found for child in element if _name(child) == step]
    return found


def _first(parent: Element, path: str) -> Element | None:
    return next(iter(_all(parent, path)), None)


def _text(parent: Element, path: str) -> str:
    found = _first(parent, path)
    return "" if found is None else _words(found)


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()
