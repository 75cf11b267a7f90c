"""Revoking: a list of bits, one for each badge, that its issuer signs and publishes (W3C Bitstring Status List 1.0)."""

from __future__ import annotations

import gzip
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from credlens.issue.credentials import CONTEXT, written
from credlens.model.errors import UserError

SIZE = 131_072  # entries: the fewest that the standard allows, so that one badge hides among many
PURPOSES = ("revocation", "suspension")


def entry(list_address: str, index: int, purpose: str = "revocation") -> dict[str, Any]:
    """What a badge says about where its state can be seen: BitstringStatusListEntry.

    Args:
        list_address: https address at which the issuer publishes the list.
        index: the badge's own place in it. Places given in no order say least about when a badge was issued.

    Raises:
        UserError: no such place, address or purpose.
    """
    _known(list_address, purpose, (index,))
    return {
        "id": f"{list_address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": list_address,
    }


def status_list(
    issuer_id: str,
    list_address: str,
    revoked: Iterable[int],
    *,
    at: datetime,
    until: datetime,
    purpose: str = "revocation",
) -> dict[str, Any]:
    """The list, to be signed like a badge: BitstringStatusListCredential. To revoke one more, make and publish it anew.

    Args:
        issuer_id: that of the badges' issuer.
        revoked: the places of all that do not count any more.
        at: now; ``until``: when it has to be published anew. Without an end, an old copy would hide what was revoked since.

    Raises:
        UserError: no such place, address or purpose, or it ends before it begins.
    """
    places = frozenset(revoked)
    _known(list_address, purpose, places)
    if written(until) <= written(at):
        raise UserError("A list cannot end before it begins.")
    bits = bytearray(SIZE // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> place % 8  # the first entry is the highest bit of the first byte
    packed = urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()
    return {
        "@context": [CONTEXT[0]],
        "id": list_address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_id,
        "validFrom": written(at),
        "validUntil": written(until),
        "credentialSubject": {
            "id": f"{list_address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": f"u{packed}",  # multibase: base64url
        },
    }


def _known(list_address: str, purpose: str, places: Iterable[int]) -> None:
    if not list_address.startswith("https://") or "#" in list_address:
        raise UserError("A status list needs an https address without #.")
    if purpose not in PURPOSES:
        raise UserError(f"There is no purpose {purpose!r}.", what_to_do=f"Use one of: {', '.join(PURPOSES)}.")
    for place in places:
        if not 0 <= place < SIZE:
            raise UserError(f"There is no place {place} in the list: it has those from 0 to {SIZE - 1}.")
