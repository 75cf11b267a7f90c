"""How keys are written: base58 as in Multibase ``z`` (Controlled Identifiers 1.0 section 2.4) and base64url (RFC 4648 section 5)."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_BASE64 = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)


def base58_decoded(text: str) -> bytes:
    """The bytes that base58 writes; every text has one meaning and every value one text.

    The work grows with the square of the length: callers bound it.

    Raises:
        ValueError: a letter is not one of the 58.
    """
    number = 0
    for letter in text:
        value = _VALUES.get(letter)
        if value is None:
            raise ValueError("A letter is not one of the 58 that are used.")
        number = number * 58 + value
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64_decoded(text: str) -> bytes:
    """The bytes that base64url without padding writes.

    Raises:
        ValueError: it has another letter, padding, an impossible length, or bits at its end that mean nothing; such a text would be a
            second way to write the same bytes.
    """
    if _BASE64.fullmatch(text) is None or len(text) % 4 == 1:
        raise ValueError("This is not base64url without padding.")
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(text) % 4 and base64_encoded(data) != text:
        raise ValueError("This base64url has bits at its end that mean nothing.")
    return data


def base64_encoded(data: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
