"""JSON has one meaning or is refused, at a cost in proportion to its length."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credlens.verify.limits import LIMITS, Limits
from credlens.verify.strict_json import JsonFlaw, read

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**60), 10**60) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=9), inner, max_size=5),
    max_leaves=30,
)  # fmt: skip


def flaw(text: bytes | str, limits: Limits = LIMITS) -> JsonFlaw:
    with pytest.raises(JsonFlaw) as caught:
        read(text, limits)
    return caught.value


@given(VALUES, st.booleans())
def test_what_was_written_is_read_back(value: Any, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert read(text, LIMITS) == value
    assert read(b"\xef\xbb\xbf" + text.encode(), LIMITS) == value


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:\\u0d8e1-.Nan \x00é', max_size=80).map(str.encode))
@example(b'"\\ud834"')
@example(b"[" * 200)
@example(b"{" * 200)
@example(b"1" * 200)
def test_any_bytes_are_read_as_usual_or_refused(data: bytes) -> None:
    try:
        value = read(data, LIMITS)
    except JsonFlaw:
        return
    assert value == json.loads(data)


@pytest.mark.parametrize(
    ("text", "part", "where"),
    [
        (b'{"a": 1, "b": 2, "a": 1}', "'a' stands twice", ""),
        (b'{"a": 1, "\\u0061": 2}', "'a' stands twice", ""),
        (b'[{"x": {"": 1, "": 2}}]', "'' stands twice", ""),
        (b'{"score": NaN}', "NaN", ""),
        (b'{"score": Infinity}', "Infinity", ""),
        (b'{"score": -Infinity}', "-Infinity", ""),
        (b'{"score": 1e999}', "larger than programs can count", ""),
        (b'{"score": -1e999}', "larger than programs can count", ""),
        (b'{"a": "\\ud800"}', "half", ""),
        (b'{"\\udc00": 1}', "half", ""),
        (b'{"a": "\\ude00\\ud83d"}', "half", ""),
        ('{"a": "\ud800"}', "half", "character 8"),
        (b'{"a\\u0000b": 1}', "NUL", ""),
        (b'[[{"x": [{"a\\u0000b": 1}]}]]', "NUL", ""),
        (b'{"a": "\xff"}', "not in UTF-8", "byte 8"),
        (b'{"a": "\xed\xa0\x80"}', "not in UTF-8", "byte 8"),
        (b'{"a": "\xc0\x80"}', "not in UTF-8", "byte 8"),
        ('{"a": 1}'.encode("utf-16"), "UTF-16", ""),
        (b'{"a": "x\ny"}', "line break", "line 1, column 9"),
        (b'{"a": "x\x00y"}', "control character", "line 1, column 9"),
        (b'{\n"a": 1,\n}', "not JSON", "line 3, column 1"),
        (b"{'a': 1}", "double quotes", "line 1, column 2"),
        (b'{"a" 1}', "a colon is missing", "line 1, column 6"),
        (b'{"a": 1} {"a": 2}', "follows after its end", "line 1, column 10"),
        (b'{"a": 1}\x00', "follows after its end", "line 1, column 9"),
        (b'{"a": 01}', "not JSON", "line 1, column 8"),
        (b'{"a": "\\x41"}', "backslash", "line 1"),
        (b'{"a": "\\u00g0"}', "hexadecimal", "line 1"),
        (b'{"a": "b', "does not end", "line 1, column 7"),
        (b"// a comment\n{}", "a value is missing", "line 1, column 1"),
        (b"", "a value is missing", "line 1, column 1"),
    ],
)  # fmt: skip
def test_a_text_with_several_meanings_is_refused(text: bytes | str, part: str, where: str) -> None:
    found = flaw(text)
    assert part in found.message
    assert found.where.startswith(where)
    assert found.check == "json"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('\ufeff{"a": 1}', {"a": 1}),
        (b' {"a": "\\ud83d\\ude00"} \r\n', {"a": "\N{GRINNING FACE}"}),
        (b'{"a": "\\u0000"}', {"a": "\0"}),
        (b'{"a": {"b": 1}, "b": {"a": 2}}', {"a": {"b": 1}, "b": {"a": 2}}),
        (b'{"a": 1, "A": 2}', {"a": 1, "A": 2}),
        (b'{"a": -0.5e-3}', {"a": -0.0005}),
        (b'["\\"[[[", "\\\\"]', ['"[[[', "\\"]),
    ],
)
def test_a_sound_text_is_read(text: bytes | str, value: Any) -> None:
    assert read(text, LIMITS) == value


@pytest.mark.parametrize(
    "nested",
    [
        lambda n: b"[" * n + b"]" * n,
        lambda n: b'{"a":' * n + b"1" + b"}" * n,
        lambda n: b'[{"a":' * (n // 2) + b"1" + b"}]" * (n // 2),
        lambda n: b'["]]]]",' * n + b"1" + b"]" * n,
        lambda n: b'["\\"]]]]",' * n + b"1" + b"]" * n,
        lambda n: b'["\\\\\\"]]]]",' * n + b"1" + b"]" * n,
        lambda n: b"[[]," * n + b"1" + b"]" * n,
    ],
)
def test_nesting_ends_at_its_bound(nested: Any) -> None:
    own = replace(LIMITS, depth=10)
    assert read(nested(8), own)
    assert flaw(nested(12), own).check == "work"
    assert "nested more than 10 levels" in flaw(nested(12), own).message


def test_nesting_at_the_bound_itself_is_read() -> None:
    own = replace(LIMITS, depth=10)
    assert read(b"[" * 9 + b"]" * 9, own)
    assert read(b"[" * 10 + b"]" * 10, own)
    assert flaw(b"[" * 11 + b"]" * 11, own).check == "work"


def test_brackets_in_texts_are_no_nesting() -> None:
    texts = ["[" * 500, '"[' * 500, "\\[" * 500, '\\"{' * 500]
    assert read(json.dumps(texts), LIMITS) == texts


@pytest.mark.parametrize(
    "bomb",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"[]" * 100_000,
        b"]" * 100_000 + b"[" * 100_000,
        b'"' + b'\\"' * 100_000,
        b"[" + b"\\" * 100_000,
        b'["' + b"\\" * 100_001 + b'"]',
        b'{"a": ' + b"1" * 100_000 + b"}",
        b'{"a": 0.' + b"1" * 100_000 + b"}",
        b"[" + b"0," * 100_000 + b"0]",
        b"{" + b'"":0,' * 100_000,
    ],
)
def test_bombs_are_refused(bomb: bytes) -> None:
    flaw(bomb)


def test_values_end_at_their_bound() -> None:
    own = replace(LIMITS, values=100)
    assert read(json.dumps([1] * 98), own)
    assert read(json.dumps([1] * 99), own)
    assert flaw(json.dumps([1] * 100), own).check == "work"
    assert read(json.dumps({str(n): "a, b: [" for n in range(49)}), own)
    assert flaw(json.dumps({str(n): 0 for n in range(50)}), own).check == "work"


@pytest.mark.parametrize("written", ["{}", "-{}", "0.{}", "{}e1"])
def test_digits_of_a_number_end_at_their_bound(written: str) -> None:
    own = replace(LIMITS, number_digits=20)
    beside = sum(map(str.isdigit, written))
    assert read(f"[{written.format('1' * (20 - beside))}]", own)
    assert flaw(f"[{written.format('1' * (21 - beside))}]", own).check == "work"


def test_a_long_name_is_not_repeated_whole() -> None:
    name = "n" * 10_000
    assert len(flaw(f'{{"{name}": 1, "{name}": 2}}').message) < 200
