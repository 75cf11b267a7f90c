from __future__ import annotations

import io
import json

import ijson
import pytest

from credlens.model.errors import InputError
from credlens.skills.decode_stream import TextStream
from credlens.skills.json_stream import TOO_LONG, Utf8Json, has_long_number


def _stream(text: str) -> Utf8Json:
    return Utf8Json(TextStream(io.BytesIO(text.encode()), "a.json"), "a.json")


def test_a_stream_gives_the_parser_what_the_text_says() -> None:
    value = {"titles": ["Größe", "NaN in words", "x" * 200], "n": [1, 2.5, None]}
    assert next(ijson.items(_stream(json.dumps(value, ensure_ascii=False)), "", use_float=True)) == value


def test_numbers_that_json_does_not_know_are_unknown() -> None:
    assert next(ijson.items(_stream('{"a": NaN, "b": [-Infinity, 3]}'), "")) == {"a": None, "b": [None, 3]}


def test_a_number_that_would_end_the_process_is_refused() -> None:
    with pytest.raises(InputError, match="thousand digits"):
        list(ijson.items(_stream('{"n": ' + "9" * 5000 + "}"), ""))
    assert has_long_number("1" * 1000)
    assert not has_long_number("1" * 999)
    assert "thousand" in TOO_LONG
