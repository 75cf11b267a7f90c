"""One badge under examination: what is asked, what was found so far."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from credlens.model.verification import Check, Fetched, Mode, Outcome, Report, Verdict
from credlens.verify.checks import CHECKS
from credlens.verify.limits import LIMITS, Limits
from credlens.verify.needs import Kind, Missing, Need, Reply, Steps, Why

if TYPE_CHECKING:
    from credlens.verify.trust.registries import Trust

LISTS = (Kind.STATUS_LIST, Kind.REVOCATION_LIST)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to judge.

    Attributes:
        at: the moment to judge for, with a zone.
        now: the moment at which it is judged, which lists of what was revoked are of; ``at`` when None.
        recipient: e-mail address or other identity of the person it should belong to; None when nobody asks.
        trust: registries of issuers and names that others may imitate; None for none.
    """

    at: datetime
    mode: Mode = Mode.STRICT
    recipient: str | None = None
    trust: Trust | None = None
    limits: Limits = LIMITS
    now: datetime | None = None

    @property
    def strict(self) -> bool:
        """Whether our own rules decide."""
        return self.mode is Mode.STRICT


@dataclass(slots=True)
class Desk:
    """What all parts of one verification share.

    Attributes:
        replies: what was answered, by address, so that nothing is asked twice.
        inside: credentials opened so far, the outermost included.
        memo: what one part found out and need not find out again, by a key of its own.
        examine: verifies a credential found inside another: ``examine(found, where, inquiry)``. Put there by :mod:`credlens.verify.steps`,
            so that a part that meets a credential need not know how one is verified.
    """

    settings: Settings
    examine: Callable[[Any, str, Inquiry], Steps[Report]]
    replies: dict[str, Reply] = field(default_factory=dict)
    fetched: list[Fetched] = field(default_factory=list)
    memo: dict[Any, object] = field(default_factory=dict)
    inside: int = 0


class Inquiry:
    """Collects the checks of one credential, and asks for documents on its behalf.

    Args:
        desk: what it shares with those around and inside it.
        where: where this credential is in the outermost one; empty for that one.
        around: the inquiry on the one around it; None for the outermost.

    Attributes:
        level: how many are around it.
        around: addresses of credentials that led here; a circle shows in them.
        settings: how this one is judged; a list that it names is judged in another way than itself.
    """

    def __init__(self, desk: Desk, where: str = "", around: Inquiry | None = None) -> None:
        self.desk = desk
        self.settings: Settings = around.settings if around else desk.settings
        self.where = where
        self.level: int = around.level + 1 if around else 0
        self.around: tuple[str, ...] = around.around if around else ()
        self.checks: list[Check] = []

    def of_nobody(self) -> Inquiry:
        """The same, for examining what is not the person's own: what others say of the achievement."""
        return self._with(replace(self.settings, recipient=None))

    def of_today(self) -> Inquiry:
        """The same, for examining a list of what was revoked.

        It is nobody's, and issuers sign it anew all the time: it is of today also when the badge is judged for another day.
        """
        return self._with(replace(self.settings, recipient=None, at=self.settings.now or self.settings.at))

    def _with(self, settings: Settings) -> Inquiry:
        found = copy(self)
        found.settings = settings
        return found

    def enter(self, address: str) -> None:
        """Note that the credential at an address is being examined."""
        self.around = (*self.around, address)

    @property
    def strict(self) -> bool:
        """Whether our own rules decide, and not those of the public validator."""
        return self.settings.strict

    @property
    def limits(self) -> Limits:
        """What it may cost."""
        return self.settings.limits

    def passed(self, id: str, reason: str = "", where: str = "") -> None:  # noqa: A002
        """A check passed."""
        self._add(id, Outcome.PASSED, reason, where, "")

    def failed(self, id: str, reason: str, where: str = "", next_step: str = "") -> None:  # noqa: A002
        """A check failed; what that means for the verdict stands in :data:`CHECKS`."""
        self._add(id, Outcome.FAILED, reason, where, next_step)

    def failed_as_invalid(self, id: str, reason: str, where: str = "", next_step: str = "") -> None:  # noqa: A002
        """A check failed because its part of the badge makes no sense: that makes the badge invalid, whatever else its failure would mean."""
        self._add(id, Outcome.FAILED, reason, where, next_step)
        if CHECKS[id].failed is not Verdict.INVALID:
            self._add("structure", Outcome.FAILED, reason, where, next_step)

    def warn(self, id: str, reason: str, where: str = "", next_step: str = "") -> None:  # noqa: A002
        """Something to know that changes no verdict."""
        self._add(id, Outcome.WARNING, reason, where, next_step)

    def not_checked(self, id: str, reason: str, where: str = "", next_step: str = "") -> None:  # noqa: A002
        """A check that could not be made."""
        self._add(id, Outcome.NOT_CHECKED, reason, where, next_step)

    def not_applicable(self, id: str, reason: str = "", where: str = "") -> None:  # noqa: A002
        """A check that makes no sense for this one."""
        self._add(id, Outcome.NOT_APPLICABLE, reason, where, "")

    def has_failed(self, *ids: str) -> bool:
        """Whether one of these checks failed; any at all when none is named."""
        return any(c.outcome is Outcome.FAILED and (not ids or c.id in ids) for c in self.checks)

    def ask(self, url: str, kind: Kind) -> Steps[Reply]:
        """The document at an address (without its fragment), asked for once in a verification."""
        address = urldefrag(url).url
        if address in self.desk.replies:
            return self.desk.replies[address]
        limits = self.limits
        if len(self.desk.replies) >= limits.documents:
            return Missing(address, Why.TOO_MANY, f"The badge refers to more than {limits.documents} documents.")
        if not address.startswith(("https://", "http://")):
            reply: Reply = Missing(address, Why.NOT_ALLOWED, "Only addresses on the web are looked up.")
        else:
            reply = yield Need(address, kind, limits.list if kind in LISTS else limits.document)
        self.desk.replies[address] = reply
        self.desk.fetched.append(_told(address, kind, reply))
        return reply

    def missing(self, id: str, reply: Missing, what: str, where: str = "") -> None:  # noqa: A002
        """Say that a check was not made because a document is missing.

        Args:
            what: the document in words, with its article: "The issuer's profile".
        """
        step = ""
        if reply.why is Why.OFFLINE:
            step = "Run it again with --online, or give the document with --documents."
        elif reply.why is Why.UNREACHABLE:
            step = "Try again later, or give the document with --documents."
        self.not_checked(id, f"{what} ({reply.url}) was not looked at: {reply.words}", where, step)

    def _add(self, id: str, outcome: Outcome, reason: str, where: str, next_step: str) -> None:  # noqa: A002
        kind = CHECKS[id]
        self.checks.append(Check(id, outcome, kind.title, reason, kind.reference, where, next_step))


def _told(address: str, kind: Kind, reply: Reply) -> Fetched:
    if isinstance(reply, Missing):
        return Fetched(address, kind.value, "missing", reason=reply.words)
    return Fetched(address, kind.value, reply.how, len(reply.data), sha256(reply.data).hexdigest())
