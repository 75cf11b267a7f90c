"""Archives from strangers: what is looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from credlens.model.errors import InputError, Problem

MOST_MEMBERS = 1_000  # of a document; Word makes some twenty
MOST_UNPACKED = 50 * 1024 * 1024  # bytes
MOST_TIMES = 50  # unpacked to packed, of what is larger than a mebibyte; text is packed to a tenth


def check(data: bytes) -> frozenset[str]:
    """The names of an archive's members.

    Raises:
        InputError: it is no archive, damaged, protected with a password, or would unpack to much more than a document is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError):
        raise refused(
            "The document is damaged: it cannot be unpacked.",
            "Open it in the program it was made with and save it anew.",
        ) from None
    unpacked = sum(m.file_size for m in members)
    packed = sum(m.compress_size for m in members)
    if len(members) > MOST_MEMBERS:
        raise refused(
            f"The document has {len(members):,} parts; one with text has a few dozen.", "Save it anew as DOCX."
        )
    if unpacked > MOST_UNPACKED or (unpacked > 1024 * 1024 and unpacked > MOST_TIMES * max(1, packed)):
        raise refused(
            f"The document would unpack to {unpacked / 2**20:,.0f} MiB; so large a one is not opened.",
            "Take the pictures out and save it anew, or give the text.",
        )
    if any(m.flag_bits & 1 for m in members):
        raise refused("The document is protected with a password.", "Save a copy without a password and give that one.")
    return frozenset(m.filename for m in members)


def refused(message: str, what_to_do: str) -> InputError:
    """A failure of the whole document."""
    return InputError([Problem("", message, what_to_do)])
