"""Files that carry a badge, made piece by piece so that a test can make any piece wrong."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from pypdf import PdfWriter

from credlens.model.verification import Check, Outcome
from credlens.verify.containers import open_badge
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.limits import LIMITS, Limits
from credlens.verify.opened import Opened

AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Found:
    """What came of opening a file."""

    badge: Opened | None
    checks: tuple[Check, ...]

    @property
    def failed(self) -> Check:
        """The one check that failed."""
        assert self.badge is None
        (check,) = [c for c in self.checks if c.outcome is Outcome.FAILED]
        return check


def _open(data: bytes, limits: Limits = LIMITS) -> Found:
    inquiry = Inquiry(Desk(Settings(AT, limits=limits), lambda *_: pytest.fail("nothing is examined here")))
    badge = open_badge(data, inquiry)
    assert (badge is None) == inquiry.has_failed()
    assert {c.id for c in inquiry.checks} <= {"container", "json", "work"}
    return Found(badge, tuple(inquiry.checks))


@pytest.fixture(scope="session")
def opened() -> Callable[..., Found]:
    """Opens a file."""
    return _open


class Png:
    """Pieces of a PNG."""

    start = b"\x89PNG\r\n\x1a\n"

    @staticmethod
    def chunk(kind: bytes, content: bytes, checksum: int | None = None) -> bytes:
        """One chunk; its checksum is right when none is given."""
        right = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", right if checksum is None else checksum)  # fmt: skip

    @classmethod
    def header(cls, width: int = 1, height: int = 1) -> bytes:
        """The first chunk."""
        return cls.chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))

    @classmethod
    def itxt(cls, text: bytes, keyword: bytes = b"openbadgecredential", *, packed: bool = False) -> bytes:
        """A chunk with text."""
        content = zlib.compress(text, 9) if packed else text
        return cls.chunk(b"iTXt", keyword + b"\0" + bytes([packed, 0]) + b"\0\0" + content)

    @classmethod
    def text(cls, text: bytes, keyword: bytes = b"openbadges") -> bytes:
        """A chunk with text of the oldest kind."""
        return cls.chunk(b"tEXt", keyword + b"\0" + text)

    @classmethod
    def whole(cls, *chunks: bytes, behind: bytes = b"") -> bytes:
        """A picture with these chunks."""
        pixels = cls.chunk(b"IDAT", zlib.compress(b"\0\0\0\0\0"))
        return cls.start + cls.header() + b"".join(chunks) + pixels + cls.chunk(b"IEND", b"") + behind


@pytest.fixture(scope="session")
def png() -> type[Png]:
    """Makes PNGs."""
    return Png


def _pdf(*files: tuple[str, bytes], password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in files:
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Makes PDFs."""
    return _pdf
