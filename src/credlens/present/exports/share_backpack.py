"""Every badge of a wallet as it came, with a list of them: what another wallet or backpack takes in."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

MANIFEST = "manifest.json"
LONGEST = 60  # letters of a file's name before the badge's id
_ENDINGS = {"json": "json", "jwt": "jwt", "png": "png", "svg": "svg", "pdf": "pdf"}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name
_MODE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class PackedBadge:
    """A badge to be put in.

    Attributes:
        name: of what it is for; ``issuer``: who gave it, by the badge.
        data: its bytes as they came.
        container: json, jwt, png, svg or pdf; empty when it is none of these, as an address is.
        verdict: what came of verifying it, on the day ``verified``.
    """

    id: str
    name: str
    issuer: str
    data: bytes
    container: str
    verdict: str
    verified: date


def render(badges: Iterable[PackedBadge]) -> dict[str, bytes]:
    """File name -> content: the badges, untouched, and :data:`MANIFEST`, in this order."""
    kept = [(f"badges/{_name(badge)}", badge) for badge in badges]
    listed = [
        {
            "id": badge.id,
            "file": name,
            "name": badge.name,
            "issuer": badge.issuer,
            "came_as": badge.container or "other",
            "verdict": badge.verdict,
            "verified": badge.verified.isoformat(),
            "sha256": sha256(badge.data).hexdigest(),
        }
        for name, badge in kept
    ]
    manifest = json.dumps({"badges": listed}, indent=2) + "\n"  # in ASCII: a name may hold half a character
    return {**{name: badge.data for name, badge in kept}, MANIFEST: manifest.encode("ascii")}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip archive. The same files give the same bytes: nothing is packed, and every file has the same day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = 3, _MODE
            archive.writestr(entry, data)
    return out.getvalue()


def _name(badge: PackedBadge) -> str:
    plain = unicodedata.normalize("NFKD", badge.name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
    return f"{slug or 'badge'}-{badge.id}.{_ENDINGS.get(badge.container, 'txt')}"
