import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.errors import InputError
from credlens.skills import decode_stream
from credlens.skills.decode import decode
from credlens.skills.decode_stream import TextStream


def read(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = TextStream(io.BytesIO(data), "a")
    return "".join(text.pieces()), text.notes


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_stream, "CHUNK", 5)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_note_wherever_the_pieces_end(encoding: str) -> None:
    assert read("Zürich\r\nx\ry \u2013 €\r".encode(encoding)) == ("Zürich\nx\ny \u2013 €\n", ())


@pytest.mark.usefixtures("small_pieces")
def test_what_is_not_utf8_from_its_first_letter_on_is_windows_text() -> None:
    text, notes = read(("plain words " * 20 + "café \u2013 ok").encode("cp1252"))
    assert text.endswith("café \u2013 ok")
    assert notes == ("a: read as Windows-1252, since it is not UTF-8",)


@pytest.mark.usefixtures("small_pieces")
def test_a_broken_letter_after_good_ones_is_replaced_and_the_others_are_kept() -> None:
    text, notes = read("naïve ".encode() + b"\xc3( " + "café".encode())
    assert text == "naïve \ufffd( café"
    assert notes == ("a: read as UTF-8, with characters that could not be read",)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.integers(1, 9))
def test_pieces_of_any_size_make_the_same_text(text: str, size: int) -> None:
    data = text.encode()
    try:
        wanted, _ = decode(data, "a")
    except InputError:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decode_stream, "CHUNK", 4 * size)
        assert read(data)[0] == wanted
        assert "".join(TextStream(io.BytesIO(data), "a").lines()) == wanted


@pytest.mark.usefixtures("small_pieces")
def test_lines_come_with_their_ends() -> None:
    lines = TextStream(io.BytesIO("one\r\n\ntwo\u2028x\rthree".encode()), "a").lines()
    assert list(lines) == ["one\n", "\n", "two\u2028x\n", "three"]


@pytest.mark.usefixtures("small_pieces")
def test_a_line_without_an_end_is_refused_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_stream, "MAX_LINE", 10)
    lines = TextStream(io.BytesIO(b"short\n" + b"x" * 100), "a").lines()
    assert next(lines) == "short\n"
    with pytest.raises(InputError) as caught:
        next(lines)
    assert caught.value.where == "a:2"


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf\n"])
def test_nothing_but_space_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        read(data)


@pytest.mark.parametrize(("data", "kind"), [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "ZIP"), (b"a\x00b", "binary")])
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        read(data)
