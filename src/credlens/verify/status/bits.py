"""Lists of bits: Bitstring Status List 1.0 section 3.2 (validate) and 3.4 (expand), and the older StatusList2021."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from credlens.verify.limits import Limits

LEAST_BITS = 131_072
"""Entries that a list has at least, so that nobody can tell from it who was looked up (section 3.3)."""

_LETTERS = re.compile(r"[A-Za-z0-9_-]*={0,2}", re.ASCII)
_GZIP = 16 + zlib.MAX_WBITS


class ListFlaw(ValueError):  # noqa: N818  (the list has it; nothing went wrong here)
    """What is wrong with a list.

    Attributes:
        work: whether only our own bounds were exceeded.
    """

    def __init__(self, words: str, *, work: bool = False) -> None:
        super().__init__(words)
        self.work = work


def expand(encoded: str, limits: Limits, *, multibase: bool) -> bytes:
    """The bits of a list.

    Args:
        encoded: gzipped, in base64url; after the letter ``u`` when ``multibase``.

    Raises:
        ListFlaw: it is none, or unpacked larger than ``limits.bitstring``.
    """
    if multibase:
        if not encoded.startswith("u"):
            raise ListFlaw("The list is not written as the standard says: it begins with u.")
        encoded = encoded[1:]
    if not _LETTERS.fullmatch(encoded):
        raise ListFlaw("The list has letters that do not belong there.")
    try:
        packed = base64.urlsafe_b64decode(encoded.rstrip("=") + "=" * (-len(encoded.rstrip("=")) % 4))
        inflator = zlib.decompressobj(_GZIP)
        bits = inflator.decompress(packed, limits.bitstring)
    except (binascii.Error, ValueError, zlib.error):
        raise ListFlaw("The list cannot be unpacked.") from None
    if inflator.unconsumed_tail:
        raise ListFlaw(f"The list has more than {limits.bitstring // 2**20} MiB when it is unpacked.", work=True)
    if not inflator.eof:
        raise ListFlaw("The list is cut off.")
    if inflator.unused_data:  # some readers go on with it, others do not
        raise ListFlaw("Something follows behind the end of the list.")
    if len(bits) * 8 < LEAST_BITS:
        raise ListFlaw(f"The list has fewer than {LEAST_BITS:,} bits.")
    return bits


def value_at(bits: bytes, index: int, size: int) -> int:
    """The value of an entry: ``size`` bits, the first bit leftmost.

    Raises:
        ListFlaw: the list has no such entry.
    """
    start = index * size
    if start + size > len(bits) * 8:
        raise ListFlaw("The list has no place of that number.")
    first, last = start // 8, (start + size - 1) // 8
    number = int.from_bytes(bits[first : last + 1], "big")
    return number >> (last + 1) * 8 - start - size & (1 << size) - 1
