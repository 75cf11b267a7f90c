"""Documents of issuers: asked for at their address, and counted only as the word of the host that was asked.

Open Badges of before 2018 live at ``http:`` addresses. They are never fetched; a copy that the person gives is taken, with a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.verify.earlier.names import plain
from credlens.verify.inquiry import Inquiry
from credlens.verify.keys.addresses import Place, place
from credlens.verify.needs import Kind, Missing, Steps, Why
from credlens.verify.strict_json import JsonFlaw, read

_HTTP = "http://"
_HTTPS = "https://"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why there is no document that counts.

    Attributes:
        words: in a sentence.
        missing: the reply when it is not there; None when something is there that does not count.
    """

    words: str
    missing: Missing | None = None

    @property
    def gone(self) -> bool:
        """Whether its host says that it took it away for good."""
        return self.missing is not None and self.missing.why is Why.GONE

    def note(self, id: str, what: str, address: str, inquiry: Inquiry) -> None:  # noqa: A002
        """Record that a check was not made for want of it.

        Args:
            what: the document in words, with its article: "The issuer's profile".
        """
        if self.missing is not None:
            inquiry.missing(id, self.missing, what, address)
        else:
            inquiry.not_checked(id, f"{what} ({address}) does not count: {self.words}", address)


def spot(address: str) -> Place | None:
    """Where an address is; one that begins with ``http:`` is where it would be with ``https:``."""
    return place(_HTTPS + address.removeprefix(_HTTP) if address.startswith(_HTTP) else address)


def bytes_at(address: str, kind: Kind, inquiry: Inquiry) -> Steps[bytes | Nothing]:
    """What is at an address; records ``transport`` where it could have been changed on the way."""
    asked = spot(address)
    if asked is None:
        return Nothing("Its address is none on the web that can be read in one way only.")
    reply = yield from inquiry.ask(address, kind)
    if isinstance(reply, Missing):
        return Nothing(reply.words, reply)
    answered = spot(reply.url)
    if answered is None or not asked.answered_by(answered):
        return Nothing("The host sends its visitors on to another one, whose word is not its own.")
    if address.startswith(_HTTP) or reply.url.startswith(_HTTP):
        seen = any(c.id == "transport" and c.where == address for c in inquiry.checks)
        if not seen:
            words = "The address is http and not https: on its way, the document could have been changed."
            inquiry.warn("transport", words, address)
    return reply.data


def object_at(address: str, kind: Kind, inquiry: Inquiry) -> Steps[dict[str, Any] | Nothing]:
    """The JSON object at an address, with the standard's short names."""
    data = yield from bytes_at(address, kind, inquiry)
    if isinstance(data, Nothing):
        return data
    try:
        found = read(data, inquiry.limits)
    except JsonFlaw as flaw:
        return Nothing(f"It cannot be read: {flaw.message}")
    if not isinstance(found, dict):
        return Nothing("It is no JSON object.")
    twice: list[str] = []
    new: dict[str, Any] = plain(found, twice)
    return Nothing(f"It says {twice[0]!r} twice, under two names.") if twice else new
