"""A badge attached to a PDF."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from credlens.verify.limits import LIMITS

JSON = b'{"@context": ["https://www.w3.org/ns/credentials/v2"], "name": "Welding"}'
TOKEN = b"eyJhbGciOiJFUzI1NiJ9.e30.c2ln"


def packed(
    content: bytes, filters: tuple[str, ...] = ("/FlateDecode",), names: Sequence[str] = ("badge.json",)
) -> bytes:
    """A PDF with attached files whose bytes are these, packed already."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    stream = StreamObject()
    stream._data = content
    stream[NameObject("/Filter")] = ArrayObject([NameObject(f) for f in filters])
    spec = DictionaryObject({NameObject("/EF"): DictionaryObject({NameObject("/F"): writer._add_object(stream)})})
    entries = ArrayObject(e for name in names for e in (TextStringObject(name), writer._add_object(spec)))
    tree = DictionaryObject({NameObject("/EmbeddedFiles"): DictionaryObject({NameObject("/Names"): entries})})
    writer.root_object[NameObject("/Names")] = tree
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_one_attached_badge_is_found(opened: Any, pdf: Any, png: Any) -> None:
    svg = b'<svg><x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0" verify="%s"/></svg>' % TOKEN
    assert opened(pdf(("badge.json", JSON))).badge.document["name"] == "Welding"
    assert opened(pdf(("badge.jwt", TOKEN + b"\n"))).badge.token == TOKEN.decode()
    assert opened(pdf(("badge.svg", svg))).badge.token == TOKEN.decode()
    found = opened(pdf(("badge.1ob", png.whole(png.itxt(JSON, packed=True)))))
    assert found.badge.document["name"] == "Welding"
    assert found.badge.container == "pdf"


def test_a_packed_attachment_is_unpacked(opened: Any) -> None:
    assert opened(packed(zlib.compress(JSON))).badge.document["name"] == "Welding"


def test_other_attachments_are_passed_over(opened: Any, pdf: Any, png: Any) -> None:
    others = (("logo.png", png.whole()), ("notes.txt", b"Well done."), ("data.json", b'{"a": 1}'), ("bad.json", b"{"))
    assert opened(pdf(*others, ("badge.json", JSON))).badge.document["name"] == "Welding"
    assert "No badge is attached" in opened(pdf(*others)).failed.reason
    assert "No badge is attached" in opened(pdf()).failed.reason


def test_two_badges_are_refused(opened: Any, pdf: Any) -> None:
    assert "More than one" in opened(pdf(("1.json", JSON), ("2.json", JSON))).failed.reason
    assert "More than one" in opened(pdf(("same", JSON), ("same", TOKEN))).failed.reason


def test_the_flaw_of_the_only_badge_is_told(opened: Any, pdf: Any) -> None:
    assert opened(pdf(("badge.json", b'{"a": 1, "a": 2}'))).failed.id == "json"
    assert "SD-JWT" in opened(pdf(("badge.jwt", TOKEN + b"~"))).failed.reason


def test_a_pdf_in_a_pdf_is_not_opened(opened: Any, pdf: Any) -> None:
    assert "No badge is attached" in opened(pdf(("badge.pdf", pdf(("badge.json", JSON))))).failed.reason


def test_a_protected_pdf_is_refused(opened: Any, pdf: Any) -> None:
    assert "password" in opened(pdf(("badge.json", JSON), password="secret")).failed.reason  # noqa: S106


@pytest.mark.parametrize("filters", [("/FlateDecode",), ("/FlateDecode", "/FlateDecode")])
def test_a_bomb_is_never_unpacked(opened: Any, filters: tuple[str, ...]) -> None:
    bomb = b" " * 20 * 2**20
    for _ in filters:
        bomb = zlib.compress(bomb, 9)
    assert opened(packed(bomb, filters)).failed.id == "work"


def test_many_filters_are_refused(opened: Any) -> None:
    content = JSON
    for _ in range(5):
        content = zlib.compress(content)
    assert opened(packed(content, ("/FlateDecode",) * 5)).failed.id in {"container", "work"}


def test_as_many_files_may_be_attached_as_their_bound(opened: Any, pdf: Any) -> None:
    limits = replace(LIMITS, attachments=3)
    others = [(f"{n}.txt", b"x") for n in range(3)]
    for count in (1, 2):
        assert opened(pdf(*others[:count], ("badge.json", JSON)), limits).badge
    assert opened(pdf(*others, ("badge.json", JSON)), limits).failed.id == "work"


def test_many_large_files_are_not_all_unpacked(opened: Any) -> None:
    limits = replace(LIMITS, file=1_000)
    large = zlib.compress(b" " * 999)
    few, many = (packed(large, names=[f"{n}.txt" for n in range(count)]) for count in (5, 6))
    assert "No badge" in opened(few, limits).failed.reason
    assert opened(many, limits).failed.id == "work"


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\nstartxref\n0\n%%EOF", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n1 0 obj<</Names 1 0 R/EmbeddedFiles 1 0 R/Kids[1 0 R 1 0 R]>>endobj", b"%PDF-" + b"[" * 5000, b"%PDF-1.7\n1 0 obj" + b"<<" * 5000])  # fmt: skip
def test_a_broken_pdf_is_refused(opened: Any, data: bytes) -> None:
    assert opened(data).failed.id in {"container", "work"}


@settings(max_examples=60)
@given(st.data())
def test_a_pdf_with_changed_bytes_is_opened_or_refused(opened: Any, data: st.DataObject) -> None:
    whole = bytearray(packed(zlib.compress(JSON)))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(5, len(whole) - 1))] = data.draw(st.integers(0, 255))
    opened(bytes(whole))
