"""A badge baked into a PNG: a piece of text between the pieces of the picture, which itself is never decoded.

Open Badges 3.0 puts JSON or a token into an iTXt chunk with the keyword ``openbadgecredential``; 2.0 and 1.x put JSON, a token or an address
into one with the keyword ``openbadges``; the first pictures had an address in a tEXt chunk (PNG, W3C Recommendation, sections 5 and 11.3.3).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from credlens.verify.containers.container import Container, ContainerFlaw, carried
from credlens.verify.limits import Limits
from credlens.verify.opened import Opened

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORDS = {b"openbadgecredential": False, b"openbadges": True}  # whether an address may stand there
_MARK = b"openbadge"
_TEXTS = (b"iTXt", b"tEXt")
_AROUND = 12  # bytes of a chunk beside its data: length, kind, checksum
_LONGEST = 2**31 - 1  # PNG section 5.3
_AGAIN = "Download the picture once more where it was issued."


def _recognises(data: bytes) -> bool:
    return data.startswith(_SIGNATURE)


def _open(data: bytes, limits: Limits) -> Opened:
    found = list(_badges(data, limits))
    if not found:
        raise ContainerFlaw(
            "The picture holds no badge.",
            "Pictures lose it when they are edited, sent by some messengers or saved as a screenshot. " + _AGAIN,
        )
    if len(found) > 1:
        raise ContainerFlaw("The picture holds more than one badge, so that it could show each reader another one.")
    keyword, text = found[0]
    return carried(text, "png", limits, addresses=_KEYWORDS[keyword])


def _badges(data: bytes, limits: Limits) -> Iterator[tuple[bytes, bytes]]:
    """Keyword and text of each badge in the picture."""
    for kind, content in _chunks(data, limits):
        keyword, separator, rest = content.partition(b"\0")
        if keyword not in _KEYWORDS:
            continue
        if not separator:
            raise ContainerFlaw("The badge in the picture is cut off.", _AGAIN)
        text = _international(rest, limits) if kind == b"iTXt" else rest
        if len(text) > limits.inflated:
            raise _too_long(limits)
        yield keyword, text


def _chunks(data: bytes, limits: Limits) -> Iterator[tuple[bytes, bytes]]:
    """Kind and data of each chunk with text up to IEND, whose checksum fits."""
    at = len(_SIGNATURE)
    for number in range(limits.chunks):
        if at + _AROUND > len(data):
            raise ContainerFlaw("The picture is cut off.", _AGAIN)
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        end = at + 8 + length
        if length > _LONGEST or end + 4 > len(data) or not kind.isalpha():
            raise ContainerFlaw("The picture is damaged or cut off.", _AGAIN)
        if (kind == b"IHDR") != (number == 0):
            raise ContainerFlaw("The picture is damaged: its header is not at its start.", _AGAIN)
        if kind in _TEXTS:
            if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
                raise ContainerFlaw("A text in the picture is damaged: its checksum does not fit.", _AGAIN)
            yield kind, data[at + 8 : end]
        at = end + 4
        if kind == b"IEND":
            if data.find(_MARK, at) >= 0:
                raise ContainerFlaw("Behind the end of the picture there is something like another badge.", _AGAIN)
            return
    raise ContainerFlaw(f"The picture has more than {limits.chunks:,} parts.", check="work")


def _international(rest: bytes, limits: Limits) -> bytes:
    """The text of an iTXt chunk, given what follows its keyword (PNG section 11.3.3.4)."""
    _, _, behind = rest[2:].partition(b"\0")  # the language
    _, separator, text = behind.partition(b"\0")  # the keyword in that language
    if not separator:
        raise ContainerFlaw("The badge in the picture is cut off.", _AGAIN)
    packed, method = rest[0], rest[1]
    if packed > 1 or method != 0:
        raise ContainerFlaw("The badge in the picture is packed in an unknown way.", _AGAIN)
    return inflated(text, limits) if packed else text


def inflated(packed: bytes, limits: Limits) -> bytes:
    """Unpack zlib data (RFC 1950), never more of it than is allowed.

    Raises:
        ContainerFlaw: it is damaged, or there is more.
    """
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(packed, limits.inflated + 1)
    except zlib.error:
        raise ContainerFlaw("The badge in the picture is damaged: it cannot be unpacked.", _AGAIN) from None
    if len(text) > limits.inflated:
        raise _too_long(limits)
    if not inflate.eof or inflate.unused_data:
        raise ContainerFlaw("The badge in the picture is damaged: it cannot be unpacked to its end.", _AGAIN)
    return text


def _too_long(limits: Limits) -> ContainerFlaw:
    return ContainerFlaw(f"The badge in the picture is longer than {limits.inflated:,} bytes.", check="work")


CONTAINER = Container("png", "a PNG picture", _recognises, _open)
