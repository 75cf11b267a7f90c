"""Messages between a process and its child: two lengths, a JSON object, and bytes that belong to it.

JSON and never pickle: whoever takes over the child must not get at the process through what it says.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")


class NonsenseError(ValueError):
    """What came is no message, or one of a length that nobody needs."""


def say(stream: BinaryIO, message: dict[str, Any], data: bytes = b"") -> None:
    """Send a message.

    Raises:
        OSError: nobody listens any more.
    """
    text = json.dumps(message).encode("ascii")
    stream.write(_LENGTHS.pack(len(text), len(data)) + text)
    if data:
        stream.write(data)
    stream.flush()


def hear(stream: BinaryIO, most: int) -> tuple[dict[str, Any], bytes]:
    """The next message, and the bytes that belong to it.

    Args:
        most: bytes of both parts together; nothing longer is read.

    Raises:
        EOFError: the other side ended.
        NonsenseError: this is no message.
    """
    texts, datas = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if texts + datas > most:
        raise NonsenseError(f"a message of {texts + datas} bytes, where {most} are the most")
    text, data = _exactly(stream, texts), _exactly(stream, datas)
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NonsenseError(f"no JSON: {error}") from None
    if not isinstance(message, dict):
        raise NonsenseError(f"{type(message).__name__} instead of an object")
    return message, data


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length) if length else b""
    if len(data) < length:
        raise EOFError
    return data
