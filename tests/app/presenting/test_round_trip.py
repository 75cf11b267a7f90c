"""Resumes that are written and read back by this program's own import. The persons are invented."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from credlens.model.cv import PRESENT, Contact, Cv, CvCertificate, CvEntry, CvLanguage, CvSkill
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, Taxonomy
from credlens.present.exports import resume_docx, resume_europass, resume_json, resume_md, resume_pdf
from credlens.profile import resumes
from credlens.profile.gather import gather
from credlens.profile.heads import without_parentheses
from credlens.profile.openers import docx, pdf
from credlens.profile.resume import Resume
from credlens.profile.spoken import name_of
from credlens.profile.work import jobs_in
from credlens.profile.written import language_of
from credlens.skills.reader import Reader

READER = Reader(
    Taxonomy(
        "test",
        "1",
        "invented",
        {
            id_: Skill(id_, label, (Alias(label),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "test", ())
            for id_, label in (("sql", "SQL"), ("excel", "Excel"))
        },
    )
)
FORMATS: dict[str, tuple[str, Callable[..., str | bytes]]] = {
    "pdf": ("cv.pdf", resume_pdf.render),
    "docx": ("cv.docx", resume_docx.render),
    "json": ("cv.json", resume_json.render),
    "md": ("cv.md", resume_md.render),
    "europass": ("cv.xml", resume_europass.render),
}
MARIA = Cv(
    name="Maria Ortega",
    contact=Contact("maria.ortega@example.org", "555-0142", "Columbus, Ohio"),
    summary=("Marketing specialist with five years of experience in e-mail campaigns.",),
    work=(
        CvEntry(
            "a", "Marketing Specialist", "Hazelwick Home Delivery (invented)", "Columbus, OH", "2024-03", PRESENT,
            ("Built the weekly campaign report in Excel (pivot tables, lookups, charts).",),
        ),
        CvEntry(
            "b", "Marketing Assistant", "Bellweather Garden Centers (invented)", "Dayton, OH", "2021-03", "2024-02",
            ("Wrote product texts, flyers and the monthly newsletter for eleven stores.",),
        ),
    ),
    education=(
        CvEntry(
            "c", "Bachelor of Arts in Communications", "Lake Erie State University (invented)", "", "2016-09", "2020-05",
            ("Minor in media studies.",), "bachelor", "Communications",
        ),
    ),
    certificates=(
        CvCertificate(
            "d", "Data Analytics Professional Certificate", "Harbour Learning", "2026-03-02", "", "GDA-1234",
            "https://verify.example.org/GDA-1234", "2026-11-20",
        ),
        CvCertificate("e", "Power Certified: Report Builder, Part 2", "Cobalt Systems", "2026-05", "2027-05", "MS-77-A"),
    ),
    skills=(CvSkill("sql", "SQL", "", ("Data Analytics Professional Certificate",)),),
    listed=("Excel: reports, pivot tables",),
    languages=(CvLanguage("English", "native"), CvLanguage("Spanish", "C1")),
    example=True,
)  # fmt: skip
ONE_EMPLOYER = Cv(
    name="Ada Novak",
    work=(
        CvEntry("a", "Senior Analyst", "Acme Group", "Reno, NV", "2022-01", PRESENT),
        CvEntry("b", "Analyst", "Acme Group", "Reno, NV", "2020-01", "2021-12", ("Took calls",)),
        CvEntry("c", "Intern", "Acme Group", "Reno, NV", "2019-06", "2019-12"),
    ),
)
GERMAN = Cv(
    name="Jörg Weiß",
    language="de",
    work=(
        CvEntry("a", "Sachbearbeiter Einkauf", "Brombeer GmbH", "Bonn", "2019-03", PRESENT, ("Berichte für die Filialen",)),
        CvEntry("b", "Bürokaufmann", "Kobalt AG", "Köln", "2014-08", "2019-02", ("Rechnungen und Belege geprüft",)),
    ),
    education=(CvEntry("e", "Bachelor in Betriebswirtschaft", "Universität Bonn", "", "2010", "2014", (), "bachelor", "Betriebswirtschaft"),),
    certificates=(CvCertificate("c", "PL-300", "Microsoft", "2024-05", "2027-05"),),
    languages=(CvLanguage("German", "native"), CvLanguage("English", "C1")),
)  # fmt: skip
FORTY = Cv(
    name="Ada Novak",
    certificates=tuple(
        CvCertificate(
            str(i), f"Certificate in Topic {chr(65 + i % 26)}{i // 26 + 1}", "Harbour Learning, Inc.", f"20{10 + i % 16}-{1 + i % 12:02}",
            f"2028-{1 + i % 12:02}" if i % 2 else "", f"CERT-{i:04}" if i % 2 else "", f"https://verify.example.org/c/{i:04}" if i % 3 else "",
        )
        for i in range(40)
    ),
)  # fmt: skip
UNDATED = Cv(
    name="Ada Novak",
    work=(CvEntry("a", "Clerk", "Bramble Ltd"), CvEntry("b", "Data Analyst", "Cobalt Group", "Bonn", "2018", "2019")),
    education=(CvEntry("c", "Bachelor of Arts in History", "Bonn College", "", "", "2012", (), "bachelor", "History"),),
    certificates=(CvCertificate("d", "Food handler card", "Harbour School", verified="2026-11-20"),),
)
CASES = {
    "maria": MARIA,
    "several positions at one employer": ONE_EMPLOYER,
    "german": GERMAN,
    "40 certificates": FORTY,
    "missing dates": UNDATED,
    "nothing but a name": Cv(name="Ada Novak"),
}


def read(name: str, data: bytes) -> Resume:
    kind = resumes.for_name(name, data)
    assert kind is not None
    if kind in resumes.OPENED_FORMATS.names():
        return resumes.OPENED_FORMATS[kind]((pdf if kind == "pdf" else docx).open_(data), name)
    return resumes.RESUME_FORMATS[kind](data, name)


def written(cv: Cv) -> set[tuple[str, ...]]:
    return {
        ("name", cv.name),
        *(("job", e.title, without_parentheses(e.organisation), e.start, e.end.replace(PRESENT, "")) for e in cv.work),
        *(("study", e.level, e.subject, without_parentheses(e.organisation)) for e in cv.education),
        *(("certificate", c.name, c.issuer, c.issued, c.expires, c.number, c.link) for c in cv.certificates),
        *(("language", each.language, each.level) for each in cv.languages),
        *(("skill", each.skill) for each in cv.skills),
    }


def found(resume: Resume) -> set[tuple[str, ...]]:
    read = gather(resume, READER, date(2026, 11, 23), language=language_of(resume))
    days = {entry: entry.span.said if entry.span else ("", "") for entry in resume.entries}
    return {
        *(("name", each.item.words) for each in read.names),
        *(("job", f.item.title, without_parentheses(f.item.organisation), *days[e]) for e, f in jobs_in(resume)),
        *(("study", f.item.level.value, f.item.field, f.item.institution) for f in read.education),
        *(
            ("certificate", f.item.name, f.item.issuer, *f.item.said, f.item.number, f.item.link)
            for f in read.credentials
        ),
        *(("language", name_of(f.item.language), f.item.level or "") for f in read.languages),
        *(("skill", f.item.skill) for f in read.mentions if f.item.skill == "sql"),
    }


@pytest.mark.parametrize("style", ["plain", "modern"])
@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_what_is_written_is_read_back_whole(case: str, kind: str, style: str) -> None:
    name, render = FORMATS[kind]
    made = render(CASES[case], style)
    assert found(read(name, made if isinstance(made, bytes) else made.encode())) == written(CASES[case])


@pytest.mark.parametrize("style", ["plain", "modern"])
def test_two_readers_see_the_same_text_in_the_same_order(style: str) -> None:
    data = resume_pdf.render(MARIA, style)
    pdfium = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    pypdf = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert pdfium.split() == pypdf.split()
