"""Pictures from strangers' folders: what kind they are, by their content, and what they say besides what is seen."""

from __future__ import annotations

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_HEAD = 2**16  # bytes in which a picture says where it was taken


def kind_of(data: bytes) -> str:
    """The ending for a picture of a kind that every browser shows and that holds no program: png, jpg, gif or webp; empty for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for begin, kind in _KINDS if data.startswith(begin)), "")


def camera_notes(data: bytes) -> str:
    """A warning when a picture holds notes of a camera or of a program (Exif, XMP), among them often where it was taken; else empty."""
    head = data[:_HEAD]
    found = (
        b"Exif\0\0" in head or b"eXIf" in head or b"http://ns.adobe.com/xap/" in head or b"XML:com.adobe.xmp" in head
    )
    return "The picture holds notes of the camera or program that made it, perhaps with the place." if found else ""
