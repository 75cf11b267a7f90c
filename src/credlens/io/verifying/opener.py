"""What is in a badge's file, for who does not verify it: the document in a token, a picture or a PDF. Runs in the sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from credlens.model.errors import InputError, Problem
from credlens.model.verification import Outcome
from credlens.verify.containers import open_badge
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.proofs.jwt import unpack

_AT = datetime(1970, 1, 1, tzinfo=UTC)  # nothing that is done here depends on the time


@dataclass(frozen=True, slots=True)
class Carried:
    """What was found.

    Attributes:
        document: a JSON object; None when there is only an address.
        address: where the badge is; empty when it is here.
        signed: whether a signed token was around it. Nobody has looked at the signature.
    """

    document: dict[str, Any] | None = None
    address: str = ""
    signed: bool = False

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {"document": self.document, "address": self.address, "signed": self.signed}


def open_(data: bytes) -> Carried:
    """The badge in a file of any kind that badges come in.

    Raises:
        InputError: there is none, or more than one, or it cannot be read.
    """
    inquiry = Inquiry(Desk(Settings(_AT), _not_examined))
    opened = open_badge(data, inquiry)
    if opened is not None and opened.token is not None:
        unpacked = unpack(opened.token, inquiry)
        if unpacked is not None:
            return Carried(unpacked.document, signed=True)
    elif opened is not None:
        return Carried(opened.document, opened.address or "")
    raise InputError(
        [Problem(c.where, c.reason, c.next_step) for c in inquiry.checks if c.outcome is Outcome.FAILED],
    )


def _not_examined(found: object, where: str, inquiry: Inquiry) -> NoReturn:  # noqa: ARG001
    """What is inside a badge is verified with it, and not where it is only opened."""
    raise TypeError("a badge is opened here and not verified")


OPENERS = {"any": open_}
