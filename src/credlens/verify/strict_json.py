"""JSON from strangers, read so that it has one meaning only.

Ordinary readers let much pass that different programs understand differently: a key twice, ``NaN``, halves of characters. A badge whose
text has two meanings could show the person another one than the signature was checked for, so all of these are refused (RFC 8259 section 4
and 8, RFC 7493). Nesting and number of values are counted before anything is read: the work is bounded by the length of the text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from math import isinf
from typing import Any

from credlens.verify.limits import Limits

_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00")
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NUL = "\\u0000"
_OPENING = b"[{"
_LONGEST_KEY = 40  # of what a message repeats
_IN_WORDS = {
    "Expecting value": "a value is missing",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Illegal trailing comma before end of object": "there is a comma before the closing brace",
    "Illegal trailing comma before end of array": "there is a comma before the closing bracket",
    "Unterminated string starting at": "a text in quotes does not end",
    "Invalid control character at": "a text in quotes holds a control character, for instance a line break",
    "Invalid \\escape": "a backslash is followed by a letter that means nothing",
    "Invalid \\escape: ": "a backslash is followed by a letter that means nothing",
    "Invalid \\uXXXX escape": "four hexadecimal digits are missing after \\u",
    "Extra data": "something follows after its end",
}


class JsonFlaw(ValueError):  # noqa: N818  (the text has it; nothing went wrong here)
    """A text is not JSON, or has more than one meaning, or is larger than our bounds.

    Attributes:
        message: what is wrong, a sentence.
        where: line and column; empty when it is about the whole.
        check: the check it fails: ``json``, or ``work`` when only a bound of our own is exceeded.
    """

    def __init__(self, message: str, where: str = "", check: str = "json") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.check = check


def read(text: bytes | str, limits: Limits) -> Any:
    """The value of a JSON text.

    Args:
        text: UTF-8 when given as bytes; a byte order mark at its start is passed over.

    Raises:
        JsonFlaw: anything is wrong with it.
    """
    plain = _decoded(text)
    _count(plain, limits)
    try:
        value = _decoder(limits.number_digits).decode(plain)
    except json.JSONDecodeError as error:
        words = _IN_WORDS.get(error.msg, error.msg[:1].lower() + error.msg[1:])
        raise JsonFlaw(f"This is not JSON: {words}.", f"line {error.lineno}, column {error.colno}") from None
    if "\\u" in plain:
        _check_escaped(plain, value)
    return value


def _decoded(text: bytes | str) -> str:
    try:
        if isinstance(text, str):
            text.encode("utf-8")  # fails at half characters
            return text.removeprefix("\ufeff")
        return text.removeprefix(_BOM).decode("utf-8")
    except UnicodeEncodeError as error:
        raise JsonFlaw("A character is only half there.", f"character {error.start + 1}") from None
    except UnicodeDecodeError as error:
        if bytes(text[:2]).startswith(_OTHER_ENCODINGS):  # type: ignore[arg-type]  # only bytes are decoded
            raise JsonFlaw("The text is in UTF-16 or UTF-32; badges are written in UTF-8.") from None
        raise JsonFlaw("The text is not in UTF-8.", f"byte {error.start + 1}") from None


def _count(text: str, limits: Limits) -> None:
    """Refuse what is too deep or too much, at a cost in proportion to the length of the text."""
    if _values(text) <= limits.values and text.count("[") + text.count("{") <= limits.depth:
        return  # what stands in texts was counted, too: without it, it is even less
    bare = '"'.join(text.replace("\\\\", "").replace('\\"', "").split('"')[::2])  # without what stands in quotes
    if _values(bare) > limits.values:
        raise JsonFlaw(f"It has more than {limits.values:,} names and values.", check="work")
    depth = 0
    for bracket in bare.encode("utf-8").translate(None, _ALL_BUT_BRACKETS):
        depth += 1 if bracket in _OPENING else -1
        if depth > limits.depth:
            raise JsonFlaw(f"It is nested more than {limits.depth} levels deep.", check="work")


def _values(text: str) -> int:
    """How many names and values there are; an empty list or object counts for two."""
    return 1 + text.count(",") + text.count(":") + text.count("[") + text.count("{")


@lru_cache
def _decoder(digits: int) -> json.JSONDecoder:
    """The standard library's reader with our rules; the part in C does the work."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
            raise JsonFlaw(f"The name {twice[:_LONGEST_KEY]!r} stands twice in one object.")
        return found

    def number(make: Callable[[str], Any]) -> Callable[[str], Any]:
        def bounded(written: str) -> Any:
            if len(written) > digits and sum(map(str.isdigit, written)) > digits:
                raise JsonFlaw(f"A number has more than {digits} digits.", check="work")
            found = make(written)
            if isinstance(found, float) and isinf(found):
                raise JsonFlaw(f"The number {written} is larger than programs can count.")
            return found

        return bounded

    def no_number(written: str) -> Any:
        raise JsonFlaw(f"{written} stands where a number should be; JSON has no such value.")

    return json.JSONDecoder(
        object_pairs_hook=unique, parse_int=number(int), parse_float=number(float), parse_constant=no_number
    )


def _check_escaped(text: str, value: Any) -> None:
    """What is only seen once escapes are read: half characters, and the character NUL in a name."""
    if _HALF.search(text):
        try:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            raise JsonFlaw("A character is written half, as one of two escapes that belong together.") from None
    if _NUL in text and _has_nul_name(value):
        raise JsonFlaw("A name holds the character NUL.")


def _has_nul_name(value: Any) -> bool:
    if isinstance(value, dict):
        return any("\0" in name or _has_nul_name(inner) for name, inner in value.items())
    return isinstance(value, list) and any(map(_has_nul_name, value))
