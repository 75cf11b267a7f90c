from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from credlens.model.cv import Cv, CvCertificate, CvEntry
from credlens.present.exports import resume_pdf

ADA = Cv(
    name="Ada Novak",
    work=(CvEntry("a", "Clerk", "Bramble", "Bonn", "2019-03", "present", ("Counted stock",)),),
    certificates=(CvCertificate("c", "PL-300", "Microsoft", "2024-05", link="https://verify.example.org/1"),),
    language="de",
)


@pytest.mark.parametrize("style", ["plain", "modern"])
def test_it_claims_to_be_accessible_and_to_last(style: str) -> None:
    data = resume_pdf.render(ADA, style)
    assert b"<pdfuaid:part>1" in data
    assert b"<pdfaid:part>2" in data
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Ada Novak: Lebenslauf", "Ada Novak")
    assert str(reader.root_object["/Lang"]) == "de"


def test_an_address_is_a_link_and_a_code_only_when_asked_for() -> None:
    plain, coded = (resume_pdf.render(ADA, qr=qr) for qr in (False, True))
    page: Any = PdfReader(io.BytesIO(plain)).pages[0]
    assert [note.get_object()["/A"]["/URI"] for note in page["/Annots"]] == ["https://verify.example.org/1"]
    assert len(coded) > len(plain)
    assert "verify.example.org/1" in PdfReader(io.BytesIO(coded)).pages[0].extract_text()


def test_an_invented_person_says_so() -> None:
    text = PdfReader(io.BytesIO(resume_pdf.render(Cv(name="Ada Novak", example=True)))).pages[0].extract_text()
    assert "Example person, invented." in text


def test_letters_that_no_font_has_do_not_stop_it() -> None:
    data = resume_pdf.render(Cv(name="Ada \U0010fffd Novak"))
    assert "Novak" in PdfReader(io.BytesIO(data)).pages[0].extract_text()


@pytest.mark.parametrize(
    "cv", [Cv(""), Cv("", work=(CvEntry("a", "", lines=("Counted stock",)),), other=(("", ("x",)),))]
)
def test_without_names_it_is_a_resume_all_the_same(cv: Cv) -> None:
    (page,) = PdfReader(io.BytesIO(resume_pdf.render(cv))).pages
    assert ("Counted stock" in page.extract_text()) == bool(cv.work)
