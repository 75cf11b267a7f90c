"""A badge baked into a PNG."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.limits import LIMITS

JSON = b'{"@context": "https://www.w3.org/ns/credentials/v2", "name": "Gr\xc3\xbc\xc3\x9fe"}'
TOKEN = b"eyJhbGciOiJFUzI1NiJ9.e30.c2ln"
ADDRESS = b"https://badges.example.org/assertions/1.json"


def test_json_and_tokens_of_open_badges_3_are_found(opened: Any, png: Any) -> None:
    assert opened(png.whole(png.itxt(JSON))).badge.document["name"] == "Gr\N{LATIN SMALL LETTER U WITH DIAERESIS}\N{LATIN SMALL LETTER SHARP S}e"  # fmt: skip
    assert opened(png.whole(png.itxt(JSON, packed=True))).badge.document
    found = opened(png.whole(png.itxt(TOKEN)))
    assert found.badge.token == TOKEN.decode()
    assert found.badge.container == "png"


@pytest.mark.parametrize("keyword", [b"openbadges"])
def test_json_tokens_and_addresses_of_earlier_badges_are_found(opened: Any, png: Any, keyword: bytes) -> None:
    assert opened(png.whole(png.itxt(JSON, keyword))).badge.document
    assert opened(png.whole(png.itxt(TOKEN, keyword, packed=True))).badge.token
    assert opened(png.whole(png.itxt(ADDRESS, keyword))).badge.address == ADDRESS.decode()
    assert opened(png.whole(png.text(ADDRESS))).badge.address == ADDRESS.decode()


def test_an_address_stands_for_no_badge_of_open_badges_3(opened: Any, png: Any) -> None:
    assert opened(png.whole(png.itxt(ADDRESS))).failed.id == "container"


@pytest.mark.parametrize("text", [b"javascript:alert(1)", b"file:///etc/passwd", b"ftp://example.org/x", b"https://example.org/a b", b"https://" + b"x" * 3000, b"//example.org"])  # fmt: skip
def test_other_addresses_are_refused(opened: Any, png: Any, text: bytes) -> None:
    assert opened(png.whole(png.text(text))).failed.id == "container"


def test_the_language_and_its_keyword_are_passed_over(opened: Any, png: Any) -> None:
    chunk = png.chunk(b"iTXt", b"openbadgecredential\0\0\0de-DE\0Abzeichen\0" + JSON)
    assert opened(png.whole(chunk)).badge.document


def test_other_texts_are_passed_over(opened: Any, png: Any) -> None:
    others = png.text(b"Ada Example", b"Author"), png.itxt(b"{not json", b"XML:com.adobe.xmp"), png.chunk(b"zTXt", b"x")
    assert opened(png.whole(*others, png.itxt(JSON))).badge
    assert "holds no badge" in opened(png.whole(*others)).failed.reason


def test_a_picture_too_large_to_decode_is_no_matter_as_it_is_not_decoded(opened: Any, png: Any) -> None:
    huge = png.header(2**31 - 1, 2**31 - 1)
    assert opened(png.start + huge + png.itxt(JSON) + png.chunk(b"IEND", b"")).badge.document


@pytest.mark.parametrize("second", ["itxt", "text", "other"])
def test_two_badges_are_refused(opened: Any, png: Any, second: str) -> None:
    chunks = {"itxt": png.itxt(JSON), "text": png.text(ADDRESS), "other": png.itxt(TOKEN, b"openbadges", packed=True)}
    assert "more than one badge" in opened(png.whole(png.itxt(JSON), chunks[second])).failed.reason


def test_a_badge_behind_the_end_is_refused_and_other_bytes_there_are_not(opened: Any, png: Any) -> None:
    assert "Behind the end" in opened(png.whole(png.itxt(JSON), behind=png.itxt(TOKEN))).failed.reason
    assert "Behind the end" in opened(png.whole(behind=png.itxt(JSON))).failed.reason
    assert opened(png.whole(png.itxt(JSON), behind=b"\0" * 50)).badge


def test_a_wrong_checksum_of_a_text_is_damage(opened: Any, png: Any) -> None:
    chunk = png.chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0" + JSON, checksum=1)
    assert "checksum" in opened(png.whole(chunk)).failed.reason


@pytest.mark.parametrize(
    "content",
    [
        b"openbadgecredential",
        b"openbadgecredential\0",
        b"openbadgecredential\0\0",
        b"openbadgecredential\0\0\0",
        b"openbadgecredential\0\0\0de",
        b"openbadgecredential\0\0\0de\0no end",
        b"openbadgecredential\0\x02\0\0\0" + JSON,
        b"openbadgecredential\0\x01\x01\0\0" + zlib.compress(JSON),
        b"openbadgecredential\0\x01\0\0\0" + zlib.compress(JSON)[:-5],
        b"openbadgecredential\0\x01\0\0\0" + zlib.compress(JSON) + b"more",
        b"openbadgecredential\0\x01\0\0\0" + JSON,
        b"openbadgecredential\0\x01\0\0\0",
        b"openbadgecredential\0\0\0\0\0",
        b"openbadgecredential\0\0\0\0\0   ",
        b"openbadgecredential\0\0\0\0\0nonsense",
    ],
)
def test_a_damaged_text_is_refused(opened: Any, png: Any, content: bytes) -> None:
    assert opened(png.whole(png.chunk(b"iTXt", content))).failed.id == "container"


def test_a_flaw_of_the_json_in_it_is_one_of_the_json(opened: Any, png: Any) -> None:
    assert opened(png.whole(png.itxt(b'{"a": 1, "a": 2}'))).failed.id == "json"


@pytest.mark.parametrize("size", [200 * 2**20])
def test_a_zlib_bomb_is_never_unpacked(opened: Any, png: Any, size: int) -> None:
    pack = zlib.compressobj(9)
    block = b" " * 2**20
    bomb = b"".join(pack.compress(block) for _ in range(size // len(block))) + pack.flush()
    chunk = png.chunk(b"iTXt", b"openbadgecredential\0\x01\0\0\0" + bomb)
    failed = opened(png.whole(chunk)).failed
    assert failed.id == "work"
    assert "longer than 1,048,576 bytes" in failed.reason


@pytest.mark.parametrize("packed", [True, False])
def test_a_text_may_be_as_long_as_its_bound(opened: Any, png: Any, packed: bool) -> None:
    limits = replace(LIMITS, inflated=500)
    for length in (499, 500):
        assert opened(png.whole(png.itxt(JSON.ljust(length), packed=packed)), limits).badge
    assert opened(png.whole(png.itxt(JSON.ljust(501), packed=packed)), limits).failed.id == "work"
    assert opened(png.whole(png.text(ADDRESS.ljust(501))), limits).failed.id == "work"


def test_a_picture_may_have_as_many_parts_as_their_bound(opened: Any, png: Any) -> None:
    limits = replace(LIMITS, chunks=10)
    filler = png.chunk(b"teSt", b"")
    for count in (5, 6):  # beside header, badge, pixels and end
        assert opened(png.whole(*[filler] * count, png.itxt(JSON)), limits).badge
    assert opened(png.whole(*[filler] * 7, png.itxt(JSON)), limits).failed.id == "work"
    assert opened(png.whole(*[filler] * 200_000)).failed.id == "work"


@pytest.mark.parametrize(
    "make",
    [
        lambda png: png.start,
        lambda png: png.start + png.header(),
        lambda png: png.start + png.itxt(JSON) + png.chunk(b"IEND", b""),
        lambda png: png.start + png.header() + png.header() + png.chunk(b"IEND", b""),
        lambda png: png.start + png.header() + b"\xff\xff\xff\xffiTXt",
        lambda png: png.start + png.header() + struct.pack(">I", 2**31 - 1) + b"iTXt" + b"x" * 20,
        lambda png: png.start + png.header() + png.chunk(b"a\0b ", b""),
        lambda png: png.whole(png.itxt(JSON))[:-3],
    ],
)
def test_a_broken_picture_is_refused(opened: Any, png: Any, make: Any) -> None:
    failed = opened(make(png)).failed
    assert (failed.id, bool(failed.next_step)) == ("container", True)


@given(st.data())
def test_a_picture_with_changed_bytes_is_opened_the_same_or_refused(opened: Any, png: Any, data: st.DataObject) -> None:
    whole = bytearray(png.whole(png.itxt(JSON, packed=data.draw(st.booleans()))))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found = opened(bytes(whole))
    assert found.badge is None or found.badge.document == opened(JSON).badge.document
