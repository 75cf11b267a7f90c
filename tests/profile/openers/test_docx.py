import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.errors import InputError
from credlens.profile.openers import zips
from credlens.profile.openers.docx import open_
from credlens.profile.openers.opened import Opened


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def texts(opened: Opened) -> list[str]:
    return [line.text for line in opened.lines]


@cache
def small() -> bytes:
    document = docx.Document()
    document.add_heading("Ada Novak", 0)
    document.add_heading("Experience", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("Clerk").bold = True
    paragraph.add_run(", Bramble\t2019 - 2021")
    document.add_paragraph("Counted stock", style="List Bullet")
    return saved(document)


def test_paragraphs_headings_and_items_in_order() -> None:
    opened = open_(small())
    assert [(line.text, line.level, line.listed) for line in opened.lines] == [
        ("Ada Novak", 1, False),
        ("Experience", 1, False),
        ("Clerk, Bramble | 2019 - 2021", 0, False),
        ("Counted stock", 0, True),
    ]
    assert (opened.lines[2].lead, opened.lines[2].bold) == (True, False)


def test_direct_formatting_is_seen_as_well_as_styles() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Skills")
    run.bold, run.font.size = True, Pt(14)
    document.add_paragraph("\u2022 SQL")
    lines = open_(saved(document)).lines
    assert [(line.text, line.size, line.bold, line.listed) for line in lines] == [
        ("Skills", 14.0, True, False),
        ("SQL", 11.0, False, True),
    ]


def test_a_table_of_two_columns_is_read_column_by_column() -> None:
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    for cell, words in (
        (left, ("Skills", "SQL", "Excel", "Languages", "German")),
        (right, ("Experience", "Clerk", "2019 - 2021", "Education", "BA")),
    ):
        for word in words:
            cell.add_paragraph(word)
    opened = open_(saved(document))
    assert texts(opened) == [
        "Skills",
        "SQL",
        "Excel",
        "Languages",
        "German",
        "Experience",
        "Clerk",
        "2019 - 2021",
        "Education",
        "BA",
    ]
    assert [n.message for n in opened.notes] == ["The document has columns; they were read one after the other."]


def test_a_table_of_rows_is_read_row_by_row() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, words in zip(
        table.rows, (("2019 - 2021", "Clerk, Bramble"), ("2016 - 2019", "Cook, Cobalt")), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    assert texts(open_(saved(document))) == ["2019 - 2021 | Clerk, Bramble", "2016 - 2019 | Cook, Cobalt"]


def test_the_page_s_header_comes_first_and_line_breaks_part_lines() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ada Novak"
    document.add_paragraph("Clerk\nBramble")
    assert texts(open_(saved(document))) == ["Ada Novak", "Clerk", "Bramble"]


def changed(change: Callable[[str], str], name: str = "word/document.xml") -> bytes:
    """The small document with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content.decode()) if member == name else content)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_text_boxes_and_content_controls_are_read_once() -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent><w:p><w:r>'
        "<w:t>Boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>Controlled</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    opened = open_(changed(lambda text: text.replace("<w:sectPr", box + "<w:sectPr", 1)))
    assert texts(opened)[-2:] == ["Boxed", "Controlled"]


def test_entities_are_not_followed() -> None:
    entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

    def planted(text: str) -> str:
        head, _, rest = text.partition("?>")
        return f"{head}?>{entity}{rest.replace('Counted stock', 'Counted &x; stock')}"

    with suppress(InputError):
        assert not any("root:" in t for t in texts(open_(changed(planted))))


def test_entities_that_multiply_do_no_harm() -> None:
    laughs = (
        "<!DOCTYPE d [<!ENTITY a 'ha'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 30}'>" for a, b in zip("abcdefg", "bcdefgh", strict=True))
        + "]>"
    )

    def planted(text: str) -> str:
        head, _, rest = text.partition("?>")
        return f"{head}?>{laughs}{rest.replace('Counted stock', '&h;')}"

    with suppress(InputError):
        assert len(" ".join(texts(open_(changed(planted))))) < 1000


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def nested() -> bytes:
    """A table in a table in a table, many times."""
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    return changed(lambda _: f'<?xml version="1.0"?><w:document {W}><w:body>{deep}</w:body></w:document>')


@pytest.mark.parametrize(
    ("data", "message", "what_to_do"),
    [
        (lambda: zipped(bomb=b"0" * (zips.MOST_UNPACKED + 1)), "would unpack to", "give the text"),
        (lambda: zipped(bomb=b"0" * 2**21), "would unpack to 2 MiB", "give the text"),
        (lambda: zipped(**{f"m{i}": b"" for i in range(zips.MOST_MEMBERS + 1)}), "1,001 parts", "DOCX"),
        (lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "not a Word document", "DOCX or PDF"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word document", "DOCX or PDF"),
        (lambda: small()[:2000], "damaged", "save it anew"),
        (lambda: b"<html>", "damaged", "save it anew"),
        (lambda: changed(lambda text: text[:300]), "damaged", "save it anew"),
        (lambda: changed(lambda _: "", "word/_rels/document.xml.rels"), "damaged", "save it anew"),
        (nested, "no text", "pictures of pages"),
        (lambda: saved(docx.Document()), "no text", "pictures of pages"),
    ],
)
def test_what_cannot_be_opened_is_said_with_what_to_do(
    data: Callable[[], bytes], message: str, what_to_do: str
) -> None:
    with pytest.raises(InputError) as caught:
        open_(data())
    assert message in caught.value.message
    assert what_to_do in str(caught.value.what_to_do)


@settings(max_examples=40)
@given(st.binary(max_size=200), st.integers(0, 100_000), st.integers(0, 100))
def test_only_declared_errors_come_out_whatever_the_bytes(junk: bytes, at: int, cut: int) -> None:
    whole = small()
    place = at % len(whole)
    for data in (b"PK\x03\x04" + junk, whole[:place] + junk + whole[place + cut :]):
        with suppress(InputError):
            assert 0 <= open_(data).quality <= 1
