from __future__ import annotations

import io

import docx

from credlens.model.cv import Contact, Cv, CvCertificate, CvEntry
from credlens.present.exports import resume_docx

ADA = Cv(
    name="Ada Novak",
    contact=Contact("ada@example.org"),
    work=(CvEntry("a", "Clerk", "Bramble", "Bonn", "2019-03", "present", ("Counted stock",)),),
    certificates=(CvCertificate("c", "PL-300", link="https://verify.example.org/1"),),
)


def test_styles_say_what_is_what_and_there_is_no_table() -> None:
    document = docx.Document(io.BytesIO(resume_docx.render(ADA)))
    assert [(p.style.name, p.text) for p in document.paragraphs if p.style is not None] == [
        ("Title", "Ada Novak"),
        ("Normal", "ada@example.org"),
        ("Heading 1", "Experience"),
        ("Heading 2", "Clerk"),
        ("Normal", "Bramble · Bonn · March 2019 \N{EN DASH} present"),
        ("List Bullet", "Counted stock"),
        ("Heading 1", "Certifications"),
        ("Heading 2", "PL-300"),
        ("Normal", "https://verify.example.org/1"),
    ]
    assert not document.tables
    assert [link.address for p in document.paragraphs for link in p.hyperlinks] == [
        "mailto:ada@example.org",
        "https://verify.example.org/1",
    ]
    assert (document.core_properties.title, document.core_properties.author) == ("Ada Novak: resume", "Ada Novak")


def test_the_same_resume_gives_the_same_bytes() -> None:
    assert resume_docx.render(ADA, "modern") == resume_docx.render(ADA, "modern")
