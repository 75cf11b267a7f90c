from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF

from credlens.app.person import opened, parse
from credlens.app.ports import NamedBytes, Ports
from credlens.app.profile import import_documents, show
from credlens.model.errors import InputError


def a_pdf() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    for size, words in (
        (20, "Ada Novak"),
        (14, "Experience"),
        (10, "Clerk, Bramble, 2016 - 2019"),
        (10, "Reports in Excel"),
        (14, "Education"),
    ):
        pdf.set_font("Helvetica", "", size)
        pdf.cell(0, 8, words, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


class NeverAgain:
    """A sandbox that is not to be used."""

    def run(self, opener: str, data: bytes, where: str) -> str:  # noqa: ARG002
        pytest.fail(f"{where} was opened again")


def test_a_pdf_is_opened_once_when_it_is_imported(ports: Ports, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(a_pdf())
    import_documents(ports, [path])
    (kept,) = ports.store().documents()
    assert kept.opened is not None
    later = replace(ports, sandbox=NeverAgain())
    person = show(later).person
    assert person.name == "Ada Novak"
    assert person.years == pytest.approx(3, abs=0.1)
    assert parse(kept).name == "Ada Novak"


def test_what_another_version_opened_is_opened_anew(ports: Ports) -> None:
    document = opened(ports, NamedBytes("cv.pdf", a_pdf()))
    assert document.opened is not None
    old = replace(document, opened=document.opened.replace('"version": ', '"version": 9'))
    assert opened(ports, old) == document


def test_a_text_needs_no_opening(ports: Ports) -> None:
    assert opened(replace(ports, sandbox=NeverAgain()), NamedBytes("cv.txt", b"Ada Novak")).opened is None


@pytest.mark.parametrize(
    ("name", "words"), [("cv.odt", "not read as a resume"), ("cv.pdf", "not a PDF"), ("cv.docx", "damaged")]
)
def test_what_cannot_be_read_is_said_with_its_name_and_what_to_do(ports: Ports, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parse(opened(ports, NamedBytes(name, b"<html>")))
    assert caught.value.where == name
    assert caught.value.what_to_do
