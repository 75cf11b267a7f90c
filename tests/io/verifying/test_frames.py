from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.io.verifying.frames import NonsenseError, hear, say

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.text(), JSON), st.binary())
@settings(max_examples=40)
def test_a_message_comes_back_as_it_was_said(message: dict[str, Any], data: bytes) -> None:
    stream = BytesIO()
    say(stream, message, data)
    say(stream, {})
    stream.seek(0)
    assert hear(stream, 10**6) == (message, data)
    assert hear(stream, 10**6) == ({}, b"")


@given(st.binary(max_size=60))
def test_any_bytes_are_a_message_or_nonsense_or_an_end(data: bytes) -> None:
    try:
        message, _ = hear(BytesIO(data), 50)
    except (NonsenseError, EOFError):
        return
    assert isinstance(message, dict)


@pytest.mark.parametrize("most", [10, 11])
def test_nothing_longer_than_allowed_is_read(most: int) -> None:
    stream = BytesIO()
    say(stream, {"a": 1}, b"xyz")  # 8 and 3 bytes
    stream.seek(0)
    if most == 11:
        assert hear(stream, most) == ({"a": 1}, b"xyz")
    else:
        with pytest.raises(NonsenseError, match="11 bytes, where 10 are the most"):
            hear(stream, most)
