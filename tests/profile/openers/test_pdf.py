import io
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from credlens.model.errors import InputError
from credlens.profile.openers.opened import Opened, from_json, is_current
from credlens.profile.openers.pdf import MOST_PAGES, open_


def page(pdf: FPDF, *lines: str, x: float = 50, y: float = 60, step: float = 14) -> None:
    """Lines from a place on; ``**`` at the start makes one bold and large, a tab puts the rest at the right."""
    for i, line in enumerate(lines):
        large = line.startswith("**")
        pdf.set_font("Helvetica", "B" if large else "", 14 if large else 10)
        left, _, right = line.removeprefix("**").partition("\t")
        pdf.text(x, y + i * step, left)
        if right:
            pdf.text(480, y + i * step, right)


def pdf_of(draw: Callable[[FPDF], None]) -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    draw(pdf)
    return bytes(pdf.output())


def texts(opened: Opened) -> list[str]:
    return [line.text for line in opened.lines]


def test_dates_at_the_right_stay_on_their_line() -> None:
    opened = open_(
        pdf_of(
            lambda p: page(
                p, "**Experience", "Clerk, Bramble\t2019 - 2021", "Counted stock", "Cook, Cobalt\t2016 - 2019"
            )
        )
    )
    assert texts(opened) == [
        "Experience",
        "Clerk, Bramble | 2019 - 2021",
        "Counted stock",
        "Cook, Cobalt | 2016 - 2019",
    ]
    assert (opened.lines[0].bold, opened.lines[0].size) == (True, 14.0)
    assert opened.notes == ()


SIDE = ("**Skills", "SQL", "Excel", "Python", "Tableau", "**Languages", "German", "English")
MAIN = (
    "**Experience",
    "Senior Clerk, Bramble",
    "2019 - 2021",
    "Counted stock in forty stores",
    "**Education",
    "BA, Bonn College",
    "2012 - 2015",
)


def test_two_columns_are_read_one_after_the_other_and_that_is_said() -> None:
    def draw(pdf: FPDF) -> None:
        page(pdf, *SIDE, x=50, y=100)
        page(pdf, *MAIN, x=220, y=100)

    opened = open_(pdf_of(draw))
    assert texts(opened) == [w.removeprefix("**") for w in (*SIDE, *MAIN)]
    assert [n.message for n in opened.notes] == ["The document has columns; they were read one after the other."]


def test_a_column_goes_on_on_the_next_page() -> None:
    def draw(pdf: FPDF) -> None:
        page(pdf, *MAIN, x=50, y=100)
        page(pdf, *SIDE, x=400, y=100)
        pdf.add_page()
        page(pdf, "**Volunteering", "Tutor, Delta", "2010 - 2012", x=50)

    assert texts(open_(pdf_of(draw)))[len(MAIN) :] == [
        "Volunteering",
        "Tutor, Delta",
        "2010 - 2012",
        *(w.removeprefix("**") for w in SIDE),
    ]


def test_a_column_of_dates_is_read_row_by_row() -> None:
    def draw(pdf: FPDF) -> None:
        page(pdf, "2019 - 2021", "2016 - 2019", "2012 - 2016", "2010 - 2012", "2008 - 2010", step=30)
        page(pdf, "Clerk", "Cook", "Waiter", "Pupil", "Child", x=160, step=30)

    assert texts(open_(pdf_of(draw)))[:2] == ["2019 - 2021 | Clerk", "2016 - 2019 | Cook"]


def test_a_paragraph_is_joined_and_short_lines_are_not() -> None:
    def draw(pdf: FPDF) -> None:
        pdf.set_font("Helvetica", "", 10)
        pdf.set_xy(50, 50)
        pdf.multi_cell(
            200,
            12,
            "A clerk who became the person for all the spreadsheets of a chain of forty stores, and then its first analyst of data.",
            align="L",
        )
        page(pdf, "Bramble", "Bonn", y=150)

    assert [t[-8:] for t in texts(open_(pdf_of(draw)))] == ["of data.", "Bramble", "Bonn"]


