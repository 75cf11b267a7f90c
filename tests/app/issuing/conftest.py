"""A club that issues badges: its home, what it awards, and pictures to put badges into."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest

from credlens.app.ports import Ports
from credlens.io.home import open_home

TODAY = date(2026, 11, 22)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\0\0\0\0"))
    + _chunk(b"IEND", b"")
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'
AWARD = """\
issuer:
  name: Chess Club of Example
  url: https://chess.example.org
  email: office@chess.example.org
achievement:
  name: Endgames
  description: Plays the common endgames without a mistake.
  criteria: Won ten of ten from drawn positions.
  criteria_url: https://chess.example.org/endgames
  type: Certificate
  tags: [chess, games]
  code: E-1
  field: Games
  skills:
    - name: analyse positions
      url: https://skills.example.org/7
      framework: Skills of Example
      code: "7"
recipient:
  email: Ada@example.com
until: 2029-12-31
evidence:
  - url: https://ada.example.com/games.pgn
    name: Ten games
    narrative: All won.
    genre: Record
status:
  list: https://chess.example.org/revoked.json
  index: 4711
"""
LIST = "https://chess.example.org/revoked.json"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return open_home(tmp_path / "home", today=TODAY)


@pytest.fixture
def award(tmp_path: Path) -> Path:
    """``award.yaml``, with everything that can stand in it."""
    path = tmp_path / "award.yaml"
    path.write_text(AWARD, "utf-8")
    return path


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Path]:
    """A picture of each kind."""
    found = {"png": tmp_path / "picture.png", "svg": tmp_path / "picture.svg"}
    found["png"].write_bytes(PNG)
    found["svg"].write_bytes(SVG)
    return found


@pytest.fixture(scope="session")
def list_address() -> str:
    """Where the club publishes what it revoked."""
    return LIST
