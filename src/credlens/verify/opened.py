"""A badge after its container was opened, before anything in it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in the file.

    Exactly one of ``document``, ``token`` and ``address`` is set.

    Attributes:
        container: json, jwt, png, svg, pdf.
        document: a JSON object, read strictly (:mod:`credlens.verify.strict_json`).
        token: a compact JWS (RFC 7515), three parts with dots, unread.
        address: an address instead of a badge, as in pictures of Open Badges 0.5 and 1.x.
        where: address at which it was found, when it was looked up; empty for a file.
    """

    container: str
    document: dict[str, Any] | None = None
    token: str | None = None
    address: str | None = None
    where: str = ""