def test_bullets_are_told_from_words() -> None:
    def draw(pdf: FPDF) -> None:
        page(pdf, "\u2022 Built reports", "- Counted stock")

    opened = open_(pdf_of(draw))
    assert [(line.text, line.listed) for line in opened.lines] == [("Built reports", True), ("Counted stock", True)]


def test_letters_set_apart_are_one_word() -> None:
    assert texts(open_(pdf_of(lambda p: page(p, "S K I L L S", "SQL")))) == ["SKILLS", "SQL"]


def test_page_numbers_and_repeated_heads_are_dropped() -> None:
    def draw(pdf: FPDF) -> None:
        for i in (1, 2):
            if i > 1:
                pdf.add_page()
            page(pdf, "Ada Novak", y=30)
            page(pdf, f"Job {'AB'[i - 1]}", y=400)
            page(pdf, f"Page {i} of 2", y=820)

    assert texts(open_(pdf_of(draw))) == ["Ada Novak", "Job A", "Job B"]


def test_what_was_opened_is_kept_as_json_and_only_used_by_the_same_version() -> None:
    import json

    opened = open_(pdf_of(lambda p: page(p, "Ada Novak")))
    text = json.dumps(opened.to_json())
    assert from_json(text) == opened
    assert is_current(text)
    assert not is_current(text.replace('"version": ', '"version": 9'))
    assert not is_current("[]")
    assert not is_current(None)


def locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(small())))
    writer.encrypt(user_password=user, owner_password=user, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@cache
def small() -> bytes:
    return pdf_of(lambda p: page(p, "**Ada Novak", "Experience", "Clerk, Bramble\t2019 - 2021"))


def many() -> bytes:
    writer = PdfWriter()
    for _ in range(300):
        writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    from PIL import Image

    return pdf_of(lambda p: p.image(Image.new("L", (60, 80), 200), 0, 0, 595, 842))


def test_an_empty_password_is_none() -> None:
    assert texts(open_(locked("")))[0] == "Ada Novak"


@pytest.mark.parametrize(
    ("data", "message", "what_to_do"),
    [
        (lambda: locked("secret"), "protected with a password", "without a password"),
        (lambda: small()[: len(small()) // 3], "", "PDF"),
        (many, f"300 pages; a resume has at most {MOST_PAGES}", "resume only"),
        (scanned, "pictures of pages and no text", "DOCX or text"),
        (lambda: pdf_of(lambda _: None), "no text", "DOCX or text"),
        (lambda: b"<!doctype html><title>Log in</title>", "not a PDF", "export it as PDF"),
        (lambda: b"%PDF-1.7\n%%EOF", "damaged", "print it to a new PDF"),
        (lambda: b"", "not a PDF", "export it"),
    ],
)
def test_what_cannot_be_opened_is_said_with_what_to_do(
    data: Callable[[], bytes], message: str, what_to_do: str
) -> None:
    with pytest.raises(InputError) as caught:
        open_(data())
    assert message in caught.value.message
    assert what_to_do in str(caught.value.what_to_do)


def test_a_page_that_is_a_picture_among_others_is_said() -> None:
    from PIL import Image

    def draw(pdf: FPDF) -> None:
        page(pdf, "Ada Novak", "Clerk at Bramble since 2019")
        pdf.add_page()
        pdf.image(Image.new("L", (60, 80), 200), 0, 0, 595, 842)

    opened = open_(pdf_of(draw))
    assert [n.message for n in opened.notes] == ["Of page 2 nothing was read: it is a picture."]
    assert opened.quality == 0.5


@settings(max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 10_000), st.integers(0, 200))
def test_only_declared_errors_come_out_whatever_the_bytes(junk: bytes, at: int, cut: int) -> None:
    whole = small()
    place = at % len(whole)
    for data in (b"%PDF-1.7\n" + junk, whole[:place] + junk + whole[place + cut :]):
        with suppress(InputError):
            assert 0 <= open_(data).quality <= 1
