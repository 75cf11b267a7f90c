"""An invented issuer, what it awards, and pictures to bake it into."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.issue.credentials import award
from credlens.issue.keys import KeyKind, SigningKey, make_key
from credlens.model.verification import AchievementClaim, AlignedSkill, EvidenceClaim, Party


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


WELDING = AchievementClaim(
    id="https://school.example.org/achievements/welding",
    name="Welding",
    description="Joins metals.",
    kind="Certificate",
    criteria="Ten seams that hold.",
    criteria_url="https://school.example.org/welding",
    tags=("metal",),
    skills=(AlignedSkill("weld metal", "https://skills.example.org/weld", "Skills of an example", "W1"),),
    code="W-1",
    field="Metalwork",
)


@dataclass(frozen=True)
class School:
    """Everything that a test needs to issue a badge."""

    ed25519: SigningKey = field(default_factory=lambda: make_key(KeyKind.ED25519, b"1" * 32))
    p256: SigningKey = field(default_factory=lambda: make_key(KeyKind.P256, b"2" * 32))
    at: datetime = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    until: datetime = datetime(2029, 3, 1, tzinfo=UTC)
    achievement: AchievementClaim = WELDING
    evidence: tuple[EvidenceClaim, ...] = (
        EvidenceClaim("https://ada.example.org/seam.jpg", "A seam", "Done in March.", "Photograph"),
    )
    recipient: str = "did:example:ada"
    png: bytes = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(b"\0\0\0\0\0"))
        + _chunk(b"IEND", b"")
    )
    svg: bytes = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'

    def party(self, key: SigningKey) -> Party:
        """The issuer who is its own key."""
        return Party(key.did, "School of Example", "https://school.example.org", "office@school.example.org")

    def badge(self, key: SigningKey, **changed: Any) -> dict[str, Any]:
        """A badge, unsigned."""
        given: dict[str, Any] = {
            "id": "urn:uuid:6f0c0b5e-0000-4000-8000-000000000001",
            "recipient": self.recipient,
            "at": self.at,
            "until": self.until,
            "evidence": self.evidence,
        }
        return award(self.party(key), self.achievement, **(given | changed))


@pytest.fixture(scope="session")
def school() -> School:
    """The invented issuer."""
    return School()
