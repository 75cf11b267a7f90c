from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.keys.encodings import base58_decoded, base64_decoded, base64_encoded


@given(st.binary(max_size=100))
def test_base64_gives_back_what_was_written(data: bytes) -> None:
    assert base64_decoded(base64_encoded(data)) == data


@given(st.text("ABCDwxyz0189-_=+/ ", max_size=12))
def test_every_base64_text_that_is_read_is_the_only_one_for_its_bytes(text: str) -> None:
    try:
        data = base64_decoded(text)
    except ValueError:
        return
    assert base64_encoded(data) == text


@pytest.mark.parametrize("text", ["AA==", "A", "AB", "AAB", "+A", "/w", "AA\n", "ÀA", "A A"])
def test_base64_with_padding_or_meaningless_bits_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        base64_decoded(text)


@pytest.mark.parametrize(
    ("text", "data"), [("", b""), ("1", b"\0"), ("11", b"\0\0"), ("2g", b"a"), ("a3gV", b"bbb"), ("1112", b"\0\0\0\1")]
)
def test_base58_writes_these_bytes(text: str, data: bytes) -> None:
    assert base58_decoded(text) == data


@pytest.mark.parametrize("text", ["0", "O", "I", "l", "+", "ä", " 2g"])
def test_base58_has_no_letters_that_look_alike(text: str) -> None:
    with pytest.raises(ValueError, match="58"):
        base58_decoded(text)
